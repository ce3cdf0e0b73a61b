import { statutoryCalendar } from '@accord/seeds/calendars/statutory-calendar';
import {
  addDays,
  buildWorkingCalendar,
  dueDate,
  ledger,
  nextWorkingDay,
  shanghaiDate,
  startOfDay,
  workingDaysBetween,
  type DateSpan,
  type LocalDate,
} from '@accord/server/domain/working-calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const data = statutoryCalendar();
const calendar = buildWorkingCalendar(data);

type Band = readonly [min: number, max: number];
const simple: Band = [1, 2];
const response: Band = [3, 5];
const investigation: Band = [3, 5];
const firstNegotiation: Band = [7, 15];
const secondNegotiation: Band = [10, 20];
const overall: Band = [10, 30];

/** The rules of a clock in their shortest form, read off the ledger. */
function measure(
  startOn: LocalDate,
  stopOn: LocalDate,
  [min, max]: Band,
  spans: { pausedSpans?: DateSpan[]; stoppedSpans?: DateSpan[] } = {},
) {
  const rows = ledger(calendar, startOn, stopOn, spans);
  const countOf = (reason: string) => rows.filter((row) => row.reason === reason).length;
  const paused = countOf('PAUSED');
  const stopped = countOf('STOPPED');
  const elapsed = workingDaysBetween(calendar, startOn, stopOn) - stopped;
  const counted = elapsed - paused;
  return {
    originalDueOn: dueDate(calendar, startOn, max).dueOn,
    dueOn: dueDate(calendar, startOn, max + paused + stopped).dueOn,
    elapsed,
    paused,
    counted,
    verdict: counted < min ? 'FASTER' : counted <= max ? 'WITHIN' : 'OVER',
  };
}

describe('due dates', () => {
  it.each([
    ['1 filed on a day off: day 1 is a make-up Sunday', '2024-04-27T22:40:00+08:00', 1, '2024-04-28', false],
    ['1 the lower end of the band', '2024-04-27T22:40:00+08:00', response[0], '2024-04-30', false],
    ['1 over the May holiday', '2024-04-27T22:40:00+08:00', response[1], '2024-05-07', false],
    ['1 filed the Friday before, the same date', '2024-04-26T09:00:00+08:00', response[1], '2024-05-07', false],
    [
      '2 one second before midnight, to a make-up Saturday',
      '2025-10-09T23:59:59+08:00',
      simple[1],
      '2025-10-11',
      false,
    ],
    ['2 midnight in Shanghai, still the day before in UTC', '2025-10-09T16:00:00Z', simple[1], '2025-10-13', false],
    ['3 the last working day before Spring Festival', '2025-01-24T12:00:00+08:00', simple[1], '2025-01-27', false],
    ['4 a Friday, weekend after it', '2025-03-07T12:00:00+08:00', firstNegotiation[1], '2025-03-28', false],
    ['5 a make-up Sunday makes it earlier', '2026-09-18T12:00:00+08:00', investigation[1], '2026-09-24', false],
    ['12 a window from a make-up Sunday over National Day', '2024-09-29T12:00:00+08:00', 10, '2024-10-17', false],
    ['13 the last announced day is certain', '2026-12-10T12:00:00+08:00', firstNegotiation[1], '2026-12-31', false],
    ['13 the next one is provisional', '2026-12-11T12:00:00+08:00', firstNegotiation[1], '2027-01-01', true],
    ['13 a month beyond the horizon', '2026-12-15T12:00:00+08:00', overall[1], '2027-01-26', true],
    ['14 the year turn: day 1 is a make-up Sunday', '2025-12-31T12:00:00+08:00', simple[0], '2026-01-04', false],
    ['14 the year turn', '2025-12-31T12:00:00+08:00', simple[1], '2026-01-05', false],
    ['over Spring Festival 2026 with two make-up Saturdays', '2026-02-13T12:00:00+08:00', 7, '2026-03-02', false],
    ['over National Day 2026 to a make-up Saturday', '2026-09-30T12:00:00+08:00', 3, '2026-10-10', false],
    ['no days at all, even on a day off', '2026-02-15T12:00:00+08:00', 0, '2026-02-15', false],
  ])('%s', (_tricky, at, workingDays, dueOn, isProvisional) => {
    expect(dueDate(calendar, shanghaiDate(new Date(at)), workingDays)).toEqual({ dueOn, isProvisional });
  });

  it('12 a window closes when the day after its last begins in Shanghai', () => {
    const { dueOn } = dueDate(calendar, '2024-09-29', 10);
    expect(startOfDay(addDays(dueOn, 1))).toEqual(new Date('2024-10-18T00:00:00+08:00'));
  });

  it('15 an instalment moves to the next working day, provisionally until the notice is out', () => {
    const asOfOctober = {
      ...data,
      announcedThrough: '2025-12-31',
      days: data.days.filter((day) => day.date < '2026-01-01'),
    };
    const nominal = ['2026-01-02', '2026-04-05', '2026-10-05'];
    const before = buildWorkingCalendar(asOfOctober);
    expect(nominal.map((date) => dueDate(before, nextWorkingDay(before, date), 0))).toEqual([
      { dueOn: '2026-01-02', isProvisional: true },
      { dueOn: '2026-04-06', isProvisional: true },
      { dueOn: '2026-10-05', isProvisional: true },
    ]);
    expect(nominal.map((date) => dueDate(calendar, nextWorkingDay(calendar, date), 0))).toEqual([
      { dueOn: '2026-01-04', isProvisional: false },
      { dueOn: '2026-04-07', isProvisional: false },
      { dueOn: '2026-10-08', isProvisional: false },
    ]);
  });

  it('follows a revision in both directions', () => {
    const without = (dates: string[], added: LocalDate[] = []) =>
      buildWorkingCalendar({
        ...data,
        days: [
          ...data.days.filter((day) => !dates.includes(day.date)),
          ...added.map((date) => ({ date, kind: 'MAKE_UP', name: '春节', nameEn: 'Spring Festival' }) as const),
        ],
      });
    // The extension of January 2020 took 01-31 to 02-02 off and the make-up Saturday 02-01 away.
    const november2019 = without(['2020-01-31', '2020-02-01', '2020-02-02'], ['2020-02-01']);
    expect(dueDate(november2019, '2020-01-20', 7).dueOn).toBe('2020-02-04');
    expect(dueDate(without(['2020-01-31']), '2020-01-20', 7).dueOn).toBe('2020-02-05'); // a source that lacked 01-31
    expect(dueDate(calendar, '2020-01-20', 7).dueOn).toBe('2020-02-06');
    // The revision of March 2019 made 04-28 a make-up Sunday.
    expect(dueDate(without(['2019-04-28']), '2019-04-22', 5).dueOn).toBe('2019-04-29');
    expect(dueDate(calendar, '2019-04-22', 5).dueOn).toBe('2019-04-28');
  });
});

