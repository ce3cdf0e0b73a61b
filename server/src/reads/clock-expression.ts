import type { Statement } from './statement.js';

/** What the domain's `readClock` works out, as SQL over a row of `clock`; for filters and orders over more cases than can be read. */
export interface ClockExpressions {
  elapsed: string;
  dueOn: string;
  isProvisional: string;
  verdict: string;
  risk: string;
}

const newestCalendar = '(select max(version) from calendar_version)';

/** The clock as it stands at the end of `today`, one of the values: a stopped one by what it was counted as, a running one by the newest calendar. */
export function clockExpressions(statement: Statement, row: string): ClockExpressions {
  const today = statement.value('today', 'date');
  // A clock never stands before the day it started.
  const through = `greatest(${today}, ${row}.started_on)`;
  const run = daysIn(`${row}.spans`, through, `${dayNumber(through)} - ${dayNumber(`${row}.started_on`)}`);
  const paused = `case when ${row}.pauses = '[]' then 0 else least(${row}.pause_cap, ${daysIn(`${row}.pauses`, through)}) end`;
  // One scan item a row, so that nothing is counted twice.
  const standing = `(select d.run, d.paused, d.run - d.paused as used, d.run - d.grace_used as elapsed, d.run - d.paused - d.grace_used as counted
    from (select r.run, r.paused, greatest(0, least(r.run - r.paused - ${row}.band_max, ${row}.grace_working_days)) as grace_used
      from (select ${run} as run, ${paused} as paused offset 0) as r offset 0) as d) as s`;
  const left = `${row}.band_max + ${row}.grace_working_days - s.used`;
  const isRunning = `${row}.state in ('RUNNING', 'PAUSED')`;
  const dueOn = `case when ${row}.state = 'PAUSED' then greatest(${row}.due_on, ${pausedDueOn(row, paused)}) else ${row}.due_on end`;
  return {
    elapsed: `case when ${isRunning} then (select s.elapsed from ${standing}) else ${row}.elapsed end`,
    dueOn,
    isProvisional: `case when ${row}.state = 'PAUSED'
      then ${dueOn} > (select v.announced_through from calendar_version v where v.version = ${newestCalendar}) else ${row}.is_provisional end`,
    verdict: `case when ${isRunning} then (select case when s.counted > ${row}.band_max then 'OVER' end from ${standing}) else ${row}.verdict end`,
    risk: `case when ${isRunning} then (select case when ${left} < 0 then 'BREACHED' when ${left} = 0 then 'DUE_TODAY' when ${left} = 1 then 'DUE_NEXT_DAY'
      when s.counted >= 0.9 * ${row}.band_max then 'NINETY' when s.counted >= 0.75 * ${row}.band_max then 'THREE_QUARTERS'
      when s.counted >= 0.5 * ${row}.band_max then 'HALF' else 'LOW' end from ${standing}) end`,
  };
}

/** How many working days lie in the calendar up to a date. */
function dayNumber(date: string): string {
  return `(select y.number from calendar_day y where y.version = ${newestCalendar} and y.date = ${date})`;
}

/** The working days in spans kept as JSON, an open one through a date; `single` is a shorter way where there is only one. */
function daysIn(spans: string, through: string, single?: string): string {
  const end = `coalesce(x."toOn", ${through})`;
  const all = `(select coalesce(sum(${dayNumber(end)} - ${dayNumber('x."fromOn"')}), 0)::int
    from jsonb_to_recordset(${spans}) as x("fromOn" date, "toOn" date) where ${end} > x."fromOn")`;
  return single ? `case when jsonb_array_length(${spans}) = 1 then ${single} else ${all} end` : all;
}

/** The last day in time of a clock that is paused: it moves on with each working day of the pause. */
function pausedDueOn(row: string, paused: string): string {
  const lastFrom = `(${row}.spans->-1->>'fromOn')::date`;
  const ran = `(select coalesce(sum(${dayNumber('x."toOn"')} - ${dayNumber('x."fromOn"')}), 0)::int
    from jsonb_to_recordset(${row}.spans) as x("fromOn" date, "toOn" date) where x."toOn" > x."fromOn")`;
  return `(select y.date from calendar_day y where y.version = ${newestCalendar} and y.is_working_day
    and y.number = ${dayNumber(lastFrom)} - ${ran} + ${row}.band_max + ${row}.grace_working_days + (${paused}))`;
}
