import { Kind, execute, getArgumentValues, getOperationAST, isNonNullType } from 'graphql';
import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLField,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { Read } from '../reads/read.js';
import { run } from '../reads/run.js';
import { selectedFields } from '../reads/selection.js';
import type { Operation, SelectedField } from '../reads/selection.js';
import type { CompiledField } from './compiled.js';
import { momentOf, viewerOf } from './context.js';
import type { Context } from './context.js';
import { codedError, explain } from './errors.js';
import { coerceVariables } from './variables.js';

/** A document that passed the gate, and what it is asked with. */
export interface Request {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** JSON as text, passed through as the database wrote it. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** The answer to an operation; without `data` nothing was executed. */
export interface Answer {
  data?: JsonText | null;
  errors?: GraphQLError[];
}

/** An operation with its variables coerced and its root fields collected. */
export interface Prepared {
  request: Request;
  node: OperationDefinitionNode;
  operation: Operation;
  type: GraphQLObjectType;
  fields: SelectedField[];
}

/** Chooses the operation and coerces its variables; a GraphQLError says what is wrong with them. */
export function prepare(request: Request, context: Context): Prepared {
  const { schema, document, operationName, variables } = request;
  const node = getOperationAST(document, operationName);
  if (!node)
    throw codedError(
      'BAD_REQUEST',
      operationName ? 'the document has no operation of that name' : 'operationName must say which operation',
    );
  const type = schema.getRootType(node.operation)!;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const operation = { schema, fragments, variables: coerceVariables(schema, node, variables ?? {}) };
  const fields = selectedFields(operation, type, [node.selectionSet]);
  if (fields.some(({ name }) => !name.startsWith('__'))) viewerOf(context);
  return { request, node, operation, type, fields };
}

/** Answers what the server itself asks in somebody's name, as it would answer them. */
export async function answer(request: Request, context: Context): Promise<Answer> {
  let prepared: Prepared;
  try {
    prepared = prepare(request, context);
  } catch (error) {
    return { errors: [explain(error, context.locale, context.services.log)] };
  }
  return answerPrepared(prepared, context);
}

/** Answers a query or a mutation: root fields at once, each compiled one by one statement; the others by graphql-js. */
export async function answerPrepared(prepared: Prepared, context: Context): Promise<Answer> {
  const { fields, type } = prepared;
  const errors: GraphQLError[] = [];
  const texts = new Map<string, string>();
  const refuse = ({ key }: SelectedField, error: unknown) => {
    errors.push(explain(error, context.locale, context.services.log, [key]));
    texts.set(key, 'null');
  };
  const compiledField = async (field: SelectedField) => {
    try {
      texts.set(field.key, (await answerCompiled(prepared, field, context)) ?? 'null');
    } catch (error) {
      refuse(field, error);
    }
  };
  const plainField = async (field: SelectedField) => {
    const result = await answerPlain(prepared, field, context);
    texts.set(field.key, JSON.stringify(result.data?.[field.key] ?? null));
    for (const error of result.errors ?? [])
      errors.push(explain(error, context.locale, context.services.log, error.path));
  };
  const answerField = (field: SelectedField) =>
    isCompiled(type, field.name) ? compiledField(field) : plainField(field);
  // Whoever subscribes after the cursor must miss nothing of the state read with it.
  const isCursor = ({ name }: SelectedField) => name === 'feedCursor';
  await Promise.all(fields.filter(isCursor).map(answerField));
  await Promise.all(fields.filter((field) => !isCursor(field)).map(answerField));
  const isLost = fields.some(
    ({ key, name }) => texts.get(key) === 'null' && isNonNullType(type.getFields()[name]?.type),
  );
  const data = isLost
    ? null
    : new JsonText(`{${fields.map(({ key }) => `${JSON.stringify(key)}:${texts.get(key)}`).join(',')}}`);
  return errors.length > 0 ? { errors, data } : { data };
}

function isCompiled(type: GraphQLObjectType, name: string): boolean {
  return type.getFields()[name]?.extensions['isCompiled'] === true;
}

/** Asks the field's resolver what to read, and reads it; JSON text, or null. */
export async function answerCompiled(
  { node, operation, type }: Prepared,
  field: SelectedField,
  context: Context,
): Promise<string | null> {
  const definition = type.getFields()[field.name]!;
  const values = getArgumentValues(definition, field.nodes[0]!, operation.variables);
  const { ask = resolver(definition) } = definition.extensions as Partial<CompiledField>;
  return readField({ node, operation, type }, field, await ask(values, context), context);
}

/** How a field without a way of its own is asked. */
function resolver({ resolve }: GraphQLField<unknown, Context>): NonNullable<CompiledField['ask']> {
  return async (values, context) => (await resolve!(undefined, values, context, {} as GraphQLResolveInfo)) as Read;
}

/** Reads what a field selects of a question, in the viewer's scope. */
export function readField(
  { node, operation, type }: Pick<Prepared, 'node' | 'operation' | 'type'>,
  field: SelectedField,
  request: Read,
  context: Context,
): Promise<string | null> {
  const selected = { operation, type, fields: [field] };
  const { services } = context;
  return run(
    services.pool,
    { node, selected, field, request },
    { ...viewerOf(context), locale: context.locale },
    (versions) => momentOf(context, versions),
  );
}

/** Lets graphql-js execute the operation cut down to one of its root fields. */
async function answerPlain({ request, node, operation }: Prepared, { nodes }: SelectedField, context: Context) {
  const cut: OperationDefinitionNode = { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections: nodes } };
  const definitions = [cut, ...operation.fragments.values()];
  return execute({
    schema: request.schema,
    document: { kind: Kind.DOCUMENT, definitions },
    contextValue: context,
    variableValues: request.variables ?? {},
  });
}
