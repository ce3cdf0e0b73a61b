import type { Instant } from '@accord/server/domain/case';
import {
  addDays,
  dueDate,
  isWorkingDay,
  nextWorkingDay,
  shanghaiDate,
  startOfDay,
} from '@accord/server/domain/working-calendar';
import type { LocalDate, WorkingCalendar } from '@accord/server/domain/working-calendar';
import type { Random } from '../random.js';

/** How long until somebody acts: staff on working days in office hours, parties any day they are awake, a meeting at its time. */
export type Wait =
  | { who: 'STAFF'; workingDays: number }
  | { who: 'PARTY'; days: number }
  | { who: 'MEETING'; at: Instant };

export const staff = (workingDays: number): Wait => ({
  who: 'STAFF',
  workingDays: Math.max(0, Math.round(workingDays)),
});
export const party = (days: number): Wait => ({ who: 'PARTY', days });

const minute = 60_000;
const day = 24 * 60 * minute;
const office = { opens: 9 * 60, closes: 17 * 60 + 45 };
const awake = { rises: 7 * 60 + 30, sleeps: 23 * 60 };

/** An instant in Shanghai, with seconds by chance. */
export function instantOn(date: LocalDate, minutes: number, random: Random): Instant {
  return new Date(startOfDay(date).getTime() + minutes * minute + random.between(0, 59_999)).toISOString();
}

/** When somebody filing at any hour does it: some at work, most in the evening, few after midnight. */
export function filingMinutes(random: Random): number {
  const [from, through] = random.weighted([
    [[0, 7 * 60], 4],
    [[7 * 60, 9 * 60], 12],
    [[9 * 60, 12 * 60], 24],
    [[12 * 60, 14 * 60], 18],
    [[14 * 60, 18 * 60], 20],
    [[18 * 60, 23 * 60 + 40], 32],
  ] as const);
  return random.between(from, through);
}

/** A minute of the day in office hours. */
export function officeMinutes(random: Random): number {
  return random.between(office.opens, office.closes);
}

/** The instant at which a wait that begins now is over, always later than now. */
export function after(now: Instant, wait: Wait, calendar: WorkingCalendar, random: Random): Instant {
  if (wait.who === 'STAFF') return atWork(now, wait.workingDays, calendar, random);
  if (wait.who === 'PARTY') return whenAwake(now, wait.days, random);
  return new Date(Date.parse(wait.at) + random.between(25, 60) * minute).toISOString();
}

function atWork(now: Instant, workingDays: number, calendar: WorkingCalendar, random: Random): Instant {
  const today = shanghaiDate(new Date(now));
  if (workingDays > 0) return instantOn(dueDate(calendar, today, workingDays).dueOn, officeMinutes(random), random);
  const soon = Math.max(minutesOf(now, today), office.opens) + random.between(4, 50);
  if (isWorkingDay(calendar, today) && soon < office.closes) return instantOn(today, soon, random);
  return instantOn(nextWorkingDay(calendar, addDays(today, 1)), office.opens + random.between(2, 150), random);
}

function whenAwake(now: Instant, days: number, random: Random): Instant {
  const then = Date.parse(now) + Math.max(days * day, random.between(3, 40) * minute);
  const date = shanghaiDate(new Date(then));
  const minutes = (then - startOfDay(date).getTime()) / minute;
  if (minutes > awake.sleeps) return instantOn(addDays(date, 1), awake.rises + random.between(0, 180), random);
  if (minutes < awake.rises) return instantOn(date, awake.rises + random.between(0, 180), random);
  return new Date(then).toISOString();
}

function minutesOf(instant: Instant, date: LocalDate): number {
  return Math.ceil((Date.parse(instant) - startOfDay(date).getTime()) / minute);
}
