import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Deadline } from './case.js';
import { isRunning } from './clock.js';
import { daysFromToday } from './decision.js';
import type { Deciding } from './decision.js';
import type { Evolution } from './evolve.js';
import { seatedIn } from './expert-panel.js';
import { unpaidOf } from './instalment.js';
import { openObjections } from './objection.js';
import type { LocalDate } from './working-calendar.js';

/** What is owed to the parties by a date: decisions of a supervisor, opinions of experts, the handler’s answer to late evidence. */
export const duties = ['OBJECTION', 'ADMISSION', 'OPINION', 'EVIDENCE_ANSWER'] as const;
export type Duty = (typeof duties)[number];

/** A date after which something is told, and nothing lapses. */
export interface DutyDate extends Pick<Deadline, 'subjectId' | 'dueOn'> {
  kind: Duty | 'TERM_OVERDUE' | 'MEASURE';
}

/** What is owed by a date and stays owed after it, and first aid, which ends by itself. */
export function dutyDates(state: CaseState): DutyDate[] {
  const dates: DutyDate[] = [];
  for (const term of state.terms) {
    const { id: subjectId, status, dueOn } = term;
    if (status === 'OPEN' || status === 'CONTESTED') dates.push({ kind: 'TERM_OVERDUE', subjectId, dueOn });
    const dueDates = new Set(unpaidOf(term).map((payment) => payment.dueOn));
    for (const each of dueDates) dates.push({ kind: 'TERM_OVERDUE', subjectId, dueOn: each });
  }
  for (const { id: subjectId, dueOn } of openObjections(state)) dates.push({ kind: 'OBJECTION', subjectId, dueOn });
  // Of a case that was withdrawn meanwhile nobody owes it.
  if (state.stage === 'SECOND_REQUESTED' && state.secondNegotiation) {
    dates.push({ kind: 'ADMISSION', subjectId: state.id, dueOn: state.secondNegotiation.dueOn });
  }
  for (const { id: subjectId, opinionDueOn: dueOn, sealedAt } of seatedIn(state)) {
    if (state.stage === 'EXPERT_REVIEW' && dueOn && !sealedAt) dates.push({ kind: 'OPINION', subjectId, dueOn });
  }
  for (const { id: subjectId, answerDueOn, review } of state.evidence) {
    const isSuperseded = state.evidence.some((each) => each.supersedesId === subjectId);
    if (answerDueOn && !review && !isSuperseded) dates.push({ kind: 'EVIDENCE_ANSWER', subjectId, dueOn: answerDueOn });
  }
  for (const { id: subjectId, endsOn: dueOn, liftedAt } of state.measures) {
    if (liftedAt === null) dates.push({ kind: 'MEASURE', subjectId, dueOn });
  }
  return dates;
}

/** Tells that a date has passed; what was owed is still owed. */
export function overdue(
  state: CaseState,
  { kind, subjectId, dueOn }: DutyDate,
  deciding: Deciding,
  options: Pick<AnyNewCaseEvent, 'deadline'>,
): AnyNewCaseEvent {
  switch (kind) {
    case 'TERM_OVERDUE': {
      const term = state.terms.find((each) => each.id === subjectId)!;
      const instalmentNumber = unpaidOf(term).find((each) => each.dueOn === dueOn)?.number ?? null;
      const defaultFrom = daysFromToday(deciding, deciding.policy.defaultGraceWorkingDays);
      return newEvent('TermOverdue', { termId: subjectId, instalmentNumber, defaultFrom }, options);
    }
    case 'MEASURE':
      return newEvent('MeasureEnded', { measureId: subjectId }, options);
    case 'OPINION':
    case 'EVIDENCE_ANSWER':
      // Not for the parties: what concerns a person of the panel is none of theirs, and a piece can be for the eyes of one.
      return newEvent('DutyOverdue', { duty: kind, subjectId, dueOn }, { ...options, audience: 'STAFF' });
    default:
      return newEvent('DutyOverdue', { duty: kind, subjectId, dueOn }, options);
  }
}

/** The due dates of clocks that run and were not breached yet; one that stands still has none, an imported case lives by its own log. */
export function runningOut(state: CaseState): LocalDate[] {
  if (state.source !== null) return [];
  const running = state.clocks.filter(({ state: runs, breachedOn }) => runs === 'RUNNING' && breachedOn === null);
  return [...new Set(running.map(({ dueOn }) => dueOn))];
}

/** Tells everyone that a published benchmark is exceeded. */
export function breached(
  state: CaseState,
  dueOn: LocalDate,
  options: Pick<AnyNewCaseEvent, 'deadline'>,
): AnyNewCaseEvent {
  const over = state.clocks.filter(
    (clock) => clock.state === 'RUNNING' && clock.dueOn === dueOn && clock.breachedOn === null,
  );
  const clocks = over.map(({ kind, cycle }) => ({ kind, cycle }));
  return newEvent('ClockBreached', { clocks, dueOn }, options);
}

export const overdueEvolution: Evolution = {
  TermOverdue() {
    // It stays owed; the deadline that acted says that it was told.
  },
  DutyOverdue() {
    // Likewise.
  },
  MeasureEnded() {
    // Its last day stands in the measure itself.
  },
  ClockBreached(state, { payload }) {
    for (const { kind, cycle } of payload.clocks) {
      const clock = state.clocks.find((each) => each.kind === kind && each.cycle === cycle && isRunning(each));
      if (clock) clock.breachedOn = payload.dueOn;
    }
  },
};
