import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from './config.js';

const intervalMs = 20;
/** Rounds an orphan has for its last checkpoint before it is stopped at once: ten seconds. */
const patience = 500;

/**
 * Makes sure nobody holds a cluster left by an earlier start: a lock file without its process is removed, a Postgres whose owner was
 * killed is stopped, one whose owner lives is a StartError.
 */
export async function releaseCluster(cluster: string): Promise<void> {
  const lockFile = join(cluster, 'postmaster.pid');
  for (let round = 0; ; round++) {
    const pid = readProcess(lockFile);
    if (pid === undefined) return;
    const holder = describeProcess(pid);
    if (!holder?.command.includes(cluster)) {
      rmSync(lockFile, { force: true });
      return;
    }
    const owner = Number(/cluster_name=accord-(\d+)/.exec(holder.command)?.[1]);
    if (owner === holder.parent) {
      throw new StartError(
        `Another Accord (process ${owner}) uses the data in ${cluster}: stop it, or set DATA_DIR to another folder.`,
      );
    }
    if (round === 0) process.kill(pid, 'SIGINT');
    if (round === patience) process.kill(pid, 'SIGQUIT');
    await delay(intervalMs);
  }
}

function readProcess(lockFile: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(lockFile, 'utf8'), 10) || undefined;
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
