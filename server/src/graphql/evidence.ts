import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { evidenceRequestStatuses, evidenceTypes, onLapseChoices } from '../domain/evidence.js';
import { ChangeInput, HandlingInput } from './change-input.js';
import { enumOf } from './enums.js';
import { EvidenceFile } from './evidence-file.js';
import { Node } from './node.js';
import { connectionOf } from './paging.js';
import { Party } from './party.js';
import { GraphQLDate, GraphQLDateTime } from './scalars.js';

export const EvidenceType = enumOf(
  'EvidenceType',
  evidenceTypes,
  'What a piece of evidence is. A payslip is read by its own party and the platform only.',
);
const EvidenceRequestStatus = enumOf(
  'EvidenceRequestStatus',
  evidenceRequestStatuses,
  'How a request for evidence stands.',
);
export const OnLapse = enumOf('OnLapse', onLapseChoices, 'What happens when nobody answers in time.', {
  PROCEED_WITHOUT: 'The case goes on with what is there.',
  DEEMED_WITHDRAWN: 'The case ends as withdrawn; of a complainant only.',
  REJECT: 'The case is rejected; before acceptance only.',
});

@ObjectType({ description: 'What was asked of whom, until when, with which consequence.' })
export class EvidenceRequest {
  @Field(() => ID, { description: 'Names the request in submitEvidence.' })
  id!: string;

  @Field(() => Party, { description: 'Who is asked.' })
  from!: Party;

  @Field(() => [EvidenceType], { description: 'It is answered when each of these has come in.' })
  types!: string[];

  @Field(() => Boolean, {
    description: 'While a mandatory request is open, investigation and negotiation clocks pause.',
  })
  isMandatory!: boolean;

  @Field(() => GraphQLDate, { description: 'The last day in time.' })
  dueOn!: string;

  @Field(() => OnLapse, { description: 'What happens after that day.' })
  onLapse!: string;

  @Field(() => EvidenceRequestStatus, { description: 'How it stands.' })
  status!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was asked.' })
  askedAt!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was answered or lapsed.' })
  closedAt!: string | null;
}

@ObjectType({ description: 'A line of the evidence that a type of dispute needs.' })
export class EvidenceNeed {
  @Field(() => [EvidenceType], { description: 'One of these is enough.' })
  types!: string[];

  @Field(() => Boolean, { description: 'Whether exactly this one is required, rather than one or more of several.' })
  isRequired!: boolean;
}

@ObjectType({ description: 'What the platform made of a piece of evidence.' })
class EvidenceReview {
  @Field(() => Boolean, { description: 'Whether it is accepted.' })
  isAccepted!: boolean;

  @Field(() => String, { nullable: true, description: 'Why; always there when it is not accepted.' })
  reason!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was reviewed last.' })
  reviewedAt!: string;
}

@ObjectType({ implements: Node, description: 'A piece of evidence: submitted, superseded, never deleted.' })
export class Evidence extends Node {
  @Field(() => EvidenceType, { description: 'What it is.' })
  type!: string;

  @Field(() => String, { description: 'What its submitter calls it.' })
  title!: string;

  @Field(() => Party, { nullable: true, description: 'Null when the platform submitted it, or a system.' })
  submittedBy!: Party | null;

  @Field(() => GraphQLDateTime, { description: 'When it came in.' })
  submittedAt!: string;

  @Field(() => Boolean, {
    description:
      'Whether it came after the investigation it concerns was concluded: none was running, and it was not asked for since.',
  })
  isLate!: boolean;

  @Field(() => GraphQLDate, {
    nullable: true,
    description:
      'By when the platform says what it makes of late evidence of a party (reviewEvidence), 5 working days, whatever the case has come to; null when it owes no answer, or has given it.',
  })
  answerDueOn!: string | null;

  @Field(() => EvidenceRequest, { nullable: true, description: 'The request it answers.' })
  request!: EvidenceRequest | null;

  @Field(() => Evidence, { nullable: true, description: 'The earlier piece that it takes the place of.' })
  supersedes!: Evidence | null;

  @Field(() => Boolean, { description: 'Whether a later piece takes its place.' })
  isSuperseded!: boolean;

  @Field(() => EvidenceFile, { nullable: true, description: 'Null for evidence that was named without a file.' })
  file!: EvidenceFile | null;

  @Field(() => EvidenceReview, { nullable: true, description: 'Null until it is reviewed.' })
  review!: EvidenceReview | null;
}

export const EvidenceConnection = connectionOf(() => Evidence, 'Evidence');

@InputType({ description: 'Asks a party for evidence.' })
export class RequestEvidenceInput extends HandlingInput {
  @Field(() => ID, { description: 'Who is asked.' })
  fromPartyId!: string;

  @Field(() => [EvidenceType], { description: 'Each of these is asked for; at least one, no type twice.' })
  types!: string[];

  @Field(() => Boolean, { description: 'Whether clocks pause until it is answered.' })
  isMandatory!: boolean;

  @Field(() => Int, { nullable: true, description: 'From 1 to 60; 5 when not given.' })
  dueInWorkingDays?: number | null;

  @Field(() => OnLapse, { nullable: true, description: 'PROCEED_WITHOUT when not given.' })
  onLapse?: string | null;
}

@InputType({ description: 'Puts a piece of evidence on record.' })
export class SubmitEvidenceInput extends ChangeInput {
  @Field(() => EvidenceType, { description: 'What it is.' })
  type!: string;

  @Field(() => String, { description: '1 to 200 characters.' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'The open request to your own party that it answers.' })
  requestId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Evidence of the same type and party that it takes the place of.' })
  supersedesId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Your own upload for this case, its bytes received: UPLOAD_INCOMPLETE before, UPLOAD_USED once it is evidence. Null names evidence without a file.',
  })
  uploadId?: string | null;
}

@InputType({ description: 'Says whether a piece of evidence is accepted; a later review replaces an earlier one.' })
export class ReviewEvidenceInput extends ChangeInput {
  @Field(() => ID, { description: 'Evidence of the case that is not superseded.' })
  evidenceId!: string;

  @Field(() => Boolean, { description: 'Whether it is accepted.' })
  isAccepted!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why; needed when it is not accepted, and of a supervisor. Who reads the evidence reads it.',
  })
  reason?: string | null;
}
