import { Group, Text } from '@mantine/core';
import { lazy, Suspense, useId, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../api/generated/index.js';
import type { ClockKind } from '../api/generated/graphql.js';
import type { Bucket } from '../filters/choice.js';
import { bucketText, dateText } from '../prepare/date.js';
import { countText, none, oneDecimal, rateText } from '../prepare/number.js';
import { dayTicks, prepareTrend, type TrendBucketDrawing } from '../prepare/trend.js';
import { ChartSpace } from './chart-space.js';
import { DataTable } from './data-table.js';
import { Panel } from './panel.js';

const TrendLines = lazy(() => import('../charts/trend-lines.js').then(({ TrendLines }) => ({ default: TrendLines })));

const TrendPanelFragment = graphql(`
  fragment TrendPanel on TrendPoint {
    bucketStart
    isPartial
    workingDayCount
    endedShare
    count
    p50
    p90
    isSmall
    onTimeRate
  }
`);

interface TrendPanelProps {
  points: readonly FragmentType<typeof TrendPanelFragment>[];
  clock: ClockKind;
  bucket: Bucket;
  band: { min: number; max: number };
  actions: ReactNode;
  isBusy: boolean;
}

/** How one clock's P50, P90 and count moved from bucket to bucket. */
export function TrendPanel({ points, clock, bucket, band, actions, isBusy }: TrendPanelProps) {
  const {
    t,
    i18n: { language },
  } = useTranslation(['dashboard', 'labels']);
  const prefix = useId();
  const figures = readFragment(TrendPanelFragment, points);
  const buckets = useMemo(() => prepareTrend(figures, bucket, language), [figures, bucket, language]);
  const clockName = t(`labels:ClockKind.${clock}`);
  const title = ({ bucketStart, isPartial }: TrendBucketDrawing) => {
    const name =
      bucket === 'WEEK'
        ? t('trend.week', { date: dateText(bucketStart, language) })
        : bucketText(bucketStart, bucket, language);
    return isPartial ? `${name} · ${t('trend.partialMark')}` : name;
  };
  const lines = ({ figures: found, isOpen }: TrendBucketDrawing) =>
    found === null
      ? [{ name: t('trend.gap'), value: none }]
      : [
          { name: 'P50', value: oneDecimal(found.p50, language) },
          {
            name: found.isSmall ? `P90 (${t('resolutionTime.small')})` : 'P90',
            value: oneDecimal(found.p90, language),
          },
          { name: t('trend.onTime'), value: rateText(found.onTimeRate, language) },
          { name: t('trend.count'), value: countText(found.count, language) },
          { name: t('trend.workingDayCount'), value: countText(found.workingDayCount, language) },
          ...(isOpen ? [{ name: t('trend.endedShare'), value: rateText(found.endedShare, language) }] : []),
        ];

  return (
    <Panel title={t('trend.title')} lead={t('resolutionTime.band', band)} actions={actions} isBusy={isBusy}>
      <ChartSpace
        height={464}
        label={t('trend.summary', { clock: clockName, number: buckets.length })}
        emptyText={buckets.length === 0 ? t('trend.empty') : null}
      >
        {buckets.length > 0 && (
          <Suspense>
            <TrendLines
              buckets={buckets}
              band={band}
              ticks={dayTicks(figures, band.max)}
              prefix={prefix}
              words={{ title, lines, number: (value) => countText(value, language) }}
            />
          </Suspense>
        )}
      </ChartSpace>
      <Group gap="md" component="ul" className="legend" mt="xs" mb={6}>
        <li>
          <i className="key key-p50" />
          <Text span size="xs">
            P50
          </Text>
        </li>
        <li>
          <i className="key key-p90" />
          <Text span size="xs">
            P90
          </Text>
        </li>
        <li>
          <i className="key key-count" />
          <Text span size="xs">
            {t('trend.count')}
          </Text>
        </li>
        <li>
          <i className="key key-band" />
          <Text span size="xs">
            {t('trend.bandLegend')}
          </Text>
        </li>
        {buckets.some((one) => one.isPartial) && (
          <li>
            <i className="key key-partial" />
            <Text span size="xs">
              {t('trend.partial')}
            </Text>
          </li>
        )}
        {buckets.some((one) => one.isOpen) && (
          <li>
            <i className="key key-open" />
            <Text span size="xs">
              {t('trend.open')}
            </Text>
          </li>
        )}
      </Group>
      <DataTable
        caption={`${t('trend.title')} · ${clockName}`}
        columns={[t('trend.bucket'), 'P50', 'P90', t('trend.onTime'), t('trend.count'), t('trend.workingDayCount')]}
        rows={buckets.map((one) => [
          title(one),
          oneDecimal(one.figures?.p50, language),
          oneDecimal(one.figures?.p90, language),
          rateText(one.figures?.onTimeRate, language),
          countText(one.figures?.count, language),
          countText(one.figures?.workingDayCount, language),
        ])}
      />
    </Panel>
  );
}
