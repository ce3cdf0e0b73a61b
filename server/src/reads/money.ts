import { column, sql } from './field.js';
import type { ObjectRead, TypeRead } from './field.js';

function moneyRead(amount: string, currency: string): TypeRead {
  return { name: 'Money', fields: { amountMinor: column(amount), currency: column(currency) } };
}

/** Money in two columns of the row; null while the amount is. */
export function money(amount = 'amount_minor', currency = 'currency'): ObjectRead {
  const read = moneyRead(amount, currency);
  return { kind: 'object', of: () => read, isThere: (row) => `${row}.${amount} is not null` };
}

const jsonMoneyRead: TypeRead = {
  name: 'Money',
  fields: {
    amountMinor: sql((row) => `(${row}.amount->>'amountMinor')::bigint`),
    currency: sql((row) => `${row}.amount->>'currency'`),
  },
};

/** Money in a JSON column `amount` of the row. */
export const jsonMoney: ObjectRead = { kind: 'object', of: () => jsonMoneyRead };

/** Money that a sub-query gives, as `amount_minor` and `currency`; null while the amount is. */
export function moneyOf(query: (row: string) => string): ObjectRead {
  const read = moneyRead('amount_minor', 'currency');
  const source: ObjectRead['source'] = (alias, row) => ({
    from: `(${query(row)}) ${alias}`,
    where: `${alias}.amount_minor is not null`,
  });
  return { kind: 'object', of: () => read, source };
}
