import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { PoolClient, QueryConfig, QueryResultRow } from 'pg';
import { sha256 } from '../domain/canonical-json.js';
import type { AnyCaseEvent } from '../domain/case-event.js';
import type { CaseState, Id, Instant } from '../domain/case.js';
import type { Moment } from '../domain/command.js';
import { noticesOf } from '../domain/notice.js';
import type { Person } from '../domain/permission.js';
import { changedRows } from '../domain/row-changes.js';
import { rowsOf } from '../domain/rows.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import type { FeedPosition } from '../feed/feed-position.js';
import type { PublishedVersions } from '../entities/published.js';
import type { Runtime } from './runtime.js';
import { writeCases } from './write-cases.js';
import type { CaseText, CommandEffect } from './write-cases.js';

/** The answer to a command: the case, the ids of what was made, and where in the feed it stands. */
export interface Changed {
  caseId: Id;
  ids: Record<string, Id>;
  position: FeedPosition;
}

/** How a transaction begins. */
export interface Opening {
  locks: string[];
  /** Read as soon as the locks are held, in the same round trip. */
  load?: QueryConfig;
}

/**
 * Runs `work` in one transaction that holds the locks before its first statement: it waits without a transaction id,
 * so per case the order of ids is the order of commits. `now` is the database's clock once the locks are held, `loaded` the rows
 * of `load`.
 */
export async function transact<T, L extends QueryResultRow = never>(
  { pool, doorbell, now }: Runtime,
  { locks, load }: Opening,
  work: (client: PoolClient, now: Instant, loaded: L[]) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    // Two statements, sent as one; numbers only, so nothing needs quoting.
    const began = client.query(
      `begin; select take_locks('{${locks.map(lockNumber).join()}}') as now`,
    ) as unknown as Promise<{ rows: { now: string }[] }[]>;
    // Behind them on the wire: it runs, with a snapshot of its own, once the locks are held.
    const [results, loaded] = await Promise.all([began, load && client.query<L>(load)]);
    const clock = (now?.() ?? new Date(Number(results[1]!.rows[0]!.now))).toISOString();
    const answer = await work(client, clock, loaded?.rows ?? []);
    // A change of a case has sent its commit along with its last statement.
    if (client.getTransactionStatus() !== 'I') await client.query('commit');
    doorbell.ring();
    return answer;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (failure = lost));
    throw error;
  } finally {
    client.release(failure);
  }
}

/** Sends the commit behind the last statement of a transaction: both take one round trip, and what fails is rolled back. */
async function commitBehind<T>(client: PoolClient, last: Promise<T>): Promise<T> {
  const [answer] = await Promise.all([last, client.query('commit')]);
  return answer;
}

/** What time it is: by the database's clock, where no other is given. */
export async function clockOf({ pool, now }: Pick<Runtime, 'pool' | 'now'>): Promise<Date> {
  if (now) return now();
  const { rows } = await pool.query<{ now: Date }>({ name: 'clock', text: 'select clock_timestamp() as now' });
  return rows[0]!.now;
}

/** Takes those of the locks that nobody holds, for the transaction, before anything else in it; tells of each whether it did. */
export async function tryLocks(client: PoolClient, locks: string[]): Promise<boolean[]> {
  const { rows } = await client.query<{ isTaken: boolean }>({
    name: 'try-locks',
    text: `select pg_try_advisory_xact_lock(lock) as "isTaken" from unnest($1::bigint[]) with ordinality as l(lock, place) order by place`,
    values: [locks.map((lock) => lockNumber(lock).toString())],
  });
  return rows.map(({ isTaken }) => isTaken);
}

/** A lock's name as a 63-bit number. */
function lockNumber(lock: string): bigint {
  return BigInt.asIntN(64, createHash('sha256').update(lock).digest().readBigInt64BE());
}

/** Held by who agrees on refunds of a payment, or files about it, whichever of its cases they belong to; taken before a case's lock. */
export const transactionLock = (reference: string) => `transaction ${reference}`;

export const caseLock = (caseId: Id) => `case ${caseId}`;

