import { newEvent } from './case-event.js';
import type { Id, Instant } from './case.js';
import type { Decision } from './decision.js';
import { notFound, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';

export const contactChannels = ['PHONE', 'MESSAGE', 'EMAIL', 'LETTER', 'VISIT'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** One try to reach a party outside the platform. */
export interface ContactAttempt {
  partyId: Id;
  channel: ContactChannel;
  isReached: boolean;
  at: Instant;
}

export interface RecordContactAttempt {
  partyId: Id;
  channel: ContactChannel;
  isReached: boolean;
  note?: string | null;
}

export const recordContactAttempt: Decision<RecordContactAttempt> = (state, input, deciding) => {
  const party = state.parties.find((each) => each.id === input.partyId);
  if (!party) throw notFound('input.partyId');
  const note = input.note ? deciding.text(requireText('input.note', input.note, 1, 1000)) : null;
  const { channel, isReached } = input;
  return [newEvent('ContactAttempted', { partyId: party.id, channel, isReached, note }, { audience: 'STAFF' })];
};

export const contactAttemptEvolution: Evolution = {
  ContactAttempted(state, { payload, at }) {
    const { note: _, ...attempt } = payload;
    state.contactAttempts.push({ ...attempt, at });
  },
};
