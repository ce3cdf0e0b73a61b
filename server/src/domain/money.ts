import { badInput } from './domain-error.js';

/** An amount of money in integer minor units (fen, cents) of an ISO 4217 currency. */
export interface Money {
  amountMinor: number;
  currency: string;
}

/** Largest amount a case can name, in minor units; far below 2⁵³ so that sums stay exact. */
const LARGEST_AMOUNT = 1_000_000_000_000_00;

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Refuses an amount that is not a positive whole number of minor units, or a currency that ISO 4217 does not list. */
export function requireMoney(path: string, money: Money): Money {
  if (!Number.isSafeInteger(money.amountMinor) || money.amountMinor <= 0 || money.amountMinor > LARGEST_AMOUNT) {
    throw badInput(`${path}.amountMinor`, `must be a whole number from 1 to ${LARGEST_AMOUNT}`);
  }
  if (!currencies.has(money.currency)) {
    throw badInput(`${path}.currency`, 'must be an ISO 4217 code such as CNY');
  }
  return money;
}

/** Refuses an amount in another currency than the case's: a case has one. */
export function requireCurrency(path: string, money: Money, currency: string | null): void {
  if (currency !== null && money.currency !== currency) {
    throw badInput(`${path}.currency`, `must be ${currency}, the currency of the case`);
  }
}
