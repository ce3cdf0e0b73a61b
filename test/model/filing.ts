import type { SubmitCase } from '@accord/server/domain/filing';
import type { Person } from '@accord/server/domain/permission';
import { filing } from '../support/road.js';
import type { ModelCase } from './case.js';
import type { Dice } from './days.js';
import type { Kind } from './play.js';

const kinds: readonly Kind[] = ['TRADE', 'TRADE', 'TRADE', 'ANOMALY', 'ANOMALY', 'REPAYMENT', 'ALONE'];
const classes = {
  REPAYMENT: { type: 'REPAYMENT', reason: 'CANNOT_REPAY_ON_TIME' },
  TRADE: { type: 'TRADE_DISPUTE', reason: 'NOT_AS_DESCRIBED' },
  ALONE: { type: 'TRADE_DISPUTE', reason: 'NOT_AS_DESCRIBED' },
} as const;
const trades = ['NOT_AS_DESCRIBED', 'POOR_QUALITY'] as const;
const anomalies = ['CHARGED_NOT_COMPLETED', 'DUPLICATE_CHARGE', 'REFUND_DELAYED'] as const;

export const anyKind = (dice: Dice, chosen: readonly Kind[] = kinds) => dice.pick(chosen);

type Modelled = ConstructorParameters<typeof ModelCase> extends [string, ...infer Rest] ? Rest : never;

/** A filing, and what the model is told of it; in a case of the kind ALONE nobody is found to answer. */
export function filingOf(
  kind: Kind,
  reference: string,
  persons: Record<string, Person>,
  dice: Dice,
  beside?: ModelCase,
) {
  const { respondent, platform, integration, stranger } = persons;
  // Beside another case of the payment it is that of somebody else, or of the same.
  const complainant = beside && dice.chance(0.5) ? stranger : persons['complainant'];
  // Now and then a system files it for who paid.
  const isBySystem = dice.chance(0.2);
  const amountMinor = 25_900;
  const isAnomaly = kind === 'ANOMALY' || kind === 'CHECKED';
  const isAnswered = isAnomaly || kind === 'TRADE' || kind === 'PAID';
  const isPaid = isAnomaly || kind === 'PAID' || dice.chance(0.7);
  const amount = { amountMinor, currency: 'CNY' };
  // Where the amount is not told, what is disputed bounds what is given back.
  const isTold = kind === 'CHECKED' || dice.chance(0.8);
  const told = isTold ? { paidAt: '2025-01-06T02:00:00.000Z', amount } : {};
  const input: SubmitCase = {
    ...filing,
    ...classOf(kind, dice),
    ...(isBySystem ? { channel: 'INTEGRATION', onBehalfOfId: complainant!.id } : {}),
    ...(isAnswered ? { respondentIds: [respondent!.id] } : {}),
    ...(isPaid ? { transaction: { reference, ...told }, disputedAmount: amount } : {}),
  };
  const answering = kind === 'REPAYMENT' ? [platform!.id] : isAnswered ? [respondent!.id] : [];
  const track = isAnomaly ? 'SIMPLE' : 'STANDARD';
  const members: [string[], string[]] = [[complainant!.id], answering];
  const filer = (isBySystem ? integration : complainant)!;
  const more = { reason: input.reason, systemId: isBySystem ? filer.id : null, isTold };
  const modelled: Modelled = [input.type, track, isPaid ? amountMinor : null, members, more];
  // One case of a payment and reason is open: told whole, whoever filed it; told in part, one of each complainant.
  const isDuplicate =
    beside?.reason === input.reason &&
    ((isTold && beside.isTold) || beside.parties[0]!.memberIds.includes(complainant!.id));
  return { filer, input, modelled, isDuplicate };
}

function classOf(kind: Kind, dice: Dice): Pick<SubmitCase, 'type' | 'reason'> {
  if (kind === 'ANOMALY' || kind === 'CHECKED') return { type: 'PAYMENT_ANOMALY', reason: dice.pick(anomalies) };
  if (kind === 'PAID') return { type: 'TRADE_DISPUTE', reason: dice.pick(trades) };
  return classes[kind];
}
