import type { Random } from '@accord/seeds/random';
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';

/** What arguments are drawn from: things that the viewer may see, and now and then others. */
export interface Known {
  /** Global ids by what they begin with. */
  ids: ReadonlyMap<string, readonly string[]>;
  hidden: ReadonlyMap<string, readonly string[]>;
  numbers: readonly string[];
  /** A place in the feed. */
  eventCursor: string;
  /** Cursors by the connection's field, of root connections with the arguments that they belong to. */
  cursors: ReadonlyMap<string, readonly { cursor: string; beside: Record<string, unknown> }[]>;
}

/** Draws the arguments of fields from what a viewer knows. */
export class ArgumentMaker {
  readonly #random: Random;
  known!: Known;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Values of the arguments that are given, by name. */
  valuesOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Record<string, unknown> {
    const random = this.#random;
    const names = new Set(field.args.map(({ name }) => name));
    if (type.name === 'Query' && field.name === 'case')
      return random.chance(0.8) || this.known.numbers.length === 0
        ? { id: this.#id('case') }
        : { number: random.pick(this.known.numbers) };
    if (type.name === 'Query' && field.name === 'node') return { id: this.#anyId() };
    if (type.name === 'Query' && field.name === 'nodes')
      return { ids: Array.from({ length: random.between(0, 6) }, () => this.#anyId()) };
    if (field.name === 'previewCalendar') return { input: calendarNotice };
    if (field.name === 'analytics' && random.chance(0.7))
      return {
        filter: {
          cohort: 'OPENED',
          ...(random.chance(0.5) ? { sources: ['helpdesk'] } : {}),
          ...(random.chance(0.5) ? { from: '2026-03-01', to: '2026-05-31' } : {}),
        },
      };
    const isKnown = type.name === 'Query' || type.name === 'Case';
    const page = names.has('first') ? this.#page(isKnown ? field.name : '') : {};
    const others = field.args.filter(
      ({ name }) => !['first', 'after', 'last', 'before'].includes(name) && !(name in page),
    );
    const rest = others.flatMap(({ name, type: of }) =>
      isNonNullType(of) || random.chance(0.4) ? [[name, this.#input(of, name)] as const] : [],
    );
    return { ...Object.fromEntries(rest), ...page };
  }

  #page(connection: string): Record<string, unknown> {
    const random = this.#random;
    const isBackward = random.chance(0.4);
    const [size, place] = isBackward ? ['last', 'before'] : ['first', 'after'];
    const known = this.known.cursors.get(connection) ?? [];
    const from = known.length > 0 && random.chance(0.35) ? random.pick(known) : null;
    const isSized = isBackward || random.chance(0.8);
    return {
      ...(isSized
        ? {
            [size!]: random.weighted([
              [random.between(0, 5), 8],
              [100, 1],
              [null, isBackward && !from ? 0 : 1],
            ]),
          }
        : {}),
      ...(from ? { [place!]: from.cursor, ...from.beside } : {}),
    };
  }

  #input(type: GraphQLInputType, name: string): unknown {
    const random = this.#random;
    const nullable = getNullableType(type);
    if (!isNonNullType(type) && random.chance(0.05)) return null;
    if (isListType(nullable))
      return Array.from({ length: random.between(1, 4) }, () => this.#input(nullable.ofType as GraphQLInputType, name));
    if (isEnumType(nullable)) return random.pick(nullable.getValues()).name;
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields());
      const chance = 1.6 / fields.length;
      const chosen = fields.filter(({ type: of }) => isNonNullType(of) || random.chance(chance));
      return Object.fromEntries(chosen.map((field) => [field.name, this.#input(field.type, field.name)]));
    }
    if (!isScalarType(nullable)) throw new Error(`no value of ${String(type)}`);
    if (nullable.name === 'Boolean') return random.chance(0.5);
    if (nullable.name === 'Int' || nullable.name === 'SafeInt') return random.between(0, 30);
    if (nullable.name === 'Float') return random.between(0, 30) / 2;
    if (nullable.name === 'Date') return `2026-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
    if (nullable.name === 'DateTime')
      return `2026-${two(random.between(1, 12))}-${two(random.between(1, 28))}T0${random.between(0, 9)}:30:00Z`;
    if (nullable.name === 'ID')
      return random.chance(0.9) && (this.known.ids.has(idTypeOf(name)) || this.known.hidden.has(idTypeOf(name)))
        ? this.#id(idTypeOf(name))
        : this.#anyId();
    if (nullable.name === 'EventCursor') return this.known.eventCursor;
    if (name === 'language') return random.pick(['zh-CN', 'en']);
    return random.pick(['退款', 'AC', 'helpdesk', 'x', '不存在的词']);
  }

  #id(kind: string): string {
    const [seen, hidden] = [this.known.ids.get(kind) ?? [], this.known.hidden.get(kind) ?? []];
    const from = seen.length > 0 && (hidden.length === 0 || this.#random.chance(0.85)) ? seen : hidden;
    // The first ones rather: there is more in them.
    return from[Math.floor(from.length * this.#random.share() ** 2)]!;
  }

  #anyId(): string {
    if (this.#random.chance(0.07)) return this.#random.pick(['nothing', '', 'case_1', unknownCase]);
    const seen = [...this.known.ids.keys()];
    return this.#id(
      this.#random.pick(seen.length > 0 && this.#random.chance(0.8) ? seen : [...this.known.hidden.keys()]),
    );
  }
}

const unknownCase = 'case_01930000-0000-7000-8000-00000000abcd';
const two = (number: number) => String(number).padStart(2, '0');
const idTypeOf = (name: string) =>
  ({ handler: 'person', handlers: 'person', party: 'person', respondent: 'person', expert: 'person', teams: 'team' })[
    name
  ] ?? name;

const calendarNotice = {
  announcedThrough: '2027-12-31',
  days: [{ date: '2027-01-04', kind: 'HOLIDAY', name: '元旦', nameEn: 'New Year' }],
  source: '关于2027年部分节假日安排的通知',
};

/** A value as it stands in a document. */
export function literalOf(value: unknown, type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    const inner = isListType(nullable) ? (nullable.ofType as GraphQLInputType) : type;
    return `[${value.map((each) => literalOf(each, inner)).join(', ')}]`;
  }
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    return `{ ${Object.entries(value as object)
      .map(([name, inner]) => `${name}: ${literalOf(inner, fields[name]!.type)}`)
      .join(', ')} }`;
  }
  return isEnumType(nullable) ? (value as string) : JSON.stringify(value);
}
