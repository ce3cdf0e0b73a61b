import type { Pool } from 'pg';
import { scopeOf, isAudible, visibleAmong } from './scope.js';
import { Statement } from './statement.js';
import type { Viewer } from './viewer.js';

/** Tells whether the viewer may see the case at all, by the rights of this moment. */
export async function canSee(pool: Pool, viewer: Viewer, caseId: string): Promise<boolean> {
  const statement = new Statement();
  const cases = visibleAmong(statement, scopeOf(viewer), 'c0', `c.id = ${statement.value('caseId', 'uuid')}`);
  const { rowCount } = await pool.query(
    `select from ${cases}`,
    statement.slots.map((slot) => slot({ viewer, values: { caseId } })),
  );
  return rowCount === 1;
}

/** Tells whether the viewer may see an event of one of these audiences in the case; who may not must not learn that it happened. */
export async function canHear(
  pool: Pool,
  viewer: Viewer,
  caseId: string,
  audiences: readonly string[],
): Promise<boolean> {
  if (audiences.includes('PARTIES')) return true;
  const statement = new Statement();
  const scope = scopeOf(viewer);
  const cases = visibleAmong(statement, scope, 'c0', `c.id = ${statement.value('caseId', 'uuid')}`);
  const heard = `unnest(${statement.value('audiences', 'text[]')}) as event(audience)`;
  const text = `select from ${cases} cross join ${heard} where ${isAudible(scope, 'c0', 'event')} limit 1`;
  const { rowCount } = await pool.query(
    text,
    statement.slots.map((slot) => slot({ viewer, values: { caseId, audiences } })),
  );
  return rowCount === 1;
}
