import { trackOfClock } from './benchmark.js';
import type { Band, Benchmarks } from './benchmark.js';
import type { ClockKind } from './clock.js';
import { badInput, requireText } from './domain-error.js';
import { addDays, buildWorkingCalendar, dayKind } from './working-calendar.js';
import type { CalendarData, CalendarDay, DayKind, LocalDate, WorkingCalendar } from './working-calendar.js';

/** What a notice of the State says, or what a corrected source says of one. */
export interface CalendarNotice {
  announcedThrough: LocalDate;
  /** Days that it names, in the place of what an earlier version says of the same dates. */
  days: CalendarDay[];
  /** Dates that an earlier version named and that are plain weekdays and weekends again. */
  plainDates?: LocalDate[] | null;
  /** Where it comes from. */
  source: string;
}

/** How far ahead of today a notice may speak: the State announces a year, towards the end of the one before. */
const mostDaysAhead = 800;
const mostDays = 1_000;

/** The version of the calendar that follows from a notice laid over the one in force; refuses what cannot be meant, by field. */
export function nextCalendar(inForce: WorkingCalendar, notice: CalendarNotice, today: LocalDate): CalendarData {
  const { announcedThrough, days } = notice;
  const plainDates = notice.plainDates ?? [];
  requireText('input.source', notice.source, 1, 400);
  if (announcedThrough < inForce.announcedThrough) {
    throw badInput('input.announcedThrough', `must not be before ${inForce.announcedThrough}, which is announced`);
  }
  const farthest = addDays(today, mostDaysAhead);
  if (announcedThrough > inForce.announcedThrough && announcedThrough > farthest) {
    throw badInput('input.announcedThrough', `must not be after ${farthest}`);
  }
  if (days.length > mostDays) throw badInput('input.days', `must be at most ${mostDays}`);
  if (plainDates.length > mostDays) throw badInput('input.plainDates', `must be at most ${mostDays}`);
  const named = new Map(inForce.named);
  const seen = new Set<LocalDate>();
  const once = (path: string, date: LocalDate) => {
    if (date < inForce.from || date > announcedThrough) {
      throw badInput(path, `must be from ${inForce.from} through ${announcedThrough}`);
    }
    if (seen.has(date)) throw badInput(path, `names ${date} a second time`);
    seen.add(date);
  };
  for (const [index, { date, kind, name, nameEn }] of days.entries()) {
    once(`input.days.${index}.date`, date);
    requireText(`input.days.${index}.name`, name, 1, 100);
    requireText(`input.days.${index}.nameEn`, nameEn, 1, 100);
    named.set(date, { date, kind, name, nameEn });
  }
  for (const [index, date] of plainDates.entries()) {
    once(`input.plainDates.${index}`, date);
    if (!named.delete(date)) throw badInput(`input.plainDates.${index}`, 'is a plain day already');
  }
  const next = { version: inForce.version + 1, from: inForce.from, announcedThrough, days: [...named.values()] };
  const isChange =
    announcedThrough > inForce.announcedThrough || changedDays(inForce, buildWorkingCalendar(next)).length > 0;
  if (!isChange) throw badInput('input', 'must change something');
  return next;
}

/** A date of which two versions say something different. */
export interface ChangedDay {
  date: LocalDate;
  before: DayKind;
  after: DayKind;
  name: string | null;
  nameEn: string | null;
}

/** What a version says otherwise than another, by date. */
export function changedDays(before: WorkingCalendar, after: WorkingCalendar): ChangedDay[] {
  const dates = [...new Set([...before.named.keys(), ...after.named.keys()])].toSorted();
  return dates.flatMap((date) => {
    const [was, is] = [dayKind(before, date), dayKind(after, date)];
    if (was.kind === is.kind && was.name === is.name && was.nameEn === is.nameEn) return [];
    return [{ date, before: was.kind, after: is.kind, name: is.name, nameEn: is.nameEn }];
  });
}

export interface SetBenchmark {
  clock: ClockKind;
  minWorkingDays: number;
  maxWorkingDays: number;
}

const mostWorkingDays = 250;

/** The version of the benchmarks that has another band for one clock; only clocks that start later have it. */
export function nextBenchmarks({ version, bands }: Benchmarks, input: SetBenchmark) {
  const { clock, minWorkingDays: min, maxWorkingDays: max } = input;
  if (min < 0 || min > mostWorkingDays)
    throw badInput('input.minWorkingDays', `must be from 0 through ${mostWorkingDays}`);
  if (max < Math.max(min, 1) || max > mostWorkingDays) {
    throw badInput('input.maxWorkingDays', `must be from ${Math.max(min, 1)} through ${mostWorkingDays}`);
  }
  if (bands[clock].min === min && bands[clock].max === max) throw badInput('input', 'must change something');
  const next: Record<ClockKind, Band> = { ...bands, [clock]: { min, max } };
  return Object.entries(next).map(([kind, band]) => ({
    version: version + 1,
    clock: kind as ClockKind,
    track: trackOfClock[kind as ClockKind] ?? null,
    min_working_days: band.min,
    max_working_days: band.max,
  }));
}
