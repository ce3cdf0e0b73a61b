import { Field, Int, ObjectType } from 'type-graphql';
import { clockRisks, clockStates, verdicts } from '../domain/clock.js';
import { ClockKind } from './benchmark.js';
import { enumOf } from './enums.js';
import { GraphQLDate, GraphQLDateTime } from './scalars.js';
import { LedgerRow } from './working-calendar.js';

const ClockState = enumOf('ClockState', clockStates, 'How a clock stands.');
export const Verdict = enumOf('Verdict', verdicts, 'How the days counted compare with the band, both ends in.');
export const ClockRisk = enumOf(
  'ClockRisk',
  clockRisks,
  'How near its maximum a running clock is: the worst that holds.',
);

@ObjectType({ description: 'A band of working days, both ends in.' })
export class Band {
  @Field(() => Int, { description: 'Fewer are FASTER.' })
  min!: number;

  @Field(() => Int, { description: 'More are OVER.' })
  max!: number;
}

@ObjectType({
  description: 'One cycle of a measured wait, in working days. A running clock is read as if it stopped today.',
})
export class Clock {
  @Field(() => ClockKind, { description: 'What is measured.' })
  kind!: string;

  @Field(() => Int, { description: 'From 1; a reopening begins the next.' })
  cycle!: number;

  @Field(() => ClockState, { description: 'How it stands.' })
  state!: string;

  @Field(() => GraphQLDateTime, { description: 'When it started.' })
  startedAt!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it stopped; null while it runs.' })
  stoppedAt!: string | null;

  @Field(() => Band, { description: 'The benchmark it started under; it keeps it.' })
  band!: Band;

  @Field(() => GraphQLDate, { description: 'The last day in time as first computed.' })
  originalDueOn!: string;

  @Field(() => GraphQLDate, {
    description:
      'The last day in time now: moved by exactly the days paused or stopped, and later where a newer calendar gives more time. It never goes back.',
  })
  dueOn!: string;

  @Field(() => GraphQLDate, {
    description:
      'What `calendarVersion` alone gives: before `dueOn` where an earlier version gave more time, for of the due dates computed while a clock runs the later decides.',
  })
  computedDueOn!: string;

  @Field(() => Boolean, { description: 'Whether `dueOn` lies beyond what the State has announced.' })
  isProvisional!: boolean;

  @Field(() => Int, {
    description: 'The version of the calendar that counts; a clock that stopped keeps the one that counted it.',
  })
  calendarVersion!: number;

  @Field(() => Int, {
    description: 'Working days from start to stop, or through today, without days stopped and days of grace.',
  })
  elapsedWorkingDays!: number;

  @Field(() => Int, { description: 'Of these, the days on which a party owed mandatory evidence; at most 10 a cycle.' })
  pausedWorkingDays!: number;

  @Field(() => Int, { description: 'Elapsed without paused: what verdict, risk and figures use.' })
  countedWorkingDays!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Maximum without counted, negative once late; null when the clock was cancelled.',
  })
  remainingWorkingDays!: number | null;

  @Field(() => Verdict, { nullable: true, description: 'Null while it runs in time, and when it was cancelled.' })
  verdict!: string | null;

  @Field(() => ClockRisk, { nullable: true, description: 'Null when it no longer runs.' })
  risk!: string | null;

  @Field(() => [LedgerRow], {
    description: 'Day by day from the start: which days counted and why the others did not.',
  })
  ledger!: LedgerRow[];
}

@ObjectType({ description: 'The running clock that is due first.' })
export class NextDue {
  @Field(() => ClockKind, { description: 'Which clock it is.' })
  clock!: string;

  @Field(() => GraphQLDate, { description: 'Its last day in time.' })
  dueOn!: string;

  @Field(() => Int, { description: 'Working days left; negative once late.' })
  remainingWorkingDays!: number;

  @Field(() => ClockRisk, { description: 'How near the maximum it is.' })
  risk!: string;
}
