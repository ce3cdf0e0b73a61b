import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { StartError } from './config.js';

const folder = fileURLToPath(new URL('../../schema/migrations/', import.meta.url));

/** One numbered file of plain SQL; once released it never changes. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The migrations of this version in the order they apply. */
export function readMigrations(): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => ({ name, sql: readFileSync(`${folder}${name}`, 'utf8') }));
}

/**
 * Applies what is missing, each migration in a transaction of its own, and reports each by name; servers that start together take
 * turns. A database this code does not know, an edited migration, a failing one and a missing privilege are StartErrors.
 */
export async function migrate(
  client: pg.Client,
  migrations: readonly Migration[],
  report: (line: string) => void,
): Promise<void> {
  for (;;) {
    await client.query('begin');
    try {
      await client.query(`select pg_advisory_xact_lock(hashtextextended('accord migrations', 0))`);
      const next = await findNext(client, migrations);
      if (next) await apply(client, next);
      await client.query('commit');
      if (!next) return;
      report(`Migration ${next.name} applied.`);
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  }
}

async function findNext(client: pg.Client, migrations: readonly Migration[]): Promise<Migration | undefined> {
  await makeTable(client);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from accord_migration order by name',
  );
  const checksums = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = rows.find(({ name }) => !known.has(name));
  if (unknown) {
    throw new StartError(
      `The database is newer than this Accord: it has the migration ${unknown.name}. Start the newer version, or use another database.`,
    );
  }
  const edited = migrations.find(({ name, sql }) => checksums.has(name) && checksums.get(name) !== checksumOf(sql));
  if (edited) {
    throw new StartError(
      `The migration ${edited.name} was changed after it had been applied: restore the file, and put the change into a new migration.`,
    );
  }
  return migrations.find(({ name }) => !checksums.has(name));
}

async function makeTable(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ isMissing: boolean }>(
    `select to_regclass('accord_migration') is null as "isMissing"`,
  );
  if (!rows[0]?.isMissing) return;
  try {
    await client.query(`create table accord_migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`);
  } catch (error) {
    throw new StartError(
      `The database user may not create tables (${(error as Error).message}): grant it CREATE on the schema.`,
    );
  }
}

async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw new StartError(`The migration ${name} failed and changed nothing: ${(error as Error).message}.`);
  }
  await client.query('insert into accord_migration (name, checksum) values ($1, $2)', [name, checksumOf(sql)]);
}

function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}
