import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { blocked } from '../support/refusal.js';

const { complainant, merchant, handler } = people;
const yuan = (amountMinor: number) => ({ amountMinor, currency: 'CNY' });
const transaction = { reference: 'T-1', paidAt: '2026-02-27T02:00:00.000Z', amount: yuan(10_000) };

type Life = ReturnType<typeof life>;
const negotiating = () =>
  life().file('2026-03-02', { transaction }).accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-02');

/** A refund agreed on, of the whole dispute or of a part. */
function settle(lived: Life, on: string, settlesPart: boolean) {
  const [buyer, seller] = lived.state.parties.map(({ id }) => id);
  lived.act(on, complainant, 'makeProposal', {
    terms: [{ kind: 'PARTIAL_REFUND', obligorId: seller!, beneficiaryId: buyer!, amount: yuan(3000) }],
    settlesPart,
  });
  return lived.agree(on);
}
const impasse = (lived: Life, on: string) => lived.act(on, handler, 'declareImpasse', { reason: '分歧过大' });
const withdraw = (lived: Life, on: string) => lived.act(on, complainant, 'withdrawCase', { reason: '不再协商' });
const termId = (lived: Life, index = 0) => lived.state.terms[index]!.id;
const confirm = (lived: Life, on: string, index = 0) =>
  lived.act(on, complainant, 'confirmTerm', { termId: termId(lived, index) });
/** Five working days past the due date of a refund that was agreed on 2026-03-02: it was due on Thursday the 5th. */
function defaultOn(lived: Life, index = 0) {
  lived.sweep('2026-03-12').act('2026-03-12', complainant, 'reportDefault', { termId: termId(lived, index) });
  return lived.act('2026-03-12', handler, 'planInvestigationStep', { kind: 'OTHER' }).conclude('2026-03-12');
}

describe('a partial settlement', () => {
  it('runs at once, and the rest is negotiated on in the same round', () => {
    const lived = negotiating();
    lived.propose('2026-03-02');
    settle(lived, '2026-03-02', true);
    expect(lived.state).toMatchObject({ stage: 'NEGOTIATING', terms: [{ status: 'OPEN' }] });
    expect(lived.state.rounds).toMatchObject([{ result: null }]);
    expect(lived.state.proposals.map(({ status }) => status)).toEqual(['LIVE', 'ACCEPTED']);
    expect(lived.clock('FIRST_NEGOTIATION', '2026-03-03')).toMatchObject({ state: 'RUNNING' });
    lived.act('2026-03-03', merchant, 'fulfilTerm', { termId: termId(lived) });
    lived.act('2026-03-03', complainant, 'contestTerm', { termId: termId(lived), reason: '未到账' });
    lived.act('2026-03-04', merchant, 'fulfilTerm', { termId: termId(lived) });
    lived.act('2026-03-05', handler, 'recordMovement', { termId: termId(lived), amount: yuan(3000) });
    expect(lived.state).toMatchObject({ stage: 'NEGOTIATING', terms: [{ status: 'FULFILLED' }] });
  });

  it('is carried out in every stage, but terms are touched outside EXECUTING only while some are open', () => {
    const order = (lived: Life, on: string) => () =>
      lived.act(on, handler, 'updateOrderStatus', { orderStatus: 'SHIPPED' });
    const lived = negotiating();
    expect(order(lived, '2026-03-02')).toThrow(blocked('WRONG_STAGE'));
    settle(lived, '2026-03-02', true);
    order(lived, '2026-03-02')();
    withdraw(lived, '2026-03-03');
    expect(lived.state.stage).toBe('WITHDRAWN');
    order(lived, '2026-03-03')();
    lived.act('2026-03-03', merchant, 'fulfilTerm', { termId: termId(lived) });
    lived.sweep('2026-03-20');
    expect(lived.state).toMatchObject({ stage: 'WITHDRAWN', outcome: 'WITHDRAWN', terms: [{ status: 'FULFILLED' }] });
    expect(order(lived, '2026-03-20')).toThrow(blocked('WRONG_STAGE'));
    expect(() => confirm(lived, '2026-03-20')).toThrow(blocked('TERM_NOT_OPEN'));
  });

  it('beside an agreement on the whole resolves the case when the terms of both are kept', () => {
    const lived = settle(settle(negotiating(), '2026-03-02', true), '2026-03-03', false);
    expect(lived.state.stage).toBe('EXECUTING');
    confirm(lived, '2026-03-04', 1);
    expect(lived.state.stage).toBe('EXECUTING');
    confirm(lived, '2026-03-05', 0);
    expect(lived.state).toMatchObject({ stage: 'RESOLVED', outcome: 'SETTLED' });
  });
});

