import { checkOf, hasNews, type KnownPayment } from '@accord/server/domain/automatic-check';
import type { CaseReason } from '@accord/server/domain/classification';
import { performCheck } from '@accord/server/domain/command';
import type { PaymentRecord, PaymentRecordKind } from '@accord/server/domain/payment-record';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';

const fen = (amountMinor: number, currency = 'CNY') => ({ amountMinor, currency });
const paid = fen(69_900);
const transaction = { reference: 'EJ-1', paidAt: '2026-02-27T02:00:00.000Z', amount: paid };

/** A record; a charge is one of the complainant. */
function of(kind: PaymentRecordKind, over: Partial<PaymentRecord> = {}): PaymentRecord {
  const payerId = kind === 'CHARGE' ? people.complainant.id : null;
  return {
    kind,
    amount: kind === 'FULFILMENT' ? null : paid,
    at: '2026-02-27T02:00:00.000Z',
    payerId,
    reportedBy: 'channel',
    ...over,
  };
}

const filed = (reason: CaseReason) => life().file('2026-03-02', { type: 'PAYMENT_ANOMALY', reason, transaction });
const accepted = (reason: CaseReason) => filed(reason).accept('2026-03-02');

function check(lived: ReturnType<typeof life>, records: PaymentRecord[], on = '2026-03-02', beside: object = {}) {
  return checkOf(lived.state, { records, agreedElsewhere: [] }, { ...lived.momentAt(on), ...beside });
}

const charge = of('CHARGE');
const found = (finding: string, amountMinor?: number) => ({
  finding,
  refund: amountMinor === undefined ? null : fen(amountMinor),
});

describe('a check of the records of a payment', () => {
  it.each<[string, CaseReason, PaymentRecord[], object]>([
    ['one order charged twice', 'DUPLICATE_CHARGE', [charge, charge], found('DUPLICATE_CHARGE', 69_900)],
    [
      'twice, and both delivered',
      'DUPLICATE_CHARGE',
      [charge, charge, of('FULFILMENT')],
      found('DUPLICATE_CHARGE', 69_900),
    ],
    ['once only', 'DUPLICATE_CHARGE', [charge], found('INCONCLUSIVE')],
    ['three times', 'DUPLICATE_CHARGE', [charge, charge, charge], found('INCONCLUSIVE')],
    ['twice, one sent back', 'DUPLICATE_CHARGE', [charge, charge, of('REFUND')], found('INCONCLUSIVE')],
    ['twice, of other amounts', 'DUPLICATE_CHARGE', [charge, of('CHARGE', { amount: fen(1) })], found('INCONCLUSIVE')],
    [
      'in another currency',
      'DUPLICATE_CHARGE',
      [charge, of('CHARGE', { amount: fen(69_900, 'USD') })],
      found('INCONCLUSIVE'),
    ],
    [
      'told of by two systems',
      'DUPLICATE_CHARGE',
      [charge, of('CHARGE', { reportedBy: 'bank' })],
      found('INCONCLUSIVE'),
    ],
    ['by somebody else', 'DUPLICATE_CHARGE', [charge, of('CHARGE', { payerId: 'neighbour' })], found('INCONCLUSIVE')],
    [
      'never reached the payee',
      'CHARGED_NOT_COMPLETED',
      [charge, of('PAYEE_CREDIT_FAILED')],
      found('PAYMENT_NOT_COMPLETED', 69_900),
    ],
    ['nothing said of the payee', 'CHARGED_NOT_COMPLETED', [charge], found('INCONCLUSIVE')],
    ['nothing said of the charge', 'CHARGED_NOT_COMPLETED', [of('PAYEE_CREDIT_FAILED')], found('INCONCLUSIVE')],
    [
      'failed, then sent back',
      'CHARGED_NOT_COMPLETED',
      [charge, of('PAYEE_CREDIT_FAILED'), of('REFUND')],
      found('INCONCLUSIVE'),
    ],
    [
      'failed and credited',
      'CHARGED_NOT_COMPLETED',
      [charge, of('PAYEE_CREDIT_FAILED'), of('PAYEE_CREDIT')],
      found('INCONCLUSIVE'),
    ],
    ['credited, not fulfilled', 'CHARGED_NOT_COMPLETED', [charge, of('PAYEE_CREDIT')], found('MERCHANT_FAILURE')],
    [
      'credited and fulfilled',
      'CHARGED_NOT_COMPLETED',
      [charge, of('PAYEE_CREDIT'), of('FULFILMENT')],
      found('INCONCLUSIVE'),
    ],
    ['charged twice', 'CHARGED_NOT_COMPLETED', [charge, charge, of('PAYEE_CREDIT_FAILED')], found('INCONCLUSIVE')],
    [
      'a refund that failed',
      'REFUND_DELAYED',
      [charge, of('REFUND', { amount: fen(8_000) }), of('REFUND_FAILED')],
      found('REFUND_NOT_ARRIVED', 8_000),
    ],
    ['a refund that arrived', 'REFUND_DELAYED', [charge, of('REFUND'), of('REFUND_ARRIVED')], found('INCONCLUSIVE')],
    [
      'a refund above the charge',
      'REFUND_DELAYED',
      [charge, of('REFUND', { amount: fen(69_901) }), of('REFUND_FAILED')],
      found('INCONCLUSIVE'),
    ],
    ['two refunds', 'REFUND_DELAYED', [charge, of('REFUND'), of('REFUND'), of('REFUND_FAILED')], found('INCONCLUSIVE')],
    ['no refund at all', 'REFUND_DELAYED', [charge, of('PAYEE_CREDIT')], found('INCONCLUSIVE')],
  ])('%s, of a %s, is decided as it should be', (_what, reason, records, expected) => {
    expect(check(accepted(reason), records)).toEqual(expected);
  });

  it('waits for a refund on its way until the third working day is over', () => {
    const lived = accepted('REFUND_DELAYED');
    // Sent on Friday 27 February, and 28 February is a make-up Saturday: the third working day is 3 March.
    const records = [charge, of('REFUND')];
    expect(check(lived, records, '2026-03-03')).toEqual(found('INCONCLUSIVE'));
    expect(check(lived, records, '2026-03-04')).toEqual(found('REFUND_NOT_ARRIVED', 69_900));
  });

  it('is of accepted simple cases with records only', () => {
    const records = [charge, charge];
    expect(check(filed('DUPLICATE_CHARGE'), records)).toBeNull();
    expect(check(accepted('DUPLICATE_CHARGE'), [])).toBeNull();
    const left = accepted('DUPLICATE_CHARGE').act('2026-03-02', people.handler, 'leaveFastTrack', {});
    expect(check(left, records)).toBeNull();
    const without = life().file('2026-03-02', { type: 'PAYMENT_ANOMALY', reason: 'DUPLICATE_CHARGE' });
    expect(check(without.accept('2026-03-02'), records)).toBeNull();
  });

  it('gives nothing back where nobody can act for the platform, or where something is agreed about the payment', () => {
    const lived = accepted('DUPLICATE_CHARGE');
    const records = [charge, charge];
    expect(check(lived, records, '2026-03-02', { platformPersonIds: [] })).toEqual(found('INCONCLUSIVE'));
    expect(check(lived, records, '2026-03-02', { platformPersonIds: [people.handler.id] })).toEqual(
      found('INCONCLUSIVE'),
    );
    const other = accepted('DUPLICATE_CHARGE');
    const [buyer, seller] = other.state.parties.map(({ id }) => id);
    const terms = [{ kind: 'PARTIAL_REFUND' as const, obligorId: seller!, beneficiaryId: buyer!, amount: fen(1) }];
    other.act('2026-03-02', people.handler, 'fastTrack', { terms });
    const known = { records, agreedElsewhere: [other.state] };
    expect(checkOf(lived.state, known, lived.momentAt('2026-03-02'))).toEqual(found('INCONCLUSIVE'));
  });
});

