import { Field, ID, Int, ObjectType } from 'type-graphql';
import { actorRoles } from '../domain/case-event.js';
import type { CaseEventType as DomainEventType } from '../domain/case-event.js';
import { eventTypeName } from '../reads/case-event.js';
import { enumOf } from './enums.js';
import { Node } from './node.js';
import { connectionOf } from './paging.js';
import { Party } from './party.js';
import { Person } from './person.js';
import { GraphQLDate, GraphQLDateTime } from './scalars.js';

const ActorRole = enumOf(
  'ActorRole',
  actorRoles,
  'In which capacity somebody acted; SYSTEM is the platform acting by itself.',
);

const meaningOfEvent: Record<DomainEventType, string> = {
  CaseSubmitted: 'The case was filed.',
  CaseImported: 'The case was brought in from a foreign log.',
  ActivityImported: 'A further row of that log.',
  CaseAssigned: 'A handler took or was given the case.',
  CaseAccepted: 'It was answered: accepted.',
  CompletenessAssessed: 'How much of the needed evidence was there when it was accepted; staff read it.',
  CaseRejected: 'It was answered: rejected.',
  ClarificationRequested: 'The complainant was asked before the case is taken on.',
  ClarificationAnswered: 'The complainant answered.',
  ClarificationLapsed: 'The question ended by time.',
  CaseAmended: 'The complainant corrected what was filed.',
  CaseReclassified: 'Type, reason, urgency or complexity changed.',
  CaseFastTracked: 'The platform puts it right at once.',
  FastTrackLeft: 'It left the fast track.',
  PaymentChecked:
    'The platform checked what is on record of the payment; parties read it when something follows from it.',
  InvestigationStarted: 'A cycle of investigation began.',
  InvestigationStepPlanned: 'A further step was planned.',
  InvestigationStepCompleted: 'A step was done.',
  InvestigationStepWaived: 'A step was left out, with its reason.',
  FindingRecorded: 'Something was established.',
  FindingSupported: 'A finding rests on evidence that is not for all parties; who may read that reads it.',
  InvestigationConcluded: 'The cycle ended.',
  EvidenceRequested: 'A party was asked for evidence.',
  EvidenceSubmitted: 'Evidence came in.',
  EvidenceRequestAnswered: 'Everything that a request asked for has come in.',
  EvidenceReviewed: 'The platform accepted a piece of evidence, or did not.',
  EvidenceRequestLapsed: 'A request ended by time.',
  RoundOpened: 'A negotiation round began.',
  MeetingScheduled: 'A meeting was arranged.',
  MeetingRescheduled: 'A meeting was arranged anew.',
  MeetingAnswered: 'A party said whether it will come.',
  MeetingCancelled: 'A meeting was called off.',
  MeetingRecorded: 'A meeting was held.',
  NoteAdded: 'Somebody of the staff wrote to the others.',
  ContactAttempted: 'It was tried to reach a party outside the platform.',
  PersonalDataRevealed: 'Contact data of somebody who acts for a party was shown to staff, for a reason.',
  PartyUnreachable: 'It was tried in vain to reach a party, often enough; for a complainant the last days begin.',
  PartyReached: 'A party that could not be reached was heard of again.',
  PartyAdded: 'Somebody joined the case.',
  PartyMemberAdded: 'Somebody acts for a party that nobody acted for.',
  PartyLeft: 'A party is in the case no longer; the case goes on.',
  RespondentNamed: 'A party that was known already is who answers.',
  PositionStated: 'A party said how it sees the matter.',
  MessagePosted: 'Somebody wrote to everyone.',
  ProposalMade: 'Terms were offered.',
  ProposalAccepted: 'A party consented.',
  ProposalDeclined: 'A party said no, or took its consent back.',
  ProposalWithdrawn: 'The author took the proposal back.',
  ProposalLapsed: 'A proposal ended by time or by what came after it.',
  SettlementReached: 'Everyone whose consent is needed accepted the same proposal.',
  CompensationAllowed: 'A supervisor let the case compensate more than the configured limit.',
  ImpasseDeclared: 'The rounds ended without agreement.',
  TermReported: 'An obligor reported a term done.',
  TermContested: 'A beneficiary said that a term was not done.',
  TermReopened: 'A term is to be done again, because the booking that fulfilled it was taken back.',
  MovementRecorded: 'Money was booked for a term, or a wrong booking taken back.',
  InstalmentReported: 'An obligor reported an instalment paid.',
  InstalmentContested: 'A beneficiary said that an instalment was not paid.',
  InstalmentRecorded: 'An instalment counts as paid.',
  InstalmentMoved: 'A newer calendar moved an instalment that is still owed.',
  ClockRevised: 'A newer calendar counts a running clock; of its due dates the later decides.',
  TermOverdue: 'A term or an instalment was not done by its due date.',
  DutyOverdue: 'A decision, an opinion or an answer to late evidence did not come by its due date.',
  MeasureEnded: 'First aid ended with its last day.',
  ClockBreached: 'A published benchmark is exceeded; once a cycle.',
  ClockResumed: 'A clock runs on, because missing evidence can pause it no longer.',
  TermFulfilled: 'A term counts as done.',
  OrderStatusUpdated: 'The order behind the payment moved.',
  MeasureTaken: 'First aid was given.',
  MeasureLifted: 'First aid ended before its last day.',
  ResultConfirmed: 'A party confirmed the result.',
  CaseReferred: 'A way to go on was advised.',
  CaseResolved: 'Everything agreed is done.',
  CaseUnresolved: 'The case ended without a solution.',
  CaseWithdrawn: 'The complainant ended it, or silence did.',
  CaseReturned: 'A complainant whose silence had ended the case came back.',
  CaseClosed: 'The file was closed.',
  CaseSampled: 'The closed case was drawn for review; staff read it.',
  ReviewRecorded: 'A supervisor said how it was handled; staff read it.',
  CaseRated: 'A party said how content it is.',
  InvestigationDeepened: 'The case went back to investigation, with a new cycle.',
  ObjectionRaised: 'A party objected.',
  ObjectionWithdrawn: 'A party took its objection back.',
  ObjectionDecided: 'A supervisor decided an objection.',
  CaseReopened: 'An ended case goes on.',
  DefaultReported: 'Something agreed was not done in time; the case goes on.',
  SecondNegotiationRequested: 'A party asked for expert review and a final round.',
  SecondNegotiationRefused: 'It was refused.',
  SecondNegotiationWithdrawn: 'It was given up.',
  SecondNegotiationAdmitted: 'The experts review the case.',
  ExpertAppointed: 'An expert was seated; staff read it.',
  ConflictDeclared: 'An expert declared conflicts of interest; staff read it.',
  ExpertReplaced: 'A seat was given to another expert; staff read it.',
  ExpertRecused: 'A seat was freed; staff read it.',
  OpinionSubmitted: 'An expert handed an opinion in; the expert alone reads it.',
  OpinionSealed: 'An opinion is in, sealed.',
  OpinionsRevealed: 'All opinions were opened together.',
};
const meanings = Object.fromEntries(
  Object.entries(meaningOfEvent).map(([type, meaning]) => [eventTypeName(type), meaning]),
);
const CaseEventType = enumOf('CaseEventType', Object.keys(meanings), 'What an entry of the log says.', meanings);

