import {
  Kind,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  typeFromAST,
  valueFromASTUntyped,
} from 'graphql';
import type {
  DirectiveNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import { defaultPageSize, maxPageSize } from '../reads/page.js';

type Variables = Readonly<Record<string, unknown>>;

/** What an operation costs with its variables: the values that its answer holds at most, taking lists as long as they usually are. */
export type Cost = (variables: Variables) => number;

/** A part of a cost: a number where no variable matters. */
type Part = number | Cost;

/** How long a list is taken to be that has no page. */
const usualLength = 5;
/** Lists that are longer as a rule, or that have a bound of their own. */
export const lengthOf: Readonly<Record<string, number>> = {
  'Query.workingCalendar': 366,
  'Query.transactions': 100,
  'Query.savedViews': 50,
  'Query.people': 100,
  'Query.handlers': 20,
  'Query.experts': 20,
  'AssignCasesPayload.results': 100,
  'CloseCasesPayload.results': 100,
  'SampleCasesPayload.cases': 100,
  'MarkNotificationsReadPayload.notifications': 100,
  'DueDate.ledger': 30,
  'Clock.ledger': 30,
  'Case.availableActions': 20,
};

/** More than its one value: a count of all rows, and each figure over all cases. */
const weightOf: Readonly<Record<string, number>> = { totalCount: 20, Analytics: 100 };

/** Works out what each operation of a valid document costs, once for all its variables. */
export function costsOf(schema: GraphQLSchema, document: DocumentNode): Map<OperationDefinitionNode, Cost> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const counter = new Counter(schema, fragments);
  const costs = new Map<OperationDefinitionNode, Cost>();
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const part = counter.selection(node.selectionSet, schema.getRootType(node.operation) ?? undefined, 1);
    costs.set(node, (variables) => valueOf(part, variables));
  }
  return costs;
}

/** Adds up selections of one document; each fragment once, wherever it is spread. */
class Counter {
  readonly #known = new Map<string, Map<Part, Part>>();

  constructor(
    readonly schema: GraphQLSchema,
    readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  /** `rows` is how long the page is where the selection is of a connection. */
  selection({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined, rows: Part): Part {
    return selections.map((node) => chosen(node, this.#part(node, type, rows))).reduce(plus, 0);
  }

  #part(node: SelectionNode, type: GraphQLNamedType | undefined, rows: Part): Part {
    if (node.kind === Kind.FIELD) return this.#field(node, type, rows);
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(this.fragments.get(node.name.value)!, rows);
    const condition = node.typeCondition ? typeFromAST(this.schema, node.typeCondition) : type;
    return this.selection(node.selectionSet, condition, rows);
  }

  #field(node: FieldNode, parent: GraphQLNamedType | undefined, rows: Part): Part {
    const { name, selectionSet } = node;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name.value] : undefined;
    // Introspection is as long as the schema, whatever is asked.
    if (!field || !parent) return selectionSet ? this.selection(selectionSet, undefined, 1) : 1;
    if (!selectionSet) return weightOf[name.value] ?? 1;
    const type = getNamedType(field.type);
    const isPaged = isConnection(type);
    const below = this.selection(selectionSet, type, isPaged ? pageSizeOf(node) : 1);
    const weight = weightOf[parent.name] ?? 1;
    return plus(weight, isPaged ? below : times(countOf(node, field, parent, rows), below));
  }

  #fragment({ typeCondition, selectionSet, name }: FragmentDefinitionNode, rows: Part): Part {
    const type = typeFromAST(this.schema, typeCondition);
    const page = isConnection(type) ? rows : 1;
    const known = this.#known.get(name.value) ?? new Map<Part, Part>();
    this.#known.set(name.value, known);
    if (!known.has(page)) known.set(page, remembered(this.selection(selectionSet, type, page)));
    return known.get(page)!;
  }
}

function isConnection(type: GraphQLNamedType | undefined): boolean {
  return isObjectType(type) && 'pageInfo' in type.getFields();
}

/** How many rows a field gives: those of the page around it, those of the ids it names, or as many as usual. */
function countOf(node: FieldNode, field: GraphQLField<unknown, unknown>, parent: GraphQLNamedType, rows: Part): Part {
  if (!isListType(getNullableType(field.type))) return 1;
  if (isConnection(parent)) return rows;
  const ids = argumentOf(node, 'ids');
  if (ids) return slot(ids, (given) => (Array.isArray(given) ? given.length : 1));
  return lengthOf[`${parent.name}.${field.name}`] ?? usualLength;
}

/** `first` or `last`, whichever is given; a size that will be refused costs no more than the largest. */
function pageSizeOf(node: FieldNode): Part {
  const sizes = ['first', 'last'].map((name) => argumentOf(node, name)).filter((value) => value !== undefined);
  const sizeOf = (given: unknown) => (typeof given === 'number' ? Math.min(Math.max(given, 0), maxPageSize) : null);
  const parts = sizes.map((value) => slot(value, (given) => sizeOf(given) ?? -1));
  return slotOf(parts, (given) => {
    const largest = Math.max(...given);
    return largest < 0 ? defaultPageSize : largest;
  });
}

function argumentOf({ arguments: given }: FieldNode | DirectiveNode, name: string): ValueNode | undefined {
  return given?.find((argument) => argument.name.value === name)?.value;
}

/** What a value comes to once its variable is known. */
function slot(node: ValueNode, weigh: (given: unknown) => number): Part {
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    return (variables) => weigh(variables[name]);
  }
  const isVariable = node.kind === Kind.LIST && node.values.some(({ kind }) => kind === Kind.VARIABLE);
  return weigh(isVariable ? node.values : valueFromASTUntyped(node));
}

function slotOf(parts: readonly Part[], weigh: (given: readonly number[]) => number): Part {
  if (parts.every((part) => typeof part === 'number')) return weigh(parts);
  return (variables) => weigh(parts.map((part) => valueOf(part, variables)));
}

/** Nothing, where a directive leaves the selection out. */
function chosen({ directives = [] }: SelectionNode, part: Part): Part {
  return directives.reduce<Part>((left, { name, arguments: given }) => {
    const condition = given?.find((argument) => argument.name.value === 'if')?.value;
    const wanted = name.value === 'include' ? true : name.value === 'skip' ? false : undefined;
    if (!condition || wanted === undefined) return left;
    return times(
      slot(condition, (value) => (value === wanted ? 1 : 0)),
      left,
    );
  }, part);
}

function plus(one: Part, other: Part): Part {
  if (typeof one === 'number' && typeof other === 'number') return one + other;
  return (variables) => valueOf(one, variables) + valueOf(other, variables);
}

function times(one: Part, other: Part): Part {
  if (typeof one === 'number' && typeof other === 'number') return one * other;
  return (variables) => valueOf(one, variables) * valueOf(other, variables);
}

function valueOf(part: Part, variables: Variables): number {
  return typeof part === 'number' ? part : part(variables);
}

/** Fragments that spread each other would be counted over and over. */
function remembered(part: Part): Part {
  if (typeof part === 'number') return part;
  let last: { variables: Variables; value: number } | undefined;
  return (variables) => {
    if (last?.variables !== variables) last = { variables, value: part(variables) };
    return last.value;
  };
}
