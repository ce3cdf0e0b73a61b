import { Field, ID, InputType, ObjectType } from 'type-graphql';
import {
  objectionAgainstChoices,
  objectionDecisions,
  objectionEffects,
  objectionStatuses,
} from '../domain/objection.js';
import { ChangeInput } from './change-input.js';
import { enumOf } from './enums.js';
import { Party } from './party.js';
import { GraphQLDate, GraphQLDateTime } from './scalars.js';

const ObjectionAgainst = enumOf('ObjectionAgainst', objectionAgainstChoices, 'What an objection is against.');
const ObjectionDecision = enumOf('ObjectionDecision', objectionDecisions, 'What a supervisor decided.');
const ObjectionStatus = enumOf('ObjectionStatus', objectionStatuses, 'How an objection stands.');
const ObjectionEffect = enumOf('ObjectionEffect', objectionEffects, 'What a decision does to the case.', {
  REASSIGN_HANDLER: 'Another handler takes over; the one before may not take the case again.',
  REPLACE_EXPERT: 'The seat is freed, and waits for replaceExpert.',
  DEEPEN_INVESTIGATION: 'The case is investigated again.',
  REOPEN: 'The ended case goes on: a rejected one is answered again, any other is investigated again.',
});

@ObjectType({ description: 'What a party brings against a result, a finding, conduct or an expert.' })
export class Objection {
  @Field(() => ID, { description: 'Names the objection in withdrawObjection and decideObjection.' })
  id!: string;

  @Field(() => Party, { description: 'Who raised it.' })
  party!: Party;

  @Field(() => ObjectionAgainst, { description: 'What it is against.' })
  against!: string;

  @Field(() => ID, { nullable: true, description: 'The finding or the seat; null for RESULT and CONDUCT.' })
  subjectId!: string | null;

  @Field(() => String, { description: 'Why.' })
  grounds!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was raised.' })
  raisedAt!: string;

  @Field(() => GraphQLDate, { description: 'By when it is to be decided: five working days.' })
  dueOn!: string;

  @Field(() => ObjectionStatus, { description: 'How it stands.' })
  status!: string;

  @Field(() => ObjectionEffect, { nullable: true, description: 'What the decision did; null until then.' })
  effect!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided so.' })
  reason!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was decided or withdrawn.' })
  decidedAt!: string | null;
}

@InputType({ description: 'Objects to something.' })
export class RaiseObjectionInput extends ChangeInput {
  @Field(() => ObjectionAgainst, {
    description: 'RESULT while the window of an ended case is open, anything else while the case is.',
  })
  against!: string;

  @Field(() => ID, { nullable: true, description: 'The finding of FINDING, the seat of EXPERT; nothing otherwise.' })
  subjectId?: string | null;

  @Field(() => String, { description: '1 to 4,000 characters. All parties read them.' })
  grounds!: string;
}

@InputType({ description: 'Takes one’s own objection back.' })
export class WithdrawObjectionInput extends ChangeInput {
  @Field(() => ID, { description: 'An open objection of your party.' })
  objectionId!: string;
}

@InputType({ description: 'Decides an objection.' })
export class DecideObjectionInput extends ChangeInput {
  @Field(() => ID, { description: 'An open objection of the case.' })
  objectionId!: string;

  @Field(() => ObjectionDecision, { description: 'What is decided.' })
  decision!: string;

  @Field(() => ObjectionEffect, { description: 'What follows at once; NONE when it is dismissed.' })
  effect!: string;

  @Field(() => String, { description: 'Why; 1 to 4,000 characters. All parties read it.' })
  reason!: string;

  @Field(() => ID, { nullable: true, description: 'With REASSIGN_HANDLER: who takes over.' })
  handlerId?: string | null;
}
