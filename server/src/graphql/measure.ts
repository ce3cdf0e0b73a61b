import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { measureKinds } from '../domain/measure.js';
import { ChangeInput } from './change-input.js';
import { enumOf } from './enums.js';
import { GraphQLDate, GraphQLDateTime } from './scalars.js';

const MeasureKind = enumOf('MeasureKind', measureKinds, 'What first aid does.');

@ObjectType({
  description:
    'First aid while a case is open, shown to the parties. The platform itself freezes a stolen account as soon as the case is filed.',
})
export class Measure {
  @Field(() => ID, { description: 'Names the measure in liftMeasure.' })
  id!: string;

  @Field(() => MeasureKind, { description: 'What it does.' })
  kind!: string;

  @Field(() => String, { description: 'Why it was taken.' })
  reason!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was taken.' })
  takenAt!: string;

  @Field(() => GraphQLDate, { description: 'Its last day, 10 working days on.' })
  endsOn!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was ended before that day.' })
  liftedAt!: string | null;
}

@InputType({ description: 'Gives first aid.' })
export class TakeMeasureInput extends ChangeInput {
  @Field(() => MeasureKind, { description: 'What to do.' })
  kind!: string;

  @Field(() => String, { description: 'Why; 1 to 4,000 characters. All parties read it.' })
  reason!: string;
}

@InputType({ description: 'Ends first aid before its last day.' })
export class LiftMeasureInput extends ChangeInput {
  @Field(() => ID, { description: 'A measure of the case that has not ended.' })
  measureId!: string;

  @Field(() => String, { description: 'Why; 1 to 4,000 characters. All parties read it.' })
  reason!: string;
}
