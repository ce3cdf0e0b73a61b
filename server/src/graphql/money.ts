import { Field, InputType, ObjectType } from 'type-graphql';
import { GraphQLSafeInt } from './scalars.js';

const description = 'An amount in minor units (fen, cents) of a currency; one currency a case.';

@ObjectType({ description })
export class Money {
  @Field(() => GraphQLSafeInt, { description: 'Whole minor units.' })
  amountMinor!: number;

  @Field(() => String, { description: 'ISO 4217, such as CNY.' })
  currency!: string;
}

@InputType({ description })
export class MoneyInput {
  @Field(() => GraphQLSafeInt, { description: 'Whole minor units, above 0.' })
  amountMinor!: number;

  @Field(() => String, { description: 'ISO 4217, such as CNY.' })
  currency!: string;
}
