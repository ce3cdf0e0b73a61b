import { Badge, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubscription } from 'urql';
import { graphql, readFragment, type FragmentType } from '../api/generated/index.js';
import type { CaseFilter, NewestCaseFragment as NewestCase } from '../api/generated/graphql.js';
import { dateOf, dayText, momentText } from '../prepare/date.js';
import { countText } from '../prepare/number.js';
import { movedSince, overallClock, stampsOf, toneOf, type Stamps } from '../prepare/newest-cases.js';
import { Panel } from './panel.js';
import { SaveCases } from './save-cases.js';

const NewestCaseFragment = graphql(`
  fragment NewestCase on Case {
    id
    number
    version
    type
    reason
    urgency
    stage
    waitingOn
    outcome
    lastEventAt
    team {
      id
      name
    }
    nextDue {
      clock
      dueOn
      risk
    }
    clocks {
      kind
      cycle
      countedWorkingDays
      verdict
    }
  }
`);

const CaseMoved = graphql(`
  subscription CaseMoved($id: ID!) {
    caseUpdated(id: $id) {
      ...NewestCase
    }
  }
`);

interface NewestCasesPanelProps {
  /** Of which cases these are the newest. */
  filter: CaseFilter;
  cases: readonly FragmentType<typeof NewestCaseFragment>[];
  isBusy: boolean;
  /** Called when a listed case changed, so that figures can be read again. */
  onMove: () => void;
}

/** The cases that changed last; each row follows its case, and lights up when it moves. */
export function NewestCasesPanel({ filter, cases: masked, isBusy, onMove }: NewestCasesPanelProps) {
  const { t } = useTranslation();
  const cases = readFragment(NewestCaseFragment, masked);
  const moved = useMoved(cases, onMove);
  return (
    <Panel title={t('newest.title')} lead={t('newest.lead')} actions={<SaveCases filter={filter} />} isBusy={isBusy}>
      {cases.length === 0 && (
        <Text size="sm" c="dimmed" py="xl" ta="center">
          {t('newest.empty')}
        </Text>
      )}
      <ul className="newest">
        {cases.map((one) => (
          <CaseRow key={one.id} row={one} movedAt={moved.get(one.id)} />
        ))}
      </ul>
    </Panel>
  );
}

function CaseRow({ row, movedAt }: { row: NewestCase; movedAt: string | undefined }) {
  const {
    t,
    i18n: { language },
  } = useTranslation(['dashboard', 'labels']);
  // The answer lands in the cache, where the list reads it.
  useSubscription({ query: CaseMoved, variables: { id: row.id } });
  return (
    <li data-number={row.number} data-stage={row.stage}>
      {movedAt !== undefined && <span key={movedAt} className="flash" aria-hidden="true" />}
      <div className="newest-case">
        <Text span size="sm" fw={600} className="figure">
          {row.number}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`labels:CaseType.${row.type}`)}
          {row.reason != null && ` · ${t(`labels:CaseReason.${row.reason}`)}`}
        </Text>
      </div>
      <div className="newest-stage">
        <Text size="sm">{t(`labels:CaseStage.${row.stage}`)}</Text>
        <Text size="xs" c="dimmed">
          <Beside row={row} />
        </Text>
      </div>
      <div className="newest-due">
        <Due row={row} />
      </div>
      <Text size="xs" c="dimmed" className="figure newest-updated">
        <VisuallyHidden>{t('newest.updated', { time: '' })}</VisuallyHidden>
        {momentText(row.lastEventAt, dateOf(new Date()), language)}
      </Text>
    </li>
  );
}

/** What the stage leaves open: the outcome, who owes the next act, or the team. */
function Beside({ row: { outcome, stage, waitingOn, team } }: { row: NewestCase }) {
  const { t } = useTranslation(['dashboard', 'labels']);
  if (outcome != null && outcome !== stage) return t(`labels:Outcome.${outcome}`);
  if (outcome == null && waitingOn != null) return t('newest.waiting', { who: t(`labels:WaitingOn.${waitingOn}`) });
  return team?.name;
}

/** The next due date with its risk; for an ended case what its overall clock came to. */
function Due({ row }: { row: NewestCase }) {
  const {
    t,
    i18n: { language },
  } = useTranslation(['dashboard', 'labels']);
  if (row.nextDue != null) {
    const { clock, dueOn, risk } = row.nextDue;
    return (
      <>
        <span className="tag" data-tone={toneOf(risk)}>
          {t(`labels:ClockRisk.${risk}`)}
        </span>
        <Urgent row={row} />
        <Text size="xs" c="dimmed">
          {t('newest.due', {
            clock: t(`labels:ClockKind.${clock}`),
            date: dayText(dueOn, dateOf(new Date()), language),
          })}
        </Text>
      </>
    );
  }
  const overall = overallClock(row);
  if (overall?.verdict == null) return <Urgent row={row} />;
  return (
    <>
      <span className="tag" data-verdict={overall.verdict}>
        {t(`labels:Verdict.${overall.verdict}`)}
      </span>
      <Urgent row={row} />
      <Text size="xs" c="dimmed">
        {t('newest.counted', {
          count: overall.countedWorkingDays ?? 0,
          days: countText(overall.countedWorkingDays, language),
        })}
      </Text>
    </>
  );
}

function Urgent({ row: { urgency } }: { row: NewestCase }) {
  const { t } = useTranslation();
  if (urgency !== 'URGENT') return null;
  return (
    <Badge size="sm" color="red" variant="light" radius="sm" px={6} ml={6} tt="none">
      {t('newest.urgent')}
    </Badge>
  );
}

/** When each case moved while one looked, by id; a first look moves nothing. */
function useMoved(cases: readonly NewestCase[], onMove: () => void): ReadonlyMap<string, string> {
  const before = useRef<Stamps>(undefined);
  const [moved, setMoved] = useState<Stamps>(new Map());
  useEffect(() => {
    const now = stampsOf(cases);
    const ids = movedSince(before.current, now);
    before.current = now;
    if (ids.length === 0) return;
    setMoved((known) => new Map([...known, ...ids.map((id) => [id, now.get(id)!] as const)]));
    onMove();
  }, [cases, onMove]);
  return moved;
}
