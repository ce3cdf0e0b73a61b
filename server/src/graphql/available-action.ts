import { Field, ID, ObjectType } from 'type-graphql';
import { GraphQLDate } from './scalars.js';

@ObjectType({ description: 'One reason why a command is not possible now; `blockedBy` of GUARD_FAILED says the same.' })
export class Blocker {
  @Field(() => String, { description: 'Which reason it is; error-codes.md lists them all.' })
  code!: string;

  @Field(() => String, { description: 'The reason in the language of the request.' })
  message!: string;

  @Field(() => [ID], {
    description: 'What stands in the way; for a command that names one of several things, each of them.',
  })
  subjectIds!: string[];
}

@ObjectType({ description: 'A command that you may give in the case as it stands, or could but for what blocks it.' })
export class AvailableAction {
  @Field(() => String, { description: 'The name of the mutation, such as `acceptCase`.' })
  command!: string;

  @Field(() => Boolean, {
    description:
      'Whether it can succeed now. What an input says can still be refused: BAD_USER_INPUT, NOT_FOUND, or a blocker of the thing that it names.',
  })
  isAvailable!: boolean;

  @Field(() => [Blocker], {
    description:
      'Why it would fail now, with GUARD_FAILED, or with DEADLINE_PASSED once a last day is over; empty when it can succeed.',
  })
  blockedBy!: Blocker[];

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'The last day on which it can, or for staff should, be done; null where there is none.',
  })
  dueOn!: string | null;
}
