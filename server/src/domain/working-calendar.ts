/** A calendar date in Asia/Shanghai, written `YYYY-MM-DD`; as text, earlier sorts before later. */
export type LocalDate = string;

export type DayKind = 'WEEKDAY' | 'WEEKEND' | 'HOLIDAY' | 'MAKE_UP';

/** A date that a notice of the State names: off (HOLIDAY) or worked (MAKE_UP) whatever its weekday. */
export interface CalendarDay {
  date: LocalDate;
  kind: 'HOLIDAY' | 'MAKE_UP';
  /** The occasion in zh-CN. */
  name: string;
  nameEn: string;
}

/** One published version of the statutory calendar: every named day from `from` through `announcedThrough`. */
export interface CalendarData {
  version: number;
  from: LocalDate;
  announcedThrough: LocalDate;
  days: readonly CalendarDay[];
}

/** A calendar version laid out for lookup, from `from` through `calendarEnd`; made by `buildWorkingCalendar`. */
export interface WorkingCalendar {
  readonly version: number;
  readonly from: LocalDate;
  readonly announcedThrough: LocalDate;
  /** `from` as days since 1970-01-01. */
  readonly fromEpochDay: number;
  readonly named: ReadonlyMap<LocalDate, CalendarDay>;
  /** By days since `from`: how many working days lie in [from, that date]. */
  readonly numbers: Uint16Array;
  /** By number − 1: days since `from` of the working day that carries this number. */
  readonly workingOffsets: Uint16Array;
}

/** The working days in (after, through]. */
export interface DateSpan {
  after: LocalDate;
  through: LocalDate;
}

export type LedgerReason = 'START' | 'WORKING' | 'MAKE_UP' | 'WEEKEND' | 'HOLIDAY' | 'PAUSED' | 'STOPPED' | 'GRACE';

export interface LedgerRow {
  date: LocalDate;
  counted: boolean;
  reason: LedgerReason;
  /** What the notice calls the day, in zh-CN; null for a day no notice names. */
  name: string | null;
  nameEn: string | null;
}

/** A date or a number of days that the calendar cannot answer for; `argument` names which one was given. */
export class CalendarRangeError extends RangeError {
  override readonly name = 'CalendarRangeError';

  constructor(
    readonly argument: string,
    message: string,
  ) {
    super(message);
  }
}

/** The last date any calendar answers for, here and in SQL. */
export const calendarEnd: LocalDate = '2099-12-31';

/** The most working days `dueDate` and `workingDaysBefore` go in one step, about forty years. */
export const maxWorkingDays = 10_000;

const dayMs = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;
const firstEpochDay = Date.parse('0001-01-01T00:00:00Z') / dayMs;
const lastEpochDay = Date.parse('9999-12-31T00:00:00Z') / dayMs;

/** Tells whether the text is a date that exists, `YYYY-MM-DD` from 0001-01-01 through 9999-12-31. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  // V8 rolls 02-30 over into March instead of refusing it; a month of 13 gives NaN, equal to nothing.
  return new Date(`${text}T00:00:00Z`).getUTCDate() === Number(text.slice(8));
}

/**
 * Gives the date an instant falls on in Shanghai, whatever zone the process runs in.
 * The offset is +08:00 throughout: exact since the last summer time ended on 1991-09-15, and calendars begin later.
 */
export function shanghaiDate(instant: Date): LocalDate {
  return dateOfEpochDay(Math.floor((instant.getTime() + shanghaiOffsetMs) / dayMs), 'instant');
}

/** Gives the instant at which the date begins in Shanghai. */
export function startOfDay(date: LocalDate): Date {
  return new Date(epochDay(date, 'date') * dayMs - shanghaiOffsetMs);
}

/** Gives the date so many calendar days later, or earlier when negative; throws CalendarRangeError outside the years 0001 to 9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfEpochDay(epochDay(date, 'date') + days, 'days');
}

/** Lays a calendar version out for lookup; throws CalendarRangeError when a day is named twice or outside what is announced. */
export function buildWorkingCalendar(data: CalendarData): WorkingCalendar {
  const fromEpochDay = epochDay(data.from, 'from');
  epochDay(data.announcedThrough, 'announcedThrough');
  if (data.announcedThrough < data.from || data.announcedThrough > calendarEnd) {
    throw new CalendarRangeError(
      'announcedThrough',
      `${data.announcedThrough} is not between ${data.from} and ${calendarEnd}`,
    );
  }
  const named = new Map<LocalDate, CalendarDay>();
  for (const day of data.days) {
    const isInside = isLocalDate(day.date) && day.date >= data.from && day.date <= data.announcedThrough;
    if (!isInside || named.has(day.date))
      throw new CalendarRangeError('days', `${day.date} is named twice or outside the announced dates`);
    named.set(day.date, day);
  }
  const length = epochDay(calendarEnd, 'announcedThrough') - fromEpochDay + 1;
  const numbers = new Uint16Array(length);
  const workingOffsets = new Uint16Array(length);
  let number = 0;
  for (let offset = 0; offset < length; offset++) {
    if (isWorking(kindOf(named, dateOfEpochDay(fromEpochDay + offset, 'from')))) workingOffsets[number++] = offset;
    numbers[offset] = number;
  }
  const { version, from, announcedThrough } = data;
  return {
    version,
    from,
    announcedThrough,
    fromEpochDay,
    named,
    numbers,
    workingOffsets: workingOffsets.slice(0, number),
  };
}

