import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@accord/server/database';
import { startEmbeddedPostgres } from '@accord/server/embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly superuserUrl: string;
  }
}

// What a test loses in a crash nobody misses.
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '400' };

/** Starts a Postgres for this run and migrates its database `accord`, the template of every test file's own. */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'accord-test-'));
  // Started by root, Postgres runs as another user, who has to get in.
  chmodSync(dataDirectory, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDirectory, settings });
  const database = await openDatabase({ url: postgres.url });
  await database.close();
  project.provide('superuserUrl', postgres.superuserUrl);
  return async () => {
    await postgres.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
}
