import { fastTrack, leaveFastTrack } from './acceptance.js';
import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Id, Party } from './case.js';
import type { CaseReason } from './classification.js';
import type { Deciding } from './decision.js';
import type { Evolution } from './evolve.js';
import type { Money } from './money.js';
import { recordMovement } from './movement.js';
import type { PaymentRecord, PaymentRecordKind } from './payment-record.js';
import { involvedIn, partyAdded, platformAs } from './respondent.js';
import { refunding } from './term.js';
import type { Term } from './term.js';
import { sumAgreed } from './term-limit.js';
import type { Agreed } from './term-limit.js';
import { dueDate, shanghaiDate } from './working-calendar.js';

export const paymentFindings = [
  'DUPLICATE_CHARGE',
  'PAYMENT_NOT_COMPLETED',
  'REFUND_NOT_ARRIVED',
  'MERCHANT_FAILURE',
  'INCONCLUSIVE',
] as const;
export type PaymentFinding = (typeof paymentFindings)[number];

/** What the platform knows of the payment behind a case. */
export interface KnownPayment {
  records: readonly PaymentRecord[];
  /** What the other cases about the same reference have agreed. */
  agreedElsewhere: readonly Agreed[];
}

interface Found {
  finding: PaymentFinding;
  /** What the platform gives back; null where that is not for it to do. */
  refund: Money | null;
}

const inconclusive: Found = { finding: 'INCONCLUSIVE', refund: null };

type Moment = Pick<Deciding, 'today' | 'calendar' | 'policy' | 'platformPersonIds'>;

/**
 * What the records of its payment say of a simple case that was accepted; null where there is nothing to check. They are
 * conclusive only where they agree with the complaint in who paid and how much, and nobody has given anything back.
 */
export function checkOf(state: CaseState, { records, agreedElsewhere }: KnownPayment, moment: Moment): Found | null {
  const { transaction } = state;
  if (state.stage !== 'ACCEPTED' || state.track !== 'SIMPLE' || !transaction || records.length === 0) return null;
  const charges = records.filter(({ kind }) => kind === 'CHARGE');
  const paid = paidOf(state, records);
  const isSamePayment = charges.every(
    ({ amount, payerId }) => isSame(amount!, paid) && payerOf(state, payerId!) !== undefined,
  );
  const isGivenBack = [state, ...agreedElsewhere].some((each) => sumAgreed(each, refunding) > 0);
  const tell = checkOfReason[state.reason];
  if (!tell || !paid || !isSamePayment || isGivenBack) return inconclusive;
  const found = tell(records, paid, moment);
  return found.refund && !canBindPlatform(state, moment) ? inconclusive : found;
}

/** What was paid: as the case says, else as it was charged, where that is not less than is disputed; null where nothing was. */
function paidOf({ transaction, disputedAmount }: CaseState, records: readonly PaymentRecord[]): Money | null {
  const charge = records.find(({ kind }) => kind === 'CHARGE')?.amount ?? null;
  if (!charge || transaction!.amount) return charge && transaction!.amount;
  return disputedAmount && !isWithin(disputedAmount, charge) ? null : charge;
}

/** Whether a check finds what the case does not know yet: another finding, or that what the platform owes has arrived. */
export function hasNews(state: CaseState, payment: KnownPayment, moment: Moment): boolean {
  const found = checkOf(state, payment, moment);
  return (found !== null && found.finding !== state.paymentFinding) || arrivedRefund(state, payment) !== undefined;
}

/** What the platform gives money back for by itself. */
const puttingRightFindings: readonly (PaymentFinding | null)[] = [
  'DUPLICATE_CHARGE',
  'PAYMENT_NOT_COMPLETED',
  'REFUND_NOT_ARRIVED',
];

/**
 * The refund that the platform owes by its own finding, once a channel reports that it arrived: to the fen, and once. When it was
 * agreed nothing had arrived, else there would have been no such finding; so what has arrived came after. What somebody booked
 * already, contests, or agreed in another case about the payment is for people to sort out.
 */
export function arrivedRefund(state: CaseState, { records, agreedElsewhere }: KnownPayment): Term | undefined {
  if (state.stage !== 'EXECUTING' || !puttingRightFindings.includes(state.paymentFinding)) return undefined;
  if (agreedElsewhere.some((other) => sumAgreed(other, refunding) > 0)) return undefined;
  const [arrived, ...further] = records.filter(({ kind }) => kind === 'REFUND_ARRIVED');
  const platformId = platformOf(state)?.id;
  return state.terms.find(
    ({ id, kind, obligorId, amount, status }) =>
      arrived &&
      further.length === 0 &&
      refunding.includes(kind) &&
      obligorId === platformId &&
      isSame(arrived.amount!, amount) &&
      (status === 'OPEN' || status === 'REPORTED') &&
      !state.movements.some(({ termId }) => termId === id),
  );
}

/** The complainant who paid, and who is there to be paid back. */
function payerOf({ parties }: CaseState, payerId: Id): Party | undefined {
  return parties.find(
    ({ side, memberIds, leftAt, isUnreachable }) =>
      side === 'COMPLAINANT' && memberIds.includes(payerId) && leftAt === null && !isUnreachable,
  );
}

type Check = (records: readonly PaymentRecord[], paid: Money, moment: Moment) => Found;

