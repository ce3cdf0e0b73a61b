import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '@accord/server/app';
import { readConfig } from '@accord/server/config';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createCast } from '../support/cast.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { road } from '../support/road.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';

let database: TestDatabase;
let folder: string;
let server: ServerProcess | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'accord-production-'));
  // The demo fills a database without cases only.
  const app = await createApp(readConfig({ PORT: '0', DATABASE_URL: database.url, DATA_DIR: folder }));
  await road(app.runtime).submit((await createCast(app.database.pool)).complainant);
  await app.close();
});
afterEach(async () => {
  server?.kill('SIGTERM');
  await server?.ended;
  server = undefined;
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the built server on the test's database, with nothing said about the demo. */
function start(environment: Record<string, string>): ServerProcess {
  server = startServerProcess({ DATA_DIR: folder, DATABASE_URL: database.url, ACCORD_DEMO: '', ...environment });
  return server;
}

const production = { NODE_ENV: 'production' };
const issuer = { OIDC_ISSUER: 'https://login.example', OIDC_AUDIENCE: 'https://accord.example' };

describe('a start', () => {
  it.each([
    [
      'the demo, in production, open to every machine',
      { ...production, ACCORD_DEMO: 'on', HOST: '0.0.0.0' },
      /^ACCORD_DEMO=on gives everybody's token to whoever asks, and HOST opens it to others/m,
    ],
    [
      'the demo, in production, under a public address',
      { ...production, ACCORD_DEMO: 'on', PUBLIC_URL: 'https://accord.example' },
      /^ACCORD_DEMO=on gives .*, and PUBLIC_URL opens it to others/m,
    ],
    [
      'the demo beside an issuer',
      { ...issuer, ACCORD_DEMO: 'on' },
      /^ACCORD_DEMO=on and OIDC_ISSUER exclude each other/m,
    ],
    ['an issuer without an audience', { OIDC_ISSUER: 'https://login.example' }, /^OIDC_AUDIENCE must be set/m],
    [
      'keys over plain http, in production',
      { ...production, ...issuer, OIDC_ISSUER: 'http://login.example' },
      /^OIDC_ISSUER must begin with https/m,
    ],
    ['an issuer that is no address', { ...issuer, OIDC_ISSUER: 'login' }, /^OIDC_ISSUER must look like https/m],
  ])('with %s says why not, in one sentence, and ends with 1', async (_what, environment, sentence) => {
    const refused = start(environment);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toMatch(sentence);
    expect(refused.output()).not.toMatch(/\n\s+at |ready/);
  });

  it.each([
    ['in production', production, 404],
    ['in production, without a database named', { ...production, DATABASE_URL: '' }, 404],
    ['beside an issuer', issuer, 404],
    ['with an issuer, without a database named', { ...issuer, DATABASE_URL: '' }, 404],
    ['with the demo, in production, for this machine alone', { ...production, ACCORD_DEMO: 'on' }, 200],
    [
      'with the demo, open to every machine, for developers',
      { ACCORD_DEMO: 'on', HOST: '0.0.0.0', PUBLIC_URL: 'https://demo.accord.example' },
      200,
    ],
  ])('%s has demo people or not', async (_what, environment, status) => {
    const started = start(environment);
    const { port } = new URL(await started.ready);
    const people = await fetch(`http://127.0.0.1:${port}/demo`, { headers: { accept: 'application/json' } });
    expect(people.status).toBe(status);
  });

  it('without anybody who could sign in says so', async () => {
    const started = start(production);
    await started.ready;
    expect(started.output()).toContain('Nobody can sign in: set OIDC_ISSUER and OIDC_AUDIENCE, or ACCORD_DEMO=on.');
  });
});
