import type { ModelCase } from './case.js';
import { platformOf } from './moves.js';
import type { Term } from './part.js';
import { dayAfter, statutory, type Day, type Dice } from './days.js';

/** A term as it is sent. */
interface SentTerm {
  kind: string;
  obligorId: string;
  beneficiaryId: string;
  amount?: { amountMinor: number; currency: string };
  dueOn?: Day;
  instalments?: { dueOn: Day; amount: { amountMinor: number; currency: string } }[];
}

const refunds = ['FULL_REFUND', 'PARTIAL_REFUND', 'FUND_RESTORATION'];
const cny = (amountMinor: number) => ({ amountMinor, currency: 'CNY' });

/** Terms worth offering; some ask for too much. */
export function termsFor(c: ModelCase, dice: Dice, road: 'SIMPLE' | 'STANDARD'): object[] {
  const answering = c.parties[1];
  const platform = platformOf(c);
  // The platform may pay for who does not.
  const seller = platform && dice.chance(answering!.isUnreachable ? 0.8 : 0.3) ? platform : answering;
  // Of several complainants each has terms of their own, who has left hardly any.
  const buyers = dice.chance(0.9) ? c.complainants() : c.parties.filter(({ side }) => side === 'COMPLAINANT');
  const between = () => ({ obligorId: seller!.id, beneficiaryId: dice.pick(buyers).id });
  const apology: SentTerm = { kind: 'APOLOGY', ...between() };
  const paid = c.paid ?? 10_000;
  const third = Math.ceil(paid / 3);
  // All that is left of the payment, and a little more.
  const left = Math.max(1, paid - givenBack(c));
  const refund: SentTerm = {
    kind: 'PARTIAL_REFUND',
    ...between(),
    amount: cny(dice.pick([third, third, third, third, third, third, left, left, left + 1, paid + 1])),
  };
  // Beside another case of the payment it is money that is wanted.
  if (c.siblings.length > 0 && dice.chance(0.5)) return [refund];
  if (road === 'SIMPLE') return [dice.chance(0.8) ? refund : apology];
  if (c.type === 'REPAYMENT') {
    const back = { obligorId: dice.pick(buyers).id, beneficiaryId: seller!.id };
    const plan = {
      kind: 'INSTALMENT_PLAN',
      ...back,
      amount: cny(3000),
      instalments: [
        { dueOn: dayAfter(c.now, 3), amount: cny(1000) },
        { dueOn: dayAfter(c.now, 12), amount: cny(2000) },
      ],
    };
    return [dice.pick<SentTerm>([plan, plan, { kind: 'DEFERMENT', ...back }, apology])];
  }
  const compensation: SentTerm = { kind: 'COMPENSATION', ...between(), amount: cny(dice.chance(0.3) ? 500_001 : 2000) };
  // Something for each of them, or for one.
  if (buyers.length > 1 && dice.chance(0.6)) {
    return buyers.map(({ id }) => ({ ...dice.pick([apology, refund, compensation]), beneficiaryId: id }));
  }
  const chosen = [dice.pick([apology, refund, compensation])];
  if (dice.chance(0.3)) chosen.push(dice.pick([refund, apology]));
  return chosen;
}

/** What these terms will be once they are agreed, and until when each is to be done. */
export function termsOf(sent: readonly SentTerm[], c?: ModelCase): Term[] {
  const almanac = c?.almanac ?? statutory;
  return sent.map(({ kind, obligorId, beneficiaryId, amount, instalments = [] }) => {
    const dated = instalments.map(({ dueOn, amount: part }) => {
      const days = { nominalOn: dueOn, dueOn: almanac.from(dueOn) };
      return { ...days, amount: part.amountMinor, isPaid: false, uncontestedOn: null };
    });
    const dueIn = dated.length > 0 ? null : refunds.includes(kind) ? 3 : 5;
    const dueOn = dated.at(-1)?.dueOn ?? c?.in(dueIn!) ?? '';
    const rest = { uncontestedOn: null, booked: 0, isByBooking: false, isOfPart: false, status: 'OPEN' as const };
    const money = amount?.amountMinor ?? null;
    return { id: '', kind, obligorId, beneficiaryId, amount: money, dueOn, dueIn, instalments: dated, ...rest };
  });
}

/** Why terms cannot be offered, by whom is told by the id of the party that offers them. */
export function termsGuard(c: ModelCase, sent: readonly SentTerm[], authorId: string | null): string | null {
  for (const { obligorId, beneficiaryId } of sent) {
    for (const id of [obligorId, beneficiaryId]) {
      const party = c.party(id)!;
      if (party.hasLeft) return 'PARTY_LEFT';
      if (party.memberIds.length === 0 || (party.isUnreachable && id !== authorId)) return 'PARTY_UNREACHABLE';
    }
  }
  return amountsGuard(c, termsOf(sent));
}

/** What a case has agreed; of what was defaulted on, and is agreed anew, only what was booked. */
function agreedIn({ terms }: ModelCase, kinds: readonly string[]): number {
  return terms.reduce((total, { kind, amount, status, booked }) => {
    return total + (kinds.includes(kind) ? (status === 'DEFAULTED' ? booked : amount!) : 0);
  }, 0);
}

export function givenElsewhere({ siblings }: ModelCase): number {
  return siblings.reduce((total, each) => total + agreedIn(each, refunds), 0);
}

/** What all cases of its payment give back. */
export function givenBack(c: ModelCase): number {
  return agreedIn(c, refunds) + givenElsewhere(c);
}

/** What a system reported of the payment, whichever of its cases it heard of. */
function reported(c: ModelCase, kind: 'CHARGE' | 'REFUND_ARRIVED'): number {
  const records = [c, ...c.siblings].flatMap((each) => each.records);
  return records.reduce((total, record) => total + (record.kind === kind ? record.amount! : 0), 0);
}

/**
 * Refunds of all cases of a payment stay within what was paid less what is back already, compensations within their limit, with
 * what is agreed already.
 */
export function amountsGuard(c: ModelCase, offered: readonly Term[]): string | null {
  const sum = (kinds: readonly string[]) =>
    offered.reduce((total, { kind, amount }) => total + (kinds.includes(kind) ? amount! : 0), 0) + agreedIn(c, kinds);
  const isRefund = offered.some(({ kind }) => refunds.includes(kind));
  if (c.paid !== null && isRefund) {
    const added = sum(refunds) - agreedIn(c, refunds);
    const isGivenTwice = reported(c, 'REFUND_ARRIVED') + added > Math.max(c.paid, reported(c, 'CHARGE'));
    if (givenBack(c) + added > c.paid || isGivenTwice) return 'REFUND_ABOVE_PAID';
  }
  // What gives back no known payment is bounded as what compensates.
  const kinds = c.paid === null ? ['COMPENSATION', ...refunds] : ['COMPENSATION'];
  return sum(kinds) > c.compensationLimit ? 'COMPENSATION_ABOVE_LIMIT' : null;
}
