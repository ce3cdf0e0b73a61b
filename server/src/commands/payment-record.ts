import type { ClientBase, Pool } from 'pg';
import { hasNews } from '../domain/automatic-check.js';
import type { KnownPayment } from '../domain/automatic-check.js';
import type { CaseState, Id, Instant } from '../domain/case.js';
import { canonicalJson, sha256 } from '../domain/canonical-json.js';
import { performCheck } from '../domain/command.js';
import { dueDeadline } from '../domain/deadline.js';
import { notFound } from '../domain/domain-error.js';
import { foldVersion } from '../domain/evolve.js';
import { paymentRecordOf } from '../domain/payment-record.js';
import type { PaymentRecord, RecordPayment } from '../domain/payment-record.js';
import type { Person } from '../domain/permission.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import type { LocalDate } from '../domain/working-calendar.js';
import { publishedVersions } from '../entities/published.js';
import type { PublishedVersions } from '../entities/published.js';
import {
  applyChange,
  caseLock,
  clockOf,
  newId,
  platformPersons,
  transact,
  transactionLock,
} from './case-transaction.js';
import { keyLock, keyOf, requireSameInput } from './idempotency.js';
import type { Runtime } from './runtime.js';

/** A record as it was stored. */
export interface StoredPaymentRecord extends PaymentRecord {
  reference: string;
  externalId: string;
  recordedAt: Instant;
}

