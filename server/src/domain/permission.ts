import type { CaseState, Id, PartyKind } from './case.js';
import { partyOf } from './case.js';
import { DomainError } from './domain-error.js';
import { seatOf } from './expert-panel.js';
import { isOpen } from './stage.js';
import type { LocalDate } from './working-calendar.js';

export const roles = ['USER', 'HANDLER', 'EXPERT', 'SUPERVISOR', 'MANAGER', 'ADMIN', 'INTEGRATION'] as const;
export type Role = (typeof roles)[number];

/** Somebody signed in; rights come from roles and teams as they stand now. */
export interface Person {
  id: Id;
  name: string;
  roles: readonly Role[];
  /** What this person is when a party of a case. */
  partyKind: PartyKind;
  teamIds: readonly Id[];
  /** Last day of an absence: until then nobody is given a case. */
  awayThrough?: LocalDate | null;
}

/** What somebody is in one case; a person may be several of these, or none. */
export type Capacity =
  | 'COMPLAINANT'
  | 'RESPONDENT'
  | 'THIRD_PARTY'
  | 'FORMER_PARTY'
  | 'HANDLER'
  | 'QUEUE_HANDLER'
  | 'SUPERVISOR'
  | 'IMPARTIAL_SUPERVISOR'
  | 'EXPERT'
  | 'INTEGRATION'
  | 'MANAGER';

const party = ['COMPLAINANT', 'RESPONDENT', 'THIRD_PARTY'] as const;
/** A party that has left still does, and is owed, what was agreed with it. */
const bound = [...party, 'FORMER_PARTY'] as const;
/** The assigned handler, or a supervisor of the team, who must say why. */
const handling = ['HANDLER', 'SUPERVISOR'] as const;
/** A supervisor of the team who never handled the case and is no part of it. */
const supervising = ['IMPARTIAL_SUPERVISOR'] as const;

/**
 * Who may do what on a case that exists: one table, read top to bottom, deny by default
 * (guarantees page, Who may do what). submitCase is open to everyone signed in, and createEvidenceUpload for a case yet to be filed.
 */
export const permissionOfCommand = {
  submitCase: [],

  answerClarification: ['COMPLAINANT'],
  amendCase: ['COMPLAINANT'],
  withdrawCase: ['COMPLAINANT'],
  postMessage: [...party, 'HANDLER', 'INTEGRATION'],
  createEvidenceUpload: [...party, 'HANDLER', 'INTEGRATION'],
  submitEvidence: [...party, 'HANDLER', 'INTEGRATION'],
  makeProposal: [...party, 'HANDLER'],
  withdrawProposal: [...party, 'HANDLER'],
  acceptProposal: party,
  declineProposal: party,
  confirmResult: party,
  confirmTerm: bound,
  contestTerm: bound,
  statePosition: party,
  respondToMeeting: party,
  rateCase: party,
  fulfilTerm: [...bound, 'HANDLER'],
  recordInstalment: [...bound, 'HANDLER'],
  recordMovement: ['HANDLER', 'INTEGRATION'],
  updateOrderStatus: ['HANDLER', 'INTEGRATION'],

  assignCase: ['SUPERVISOR', 'QUEUE_HANDLER'],

  acceptCase: handling,
  rejectCase: handling,
  requestClarification: handling,
  reclassifyCase: handling,
  fastTrack: handling,
  leaveFastTrack: handling,
  addParty: handling,
  startInvestigation: handling,
  planInvestigationStep: handling,
  completeInvestigationStep: handling,
  waiveInvestigationStep: handling,
  recordFinding: handling,
  concludeInvestigation: handling,
  requestEvidence: handling,
  reviewEvidence: handling,
  scheduleMeeting: handling,
  rescheduleMeeting: handling,
  recordMeeting: handling,
  cancelMeeting: handling,
  openRound: handling,
  declareImpasse: handling,
  referCase: handling,
  closeCase: handling,
  closeUnresolved: handling,
  takeMeasure: handling,
  liftMeasure: handling,
  addNote: handling,
  recordContactAttempt: handling,
  revealPersonalData: handling,

  deepenInvestigation: handling,
  raiseObjection: party,
  withdrawObjection: party,
  decideObjection: supervising,
  reopenCase: supervising,
  sampleCases: supervising,
  recordReview: supervising,
  allowCompensation: supervising,
  reportDefault: [...bound, 'HANDLER'],

  requestSecondNegotiation: party,
  withdrawSecondNegotiation: party,
  refuseSecondNegotiation: supervising,
  admitSecondNegotiation: supervising,
  appointExpert: supervising,
  replaceExpert: supervising,
  revealOpinions: supervising,
  declareConflict: ['EXPERT'],
  submitOpinion: ['EXPERT'],
} as const satisfies Record<string, readonly Capacity[]>;

