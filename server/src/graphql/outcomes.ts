import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Outcome } from './case-enums.js';
import { CycleSet } from './cycle.js';

@ObjectType({ description: 'A part of a whole.' })
class Share {
  @Field(() => Int, { description: 'The part.' })
  count!: number;

  @Field(() => Int, { description: 'The whole.' })
  of!: number;

  @Field(() => Float, { nullable: true, description: 'One by the other, 0 to 1; null of nothing.' })
  rate!: number | null;
}

@ObjectType({ description: 'A part of a whole that may still grow.' })
class OpenShare extends Share {
  @Field(() => Int, {
    description: 'Of the whole, those of which the 30 working days are not over: they may still join the part.',
  })
  undecidedCount!: number;
}

@ObjectType({ description: 'Cases that ended in one way.' })
class OutcomeShare extends CycleSet {
  @Field(() => Outcome, { nullable: true, description: 'How they ended; null where an imported log does not say.' })
  outcome!: string | null;

  @Field(() => Int, { description: 'Cases.' })
  count!: number;

  @Field(() => Float, { description: 'Of all that ended, 0 to 1.' })
  share!: number;
}

@ObjectType({
  description:
    'How the cases of the period ended, and what came after. A case is counted once, by its last end in the period.',
})
export class Outcomes extends CycleSet {
  @Field(() => Int, { description: 'Cases that ended: OVERALL stopped, and has not run on since.' })
  endedCount!: number;

  @Field(() => [OutcomeShare], { description: 'By outcome; the counts add up to `endedCount`.' })
  byOutcome!: OutcomeShare[];

  @Field(() => Share, { description: 'SETTLED and FAST_TRACKED, of these and PARTLY_SETTLED and NOT_SETTLED.' })
  success!: Share;

  @Field(() => Share, { description: 'WITHDRAWN and DEEMED_WITHDRAWN, of all that ended.' })
  withdrawn!: Share;

  @Field(() => Share, { description: 'REJECTED, of all that ended.' })
  rejected!: Share;

  @Field(() => OpenShare, {
    description:
      'Filed again within 30 working days, of all that ended: of the same transaction, or where neither names one by the same complainant, of the same type and reason.',
  })
  refiled!: OpenShare;

  @Field(() => OpenShare, {
    description:
      'Taken up again within 30 working days, by order or for a default, of all that ended in the period, those too that have run on since.',
  })
  reopened!: OpenShare;

  @Field(() => Share, {
    description: 'A second negotiation was asked for, of those that came to a result or an impasse.',
  })
  secondNegotiation!: Share;

  @Field(() => Share, {
    description: 'UPHELD, of the objections decided in the period; in OPENED, of those raised in it that are decided.',
  })
  objectionsUpheld!: Share;

  @Field(() => Share, { description: 'PARTLY upheld, of the same.' })
  objectionsPartlyUpheld!: Share;

  @Field(() => Boolean, {
    description: 'True where a manager asks about handlers with fewer than 5 ended cases: only `endedCount` is told.',
  })
  isSuppressed!: boolean;
}
