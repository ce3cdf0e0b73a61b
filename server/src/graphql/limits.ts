import { GraphQLError, Kind, OperationTypeNode } from 'graphql';
import type {
  ASTVisitor,
  DocumentNode,
  FragmentDefinitionNode,
  SelectionSetNode,
  ValidationContext,
  ValidationRule,
} from 'graphql';
import { badTextReason } from './clean-text.js';
import { budgets } from '../config.js';
import { codedError } from './errors.js';

interface Size {
  depth: number;
  aliases: number;
  directives: number;
  /** Fields at the top of the selection set. */
  fields: number;
}

const nothing: Size = { depth: 0, aliases: 0, directives: 0, fields: 0 };

/** The size of a selection set with every fragment spread in; introspection fields have no depth. */
function sizeOf(set: SelectionSetNode, fragmentSize: (name: string) => Size): Size {
  const size = { ...nothing };
  for (const node of set.selections) {
    size.directives += node.directives?.length ?? 0;
    let inner = nothing;
    let level = 0;
    if (node.kind === Kind.FIELD) {
      const isIntrospection = node.name.value.startsWith('__');
      if (node.alias) size.aliases += 1;
      size.fields += 1;
      level = isIntrospection ? 0 : 1;
      const below = node.selectionSet ? sizeOf(node.selectionSet, fragmentSize) : nothing;
      inner = isIntrospection ? { ...below, depth: 0 } : below;
    } else {
      inner =
        node.kind === Kind.FRAGMENT_SPREAD ? fragmentSize(node.name.value) : sizeOf(node.selectionSet, fragmentSize);
      size.fields += inner.fields;
    }
    size.depth = Math.max(size.depth, level + inner.depth);
    size.aliases += inner.aliases;
    size.directives += inner.directives;
  }
  return size;
}

/** Fragment sizes, each worked out once: a document of fragments that double each other stays cheap. */
function fragmentSizes(document: DocumentNode): (name: string) => Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const known = new Map<string, Size>();
  const sizeOfFragment = (name: string): Size => {
    const fragment = fragments.get(name);
    if (!fragment) return nothing;
    // A cycle is refused by another rule; here it only must end.
    if (!known.has(name)) {
      known.set(name, nothing);
      known.set(name, sizeOf(fragment.selectionSet, sizeOfFragment));
    }
    return known.get(name)!;
  };
  return sizeOfFragment;
}

/** Why a document is larger than the limits, by QUERY_TOO_COMPLEX each; it need not fit the schema. */
export function sizeErrors(document: DocumentNode): GraphQLError[] {
  const errors: GraphQLError[] = [];
  const fragmentSize = fragmentSizes(document);
  const { depth, aliases, directives, rootFields, mutations } = budgets.document;
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = sizeOf(node.selectionSet, fragmentSize);
    const checks: [string, number, number][] = [
      ['levels deep', size.depth, depth],
      ['aliases', size.aliases, aliases],
      ['directives', size.directives + (node.directives?.length ?? 0), directives],
      ['root fields', size.fields, node.operation === OperationTypeNode.MUTATION ? mutations : rootFields],
    ];
    for (const [what, count, limit] of checks) {
      if (count > limit)
        errors.push(codedError('QUERY_TOO_COMPLEX', `the operation has ${count} ${what}; the limit is ${limit}`));
    }
  }
  return errors;
}

/** The root of a subscription is there whatever the variables say: without one there is nothing to follow. */
export function conditionalRootErrors(document: DocumentNode): GraphQLError[] {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const seen = new Set<string>();
  const isConditional = ({ selections }: SelectionSetNode): boolean =>
    selections.some((node) => {
      if (node.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')) return true;
      if (node.kind === Kind.INLINE_FRAGMENT) return isConditional(node.selectionSet);
      if (node.kind === Kind.FIELD || seen.has(node.name.value)) return false;
      seen.add(node.name.value);
      return fragments.some(({ name, selectionSet }) => name.value === node.name.value && isConditional(selectionSet));
    });
  return document.definitions.flatMap((node) => {
    const isSubscription = node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.SUBSCRIPTION;
    if (!isSubscription || !isConditional(node.selectionSet)) return [];
    return [codedError('GRAPHQL_VALIDATION_FAILED', 'the root field of a subscription takes no @skip and no @include')];
  });
}

/** Refuses literal strings that no text may hold, as variables are refused when they are coerced. */
export const cleanTextRule: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  StringValue(node) {
    const reason = badTextReason(node.value);
    if (reason) context.reportError(new GraphQLError(reason, { nodes: node }));
  },
});
