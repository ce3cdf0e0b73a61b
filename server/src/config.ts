import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { z } from 'zod';

const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

/** A reason not to start that its reader can act on: one sentence, shown without a stack, exit code 1. */
export class StartError extends Error {
  override name = 'StartError';
}

/** Limits that hold whatever the deployment; times are milliseconds. */
export const budgets = {
  drainTimeoutMs: 10_000,
  http: { bodyBytes: 64 * 1024, headersTimeoutMs: 10_000, requestTimeoutMs: 15_000 },
  database: {
    poolSize: 20,
    connectionTimeoutMs: 5_000,
    statementTimeoutMs: 10_000,
    lockTimeoutMs: 5_000,
    idleInTransactionTimeoutMs: 10_000,
    transactionTimeoutMs: 20_000,
    // The client's own limit, for a connection that died without a word: above the server's.
    queryTimeoutMs: 25_000,
  },
} as const;

const flag = z
  .enum(['1', 'true', 'on', '0', 'false', 'off'], 'must be on or off')
  .transform((word) => ['1', 'true', 'on'].includes(word));

const environment = z.object({
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be at least 0')
    .max(65_535, 'must be at most 65535')
    .default(4000),
  HOST: z.string().default('localhost'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/database' })
    .optional(),
  DATA_DIR: z
    .string()
    .default(`${repositoryRoot}.data`)
    .transform((path) => resolve(path)),
  ACCORD_DEMO: flag.optional(),
});

/** Everything the process is told from outside. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absent: the embedded Postgres in `dataDirectory` is used. */
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  /** Demo people, their tokens and demo data; on unless a database is named. */
  readonly isDemo: boolean;
}

/** Reads the environment, an empty variable counting as absent; a wrong value is a StartError that names it. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartError(`${issue?.path.join('.')} ${issue?.message}.`);
  }
  const { PORT, HOST, DATABASE_URL, DATA_DIR, ACCORD_DEMO } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    dataDirectory: DATA_DIR,
    isDemo: ACCORD_DEMO ?? DATABASE_URL === undefined,
  };
}
