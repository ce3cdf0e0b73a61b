import type { PoolClient } from 'pg';
import type { Id } from '../domain/case.js';
import type { TransactionInput, TransactionRecord } from '../domain/filing.js';
import type { PaymentRecordKind } from '../domain/payment-record.js';
import { openStages } from '../domain/stage.js';

/** How a statement names a payment that a case is about, with what it tells of it, and who complains. */
interface NamedPayment {
  reference: string;
  paidAt: string;
  amountMinor: string;
  currency: string;
  /** A sub-query of the persons. */
  complainants: string;
  openStages: string;
  exceptCaseId: string;
}

/**
 * A `TransactionRecord`, as JSON. Told whole, a payment has one open case of a reason, whoever filed it;
 * told in part, it has one of each complainant: else a reference alone could be taken away from who paid.
 */
export function transactionRecord({
  reference,
  paidAt,
  amountMinor,
  currency,
  complainants,
  openStages: stages,
  exceptCaseId,
}: NamedPayment): string {
  const named = `row(null, ${reference}, ${paidAt}, ${amountMinor}, ${currency})::payment_transaction`;
  const isSame = `(t.paid_at, t.amount_minor, t.currency) is not distinct from (${paidAt}, ${amountMinor}, ${currency})`;
  return `
    (select json_build_object(
      'id', (select t.id from payment_transaction t where t.reference = ${reference} and ${isSame}),
      'openCases', coalesce((
        select json_agg(json_build_object('id', c.id, 'reason', c.reason))
        from payment_transaction t join dispute_case c on c.transaction_id = t.id
        where t.reference = ${reference} and may_be_same_payment(t, ${named}) and c.stage = any(${stages})
          and c.id is distinct from ${exceptCaseId}
          and ((t.paid_at, t.amount_minor) = (${paidAt}, ${amountMinor}) or exists (
            select from party p join party_member m on m.party_id = p.id
            where p.case_id = c.id and p.side = 'COMPLAINANT' and m.person_id in (${complainants})))), '[]')))`;
}

/** What the other cases of a case's payment have agreed and say of it, as JSON. */
export function agreedElsewhere(caseId: string): string {
  return `
    (select json_agg(json_build_object(
      'terms', s.state->'terms', 'movements', s.state->'movements', 'transaction', s.state->'transaction'))
    from dispute_case own join payment_transaction mine on mine.id = own.transaction_id
    join payment_transaction theirs on theirs.reference = mine.reference and may_be_same_payment(mine, theirs)
    join dispute_case other on other.transaction_id = theirs.id and other.id <> own.id
    join case_snapshot s on s.case_id = other.id
    where own.id = ${caseId})`;
}

/** The amounts of such records under the reference of a case's payment, as JSON. */
export function amountsReported(caseId: string, kind: PaymentRecordKind): string {
  return `
    (select json_agg(json_build_object('amountMinor', r.amount_minor, 'currency', r.currency, 'reportedBy', r.reported_by))
    from dispute_case c join payment_transaction t on t.id = c.transaction_id
    join payment_record r on r.reference = t.reference and r.kind = '${kind}'
    where c.id = ${caseId})`;
}

type Told = Pick<TransactionInput, 'paidAt' | 'amount'>;

/** What tells one payment from another, beside its reference; out of its range an amount names no payment on record. */
export function paymentOf({ paidAt = null, amount }: Told): [string | null, number | null, string | null] {
  if (!amount) return [paidAt, null, null];
  return [paidAt, Number.isSafeInteger(amount.amountMinor) ? amount.amountMinor : 0, amount.currency];
}

const recordAmended = {
  name: 'transaction-record-amended',
  text: `
    select ${transactionRecord({
      reference: 'own.reference',
      paidAt: 'coalesce(own.paid_at, $2::timestamptz)',
      amountMinor: 'coalesce(own.amount_minor, $3::bigint)',
      currency: 'coalesce(own.currency, $4::text)',
      complainants: `select m.person_id from party p join party_member m on m.party_id = p.id
        where p.case_id = $1 and p.side = 'COMPLAINANT'`,
      openStages: '$5',
      exceptCaseId: '$1',
    })} as record
    from dispute_case filed join payment_transaction own on own.id = filed.transaction_id where filed.id = $1`,
};

/** What is on record of the payment that a case names once it tells this of it; null when it names none. */
export async function recordOnceTold(client: PoolClient, caseId: Id, told: Told): Promise<TransactionRecord | null> {
  const values = [caseId, ...paymentOf(told), openStages];
  const { rows } = await client.query<{ record: TransactionRecord }>({ ...recordAmended, values });
  return rows[0]?.record ?? null;
}
