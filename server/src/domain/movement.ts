import { newEvent } from './case-event.js';
import type { Id, Instant, TextRef } from './case.js';
import type { Decision } from './decision.js';
import { badInput, blocked, requireNone, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { blockedIf, unlessOneIsFree } from './guard.js';
import type { Guard, SubjectGuard } from './guard.js';
import { requireCurrency, requireMoney } from './money.js';
import type { Money } from './money.js';
import { isToDo, onlyWhileToDo, othersDebt, termOf } from './settlement.js';
import type { Term } from './term.js';

/** Money booked for a term, from its obligor to its beneficiary. */
export interface Movement {
  id: Id;
  termId: Id;
  amount: Money;
  /** Of the booking, as the books name it. */
  reference: TextRef | null;
  recordedAt: Instant;
}

export interface RecordMovement {
  termId: Id;
  amount: Money;
  reference?: string | null;
}

const movementBlockersOf: SubjectGuard<Term> = (_state, term) =>
  blockedIf(!isToDo(term), 'TERM_NOT_OPEN', [term.id]).concat(
    blockedIf(term.amount === null, 'TERM_MOVES_NO_MONEY', [term.id]),
  );

export const movementBlockers = onlyWhileToDo(unlessOneIsFree(({ terms }) => terms, movementBlockersOf));

/** Books money; what is booked for a term never exceeds its amount, and fulfils it once it is all of it. */
export const recordMovement: Decision<RecordMovement> = (state, input, deciding) => {
  const term = termOf(state, input.termId);
  requireNone(movementBlockersOf(state, term, deciding));
  const due = term.amount!;
  const amount = requireMoney('input.amount', input.amount);
  requireCurrency('input.amount', amount, due.currency);
  const booked = state.movements
    .filter((movement) => movement.termId === term.id)
    .reduce((sum, movement) => sum + movement.amount.amountMinor, amount.amountMinor);
  if (booked > due.amountMinor) throw blocked('MOVEMENT_ABOVE_TERM', [term.id]);
  const reference = input.reference ? deciding.text(requireText('input.reference', input.reference, 1, 200)) : null;
  const recorded = newEvent('MovementRecorded', { movementId: deciding.newId(), termId: term.id, amount, reference });
  const isCovered = booked === due.amountMinor;
  return isCovered ? [recorded, newEvent('TermFulfilled', { termId: term.id, by: 'BOOKED' })] : [recorded];
};

export interface RecordInstalment {
  termId: Id;
  number: number;
  reference?: string | null;
}

/** Of plans, and of deferments, each a plan of one payment. */
const isPlanInForce = ({ status }: Term) => status === 'IN_FORCE';

const instalmentBlockersOf: SubjectGuard<Term> = (_state, term, asking) => {
  const others = othersDebt(term, asking);
  if (others.length > 0) return others;
  return blockedIf(!isPlanInForce(term), 'TERM_NOT_OPEN', [term.id]);
};

const ofAnyInstalment = unlessOneIsFree(({ terms }) => terms, instalmentBlockersOf);

/** In every stage, while a plan is in force. */
export const instalmentBlockers: Guard = (state, asking) =>
  state.terms.some(isPlanInForce) ? ofAnyInstalment(state, asking) : blockedIf(true, 'WRONG_STAGE', [state.id]);

/** Records that an instalment of a plan in force was paid, in whatever order; the last one fulfils it. */
export const recordInstalment: Decision<RecordInstalment> = (state, input, deciding) => {
  const term = termOf(state, input.termId);
  requireNone(instalmentBlockersOf(state, term, deciding));
  const instalments = term.kind === 'DEFERMENT' ? [{ number: 1, paidAt: null }] : term.instalments;
  const instalment = instalments.find((each) => each.number === input.number);
  if (!instalment) throw badInput('input.number', 'must be the number of an instalment of the term');
  if (instalment.paidAt) throw blocked('INSTALMENT_PAID', [term.id]);
  const reference = input.reference ? deciding.text(requireText('input.reference', input.reference, 1, 200)) : null;
  const recorded = newEvent('InstalmentRecorded', { termId: term.id, number: input.number, reference });
  const isLast = instalments.every((each) => each.paidAt !== null || each === instalment);
  return isLast ? [recorded, newEvent('TermFulfilled', { termId: term.id, by: 'BOOKED' })] : [recorded];
};

export const movementEvolution: Evolution = {
  MovementRecorded(state, { payload, at }) {
    const { movementId: id, ...movement } = payload;
    state.movements.push({ id, ...movement, recordedAt: at });
  },
  InstalmentRecorded(state, { payload, at }) {
    const term = termOf(state, payload.termId);
    term.instalments = term.instalments.map((each) =>
      each.number === payload.number ? { ...each, paidAt: at } : each,
    );
  },
};
