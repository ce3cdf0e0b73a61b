import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Id, Instant, TextRef } from './case.js';
import type { Deciding, Decision } from './decision.js';
import { badInput, blockedBy, requireText } from './domain-error.js';
import type { Blocker } from './domain-error.js';
import type { Evolution } from './evolve.js';
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

type Reason = Pick<Reopening, 'ground' | 'objectionId'> & { reason: TextRef };

/** Takes up an ended case again; a further time only on another ground and by another supervisor. */
export function reopened(
  state: CaseState,
  { ground, objectionId, reason }: Reason,
  deciding: Deciding,
): AnyNewCaseEvent {
  const blockers: Blocker[] = [];
  // Each objection is a ground of its own.
  const isUsed = state.reopenings.some((each) => each.ground === ground && each.objectionId === objectionId);
  const isSame = state.reopenings.some((each) => each.supervisorId === deciding.actor.personId);
  if (isUsed) blockers.push({ code: 'GROUND_USED', subjectIds: [state.id] });
  if (isSame) blockers.push({ code: 'SAME_SUPERVISOR', subjectIds: [deciding.actor.personId!] });
  if (blockers.length > 0) throw blockedBy(blockers);
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
