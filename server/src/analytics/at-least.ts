import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { FeedPosition } from './snapshot.js';

const LOOK_AGAIN_MS = 20;
const WAIT_MS = 2_000;

/** Waits up to 2 s until everything at the position is visible; an answer given before that says so by its own position. */
export async function waitUntilVisible(pool: Pool, { epoch, xid, seq }: FeedPosition): Promise<void> {
  const end = performance.now() + WAIT_MS;
  while (performance.now() < end) {
    const { rows } = await pool.query<{ isVisible: boolean }>({
      name: 'position-visible',
      // A position without a number stands before its transaction, one with a number inside it.
      text: `select $1 < current_feed_epoch() or ($1 = current_feed_epoch() and case when $3 = '0'
        then $2::xid8 <= pg_snapshot_xmin(pg_current_snapshot())
        else pg_visible_in_snapshot($2::xid8, pg_current_snapshot()) end) as "isVisible"`,
      values: [epoch, xid, seq],
    });
    if (rows[0]!.isVisible) return;
    await sleep(LOOK_AGAIN_MS);
  }
}
