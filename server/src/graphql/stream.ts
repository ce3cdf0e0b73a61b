import { getArgumentValues, isNonNullType } from 'graphql';
import type { GraphQLError, GraphQLResolveInfo } from 'graphql';
import type { Read } from '../reads/read.js';
import type { Context } from './context.js';
import { explain } from './errors.js';
import { readField } from './execute.js';
import type { Prepared } from './execute.js';
import type { CostTold } from './gate.js';

/** What a subscription lives on. */
export interface StreamContext extends Context {
  /** A context of this moment: who the viewer is now, with which rights. */
  renew: () => Promise<Context>;
  signal: AbortSignal;
}

export interface StreamAnswer {
  data: Record<string, unknown>;
  /** Of the first answer: a stream is paid once. */
  extensions?: { cost: CostTold };
}

/**
 * Begins a subscription and waits for its first answer, or its word that it has begun (null), so that one that cannot begin is
 * errors and never a silent stream.
 * Later failures are thrown as GraphQLError. Its root field is read anew, under the rights of that moment, for each event.
 */
export async function openStream(
  prepared: Prepared,
  context: StreamContext,
): Promise<AsyncGenerator<StreamAnswer> | GraphQLError[]> {
  const told = (error: unknown) => explain(error, context.locale, context.services.log);
  try {
    const answers = answersOf(prepared, context);
    const first = await answers.next();
    return resumed(first, answers, told);
  } catch (error) {
    return [told(error)];
  }
}

async function* answersOf(
  { node, operation, type, fields }: Prepared,
  context: StreamContext,
): AsyncGenerator<StreamAnswer | null> {
  const field = fields[0]!;
  const definition = type.getFields()[field.name]!;
  const values = getArgumentValues(definition, field.nodes[0]!, operation.variables);
  const questions = (await definition.subscribe!(
    undefined,
    values,
    context,
    {} as GraphQLResolveInfo,
  )) as AsyncGenerator<Read | null>;
  for await (const question of questions) {
    const json = question && (await readField({ node, operation, type }, field, question, await context.renew()));
    // Null where there must be an answer: there is nothing to say yet, or nothing that the viewer may see.
    if (json === null && isNonNullType(definition.type)) yield null;
    else yield { data: { [field.key]: json === null ? null : (JSON.parse(json) as unknown) } };
  }
}

async function* resumed(
  first: IteratorResult<StreamAnswer | null>,
  answers: AsyncGenerator<StreamAnswer | null>,
  told: (error: unknown) => GraphQLError,
): AsyncGenerator<StreamAnswer> {
  if (first.done) return;
  if (first.value) yield first.value;
  try {
    for await (const answer of answers) if (answer) yield answer;
  } catch (error) {
    throw told(error);
  }
}
