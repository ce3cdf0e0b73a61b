import { newEvent } from './case-event.js';
import type { Id, Instant } from './case.js';
import type { Decision } from './decision.js';
import { notFound, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { requirePresent } from './presence.js';
import { reached, unreachableAfter } from './silence.js';

export const contactChannels = ['PHONE', 'MESSAGE', 'EMAIL', 'LETTER', 'VISIT'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** One try in vain to reach a party outside the platform. */
export interface ContactAttempt {
  partyId: Id;
  channel: ContactChannel;
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
  requirePresent(party);
  const note = input.note ? deciding.text(requireText('input.note', input.note, 1, 1000)) : null;
  const { channel, isReached } = input;
  const payload = { partyId: party.id, channel, isReached, note };
  const attempted = newEvent('ContactAttempted', payload, { audience: 'STAFF' });
  const follows = isReached ? reached(state, party.id) : unreachableAfter(state, party, { channel }, deciding);
  return [attempted, ...follows];
};

export const contactAttemptEvolution: Evolution = {
  ContactAttempted(state, { payload, at }) {
    const { partyId, channel, isReached } = payload;
    if (!isReached) state.contactAttempts.push({ partyId, channel, at });
  },
};
