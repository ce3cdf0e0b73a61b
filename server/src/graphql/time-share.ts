import { Field, Int, ObjectType } from 'type-graphql';
import { WaitingOn } from './case-enums.js';

@ObjectType({ description: 'How many working days somebody held a case.' })
export class TimeShare {
  @Field(() => WaitingOn, { description: 'Who owed the next act when the day began.' })
  holder!: string;

  @Field(() => Int, { description: 'How many days: more than none.' })
  workingDays!: number;
}
