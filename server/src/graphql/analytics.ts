import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { waitUntilVisible } from '../analytics/at-least.js';
import type { AnalyticsFilter as Filter } from '../analytics/filter.js';
import { resolutionTime } from '../analytics/resolution-time.js';
import { scopeOf } from '../analytics/scope.js';
import type { AnalyticsScope } from '../analytics/scope.js';
import { openSnapshot } from '../analytics/snapshot.js';
import type { Ask } from '../analytics/snapshot.js';
import { sources } from '../analytics/sources.js';
import type { Basis as BasisValue } from '../analytics/tally.js';
import { trend } from '../analytics/trend.js';
import type { TrendBucket as BucketValue } from '../analytics/trend.js';
import type { ClockKind as ClockKindValue } from '../domain/clock.js';
import { AnalyticsFilter, filterOf } from './analytics-filter.js';
import { ClockKind } from './benchmark.js';
import { viewerOf } from './context.js';
import type { Context } from './context.js';
import { Basis, ResolutionTime } from './resolution-time.js';
import { GraphQLDateTime, GraphQLEventCursor } from './scalars.js';
import { TrendBucket, TrendPoint } from './trend.js';

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
