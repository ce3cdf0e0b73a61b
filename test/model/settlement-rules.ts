import type { ModelCase } from './case.js';
import type { Term } from './part.js';
import type { Dice } from './days.js';
import { followCalendar, hear, investigate, pay, paymentsOf, resolveIfDone } from './moves.js';
import { anyOf, found, type Actor, type Input, type Rule } from './rule.js';
import type { Command } from './table.js';

const open = ['OPEN', 'REPORTED', 'CONTESTED'];

/** What is to be carried out: outside EXECUTING the open terms of a partial settlement, and those beside a default. */
function toDo(c: ModelCase): Term[] {
  return c.terms.filter(({ status }) => open.includes(status));
}

/** Of a plan in force: the payment that is named, and why that cannot be confirmed or contested. */
function paymentGuard(c: ModelCase, { termId, instalmentNumber }: Input, actor: Actor, isContest: boolean) {
  const term = found(c.terms, termId);
  if (!term) return 'NOT_FOUND';
  const payment = paymentsOf(term)[(instalmentNumber as number) - 1];
  if (!payment) return 'BAD_USER_INPUT';
  const owner = ownerGuard(c, termId, actor, 'beneficiaryId');
  if (owner) return owner;
  if (term.status !== 'IN_FORCE') return 'TERM_NOT_OPEN';
  if (isContest) return payment.uncontestedOn === null ? 'TERM_NOT_OPEN' : null;
  return payment.isPaid ? 'INSTALMENT_PAID' : null;
}

/** A term, or one payment of a plan. */
function owed(c: ModelCase, dice: Dice): Input {
  const inForce = c.terms.filter(({ status }) => status === 'IN_FORCE');
  if (inForce.length === 0 || dice.chance(0.15)) return { termId: anyOf(c.terms, dice) };
  return { termId: anyOf(inForce, dice), instalmentNumber: 1 + dice.upTo(2) };
}

/** Refuses what is not the actor's, and what is not to be done: outside EXECUTING that is all but a settlement of a part left. */
function termGuard(c: ModelCase, id: unknown, statuses: readonly string[], owner: string | null): string | null {
  const term = found(c.terms, id);
  if (!term) return 'NOT_FOUND';
  if (owner) return owner;
  return statuses.includes(term.status) ? null : 'TERM_NOT_OPEN';
}

function ownerGuard(c: ModelCase, id: unknown, { party }: Actor, side: 'obligorId' | 'beneficiaryId'): string | null {
  const term = found(c.terms, id);
  if (!term || !party || term[side] === party.id) return null;
  return side === 'obligorId' ? 'NOT_THE_OBLIGOR' : 'NOT_THE_BENEFICIARY';
}

function fulfil(c: ModelCase, id: unknown): void {
  Object.assign(found(c.terms, id)!, { status: 'FULFILLED', uncontestedOn: null });
  resolveIfDone(c);
}

/** Books money for a term; what is booked whole is done. */
export function book(c: ModelCase, term: Term, amount: number): void {
  c.movements.push({ id: '', termId: term.id, amount, reversesId: null });
  term.booked += amount;
  if (term.booked !== term.amount) return;
  term.isByBooking = true;
  fulfil(c, term.id);
}

/** A booking that was wrong, taken back whole; now and then told amiss. */
function reversalOf(c: ModelCase, dice: Dice): Input {
  const reversesId = anyOf(c.movements, dice);
  const booking = found(c.movements, reversesId);
  const termId = booking && dice.chance(0.92) ? booking.termId : anyOf(c.terms, dice);
  const amountMinor = (booking?.amount ?? 100) + (dice.chance(0.06) ? 1 : 0);
  const why = dice.chance(0.94) ? { reason: '入账有误' } : {};
  return { termId, amount: { amountMinor, currency: 'CNY' }, reversesId, ...why };
}

function reversalGuard(c: ModelCase, { termId, amount, reversesId, reason }: Input): string | null {
  const booking = found(c.movements, reversesId);
  if (!booking || !found(c.terms, termId)) return 'NOT_FOUND';
  // A booking is taken back once, and what takes one back stays.
  if (booking.reversesId !== null || c.movements.some((each) => each.reversesId === reversesId)) {
    return 'MOVEMENT_REVERSED';
  }
  return booking.termId === termId && amountOf(amount) === booking.amount && reason ? null : 'BAD_USER_INPUT';
}

/** What only bookings had fulfilled is to be done again, and a result is to be confirmed anew. */
function takeBack(c: ModelCase, term: Term, amount: number): void {
  term.booked -= amount;
  if (term.status !== 'FULFILLED' || !term.isByBooking) return;
  Object.assign(term, { status: 'OPEN', isByBooking: false });
  if (c.stage === 'RESOLVED') for (const party of c.parties) party.hasConfirmed = false;
}

