import { Field, ID, InputType, Int } from 'type-graphql';
import { reopeningGrounds } from '../domain/reopening.js';
import { ChangeInput } from './change-input.js';
import { enumOf } from './enums.js';

const ReopeningGround = enumOf('ReopeningGround', reopeningGrounds, 'Why an ended case is taken up again.', {
  OBJECTION: 'An objection was upheld; it comes from decideObjection only.',
});

@InputType({ description: 'Orders that an ended case goes on.' })
export class ReopenCaseInput extends ChangeInput {
  @Field(() => ReopeningGround, {
    nullable: true,
    description: 'OTHER when not given; a further reopening needs one that was not used yet.',
  })
  ground?: string | null;

  @Field(() => String, { description: 'Why; 1 to 4,000 characters. All parties read it.' })
  reason!: string;
}

@InputType({ description: 'Says that something agreed was not done.' })
export class ReportDefaultInput extends ChangeInput {
  @Field(() => ID, { description: 'A term of the settlement that is owed to your party.' })
  termId!: string;

  @Field(() => Int, { nullable: true, description: 'Of an instalment plan: which instalment. A deferment has none.' })
  instalmentNumber?: number | null;
}
