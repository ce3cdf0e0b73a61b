import type { Parameters } from './parameters.js';
import type { Moment } from './snapshot.js';

/** The working days of a running row of `clock` through today, as SQL by the newest calendar; they need `today` in FROM. */
export interface RunningDays {
  /** A FROM item. */
  today: string;
  elapsed: string;
  counted: string;
  /** Until its last day; negative once that has passed. */
  left: string;
}

export function runningDays(moment: Moment, { bind }: Parameters): RunningDays {
  const version = bind(moment.calendarVersion);
  const number = (date: string) =>
    `(select number from calendar_day where version = ${version}::int and date = ${date})`;
  const since = (date: string) => `coalesce(greatest(today.number - ${number(date)}, 0), 0)`;
  const elapsed = `elapsed_before + ${since('running_since')}`;
  const paused = `least(paused_before + ${since('paused_since')}, pause_cap)`;
  const run = `(${elapsed} - ${paused})`;
  const grace = `greatest(0, least(${run} - band_max, grace_working_days))`;
  return {
    today: `(select ${number(`${bind(moment.today)}::date`)} as number) as today`,
    elapsed: `${elapsed} - ${grace}`,
    counted: `${run} - ${grace}`,
    left: `band_max + grace_working_days - ${run}`,
  };
}
