import type { Runtime } from '@accord/server/commands/runtime';
import { StartError } from '@accord/server/config';
import type { PoolClient, QueryConfig } from 'pg';
import { readPublished } from './demo.js';
import { copyBatch, longestTimeout, readArrayColumns } from './load/copy.js';
import { casesOfBatch, customersOf, printBatches, type Loading } from './load/print-batches.js';
import type { DemoParameters } from './scenarios/demo.js';
import { insertPeople } from './scenarios/people.js';

/** What a load is made from where the default does not serve: seed 1, seen today. */
export interface LoadOptions extends Partial<DemoParameters> {
  cases: number;
  /** Told one line a step. */
  report?: (line: string) => void;
}

const connections = 3;
const reportEveryBatches = 40;

/**
 * Fills an empty database with many cases, fast: one in a hundred is lived by the rules, the others are its twins, and all are written
 * by COPY. The same parameters give the same rows. What was broken off goes on, batch by batch, when it is asked for again.
 */
export async function loadMany(runtime: Runtime, { report = () => {}, ...parameters }: LoadOptions): Promise<void> {
  const client = await runtime.pool.connect();
  try {
    // The lock belongs to the session: it ends with the process, however that ends.
    const { rows } = await client.query<{ isFree: boolean }>(
      `select pg_try_advisory_lock(hashtext('load')) as "isFree"`,
    );
    if (!rows[0]!.isFree) throw new StartError('Another process loads this database: wait until it has finished.');
    const loading = await begin(client, runtime, parameters);
    if (!loading.isFinished) await load(client, runtime, loading, report);
    report(`Load: ready, ${await contentOf(client)}.`);
    await client.query(`select pg_advisory_unlock(hashtext('load'))`);
  } finally {
    client.release();
  }
}

/** Enters what is asked for into an empty database, or finds the same begun before; anything else is a StartError. */
async function begin(
  client: PoolClient,
  { now }: Runtime,
  { asOf, cases, seed = 1 }: Omit<LoadOptions, 'report'>,
): Promise<Loading> {
  // Beside the schema of the product, which knows nothing of loads.
  await client.query(`
    create schema if not exists demo;
    create table if not exists demo.load (as_of date not null, cases int not null, seed int not null, finished_at timestamptz);
    create table if not exists demo.load_batch (number int primary key)`);
  await client.query(
    `insert into demo.load (as_of, cases, seed)
     select coalesce($1::date, (coalesce($2::timestamptz, clock_timestamp()) at time zone 'Asia/Shanghai')::date), $3, $4
     where not exists (select from demo.load) and not exists (select from dispute_case)`,
    [asOf ?? null, now?.() ?? null, cases, seed],
  );
  const { rows } = await client.query<Loading>(
    `select as_of as "asOf", cases, seed, array(select number from demo.load_batch) as written,
       finished_at is not null as "isFinished" from demo.load`,
  );
  const [begun] = rows;
  if (!begun) throw new StartError('The database holds cases already: a load needs an empty one.');
  if (begun.cases !== cases || begun.seed !== seed || (asOf && begun.asOf !== asOf)) {
    const { asOf: date, cases: count, seed: chance } = begun;
    throw new StartError(
      `The database holds a load with --cases ${count} --seed ${chance} --as-of ${date}: ask for that, or name an empty one.`,
    );
  }
  return begun;
}

async function load(
  client: PoolClient,
  runtime: Runtime,
  loading: Loading,
  report: (line: string) => void,
): Promise<void> {
  const began = performance.now();
  report(`Load: ${loading.cases} cases as of ${loading.asOf} …`);
  await insertPeople(runtime.orm);
  await client.query('set statement_timeout = 0; set transaction_timeout = 0');
  await client.query(unhurried(customers, [customersOf(loading.cases)]));
  await copyBatches(runtime, loading, report);
  const seconds = (performance.now() - began) / 1000;
  report(`Load: written in ${seconds.toFixed(0)} s; vacuum and analyze …`);
  await client.query(unhurried('vacuum (analyze)'));
  await client.query('update demo.load set finished_at = clock_timestamp()');
  await client.query('reset statement_timeout; reset transaction_timeout');
}

/** Who complains in the twins: nobody of the demo, so that no one has more than a few cases. */
const customers = `
  insert into person (id, name, subject)
  select ('01920000-0000-7000-8000-32' || lpad(number::text, 10, '0'))::uuid, '客户 ' || number, 'load|' || number
  from generate_series(1, $1::int) as number on conflict do nothing`;

/** A statement that may take longer than any request may. */
function unhurried(text: string, values: unknown[] = []): QueryConfig {
  return Object.assign({ text, values }, { query_timeout: longestTimeout });
}

/** Several connections write while the next batch is printed. */
async function copyBatches(runtime: Runtime, loading: Loading, report: (line: string) => void): Promise<void> {
  const { pool } = runtime;
  const began = performance.now();
  const batches = printBatches(loading, await readPublished(runtime), await readArrayColumns(pool));
  let copied = 0;
  const copy = async () => {
    // Where one fails, nobody is given another batch.
    for await (const batch of batches) {
      await copyBatch(pool, batch);
      copied += 1;
      if (copied % reportEveryBatches > 0) continue;
      const cases = (loading.written.length + copied) * casesOfBatch;
      const speed = (copied * casesOfBatch) / ((performance.now() - began) / 1000);
      report(`Load: ${cases} of ${loading.cases} cases, ${speed.toFixed(0)} a second …`);
    }
  };
  await Promise.all(Array.from({ length: connections }, copy));
}

async function contentOf(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ cases: number; events: string; size: string }>(
    `select cases, pg_size_pretty(pg_database_size(current_database())) as size,
       (select reltuples::bigint from pg_class where oid = 'case_event'::regclass) as events from demo.load`,
  );
  const { cases, events, size } = rows[0]!;
  return `${cases} cases and about ${events} events in ${size}`;
}
