import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { trackOfClock } from '../domain/benchmark.js';
import { caseTracks } from '../domain/classification.js';
import { clockKinds } from '../domain/clock.js';
import type { Context } from './context.js';
import { enumOf } from './enums.js';

export const CaseTrack = enumOf(
  'CaseTrack',
  caseTracks,
  'How a case is handled: SIMPLE puts a payment anomaly right at once.',
);
export const ClockKind = enumOf('ClockKind', clockKinds, 'What a clock measures.');

@ObjectType({
  description: 'A published band of working days. It describes and forbids nothing: below it is FASTER, above it OVER.',
})
export class Benchmark {
  @Field(() => ClockKind, { description: 'What is measured.' })
  clock!: string;

  @Field(() => CaseTrack, { nullable: true, description: 'The track it is measured on; null is both.' })
  track!: string | null;

  @Field(() => Int, { description: 'Fewer working days are FASTER.' })
  minWorkingDays!: number;

  @Field(() => Int, { description: 'More working days are OVER.' })
  maxWorkingDays!: number;
}

/** The bands in force. */
export async function benchmarksOf({ services }: Context): Promise<Benchmark[]> {
  const { benchmarks } = await services.published.inForce(services.pool);
  return clockKinds.map((clock) => {
    const { min, max } = benchmarks.bands[clock];
    return { clock, track: trackOfClock[clock] ?? null, minWorkingDays: min, maxWorkingDays: max };
  });
}

@Resolver()
export class BenchmarkResolver {
  @Query(() => [Benchmark], { description: 'The bands in force, one a clock; clocks keep the one they started under.' })
  benchmarks(@Ctx() context: Context): Promise<Benchmark[]> {
    return benchmarksOf(context);
  }
}
