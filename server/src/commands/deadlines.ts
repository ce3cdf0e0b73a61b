import type { ClientBase } from 'pg';
import { calendarRevised } from '../domain/calendar-revision.js';
import type { CaseState, Id } from '../domain/case.js';
import { performLapse, performRevision } from '../domain/command.js';
import type { Moment } from '../domain/command.js';
import { actingBefore, dueDeadline } from '../domain/deadline.js';
import { foldVersion } from '../domain/evolve.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import type { LocalDate } from '../domain/working-calendar.js';
import { applyChange, caseLock, clockOf, transact } from './case-transaction.js';
import { refoldCase } from './refold-case.js';
import type { Runtime } from './runtime.js';
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
    await inLanes(caseIds, async (caseId) => {
      if (await actOnCase(runtime, caseId)) actedNow += 1;
    });
    // Another process may hold all that is left; it will see to it.
    if (actedNow === 0) return acted;
    acted += actedNow;
  }
  return acted;
}

/** How many cases are changed at a time: what each waits for is mostly the disk. */
const LANES = 4;

/** Works through cases in their order, four at a time; what fails is thrown once all the others are done, the first of it. */
export async function inLanes(caseIds: readonly Id[], work: (caseId: Id) => Promise<void>): Promise<void> {
  const waiting = [...caseIds];
  const failures: unknown[] = [];
  const lane = async () => {
    for (let caseId = waiting.shift(); caseId; caseId = waiting.shift()) {
      await work(caseId).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (failures.length > 0) throw failures[0];
}

async function overdueCases(runtime: Runtime): Promise<Id[]> {
  const { pool, published } = runtime;
  const { calendar } = await published.inForce(pool);
  const before = actingBefore(calendar, shanghaiDate(await clockOf(runtime)));
  const { rows } = await pool.query<{ case_id: Id }>({
    name: 'overdue-cases',
    text: `
      select case_id from deadline
      where acted_at is null and due_on < $1 and (kind <> 'BREACH' or due_on < $2)
      group by case_id order by min(due_on), case_id limit ${BATCH}`,
    values: [before.other, before.breach],
  });
  return rows.map((row) => row.case_id);
}

interface Standing extends PublishedVersions {
  state: CaseState;
  routeIds: Id[];
  /** The calendar by which the dates of the case were computed last. */
  revisedTo: number;
  foldedBy: number;
  /** When the version after that was published here. */
  revisionOn: LocalDate | null;
}

const loadStanding = {
  name: 'load-overdue',
  text: `
    select s.state, s.calendar_version as "revisedTo", s.fold_version as "foldedBy", ${publishedVersions},
      (select (p.entered_at at time zone 'Asia/Shanghai')::date from publication p
        where p.kind = 'CALENDAR' and p.version = s.calendar_version + 1) as "revisionOn",
      routes_for((select type from dispute_case where id = $1), true) as "routeIds"
    from case_snapshot s where s.case_id = $1`,
};

/**
 * Lets what is due first in the case act: its earliest overdue deadline, or the calendar that was published next.
 * False when there is neither any more. Each acts under what was in force on its own day, however late that is noticed.
 * Before anything else a case that an earlier version folded is folded anew.
 */
export function actOnCase(runtime: Runtime, caseId: Id): Promise<boolean> {
  const opening = { locks: [caseLock(caseId)], load: { ...loadStanding, values: [caseId] } };
  return transact<boolean, Standing>(runtime, opening, async (client, now, [loaded]) => {
    const { state, routeIds, revisedTo, revisionOn, foldedBy, ...newest } = loaded!;
    if (foldedBy < foldVersion) {
      await refoldCase(client, state, revisedTo);
      return true;
    }
    const today = shanghaiDate(new Date(now));
    const isRevised = revisedTo === newest.calendarVersion;
    const until = isRevised || today < revisionOn! ? today : revisionOn!;
    const { calendars } = await runtime.published.inForce(client, newest);
    const deadline = dueDeadline(state, until, calendars.get(revisedTo)!);
    if (!deadline && isRevised) return false;
    const versions = {
      calendarVersion: deadline ? revisedTo : revisedTo + 1,
      benchmarkVersion: await benchmarkOn(client, deadline?.dueOn ?? revisionOn!),
    };
    if (!deadline) {
      const { calendar } = await runtime.published.inForce(client, versions);
      const revision = { calendar, calendarBefore: calendars.get(revisedTo)!, today: revisionOn! };
      if (calendarRevised(state, revision).length === 0) {
        await client.query('update case_snapshot set calendar_version = $2 where case_id = $1', [
          caseId,
          calendar.version,
        ]);
        return true;
      }
      const revise = (moment: Moment) => performRevision(state, revision, moment);
      await applyChange(client, runtime, { state, versions, known: { persons: new Map(), routeIds } }, now, revise);
      return true;
    }
    const act = (moment: Moment) => performLapse(state, deadline, moment);
    await applyChange(client, runtime, { state, versions, known: { persons: new Map(), routeIds } }, now, act);
    return true;
  });
}

/** The benchmarks in force at the end of a day. */
async function benchmarkOn(client: ClientBase, date: LocalDate): Promise<number> {
  const { rows } = await client.query<{ version: number }>({
    name: 'benchmark-on',
    text: `
      select version from publication where kind = 'BENCHMARK'
      order by (entered_at at time zone 'Asia/Shanghai')::date <= $1::date desc,
        case when (entered_at at time zone 'Asia/Shanghai')::date <= $1::date then -version else version end
      limit 1`,
    values: [date],
  });
  return rows[0]!.version;
}