const checkOfReason: Partial<Record<CaseReason, Check>> = {
  DUPLICATE_CHARGE(records, paid) {
    const isReversed = has(records, 'REFUND', 'REFUND_ARRIVED', 'REFUND_FAILED');
    const charges = records.filter(({ kind }) => kind === 'CHARGE');
    // What two systems report may be the same charge.
    const isOfOneSystem = charges.every(({ reportedBy }) => reportedBy === charges[0]!.reportedBy);
    const isTwice = charges.length === 2 && isOfOneSystem && !isReversed;
    return isTwice ? { finding: 'DUPLICATE_CHARGE', refund: paid } : inconclusive;
  },
  CHARGED_NOT_COMPLETED(records, paid) {
    const isUndone = has(records, 'FULFILMENT', 'REFUND', 'REFUND_ARRIVED', 'REFUND_FAILED');
    const [isCredited, isFailed] = [has(records, 'PAYEE_CREDIT'), has(records, 'PAYEE_CREDIT_FAILED')];
    if (countOf(records, 'CHARGE') > 1 || isUndone || isCredited === isFailed) return inconclusive;
    return isFailed
      ? { finding: 'PAYMENT_NOT_COMPLETED', refund: paid }
      : { finding: 'MERCHANT_FAILURE', refund: null };
  },
  REFUND_DELAYED(records, paid, { today, calendar, policy }) {
    const [refund, ...further] = records.filter(({ kind }) => kind === 'REFUND');
    const isPlain = countOf(records, 'CHARGE') === 1 && further.length === 0 && !has(records, 'REFUND_ARRIVED');
    if (!refund || !isPlain || !isWithin(refund.amount!, paid)) return inconclusive;
    // On its way it may still arrive: only one that failed, or is overdue, has not.
    const dueOn = dueDate(calendar, shanghaiDate(new Date(refund.at)), policy.refundWorkingDays).dueOn;
    const isMissing = has(records, 'REFUND_FAILED') || today > dueOn;
    return isMissing ? { finding: 'REFUND_NOT_ARRIVED', refund: refund.amount } : inconclusive;
  },
};

function has(records: readonly PaymentRecord[], ...kinds: PaymentRecordKind[]): boolean {
  return records.some(({ kind }) => kinds.includes(kind));
}

function countOf(records: readonly PaymentRecord[], kind: PaymentRecordKind): number {
  return records.filter((each) => each.kind === kind).length;
}

function isSame(a: Money, b: Money | null): boolean {
  return a.amountMinor === b?.amountMinor && a.currency === b.currency;
}

function isWithin(part: Money, whole: Money): boolean {
  return part.currency === whole.currency && part.amountMinor <= whole.amountMinor;
}

/** The platform among those who answer, where it is one of them. */
function platformOf({ parties }: CaseState): Party | undefined {
  return parties.find(({ kind, side, leftAt }) => kind === 'PLATFORM' && side !== 'COMPLAINANT' && leftAt === null);
}

/** Whether somebody acts for the platform in the case, or can. */
function canBindPlatform(state: CaseState, { platformPersonIds }: Moment): boolean {
  const present = platformOf(state);
  if (present) return present.memberIds.length > 0 && !present.isUnreachable;
  return platformPersonIds.some((id) => !involvedIn(state).includes(id));
}

/** What was found, for the parties where something follows from it; the platform joins where it is to give money back. */
export function paymentChecked(state: CaseState, payment: KnownPayment, deciding: Deciding): AnyNewCaseEvent[] {
  if (arrivedRefund(state, payment)) return [];
  const { finding, refund } = checkOf(state, payment, deciding)!;
  const audience = finding === 'INCONCLUSIVE' ? 'STAFF' : 'PARTIES';
  const checked = newEvent('PaymentChecked', { finding }, { audience });
  if (!refund || platformOf(state)) return [checked];
  return [checked, partyAdded(platformAs('THIRD_PARTY', involvedIn(state), deciding))];
}

/** Why the platform leaves a merchant's failure to the merchant, to readers of either language. */
const reasonOfLeaving =
  '自动核验：款项已到商家账户而订单未履行，属商家原因，需与商家协商。Automatic check: the money reached the payee, who has not done what was paid for; this is for the merchant to answer.';

/**
 * What the platform does about what it found: it gives the money back itself, books it once it arrived, or takes the case off
 * the fast track. Nobody else is bound by it: a merchant was not heard.
 */
export function puttingRight(state: CaseState, payment: KnownPayment, deciding: Deciding): AnyNewCaseEvent[] {
  const arrived = arrivedRefund(state, payment);
  if (arrived) return recordMovement(state, { termId: arrived.id, amount: arrived.amount! }, deciding);
  const { finding, refund: amount } = checkOf(state, payment, deciding)!;
  if (finding === 'MERCHANT_FAILURE') return leaveFastTrack(state, { reason: reasonOfLeaving }, deciding);
  if (!amount) return [];
  const { payerId } = payment.records.find(({ kind }) => kind === 'CHARGE')!;
  const kind = isSame(amount, paidOf(state, payment.records)) ? 'FULL_REFUND' : 'PARTIAL_REFUND';
  const [obligorId, beneficiaryId] = [platformOf(state)!.id, payerOf(state, payerId!)!.id];
  return fastTrack(state, { terms: [{ kind, obligorId, beneficiaryId, amount }] }, deciding);
}

export const automaticCheckEvolution: Evolution = {
  PaymentChecked(state, { payload }) {
    state.paymentFinding = payload.finding;
  },
};
