import type { Band } from './benchmark.js';
import { countsFrom } from './case-event.js';
import type { AnyCaseEvent } from './case-event.js';
import type { CaseState, Instant } from './case.js';
import type { CaseTrack } from './classification.js';
import { clockKinds, dueOnOf, isRunning, latestClock, measure, verdictOf } from './clock.js';
import type { Clock, ClockKind, Dimensions, Span, StopReason, Verdict } from './clock.js';
import type { Deciding } from './decision.js';
import { mandatoryRequestsOpen } from './evidence.js';
import { ranOn } from './going-on.js';
import type { CaseStage } from './stage.js';
import { dueDate } from './working-calendar.js';
import type { LocalDate } from './working-calendar.js';
import { revisedClock } from './calendar-revision.js';
import { effectsOf } from './clock-table.js';

interface OfCycle {
  kind: ClockKind;
  cycle: number;
  on: LocalDate;
}
interface Due {
  dueOn: LocalDate;
  isProvisional: boolean;
  /** Of a log written before calendars were revised there is neither: the date is the computed one, the version stays. */
  computedDueOn?: LocalDate;
  calendarVersion?: number;
}
interface Recounted {
  elapsedBefore: number;
  pausedBefore: number;
  graceWorkingDays: number;
  capOn: LocalDate | null;
  /** Where the cap had ended them and this calendar counts them otherwise. */
  pauses?: Span[];
}
interface Measured {
  elapsed: number;
  paused: number;
  counted: number;
}

/** What an event does to one clock; the log keeps the computed days, so that no later calendar changes them. */
export type ClockChange =
  | (OfCycle & Due & { change: 'STARTED'; band: Band; calendarVersion: number; pauseCap: number })
  | (OfCycle & Due & Measured & { change: 'PAUSED'; capOn: LocalDate })
  | (OfCycle & Due & Measured & { change: 'RESUMED' })
  | (OfCycle & Due & Measured & { change: 'STOPPED'; reason: StopReason; verdict: Verdict })
  | (OfCycle & Due & Measured & { change: 'CANCELLED'; reason: StopReason })
  /** `pausedUntil` ends a pause that lasted beyond the stop; null when none did. */
  | (OfCycle &
      Due &
      Measured & { change: 'RAN_ON'; pausedUntil: LocalDate | null; graceWorkingDays?: number; pauses?: Span[] })
  /** Another calendar counts it; `elapsedBefore` and `pausedBefore` are the days that are behind it, counted anew. */
  | (OfCycle & Due & Measured & Recounted & { change: 'REVISED' });

/** These stand still while a party owes mandatory evidence (working-day rule 3). */
const pausable: readonly ClockKind[] = ['INVESTIGATION', 'FIRST_NEGOTIATION', 'SECOND_NEGOTIATION'];

/** Works out and applies what the event does to the clocks; `state` is the case after the event. */
export function changeClocks(
  state: CaseState,
  event: AnyCaseEvent,
  before: { track: CaseTrack; stage: CaseStage },
  deciding: Deciding,
): ClockChange[] {
  const changes: ClockChange[] = [];
  const apply = (change: ClockChange | null) => {
    if (!change) return;
    applyClockChange(state, change, countsFrom(event));
    changes.push(change);
  };
  for (const effect of effectsOf(event, before, state)) {
    if (effect.do === 'runOn')
      apply(ranOn(state, effect.kind, effect.isGapCounted ?? false, event.effectiveOn, deciding));
    else if (effect.do === 'start') apply(started(state, effect.kind, effect.on ?? event.effectiveOn, deciding));
    else if (effect.do === 'revise') apply(revised(state, effect, event.effectiveOn, deciding));
    else if (effect.do === 'stop') apply(stopped(state, effect.kind, effect.reason, event.effectiveOn, deciding));
    else {
      const concerned = effect.do === 'cancel' ? [effect.kind] : clockKinds;
      for (const clock of state.clocks.filter((each) => isRunning(each) && concerned.includes(each.kind))) {
        apply(ended(clock, 'CANCELLED', effect.reason, event.effectiveOn, deciding));
      }
    }
  }
  for (const change of pauseChanges(state, event, deciding)) apply(change);
  return changes;
}

