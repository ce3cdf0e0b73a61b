import { unfiledCase } from '@accord/server/domain/case';
import { evolve } from '@accord/server/domain/evolve';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';

// Investigating since Monday 2026-03-02, asked on Wednesday the 4th: ten working days paused end on Wednesday the 18th.
const paused = () => {
  const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02');
  const request = lived.ask('2026-03-04');
  return { lived, request };
};
const capped = { paused: 10, originalDueOn: '2026-03-09', dueOn: '2026-03-23' };

describe('a clock paused for longer than the cap', () => {
  it('runs on by itself from the day of the cap, whenever that is noticed', () => {
    const { lived } = paused();
    lived.sweep('2026-03-18');
    expect(lived.clock('INVESTIGATION', '2026-03-18')).toMatchObject({ state: 'PAUSED', paused: 10, counted: 2 });
    lived.sweep('2026-03-20');
    expect(lived.events.at(-1)).toMatchObject({
      type: 'ClockResumed',
      effectiveOn: '2026-03-18',
      payload: { clocks: [{ kind: 'INVESTIGATION', cycle: 1 }], reason: 'CAP' },
      clocks: [{ change: 'RESUMED', kind: 'INVESTIGATION', on: '2026-03-18' }],
    });
    expect(lived.clock('INVESTIGATION', '2026-03-20')).toMatchObject({ state: 'RUNNING', counted: 4, ...capped });
    expect(lived.clock('INVESTIGATION', '2026-03-24')).toMatchObject({ counted: 6, verdict: 'OVER', ...capped });
  });

  it('counts the same when something else happens first', () => {
    const { lived, request } = paused();
    lived.answer('2026-03-20', request).sweep('2026-03-23').conclude('2026-03-23');
    expect(lived.events.some(({ type }) => type === 'ClockResumed')).toBe(false);
    expect(lived.clock('INVESTIGATION', '2026-03-23')).toMatchObject({ counted: 5, verdict: 'WITHIN', ...capped });
  });

  it('stands through the day of the cap, whatever else happens on it, and runs from the next', () => {
    for (const isBusy of [false, true]) {
      const { lived } = paused();
      for (const time of ['00:00', '12:00', '23:59']) {
        if (isBusy) lived.act(`2026-03-18T${time}`, people.complainant, 'postMessage', { text: '请稍候' });
        expect(lived.clock('INVESTIGATION', '2026-03-18'), time).toMatchObject({
          state: 'PAUSED',
          paused: 10,
          counted: 2,
        });
      }
      lived.sweep('2026-03-19T00:00');
      expect(lived.events.at(-1)).toMatchObject({ type: 'ClockResumed', effectiveOn: '2026-03-18' });
      expect(lived.clock('INVESTIGATION', '2026-03-19')).toMatchObject({ state: 'RUNNING', counted: 3, ...capped });
    }
  });

  it('runs as soon as the evidence comes on that day', () => {
    const { lived, request } = paused();
    lived.answer('2026-03-18', request);
    expect(lived.clock('INVESTIGATION', '2026-03-18')).toMatchObject({ state: 'RUNNING', paused: 10, counted: 2 });
    expect(lived.sweep('2026-03-19').events.some(({ type }) => type === 'ClockResumed')).toBe(false);
  });

  it('adds up over two pauses of a cycle, and pauses no more once the cap is reached', () => {
    const { lived, request } = paused();
    // Four days, then six more: from Wednesday the 11th to Thursday the 19th.
    lived.answer('2026-03-10', request);
    lived.ask('2026-03-11');
    lived.sweep('2026-03-20');
    expect(lived.events.at(-1)).toMatchObject({ type: 'ClockResumed', effectiveOn: '2026-03-19' });
    lived.ask('2026-03-20');
    expect(lived.clock('INVESTIGATION', '2026-03-24')).toMatchObject({ state: 'RUNNING', ...capped });
  });

  it('is the same in the case rebuilt from its log', () => {
    const { lived } = paused();
    lived.sweep('2026-03-20');
    const rebuilt = unfiledCase(lived.state.id);
    for (const event of lived.events) evolve(rebuilt, event);
    expect(rebuilt).toEqual(lived.state);
  });
});
