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

/** The statement of an operation, by a word that only it has. */
async function statementOf(
  person: Cast['complainant'],
  document: string,
  variables: Record<string, unknown>,
  word: string,
) {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  const { errors } = await api.ask(person, document, variables);
  const asked = spy.mock.calls.map(([query]) => query as unknown as { text?: string; values: unknown[] });
  spy.mockRestore();
  expect(errors).toEqual([]);
  return asked.find((query) => query.text?.includes(word)) as { text: string; values: unknown[] };
}

it('looks a case up for who has thousands of them, too', async () => {
  const { pool } = app.database;
  const document = 'query ($id: ID!) { case(id: $id) { number evidence { totalCount } } }';
  const { text, values } = await statementOf(cast.complainant, document, { id }, 'totalCount');
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

it('begins a page where its cursor stands, though a filter on the same column would begin it further up', async () => {
  const { pool } = app.database;
  const to = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await pool.query(`insert into dispute_case select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'DEEP' || n,
      'filed_at', c.filed_at + n * interval '1 second'))).* from dispute_case c cross join generate_series(1, 20000) n`);
  await pool.query('vacuum analyze dispute_case');
  const page = `cases(first: 5, after: $after, filter: { filedOn: { to: "${to}" } }) { nodes { number } pageInfo { endCursor } }`;
  type Last = { cases: { pageInfo: { startCursor: string } } };
  const last = await api.ask<Last>(
    cast.supervisor,
    `{ cases(last: 6, filter: { filedOn: { to: "${to}" } }) { pageInfo { startCursor } } }`,
  );
  const after = last.data.cases.pageInfo.startCursor;
  const { text, values } = await statementOf(
    cast.supervisor,
    `query ($after: String) { ${page} }`,
    { after },
    'is_last',
  );
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain (analyze, timing off, buffers) ${text}`, values);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  const [, read] = /using dispute_case_filed on dispute_case[\s\S]*?Buffers: shared hit=(\d+)/.exec(plan) ?? [];
  // The index has a hundred pages and more.
  expect(Number(read), plan).toBeLessThan(30);
});
