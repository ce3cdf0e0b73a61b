import type { ClockKind } from '../domain/clock.js';

/** Which stopped cycles of a kind a figure counts, as a condition on `clock`; the others are excluded by name. */
const counted: Record<ClockKind, string> = {
  OVERALL: `stop_reason in ('RESOLVED', 'UNRESOLVED')`,
  // Leaving the track in time cancels the cycle; a late one stopped there, OVER, and is counted.
  SIMPLE: `stop_reason = 'RESOLVED' or (stop_reason = 'LEFT_TRACK' and verdict = 'OVER')`,
  RESPONSE: 'true',
  INVESTIGATION: 'true',
  FIRST_NEGOTIATION: 'true',
  SECOND_NEGOTIATION: 'true',
};

/** What becomes of a cycle in a figure: counted, still running, or left out, and why; each cycle is exactly one of these. */
export type Part = 'COUNTED' | 'RUNNING' | 'REJECTED' | 'WITHDRAWN' | 'CANCELLED' | 'LEFT_TRACK';

/** The part that a row of `clock` plays, as SQL. */
export function partOf(kind: ClockKind): string {
  return `case
    when stopped_on is null then 'RUNNING'
    when state = 'CANCELLED' then case stop_reason when 'LEFT_TRACK' then 'LEFT_TRACK' else 'CANCELLED' end
    when ${counted[kind]} then 'COUNTED'
    else stop_reason end`;
}
