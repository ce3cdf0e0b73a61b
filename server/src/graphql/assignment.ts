import { Field, ObjectType } from 'type-graphql';
import { Actor } from './case-event.js';
import { Person } from './person.js';
import { GraphQLDateTime } from './scalars.js';

@ObjectType({ description: 'One time that a case went to a handler, or back to the queue.' })
export class Assignment {
  @Field(() => Person, { nullable: true, description: 'To whom; null when its handler left and it waits for another.' })
  handler!: Person | null;

  @Field(() => Actor, { description: 'By whom; SYSTEM when a handler left or the rule gave it.' })
  by!: Actor;

  @Field(() => String, { nullable: true, description: 'Why it was taken from the handler before; null otherwise.' })
  reason!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  at!: string;
}
