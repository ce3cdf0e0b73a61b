import { openDatabase, type Database } from '@accord/server/database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';

let place: TestDatabase;
let database: Database;
beforeAll(async () => {
  // West of Shanghai and of UTC: a date read as local midnight would be the day before.
  process.env.TZ = 'America/Los_Angeles';
  place = await createTestDatabase();
  database = await openDatabase({ url: place.url });
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

describe('the pool', () => {
  it('gives dates as they are written, instants as instants, big numbers unrounded', async () => {
    const { rows } = await database.pool.query<Record<string, unknown>>(
      `select date '2026-09-20' as day, array[date '2026-09-20', date '2026-10-10'] as days,
              timestamptz '2025-10-10 00:00:00+08' as instant, 9007199254740993 as big`,
    );
    expect(rows).toEqual([
      {
        day: '2026-09-20',
        days: ['2026-09-20', '2026-10-10'],
        instant: new Date('2025-10-09T16:00:00.000Z'),
        big: '9007199254740993',
      },
    ]);
  });

  it('runs its sessions in UTC, and bounds statements, locks and transactions', async () => {
    const names = [
      'TimeZone',
      'statement_timeout',
      'lock_timeout',
      'idle_in_transaction_session_timeout',
      'transaction_timeout',
    ];
    const { rows } = await database.pool.query<{ value: string }>(
      'select current_setting(name) as value from unnest($1::text[]) as name',
      [names],
    );
    expect(rows.map(({ value }) => value)).toEqual(['UTC', '10s', '5s', '10s', '20s']);
  });

  it('survives the end of every connection, idle and checked out', async () => {
    const held = await database.pool.connect();
    await database.pool.query('select 1');
    const superuser = new pg.Client({ connectionString: place.superuserUrl });
    await superuser.connect();
    await superuser.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await superuser.end();
    await expect(held.query('select 1')).rejects.toThrow();
    held.release(true);
    // An idle connection may not have heard yet that it has ended; then it fails its next statement, and is gone.
    await vi.waitFor(async () => {
      const { rows } = await database.pool.query<{ one: number }>('select 1 as one');
      expect(rows).toEqual([{ one: 1 }]);
    }, 10_000);
  });

  it('is the one the ORM uses', async () => {
    expect(await database.orm.em.getConnection().getNativeClient()).toBe(database.pool);
  });
});

describe('opening', () => {
  it('names the database that does not exist', async () => {
    const url = new URL(place.url);
    url.pathname = '/nowhere';
    await expect(openDatabase({ url: url.href })).rejects.toThrow(
      /^Postgres at \S+ has no database "nowhere": create it, or correct DATABASE_URL\.$/,
    );
  });

  it('names the user who is refused', async () => {
    const url = new URL(place.url);
    url.username = 'nobody_known';
    await expect(openDatabase({ url: url.href })).rejects.toThrow(
      /refuses the user "nobody_known" .*: correct the user or password in DATABASE_URL\.$/,
    );
  });

  it('keeps the options a URL brings along', async () => {
    const url = new URL(place.url);
    url.searchParams.set('options', '-c work_mem=7MB');
    const opened = await openDatabase({ url: url.href });
    const { rows } = await opened.pool.query<{ memory: string; zone: string }>(
      `select current_setting('work_mem') as memory, current_setting('timezone') as zone`,
    );
    await opened.close();
    expect(rows).toEqual([{ memory: '7MB', zone: 'UTC' }]);
  });
});
