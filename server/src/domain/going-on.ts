import type { CaseState } from './case.js';
import type { ClockChange } from './clock-change.js';
import { graceAfter } from './calendar-revision.js';
import { daysRun, dueOnOf, latestClock } from './clock.js';
import type { Clock, ClockKind } from './clock.js';
import type { Deciding } from './decision.js';
import { owedSpans } from './evidence.js';
import { pausesToRecount } from './pause-cap.js';
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
  const spans = [...clock.spans, { fromOn: on, toOn: null }];
  const isRecounted = clock.calendarVersion !== calendar.version;
  const recounted = isRecounted ? pausesToRecount({ ...clock, spans }, state, calendar, today) : clock.pauses;
  const isPauseNew = recounted !== clock.pauses;
  const pausedUntil =
    isGapCounted && clock.pauseCap > 0 && !isPauseNew ? pauseBeyondStop(state, clock, on, today) : null;
  const pauses = pausedUntil ? [...recounted, { fromOn: on, toOn: pausedUntil }] : recounted;
  // Another calendar may count from now on; what the earlier one gave stays.
  const { graceWorkingDays } = graceAfter(calendar, { ...clock, pauses: recounted }, clock.dueOn, on);
  const running = { ...clock, graceWorkingDays, pauses, spans };
  const { elapsed } = daysRun(calendar, clock, on);
  const { paused } = daysRun(calendar, running, today);
  const measured = { elapsed, paused, counted: elapsed - paused };
  const { cycle } = clock;
  const due = dueOnOf(calendar, running, today);
  const newPauses = isPauseNew && { pauses: recounted };
  return { change: 'RAN_ON', kind, cycle, on, pausedUntil, graceWorkingDays, ...newPauses, ...measured, ...due };
}

/** Until when mandatory evidence was owed of what was asked before the stop; where days in between count, so does their pause. */
function pauseBeyondStop(
  { evidenceRequests }: CaseState,
  clock: Clock,
  on: LocalDate,
  today: LocalDate,
): LocalDate | null {
  const askedBefore = evidenceRequests.filter(({ askedAt }) => askedAt <= clock.stoppedAt!);
  const ends = owedSpans(askedBefore, today).map(({ toOn }) => toOn);
  const until = ends.reduce((a, b) => (a > b ? a : b), on);
  return until > on ? until : null;
}
