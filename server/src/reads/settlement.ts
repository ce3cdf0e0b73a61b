import { children, column, globalId, instant, instantText, referenced, sql, words } from './field.js';
import type { ObjectRead, TypeRead } from './field.js';
import { jsonMoney, money, moneyOf } from './money.js';
import { partyRead } from './party.js';

const instalmentRead: TypeRead = {
  name: 'Instalment',
  fields: {
    number: column('number'),
    nominalOn: column('"nominalOn"'),
    dueOn: column('"dueOn"'),
    isProvisional: sql(
      (row) => `${row}."dueOn" > (select announced_through from calendar_version order by version desc limit 1)`,
    ),
    amount: jsonMoney,
    reportedAt: column('"reportedAt"'),
    contestedAt: column('"contestedAt"'),
    uncontestedOn: column('"uncontestedOn"'),
    paidAt: column('"paidAt"'),
  },
};

export const termRead: TypeRead = {
  name: 'Term',
  fields: {
    id: globalId('term'),
    kind: column('kind'),
    obligor: referenced(() => partyRead, 'party', 'obligor_id'),
    beneficiary: referenced(() => partyRead, 'party', 'beneficiary_id'),
    amount: money(),
    dueOn: column('due_on'),
    text: words('text_id'),
    instalments: {
      kind: 'list',
      of: () => instalmentRead,
      source: (alias, row) => ({
        from: `jsonb_to_recordset(${row}.instalments) as ${alias}(number int, "nominalOn" date, "dueOn" date, amount jsonb,
          "reportedAt" text, "contestedAt" text, "uncontestedOn" date, "paidAt" text)`,
        where: 'true',
      }),
      order: (alias) => `${alias}.number`,
    },
    status: column('status'),
    reportedAt: instant('reported_at'),
    contestedAt: instant('contested_at'),
    fulfilledAt: instant('fulfilled_at'),
  },
};

/** Of an agreed term: what has come of its money; one that is fulfilled was paid in full, whether it was booked or confirmed. */
const paidOf = (term: string) => `case
  when ${term}.status = 'FULFILLED' then ${term}.amount_minor
  when ${term}.kind = 'INSTALMENT_PLAN' then (select coalesce(sum((i->'amount'->>'amountMinor')::bigint), 0)
    from jsonb_array_elements(${term}.instalments) i where i->>'paidAt' is not null)
  else (select coalesce(sum(case when m.reverses_id is null then m.amount_minor else -m.amount_minor end), 0)
    from movement m where m.term_id = ${term}.id) end`;

/** Of an agreed term: what it says, or what was paid before it was defaulted on, because the rest is agreed anew. */
const owedOf = (term: string) =>
  `case when ${term}.status = 'DEFAULTED' then ${paidOf(term)} else ${term}.amount_minor end`;

/** A sum over the agreed terms that move money; null when none does. */
const sumOfTerms = (amount: (term: string) => string) =>
  moneyOf(
    (row) => `select sum(${amount('s')})::bigint as amount_minor, max(s.currency) as currency from term s
      where ${isAgreed('s', row)} and s.amount_minor is not null`,
  );

/** The terms that were agreed, or that the fast track set: those with a status. */
const settlementRead: TypeRead = {
  name: 'Settlement',
  fields: {
    // A partial settlement and the fast track leave no date on the case: the log has it.
    agreedAt: sql((row) =>
      instantText(`coalesce(${row}.agreed_at, (select min(e.at) from case_event e
      where e.case_id = ${row}.id and e.type in ('SettlementReached', 'CaseFastTracked')))`),
    ),
    agreed: sumOfTerms(owedOf),
    moved: sumOfTerms(paidOf),
    open: sumOfTerms((term) => `${owedOf(term)} - ${paidOf(term)}`),
    terms: {
      ...children(() => termRead, 'term', 'case_id', 'ordinal, id'),
      source: (alias, row) => ({ from: `term ${alias}`, where: isAgreed(alias, row) }),
    },
  },
};

const isAgreed = (alias: string, row: string) => `${alias}.case_id = ${row}.id and ${alias}.status is not null`;

/** Of a case: what it was settled by, null until something is agreed. */
export const settlementOfCase: ObjectRead = {
  kind: 'object',
  of: () => settlementRead,
  isThere: (row) => `exists (select from term a where ${isAgreed('a', row)})`,
};

/** The last word of a supervisor on how much a case may compensate. */
export const compensationAllowedOfCase: ObjectRead = moneyOf(
  (
    row,
  ) => `select (e.payload->'amount'->>'amountMinor')::bigint as amount_minor, e.payload->'amount'->>'currency' as currency
    from case_event e where e.case_id = ${row}.id and e.type = 'CompensationAllowed'
    order by e.epoch desc, e.xid desc, e.seq desc limit 1`,
);

/** Money booked for terms. */
export const movementRead: TypeRead = {
  name: 'Movement',
  fields: {
    id: globalId('movement'),
    term: referenced(() => termRead, 'term', 'term_id'),
    amount: money(),
    reference: words('reference_text_id'),
    reversesId: globalId('movement', 'reverses_id'),
    reason: words('reason_text_id'),
    isReversed: sql((row) => `exists (select from movement later where later.reverses_id = ${row}.id)`),
    recordedAt: instant('recorded_at'),
  },
};
