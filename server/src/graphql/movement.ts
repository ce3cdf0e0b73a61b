import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ChangeInput } from './change-input.js';
import { Money, MoneyInput } from './money.js';
import { GraphQLDateTime } from './scalars.js';
import { Term } from './settlement.js';

@ObjectType({
  description:
    'Money booked for a term, from its obligor to its beneficiary; or a wrong booking taken back, the other way. Nothing is ever deleted.',
})
export class Movement {
  @Field(() => ID, { description: 'The id of the movement.' })
  id!: string;

  @Field(() => Term, { description: 'For which term.' })
  term!: Term;

  @Field(() => Money, { description: 'How much.' })
  amount!: Money;

  @Field(() => String, { nullable: true, description: 'As the books name it.' })
  reference!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The earlier movement that it takes back, whole; null for a booking. It counts as its amount less.',
  })
  reversesId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why that was wrong; null for a booking.' })
  reason!: string | null;

  @Field(() => Boolean, { description: 'Whether a later movement takes it back.' })
  isReversed!: boolean;

  @Field(() => GraphQLDateTime, { description: 'When it was recorded.' })
  recordedAt!: string;
}

@InputType({ description: 'Books money for a term, or takes a wrong booking back.' })
export class RecordMovementInput extends ChangeInput {
  @Field(() => ID, { description: 'An agreed term that is to be paid; of a reversal the term of the wrong booking.' })
  termId!: string;

  @Field(() => MoneyInput, {
    description:
      'Together with what is booked already at most the amount of the term; of a reversal the whole amount of the wrong booking.',
  })
  amount!: MoneyInput;

  @Field(() => String, { nullable: true, description: 'As the books name it; up to 200 characters.' })
  reference?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A wrong booking that this movement takes back, once, in whatever stage. A term that was fulfilled by nothing but what was booked is to be done again.',
  })
  reversesId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was wrong; needed with `reversesId`, and not without. 1 to 4,000 characters, all parties read them.',
  })
  reason?: string | null;
}

@InputType({
  description:
    'Records that an instalment was paid. From the handler it counts; from the party that owes it, as it does of a term: once the beneficiary confirms it, or after 5 working days uncontested.',
})
export class RecordInstalmentInput extends ChangeInput {
  @Field(() => ID, { description: 'A plan or a deferment in force.' })
  termId!: string;

  @Field(() => Int, { description: 'Which instalment, from 1; the one payment of a deferment is 1.' })
  number!: number;

  @Field(() => String, { nullable: true, description: 'Of the payment; up to 200 characters.' })
  reference?: string | null;
}
