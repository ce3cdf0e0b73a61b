import type { Runtime } from '@accord/server/commands/case-transaction';
import { Benchmark } from '@accord/server/entities/index';
import { PublishedMemory } from '@accord/server/entities/published';
import type { Config } from '@accord/server/config';
import { openDatabase } from '@accord/server/database';
import { defaultPolicy } from '@accord/server/domain/benchmark';
import { startEmbeddedPostgres } from '@accord/server/embedded-postgres';
import { createDoorbell } from '@accord/server/feed/doorbell';

/** What commands run on, without a server around it. */
export interface OpenRuntime {
  readonly runtime: Runtime;
  close(): Promise<void>;
}

/** Opens the database that a server with this configuration would use, beside it when one is running. */
export async function openRuntime(config: Config, report: (line: string) => void = () => {}): Promise<OpenRuntime> {
  await using cleanup = new AsyncDisposableStack();
  let url = config.databaseUrl;
  if (!url) {
    const postgres = await startEmbeddedPostgres({ dataDirectory: config.dataDirectory, canShare: true, report });
    cleanup.defer(() => postgres.stop());
    url = postgres.url;
  }
  const database = await openDatabase({ url, entities: [Benchmark], report });
  cleanup.defer(() => database.close());
  const { pool } = database;
  const runtime = {
    pool,
    doorbell: createDoorbell(),
    published: new PublishedMemory(database.orm),
    policy: defaultPolicy,
  };
  const opened = cleanup.move();
  return { runtime, close: () => opened.disposeAsync() };
}
