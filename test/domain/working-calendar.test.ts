import { statutoryCalendar } from '@accord/seeds/calendars/statutory-calendar';
import {
  addDays,
  buildWorkingCalendar,
  calendarEnd,
  CalendarRangeError,
  dayKind,
  dueDate,
  isLocalDate,
  isWorkingDay,
  ledger,
  maxWorkingDays,
  nextWorkingDay,
  shanghaiDate,
  startOfDay,
  workingDaysBefore,
  workingDaysBetween,
} from '@accord/server/domain/working-calendar';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { rawDays, rawIndex } from '../support/day-by-day.js';

const calendar = buildWorkingCalendar(statutoryCalendar());
const anyDate = fc.integer({ min: 0, max: rawDays.length - 1 }).map((index) => rawDays[index]!.date);
const announcedDate = anyDate.filter((date) => date <= '2026-12-31');
/** Two dates at most about a year apart, in order. */
const anySpan = fc
  .tuple(fc.integer({ min: 0, max: rawDays.length - 1 }), fc.integer({ min: 0, max: 400 }))
  .map(
    ([index, length]) => [rawDays[index]!.date, rawDays[Math.min(index + length, rawDays.length - 1)]!.date] as const,
  );

describe('every date, against a count of the raw notices day by day', () => {
  it('has the kind and the name the notice gives it', () => {
    for (const { date, kind, isWorkingDay: works, text } of rawDays) {
      const [nameEn = null, name = null] = text?.split(',') ?? [];
      expect(dayKind(calendar, date)).toEqual({ kind, name, nameEn });
      expect(isWorkingDay(calendar, date)).toBe(works);
    }
  });

  it('counts the working days in (from, to]', () => {
    fc.assert(
      fc.property(anySpan, ([from, to]) => {
        const counted = rawDays
          .slice(rawIndex.get(from)! + 1, rawIndex.get(to)! + 1)
          .filter((day) => day.isWorkingDay).length;
        expect(workingDaysBetween(calendar, from, to)).toBe(counted);
      }),
    );
  });

  it('finds the Nth working day after a start, and the next working day from a date', () => {
    fc.assert(
      fc.property(announcedDate, fc.integer({ min: 1, max: 300 }), (startOn, workingDays) => {
        const later = rawDays.slice(rawIndex.get(startOn)! + 1).filter((day) => day.isWorkingDay);
        const dueOn = later[workingDays - 1]!.date;
        expect(dueDate(calendar, startOn, workingDays)).toEqual({ dueOn, isProvisional: dueOn > '2026-12-31' });
        expect(nextWorkingDay(calendar, addDays(startOn, 1))).toBe(later[0]!.date);
      }),
    );
  });

  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('gives %i its %i working days', (year, workingDays) => {
    expect(workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(workingDays);
  });
});

describe('arithmetic', () => {
  it('comes back from a due date with the number of days that led there', () => {
    fc.assert(
      fc.property(announcedDate, fc.integer({ min: 0, max: maxWorkingDays }), (startOn, workingDays) => {
        const { dueOn } = dueDate(calendar, startOn, workingDays);
        expect(workingDaysBetween(calendar, startOn, dueOn)).toBe(workingDays);
        expect(workingDays === 0 || isWorkingDay(calendar, dueOn)).toBe(true);
      }),
    );
  });

  it('dates a start backwards, on a working day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        announcedDate.filter((date) => date > '2006-01-01'),
        (workingDays, date) => {
          const startOn = workingDaysBefore(calendar, date, workingDays);
          expect(workingDaysBetween(calendar, startOn, date)).toBe(workingDays);
          expect(isWorkingDay(calendar, startOn)).toBe(true);
        },
      ),
    );
    expect(workingDaysBefore(calendar, '2026-02-15', 0)).toBe('2026-02-15');
    expect(workingDaysBefore(calendar, '2026-03-02', 7)).toBe('2026-02-13');
  });

  it('adds up over a date between', () => {
    fc.assert(
      fc.property(fc.tuple(anyDate, anyDate, anyDate), (dates) => {
        const [from, middle, to] = dates.toSorted() as [string, string, string];
        const parts = workingDaysBetween(calendar, from, middle) + workingDaysBetween(calendar, middle, to);
        expect(workingDaysBetween(calendar, from, to)).toBe(parts);
      }),
    );
  });

  it('accounts for every date once in the ledger, its counted rows being the days counted', () => {
    fc.assert(
      fc.property(
        anySpan,
        anySpan,
        anySpan,
        ([startOn, throughOn], [pausedAfter, pausedThrough], [stoppedAfter, stoppedThrough]) => {
          const rows = ledger(calendar, startOn, throughOn, {
            pausedSpans: [{ after: pausedAfter, through: pausedThrough }],
            stoppedSpans: [{ after: stoppedAfter, through: stoppedThrough }],
          });
          expect(rows.map((row) => row.date)).toEqual(
            rawDays.slice(rawIndex.get(startOn)!, rawIndex.get(throughOn)! + 1).map((day) => day.date),
          );
          const reasons = rows.map((row) => row.reason);
          const left = reasons.filter((reason) => reason === 'PAUSED' || reason === 'STOPPED').length;
          expect(rows.filter((row) => row.counted)).toHaveLength(
            workingDaysBetween(calendar, startOn, throughOn) - left,
          );
          expect(reasons.indexOf('START')).toBe(0);
          expect(reasons.lastIndexOf('START')).toBe(0);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a date and an instant', () => {
  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
    '今天',
  ])('knows that %j is not a date', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => dueDate(calendar, text, 1)).toThrow(CalendarRangeError);
  });

  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('knows that %j is a date', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it('counts calendar days over leap days and years, both ways', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addDays('2025-12-31', 366)).toBe('2027-01-01');
    expect(() => addDays('9999-12-31', 1)).toThrow(CalendarRangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(CalendarRangeError);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(CalendarRangeError);
  });

  it('refuses an instant that is none', () => {
    expect(() => shanghaiDate(new Date(Number.NaN))).toThrow(CalendarRangeError);
  });

  describe.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles'])('with the process in %s', (zone) => {
    const before = process.env['TZ'];
    afterEach(() => {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    });

    it('turns the day at midnight in Shanghai', () => {
      process.env['TZ'] = zone;
      expect(new Date('2026-06-01T00:00:00Z').getHours()).toBe(
        { UTC: 0, 'Asia/Shanghai': 8, 'America/Los_Angeles': 17 }[zone],
      );
      expect(shanghaiDate(new Date('2025-10-09T15:59:59.999Z'))).toBe('2025-10-09');
      expect(shanghaiDate(new Date('2025-10-09T16:00:00Z'))).toBe('2025-10-10');
      expect(startOfDay('2025-10-10').toISOString()).toBe('2025-10-09T16:00:00.000Z');
      const rebuilt = buildWorkingCalendar(statutoryCalendar());
      expect(rawDays.every((day) => isWorkingDay(rebuilt, day.date) === day.isWorkingDay)).toBe(true);
      expect(addDays('2026-03-07', 2)).toBe('2026-03-09'); // summer time begins in Los Angeles
    });
  });
});

