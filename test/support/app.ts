import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App, type AppOptions } from '@accord/server/app';
import { readConfig } from '@accord/server/config';
import { createTestDatabase } from './postgres.js';

/** Starts the server on a free port and a database of its own; closing it drops the database and its files. */
export async function startApp(
  options: AppOptions = {},
  environment: Record<string, string> = {},
): Promise<App & { superuserUrl: string }> {
  const { url, superuserUrl, drop } = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'accord-app-'));
  const given = { PORT: '0', DATABASE_URL: url, DATA_DIR: folder, ACCORD_DEMO: 'on', ...environment };
  const app = await createApp(readConfig(given), options);
  const close = async () => {
    await app.close();
    await drop();
    rmSync(folder, { recursive: true });
  };
  return { ...app, superuserUrl, close };
}
