import { Field, ID, InputType } from 'type-graphql';
import { cohorts } from '../analytics/filter.js';
import type { AnalyticsFilter as Filter } from '../analytics/filter.js';
import { decodeId } from '../reads/global-id.js';
import { CaseTrack } from './benchmark.js';
import { CaseReason, CaseType, Channel, Complexity, Outcome, Product } from './case-enums.js';
import { enumOf } from './enums.js';
import { GraphQLDate } from './scalars.js';

const Cohort = enumOf('Cohort', cohorts, 'By which date a clock cycle belongs to a period.', {
  OPENED: 'By the date it started on.',
  CLOSED: 'By the date it stopped on.',
});

const narrowing = 'Null is any, an empty list none.';

@InputType({
  description:
    'Which clock cycles are counted, by what the case was when the cycle stopped; while it runs, by what it is.',
})
export class AnalyticsFilter {
  @Field(() => Cohort, {
    nullable: true,
    defaultValue: 'CLOSED',
    description: 'By which date a cycle belongs to the period.',
  })
  cohort?: Filter['cohort'] | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'First date of the cohort, itself in.' })
  from?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Last date of the cohort, itself in.' })
  to?: string | null;

  @Field(() => [CaseType], { nullable: true, description: narrowing })
  types?: Filter['types'];

  @Field(() => [CaseReason], { nullable: true, description: narrowing })
  reasons?: Filter['reasons'];

  @Field(() => [CaseTrack], { nullable: true, description: narrowing })
  tracks?: Filter['tracks'];

  @Field(() => [Channel], { nullable: true, description: narrowing })
  channels?: Filter['channels'];

  @Field(() => [Product], { nullable: true, description: narrowing })
  products?: Filter['products'];

  @Field(() => [Complexity], { nullable: true, description: narrowing })
  complexities?: Filter['complexities'];

  @Field(() => [ID], {
    nullable: true,
    description: `${narrowing} A manager is told no more than the count while it is below 5.`,
  })
  handlers?: string[] | null;

  @Field(() => [ID], { nullable: true, description: narrowing })
  teams?: string[] | null;

  @Field(() => [Outcome], { nullable: true, description: narrowing })
  outcomes?: Filter['outcomes'];

  @Field(() => [String], {
    nullable: true,
    description: 'Names of imported logs, which are counted apart; null is what was filed here.',
  })
  sources?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only the cases in which you are a party yourself.' })
  ownOnly?: boolean | null;
}

/** The filter with every dimension named and UUIDs in the place of global ids; an id of another kind is NOT_FOUND at its path. */
export function filterOf(input: AnalyticsFilter | null): Filter {
  const ids = (type: 'person' | 'team', field: 'handlers' | 'teams') =>
    input?.[field]?.map((id, index) => decodeId(type, id, `filter.${field}.${index}`)) ?? null;
  return {
    cohort: input?.cohort ?? 'CLOSED',
    from: input?.from ?? null,
    to: input?.to ?? null,
    types: input?.types ?? null,
    reasons: input?.reasons ?? null,
    tracks: input?.tracks ?? null,
    channels: input?.channels ?? null,
    products: input?.products ?? null,
    complexities: input?.complexities ?? null,
    handlers: ids('person', 'handlers'),
    teams: ids('team', 'teams'),
    outcomes: input?.outcomes ?? null,
    sources: input?.sources ?? null,
  };
}