function started(state: CaseState, kind: ClockKind, on: LocalDate, deciding: Deciding): ClockChange {
  const band = deciding.benchmarks.bands[kind];
  return {
    change: 'STARTED',
    kind,
    cycle: (latestClock(state.clocks, kind)?.cycle ?? 0) + 1,
    on,
    band,
    calendarVersion: deciding.calendar.version,
    pauseCap: pausable.includes(kind) ? deciding.policy.pauseCapWorkingDays : 0,
    ...dueDate(deciding.calendar, on, band.max),
  };
}

function revised(
  state: CaseState,
  { kind, cycle }: { kind: ClockKind; cycle: number },
  on: LocalDate,
  { calendar, calendarBefore }: Deciding,
): ClockChange {
  const revision = { calendar, calendarBefore: calendarBefore!, today: on };
  return { change: 'REVISED', kind, cycle, on, ...revisedClock(clockOf(state, kind, cycle), state, revision) };
}

/** A fast-track clock that is left in time is cancelled, one that is late stops there, OVER. */
function stopped(state: CaseState, kind: ClockKind, reason: StopReason, on: LocalDate, deciding: Deciding) {
  const clock = latestClock(state.clocks, kind);
  if (!clock || !isRunning(clock)) return null;
  const isLate = measure(deciding.calendar, clock, on).counted > clock.band.max;
  return ended(clock, reason === 'LEFT_TRACK' && !isLate ? 'CANCELLED' : 'STOPPED', reason, on, deciding);
}

function ended(
  clock: Clock,
  change: 'STOPPED' | 'CANCELLED',
  reason: StopReason,
  on: LocalDate,
  { calendar }: Deciding,
): ClockChange {
  const measured = measure(calendar, clock, on);
  const base = { kind: clock.kind, cycle: clock.cycle, on, reason, ...measured, ...dueOnOf(calendar, clock, on) };
  return change === 'CANCELLED'
    ? { change, ...base }
    : { change, ...base, verdict: verdictOf(measured.counted, clock.band) };
}

function pauseChanges(state: CaseState, event: AnyCaseEvent, { calendar }: Deciding): ClockChange[] {
  const on = event.effectiveOn;
  // Where a calendar is revised, the other clocks may still wait for their own event.
  const concerned = (kind: ClockKind) => event.type !== 'ClockRevised' || event.payload.kind === kind;
  const running = state.clocks.filter(
    (clock) => isRunning(clock) && pausable.includes(clock.kind) && concerned(clock.kind),
  );
  const mustPause = mandatoryRequestsOpen(state).length > 0 || state.waitingSince !== null;
  return running.flatMap((clock): ClockChange[] => {
    const measured = measure(calendar, clock, on);
    // The day that reaches the cap is paused to its end; then the clock runs on by its own event, whatever else happened.
    const isDayOfCap = clock.capOn === on && event.type !== 'ClockResumed';
    const shouldPause = mustPause && (measured.paused < clock.pauseCap || isDayOfCap);
    if (shouldPause === (clock.state === 'PAUSED')) return [];
    const { kind, cycle } = clock;
    const base = { kind, cycle, on, ...measured, ...dueOnOf(calendar, clock, on) };
    if (!shouldPause) return [{ change: 'RESUMED', ...base }];
    const capOn = dueDate(calendar, on, clock.pauseCap - measured.paused).dueOn;
    return [{ change: 'PAUSED', ...base, capOn }];
  });
}

