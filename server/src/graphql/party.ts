import { Field, ID, ObjectType } from 'type-graphql';
import { partyKinds, partySides } from '../domain/case.js';
import { enumOf } from './enums.js';
import { Person } from './person.js';
import { GraphQLDate } from './scalars.js';

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
    description: 'Last day for an unreachable complainant to be heard of; then the case ends as withdrawn.',
  })
  silenceEndsOn!: string | null;

  @Field(() => Boolean, { description: 'Whether it has confirmed the result (confirmResult).' })
  hasConfirmedResult!: boolean;
}
