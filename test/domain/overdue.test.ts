import { clockKinds, readClock, riskOf, type Clock } from '@accord/server/domain/clock';
import { reminderAt, type ClockReminder } from '@accord/server/domain/clock-reminder';
import { deliveryOf } from '@accord/server/domain/notice';
import { addDays, buildWorkingCalendar, isWorkingDay } from '@accord/server/domain/working-calendar';
import { statutoryCalendar } from '@accord/seeds/calendars/statutory-calendar';
import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expertReview } from '../support/expert-review.js';
import { life, people } from '../support/life.js';

const calendar = buildWorkingCalendar(statutoryCalendar());
const typesOf = (lived: ReturnType<typeof life>) => lived.events.map(({ type }) => type);
const breaches = (lived: ReturnType<typeof life>) => lived.events.filter(({ type }) => type === 'ClockBreached');

/** On which date each warning first holds, and the first date on which the clock is over, looking day by day. */
function datesOf(clock: Clock, through: string): Partial<Record<ClockReminder | 'BREACHED', string>> {
  const dates: Partial<Record<ClockReminder | 'BREACHED', string>> = {};
  for (let date = clock.spans[0]!.fromOn; date <= through; date = addDays(date, 1)) {
    const { remaining, risk } = readClock(calendar, clock, date);
    const warning =
      risk === 'BREACHED' ? risk : clock.state === 'RUNNING' ? reminderAt(remaining!, clock.band.max) : null;
    if (warning) dates[warning] ??= date;
  }
  return dates;
}

describe('the warnings of a clock', () => {
  // Day 8, 12 and 14 of 15, counted by hand. From Wed 2025-01-22: 23, 24, 26 (Sun, worked), 27, then the holiday to 02-04, 02-05 …
  it('come on their dates around Spring Festival 2025', () => {
    const lived = life().file('2025-01-22').accept('2025-01-22').investigate('2025-01-22').conclude('2025-01-22');
    // 1: 01-23, 2: 01-24, 3: 01-26, 4: 01-27, 5: 02-05, 6: 02-06, 7: 02-07, 8: 02-08 (Sat, worked), 9: 02-10 … 12: 02-13, 13: 02-14, 14: 02-17, 15: 02-18
    expect(
      datesOf(
        lived.state.clocks.find(({ kind }) => kind === 'FIRST_NEGOTIATION')!,
        '2025-02-28',
      ),
    ).toEqual({
      HALF: '2025-02-08',
      THREE_QUARTERS: '2025-02-13',
      DUE_NEXT_DAY: '2025-02-17',
      BREACHED: '2025-02-19',
    });
  });

  it('count the make-up Sunday of September 2026', () => {
    // 1: Sun 09-20, 2: 09-21, 3: 09-22, 4: 09-23, 5: 09-24; 25 to 27 off; over from Mon 09-28.
    const lived = life().file('2026-09-18').accept('2026-09-18').investigate('2026-09-18');
    expect(
      datesOf(
        lived.state.clocks.find(({ kind }) => kind === 'INVESTIGATION')!,
        '2026-10-20',
      ),
    ).toEqual({
      HALF: '2026-09-22',
      DUE_NEXT_DAY: '2026-09-23',
      BREACHED: '2026-09-28',
    });
  });

  it('are the risk that holds, for every band and every day, and never weaken', () => {
    assert(
      property(
        integer({ min: 1, max: 60 }),
        integer({ min: 0, max: 10 }),
        integer({ min: 0, max: 75 }),
        (max, grace, left) => {
          const counted = Math.max(0, Math.min(max, max + grace - left));
          const warning = reminderAt(left, max, grace);
          // In whole numbers, as the product page puts it: the day before, nine tenths, three quarters, half.
          const expected = [
            [left <= 1, 'DUE_NEXT_DAY'],
            [10 * counted >= 9 * max, 'NINETY'],
            [4 * counted >= 3 * max, 'THREE_QUARTERS'],
            [2 * counted >= max, 'HALF'],
          ].find(([holds]) => holds);
          expect(warning).toBe(expected?.[1] ?? null);
          if (left > 1) expect(warning ?? 'LOW').toBe(riskOf(counted, { min: 0, max }, left));
        },
      ),
      { numRuns: 2_000 },
    );
    expect(reminderAt(-1, 15)).toBeNull();
  });
});

