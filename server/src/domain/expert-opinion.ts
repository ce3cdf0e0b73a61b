import { newEvent } from './case-event.js';
import type { CaseState } from './case.js';
import type { Decision } from './decision.js';
import { requireNone, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { seatOf, seatWithId } from './expert-panel.js';
import type { Seat } from './expert-panel.js';
import { blockedIf, passed } from './guard.js';
import type { Guard } from './guard.js';
import { nextRound } from './negotiation-round.js';

/** Whoever gives an opinion has declared to have no conflict of interest, and gives one. */
export const opinionBlockers: Guard = (state, asking) => {
  const seat = seatOf(state, asking.actor.personId!)!;
  if (seat.status !== 'CLEAR') return blockedIf(true, 'CONFLICT_UNDECLARED', [seat.id]);
  if (seat.opinion !== null) return blockedIf(true, 'OPINION_SUBMITTED', [seat.id]);
  // A late expert is replaced, on that seat only.
  return passed('OPINION_LATE', seat.opinionDueOn, [seat.id], asking);
};

/** Hands an opinion in, sealed: everyone reads its digest, nobody but its expert the words until all are revealed. */
export const submitOpinion: Decision<{ text: string }> = (state, input, deciding) => {
  const seat = seatOf(state, deciding.actor.personId!)!;
  const text = deciding.text(requireText('input.text', input.text));
  return [
    newEvent('OpinionSubmitted', { seatId: seat.id, text }, { audience: `SEAT:${seat.id}` }),
    newEvent('OpinionSealed', { seatId: seat.id, seal: text.digest }),
  ];
};

/** The seats whose opinions the review waits for. */
function panelSeats({ seats, secondNegotiation }: CaseState): Seat[] {
  return seats.filter(({ status, number }) => status !== 'REPLACED' && secondNegotiation!.panel.includes(number));
}

/** Every seat's opinion is in. */
export const revelationBlockers: Guard = (state) => {
  const awaited = panelSeats(state).filter(({ status, opinion }) => status !== 'CLEAR' || opinion === null);
  return blockedIf(
    awaited.length > 0,
    'OPINION_MISSING',
    awaited.map(({ id }) => id),
  );
};

/** Opens every seal at once and the final round with it: each text must be the one that was sealed. */
export const revealOpinions: Decision<object> = (state, _input, deciding) => {
  const seats = panelSeats(state);
  const broken = seats.filter(({ opinion }) => deciding.storedDigests.get(opinion!.id) !== opinion!.digest);
  const brokenIds = broken.map(({ id }) => id);
  requireNone(blockedIf(broken.length > 0, 'SEAL_BROKEN', brokenIds));
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
