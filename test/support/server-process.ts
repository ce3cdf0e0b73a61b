import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url));

/** The built server as a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  /** Where it says it can be reached; rejects with its output when it ends before that. */
  readonly ready: Promise<string>;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  output(): string;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the built server without demo data, on any free port unless `environment` names one. */
export function startServerProcess(environment: Record<string, string>): ServerProcess {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [main], {
    env: { PATH, PORT: '0', ACCORD_DEMO: 'off', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const ready = new Promise<string>((resolve, reject) => {
    const hear = (text: string) => {
      output += text;
      const url = /Accord is ready: (\S+)/.exec(output)?.[1];
      if (url) resolve(url);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.once('close', () => reject(new Error(output)));
  });
  // Who only wants to see it fail does not wait for it to be ready.
  ready.catch(() => {});
  return { pid: child.pid ?? 0, ready, ended, output: () => output, kill: (signal) => child.kill(signal) };
}
