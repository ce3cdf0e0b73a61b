import type { CaseState, Id } from './case.js';
import { compensationLimit } from './compensation.js';
import type { Asking, Deciding } from './decision.js';
import type { Blocker } from './domain-error.js';
import type { Money } from './money.js';
import { bookedBy } from './movement.js';
import type { ReportedAmount } from './payment-record.js';
import type { CommandName } from './permission.js';
import { currencyOf, refunding } from './term.js';
import type { TermContent, TermKind } from './term.js';

/**
 * The commands through which terms are offered or come into force. Nothing else raises what a transaction gives back: money is
 * booked within terms that count in full from the day they are agreed, and a booking that is taken back lowers it.
 */
const agreeing: readonly CommandName[] = ['fastTrack', 'makeProposal', 'acceptProposal'];

/**
 * Whether a command weighs, or changes, what all cases of a transaction give back: those that agree, a booking that is taken
 * back, and what is told of the payment.
 */
export function concernsTransaction(command: CommandName, input: object): boolean {
  return (
    agreeing.includes(command) ||
    ('reversesId' in input && Boolean(input.reversesId)) ||
    ('transaction' in input && Boolean(input.transaction))
  );
}

/** What a case has agreed, what was booked for it, and what it says of the payment. */
export type Agreed = Pick<CaseState, 'terms' | 'movements' | 'transaction'>;

/** What is known of a payment beside the case: the cases that may be about the same, what channels charged, and what is back with the payer. */
type Elsewhere = Partial<Pick<Deciding, 'agreedElsewhere' | 'charges' | 'returned'>>;

/**
 * What forbids agreeing on these terms beside what is agreed already: too much refunded, or too much compensated. Without
 * the other cases of the payment it is what this case alone says, which everybody in it may know.
 */
export function limitBlockers(
  state: CaseState,
  terms: readonly TermContent[],
  deciding: Asking,
  elsewhere: Elsewhere = {},
): Blocker[] {
  const blockers: Blocker[] = [];
  const paid = mostPaid(state, terms, elsewhere);
  if (isRefundAbovePaid(state, terms, paid, elsewhere)) blockers.push({ code: 'REFUND_ABOVE_PAID', subjectIds: [] });
  if (isCompensationAboveLimit(state, terms, paid, deciding)) {
    blockers.push({ code: 'COMPENSATION_ABOVE_LIMIT', subjectIds: [] });
  }
  return blockers;
}

/**
 * A payment is given back once: what all its cases give back, and what came back without them, never exceeds it. Other cases
 * show in nothing but this.
 */
function isRefundAbovePaid(
  state: CaseState,
  terms: readonly TermContent[],
  paid: number | null,
  { agreedElsewhere = [], charges = [], returned = [] }: Elsewhere,
): boolean {
  const added = sumOf(terms, refunding);
  if (paid === null || added === 0) return false;
  const agreed = [state, ...agreedElsewhere].reduce((sum, each) => sum + sumAgreed(each, refunding), 0);
  const currency = currencyOf(state, terms);
  const back = mostReported(currency, returned);
  // What came back may be what was agreed, so it is not added to that; it may be a second charge, so all charges count.
  return agreed + added > paid || back + added > Math.max(paid, mostReported(currency, charges));
}

/** The most that one system reports in all: what two of them report may be the same money. */
function mostReported(currency: string | null, reported: readonly ReportedAmount[]): number {
  const sums = new Map<Id, number>();
  for (const { reportedBy, amountMinor, ...each } of reported) {
    if (each.currency === currency) sums.set(reportedBy, (sums.get(reportedBy) ?? 0) + amountMinor);
  }
  return Math.max(0, ...sums.values());
}

/**
 * The most that can be given back: what the case says was paid; where it does not say, what a channel charged, else what
 * other cases of the payment say, else what the complainant disputes. Null when nobody knows.
 */
function mostPaid(
  state: CaseState,
  terms: readonly TermContent[],
  { agreedElsewhere = [], charges = [] }: Elsewhere,
): number | null {
  const { transaction, disputedAmount } = state;
  if (!transaction || transaction.amount) return (transaction?.amount ?? disputedAmount)?.amountMinor ?? null;
  const currency = currencyOf(state, terms);
  const largest = (amounts: readonly (Money | null | undefined)[]) => {
    const ofCase = amounts.flatMap((amount) => (amount?.currency === currency ? [amount!.amountMinor] : []));
    return ofCase.length > 0 ? Math.max(...ofCase) : null;
  };
  const toldElsewhere = agreedElsewhere.map((other) => other.transaction?.amount);
  return largest(charges) ?? largest(toldElsewhere) ?? disputedAmount?.amountMinor ?? null;
}

function isCompensationAboveLimit(
  state: CaseState,
  terms: readonly TermContent[],
  paid: number | null,
  deciding: Asking,
): boolean {
  // What gives back no known payment is bounded as what compensates.
  const kinds: readonly TermKind[] = paid === null ? ['COMPENSATION', ...refunding] : ['COMPENSATION'];
  const compensation = terms.find(({ kind }) => kinds.includes(kind));
  if (!compensation || deciding.actor.role === 'SUPERVISOR') return false;
  const limit = compensationLimit(state, compensation.amount!.currency, deciding.policy);
  return sumAgreed(state, kinds) + sumOf(terms, kinds) > limit;
}

/** What is agreed already; of a term that was defaulted on only what was booked for it, because it is agreed anew. */
export function sumAgreed(
  { terms, movements }: Pick<Agreed, 'terms' | 'movements'>,
  kinds: readonly TermKind[],
): number {
  const ofKinds = terms.filter(({ kind }) => kinds.includes(kind));
  const defaulted = new Set(ofKinds.filter(({ status }) => status === 'DEFAULTED').map(({ id }) => id));
  const booked = movements.filter(({ termId }) => defaulted.has(termId));
  const running = ofKinds.filter(({ id }) => !defaulted.has(id));
  return sumOf(running, kinds) + booked.reduce((sum, movement) => sum + bookedBy(movement), 0);
}

function sumOf(terms: readonly TermContent[], kinds: readonly TermKind[]): number {
  return terms.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amount }) => sum + amount!.amountMinor, 0);
}
