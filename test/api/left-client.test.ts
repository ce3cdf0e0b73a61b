import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { readConfig } from '@accord/server/config';
import { openRuntime } from '@accord/seeds/runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCast } from '../support/cast.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { road } from '../support/road.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';

let database: TestDatabase;
let server: ServerProcess;
let url: URL;
beforeAll(async () => {
  database = await createTestDatabase();
  // Of a database with cases the demo keeps away; its people are what is wanted of it.
  const open = await openRuntime(readConfig({ DATABASE_URL: database.url }));
  const cast = await createCast(open.runtime.pool);
  await road(open.runtime).submit(cast.stranger);
  await open.close();
  server = startServerProcess({ DATABASE_URL: database.url, ACCORD_DEMO: 'on' });
  url = new URL(await server.ready);
});
afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
  await database.drop();
});

const body = JSON.stringify({ query: '{ __schema { types { name description fields { name description } } } }' });

/** Asks, and leaves when the answer begins, or so many milliseconds after it asked. */
async function leave(head: string, content: string, afterMs: number | null): Promise<void> {
  const socket = connect(Number(url.port), url.hostname);
  socket.on('error', () => {});
  const gone = new Promise((resolve) => socket.once('close', resolve));
  const lines = [head, `host: ${url.host}`, 'accept-encoding: gzip', `content-length: ${Buffer.byteLength(content)}`];
  socket.write(`${lines.join('\r\n')}\r\n\r\n${content}`);
  if (afterMs === null) await new Promise((resolve) => socket.once('data', resolve));
  else await delay(afterMs);
  socket.resetAndDestroy();
  await gone;
}

it.each([
  ['an operation', 'POST /graphql HTTP/1.1\r\ncontent-type: application/json', body],
  ['the reference', 'GET /docs HTTP/1.1', ''],
  ['the explorer', 'GET /explorer HTTP/1.1', ''],
  ['the people', 'GET /demo HTTP/1.1\r\naccept: application/json', ''],
  ['the dashboard', 'GET / HTTP/1.1\r\naccept: text/html', ''],
])('says nothing of whoever leaves in the midst of %s, and goes on', async (_what, head, content) => {
  const said = server.output();
  for (const afterMs of [null, 0, 1, 3, 8]) await leave(head, content, afterMs);
  await Promise.all(Array.from({ length: 12 }, (_, index) => leave(head, content, index)));
  expect((await fetch(`${url.href}readyz`)).status).toBe(200);
  expect(server.output()).toBe(said);
});
