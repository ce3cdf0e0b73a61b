import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from './config.js';
import { releaseCluster } from './postgres-holder.js';
import { preparePostgresPlace, type PostgresPlace } from './postgres-place.js';

const majorVersion = '18';

/** A Postgres of our own, reachable through a socket that only its user and root can open. */
export interface EmbeddedPostgres {
  /** The database `accord` as its owner, who is no superuser. */
  readonly url: string;
  /** The database `postgres` as superuser, for making and dropping databases. */
  readonly superuserUrl: string;
  /** Where the cluster and its log are. */
  readonly home: string;
  /** Resolves when the last process of Postgres is gone. */
  stop(): Promise<void>;
}

/** How the embedded Postgres is started. */
export interface EmbeddedPostgresOptions {
  readonly dataDirectory: string;
  /** Server settings on top of the defaults, by name. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told one line when Postgres had to be restarted. */
  readonly report?: (line: string) => void;
}

/**
 * Starts the embedded Postgres on the cluster in `dataDirectory`, which is made when missing and recovered after a crash; a server
 * that dies later is started again, and one whose owner is killed stops by itself. What prevents it is a StartError.
 */
export async function startEmbeddedPostgres({
  dataDirectory,
  settings = {},
  report,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = preparePostgresPlace(dataDirectory);
  const cluster = join(place.home, 'data');
  if (existsSync(cluster)) await releaseCluster(cluster);
  else await makeCluster(place, cluster);
  // A lock of the socket names the process that died; Postgres trusts it while that is a zombie.
  rmSync(join(place.home, '.s.PGSQL.5432.lock'), { force: true });
  requireMajorVersion(cluster);

  const sockets = socketDirectory(place);
  const parameters = Object.entries({ ...serverSettings(sockets), ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  let isStopping = false;
  let postmaster = await launch();

  async function launch(): Promise<ChildProcess> {
    const child = await launchPostmaster(place, cluster, parameters);
    child.once('exit', () => void restart());
    return child;
  }

  async function restart(): Promise<void> {
    while (!isStopping) {
      report?.('Postgres ended unexpectedly and is started again.');
      // Its orphaned backends need a moment to notice; until then the cluster counts as in use.
      await delay(250);
      try {
        postmaster = await launch();
        if (isStopping) postmaster.kill('SIGINT');
        return;
      } catch (error) {
        report?.((error as Error).message);
      }
    }
  }

  async function stop(): Promise<void> {
    isStopping = true;
    await stopPostmaster(postmaster);
    if (sockets !== place.home) rmSync(sockets, { recursive: true, force: true });
  }

  const urlOf = (user: string, database: string) =>
    `postgres://${user}@localhost/${database}?host=${encodeURIComponent(sockets)}`;
  const superuserUrl = urlOf('postgres', 'postgres');
  try {
    await makeDatabase(superuserUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: urlOf('accord', 'accord'), superuserUrl, home: place.home, stop };
}

function serverSettings(sockets: string): Record<string, string> {
  return {
    listen_addresses: '',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    // Names the owner, so that a later start can tell an orphan from a server in use.
    cluster_name: `accord-${process.pid}`,
    timezone: 'UTC',
    log_timezone: 'UTC',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    // Statements are short; compiling them costs more than it saves.
    jit: 'off',
  };
}

/** The home, unless its path is longer than a socket's name may be (107 bytes on Linux, 103 elsewhere). */
function socketDirectory({ home, user }: PostgresPlace): string {
  if (Buffer.byteLength(join(home, '.s.PGSQL.5432')) <= 103) return home;
  const directory = mkdtempSync(join(tmpdir(), 'accord-'));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(directory, user.uid, user.gid);
  return directory;
}

/** Makes the cluster beside its place and moves it there, so that a half-made one is never used. */
async function makeCluster({ programs, home, user }: PostgresPlace, cluster: string): Promise<void> {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith('data.unfinished'))) {
    rmSync(join(home, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const unfinished = `${cluster}.unfinished-${process.pid}`;
  const initdb = spawn(
    join(programs, 'initdb'),
    [
      '-D',
      unfinished,
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--auth-local=trust',
      '--auth-host=reject',
      '--no-instructions',
    ],
    { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  initdb.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const [code] = await ended(initdb);
  if (code !== 0)
    throw new StartError(`The database could not be made in ${home}: ${complaint.trim().split('\n')[0] ?? ''}`);
  try {
    renameSync(unfinished, cluster);
  } catch {
    throw new StartError(`Another Accord starts on the data in ${home}: stop it, or set DATA_DIR to another folder.`);
  }
}

function requireMajorVersion(cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version === majorVersion) return;
  throw new StartError(
    `The data in ${cluster} was written by Postgres ${version} and this is Postgres ${majorVersion}: move it away, or set DATA_DIR to another folder.`,
  );
}

async function launchPostmaster(
  { programs, home, user }: PostgresPlace,
  cluster: string,
  parameters: string[],
): Promise<ChildProcess> {
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
  stopWithOwner(postmaster, user);
  return postmaster;
}

/** Resolves with exit code and signal; rejects when the program cannot be run at all. */
function ended(child: ChildProcess): Promise<[number | null, string | null]> {
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
function stopWithOwner(postmaster: ChildProcess, user: { uid?: number; gid?: number }): void {
  const watch = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(postmaster.pid)], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  postmaster.once('exit', () => watch.kill('SIGKILL'));
}

/** A fast shutdown; after ten seconds an immediate one, from which the next start recovers. */
async function stopPostmaster(postmaster: ChildProcess): Promise<void> {
  if (postmaster.exitCode !== null || postmaster.signalCode !== null) return;
  const end = once(postmaster, 'exit');
  postmaster.kill('SIGINT');
  const timer = setTimeout(() => postmaster.kill('SIGQUIT'), 10_000);
  await end;
  clearTimeout(timer);
}

async function makeDatabase(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ hasRole: boolean; hasDatabase: boolean }>(
      `select exists (select from pg_roles where rolname = 'accord') as "hasRole",
              exists (select from pg_database where datname = 'accord') as "hasDatabase"`,
    );
    if (!rows[0]?.hasRole) await client.query('create role accord login');
    if (!rows[0]?.hasDatabase) await client.query('create database accord owner accord');
  } finally {
    await client.end();
  }
}
