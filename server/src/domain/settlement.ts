import type { CaseState, Id, Instant } from './case.js';
import type { Asking } from './decision.js';
import { notFound } from './domain-error.js';
import type { Blocker } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { blockedIf } from './guard.js';
import type { Guard } from './guard.js';
import { inForceAtOnce } from './term.js';
import type { TermContent, Term } from './term.js';

/** Terms that an agreement sets running. */
export function startTerms(state: CaseState, contents: TermContent[], proposalId: Id | null, at: Instant): void {
  const unpaid = { reportedAt: null, contestedAt: null, uncontestedOn: null, paidAt: null };
  for (const content of contents) {
    const isInForce = inForceAtOnce.includes(content.kind);
    state.terms.push({
      ...content,
      instalments: content.instalments.map((instalment) => ({ ...instalment, ...unpaid })),
      proposalId,
      agreedAt: at,
      status: isInForce ? 'IN_FORCE' : 'OPEN',
      reportedAt: null,
      contestedAt: null,
      fulfilledAt: isInForce ? at : null,
      fulfilledBy: null,
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

/** Beside EXECUTING there is only what is left to do: of the settlement of a part, or of what a booking was taken back for. */
export function onlyWhileToDo(guard: Guard): Guard {
  return (state, asking) => {
    if (state.stage === 'EXECUTING' || state.terms.some(isToDo)) return guard(state, asking);
    return blockedIf(true, 'WRONG_STAGE', [state.id]);
  };
}

/** A party acts for what it owes itself; the handler for anyone. */
export function othersDebt(term: Term, { actor }: Asking): Blocker[] {
  return blockedIf(actor.partyId !== null && term.obligorId !== actor.partyId, 'NOT_THE_OBLIGOR', [term.id]);
}

/** Only whom it is owed to says whether it was done. */
export function othersClaim(term: Term, { actor }: Asking): Blocker[] {
  return blockedIf(term.beneficiaryId !== actor.partyId, 'NOT_THE_BENEFICIARY', [term.id]);
}

/** The first of these that blocks. */
export function first(...reasons: Blocker[][]): Blocker[] {
  return reasons.find((blockers) => blockers.length > 0) ?? [];
}

export const settlementEvolution: Evolution = {
  TermReported(state, { payload, at }) {
    const { termId, uncontestedOn } = payload;
    Object.assign(termOf(state, termId), { status: 'REPORTED', reportedAt: at, uncontestedOn });
  },
  TermContested(state, { payload, at }) {
    Object.assign(termOf(state, payload.termId), { status: 'CONTESTED', contestedAt: at, uncontestedOn: null });
  },
  TermFulfilled(state, { payload, at }) {
    const { termId, by: fulfilledBy } = payload;
    Object.assign(termOf(state, termId), { status: 'FULFILLED', fulfilledAt: at, fulfilledBy, uncontestedOn: null });
  },
  TermReopened(state, { payload }) {
    Object.assign(termOf(state, payload.termId), { status: 'OPEN', fulfilledAt: null, fulfilledBy: null });
    // What was confirmed was a result in which this was done.
    if (state.stage === 'RESOLVED') for (const party of state.parties) party.hasConfirmedResult = false;
  },
};
