import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@accord/server/embedded-postgres';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';

let folder: string;
let servers: ServerProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-process-'));
  chmodSync(folder, 0o755);
  servers = [];
});

afterEach(async () => {
  for (const server of servers) server.kill('SIGTERM');
  await Promise.all(servers.map(({ ended }) => ended));
  rmSync(folder, { recursive: true, force: true });
});

function start(environment: Record<string, string> = {}): ServerProcess {
  const server = startServerProcess({ DATA_DIR: folder, ...environment });
  servers.push(server);
  return server;
}

/** The folder the start line names. */
function homeOf(server: ServerProcess): string {
  return /runs on the data in (\S+)/.exec(server.output())?.[1] ?? '';
}

function entriesOf(path: string): string[] {
  return existsSync(path) ? readdirSync(path) : [];
}

function postgresPid(home: string): number {
  return Number.parseInt(readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8'), 10);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(isDone: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isDone())) await delay(20);
}

async function query(home: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ host: home, user: 'accord', database: 'accord' });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function occupyPort(): Promise<Server> {
  const server = createServer().listen(0, 'localhost');
  await new Promise((resolve) => server.once('listening', resolve));
  return server;
}

describe('the built server', () => {
  it('answers, stops at a signal with code 0 and leaves no process', async () => {
    const server = start();
    const url = await server.ready;
    const postgres = postgresPid(homeOf(server));
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready' });
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });
    server.kill('SIGINT');
    expect(await server.ended).toBe(0);
    expect(isAlive(postgres)).toBe(false);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('keeps the data at a second start', async () => {
    const first = start();
    await first.ready;
    await query(homeOf(first), `create table kept as select '二次协商' as word`);
    first.kill('SIGTERM');
    await first.ended;
    const second = start({ TZ: 'America/Los_Angeles' });
    await second.ready;
    expect(await query(homeOf(second), 'select word from kept')).toEqual([{ word: '二次协商' }]);
  });

  it('leaves no Postgres behind when it is killed, and recovers at the next start', async () => {
    const first = start();
    await first.ready;
    const postgres = postgresPid(homeOf(first));
    await query(homeOf(first), 'create table kept as select 1 as number');
    first.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    await until(() => !isAlive(postgres));
    const second = start();
    await second.ready;
    expect(await query(homeOf(second), 'select number from kept')).toEqual([{ number: 1 }]);
  });

  it('starts although the lock file of a killed Postgres is left', async () => {
    const first = start();
    await first.ready;
    const home = homeOf(first);
    await query(home, 'create table kept as select 1 as number');
    process.kill(postgresPid(home), 'SIGKILL');
    first.kill('SIGKILL');
    await first.ended;
    expect(existsSync(join(home, 'data', 'postmaster.pid'))).toBe(true);
    const second = start();
    await second.ready;
    expect(await query(home, 'select number from kept')).toEqual([{ number: 1 }]);
  });

  it('goes on when its Postgres is killed, with a new one on the same data', async () => {
    const server = start();
    const url = await server.ready;
    const killed = postgresPid(homeOf(server));
    process.kill(killed, 'SIGKILL');
    await until(() => server.output().includes('Postgres ended unexpectedly and is started again.'));
    await until(async () => (await fetch(`${url}/readyz`)).ok);
    expect(postgresPid(homeOf(server))).not.toBe(killed);
  });

  it('lets a program beside it use its Postgres, which outlives that program', async () => {
    const server = start();
    const url = await server.ready;
    const beside = await startEmbeddedPostgres({ dataDirectory: folder, canShare: true });
    expect(beside.home).toBe(homeOf(server));
    await beside.stop();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('makes its cluster anew when an earlier start was cut off while making it', async () => {
    const first = start();
    await until(() => entriesOf(join(folder, 'postgres')).some((name) => name.startsWith('data.unfinished')));
    first.kill('SIGKILL');
    await first.ended;
    const second = start();
    expect(await second.ready).toMatch(/^http/);
  });

  it('works in a folder closed to other users and says where its data are', async () => {
    chmodSync(folder, 0o700);
    const server = start();
    await server.ready;
    const home = homeOf(server);
    const isRoot = process.getuid?.() === 0;
    expect(home.startsWith(isRoot ? '/var/lib/accord/data-' : folder)).toBe(true);
    server.kill('SIGTERM');
    await server.ended;
    rmSync(home, { recursive: true });
  });
});

describe('a start that cannot succeed ends with code 1 and one sentence', () => {
  async function expectRefusal(server: ServerProcess, sentence: string | RegExp): Promise<void> {
    expect(await server.ended).toBe(1);
    const lines = server.output().trim().split('\n');
    expect(lines.at(-1)).toMatch(sentence);
    expect(lines.filter((line) => /^\s+at /.test(line))).toEqual([]);
  }

  it('when the port is in use; the Postgres it had started is gone', async () => {
    const other = await occupyPort();
    const { port } = other.address() as AddressInfo;
    const server = start({ PORT: String(port) });
    await expectRefusal(
      server,
      `Port ${port} is in use: stop the program that uses it, or set PORT to another number.`,
    );
    expect(existsSync(join(homeOf(server), 'data', 'postmaster.pid'))).toBe(false);
    other.close();
  });

  it('when the data are in use by another Accord, which goes on', async () => {
    const first = start();
    const url = await first.ready;
    const second = start();
    await expectRefusal(second, `Another Accord (process ${first.pid}) uses the data in`);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it.each([
    ['PORT', 'http', 'PORT must be a number.'],
    ['PORT', '70000', 'PORT must be at most 65535.'],
    ['ACCORD_DEMO', 'maybe', 'ACCORD_DEMO must be on or off.'],
    [
      'DATABASE_URL',
      'mysql://localhost/accord',
      'DATABASE_URL must look like postgres://user:password@host:5432/database.',
    ],
    [
      'DATABASE_URL',
      'postgres://accord@localhost:1/accord',
      /^Postgres at localhost:1 cannot be reached \(.*ECONNREFUSED.*\): start it, or correct DATABASE_URL\.$/,
    ],
    [
      'DATA_DIR',
      '/dev/null/accord',
      'The data folder /dev/null/accord/postgres cannot be used (ENOTDIR): make it writable, or set DATA_DIR to another folder.',
    ],
  ])('when %s is %s', async (name, value, sentence) => {
    await expectRefusal(start({ [name]: value }), sentence);
  });
});
