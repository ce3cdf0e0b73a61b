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
  http: { bodyBytes: 64 * 1024, headersTimeoutMs: 10_000, requestTimeoutMs: 15_000, keepAliveTimeoutMs: 72_000 },
  document: {
    characters: 32 * 1024,
    tokens: 1_000,
    depth: 14,
    aliases: 30,
    directives: 20,
    rootFields: 10,
    mutations: 1,
    // Values that an answer can hold.
    cost: 50_000,
  },
  rate: {
    // Points, as operations cost them; RATE_LIMIT says otherwise.
    perSecond: 10_000,
    // The people of the demo are everybody's: a hundred at once are no more than they may.
    demoPerSecond: 1_000_000,
    secondsAtOnce: 30,
    // Of an address where nobody is signed in, of what a person has.
    addressShare: 0.1,
  },
  // Of a person, on their way at the same time.
  exports: 2,
  socket: {
    frameBytes: 64 * 1024,
    initTimeoutMs: 3_000,
    keepAliveMs: 12_000,
    subscriptions: 20,
    // From the client.
    messages: { burst: 100, perSecond: 20 },
    // Waiting to be read by the client.
    bufferedBytes: 1024 * 1024,
    // Before a token expires.
    warningMs: 60_000,
    // For the client's own word, when the server goes.
    closeTimeoutMs: 3_000,
  },
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
  identity: {
    // Of the issuer before ours: its tokens are good at once.
    clockToleranceMs: 5_000,
    timeoutMs: 5_000,
    // A key nobody knows makes us ask again, this often at most.
    keyCooldownMs: 30_000,
    // A key that was taken back is good for so long at most.
    keyAgeMs: 300_000,
    // How soon an issuer that did not answer is asked again.
    retryAfterMs: 2_000,
  },
  feed: {
    // A transaction that holds the feed back for so long is logged.
    horizonAgeMs: 10_000,
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
  NODE_ENV: z.string().optional(),
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
  OIDC_ISSUER: httpUrl.optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_ADMINISTRATOR: z.string().optional(),
  TRUSTED_DOCUMENTS: z
    .string()
    .transform((path) => resolve(path))
    .optional(),
  TRUSTED_DOCUMENTS_ONLY: flag.default(false),
  PUBLIC_URL: httpUrl.transform((url) => url.replace(/\/+$/, '')).optional(),
  RATE_LIMIT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(1e9, 'must be at most 1000000000')
    .optional(),
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
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/, 'must be 16 to 200 letters, digits and signs')
    .optional(),
});

/** Everything the process is told from outside. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absent: the embedded Postgres in `dataDirectory` is used. */
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  /** Runs for the public: nothing is served that only helps to develop. */
  readonly isProduction: boolean;
  /** Demo people, their tokens and demo data; on unless a database or an issuer is named, or it is production. */
  readonly isDemo: boolean;
  /** Absent: no tokens but those of the demo are good. */
  readonly oidc: OidcConfig | undefined;
  /** Documents that clients may name beside the dashboard's, as a JSON file, and whether no others are served. */
  readonly trustedDocuments: { file: string | undefined; isOnly: boolean };
  /** Where the server is reached from outside, without a slash at its end; absent: wherever it is asked. */
  readonly publicUrl: string | undefined;
  /** What may be asked at once, and each second after. */
  readonly rates: { readonly person: Rate; readonly address: Rate };
  readonly evidence: EvidenceConfig;
  /** Who brings it reads the figures of the process; absent, only this machine does, and in production nobody. */
  readonly metricsToken: string | undefined;
}

/** So many points at most, and so many more each second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Whose tokens are good. */
export interface OidcConfig {
  /** As tokens and discovery name it, to the letter. */
  readonly issuer: string;
  readonly audience: string;
  /** The subject who is an administrator from the start. */
  readonly administrator: string | undefined;
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
  const { PORT, HOST, DATABASE_URL, DATA_DIR, PUBLIC_URL } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    dataDirectory: DATA_DIR,
    isProduction: isProduction(parsed.data),
    isDemo: isDemo(parsed.data),
    oidc: oidcOf(parsed.data),
    trustedDocuments: { file: parsed.data.TRUSTED_DOCUMENTS, isOnly: parsed.data.TRUSTED_DOCUMENTS_ONLY },
    publicUrl: PUBLIC_URL,
    rates: ratesOf(parsed.data),
    evidence: evidenceOf(parsed.data),
    metricsToken: parsed.data.METRICS_TOKEN,
  };
}

type Environment = z.infer<typeof environment>;

function isProduction({ NODE_ENV }: Environment): boolean {
  return NODE_ENV === 'production';
}

/** The demo gives everybody's token to whoever asks: never beside real identities, never to others in production. */
function isDemo(given: Environment): boolean {
  const { ACCORD_DEMO, DATABASE_URL, HOST, OIDC_ISSUER, PUBLIC_URL } = given;
  const isOn = ACCORD_DEMO ?? (DATABASE_URL === undefined && OIDC_ISSUER === undefined && !isProduction(given));
  if (isOn && OIDC_ISSUER !== undefined)
    throw new StartError('ACCORD_DEMO=on and OIDC_ISSUER exclude each other: set one of them.');
  if (!isOn || !isProduction(given)) return isOn;
  const open = PUBLIC_URL !== undefined && !isLoopback(new URL(PUBLIC_URL).hostname) ? 'PUBLIC_URL' : 'HOST';
  if (open === 'HOST' && isLoopback(HOST)) return isOn;
  throw new StartError(
    `ACCORD_DEMO=on gives everybody's token to whoever asks, and ${open} opens it to others: in production set ACCORD_DEMO=off and OIDC_ISSUER.`,
  );
}

function oidcOf(given: Environment): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_ADMINISTRATOR: administrator } = given;
  if (!issuer) return undefined;
  if (!audience)
    throw new StartError('OIDC_AUDIENCE must be set where OIDC_ISSUER is: the audience of tokens for Accord.');
  const { protocol, hostname } = new URL(issuer);
  if (isProduction(given) && protocol === 'http:' && !isLoopback(hostname))
    throw new StartError(
      'OIDC_ISSUER must begin with https:// in production: whoever can change its keys can be anyone.',
    );
  return { issuer, audience, administrator };
}

/** What is set, else what the deployment is for. */
function ratesOf(given: Environment): Config['rates'] {
  const { secondsAtOnce, addressShare } = budgets.rate;
  const rateOf = (perSecond: number): Rate => ({ perSecond, burst: perSecond * secondsAtOnce });
  const perSecond = given.RATE_LIMIT ?? (isDemo(given) ? budgets.rate.demoPerSecond : budgets.rate.perSecond);
  return { person: rateOf(perSecond), address: rateOf(perSecond * addressShare) };
}

/** Whether only this machine reaches a host of that name. */
function isLoopback(host: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host);
}

function evidenceOf(given: Environment): EvidenceConfig {
  const { DATA_DIR, EVIDENCE_MAX_BYTES: maxBytes, S3_URL: url, S3_REGION: region } = given;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = given;
  const directory = join(DATA_DIR, 'evidence');
  if (!url) return { maxBytes, directory, s3: undefined };
  if (!accessKeyId) throw new StartError('S3_ACCESS_KEY_ID must be set where S3_URL is.');
  if (!secretAccessKey) throw new StartError('S3_SECRET_ACCESS_KEY must be set where S3_URL is.');
  return { maxBytes, directory, s3: { url, region, accessKeyId, secretAccessKey } };
}
