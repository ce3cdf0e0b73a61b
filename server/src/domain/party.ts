import { newEvent } from './case-event.js';
import type { Decision } from './decision.js';
import { requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';

/** Says how one's party sees the matter; saying it anew replaces what was said. */
export const statePosition: Decision<{ text: string }> = (_state, input, deciding) => {
  const text = deciding.text(requireText('input.text', input.text));
  return [newEvent('PositionStated', { partyId: deciding.actor.partyId!, text })];
};

export const partyEvolution: Evolution = {
  PositionStated(state, { payload }) {
    state.parties.find((party) => party.id === payload.partyId)!.position = payload.text;
  },
};
