import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { blocked } from '../support/refusal.js';

const { handler, complainant } = people;
const negotiating = (opened: string) => life().file(opened).accept(opened).investigate(opened).conclude(opened);
const impasse = (opened: string, on: string) =>
  negotiating(opened).act(on, handler, 'declareImpasse', { reason: '双方意见不一' });
const deepen = (lived: ReturnType<typeof life>, on: string) =>
  lived.act(on, handler, 'deepenInvestigation', { reason: '再查物流' });
/** Plans and does the one step of a later cycle, finds something, and opens the next round. */
const concludeAgain = (lived: ReturnType<typeof life>, on: string) =>
  lived.act(on, handler, 'planInvestigationStep', { kind: 'CONTACT_MERCHANT' }).conclude(on);

describe('deepening an investigation', () => {
  it.each([
    ['2026-03-23', 15, 'WITHIN'],
    ['2026-03-24', 16, 'OVER'],
  ])('10: the negotiation clock runs on over the deepening, agreed %s: %i, %s', (agreed, counted, verdict) => {
    const lived = impasse('2026-03-02', '2026-03-10');
    expect(lived.clock('FIRST_NEGOTIATION', '2026-03-10')).toMatchObject({ state: 'STOPPED', counted: 6 });
    deepen(lived, '2026-03-11');
    expect(lived.state).toMatchObject({ stage: 'INVESTIGATING', windowEndsOn: null });
    expect(lived.clock('FIRST_NEGOTIATION', '2026-03-11')).toMatchObject({ state: 'RUNNING', counted: 7 });
    concludeAgain(lived, '2026-03-17').propose('2026-03-17').agree(agreed);
    expect(lived.clock('INVESTIGATION', agreed, 2)).toMatchObject({ counted: 4, verdict: 'WITHIN' });
    expect(lived.clock('FIRST_NEGOTIATION', agreed)).toMatchObject({
      state: 'STOPPED',
      counted,
      verdict,
      originalDueOn: '2026-03-23',
      dueOn: '2026-03-23',
    });
    expect(lived.state.clocks.filter(({ kind }) => kind === 'FIRST_NEGOTIATION')).toHaveLength(1);
    expect(lived.state.rounds.map(({ number, result }) => ({ number, result }))).toEqual([
      { number: 1, result: 'NOT_AGREED' },
      { number: 2, result: 'AGREED' },
    ]);
  });

  it('keeps an impasse that was left from ending the case when its window would have lapsed', () => {
    const lived = deepen(impasse('2026-03-02', '2026-03-10'), '2026-03-11').sweep('2026-04-30');
    expect(lived.state.stage).toBe('INVESTIGATING');
  });

  it('leaves the days out for which mandatory evidence was owed beyond the impasse', () => {
    const lived = negotiating('2026-03-02');
    const request = lived.ask('2026-03-04');
    lived.act('2026-03-10', handler, 'declareImpasse', { reason: '双方意见不一' });
    expect(lived.clock('FIRST_NEGOTIATION', '2026-03-10')).toMatchObject({ elapsed: 6, paused: 4 });
    lived.answer('2026-03-12', request);
    deepen(lived, '2026-03-16');
    // Owed in (03-04, 03-12]: six days; the band ends fifteen and six days after 03-02.
    expect(lived.clock('FIRST_NEGOTIATION', '2026-03-17')).toMatchObject({
      elapsed: 11,
      paused: 6,
      counted: 5,
      dueOn: '2026-03-31',
    });
  });

  it('asks for a finding of the new cycle before the next round', () => {
    const lived = deepen(impasse('2026-03-02', '2026-03-10'), '2026-03-11');
    expect(() => lived.act('2026-03-12', handler, 'concludeInvestigation', {})).toThrow(blocked('NO_FINDING'));
  });

  it('leads out of a running negotiation only for evidence that came late; the round is adjourned', () => {
    const lived = negotiating('2026-03-02').propose('2026-03-03');
    expect(() => deepen(lived, '2026-03-04')).toThrow(blocked('NO_NEW_GROUND'));
    lived.act('2026-03-05', complainant, 'submitEvidence', { type: 'GOODS_PHOTO', title: '照片' });
    deepen(lived, '2026-03-06');
    expect(lived.state.rounds[0]).toMatchObject({ result: 'ADJOURNED' });
    expect(lived.state.proposals[0]).toMatchObject({ status: 'LAPSED' });
    concludeAgain(lived, '2026-03-09');
    // The clock never stopped: 03-03 to 03-09.
    expect(lived.clock('FIRST_NEGOTIATION', '2026-03-09')).toMatchObject({ state: 'RUNNING', counted: 5 });
    expect(() => deepen(lived, '2026-03-10')).toThrow(blocked('NO_NEW_GROUND'));
  });
});
