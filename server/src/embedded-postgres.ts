import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from './config.js';
import { findOwner } from './embedded-postgres-holder.js';
import { preparePostgresPlace, type PostgresPlace } from './embedded-postgres-place.js';
import { ended, launchPostgres, stopPostgres, type RunningPostgres } from './embedded-postgres-process.js';

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
  /** Uses the Postgres of a server that runs on the same data, and leaves it running; otherwise that is a StartError. */
  readonly canShare?: boolean;
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
  canShare = false,
  report,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = preparePostgresPlace(dataDirectory);
  const cluster = join(place.home, 'data');
  const owner = await findOwner(cluster);
  if (owner && canShare) return { ...urlsOf(owner.sockets), home: place.home, stop: async () => {} };
  if (owner) {
    throw new StartError(
      `Another Accord (process ${owner.pid}) uses the data in ${place.home}: stop it, or set DATA_DIR to another folder.`,
    );
  }
  if (!existsSync(cluster)) await makeCluster(place, cluster);
  // A lock of the socket names the process that died; Postgres trusts it while that is a zombie.
  rmSync(join(place.home, '.s.PGSQL.5432.lock'), { force: true });
  requireMajorVersion(cluster);

  const sockets = socketDirectory(place);
  const parameters = Object.entries({ ...serverSettings(sockets), ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  let isStopping = false;
  let restarting = Promise.resolve();
  let running = await launch();

  async function launch(): Promise<RunningPostgres> {
    const launched = await launchPostgres(place, cluster, parameters);
    launched.postmaster.once('exit', () => {
      restarting = restart();
    });
    return launched;
  }

  async function restart(): Promise<void> {
    while (!isStopping) {
      report?.('Postgres ended unexpectedly and is started again.');
      // Its orphaned backends need a moment to notice; until then the cluster counts as in use.
      await delay(250);
      try {
        running = await launch();
        return;
      } catch (error) {
        report?.((error as Error).message);
      }
    }
  }

  async function stop(): Promise<void> {
    isStopping = true;
    await restarting;
    await stopPostgres(running);
    if (sockets !== place.home) rmSync(sockets, { recursive: true, force: true });
  }

  const urls = urlsOf(sockets);
  try {
    await makeDatabase(urls.superuserUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...urls, home: place.home, stop };
}

function urlsOf(sockets: string): { url: string; superuserUrl: string } {
  const urlOf = (user: string, database: string) =>
    `postgres://${user}@localhost/${database}?host=${encodeURIComponent(sockets)}`;
  return { url: urlOf('accord', 'accord'), superuserUrl: urlOf('postgres', 'postgres') };
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
