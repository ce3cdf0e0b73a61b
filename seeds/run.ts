import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Runtime } from '@accord/server/commands/runtime';
import { ImportError } from '@accord/server/commands/import-map';
import { readConfig, StartError, type Config } from '@accord/server/config';
import { isLocalDate, shanghaiDate } from '@accord/server/domain/working-calendar';
import { openEvidenceStore } from '@accord/server/files/evidence-store';
import { loadDemo } from './demo.js';
import { importLog, readImportRequest } from './import/import-log.js';
import { loadMany } from './load.js';
import { openRuntime } from './runtime.js';

const usage =
  'Usage: pnpm seed demo [--as-of YYYY-MM-DD] [--cases N] [--seed N], pnpm seed load --cases N [--as-of YYYY-MM-DD] [--seed N], or pnpm seed import FILE.csv --map MAP.json';

/** Work on an open database; answers the exit code. */
interface Work {
  (runtime: Runtime, config: Config): Promise<number>;
  /** The folder in `DATA_DIR` whose embedded Postgres it works on; absent: the server's own. */
  folder?: string;
}

/** What can be seeded: each reads its arguments before anything is opened. */
const kinds: Readonly<Record<string, (argv: string[]) => Work | Promise<Work>>> = {
  demo(argv) {
    const options = readDemoOptions(argv, 100_000);
    return async (runtime, config) => {
      const store = await openEvidenceStore(config);
      const isLoaded = await loadDemo(runtime, { ...options, report, store });
      if (!isLoaded) report('The database holds cases already and is left as it is.');
      return 0;
    };
  },
  load(argv) {
    const { cases, ...options } = readDemoOptions(argv, 10_000_000);
    if (!cases) throw new StartError('--cases must be given, from 1 to 10000000.');
    const work: Work = async (runtime) => {
      await loadMany(runtime, { ...options, cases, report });
      return 0;
    };
    // The demo stays what it is.
    return Object.assign(work, { folder: `load-${cases}` });
  },
  async import(argv) {
    const request = await readImportRequest(argv);
    return (runtime) => importLog(runtime, request, report);
  },
};

function readDemoOptions(args: string[], mostCases: number) {
  const { values } = parseArgs({
    args,
    options: { 'as-of': { type: 'string' }, cases: { type: 'string' }, seed: { type: 'string' } },
  });
  const asOf = values['as-of'];
  if (asOf !== undefined && (!isLocalDate(asOf) || asOf < '2006-01-01' || asOf > shanghaiDate(new Date()))) {
    throw new StartError('--as-of must be a date from 2006-01-01 through today.');
  }
  return {
    asOf,
    cases: wholeNumber('--cases', values.cases, mostCases),
    seed: wholeNumber('--seed', values.seed, 2 ** 31 - 1),
  };
}

function wholeNumber(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text) || Number(text) > most)
    throw new StartError(`${name} must be a whole number from 0 to ${most}.`);
  return Number(text);
}

function report(line: string): void {
  console.log(line);
}

async function run([kind = '', ...argv]: string[]): Promise<number> {
  const read = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!read) throw new StartError(usage);
  const work = await read(argv);
  const config = readConfig();
  const { runtime, close } = await openRuntime(work.folder ? within(config, work.folder) : config, report);
  try {
    return await work(runtime, config);
  } finally {
    await close();
  }
}

function within(config: Config, folder: string): Config {
  return { ...config, dataDirectory: join(config.dataDirectory, folder) };
}

/** Mistakes of whoever called need no stack. */
function isTheirs(error: unknown): error is Error {
  if (error instanceof StartError || error instanceof ImportError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(isTheirs(error) ? error.message : error);
  process.exitCode = 1;
}
