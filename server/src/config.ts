import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';
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
  upload: {
    // Of the whole request: half a megabit a second brings 20 MiB.
    timeoutMs: 300_000,
    // Longer than any try can take.
    attemptMs: 660_000,
    addressTtlMs: 3_600_000,
    unclaimedTtlMs: 86_400_000,
    // A person's uploads that are no evidence yet.
    mostUnclaimed: 20,
  },
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

const httpUrl = z.url({ protocol: /^https?$/, error: 'must look like https://host/path' });
const MiB = 1024 * 1024;

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
  PUBLIC_URL: httpUrl.transform((url) => url.replace(/\/+$/, '')).optional(),
  EVIDENCE_MAX_BYTES: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(1024 * MiB, `must be at most ${1024 * MiB}`)
    .default(20 * MiB),
  S3_URL: httpUrl.transform((url) => url.replace(/\/*$/, '/')).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
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
  /** Where the server is reached from outside, without a slash at its end; absent: wherever it is asked. */
  readonly publicUrl: string | undefined;
  readonly evidence: EvidenceConfig;
}

/** Where files of evidence are kept, and how large they may be. */
interface EvidenceConfig {
  readonly maxBytes: number;
  readonly directory: string;
  /** Absent: they are kept in `directory`. */
  readonly s3: { url: string; region: string; accessKeyId: string; secretAccessKey: string } | undefined;
}

/** Reads the environment, an empty variable counting as absent; a wrong value is a StartError that names it. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartError(`${issue?.path.join('.')} ${issue?.message}.`);
  }
  const { PORT, HOST, DATABASE_URL, DATA_DIR, ACCORD_DEMO, PUBLIC_URL } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    dataDirectory: DATA_DIR,
    isDemo: ACCORD_DEMO ?? DATABASE_URL === undefined,
    publicUrl: PUBLIC_URL,
    evidence: evidenceOf(parsed.data),
  };
}

function evidenceOf(given: z.infer<typeof environment>): EvidenceConfig {
  const { DATA_DIR, EVIDENCE_MAX_BYTES: maxBytes, S3_URL: url, S3_REGION: region } = given;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = given;
  const directory = join(DATA_DIR, 'evidence');
  if (!url) return { maxBytes, directory, s3: undefined };
  if (!accessKeyId) throw new StartError('S3_ACCESS_KEY_ID must be set where S3_URL is.');
  if (!secretAccessKey) throw new StartError('S3_SECRET_ACCESS_KEY must be set where S3_URL is.');
  return { maxBytes, directory, s3: { url, region, accessKeyId, secretAccessKey } };
}
