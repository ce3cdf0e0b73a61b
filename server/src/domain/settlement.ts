import { newEvent } from './case-event.js';
import type { CaseState, Id, Instant } from './case.js';
import { daysFromToday } from './decision.js';
import type { Asking, Decision } from './decision.js';
import { notFound, requireNone, requireText } from './domain-error.js';
import type { Blocker } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { blockedIf, passed, unlessOneIsFree } from './guard.js';
import type { Guard, SubjectGuard } from './guard.js';
import { inForceAtOnce } from './term.js';
import type { TermContent, Term } from './term.js';
/** Terms that an agreement sets running. */
export function startTerms(state: CaseState, contents: TermContent[], proposalId: Id | null, at: Instant): void {
  for (const content of contents) {
    const isInForce = inForceAtOnce.includes(content.kind);
    state.terms.push({
      ...content,
      instalments: content.instalments.map((instalment) => ({ ...instalment, paidAt: null })),
      proposalId,
      status: isInForce ? 'IN_FORCE' : 'OPEN',
      reportedAt: null,
      contestedAt: null,
      fulfilledAt: isInForce ? at : null,
      uncontestedOn: null,
    });
  }
}

/** True while the term is still to be done, or to be proved done. */
export function isToDo({ status }: Term): boolean {
  return status === 'OPEN' || status === 'REPORTED' || status === 'CONTESTED';
}

/** True when nothing that was agreed is still to be done; what was defaulted on was agreed anew. */
export function areTermsKept(state: CaseState): boolean {
  const terms = state.terms.filter(({ status }) => status !== 'DEFAULTED');
  return terms.length > 0 && !terms.some(isToDo);
}

/** The running term of this id. */
export function termOf(state: CaseState, termId: Id): Term {
  const term = state.terms.find((each) => each.id === termId);
  if (!term) throw notFound('input.termId');
  return term;
}

/** Beside EXECUTING there is only what a settlement of a part left to do. */
export function onlyWhileToDo(guard: Guard): Guard {
  return (state, asking) => {
    if (state.stage === 'EXECUTING' || state.terms.some(isToDo)) return guard(state, asking);
    return blockedIf(true, 'WRONG_STAGE', [state.id]);
  };
}

const termsOf = ({ terms }: CaseState) => terms;

/** A party acts for what it owes itself; the handler for anyone. */
export function othersDebt(term: Term, { actor }: Asking): Blocker[] {
  return blockedIf(actor.partyId !== null && term.obligorId !== actor.partyId, 'NOT_THE_OBLIGOR', [term.id]);
}

function othersClaim(term: Term, { actor }: Asking): Blocker[] {
  return blockedIf(term.beneficiaryId !== actor.partyId, 'NOT_THE_BENEFICIARY', [term.id]);
}

/** The first of these that blocks. */
function first(...reasons: Blocker[][]): Blocker[] {
  return reasons.find((blockers) => blockers.length > 0) ?? [];
}

const fulfilmentBlockersOf: SubjectGuard<Term> = (_state, term, asking) => {
  const isOpen = term.status === 'OPEN' || term.status === 'CONTESTED';
  return first(othersDebt(term, asking), blockedIf(!isOpen, 'TERM_NOT_OPEN', [term.id]));
};

const confirmationBlockersOf: SubjectGuard<Term> = (_state, term, asking) =>
  first(othersClaim(term, asking), blockedIf(!isToDo(term), 'TERM_NOT_OPEN', [term.id]));

const contestBlockersOf: SubjectGuard<Term> = (_state, term, asking) =>
  first(
    othersClaim(term, asking),
    blockedIf(term.status !== 'REPORTED', 'TERM_NOT_OPEN', [term.id]),
    // The sweep may not have run yet: the date decides, not the status.
    passed('TERM_UNCONTESTED', term.uncontestedOn, [term.id], asking),
  );

export const fulfilmentBlockers = onlyWhileToDo(unlessOneIsFree(termsOf, fulfilmentBlockersOf));
export const termConfirmationBlockers = onlyWhileToDo(unlessOneIsFree(termsOf, confirmationBlockersOf));
export const contestBlockers = onlyWhileToDo(unlessOneIsFree(termsOf, contestBlockersOf));

export const fulfilTerm: Decision<{ termId: Id; reference?: string | null }> = (state, input, deciding) => {
  const term = termOf(state, input.termId);
  requireNone(fulfilmentBlockersOf(state, term, deciding));
  const reference = input.reference ? deciding.text(requireText('input.reference', input.reference, 1, 200)) : null;
  const uncontestedOn = daysFromToday(deciding, deciding.policy.uncontestedWorkingDays);
  return [newEvent('TermReported', { termId: term.id, reference, uncontestedOn })];
};

export const confirmTerm: Decision<{ termId: Id }> = (state, input, deciding) => {
  const term = termOf(state, input.termId);
  requireNone(confirmationBlockersOf(state, term, deciding));
  return [newEvent('TermFulfilled', { termId: term.id, by: 'CONFIRMED' })];
};

/** Says that what was reported was not done; the obligor has to report it again. */
export const contestTerm: Decision<{ termId: Id; reason: string }> = (state, input, deciding) => {
  const term = termOf(state, input.termId);
  requireNone(contestBlockersOf(state, term, deciding));
  const reason = deciding.text(requireText('input.reason', input.reason));
  return [newEvent('TermContested', { termId: term.id, reason })];
};

export const settlementEvolution: Evolution = {
  TermReported(state, { payload, at }) {
    const { termId, uncontestedOn } = payload;
    Object.assign(termOf(state, termId), { status: 'REPORTED', reportedAt: at, uncontestedOn });
  },
  TermContested(state, { payload, at }) {
    Object.assign(termOf(state, payload.termId), { status: 'CONTESTED', contestedAt: at, uncontestedOn: null });
  },
  TermFulfilled(state, { payload, at }) {
    Object.assign(termOf(state, payload.termId), { status: 'FULFILLED', fulfilledAt: at, uncontestedOn: null });
  },
};
