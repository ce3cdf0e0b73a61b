import { GraphQLError, Kind, isValueNode, parse, visit } from 'graphql';
import type { ASTNode } from 'graphql';
import { budgets } from '../config.js';

export const parseOptions = { maxTokens: budgets.document.tokens };

/** A syntax error, or a document with too many tokens. */
export function parseError(error: GraphQLError): GraphQLError {
  // Spelled so by graphql-js.
  const isTooLong = error.message.includes(`Document contains more that ${budgets.document.tokens} tokens`);
  return coded(
    error,
    isTooLong ? 'QUERY_TOO_COMPLEX' : 'GRAPHQL_PARSE_FAILED',
    isTooLong ? `the document has more than ${budgets.document.tokens} tokens` : error.message,
  );
}

/** A document that breaks a rule; a wrong literal is the user's input, as it would be in a variable. */
export function validationError(error: GraphQLError): GraphQLError {
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
