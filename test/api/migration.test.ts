import { openDatabase } from '@accord/server/database';
import { readMigrations } from '@accord/server/database-migration';
import pg from 'pg';
import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';

const first = { name: '0001_first.sql', sql: 'create table first (id int primary key); insert into first values (1);' };
const second = { name: '0002_second.sql', sql: 'create table second (id int primary key);' };
const failing = { name: '0002_failing.sql', sql: 'create table half (id int); select 1 / 0;' };

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase({ isEmpty: true });
});
afterEach(() => database.drop());

async function migrateWith(...migrations: { name: string; sql: string }[]): Promise<string[]> {
  const lines: string[] = [];
  const opened = await openDatabase({ url: database.url, migrations, report: (line) => lines.push(line) });
  await opened.close();
  return lines;
}

async function tables(): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    );
    return rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

describe('migrations', () => {
  it('apply once, in order, and later ones follow', async () => {
    expect(await migrateWith(first)).toEqual(['Migration 0001_first.sql applied.']);
    expect(await migrateWith(first, second)).toEqual(['Migration 0002_second.sql applied.']);
    expect(await migrateWith(first, second)).toEqual([]);
    expect(await tables()).toEqual(['accord_migration', 'first', 'second']);
  });

  it('apply once when three servers start together', async () => {
    const slow = { ...first, sql: `select pg_sleep(0.2); ${first.sql}` };
    const lines = await Promise.all([migrateWith(slow, second), migrateWith(slow, second), migrateWith(slow, second)]);
    expect(lines.flat().sort()).toEqual(['Migration 0001_first.sql applied.', 'Migration 0002_second.sql applied.']);
  });

  it('leave nothing of one that fails, and keep those before it', async () => {
    await expect(migrateWith(first, failing)).rejects.toThrow(
      'The migration 0002_failing.sql failed and changed nothing: division by zero.',
    );
    expect(await tables()).toEqual(['accord_migration', 'first']);
  });

  it('refuse a file that was edited after it had been applied', async () => {
    await migrateWith(first);
    await expect(migrateWith({ ...first, sql: `${first.sql} -- edited` }, second)).rejects.toThrow(
      'The migration 0001_first.sql was changed after it had been applied',
    );
    expect(await tables()).toEqual(['accord_migration', 'first']);
  });

  it('refuse a database that is newer than the code', async () => {
    await migrateWith(first, second);
    await expect(migrateWith(first)).rejects.toThrow(
      'The database is newer than this Accord: it has the migration 0002_second.sql.',
    );
  });

  it('say which privilege is missing', async () => {
    const client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
    await client.query('alter database "' + client.database + '" owner to postgres');
    await client.end();
    await expect(migrateWith(first)).rejects.toThrow(
      'The database user may not create tables (permission denied for schema public)',
    );
    expect(await tables()).toEqual([]);
  });

  it('carry a number each, no number twice', () => {
    const numbers = readMigrations().map(({ name }) => /^(\d{4})_[a-z_]+\.sql$/.exec(name)?.[1]);
    expect(numbers).not.toContain(undefined);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
