import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import type { Runtime } from '@accord/server/commands/runtime';
import { remindOfClocks } from '@accord/server/commands/notification';
import { loadCases } from '@accord/server/commands/load-cases';
import { startOfDay } from '@accord/server/domain/working-calendar';
import type { Id } from '@accord/server/domain/case';
import type { EvidenceStore } from '@accord/server/files/evidence-store';
import type { PoolClient } from 'pg';
import type { LivedCase, Published } from './builders.js';
import { putFile } from './files/evidence-file.js';
import { deliverNotifications, readNotifications } from './notifications.js';
import { inOneTransaction } from './one-transaction.js';
import { liveCases, type DemoParameters } from './scenarios/demo.js';
import { insertPeople } from './scenarios/people.js';
import { stories, tellStory } from './scenarios/stories.js';

/** What a demo is made from where the default does not serve: 3,000 cases, seed 1, seen today. */
export interface DemoOptions extends Partial<DemoParameters> {
  /** Told one line a step. */
  report?: (line: string) => void;
  /** Where the files of evidence are kept; without it evidence is only named. */
  store?: EvidenceStore;
}

const batchSize = 200;
const reportEvery = 1000;
const lookAgainMs = 500;

/**
 * Fills a database without cases with the people, the stories and the generated cases of the demo; answers false, and leaves it as
 * it is, when it holds cases already. What a crash or Ctrl-C broke off goes on at the next call, with the parameters it began
 * with, so nothing is loaded by halves or twice; while another process loads it, this waits.
 */
export async function loadDemo(
  runtime: Runtime,
  { report = () => {}, store, ...parameters }: DemoOptions = {},
): Promise<boolean> {
  const client = await lockDemo(runtime, report);
  try {
    const begun = await begin(runtime, parameters);
    if (begun) await load(runtime, begun, store ?? null, report);
    return begun !== null;
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('demo'))`).finally(() => client.release());
  }
}

/** A connection that holds the lock of the demo: the lock belongs to the session and ends with the process, however that ends. */
async function lockDemo({ pool }: Runtime, report: (line: string) => void): Promise<PoolClient> {
  for (let isTold = false; ; isTold = true) {
    const client = await pool.connect();
    let isFree = false;
    try {
      const { rows } = await client.query<{ isFree: boolean }>(
        `select pg_try_advisory_lock(hashtext('demo')) as "isFree"`,
      );
      isFree = rows[0]!.isFree;
    } finally {
      if (!isFree) client.release();
    }
    if (isFree) return client;
    if (!isTold) report('Another process loads the demo data: waiting for it.');
    await delay(lookAgainMs);
  }
}

/** A demo being loaded, and the names of the stories already told. */
type Loading = DemoParameters & { told: string[] };

/** The parameters of the demo to load or to go on with; null when the database is full, by the demo or by others. */
async function begin({ pool, now }: Runtime, { asOf, cases = 3000, seed = 1 }: Partial<DemoParameters>) {
  // Beside the schema of the product, which knows nothing of demos.
  await pool.query(`
    create schema if not exists demo;
    create table if not exists demo.loading (as_of date not null, cases int not null, seed int not null,
      told text[] not null default '{}', finished_at timestamptz)`);
  await pool.query(
    `insert into demo.loading (as_of, cases, seed)
     select coalesce($1::date, (coalesce($2::timestamptz, clock_timestamp()) at time zone 'Asia/Shanghai')::date), $3, $4
     where not exists (select from demo.loading) and not exists (select from dispute_case where source is null)`,
    [asOf ?? null, now?.() ?? null, cases, seed],
  );
  const { rows } = await pool.query<Loading>(
    'select as_of as "asOf", cases, seed, told from demo.loading where finished_at is null',
  );
  return rows[0] ?? null;
}

async function load(
  runtime: Runtime,
  parameters: Loading,
  store: EvidenceStore | null,
  report: (line: string) => void,
): Promise<void> {
  const { pool } = runtime;
  const began = performance.now();
  report(`Demo data as of ${parameters.asOf}: people and stories …`);
  await insertPeople(runtime.orm);
  const published = await readPublished(runtime);
  const { calendar } = published;
  for (const story of stories.filter(({ name }) => !parameters.told.includes(name))) {
    await inOneTransaction(runtime, async (within) => {
      await tellStory(within, calendar, parameters.asOf, story, store);
      await deliverNotifications(within);
      await within.pool.query('update demo.loading set told = told || $1::text', [story.name]);
    });
  }
  let batch: LivedCase[] = [];
  let lived = 0;
  let writing = Promise.resolve();
  for (const each of liveCases(published, { ...parameters, hasFiles: store !== null })) {
    batch.push(each);
    lived += 1;
    if (lived % reportEvery === 0) report(`Demo data: ${lived} of ${parameters.cases} cases …`);
    if (batch.length < batchSize) {
      // The database writes one batch while the next is lived; its answers are heard between two cases.
      await turn();
      continue;
    }
    await writing;
    writing = loadMissing(runtime, batch, store, calendar.version);
    // A failure is thrown where the batch is waited for.
    writing.catch(() => {});
    batch = [];
  }
  await writing;
  await loadMissing(runtime, batch, store, calendar.version);
  // Warnings are read off the clocks as they stand: those that stood so this morning were told this morning.
  const morning = { ...runtime, now: () => startOfDay(parameters.asOf) };
  await inOneTransaction(morning, async (within) => {
    await remindOfClocks(within);
    await deliverNotifications({ ...within, now: runtime.now });
  });
  await readNotifications(pool, calendar, parameters.asOf);
  await pool.query('update demo.loading set finished_at = clock_timestamp()');
  report(`Demo data: ready (${((performance.now() - began) / 1000).toFixed(1)} s).`);
}

/** What is in force, as lived cases meet it. */
export async function readPublished({ pool, published }: Runtime): Promise<Published> {
  const { calendar, benchmarks } = await published.inForce(pool);
  const { rows } = await pool.query<{ id: Id }>('select id from referral_route order by rank');
  return { calendar, benchmarks, routeIds: rows.map(({ id }) => id) };
}

/** Writes the cases that an earlier, broken-off call has not written. */
async function loadMissing(
  runtime: Runtime,
  batch: LivedCase[],
  store: EvidenceStore | null,
  calendarVersion: number,
): Promise<void> {
  const ids = batch.map(({ state }) => state.id);
  const { rows } = await runtime.pool.query<{ id: Id }>('select id from dispute_case where id = any($1::uuid[])', [
    ids,
  ]);
  const known = new Set(rows.map(({ id }) => id));
  const missing = batch.filter(({ state }) => !known.has(state.id));
  if (store) {
    const files = missing.flatMap((lived) => [...lived.files]);
    await Promise.all(files.map(([id, file]) => putFile(store, id, file)));
  }
  await inOneTransaction(runtime, async (within) => {
    await loadCases(within, missing, calendarVersion);
    await deliverNotifications(within);
  });
}
