import type { ClientBase, Pool } from 'pg';
import { buildWorkingCalendar } from '../domain/working-calendar.js';
import type { CalendarData, WorkingCalendar } from '../domain/working-calendar.js';

const calendars = `
  select json_build_object(
    'version', version, 'from', from_on, 'announcedThrough', announced_through,
    'days', (
      select coalesce(json_agg(json_build_object('date', date, 'kind', kind, 'name', name, 'nameEn', name_en)), '[]')
      from calendar_day as day where day.version = calendar.version and kind in ('HOLIDAY', 'MAKE_UP')
    )
  ) as data
  from calendar_version as calendar where version > $1 order by version`;

/** Reads the versions of the calendar after one, oldest first, ready for lookup. */
export async function readWorkingCalendars(database: ClientBase | Pool, after: number): Promise<WorkingCalendar[]> {
  const { rows } = await database.query<{ data: CalendarData }>(calendars, [after]);
  return rows.map(({ data }) => buildWorkingCalendar(data));
}
