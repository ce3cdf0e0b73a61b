import type { AnyCaseEvent } from '../domain/case-event.js';
import type { Candidate } from '../domain/assignment-rule.js';
import { isOnDuty, rankHandlers } from '../domain/assignment-rule.js';
import type { CaseState, Id } from '../domain/case.js';
import { performOffer, performRelease } from '../domain/command.js';
import type { Moment } from '../domain/command.js';
import { foldVersion } from '../domain/evolve.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import { publishedVersions } from '../entities/published.js';
import type { PublishedVersions } from '../entities/published.js';
import { applyChange, caseLock, transact } from './case-transaction.js';
import { isHeld, isLeft, isQueued, teamHandlers } from './handlers.js';
import type { Runtime } from './runtime.js';

const BATCH = 200;

const leftCases = {
  name: 'left-cases',
  // The open ones are few and found by their stage; without the step between, the order would lead through every case there is.
  text: `with held as materialized (select c.id, c.handler_id, c.team_id, c.stage, c.filed_at from dispute_case c where ${isHeld})
    select c.id from held c where ${isLeft} order by c.filed_at, c.id limit ${BATCH}`,
};

/** Puts the open cases of handlers who left back into the queues of their teams, and answers how many. */
export async function releaseCases(runtime: Runtime): Promise<number> {
  const { rows } = await runtime.pool.query<{ id: Id }>(leftCases);
  let released = 0;
  for (const { id } of rows) if (await change(runtime, id, isLeft, performRelease)) released += 1;
  return released;
}

const waitingCases = `
  select c.id from dispute_case c join team t on t.id = c.team_id
  where ${isQueued} and (t.assignment = 'RULE' and (c.urgency = 'URGENT' or $2::boolean)
    or c.urgency = 'URGENT' and (c.queue_rank = 0 or c.filed_at <= $1::timestamptz - make_interval(mins => $3)))
  order by c.queue_rank, c.filed_at, c.id limit ${BATCH}`;

/**
 * Gives by the rule what waits in the queues of teams that work so, what is not urgent in working hours only; and in every team
 * an urgent case that nobody took for too long. Answers how many were given.
 */
export async function offerCases(runtime: Runtime): Promise<number> {
  const { pool, policy } = runtime;
  const now = runtime.now?.() ?? new Date();
  const { calendar } = await runtime.published.inForce(pool);
  const { rows } = await pool.query<{ id: Id }>({
    name: 'waiting-cases',
    text: waitingCases,
    values: [now, isOnDuty(now, calendar, policy), policy.urgentQueueMinutes],
  });
  let given = 0;
  for (const { id } of rows) if (await change(runtime, id, isQueued, performOffer)) given += 1;
  return given;
}

interface Loaded extends PublishedVersions {
  /** Null when the condition no longer holds, or a newer calendar or version is to count first: a later sweep finds it. */
  state: CaseState | null;
  candidates: Candidate[] | null;
  tiedPersonIds: Id[];
}

/** Changes a case by the platform itself, in a transaction of its own; false when there was nothing left to do. */
function change(
  runtime: Runtime,
  caseId: Id,
  condition: string,
  perform: (state: CaseState, moment: Moment) => AnyCaseEvent[],
): Promise<boolean> {
  const load = {
    name: condition === isLeft ? 'load-left' : 'load-queued',
    text: `
      select (select s.state from case_snapshot s join dispute_case c on c.id = s.case_id where c.id = $1 and ${condition}
          and s.calendar_version = (select max(version) from calendar_version) and s.fold_version >= $2) as state,
        ${publishedVersions}, ${teamHandlers('$1')} as candidates,
        array(select p.id from person p where 'HANDLER' = any(p.roles) and is_tied(p.id, $1)) as "tiedPersonIds"`,
    values: [caseId, foldVersion],
  };
  return transact<boolean, Loaded>(runtime, { locks: [caseLock(caseId)], load }, async (client, now, [loaded]) => {
    const { state, candidates, tiedPersonIds, ...versions } = loaded!;
    if (!state) return false;
    const known = { persons: new Map(), routeIds: [], candidates: candidates ?? [], tiedPersonIds };
    const circumstances = { ...known, policy: runtime.policy, today: shanghaiDate(new Date(now)) };
    // Nobody is free: the case goes on waiting.
    if (condition === isQueued && rankHandlers(state, known.candidates, circumstances).length === 0) return false;
    await applyChange(client, runtime, { state, versions, known }, now, (moment) => perform(state, moment));
    return true;
  });
}
