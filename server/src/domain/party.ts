import { standingTerms } from './agreement.js';
import { newEvent } from './case-event.js';
import { partyOf } from './case.js';
import type { CaseState, Id, NewParty, Party, PartyKind, PartySide } from './case.js';
import type { Deciding, Decision } from './decision.js';
import { badInput, blocked, notFound, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { requirePresent } from './presence.js';
import type { Person } from './permission.js';
import { involvedIn, partyAdded, platformAs } from './respondent.js';

export interface AddParty {
  side: PartySide;
  /** What it is outside the case; that of the person, when one acts for it. */
  kind?: PartyKind | null;
  personId?: Id | null;
  name?: string | null;
  /** A party of that side for which nobody acts yet. */
  partyId?: Id | null;
}

/** Brings somebody into the case, or finds who acts for a party that nobody acted for. */
export const addParty: Decision<AddParty> = (state, input, deciding) => {
  const standing = standingTerms(state);
  if (input.side === 'THIRD_PARTY' && standing.length > 0) {
    throw blocked(
      'AGREEMENT_STANDS',
      standing.map(({ id }) => id),
    );
  }
  const person = input.personId ? outsider(state, input.personId, deciding) : null;
  if (input.partyId) {
    const party = partyWithout(state, input.partyId, input);
    if (!person) throw badInput('input.personId', 'is needed to act for a party');
    return [newEvent('PartyMemberAdded', { partyId: party.id, personId: person.id, kind: person.partyKind })];
  }
  return [partyAdded(person ? represented(input, person, deciding) : unrepresented(state, input, deciding))];
};

/** The person, who has no other part in the case. */
function outsider(state: CaseState, personId: Id, deciding: Deciding): Person {
  const person = deciding.persons.get(personId);
  if (!person) throw notFound('input.personId');
  const own = partyOf(state, person.id);
  if (own) throw blocked('PERSON_IN_CASE', [own.id]);
  const seat = state.seats.find(({ expertId }) => expertId === person.id);
  if (seat) throw blocked('EXPERT_SEATED', [seat.id]);
  const isOfTeam = state.teamId !== null && person.teamIds.includes(state.teamId);
  const supervises = person.roles.includes('SUPERVISOR') && isOfTeam;
  const isStaff = supervises || involvedIn(state).includes(person.id) || person.id === state.integrationId;
  if (isStaff) throw blocked('PERSON_HANDLES_CASE', [person.id]);
  return person;
}

function partyWithout(state: CaseState, partyId: Id, { side, kind, name }: AddParty): Party {
  const party = state.parties.find((each) => each.id === partyId);
  if (!party) throw notFound('input.partyId');
  if (party.side !== side) throw badInput('input.side', `must be ${party.side}, as the party is`);
  if (kind || name) throw badInput(kind ? 'input.kind' : 'input.name', 'belongs to a party that is new');
  requirePresent(party);
  if (party.memberIds.length > 0) throw blocked('PARTY_REPRESENTED', [party.id]);
  return party;
}

function nameOf({ name }: AddParty, deciding: Deciding): NewParty['name'] {
  return name ? deciding.text(requireText('input.name', name, 1, 200)) : null;
}

function represented(input: AddParty, { id, partyKind }: Person, deciding: Deciding): NewParty {
  if (input.kind && input.kind !== partyKind) throw badInput('input.kind', `must be ${partyKind}, as the person is`);
  const name = nameOf(input, deciding);
  return { id: deciding.newId(), side: input.side, kind: partyKind, memberIds: [id], name };
}

/** Nobody was found to act for it; the platform finds somebody itself. */
function unrepresented(state: CaseState, input: AddParty, deciding: Deciding): NewParty {
  const { side, kind } = input;
  if (side === 'COMPLAINANT') throw badInput('input.personId', 'is needed of a complainant');
  if (!kind) throw badInput('input.kind', 'is needed of a party that nobody acts for');
  if (kind !== 'PLATFORM') {
    if (!input.name) throw badInput('input.name', 'is needed of a party that nobody acts for');
    return { id: deciding.newId(), side, kind, memberIds: [], name: nameOf(input, deciding) };
  }
  if (input.name) throw badInput('input.name', 'does not belong to the platform');
  const platform = state.parties.find((party) => party.kind === 'PLATFORM' && party.leftAt === null);
  if (platform) throw blocked('PERSON_IN_CASE', [platform.id]);
  return platformAs(side, involvedIn(state), deciding);
}

/** Says how one's party sees the matter; saying it anew replaces what was said. */
export const statePosition: Decision<{ text: string }> = (_state, input, deciding) => {
  const text = deciding.text(requireText('input.text', input.text));
  return [newEvent('PositionStated', { partyId: deciding.actor.partyId!, text })];
};

/** A party as it is when it joins a case. */
export function joined(party: NewParty): Party {
  return {
    ...party,
    hasConfirmedResult: false,
    position: null,
    isUnreachable: false,
    silenceEndsOn: null,
    leftAt: null,
  };
}

export const partyEvolution: Evolution = {
  PartyAdded(state, { payload: { partyId: id, ...party } }) {
    state.parties.push(joined({ id, ...party, memberIds: [...party.memberIds] }));
  },
  PartyMemberAdded(state, { payload: { partyId, personId, kind } }) {
    const party = state.parties.find((each) => each.id === partyId)!;
    Object.assign(party, { kind, memberIds: [...party.memberIds, personId] });
  },
  RespondentNamed(state, { payload: { partyId } }) {
    Object.assign(
      state.parties.find((each) => each.id === partyId)!,
      { side: 'RESPONDENT', leftAt: null },
    );
  },
  PositionStated(state, { payload }) {
    state.parties.find((party) => party.id === payload.partyId)!.position = payload.text;
  },
};
