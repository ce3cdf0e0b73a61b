import { Extensions, Field, InputType, ObjectType, Query, Resolver } from 'type-graphql';
import { orderStatuses } from '../domain/classification.js';
import { readTransactions } from '../reads/root.js';
import { Product } from './case-enums.js';
import { ChangeInput } from './change-input.js';
import { compiled } from './compiled.js';
import { enumOf } from './enums.js';
import { Money, MoneyInput } from './money.js';
import { GraphQLDateTime } from './scalars.js';

const OrderStatus = enumOf('OrderStatus', orderStatuses, 'How the order behind a payment stands.');

@ObjectType({ description: 'The payment in dispute.' })
export class Transaction {
  @Field(() => String, { description: 'As the complainant’s records name it; unique on the platform.' })
  reference!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was paid; null until the case tells it.' })
  paidAt!: string | null;

  @Field(() => Money, { nullable: true, description: 'What was paid; null until the case tells it.' })
  amount!: Money | null;

  @Field(() => String, { nullable: true, description: 'Who was paid.' })
  counterparty!: string | null;

  @Field(() => Product, { nullable: true, description: 'Which product paid.' })
  product!: string | null;

  @Field(() => OrderStatus, {
    nullable: true,
    description: 'How the order behind it stands, as last told; null before that.',
  })
  orderStatus!: string | null;
}

@InputType({ description: 'Records how the order behind the payment stands.' })
export class UpdateOrderStatusInput extends ChangeInput {
  @Field(() => OrderStatus, { description: 'As merchant or logistics told it.' })
  orderStatus!: string;
}

@InputType({ description: 'The payment in dispute.' })
export class TransactionInput {
  @Field(() => String, { description: 'As your records name it; 1 to 64 characters, unique on the platform.' })
  reference!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Not in the future. amendCase can tell it later.' })
  paidAt?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      'What was paid; amendCase can tell it later. While the case does not say, refunds stay within what a payment channel charged, else what other cases of the payment say, else what is disputed.',
  })
  amount?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Who was paid; up to 200 characters.' })
  counterparty?: string | null;

  @Field(() => Product, { nullable: true, description: 'Which product paid.' })
  product?: string | null;
}

@InputType({ description: 'What was not told of the payment when the case was filed; what was told stays.' })
export class ToldTransactionInput {
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was paid, not in the future.' })
  paidAt?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'What was paid, not less than is disputed.' })
  amount?: MoneyInput | null;
}

@Resolver()
export class TransactionResolver {
  @Extensions(compiled)
  @Query(() => [Transaction], {
    description:
      'The payments that you complained of in a case, each once, the newest payment first, 100 at most; counterparty, product and order as your newest case of it tells them.',
  })
  transactions() {
    return readTransactions();
  }
}
