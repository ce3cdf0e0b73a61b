import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { partyKinds, partySides } from '../domain/case.js';
import { HandlingInput } from './change-input.js';
import { enumOf } from './enums.js';
import { Person } from './person.js';
import { GraphQLDate, GraphQLDateTime } from './scalars.js';

export const PartySide = enumOf('PartySide', partySides, 'Which side of a case a party is on.');
const PartyKind = enumOf('PartyKind', partyKinds, 'What a party is outside the case.');

@ObjectType({
  description: 'Who is bound or served by the result of a case; every case has a complainant and a respondent.',
})
export class Party {
  @Field(() => ID, { description: 'Names the party in terms and requests of this case.' })
  id!: string;

  @Field(() => PartySide, { description: 'The side it is on.' })
  side!: string;

  @Field(() => PartyKind, { description: 'What it is outside the case.' })
  kind!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the complainant calls it, else who acts for it; null while neither is known.',
  })
  name!: string | null;

  @Field(() => [Person], { description: 'Who acts for it; a respondent nobody has found yet has none.' })
  members!: Person[];

  @Field(() => String, { nullable: true, description: 'How it sees the matter (statePosition).' })
  position!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether it was tried in vain to reach it: on three working days, by two channels, and it was not heard of since.',
  })
  isUnreachable!: boolean;

  @Field(() => GraphQLDate, {
    nullable: true,
    description:
      'Last day for an unreachable complainant to be heard of; then the case ends as withdrawn, unless another complainant can be reached.',
  })
  silenceEndsOn!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'Since when it is in the case no longer: one of several complainants who withdrew, or who need not answer any more. It still reads the case, and does and is owed what was agreed with it. Null while it is in it.',
  })
  leftAt!: string | null;

  @Field(() => Boolean, { description: 'Whether it has confirmed the result (confirmResult).' })
  hasConfirmedResult!: boolean;
}

@InputType({ description: 'Brings somebody into a case, or finds who acts for a party that nobody acted for.' })
export class AddPartyInput extends HandlingInput {
  @Field(() => PartySide, { description: 'The side it is on; a third party until there is an agreement on the whole.' })
  side!: string;

  @Field(() => PartyKind, {
    nullable: true,
    description:
      'That of the person when not given; needed where nobody acts for it. For PLATFORM the platform finds who acts for it.',
  })
  kind?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who acts for it: nobody with another part in the case. Needed of a complainant; who joins reads the case from its beginning.',
  })
  personId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is called, 1 to 200 characters; needed where nobody acts for it.',
  })
  name?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A party of that side for which nobody acts yet; then without kind and name.',
  })
  partyId?: string | null;
}
