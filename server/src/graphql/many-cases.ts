import { Arg, Ctx, Extensions, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { changeCases, requireMany } from '../commands/many-cases.js';
import type { ManyCommand, Outcome } from '../commands/many-cases.js';
import { notFound } from '../domain/domain-error.js';
import { globalIdOf, parseGlobalId } from '../reads/global-id.js';
import { readOutcomes } from '../reads/many-cases.js';
import type { ToldOutcome } from '../reads/many-cases.js';
import { Blocker } from './available-action.js';
import { Case } from './case.js';
import { compiled } from './compiled.js';
import { viewerOf } from './context.js';
import type { Context } from './context.js';
import { decodeIds } from './decode-ids.js';
import { explain } from './errors.js';
import { GraphQLEventCursor } from './scalars.js';

@InputType()
abstract class ManyCasesInput {
  @Field(() => [ID], {
    description: '1 to 100 cases; one that is named twice is acted on once. Each is judged and changed by itself.',
  })
  caseIds!: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'Your own key, 1 to 200 characters, for all of it: a repeat leaves what was done, and tries again what was refused or broken off; with another input it is IDEMPOTENCY_MISMATCH.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Gives cases to a handler of their team.' })
class AssignCasesInput extends ManyCasesInput {
  @Field(() => ID, { nullable: true, description: 'As for assignCase; without it the rule picks, case by case.' })
  handlerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why; needed for a case that has a handler. 1 to 4,000 characters; staff read it.',
  })
  reason?: string | null;
}

@InputType({ description: 'Closes the files of resolved cases.' })
class CloseCasesInput extends ManyCasesInput {
  @Field(() => String, {
    nullable: true,
    description: 'Why a supervisor acts in the handler’s place; needed then, ignored otherwise.',
  })
  reason?: string | null;
}

@ObjectType({ description: 'One input that is not as it must be.' })
class FieldError {
  @Field(() => String, { description: 'Where in the input, such as `input.reason`.' })
  path!: string;

  @Field(() => String, { description: 'What is wrong with it.' })
  message!: string;
}

@ObjectType({ description: 'Why a case was left as it was: what the single command would have answered.' })
class CaseError {
  @Field(() => String, { description: 'One of the codes of error-codes.md.' })
  code!: string;

  @Field(() => String, { description: 'For developers; people are shown the label of the code.' })
  message!: string;

  @Field(() => [Blocker], { description: 'What stands in the way; empty unless GUARD_FAILED or DEADLINE_PASSED.' })
  blockedBy!: Blocker[];

  @Field(() => [FieldError], { description: 'What is wrong with the input; empty unless BAD_USER_INPUT.' })
  fields!: FieldError[];
}

@ObjectType({ description: 'What became of one case.' })
class CaseResult {
  @Field(() => ID, { description: 'As it was given.' })
  caseId!: string;

  @Field(() => Case, {
    nullable: true,
    description: 'As it stands now, changed or not; null when you may not see it, or no longer.',
  })
  case!: Case | null;

  @Field(() => CaseError, { nullable: true, description: 'Null when the case was changed.' })
  error!: CaseError | null;
}

@ObjectType()
abstract class ManyCasesPayload {
  @Field(() => [CaseResult], { description: 'One for each case, in the order in which they were given.' })
  results!: CaseResult[];

  @Field(() => GraphQLEventCursor, {
    nullable: true,
    description: 'The place of the last change in the feed; null when every case was refused.',
  })
  eventCursor!: string | null;
}

@ObjectType({ description: 'What became of each case.' })
class AssignCasesPayload extends ManyCasesPayload {}

@ObjectType({ description: 'What became of each case.' })
class CloseCasesPayload extends ManyCasesPayload {}

const does = (what: string, single: string) =>
  `${what} Each is a change of its own, with the rights and errors of \`${single}\` in its result: what is refused stands in the way of no other.`;

@Resolver()
export class ManyCasesResolver {
  @Extensions(compiled)
  @Mutation(() => AssignCasesPayload, {
    description: does('Gives cases to a handler of their team, or to whom the rule picks.', 'assignCase'),
  })
  assignCases(@Arg('input', () => AssignCasesInput) input: AssignCasesInput, @Ctx() context: Context) {
    return changeMany('assignCases', input, context);
  }

  @Extensions(compiled)
  @Mutation(() => CloseCasesPayload, {
    description: does('Closes resolved cases that every party has confirmed.', 'closeCase'),
  })
  closeCases(@Arg('input', () => CloseCasesInput) input: CloseCasesInput, @Ctx() context: Context) {
    return changeMany('closeCases', input, context);
  }
}

async function changeMany(name: ManyCommand, given: AssignCasesInput | CloseCasesInput, context: Context) {
  const { caseIds, idempotencyKey, ...rest } = given;
  requireMany(caseIds);
  const input = decodeIds(rest, 'input') as object;
  // What names no case is NOT_FOUND in its own result, as a case is that one may not see.
  const named = [...new Set(caseIds)].map((caseId) => ({ caseId, id: parseGlobalId(caseId) }));
  const ids = named.flatMap(({ id }) => (id?.type === 'case' ? [id.id] : []));
  const outcomes = await changeCases(context.services, viewerOf(context), {
    name,
    caseIds: ids,
    idempotencyKey,
    input,
  });
  const outcomeOf = new Map(outcomes.map((outcome) => [globalIdOf('case', outcome.caseId), outcome]));
  const results = named.map(({ caseId, id }) => {
    const outcome = outcomeOf.get(caseId);
    const error = outcome ? ('error' in outcome ? outcome.error : null) : notFound('input.caseIds');
    return { caseId, id: outcome ? id!.id : null, error: error === null ? null : told(error, context) };
  });
  const last = outcomes.findLast(
    (outcome): outcome is Extract<Outcome, { position: unknown }> => 'position' in outcome,
  );
  return readOutcomes(name, results, last ? context.services.cursors.seal(last.position) : null);
}

function told(error: unknown, { locale, services }: Context): ToldOutcome['error'] {
  const { message, extensions } = explain(error, locale, services.log);
  const { code, blockedBy = [], fields = [] } = extensions as { code: string; blockedBy?: object[]; fields?: object[] };
  return { code, message, blockedBy, fields };
}
