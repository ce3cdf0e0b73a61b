import { newEvent } from './case-event.js';
import type { AnyCaseEvent, AnyNewCaseEvent, CaseEventType } from './case-event.js';
import type { CaseState, Id, TextRef } from './case.js';
import { closeClarification } from './clarification.js';
import { daysFromToday } from './decision.js';
import type { Deciding, Decision } from './decision.js';
import type { Blocker } from './domain-error.js';
import { closeRequests } from './evidence.js';
import type { Evolution } from './evolve.js';
import { blockedIf } from './guard.js';
import type { Guard } from './guard.js';
import { closeRound } from './negotiation-round.js';
import { isWindowSuspended, openObjections, windowEndOf } from './objection.js';
import type { LocalDate } from './working-calendar.js';

export const confirmationBlockers: Guard = (state, { actor }) => {
  const own = state.parties.find((party) => party.id === actor.partyId)!;
  return blockedIf(own.hasConfirmedResult, 'RESULT_CONFIRMED', [own.id]);
};

export const confirmResult: Decision<object> = (_state, _input, deciding) => [
  newEvent('ResultConfirmed', { partyId: deciding.actor.partyId! }),
];

/** A party that nobody acts for cannot confirm, nor one that has left, so nobody waits for it. */
function unconfirmed(state: CaseState): Blocker[] {
  const silent = state.parties.filter(
    (party) => party.memberIds.length > 0 && party.leftAt === null && !party.hasConfirmedResult,
  );
  return blockedIf(
    silent.length > 0,
    'RESULT_NOT_CONFIRMED',
    silent.map((party) => party.id),
  );
}

/** Before its window has lapsed a case is closed when everyone is content. */
export const closingBlockers: Guard = (state) => {
  const open = openObjections(state).map((objection) => objection.id);
  return [...unconfirmed(state), ...blockedIf(open.length > 0, 'OBJECTION_OPEN', open)];
};

export const closeCase: Decision<object> = () => [newEvent('CaseClosed', {})];

/** A case that could not be solved never ends without a way to go on. */
export const unresolvedBlockers: Guard = (state) =>
  state.stage === 'IMPASSE' ? unconfirmed(state) : blockedIf(state.referrals.length === 0, 'NO_REFERRAL', [state.id]);

export const closeUnresolved: Decision<object> = (state, _input, deciding) => unresolved(state, deciding);

/** Ends a case that could not be solved; it never ends without a way to go on. */
function unresolved(state: CaseState, deciding: Deciding): AnyNewCaseEvent[] {
  const windowEndsOn = daysFromToday(deciding, deciding.policy.windowWorkingDays);
  // What was defaulted on does not stand.
  const outcome = state.terms.some(({ status }) => status !== 'DEFAULTED') ? 'PARTLY_SETTLED' : 'NOT_SETTLED';
  const defaultRoute: Id | undefined = deciding.routeIds[0];
  const referral =
    state.referrals.length === 0 && defaultRoute
      ? [newEvent('CaseReferred', { referralId: deciding.newId(), routeId: defaultRoute })]
      : [];
  return [...referral, newEvent('CaseUnresolved', { outcome, windowEndsOn })];
}

/** Ends a second negotiation before its result; what was agreed before stands. */
export function endSecondNegotiation(state: CaseState, reason: TextRef | null, deciding: Deciding): AnyNewCaseEvent[] {
  return [newEvent('SecondNegotiationWithdrawn', { partyId: deciding.actor.partyId!, reason })];
}

/** The last day of the window by whose end the case ends; null while nothing ends it so. */
export function lapsingOn(state: CaseState): LocalDate | null {
  if (state.stage === 'IMPASSE') return isWindowSuspended(state) ? null : windowEndOf(state);
  // CLOSED waits for every objection.
  return state.stage === 'RESOLVED' && openObjections(state).length === 0 ? windowEndOf(state) : null;
}

/** What the end of the window does to the case. */
export function windowLapsed(
  state: CaseState,
  deciding: Deciding,
  options: Pick<AnyNewCaseEvent, 'deadline'>,
): AnyNewCaseEvent[] {
  if (state.stage === 'RESOLVED') return [newEvent('CaseClosed', {}, options)];
  return unresolved(state, deciding).map((event) => ({ ...event, ...options }));
}

/** What may have kept a window from acting on its day: an objection, or that the case was elsewhere. */
const freeing: readonly CaseEventType[] = [
  'SecondNegotiationRefused',
  'SecondNegotiationWithdrawn',
  'ObjectionDecided',
  'ObjectionWithdrawn',
  'CaseReturned',
];

/** A window that lapsed meanwhile acts at once, today: nothing counts from before what has happened since. */
export function windowLapsedMeanwhile(
  state: CaseState,
  since: readonly AnyCaseEvent[],
  deciding: Deciding,
): AnyNewCaseEvent[] {
  const dueOn = lapsingOn(state);
  if (dueOn === null || dueOn >= deciding.today || !since.some(({ type }) => freeing.includes(type))) return [];
  return windowLapsed(state, deciding, { deadline: { kind: 'WINDOW', subjectId: state.id, dueOn } });
}

export const closingEvolution: Evolution = {
  ResultConfirmed(state, { payload }) {
    state.parties.find((party) => party.id === payload.partyId)!.hasConfirmedResult = true;
  },
  CaseResolved(state, { payload, at }) {
    state.stage = 'RESOLVED';
    state.outcome = payload.outcome;
    state.windowEndsOn = payload.windowEndsOn;
    state.resolvedAt = at;
    for (const party of state.parties) party.hasConfirmedResult = false;
  },
  CaseUnresolved(state, { payload, at }) {
    closeRound(state, 'NOT_AGREED', at);
    state.stage = 'UNRESOLVED';
    state.outcome = payload.outcome;
    state.windowEndsOn = payload.windowEndsOn;
  },
  CaseWithdrawn(state, { payload, at }) {
    closeClarification(state, 'CLOSED', at);
    closeRound(state, 'ADJOURNED', at);
    closeRequests(state, at);
    state.withdrawnFrom = { stage: state.stage, windowEndsOn: state.windowEndsOn };
    state.stage = 'WITHDRAWN';
    state.outcome = payload.outcome;
    state.windowEndsOn = payload.windowEndsOn;
  },
  CaseClosed(state) {
    state.stage = 'CLOSED';
    state.windowEndsOn = null;
  },
};
