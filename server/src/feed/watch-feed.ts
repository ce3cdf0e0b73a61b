import { budgets } from '../config.js';
import type { Feed } from './follow-events.js';

const LOOK_MS = 250;

interface Look {
  newest: string;
  /** The oldest transaction that has not ended while a later one has; null when nothing waits behind one. */
  holding: string | null;
}

const look = {
  name: 'look-at-feed',
  text: `
    select concat((select seq from case_event
        where xid < pg_snapshot_xmin(now.snapshot) or epoch < current_feed_epoch()
        order by epoch desc, xid desc, case_event.seq desc limit 1), ' ', (select max(seq) from notification)) as newest,
      case when pg_snapshot_xmin(now.snapshot) < pg_snapshot_xmax(now.snapshot)
        then pg_snapshot_xmin(now.snapshot)::text end as holding
    from (select pg_current_snapshot() as snapshot) now`,
};

/** Who holds the horizon, as far as this user may know; what is asked in it may hold anything and is not told. */
const holder = {
  name: 'holder-of-feed',
  text: `
    select pid, datname, usename, application_name, state, xact_start from pg_stat_activity where backend_xid = $1::xid
    union all select null, database, owner, gid, 'prepared', prepared from pg_prepared_xacts where transaction = $1::xid`,
};

/**
 * Rings this process's bell for events and notifications that it did not write itself, and for what became readable only when an
 * older transaction ended: one look a quarter of a second, however many are waiting. A transaction that holds the feed back for
 * ten seconds is told to `onHeld`, once; `horizonAgeMs` says how long one has by now.
 */
export function watchFeed(
  { pool, doorbell }: Feed,
  onHeld: (holder: object) => void,
  onError: (error: unknown) => void,
): { horizonAgeMs(): number; close(): Promise<void> } {
  let known = '';
  let held: { xid: string; since: number; isTold: boolean } | null = null;
  const horizonAgeMs = () => (held ? performance.now() - held.since : 0);
  const lookOnce = async () => {
    const { rows } = await pool.query<Look>({ ...look });
    const { newest, holding } = rows[0]!;
    if (newest !== known) doorbell.ring();
    known = newest;
    if (holding === null) held = null;
    else if (holding !== held?.xid) held = { xid: holding, since: performance.now(), isTold: false };
    if (!held || held.isTold || horizonAgeMs() < budgets.feed.horizonAgeMs) return;
    held.isTold = true;
    const found = await pool.query<object>({ ...holder, values: [BigInt.asUintN(32, BigInt(held.xid)).toString()] });
    onHeld(found.rows[0] ?? { xid: held.xid });
  };
  let looking = Promise.resolve();
  let isLooking = false;
  const timer = setInterval(() => {
    // A slow database is not asked again before it has answered.
    if (isLooking) return;
    isLooking = true;
    looking = lookOnce()
      .catch(onError)
      .finally(() => (isLooking = false));
  }, LOOK_MS);
  return {
    horizonAgeMs,
    async close() {
      clearInterval(timer);
      await looking;
    },
  };
}
