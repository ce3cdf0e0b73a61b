import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { reviewCriteria, reviewVerdicts } from '../domain/review.js';
import { ChangeInput } from './change-input.js';
import { enumOf } from './enums.js';
import { GraphQLDateTime } from './scalars.js';

const ReviewVerdict = enumOf('ReviewVerdict', reviewVerdicts, 'How a closed case was handled, on the whole.');
const ReviewCriterion = enumOf('ReviewCriterion', reviewCriteria, 'What a review looks at.', {
  TIMELINESS: 'Whether acts came in time.',
  INVESTIGATION: 'Whether the facts were established.',
  FAIRNESS: 'Whether every party was heard and treated alike.',
  COMMUNICATION: 'Whether words were clear and came at the right moment.',
  RECORD: 'Whether the record is complete.',
});

@ObjectType({ description: 'How well one thing was done.' })
class ReviewScore {
  @Field(() => ReviewCriterion, { description: 'Which.' })
  criterion!: string;

  @Field(() => Int, { description: 'From 1, poor, to 5, excellent.' })
  score!: number;
}

@ObjectType({ description: 'A closed case that was drawn for review, and what the review found; staff read it.' })
export class CaseReview {
  @Field(() => ID, { description: 'The id of the review.' })
  id!: string;

  @Field(() => GraphQLDateTime, { description: 'When the case was drawn.' })
  sampledAt!: string;

  @Field(() => ReviewVerdict, { nullable: true, description: 'On the whole; null until the review is done.' })
  verdict!: string | null;

  @Field(() => [ReviewScore], { description: 'One for each criterion; none until the review is done.' })
  scores!: ReviewScore[];

  @Field(() => String, { nullable: true, description: 'Why; null until the review is done.' })
  text!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the review was done; null until then.' })
  reviewedAt!: string | null;
}

@InputType({ description: 'How well one thing was done.' })
class ReviewScoreInput {
  @Field(() => ReviewCriterion, { description: 'Which.' })
  criterion!: string;

  @Field(() => Int, { description: 'From 1, poor, to 5, excellent.' })
  score!: number;
}

@InputType({ description: 'Records the review of a closed case that was drawn for it.' })
export class RecordReviewInput extends ChangeInput {
  @Field(() => ReviewVerdict, { description: 'On the whole.' })
  verdict!: string;

  @Field(() => [ReviewScoreInput], { description: 'One for each criterion.' })
  scores!: ReviewScoreInput[];

  @Field(() => String, { description: 'Why; 1 to 4,000 characters. Staff read it, no party does.' })
  text!: string;
}
