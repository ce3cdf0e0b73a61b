import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Id, Instant, TextRef } from './case.js';
import type { Deciding, Decision } from './decision.js';
import { badInput, requireNone, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { blockedIf, unlessOneIsFree } from './guard.js';
import type { SubjectGuard } from './guard.js';
import { beginCycle, nextCycle } from './investigation.js';

/** Why a case is taken up again; OBJECTION comes with the objection that was upheld. */
export const reopeningGrounds = [
  'OBJECTION',
  'NEW_EVIDENCE',
  'WRONG_FACTS',
  'WRONG_PROCEDURE',
  'SETTLEMENT_FLAWED',
  'OTHER',
] as const;
export type ReopeningGround = (typeof reopeningGrounds)[number];

/** One time that an ended case was taken up again. */
export interface Reopening {
  ground: ReopeningGround;
  objectionId: Id | null;
  supervisorId: Id;
  at: Instant;
}

type Ground = Pick<Reopening, 'ground' | 'objectionId'>;

/** A further time a case is taken up again only on another ground and by another supervisor. */
const reopeningBlockersOf: SubjectGuard<Ground> = ({ id, reopenings }, { ground, objectionId }, { actor }) => {
  // Each objection is a ground of its own.
  const isUsed = reopenings.some((each) => each.ground === ground && each.objectionId === objectionId);
  const isSame = reopenings.some((each) => each.supervisorId === actor.personId);
  return isSame ? blockedIf(true, 'SAME_SUPERVISOR', [actor.personId!]) : blockedIf(isUsed, 'GROUND_USED', [id]);
};

/** The grounds that a supervisor can name; OBJECTION comes with decideObjection. */
const ownGrounds = reopeningGrounds.filter((ground) => ground !== 'OBJECTION');

export const reopeningBlockers = unlessOneIsFree<Ground>(
  () => ownGrounds.map((ground) => ({ ground, objectionId: null })),
  reopeningBlockersOf,
);

type Reason = Ground & { reason: TextRef };

/** Takes up an ended case again. */
export function reopened(
  state: CaseState,
  { ground, objectionId, reason }: Reason,
  deciding: Deciding,
): AnyNewCaseEvent {
  requireNone(reopeningBlockersOf(state, { ground, objectionId }, deciding));
  const cycle = state.stage === 'REJECTED' ? null : nextCycle(state, deciding);
  return newEvent('CaseReopened', { ground, objectionId, reason, cycle });
}

export const reopenCase: Decision<{ reason: string; ground?: ReopeningGround | null }> = (state, input, deciding) => {
  const ground = input.ground ?? 'OTHER';
  if (ground === 'OBJECTION') throw badInput('input.ground', 'is given by decideObjection only');
  const reason = deciding.text(requireText('input.reason', input.reason));
  return [reopened(state, { ground, objectionId: null, reason }, deciding)];
};

/** What an ended case loses when it goes on. */
export function leaveEnd(state: CaseState): void {
  // Who was silent at the end is tried anew.
  state.contactAttempts = [];
  for (const party of state.parties) Object.assign(party, { isUnreachable: false, silenceEndsOn: null });
  Object.assign(state, { outcome: null, resolvedAt: null, windowEndsOn: null, windowExtension: null });
}

export const reopeningEvolution: Evolution = {
  CaseReopened(state, { payload, actor, at }) {
    const { ground, objectionId, cycle } = payload;
    state.reopenings.push({ ground, objectionId, supervisorId: actor.personId!, at });
    leaveEnd(state);
    if (cycle) return beginCycle(state, cycle, at);
    // Another handler answers it this time.
    state.stage = 'SUBMITTED';
    if (state.handlerId) state.barredHandlerIds.push(state.handlerId);
    state.handlerId = null;
  },
};
