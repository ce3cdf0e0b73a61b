import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  typeFromAST,
} from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  NamedTypeNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';

/** An operation whose variables are coerced. */
export interface Operation {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Readonly<Record<string, unknown>>;
}

/** One response key with the field nodes that ask for it. */
export interface SelectedField {
  key: string;
  name: string;
  nodes: FieldNode[];
}

/** What the caller selected of an object: its GraphQL type and the fields that ask for it. */
export interface Selected {
  operation: Operation;
  type: GraphQLObjectType;
  fields: readonly SelectedField[];
}

/** What a field's selection asks of the object type that the field gives, by its name where the field's type is abstract. */
export function below({ operation, type }: Selected, field: SelectedField, name?: string): Selected {
  const named = name ? operation.schema.getType(name) : getNamedType(type.getFields()[field.name]!.type);
  if (!isObjectType(named)) throw new Error(`${type.name}.${field.name} gives no object`);
  return { operation, type: named, fields: selectedFields(operation, named, selectionSets(field)) };
}

/** The fields that an operation asks of an object type, in response order: fragments spread, skipped ones left out, twins merged. */
export function selectedFields(
  operation: Operation,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): SelectedField[] {
  const found = new Map<string, SelectedField>();
  const visited = new Set<string>();
  const visit = (selections: readonly SelectionNode[]): void => {
    for (const node of selections) {
      if (!isIncluded(node, operation.variables)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const known = found.get(key);
        if (known) known.nodes.push(node);
        else found.set(key, { key, name: node.name.value, nodes: [node] });
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (applies(operation.schema, node, type)) visit(node.selectionSet.selections);
      } else if (!visited.has(node.name.value)) {
        visited.add(node.name.value);
        const fragment = operation.fragments.get(node.name.value);
        if (fragment && applies(operation.schema, fragment, type)) visit(fragment.selectionSet.selections);
      }
    }
  };
  for (const set of sets) visit(set.selections);
  return [...found.values()];
}

/** The selection sets below a field. */
export function selectionSets({ nodes }: SelectedField): SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
}

function isIncluded(node: SelectionNode, variables: Operation['variables']): boolean {
  if (!node.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

function applies(
  schema: GraphQLSchema,
  node: { readonly typeCondition?: NamedTypeNode | undefined },
  type: GraphQLObjectType,
): boolean {
  if (!node.typeCondition) return true;
  const condition = typeFromAST(schema, node.typeCondition);
  if (isObjectType(condition)) return condition.name === type.name;
  return isAbstractType(condition) && schema.isSubType(condition, type);
}
