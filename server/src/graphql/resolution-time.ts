import { Field, Float, Int, ObjectType } from 'type-graphql';
import { bases } from '../analytics/tally.js';
import { ClockKind } from './benchmark.js';
import { Band, Verdict } from './clock.js';
import { CycleSet } from './cycle.js';
import { enumOf } from './enums.js';

export const Basis = enumOf('Basis', bases, 'Which working days are counted.', {
  NET: 'Without those paused: what verdicts go by.',
  GROSS: 'All that passed; cycles are judged by these too, so that net and gross are never mixed.',
});

@ObjectType({
  description: 'Figures of a set of clock cycles, all durations in working days. 0 is a value; null is none.',
})
export abstract class Figures extends CycleSet {
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
      'True where the figures would tell about single people: a manager is told `count` and `caseCount` of fewer than 5 cycles of a handler, everybody nothing of fewer than 20.',
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
class HistogramBar extends CycleSet {
  @Field(() => Int, { description: 'Whole working days.' })
  workingDays!: number;

  @Field(() => Int, { description: 'Cycles.' })
  count!: number;

  @Field(() => Verdict, { description: 'By the band that the cycles started under, over `workingDays`.' })
  verdict!: string;
}

@ObjectType({ description: 'How long the cycles of one clock took.' })
export class ResolutionTime extends Figures {
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

  /** Works it out; null where it would tell about single people. */
  restated!: () => Promise<number> | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Cycles that the period counted when it ended and counts no longer, because their cases went on; null where `cases` is. 0 while it lasts.',
  })
  restatedCount(): Promise<number> | null {
    return this.restated();
  }
}
