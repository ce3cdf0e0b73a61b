import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { waitUntilVisible } from '../analytics/at-least.js';
import { backlog, openCycles } from '../analytics/backlog.js';
import { breakdown, keyOf } from '../analytics/breakdown.js';
import type { BreakdownDimension as DimensionValue } from '../analytics/breakdown.js';
import { comparedFilter, periodOf, workingDayCount } from '../analytics/comparison.js';
import type { Comparison as ComparisonValue } from '../analytics/comparison.js';
import type { Figures as FiguresValue } from '../analytics/figures.js';
import { requireOpenFilter } from '../analytics/filter.js';
import type { AnalyticsFilter as Filter } from '../analytics/filter.js';
import { endedCycles, outcomes } from '../analytics/outcomes.js';
import { resolutionTime } from '../analytics/resolution-time.js';
import { restatedCount } from '../analytics/restated-count.js';
import { requireMoreThanPublic, scopeOf } from '../analytics/scope.js';
import type { AnalyticsScope } from '../analytics/scope.js';
import { openSnapshot } from '../analytics/snapshot.js';
import type { Ask } from '../analytics/snapshot.js';
import { sources } from '../analytics/sources.js';
import { countedCycles } from '../analytics/tally.js';
import type { Basis as BasisValue } from '../analytics/tally.js';
import { bucketOf, trend } from '../analytics/trend.js';
import type { TrendBucket as BucketValue } from '../analytics/trend.js';
import type { ClockKind as ClockKindValue } from '../domain/clock.js';
import { badInput } from '../domain/domain-error.js';
import { AnalyticsFilter, filterOf } from './analytics-filter.js';
import { Backlog } from './backlog.js';
import { ClockKind } from './benchmark.js';
import { BreakdownDimension, BreakdownGroup, namedGroup } from './breakdown.js';
import { Comparison } from './comparison.js';
import { viewerOf } from './context.js';
import type { Context } from './context.js';
import { behindOf } from './cycle.js';
import { Outcomes } from './outcomes.js';
import { Basis, ResolutionTime } from './resolution-time.js';
import { GraphQLDate, GraphQLDateTime, GraphQLEventCursor } from './scalars.js';
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

  @Field(() => GraphQLDate, { nullable: true, description: 'First date of the period; null without `from`.' })
  from!: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Its last date: `to`, or today; null without `from`.' })
  to!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its working days, through today: a holiday can make a month short. Null without `from`.',
  })
  workingDayCount!: number | null;
}

/** What was asked, until the selected fields ask for themselves. */
interface Asked {
  ask: Ask;
  filter: Filter;
  scope: AnalyticsScope;
  /** These are the figures that others are compared with. */
  isCompared: boolean;
}

