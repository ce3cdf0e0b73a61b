import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { badField, blocked, code } from '../support/refusal.js';

const money = (amountMinor: number, currency = 'CNY') => ({ amountMinor, currency });

function negotiating(currency = 'CNY') {
  const transaction = { reference: 'T-1', paidAt: '2026-02-27T02:00:00.000Z', amount: money(100, currency) };
  const lived = life().file('2026-03-02', { transaction });
  lived.accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-02');
  const [buyer, seller] = lived.state.parties.map(({ id }) => id);
  const offer = (amountMinor: number, who = people.handler, settlesPart = true) =>
    lived.act('2026-03-03', who, 'makeProposal', {
      terms: [
        { kind: 'COMPENSATION', obligorId: seller!, beneficiaryId: buyer!, amount: money(amountMinor, currency) },
      ],
      settlesPart,
    });
  const allow = (amountMinor: number, who = people.supervisor) =>
    lived.act('2026-03-03', who, 'allowCompensation', { amount: money(amountMinor, currency), reason: '情节特殊' });
  const agree = (index: number) => {
    const { id: proposalId, hash: contentHash } = lived.state.proposals[index]!;
    for (const who of [people.complainant, people.merchant]) {
      if (lived.state.proposals[index]!.status !== 'LIVE') return;
      lived.act('2026-03-03', who, 'acceptProposal', { proposalId, contentHash });
    }
  };
  return { lived, offer, allow, agree };
}

describe('compensation', () => {
  it.each([
    ['CNY', 500_000],
    // Yen have no minor unit: a hundred thousand yen are what five thousand yuan are.
    ['JPY', 100_000],
    // What no limit is configured for needs a supervisor from the first unit on.
    ['KWD', 0],
  ])('in %s needs no supervisor up to %i minor units, and one above', (currency, limit) => {
    const { offer, allow } = negotiating(currency);
    expect(() => offer(limit + 1)).toThrow(blocked('COMPENSATION_ABOVE_LIMIT'));
    expect(() => offer(limit + 1, people.merchant)).toThrow(blocked('COMPENSATION_ABOVE_LIMIT'));
    if (limit > 0) offer(limit);
    allow(limit + 1);
    offer(limit + 1);
    expect(() => offer(limit + 2)).toThrow(blocked('COMPENSATION_ABOVE_LIMIT'));
  });

  it('bounds a refund of no known payment with it, because nothing else does', () => {
    const lived = life().file('2026-03-02');
    lived.accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-02');
    const [buyer, seller] = lived.state.parties.map(({ id }) => id);
    const offer = (refund: number, compensation: number) => () =>
      lived.act('2026-03-03', people.handler, 'makeProposal', {
        terms: [
          { kind: 'FULL_REFUND', obligorId: seller!, beneficiaryId: buyer!, amount: money(refund) },
          { kind: 'COMPENSATION', obligorId: seller!, beneficiaryId: buyer!, amount: money(compensation) },
        ],
      });
    expect(offer(400_001, 100_000)).toThrow(blocked('COMPENSATION_ABOVE_LIMIT'));
    offer(400_000, 100_000)();
    const reason = '有银行流水为证';
    lived.act('2026-03-03', people.supervisor, 'allowCompensation', { amount: money(900_000), reason });
    offer(800_000, 100_000)();
    expect(offer(800_001, 100_000)).toThrow(blocked('COMPENSATION_ABOVE_LIMIT'));
  });

  it('is not what a refund of a known payment counts into, nor of a disputed amount', () => {
    const lived = life().file('2026-03-02', { disputedAmount: money(900_000) });
    lived.accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-02');
    const [buyer, seller] = lived.state.parties.map(({ id }) => id);
    const offer = (amountMinor: number) => () =>
      lived.act('2026-03-03', people.handler, 'makeProposal', {
        terms: [{ kind: 'FULL_REFUND', obligorId: seller!, beneficiaryId: buyer!, amount: money(amountMinor) }],
      });
    offer(900_000)();
    expect(offer(900_001)).toThrow(blocked('REFUND_ABOVE_PAID'));
  });

  it('is limited over all terms of the case, also when each was offered within the limit', () => {
    const { lived, offer, agree, allow } = negotiating();
    offer(300_000);
    offer(300_000);
    agree(0);
    expect(() => agree(1)).toThrow(blocked('COMPENSATION_ABOVE_LIMIT'));
    allow(600_000);
    agree(1);
    expect(lived.state.terms).toHaveLength(2);
  });

  it('is allowed by an impartial supervisor alone, with a reason, for more than needs none, in the currency of the case', () => {
    const { lived, allow } = negotiating();
    for (const who of [people.handler, people.complainant, people.merchant]) {
      expect(() => allow(600_000, who)).toThrow(code('FORBIDDEN'));
    }
    expect(() => allow(500_000)).toThrow(badField('input.amount.amountMinor'));
    const allowed = (amount: object, reason = '理由') =>
      lived.act('2026-03-03', people.supervisor, 'allowCompensation', { amount: amount as never, reason });
    expect(() => allowed(money(600_000, 'USD'))).toThrow(badField('input.amount.currency'));
    expect(() => allowed(money(600_000), ' ')).toThrow(badField('input.reason'));
    // Who acted in the handler's place has a hand in the case.
    lived.act('2026-03-03', people.otherSupervisor, 'openRound', { reason: '代经办人主持' });
    expect(() => allow(600_000, people.otherSupervisor)).toThrow(code('FORBIDDEN'));
    allow(600_000);
    allow(550_000);
    expect(lived.state.compensationAllowed).toEqual(money(550_000));
    // It was a supervisor's decision, not the handling of the case.
    expect(lived.state.handledBy).not.toContain(people.supervisor.id);
  });

  it('on the fast track is given above the limit by a supervisor who acts in the place of the handler', () => {
    const lived = life().file('2026-03-02', { type: 'PAYMENT_ANOMALY', reason: 'CHARGED_NOT_COMPLETED' });
    lived.accept('2026-03-02');
    const [buyer] = lived.state.parties;
    lived.state.parties.push({
      ...buyer!,
      id: 'platform',
      side: 'THIRD_PARTY',
      kind: 'PLATFORM',
      memberIds: ['platform'],
    });
    const put = (who: typeof people.handler, reason?: string) =>
      lived.act('2026-03-02', who, 'fastTrack', {
        terms: [{ kind: 'COMPENSATION', obligorId: 'platform', beneficiaryId: buyer!.id, amount: money(500_001) }],
        ...(reason && { reason }),
      });
    expect(() => put(people.handler)).toThrow(blocked('COMPENSATION_ABOVE_LIMIT'));
    expect(() => put(people.supervisor)).toThrow(badField('input.reason'));
    put(people.supervisor, '先行赔付');
    expect(lived.state.stage).toBe('EXECUTING');
  });
});
