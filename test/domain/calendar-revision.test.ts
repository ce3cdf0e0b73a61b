import { dueDate } from '@accord/server/domain/working-calendar';
import { describe, expect, it } from 'vitest';
import { calendarOf, labourDay2019, notice2026, springFestival2020 } from '../support/calendars.js';
import { ledgerOfClock } from '../support/ledger.js';
import { life, people } from '../support/life.js';

const investigating = (on: string, calendar = labourDay2019.first) =>
  life(calendar).file(on).accept(on).investigate(on);
const revisionsOf = ({ events }: ReturnType<typeof life>) =>
  events.flatMap((event) => (event.type === 'ClockRevised' ? [event.payload] : []));

describe('a revision that gives less time', () => {
  const revised = () => investigating('2019-04-22').revise('2019-04-23', labourDay2019.revised);

  it('leaves the later of the due dates in force and shows both', () => {
    const lived = revised();
    expect(lived.clock('INVESTIGATION', '2019-04-23')).toMatchObject({
      originalDueOn: '2019-04-29',
      dueOn: '2019-04-29',
      computedDueOn: '2019-04-28',
    });
    expect(revisionsOf(lived).find(({ kind }) => kind === 'INVESTIGATION')).toEqual({
      kind: 'INVESTIGATION',
      cycle: 1,
      calendarVersion: 2,
      previousDueOn: '2019-04-29',
      dueOn: '2019-04-29',
      computedDueOn: '2019-04-28',
    });
  });

  // The make-up Sunday 04-28 is the fifth day now; the Monday after it is the sixth, and no day too many.
  it.each([
    ['2019-04-26', 4, 'WITHIN'],
    ['2019-04-28', 5, 'WITHIN'],
    ['2019-04-29', 5, 'WITHIN'],
    ['2019-04-30', 6, 'OVER'],
  ])('counts a clock that stops %s as %i, %s', (on, counted, verdict) => {
    const lived = revised().conclude(on);
    const { elapsed, paused, ...clock } = lived.clock('INVESTIGATION', on);
    expect(clock).toMatchObject({ counted, verdict, dueOn: '2019-04-29' });
    expect(counted).toBe(elapsed - paused);
  });

  it.each([
    ['2019-04-27', 'DUE_NEXT_DAY', null],
    ['2019-04-28', 'DUE_NEXT_DAY', null],
    ['2019-04-29', 'DUE_TODAY', null],
    ['2019-04-30', 'BREACHED', 'OVER'],
  ])('warns on %s of a clock that runs with %s', (on, risk, verdict) => {
    // On 04-27 two working days are left to the later date, on 04-28 one.
    const expected = on === '2019-04-27' ? 'THREE_QUARTERS' : risk;
    expect(revised().clock('INVESTIGATION', on)).toMatchObject({ risk: expected, verdict });
  });

  it('says in the ledger which day did not count because of it', () => {
    const lived = revised().conclude('2019-04-30');
    const clock = lived.state.clocks.find(({ kind }) => kind === 'INVESTIGATION')!;
    const ledger = ledgerOfClock(clock, labourDay2019.revised, '2019-05-10');
    expect(ledger.slice(-4).map(({ date, reason, counted }) => [date, reason, counted])).toEqual([
      ['2019-04-27', 'WEEKEND', false],
      ['2019-04-28', 'MAKE_UP', true],
      ['2019-04-29', 'GRACE', false],
      ['2019-04-30', 'WORKING', true],
    ]);
    expect(ledger.filter(({ counted }) => counted)).toHaveLength(6);
  });

  it('moves the later date by the days paused after it', () => {
    const lived = revised();
    lived.answer('2019-04-26', lived.ask('2019-04-24'));
    // Two working days paused: from 04-29, by the revised calendar, to 05-05 (04-30, then the make-up Sunday).
    expect(lived.clock('INVESTIGATION', '2019-04-26')).toMatchObject({
      dueOn: '2019-05-05',
      computedDueOn: '2019-04-30',
    });
    expect(lived.conclude('2019-05-05').clock('INVESTIGATION', '2019-05-05')).toMatchObject({ counted: 5 });
  });

  it('reads a clock that stands still as the earlier calendar read it on the day', () => {
    const lived = investigating('2019-04-22');
    lived.ask('2019-04-24');
    // Paused 04-25 and 04-26: 05-02 by the first calendar, 04-30 by the revised one.
    expect(lived.clock('INVESTIGATION', '2019-04-26')).toMatchObject({ dueOn: '2019-05-02' });
    lived.revise('2019-04-26', labourDay2019.revised);
    expect(lived.clock('INVESTIGATION', '2019-04-26')).toMatchObject({
      state: 'PAUSED',
      dueOn: '2019-05-02',
      computedDueOn: '2019-04-30',
    });
  });

  it('leaves a clock that stopped before as it was counted', () => {
    const lived = investigating('2019-04-22').conclude('2019-04-29');
    const before = structuredClone(lived.state.clocks.filter(({ kind }) => kind === 'INVESTIGATION'));
    lived.revise('2019-04-30', labourDay2019.revised);
    expect(lived.state.clocks.filter(({ kind }) => kind === 'INVESTIGATION')).toEqual(before);
    expect(before).toMatchObject([{ counted: 5, calendarVersion: 1, dueOn: '2019-04-29' }]);
  });
});

