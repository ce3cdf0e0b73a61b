import { addDays } from '../domain/working-calendar.js';
import type { LocalDate } from '../domain/working-calendar.js';
import type { AnalyticsFilter } from './filter.js';
import { createParameters } from './parameters.js';
import { requirePeriod } from './period.js';
import type { Moment, Snapshot } from './snapshot.js';

export const comparisons = ['PREVIOUS_PERIOD', 'LAST_YEAR'] as const;
export type Comparison = (typeof comparisons)[number];

/** The period of a filter that says where it begins; without an end it ends today. */
export interface Period {
  from: LocalDate;
  to: LocalDate;
}

export function periodOf({ from, to }: AnalyticsFilter, { today }: Moment): Period | null {
  return from === null ? null : { from, to: to ?? today };
}

/**
 * The same filter over the period to compare with: as many calendar days ending the day before, or the same dates a year before.
 * Null where there is none: without a beginning, or before the calendar.
 */
export function comparedFilter(filter: AnalyticsFilter, to: Comparison, moment: Moment): AnalyticsFilter | null {
  const period = periodOf(filter, moment);
  if (!period || period.to < period.from) return null;
  const compared =
    to === 'LAST_YEAR'
      ? { from: yearBefore(period.from), to: yearBefore(period.to) }
      : { from: addDays(period.from, -dayCount(period)), to: addDays(period.from, -1) };
  return compared.from < moment.calendarFrom ? null : { ...filter, ...compared };
}

/** Answers the working days of the period, through today. */
export async function workingDayCount(snapshot: Snapshot, filter: AnalyticsFilter): Promise<number | null> {
  requirePeriod(filter, snapshot.moment);
  const period = periodOf(filter, snapshot.moment);
  if (!period) return null;
  const { values, bind } = createParameters();
  const [answer] = await snapshot.query<{ count: number }>(
    `select count(*)::int as count from calendar_day where version = ${bind(snapshot.moment.calendarVersion)} and is_working_day
      and date between ${bind(period.from)} and least(${bind(period.to)}::date, ${bind(snapshot.moment.today)}::date)`,
    values,
  );
  return answer!.count;
}

/** The last day of February where the year before has no 29th. */
function yearBefore(date: LocalDate): LocalDate {
  const [year, monthAndDay] = [Number(date.slice(0, 4)) - 1, date.slice(4)];
  return `${year}${monthAndDay === '-02-29' ? '-02-28' : monthAndDay}`;
}

function dayCount({ from, to }: Period): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}
