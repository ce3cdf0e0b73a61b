import pg from 'pg';

/** Turns the clock of a database forward, for whatever connects to it from now on; the clock goes on from there. */
export async function turnDatabaseClock(superuserUrl: string, interval: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    // Found before the function of the same name in pg_catalog, because the path names that one last.
    await client.query(`
      create schema if not exists turned;
      grant usage on schema turned to accord;
      create or replace function turned.clock_timestamp() returns timestamptz language sql volatile
        as $$ select pg_catalog.clock_timestamp() + interval '${interval}' $$`);
    await client.query(`alter database ${client.database} set search_path = public, turned, pg_catalog`);
  } finally {
    await client.end();
  }
}
