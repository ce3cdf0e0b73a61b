import { newEvent } from './case-event.js';
import { partyOf } from './case.js';
import type { CaseState, Id } from './case.js';
import type { Deciding, Decision } from './decision.js';
import { DomainError, blocked, notFound } from './domain-error.js';
import type { Evolution } from './evolve.js';

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
  const handler = deciding.persons.get(input.handlerId);
  if (!handler) throw notFound('input.handlerId');
  const teamId = state.teamId ?? handler.teamIds[0] ?? null;
  if (!handler.roles.includes('HANDLER') || (teamId && !handler.teamIds.includes(teamId))) {
    throw blocked('NOT_A_HANDLER', [handler.id]);
  }
  const own = partyOf(state, handler.id);
  if (own) throw blocked('HANDLER_IS_PARTY', [own.id]);
  return [newEvent('CaseAssigned', { handlerId: handler.id, teamId })];
};

export const assignmentEvolution: Evolution = {
  CaseAssigned(state, { payload }) {
    Object.assign(state, payload);
  },
};