describe('counted days and verdicts', () => {
  it.each([
    ['3 stopped on a day off: nothing counted', '2025-01-24', '2025-01-25', simple, 0, 'FASTER'],
    ['3 the lower bound, on a make-up Sunday', '2025-01-24', '2025-01-26', simple, 1, 'WITHIN'],
    ['3 the upper bound', '2025-01-24', '2025-01-27', simple, 2, 'WITHIN'],
    ['3 the last day of the holiday after it', '2025-01-24', '2025-02-04', simple, 2, 'WITHIN'],
    ['3 the first working day after it', '2025-01-24', '2025-02-05', simple, 3, 'OVER'],
    ['4 the due Friday', '2025-03-07', '2025-03-28', firstNegotiation, 15, 'WITHIN'],
    ['4 the Saturday after the due date', '2025-03-07', '2025-03-29', firstNegotiation, 15, 'WITHIN'],
    ['4 the Sunday after the due date', '2025-03-07', '2025-03-30', firstNegotiation, 15, 'WITHIN'],
    ['4 the Monday after the due date', '2025-03-07', '2025-03-31', firstNegotiation, 16, 'OVER'],
    ['5 a plain Saturday', '2026-09-18', '2026-09-19', investigation, 0, 'FASTER'],
    ['5 a make-up Sunday', '2026-09-18', '2026-09-20', investigation, 1, 'FASTER'],
    ['5 the last day of the Mid-autumn holiday', '2026-09-18', '2026-09-27', investigation, 5, 'WITHIN'],
    ['5 the Monday after it', '2026-09-18', '2026-09-28', investigation, 6, 'OVER'],
    ['10 the impasse of round one', '2026-03-02', '2026-03-10', firstNegotiation, 6, 'FASTER'],
    ['10 the same clock runs on through the deepening', '2026-03-02', '2026-03-23', firstNegotiation, 15, 'WITHIN'],
    ['10 one day later', '2026-03-02', '2026-03-24', firstNegotiation, 16, 'OVER'],
    ['10 the second cycle of the investigation', '2026-03-11', '2026-03-17', investigation, 4, 'WITHIN'],
    ['11 the second negotiation', '2026-01-30', '2026-02-27', secondNegotiation, 15, 'WITHIN'],
  ] as const)('%s', (_tricky, startOn, stopOn, band, counted, verdict) => {
    expect(measure(startOn, stopOn, band)).toMatchObject({ counted, verdict });
  });

  it.each([
    [
      '6 a pause over Spring Festival',
      '2025-01-22',
      '2025-02-07',
      [['2025-01-24', '2025-02-05']],
      { paused: 3, originalDueOn: '2025-02-05', dueOn: '2025-02-08', elapsed: 7, counted: 4, verdict: 'WITHIN' },
    ],
    [
      '7 a pause over a make-up Saturday',
      '2024-10-08',
      '2024-10-16',
      [['2024-10-11', '2024-10-14']],
      { paused: 2, originalDueOn: '2024-10-14', dueOn: '2024-10-16' },
    ],
    [
      '8 two pauses that touch one day',
      '2024-09-09',
      '2024-09-19',
      [
        ['2024-09-11', '2024-09-11'],
        ['2024-09-11', '2024-09-14'],
      ],
      { paused: 3, originalDueOn: '2024-09-14', dueOn: '2024-09-20', elapsed: 7, counted: 4, verdict: 'WITHIN' },
    ],
  ] as const)('%s', (_tricky, startOn, stopOn, spans, expected) => {
    expect(
      measure(startOn, stopOn, investigation, { pausedSpans: spans.map(([after, through]) => ({ after, through })) }),
    ).toMatchObject(expected);
  });

  it('9 overlapping requests pause once, and only for the ten days of the cap', () => {
    const both = [
      { after: '2026-04-10', through: '2026-04-30' },
      { after: '2026-04-20', through: '2026-05-08' },
    ];
    expect(measure('2026-04-08', '2026-05-14', firstNegotiation, { pausedSpans: both }).paused).toBe(17);
    const capped = [{ after: '2026-04-10', through: dueDate(calendar, '2026-04-10', 10).dueOn }];
    expect(capped[0]!.through).toBe('2026-04-24');
    expect(measure('2026-04-08', '2026-05-14', firstNegotiation, { pausedSpans: capped })).toEqual({
      originalDueOn: '2026-04-29',
      dueOn: '2026-05-15',
      elapsed: 24,
      paused: 10,
      counted: 14,
      verdict: 'WITHIN',
    });
    expect(measure('2026-04-08', '2026-05-18', firstNegotiation, { pausedSpans: capped })).toMatchObject({
      counted: 16,
      verdict: 'OVER',
    });
  });

  it('11 a clock that runs on leaves out the days it stood still', () => {
    const stoppedSpans = [{ after: '2026-01-19', through: '2026-01-27' }];
    expect(workingDaysBetween(calendar, '2026-01-19', '2026-01-27')).toBe(6);
    expect(measure('2026-01-05', '2026-03-02', overall, { stoppedSpans })).toEqual({
      originalDueOn: '2026-02-14',
      dueOn: '2026-03-02',
      elapsed: 30,
      paused: 0,
      counted: 30,
      verdict: 'WITHIN',
    });
    expect(dueDate(calendar, '2026-01-19', 10).dueOn).toBe('2026-02-02');
  });

  it('16 the parts of a span add up to the whole', () => {
    const turns = ['2026-04-30', '2026-05-06', '2026-05-09', '2026-05-12', '2026-05-15'];
    const parts = turns.slice(1).map((date, index) => workingDaysBetween(calendar, turns[index]!, date));
    expect(parts).toEqual([1, 3, 2, 3]);
    expect(workingDaysBetween(calendar, '2026-04-30', '2026-05-15')).toBe(9);
  });

  it('counts at most the maximum exactly until the first working day after the due date begins', () => {
    const day = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8_400 }),
        day,
        fc.array(fc.tuple(day, day), { maxLength: 3 }),
        fc.integer({ min: 1, max: 30 }),
        (start, length, pauses, max) => {
          const startOn = addDays('2004-01-01', start);
          const stopOn = addDays(startOn, length);
          const pausedSpans = pauses.map(([asked, waited]) => ({
            after: addDays(startOn, asked),
            through: addDays(startOn, asked + waited),
          }));
          const { counted, dueOn } = measure(startOn, stopOn, [1, max], { pausedSpans });
          expect(counted <= max).toBe(stopOn < nextWorkingDay(calendar, addDays(dueOn, 1)));
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('says in the ledger why each day counted or did not', () => {
  const pausedSpans = [{ after: '2025-01-24', through: '2025-02-05' }];
  const rows = ledger(calendar, '2025-01-23', '2025-02-08', {
    pausedSpans,
    stoppedSpans: [{ after: '2025-02-05', through: '2025-02-06' }],
  });
  const said = rows.map(
    (row) => `${row.date.slice(5)} ${row.reason}${row.counted ? ' 1' : ''}${row.name === null ? '' : ` ${row.name}`}`,
  );
  expect(said).toEqual([
    '01-23 START',
    '01-24 WORKING 1',
    '01-25 WEEKEND',
    '01-26 PAUSED 春节',
    '01-27 PAUSED',
    '01-28 HOLIDAY 春节',
    '01-29 HOLIDAY 春节',
    '01-30 HOLIDAY 春节',
    '01-31 HOLIDAY 春节',
    '02-01 HOLIDAY 春节',
    '02-02 HOLIDAY 春节',
    '02-03 HOLIDAY 春节',
    '02-04 HOLIDAY 春节',
    '02-05 PAUSED',
    '02-06 STOPPED',
    '02-07 WORKING 1',
    '02-08 MAKE_UP 1 春节',
  ]);
});
