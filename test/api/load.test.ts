import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { expectRebuilt } from '../support/rebuild.js';

const program = fileURLToPath(new URL('../../seeds/dist/run.js', import.meta.url));
const asked = ['load', '--cases', '1050', '--as-of', '2026-03-02', '--seed', '7'];

let loaded: TestDatabase;
let brokenOff: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  loaded = await createTestDatabase();
  brokenOff = await createTestDatabase();
  pool = new pg.Pool({ connectionString: loaded.url, max: 2 });
});
afterAll(async () => {
  await pool.end();
  await Promise.all([loaded.drop(), brokenOff.drop()]);
});

function environment({ url }: TestDatabase) {
  return { PATH: process.env.PATH, DATABASE_URL: url, TZ: 'America/Los_Angeles' };
}

function seed(database: TestDatabase, words: string[]) {
  return spawnSync(process.execPath, [program, ...words], { env: environment(database), encoding: 'utf8' });
}

/** One digest of the whole log: every link of every chain, and everything about its order. */
async function logDigest({ url }: TestDatabase): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select count(*) as events, md5(string_agg(hash, ',' order by case_id, audience, number)) as digest,
       (select md5(string_agg(t.id || salt || words, ',' order by t.id)) from case_text t) as texts from case_event`,
  );
  await client.end();
  return rows;
}

describe('pnpm seed load', () => {
  it('fills an empty database with as many cases as it is asked for', async () => {
    const { status, stdout, stderr } = seed(loaded, asked);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/Load: ready, 1050 cases and about \d+ events in \d+ [kM]B\./);
    expect(status).toBe(0);
    const { rows } = await pool.query(
      `select (select count(*)::int from dispute_case) as cases, (select count(distinct number)::int from dispute_case) as numbers,
        (select bool_and(last_event_at < '2026-03-02T00:00:00+08:00') from dispute_case) as "arePast",
        (select count(*)::int from deadline where acted_at is null and due_on < '2026-03-01') as missed`,
    );
    expect(rows).toEqual([{ cases: 1050, numbers: 1050, arePast: true, missed: 0 }]);
  }, 180_000);

  it('writes what the commands would have written: cases rebuilt from their events are equal', async () => {
    const { rows } = await pool.query<{ id: string }>(
      `select id from (select id, row_number() over (partition by stage, type order by md5(id::text)) as place from dispute_case) as every
       where place <= 4`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { id } of rows) await expectRebuilt(pool, id);
  });

  it('gives every text a digest that an event holds, and a salt of its own', async () => {
    const { rows } = await pool.query(
      `select count(*)::int as unheld, (select count(*) - count(distinct salt) from case_text)::int as "sharedSalts" from case_text t
       where not exists (select from case_event e where e.case_id = t.case_id
         and e.payload::text like '%' || encode(sha256(convert_to(t.salt || t.words, 'UTF8')), 'hex') || '%')`,
    );
    expect(rows).toEqual([{ unheld: 0, sharedSalts: 0 }]);
  });

  it('shares no id between cases, and binds acceptances to contents of their own', async () => {
    const { rows } = await pool.query(
      `select (select count(*) - count(distinct id) from case_event)::int as events,
        (select count(*) - count(distinct id) from payment_transaction)::int as payments,
        (select count(*) - count(distinct transaction_id) from dispute_case where transaction_id is not null)::int as "sharedPayments",
        (select count(*) - count(distinct hash) from proposal)::int as contents`,
    );
    expect(rows).toEqual([{ events: 0, payments: 0, sharedPayments: 0, contents: 0 }]);
  });

  it('leaves a full database as it is, and another load out of it', async () => {
    const before = await logDigest(loaded);
    const again = seed(loaded, asked);
    expect(again.stdout).toContain('Load: ready, 1050 cases');
    const other = seed(loaded, ['load', '--cases', '2000']);
    expect(other.stderr).toContain('The database holds a load with --cases 1050 --seed 7 --as-of 2026-03-02');
    expect(other.status).toBe(1);
    expect(await logDigest(loaded)).toEqual(before);
  });

  it('goes on where it was broken off, to the same cases', async () => {
    const child = spawn(process.execPath, [program, ...asked], { env: environment(brokenOff), stdio: 'ignore' });
    const client = new pg.Client({ connectionString: brokenOff.url });
    await client.connect();
    const writtenBatches = async () => {
      const { rows } = await client.query<{ exists: boolean }>(
        `select to_regclass('demo.load_batch') is not null as exists`,
      );
      if (!rows[0]!.exists) return 0;
      return (await client.query('select from demo.load_batch')).rowCount;
    };
    await expect.poll(writtenBatches, { interval: 20 }).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await client.end();
    const { stdout, status } = seed(brokenOff, asked);
    expect(stdout).toContain('Load: ready, 1050 cases');
    expect(status).toBe(0);
    expect(await logDigest(brokenOff)).toEqual(await logDigest(loaded));
  }, 180_000);

  it('refuses a database that holds other cases', async () => {
    const demo = await createTestDatabase();
    expect(seed(demo, ['demo', '--as-of', '2025-02-05', '--cases', '1']).status).toBe(0);
    const { stderr, status } = seed(demo, ['load', '--cases', '10']);
    await demo.drop();
    expect(stderr).toContain('The database holds cases already: a load needs an empty one.');
    expect(status).toBe(1);
  });

  it.each([
    [['load'], '--cases must be given, from 1 to 10000000.'],
    [['load', '--cases', '0'], '--cases must be given, from 1 to 10000000.'],
    [['load', '--cases', '1e6'], '--cases must be a whole number from 0 to 10000000.'],
    [['load', '--cases', '10000001'], '--cases must be a whole number from 0 to 10000000.'],
    [['load', '--cases', '10', 'fast'], 'Unexpected argument'],
  ])('refuses %j in words', (words, sentence) => {
    const { status, stdout, stderr } = seed(loaded, words);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });
});
