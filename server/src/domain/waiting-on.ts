import type { CaseState, Id, Instant } from './case.js';
import { openClarification } from './clarification.js';
import { seatedIn } from './expert-panel.js';
import { consentMissing } from './proposal.js';
import { isOpen } from './stage.js';

export const waitingOnChoices = ['PLATFORM', 'COMPLAINANT', 'RESPONDENT', 'THIRD_PARTY', 'EXPERT'] as const;
export type WaitingOn = (typeof waitingOnChoices)[number];

/** Who owes the next act: of several, who was asked first; the platform when nobody does; null once the case has ended. */
export function waitingOn(state: CaseState): WaitingOn | null {
  if (!isOpen(state.stage)) return null;
  if (state.waitingSince) return 'COMPLAINANT';
  const owed: { partyId: Id | null; since: Instant }[] = [];
  const question = openClarification(state);
  const complainant = state.parties.find((party) => party.side === 'COMPLAINANT');
  if (question && complainant) owed.push({ partyId: complainant.id, since: question.askedAt });
  for (const { askedAt, sealedAt } of seatedIn(state)) {
    if (askedAt && !sealedAt) owed.push({ partyId: null, since: askedAt });
  }
  for (const request of state.evidenceRequests) {
    if (request.status === 'OPEN') owed.push({ partyId: request.fromPartyId, since: request.askedAt });
  }
  for (const proposal of state.proposals) {
    if (proposal.status !== 'LIVE') continue;
    const declined = new Set(proposal.responses.map((response) => response.partyId));
    for (const partyId of consentMissing(proposal)) {
      if (!declined.has(partyId)) owed.push({ partyId, since: proposal.madeAt });
    }
  }
  for (const term of state.terms) {
    if (term.status === 'OPEN') owed.push({ partyId: term.obligorId, since: term.agreedAt });
    if (term.status === 'CONTESTED') owed.push({ partyId: term.obligorId, since: term.contestedAt! });
    if (term.status === 'REPORTED') owed.push({ partyId: term.beneficiaryId, since: term.reportedAt! });
  }
  const first = owed.reduce<(typeof owed)[number] | null>((a, b) => (a && a.since <= b.since ? a : b), null);
  if (first?.partyId === null) return 'EXPERT';
  const party = state.parties.find((each) => each.id === first?.partyId);
  return !party || party.kind === 'PLATFORM' ? 'PLATFORM' : party.side;
}
