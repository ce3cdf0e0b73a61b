import type { SubmitCase } from '@accord/server/domain/filing';
import type { Person } from '@accord/server/domain/permission';
import { filing } from '../support/road.js';
import type { ModelCase } from './case.js';
import type { Dice } from './days.js';
import type { Kind } from './theme.js';

const kinds: readonly Kind[] = ['TRADE', 'TRADE', 'TRADE', 'ANOMALY', 'ANOMALY', 'REPAYMENT', 'ALONE'];
const classes = {
  REPAYMENT: { type: 'REPAYMENT', reason: 'CANNOT_REPAY_ON_TIME' },
  TRADE: { type: 'TRADE_DISPUTE', reason: 'NOT_AS_DESCRIBED' },
  ALONE: { type: 'TRADE_DISPUTE', reason: 'NOT_AS_DESCRIBED' },
} as const;
const anomalies = ['CHARGED_NOT_COMPLETED', 'DUPLICATE_CHARGE', 'REFUND_DELAYED'] as const;

export const anyKind = (dice: Dice, chosen: readonly Kind[] = kinds) => dice.pick(chosen);

type Modelled = ConstructorParameters<typeof ModelCase> extends [string, ...infer Rest] ? Rest : never;

/** A filing, and what the model is told of it; in a case of the kind ALONE nobody is found to answer. */
export function filingOf(kind: Kind, name: string, persons: Record<string, Person>, dice: Dice) {
  const { complainant, respondent, platform, integration } = persons;
  // Now and then a system files it for who paid.
  const isBySystem = dice.chance(0.2);
  const amountMinor = 25_900;
  const isPaid = kind === 'ANOMALY' || dice.chance(0.7);
  const amount = { amountMinor, currency: 'CNY' };
  // Where the amount is not told, what is disputed bounds what is given back.
  const told = dice.chance(0.8) ? { paidAt: '2025-01-06T02:00:00.000Z', amount } : {};
  const payment = { transaction: { reference: `M-${name}`, ...told }, disputedAmount: amount };
  const input: SubmitCase = {
    ...filing,
    ...(kind === 'ANOMALY' ? { type: 'PAYMENT_ANOMALY', reason: dice.pick(anomalies) } : classes[kind]),
    ...(isBySystem ? { channel: 'INTEGRATION', onBehalfOfId: complainant!.id } : {}),
    ...(kind === 'TRADE' || kind === 'ANOMALY' ? { respondentIds: [respondent!.id] } : {}),
    ...(isPaid ? payment : {}),
  };
  const answering = kind === 'REPAYMENT' ? [platform!.id] : kind === 'ALONE' ? [] : [respondent!.id];
  const track = kind === 'ANOMALY' ? 'SIMPLE' : 'STANDARD';
  const members: [string[], string[]] = [[complainant!.id], answering];
  const filer = (isBySystem ? integration : complainant)!;
  const systemId = isBySystem ? filer.id : null;
  const modelled: Modelled = [input.type, track, isPaid ? amountMinor : null, members, input.reason, systemId];
  return { filer, input, payment, modelled };
}
