import { checkOf } from '@accord/server/domain/automatic-check';
import type { CaseState } from '@accord/server/domain/case';
import type { Moment } from '@accord/server/domain/command';
import type { PaymentRecordKind } from '@accord/server/domain/payment-record';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { badField, blocked } from '../support/refusal.js';

const fen = (amountMinor: number, currency = 'CNY') => ({ amountMinor, currency });
/** As channels report it, each its own. */
const reported = (...amounts: ReturnType<typeof fen>[]) =>
  amounts.map((amount) => ({ ...amount, reportedBy: 'channel' }));
const paidAt = '2026-02-27T02:00:00.000Z';
const reference = 'T-1';

/** A case of the payment under negotiation, which tells so much of it. */
function negotiating(
  told: { paidAt?: string; amount?: ReturnType<typeof fen> },
  disputed?: number,
  others: CaseState[] = [],
) {
  const disputedAmount = disputed === undefined ? null : fen(disputed);
  return life(undefined, others)
    .file('2026-03-02', { transaction: { reference, ...told }, disputedAmount })
    .accept('2026-03-02')
    .investigate('2026-03-02')
    .conclude('2026-03-02');
}
type Life = ReturnType<typeof life>;

function offer(lived: Life, amountMinor: number, known: Partial<Moment> = {}, currency = 'CNY') {
  const [buyer, seller] = lived.state.parties.map(({ id }) => id);
  const term = {
    kind: 'PARTIAL_REFUND' as const,
    obligorId: seller!,
    beneficiaryId: buyer!,
    amount: fen(amountMinor, currency),
  };
  return lived.actAmong('2026-03-03', known, people.complainant, 'makeProposal', { terms: [term] });
}

describe('a payment whose amount the case does not tell', () => {
  it('gives back no more than is disputed, while nobody else knows', () => {
    const lived = negotiating({}, 10_000);
    expect(lived.state).toMatchObject({ transaction: { reference, paidAt: null, amount: null } });
    expect(() => offer(lived, 10_001)).toThrow(blocked('REFUND_ABOVE_PAID'));
    offer(lived, 10_000).agree('2026-03-03');
    expect(lived.state.stage).toBe('EXECUTING');
  });

  it('gives back no more than may be compensated, where nothing is disputed either', () => {
    const lived = negotiating({});
    expect(lived.state.disputedAmount).toBeNull();
    expect(() => offer(lived, 500_001)).toThrow(blocked('COMPENSATION_ABOVE_LIMIT'));
    offer(lived, 500_000);
  });

  it.each([
    ['less than is disputed', 6_000],
    ['more than is disputed', 20_000],
  ])('gives back what another case of it says was paid: %s', (_which, told) => {
    const other = life().file('2026-03-02', { transaction: { reference, paidAt, amount: fen(told) } });
    const lived = negotiating({}, 10_000, [other.state]);
    expect(() => offer(lived, told + 1)).toThrow(blocked('REFUND_ABOVE_PAID'));
    offer(lived, told);
  });

  it('gives back what a channel charged, whatever other cases say', () => {
    const other = life().file('2026-03-02', { transaction: { reference, amount: fen(1) } });
    const lived = negotiating({}, 10_000, [other.state]);
    const charges = reported(fen(8_000), fen(9_000, 'USD'));
    expect(() => offer(lived, 8_001, { charges })).toThrow(blocked('REFUND_ABOVE_PAID'));
    offer(lived, 8_000, { charges });
  });

  it('is bounded by what the case itself says, once it does', () => {
    const lived = negotiating({ amount: fen(5_000) });
    expect(() => offer(lived, 5_001, { charges: reported(fen(9_000)) })).toThrow(blocked('REFUND_ABOVE_PAID'));
    offer(lived, 5_000, { charges: reported(fen(1)) });
  });

  it('gives back what has not come back, whatever came in another currency', () => {
    const lived = negotiating({}, 10_000);
    const returned = reported(fen(3_000), fen(1_000), fen(9_000, 'USD'));
    expect(() => offer(lived, 6_001, { returned })).toThrow(blocked('REFUND_ABOVE_PAID'));
    offer(lived, 6_000, { returned });
  });

  it('takes what two systems report, charged or back, for the same money', () => {
    const lived = negotiating({ amount: fen(10_000) });
    const twice = (amountMinor: number) =>
      ['bank', 'channel'].map((reportedBy) => ({ ...fen(amountMinor), reportedBy }));
    offer(lived, 6_000, { charges: reported(fen(10_000)), returned: twice(4_000) });
    const known = { charges: twice(10_000), returned: reported(fen(10_000)) };
    expect(() => offer(lived, 1, known)).toThrow(blocked('REFUND_ABOVE_PAID'));
  });

  it('shares its room with the cases that tell the whole payment, both ways', () => {
    const whole = negotiating({ paidAt, amount: fen(10_000) });
    offer(whole, 7_000).agree('2026-03-03');
    const part = negotiating({}, 10_000, [whole.state]);
    expect(() => offer(part, 3_001)).toThrow(blocked('REFUND_ABOVE_PAID'));
    offer(part, 3_000).agree('2026-03-03');
    const third = negotiating({ paidAt, amount: fen(10_000) }, undefined, [whole.state, part.state]);
    expect(() => offer(third, 1)).toThrow(blocked('REFUND_ABOVE_PAID'));
  });
});

