import { parseArgs } from 'node:util';
import { StartError } from '@accord/server/config';
import { benchApi, type ApiOptions } from './api.ts';

const usage =
  'Usage: pnpm bench api [--cases N] [--connections N,N] [--rounds N] [--seconds N] [--only WORDS] [--cpu-prof FOLDER] [--quick]';

function readOptions(args: string[]): ApiOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      cases: text,
      connections: text,
      rounds: text,
      seconds: text,
      only: text,
      'cpu-prof': text,
      quick: { type: 'boolean' },
    },
  });
  const isQuick = values.quick === true;
  return {
    cases: number('--cases', values.cases, isQuick ? 500 : 1_000_000, 10_000_000),
    connections: (values.connections ?? (isQuick ? '2' : '1,16,64'))
      .split(',')
      .map((each) => number('--connections', each, 1, 64)),
    effort: {
      rounds: number('--rounds', values.rounds, isQuick ? 1 : 5, 100),
      seconds: number('--seconds', values.seconds, isQuick ? 0.2 : 2, 600),
    },
    only: values.only ?? '',
    profileInto: values['cpu-prof'] ?? null,
  };
}

function number(name: string, text: string | undefined, otherwise: number, most: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d*$/.test(text) || Number(text) > most)
    throw new StartError(`${name} must be a whole number from 1 to ${most}.`);
  return Number(text);
}

function report(line: string): void {
  console.log(line);
}

/** Mistakes of whoever called need no stack. */
function isTheirs(error: unknown): error is Error {
  return (
    error instanceof StartError ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  );
}

try {
  const [what, ...args] = process.argv.slice(2);
  if (what !== 'api') throw new StartError(usage);
  await benchApi(readOptions(args), report);
} catch (error) {
  console.error(isTheirs(error) ? error.message : error);
  process.exitCode = 1;
}