/** What was loaded for a change: the case, or the one about to be filed, and what its rule may look at. */
export interface LoadedCase {
  state: CaseState;
  versions: PublishedVersions;
  known: Pick<Moment, 'persons' | 'routeIds'> &
    Partial<
      Pick<
        Moment,
        | 'platformPersonIds'
        | 'teamOf'
        | 'storedDigests'
        | 'tiedPersonIds'
        | 'candidates'
        | 'agreedElsewhere'
        | 'charges'
        | 'returned'
        | 'transactionRecord'
        | 'otherRouteIds'
        | 'uploads'
      >
    >;
}

/** Lets a rule change the loaded case, in place, writes what came of it in one statement, and commits. */
export async function applyChange(
  client: PoolClient,
  runtime: Runtime,
  { state, versions, known }: LoadedCase,
  clock: Instant,
  decide: (moment: Moment) => AnyCaseEvent[],
  effect: Omit<CommandEffect, 'case_id' | 'answer' | 'at'> | null = null,
): Promise<Changed> {
  const published = await runtime.published.inForce(client, versions);
  // An event is never before its case's last, even when a clock was set back.
  const now = clock > state.lastEventAt ? clock : state.lastEventAt;
  const texts: CaseText[] = [];
  const moment: Moment = {
    now,
    today: shanghaiDate(new Date(now)),
    ...published,
    policy: runtime.policy,
    platformPersonIds: [],
    teamOf: () => null,
    tiedPersonIds: [],
    candidates: [],
    storedDigests: new Map(),
    agreedElsewhere: [],
    uploads: new Map(),
    ...known,
    newId: () => newId(Date.parse(now)),
    text(words) {
      const salt = newSalt();
      const text = { id: newId(Date.parse(now)), case_id: state.id, salt, words };
      texts.push(text);
      return { id: text.id, digest: sha256(salt + words) };
    },
  };
  const before = state.version > 0 ? rowsOf(state) : null;
  const events = decide(moment);
  const ids = idsOf(events);
  const rows = changedRows(before, rowsOf(state));
  const written = writeCases(client, [
    {
      state,
      events,
      texts,
      rows,
      clockVersions: rows.written.clock ?? [],
      calendarVersion: published.calendar.version,
      notices: noticesOf(state, events, moment),
      effect: effect && { ...effect, case_id: state.id, answer: { ids, eventId: events.at(-1)!.id }, at: now },
    },
  ]);
  return { caseId: state.id, ids, position: await commitBehind(client, written) };
}

const saltBytes = 16;
/** Drawn for many at a time: drawing each by itself costs more than its digest. */
let drawn = Buffer.alloc(0);

/** 128 random bits that nobody else gets, base64url. */
function newSalt(): string {
  if (drawn.length < saltBytes) drawn = randomBytes(saltBytes * 256);
  const salt = drawn.toString('base64url', 0, saltBytes);
  drawn = drawn.subarray(saltBytes);
  return salt;
}

/** A UUIDv7: 48 bits of milliseconds, then random. */
export function newId(milliseconds: number): Id {
  const time = Math.max(milliseconds, 0).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** The ids that events name of what they made, by the names of their fields. */
function idsOf(events: { payload: object }[]): Record<string, Id> {
  const named = events.flatMap(({ payload }) => Object.entries(payload));
  return Object.fromEntries(
    named.filter(([field, value]) => field.endsWith('Id') && typeof value === 'string').reverse(),
  );
}

/** A person as commands know them, as JSON; for use with `person p`. */
export const personJson = `json_build_object('id', p.id, 'name', p.name, 'roles', p.roles, 'partyKind', p.party_kind, 'awayThrough', p.away_through,
  'teamIds', coalesce((select json_agg(m.team_id order by m.team_id) from team_member m where m.person_id = p.id), '[]'))`;

/** The active persons among these ids, as JSON. */
export const activePersons = (ids: string) =>
  `(select json_agg(${personJson}) from person p where p.id = any(${ids}) and p.is_active)`;

/** Who may represent the platform. */
export const platformPersons = `array(select id from person where party_kind = 'PLATFORM' and is_active order by id)`;

export function byId(persons: Person[] | null): ReadonlyMap<Id, Person> {
  return new Map((persons ?? []).map((person) => [person.id, person]));
}
