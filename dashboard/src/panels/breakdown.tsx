import { Text } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../api/generated/index.js';
import type { BreakdownDimension, ClockKind } from '../api/generated/graphql.js';
import { BarList } from '../charts/bar-list.js';
import { prepareBreakdown } from '../prepare/breakdown.js';
import { countText, oneDecimal, rateText } from '../prepare/number.js';
import { DataTable } from './data-table.js';
import { Panel } from './panel.js';

const BreakdownPanelFragment = graphql(`
  fragment BreakdownPanel on BreakdownGroup {
    key
    label
    count
    p50
    p90
    onTimeRate
    faster
    within
    over
    isSuppressed
  }
`);

interface BreakdownPanelProps {
  groups: readonly FragmentType<typeof BreakdownPanelFragment>[];
  by: BreakdownDimension;
  clock: ClockKind;
  actions: ReactNode;
  isBusy: boolean;
}

/** One clock's figures group by group, the largest first. */
export function BreakdownPanel({ groups: masked, by, clock, actions, isBusy }: BreakdownPanelProps) {
  const {
    t,
    i18n: { language },
  } = useTranslation(['dashboard', 'labels']);
  const groups = readFragment(BreakdownPanelFragment, masked);
  const rows = useMemo(
    () =>
      prepareBreakdown(groups, {
        count: (value) => countText(value, language),
        note: ({ isSuppressed, p50, onTimeRate }) =>
          isSuppressed
            ? t('breakdown.suppressed')
            : t('breakdown.note', { p50: oneDecimal(p50, language), rate: rateText(onTimeRate, language) }),
      }),
    [groups, language, t],
  );
  const dimension = t(`labels:BreakdownDimension.${by}`);
  const name = `${t('breakdown.title')} · ${t(`labels:ClockKind.${clock}`)} · ${dimension}`;
  return (
    <Panel title={t('breakdown.title')} lead={t(`labels:ClockKind.${clock}`)} actions={actions} isBusy={isBusy}>
      {groups.length === 0 ? (
        <Text size="sm" c="dimmed" py="xl" ta="center">
          {t('breakdown.empty')}
        </Text>
      ) : (
        <BarList rows={rows} label={name} />
      )}
      <DataTable
        caption={name}
        columns={[dimension, t('resolutionTime.count'), 'P50', 'P90', t('resolutionTime.onTime')]}
        rows={groups.map((group) => [
          group.label,
          countText(group.count, language),
          oneDecimal(group.p50, language),
          oneDecimal(group.p90, language),
          rateText(group.onTimeRate, language),
        ])}
      />
    </Panel>
  );
}