describe('what the calendar does not answer', () => {
  it.each([
    ['a date before the first calendar year', () => dueDate(calendar, '2003-12-31', 1), 'startOn'],
    ['a date after the last', () => workingDaysBetween(calendar, '2026-01-01', '2100-01-01'), 'to'],
    ['a due date after the last', () => dueDate(calendar, calendarEnd, 1), 'workingDays'],
    ['a start before the first', () => workingDaysBefore(calendar, '2004-01-05', 3), 'workingDays'],
    ['a reversed range', () => workingDaysBetween(calendar, '2026-01-02', '2026-01-01'), 'to'],
    ['a reversed ledger', () => ledger(calendar, '2026-01-02', '2026-01-01'), 'throughOn'],
    ['negative working days', () => dueDate(calendar, '2026-01-01', -1), 'workingDays'],
    ['half a working day', () => dueDate(calendar, '2026-01-01', 1.5), 'workingDays'],
    ['more working days than the limit', () => dueDate(calendar, '2026-01-01', maxWorkingDays + 1), 'workingDays'],
  ])('refuses %s and names the argument', (_what, ask, argument) => {
    expect(ask).toThrow(expect.objectContaining({ name: 'CalendarRangeError', argument }));
  });

  it('refuses a version that names a day twice or beyond what is announced', () => {
    const version = { version: 2, from: '2026-01-01', announcedThrough: '2026-12-31' };
    const day = { date: '2026-05-01', kind: 'HOLIDAY', name: '劳动节', nameEn: 'Labour Day' } as const;
    expect(() => buildWorkingCalendar({ ...version, days: [day, { ...day, kind: 'MAKE_UP' }] })).toThrow(
      CalendarRangeError,
    );
    expect(() => buildWorkingCalendar({ ...version, days: [{ ...day, date: '2027-01-01' }] })).toThrow(
      CalendarRangeError,
    );
    expect(() => buildWorkingCalendar({ ...version, announcedThrough: '2025-12-31', days: [] })).toThrow(
      CalendarRangeError,
    );
  });

  it('takes a day the notice names for what it says, whatever its weekday', () => {
    const days = [
      { date: '2026-03-03', kind: 'MAKE_UP', name: '春节', nameEn: 'Spring Festival' },
      { date: '2026-03-07', kind: 'HOLIDAY', name: '春节', nameEn: 'Spring Festival' },
    ] as const;
    const odd = buildWorkingCalendar({ version: 2, from: '2026-01-01', announcedThrough: '2026-12-31', days });
    expect(dayKind(odd, '2026-03-03').kind).toBe('MAKE_UP'); // a Tuesday
    expect(dayKind(odd, '2026-03-07').kind).toBe('HOLIDAY'); // a Saturday
    expect(workingDaysBetween(odd, '2026-03-02', '2026-03-08')).toBe(4);
  });
});
