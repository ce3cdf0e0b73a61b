import { isRunning, readClock } from '../domain/clock.js';
import type { Clock, Span } from '../domain/clock.js';
import { addDays, isWorkingDay, ledger } from '../domain/working-calendar.js';
import type { DateSpan, LedgerRow, LocalDate, WorkingCalendar } from '../domain/working-calendar.js';
import { column, computed, instant, ledgerOf } from './field.js';
import type { Expression, Moment, TypeRead } from './field.js';
import { jsonObject } from './statement.js';

/** What the domain reads a clock from; the other fields of a Clock play no part in it. */
export const clockColumns: Expression = (row) =>
  jsonObject([
    ['kind', `${row}.kind`],
    ['state', `${row}.state`],
    [
      'band',
      jsonObject([
        ['min', `${row}.band_min`],
        ['max', `${row}.band_max`],
      ]),
    ],
    ['dueOn', `${row}.due_on`],
    ['isProvisional', `${row}.is_provisional`],
    ['computedDueOn', `coalesce(${row}.computed_due_on, ${row}.due_on)`],
    ['graceWorkingDays', `${row}.grace_working_days`],
    ['calendarVersion', `${row}.calendar_version`],
    ['pauseCap', `${row}.pause_cap`],
    ['spans', `${row}.spans`],
    ['pauses', `${row}.pauses`],
    ['elapsed', `${row}.elapsed`],
    ['paused', `${row}.paused`],
    ['counted', `${row}.counted`],
    ['verdict', `${row}.verdict`],
  ]);

function completeClock(hidden: unknown, { calendar: newest, calendars, today, locale }: Moment) {
  const clock = hidden as Clock;
  // One that stopped is told as it was counted, whatever was published since.
  const calendar = isRunning(clock) ? newest : (calendars.get(clock.calendarVersion) ?? newest);
  // A clock never stands before the day it started, even when a test's clock does.
  const startedOn = clock.spans[0]!.fromOn;
  const reading = readClock(calendar, clock, today < startedOn ? startedOn : today);
  return {
    clock: clock.kind,
    dueOn: reading.dueOn,
    isProvisional: reading.isProvisional,
    computedDueOn: reading.computedDueOn,
    calendarVersion: calendar.version,
    elapsedWorkingDays: reading.elapsed,
    pausedWorkingDays: reading.paused,
    countedWorkingDays: reading.counted,
    remainingWorkingDays: reading.remaining,
    verdict: reading.verdict,
    risk: reading.risk,
    get ledger() {
      return ledgerOf(ledgerOfClock(calendar, clock, today), locale);
    },
  };
}

/** One row a date of the cycle, from its first day through the day it stopped, or today. */
function ledgerOfClock(calendar: WorkingCalendar, clock: Clock, today: LocalDate): LedgerRow[] {
  const first = clock.spans[0]!.fromOn;
  const last = clock.spans.at(-1)!.toOn ?? today;
  const through = last < first ? first : last;
  const stoppedSpans = clock.spans
    .slice(1)
    .map((span, index) => ({ after: clock.spans[index]!.toOn!, through: span.fromOn }));
  const rows = ledger(calendar, first, through, { stoppedSpans, pausedSpans: cappedPauses(calendar, clock, through) });
  return withGrace(rows, clock);
}

/** The working days after the maximum that an earlier calendar's later due date gave. */
function withGrace(rows: LedgerRow[], { band, graceWorkingDays }: Clock): LedgerRow[] {
  let number = 0;
  return rows.map((row) => {
    if (row.counted) number += 1;
    const isGrace = row.counted && number > band.max && number <= band.max + graceWorkingDays;
    return isGrace ? { ...row, counted: false, reason: 'GRACE' } : row;
  });
}

/** The pauses as far as the cap lets them count. */
function cappedPauses(calendar: WorkingCalendar, { pauses, pauseCap }: Clock, through: LocalDate): DateSpan[] {
  let left = pauseCap;
  return pauses.map(({ fromOn, toOn }: Span) => {
    let end = fromOn;
    while (left > 0 && end < (toOn ?? through)) {
      end = addDays(end, 1);
      if (isWorkingDay(calendar, end)) left -= 1;
    }
    return { after: fromOn, through: end };
  });
}

export const bandRead: TypeRead = { name: 'Band', fields: { min: column('band_min'), max: column('band_max') } };

export const clockRead: TypeRead = {
  name: 'Clock',
  hidden: clockColumns,
  complete: completeClock,
  fields: {
    kind: column('kind'),
    cycle: column('cycle'),
    state: column('state'),
    startedAt: instant('started_at'),
    stoppedAt: instant('stopped_at'),
    band: { kind: 'object', of: () => bandRead },
    originalDueOn: column('original_due_on'),
    dueOn: computed,
    isProvisional: computed,
    computedDueOn: computed,
    calendarVersion: computed,
    elapsedWorkingDays: computed,
    pausedWorkingDays: computed,
    countedWorkingDays: computed,
    remainingWorkingDays: computed,
    verdict: computed,
    risk: computed,
    ledger: computed,
  },
};

/** The running clock that is due first, read off its own row. */
export const nextDueRead: TypeRead = {
  name: 'NextDue',
  hidden: clockColumns,
  complete: completeClock,
  fields: { clock: column('kind'), dueOn: computed, remainingWorkingDays: computed, risk: computed },
};
