import { badInput } from '../domain/domain-error.js';
import { calendarEnd } from '../domain/working-calendar.js';
import type { AnalyticsFilter } from './filter.js';
import type { Moment } from './snapshot.js';

/** Refuses a period that runs backwards or lies where no calendar counts working days. */
export function requirePeriod({ from, to }: AnalyticsFilter, { calendarFrom }: Moment): void {
  for (const [name, date] of Object.entries({ from, to })) {
    if (date !== null && (date < calendarFrom || date > calendarEnd)) {
      throw badInput(`filter.${name}`, `must lie between ${calendarFrom} and ${calendarEnd}`);
    }
  }
  if (from !== null && to !== null && to < from) throw badInput('filter.to', 'must not be before filter.from');
}
