import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { readConfig } from '@accord/server/config';
import { loadDemo } from '@accord/seeds/demo';
import { openRuntime } from '@accord/seeds/runtime';
import { stories } from '@accord/seeds/scenarios/stories';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';

const cases = 30;

let database: TestDatabase;
let port: number;
let server: ServerProcess | undefined;

beforeEach(async () => {
  database = await createTestDatabase();
  const free = createServer().listen(0, 'localhost');
  await new Promise((resolve) => free.once('listening', resolve));
  ({ port } = free.address() as AddressInfo);
  await new Promise((resolve) => free.close(resolve));
});
afterEach(async () => {
  server?.kill('SIGKILL');
  await server?.ended;
  await database.drop();
});

const start = () => (server = startServerProcess({ DATABASE_URL: database.url, ACCORD_DEMO: 'on', PORT: `${port}` }));

const ask = (path: string) => fetch(`http://localhost:${port}${path}`).catch(() => null);

async function countCases(): Promise<number> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from dispute_case');
  await client.end();
  return rows[0]!.count;
}

/** Leaves a small demo that was broken off, which the server goes on with. */
async function breakOffDemo(): Promise<void> {
  const { runtime, close } = await openRuntime(readConfig({ DATABASE_URL: database.url }));
  const ring = () => {
    throw new Error('broken off');
  };
  const dying = { ...runtime, doorbell: { ...runtime.doorbell, ring } };
  await expect(loadDemo(dying, { cases, seed: 3 })).rejects.toThrow('broken off');
  await close();
}

describe('the first start of a demo', () => {
  it('is ready, and can be reached, when everything is loaded', async () => {
    await breakOffDemo();
    const { ready } = start();
    let first: Response | null = null;
    while (!first) {
      first = await ask('/readyz');
      if (!first) await delay(5);
    }
    expect(first.status).toBe(200);
    expect(await countCases()).toBe(stories.length + cases);
    expect(await ready).toBe(`http://localhost:${port}`);
  });

  it('stops with code 0 in the midst of loading, never having been ready', async () => {
    const { output, ended, kill } = start();
    while (!output().includes('Demo data as of')) await delay(5);
    expect(await ask('/healthz')).toBeNull();
    kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(output()).not.toContain('Accord is ready');
    expect(await countCases()).toBeLessThan(stories.length + 3000);
  });

  it('says that its port is in use before it loads anything', async () => {
    const other = createServer().listen(port, 'localhost');
    await new Promise((resolve) => other.once('listening', resolve));
    const { output, ended } = start();
    expect(await ended).toBe(1);
    expect(output()).toContain(`Port ${port} is in use`);
    expect(await countCases()).toBe(0);
    await new Promise((resolve) => other.close(resolve));
  });

  it('takes the time it needs: what limits a request does not limit the loading', async () => {
    const { runtime, close } = await openRuntime(readConfig({ DATABASE_URL: database.url }));
    const pool = new pg.Pool({ ...runtime.pool.options, statement_timeout: 3000, query_timeout: 3000 });
    pool.on('error', () => {});
    await pool.query(`create function slow() returns trigger language plpgsql as 'begin perform pg_sleep(4); return null; end';
      create schema demo; create table demo.loading (as_of date, cases int, seed int, told text[] default '{}', finished_at timestamptz);
      create trigger slow after insert on dispute_case for each statement execute function slow()`);
    const told = stories.map(({ name }) => name);
    await pool.query('insert into demo.loading (as_of, cases, seed, told) values ($1, $2, 3, $3)', [
      '2026-11-20',
      3,
      told,
    ]);
    await loadDemo({ ...runtime, pool }, {});
    await pool.end();
    await close();
    expect(await countCases()).toBe(3);
  });
});
