import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { clarificationStatuses } from '../domain/clarification.js';
import { ChangeInput, HandlingInput } from './change-input.js';
import { enumOf } from './enums.js';
import { OnLapse } from './evidence.js';
import { MoneyInput } from './money.js';
import { GraphQLDate, GraphQLDateTime } from './scalars.js';
import { ToldTransactionInput } from './transaction.js';

const ClarificationStatus = enumOf(
  'ClarificationStatus',
  clarificationStatuses,
  'How a question to the complainant stands.',
  { CLOSED: 'The platform answered the case, or the case ended, without waiting.' },
);

@ObjectType({ description: 'A question to the complainant before the case is taken on.' })
export class Clarification {
  @Field(() => ID, { description: 'The id of the question.' })
  id!: string;

  @Field(() => String, { description: 'What is asked.' })
  question!: string;

  @Field(() => String, { nullable: true, description: 'What was answered.' })
  answer!: string | null;

  @Field(() => GraphQLDate, { description: 'The last day in time.' })
  dueOn!: string;

  @Field(() => OnLapse, { description: 'What happens after that day.' })
  onLapse!: string;

  @Field(() => ClarificationStatus, { description: 'How it stands.' })
  status!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was asked.' })
  askedAt!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was answered, lapsed or closed.' })
  closedAt!: string | null;
}

@InputType({ description: 'Asks the complainant before taking the case on.' })
export class RequestClarificationInput extends HandlingInput {
  @Field(() => String, { description: '1 to 2,000 characters. All parties read it.' })
  question!: string;

  @Field(() => OnLapse, { nullable: true, description: 'PROCEED_WITHOUT when not given.' })
  onLapse?: string | null;
}

@InputType({ description: 'Answers the open question.' })
export class AnswerClarificationInput extends ChangeInput {
  @Field(() => String, { description: '1 to 4,000 characters. All parties read it.' })
  text!: string;
}

@InputType({ description: 'Corrects what was filed. What is not given stays; something must be given.' })
export class AmendCaseInput extends ChangeInput {
  @Field(() => String, { nullable: true, description: 'What happened; 10 to 4,000 characters.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'What is wanted; 1 to 2,000 characters.' })
  requestedRemedy?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What is in dispute, at most the amount of the transaction.',
  })
  disputedAmount?: MoneyInput | null;

  @Field(() => ToldTransactionInput, {
    nullable: true,
    description:
      'What was not told yet of the payment that the case names. Another open case of that payment and reason is DUPLICATE_CASE.',
  })
  transaction?: ToldTransactionInput | null;
}
