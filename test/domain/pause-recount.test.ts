import { describe, expect, it } from 'vitest';
import { calendarOf, labourDay2019 } from '../support/calendars.js';
import { ledgerOfClock } from '../support/ledger.js';
import { life, people } from '../support/life.js';

// By the first calendar the tenth working day after 2019-06-03 is 06-17; two of them turn out to be holidays.
const asked = '2019-06-03';
const twoFewer = calendarOf(
  2,
  '2019-12-31',
  ['2019-06-05', '2019-06-06'].map((date) => ({ date, kind: 'HOLIDAY', name: '通知', nameEn: 'notice' })),
);
const investigating = () => life(labourDay2019.first).file(asked).accept(asked).investigate(asked);

describe('a pause that the cap ended, counted by a calendar with fewer working days', () => {
  it('is as long as evidence was owed, up to the cap', () => {
    const lived = investigating();
    lived.ask(asked);
    lived.sweep('2019-06-19');
    expect(lived.clock('INVESTIGATION', '2019-06-19')).toMatchObject({ state: 'RUNNING', paused: 10, counted: 2 });
    lived.revise('2019-06-21', twoFewer);
    // 06-04, 06-07, 06-10 to 06-14 and 06-17 to 06-19 are paused now, 06-20 and 06-21 count.
    expect(lived.clock('INVESTIGATION', '2019-06-21')).toMatchObject({
      state: 'RUNNING',
      elapsed: 12,
      paused: 10,
      counted: 2,
      dueOn: '2019-06-26',
    });
    const clock = lived.state.clocks.find(({ kind }) => kind === 'INVESTIGATION')!;
    const counted = ledgerOfClock(clock, twoFewer, '2019-06-21').filter((day) => day.counted);
    expect(counted.map(({ date }) => date)).toEqual(['2019-06-20', '2019-06-21']);
  });

  it('goes on where the cap is not reached any more and evidence is still owed', () => {
    const lived = investigating();
    lived.ask(asked);
    lived.sweep('2019-06-18');
    lived.revise('2019-06-18', twoFewer);
    expect(lived.clock('INVESTIGATION', '2019-06-18')).toMatchObject({ state: 'PAUSED', paused: 9, counted: 0 });
    lived.sweep('2019-06-20');
    expect(lived.clock('INVESTIGATION', '2019-06-20')).toMatchObject({ state: 'RUNNING', paused: 10, counted: 1 });
  });

  it('ends with the answer that came after the cap', () => {
    const lived = investigating();
    const requestId = lived.ask(asked);
    lived.sweep('2019-06-18');
    lived.answer('2019-06-18', requestId).revise('2019-06-21', twoFewer);
    expect(lived.clock('INVESTIGATION', '2019-06-21')).toMatchObject({
      state: 'RUNNING',
      elapsed: 12,
      paused: 9,
      counted: 3,
      dueOn: '2019-06-25',
    });
  });

  it('counts two requests once where they overlap, and leaves out the days between them', () => {
    const lived = investigating();
    const first = lived.ask(asked);
    const second = lived.ask('2019-06-10');
    lived.sweep('2019-06-18');
    lived.answer('2019-06-12', first).answer('2019-06-18', second).ask('2019-06-20');
    lived.revise('2019-06-21', twoFewer);
    // To 06-18 nine, and 06-21.
    expect(lived.clock('INVESTIGATION', '2019-06-21')).toMatchObject({ paused: 10, counted: 2 });
  });

  it('is counted so by the calendar that counts once the cycle runs on', () => {
    const lived = investigating().conclude(asked);
    lived.ask(asked);
    lived.sweep('2019-06-18');
    lived.act('2019-06-18', people.handler, 'declareImpasse', { reason: '分歧过大' });
    lived.revise('2019-06-19', twoFewer);
    expect(lived.clock('FIRST_NEGOTIATION', '2019-06-19')).toMatchObject({ state: 'STOPPED', paused: 10, counted: 1 });
    lived.act('2019-06-20', people.handler, 'deepenInvestigation', { reason: '补充核实' });
    expect(lived.clock('FIRST_NEGOTIATION', '2019-06-20')).toMatchObject({ elapsed: 11, paused: 10, counted: 1 });
    expect(lived.clock('FIRST_NEGOTIATION', '2019-06-21')).toMatchObject({ elapsed: 12, paused: 10, counted: 2 });
  });
});
