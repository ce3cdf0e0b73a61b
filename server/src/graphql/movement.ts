import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ChangeInput } from './change-input.js';
import { Money, MoneyInput } from './money.js';
import { GraphQLDateTime } from './scalars.js';
import { Term } from './settlement.js';

@ObjectType({ description: 'Money booked for a term, from its obligor to its beneficiary.' })
export class Movement {
  @Field(() => ID, { description: 'The id of the movement.' })
  id!: string;

  @Field(() => Term, { description: 'For which term.' })
  term!: Term;

  @Field(() => Money, { description: 'How much.' })
  amount!: Money;

  @Field(() => String, { nullable: true, description: 'As the books name it.' })
  reference!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was recorded.' })
  recordedAt!: string;
}

@InputType({ description: 'Books money for a term.' })
export class RecordMovementInput extends ChangeInput {
  @Field(() => ID, { description: 'An agreed term that is to be paid.' })
  termId!: string;

  @Field(() => MoneyInput, { description: 'Together with what is booked already at most the amount of the term.' })
  amount!: MoneyInput;

  @Field(() => String, { nullable: true, description: 'As the books name it; up to 200 characters.' })
  reference?: string | null;
}

@InputType({ description: 'Records that an instalment was paid.' })
export class RecordInstalmentInput extends ChangeInput {
  @Field(() => ID, { description: 'A plan or a deferment in force.' })
  termId!: string;

  @Field(() => Int, { description: 'Which instalment, from 1; the one payment of a deferment is 1.' })
  number!: number;

  @Field(() => String, { nullable: true, description: 'Of the payment; up to 200 characters.' })
  reference?: string | null;
}
