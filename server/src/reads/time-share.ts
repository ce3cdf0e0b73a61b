import { isRunning } from '../domain/clock.js';
import type { Clock } from '../domain/clock.js';
import { timeShares } from '../domain/time-share.js';
import type { Holding } from '../domain/time-share.js';
import { clockColumns } from './clock.js';
import type { ComputedRead } from './field.js';
import { jsonObject } from './statement.js';

interface Held {
  clocks: Clock[];
  holdings: Holding[];
}

/** Who held the case for how many of its days, by the calendar that counts each cycle. */
export const timeAttributionOfCase: ComputedRead = {
  kind: 'computed',
  own: {
    hidden: (row, place) =>
      jsonObject([
        [
          'clocks',
          `(select coalesce(json_agg(${clockColumns('k', place)} order by k.cycle), '[]') from clock k
            where k.case_id = ${row}.id and k.kind = 'OVERALL')`,
        ],
        [
          'holdings',
          `(select coalesce(json_agg(json_build_object('holder', h.holder, 'fromOn', h.from_on) order by h.ordinal), '[]')
            from case_holding h where h.case_id = ${row}.id)`,
        ],
      ]),
    complete(hidden, { calendar, calendars, today }) {
      const { clocks, holdings } = hidden as Held;
      return timeShares(clocks, holdings, today, (clock) =>
        isRunning(clock) ? calendar : (calendars.get(clock.calendarVersion) ?? calendar),
      );
    },
  },
};