describe('what the platform does about it', () => {
  const perform = (reason: CaseReason, records: PaymentRecord[]) => {
    const lived = accepted(reason);
    const payment: KnownPayment = { records, agreedElsewhere: [] };
    const events = performCheck(lived.state, payment, lived.momentAt('2026-03-02T16:00'));
    return { lived, events: events.map(({ type, audience, actor }) => [type, audience, actor.role]) };
  };

  it('binds the platform alone, which joins the case for it', () => {
    const { lived, events } = perform('DUPLICATE_CHARGE', [charge, charge]);
    expect(events).toEqual([
      ['PaymentChecked', 'PARTIES', 'SYSTEM'],
      ['PartyAdded', 'PARTIES', 'SYSTEM'],
      ['CaseFastTracked', 'PARTIES', 'SYSTEM'],
    ]);
    const [buyer, , platform] = lived.state.parties;
    expect(platform).toMatchObject({ side: 'THIRD_PARTY', kind: 'PLATFORM', memberIds: [people.platform.id] });
    // A refund is due in three working days.
    const refund = { kind: 'FULL_REFUND', obligorId: platform!.id, beneficiaryId: buyer!.id, dueOn: '2026-03-05' };
    expect(lived.state.terms).toMatchObject([{ ...refund, amount: paid, status: 'OPEN' }]);
    expect(lived.state.stage).toBe('EXECUTING');
    lived.act('2026-03-03', people.platform, 'fulfilTerm', { termId: lived.state.terms[0]!.id });
    lived.act('2026-03-04', people.complainant, 'confirmTerm', { termId: lived.state.terms[0]!.id });
    expect(lived.state).toMatchObject({ stage: 'RESOLVED', outcome: 'FAST_TRACKED' });
    expect(lived.clock('SIMPLE', '2026-03-04')).toMatchObject({ state: 'STOPPED', counted: 2, verdict: 'WITHIN' });
  });

  describe('once it owes a refund', () => {
    const arrived = of('REFUND_ARRIVED');
    const owing = () => perform('DUPLICATE_CHARGE', [charge, charge]).lived;
    const book = (
      lived: ReturnType<typeof life>,
      records: PaymentRecord[],
      agreedElsewhere: KnownPayment['agreedElsewhere'] = [],
    ) => {
      const payment: KnownPayment = { records: [charge, charge, ...records], agreedElsewhere };
      const moment = lived.momentAt('2026-03-03T09:00');
      if (!hasNews(lived.state, payment, moment)) return null;
      return performCheck(lived.state, payment, moment).map(({ type }) => type);
    };

    it('books what arrived, to the fen, and the case is resolved', () => {
      const lived = owing();
      expect(book(lived, [of('REFUND'), arrived])).toEqual(['MovementRecorded', 'TermFulfilled', 'CaseResolved']);
      expect(lived.state).toMatchObject({
        stage: 'RESOLVED',
        movements: [{ amount: paid }],
        terms: [{ status: 'FULFILLED', fulfilledBy: 'BOOKED' }],
      });
      expect(lived.clock('SIMPLE', '2026-03-03')).toMatchObject({ counted: 1, verdict: 'WITHIN' });
      expect(book(lived, [of('REFUND'), arrived])).toBeNull();
    });

    it('books it too when it was only reported to have been sent', () => {
      const lived = owing();
      lived.act('2026-03-02T17:00', people.platform, 'fulfilTerm', { termId: lived.state.terms[0]!.id });
      expect(book(lived, [arrived])).toContain('TermFulfilled');
    });

    it.each<[string, PaymentRecord[]]>([
      ['nothing arrived', [of('REFUND')]],
      ['it was sent back in vain', [of('REFUND'), of('REFUND_FAILED')]],
      ['a fen less arrived', [of('REFUND_ARRIVED', { amount: fen(69_899) })]],
      ['a fen more arrived', [of('REFUND_ARRIVED', { amount: fen(69_901) })]],
      ['another currency arrived', [of('REFUND_ARRIVED', { amount: fen(69_900, 'USD') })]],
      ['it arrived twice', [arrived, arrived]],
    ])('waits for people where %s', (_what, records) => {
      expect(book(owing(), records)).toBeNull();
    });

    it('waits for people where somebody booked, contests, or agreed elsewhere', () => {
      const booked = owing();
      const [term] = booked.state.terms;
      booked.act('2026-03-02T17:00', people.handler, 'recordMovement', { termId: term!.id, amount: fen(1) });
      expect(book(booked, [arrived])).toBeNull();
      const contested = owing();
      const termId = contested.state.terms[0]!.id;
      contested.act('2026-03-02T17:00', people.platform, 'fulfilTerm', { termId });
      contested.act('2026-03-02T18:00', people.complainant, 'contestTerm', { termId, reason: '未到账' });
      expect(book(contested, [arrived])).toBeNull();
      expect(book(owing(), [arrived], [owing().state])).toBeNull();
    });

    it('leaves what a handler put right to the handler', () => {
      const lived = accepted('DUPLICATE_CHARGE');
      lived.act('2026-03-02T13:00', people.handler, 'addParty', { side: 'THIRD_PARTY', kind: 'PLATFORM' });
      const [buyer, , platform] = lived.state.parties.map(({ id }) => id);
      const terms = [{ kind: 'FULL_REFUND' as const, obligorId: platform!, beneficiaryId: buyer!, amount: paid }];
      lived.act('2026-03-02T14:00', people.handler, 'fastTrack', { terms });
      expect(book(lived, [arrived])).toBeNull();
    });
  });

  it('leaves a merchant’s failure to the merchant: the case is off the fast track, investigated from that day', () => {
    const { lived, events } = perform('CHARGED_NOT_COMPLETED', [charge, of('PAYEE_CREDIT')]);
    expect(events).toEqual([
      ['PaymentChecked', 'PARTIES', 'SYSTEM'],
      ['FastTrackLeft', 'PARTIES', 'SYSTEM'],
    ]);
    expect(lived.state).toMatchObject({ stage: 'ACCEPTED', track: 'STANDARD', terms: [] });
    expect(lived.clock('SIMPLE', '2026-03-02')).toMatchObject({ state: 'CANCELLED' });
    expect(lived.clock('INVESTIGATION', '2026-03-02')).toMatchObject({ state: 'RUNNING' });
  });

  it('tells staff alone of what decides nothing', () => {
    const { lived, events } = perform('CHARGED_NOT_COMPLETED', [charge]);
    expect(events).toEqual([['PaymentChecked', 'STAFF', 'SYSTEM']]);
    expect(lived.state).toMatchObject({ stage: 'ACCEPTED', track: 'SIMPLE', paymentFinding: 'INCONCLUSIVE' });
  });
});
