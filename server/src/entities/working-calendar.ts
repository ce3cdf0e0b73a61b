import type { Pool } from 'pg';
import { buildWorkingCalendar } from '../domain/working-calendar.js';
import type { CalendarData, WorkingCalendar } from '../domain/working-calendar.js';

const newestCalendar = `
  select json_build_object(
    'version', version, 'from', from_on, 'announcedThrough', announced_through,
    'days', (
      select coalesce(json_agg(json_build_object('date', date, 'kind', kind, 'name', name, 'nameEn', name_en)), '[]')
      from calendar_day as day where day.version = newest.version and kind in ('HOLIDAY', 'MAKE_UP')
    )
  ) as data
  from calendar_version as newest order by version desc limit 1`;

/** Reads the newest version of the calendar, ready for lookup; rejects when none is published, which migrations rule out. */
export async function readWorkingCalendar(database: Pick<Pool, 'query'>): Promise<WorkingCalendar> {
  const { rows } = await database.query<{ data: CalendarData }>(newestCalendar);
  const newest = rows[0];
  if (!newest) throw new Error('no calendar version is published');
  return buildWorkingCalendar(newest.data);
}
