import { canBeWithdrawn, standingTerms } from './agreement.js';
import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Id, Party, TextRef } from './case.js';
import { endSecondNegotiation } from './closing.js';
import { daysFromToday } from './decision.js';
import type { Deciding, Decision } from './decision.js';
import { requireText } from './domain-error.js';
import type { Guard } from './guard.js';
import { partyLeft } from './leaving.js';
import { otherComplainants } from './presence.js';

/** After an agreement the case itself can no longer be withdrawn, only the second negotiation that came of it. */
export const withdrawalBlockers: Guard = (state) => {
  const standing = standingTerms(state);
  if (standing.length === 0 || isSecondAfterAgreement(state)) return [];
  return [{ code: 'AGREEMENT_STANDS', subjectIds: standing.map(({ id }) => id) }];
};

function isSecondAfterAgreement({ stage, secondNegotiation }: CaseState): boolean {
  const isSecond = stage === 'SECOND_REQUESTED' || stage === 'EXPERT_REVIEW' || stage === 'SECOND_NEGOTIATING';
  return isSecond && secondNegotiation!.from === 'RESOLVED';
}

/** The complainant gives up: alone, with the case; beside others, for oneself. */
export const withdrawCase: Decision<{ reason: string }> = (state, input, deciding) => {
  const reason = deciding.text(requireText('input.reason', input.reason));
  const partyId = deciding.actor.partyId!;
  const others = otherComplainants(state, partyId);
  if (others.length > 0) return leaving(state, partyId, others, reason, deciding);
  if (isSecondAfterAgreement(state)) return endSecondNegotiation(state, reason, deciding);
  return [newEvent('CaseWithdrawn', { outcome: 'WITHDRAWN', partyId, reason, windowEndsOn: null })];
};

function leaving(
  state: CaseState,
  partyId: Id,
  others: readonly Party[],
  reason: TextRef,
  deciding: Deciding,
): AnyNewCaseEvent[] {
  // Days that passed while this party could be reached were no notice that the case would end.
  const isSilent = others.every(({ isUnreachable }) => isUnreachable) && canBeWithdrawn(state);
  const overdue = isSilent ? others.filter(({ silenceEndsOn }) => silenceEndsOn! < deciding.today) : [];
  const silenceEndsOn = daysFromToday(deciding, deciding.policy.silenceWorkingDays);
  const noticed = overdue.map(({ id }) => newEvent('PartyUnreachable', { partyId: id, silenceEndsOn }));
  return [...noticed, ...partyLeft(state, partyId, 'WITHDRAWN', reason)];
}
