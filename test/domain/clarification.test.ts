import { waitingOn } from '@accord/server/domain/waiting-on';
import type { OnLapse } from '@accord/server/domain/evidence';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { badField, blocked, code } from '../support/refusal.js';

// Filed on Monday 2026-03-02 and asked on Wednesday: five working days on is Wednesday the 11th.
const asked = (onLapse?: OnLapse) =>
  life()
    .file('2026-03-02')
    .act('2026-03-04', people.handler, 'requestClarification', { question: '请补充订单号', onLapse: onLapse ?? null });

describe('a question before the case is taken on', () => {
  it('stops the response clock, which starts its next cycle with the answer', () => {
    const lived = asked();
    expect(lived.state.clarifications).toMatchObject([{ dueOn: '2026-03-11', onLapse: 'PROCEED_WITHOUT' }]);
    expect(lived.clock('RESPONSE', '2026-03-20')).toMatchObject({ state: 'STOPPED', counted: 2, verdict: 'FASTER' });
    expect(lived.state.clocks.find(({ kind }) => kind === 'RESPONSE')!.stopReason).toBe('CLARIFICATION');
    expect(waitingOn(lived.state)).toBe('COMPLAINANT');

    lived.act('2026-03-11T23:59', people.complainant, 'answerClarification', { text: '订单号 42' });
    expect(lived.state.clarifications).toMatchObject([{ status: 'ANSWERED' }]);
    expect(waitingOn(lived.state)).toBe('PLATFORM');
    lived.accept('2026-03-16');
    expect(lived.clock('RESPONSE', '2026-03-20', 2)).toMatchObject({ state: 'STOPPED', counted: 3, verdict: 'WITHIN' });
    expect(lived.clock('OVERALL', '2026-03-16')).toMatchObject({ state: 'RUNNING', counted: 10 });
  });

  it('cannot be answered after its last day, swept or not', () => {
    const lived = asked();
    const late = () => lived.act('2026-03-12T00:00', people.complainant, 'answerClarification', { text: '晚了' });
    expect(late).toThrow(code('DEADLINE_PASSED', { deadlineAt: '2026-03-11T16:00:00.000Z' }));
    lived.sweep('2026-03-12');
    expect(late).toThrow(blocked('NO_CLARIFICATION'));
  });

  it('goes on without an answer: the response clock starts anew on the due date, whenever that is noticed', () => {
    const lived = asked().sweep('2026-03-17');
    expect(lived.state).toMatchObject({ stage: 'SUBMITTED', clarifications: [{ status: 'LAPSED' }] });
    expect(lived.events.at(-1)).toMatchObject({ type: 'ClarificationLapsed', effectiveOn: '2026-03-11' });
    expect(lived.clock('RESPONSE', '2026-03-18', 2)).toMatchObject({ counted: 5, dueOn: '2026-03-18' });
  });

  it('rejects the case at the lapse where it said so', () => {
    const lived = asked('REJECT');
    expect(() => lived.accept('2026-03-12')).toThrow(code('DEADLINE_PASSED'));
    lived.sweep('2026-03-12');
    // The window of ten working days runs from the due date.
    expect(lived.state).toMatchObject({ stage: 'REJECTED', outcome: 'REJECTED', windowEndsOn: '2026-03-25' });
    expect(lived.clock('OVERALL', '2026-04-01')).toMatchObject({ state: 'STOPPED', counted: 7 });
    expect(lived.state.clocks.filter(({ kind }) => kind === 'RESPONSE')).toHaveLength(1);
  });

  it('deems the case withdrawn at the lapse where it said so', () => {
    const lived = asked('DEEMED_WITHDRAWN').sweep('2026-03-12');
    expect(lived.state).toMatchObject({ stage: 'WITHDRAWN', outcome: 'DEEMED_WITHDRAWN' });
    expect(lived.clock('OVERALL', '2026-04-01')).toMatchObject({ state: 'STOPPED', counted: 7 });
  });

  it('is closed by accepting or rejecting, and no lapse follows', () => {
    const accepted = asked('REJECT').accept('2026-03-05').sweep('2026-04-30');
    expect(accepted.state).toMatchObject({ stage: 'ACCEPTED', clarifications: [{ status: 'CLOSED' }] });
    const rejected = asked().act('2026-03-05', people.handler, 'rejectCase', {
      reasonCode: 'NO_GROUNDS',
      reason: '无',
    });
    expect(rejected.sweep('2026-03-16').state.clarifications).toMatchObject([{ status: 'CLOSED' }]);
  });

  it('is one at a time, and only while the case is not answered', () => {
    const lived = asked();
    const again = () => lived.act('2026-03-05', people.handler, 'requestClarification', { question: '还有吗' });
    expect(again).toThrow(blocked('CLARIFICATION_OPEN'));
    lived.accept('2026-03-06');
    expect(again).toThrow(blocked('WRONG_STAGE'));
  });
});

describe('an amendment', () => {
  const transaction = {
    reference: 'T-1',
    paidAt: '2026-02-27T02:00:00.000Z',
    amount: { amountMinor: 25900, currency: 'CNY' },
  };

  it('corrects what was filed, before the case is answered, and leaves the rest', () => {
    const lived = life().file('2026-03-02', { transaction });
    const { description, requestedRemedy } = lived.state;
    const disputedAmount = { amountMinor: 9900, currency: 'CNY' };
    lived.act('2026-03-03', people.complainant, 'amendCase', { requestedRemedy: '退款九十九元', disputedAmount });
    expect(lived.state).toMatchObject({ description, disputedAmount });
    expect(lived.state.requestedRemedy).not.toEqual(requestedRemedy);
    lived.accept('2026-03-04');
    const late = () => lived.act('2026-03-04', people.complainant, 'amendCase', { requestedRemedy: '再改' });
    expect(late).toThrow(blocked('WRONG_STAGE'));
  });

  it.each([
    [{}, 'input'],
    [{ description: '太短' }, 'input.description'],
    [{ disputedAmount: { amountMinor: 25901, currency: 'CNY' } }, 'input.disputedAmount'],
    [{ disputedAmount: { amountMinor: 1, currency: 'USD' } }, 'input.disputedAmount.currency'],
  ])('refuses %j', (input, path) => {
    const lived = life().file('2026-03-02', { transaction });
    expect(() => lived.act('2026-03-03', people.complainant, 'amendCase', input)).toThrow(badField(path));
  });
});
