import type { Policy } from './benchmark.js';
import { newEvent } from './case-event.js';
import type { CaseState } from './case.js';
import type { Decision } from './decision.js';
import { badInput, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { requireCurrency, requireMoney } from './money.js';
import type { Money } from './money.js';
import { currencyOf } from './term.js';

/** Up to how much a case may compensate, in minor units of the currency: what is configured, or what a supervisor allowed. */
export function compensationLimit({ compensationAllowed }: CaseState, currency: string, policy: Policy): number {
  const allowed = compensationAllowed?.currency === currency ? compensationAllowed.amountMinor : 0;
  return Math.max(policy.compensationLimitsMinor[currency] ?? 0, allowed);
}

/** Lets the compensations of a case together reach an amount above the configured limit; a later word replaces it. */
export const allowCompensation: Decision<{ amount: Money; reason: string }> = (state, input, { policy, text }) => {
  const amount = requireMoney('input.amount', input.amount);
  requireCurrency('input.amount', amount, currencyOf(state));
  const limit = policy.compensationLimitsMinor[amount.currency] ?? 0;
  if (amount.amountMinor <= limit) {
    throw badInput('input.amount.amountMinor', `must be above ${limit}, which needs no supervisor`);
  }
  return [newEvent('CompensationAllowed', { amount, reason: text(requireText('input.reason', input.reason)) })];
};

export const compensationEvolution: Evolution = {
  CompensationAllowed(state, { payload }) {
    state.compensationAllowed = payload.amount;
  },
};
