import { newEvent } from './case-event.js';
import type { Decision } from './decision.js';
import { requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { comeback } from './silence.js';

export const postMessage: Decision<{ text: string }> = (state, input, deciding) => [
  newEvent('MessagePosted', { text: deciding.text(requireText('input.text', input.text)) }),
  ...comeback(state, deciding),
];

export const messageEvolution: Evolution = {
  MessagePosted() {
    // The message is its event: nothing else of the case depends on it.
  },
};
