import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Id, TextRef } from './case.js';
import { daysFromToday } from './decision.js';
import type { Deciding, Decision } from './decision.js';
import { badInput, blocked, requireNone, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { blockedIf, unlessOneIsFree } from './guard.js';
import type { Guard, SubjectGuard } from './guard.js';
import { first, othersDebt, termOf } from './settlement.js';
import type { Instalment, PaymentState, Term, TermFulfilment } from './term.js';
import { nextWorkingDay } from './working-calendar.js';
import type { LocalDate } from './working-calendar.js';

/** One payment of a plan, or the one of a deferment. */
export type Payment = Pick<Instalment, 'number' | 'dueOn'> & PaymentState;

/** The payments that a term promises one by one; a deferment is a plan of one payment. */
export function paymentsOf(term: Term): Payment[] {
  if (term.kind !== 'DEFERMENT') return term.instalments;
  const { dueOn, reportedAt, contestedAt, uncontestedOn, status, fulfilledAt } = term;
  const paidAt = status === 'FULFILLED' ? fulfilledAt : null;
  return [{ number: 1, dueOn, reportedAt, contestedAt, uncontestedOn, paidAt }];
}

/** The payment of this number. */
export function paymentNamed(term: Term, number: number, path: string): Payment {
  const payment = paymentsOf(term).find((each) => each.number === number);
  if (!payment) throw badInput(path, 'must be the number of an instalment of the term');
  return payment;
}

/** Of plans, and of deferments. */
export const isPlanInForce = ({ status }: Term) => status === 'IN_FORCE';

/** Neither paid nor said to be: what the obligor still has to see to. */
export function unpaidOf(term: Term): Payment[] {
  if (!isPlanInForce(term)) return [];
  return paymentsOf(term).filter(({ paidAt, uncontestedOn }) => paidAt === null && uncontestedOn === null);
}

/** The last days on which payments can be contested that their obligor reported. */
export function contestableUntil(term: Term): LocalDate[] {
  if (!isPlanInForce(term)) return [];
  return [...new Set(paymentsOf(term).flatMap(({ uncontestedOn }) => uncontestedOn ?? []))];
}

/** Puts payments on record as made; the last one fulfils the term. */
export function paid(
  term: Term,
  payments: readonly Payment[],
  by: TermFulfilment,
  reference: TextRef | null = null,
): AnyNewCaseEvent[] {
  const numbers = payments.map(({ number }) => number);
  const recorded = numbers.map((number) => newEvent('InstalmentRecorded', { termId: term.id, number, reference, by }));
  const isLast = paymentsOf(term).every(({ number, paidAt }) => paidAt !== null || numbers.includes(number));
  return isLast ? [...recorded, newEvent('TermFulfilled', { termId: term.id, by })] : recorded;
}

/** What nobody contested until this day counts as paid. */
export function paidUncontested(term: Term, lastOn: LocalDate): AnyNewCaseEvent[] {
  return paid(
    term,
    paymentsOf(term).filter(({ uncontestedOn }) => uncontestedOn === lastOn),
    'UNCONTESTED',
  );
}

export interface RecordInstalment {
  termId: Id;
  number: number;
  reference?: string | null;
}

const planBlockersOf: SubjectGuard<Term> = (_state, term, asking) =>
  first(othersDebt(term, asking), blockedIf(!isPlanInForce(term), 'TERM_NOT_OPEN', [term.id]));

const instalmentBlockersOf: SubjectGuard<Term> = (state, term, asking) => {
  // What its obligor reported can still be booked.
  const isAllReported = asking.actor.partyId !== null && unpaidOf(term).length === 0;
  return first(planBlockersOf(state, term, asking), blockedIf(isAllReported, 'INSTALMENT_REPORTED', [term.id]));
};

const ofAnyInstalment = unlessOneIsFree(({ terms }) => terms, instalmentBlockersOf);

/** In every stage, while a plan is in force. */
export const instalmentBlockers: Guard = (state, asking) =>
  state.terms.some(isPlanInForce) ? ofAnyInstalment(state, asking) : blockedIf(true, 'WRONG_STAGE', [state.id]);

/**
 * Records that an instalment of a plan in force was paid, in whatever order. From the handler, who looks at the books, it
 * counts; the obligor's word counts as it does of a term: once the beneficiary confirms it, or leaves it uncontested.
 */
export const recordInstalment: Decision<RecordInstalment> = (state, input, deciding) => {
  const term = termOf(state, input.termId);
  requireNone(planBlockersOf(state, term, deciding));
  const payment = paymentNamed(term, input.number, 'input.number');
  if (payment.paidAt) throw blocked('INSTALMENT_PAID', [term.id]);
  const isOwn = deciding.actor.partyId !== null;
  if (isOwn && payment.uncontestedOn !== null) throw blocked('INSTALMENT_REPORTED', [term.id]);
  const reference = input.reference ? deciding.text(requireText('input.reference', input.reference, 1, 200)) : null;
  if (!isOwn) return paid(term, [payment], 'BOOKED', reference);
  const uncontestedOn = daysFromToday(deciding, deciding.policy.uncontestedWorkingDays);
  return [newEvent('InstalmentReported', { termId: term.id, number: payment.number, reference, uncontestedOn })];
};

/**
 * An instalment due on a day off moves to the next working day, by the calendar that is in force: what a plan in force
 * still owes follows it, an event each. Nothing moves to a day that is over.
 */
export function movedInstalments(
  { terms }: Pick<CaseState, 'terms'>,
  { calendar, today }: Pick<Deciding, 'calendar' | 'today'>,
): AnyNewCaseEvent[] {
  const owed = terms
    .filter(isPlanInForce)
    .flatMap((term) =>
      term.instalments
        .filter(({ paidAt, uncontestedOn }) => !paidAt && !uncontestedOn)
        .map((each) => ({ ...each, termId: term.id })),
    );
  return owed.flatMap(({ termId, number, nominalOn, dueOn: previousDueOn }): AnyNewCaseEvent[] => {
    const dueOn = nextWorkingDay(calendar, nominalOn);
    if (dueOn === previousDueOn || dueOn < today) return [];
    return [newEvent('InstalmentMoved', { termId, number, previousDueOn, dueOn })];
  });
}

export const instalmentEvolution: Evolution = {
  InstalmentReported(state, { payload, at }) {
    const { termId, number, uncontestedOn } = payload;
    changePayment(termOf(state, termId), number, { reportedAt: at, uncontestedOn });
  },
  InstalmentContested(state, { payload, at }) {
    changePayment(termOf(state, payload.termId), payload.number, { contestedAt: at, uncontestedOn: null });
  },
  InstalmentRecorded(state, { payload, at }) {
    changePayment(termOf(state, payload.termId), payload.number, { uncontestedOn: null, paidAt: at });
  },
  InstalmentMoved(state, { payload }) {
    const { termId, number, dueOn } = payload;
    const term = termOf(state, termId);
    const last = term.instalments.at(-1)!;
    // A plan is due with its last instalment, unless another date was agreed.
    if (last.number === number && term.dueOn === payload.previousDueOn) term.dueOn = dueOn;
    term.instalments = term.instalments.map((each) => (each.number === number ? { ...each, dueOn } : each));
  },
};

function changePayment(term: Term, number: number, change: Partial<PaymentState>): void {
  // That a deferment was paid is told by its being fulfilled.
  const { paidAt: _, ...said } = change;
  if (term.kind === 'DEFERMENT') Object.assign(term, said);
  term.instalments = term.instalments.map((each) => (each.number === number ? { ...each, ...change } : each));
}
