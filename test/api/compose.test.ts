import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { preparePostgresPlace } from '@accord/server/embedded-postgres-place';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const [database, server] = read('docker-compose.yml').split(/^ {2}server:$/m) as [string, string];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-compose-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('docker-compose.yml', () => {
  it('asks for a cluster that Postgres can make', () => {
    const given = /POSTGRES_INITDB_ARGS: (.+)$/m.exec(database)![1]!.split(' ');
    const { programs, home, user } = preparePostgresPlace(folder);
    const { status, stderr } = spawnSync(
      join(programs, 'initdb'),
      ['-D', join(home, 'data'), '-U', 'accord', ...given],
      { ...user, cwd: '/', encoding: 'utf8' },
    );
    expect(stderr).not.toContain('error');
    expect(status).toBe(0);
  });

  it('waits for the Postgres that others can reach, not for the one that only makes the cluster', () => {
    expect(/test: (pg_isready.+)$/m.exec(database)![1]).toContain('-h 127.0.0.1');
  });

  it('says that the server is healthy while it is ready', async () => {
    const script = /node -e '(.+)'$/m.exec(server)![1]!;
    const app = await startApp();
    const check = () =>
      promisify(execFile)(process.execPath, ['-e', script.replace(':4000', `:${new URL(app.url).port}`)]);
    expect(await check()).toEqual({ stdout: '', stderr: '' });
    await app.close();
    await expect(check()).rejects.toMatchObject({ code: 1 });
  });

  it('passes on every setting there is', () => {
    const settings = [...read('.env.example').matchAll(/^(?:# )?([A-Z0-9_]+)=/gm)].map((match) => match[1]!);
    const passed = [...server.matchAll(/^ {6}([A-Z0-9_]+): /gm)].map((match) => match[1]!);
    expect(settings.length).toBeGreaterThan(15);
    expect(settings.filter((name) => !passed.includes(name))).toEqual(['TRUSTED_DOCUMENTS']);
  });

  it('builds from sources alone, whatever lies beside them', () => {
    expect(read('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['**/node_modules', '**/dist', '.data', '.env', '.git']),
    );
  });
});
