import type { PoolClient } from 'pg';
import { DomainError } from '../domain/domain-error.js';
import { requireRole } from '../domain/permission.js';
import type { Person } from '../domain/permission.js';
import { nextBenchmarks, nextCalendar } from '../domain/publication.js';
import type { CalendarNotice, SetBenchmark } from '../domain/publication.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import type { Published } from '../entities/published.js';
import { transact } from './case-transaction.js';
import { keyOf } from './idempotency.js';
import type { Runtime } from './runtime.js';

export const publicationKinds = ['CALENDAR', 'BENCHMARK'] as const;
type Kind = (typeof publicationKinds)[number];

/** A publication as it arrives, and under which key it may be repeated. */
export interface PublicationRequest<Input> {
  idempotencyKey?: string | null;
  input: Input;
}

/**
 * Publishes the next version of the calendar: a notice laid over the version in force. It counts for every command from
 * its commit on; running clocks are revised case by case, each before anything else happens to its case.
 */
export function publishCalendar(
  runtime: Runtime,
  person: Person,
  { idempotencyKey, input }: PublicationRequest<CalendarNotice & { publishedAt: string }>,
): Promise<number> {
  requireRole('publishCalendar', person);
  return publish(runtime, 'CALENDAR', person, keyOf(idempotencyKey, input), async (client, { calendar }, now) => {
    const { version, from, announcedThrough, days } = nextCalendar(calendar, input, shanghaiDate(now));
    const written = [version, from, announcedThrough, input.source, input.publishedAt, JSON.stringify(days)];
    await client.query('select publish_calendar($1, $2, $3, $4, $5, $6)', written);
    return version;
  });
}

/** Sets the band of one clock, as the next version of the benchmarks; clocks that run or have run keep theirs. */
export function setBenchmark(
  runtime: Runtime,
  person: Person,
  { idempotencyKey, input }: PublicationRequest<SetBenchmark>,
): Promise<number> {
  requireRole('setBenchmark', person);
  return publish(runtime, 'BENCHMARK', person, keyOf(idempotencyKey, input), async (client, { benchmarks }) => {
    const rows = nextBenchmarks(benchmarks, input);
    await client.query('insert into benchmark select * from json_populate_recordset(null::benchmark, $1)', [
      JSON.stringify(rows),
    ]);
    return rows[0]!.version;
  });
}

/** Publications of a kind wait for each other; a repeated key answers the version that it made first. */
async function publish(
  runtime: Runtime,
  kind: Kind,
  person: Person,
  key: { key: string; input: string } | null,
  write: (client: PoolClient, inForce: Published, now: Date) => Promise<number>,
): Promise<number> {
  const version = await transact(runtime, { locks: [`publication ${kind}`] }, async (client, now) => {
    const { rows } = await client.query<{ version: number; input_digest: string }>(
      `select version, input_digest from publication where published_by = $1 and kind = $2 and key_digest = $3
         and entered_at > $4::timestamptz - interval '30 days' order by version desc`,
      [person.id, kind, key?.key ?? '', now],
    );
    if (rows[0]) {
      if (rows[0].input_digest === key!.input) return rows[0].version;
      throw new DomainError('IDEMPOTENCY_MISMATCH', 'this idempotency key was used with another input');
    }
    const made = await write(client, await runtime.published.inForce(client), new Date(now));
    await client.query(
      `insert into publication (kind, version, published_by, entered_at, key_digest, input_digest)
       values ($1, $2, $3, $4, $5, $6)`,
      [kind, made, person.id, now, key?.key ?? null, key?.input ?? null],
    );
    return made;
  });
  runtime.alarm.dispatchEvent(new Event('published'));
  return version;
}
