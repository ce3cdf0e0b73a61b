import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { waitUntilVisible } from '../analytics/at-least.js';
import { cohorts } from '../analytics/filter.js';
import type { AnalyticsFilter as Filter } from '../analytics/filter.js';
import { resolutionTime } from '../analytics/resolution-time.js';
import { scopeOf } from '../analytics/scope.js';
import type { AnalyticsScope } from '../analytics/scope.js';
import { openSnapshot } from '../analytics/snapshot.js';
import type { Ask } from '../analytics/snapshot.js';
import { sources } from '../analytics/sources.js';
import { bases } from '../analytics/tally.js';
import type { Basis as BasisValue } from '../analytics/tally.js';
import { trend, trendBuckets } from '../analytics/trend.js';
import type { TrendBucket as BucketValue } from '../analytics/trend.js';
import type { ClockKind as ClockKindValue } from '../domain/clock.js';
import { decodeId } from '../reads/global-id.js';
import { CaseTrack, ClockKind } from './benchmark.js';
import { CaseReason, CaseType, Channel, Complexity, Outcome, Product } from './case-enums.js';
import { Band, Verdict } from './clock.js';
import { viewerOf } from './context.js';
import type { Context } from './context.js';
import { enumOf } from './enums.js';
import { GraphQLDate, GraphQLDateTime, GraphQLEventCursor } from './scalars.js';

const Cohort = enumOf('Cohort', cohorts, 'By which date a clock cycle belongs to a period.', {
  OPENED: 'By the date it started on.',
  CLOSED: 'By the date it stopped on.',
});
const Basis = enumOf('Basis', bases, 'Which working days are counted.', {
  NET: 'Without those paused: what verdicts go by.',
  GROSS: 'All that passed; cycles are judged by these too, so that net and gross are never mixed.',
});
const TrendBucket = enumOf('TrendBucket', trendBuckets, 'How long a bucket is; a week begins on Monday.');

const narrowing = 'Null is any, an empty list none.';

@InputType({
  description:
    'Which clock cycles are counted, by what the case was when the cycle stopped; while it runs, by what it is.',
})
class AnalyticsFilter {
  @Field(() => Cohort, { defaultValue: 'CLOSED', description: 'By which date a cycle belongs to the period.' })
  cohort!: Filter['cohort'];

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
}

@ObjectType({
  description: 'Figures of a set of clock cycles, all durations in working days. 0 is a value; null is none.',
})
abstract class Figures {
  @Field(() => Int, { description: 'Cycles counted.' })
  count!: number;

  @Field(() => Int, { description: 'Cases they belong to.' })
  caseCount!: number;

  @Field(() => Float, { nullable: true, description: 'The mean; null when nothing was counted.' })
  mean!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'What half of them did not exceed, interpolated like `percentile_cont`; null when nothing was counted.',
  })
  p50!: number | null;

  @Field(() => Float, { nullable: true, description: 'The same for three quarters.' })
  p75!: number | null;

  @Field(() => Float, { nullable: true, description: 'The same for nine tenths.' })
  p90!: number | null;

  @Field(() => Float, { nullable: true, description: 'The same for nineteen twentieths.' })
  p95!: number | null;

  @Field(() => Boolean, { description: 'Fewer than 20 were counted: `p90` and `p95` are a matter of chance.' })
  isSmall!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'The share that was FASTER or WITHIN, 0 to 1; in OPENED, running cycles that are OVER count against it. Null of nothing.',
  })
  onTimeRate!: number | null;

  @Field(() => Int, { description: 'Counted cycles below their band.' })
  faster!: number;

  @Field(() => Int, { description: 'Counted cycles in their band.' })
  within!: number;

  @Field(() => Int, { description: 'Counted cycles above their band.' })
  over!: number;

  @Field(() => Boolean, {
    description:
      'True where the figures would tell a manager about single handlers: only `count` and `caseCount` are told.',
  })
  isSuppressed!: boolean;
}

@ObjectType({ description: 'Ended cycles that are not counted, and why; each is in one of these.' })
class Excluded {
  @Field(() => Int, { description: 'Stopped by a rejection.' })
  rejected!: number;

  @Field(() => Int, { description: 'Stopped by a withdrawal.' })
  withdrawn!: number;

  @Field(() => Int, { description: 'Cancelled by a rejection or withdrawal.' })
  cancelled!: number;

  @Field(() => Int, { description: 'Cancelled because the case left the fast track in time.' })
  leftTrack!: number;
}

@ObjectType({ description: 'Cycles that took the same number of working days and have the same verdict.' })
class HistogramBar {
  @Field(() => Int, { description: 'Whole working days.' })
  workingDays!: number;

  @Field(() => Int, { description: 'Cycles.' })
  count!: number;

  @Field(() => Verdict, { description: 'By the band that the cycles started under, over `workingDays`.' })
  verdict!: string;
}

@ObjectType({ description: 'How long the cycles of one clock took.' })
class ResolutionTime extends Figures {
  @Field(() => ClockKind, { description: 'What was measured.' })
  clock!: string;

  @Field(() => Int, {
    description:
      'Cycles still running: in OPENED those that started in the period, in CLOSED those that had started by its last date.',
  })
  openCount!: number;

