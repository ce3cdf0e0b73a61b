import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Id } from './case.js';
import { daysFromToday } from './decision.js';
import type { Deciding, Decision } from './decision.js';
import { blocked, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { closeRound } from './negotiation-round.js';
import { openObjections } from './objection.js';

export const confirmResult: Decision<object> = (state, _input, deciding) => {
  const own = state.parties.find((party) => party.id === deciding.actor.partyId)!;
  if (own.hasConfirmedResult) throw blocked('ALREADY_ANSWERED', [own.id]);
  return [newEvent('ResultConfirmed', { partyId: own.id })];
};

/** A party that nobody acts for cannot confirm, so nobody waits for it. */
function requireConfirmed(state: CaseState): void {
  const silent = state.parties.filter((party) => party.memberIds.length > 0 && !party.hasConfirmedResult);
  if (silent.length > 0)
    throw blocked(
      'RESULT_NOT_CONFIRMED',
      silent.map((party) => party.id),
    );
}

export const closeCase: Decision<object> = (state) => {
  const open = openObjections(state);
  if (open.length > 0) {
    throw blocked(
      'OBJECTION_OPEN',
      open.map((objection) => objection.id),
    );
  }
  requireConfirmed(state);
  return [newEvent('CaseClosed', {})];
};

export const closeUnresolved: Decision<object> = (state, _input, deciding) => {
  if (state.stage === 'IMPASSE') requireConfirmed(state);
  else if (state.referrals.length === 0) throw blocked('NO_REFERRAL', [state.id]);
  return unresolved(state, deciding);
};

/** Ends a case that could not be solved; it never ends without a way to go on. */
export function unresolved(state: CaseState, deciding: Deciding): AnyNewCaseEvent[] {
  const windowEndsOn = daysFromToday(deciding, deciding.policy.windowWorkingDays);
  const outcome = state.terms.length > 0 ? 'PARTLY_SETTLED' : 'NOT_SETTLED';
  const defaultRoute: Id | undefined = deciding.routeIds[0];
  const referral =
    state.referrals.length === 0 && defaultRoute
      ? [newEvent('CaseReferred', { referralId: deciding.newId(), routeId: defaultRoute })]
      : [];
  return [...referral, newEvent('CaseUnresolved', { outcome, windowEndsOn })];
}

export const withdrawCase: Decision<{ reason: string }> = (_state, input, deciding) => {
  const reason = deciding.text(requireText('input.reason', input.reason));
  return [newEvent('CaseWithdrawn', { outcome: 'WITHDRAWN', partyId: deciding.actor.partyId, reason })];
};

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
  CaseUnresolved(state, { payload }) {
    state.stage = 'UNRESOLVED';
    state.outcome = payload.outcome;
    state.windowEndsOn = payload.windowEndsOn;
  },
  CaseWithdrawn(state, { payload, at }) {
    closeRound(state, 'ADJOURNED', at);
    state.stage = 'WITHDRAWN';
    state.outcome = payload.outcome;
  },
  CaseClosed(state) {
    state.stage = 'CLOSED';
    state.windowEndsOn = null;
  },
};
