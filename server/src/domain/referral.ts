import { newEvent } from './case-event.js';
import type { Id, Instant } from './case.js';
import type { Decision } from './decision.js';
import { blocked, notFound } from './domain-error.js';
import type { Evolution } from './evolve.js';

export const referralKinds = ['HOTLINE', 'CONSUMER_ASSOCIATION', 'MEDIATION', 'ARBITRATION', 'COURT'] as const;

/** Where an unsolved case can go on; routes are data, 12378 is the default. */
export interface Referral {
  id: Id;
  routeId: Id;
  referredAt: Instant;
}

export const referCase: Decision<{ routeId: Id }> = (state, input, deciding) => {
  if (!deciding.routeIds.includes(input.routeId)) throw notFound('input.routeId');
  const earlier = state.referrals.find((referral) => referral.routeId === input.routeId);
  if (earlier) throw blocked('ALREADY_REFERRED', [earlier.id]);
  return [newEvent('CaseReferred', { referralId: deciding.newId(), routeId: input.routeId })];
};

export const referralEvolution: Evolution = {
  CaseReferred(state, { payload, at }) {
    state.referrals.push({ id: payload.referralId, routeId: payload.routeId, referredAt: at });
  },
};
