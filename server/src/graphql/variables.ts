import { Kind, coerceInputValue, isInputType, typeFromAST, valueFromAST } from 'graphql';
import type { GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { findBadText } from './clean-text.js';
import { codedError } from './errors.js';

/** Coerces the variables of an operation; anything wrong is BAD_USER_INPUT that names each field. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const bad = findBadText(given, '');
  if (bad) throw badVariables([bad]);
  const fields: { path: string; message: string }[] = [];
  const coerced: Record<string, unknown> = {};
  for (const { variable, type: typeNode, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, typeNode);
    if (!isInputType(type)) throw codedError('GRAPHQL_VALIDATION_FAILED', `$${name} is of no input type`);
    if (!Object.hasOwn(given, name) || given[name] === undefined) {
      if (defaultValue) coerced[name] = valueFromAST(defaultValue, type);
      else if (typeNode.kind === Kind.NON_NULL_TYPE) fields.push({ path: name, message: 'is required' });
      continue;
    }
    const refuse = (path: readonly (string | number)[], _value: unknown, { message }: GraphQLError) => {
      fields.push({ path: [name, ...path].join('.'), message });
    };
    coerced[name] = coerceInputValue(given[name], type, refuse, true);
  }
  if (fields.length > 0) throw badVariables(fields);
  return coerced;
}

function badVariables(fields: { path: string; message: string }[]): GraphQLError {
  const message = fields.map(({ path, message: why }) => `${path}: ${why}`).join('; ');
  return codedError('BAD_USER_INPUT', message, { fields });
}
