import { existsSync } from 'node:fs';
import { createApp, type App } from './app.js';
import { readConfig, StartError } from './config.js';

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
async function loadDemo(app: App): Promise<void> {
  const module = new URL('../../seeds/dist/demo.js', import.meta.url);
  if (!existsSync(module)) return;
  const { loadDemo: load } = (await import(module.href)) as {
    loadDemo(
      runtime: App['runtime'],
      options: { report: (line: string) => void; store: App['store'] },
    ): Promise<unknown>;
  };
  await load(app.runtime, { report, store: app.store });
}

function report(line: string): void {
  console.log(`  ${line}`);
}

async function run(): Promise<void> {
  const stop = stopRequested();
  const config = readConfig();
  console.log('Accord starts. 协商台正在启动……');
  const app = await createApp(config, { report });
  try {
    const isStopped = config.isDemo && (await Promise.race([loadDemo(app).then(() => false), stop.then(() => true)]));
    if (!isStopped) console.log(`Accord is ready: ${app.url} (Ctrl-C stops it). 协商台已就绪。`);
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
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}
