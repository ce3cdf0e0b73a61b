import { createRuntime, type Runtime } from '@accord/server/commands/runtime';
import type { Config } from '@accord/server/config';
import { openDatabase } from '@accord/server/database';
import { startEmbeddedPostgres } from '@accord/server/embedded-postgres';

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
  const database = await openDatabase({ url, report });
  cleanup.defer(() => database.close());
  const opened = cleanup.move();
  return { runtime: createRuntime(database), close: () => opened.disposeAsync() };
}
