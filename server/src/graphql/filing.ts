import { Field, ID, InputType } from 'type-graphql';
import { filingWarnings } from '../domain/filing.js';
import { CaseReason, CaseType, Channel, Product } from './case-enums.js';
import { ContactDataInput } from './contact-data.js';
import { enumOf } from './enums.js';
import { MoneyInput } from './money.js';
import { GraphQLDate } from './scalars.js';
import { TransactionInput } from './transaction.js';

export const FilingWarning = enumOf('FilingWarning', filingWarnings, 'What is said of a filing that was taken.', {
  POSSIBLE_DUPLICATE:
    'An earlier case of the same complainant, type and reason is open, and neither names a transaction.',
});

@InputType({ description: 'Files a case.' })
export class SubmitCaseInput {
  @Field(() => CaseType, { description: 'What kind of dispute it is.' })
  type!: string;

  @Field(() => CaseReason, { description: 'What happened; it must fit the type.' })
  reason!: string;

  @Field(() => String, { description: '10 to 4,000 characters.' })
  description!: string;

  @Field(() => String, { description: 'What you want; 1 to 2,000 characters.' })
  requestedRemedy!: string;

  @Field(() => Boolean, { description: 'That what you say is true; it must be.' })
  truthDeclared!: boolean;

  @Field(() => Channel, {
    description:
      'How it is filed; for somebody else PHONE, COUNTER or REGULATOR by a handler, INTEGRATION by a system.',
  })
  channel!: string;

  @Field(() => Product, { nullable: true, description: 'That of the transaction, else PAYMENT, when not given.' })
  product?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'That of the transaction when not given, and never more.' })
  disputedAmount?: MoneyInput | null;

  @Field(() => TransactionInput, {
    nullable: true,
    description: 'One open case of a transaction and reason: another is GUARD_FAILED with DUPLICATE_CASE.',
  })
  transaction?: TransactionInput | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Persons who answer, at most 10; where the platform answers it is added by itself.',
  })
  respondentIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Whom a handler files for, or a system; a system always files for somebody.',
  })
  onBehalfOfId?: string | null;

  @Field(() => ContactDataInput, {
    nullable: true,
    description:
      'How that person is reached, as told by phone or at the counter; it fills in what is not known of them and changes nothing that is.',
  })
  onBehalfOfContact?: ContactDataInput | null;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'When staff received it, up to 3 working days back; today when not given.',
  })
  receivedOn?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Your own uploads that were made for no case, at most 20, their bytes received; each becomes evidence of the complainant.',
  })
  evidenceUploadIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Your own key, 1 to 200 characters: a repeat files nothing and answers as the first did.',
  })
  idempotencyKey?: string | null;
}
