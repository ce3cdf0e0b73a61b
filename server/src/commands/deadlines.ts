import type { CaseState, Id } from '../domain/case.js';
import { performLapse } from '../domain/command.js';
import type { Moment } from '../domain/command.js';
import { dueDeadline } from '../domain/deadline.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import { applyChange, caseLock, transact } from './case-transaction.js';
import type { Runtime } from './runtime.js';
import { forgetOldEffects } from './idempotency.js';
import { publishedVersions } from '../entities/published.js';
import type { PublishedVersions } from '../entities/published.js';

const BATCH = 200;

/**
 * Lets every deadline act whose last day has passed, case by case, each in a transaction of its own, and answers how
 * many acted. A deadline acts once: whoever comes second finds it done. What a lapse makes due is acted on as well.
 */
export async function actOnDeadlines(runtime: Runtime): Promise<number> {
  let acted = 0;
  for (let caseIds = await overdueCases(runtime); caseIds.length > 0; caseIds = await overdueCases(runtime)) {
    let actedNow = 0;
    for (const caseId of caseIds) if (await actOnCase(runtime, caseId)) actedNow += 1;
    // Another process may hold all that is left; it will see to it.
    if (actedNow === 0) return acted;
    acted += actedNow;
  }
  return acted;
}

async function overdueCases({ pool, now }: Runtime): Promise<Id[]> {
  const { rows } = await pool.query<{ case_id: Id }>({
    name: 'overdue-cases',
    text: `
      select case_id from deadline
      where acted_at is null and due_on < (coalesce($1::timestamptz, clock_timestamp()) at time zone 'Asia/Shanghai')::date
      group by case_id order by min(due_on), case_id limit ${BATCH}`,
    values: [now?.() ?? null],
  });
  return rows.map((row) => row.case_id);
}

/** Lets the case's earliest overdue deadline act; false when there is none any more. */
export function actOnCase(runtime: Runtime, caseId: Id): Promise<boolean> {
  return transact(runtime, [caseLock(caseId)], async (client, now) => {
    const { rows } = await client.query<PublishedVersions & { state: CaseState; routeIds: Id[] }>({
      name: 'load-overdue',
      text: `
        select (select state from case_snapshot where case_id = $1) as state, ${publishedVersions},
          array(select id from referral_route order by rank) as "routeIds"`,
      values: [caseId],
    });
    const { state, routeIds, ...versions } = rows[0]!;
    const deadline = dueDeadline(state, shanghaiDate(new Date(now)));
    if (!deadline) return false;
    const known = { persons: new Map(), routeIds };
    const act = (moment: Moment) => performLapse(state, deadline, moment);
    await applyChange(client, runtime, { state, versions, known }, now, act);
    return true;
  });
}

/** Sweeps now and every minute until closed; a failing sweep is reported and tried again. */
export function sweepDeadlines(runtime: Runtime, onError: (error: unknown) => void): { close(): Promise<void> } {
  const once = async () => {
    await actOnDeadlines(runtime);
    await forgetOldEffects(runtime.pool);
  };
  let sweep = once().catch(onError);
  const timer = setInterval(() => {
    sweep = sweep.then(once).catch(onError);
  }, 60_000);
  return {
    async close() {
      clearInterval(timer);
      await sweep;
    },
  };
}