describe('the outcome', () => {
  const ends: [string, string, string, () => Life][] = [
    ['no agreement', 'UNRESOLVED', 'NOT_SETTLED', () => impasse(negotiating(), '2026-03-03').sweep('2026-04-01')],
    [
      'a part that was kept',
      'UNRESOLVED',
      'PARTLY_SETTLED',
      () => impasse(confirm(settle(negotiating(), '2026-03-02', true), '2026-03-03'), '2026-03-04').sweep('2026-04-01'),
    ],
    [
      'a part that still runs, and is kept after the end',
      'UNRESOLVED',
      'PARTLY_SETTLED',
      () => confirm(impasse(settle(negotiating(), '2026-03-02', true), '2026-03-04').sweep('2026-04-01'), '2026-04-01'),
    ],
    [
      'a part, withdrawn',
      'WITHDRAWN',
      'WITHDRAWN',
      () => withdraw(settle(negotiating(), '2026-03-02', true), '2026-03-03'),
    ],
    [
      'an agreement that was defaulted on and not made anew',
      'UNRESOLVED',
      'NOT_SETTLED',
      () => impasse(defaultOn(settle(negotiating(), '2026-03-02', false)), '2026-03-13').sweep('2026-04-09'),
    ],
    [
      'a part that was kept, the rest defaulted on',
      'UNRESOLVED',
      'PARTLY_SETTLED',
      () => {
        const lived = settle(settle(negotiating(), '2026-03-02', true), '2026-03-02', false);
        return impasse(defaultOn(confirm(lived, '2026-03-03', 0), 1), '2026-03-13').sweep('2026-04-09');
      },
    ],
    [
      'an agreement made anew after a default',
      'RESOLVED',
      'SETTLED',
      () =>
        confirm(settle(defaultOn(settle(negotiating(), '2026-03-02', false)), '2026-03-13', false), '2026-03-13', 1),
    ],
  ];
  it.each(ends)('of %s is %s, %s', (_what, stage, outcome, live) => {
    expect(live().state).toMatchObject({ stage, outcome });
  });

  it('of the fast track is FAST_TRACKED, and SETTLED once what was defaulted on is agreed anew', () => {
    const fastTracked = () => {
      const lived = life().file('2026-03-02', {
        type: 'PAYMENT_ANOMALY',
        reason: 'CHARGED_NOT_COMPLETED',
        transaction,
      });
      lived.accept('2026-03-02');
      const [buyer, seller] = lived.state.parties.map(({ id }) => id);
      return lived.act('2026-03-02', handler, 'fastTrack', {
        terms: [{ kind: 'PARTIAL_REFUND', obligorId: seller!, beneficiaryId: buyer!, amount: yuan(3000) }],
      });
    };
    expect(confirm(fastTracked(), '2026-03-03').state).toMatchObject({ stage: 'RESOLVED', outcome: 'FAST_TRACKED' });
    const again = confirm(settle(defaultOn(fastTracked()), '2026-03-13', false), '2026-03-13', 1);
    expect(again.state).toMatchObject({ stage: 'RESOLVED', outcome: 'SETTLED' });
  });
});
