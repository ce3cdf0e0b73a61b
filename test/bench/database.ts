import { join } from 'node:path';
import { readConfig } from '@accord/server/config';
import { startEmbeddedPostgres } from '@accord/server/embedded-postgres';
import { loadMany } from '@accord/seeds/load';
import { openRuntime } from '@accord/seeds/runtime';

/** A loaded database that is used for nothing else, and kept for the next time. */
export interface BenchDatabase {
  url: string;
  /** The noon of the day on which its cases are looked at. */
  now: Date;
  close(): Promise<void>;
}

/** Opens the database of so many cases, which is loaded when it is not there yet: an embedded Postgres in `DATA_DIR`, or `DATABASE_URL`. */
export async function openBenchDatabase(cases: number, report: (line: string) => void): Promise<BenchDatabase> {
  await using cleanup = new AsyncDisposableStack();
  const config = readConfig();
  let url = config.databaseUrl;
  if (!url) {
    const postgres = await startEmbeddedPostgres({
      dataDirectory: join(config.dataDirectory, `bench-${cases}`),
      report,
    });
    cleanup.defer(() => postgres.stop());
    url = postgres.url;
  }
  const { runtime, close } = await openRuntime({ ...config, databaseUrl: url }, report);
  try {
    await loadMany(runtime, { cases, report });
    const { rows } = await runtime.pool.query<{ asOf: string }>('select as_of as "asOf" from demo.load');
    const opened = cleanup.move();
    return { url, now: new Date(`${rows[0]!.asOf}T12:00:00+08:00`), close: () => opened.disposeAsync() };
  } finally {
    await close();
  }
}
