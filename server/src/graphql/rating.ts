import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { ChangeInput } from './change-input.js';
import { Party } from './party.js';
import { GraphQLDateTime } from './scalars.js';

@ObjectType({ description: 'How content one party was in the end; the other parties do not read it.' })
export class Rating {
  @Field(() => Party, { description: 'Whose rating it is.' })
  party!: Party;

  @Field(() => Int, { description: 'From 1 to 5, 5 being best.' })
  score!: number;

  @Field(() => String, { nullable: true, description: 'In words.' })
  text!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was given.' })
  ratedAt!: string;
}

@InputType({ description: 'Says how content one’s party is; once a party.' })
export class RateCaseInput extends ChangeInput {
  @Field(() => Int, { description: 'From 1 to 5, 5 being best.' })
  score!: number;

  @Field(() => String, { nullable: true, description: 'Up to 2,000 characters; staff read it.' })
  text?: string | null;
}