describe('a breach', () => {
  it('is told from 00:00 of the first working day after the due date, and counts on the due date', () => {
    // Example 3: SIMPLE filed Fri 2025-01-24 is due 01-27 and OVER from 02-05 00:00.
    const lived = life().file('2025-01-24', { type: 'PAYMENT_ANOMALY', reason: 'CHARGED_NOT_COMPLETED' });
    expect(breaches(lived.sweep('2025-02-04T23:59'))).toEqual([]);
    expect(breaches(lived.sweep('2025-02-05T00:00'))).toMatchObject([
      {
        effectiveOn: '2025-01-27',
        audience: 'PARTIES',
        payload: { clocks: [{ kind: 'SIMPLE', cycle: 1 }], dueOn: '2025-01-27' },
      },
    ]);
  });

  it('is told once a cycle, whatever moves the due date afterwards', () => {
    const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02');
    lived.sweep('2026-03-10');
    const requestId = lived.ask('2026-03-10');
    lived.answer('2026-03-12', requestId).sweep('2026-03-31');
    // INVESTIGATION due 03-09 was over on 03-10; the two days paused move its due date, and it stays over.
    expect(breaches(lived).filter(({ payload }) => JSON.stringify(payload).includes('INVESTIGATION'))).toHaveLength(1);
  });

  it('waits while the clock stands still, and comes when it has run out after all', () => {
    const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02');
    // Two days before the due date of 03-09 the clock stops for evidence, for five working days.
    const requestId = lived.ask('2026-03-05');
    lived.sweep('2026-03-11');
    expect(breaches(lived)).toEqual([]);
    lived.answer('2026-03-12', requestId).sweep('2026-03-16T23:59');
    expect(breaches(lived)).toEqual([]);
    expect(breaches(lived.sweep('2026-03-17'))).toMatchObject([{ effectiveOn: '2026-03-16' }]);
  });

  it('never comes once the clock has stopped in time, not even on the days off behind its due date', () => {
    // Example 4: due Fri 2025-03-28, agreed on the Sunday: WITHIN.
    const lived = life().file('2025-03-07').accept('2025-03-07').investigate('2025-03-07').conclude('2025-03-07');
    lived.propose('2025-03-26').sweep('2025-03-30').agree('2025-03-30').carryOut('2025-03-30').sweep('2025-04-11');
    expect(breaches(lived)).toEqual([]);
  });

  it('leaves the day itself to what stops the clock by lapse', () => {
    // The request lapses on the clock’s last day and counts on it; the case ends WITHDRAWN and nothing is over.
    const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02');
    const fromPartyId = lived.state.parties[0]!.id;
    const asked = { fromPartyId, types: ['OTHER' as const], isMandatory: false, dueInWorkingDays: 5 };
    lived.act('2026-03-02', people.handler, 'requestEvidence', { ...asked, onLapse: 'DEEMED_WITHDRAWN' });
    expect(typesOf(lived.sweep('2026-03-20'))).not.toContain('ClockBreached');
    expect(lived.state.stage).toBe('WITHDRAWN');
  });

  it('changes no figure, whenever it is noticed', () => {
    const until = (sweeps: string[]) => {
      const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02');
      for (const sweep of sweeps) lived.sweep(sweep);
      lived.conclude('2026-03-16');
      return clockKinds.filter((kind) => kind === 'INVESTIGATION').map((kind) => lived.clock(kind, '2026-03-16'));
    };
    expect(until(['2026-03-10', '2026-03-11', '2026-03-16'])).toEqual(until(['2026-03-16']));
  });
});

