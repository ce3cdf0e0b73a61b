import { newEvent } from './case-event.js';
import { partyOf } from './case.js';
import type { CaseState, Id, Instant, TextRef } from './case.js';
import { daysFromToday } from './decision.js';
import type { Deciding, Decision } from './decision.js';
import { badInput, blocked, notFound, requireNone, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { blockedIf, unlessOneIsFree } from './guard.js';
import type { Guard, SubjectGuard } from './guard.js';
import type { LocalDate } from './working-calendar.js';

export const seatStatuses = ['APPOINTED', 'CLEAR', 'RECUSED', 'REPLACED', 'RELEASED'] as const;
export type SeatStatus = (typeof seatStatuses)[number];

/** One expert's place on the panel. Who takes over a place has a seat of their own, of the same number. */
export interface Seat {
  id: Id;
  number: number;
  expertId: Id;
  /** CLEAR once the expert declared to have no conflict of interest; a RECUSED one is free, and waits for another expert; a RELEASED one is needed no more. */
  status: SeatStatus;
  /** Since when an opinion is awaited, and until when; null before the review. */
  askedAt: Instant | null;
  opinionDueOn: LocalDate | null;
  /** Sealed by the digest of its words until all are revealed together. */
  opinion: TextRef | null;
  sealedAt: Instant | null;
  revealedAt: Instant | null;
}

/** The experts who sit now, whether or not they have declared themselves yet. */
export function seatedIn(state: CaseState): Seat[] {
  return state.seats.filter(({ status }) => status === 'APPOINTED' || status === 'CLEAR');
}

/** The seat that this person holds, or undefined. */
export function seatOf(state: CaseState, personId: Id): Seat | undefined {
  return seatedIn(state).find((seat) => seat.expertId === personId);
}

/** What the record itself says against an expert: a party of the case, or somebody who had a hand in it. */
export function hasDerivedConflict(state: CaseState, expertId: Id): boolean {
  return partyOf(state, expertId) !== undefined || state.handledBy.includes(expertId);
}

function impartialExpert(state: CaseState, expertId: Id, deciding: Deciding): Id {
  const expert = deciding.persons.get(expertId);
  if (!expert) throw notFound('input.expertId');
  if (!expert.roles.includes('EXPERT')) throw blocked('NOT_AN_EXPERT', [expert.id]);
  if (state.seats.some((seat) => seat.expertId === expert.id)) throw blocked('EXPERT_SEATED', [expert.id]);
  // Who works on cases here is no third party.
  const isColleague =
    (state.teamId !== null && expert.teamIds.includes(state.teamId)) ||
    expert.roles.some((role) => role === 'HANDLER' || role === 'SUPERVISOR');
  const isTied = deciding.tiedPersonIds.includes(expert.id) || isColleague;
  if (isTied || hasDerivedConflict(state, expert.id)) throw blocked('EXPERT_CONFLICT', [expert.id]);
  return expert.id;
}

/** Once admitted the panel keeps its size: a seat is filled again by replaceExpert. */
export const appointmentBlockers: Guard = (state) =>
  blockedIf(state.stage === 'EXPERT_REVIEW', 'PANEL_COMPLETE', [state.id]);

export const appointExpert: Decision<{ expertId: Id }> = (state, input, deciding) => {
  const expertId = impartialExpert(state, input.expertId, deciding);
  const number = Math.max(0, ...state.seats.map((seat) => seat.number)) + 1;
  return [newEvent('ExpertAppointed', { seatId: deciding.newId(), number, expertId }, { audience: 'STAFF' })];
};

export interface DeclareConflict {
  hasConflict: boolean;
  explanation?: string | null;
}

export const declareConflict: Decision<DeclareConflict> = (state, input, deciding) => {
  const { hasConflict } = input;
  const seat = seatOf(state, deciding.actor.personId!)!;
  if (seat.status === 'CLEAR' && !hasConflict) throw blocked('CONFLICT_DECLARED', [seat.id]);
  if (hasConflict && !input.explanation) throw badInput('input.explanation', 'must say which conflict');
  const explanation = input.explanation ? deciding.text(requireText('input.explanation', input.explanation)) : null;
  const declared = { seatId: seat.id, hasConflict, explanation };
  return [newEvent('ConflictDeclared', declared, { audience: 'STAFF' })];
};

export interface ReplaceExpert {
  seatId: Id;
  expertId: Id;
  reason: string;
}

function isBesidePanel({ stage, secondNegotiation }: CaseState, number: number): boolean {
  return stage === 'EXPERT_REVIEW' && !secondNegotiation!.panel.includes(number);
}

const replacementBlockersOf: SubjectGuard<Seat> = (state, { id, number, status, opinion }) => [
  ...blockedIf(status === 'REPLACED', 'SEAT_REPLACED', [id]),
  // Who recused before the panel was complete left no seat of it.
  ...blockedIf(isBesidePanel(state, number), 'PANEL_COMPLETE', [state.id]),
  ...blockedIf(status === 'CLEAR' && opinion !== null, 'OPINION_SUBMITTED', [id]),
];

export const replacementBlockers = unlessOneIsFree(({ seats }) => seats, replacementBlockersOf);

/** Gives one seat to another expert; the others keep theirs, and the clock runs on. */
export const replaceExpert: Decision<ReplaceExpert> = (state, input, deciding) => {
  const seat = state.seats.find((each) => each.id === input.seatId);
  if (!seat) throw notFound('input.seatId');
  requireNone(replacementBlockersOf(state, seat, deciding));
  const expertId = impartialExpert(state, input.expertId, deciding);
  const reason = deciding.text(requireText('input.reason', input.reason));
  const isAwaited = state.stage === 'EXPERT_REVIEW';
  const opinionDueOn = isAwaited ? daysFromToday(deciding, deciding.policy.opinionWorkingDays) : null;
  const place = { seatId: deciding.newId(), number: seat.number, expertId };
  const replaced = { ...place, replacedSeatId: seat.id, opinionDueOn, reason };
  return [newEvent('ExpertReplaced', replaced, { audience: 'STAFF' })];
};

type Place = Pick<Seat, 'number' | 'expertId' | 'opinionDueOn'> & { seatId: Id };

function seat(state: CaseState, { seatId: id, number, expertId, opinionDueOn }: Place, at: Instant): void {
  const askedAt = opinionDueOn ? at : null;
  const none = { opinion: null, sealedAt: null, revealedAt: null };
  state.seats.push({ id, number, expertId, status: 'APPOINTED', askedAt, opinionDueOn, ...none });
}

/** Ends every seat: no opinion is waited for, and no expert reads the case any more. */
export function releaseSeats(state: CaseState): void {
  for (const seated of seatedIn(state)) seated.status = 'RELEASED';
}

/** The seat that an event of the case names. */
export function seatWithId(state: CaseState, seatId: Id): Seat {
  return state.seats.find((each) => each.id === seatId)!;
}

export const expertPanelEvolution: Evolution = {
  ExpertAppointed(state, { payload, at }) {
    seat(state, { ...payload, opinionDueOn: null }, at);
  },
  ExpertReplaced(state, { payload, at }) {
    seatWithId(state, payload.replacedSeatId).status = 'REPLACED';
    seat(state, payload, at);
  },
  ConflictDeclared(state, { payload }) {
    seatWithId(state, payload.seatId).status = payload.hasConflict ? 'RECUSED' : 'CLEAR';
  },
  ExpertRecused(state, { payload }) {
    seatWithId(state, payload.seatId).status = 'RECUSED';
  },
};
