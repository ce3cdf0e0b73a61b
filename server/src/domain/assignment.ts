import { handlerBlockers, rankHandlers } from './assignment-rule.js';
import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Id } from './case.js';
import type { Deciding, Decision } from './decision.js';
import { DomainError, badInput, blocked, notFound, requireNone, requireText } from './domain-error.js';
import type { Blocker } from './domain-error.js';
import type { Evolution } from './evolve.js';
import type { Guard } from './guard.js';

/** Who takes a case must be free to handle it; a supervisor names who is to have it. */
export const assignmentBlockers: Guard = (state, asking) => {
  const { role, personId } = asking.actor;
  const taker = role === 'HANDLER' ? asking.persons.get(personId!) : undefined;
  return taker ? handlerBlockers(state, taker, asking) : [];
};

export interface AssignCase {
  /** Without one the rule picks, for a supervisor; a handler takes the case. */
  handlerId?: Id | null;
  /** Needed when the case has a handler. */
  reason?: string | null;
}

/** Gives the case to a handler of its team: to oneself from the queue, by the supervisor to anyone or to whom the rule picks. */
export const assignCase: Decision<AssignCase> = (state, input, deciding) => {
  const { role, personId } = deciding.actor;
  const isTaking = role === 'HANDLER';
  if (isTaking && input.handlerId && input.handlerId !== personId) {
    throw new DomainError('FORBIDDEN', 'a handler takes a case from the queue for oneself only');
  }
  const handlerId = input.handlerId ?? (isTaking ? personId! : pickedByRule(state, deciding));
  if (handlerId === state.handlerId) throw blocked('ALREADY_ASSIGNED', [handlerId]);
  const assigned = assignmentTo(state, handlerId, false, deciding);
  if (state.handlerId === null) return [assigned];
  if (!input.reason) throw badInput('input.reason', 'is needed when the case has a handler');
  const reason = deciding.text(requireText('input.reason', input.reason));
  return [{ ...assigned, payload: { ...assigned.payload, reason } } as AnyNewCaseEvent];
};

function pickedByRule(state: CaseState, deciding: Deciding): Id {
  const [first] = rankHandlers(state, deciding.candidates, deciding);
  if (!first) throw blocked('NO_HANDLER_FREE', [state.id]);
  return first.id;
}

/** Gives the case to this handler, whom nothing `further` keeps from it; `isForGood` keeps the one before from taking it again. */
export function assignmentTo(
  state: CaseState,
  handlerId: Id,
  isForGood: boolean,
  deciding: Deciding,
  further: readonly Blocker[] = [],
): AnyNewCaseEvent {
  const known = deciding.persons.get(handlerId);
  const handler = known ?? deciding.candidates.find(({ person }) => person.id === handlerId)?.person;
  if (!handler) throw notFound('input.handlerId');
  requireNone([...further, ...handlerBlockers(state, handler, deciding)]);
  const teamId = state.teamId ?? handler.teamIds[0] ?? null;
  const barredId = isForGood ? state.handlerId : null;
  return newEvent('CaseAssigned', { handlerId: handler.id, teamId, ...(barredId && { barredId }) });
}

/** Gives the case to whom the rule picks. */
export function offered(state: CaseState, deciding: Deciding): AnyNewCaseEvent {
  return assignmentTo(state, pickedByRule(state, deciding), false, deciding);
}

/** Puts the case of a handler who left back into the queue of its team, at the top. */
export function released({ teamId }: CaseState): AnyNewCaseEvent {
  return newEvent('CaseAssigned', { handlerId: null, teamId });
}

/** Where an unassigned case waits in its team's queue: left by a handler, urgent, any other; behind them what has a handler. */
export function queueRank({ handlerId, handlerLeftAt, urgency }: CaseState): number {
  if (handlerId !== null) return 3;
  if (handlerLeftAt !== null) return 0;
  return urgency === 'URGENT' ? 1 : 2;
}

/** Remembers who had a hand in the case: they never supervise it. */
export function noteHandling(state: CaseState, personId: Id): void {
  if (!state.handledBy.includes(personId)) state.handledBy.push(personId);
}

export const assignmentEvolution: Evolution = {
  CaseAssigned(state, { payload: { handlerId, teamId, barredId }, at }) {
    const handlerLeftAt = handlerId === null ? at : null;
    Object.assign(state, { handlerId, teamId, handlerLeftAt });
    if (barredId) state.barredHandlerIds.push(barredId);
    if (handlerId) noteHandling(state, handlerId);
  },
};
