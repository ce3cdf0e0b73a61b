import type { Pool } from 'pg';
import type { Doorbell } from './doorbell.js';
import type { FeedPosition } from './feed-position.js';
import { readEvents } from './read-events.js';
import type { FeedEvent } from './read-events.js';

/** Where events are read and who tells that there are new ones. */
export interface Feed {
  pool: Pool;
  doorbell: Doorbell;
}

const BATCH = 500;
/** After so long a silence a follower hears that there is nothing, and can judge anew whether it still may listen. */
const SILENCE_MS = 2_000;

/**
 * Every event after a position, per case in commit order, none skipped, then live: one loop for both.
 * Yields batches, an empty one every two seconds of silence; ends when the signal aborts.
 */
export async function* followEvents(
  { pool, doorbell }: Feed,
  after: FeedPosition,
  caseIds: readonly string[] | null,
  signal: AbortSignal,
): AsyncGenerator<FeedEvent[]> {
  let position = after;
  let heardAt = performance.now();
  while (!signal.aborted) {
    // Armed before reading: a ring between reading and waiting is not lost.
    const bell = doorbell.armed(signal, SILENCE_MS);
    const events = await readEvents(pool, position, caseIds, BATCH);
    const last = events.at(-1);
    if (last) position = last.position;
    if (last || performance.now() - heardAt >= SILENCE_MS) {
      heardAt = performance.now();
      yield events;
    }
    if (events.length < BATCH) await bell;
  }
}

/**
 * Where to follow one case from, so that what is read of it afterwards is not told again: its newest event; null of no case. Over
 * many cases whatever is under way has to be waited for; the changes of one commit one after the other.
 */
export async function newestOfCase(pool: Pool, caseId: string): Promise<FeedPosition | null> {
  const { rows } = await pool.query<FeedPosition>({
    name: 'newest-of-case',
    text: `
      select epoch, xid::text as xid, seq::text as seq from case_event
      where case_id = $1 order by case_event.seq desc limit 1`,
    values: [caseId],
  });
  return rows[0] ?? null;
}
