import { Field, InputType } from 'type-graphql';
import { ChangeInput } from './change-input.js';
import { MoneyInput } from './money.js';

@InputType({ description: 'Lets a case compensate more than the configured limit.' })
export class AllowCompensationInput extends ChangeInput {
  @Field(() => MoneyInput, {
    description:
      'What all its compensations together may reach, in the currency of the case; above the configured limit.',
  })
  amount!: MoneyInput;

  @Field(() => String, { description: 'Why; 1 to 4,000 characters. All parties read it.' })
  reason!: string;
}
