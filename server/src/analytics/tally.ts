import type { ClockKind, Verdict } from '../domain/clock.js';
import { dimensionConditions, periodCondition } from './filter.js';
import type { CycleRows } from './cycles-behind.js';
import type { AnalyticsFilter } from './filter.js';
import type { Parameters } from './parameters.js';
import { partOf } from './population.js';
import type { Part } from './population.js';
import { runningDays } from './running-days.js';
import type { AnalyticsScope } from './scope.js';
import type { Moment } from './snapshot.js';

/** Working days without those paused (NET), or all that passed (GROSS). */
export const bases = ['NET', 'GROSS'] as const;
export type Basis = (typeof bases)[number];

/** How many cycles of a part have a value and verdict; the row that `isTotal` sums a part up. */
export interface Tally {
  /** Of the group; null where there is only one, or where nothing tells. */
  key: string | null;
  part: Part;
  isTotal: boolean;
  /** Of counted cycles only. */
  value: number | null;
  /** Of counted cycles, and OVER of running ones that are late already. */
  verdict: Verdict | null;
  count: number;
  caseCount: number;
}

/** Which cycles are tallied. */
export interface Question {
  filter: AnalyticsFilter;
  scope: AnalyticsScope;
  kind: ClockKind;
  basis: Basis;
}

/**
 * Tallies cycles in SQL, by `key`, an expression over a row of `clock`. The verdict is that of the band the cycle ran under, over the
 * days of the basis. Working days of running cycles are those through today, by the newest calendar.
 */
export function tallies(question: Question, moment: Moment, parameters: Parameters, key: string, running: boolean) {
  return `
    select key, part, grouping(value) = 1 as "isTotal", value, verdict, count(*)::int as count,
      count(distinct case_id)::int as "caseCount"
    from (${cycles(question, moment, parameters, key, running)}) as cycle
    group by grouping sets ((key, part), (key, part, value, verdict))`;
}

/** The cycles behind the figures of a question, with the `key` of their group. */
export function countedCycles(question: Question, key: string): CycleRows {
  return (moment, parameters) =>
    `select * from (${cycles(question, moment, parameters, key, false)}) as counted where part = 'COUNTED'`;
}

/** The cycles that a question is about, one row each, with the part they play in it. */
function cycles(
  { filter, scope, kind, basis }: Question,
  moment: Moment,
  parameters: Parameters,
  key: string,
  running: boolean,
): string {
  const { bind } = parameters;
  const conditions = [
    `kind = ${bind(kind)}`,
    ...dimensionConditions(filter, scope, parameters),
    periodCondition(filter, parameters, running),
  ];
  const { today, elapsed, counted } = runningDays(moment, parameters);
  const days =
    basis === 'NET'
      ? `case when stopped_on is null then ${counted} else counted end`
      : `case when stopped_on is null then ${elapsed} else elapsed end`;
  return `
    select case_id, kind, cycle, counted, elapsed, key, part, case when part = 'COUNTED' then days end as value,
      case when part = 'RUNNING' and days <= band_max then null
        when part not in ('COUNTED', 'RUNNING') then null
        when days < band_min then 'FASTER' when days <= band_max then 'WITHIN' else 'OVER' end as verdict
    from (
      select case_id, kind, cycle, counted, elapsed, band_min, band_max, ${key} as key, ${partOf(kind)} as part,
        ${days} as days
      from clock, ${today}
      where ${conditions.join(' and ')}
    ) as judged`;
}
