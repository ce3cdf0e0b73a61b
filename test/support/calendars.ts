import { buildWorkingCalendar } from '@accord/server/domain/working-calendar';
import type { CalendarDay, WorkingCalendar } from '@accord/server/domain/working-calendar';

const day = (kind: CalendarDay['kind'], name: string, nameEn: string) => (date: string) => ({
  date,
  kind,
  name,
  nameEn,
});
const labourDay = day('HOLIDAY', '劳动节', 'Labour Day');
const labourMakeUp = day('MAKE_UP', '劳动节', 'Labour Day');
const springFestival = day('HOLIDAY', '春节', 'Spring Festival');
const springMakeUp = day('MAKE_UP', '春节', 'Spring Festival');
const nationalDay = day('HOLIDAY', '国庆节', 'National Day');
const newYear = day('HOLIDAY', '元旦', "New Year's Day");
const tombSweeping = day('HOLIDAY', '清明', 'Tomb-sweeping Day');

/** A version that names these days and no other, from 2019 on. */
export function calendarOf(version: number, announcedThrough: string, days: CalendarDay[]): WorkingCalendar {
  return buildWorkingCalendar({ version, from: '2019-01-01', announcedThrough, days });
}

/** Labour Day 2019 as first announced, one day, and as revised in March: four days, and two Sundays worked. */
export const labourDay2019 = {
  first: calendarOf(1, '2019-12-31', [labourDay('2019-05-01')]),
  revised: calendarOf(2, '2019-12-31', [
    ...['2019-05-01', '2019-05-02', '2019-05-03', '2019-05-04'].map(labourDay),
    ...['2019-04-28', '2019-05-05'].map(labourMakeUp),
  ]),
};

const festival2020 = ['2020-01-24', '2020-01-25', '2020-01-26', '2020-01-27', '2020-01-28', '2020-01-29', '2020-01-30'];
const announced2020 = [...festival2020.map(springFestival), springMakeUp('2020-01-19')];

/** Spring Festival 2020: as announced in November 2019; extended, by a source that lacked 01-31; by the corrected one. */
export const springFestival2020 = {
  november: calendarOf(1, '2020-12-31', [...announced2020, springMakeUp('2020-02-01')]),
  february: calendarOf(2, '2020-12-31', [...announced2020, ...['2020-02-01', '2020-02-02'].map(springFestival)]),
  september: calendarOf(3, '2020-12-31', [
    ...announced2020,
    ...['2020-01-31', '2020-02-01', '2020-02-02'].map(springFestival),
  ]),
};

/** What was known before, and after, the notice of 2025-11-04. */
export const notice2026 = {
  before: calendarOf(1, '2025-12-31', []),
  after: calendarOf(2, '2026-12-31', [
    ...['2026-01-01', '2026-01-02', '2026-01-03'].map(newYear),
    day('MAKE_UP', '元旦', "New Year's Day")('2026-01-04'),
    ...['2026-04-04', '2026-04-05', '2026-04-06'].map(tombSweeping),
    ...[1, 2, 3, 4, 5, 6, 7].map((date) => nationalDay(`2026-10-0${date}`)),
    ...['2026-09-20', '2026-10-10'].map(day('MAKE_UP', '国庆节', 'National Day')),
  ]),
};
