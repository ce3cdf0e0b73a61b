import { Arg, Ctx, Extensions, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { sampleCases } from '../commands/sample-cases.js';
import type { SampleCases } from '../commands/sample-cases.js';
import { readSample } from '../reads/sample.js';
import { CaseType } from './case-enums.js';
import { Case } from './case.js';
import { compiled } from './compiled.js';
import { viewerOf } from './context.js';
import type { Context } from './context.js';
import { GraphQLDate } from './scalars.js';

@InputType({ description: 'Draws closed cases for review.' })
class SampleCasesInput {
  @Field(() => GraphQLDate, { description: 'Cases resolved on this Shanghai date or later.' })
  from!: string;

  @Field(() => GraphQLDate, { description: 'And on this one or earlier.' })
  to!: string;

  @Field(() => Int, { description: 'How many, 1 to 100; fewer are drawn when there are fewer.' })
  count!: number;

  @Field(() => [CaseType], { nullable: true, description: 'Of these types; of any when not given.' })
  types?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'What chance starts from, up to 64 characters: the same seed draws the same out of the same cases.',
  })
  seed?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Your own key, 1 to 200 characters: a repeat draws nothing anew; with another input it is IDEMPOTENCY_MISMATCH.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'What was drawn.' })
class SampleCasesPayload {
  @Field(() => String, { description: 'What chance started from.' })
  seed!: string;

  @Field(() => [Case], { description: 'The cases to review, by number.' })
  cases!: Case[];
}

@Resolver()
export class ReviewResolver {
  @Extensions(compiled)
  @Mutation(() => SampleCasesPayload, {
    description:
      'Draws closed cases of the own teams for review; none that one handled, and none twice. No party learns of it.',
  })
  async sampleCases(@Arg('input', () => SampleCasesInput) input: SampleCasesInput, @Ctx() context: Context) {
    const { idempotencyKey = null, ...question } = input;
    const given = Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
    const { seed, caseIds } = await sampleCases(
      context.services,
      viewerOf(context),
      given as unknown as SampleCases,
      idempotencyKey,
    );
    return readSample(seed, caseIds);
  }
}
