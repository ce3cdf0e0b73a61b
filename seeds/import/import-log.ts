import { access, constants, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Runtime } from '@accord/server/commands/runtime';
import { importCases } from '@accord/server/commands/import-cases';
import { ImportError, readImportMap, type ImportMap } from '@accord/server/commands/import-map';
import { readLog } from './read-log.js';
import { reportLines } from './report.js';

const usage = 'Usage: pnpm seed import FILE.csv --map MAP.json [--strict]';

/** What the command line asks for. */
export interface ImportRequest {
  file: string;
  map: ImportMap;
  /** Rows that cannot be placed make the command fail; what can be placed is imported all the same. */
  isStrict: boolean;
}

/** Reads the arguments after `import` and the map they name; an ImportError says what is wrong, before anything is opened. */
export async function readImportRequest(argv: string[]): Promise<ImportRequest> {
  const { positionals, values } = parseImportArguments(argv);
  const [file, ...others] = positionals;
  if (!file || others.length > 0 || !values.map) throw new ImportError(usage);
  await access(file, constants.R_OK).catch(({ message }: Error) => {
    throw new ImportError(`${file} cannot be read: ${message}`);
  });
  return { file, map: readImportMap(await readJson(values.map)), isStrict: values.strict };
}

/** Imports the file, reports line by line, and answers the exit code: 1 when strict and a row could not be placed. */
export async function importLog(
  runtime: Runtime,
  { file, map, isStrict }: ImportRequest,
  report: (line: string) => void,
): Promise<number> {
  const done = await importCases(runtime, map, readLog(file, map));
  for (const line of reportLines(done)) report(line);
  return isStrict && done.unplaced.length > 0 ? 1 : 0;
}

function parseImportArguments(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: { map: { type: 'string' }, strict: { type: 'boolean', default: false } },
    });
  } catch (error) {
    throw new ImportError(`${(error as Error).message}\n${usage}`);
  }
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (error) {
    throw new ImportError(`${path} cannot be read as JSON: ${(error as Error).message}`);
  }
}
