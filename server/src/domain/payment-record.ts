import type { Id, Instant } from './case.js';
import { DomainError, badInput, requireText } from './domain-error.js';
import { requireMoney } from './money.js';
import type { Money } from './money.js';
import { requireRole } from './permission.js';
import type { Person } from './permission.js';

export const paymentRecordKinds = [
  'CHARGE',
  'PAYEE_CREDIT',
  'PAYEE_CREDIT_FAILED',
  'FULFILMENT',
  'REFUND',
  'REFUND_ARRIVED',
  'REFUND_FAILED',
] as const;
export type PaymentRecordKind = (typeof paymentRecordKinds)[number];

/** One thing that a payment channel knows of a payment. */
export interface PaymentRecord {
  kind: PaymentRecordKind;
  /** Null of a FULFILMENT, which moves no money. */
  amount: Money | null;
  at: Instant;
  /** Whose account was charged; null of everything but a CHARGE. */
  payerId: Id | null;
  /** The system that reported it. */
  reportedBy: Id;
}

/** What a system reported of the money of a payment. */
export type ReportedAmount = Money & Pick<PaymentRecord, 'reportedBy'>;

export interface RecordPayment {
  reference: string;
  kind: PaymentRecordKind;
  amount?: Money | null;
  at: Instant;
  /** As the reporting system names it, unique in that system. */
  externalId: string;
  payerId?: Id | null;
}

/** Refuses what cannot be meant, and a system of who is paid: it would testify in its own cause. */
export function paymentRecordOf(input: RecordPayment, reporter: Person, now: Instant): PaymentRecord {
  requireRole('recordPayment', reporter);
  if (reporter.partyKind === 'MERCHANT') {
    throw new DomainError('FORBIDDEN', 'recordPayment is not open to the system of a merchant');
  }
  const { kind, amount = null, at, payerId = null } = input;
  requireText('input.reference', input.reference, 1, 64);
  requireText('input.externalId', input.externalId, 1, 100);
  if (kind !== 'FULFILMENT' && !amount) throw badInput('input.amount', `is needed of a ${kind}`);
  if (kind === 'FULFILMENT' && amount) throw badInput('input.amount', 'does not belong to a FULFILMENT');
  if (amount) requireMoney('input.amount', amount);
  if (kind === 'CHARGE' && !payerId) throw badInput('input.payerId', 'is needed of a CHARGE');
  if (kind !== 'CHARGE' && payerId) throw badInput('input.payerId', 'belongs to a CHARGE');
  if (at > now) throw badInput('input.at', 'must not lie in the future');
  return { kind, amount, at, payerId, reportedBy: reporter.id };
}
