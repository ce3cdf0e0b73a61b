import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Id, Instant, TextRef } from './case.js';
import type { Deciding, Decision } from './decision.js';
import { badInput, blocked, notFound, requireNone, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { blockedIf, gathered, unlessOneIsFree } from './guard.js';
import type { Guard, SubjectGuard } from './guard.js';
import { requireCurrency, requireMoney } from './money.js';
import type { Money } from './money.js';
import { isToDo, onlyWhileToDo, termOf } from './settlement.js';
import type { Term } from './term.js';

/** Money booked for a term, from its obligor to its beneficiary; or a booking that was wrong taken back, the other way. */
export interface Movement {
  id: Id;
  termId: Id;
  amount: Money;
  /** Of the booking, as the books name it. */
  reference: TextRef | null;
  /** The earlier movement that it takes back, whole; null for a booking. */
  reversesId: Id | null;
  /** Why that was wrong; null for a booking. */
  reason: TextRef | null;
  recordedAt: Instant;
}

export interface RecordMovement {
  termId: Id;
  amount: Money;
  reference?: string | null;
  reversesId?: Id | null;
  reason?: string | null;
}

/** What a movement adds to what was booked for its term, in minor units. */
export function bookedBy({ amount, reversesId }: Pick<Movement, 'amount' | 'reversesId'>): number {
  return reversesId ? -amount.amountMinor : amount.amountMinor;
}

function bookedFor({ movements }: CaseState, termId: Id): number {
  return movements.filter((each) => each.termId === termId).reduce((sum, each) => sum + bookedBy(each), 0);
}

const bookingBlockersOf: SubjectGuard<Term> = (_state, term) =>
  blockedIf(!isToDo(term), 'TERM_NOT_OPEN', [term.id]).concat(
    blockedIf(term.amount === null, 'TERM_MOVES_NO_MONEY', [term.id]),
  );

/** A booking is taken back once; what takes one back stays. */
const reversalBlockersOf: SubjectGuard<Movement> = ({ movements }, { id, reversesId }) =>
  blockedIf(Boolean(reversesId) || movements.some((each) => each.reversesId === id), 'MOVEMENT_REVERSED', [id]);

const bookingBlockers = onlyWhileToDo(unlessOneIsFree(({ terms }) => terms, bookingBlockersOf));

/** Money is booked while terms are to be done; a wrong booking is taken back whenever it is noticed. */
export const movementBlockers: Guard = (state, asking) => {
  const booking = bookingBlockers(state, asking);
  const reversal = state.movements.map((movement) => reversalBlockersOf(state, movement, asking));
  if (booking.length === 0 || reversal.some((each) => each.length === 0)) return [];
  return gathered([...booking, ...reversal.flat()]);
};

/** Books money; what is booked for a term never exceeds its amount, and fulfils it once it is all of it. */
export const recordMovement: Decision<RecordMovement> = (state, input, deciding) => {
  const term = termOf(state, input.termId);
  const reference = input.reference ? requireText('input.reference', input.reference, 1, 200) : null;
  if (input.reversesId) return reversed(state, term, input, reference, deciding);
  if (input.reason) throw badInput('input.reason', 'belongs to a movement that reverses another');
  requireNone(bookingBlockersOf(state, term, deciding));
  const due = term.amount!;
  const amount = requireMoney('input.amount', input.amount);
  requireCurrency('input.amount', amount, due.currency);
  const booked = bookedFor(state, term.id) + amount.amountMinor;
  if (booked > due.amountMinor) throw blocked('MOVEMENT_ABOVE_TERM', [term.id]);
  const recorded = newEvent('MovementRecorded', {
    movementId: deciding.newId(),
    termId: term.id,
    amount,
    reference: reference === null ? null : deciding.text(reference),
    reversesId: null,
    reason: null,
  });
  const isCovered = booked === due.amountMinor;
  return isCovered ? [recorded, newEvent('TermFulfilled', { termId: term.id, by: 'BOOKED' })] : [recorded];
};

/** Takes a wrong booking back, whole; the term that counts as done by nothing but what was booked is to be done again. */
function reversed(
  state: CaseState,
  term: Term,
  input: RecordMovement,
  reference: string | null,
  deciding: Deciding,
): AnyNewCaseEvent[] {
  const movement = state.movements.find(({ id }) => id === input.reversesId);
  if (!movement) throw notFound('input.reversesId');
  requireNone(reversalBlockersOf(state, movement, deciding));
  if (movement.termId !== term.id) throw badInput('input.termId', 'must be the term of the movement that is reversed');
  const { amountMinor, currency } = movement.amount;
  if (input.amount.amountMinor !== amountMinor || input.amount.currency !== currency) {
    throw badInput('input.amount', 'must be the whole amount of the movement that is reversed');
  }
  const reason = requireText('input.reason', input.reason ?? '');
  const recorded = newEvent('MovementRecorded', {
    movementId: deciding.newId(),
    termId: term.id,
    amount: movement.amount,
    reference: reference === null ? null : deciding.text(reference),
    reversesId: movement.id,
    reason: deciding.text(reason),
  });
  // What the beneficiary confirmed, or left uncontested, is done whatever the books say.
  const isUndone = term.status === 'FULFILLED' && term.fulfilledBy === 'BOOKED';
  return isUndone ? [recorded, newEvent('TermReopened', { termId: term.id })] : [recorded];
}

export const movementEvolution: Evolution = {
  MovementRecorded(state, { payload, at }) {
    const { movementId: id, reversesId = null, reason = null, ...movement } = payload;
    state.movements.push({ id, ...movement, reversesId, reason, recordedAt: at });
  },
};
