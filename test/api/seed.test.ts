import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';

const program = fileURLToPath(new URL('../../seeds/dist/run.js', import.meta.url));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function seed(...words: string[]) {
  const { PATH } = process.env;
  const env = { PATH, DATABASE_URL: database.url, TZ: 'America/Los_Angeles' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('pnpm seed', () => {
  it.each([
    [[], 'Usage: pnpm seed demo'],
    [['toString'], 'Usage: pnpm seed demo'],
    [['demo', '--case', '3'], "Unknown option '--case'"],
    [['demo', 'now'], 'Unexpected argument'],
    [['demo', '--cases', '-1'], "Option '--cases' argument is ambiguous"],
    [['demo', '--cases', '1e3'], '--cases must be a whole number from 0 to 100000.'],
    [['demo', '--seed', '2147483648'], '--seed must be a whole number from 0 to 2147483647.'],
    [['demo', '--as-of', '2026-02-30'], '--as-of must be a date from 2006-01-01 through today.'],
    [['demo', '--as-of', '2099-01-01'], '--as-of must be a date from 2006-01-01 through today.'],
    [['import'], 'Usage: pnpm seed import FILE.csv --map MAP.json'],
  ])('refuses %j in words, without a stack', (words, sentence) => {
    const { status, stdout, stderr } = seed(...words);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });

  it('loads the demo that it is asked for', async () => {
    const { status, stdout, stderr } = seed('demo', '--as-of', '2025-02-05', '--cases', '12', '--seed', '5');
    expect(stderr).toBe('');
    expect(stdout).toContain('Demo data as of 2025-02-05');
    expect(status).toBe(0);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      `select count(*)::int as cases, bool_and(last_event_at <= '2025-02-05T00:00:30+08:00') as are_past from dispute_case`,
    );
    await client.end();
    expect(rows).toEqual([{ cases: 18, are_past: true }]);
  });
});
