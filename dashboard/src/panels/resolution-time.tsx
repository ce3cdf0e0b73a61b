import { Group, Stack, Text, Tooltip } from '@mantine/core';
import { lazy, Suspense, useId, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../api/generated/index.js';
import type { Cohort } from '../api/generated/graphql.js';
import { VerdictSwatch, verdicts } from '../charts/verdict-texture.js';
import { countText, oneDecimal, rateText } from '../prepare/number.js';
import { prepareHistogram } from '../prepare/resolution-time.js';
import { ChartSpace } from './chart-space.js';
import { DataTable } from './data-table.js';
import { Explained } from './explained.js';
import { Panel } from './panel.js';

const Histogram = lazy(() => import('../charts/histogram.js').then(({ Histogram }) => ({ default: Histogram })));

const ResolutionTimePanelFragment = graphql(`
  fragment ResolutionTimePanel on ResolutionTime {
    clock
    count
    p50
    p90
    isSmall
    onTimeRate
    undecidedCount
    faster
    within
    over
    openCount
    excluded {
      rejected
      withdrawn
      cancelled
      leftTrack
    }
    band {
      min
      max
    }
    histogram {
      workingDays
      count
      verdict
    }
  }
`);

interface ResolutionTimePanelProps {
  figures: FragmentType<typeof ResolutionTimePanelFragment>;
  cohort: Cohort;
  isBusy: boolean;
}

/** One clock's resolution times against its benchmark: figures, histogram, and what was left out. */
export function ResolutionTimePanel({ figures: masked, cohort, isBusy }: ResolutionTimePanelProps) {
  const {
    t,
    i18n: { language },
  } = useTranslation(['dashboard', 'labels']);
  const prefix = useId();
  const figures = readFragment(ResolutionTimePanelFragment, masked);
  const drawing = useMemo(() => prepareHistogram(figures), [figures]);
  const clock = t(`labels:ClockKind.${figures.clock}`);
  const number = (value: number | null | undefined) => oneDecimal(value, language);
  const verdictCount = { FASTER: figures.faster, WITHIN: figures.within, OVER: figures.over };
  const summary = t('resolutionTime.summary', {
    clock,
    number: countText(figures.count, language),
    p50: number(figures.p50),
    p90: number(figures.p90),
    rate: rateText(figures.onTimeRate, language),
  });

  return (
    <Panel
      title={clock}
      lead={t('resolutionTime.band', figures.band)}
      isBusy={isBusy}
      actions={<OpenCounts cohort={cohort} open={figures.openCount} undecided={figures.undecidedCount} />}
    >
      <dl className="figures" data-clock={figures.clock}>
        <Figure name={t('resolutionTime.p50')} value={number(figures.p50)} />
        <Figure name={t('resolutionTime.p90')} value={number(figures.p90)}>
          {figures.isSmall && figures.count > 0 && (
            <Tooltip label={t('resolutionTime.smallHint')}>
              <span className="tag small" tabIndex={0}>
                {t('resolutionTime.small')}
              </span>
            </Tooltip>
          )}
        </Figure>
        <Figure name={t('resolutionTime.onTime')} value={rateText(figures.onTimeRate, language)} />
        <Figure name={t('resolutionTime.count')} value={countText(figures.count, language)} />
      </dl>
      <ChartSpace height={208} label={summary} emptyText={figures.count === 0 ? t('resolutionTime.empty') : null}>
        <Suspense>
          <Histogram
            drawing={drawing}
            prefix={prefix}
            words={{
              verdict: {
                FASTER: t('labels:Verdict.FASTER'),
                WITHIN: t('labels:Verdict.WITHIN'),
                OVER: t('labels:Verdict.OVER'),
              },
              barTitle: (days) => t('resolutionTime.barTitle', { count: Number.parseInt(days, 10), days }),
              count: (value) => countText(value, language),
            }}
          />
        </Suspense>
      </ChartSpace>
      <Stack gap={6} mt="xs">
        <Group gap="md" component="ul" className="legend">
          {verdicts.map((verdict) => (
            <li key={verdict}>
              <VerdictSwatch verdict={verdict} prefix={`${prefix}-legend`} />
              <Text span size="xs">
                {t(`labels:Verdict.${verdict}`)}
              </Text>
              <Text span size="xs" fw={600} className="figure">
                {countText(verdictCount[verdict], language)}
              </Text>
            </li>
          ))}
        </Group>
        <Text size="xs" c="dimmed" className="excluded">
          {t('resolutionTime.excluded', figures.excluded)}
        </Text>
        <DataTable
          caption={t('resolutionTime.tableTitle', { clock })}
          columns={[t('resolutionTime.workingDays'), t('resolutionTime.cases'), t('resolutionTime.verdict')]}
          rows={figures.histogram.map((bar) => [
            String(bar.workingDays),
            countText(bar.count, language),
            t(`labels:Verdict.${bar.verdict}`),
          ])}
        />
      </Stack>
    </Panel>
  );
}

function Figure({ name, value, children }: { name: string; value: string; children?: ReactNode }) {
  return (
    <div>
      <dt>
        {name}
        {children}
      </dt>
      <dd className="figure">{value}</dd>
    </div>
  );
}

/** What still runs; by start date also how many of these nobody knows yet whether they end on time. */
function OpenCounts({ cohort, open, undecided }: { cohort: Cohort; open: number; undecided: number }) {
  const {
    t,
    i18n: { language },
  } = useTranslation();
  return (
    <Stack gap={0} align="flex-end">
      <Text size="xs" className="figure">
        <Explained hint={t(cohort === 'OPENED' ? 'resolutionTime.openedHint' : 'resolutionTime.openHint')}>
          {t('resolutionTime.open', { number: countText(open, language) })}
        </Explained>
      </Text>
      {cohort === 'OPENED' && undecided > 0 && (
        <Text size="xs" c="dimmed" className="figure">
          <Explained hint={t('resolutionTime.undecidedHint')}>
            {t('resolutionTime.undecided', { number: countText(undecided, language) })}
          </Explained>
        </Text>
      )}
    </Stack>
  );
}
