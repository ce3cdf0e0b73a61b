import {
  addDays,
  dayKind,
  isWorkingDay,
  type LocalDate,
  type WorkingCalendar,
} from '@accord/server/domain/working-calendar';
import type { Random } from '../random.js';

/** Eighteen months. */
const livedDays = 548;

/** Shares of a week's cases from Monday to Sunday: people write when they are at home, too. */
const weekdayShares = [1.15, 1.1, 1.05, 1, 1, 0.62, 0.56];

/** Shopping festivals, `MM-DD`: their quarrels come in the weeks after. */
const festivals = ['06-18', '11-11'];

/** The days on which so many cases are filed in the eighteen months before a date, earliest first. */
export function filingDates(calendar: WorkingCalendar, before: LocalDate, count: number, random: Random): LocalDate[] {
  const days = Array.from({ length: livedDays }, (_, index) => addDays(before, index - livedDays));
  const loads = days.map((date, index) => [date, loadOn(calendar, date) * (0.75 + (0.5 * index) / livedDays)] as const);
  return Array.from({ length: count }, () => random.weighted(loads)).sort();
}

function loadOn(calendar: WorkingCalendar, date: LocalDate): number {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const kind = dayKind(calendar, date).kind;
  const load = kind === 'HOLIDAY' ? 0.4 : kind === 'MAKE_UP' ? 0.95 : weekdayShares[weekday]!;
  const isFirstAfterHoliday = isWorkingDay(calendar, date) && dayKind(calendar, addDays(date, -1)).kind === 'HOLIDAY';
  const daysSinceFestival = festivals.map(
    (day) => (Date.parse(date) - Date.parse(`${date.slice(0, 4)}-${day}`)) / 86_400_000,
  );
  const isAfterFestival = daysSinceFestival.some((days) => days >= 2 && days <= 18);
  return load * (isFirstAfterHoliday ? 1.6 : 1) * (isAfterFestival ? 1.45 : 1);
}