@ObjectType({ description: 'Who did something in a case, and as what.' })
export class Actor {
  @Field(() => ActorRole, { description: 'The capacity in which it was done.' })
  role!: string;

  @Field(() => Person, { nullable: true, description: 'Null for the platform acting by itself.' })
  person!: Person | null;

  @Field(() => Party, { nullable: true, description: 'The party acted for; null for staff and the platform.' })
  party!: Party | null;
}

@ObjectType({ description: 'One immutable entry of the log of a case.' })
export class CaseEvent {
  @Field(() => ID, { description: 'The id of the entry.' })
  id!: string;

  @Field(() => CaseEventType, { description: 'What it says.' })
  type!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was written.' })
  at!: string;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'The date from which it counts: that of `at`, or the due date of the deadline that acted.',
  })
  effectiveOn!: string | null;

  @Field(() => Actor, { description: 'Who did it.' })
  actor!: Actor;

  @Field(() => Int, { description: 'The version of the case with this entry.' })
  caseVersion!: number;
}

@ObjectType({ implements: Node, description: 'What somebody wrote to everyone in the case.' })
export class Message extends Node {
  @Field(() => Actor, { description: 'Who wrote it.' })
  author!: Actor;

  @Field(() => String, { description: 'The words exactly as written; empty once erased.' })
  text!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was posted.' })
  at!: string;
}

@ObjectType({ description: 'What somebody of the staff wrote to the others.' })
export class Note {
  @Field(() => ID, { description: 'The id of the note.' })
  id!: string;

  @Field(() => Actor, { description: 'Who wrote it.' })
  author!: Actor;

  @Field(() => String, { description: 'The words exactly as written; empty once erased.' })
  text!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was written.' })
  at!: string;
}

export const CaseEventConnection = connectionOf(() => CaseEvent, 'CaseEvent');
export const MessageConnection = connectionOf(() => Message, 'Message');
