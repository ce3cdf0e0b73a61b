import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState } from './case.js';
import { daysIn, dueOnOf, isRunning, measure } from './clock.js';
import type { Clock } from './clock.js';
import type { Deciding } from './decision.js';
import type { Evolution } from './evolve.js';
import { movedInstalments } from './instalment.js';
import { pausesToRecount } from './pause-cap.js';
import type { Owing } from './pause-cap.js';
import { dueDate, workingDaysBetween } from './working-calendar.js';
import type { LocalDate, WorkingCalendar } from './working-calendar.js';

/** A calendar in the place of another, from the day on which it was published here. */
export type Revision = Pick<Deciding, 'calendar' | 'today'> & { calendarBefore: WorkingCalendar };

/**
 * What another calendar does to a case: an event to each running clock and each instalment that moves (working-day
 * rule 4). Other dates were told to somebody as a last day, and stand as told.
 */
export function calendarRevised(
  state: Pick<CaseState, 'clocks' | 'terms' | 'evidenceRequests'>,
  revision: Revision,
): AnyNewCaseEvent[] {
  const { calendar, calendarBefore, today } = revision;
  const moved = state.clocks.filter(isRunning).flatMap((clock): AnyNewCaseEvent[] => {
    const before = standing(clock, calendarBefore, today);
    const after = revisedClock(clock, state, revision);
    if (isSame(before, after)) return [];
    const { dueOn, computedDueOn } = after;
    const { kind, cycle } = clock;
    const previousDueOn = before.dueOn;
    return [
      newEvent('ClockRevised', { kind, cycle, calendarVersion: calendar.version, previousDueOn, dueOn, computedDueOn }),
    ];
  });
  return [...moved, ...movedInstalments(state, revision)];
}

/** A running clock recounted by another calendar; the later of the two due dates decides. */
export function revisedClock(clock: Clock, owing: Owing, { calendar, calendarBefore, today }: Revision) {
  const pauses = pausesToRecount(clock, owing, calendar, today);
  const recounted = { ...clock, pauses };
  const previousDueOn = dueOnOf(calendarBefore, clock, today).dueOn;
  const { dueOn, graceWorkingDays } = graceAfter(calendar, recounted, previousDueOn, today);
  const standsAt = standing({ ...recounted, dueOn, graceWorkingDays }, calendar, today);
  return pauses === clock.pauses ? standsAt : { ...standsAt, pauses };
}

/** How far the due date that was computed before lies behind what this calendar gives, in its working days. */
export function graceAfter(calendar: WorkingCalendar, clock: Clock, previousDueOn: LocalDate, through: LocalDate) {
  const { computedDueOn } = dueOnOf(calendar, clock, through);
  if (previousDueOn <= computedDueOn) return { dueOn: computedDueOn, graceWorkingDays: 0 };
  return { dueOn: previousDueOn, graceWorkingDays: workingDaysBetween(calendar, computedDueOn, previousDueOn) };
}

/** Everything of a running clock that a calendar decides. */
function standing(clock: Clock, calendar: WorkingCalendar, on: LocalDate) {
  const ended = clock.spans.filter((span) => span.toOn !== null);
  const open = clock.pauses.find((pause) => pause.toOn === null);
  const pausesBefore = clock.pauses.filter((pause) => pause !== open);
  const pausedBefore = Math.min(daysIn(calendar, pausesBefore, on), clock.pauseCap);
  const capOn = open ? dueDate(calendar, open.fromOn, clock.pauseCap - pausedBefore).dueOn : null;
  return {
    ...measure(calendar, clock, on),
    ...dueOnOf(calendar, clock, on),
    elapsedBefore: daysIn(calendar, ended, on),
    pausedBefore,
    graceWorkingDays: clock.graceWorkingDays,
    capOn,
  };
}

function isSame(a: ReturnType<typeof standing>, b: ReturnType<typeof standing>): boolean {
  return JSON.stringify({ ...a, calendarVersion: 0 }) === JSON.stringify({ ...b, calendarVersion: 0 });
}

export const calendarRevisionEvolution: Evolution = {
  ClockRevised() {
    // What it does to the clock stands in the event itself, as with every other event.
  },
};
