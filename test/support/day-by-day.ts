import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** One date as the raw notices and a counted week have it. */
export interface RawDay {
  date: string;
  kind: 'WEEKDAY' | 'WEEKEND' | 'HOLIDAY' | 'MAKE_UP';
  isWorkingDay: boolean;
  /** `English,Chinese,n` as the data file has it; null where it names nothing. */
  text: string | null;
}

const path = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
const raw = JSON.parse(readFileSync(path, 'utf8')) as Record<'holidays' | 'workdays', Record<string, string>>;

/** Every date from 2004-01-01 through 2099-12-31, counted one by one without `Date`: the oracle for working days. */
export const rawDays: readonly RawDay[] = countDays();

/** Where each date stands in `rawDays`. */
export const rawIndex: ReadonlyMap<string, number> = new Map(rawDays.map((day, index) => [day.date, index]));

function countDays(): RawDay[] {
  const days: RawDay[] = [];
  let weekday = 4; // 2004-01-01 was a Thursday
  for (let year = 2004; year <= 2099; year++) {
    const february = year % 4 === 0 ? 29 : 28; // no century year without a leap day before 2100
    const lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [month, length] of lengths.entries()) {
      for (let day = 1; day <= length; day++) {
        days.push(rawDay(`${year}-${twoDigits(month + 1)}-${twoDigits(day)}`, weekday));
        weekday = (weekday % 7) + 1;
      }
    }
  }
  return days;
}

function rawDay(date: string, weekday: number): RawDay {
  const off = raw.holidays[date];
  if (off !== undefined) return { date, kind: 'HOLIDAY', isWorkingDay: false, text: off };
  const worked = raw.workdays[date];
  if (worked !== undefined) return { date, kind: 'MAKE_UP', isWorkingDay: true, text: worked };
  const isWorkingDay = weekday <= 5;
  return { date, kind: isWorkingDay ? 'WEEKDAY' : 'WEEKEND', isWorkingDay, text: null };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