@Resolver(() => Analytics)
export class AnalyticsResolver {
  @Query(() => Analytics, {
    description:
      'Figures: all of them for a manager, those of the own teams for a supervisor, the own ones for a handler; for a party, with `ownOnly`, of the own cases, and without it `resolutionTime` of one type and `breakdown` by type, in groups of 20 or more.',
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
    const scope = scopeOf(viewerOf(context), filter?.ownOnly ?? false);
    const asked = { scope, filter: filterOf(filter), ask: openSnapshot(pool, now), isCompared: false };
    requireOpenFilter(asked.filter, scope);
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
    requireMoreThanPublic(scope, 'sources');
    return ask((snapshot) => sources(snapshot, scope));
  }

  @FieldResolver()
  from(@Root() { ask, filter }: Asked): Promise<string | null> {
    return ask(({ moment }) => Promise.resolve(periodOf(filter, moment)?.from ?? null));
  }

  @FieldResolver()
  to(@Root() { ask, filter }: Asked): Promise<string | null> {
    return ask(({ moment }) => Promise.resolve(periodOf(filter, moment)?.to ?? null));
  }

  @FieldResolver()
  workingDayCount(@Root() { ask, filter }: Asked): Promise<number | null> {
    return ask((snapshot) => workingDayCount(snapshot, filter));
  }

  @FieldResolver(() => Analytics, {
    nullable: true,
    description:
      'The same figures over another period, of the same moment; once deep. Null without `from`, and where the calendar does not reach.',
  })
  async comparedWith(
    @Root() { ask, filter, scope, isCompared }: Asked,
    @Arg('to', () => Comparison, { defaultValue: 'PREVIOUS_PERIOD', description: 'Which other period.' })
    to: ComparisonValue,
  ): Promise<Asked | null> {
    if (isCompared) throw badInput('comparedWith', 'cannot be asked of what is compared with');
    const compared = await ask(({ moment }) => Promise.resolve(comparedFilter(filter, to, moment)));
    return compared && { ask, filter: compared, scope, isCompared: true };
  }

  @FieldResolver(() => ResolutionTime, { description: 'How long the cycles of one clock took.' })
  async resolutionTime(
    @Root() { ask, filter, scope }: Asked,
    @Arg('clock', () => ClockKind, { defaultValue: 'OVERALL', description: 'Whose cycles are counted.' })
    kind: ClockKindValue,
    @Arg('basis', () => Basis, { defaultValue: 'NET', description: 'Which days are counted.' }) basis: BasisValue,
    @Ctx() context: Context,
  ) {
    if (filter.types?.length !== 1) requireMoreThanPublic(scope, 'resolutionTime of other than one type');
    const question = { filter, scope, kind, basis };
    const figures = await ask((snapshot) => resolutionTime(snapshot, question));
    const behind = isOpen(figures, scope) ? behindOf(ask, countedCycles(question, 'null::text'), context) : () => null;
    const histogram = figures.histogram.map((bar) => ({
      ...bar,
      behind: behind({ value: bar.workingDays, verdict: bar.verdict }),
    }));
    const restated = () => (isOpen(figures, scope) ? ask((snapshot) => restatedCount(snapshot, question)) : null);
    return { ...figures, histogram, behind: behind({}), restated };
  }

  @FieldResolver(() => [TrendPoint], {
    description:
      'The same by date of the cohort, every bucket from `from` to `to`. Without `from` it begins with the first cycle, without `to` it ends today; an imported log ends with its last cycle.',
  })
  async trend(
    @Root() { ask, filter, scope }: Asked,
    @Arg('clock', () => ClockKind, { defaultValue: 'OVERALL', description: 'Whose cycles are counted.' })
    kind: ClockKindValue,
    @Arg('bucket', () => TrendBucket, { defaultValue: 'MONTH', description: 'How long a bucket is.' })
    bucket: BucketValue,
    @Ctx() context: Context,
  ) {
    requireMoreThanPublic(scope, 'trend');
    const question = { filter, scope, kind, basis: 'NET' as const };
    const points = await ask((snapshot) => trend(snapshot, question, bucket));
    const behind = behindOf(ask, countedCycles(question, bucketOf(filter.cohort, bucket)), context);
    return points.map((point) => ({
      ...point,
      behind: isOpen(point, scope) ? behind({ key: point.bucketStart }) : null,
    }));
  }

  @FieldResolver(() => [BreakdownGroup], {
    description: 'The same group by group, the largest first; a group without a cycle does not appear.',
  })
  async breakdown(
    @Root() { ask, filter, scope }: Asked,
    @Arg('clock', () => ClockKind, { defaultValue: 'OVERALL', description: 'Whose cycles are counted.' })
    kind: ClockKindValue,
    @Arg('by', () => BreakdownDimension, { description: 'What the groups differ in.' }) by: DimensionValue,
    @Ctx() context: Context,
  ) {
    const question = { filter, scope, kind, basis: 'NET' as const };
    const groups = await ask((snapshot) => breakdown(snapshot, question, by));
    const behind = behindOf(ask, countedCycles(question, keyOf(by)), context);
    return groups.map((group) => ({
      ...group,
      ...namedGroup(by, group, context.locale),
      behind: isOpen(group, scope) ? behind({ key: group.key }) : null,
    }));
  }

  @FieldResolver(() => Backlog, {
    description: 'What is open now: by one clock, or without it by all that run, each case once at its worst.',
  })
  async backlog(
    @Root() { ask, filter, scope }: Asked,
    @Arg('clock', () => ClockKind, {
      nullable: true,
      description: 'Whose running cycles are counted; of every kind when not given.',
    })
    kind: ClockKindValue | null,
    @Ctx() context: Context,
  ) {
    requireMoreThanPublic(scope, 'backlog');
    const question = { filter, scope, kind };
    const figures = await ask((snapshot) => backlog(snapshot, question));
    const rows = openCycles(question);
    const behind = figures.isSuppressed ? () => null : behindOf(ask, rows, context);
    return {
      ...figures,
      behind: behind({}),
      byAge: figures.byAge.map((each) => ({ ...each, behind: behind({ age: each.elapsedWorkingDays }) })),
      byStage: figures.byStage.map((each) => ({ ...each, behind: behind({ stage: each.stage }) })),
      byRisk: figures.byRisk.map((each) => ({ ...each, behind: behind({ risk: each.risk }) })),
    };
  }

  @FieldResolver(() => Outcomes, { description: 'How cases ended, and what came after.' })
  async outcomes(@Root() { ask, filter, scope }: Asked, @Ctx() context: Context) {
    requireMoreThanPublic(scope, 'outcomes');
    const question = { filter, scope };
    const figures = await ask((snapshot) => outcomes(snapshot, question));
    const behind = figures.isSuppressed ? () => null : behindOf(ask, endedCycles(question), context);
    const byOutcome = figures.byOutcome.map((each) => ({ ...each, behind: behind({ outcome: each.outcome }) }));
    return { ...figures, byOutcome, behind: behind({}) };
  }
}

/** Whether what is behind figures may be told. */
function isOpen({ isSuppressed }: FiguresValue, { of }: AnalyticsScope): boolean {
  return !isSuppressed && of !== 'PUBLIC';
}
