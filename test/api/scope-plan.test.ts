import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { road } from '../support/road.js';

let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
let id: string;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  id = caseIdOf(await road(app.runtime).submit(cast.complainant));
});
afterAll(() => app.close());

it('looks a case up for who has thousands of them, too', async () => {
  const { pool } = app.database;
  const document = 'query ($id: ID!) { case(id: $id) { number evidence { totalCount } } }';
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  await api.ask(cast.complainant, document, { id });
  const asked = spy.mock.calls.map(([query]) => query as unknown as { text?: string; values: unknown[] });
  spy.mockRestore();
  const { text, values } = asked.find((query) => query.text?.includes('totalCount'))!;
  // What the planner knows is how many cases people have on the average.
  await pool.query('analyze party_member');
  await pool.query(
    'insert into party_member (party_id, person_id, case_id) select gen_random_uuid(), $1, gen_random_uuid() from generate_series(1, 3000)',
    [cast.complainant.id],
  );
  const client = await pool.connect();
  try {
    await client.query('set plan_cache_mode = force_generic_plan');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, timing off) ${text}`, values);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    const read = [...plan.matchAll(/party_member.*actual rows=([\d.]+) loops=(\d+)/g)];
    expect(read.length).toBeGreaterThan(0);
    for (const [line, count, loops] of read) expect(Number(count) * Number(loops), line).toBeLessThan(100);
  } finally {
    client.release(true);
  }
});
