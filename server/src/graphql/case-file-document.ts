import { isInterfaceType, isLeafType, isObjectType, getNamedType, parse } from 'graphql';
import type { DocumentNode, GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';

/** What asks for a case file: all of a case, and the further pages of each of its connections. */
export interface CaseFileDocuments {
  whole: DocumentNode;
  /** By field of Case: reads on after `$after`. */
  furtherPage: ReadonlyMap<string, DocumentNode>;
}

/** Fields of Case that say nothing of the case itself: what one may do, where else to look, and the file. */
const leftOut: readonly string[] = ['availableActions', 'relatedCases', 'caseFile'];
/** Addresses that work for minutes are nothing to keep. */
const passing: readonly string[] = ['url', 'urlExpiresAt'];
/** By these a thing is named where it does not stand itself. */
const naming: readonly string[] = ['id', 'side', 'name', 'pseudonym'];

/**
 * Writes the operations from the contract, so that whatever becomes part of a case becomes part of its file. Each thing is
 * told once, in its own list of the case; elsewhere it is named.
 */
export function caseFileDocuments(schema: GraphQLSchema): CaseFileDocuments {
  const caseType = schema.getType('Case') as GraphQLObjectType;
  const fields = Object.values(caseType.getFields()).filter(({ name }) => !leftOut.includes(name));
  const homes = new Set([caseType, ...fields.map(nodeTypeOf)].filter((type) => type && 'id' in type.getFields()));
  const selectionOf = (field: GraphQLField<unknown, unknown>, isAtHome: boolean): string => {
    const node = nodeTypeOf(field);
    if (!node) return field.name;
    const isNamedOnly = node.name === 'Person' || (homes.has(node) && !isAtHome);
    const inner = Object.values(node.getFields())
      .filter((each) => (isNamedOnly ? naming.includes(each.name) : isSelected(each)))
      .map((each) => selectionOf(each, false))
      .join(' ');
    if (!isConnection(field)) return `${field.name} { ${inner} }`;
    return `${field.name}(first: 100) { nodes { ${inner} } pageInfo { hasNextPage endCursor } }`;
  };
  const whole = fields.map((field) => selectionOf(field, true)).join(' ');
  const furtherPage = fields.filter(isConnection).map((field): [string, DocumentNode] => {
    const selection = selectionOf(field, true).replace('(first: 100)', '(first: 100, after: $after)');
    return [field.name, parse(`query ($id: ID!, $after: String!) { case(id: $id) { ${selection} } }`)];
  });
  return {
    whole: parse(`query ($id: ID!) { case(id: $id) { ${whole} } }`),
    furtherPage: new Map(furtherPage),
  };
}

/** A connection within a thing would need pages of its own; there is none. */
function isSelected(field: GraphQLField<unknown, unknown>): boolean {
  return !isConnection(field) && !passing.includes(field.name);
}

function isConnection({ type }: GraphQLField<unknown, unknown>): boolean {
  return getNamedType(type).name.endsWith('Connection');
}

/** The type of the things that a field holds, through lists and connections; null for a field that holds none. */
function nodeTypeOf(field: GraphQLField<unknown, unknown>): GraphQLObjectType | null {
  const named = getNamedType(field.type);
  if (isLeafType(named) || isInterfaceType(named)) return null;
  if (!isObjectType(named)) return null;
  return isConnection(field) ? nodeTypeOf(named.getFields()['nodes']!) : named;
}
