import type { Pool } from 'pg';

/** A place in the feed: events are ordered by all three. `xid` and `seq` are 64-bit numbers as text. */
export interface FeedPosition {
  epoch: number;
  xid: string;
  seq: string;
}

/**
 * The place before which everything is committed and visible: state read after it, with the events after it,
 * misses nothing (an event of a transaction then under way can come again).
 */
export async function currentPosition(pool: Pool): Promise<FeedPosition> {
  const { rows } = await pool.query<FeedPosition>({
    name: 'feed-position',
    text: `select current_feed_epoch() as epoch, pg_snapshot_xmin(pg_current_snapshot())::text as xid, '0' as seq`,
  });
  return rows[0]!;
}