interface Known extends StoredPaymentRecord {
  input_digest: string;
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const knownRecord = {
  name: 'known-payment-record',
  text: `
    select reference, kind, case when amount_minor is not null then
        json_build_object('amountMinor', amount_minor, 'currency', currency) end as amount,
      ${utc('at')} as at, payer_id as "payerId", reported_by as "reportedBy", external_id as "externalId", ${utc('recorded_at')} as "recordedAt", input_digest
    from payment_record where reported_by = $1 and (external_id = $2 or key_digest = $3) order by recorded_at limit 1`,
};

/**
 * Keeps what a payment channel knows of a payment, whether or not a case is about it; it is never changed. A repeat of an
 * external id, or of an idempotency key, answers the first record; with another content it is IDEMPOTENCY_MISMATCH.
 */
export async function recordPayment(
  runtime: Runtime,
  person: Person,
  idempotencyKey: string | null,
  input: RecordPayment,
): Promise<StoredPaymentRecord> {
  const { reference, externalId } = input;
  const key = keyOf(idempotencyKey, input);
  const digest = sha256(canonicalJson(input));
  const locks = [...(key ? [keyLock(person.id, key)] : []), `payment record ${person.id} ${externalId}`];
  const opening = { locks, load: { ...knownRecord, values: [person.id, externalId, key?.key ?? ''] } };
  const stored = await transact<StoredPaymentRecord, Known>(runtime, opening, async (client, now, [known]) => {
    if (known) {
      requireSameInput(known, digest);
      return known;
    }
    const record = paymentRecordOf(input, person, now);
    const { kind, amount, at, payerId } = record;
    const { rowCount } = await client.query({
      name: 'record-payment',
      text: `
        insert into payment_record (id, reference, kind, amount_minor, currency, at, payer_id, external_id, reported_by, recorded_at,
          key_digest, input_digest)
        select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
        where $7::uuid is null or exists (select from person where id = $7 and is_active)`,
      values: [
        newId(Date.parse(now)),
        reference,
        kind,
        amount?.amountMinor ?? null,
        amount?.currency ?? null,
        at,
        payerId,
        externalId,
        person.id,
        now,
        key?.key ?? null,
        digest,
      ],
    });
    if (rowCount === 0) throw notFound('input.payerId');
    return { ...record, reference, externalId, recordedAt: now };
  });
  announcePayment(runtime);
  return stored;
}

/** Tells the sweep of this process that there may be something to check; others see it within a minute. */
export function announcePayment({ alarm }: Pick<Runtime, 'alarm'>): void {
  alarm.dispatchEvent(new Event('payment'));
}

interface Loaded extends PublishedVersions, KnownPayment {
  id: Id;
  reference: string;
  state: CaseState;
  revisedTo: number;
  platformPersonIds: Id[];
}

/** What is known of the payment of case `c`, as select list. */
const knownPayment = `
  coalesce((select json_agg(json_build_object('kind', r.kind, 'at', ${utc('r.at')},
      'payerId', r.payer_id, 'reportedBy', r.reported_by, 'amount', case when r.amount_minor is not null
        then json_build_object('amountMinor', r.amount_minor, 'currency', r.currency) end) order by r.at, r.id)
    from payment_record r where r.reference = t.reference), '[]') as records,
  coalesce((select json_agg(json_build_object(
      'terms', o.state->'terms', 'movements', o.state->'movements', 'transaction', o.state->'transaction'))
    from payment_transaction same join dispute_case other on other.transaction_id = same.id and other.id <> c.id
    join case_snapshot o on o.case_id = other.id where same.reference = t.reference), '[]') as "agreedElsewhere"`;

/** What a check looks at, of each case whose payment a record can decide, or on which a refund can have arrived. */
const checked = `
  select c.id, t.reference, s.state, s.calendar_version as "revisedTo", ${publishedVersions}, ${knownPayment},
    ${platformPersons} as "platformPersonIds"
  from dispute_case c join payment_transaction t on t.id = c.transaction_id join case_snapshot s on s.case_id = c.id
  where c.stage in ('ACCEPTED', 'EXECUTING') and c.track = 'SIMPLE' and s.fold_version >= $1
    and exists (select from payment_record r where r.reference = t.reference and (c.stage = 'ACCEPTED' or r.kind = 'REFUND_ARRIVED'))`;

/**
 * Checks the payments of simple cases, and answers of how many something new was found. All are looked at in one statement; only
 * a case of which the records say something new is changed, in a transaction of its own. One that fails is reported once the
 * others are done.
 */
export async function checkPayments(runtime: Runtime): Promise<number> {
  const { rows } = await runtime.pool.query<Loaded>({
    name: 'checkable-cases',
    text: `${checked} order by c.filed_at, c.id`,
    values: [foldVersion],
  });
  if (rows.length === 0) return 0;
  const today = shanghaiDate(await clockOf(runtime));
  const failures: unknown[] = [];
  let found = 0;
  for (const loaded of rows) {
    try {
      if ((await saysSomethingNew(runtime, runtime.pool, loaded, today)) && (await checkPayment(runtime, loaded)))
        found += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return found;
}

async function saysSomethingNew(
  { published, policy }: Runtime,
  client: ClientBase | Pool,
  loaded: Loaded,
  today: LocalDate,
): Promise<boolean> {
  const { calendar } = await published.inForce(client, loaded);
  const { state, platformPersonIds } = loaded;
  return hasNews(state, loaded, { today, calendar, policy, platformPersonIds });
}

/** False when nothing new was found, or something else is to act on the case first: a later check finds it then. */
function checkPayment(runtime: Runtime, { id, reference }: Pick<Loaded, 'id' | 'reference'>): Promise<boolean> {
  const locks = [transactionLock(reference), caseLock(id)];
  const load = { name: 'load-checked', text: `${checked} and c.id = $2`, values: [foldVersion, id] };
  return transact<boolean, Loaded>(runtime, { locks, load }, async (client, now, [loaded]) => {
    if (!loaded) return false;
    const { state, revisedTo, platformPersonIds, records, agreedElsewhere, ...versions } = loaded;
    const { calendar } = await runtime.published.inForce(client, versions);
    const today = shanghaiDate(new Date(now));
    if (revisedTo < versions.calendarVersion || dueDeadline(state, today, calendar)) return false;
    if (!(await saysSomethingNew(runtime, client, loaded, today))) return false;
    const charges = records.flatMap(({ kind, amount, reportedBy }) =>
      kind === 'CHARGE' && amount ? [{ ...amount, reportedBy }] : [],
    );
    const known = { persons: new Map(), routeIds: [], platformPersonIds, agreedElsewhere, charges };
    await applyChange(client, runtime, { state, versions, known }, now, (moment) =>
      performCheck(state, { records, agreedElsewhere }, moment),
    );
    return true;
  });
}
