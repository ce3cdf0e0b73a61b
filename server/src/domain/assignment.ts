import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import { partyOf } from './case.js';
import type { CaseState, Id } from './case.js';
import type { Deciding, Decision } from './decision.js';
import { DomainError, blocked, notFound } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { seatOf } from './expert-panel.js';

/** Nobody judges a case in which they are a party. */
export function requireImpartial(state: CaseState, deciding: Deciding): void {
  const personId = deciding.actor.personId;
  const own = personId ? partyOf(state, personId) : undefined;
  if (own) throw blocked('HANDLER_IS_PARTY', [own.id]);
}

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
  const own = partyOf(state, handler.id);
  if (own) throw blocked('HANDLER_IS_PARTY', [own.id]);
  // Who advises as an expert does not lead.
  const seat = seatOf(state, handler.id);
  if (seat) throw blocked('EXPERT_SEATED', [seat.id]);
  if (state.barredHandlerIds.includes(handler.id)) throw blocked('HANDLER_BARRED', [handler.id]);
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