export type CommandName = keyof typeof permissionOfCommand;
export const commandNames = Object.keys(permissionOfCommand) as CommandName[];

/** Who may do what belongs to no case. */
export const rolesOfCommand = {
  publishCalendar: ['ADMIN'],
  setBenchmark: ['ADMIN'],
  updatePerson: ['ADMIN'],
  updateTeam: ['ADMIN'],
  recordPayment: ['INTEGRATION'],
} as const satisfies Record<string, readonly Role[]>;

/** Open to everyone signed in, for what is their own. */
export const commandsOfEveryone = [
  'submitCase',
  'updateContactData',
  'markNotificationsRead',
  'saveView',
  'deleteView',
] as const;

/** FORBIDDEN for whoever has none of the roles. */
export function requireRole(command: keyof typeof rolesOfCommand, person: Person): void {
  if (rolesOfCommand[command].some((role) => person.roles.includes(role))) return;
  throw new DomainError('FORBIDDEN', `${command} is not open to you`);
}

/**
 * Everything this person is in this case; empty means that the case is not visible to them.
 * Who is a party is nothing else in it: nobody handles or supervises a case of their own.
 */
export function capacitiesIn(state: CaseState, person: Person): Capacity[] {
  const own = partyOf(state, person.id);
  if (own) return [own.leftAt === null ? own.side : 'FORMER_PARTY'];
  const capacities: Capacity[] = [];
  const isOfTeam = state.teamId !== null && person.teamIds.includes(state.teamId);
  if (person.roles.includes('HANDLER')) {
    // Who left the team has lost the case, before it is taken from them.
    if (state.handlerId === person.id && (isOfTeam || state.teamId === null)) capacities.push('HANDLER');
    else if (isOfTeam && state.handlerId === null && isOpen(state.stage)) capacities.push('QUEUE_HANDLER');
  }
  if (person.roles.includes('SUPERVISOR') && isOfTeam) {
    capacities.push('SUPERVISOR');
    if (!state.handledBy.includes(person.id)) capacities.push('IMPARTIAL_SUPERVISOR');
  }
  if (person.roles.includes('EXPERT') && seatOf(state, person.id)) capacities.push('EXPERT');
  if (person.roles.includes('INTEGRATION') && state.integrationId === person.id) capacities.push('INTEGRATION');
  if (person.roles.includes('MANAGER')) capacities.push('MANAGER');
  return capacities;
}

/** The capacity in which the command is allowed, the first that the table names; null is FORBIDDEN. */
export function capacityFor(command: CommandName, capacities: readonly Capacity[]): Capacity | null {
  const allowed: readonly Capacity[] = permissionOfCommand[command];
  return allowed.find((capacity) => capacities.includes(capacity)) ?? null;
}

/** A supervisor acting in the handler's place must give a reason. */
export function needsReason(command: CommandName, capacity: Capacity): boolean {
  return capacity === 'SUPERVISOR' && command !== 'assignCase';
}