describe('a revision that gives more time', () => {
  it('moves the due date with the notice, and again with the corrected source', () => {
    const { november, february, september } = springFestival2020;
    for (const [calendar, dueOn] of [
      [november, '2020-02-04'],
      [february, '2020-02-05'],
      [september, '2020-02-06'],
    ] as const) {
      expect(dueDate(calendar, '2020-01-20', 7).dueOn).toBe(dueOn);
    }
    // INVESTIGATION has five days, and two of them paused make seven.
    const lived = investigating('2020-01-20', november);
    lived.answer('2020-01-22', lived.ask('2020-01-20'));
    const dueOn = () => lived.clock('INVESTIGATION', '2020-01-23').dueOn;
    expect(dueOn()).toBe('2020-02-04');
    lived.revise('2020-01-27', february);
    expect(dueOn()).toBe('2020-02-05');
    lived.revise('2020-02-04', september);
    expect(dueOn()).toBe('2020-02-06');
    expect(lived.clock('INVESTIGATION', '2020-02-04').originalDueOn).toBe('2020-02-01');
    expect(lived.conclude('2020-02-06').clock('INVESTIGATION', '2020-02-06')).toMatchObject({
      counted: 5,
      verdict: 'WITHIN',
    });
    expect(lived.state.clocks.find(({ kind }) => kind === 'INVESTIGATION')).toMatchObject({ calendarVersion: 3 });
  });

  it('keeps what the source that was wrong gave, once it is corrected', () => {
    const { november, september } = springFestival2020;
    const lived = investigating('2020-01-20', september).revise('2020-01-21', november);
    // Five days: 01-21 to 01-23, then 02-03 and 02-04 by the one, 01-31 and 02-01 by the other.
    expect(lived.clock('INVESTIGATION', '2020-02-01')).toMatchObject({
      dueOn: '2020-02-04',
      computedDueOn: '2020-02-01',
    });
    expect(lived.conclude('2020-02-04').clock('INVESTIGATION', '2020-02-04')).toMatchObject({
      counted: 5,
      verdict: 'WITHIN',
    });
  });
});

describe('a clock that runs on', () => {
  it('keeps what the calendar that counted it gave, and is counted by the one in force', () => {
    const opened = '2019-04-11';
    // FIRST_NEGOTIATION, 15 days: 05-03 by the first calendar, 05-05 by the revised one.
    const impasse = () =>
      investigating(opened)
        .conclude(opened)
        .act('2019-04-22', people.handler, 'declareImpasse', { reason: '分歧过大' });
    const lived = impasse().revise('2019-04-23', labourDay2019.revised);
    expect(lived.clock('FIRST_NEGOTIATION', '2019-04-23')).toMatchObject({
      state: 'STOPPED',
      counted: 7,
      dueOn: '2019-05-03',
    });
    lived.act('2019-04-24', people.handler, 'deepenInvestigation', { reason: '补充核实' });
    expect(lived.clock('FIRST_NEGOTIATION', '2019-04-28')).toMatchObject({
      state: 'RUNNING',
      counted: 12,
      dueOn: '2019-05-05',
    });
    expect(lived.state.clocks.find(({ kind }) => kind === 'FIRST_NEGOTIATION')).toMatchObject({ calendarVersion: 2 });
  });

  it('is due no earlier where the calendar in force gives less time', () => {
    // 15 days from 04-08: 04-29 by the first calendar, 04-28 by the revised one.
    const opened = '2019-04-08';
    const lived = investigating(opened).conclude(opened);
    lived.act('2019-04-22', people.handler, 'declareImpasse', { reason: '分歧过大' });
    lived.revise('2019-04-23', labourDay2019.revised);
    lived.act('2019-04-24', people.handler, 'deepenInvestigation', { reason: '补充核实' });
    expect(lived.clock('FIRST_NEGOTIATION', '2019-04-29')).toMatchObject({
      dueOn: '2019-04-29',
      computedDueOn: '2019-04-28',
      counted: 15,
      verdict: null,
    });
    expect(lived.clock('FIRST_NEGOTIATION', '2019-04-30')).toMatchObject({ counted: 16, verdict: 'OVER' });
  });
});

