import type { Feed } from './follow-events.js';

const LOOK_MS = 250;

/**
 * Rings this process's bell for events and notifications that it did not write itself, and for what became readable only when an
 * older transaction ended: one look a quarter of a second, however many are waiting.
 */
export function watchFeed({ pool, doorbell }: Feed, onError: (error: unknown) => void): { close(): Promise<void> } {
  let known = '';
  const look = async () => {
    const { rows } = await pool.query<{ seq: string }>({
      name: 'newest-event',
      text: `
        select concat((select seq from case_event
            where xid < pg_snapshot_xmin(pg_current_snapshot()) or epoch < current_feed_epoch()
            order by epoch desc, xid desc, case_event.seq desc limit 1), ' ', (select max(seq) from notification)) as seq`,
    });
    const newest = rows[0]?.seq ?? '';
    if (newest !== known) doorbell.ring();
    known = newest;
  };
  let looking = Promise.resolve();
  let isLooking = false;
  const timer = setInterval(() => {
    // A slow database is not asked again before it has answered.
    if (isLooking) return;
    isLooking = true;
    looking = look()
      .catch(onError)
      .finally(() => (isLooking = false));
  }, LOOK_MS);
  return {
    async close() {
      clearInterval(timer);
      await looking;
    },
  };
}
