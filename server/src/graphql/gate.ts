import {
  GraphQLError,
  Kind,
  coerceInputValue,
  isInputType,
  isValueNode,
  parse,
  specifiedRules,
  typeFromAST,
  validate,
  valueFromAST,
  visit,
} from 'graphql';
import type { ASTNode, DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { findBadText } from './clean-text.js';
import { codedError } from './errors.js';
import { cleanTextRule, limitRule, limits } from './limits.js';

/** What a document must keep beside the rules of GraphQL; the same over HTTP and WebSocket. */
export const ownRules = [limitRule, cleanTextRule];
export const parseOptions = { maxTokens: limits.tokens };

/** Parses and validates a document; gives it, or why not. */
export function checkDocument(schema: GraphQLSchema, source: string): DocumentNode | GraphQLError[] {
  let document: DocumentNode;
  try {
    document = parse(source, parseOptions);
  } catch (error) {
    return [parseError(error as GraphQLError)];
  }
  const errors = validate(schema, document, [...specifiedRules, ...ownRules]);
  return errors.length > 0 ? errors.map((error) => validationError(error)) : document;
}

/** A syntax error, or a document with too many tokens. */
export function parseError(error: GraphQLError): GraphQLError {
  // Spelled so by graphql-js.
  const isTooLong = error.message.includes(`Document contains more that ${limits.tokens} tokens`);
  return coded(
    error,
    isTooLong ? 'QUERY_TOO_COMPLEX' : 'GRAPHQL_PARSE_FAILED',
    isTooLong ? `the document has more than ${limits.tokens} tokens` : error.message,
  );
}

/** A document that breaks a rule; a wrong literal is the user's input, as it would be in a variable. */
export function validationError(error: GraphQLError): GraphQLError {
  const { originalError } = error;
  // The server puts its own code over that of a rule, and keeps the rule's error inside.
  if (originalError instanceof GraphQLError && originalError.extensions['code'] === 'QUERY_TOO_COMPLEX')
    return originalError;
  if (error.extensions['code'] === 'QUERY_TOO_COMPLEX') return error;
  const node = error.nodes?.[0];
  if (!node || !isValueNode(node)) return coded(error, 'GRAPHQL_VALIDATION_FAILED', error.message);
  const path = pathOfLiteral(node);
  return coded(error, 'BAD_USER_INPUT', error.message, { fields: [{ path, message: error.message }] });
}

function coded(
  { nodes, source, positions }: GraphQLError,
  code: string,
  message: string,
  details: object = {},
): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, extensions: { code, ...details } });
}

/** Argument and field names on the way to a literal in its document. */
function pathOfLiteral(literal: ASTNode): string {
  const { loc } = literal;
  if (!loc) return '';
  let path = '';
  visit(parse(loc.source, parseOptions), {
    enter(node, _key, parent, _way, ancestors) {
      if (node.loc?.start !== loc.start || node.loc.end !== loc.end || !isValueNode(node)) return undefined;
      const names: string[] = [];
      for (const ancestor of [...ancestors, parent]) {
        if (!ancestor || Array.isArray(ancestor)) continue;
        const { kind } = ancestor as ASTNode;
        if (kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD)
          names.push((ancestor as { name: { value: string } }).name.value);
      }
      path ||= names.join('.');
      return undefined;
    },
  });
  return path;
}

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
    coerced[name] = coerceInputValue(given[name], type, (path, _value, error) => {
      fields.push({ path: [name, ...path].join('.'), message: error.message });
    });
  }
  if (fields.length > 0) throw badVariables(fields);
  return coerced;
}

function badVariables(fields: { path: string; message: string }[]): GraphQLError {
  const message = fields.map(({ path, message: why }) => `${path}: ${why}`).join('; ');
  return codedError('BAD_USER_INPUT', message, { fields });
}
