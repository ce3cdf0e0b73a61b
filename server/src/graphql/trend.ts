import { Field, Float, Int, ObjectType } from 'type-graphql';
import { trendBuckets } from '../analytics/trend.js';
import { enumOf } from './enums.js';
import { Figures } from './resolution-time.js';
import { GraphQLDate } from './scalars.js';

export const TrendBucket = enumOf('TrendBucket', trendBuckets, 'How long a bucket is; a week begins on Monday.');

@ObjectType({
  description: 'The figures of one bucket of the trend; one without a cycle has count 0 and no percentiles.',
})
export class TrendPoint extends Figures {
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
