import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { entities } from './entities/index.js';
import { budgets, StartError } from './config.js';
import { migrate, readMigrations, type Migration } from './database-migration.js';

/** The open database: one pool of connections, shared by plain statements and the ORM. */
export interface Database {
  /**
   * For named prepared statements. `date` arrives as its string `YYYY-MM-DD`, `timestamptz` as `Date`, `bigint` as string; sessions
   * are in UTC and time out, and no error of a connection ends the process.
   */
  readonly pool: pg.Pool;
  readonly orm: MikroORM;
  /** Waits for statements in flight. */
  close(): Promise<void>;
}

/** How a database is opened. */
export interface DatabaseOptions {
  readonly url: string;
  /** Tests bring their own; the default is the folder `schema/migrations`. */
  readonly migrations?: readonly Migration[];
  /** Told one line a migration. */
  readonly report?: (line: string) => void;
}

const minimumVersion = 17;

/** Connects, checks and migrates a Postgres 17 or newer; whatever prevents it is a StartError, and nothing is left half done. */
export async function openDatabase({
  url,
  migrations = readMigrations(),
  report = () => {},
}: DatabaseOptions): Promise<Database> {
  const client = await connect(url);
  try {
    await requireFitting(client);
    await migrate(client, migrations, report);
  } finally {
    await client.end();
  }
  const orm = await MikroORM.init({
    entities,
    dbName: client.database ?? '',
    pool: { min: 1, max: budgets.database.poolSize },
    driverOptions: poolOptions(url),
  });
  const pool = await orm.em.getConnection().getNativeClient();
  return { pool, orm, close: () => orm.close() };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: budgets.database.connectionTimeoutMs,
    application_name: 'accord',
  });
  // The statement in flight reports a lost connection; without a listener it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new StartError(explain(error as Error & { code?: string }, client));
  }
}

function explain(
  { code = 'no answer', message }: Error & { code?: string },
  { host, port, user, database }: pg.Client,
): string {
  const place = host.startsWith('/') ? host : `${host}:${port}`;
  if (message.startsWith('SASL')) {
    return `Postgres at ${place} asks the user "${user}" for a password: add it to DATABASE_URL.`;
  }
  switch (code) {
    case '28P01':
    case '28000':
      return `Postgres at ${place} refuses the user "${user}" (${message}): correct the user or password in DATABASE_URL.`;
    case '3D000':
      return `Postgres at ${place} has no database "${database}": create it, or correct DATABASE_URL.`;
    case '42501':
      return `The user "${user}" may not connect to the database "${database}" at ${place}: grant it CONNECT.`;
    default:
      return `Postgres at ${place} cannot be reached (${message || code}): start it, or correct DATABASE_URL.`;
  }
}

async function requireFitting(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string; isReplica: boolean }>(
    `select current_setting('server_version') as version, current_setting('server_encoding') as encoding, pg_is_in_recovery() as "isReplica"`,
  );
  const [found] = rows;
  if (!found || Number.parseInt(found.version, 10) < minimumVersion) {
    throw new StartError(
      `Accord needs Postgres ${minimumVersion} or newer and this is ${found?.version}: upgrade it, or correct DATABASE_URL.`,
    );
  }
  if (found.encoding !== 'UTF8') {
    throw new StartError(
      `The database "${client.database}" has the encoding ${found.encoding}: create it with ENCODING 'UTF8'.`,
    );
  }
  if (found.isReplica)
    throw new StartError(`Postgres at ${client.host} is a read-only replica: let DATABASE_URL name the primary.`);
}

function poolOptions(url: string): pg.PoolConfig {
  const {
    statementTimeoutMs,
    lockTimeoutMs,
    idleInTransactionTimeoutMs,
    transactionTimeoutMs,
    queryTimeoutMs,
    connectionTimeoutMs,
  } = budgets.database;
  const address = new URL(url);
  const ownOptions = address.searchParams.get('options') ?? '';
  address.searchParams.delete('options');
  return {
    connectionString: address.href,
    application_name: 'accord',
    // Compiled reads are wide and short: compiling them to machine code would cost more than running them.
    options: `${ownOptions} -c jit=off -c timezone=UTC -c transaction_timeout=${transactionTimeoutMs}`.trim(),
    statement_timeout: statementTimeoutMs,
    lock_timeout: lockTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
    query_timeout: queryTimeoutMs,
    connectionTimeoutMillis: connectionTimeoutMs,
    keepAlive: true,
    // What is asked without waiting for the answer before shares a round trip.
    pipeline: true,
    types: typeParsers(),
  };
}

/** The driver reads a date as midnight in the zone of the process; a date stays the string it is. */
function typeParsers(): pg.CustomTypesConfig {
  const dateArray = 1182;
  const textArray = 1009;
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
  // The published type of this function names the wrong argument.
  types.setTypeParser(dateArray, types.getTypeParser(textArray) as unknown as (text: string) => string[]);
  return types;
}
