import { existsSync } from 'node:fs';
import { createApp, type App } from './app.js';
import { readConfig, StartError } from './config.js';

type Parts = Pick<App, 'runtime' | 'store'>;

/** Ctrl-C also reaches the programs above, which pass it on: only a later signal is a second one. */
const echoMs = 1_000;

/** Resolves at the first signal to stop; a second one ends the process at once, and Postgres with it. */
function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    let first = Number.POSITIVE_INFINITY;
    const stop = () => {
      if (performance.now() > first + echoMs) process.exit(1);
      first = Math.min(first, performance.now());
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  });
}

/** Demo data come from the seeds, built beside the server in a checkout and absent in production; they fill an empty database only. */
async function loadDemo({ runtime, store }: Parts): Promise<void> {
  const module = new URL('../../seeds/dist/demo.js', import.meta.url);
  if (!existsSync(module)) return;
  const { loadDemo: load } = (await import(module.href)) as {
    loadDemo(
      runtime: Parts['runtime'],
      options: { report: (line: string) => void; store: Parts['store'] },
    ): Promise<unknown>;
  };
  await load(runtime, { report, store });
}

function report(line: string): void {
  console.log(`  ${line}`);
}

/** Why a start was not finished: somebody wanted it to stop. */
class StopError extends Error {}

async function run(): Promise<void> {
  const stop = stopRequested();
  const config = readConfig();
  console.log('Accord starts. 协商台正在启动……');
  const stopped = async () => {
    await stop;
    throw new StopError();
  };
  // Whoever can look at it sees all of it: the port opens when the demo is loaded.
  const prepare = (parts: Parts) => Promise.race([loadDemo(parts), stopped()]);
  const app = await createApp(config, config.isDemo ? { report, prepare } : { report });
  try {
    console.log(`Accord is ready: ${app.url} (Ctrl-C stops it). 协商台已就绪。`);
    await stop;
    console.log('Accord stops. 正在停止……');
  } finally {
    await app.close();
  }
}

try {
  await run();
  process.exit(0);
} catch (error) {
  if (error instanceof StopError) process.exit(0);
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}
