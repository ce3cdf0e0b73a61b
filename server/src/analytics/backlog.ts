import { clockRisks } from '../domain/clock.js';
import type { ClockKind, ClockRisk } from '../domain/clock.js';
import { caseStages, openStages } from '../domain/stage.js';
import type { CaseStage } from '../domain/stage.js';
import type { CycleRows } from './cycles-behind.js';
import { dimensionConditions } from './filter.js';
import { createParameters } from './parameters.js';
import type { Parameters } from './parameters.js';
import { runningDays } from './running-days.js';
import type { Snapshot } from './snapshot.js';
import { protectionOf } from './suppression.js';
import type { Question } from './tally.js';

/** What is open now, by a clock that runs, or by all of them: then each case once, at its worst. */
export interface BacklogQuestion extends Pick<Question, 'filter' | 'scope'> {
  kind: ClockKind | null;
}

export interface Backlog {
  openCount: number;
  /** By the elapsed working days of OVERALL, ascending. */
  byAge: { elapsedWorkingDays: number; count: number }[];
  byStage: { stage: CaseStage; count: number }[];
  byRisk: { risk: ClockRisk; count: number }[];
  dueToday: number;
  dueNextDay: number;
  breached: number;
  /** Only `openCount` is told. */
  isSuppressed: boolean;
}

interface Cell {
  stage: CaseStage;
  age: number;
  risk: ClockRisk;
  count: number;
}

/** Answers what is open at this moment, whatever period the filter names. */
export async function backlog(snapshot: Snapshot, question: BacklogQuestion): Promise<Backlog> {
  const parameters = createParameters();
  const cells = await snapshot.query<Cell>(
    `select stage, age, risk, count(*)::int as count from (${openCycles(question)(snapshot.moment, parameters)}) as cycle
    group by stage, age, risk`,
    parameters.values,
  );
  const openCount = sum(cells);
  const protection = protectionOf(question);
  const isSuppressed = protection !== null && openCount < protection.least;
  const told = isSuppressed ? [] : cells;
  const of = (risk: ClockRisk) => sum(told.filter((cell) => cell.risk === risk));
  return {
    openCount,
    byAge: grouped(
      told,
      ({ age }) => age,
      (one, other) => one - other,
    ).map(([elapsedWorkingDays, count]) => ({
      elapsedWorkingDays,
      count,
    })),
    byStage: grouped(told, ({ stage }) => stage, inOrderOf(caseStages)).map(([stage, count]) => ({ stage, count })),
    byRisk: grouped(told, ({ risk }) => risk, inOrderOf(clockRisks)).map(([risk, count]) => ({ risk, count })),
    dueToday: of('DUE_TODAY'),
    dueNextDay: of('DUE_NEXT_DAY'),
    breached: of('BREACHED'),
    isSuppressed,
  };
}

/** The running cycles of open cases, one a case: that of the clock, or the one that is nearest its end, with stage, age and risk. */
export function openCycles(question: BacklogQuestion): CycleRows {
  return (moment, parameters) => {
    const { today, elapsed, counted, left } = runningDays(moment, parameters);
    const stages = `${parameters.bind(openStages)}::text[]`;
    return `
      select distinct on (case_id) case_id, kind, cycle, counted as value, counted, elapsed, stage, age,
        case when counted > band_max then 'OVER' end as verdict, ${riskOf('left_days', 'counted')} as risk
      from (
        select c.case_id, c.kind, c.cycle, c.band_max, d.stage, ${elapsed} as elapsed, ${counted} as counted, ${left} as left_days,
          (select ${elapsed} from clock where case_id = c.case_id and kind = 'OVERALL' and stopped_on is null) as age
        from (${openOf(question, parameters)}) as d join clock c on c.case_id = d.case_id and c.stopped_on is null, ${today}
        where d.stage = any(${stages}) ${question.kind ? `and c.kind = ${parameters.bind(question.kind)}` : ''}
      ) as running
      order by case_id, array_position(${parameters.bind(clockRisks)}::text[], ${riskOf('left_days', 'counted')}) desc, left_days, kind`;
  };
}

/** The cases by what they are now. */
function openOf({ filter, scope }: BacklogQuestion, parameters: Parameters): string {
  const conditions = dimensionConditions(filter, scope, parameters, 'id');
  return `select id as case_id, stage from dispute_case where ${conditions.join(' and ')}`;
}

/** The worst warning that holds, as `domain/clock.ts` says it. */
function riskOf(left: string, counted: string): string {
  return `case when ${left} < 0 then 'BREACHED' when ${left} = 0 then 'DUE_TODAY' when ${left} = 1 then 'DUE_NEXT_DAY'
    when ${counted} * 10 >= band_max * 9 then 'NINETY' when ${counted} * 4 >= band_max * 3 then 'THREE_QUARTERS'
    when ${counted} * 2 >= band_max then 'HALF' else 'LOW' end`;
}

function grouped<Key>(cells: readonly Cell[], keyOf: (cell: Cell) => Key, compare: (one: Key, other: Key) => number) {
  return [...Map.groupBy(cells, keyOf)]
    .map(([key, own]): [Key, number] => [key, sum(own)])
    .toSorted(([one], [other]) => compare(one, other));
}

function inOrderOf<Value>(values: readonly Value[]): (one: Value, other: Value) => number {
  return (one, other) => values.indexOf(one) - values.indexOf(other);
}

function sum(cells: readonly { count: number }[]): number {
  return cells.reduce((total, { count }) => total + count, 0);
}
