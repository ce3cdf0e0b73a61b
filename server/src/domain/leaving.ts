import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Id, TextRef } from './case.js';
import { closeRequests } from './evidence.js';
import type { Evolution } from './evolve.js';

/** Why a party is in the case no longer, while the case goes on. */
export const leavingGrounds = ['WITHDRAWN', 'RECLASSIFIED'] as const;
export type LeavingGround = (typeof leavingGrounds)[number];

/** A party leaves: what was offered by it, or needs its consent, lapses; what was agreed with it runs on. */
export function partyLeft(
  state: CaseState,
  partyId: Id,
  ground: LeavingGround,
  reason: TextRef | null,
): AnyNewCaseEvent[] {
  const concerned = state.proposals.filter(
    ({ status, authorPartyId, terms }) =>
      status === 'LIVE' &&
      (authorPartyId === partyId ||
        terms.some(({ obligorId, beneficiaryId }) => obligorId === partyId || beneficiaryId === partyId)),
  );
  return [
    ...concerned.map(({ id }) => newEvent('ProposalLapsed', { proposalId: id })),
    newEvent('PartyLeft', { partyId, ground, reason }),
  ];
}

export const leavingEvolution: Evolution = {
  PartyLeft(state, { payload, at }) {
    const party = state.parties.find((each) => each.id === payload.partyId)!;
    Object.assign(party, { leftAt: at, isUnreachable: false, silenceEndsOn: null });
    closeRequests(state, at, party.id);
  },
};