describe('a notice', () => {
  it('13: makes certain what was provisional, and moves what it names', () => {
    const through2026 = calendarOf(1, '2026-12-31', []);
    const newYear = { date: '2027-01-01', kind: 'HOLIDAY', name: '元旦', nameEn: "New Year's Day" } as const;
    const through2027 = calendarOf(2, '2027-12-31', [newYear]);
    const opened = '2026-12-11';
    const lived = investigating(opened, through2026).conclude(opened);
    expect(lived.clock('FIRST_NEGOTIATION', opened)).toMatchObject({ dueOn: '2027-01-01', isProvisional: true });
    lived.revise('2026-12-14', through2027);
    expect(lived.clock('FIRST_NEGOTIATION', '2026-12-14')).toMatchObject({
      originalDueOn: '2027-01-01',
      dueOn: '2027-01-04',
      isProvisional: false,
    });
    expect(revisionsOf(lived).map(({ kind }) => kind)).toEqual(['OVERALL', 'FIRST_NEGOTIATION']);
  });

  it('writes nothing to a case of which nothing moves', () => {
    const lived = investigating('2019-06-03');
    const before = structuredClone(lived.state);
    lived.revise('2019-06-04', labourDay2019.revised);
    expect(lived.state).toEqual(before);
  });

  it('moves the day on which a pause reaches its cap', () => {
    const lived = investigating('2019-04-22');
    lived.ask('2019-04-22');
    const capOn = () => lived.state.deadlines.find(({ kind, actedAt }) => kind === 'PAUSE_CAP' && !actedAt)?.dueOn;
    expect(capOn()).toBe('2019-05-07');
    lived.revise('2019-04-25', labourDay2019.revised);
    // 04-23 to 04-26, 04-28 to 04-30, 05-05 to 05-07.
    expect(capOn()).toBe('2019-05-07');
    lived.revise('2019-04-26', labourDay2019.first);
    expect(capOn()).toBe('2019-05-07');
    const withoutSunday = calendarOf(
      3,
      '2019-12-31',
      [...labourDay2019.revised.named.values()].filter(({ kind }) => kind === 'HOLIDAY'),
    );
    lived.revise('2019-04-27', withoutSunday);
    expect(capOn()).toBe('2019-05-09');
    lived.sweep('2019-05-10');
    expect(lived.clock('INVESTIGATION', '2019-05-10')).toMatchObject({ state: 'RUNNING', paused: 10 });
  });
});

describe('an instalment', () => {
  const yuan = (amount: number) => ({ amountMinor: amount * 100, currency: 'CNY' });
  const offered = () => {
    const lived = life(notice2026.before)
      .file('2025-10-13', { type: 'REPAYMENT', reason: 'CANNOT_REPAY_ON_TIME', respondentIds: [] })
      .accept('2025-10-13')
      .investigate('2025-10-13')
      .conclude('2025-10-14');
    const [debtor, lender] = lived.state.parties.map((party) => party.id);
    const instalments = ['2026-01-02', '2026-04-05', '2026-10-05'].map((dueOn) => ({ dueOn, amount: yuan(100) }));
    const owed = { obligorId: debtor!, beneficiaryId: lender!, amount: yuan(300) };
    const terms = [{ kind: 'INSTALMENT_PLAN' as const, ...owed, instalments }];
    return lived.act('2025-10-20', people.complainant, 'makeProposal', { terms, expiresInWorkingDays: 20 });
  };
  const accept = (lived: ReturnType<typeof life>, on: string) => {
    const { id: proposalId, hash: contentHash } = lived.state.proposals[0]!;
    return lived.act(on, people.platform, 'acceptProposal', { proposalId, contentHash });
  };
  const dates = ({ state }: ReturnType<typeof life>) => state.terms[0]!.instalments.map(({ dueOn }) => dueOn);
  const moves = ({ events }: ReturnType<typeof life>) =>
    events.flatMap((event) => (event.type === 'InstalmentMoved' ? [event.payload] : []));

  it('15: follows the notice of 2025-11-04, with an event each that moved', () => {
    const lived = accept(offered(), '2025-10-20');
    expect(lived.state.stage).toBe('RESOLVED');
    expect(dates(lived)).toEqual(['2026-01-02', '2026-04-06', '2026-10-05']);
    lived.revise('2025-11-04', notice2026.after);
    expect(dates(lived)).toEqual(['2026-01-04', '2026-04-07', '2026-10-08']);
    expect(lived.state.terms[0]!.dueOn).toBe('2026-10-08');
    expect(moves(lived).map(({ number, previousDueOn, dueOn }) => [number, previousDueOn, dueOn])).toEqual([
      [1, '2026-01-02', '2026-01-04'],
      [2, '2026-04-06', '2026-04-07'],
      [3, '2026-10-05', '2026-10-08'],
    ]);
  });

  it('that is paid stays where it was', () => {
    const lived = accept(offered(), '2025-10-20');
    lived.act('2025-10-27', people.complainant, 'recordInstalment', { termId: lived.state.terms[0]!.id, number: 1 });
    lived.revise('2025-11-04', notice2026.after);
    expect(dates(lived)).toEqual(['2026-01-02', '2026-04-07', '2026-10-08']);
  });

  it('of a plan offered before the notice follows it once the plan is in force, though what was offered stands', () => {
    const lived = offered().revise('2025-11-04', notice2026.after);
    expect(moves(lived)).toEqual([]);
    accept(lived, '2025-11-05');
    expect(dates(lived)).toEqual(['2026-01-04', '2026-04-07', '2026-10-08']);
    expect(lived.state.proposals[0]!.terms[0]!.instalments.map(({ dueOn }) => dueOn)).toEqual([
      '2026-01-02',
      '2026-04-06',
      '2026-10-05',
    ]);
  });
});
