import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../api/generated/index.js';
import { BarList } from '../charts/bar-list.js';
import { barRows } from '../prepare/bar-row.js';
import { countText, rateText } from '../prepare/number.js';
import { DataTable } from './data-table.js';
import { Explained } from './explained.js';
import { Panel } from './panel.js';

const OutcomesPanelFragment = graphql(`
  fragment OutcomesPanel on Outcomes {
    endedCount
    byOutcome {
      outcome
      count
      share
    }
    success {
      ...OutcomesPart
    }
    withdrawn {
      ...OutcomesPart
    }
    rejected {
      ...OutcomesPart
    }
    secondNegotiation {
      ...OutcomesPart
    }
    objectionsUpheld {
      ...OutcomesPart
    }
    refiled {
      count
      of
      rate
      undecidedCount
    }
    reopened {
      count
      of
      rate
      undecidedCount
    }
  }
`);

const OutcomesPartFragment = graphql(`
  fragment OutcomesPart on Share {
    count
    of
    rate
  }
`);

interface OutcomesPanelProps {
  outcomes: FragmentType<typeof OutcomesPanelFragment>;
  isBusy: boolean;
}

/** How the cases of the period ended, and what came after. */
export function OutcomesPanel({ outcomes: masked, isBusy }: OutcomesPanelProps) {
  const {
    t,
    i18n: { language },
  } = useTranslation(['dashboard', 'labels']);
  const outcomes = readFragment(OutcomesPanelFragment, masked);
  const part = (share: FragmentType<typeof OutcomesPartFragment>) => readFragment(OutcomesPartFragment, share);
  const success = part(outcomes.success);
  const shares = [
    { name: t('outcomes.success'), ...success, undecidedCount: 0 },
    { name: t('outcomes.withdrawn'), ...part(outcomes.withdrawn), undecidedCount: 0 },
    { name: t('outcomes.rejected'), ...part(outcomes.rejected), undecidedCount: 0 },
    { name: t('outcomes.refiled'), ...outcomes.refiled },
    { name: t('outcomes.reopened'), ...outcomes.reopened },
    { name: t('outcomes.secondNegotiation'), ...part(outcomes.secondNegotiation), undecidedCount: 0 },
    { name: t('outcomes.objectionsUpheld'), ...part(outcomes.objectionsUpheld), undecidedCount: 0 },
  ];
  const count = (value: number) => countText(value, language);
  const bars = outcomes.byOutcome.map(({ outcome, count: cases }) => ({
    key: outcome ?? '',
    name: outcome == null ? t('outcomes.unsaid') : t(`labels:Outcome.${outcome}`),
    count: cases,
  }));
  return (
    <Panel
      title={t('outcomes.title')}
      lead={t('outcomes.lead', { count: outcomes.endedCount, number: count(outcomes.endedCount) })}
      isBusy={isBusy}
    >
      <dl className="figures" data-figures="outcomes">
        {shares.slice(0, 3).map(({ name, rate, count: some, of }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figure">
              {rateText(rate, language)}
              <small>{t('outcomes.part', { part: count(some), whole: count(of) })}</small>
            </dd>
          </div>
        ))}
      </dl>
      <BarList rows={barRows(bars, count)} label={t('outcomes.title')} />
      <ul className="shares" aria-label={t('outcomes.after')}>
        {shares.slice(3).map(({ name, rate, count: some, of, undecidedCount }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="figure">
              {rateText(rate, language)}
              <small>
                {t('outcomes.part', { part: count(some), whole: count(of) })}
                {undecidedCount > 0 && (
                  <>
                    {' · '}
                    <Explained hint={t('outcomes.undecidedHint')}>
                      {t('outcomes.undecided', { number: count(undecidedCount) })}
                    </Explained>
                  </>
                )}
              </small>
            </span>
          </li>
        ))}
      </ul>
      <DataTable
        caption={t('outcomes.title')}
        columns={[t('outcomes.name'), t('outcomes.rate'), t('outcomes.count'), t('outcomes.of')]}
        rows={shares.map(({ name, rate, count: some, of }) => [name, rateText(rate, language), count(some), count(of)])}
      />
    </Panel>
  );
}
