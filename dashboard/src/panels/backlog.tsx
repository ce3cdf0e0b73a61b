import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../api/generated/index.js';
import { BarList } from '../charts/bar-list.js';
import { barRows } from '../prepare/bar-row.js';
import { countText } from '../prepare/number.js';
import { DataTable } from './data-table.js';
import { Panel } from './panel.js';

const BacklogPanelFragment = graphql(`
  fragment BacklogPanel on Backlog {
    openCount
    dueToday
    dueNextDay
    breached
    byStage {
      stage
      count
    }
    byRisk {
      risk
      count
    }
    byAge {
      elapsedWorkingDays
      count
    }
  }
`);

interface BacklogPanelProps {
  backlog: FragmentType<typeof BacklogPanelFragment>;
  isBusy: boolean;
}

/** What is open now: how near its last day, and where it stands. */
export function BacklogPanel({ backlog: masked, isBusy }: BacklogPanelProps) {
  const {
    t,
    i18n: { language },
  } = useTranslation(['dashboard', 'labels']);
  const { openCount, dueToday, dueNextDay, breached, byStage, byRisk, byAge } = readFragment(
    BacklogPanelFragment,
    masked,
  );
  const count = (value: number) => countText(value, language);
  const risks = byRisk.map(({ risk, count: cases }) => ({
    key: risk,
    name: t(`labels:ClockRisk.${risk}`),
    count: cases,
  }));
  const stages = byStage.map(({ stage, count: cases }) => ({
    key: stage,
    name: t(`labels:CaseStage.${stage}`),
    count: cases,
  }));
  const figures: [string, number][] = [
    [t('backlog.open'), openCount],
    [t('backlog.breached'), breached],
    [t('backlog.dueToday'), dueToday],
    [t('backlog.dueNextDay'), dueNextDay],
  ];
  return (
    <Panel title={t('backlog.title')} lead={t('backlog.lead')} isBusy={isBusy}>
      <dl className="figures" data-figures="backlog">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figure">{count(value)}</dd>
          </div>
        ))}
      </dl>
      {openCount === 0 ? (
        <Text size="sm" c="dimmed" py="xl" ta="center">
          {t('backlog.empty')}
        </Text>
      ) : (
        <>
          <Text size="xs" c="dimmed" mt="xs">
            {t('backlog.byRisk')}
          </Text>
          <BarList rows={barRows(risks, count)} label={t('backlog.byRisk')} />
          <Text size="xs" c="dimmed" mt="xs">
            {t('backlog.byStage')}
          </Text>
          <BarList rows={barRows(stages, count)} label={t('backlog.byStage')} />
          <DataTable
            caption={t('backlog.byAge')}
            columns={[t('resolutionTime.workingDays'), t('backlog.cases')]}
            rows={byAge.map(({ elapsedWorkingDays, count: cases }) => [count(elapsedWorkingDays), count(cases)])}
          />
        </>
      )}
    </Panel>
  );
}
