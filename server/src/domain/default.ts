import { newEvent } from './case-event.js';
import type { Id } from './case.js';
import type { Decision } from './decision.js';
import { blocked, notFound } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { beginCycle, nextCycle } from './investigation.js';
import { leaveEnd } from './reopening.js';
import { workingDaysBetween } from './working-calendar.js';

export interface ReportDefault {
  termId: Id;
  /** Which instalment of a plan; a plan as such is kept by being in force. */
  instalmentNumber?: number | null;
}

/** Takes a case up again because what was agreed was not done, five working days past its due date. */
export const reportDefault: Decision<ReportDefault> = (state, input, deciding) => {
  const term = state.terms.find((each) => each.id === input.termId);
  if (!term) throw notFound('input.termId');
  const { partyId } = deciding.actor;
  if (partyId !== null && term.beneficiaryId !== partyId) throw blocked('NOT_THE_BENEFICIARY', [term.id]);
  const instalmentNumber = input.instalmentNumber ?? null;
  const instalment = term.instalments.find((each) => each.number === instalmentNumber);
  if (instalmentNumber !== null && !instalment) throw notFound('input.instalmentNumber');
  if (instalment?.paidAt) throw blocked('INSTALMENT_PAID', [term.id]);
  const isUndone = term.status === 'OPEN' || term.status === 'CONTESTED';
  const isOwed = instalment ? term.status === 'IN_FORCE' : isUndone;
  if (!isOwed) throw blocked('TERM_NOT_OPEN', [term.id]);
  const { dueOn } = instalment ?? term;
  const { today, calendar, policy } = deciding;
  const daysLate = dueOn < today ? workingDaysBetween(calendar, dueOn, today) : 0;
  if (daysLate < policy.defaultGraceWorkingDays) throw blocked('NOT_IN_DEFAULT', [term.id]);
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
