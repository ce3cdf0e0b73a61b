import { dimensionConditions, periodCondition } from './filter.js';
import { createParameters } from './parameters.js';
import { partOf } from './population.js';
import type { Snapshot } from './snapshot.js';
import type { Question } from './tally.js';

/** Every earlier end of cycles of a kind that ran on after it, as it was known last: columns of `clock`, and `era` from 1. */
export function earlierEnds(kind: string): string {
  return `select distinct on (f.case_id, f.cycle, jsonb_array_length(f.spans)) f.*, jsonb_array_length(f.spans) as era
    from clock c join clock_fact f on f.case_id = c.case_id and f.kind = c.kind and f.cycle = c.cycle
    where c.kind = ${kind} and jsonb_array_length(c.spans) > 1 and jsonb_array_length(f.spans) < jsonb_array_length(c.spans)
      and f.stopped_on is not null
    order by f.case_id, f.cycle, jsonb_array_length(f.spans), f.seq desc`;
}

/** Answers how many cycles the period counted when it ended and counts no longer, because they ran on. */
export async function restatedCount(snapshot: Snapshot, { filter, scope, kind }: Question): Promise<number> {
  if (filter.to === null) return 0;
  const parameters = createParameters();
  const { bind } = parameters;
  const counted = (alias: string) =>
    [
      `${alias}.kind = ${bind(kind)}`,
      `(${partOf(kind)}) = 'COUNTED'`,
      ...dimensionConditions(filter, scope, parameters),
      periodCondition(filter, parameters, false),
    ].join(' and ');
  const ranOn = `jsonb_build_array(jsonb_build_object('change', 'RAN_ON', 'kind', ended.kind, 'cycle', ended.cycle))`;
  const [answer] = await snapshot.query<{ count: number }>(
    `select count(distinct (case_id, cycle))::int as count from (${earlierEnds(bind(kind))}) as ended
    where ${counted('ended')}
      and (select e.effective_on from case_event e where e.case_id = ended.case_id and e.clocks @> ${ranOn}
        order by e.epoch, e.xid, e.seq offset ended.era - 1 limit 1) > ${bind(filter.to)}::date
      and not exists (select from clock now where now.case_id = ended.case_id and now.cycle = ended.cycle and exists (
        select from (select now.*) as it where ${counted('it')}))`,
    parameters.values,
  );
  return answer!.count;
}
