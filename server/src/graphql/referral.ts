import { Arg, Extensions, Field, ID, InputType, ObjectType, Query, Resolver } from 'type-graphql';
import type { CaseType as CaseTypeName } from '../domain/classification.js';
import { referralKinds } from '../domain/referral.js';
import { readReferralRoutes } from '../reads/root.js';
import { CaseType } from './case-enums.js';
import { HandlingInput } from './change-input.js';
import { compiled } from './compiled.js';
import { enumOf } from './enums.js';
import { GraphQLDateTime } from './scalars.js';

const ReferralKind = enumOf('ReferralKind', referralKinds, 'What kind of place a case goes on at.');

@ObjectType({ description: 'Where to go when a case cannot be solved here.' })
export class ReferralRoute {
  @Field(() => ID, { description: 'Names the route in referCase.' })
  id!: string;

  @Field(() => ReferralKind, { description: 'What kind of place it is.' })
  kind!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its number, where it is called.' })
  phone!: string | null;

  @Field(() => [CaseType], { description: 'Types of dispute it is competent for; none is all.' })
  caseTypes!: string[];
}

@ObjectType({ description: 'A way to go on that was advised.' })
export class Referral {
  @Field(() => ReferralRoute, { description: 'Where to.' })
  route!: ReferralRoute;

  @Field(() => GraphQLDateTime, { description: 'When it was advised.' })
  referredAt!: string;
}

@InputType({ description: 'Advises a way to go on.' })
export class ReferCaseInput extends HandlingInput {
  @Field(() => ID, { description: 'One of `referralRoutes`.' })
  routeId!: string;
}

@Resolver()
export class ReferralResolver {
  @Extensions(compiled)
  @Query(() => [ReferralRoute], { description: 'Where cases can go on, the default first: 12378.' })
  referralRoutes(
    @Arg('type', () => CaseType, { nullable: true, description: 'Only those competent for this type; all without it.' })
    type: CaseTypeName | null,
  ) {
    return readReferralRoutes(type);
  }
}
