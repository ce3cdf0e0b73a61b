import { newEvent } from './case-event.js';
import type { CaseEventPayloads } from './case-event-payload.js';
import type { CaseState, Id, Instant, TextRef } from './case.js';
import { daysFromToday } from './decision.js';
import type { Deciding, Decision } from './decision.js';
import { requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';

export const roundPhases = ['FIRST', 'SECOND'] as const;
export type RoundPhase = (typeof roundPhases)[number];
export const roundResults = ['AGREED', 'NOT_AGREED', 'ADJOURNED'] as const;
export type RoundResult = (typeof roundResults)[number];

/** One exchange of the parties, until they agree or not. */
export interface NegotiationRound {
  id: Id;
  number: number;
  phase: RoundPhase;
  openedAt: Instant;
  closedAt: Instant | null;
  result: RoundResult | null;
}

/** The round in which proposals are made; commands of NEGOTIATING always have one. */
export function openRoundOf(state: CaseState): NegotiationRound {
  return state.rounds.find((round) => round.closedAt === null)!;
}

/** The payload that opens the round after the last one. */
export function nextRound(
  state: CaseState,
  reason: TextRef | null,
  deciding: Deciding,
  phase: RoundPhase = 'FIRST',
): CaseEventPayloads['RoundOpened'] {
  return { roundId: deciding.newId(), number: state.rounds.length + 1, phase, reason };
}

export const openRound: Decision<{ reason: string }> = (state, input, deciding) => {
  const reason = deciding.text(requireText('input.reason', input.reason));
  return [newEvent('RoundOpened', nextRound(state, reason, deciding))];
};

export const declareImpasse: Decision<{ reason: string }> = (_state, input, deciding) => [
  newEvent('ImpasseDeclared', {
    reason: deciding.text(requireText('input.reason', input.reason)),
    windowEndsOn: daysFromToday(deciding, deciding.policy.windowWorkingDays),
  }),
];

/** Ends the open round, if there is one; nothing offered outlives the round it was offered in. */
export function closeRound(state: CaseState, result: RoundResult, at: Instant): void {
  const round = state.rounds.find((each) => each.closedAt === null);
  if (round) Object.assign(round, { closedAt: at, result });
  for (const proposal of state.proposals) if (proposal.status === 'LIVE') proposal.status = 'LAPSED';
}

export const negotiationRoundEvolution: Evolution = {
  RoundOpened(state, { payload, at }) {
    closeRound(state, 'NOT_AGREED', at);
    state.stage = payload.phase === 'SECOND' ? 'SECOND_NEGOTIATING' : 'NEGOTIATING';
    const { roundId: id, number, phase } = payload;
    state.rounds.push({ id, number, phase, openedAt: at, closedAt: null, result: null });
  },
  ImpasseDeclared(state, { payload, at }) {
    closeRound(state, 'NOT_AGREED', at);
    state.stage = 'IMPASSE';
    state.windowEndsOn = payload.windowEndsOn;
    // What was confirmed before was another result.
    for (const party of state.parties) party.hasConfirmedResult = false;
    for (const party of state.parties) party.hasConfirmedResult = false;
  },
};
