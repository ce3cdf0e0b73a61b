import { Field, Int, ObjectType } from 'type-graphql';
import { CaseStage } from './case-enums.js';
import { ClockRisk } from './clock.js';
import { CycleSet } from './cycle.js';

@ObjectType({ description: 'Open cases of one age.' })
class BacklogAge extends CycleSet {
  @Field(() => Int, { description: 'Working days since filing, without those in which the case had ended: OVERALL.' })
  elapsedWorkingDays!: number;

  @Field(() => Int, { description: 'Cases.' })
  count!: number;
}

@ObjectType({ description: 'Open cases in one stage.' })
class BacklogStage extends CycleSet {
  @Field(() => CaseStage, { description: 'Where they stand.' })
  stage!: string;

  @Field(() => Int, { description: 'Cases.' })
  count!: number;
}

@ObjectType({ description: 'Open cases of one risk.' })
class BacklogRisk extends CycleSet {
  @Field(() => ClockRisk, { description: 'Of the clock asked for, or the worst of all that run.' })
  risk!: string;

  @Field(() => Int, { description: 'Cases.' })
  count!: number;
}

@ObjectType({
  description:
    'What is open now, whatever period the filter names: by what each case is now, with a running cycle each.',
})
export class Backlog extends CycleSet {
  @Field(() => Int, { description: 'Open cases; with a clock, those in which it runs or is paused.' })
  openCount!: number;

  @Field(() => [BacklogAge], { description: 'Sparse, the youngest first; the counts add up to `openCount`.' })
  byAge!: BacklogAge[];

  @Field(() => [BacklogStage], { description: 'Sparse, along the road of a case; the counts add up to `openCount`.' })
  byStage!: BacklogStage[];

  @Field(() => [BacklogRisk], { description: 'Sparse, the worst last; the counts add up to `openCount`.' })
  byRisk!: BacklogRisk[];

  @Field(() => Int, { description: 'On their last day.' })
  dueToday!: number;

  @Field(() => Int, { description: 'With one working day left after today.' })
  dueNextDay!: number;

  @Field(() => Int, { description: 'Past their last day.' })
  breached!: number;

  @Field(() => Boolean, {
    description: 'True where a manager asks about handlers with fewer than 5 open cases: only `openCount` is told.',
  })
  isSuppressed!: boolean;
}
