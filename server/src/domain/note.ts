import { newEvent } from './case-event.js';
import type { Decision } from './decision.js';
import { requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';

/** Writes to the staff of the case; no party learns of it. */
export const addNote: Decision<{ text: string }> = (_state, input, deciding) => [
  newEvent('NoteAdded', { text: deciding.text(requireText('input.text', input.text)) }, { audience: 'STAFF' }),
];

export const noteEvolution: Evolution = {
  NoteAdded() {
    // Like a message, a note is its event.
  },
};
