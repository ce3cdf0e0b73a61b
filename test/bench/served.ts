import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. */
export interface Served {
  url: string;
  /** Milliseconds of CPU that the process has used. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts `accord-server.ts` or `limit-server.ts`, told by its environment; it says by message where it listens. */
export async function serve(
  name: string,
  environment: Record<string, string>,
  execArgv: string[] = [],
): Promise<Served> {
  const program = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const child = fork(program, { env: { PATH: process.env['PATH'], ...environment }, execArgv });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A server of the bench ended with ${code}.`);
  });
  // Its end is an error only to who waits for a word of it.
  ended.catch(() => {});
  const heard = async <T>() => ((await Promise.race([once(child, 'message'), ended])) as [T])[0];
  const { url } = await heard<{ url: string }>();
  return {
    url,
    async cpu() {
      const answer = heard<NodeJS.CpuUsage>();
      child.send('cpu');
      const { user, system } = await answer;
      return (user + system) / 1000;
    },
    async stop() {
      child.send('stop');
      await ended.catch(() => {});
    },
  };
}

/** Lets the process that started this one ask for its CPU, and end it. */
export function obey(url: string, close: () => Promise<void>): void {
  process.on('message', (word) => {
    if (word === 'cpu') process.send!(process.cpuUsage());
    // A profile is written by a process that exits.
    if (word === 'stop') void close().then(() => process.exit(0));
  });
  process.on('disconnect', () => process.exit(1));
  process.send!({ url });
}
