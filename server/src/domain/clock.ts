import type { Band } from './benchmark.js';
import type { Id, Instant } from './case.js';
import type { CaseReason, CaseTrack, CaseType, Complexity, Outcome, Urgency } from './classification.js';
import type { RootCause } from './investigation.js';
import { dueDate, workingDaysBetween } from './working-calendar.js';
import type { LocalDate, WorkingCalendar } from './working-calendar.js';

export const clockKinds = [
  'SIMPLE',
  'RESPONSE',
  'INVESTIGATION',
  'FIRST_NEGOTIATION',
  'SECOND_NEGOTIATION',
  'OVERALL',
] as const;
export type ClockKind = (typeof clockKinds)[number];
export const clockStates = ['RUNNING', 'PAUSED', 'STOPPED', 'CANCELLED'] as const;
export type ClockState = (typeof clockStates)[number];
export const verdicts = ['FASTER', 'WITHIN', 'OVER'] as const;
export type Verdict = (typeof verdicts)[number];
export const clockRisks = ['LOW', 'HALF', 'THREE_QUARTERS', 'NINETY', 'DUE_NEXT_DAY', 'DUE_TODAY', 'BREACHED'] as const;
export type ClockRisk = (typeof clockRisks)[number];

/** Why a cycle ended; figures choose their population by it. */
export const stopReasons = [
  'ANSWERED',
  'CLARIFICATION',
  'CONCLUDED',
  'AGREED',
  'IMPASSE',
  'RESOLVED',
  'UNRESOLVED',
  'REJECTED',
  'WITHDRAWN',
  'LEFT_TRACK',
] as const;
export type StopReason = (typeof stopReasons)[number];

/** The days in (fromOn, toOn]; an open end is still running. */
export interface Span {
  fromOn: LocalDate;
  toOn: LocalDate | null;
}

/** What the case was when a cycle stopped: a later handler does not take over an earlier one's figures. */
export interface Dimensions {
  type: CaseType;
  reason: CaseReason;
  track: CaseTrack;
  urgency: Urgency;
  complexity: Complexity | null;
  handlerId: Id | null;
  teamId: Id | null;
  /** Of the last finding. */
  rootCause: RootCause | null;
  /** Who answers the case: a member of its first respondent. */
  respondentId: Id | null;
  /** Of OVERALL, which ends with the case; null for the others. */
  outcome: Outcome | null;
}

/** One cycle of a measured wait. `elapsed`, `paused`, `counted` are null until it stops. */
export interface Clock {
  kind: ClockKind;
  cycle: number;
  state: ClockState;
  startedAt: Instant;
  stoppedAt: Instant | null;
  stopReason: StopReason | null;
  band: Band;
  calendarVersion: number;
  originalDueOn: LocalDate;
  /** As computed at the last change; a paused clock's moves on with each working day paused. */
  dueOn: LocalDate;
  isProvisional: boolean;
  /** What the calendar that counts gives; `dueOn` is later where an earlier calendar gave more time. */
  computedDueOn: LocalDate;
  /** Working days between the two: they do not count, once the maximum has been counted. */
  graceWorkingDays: number;
  pauseCap: number;
  spans: Span[];
  pauses: Span[];
  /** The day on which the pause that is open reaches the cap; the clock runs on by itself then. */
  capOn: LocalDate | null;
  /** Working days in spans and pauses that have ended, as counted when they did. */
  elapsedBefore: number;
  pausedBefore: number;
  elapsed: number | null;
  paused: number | null;
  counted: number | null;
  verdict: Verdict | null;
  /** The due date that passed while it ran; told once a cycle. */
  breachedOn: LocalDate | null;
  dimensions: Dimensions | null;
}

/** A clock as it stands at the end of a date, all durations in working days. */
export interface ClockReading {
  elapsed: number;
  paused: number;
  counted: number;
  /** max − counted; negative once late. Null when the clock was cancelled. */
  remaining: number | null;
  dueOn: LocalDate;
  isProvisional: boolean;
  computedDueOn: LocalDate;
  verdict: Verdict | null;
  /** How near the maximum a running clock is; null when it no longer runs. */
  risk: ClockRisk | null;
}

export function isRunning(clock: Clock): boolean {
  return clock.state === 'RUNNING' || clock.state === 'PAUSED';
}

/** The latest cycle of a kind, or undefined before its first. */
export function latestClock(clocks: readonly Clock[], kind: ClockKind): Clock | undefined {
  return clocks.filter((clock) => clock.kind === kind).at(-1);
}

