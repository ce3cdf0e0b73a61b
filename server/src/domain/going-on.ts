import type { CaseState } from './case.js';
import type { ClockChange } from './clock-change.js';
import { graceAfter } from './calendar-revision.js';
import { daysRun, dueOnOf, latestClock } from './clock.js';
import type { Clock, ClockKind } from './clock.js';
import type { Deciding } from './decision.js';
import { shanghaiDate } from './working-calendar.js';
import type { LocalDate } from './working-calendar.js';
/** Runs a stopped cycle on; its days are counted anew, because it is not over. Null when it did not stop. */
export function ranOn(
  state: CaseState,
  kind: ClockKind,
  isGapCounted: boolean,
  today: LocalDate,
  { calendar }: Deciding,
): ClockChange | null {
  const clock = latestClock(state.clocks, kind);
  if (clock?.state !== 'STOPPED') return null;
  const on = isGapCounted ? clock.spans.at(-1)!.toOn! : today;
  const pausedUntil = isGapCounted && clock.pauseCap > 0 ? pauseBeyondStop(state, clock, on, today) : null;
  const pauses = pausedUntil ? [...clock.pauses, { fromOn: on, toOn: pausedUntil }] : clock.pauses;
  // Another calendar may count from now on; what the earlier one gave stays.
  const { graceWorkingDays } = graceAfter(calendar, clock, clock.dueOn, on);
  const running = { ...clock, graceWorkingDays, pauses, spans: [...clock.spans, { fromOn: on, toOn: null }] };
  const { elapsed } = daysRun(calendar, clock, on);
  const { paused } = daysRun(calendar, running, today);
  const measured = { elapsed, paused, counted: elapsed - paused };
  const { cycle } = clock;
  const due = dueOnOf(calendar, running, today);
  return { change: 'RAN_ON', kind, cycle, on, pausedUntil, graceWorkingDays, ...measured, ...due };
}

/** Until when mandatory evidence was owed of what was asked before the stop; where days in between count, so does their pause. */
function pauseBeyondStop(
  { evidenceRequests }: CaseState,
  clock: Clock,
  on: LocalDate,
  today: LocalDate,
): LocalDate | null {
  const ends = evidenceRequests
    .filter(({ isMandatory, askedAt }) => isMandatory && askedAt <= clock.stoppedAt!)
    .map(({ status, closedAt, dueOn }) => {
      if (status === 'OPEN') return today;
      const closedOn = shanghaiDate(new Date(closedAt!));
      // A withdrawal ends a request before its last day, the lapse acts after it.
      return status === 'LAPSED' && dueOn < closedOn ? dueOn : closedOn;
    });
  const until = ends.reduce((a, b) => (a > b ? a : b), on);
  return until > on ? until : null;
}
