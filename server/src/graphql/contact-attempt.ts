import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { contactChannels } from '../domain/contact-attempt.js';
import { Actor } from './case-event.js';
import { HandlingInput } from './change-input.js';
import { enumOf } from './enums.js';
import { Party } from './party.js';
import { GraphQLDateTime } from './scalars.js';

const ContactChannel = enumOf('ContactChannel', contactChannels, 'How it was tried to reach a party.');

@ObjectType({ description: 'One try to reach a party outside the platform; staff read it.' })
export class ContactAttempt {
  @Field(() => Party, { description: 'Whom.' })
  party!: Party;

  @Field(() => ContactChannel, { description: 'How.' })
  channel!: string;

  @Field(() => Boolean, { description: 'Whether the party was reached.' })
  isReached!: boolean;

  @Field(() => String, { nullable: true, description: 'What was noted.' })
  note!: string | null;

  @Field(() => Actor, { description: 'Who tried.' })
  author!: Actor;

  @Field(() => GraphQLDateTime, { description: 'When it was recorded.' })
  at!: string;
}

@InputType({ description: 'Records a try to reach a party outside the platform.' })
export class RecordContactAttemptInput extends HandlingInput {
  @Field(() => ID, { description: 'A party of the case.' })
  partyId!: string;

  @Field(() => ContactChannel, { description: 'How it was tried.' })
  channel!: string;

  @Field(() => Boolean, { description: 'Whether the party was reached.' })
  isReached!: boolean;

  @Field(() => String, { nullable: true, description: 'Up to 1,000 characters; staff read it.' })
  note?: string | null;
}
