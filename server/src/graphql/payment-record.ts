import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { recordPayment } from '../commands/payment-record.js';
import { paymentFindings } from '../domain/automatic-check.js';
import { paymentRecordKinds } from '../domain/payment-record.js';
import type { RecordPayment } from '../domain/payment-record.js';
import { viewerOf } from './context.js';
import type { Context } from './context.js';
import { decodeIds } from './decode-ids.js';
import { enumOf } from './enums.js';
import { Money, MoneyInput } from './money.js';
import { GraphQLDateTime } from './scalars.js';

const PaymentRecordKind = enumOf('PaymentRecordKind', paymentRecordKinds, 'What a channel knows of a payment.', {
  CHARGE: 'The payer’s account was debited.',
  PAYEE_CREDIT: 'The money reached the payee.',
  PAYEE_CREDIT_FAILED: 'The payment ended without reaching the payee.',
  FULFILMENT: 'The payee did what was paid for: sent it, topped it up, provided it.',
  REFUND: 'Money was sent back towards the payer.',
  REFUND_ARRIVED:
    'Money that was sent back reached the payer. Of exactly what the platform owes by its own finding, it fulfils that, and the case is resolved. It is not there to be refunded again.',
  REFUND_FAILED: 'Money that was sent back did not reach the payer and will not.',
});

const PaymentFinding = enumOf('PaymentFinding', paymentFindings, 'What the records of a payment say of a complaint.', {
  DUPLICATE_CHARGE:
    'One order was charged twice, and nothing was given back: the platform gives the second charge back.',
  PAYMENT_NOT_COMPLETED: 'It was charged and never reached the payee: the platform gives it back.',
  REFUND_NOT_ARRIVED: 'A refund failed, or is overdue: the platform pays it.',
  MERCHANT_FAILURE: 'The money reached the payee, who did not do what was paid for: the case leaves the fast track.',
  INCONCLUSIVE: 'They do not decide it; the handler does.',
});

@ObjectType({ description: 'One thing that a payment channel knows of a payment.' })
export class PaymentRecord {
  @Field(() => String, { description: 'Of the payment, as `Transaction.reference` names it.' })
  reference!: string;

  @Field(() => PaymentRecordKind, { description: 'What happened.' })
  kind!: string;

  @Field(() => Money, { nullable: true, description: 'How much; null of a FULFILMENT.' })
  amount!: Money | null;

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  at!: string;

  @Field(() => String, { description: 'As the reporting system names it.' })
  externalId!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was reported here.' })
  recordedAt!: string;
}

@ObjectType({ description: 'A check of the payment behind a simple case, by the platform itself.' })
export class AutomaticCheck {
  @Field(() => PaymentFinding, { description: 'What was found.' })
  finding!: string;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  checkedAt!: string;
}

@InputType({ description: 'Reports what a payment channel knows of a payment.' })
class RecordPaymentInput {
  @Field(() => String, { description: 'Of the payment, as its cases name it; 1 to 64 characters.' })
  reference!: string;

  @Field(() => PaymentRecordKind, { description: 'What happened.' })
  kind!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'How much; needed of all but a FULFILMENT, which has none.' })
  amount?: MoneyInput | null;

  @Field(() => GraphQLDateTime, { description: 'When it happened; not in the future.' })
  at!: string;

  @Field(() => String, {
    description:
      'As your system names it, 1 to 100 characters: a repeat changes nothing and answers as the first did; with another content it is IDEMPOTENCY_MISMATCH.',
  })
  externalId!: string;

  @Field(() => ID, { nullable: true, description: 'Whose account was charged: a person; needed of a CHARGE.' })
  payerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Your own key, 1 to 200 characters; the external id serves as one by itself.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'What is on record now.' })
class RecordPaymentPayload {
  @Field(() => PaymentRecord, { description: 'The record.' })
  record!: PaymentRecord;
}

@Resolver()
export class PaymentRecordResolver {
  @Mutation(() => RecordPaymentPayload, {
    description:
      'Reports what a payment channel knows of a payment, whether or not a case is about it; it is never changed. A simple case that was accepted is decided by it where it is conclusive, and resolved once what the platform gives back has arrived.',
  })
  async recordPayment(
    @Arg('input', () => RecordPaymentInput) given: RecordPaymentInput,
    @Ctx() context: Context,
  ): Promise<RecordPaymentPayload> {
    const { idempotencyKey, ...input } = decodeIds(given, 'input') as RecordPayment & {
      idempotencyKey?: string | null;
    };
    return { record: await recordPayment(context.services, viewerOf(context), idempotencyKey ?? null, input) };
  }
}
