import { Button, Chip, Group, SegmentedControl, Select, Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { countText } from '../prepare/number.js';
import { caseTypes, periods } from './choice.js';
import { periodOf, rangeOf } from './question.js';
import { defaults, type Search } from './search.js';
import { useFilters } from './use-search.js';

const DateRange = lazy(() => import('./date-range.js').then(({ DateRange }) => ({ default: DateRange })));

/** A place cases come from: null is filed here, a name an imported log. */
export interface Source {
  name?: string | null;
  caseCount: number;
}

const allTracks = 'SIMPLE,STANDARD';

/** Every filter of the overview; the address keeps them. */
export function FilterBar({ sources, today }: { sources: readonly Source[]; today: string }) {
  const { t } = useTranslation(['dashboard', 'labels']);
  const [search, change] = useFilters();
  const isChanged = (['cohort', 'period', 'from', 'to', 'types', 'tracks', 'source'] as const).some(
    (name) => search[name] !== undefined,
  );
  return (
    <section aria-label={t('filter.label')} className="filters">
      <Group gap="sm" align="flex-end">
        <SegmentedControl
          size="xs"
          aria-label={t('filter.cohort')}
          value={search.cohort ?? defaults.cohort}
          onChange={(cohort) => change({ cohort: cohort as Search['cohort'] })}
          data={[
            { value: 'CLOSED', label: t('labels:Cohort.CLOSED') },
            { value: 'OPENED', label: t('labels:Cohort.OPENED') },
          ]}
        />
        <PeriodFilter today={today} />
        <Select
          size="xs"
          w={186}
          aria-label={t('filter.tracks')}
          value={search.tracks?.join() ?? ''}
          onChange={(value) => change({ tracks: value ? (value.split(',') as Search['tracks']) : undefined })}
          data={[
            { value: '', label: t('filter.tracksDefault') },
            { value: 'STANDARD', label: t('labels:CaseTrack.STANDARD') },
            { value: 'SIMPLE', label: t('labels:CaseTrack.SIMPLE') },
            { value: allTracks, label: t('filter.tracksAll') },
          ]}
          allowDeselect={false}
        />
        <SourceFilter sources={sources} />
      </Group>
      <Group gap="xs">
        <Chip.Group
          multiple
          value={search.types ?? []}
          onChange={(types) => change({ types: types as Search['types'] })}
        >
          <Group gap={6} role="group" aria-label={t('filter.types')}>
            {caseTypes.map((type) => (
              <Chip key={type} size="xs" variant="outline" radius="sm" value={type}>
                {t(`labels:CaseType.${type}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        {isChanged && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() =>
              change({
                cohort: undefined,
                period: undefined,
                from: undefined,
                to: undefined,
                types: undefined,
                tracks: undefined,
                source: undefined,
              })
            }
          >
            {t('filter.reset')}
          </Button>
        )}
      </Group>
    </section>
  );
}

function PeriodFilter({ today }: { today: string }) {
  const { t } = useTranslation();
  const [search, change] = useFilters();
  const period = periodOf(search);
  const { from, to } = rangeOf(search, today);
  return (
    <>
      <Select
        size="xs"
        w={132}
        aria-label={t('filter.period')}
        value={period ?? 'custom'}
        onChange={(value) => change({ from: undefined, to: undefined, period: value as Search['period'] })}
        data={[
          ...periods.map((value) => ({ value, label: t(`period.${value}`) })),
          ...(period === undefined ? [{ value: 'custom', label: t('period.custom'), disabled: true }] : []),
        ]}
        allowDeselect={false}
      />
      <Suspense fallback={<Skeleton w={236} h={30} />}>
        <DateRange
          from={from}
          to={to}
          today={today}
          onChange={(start, end) => change({ period: undefined, from: start, to: end })}
        />
      </Suspense>
    </>
  );
}

function SourceFilter({ sources }: { sources: readonly Source[] }) {
  const {
    t,
    i18n: { language },
  } = useTranslation();
  const [search, change] = useFilters();
  if (!sources.some((source) => source.name != null)) return null;
  const label = ({ name, caseCount }: Source) => {
    const number = countText(caseCount, language);
    return name == null ? t('filter.sourceHome', { number }) : t('filter.sourceImported', { name, number });
  };
  return (
    <Select
      size="xs"
      w={210}
      aria-label={t('filter.source')}
      value={search.source ?? ''}
      onChange={(source) => change({ source: source || undefined, period: undefined, from: undefined, to: undefined })}
      data={sources
        .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? ''))
        .map((source) => ({ value: source.name ?? '', label: label(source) }))}
      allowDeselect={false}
    />
  );
}
