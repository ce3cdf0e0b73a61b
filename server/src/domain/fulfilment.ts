import { newEvent } from './case-event.js';
import type { CaseState, Id } from './case.js';
import { daysFromToday } from './decision.js';
import type { Decision } from './decision.js';
import { requireNone, requireText } from './domain-error.js';
import { blockedIf, passed, unlessOneIsFree } from './guard.js';
import type { Guard, SubjectGuard } from './guard.js';
import { isPlanInForce, paid, paymentNamed, paymentsOf } from './instalment.js';
import type { Payment } from './instalment.js';
import { first, isToDo, onlyWhileToDo, othersClaim, othersDebt, termOf } from './settlement.js';
import type { Term } from './term.js';

/** What somebody can say was done, or was not: a term, or one payment of a plan in force. */
interface Owed {
  term: Term;
  payment: Payment | null;
}

const fulfilmentBlockersOf: SubjectGuard<Term> = (_state, term, asking) => {
  const isOpen = term.status === 'OPEN' || term.status === 'CONTESTED';
  return first(othersDebt(term, asking), blockedIf(!isOpen, 'TERM_NOT_OPEN', [term.id]));
};

const confirmationBlockersOf: SubjectGuard<Owed> = (_state, { term, payment }, asking) => {
  const isOpen = payment ? isPlanInForce(term) : isToDo(term);
  return first(
    othersClaim(term, asking),
    blockedIf(!isOpen, 'TERM_NOT_OPEN', [term.id]),
    blockedIf(payment !== null && payment.paidAt !== null, 'INSTALMENT_PAID', [term.id]),
  );
};

const contestBlockersOf: SubjectGuard<Owed> = (_state, { term, payment }, asking) => {
  const isReported = payment ? isPlanInForce(term) && payment.uncontestedOn !== null : term.status === 'REPORTED';
  return first(
    othersClaim(term, asking),
    blockedIf(!isReported, 'TERM_NOT_OPEN', [term.id]),
    // The sweep may not have run yet: the date decides, not the status.
    passed('TERM_UNCONTESTED', (payment ?? term).uncontestedOn, [term.id], asking),
  );
};

const owedIn = ({ terms }: CaseState): Owed[] =>
  terms.flatMap((term) => [
    { term, payment: null },
    ...(isPlanInForce(term) ? paymentsOf(term).map((payment) => ({ term, payment })) : []),
  ]);

/** In every stage while a plan is in force, else where terms are to be done. */
const orWhileInForce =
  (guard: Guard): Guard =>
  (state, asking) =>
    (state.terms.some(isPlanInForce) ? guard : onlyWhileToDo(guard))(state, asking);

export const fulfilmentBlockers = onlyWhileToDo(unlessOneIsFree(({ terms }) => terms, fulfilmentBlockersOf));
export const termConfirmationBlockers = orWhileInForce(unlessOneIsFree(owedIn, confirmationBlockersOf));
export const contestBlockers = orWhileInForce(unlessOneIsFree(owedIn, contestBlockersOf));

export const fulfilTerm: Decision<{ termId: Id; reference?: string | null }> = (state, input, deciding) => {
  const term = termOf(state, input.termId);
  requireNone(fulfilmentBlockersOf(state, term, deciding));
  const reference = input.reference ? deciding.text(requireText('input.reference', input.reference, 1, 200)) : null;
  const uncontestedOn = daysFromToday(deciding, deciding.policy.uncontestedWorkingDays);
  return [newEvent('TermReported', { termId: term.id, reference, uncontestedOn })];
};

export interface NamesOwed {
  termId: Id;
  /** Which payment of a plan in force; none for the term itself. */
  instalmentNumber?: number | null;
}

function owedNamed(state: CaseState, { termId, instalmentNumber = null }: NamesOwed): Owed {
  const term = termOf(state, termId);
  const payment = instalmentNumber === null ? null : paymentNamed(term, instalmentNumber, 'input.instalmentNumber');
  return { term, payment };
}

export const confirmTerm: Decision<NamesOwed> = (state, input, deciding) => {
  const owed = owedNamed(state, input);
  requireNone(confirmationBlockersOf(state, owed, deciding));
  const { term, payment } = owed;
  if (payment) return paid(term, [payment], 'CONFIRMED');
  return [newEvent('TermFulfilled', { termId: term.id, by: 'CONFIRMED' })];
};

/** Says that what was reported was not done; the obligor has to report it again. */
export const contestTerm: Decision<NamesOwed & { reason: string }> = (state, input, deciding) => {
  const owed = owedNamed(state, input);
  requireNone(contestBlockersOf(state, owed, deciding));
  const { term, payment } = owed;
  const reason = deciding.text(requireText('input.reason', input.reason));
  if (payment) return [newEvent('InstalmentContested', { termId: term.id, number: payment.number, reason })];
  return [newEvent('TermContested', { termId: term.id, reason })];
};