/** Tells what kind of day the date is and, where a notice names it, its name in zh-CN and English. */
export function dayKind(
  calendar: WorkingCalendar,
  date: LocalDate,
): { kind: DayKind; name: string | null; nameEn: string | null } {
  numberOn(calendar, date, 'date');
  const day = calendar.named.get(date);
  return { kind: kindOf(calendar.named, date), name: day?.name ?? null, nameEn: day?.nameEn ?? null };
}

/** Tells whether the date is a working day: a weekday that is no holiday, or a make-up day. */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  numberOn(calendar, date, 'date');
  return isWorking(kindOf(calendar.named, date));
}

/** Counts the working days in (from, to]; throws CalendarRangeError when `to` is before `from`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number {
  const days = numberOn(calendar, to, 'to') - numberOn(calendar, from, 'from');
  if (to < from) throw new CalendarRangeError('to', `${to} is before ${from}`);
  return days;
}

/**
 * Gives the Nth working day after `startOn`, the start itself never counting; 0 gives `startOn` even on a day off.
 * A date after `announcedThrough` is provisional: the State may still move it.
 */
export function dueDate(
  calendar: WorkingCalendar,
  startOn: LocalDate,
  workingDays: number,
): { dueOn: LocalDate; isProvisional: boolean } {
  const number = numberOn(calendar, startOn, 'startOn') + checkedDays(workingDays);
  const dueOn = workingDays === 0 ? startOn : workingDate(calendar, number, 'workingDays');
  return { dueOn, isProvisional: dueOn > calendar.announcedThrough };
}

/** Gives the first working day on or after the date. */
export function nextWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  const number = numberOn(calendar, date, 'date');
  return isWorkingDay(calendar, date) ? date : workingDate(calendar, number + 1, 'date');
}

/** Gives the last working day on or before the date. */
export function lastWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  return workingDate(calendar, numberOn(calendar, date, 'date'), 'date');
}

/** Gives the working day after which exactly so many working days lie through `date`; 0 gives `date` itself. */
export function workingDaysBefore(calendar: WorkingCalendar, date: LocalDate, workingDays: number): LocalDate {
  const number = numberOn(calendar, date, 'date') - checkedDays(workingDays);
  return workingDays === 0 ? date : workingDate(calendar, number, 'workingDays');
}

/**
 * Tells day by day from `startOn` through `throughOn` what counted and why the rest did not.
 * A day off inside a pause or a stop stays WEEKEND or HOLIDAY, so the PAUSED rows are exactly the working days paused.
 */
export function ledger(
  calendar: WorkingCalendar,
  startOn: LocalDate,
  throughOn: LocalDate,
  spans: { pausedSpans?: readonly DateSpan[]; stoppedSpans?: readonly DateSpan[] } = {},
): LedgerRow[] {
  numberOn(calendar, throughOn, 'throughOn');
  if (throughOn < startOn) throw new CalendarRangeError('throughOn', `${throughOn} is before ${startOn}`);
  const rows: LedgerRow[] = [];
  for (let date = startOn; date <= throughOn; date = addDays(date, 1)) {
    const { kind, name, nameEn } = dayKind(calendar, date);
    const reason =
      date === startOn ? 'START' : ledgerReason(kind, date, spans.pausedSpans ?? [], spans.stoppedSpans ?? []);
    rows.push({ date, counted: reason === 'WORKING' || reason === 'MAKE_UP', reason, name, nameEn });
  }
  return rows;
}

function ledgerReason(
  kind: DayKind,
  date: LocalDate,
  paused: readonly DateSpan[],
  stopped: readonly DateSpan[],
): LedgerReason {
  if (kind === 'WEEKEND' || kind === 'HOLIDAY') return kind;
  const isInside = (span: DateSpan) => date > span.after && date <= span.through;
  if (stopped.some(isInside)) return 'STOPPED';
  if (paused.some(isInside)) return 'PAUSED';
  return kind === 'MAKE_UP' ? 'MAKE_UP' : 'WORKING';
}

function kindOf(named: ReadonlyMap<LocalDate, CalendarDay>, date: LocalDate): DayKind {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return named.get(date)?.kind ?? (weekday === 0 || weekday === 6 ? 'WEEKEND' : 'WEEKDAY');
}

function isWorking(kind: DayKind): boolean {
  return kind === 'WEEKDAY' || kind === 'MAKE_UP';
}

function epochDay(date: LocalDate, argument: string): number {
  if (!isLocalDate(date)) throw new CalendarRangeError(argument, `${date} is not a date`);
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

function dateOfEpochDay(day: number, argument: string): LocalDate {
  const isDate = Number.isInteger(day) && day >= firstEpochDay && day <= lastEpochDay;
  if (!isDate) throw new CalendarRangeError(argument, 'the date is not in the years 0001 to 9999');
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

function numberOn(calendar: WorkingCalendar, date: LocalDate, argument: string): number {
  const number = calendar.numbers[epochDay(date, argument) - calendar.fromEpochDay];
  if (number === undefined)
    throw new CalendarRangeError(argument, `${date} is not between ${calendar.from} and ${calendarEnd}`);
  return number;
}

function workingDate(calendar: WorkingCalendar, number: number, argument: string): LocalDate {
  const offset = calendar.workingOffsets[number - 1];
  if (offset === undefined)
    throw new CalendarRangeError(argument, `the date is not between ${calendar.from} and ${calendarEnd}`);
  return dateOfEpochDay(calendar.fromEpochDay + offset, argument);
}

function checkedDays(workingDays: number): number {
  if (!Number.isInteger(workingDays) || workingDays < 0 || workingDays > maxWorkingDays) {
    throw new CalendarRangeError(
      'workingDays',
      `${workingDays} is not a whole number from 0 through ${maxWorkingDays}`,
    );
  }
  return workingDays;
}
