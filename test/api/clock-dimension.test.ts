import { readMigrations } from '@accord/server/database-migration';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { expectRebuilt } from '../support/rebuild.js';
import { proposed } from '../support/road.js';

const app = await startApp();
const { pool } = app.database;
let cast: Cast;

beforeAll(async () => {
  cast = await createCast(pool);
});
afterAll(() => app.close());

it('a database in which later findings were written over earlier cycles is put right from its history', async () => {
  const walk = await proposed(app.runtime, cast);
  await walk.act(cast.handler, 'declareImpasse', { reason: '分歧过大' });
  await walk.act(cast.handler, 'deepenInvestigation', { reason: '再查' });
  await walk.act(cast.handler, 'recordFinding', { rootCause: 'FRAUD', text: '涉嫌欺诈' });
  const { caseId } = walk;
  const causes = async () =>
    (await pool.query(`select kind, cycle, root_cause from clock where case_id = $1 order by kind, cycle`, [caseId]))
      .rows;
  const right = await causes();
  expect(right).toContainEqual({ kind: 'INVESTIGATION', cycle: 1, root_cause: 'UNKNOWN' });
  await expectRebuilt(pool, caseId);

  // As it was: the state knew nothing of it, and every row and version held what the case was last.
  await pool.query(
    `update case_snapshot set state = (state::jsonb || jsonb_build_object('clocks', (
       select jsonb_agg(case when c->'dimensions' = 'null' then c else c #- '{dimensions,rootCause}' #- '{dimensions,respondentId}' #- '{dimensions,outcome}' end order by n)
       from jsonb_array_elements(state::jsonb->'clocks') with ordinality as e(c, n))))::json where case_id = $1`,
    [caseId],
  );
  await pool.query(`update clock set root_cause = 'FRAUD' where case_id = $1`, [caseId]);
  await pool.query('drop index clock_ran_on');
  const { sql } = readMigrations().find(({ name }) => name.endsWith('_clock_dimension.sql'))!;
  await pool.query(`begin; ${sql}; commit`);
  expect(await causes()).toEqual(right);
  await expectRebuilt(pool, caseId);
});
