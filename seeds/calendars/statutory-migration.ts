import type { CalendarDay } from '@accord/server/domain/working-calendar';
import { statutoryCalendar } from './statutory-calendar.js';

/**
 * Gives the text of `schema/migrations/0004_statutory_calendar.sql`, one line for what an occasion gives a year.
 * `node seeds/dist/calendars/statutory-migration.js` prints it; once released that migration stays as it is, and the
 * next notice becomes the next calendar version in a migration of its own.
 */
export function statutoryMigration(): string {
  const { version, from, announcedThrough, days } = statutoryCalendar();
  const occasions = Map.groupBy(days, (day) => `${day.date.slice(0, 4)} ${day.name}`);
  const lines = [...occasions.values()].map((occasion) => {
    const [{ name, nameEn }] = occasion as [CalendarDay];
    return `  (${quoted(name)}, ${quoted(nameEn)}, ${dates(occasion, 'HOLIDAY')}, ${dates(occasion, 'MAKE_UP')})`;
  });
  return `-- The statutory calendar of ${from.slice(0, 4)} to ${announcedThrough.slice(0, 4)}: what the notices of the State Council name, holidays off and
-- make-up days worked. Written by seeds/calendars/statutory-migration.ts from the data file of chinese-days 1.5.7.

with occasion (name, name_en, holidays, make_up_days) as (values
${lines.join(',\n')}
),
named_day (date, kind, name, name_en) as (
  select unnest(holidays::date[]), 'HOLIDAY', name, name_en from occasion
  union all
  select unnest(make_up_days::date[]), 'MAKE_UP', name, name_en from occasion
)
select publish_calendar(
  ${version}, ${quoted(from)}, ${quoted(announcedThrough)}, 'Notices of the State Council, from chinese-days 1.5.7', '2025-11-04T00:00:00+08:00',
  jsonb_agg(jsonb_build_object('date', date, 'kind', kind, 'name', name, 'nameEn', name_en))
)
from named_day;
`;
}

function dates(occasion: readonly CalendarDay[], kind: CalendarDay['kind']): string {
  return `'{${occasion
    .filter((day) => day.kind === kind)
    .map((day) => day.date)
    .join(',')}}'`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

if (import.meta.main) process.stdout.write(statutoryMigration());
