import type { Deadline, Id, Instant, TextRef } from './case.js';
import type { ClockChange } from './clock-change.js';
import { addDays, shanghaiDate, startOfDay } from './working-calendar.js';
import type { LocalDate } from './working-calendar.js';

import type { CaseEventPayloads } from './case-event-payload.js';

export type CaseEventType = keyof CaseEventPayloads;

/** Who may read an event or a row; it never changes, revealing is a new event. */
export type Audience = 'PARTIES' | 'STAFF' | `PARTY:${Id}` | `SEAT:${Id}`;

export const actorRoles = [
  'COMPLAINANT',
  'RESPONDENT',
  'THIRD_PARTY',
  'HANDLER',
  'SUPERVISOR',
  'EXPERT',
  'ADMIN',
  'INTEGRATION',
  'SYSTEM',
] as const;
export type ActorRole = (typeof actorRoles)[number];

/** Who did it, and in which capacity; the platform acting by itself is SYSTEM and nobody. */
export interface Actor {
  personId: Id | null;
  role: ActorRole;
  partyId: Id | null;
  /** Why a supervisor acted in the handler's place. */
  reason: TextRef | null;
}

/** An event as a rule decides it, before it has a place in the log. */
export interface NewCaseEvent<T extends CaseEventType = CaseEventType> {
  type: T;
  payload: CaseEventPayloads[T];
  audience: Audience;
  /** The deadline that acts through this event. */
  deadline: Pick<Deadline, 'kind' | 'subjectId' | 'dueOn'> | null;
}

/** One immutable entry of the log. `number` and `hash` run per case and audience. */
export interface CaseEvent<T extends CaseEventType = CaseEventType> extends NewCaseEvent<T> {
  id: Id;
  caseId: Id;
  number: number;
  caseVersion: number;
  at: Instant;
  /** The date from which it counts: that of `at`, or the due date of the deadline that acts. */
  effectiveOn: LocalDate;
  actor: Actor;
  clocks: ClockChange[];
  /** sha256 of the previous hash of the chain and the canonical JSON of this event, hex. */
  hash: string;
}

/** Any event, its payload told by its type. */
export type AnyCaseEvent = { [T in CaseEventType]: CaseEvent<T> }[CaseEventType];
export type AnyNewCaseEvent = { [T in CaseEventType]: NewCaseEvent<T> }[CaseEventType];

/**
 * The moment from which an event counts: when it was written, or the last one of the day on which the deadline behind it was
 * due, whenever that was noticed. Everything but the log itself is told by it.
 */
export function countsFrom({ at, effectiveOn }: Pick<CaseEvent, 'at' | 'effectiveOn'>): Instant {
  if (effectiveOn >= shanghaiDate(new Date(at))) return at;
  return new Date(startOfDay(addDays(effectiveOn, 1)).getTime() - 1).toISOString();
}

/** A new event for all parties, unless `options` says otherwise. */
export function newEvent<T extends CaseEventType>(
  type: T,
  payload: CaseEventPayloads[T],
  options: Partial<Pick<NewCaseEvent, 'audience' | 'deadline'>> = {},
): AnyNewCaseEvent {
  return { type, payload, audience: 'PARTIES', deadline: null, ...options } as AnyNewCaseEvent;
}
