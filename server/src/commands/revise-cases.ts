import { calendarRevised } from '../domain/calendar-revision.js';
import type { CaseState, Id } from '../domain/case.js';
import { foldVersion } from '../domain/evolve.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import type { LocalDate } from '../domain/working-calendar.js';
import { publishedVersions } from '../entities/published.js';
import type { PublishedVersions } from '../entities/published.js';
import { caseLock, transact, tryLocks } from './case-transaction.js';
import { actOnCase, inLanes } from './deadlines.js';
import type { Runtime } from './runtime.js';

const BATCH = 200;

/**
 * Lets the newest calendar and the rules of now count in cases whose dates were computed by an earlier one, or that an earlier
 * version folded, newest case first, at most 200 of them, and answers how many. Of which nothing moves, one statement notes that
 * many; each other is changed in a transaction of its own. A case that fails is reported once the others are done.
 */
export async function reviseCases(runtime: Runtime): Promise<number> {
  const { rows } = await runtime.pool.query<{ case_id: Id }>({
    name: 'cases-to-revise',
    text: `
      select case_id from case_snapshot
      where calendar_version < (select max(version) from calendar_version) or fold_version < $1
      order by case_id desc limit ${BATCH}`,
    values: [foldVersion],
  });
  if (rows.length === 0) return 0;
  const caseIds = rows.map((row) => row.case_id);
  const isUnmoved = await noteUnmoved(runtime, caseIds);
  const moving = caseIds.filter((caseId) => !isUnmoved.has(caseId));
  await inLanes(moving, async (caseId) => {
    while (await actOnCase(runtime, caseId)) continue;
  });
  return rows.length;
}

/** What a calendar can move of a case; null where nothing runs any more. */
interface Movable extends PublishedVersions {
  caseId: Id;
  revisedTo: number;
  moving: Pick<CaseState, 'clocks' | 'terms' | 'evidenceRequests'> | null;
  /** When each later version was published here, the earliest first. */
  publishedOn: LocalDate[];
}

/** Cases in which nothing else is due first: a deadline, or to be folded anew. */
const loadMovable = {
  name: 'load-movable',
  text: `
    select s.case_id as "caseId", s.calendar_version as "revisedTo", ${publishedVersions},
      array(select (p.entered_at at time zone 'Asia/Shanghai')::date from publication p
        where p.kind = 'CALENDAR' and p.version > s.calendar_version order by p.version) as "publishedOn",
      case when exists (select from clock c where c.case_id = s.case_id and c.state in ('RUNNING', 'PAUSED'))
        or exists (select from term t where t.case_id = s.case_id and t.status = 'IN_FORCE')
        then json_build_object('clocks', s.state->'clocks', 'terms', s.state->'terms',
          'evidenceRequests', s.state->'evidenceRequests') end as moving
    from case_snapshot s
    where s.case_id = any($1) and s.fold_version >= $2
      and not exists (select from deadline d where d.case_id = s.case_id and d.acted_at is null and d.due_on < $3)`,
};

/**
 * Notes of the cases in which no later calendar moves anything that they were revised, and answers which those are. A case
 * that somebody is changing at this moment is not among them. Their locks are held before they are looked at, as for any change.
 */
function noteUnmoved(runtime: Runtime, caseIds: readonly Id[]): Promise<ReadonlySet<Id>> {
  return transact(runtime, { locks: [] }, async (client, now) => {
    const free = await tryLocks(client, caseIds.map(caseLock));
    const locked = caseIds.filter((_, index) => free[index]);
    const { rows } = await client.query<Movable>({
      ...loadMovable,
      values: [locked, foldVersion, shanghaiDate(new Date(now))],
    });
    const { calendars } = await runtime.published.inForce(client, rows[0]);
    const isMoved = ({ revisedTo, moving, publishedOn }: Movable) =>
      moving !== null &&
      publishedOn.some((today, index) => {
        const calendarBefore = calendars.get(revisedTo + index)!;
        const calendar = calendars.get(revisedTo + index + 1)!;
        return calendarRevised(moving, { calendar, calendarBefore, today }).length > 0;
      });
    const unmoved = rows.filter((row) => row.publishedOn.length > 0 && !isMoved(row));
    await client.query({
      name: 'note-unmoved',
      text: `
        update case_snapshot s set calendar_version = noted.version
        from unnest($1::uuid[], $2::int[]) as noted(case_id, version) where s.case_id = noted.case_id`,
      values: [
        unmoved.map(({ caseId }) => caseId),
        unmoved.map(({ revisedTo, publishedOn }) => revisedTo + publishedOn.length),
      ],
    });
    return new Set(unmoved.map(({ caseId }) => caseId));
  });
}
