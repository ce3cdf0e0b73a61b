import { setImmediate as turn } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { Instant } from '../domain/case.js';
import type { LocalDate } from '../domain/working-calendar.js';
import type { followEvents } from '../feed/follow-events.js';

/** A place in the feed of events, as following it takes one. */
export type FeedPosition = Parameters<typeof followEvents>[1];

/** What every figure of one answer has in common. */
export interface Moment {
  /** Where in the feed the answer stands: events after it may not be counted yet. */
  asOf: FeedPosition;
  at: Instant;
  /** The Shanghai date of `at`; running clocks are read as if they stopped on it. */
  today: LocalDate;
  calendarVersion: number;
  calendarFrom: LocalDate;
}

/** One state of the database, however many statements look at it. */
export interface Snapshot {
  readonly moment: Moment;
  query<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]>;
}

/** Puts a question to the snapshot and answers it. */
export type Ask = <Answer>(question: (snapshot: Snapshot) => Promise<Answer>) => Promise<Answer>;

interface Waiting {
  answer(snapshot: Snapshot): Promise<void>;
  fail(error: unknown): void;
}

/**
 * All questions of one answer are answered from one snapshot: those put before the event loop turns, and those that the answers to
 * them lead to, as the fields below a field are.
 */
export function openSnapshot(pool: Pool, now: (() => Date) | undefined): Ask {
  let waiting: Waiting[] = [];
  let isOpen = false;
  const next = () => {
    const all = waiting;
    waiting = [];
    isOpen = all.length > 0;
    return all;
  };
  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ answer: async (snapshot) => resolve(await question(snapshot)), fail: reject });
      if (isOpen) return;
      isOpen = true;
      setImmediate(() => void answerAll(pool, now?.() ?? null, next));
    });
}

async function answerAll(pool: Pool, now: Date | null, next: () => Waiting[]): Promise<void> {
  let client: PoolClient | undefined;
  let failure: Error | undefined;
  let asked = next();
  try {
    const connected = (client = await pool.connect());
    await connected.query('begin isolation level repeatable read, read only');
    const query: Snapshot['query'] = async <Row extends object>(text: string, values: readonly unknown[]) =>
      (await connected.query<Row>(text, [...values])).rows;
    const [moment] = await query<Moment>(momentOfSnapshot, [now]);
    while (asked.length > 0) {
      for (const { answer, fail } of asked) await answer({ moment: moment!, query }).catch(fail);
      await turn();
      asked = next();
    }
    await connected.query('commit');
  } catch (error) {
    // Whoever has an answer already keeps it.
    for (; asked.length > 0; asked = next()) for (const { fail } of asked) fail(error);
    await client?.query('rollback').catch((lost: Error) => (failure = lost));
  } finally {
    client?.release(failure);
  }
}

const momentOfSnapshot = `
  select json_build_object('epoch', current_feed_epoch(), 'xid', pg_snapshot_xmin(pg_current_snapshot())::text, 'seq', '0') as "asOf",
    to_char(moment.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
    (moment.at at time zone 'Asia/Shanghai')::date as today, newest.version as "calendarVersion", newest.from_on as "calendarFrom"
  from (select coalesce($1::timestamptz, statement_timestamp()) as at) as moment,
    (select version, from_on from calendar_version order by version desc limit 1) as newest`;
