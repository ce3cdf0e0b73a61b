import { newEvent } from './case-event.js';
import type { Id, Instant, TextRef } from './case.js';
import type { Decision } from './decision.js';
import { badInput, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { blockedIf } from './guard.js';
import type { Guard } from './guard.js';

/** How content one party was in the end; the platform reads it, the other parties do not. */
export interface Rating {
  id: Id;
  partyId: Id;
  /** From 1 to 5. */
  score: number;
  text: TextRef | null;
  ratedAt: Instant;
}

export interface RateCase {
  score: number;
  text?: string | null;
}

/** Once a party. */
export const ratingBlockers: Guard = ({ ratings }, { actor: { partyId } }) =>
  blockedIf(
    ratings.some((rating) => rating.partyId === partyId),
    'ALREADY_RATED',
    [partyId!],
  );

export const rateCase: Decision<RateCase> = (_state, input, deciding) => {
  const partyId = deciding.actor.partyId!;
  const { score } = input;
  if (!Number.isInteger(score) || score < 1 || score > 5) throw badInput('input.score', 'must be from 1 to 5');
  const text = input.text ? deciding.text(requireText('input.text', input.text, 1, 2000)) : null;
  const payload = { ratingId: deciding.newId(), partyId, score, text };
  return [newEvent('CaseRated', payload, { audience: `PARTY:${partyId}` })];
};

export const ratingEvolution: Evolution = {
  CaseRated(state, { payload, at }) {
    const { ratingId: id, ...rating } = payload;
    state.ratings.push({ id, ...rating, ratedAt: at });
  },
};
