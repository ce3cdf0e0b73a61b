import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Id, NewParty, Party, TextRef } from './case.js';
import type { CaseReason, CaseType } from './classification.js';
import type { Deciding } from './decision.js';
import { partyLeft } from './leaving.js';

/** Against these the platform answers itself. */
export function isAgainstPlatform(type: CaseType, reason: CaseReason): boolean {
  return type === 'REPAYMENT' || type === 'SERVICE_COMPLAINT' || reason === 'ACCOUNT_STOLEN';
}

/** The platform as a party, represented by somebody who has no other part in the case; by nobody where there is none. */
export function platformAs(side: Party['side'], involvedIds: readonly Id[], deciding: Deciding): NewParty {
  const memberIds = deciding.platformPersonIds.filter((id) => !involvedIds.includes(id)).slice(0, 1);
  return { id: deciding.newId(), side, kind: 'PLATFORM', memberIds, name: null };
}

/** Somebody answers for every case, even when nobody has found out who: the case goes on with what is there. */
export function unknownMerchant(name: TextRef | null, deciding: Deciding): NewParty {
  return { id: deciding.newId(), side: 'RESPONDENT', kind: 'MERCHANT', memberIds: [], name };
}

/** Everyone who is a party of the case, had a hand in it, or sat on its panel. */
export function involvedIn({ parties, handledBy, handlerId, seats }: CaseState): Id[] {
  const members = parties.flatMap(({ memberIds }) => memberIds);
  return [...members, ...handledBy, ...(handlerId ? [handlerId] : []), ...seats.map(({ expertId }) => expertId)];
}

export function partyAdded({ id: partyId, ...party }: NewParty): AnyNewCaseEvent {
  return newEvent('PartyAdded', { partyId, ...party });
}

/** Who answers once the case is of this type and reason; nobody who was found to answer is sent away but the platform. */
export function respondentsAfter(
  state: CaseState,
  type: CaseType,
  reason: CaseReason,
  deciding: Deciding,
): AnyNewCaseEvent[] {
  const isPlatforms = isAgainstPlatform(type, reason);
  if (isPlatforms === isAgainstPlatform(state.type, state.reason)) return [];
  const present = state.parties.filter(({ side, leftAt }) => side === 'RESPONDENT' && leftAt === null);
  return isPlatforms ? platformAnswers(state, present, deciding) : platformRetires(state, present, deciding);
}

function platformAnswers(state: CaseState, present: readonly Party[], deciding: Deciding): AnyNewCaseEvent[] {
  const unknown = present.filter(({ kind, memberIds }) => kind !== 'PLATFORM' && memberIds.length === 0);
  const left = unknown.flatMap(({ id }) => partyLeft(state, id, 'RECLASSIFIED', null));
  if (present.some(({ kind }) => kind === 'PLATFORM')) return left;
  const known = state.parties.find(({ kind, side }) => kind === 'PLATFORM' && side !== 'COMPLAINANT');
  const named = known
    ? newEvent('RespondentNamed', { partyId: known.id })
    : partyAdded(platformAs('RESPONDENT', involvedIn(state), deciding));
  return [named, ...left];
}

function platformRetires(state: CaseState, present: readonly Party[], deciding: Deciding): AnyNewCaseEvent[] {
  const isBound = ({ id }: Party) =>
    state.terms.some(({ obligorId, beneficiaryId }) => obligorId === id || beneficiaryId === id);
  const retiring = present.filter((party) => party.kind === 'PLATFORM' && !isBound(party));
  const left = retiring.flatMap(({ id }) => partyLeft(state, id, 'RECLASSIFIED', null));
  if (present.some(({ kind }) => kind !== 'PLATFORM')) return left;
  const unknown = state.parties.find(({ side, kind, leftAt }) => {
    return side === 'RESPONDENT' && kind !== 'PLATFORM' && leftAt !== null;
  });
  const named = unknown
    ? newEvent('RespondentNamed', { partyId: unknown.id })
    : partyAdded(unknownMerchant(state.transaction?.counterparty ?? null, deciding));
  return [named, ...left];
}
