import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import { partyOf } from './case.js';
import type { CaseState, Id } from './case.js';
import type { Deciding, Decision } from './decision.js';
import { DomainError, blocked, notFound, requireNone } from './domain-error.js';
import type { Blocker } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { seatOf } from './expert-panel.js';
import { blockedIf } from './guard.js';
import type { Guard } from './guard.js';

/** What keeps somebody from leading this case, whatever their role. */
function leadBlockers(state: CaseState, personId: Id): Blocker[] {
  const own = partyOf(state, personId);
  return [
    ...blockedIf(own !== undefined, 'HANDLER_IS_PARTY', own ? [own.id] : []),
    // Who advises as an expert does not lead.
    ...blockedIf(seatOf(state, personId) !== undefined, 'EXPERT_SEATED', [personId]),
    ...blockedIf(state.barredHandlerIds.includes(personId), 'HANDLER_BARRED', [personId]),
  ];
}

/** A handler takes a case for oneself; a supervisor names who is to have it. */
export const assignmentBlockers: Guard = (state, { actor }) =>
  actor.role === 'HANDLER' ? leadBlockers(state, actor.personId!) : [];

/** Gives the case to a handler of its team: to oneself from the queue, or to anyone by the supervisor. */
export const assignCase: Decision<{ handlerId: Id }> = (state, input, deciding) => {
  const { role, personId } = deciding.actor;
  if (role === 'HANDLER' && input.handlerId !== personId) {
    throw new DomainError('FORBIDDEN', 'a handler takes a case from the queue for oneself only');
  }
  return [assignmentTo(state, input.handlerId, false, deciding)];
};

/** Gives the case to this handler; `isForGood` keeps the one before from taking it again. */
export function assignmentTo(state: CaseState, handlerId: Id, isForGood: boolean, deciding: Deciding): AnyNewCaseEvent {
  const handler = deciding.persons.get(handlerId);
  if (!handler) throw notFound('input.handlerId');
  const teamId = state.teamId ?? handler.teamIds[0] ?? null;
  if (!handler.roles.includes('HANDLER') || (teamId && !handler.teamIds.includes(teamId))) {
    throw blocked('NOT_A_HANDLER', [handler.id]);
  }
  requireNone(leadBlockers(state, handler.id));
  const barredId = isForGood ? state.handlerId : null;
  return newEvent('CaseAssigned', { handlerId: handler.id, teamId, ...(barredId && { barredId }) });
}

/** Remembers who had a hand in the case: they never supervise it. */
export function noteHandling(state: CaseState, personId: Id): void {
  if (!state.handledBy.includes(personId)) state.handledBy.push(personId);
}

export const assignmentEvolution: Evolution = {
  CaseAssigned(state, { payload: { handlerId, teamId, barredId } }) {
    Object.assign(state, { handlerId, teamId });
    if (barredId) state.barredHandlerIds.push(barredId);
    if (handlerId) noteHandling(state, handlerId);
  },
};
