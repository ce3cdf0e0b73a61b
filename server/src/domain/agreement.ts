import type { CaseState } from './case.js';
import { stagesOfCommand } from './stage.js';
import type { Term } from './term.js';

/** What an agreement on the whole, or the fast track, still binds anybody to or has done; a default leaves the rest standing. */
export function standingTerms({ terms, proposals }: CaseState): Term[] {
  const parts = new Set(proposals.filter(({ settlesPart }) => settlesPart).map(({ id }) => id));
  return terms.filter(({ status, proposalId }) => status !== 'DEFAULTED' && !(proposalId && parts.has(proposalId)));
}

/** A case ends by silence where its complainant could still end it: not while an agreement on the whole stands. */
export function canBeWithdrawn(state: CaseState): boolean {
  return stagesOfCommand.withdrawCase.includes(state.stage) && standingTerms(state).length === 0;
}