describe('an amendment that tells of the payment', () => {
  const filed = (told: object = {}, disputedAmount: ReturnType<typeof fen> | null = null) =>
    life().file('2026-03-02', { transaction: { reference, counterparty: '小店', ...told }, disputedAmount });
  const amend = (lived: Life, input: object, known: Partial<Moment> = {}) =>
    lived.actAmong('2026-03-03', known, people.complainant, 'amendCase', input);

  it('fills in what was not told, and leaves the rest', () => {
    const lived = filed();
    const before = lived.state.transaction!;
    amend(lived, { transaction: { amount: fen(9_900) } });
    expect(lived.state.transaction).toEqual({ ...before, id: expect.any(String), amount: fen(9_900) });
    expect(lived.state.disputedAmount).toEqual(fen(9_900));
    amend(lived, { transaction: { paidAt }, disputedAmount: fen(5_000) });
    expect(lived.state).toMatchObject({ transaction: { paidAt, amount: fen(9_900) }, disputedAmount: fen(5_000) });
  });

  it('may say at once that less is disputed than was', () => {
    const lived = filed({}, fen(9_000));
    amend(lived, { disputedAmount: fen(4_000), transaction: { amount: fen(5_000) } });
    expect(lived.state).toMatchObject({ transaction: { amount: fen(5_000) }, disputedAmount: fen(4_000) });
  });

  it.each([
    [{ paidAt: null, amount: null }, 'input'],
    [{ amount: fen(8_999) }, 'input.transaction.amount'],
    [{ amount: fen(9_000, 'USD') }, 'input.transaction.amount.currency'],
    [{ amount: fen(0) }, 'input.transaction.amount.amountMinor'],
    [{ paidAt: '2026-03-04T00:00:00.000Z' }, 'input.transaction.paidAt'],
  ])('is refused: %j', (transaction, path) => {
    const lived = filed({}, fen(9_000));
    const before = structuredClone(lived.state);
    expect(() => amend(lived, { transaction })).toThrow(badField(path));
    expect(lived.state).toEqual(before);
  });

  it('changes nothing that was told, and names no payment anew', () => {
    const whole = filed({ paidAt, amount: fen(9_000) });
    expect(() => amend(whole, { transaction: { paidAt } })).toThrow(badField('input.transaction.paidAt'));
    expect(() => amend(whole, { transaction: { amount: fen(9_000) } })).toThrow(badField('input.transaction.amount'));
    const without = life().file('2026-03-02', {});
    expect(() => amend(without, { transaction: { paidAt } })).toThrow(badField('input.transaction'));
  });

  it('is refused where another open case of that payment and reason is on record', () => {
    const lived = filed();
    const transactionRecord = { id: 'known', openCases: [{ id: 'other', reason: lived.state.reason }] };
    expect(() => amend(lived, { transaction: { paidAt } }, { transactionRecord })).toThrow(blocked('DUPLICATE_CASE'));
    amend(lived, { transaction: { paidAt } }, { transactionRecord: { ...transactionRecord, openCases: [] } });
    expect(lived.state.transaction!.id).toBe('known');
  });
});

describe('the automatic check of a payment whose amount the case does not tell', () => {
  const record = (kind: PaymentRecordKind, amountMinor: number, payerId: string | null = null) => ({
    kind,
    amount: fen(amountMinor),
    at: paidAt,
    payerId,
    reportedBy: 'channel',
  });
  const charge = (amountMinor: number) => record('CHARGE', amountMinor, people.complainant.id);
  const check = (disputed: number | null, records: ReturnType<typeof record>[]) => {
    const lived = life()
      .file('2026-03-02', {
        type: 'PAYMENT_ANOMALY',
        reason: 'CHARGED_NOT_COMPLETED',
        transaction: { reference },
        disputedAmount: disputed === null ? null : fen(disputed),
      })
      .accept('2026-03-02');
    return checkOf(lived.state, { records, agreedElsewhere: [] }, lived.momentAt('2026-03-02'));
  };
  const failed = record('PAYEE_CREDIT_FAILED', 500);

  it.each([
    ['goes by what was charged', null, [charge(500), failed], { finding: 'PAYMENT_NOT_COMPLETED', refund: fen(500) }],
    ['where no more is disputed', 300, [charge(500), failed], { finding: 'PAYMENT_NOT_COMPLETED', refund: fen(500) }],
    ['but not where more is', 501, [charge(500), failed], { finding: 'INCONCLUSIVE', refund: null }],
    ['nor where it was charged', null, [failed], { finding: 'INCONCLUSIVE', refund: null }],
    ['by one amount', null, [charge(500), charge(400), failed], { finding: 'INCONCLUSIVE', refund: null }],
  ])('%s', (_which, disputed, records, found) => {
    expect(check(disputed, records)).toEqual(found);
  });
});
