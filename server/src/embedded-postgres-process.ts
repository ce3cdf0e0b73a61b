import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from './config.js';
import type { PostgresPlace, PostgresUser } from './embedded-postgres-place.js';

/** The server and the shell that stops it should this process be killed. */
export interface RunningPostgres {
  readonly postmaster: ChildProcess;
  readonly watch: ChildProcess;
}

/** Starts the server and waits until it answers, however long it recovers; a server that ends before that is a StartError with its last words. */
export async function launchPostgres(
  { programs, home, user }: PostgresPlace,
  cluster: string,
  parameters: string[],
): Promise<RunningPostgres> {
  const log = join(home, 'postgres.log');
  if (existsSync(log)) renameSync(log, join(home, 'postgres.previous.log'));
  const output = openSync(log, 'w', 0o600);
  // A session of its own: Ctrl-C reaches the server first, which drains before it stops Postgres.
  const postmaster = spawn(join(programs, 'postgres'), ['-D', cluster, ...parameters], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const end = ended(postmaster);
  while (!isReady(cluster, postmaster.pid)) {
    const result = await Promise.race([end, delay(5)]);
    if (result) throw new StartError(`Postgres did not start: ${lastComplaint(log)} (see ${log})`);
  }
  return { postmaster, watch: stopWithOwner(postmaster, user) };
}

/** Resolves with exit code and signal; rejects when the program cannot be run at all. */
export function ended(child: ChildProcess): Promise<[number | null, string | null]> {
  return once(child, 'exit').catch((error: Error) => {
    throw new StartError(`Postgres could not be run: ${error.message}.`);
  }) as Promise<[number | null, string | null]>;
}

/** The postmaster's own word in its lock file: first line its process, eighth its state. */
function isReady(cluster: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function lastComplaint(log: string): string {
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  return (
    lines.findLast((line) => /(FATAL|PANIC|error):/.test(line))?.replace(/^.*(FATAL|PANIC):\s*/, '') ??
    lines.at(-1) ??
    ''
  );
}

/** A shell that waits for the end of its input, which comes when this process ends in whatever way, and then stops Postgres. */
function stopWithOwner(postmaster: ChildProcess, user: PostgresUser): ChildProcess {
  const watch = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(postmaster.pid)], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  postmaster.once('exit', () => watch.kill('SIGKILL'));
  return watch;
}

/** A fast shutdown; after ten seconds an immediate one, from which the next start recovers. */
export async function stopPostgres({ postmaster, watch }: RunningPostgres): Promise<void> {
  const gone = Promise.all([hasEnded(postmaster), hasEnded(watch)]);
  postmaster.kill('SIGINT');
  const timer = setTimeout(() => postmaster.kill('SIGQUIT'), 10_000);
  await gone;
  clearTimeout(timer);
}

async function hasEnded(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
