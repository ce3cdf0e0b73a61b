import { newEvent } from './case-event.js';
import type { Id } from './case.js';
import type { Decision } from './decision.js';
import { notFound, requireNone } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { blockedIf, unlessOneIsFree } from './guard.js';
import type { SubjectGuard } from './guard.js';
import { paymentsOf } from './instalment.js';
import type { Payment } from './instalment.js';
import { beginCycle, nextCycle } from './investigation.js';
import { leaveEnd } from './reopening.js';
import { termOf } from './settlement.js';
import type { Term } from './term.js';
import { workingDaysBetween } from './working-calendar.js';

export interface ReportDefault {
  termId: Id;
  /** Which instalment of a plan; a plan as such is kept by being in force. */
  instalmentNumber?: number | null;
}

/** What somebody could report: a term, or one payment of a plan. */
interface Owed {
  term: Term;
  instalment: Payment | null;
}

/** Something not done five working days past its due date, reported by whom it is owed to. */
const defaultBlockersOf: SubjectGuard<Owed> = (_state, { term, instalment }, { actor, today, calendar, policy }) => {
  const isTheirs = actor.partyId === null || term.beneficiaryId === actor.partyId;
  if (!isTheirs) return blockedIf(true, 'NOT_THE_BENEFICIARY', [term.id]);
  if (instalment?.paidAt) return blockedIf(true, 'INSTALMENT_PAID', [term.id]);
  // A plan is kept by being in force, but not its instalments, nor what was deferred.
  const isRunning = instalment !== null || term.kind === 'DEFERMENT';
  const isUndone = term.status === 'OPEN' || term.status === 'CONTESTED';
  const isOwed = isRunning ? term.status === 'IN_FORCE' : isUndone;
  if (!isOwed) return blockedIf(true, 'TERM_NOT_OPEN', [term.id]);
  const { dueOn, uncontestedOn } = instalment ?? term;
  // What was reported done is contested before it is in default.
  if (uncontestedOn !== null) return blockedIf(true, 'INSTALMENT_REPORTED', [term.id]);
  const daysLate = dueOn < today ? workingDaysBetween(calendar, dueOn, today) : 0;
  return blockedIf(daysLate < policy.defaultGraceWorkingDays, 'NOT_IN_DEFAULT', [term.id]);
};

/** Of a plan each instalment, of anything else the term. */
export const defaultBlockers = unlessOneIsFree<Owed>(
  ({ terms }) =>
    terms.flatMap((term): Owed[] =>
      term.instalments.length > 0
        ? term.instalments.map((instalment) => ({ term, instalment }))
        : [{ term, instalment: null }],
    ),
  defaultBlockersOf,
);

/** Takes a case up again because what was agreed was not done. */
export const reportDefault: Decision<ReportDefault> = (state, input, deciding) => {
  const term = termOf(state, input.termId);
  const instalmentNumber = input.instalmentNumber ?? null;
  const instalment = paymentsOf(term).find((each) => each.number === instalmentNumber) ?? null;
  if (instalmentNumber !== null && !instalment) throw notFound('input.instalmentNumber');
  requireNone(defaultBlockersOf(state, { term, instalment }, deciding));
  return [newEvent('DefaultReported', { termId: term.id, instalmentNumber, ...nextCycle(state, deciding) })];
};

export const defaultEvolution: Evolution = {
  DefaultReported(state, { payload, at }) {
    // What was fulfilled stays fulfilled; what was not is negotiated anew.
    state.terms.find((each) => each.id === payload.termId)!.status = 'DEFAULTED';
    leaveEnd(state);
    beginCycle(state, payload, at);
  },
};
