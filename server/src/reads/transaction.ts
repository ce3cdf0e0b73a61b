import { column, instant, sql, wordsOf } from './field.js';
import type { Source, TypeRead } from './field.js';
import { money } from './money.js';
import { visibleCases } from './scope.js';

export const transactionRead: TypeRead = {
  name: 'Transaction',
  fields: {
    reference: column('reference'),
    paidAt: instant('paid_at'),
    amount: money(),
    // The rest is what this case says of it; another case of the same transaction may say otherwise.
    counterparty: sql((_row, { caseAlias }) => wordsOf(`${caseAlias}.counterparty_text_id`)),
    product: sql((_row, { caseAlias }) => `${caseAlias}.transaction_product`),
    orderStatus: sql((_row, { caseAlias }) => `${caseAlias}.order_status`),
  },
};

/** The transactions that the viewer complained of, the 100 that were paid last; each is a row with the newest of their cases of it. */
export const ownTransactions: Source = (alias, _row, { statement, scope }) => {
  const seen = statement.alias('c');
  const isComplainant = `c.id in (select m.case_id from party_member m join party p on p.id = m.party_id
    where m.person_id = ${statement.viewerId()} and p.side = 'COMPLAINANT')`;
  return {
    from: `(select distinct on (t.paid_at, t.id) ${seen}.*, t.reference, t.paid_at, t.amount_minor, t.currency
      from ${visibleCases(statement, scope, seen, isComplainant)} join payment_transaction t on t.id = ${seen}.transaction_id
      order by t.paid_at desc nulls last, t.id, ${seen}.filed_at desc, ${seen}.id desc limit 100) as ${alias}`,
    where: 'true',
    caseAlias: alias,
  };
};
