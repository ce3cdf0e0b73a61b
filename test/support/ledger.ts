import type { Clock } from '@accord/server/domain/clock';
import type { LedgerRow, LocalDate, WorkingCalendar } from '@accord/server/domain/working-calendar';
import { clockRead } from '@accord/server/reads/clock';
import type { Moment } from '@accord/server/reads/field';

/** The ledger of a clock as the API gives it, on a day and by the calendar in force. */
export function ledgerOfClock(clock: Clock, calendar: WorkingCalendar, today: LocalDate): LedgerRow[] {
  const calendars = new Map([[calendar.version, calendar]]);
  const completed = clockRead.complete!(clock, { calendar, calendars, today, locale: 'en' } as unknown as Moment);
  return completed['ledger'] as LedgerRow[];
}