/** Applies a recorded change; the only place where clocks change. */
export function applyClockChange(state: CaseState, change: ClockChange, at: Instant): void {
  if (change.change === 'STARTED') {
    const { kind, cycle, on, band, calendarVersion, pauseCap, dueOn, isProvisional } = change;
    state.clocks.push({
      kind,
      cycle,
      state: 'RUNNING',
      startedAt: at,
      stoppedAt: null,
      stopReason: null,
      band,
      calendarVersion,
      originalDueOn: dueOn,
      dueOn,
      isProvisional,
      computedDueOn: dueOn,
      graceWorkingDays: 0,
      pauseCap,
      spans: [{ fromOn: on, toOn: null }],
      pauses: [],
      capOn: null,
      elapsedBefore: 0,
      pausedBefore: 0,
      elapsed: null,
      paused: null,
      counted: null,
      verdict: null,
      breachedOn: null,
      dimensions: null,
    });
    return;
  }
  const clock = clockOf(state, change.kind, change.cycle);
  const { dueOn, isProvisional, computedDueOn = dueOn, calendarVersion = clock.calendarVersion } = change;
  Object.assign(clock, { dueOn, isProvisional, computedDueOn, calendarVersion });
  if (change.change === 'REVISED') {
    const { elapsedBefore, pausedBefore, graceWorkingDays, capOn, pauses = clock.pauses } = change;
    Object.assign(clock, { elapsedBefore, pausedBefore, graceWorkingDays, capOn, pauses });
    return;
  }
  if (change.change === 'RAN_ON') {
    clock.spans.push({ fromOn: change.on, toOn: null });
    clock.pauses = change.pauses ?? clock.pauses;
    if (change.pausedUntil) clock.pauses.push({ fromOn: change.on, toOn: change.pausedUntil });
    const { elapsed: elapsedBefore, paused: pausedBefore } = change;
    Object.assign(clock, { state: 'RUNNING', elapsedBefore, pausedBefore, stoppedAt: null, stopReason: null });
    clock.graceWorkingDays = change.graceWorkingDays ?? clock.graceWorkingDays;
    Object.assign(clock, { elapsed: null, paused: null, counted: null, verdict: null, dimensions: null });
    return;
  }
  const openPause = clock.pauses.find((pause) => pause.toOn === null);
  if (openPause) openPause.toOn = change.on;
  clock.pausedBefore = change.paused;
  clock.capOn = change.change === 'PAUSED' ? change.capOn : null;
  if (change.change === 'PAUSED' || change.change === 'RESUMED') {
    clock.state = change.change === 'PAUSED' ? 'PAUSED' : 'RUNNING';
    if (change.change === 'PAUSED') clock.pauses.push({ fromOn: change.on, toOn: null });
    return;
  }
  const { elapsed, paused, counted, reason: stopReason } = change;
  clock.spans.at(-1)!.toOn = change.on;
  Object.assign(clock, { state: change.change, stoppedAt: at, stopReason, elapsed, paused, counted });
  clock.verdict = change.change === 'STOPPED' ? change.verdict : null;
  clock.dimensions = dimensionsOf(state, clock.kind);
}

function clockOf(state: CaseState, kind: ClockKind, cycle: number): Clock {
  return state.clocks.find((each) => each.kind === kind && each.cycle === cycle)!;
}

/** What the case is now, for figures; the fast-track clock is always one of the fast track. */
export function dimensionsOf(state: CaseState, kind: ClockKind): Dimensions {
  const { type, reason, urgency, complexity, handlerId, teamId, investigations, parties } = state;
  const respondent = parties.find(({ side, leftAt }) => side === 'RESPONDENT' && leftAt === null);
  return {
    type,
    reason,
    track: kind === 'SIMPLE' ? 'SIMPLE' : state.track,
    urgency,
    complexity,
    handlerId,
    teamId,
    rootCause: investigations.flatMap(({ findings }) => findings).at(-1)?.rootCause ?? null,
    respondentId: respondent?.memberIds[0] ?? null,
    outcome: kind === 'OVERALL' ? state.outcome : null,
  };
}
