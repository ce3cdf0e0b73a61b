import type { Random } from '@accord/seeds/random';
import {
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { ArgumentMaker, literalOf, type Known } from './argument.js';

/** An operation that was made up, with what it is asked with. */
export interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

const deepest = 9;
/** How often a selection takes each form. */
const chances = { alias: 0.12, directive: 0.06, fragment: 0.15, twice: 0.08, variable: 0.4 } as const;

/** Makes up operations over a schema: every field of every type, those chosen least so far first. */
export class OperationMaker {
  readonly #random: Random;
  readonly #arguments: ArgumentMaker;
  readonly #schema: GraphQLSchema;
  /** How often each `Type.field` was answered. */
  readonly #given: ReadonlyMap<string, number>;
  #variables: { name: string; type: string; given?: unknown; fallback?: string }[] = [];
  #fragments: string[] = [];
  readonly #needs = new Map<string, number>();
  #left = 0;
  #names = 0;

  constructor(random: Random, schema: GraphQLSchema, given: ReadonlyMap<string, number>) {
    this.#random = random;
    this.#arguments = new ArgumentMaker(random);
    this.#schema = schema;
    this.#given = given;
  }

  /** One operation, smaller than the limits of the gate. */
  make(known: Known): Operation {
    this.#arguments.known = known;
    this.#variables = [];
    this.#fragments = [];
    this.#needs.clear();
    this.#names = 0;
    this.#left = this.#random.between(8, 55);
    const query = this.#schema.getQueryType()!;
    const roots = Array.from(
      {
        length: this.#random.weighted([
          [1, 6],
          [2, 3],
          [3, 1],
        ]),
      },
      () => this.#field(query, this.#rarest(query, Object.values(query.getFields()), deepest), deepest, true),
    );
    const definitions = this.#variables.map(
      ({ name, type, fallback }) => `$${name}: ${type}${fallback === undefined ? '' : ` = ${fallback}`}`,
    );
    const head = definitions.length > 0 ? `query (${definitions.join(', ')})` : 'query';
    const given = this.#variables.filter((variable) => 'given' in variable);
    return {
      query: [`${head} { ${roots.join(' ')} }`, ...this.#fragments].join('\n'),
      variables: Object.fromEntries(given.map(({ name, given: value }) => [name, value])),
    };
  }

  /** One of the short operations that ask for a field of a type, of as many objects as one page has. */
  towards(typeName: string, fieldName: string): Operation {
    const ways: { type: GraphQLObjectType; path: string[] }[] = [{ type: this.#schema.getQueryType()!, path: [] }];
    const met = new Set<string>();
    while (ways.length > 0) {
      const [{ type, path }] = ways.splice(this.#random.between(0, Math.min(ways.length, 12) - 1), 1) as [
        (typeof ways)[number],
      ];
      if (type.name === typeName) {
        const last = type.getFields()[fieldName]!;
        const end = `${this.#whole(type, last, 10)}${isObjectType(getNamedType(last.type)) ? ' { __typename }' : ''}`;
        return { query: `{ ${[...path, end].join(' { ')}${' }'.repeat(path.length + 1)}`, variables: {} };
      }
      if (met.has(type.name)) continue;
      met.add(type.name);
      for (const field of this.#random.shuffled(Object.values(type.getFields()))) {
        const named = getNamedType(field.type);
        // A single case is one that need not have it.
        if (!isObjectType(named) || field.name === 'case' || path.length > 8) continue;
        ways.push({ type: named, path: [...path, this.#whole(type, field, path.length === 0 ? 100 : 10)] });
      }
    }
    throw new Error(`no way leads to ${typeName}.${fieldName}`);
  }

  /** A field with as long a page as this, or with other arguments. */
  #whole(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, size: number): string {
    const isPaged = field.args.some(({ name }) => name === 'first');
    const values: Record<string, unknown> = isPaged ? { first: size } : this.#arguments.valuesOf(type, field);
    const written = field.args
      .filter(({ name }) => name in values)
      .map(({ name, type: of }) => `${name}: ${literalOf(values[name], of)}`);
    return `${field.name}${written.length > 0 ? `(${written.join(', ')})` : ''}`;
  }

  /** One of the fields: the less it, or what lies below it, was answered so far, the rather. */
  #rarest(
    type: GraphQLObjectType,
    fields: readonly GraphQLField<unknown, unknown>[],
    depth: number,
  ): GraphQLField<unknown, unknown> {
    return this.#random.weighted(fields.map((field) => [field, 0.02 + this.#need(type, field, depth)] as const));
  }

  /** From 0, answered often with all below it, to 1, never answered. */
  #need(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number): number {
    const own = 1 / (1 + (this.#given.get(`${type.name}.${field.name}`) ?? 0));
    const named = getNamedType(field.type);
    if (depth === 0 || (!isObjectType(named) && !isInterfaceType(named))) return own;
    const types = isInterfaceType(named) ? this.#schema.getPossibleTypes(named) : [named];
    return Math.max(own, ...types.map((each) => 0.9 * this.#needOf(each, depth - 1)));
  }

  #needOf(type: GraphQLObjectType, depth: number): number {
    const key = `${type.name} ${depth}`;
    let need = this.#needs.get(key);
    if (need === undefined) {
      need = Math.max(...Object.values(type.getFields()).map((field) => this.#need(type, field, depth)));
      this.#needs.set(key, need);
    }
    return need;
  }

  #field(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number, isRoot = false): string {
    this.#left -= 1;
    const values = this.#argumentsOf(type, field);
    // Twins with other arguments would not merge.
    const isAliased = isRoot || field.args.length > 0 || this.#random.chance(chances.alias);
    const alias = isAliased ? `${this.#alias(type)}: ` : '';
    return `${alias}${field.name}${values}${this.#directive()}${this.#below(field, depth)}`;
  }

  /** A name of its own, now and then that of another field. */
  #alias(type: GraphQLObjectType): string {
    this.#names += 1;
    const taken = this.#random.chance(0.3) ? this.#random.pick(Object.keys(type.getFields())) : 'a';
    return `${taken}${this.#names}`;
  }

  #directive(): string {
    if (!this.#random.chance(chances.directive)) return '';
    const [name, value] = [this.#random.pick(['skip', 'include']), this.#random.chance(0.5)];
    const literal = String(this.#random.chance(0.7) ? name === 'include' : value);
    const written = this.#random.chance(0.6)
      ? this.#variable('Boolean!', JSON.parse(literal) as boolean, literal)
      : literal;
    return ` @${name}(if: ${written})`;
  }

  #below(field: GraphQLField<unknown, unknown>, depth: number): string {
    const named = getNamedType(field.type);
    if (isObjectType(named)) return ` { ${this.#selections(named, depth - 1)} }`;
    if (!isInterfaceType(named)) return '';
    const types = this.#random.shuffled(this.#schema.getPossibleTypes(named)).slice(0, this.#random.between(1, 4));
    const parts = types.map((type) => `... on ${type.name} { ${this.#selections(type, depth - 1)} }`);
    return ` { ${this.#random.shuffled(['id', '__typename', ...parts]).join(' ')} }`;
  }

  #selections(type: GraphQLObjectType, depth: number): string {
    const all = Object.values(type.getFields());
    const isLeaf = ({ type: of }: GraphQLField<unknown, unknown>) => {
      const named = getNamedType(of);
      return !isObjectType(named) && !isInterfaceType(named);
    };
    const open = depth > 0 && this.#left > 0 ? all : all.filter(isLeaf);
    // A type without leaves, at the end of the way: its name alone.
    if (open.length === 0) return '__typename';
    const count = this.#random.between(1, Math.min(6, open.length));
    const chosen = new Set(
      Array.from({ length: count }, () => this.#rarest(type, open, Math.min(depth, this.#left > 0 ? depth : 0))),
    );
    const parts = [...chosen].map((field) => this.#field(type, field, depth));
    if (this.#random.chance(0.1))
      parts.push(this.#random.chance(0.5) ? '__typename' : `kind${(this.#names += 1)}: __typename`);
    // Asked twice, with parts of its own each time.
    for (const field of chosen)
      if (field.args.length === 0 && this.#random.chance(chances.twice))
        parts.push(`${field.name}${this.#below(field, depth)}`);
    return this.#random
      .shuffled(parts)
      .map((part) => (this.#random.chance(chances.fragment) ? this.#inFragment(type, part) : part))
      .join(' ');
  }

  #inFragment(type: GraphQLObjectType, part: string): string {
    const { name } = this.#random.pick([type, ...type.getInterfaces()]);
    const isOfInterface = name !== type.name;
    const form = this.#random.pick(['bare', 'inline', 'named'] as const);
    if (form === 'bare') return `...${this.#directive()} { ${part} }`;
    if (form === 'inline')
      return isOfInterface
        ? `... on ${name} { ... on ${type.name}${this.#directive()} { ${part} } }`
        : `... on ${name}${this.#directive()} { ${part} }`;
    const fragment = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${fragment} on ${type.name} { ${part} }`);
    return `...${fragment}${this.#directive()}`;
  }

  #argumentsOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string {
    const values = this.#arguments.valuesOf(type, field);
    const written = field.args.flatMap((argument) => {
      const { name } = argument;
      if (!(name in values)) return this.#leftOut(argument);
      const value = values[name];
      return [
        `${name}: ${this.#random.chance(chances.variable) ? this.#variableOf(argument, value) : literalOf(value, argument.type)}`,
      ];
    });
    return written.length > 0 ? `(${written.join(', ')})` : '';
  }

  /** An argument that is not given, now and then by a variable that is not. */
  #leftOut({ name, type }: GraphQLArgument): string[] {
    if (isNonNullType(type) || !this.#random.chance(0.15)) return [];
    const variable = `v${this.#variables.length}`;
    this.#variables.push({ name: variable, type: String(type), ...(this.#random.chance(0.5) ? { given: null } : {}) });
    return [`${name}: $${variable}`];
  }

  #variableOf({ type }: GraphQLArgument, value: unknown): string {
    return this.#variable(String(type), value, literalOf(value, type));
  }

  /** Given, or left to its default. */
  #variable(type: string, value: unknown, literal: string): string {
    const name = `v${this.#variables.length}`;
    const isDefault = value !== null && this.#random.chance(0.3);
    this.#variables.push(isDefault ? { name, type, fallback: literal } : { name, type, given: value });
    return `$${name}`;
  }
}