describe('what is overdue', () => {
  const settled = () =>
    life()
      .file('2026-03-02')
      .accept('2026-03-02')
      .investigate('2026-03-02')
      .conclude('2026-03-02')
      .propose('2026-03-02')
      .agree('2026-03-03');

  it('is a term the day after its due date; its default can be reported five working days past it', () => {
    const lived = settled();
    const [term] = lived.state.terms;
    // Five working days after it was agreed on 03-03: 03-10. The fifth working day past that is 03-17.
    expect(term!.dueOn).toBe('2026-03-10');
    expect(typesOf(lived.sweep('2026-03-10T23:59'))).not.toContain('TermOverdue');
    lived.sweep('2026-03-11').sweep('2026-03-16');
    const overdue = lived.events.filter(({ type }) => type === 'TermOverdue');
    expect(overdue).toMatchObject([
      { effectiveOn: '2026-03-10', payload: { termId: term!.id, instalmentNumber: null, defaultFrom: '2026-03-17' } },
    ]);
    expect(() => lived.act('2026-03-16', people.complainant, 'reportDefault', { termId: term!.id })).toThrow();
    lived.act('2026-03-17', people.complainant, 'reportDefault', { termId: term!.id });
    expect(lived.state.stage).toBe('INVESTIGATING');
  });

  it('is no term that was reported or done', () => {
    const lived = settled();
    lived.act('2026-03-05', people.merchant, 'fulfilTerm', { termId: lived.state.terms[0]!.id });
    expect(typesOf(lived.sweep('2026-03-12'))).not.toContain('TermOverdue');
  });

  it('is an objection that nobody decided within five working days', () => {
    const lived = life().file('2026-03-02').accept('2026-03-02');
    lived.act('2026-03-03', people.complainant, 'raiseObjection', { against: 'CONDUCT', grounds: '态度不好' });
    const { id: subjectId } = lived.state.objections[0]!;
    expect(typesOf(lived.sweep('2026-03-10T23:59'))).not.toContain('DutyOverdue');
    const told = lived
      .sweep('2026-03-11')
      .sweep('2026-03-18')
      .events.filter(({ type }) => type === 'DutyOverdue');
    expect(told).toMatchObject([{ effectiveOn: '2026-03-10', payload: { duty: 'OBJECTION', subjectId } }]);
  });

  it('is the opinion of an expert, and staff alone hear of it', () => {
    const lived = expertReview('2026-03-02');
    lived.act('2026-03-05', people.expertA, 'submitOpinion', { text: '意见' });
    // Ten working days after Monday 03-02.
    const { version } = lived.sweep('2026-03-16T23:59').state;
    expect(typesOf(lived)).not.toContain('DutyOverdue');
    const late = lived.sweep('2026-03-17').events.filter(({ type }) => type === 'DutyOverdue');
    const seats = lived.state.seats.slice(1).map(({ id: subjectId }) => subjectId);
    expect(late).toMatchObject(
      seats.map((subjectId) => ({
        audience: 'STAFF',
        effectiveOn: '2026-03-16',
        payload: { duty: 'OPINION', subjectId },
      })),
    );
    expect(lived.state.version).toBe(version);
  });

  it('is late evidence that nobody answered, and staff alone hear of it', () => {
    const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-04');
    lived.act('2026-03-06', people.complainant, 'submitEvidence', { type: 'CHAT_RECORD', title: '聊天记录' });
    const { id: subjectId } = lived.state.evidence[0]!;
    const version = lived.state.version;
    lived.sweep('2026-03-13').sweep('2026-03-14').sweep('2026-03-20');
    const told = lived.events.filter(({ type }) => type === 'DutyOverdue');
    expect(told).toMatchObject([
      { audience: 'STAFF', effectiveOn: '2026-03-13', payload: { duty: 'EVIDENCE_ANSWER', subjectId } },
    ]);
    const rest = lived.events.filter(({ caseVersion, audience }) => audience === 'PARTIES' && caseVersion > version);
    expect(lived.state.version).toBe(version + rest.length);
  });

  it('ends first aid with its last day, unless it was lifted', () => {
    const lived = life().file('2026-03-02');
    for (const kind of ['HOLD_FUNDS', 'STOP_PAYMENT'] as const)
      lived.act('2026-03-02', people.handler, 'takeMeasure', { kind, reason: '争议期间' });
    const [held, stopped] = lived.state.measures;
    lived.act('2026-03-04', people.handler, 'liftMeasure', { measureId: stopped!.id, reason: '已核实' });
    const ended = lived.sweep('2026-03-17').events.filter(({ type }) => type === 'MeasureEnded');
    expect(ended).toMatchObject([{ effectiveOn: '2026-03-16', payload: { measureId: held!.id } }]);
  });
});

describe('delivery', () => {
  it('is on a working day from nine, never before it happened, and at once when urgent', () => {
    const from = Date.parse('2024-01-01T00:00:00+08:00');
    assert(
      property(integer({ min: 0, max: 3 * 365 * 24 * 60 - 1 }), constantFrom(true, false), (minutes, isUrgent) => {
        const now = new Date(from + minutes * 60_000).toISOString();
        const delivered = deliveryOf(now, isUrgent, calendar);
        if (isUrgent) {
          expect(delivered).toBe(now);
          return;
        }
        const local = new Date(Date.parse(delivered) + 8 * 3_600_000).toISOString();
        expect(delivered >= now).toBe(true);
        expect(isWorkingDay(calendar, local.slice(0, 10))).toBe(true);
        expect(local.slice(11) >= '09:00').toBe(true);
        // Waiting only for an opening hour.
        if (delivered !== now) expect(local.slice(11)).toBe('09:00:00.000Z');
      }),
      { numRuns: 2_000 },
    );
  });
});
