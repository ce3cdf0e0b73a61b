import type { AnyCaseEvent } from '../domain/case-event.js';

/** The columns of an event as its rule recorded it; its place in the feed is given by the table's defaults. */
export const eventColumns = [
  'id',
  'case_id',
  'audience',
  'number',
  'case_version',
  'type',
  'at',
  'effective_on',
  'actor',
  'payload',
  'clocks',
  'deadline',
  'hash',
  'command_key',
] as const;

/** An event as a row of `case_event`. `commandKey` is the digest of the idempotency key that caused it. */
export function eventRow(
  event: AnyCaseEvent,
  commandKey: string | null,
): Record<(typeof eventColumns)[number], unknown> {
  return {
    id: event.id,
    case_id: event.caseId,
    audience: event.audience,
    number: event.number,
    case_version: event.caseVersion,
    type: event.type,
    at: event.at,
    effective_on: event.effectiveOn,
    actor: event.actor,
    payload: event.payload,
    clocks: event.clocks,
    deadline: event.deadline,
    hash: event.hash,
    command_key: commandKey,
  };
}
