import { scopeConditions } from './filter.js';
import { createParameters } from './parameters.js';
import type { AnalyticsScope } from './scope.js';
import type { Snapshot } from './snapshot.js';

/** An origin of cases; without a name, those filed here. */
export interface AnalyticsSource {
  name: string | null;
  caseCount: number;
}

/** Answers how many cases of the scope each origin has: what was filed here first, even when it is nothing, then imports by name. */
export async function sources(snapshot: Snapshot, scope: AnalyticsScope): Promise<AnalyticsSource[]> {
  const { values, bind } = createParameters();
  const conditions = ['true', ...scopeConditions(scope, bind, 'id')].join(' and ');
  const found = await snapshot.query<AnalyticsSource>(
    `select source as name, count(*)::int as "caseCount" from dispute_case where ${conditions} group by source order by source`,
    values,
  );
  const filedHere = found.find(({ name }) => name === null);
  return [filedHere ?? { name: null, caseCount: 0 }, ...found.filter((source) => source !== filedHere)];
}
