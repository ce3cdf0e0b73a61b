import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { paying, termKinds, termStatuses, typesOfTerm } from '../domain/term.js';
import { ChangeInput } from './change-input.js';
import { enumOf } from './enums.js';
import { Money, MoneyInput } from './money.js';
import { Party } from './party.js';
import { GraphQLDate, GraphQLDateTime } from './scalars.js';

const TermKind = enumOf(
  'TermKind',
  termKinds,
  'What a term promises.',
  Object.fromEntries(
    termKinds.map((kind) => {
      const types = typesOfTerm[kind]?.join(' and ') ?? 'every type of dispute';
      return [kind, `For ${types}; ${paying.includes(kind) ? 'names its amount' : 'has no amount'}.`];
    }),
  ),
);
const TermStatus = enumOf('TermStatus', termStatuses, 'How far an agreed term is.', {
  OPEN: 'To be done.',
  REPORTED: 'The obligor says it is done; it counts once confirmed, or after 5 working days uncontested.',
  CONTESTED: 'The beneficiary says that it is not done; the obligor has to report it again.',
  FULFILLED: 'Done.',
  IN_FORCE: 'A plan or a deferment that runs, until its last payment is recorded.',
  DEFAULTED: 'It was not done in time, and is agreed anew.',
});

@ObjectType({ description: 'One dated payment of a plan.' })
class Instalment {
  @Field(() => Int, { description: 'From 1.' })
  number!: number;

  @Field(() => GraphQLDate, { description: 'The date agreed.' })
  nominalOn!: string;

  @Field(() => GraphQLDate, {
    description:
      'The date agreed, moved to the next working day when that is a day off. Until it is paid it follows the calendar in force.',
  })
  dueOn!: string;

  @Field(() => Boolean, { description: 'Whether `dueOn` lies beyond what the State has announced.' })
  isProvisional!: boolean;

  @Field(() => Money, { description: 'What is due.' })
  amount!: Money;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the obligor reported it paid.' })
  reportedAt!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the beneficiary contested that last.' })
  contestedAt!: string | null;

  @Field(() => GraphQLDate, {
    nullable: true,
    description:
      'Through when the beneficiary can contest what was reported, after which it counts as paid; null when nothing waits for that.',
  })
  uncontestedOn!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'From when it counts as paid: recorded by the handler, confirmed, or uncontested.',
  })
  paidAt!: string | null;
}

@ObjectType({ description: 'One promise: who owes what to whom, until when.' })
export class Term {
  @Field(() => ID, { description: 'Names the term in commands.' })
  id!: string;

  @Field(() => TermKind, { description: 'What is promised.' })
  kind!: string;

  @Field(() => Party, { description: 'Who owes it.' })
  obligor!: Party;

  @Field(() => Party, { description: 'To whom it is owed.' })
  beneficiary!: Party;

  @Field(() => Money, { nullable: true, description: 'Of terms that move money.' })
  amount!: Money | null;

  @Field(() => GraphQLDate, {
    description:
      'The last day in time. Of what is offered without a date it is that of an agreement on the day of the offer: the days count from the agreement.',
  })
  dueOn!: string;

  @Field(() => String, { nullable: true, description: 'The term in words.' })
  text!: string | null;

  @Field(() => [Instalment], { description: 'Of an INSTALMENT_PLAN; they sum to its amount.' })
  instalments!: Instalment[];

  @Field(() => TermStatus, { nullable: true, description: 'Null until the term is agreed.' })
  status!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the obligor reported it done.' })
  reportedAt!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the beneficiary contested it last.' })
  contestedAt!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'From when it counts as done, or in force.' })
  fulfilledAt!: string | null;
}

@ObjectType({ description: 'What was agreed, or what the fast track put right.' })
export class Settlement {
  @Field(() => GraphQLDateTime, { description: 'When the last consent was given.' })
  agreedAt!: string;

  @Field(() => Money, {
    nullable: true,
    description:
      'The money of all agreed terms, in minor units of the one currency of the case; of a term that was defaulted on only what was paid. Null when no term moves money.',
  })
  agreed!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What was paid of it: booked, recorded as an instalment, or confirmed. Null when no term moves money.',
  })
  moved!: Money | null;

  @Field(() => Money, { nullable: true, description: '`agreed` less `moved`. Null when no term moves money.' })
  open!: Money | null;

  @Field(() => [Term], { description: 'The agreed terms.' })
  terms!: Term[];
}

@InputType({ description: 'One dated payment of a plan.' })
class InstalmentInput {
  @Field(() => GraphQLDate, { description: 'Each after the one before it; a day off moves to the next working day.' })
  dueOn!: string;

  @Field(() => MoneyInput, { description: 'All together are the amount of the term.' })
  amount!: MoneyInput;
}

@InputType({ description: 'A term to offer.' })
export class TermInput {
  @Field(() => TermKind, { description: 'Some kinds fit some types of dispute only.' })
  kind!: string;

  @Field(() => ID, { description: 'The party that owes it.' })
  obligorId!: string;

  @Field(() => ID, { description: 'Another party, to which it is owed.' })
  beneficiaryId!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Needed for terms that move money, in the currency of the case.',
  })
  amount?: MoneyInput | null;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: '3 working days for refunds and 5 for all else when not given.',
  })
  dueOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Up to 2,000 characters.' })
  text?: string | null;

  @Field(() => [InstalmentInput], { nullable: true, description: 'Of an INSTALMENT_PLAN: 1 to 120.' })
  instalments?: InstalmentInput[] | null;
}

@InputType({ description: 'Reports an agreed term done.' })
export class FulfilTermInput extends ChangeInput {
  @Field(() => ID, { description: 'An open or contested term that your party owes.' })
  termId!: string;

  @Field(() => String, { nullable: true, description: 'Of a payment or parcel; up to 200 characters.' })
  reference?: string | null;
}

const whichInstalment =
  'Which instalment of a plan in force, from 1; the one payment of a deferment is 1. Null for the term itself.';

@InputType({ description: 'Confirms that an agreed term was done, or an instalment paid.' })
export class ConfirmTermInput extends ChangeInput {
  @Field(() => ID, { description: 'A term that is owed to your party.' })
  termId!: string;

  @Field(() => Int, { nullable: true, description: whichInstalment })
  instalmentNumber?: number | null;
}

@InputType({ description: 'Says that what was reported was not done.' })
export class ContestTermInput extends ChangeInput {
  @Field(() => ID, {
    description: 'A reported term that is owed to your party, or one of which an instalment was reported.',
  })
  termId!: string;

  @Field(() => Int, { nullable: true, description: whichInstalment })
  instalmentNumber?: number | null;

  @Field(() => String, { description: 'Why; 1 to 4,000 characters. All parties read it.' })
  reason!: string;
}
