import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { badField, blocked, code } from '../support/refusal.js';

const { handler, complainant, merchant } = people;
const yuan = (amountMinor: number) => ({ amountMinor, currency: 'CNY' });

/** A refund of 100 is agreed on Monday 03-02, due on Thursday 03-05. */
function executing(reference = 'T-1', others: Parameters<typeof life>[1] = []) {
  const transaction = { reference, paidAt: '2026-02-27T02:00:00.000Z', amount: yuan(100) };
  const lived = life(undefined, others).file('2026-03-02', { transaction });
  lived.accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-02');
  const [buyer, seller] = lived.state.parties.map(({ id }) => id);
  const offer = (amountMinor: number) =>
    lived.act('2026-03-02', complainant, 'makeProposal', {
      terms: [{ kind: 'FULL_REFUND', obligorId: seller!, beneficiaryId: buyer!, amount: yuan(amountMinor) }],
    });
  offer(100).agree('2026-03-02');
  const termId = lived.state.terms[0]!.id;
  const book = (on: string, amountMinor: number) =>
    lived.act(on, handler, 'recordMovement', { termId, amount: yuan(amountMinor) });
  const reverse = (
    on: string,
    index: number,
    more: { amount?: object; reason?: string | null; termId?: string } = {},
  ) => {
    const { id: reversesId, amount } = lived.state.movements[index]!;
    const input = { termId, amount, reversesId, reason: '误记入其他订单', ...more };
    return lived.act(on, handler, 'recordMovement', input as never);
  };
  return { lived, termId, book, reverse };
}

describe('a wrong booking', () => {
  it('is taken back by a movement that names it; what it fulfilled is to be done again, and booked right', () => {
    const { lived, book, reverse } = executing();
    book('2026-03-03', 100);
    expect(lived.state).toMatchObject({ stage: 'RESOLVED', terms: [{ status: 'FULFILLED', fulfilledBy: 'BOOKED' }] });
    reverse('2026-03-04', 0);
    expect(lived.state).toMatchObject({ stage: 'RESOLVED', terms: [{ status: 'OPEN', fulfilledAt: null }] });
    expect(lived.state.movements).toMatchObject([
      { amount: yuan(100), reversesId: null, reason: null },
      { amount: yuan(100), reversesId: lived.state.movements[0]!.id },
    ]);
    book('2026-03-04', 60);
    expect(() => book('2026-03-04', 41)).toThrow(blocked('MOVEMENT_ABOVE_TERM'));
    book('2026-03-04', 40);
    expect(lived.state.terms).toMatchObject([{ status: 'FULFILLED' }]);
  });

  it('that was a part leaves its term as it is, and room for the right part', () => {
    const { lived, book, reverse } = executing();
    book('2026-03-03', 90);
    reverse('2026-03-03', 0);
    expect(lived.state).toMatchObject({ stage: 'EXECUTING', terms: [{ status: 'OPEN' }] });
    expect(lived.events.some(({ type }) => type === 'TermReopened')).toBe(false);
    book('2026-03-03', 100);
    expect(lived.state.stage).toBe('RESOLVED');
  });

  it('undoes nothing that the beneficiary confirmed', () => {
    const { lived, termId, book, reverse } = executing();
    book('2026-03-03', 40);
    lived.act('2026-03-03', complainant, 'confirmTerm', { termId });
    reverse('2026-03-04', 0);
    expect(lived.state.terms).toMatchObject([{ status: 'FULFILLED', fulfilledBy: 'CONFIRMED' }]);
  });

  it('is taken back once, whole, for its own term and with a reason; what takes one back stays', () => {
    const { lived, book, reverse } = executing();
    book('2026-03-03', 40);
    expect(() => reverse('2026-03-03', 0, { amount: yuan(39) })).toThrow(badField('input.amount'));
    expect(() => reverse('2026-03-03', 0, { amount: { amountMinor: 40, currency: 'USD' } })).toThrow(
      badField('input.amount'),
    );
    expect(() => reverse('2026-03-03', 0, { reason: null })).toThrow(badField('input.reason'));
    expect(() => reverse('2026-03-03', 0, { termId: 'unknown' })).toThrow(code('NOT_FOUND', { path: 'input.termId' }));
    const input = { termId: lived.state.terms[0]!.id, amount: yuan(40), reversesId: 'unknown', reason: '误记' };
    const act =
      (who: typeof handler, more: object = {}) =>
      () =>
        lived.act('2026-03-03', who, 'recordMovement', { ...input, ...more });
    expect(act(handler)).toThrow(code('NOT_FOUND', { path: 'input.reversesId' }));
    expect(act(merchant)).toThrow(code('FORBIDDEN'));
    expect(act(handler, { reversesId: null })).toThrow(badField('input.reason'));
    reverse('2026-03-03', 0);
    for (const index of [0, 1]) expect(() => reverse('2026-03-03', index)).toThrow(blocked('MOVEMENT_REVERSED'));
  });

  it('that resolved the case waits for everyone to confirm the result anew, and can be defaulted on', () => {
    const { lived, termId, book, reverse } = executing();
    book('2026-03-03', 100);
    for (const who of [complainant, merchant]) lived.act('2026-03-03', who, 'confirmResult', {});
    reverse('2026-03-04', 0);
    const close = () => lived.act('2026-03-04', handler, 'closeCase', {});
    expect(close).toThrow(blocked('RESULT_NOT_CONFIRMED'));
    // Due on 03-05; five working days later is Thursday 03-12.
    const report = (on: string) => () => lived.sweep(on).act(on, complainant, 'reportDefault', { termId });
    expect(report('2026-03-11')).toThrow(blocked('NOT_IN_DEFAULT'));
    report('2026-03-12')();
    expect(lived.state.stage).toBe('INVESTIGATING');
    // The first cycle keeps its one day, the default starts the next.
    expect(lived.clock('OVERALL', '2026-03-13')).toMatchObject({ state: 'STOPPED', counted: 1 });
    expect(lived.clock('OVERALL', '2026-03-13', 2)).toMatchObject({ state: 'RUNNING', counted: 1 });
  });

  it('of a term that was defaulted on can be given back in any case of the transaction', () => {
    const first = executing('T-2');
    first.book('2026-03-03', 40);
    first.lived.sweep('2026-03-12').act('2026-03-12', complainant, 'reportDefault', { termId: first.termId });
    const second = life(undefined, [first.lived.state]).file('2026-03-12', {
      transaction: { reference: 'T-2', paidAt: '2026-02-27T02:00:00.000Z', amount: yuan(100) },
      reason: 'POOR_QUALITY',
    });
    second.accept('2026-03-12').investigate('2026-03-12').conclude('2026-03-12');
    const [buyer, seller] = second.state.parties.map(({ id }) => id);
    const offer = (amountMinor: number) => () =>
      second.act('2026-03-12', complainant, 'makeProposal', {
        terms: [{ kind: 'FULL_REFUND', obligorId: seller!, beneficiaryId: buyer!, amount: yuan(amountMinor) }],
      });
    expect(offer(61)).toThrow(blocked('REFUND_ABOVE_PAID'));
    first.reverse('2026-03-12', 0);
    expect(first.lived.state.terms).toMatchObject([{ status: 'DEFAULTED' }]);
    expect(offer(101)).toThrow(blocked('REFUND_ABOVE_PAID'));
    offer(100)();
  });
});
