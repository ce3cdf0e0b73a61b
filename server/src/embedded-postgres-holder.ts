import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const intervalMs = 20;
/** Rounds an orphan has for its last checkpoint before it is stopped at once: ten seconds. */
const patience = 500;

/** A living process that started the Postgres of a cluster, and the folder of its socket. */
export interface ClusterOwner {
  readonly pid: number;
  readonly sockets: string;
}

/**
 * Finds who uses a cluster. What a crash left is cleared away first: a lock file without its process is removed, a Postgres whose
 * owner was killed is stopped.
 */
export async function findOwner(cluster: string): Promise<ClusterOwner | undefined> {
  const lockFile = join(cluster, 'postmaster.pid');
  for (let round = 0; ; round++) {
    const lock = readLock(lockFile);
    if (!lock) return undefined;
    const holder = describeProcess(lock.pid);
    if (!holder?.command.includes(cluster)) {
      rmSync(lockFile, { force: true });
      return undefined;
    }
    const owner = Number(/cluster_name=accord-(\d+)/.exec(holder.command)?.[1]);
    if (owner === holder.parent) return { pid: owner, sockets: lock.sockets };
    if (round === 0) process.kill(lock.pid, 'SIGINT');
    if (round === patience) process.kill(lock.pid, 'SIGQUIT');
    await delay(intervalMs);
  }
}

/** Of the lock file's lines the first is the process and the fifth the folder of the socket. */
function readLock(lockFile: string): { pid: number; sockets: string } | undefined {
  try {
    const lines = readFileSync(lockFile, 'utf8').split('\n');
    return { pid: Number.parseInt(lines[0] ?? '', 10), sockets: lines[4] ?? '' };
  } catch {
    return undefined;
  }
}

/** Parent and command line of a living process; a zombie has no command line left. */
function describeProcess(pid: number): { parent: number; command: string } | undefined {
  if (process.platform === 'linux') {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return {
        parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]),
        command: readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
      };
    } catch {
      return undefined;
    }
  }
  const { stdout } = spawnSync('ps', ['-ww', '-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' });
  const [, parent, command] = /^\s*(\d+)\s+(.*)$/m.exec(stdout) ?? [];
  return parent && command ? { parent: Number(parent), command } : undefined;
}