  @Field(() => Int, { description: 'Of these, the ones that are not OVER yet.' })
  undecidedCount!: number;

  @Field(() => Int, { description: 'Cycles cancelled, in neither cohort.' })
  cancelledCount!: number;

  @Field(() => Excluded, { description: 'What ended and is not counted.' })
  excluded!: Excluded;

  @Field(() => Band, { description: 'The benchmark in force.' })
  band!: Band;

  @Field(() => [HistogramBar], {
    description:
      'Sparse and ascending; the counts add up to `count`. A length has two bars only where the band changed between cycles.',
  })
  histogram!: HistogramBar[];
}

@ObjectType({
  description: 'The figures of one bucket of the trend; one without a cycle has count 0 and no percentiles.',
})
class TrendPoint extends Figures {
  @Field(() => GraphQLDate, { description: 'Its first date, a Monday for a week.' })
  bucketStart!: string;

  @Field(() => Boolean, { description: 'It reaches outside the period or has not ended yet.' })
  isPartial!: boolean;

  @Field(() => Int, { description: 'Its working days inside the period, through today.' })
  workingDayCount!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'In OPENED, the share of the cycles started in it that has stopped, 0 to 1; below 0.95 its figures will still change.',
  })
  endedShare!: number | null;
}

@ObjectType({ description: 'Where cases come from.' })
class AnalyticsSource {
  @Field(() => String, { nullable: true, description: 'The name of an imported log; null is what was filed here.' })
  name!: string | null;

  @Field(() => Int, { description: 'Cases, whatever the filter says.' })
  caseCount!: number;
}

@ObjectType({ description: 'Figures of one moment: everything selected comes from one state of the database.' })
class Analytics {
  @Field(() => GraphQLEventCursor, {
    description: 'Where in the feed of events the figures stand: what comes after it may not be in them.',
  })
  asOf!: string;

  @Field(() => GraphQLDateTime, {
    description: 'When that was; running clocks are read as if they stopped on that date.',
  })
  asOfAt!: string;

  @Field(() => [AnalyticsSource], {
    description: 'What there is to count: cases filed here first, then imported logs by name.',
  })
  sources!: AnalyticsSource[];
}

/** What was asked, until the selected fields ask for themselves. */
interface Asked {
  ask: Ask;
  filter: Filter;
  scope: AnalyticsScope;
}

@Resolver(() => Analytics)
export class AnalyticsResolver {
  @Query(() => Analytics, {
    description:
      'Figures: all of them for a manager, those of the own teams for a supervisor, the own ones for a handler.',
  })
  async analytics(
    @Ctx() context: Context,
    @Arg('filter', () => AnalyticsFilter, {
      nullable: true,
      description: 'Everything filed here and CLOSED, by default.',
    })
    filter: AnalyticsFilter | null,
    @Arg('atLeast', () => GraphQLEventCursor, {
      nullable: true,
      description: 'Waits up to 2 s until the figures hold everything up to here.',
    })
    atLeast: string | null,
  ): Promise<Asked> {
    const { pool, now, cursors } = context.services;
    const asked = { scope: scopeOf(viewerOf(context)), filter: filterOf(filter), ask: openSnapshot(pool, now) };
    if (atLeast) await waitUntilVisible(pool, cursors.open(atLeast, 'atLeast'));
    return asked;
  }

  @FieldResolver()
  asOf(@Root() { ask }: Asked, @Ctx() { services }: Context): Promise<string> {
    return ask(({ moment }) => Promise.resolve(services.cursors.seal(moment.asOf)));
  }

  @FieldResolver()
  asOfAt(@Root() { ask }: Asked): Promise<string> {
    return ask(({ moment }) => Promise.resolve(moment.at));
  }

  @FieldResolver()
  sources(@Root() { ask, scope }: Asked): Promise<AnalyticsSource[]> {
    return ask((snapshot) => sources(snapshot, scope));
  }

  @FieldResolver(() => ResolutionTime, { description: 'How long the cycles of one clock took.' })
  resolutionTime(
    @Root() { ask, filter, scope }: Asked,
    @Arg('clock', () => ClockKind, { defaultValue: 'OVERALL' }) kind: ClockKindValue,
    @Arg('basis', () => Basis, { defaultValue: 'NET' }) basis: BasisValue,
  ): Promise<ResolutionTime> {
    return ask((snapshot) => resolutionTime(snapshot, { filter, scope, kind, basis }));
  }

  @FieldResolver(() => [TrendPoint], {
    description:
      'The same by date of the cohort, every bucket from `from` to `to`. Without `from` it begins with the first cycle, without `to` it ends today; an imported log ends with its last cycle.',
  })
  trend(
    @Root() { ask, filter, scope }: Asked,
    @Arg('clock', () => ClockKind, { defaultValue: 'OVERALL' }) kind: ClockKindValue,
    @Arg('bucket', () => TrendBucket, { defaultValue: 'MONTH' }) bucket: BucketValue,
  ): Promise<TrendPoint[]> {
    return ask((snapshot) => trend(snapshot, { filter, scope, kind, basis: 'NET' }, bucket));
  }
}

function filterOf(input: AnalyticsFilter | null): Filter {
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
