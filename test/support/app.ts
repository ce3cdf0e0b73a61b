import { createApp, type App, type AppOptions } from '@accord/server/app';
import { readConfig } from '@accord/server/config';
import { createTestDatabase } from './postgres.js';

/** Starts the server on a free port and a database of its own; closing it drops the database. */
export async function startApp(options: AppOptions = {}): Promise<App & { superuserUrl: string }> {
  const { url, superuserUrl, drop } = await createTestDatabase();
  const app = await createApp(readConfig({ PORT: '0', DATABASE_URL: url, ACCORD_DEMO: 'on' }), options);
  const close = async () => {
    await app.close();
    await drop();
  };
  return { ...app, superuserUrl, close };
}
