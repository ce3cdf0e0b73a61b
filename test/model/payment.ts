import type { ModelCase } from './case.js';
import type { Day, Dice } from './days.js';
import { leaveTrack, platformOf } from './moves.js';
import { book } from './settlement-rules.js';
import { givenBack, givenElsewhere, termsOf } from './terms.js';

/** What a system reported of the payment behind a case. */
export interface PaymentRecord {
  kind:
    | 'CHARGE'
    | 'PAYEE_CREDIT'
    | 'PAYEE_CREDIT_FAILED'
    | 'FULFILMENT'
    | 'REFUND'
    | 'REFUND_ARRIVED'
    | 'REFUND_FAILED';
  on: Day;
  amount: number | null;
  payerId: string | null;
}
type RecordKind = PaymentRecord['kind'];
export const findings = [
  'DUPLICATE_CHARGE',
  'PAYMENT_NOT_COMPLETED',
  'REFUND_NOT_ARRIVED',
  'MERCHANT_FAILURE',
  'INCONCLUSIVE',
] as const;
export type Finding = (typeof findings)[number];

/** What is told of payments as such cases have them, one after the other. */
const stories: Record<string, readonly (readonly RecordKind[])[]> = {
  CHARGED_NOT_COMPLETED: [
    ['CHARGE', 'PAYEE_CREDIT_FAILED'],
    ['CHARGE', 'PAYEE_CREDIT'],
    ['CHARGE', 'PAYEE_CREDIT_FAILED', 'FULFILMENT'],
  ],
  DUPLICATE_CHARGE: [['CHARGE', 'CHARGE'], ['CHARGE'], ['CHARGE', 'CHARGE', 'REFUND']],
  REFUND_DELAYED: [
    ['CHARGE', 'REFUND'],
    ['CHARGE', 'REFUND', 'REFUND_FAILED'],
    ['CHARGE', 'REFUND', 'REFUND_ARRIVED'],
  ],
};
const kinds: readonly RecordKind[] = ['CHARGE', 'PAYEE_CREDIT', 'PAYEE_CREDIT_FAILED', 'FULFILMENT', 'REFUND'];

/** The records of a payment in their order; now and then of another amount, another payer, or of something else. */
export function recordsFor(c: ModelCase, dice: Dice, strangerId: string): Omit<PaymentRecord, 'on'>[] {
  const told = dice.pick(stories[c.reason] ?? [[]]).map((kind) => (dice.chance(0.08) ? dice.pick(kinds) : kind));
  return told.map((kind) => {
    const part = kind === 'REFUND' ? dice.pick([c.paid!, Math.floor(c.paid! / 2)]) : c.paid!;
    const amount = kind === 'FULFILMENT' ? null : part + (dice.chance(0.05) ? 1 : 0);
    const payerId = kind !== 'CHARGE' ? null : dice.chance(0.05) ? strangerId : c.parties[0]!.memberIds[0]!;
    return { kind, amount, payerId };
  });
}

interface Found {
  finding: Finding;
  /** What the platform gives back itself. */
  refund: number | null;
}
const inconclusive: Found = { finding: 'INCONCLUSIVE', refund: null };

/** What the records of its payment say of a simple case that was accepted; they decide only what they say plainly. */
function findingOf(c: ModelCase): Found | null {
  if (c.stage !== 'ACCEPTED' || c.track !== 'SIMPLE' || c.paid === null || c.records.length === 0) return null;
  const of = (...named: RecordKind[]) => c.records.filter(({ kind }) => named.includes(kind));
  const charges = of('CHARGE');
  const isOurs = charges.every(({ amount, payerId }) => amount === c.paid && payerOf(c, payerId) !== undefined);
  if (charges.length === 0 || !isOurs || givenBack(c) > 0) return inconclusive;
  const reversed = of('REFUND', 'REFUND_ARRIVED', 'REFUND_FAILED');
  const found = (() => {
    if (c.reason === 'DUPLICATE_CHARGE') {
      const isTwice = charges.length === 2 && reversed.length === 0;
      return isTwice ? ({ finding: 'DUPLICATE_CHARGE', refund: c.paid } as const) : inconclusive;
    }
    if (charges.length !== 1) return inconclusive;
    if (c.reason === 'CHARGED_NOT_COMPLETED') {
      if (reversed.length > 0 || of('FULFILMENT').length > 0) return inconclusive;
      const [came, failed] = [of('PAYEE_CREDIT').length > 0, of('PAYEE_CREDIT_FAILED').length > 0];
      if (came === failed) return inconclusive;
      if (failed) return { finding: 'PAYMENT_NOT_COMPLETED', refund: c.paid } as const;
      return { finding: 'MERCHANT_FAILURE', refund: null } as const;
    }
    const refunds = of('REFUND');
    const [refund] = refunds;
    if (!refund || refunds.length > 1 || of('REFUND_ARRIVED').length > 0 || refund.amount! > c.paid)
      return inconclusive;
    // A refund is due within three working days, as those that are agreed are.
    const isMissing = of('REFUND_FAILED').length > 0 || c.today > c.almanac.after(refund.on, 3);
    return isMissing ? ({ finding: 'REFUND_NOT_ARRIVED', refund: refund.amount } as const) : inconclusive;
  })();
  const platform = platformOf(c);
  return found.refund !== null && platform?.isUnreachable ? inconclusive : found;
}

/** The complainant who paid and can be reached. */
const payerOf = (c: ModelCase, payerId: string | null) =>
  c.complainants().find(({ memberIds, isUnreachable }) => memberIds.includes(payerId!) && !isUnreachable);

/** Books what the platform owes by its own finding and what arrived since, to the fen and once; all else is for people. */
function hasArrived(c: ModelCase): boolean {
  const [arrived, ...further] = c.records.filter(({ kind }) => kind === 'REFUND_ARRIVED');
  const isOwn =
    c.stage === 'EXECUTING' && c.finding !== null && c.finding !== 'INCONCLUSIVE' && c.finding !== 'MERCHANT_FAILURE';
  if (!isOwn || !arrived || further.length > 0 || givenElsewhere(c) > 0) return false;
  const term = c.terms.find(
    ({ id, kind, obligorId, amount, status }) =>
      kind.endsWith('REFUND') &&
      obligorId === platformOf(c)?.id &&
      amount === arrived.amount &&
      (status === 'OPEN' || status === 'REPORTED') &&
      !c.movements.some(({ termId }) => termId === id),
  );
  if (!term) return false;
  book(c, term, term.amount!);
  return true;
}

/** Checks the payment: the platform gives back at once what is plainly missing, and leaves a merchant's failure to them. */
export function check(c: ModelCase, today: Day, platformId: string): void {
  c.today = today;
  if (hasArrived(c)) return;
  const found = findingOf(c);
  if (!found || found.finding === c.finding) return;
  c.finding = found.finding;
  if (found.finding === 'MERCHANT_FAILURE') {
    leaveTrack(c);
    c.start('INVESTIGATION');
  }
  if (found.refund === null) return;
  if (!platformOf(c)) c.join('THIRD_PARTY', [platformId], true);
  const { payerId } = c.records.find((each) => each.kind === 'CHARGE')!;
  const kind = found.refund === c.paid ? 'FULL_REFUND' : 'PARTIAL_REFUND';
  const between = { obligorId: platformOf(c)!.id, beneficiaryId: payerOf(c, payerId)!.id };
  c.terms.push(...termsOf([{ kind, ...between, amount: { amountMinor: found.refund, currency: 'CNY' } }], c));
  c.stage = 'EXECUTING';
}
