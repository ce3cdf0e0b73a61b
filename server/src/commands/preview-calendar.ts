import { revisedClock } from '../domain/calendar-revision.js';
import type { CaseState } from '../domain/case.js';
import { dueOnOf } from '../domain/clock.js';
import type { Clock } from '../domain/clock.js';
import { movedInstalments } from '../domain/instalment.js';
import type { Owing } from '../domain/pause-cap.js';
import { requireRole } from '../domain/permission.js';
import type { Person } from '../domain/permission.js';
import { changedDays, nextCalendar } from '../domain/publication.js';
import type { CalendarNotice, ChangedDay } from '../domain/publication.js';
import { buildWorkingCalendar, shanghaiDate } from '../domain/working-calendar.js';
import type { Runtime } from './runtime.js';

/** What publishing a notice would do. */
export interface CalendarPreview {
  version: number;
  changedDays: ChangedDay[];
  runningClockCount: number;
  /** Running clocks that would be due later. */
  movedClockCount: number;
  /** Running clocks that would be due earlier by the new version alone; their later date stays. */
  keptClockCount: number;
  /** Running clocks whose due date would no longer be provisional. */
  settledClockCount: number;
  movedInstalmentCount: number;
}

const running = `
  select json_build_object('state', state, 'band', json_build_object('min', band_min, 'max', band_max), 'dueOn', due_on,
    'isProvisional', is_provisional, 'graceWorkingDays', grace_working_days, 'pauseCap', pause_cap, 'spans', spans,
    'pauses', pauses) as clock,
    case when pauses = '[]' then '[]' else (
      select coalesce(json_agg(json_build_object('isMandatory', true, 'askedAt', asked_at, 'status', status, 'closedAt', closed_at,
        'dueOn', due_on)), '[]') from evidence_request r where r.case_id = clock.case_id and r.is_mandatory) end as "evidenceRequests"
  from clock where running_since is not null`;

const owing = `
  select json_build_object('id', id, 'status', status, 'instalments', instalments) as term
  from term where status = 'IN_FORCE' and instalments <> '[]'`;

/** Works out what publishing a notice would do to the cases as they stand, and changes nothing. */
export async function previewCalendar(
  runtime: Runtime,
  person: Person,
  notice: CalendarNotice,
): Promise<CalendarPreview> {
  requireRole('publishCalendar', person);
  const today = shanghaiDate(runtime.now?.() ?? new Date());
  const { calendar: before } = await runtime.published.inForce(runtime.pool);
  const after = buildWorkingCalendar(nextCalendar(before, notice, today));
  const clocks = await runtime.pool.query<{ clock: Clock } & Owing>(running);
  const terms = await runtime.pool.query<{ term: CaseState['terms'][number] }>(owing);
  const revision = { calendar: after, calendarBefore: before, today };
  const moves = clocks.rows.map(({ clock, evidenceRequests }) => {
    const was = dueOnOf(before, clock, today);
    const is = revisedClock(clock, { evidenceRequests }, revision);
    return {
      isLater: is.dueOn > was.dueOn,
      isKept: is.computedDueOn < was.dueOn,
      isSettled: was.isProvisional && !is.isProvisional,
    };
  });
  return {
    version: after.version,
    changedDays: changedDays(before, after),
    runningClockCount: moves.length,
    movedClockCount: moves.filter(({ isLater }) => isLater).length,
    keptClockCount: moves.filter(({ isKept }) => isKept).length,
    settledClockCount: moves.filter(({ isSettled }) => isSettled).length,
    movedInstalmentCount: movedInstalments({ terms: terms.rows.map(({ term }) => term) }, { calendar: after, today })
      .length,
  };
}