/** Working-day rule 5: FASTER below the band, WITHIN in it, both ends included, OVER above. */
export function verdictOf(counted: number, band: Band): Verdict {
  if (counted < band.min) return 'FASTER';
  return counted <= band.max ? 'WITHIN' : 'OVER';
}

/** The worst warning that holds; `left` is how many working days lie between the day read and the due date. */
export function riskOf(counted: number, band: Band, left: number): ClockRisk {
  if (left < 0) return 'BREACHED';
  if (left === 0) return 'DUE_TODAY';
  if (left === 1) return 'DUE_NEXT_DAY';
  const share = counted / band.max;
  if (share >= 0.9) return 'NINETY';
  if (share >= 0.75) return 'THREE_QUARTERS';
  return share >= 0.5 ? 'HALF' : 'LOW';
}

/** Working-day rules 1 and 3: reads a running clock as if it stopped at the end of `today`; a stopped one keeps its days. */
export function readClock(calendar: WorkingCalendar, clock: Clock, today: LocalDate): ClockReading {
  const { dueOn, isProvisional, computedDueOn } = clock;
  const { elapsed: stoppedElapsed, paused: stoppedPaused, counted: stoppedCounted } = clock;
  if (stoppedElapsed !== null && stoppedPaused !== null && stoppedCounted !== null) {
    return {
      elapsed: stoppedElapsed,
      paused: stoppedPaused,
      counted: stoppedCounted,
      remaining: clock.state === 'CANCELLED' ? null : clock.band.max - stoppedCounted,
      dueOn,
      isProvisional,
      computedDueOn,
      verdict: clock.verdict,
      risk: null,
    };
  }
  const { elapsed, paused, counted } = measure(calendar, clock, today);
  const due = clock.state === 'PAUSED' ? dueOnOf(calendar, clock, today) : { dueOn, isProvisional, computedDueOn };
  const run = daysRun(calendar, clock, today);
  return {
    elapsed,
    paused,
    counted,
    remaining: clock.band.max - counted,
    dueOn: due.dueOn,
    isProvisional: due.isProvisional,
    computedDueOn: due.computedDueOn,
    verdict: counted > clock.band.max ? 'OVER' : null,
    risk: riskOf(counted, clock.band, clock.band.max + clock.graceWorkingDays - (run.elapsed - run.paused)),
  };
}

/** Elapsed, paused (capped) and counted working days of the cycle through a date; elapsed leaves out the days of grace. */
export function measure(calendar: WorkingCalendar, clock: Clock, through: LocalDate) {
  const { elapsed, paused } = daysRun(calendar, clock, through);
  const grace = Math.max(0, Math.min(elapsed - paused - clock.band.max, clock.graceWorkingDays));
  return { elapsed: elapsed - grace, paused, counted: elapsed - grace - paused };
}

/** The working days in which the cycle ran, and of these the paused ones (capped), as the calendar has them. */
export function daysRun(calendar: WorkingCalendar, clock: Clock, through: LocalDate) {
  const elapsed = daysIn(calendar, clock.spans, through);
  return { elapsed, paused: Math.min(daysIn(calendar, clock.pauses, through), clock.pauseCap) };
}

/**
 * The due date of the cycle as it stands: its maximum, moved by the days paused and the days it did not run, and by
 * what grace an earlier calendar left. It never goes back: of the dates computed while it ran the later decides.
 */
export function dueOnOf(calendar: WorkingCalendar, clock: Clock, through: LocalDate) {
  const first = clock.spans[0]!.fromOn;
  const last = clock.spans.at(-1)!;
  const stopped =
    workingDaysBetween(calendar, first, last.fromOn) - daysIn(calendar, clock.spans.slice(0, -1), through);
  const paused = Math.min(daysIn(calendar, clock.pauses, through), clock.pauseCap);
  const days = clock.band.max + stopped + paused;
  const { dueOn: computedDueOn } = dueDate(calendar, first, days);
  const { dueOn: reached } = dueDate(calendar, first, days + clock.graceWorkingDays);
  const dueOn = reached > clock.dueOn ? reached : clock.dueOn;
  const isProvisional = dueOn > calendar.announcedThrough;
  return { dueOn, isProvisional, computedDueOn, calendarVersion: calendar.version };
}

/** Spans of one clock never overlap, so their union is their sum. */
export function daysIn(calendar: WorkingCalendar, spans: readonly Span[], through: LocalDate): number {
  let days = 0;
  for (const { fromOn, toOn } of spans) {
    const end = toOn ?? through;
    if (end > fromOn) days += workingDaysBetween(calendar, fromOn, end);
  }
  return days;
}
