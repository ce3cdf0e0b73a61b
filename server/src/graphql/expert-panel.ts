import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { seatStatuses } from '../domain/expert-panel.js';
import { secondNegotiationStatuses } from '../domain/second-negotiation.js';
import { ChangeInput } from './change-input.js';
import { enumOf } from './enums.js';
import { Party } from './party.js';
import { Person } from './person.js';
import { GraphQLDate, GraphQLDateTime } from './scalars.js';

const SeatStatus = enumOf('SeatStatus', seatStatuses, 'How a seat on the panel stands.', {
  APPOINTED: 'The expert has not declared conflicts of interest yet.',
  CLEAR: 'The expert declared to have none.',
  RECUSED: 'The expert has one: the seat is free.',
  RELEASED: 'The second negotiation ended before its result: no opinion is needed.',
  REPLACED: 'Another expert has taken the place, on a seat of the same number.',
});
const SecondNegotiationStatus = enumOf(
  'SecondNegotiationStatus',
  secondNegotiationStatuses,
  'How the request for a second negotiation stands.',
);

@ObjectType({ description: 'One expert’s place on the panel.' })
export class ExpertSeat {
  @Field(() => ID, { description: 'Names the seat in replaceExpert and in an objection against EXPERT.' })
  id!: string;

  @Field(() => Int, { description: 'From 1; it stays with the place.' })
  number!: number;

  @Field(() => String, { description: 'By which parties know the expert.' })
  pseudonym!: string;

  @Field(() => Person, { nullable: true, description: 'Who sits there; null for parties and for other experts.' })
  expert!: Person | null;

  @Field(() => SeatStatus, { description: 'How it stands.' })
  status!: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'By when the opinion is due; null before the review.' })
  opinionDueOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256, hex, of salt and words of the opinion; everyone reads it before the words.',
  })
  seal!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the opinion was handed in.' })
  sealedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the expert advises; null for all but the expert until every opinion is revealed.',
  })
  opinion!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was revealed, with all others.' })
  revealedAt!: string | null;
}

@ObjectType({ description: 'The second negotiation of a case, and the experts who advise in it.' })
export class ExpertPanel {
  @Field(() => SecondNegotiationStatus, { description: 'How the request stands.' })
  status!: string;

  @Field(() => Party, { description: 'Who asked for it.' })
  requestedBy!: Party;

  @Field(() => String, { description: 'Why.' })
  grounds!: string;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  requestedAt!: string;

  @Field(() => GraphQLDate, { description: 'By when it is to be admitted or refused.' })
  dueOn!: string;

  @Field(() => String, { nullable: true, description: 'Why it was refused or given up.' })
  reason!: string | null;

  @Field(() => [ExpertSeat], { description: 'Seats by number, those that were replaced too.' })
  seats!: ExpertSeat[];
}

@InputType({ description: 'Asks for expert review and a final round.' })
export class RequestSecondNegotiationInput extends ChangeInput {
  @Field(() => String, { description: 'Why; 1 to 4,000 characters. All parties read them.' })
  grounds!: string;
}

@InputType({ description: 'Gives up the second negotiation one asked for.' })
export class WithdrawSecondNegotiationInput extends ChangeInput {
  @Field(() => String, { nullable: true, description: 'Why; up to 4,000 characters. All parties read it.' })
  reason?: string | null;
}

@InputType({ description: 'Opens the review by the panel.' })
export class AdmitSecondNegotiationInput extends ChangeInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Who leads: a handler of the team who took no part in round one. Who handles the case now when not given.',
  })
  handlerId?: string | null;
}

@InputType({ description: 'Seats an expert.' })
export class AppointExpertInput extends ChangeInput {
  @Field(() => ID, { description: 'Somebody with the role EXPERT, no party of the case and no part of round one.' })
  expertId!: string;
}

@InputType({ description: 'Gives a seat to another expert.' })
export class ReplaceExpertInput extends ChangeInput {
  @Field(() => ID, { description: 'A seat whose opinion is not in, or whose expert has a conflict of interest.' })
  seatId!: string;

  @Field(() => ID, { description: 'Who takes the place.' })
  expertId!: string;

  @Field(() => String, { description: 'Why; 1 to 4,000 characters. Staff read it.' })
  reason!: string;
}

@InputType({ description: 'Says whether one has a conflict of interest.' })
export class DeclareConflictInput extends ChangeInput {
  @Field(() => Boolean, { description: 'True frees the seat.' })
  hasConflict!: boolean;

  @Field(() => String, { nullable: true, description: 'Which; needed when there is one. Staff read it.' })
  explanation?: string | null;
}

@InputType({ description: 'Hands an opinion in, sealed.' })
export class SubmitOpinionInput extends ChangeInput {
  @Field(() => String, { description: '1 to 4,000 characters. All parties read it once all opinions are revealed.' })
  text!: string;
}