/** How what was agreed is carried out, or is not. */
export const settlementRules = {
  fulfilTerm: {
    input: (c, dice) => ({ termId: anyOf(c.terms, dice) }),
    guard: (c, { termId }, actor) =>
      termGuard(c, termId, ['OPEN', 'CONTESTED'], ownerGuard(c, termId, actor, 'obligorId')),
    apply: (c, { termId }) =>
      void Object.assign(found(c.terms, termId)!, { status: 'REPORTED', uncontestedOn: c.in(5) }),
  },
  confirmTerm: {
    input: owed,
    guard(c, input, actor) {
      if (input['instalmentNumber']) return paymentGuard(c, input, actor, false);
      return termGuard(c, input['termId'], open, ownerGuard(c, input['termId'], actor, 'beneficiaryId'));
    },
    apply(c, { termId, instalmentNumber }) {
      const term = found(c.terms, termId)!;
      if (!instalmentNumber) return fulfil(c, termId);
      pay(term, paymentsOf(term)[(instalmentNumber as number) - 1]!);
    },
  },
  contestTerm: {
    input: (c, dice) => ({ ...owed(c, dice), reason: '没有收到' }),
    guard(c, input, actor) {
      if (input['instalmentNumber']) return paymentGuard(c, input, actor, true);
      return termGuard(c, input['termId'], ['REPORTED'], ownerGuard(c, input['termId'], actor, 'beneficiaryId'));
    },
    apply(c, { termId, instalmentNumber }) {
      const term = found(c.terms, termId)!;
      if (!instalmentNumber) return void Object.assign(term, { status: 'CONTESTED', uncontestedOn: null });
      const index = (instalmentNumber as number) - 1;
      paymentsOf(term)[index]!.uncontestedOn = null;
      // It is owed again, by the calendar of now.
      if (term.instalments[index]) followCalendar(term, term.instalments[index], c.almanac, c.today);
    },
  },
  recordMovement: {
    input(c, dice) {
      if (c.movements.length > 0 && dice.chance(0.4)) return reversalOf(c, dice);
      const termId = anyOf(c.terms, dice);
      const left = (found(c.terms, termId)?.amount ?? 100) - (found(c.terms, termId)?.booked ?? 0);
      const amountMinor = Math.max(1, dice.pick([left, left, Math.floor(left / 2), left + 1]));
      return { termId, amount: { amountMinor, currency: 'CNY' } };
    },
    guard(c, input) {
      const { termId, amount } = input;
      if (input['reversesId']) return reversalGuard(c, input);
      const refused = termGuard(c, termId, open, null);
      if (refused) return refused;
      const term = found(c.terms, termId)!;
      if (term.amount === null) return 'TERM_MOVES_NO_MONEY';
      return term.booked + amountOf(amount) > term.amount ? 'MOVEMENT_ABOVE_TERM' : null;
    },
    apply(c, { termId, amount, reversesId = null }) {
      const term = found(c.terms, termId)!;
      if (!reversesId) return book(c, term, amountOf(amount));
      c.movements.push({ id: '', termId: term.id, amount: amountOf(amount), reversesId: reversesId as string });
      takeBack(c, term, amountOf(amount));
    },
  },
  recordInstalment: {
    input(c, dice) {
      const inForce = c.terms.filter(({ status }) => status === 'IN_FORCE');
      return {
        termId: anyOf(inForce.length > 0 && dice.chance(0.85) ? inForce : c.terms, dice),
        number: 1 + dice.upTo(2),
      };
    },
    guard(c, { termId, number }, actor) {
      const term = found(c.terms, termId);
      if (!term) return 'NOT_FOUND';
      const owner = ownerGuard(c, termId, actor, 'obligorId');
      if (owner) return owner;
      if (term.status !== 'IN_FORCE') return 'TERM_NOT_OPEN';
      const payment = paymentsOf(term)[(number as number) - 1];
      if (!payment) return 'BAD_USER_INPUT';
      if (payment.isPaid) return 'INSTALMENT_PAID';
      return actor.party && payment.uncontestedOn !== null ? 'INSTALMENT_REPORTED' : null;
    },
    apply(c, { termId, number }, { party }) {
      const term = found(c.terms, termId)!;
      const payment = paymentsOf(term)[(number as number) - 1]!;
      // The word of who owes it counts as it does of a term.
      if (party) payment.uncontestedOn = c.in(5);
      else pay(term, payment);
    },
  },
  updateOrderStatus: {
    input: (_c, dice) => ({ orderStatus: dice.pick(['SHIPPED', 'DELIVERED', 'REFUNDED']) }),
    guard(c) {
      if (c.stage !== 'EXECUTING' && toDo(c).length === 0) return 'WRONG_STAGE';
      return c.paid === null ? 'NO_TRANSACTION' : null;
    },
  },
  reportDefault: {
    input(c, dice) {
      const termId = anyOf(c.terms, dice);
      const isPlan = (found(c.terms, termId)?.instalments.length ?? 0) > 0;
      return { termId, ...(isPlan && dice.chance(0.8) ? { instalmentNumber: 1 + dice.upTo(2) } : {}) };
    },
    guard(c, { termId, instalmentNumber }, actor) {
      const term = found(c.terms, termId);
      if (!term) return 'NOT_FOUND';
      const owner = ownerGuard(c, termId, actor, 'beneficiaryId');
      if (owner) return owner;
      const instalment = term.instalments[((instalmentNumber as number | undefined) ?? 0) - 1];
      if (instalmentNumber && !instalment) return 'NOT_FOUND';
      // What was reported done is to be contested first.
      const isUndone = term.status === 'OPEN' || term.status === 'CONTESTED';
      const isRunning = instalment ? !instalment.isPaid : term.kind === 'DEFERMENT';
      const isOwed = isRunning ? term.status === 'IN_FORCE' : isUndone;
      if (!isOwed) return instalment?.isPaid ? 'INSTALMENT_PAID' : 'TERM_NOT_OPEN';
      const dueOn = instalment ? instalment.dueOn : term.dueOn;
      if ((instalment ?? term).uncontestedOn !== null) return 'INSTALMENT_REPORTED';
      return c.almanac.in(dueOn, c.today).length >= 5 ? null : 'NOT_IN_DEFAULT';
    },
    apply(c, { termId }) {
      // After it was resolved a default is another wait: OVERALL starts its next cycle.
      if (c.stage !== 'EXECUTING') c.start('OVERALL');
      found(c.terms, termId)!.status = 'DEFAULTED';
      c.parties.forEach(hear);
      investigate(c);
    },
  },
} satisfies Partial<Record<Command, Rule>>;

function amountOf(amount: unknown): number {
  return (amount as { amountMinor: number }).amountMinor;
}
