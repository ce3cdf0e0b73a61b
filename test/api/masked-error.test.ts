import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { road } from '../support/road.js';
import { openSocket, type RawSocket } from '../support/socket.js';

let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
let caseId: string;
let walk: ReturnType<typeof road>;
let superuser: pg.Client;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
  caseId = caseIdOf(walk);
  superuser = new pg.Client({ connectionString: app.superuserUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await app.close();
});

const query = 'query ($id: ID!) { case(id: $id) { number description parties { name } } }';
const mutation = 'mutation ($input: PostMessageInput!) { postMessage(input: $input) { case { version } } }';
const subscription = 'subscription ($id: ID!) { caseUpdated(id: $id) { version parties { name } } }';

/** The one thing that is told of what nobody expected. */
const internal = { code: 'INTERNAL', correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) };
/** Statements, tables, hosts, files, stacks, and whoever is not the one who asked. */
const inside =
  /select|insert|\brelation\b|dispute_case|postgres|lock|timeout|terminat|ECONN|\.[jt]s\b|\/work|\/tmp|node_modules|    at |优品商家/i;

async function expectMasked(socket: RawSocket): Promise<void> {
  for (const [text, variables] of [
    [query, { id: caseId }],
    [mutation, { input: { caseId, text: '有人吗' } }],
  ] as const) {
    const { error, text: answer } = await api.ask(cast.complainant, text, variables);
    expect(error).toEqual(internal);
    expect(answer).not.toMatch(inside);
  }
  const { type, payload } = await socket.ask(subscription, { id: caseId });
  expect([type, payload]).toEqual(['error', [{ message: expect.any(String), extensions: internal }]]);
  expect(JSON.stringify(payload)).not.toMatch(inside);
}

async function openStream(): Promise<{ socket: RawSocket; told: () => string }> {
  const socket = openSocket(app.url, api.token(cast.complainant));
  expect(await socket.ask(subscription, { id: caseId })).toMatchObject({ type: 'next' });
  return { socket, told: () => JSON.stringify(socket.messages.filter(({ id }) => id === '1')) };
}

describe('an error that nobody expected', () => {
  it('of a table that is gone tells nothing of it, in answers and in streams', async () => {
    const { socket, told } = await openStream();
    await superuser.query('alter table dispute_case rename to elsewhere');
    try {
      await expectMasked(socket);
    } finally {
      await superuser.query('alter table elsewhere rename to dispute_case');
    }
    expect(told()).not.toMatch(/elsewhere|\brelation\b|    at /);
    expect((await api.ask(cast.complainant, query, { id: caseId })).error).toBeUndefined();
    socket.socket.close();
  });

  it('of a statement that waits too long tells nothing of it', async () => {
    const { socket } = await openStream();
    await superuser.query('begin; lock table dispute_case, case_snapshot in access exclusive mode');
    try {
      await expectMasked(socket);
    } finally {
      await superuser.query('rollback');
    }
    expect((await api.ask(cast.complainant, query, { id: caseId })).error).toBeUndefined();
    socket.socket.close();
  });

  it('of a database that is gone tells nothing of it, and the server goes on when it is back', async () => {
    const { socket } = await openStream();
    const name = new URL(app.superuserUrl).pathname.slice(1);
    const outside = new pg.Client({ connectionString: app.superuserUrl.replace(name, 'postgres') });
    await outside.connect();
    await outside.query(`alter database ${name} allow_connections false`);
    superuser.on('error', () => {});
    await outside.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    try {
      await expectMasked(socket);
      expect((await fetch(`${app.url}/readyz`)).status).toBe(503);
      const late = openSocket(app.url, api.token(cast.stranger));
      expect(await late.closed()).toBe(1013);
    } finally {
      await outside.query(`alter database ${name} allow_connections true`);
      await outside.end();
    }
    await expect.poll(async () => (await api.ask(cast.complainant, query, { id: caseId })).error).toBeUndefined();
    superuser = new pg.Client({ connectionString: app.superuserUrl });
    await superuser.connect();
    socket.socket.close();
  });
});
