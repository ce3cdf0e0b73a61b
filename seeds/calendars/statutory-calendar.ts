import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CalendarData, CalendarDay } from '@accord/server/domain/working-calendar';

/** Both lists of chinese-days: by date, `English name,Chinese name,days of the occasion`. */
type NamesByDate = Record<string, string>;

/**
 * Gives the statutory calendar of 2004–2026 as the notices of the State Council name it.
 * Only the data file of chinese-days is read, by date string: the package's functions depend on the zone of the process.
 */
export function statutoryCalendar(): CalendarData {
  const path = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
  const { holidays, workdays } = JSON.parse(readFileSync(path, 'utf8')) as {
    holidays: NamesByDate;
    workdays: NamesByDate;
  };
  const days = [...namedDays(holidays, 'HOLIDAY'), ...namedDays(workdays, 'MAKE_UP')];
  days.sort((one, other) => (one.date < other.date ? -1 : 1));
  return { version: 1, from: '2004-01-01', announcedThrough: '2026-12-31', days };
}

function namedDays(names: NamesByDate, kind: CalendarDay['kind']): CalendarDay[] {
  return Object.entries(names).map(([date, names]) => {
    const [nameEn, name] = names.split(',');
    if (!name || !nameEn) throw new Error(`${date} has no name in the calendar data: ${names}`);
    return { date, kind, name, nameEn };
  });
}
