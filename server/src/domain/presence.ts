import type { CaseState, Id, Party } from './case.js';
import { blocked } from './domain-error.js';

/** Refuses what is asked of, or agreed with, a party that has left. */
export function requirePresent({ id, leftAt }: Party): void {
  if (leftAt !== null) throw blocked('PARTY_LEFT', [id]);
}

/** The complainants who are still in the case, but for this one. */
export function otherComplainants({ parties }: CaseState, partyId: Id | null): Party[] {
  return parties.filter(({ id, side, leftAt }) => side === 'COMPLAINANT' && leftAt === null && id !== partyId);
}
