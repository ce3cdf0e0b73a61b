import { newEvent } from './case-event.js';
import type { Decision } from './decision.js';
import { blocked, blockedBy, requireText } from './domain-error.js';
import type { Blocker } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { seatOf, seatWithId } from './expert-panel.js';
import type { Seat } from './expert-panel.js';
import { nextRound } from './negotiation-round.js';

/** Hands an opinion in, sealed: everyone reads its digest, nobody but its expert the words until all are revealed. */
export const submitOpinion: Decision<{ text: string }> = (state, input, deciding) => {
  const seat = seatOf(state, deciding.actor.personId!)!;
  if (seat.status !== 'CLEAR') throw blocked('CONFLICT_UNDECLARED', [seat.id]);
  if (seat.opinion) throw blocked('ALREADY_ANSWERED', [seat.id]);
  const text = deciding.text(requireText('input.text', input.text));
  return [
    newEvent('OpinionSubmitted', { seatId: seat.id, text }, { audience: `SEAT:${seat.id}` }),
    newEvent('OpinionSealed', { seatId: seat.id, seal: text.digest }),
  ];
};

/** Opens every seal at once and the final round with it: each text must be the one that was sealed. */
export const revealOpinions: Decision<object> = (state, _input, deciding) => {
  const panel = state.secondNegotiation!.panel;
  const seats = state.seats.filter(({ status, number }) => status !== 'REPLACED' && panel.includes(number));
  const isIn = (seat: Seat) => seat.status === 'CLEAR' && seat.opinion !== null;
  const awaited = seats.filter((seat) => !isIn(seat));
  const broken = seats.filter(({ opinion }) => opinion && deciding.storedDigests.get(opinion.id) !== opinion.digest);
  const blockers: Blocker[] = [];
  if (awaited.length > 0) blockers.push({ code: 'OPINION_MISSING', subjectIds: awaited.map(({ id }) => id) });
  if (broken.length > 0) blockers.push({ code: 'SEAL_BROKEN', subjectIds: broken.map(({ id }) => id) });
  if (blockers.length > 0) throw blockedBy(blockers);
  return [
    newEvent('OpinionsRevealed', { opinions: seats.map(({ id: seatId, opinion }) => ({ seatId, text: opinion! })) }),
    newEvent('RoundOpened', nextRound(state, null, deciding, 'SECOND')),
  ];
};

export const expertOpinionEvolution: Evolution = {
  OpinionSubmitted(state, { payload, at }) {
    Object.assign(seatWithId(state, payload.seatId), { opinion: { ...payload.text }, sealedAt: at });
  },
  OpinionSealed() {
    // The seal is the digest of what was submitted: nothing more to remember.
  },
  OpinionsRevealed(state, { payload, at }) {
    for (const { seatId } of payload.opinions) seatWithId(state, seatId).revealedAt = at;
  },
};
