import { newEvent } from './case-event.js';
import type { Id, Instant } from './case.js';
import type { Decision } from './decision.js';
import { blocked, notFound, requireNone } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { blockedIf, unlessOneIsFree } from './guard.js';
import type { SubjectGuard } from './guard.js';

export const referralKinds = ['HOTLINE', 'CONSUMER_ASSOCIATION', 'MEDIATION', 'ARBITRATION', 'COURT'] as const;

/** Where an unsolved case can go on; routes are data, 12378 is the default. */
export interface Referral {
  id: Id;
  routeId: Id;
  referredAt: Instant;
}

const referralBlockersOf: SubjectGuard<Id> = ({ referrals }, routeId) =>
  blockedIf(
    referrals.some((referral) => referral.routeId === routeId),
    'ALREADY_REFERRED',
    [routeId],
  );

export const referralBlockers = unlessOneIsFree((_state, { routeIds }) => routeIds, referralBlockersOf);

export const referCase: Decision<{ routeId: Id }> = (state, input, deciding) => {
  if (deciding.otherRouteIds?.includes(input.routeId)) throw blocked('ROUTE_NOT_COMPETENT', [input.routeId]);
  if (!deciding.routeIds.includes(input.routeId)) throw notFound('input.routeId');
  requireNone(referralBlockersOf(state, input.routeId, deciding));
  return [newEvent('CaseReferred', { referralId: deciding.newId(), routeId: input.routeId })];
};

export const referralEvolution: Evolution = {
  CaseReferred(state, { payload, at }) {
    state.referrals.push({ id: payload.referralId, routeId: payload.routeId, referredAt: at });
  },
};
