import type { Bucket } from '../filters/choice.js';

const zone = 'Asia/Shanghai';
const dayMs = 86_400_000;

/** Whether the text is a day that exists, written YYYY-MM-DD. */
export function isDate(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && fromDayNumber(at / dayMs) === text;
}

/** The Shanghai date of an instant, YYYY-MM-DD. */
export function dateOf(instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);
}

/** The date so many calendar days later (earlier when negative). */
export function plusDays(date: string, days: number): string {
  return fromDayNumber(Date.parse(`${date}T00:00:00Z`) / dayMs + days);
}

/** The same day so many months later (earlier when negative), or the last day of that month when it is shorter. */
export function plusMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const first = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`;
  const last = Number(fromDayNumber(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0) / dayMs).slice(8));
  return plusDays(first, Math.min(day, last) - 1);
}

/** The first day of the bucket after the one that starts on this date. */
export function nextBucketStart(bucketStart: string, bucket: Bucket): string {
  return bucket === 'WEEK' ? plusDays(bucketStart, 7) : plusMonths(bucketStart, 1);
}

/** A Shanghai date in words of the language: 2026年3月2日, 2 Mar 2026. */
export function dateText(date: string, language: string): string {
  return format(date, language, { dateStyle: 'medium' });
}

/** A date for narrow places: without its year when that is this date's, 3月2日, Mar 2, else 2014/1/3, 1/3/2014. */
export function dayText(date: string, today: string, language: string): string {
  if (date.slice(0, 4) === today.slice(0, 4)) return format(date, language, { month: 'short', day: 'numeric' });
  return format(date, language, { year: 'numeric', month: 'numeric', day: 'numeric' });
}

/** A bucket's name on an axis: the month, or the day its week starts. */
export function bucketText(bucketStart: string, bucket: Bucket, language: string): string {
  return bucket === 'WEEK'
    ? format(bucketStart, language, { month: 'short', day: 'numeric' })
    : format(bucketStart, language, { year: '2-digit', month: 'short' });
}

/** When something happened: the minute if it was on this date, else the day, in Shanghai. */
export function momentText(instant: string, today: string, language: string): string {
  const at = new Date(instant);
  if (dateOf(at) !== today) return dayText(dateOf(at), today, language);
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** An instant as Shanghai time of day with seconds. */
export function timeText(instant: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' }).format(
    new Date(instant),
  );
}

function format(date: string, language: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { timeZone: zone, ...options }).format(new Date(`${date}T00:00:00+08:00`));
}

function fromDayNumber(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
