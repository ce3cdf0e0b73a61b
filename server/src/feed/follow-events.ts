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
/** Another process rings no bell here; its events are found by looking. */
const LOOK_AGAIN_MS = 250;

/**
 * Every event after a position, per case in commit order, none skipped, then live: one loop for both.
 * Yields batches; ends when the signal aborts.
 */
export async function* followEvents(
  { pool, doorbell }: Feed,
  after: FeedPosition,
  caseIds: readonly string[] | null,
  signal: AbortSignal,
): AsyncGenerator<FeedEvent[]> {
  let position = after;
  while (!signal.aborted) {
    // Armed before reading: a ring between reading and waiting is not lost.
    const bell = doorbell.armed(signal, LOOK_AGAIN_MS);
    const events = await readEvents(pool, position, caseIds, BATCH);
    const last = events.at(-1);
    if (last) {
      position = last.position;
      yield events;
    }
    if (events.length < BATCH) await bell;
  }
}
