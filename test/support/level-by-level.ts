import { momentOf, type Context } from '@accord/server/graphql/context';
import { explain } from '@accord/server/graphql/errors';
import { createSchema } from '@accord/server/graphql/schema';
import { notFound } from '@accord/server/domain/domain-error';
import { cursorText } from '@accord/server/reads/cursor';
import type {
  ArgumentValues,
  ConnectionRead,
  CursorKey,
  Expression,
  FieldRead,
  ListRead,
  Moment,
  ObjectRead,
  TypeRead,
} from '@accord/server/reads/field';
import { pageOf, type Page, type PageArguments } from '@accord/server/reads/page';
import type { Read, RootRead } from '@accord/server/reads/read';
import { scopeOf } from '@accord/server/reads/scope';
import { readCaseById } from '@accord/server/reads/root';
import type { Viewer } from '@accord/server/reads/viewer';
import {
  execute,
  getNamedType,
  isInterfaceType,
  isObjectType,
  parse,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { Level } from './level.js';

/** One object: a row of a level, read as a type. */
class Row {
  constructor(
    readonly level: Level,
    readonly key: string,
    readonly read: TypeRead,
    readonly moment: () => Promise<Moment>,
  ) {}

  value(expression: Expression): Promise<unknown> {
    return this.level.value(this.key, expression);
  }

  async field(name: string, values: ArgumentValues): Promise<unknown> {
    const declared = this.read.fields[name]!;
    const page = declared.kind === 'connection' ? pageOf(values, declared.keys, name, `${name}.`) : null;
    const isOpen = !declared.isInside || (await this.value(declared.isReviewed ? isReviewer : isInsider)) === true;
    if (declared.kind === 'computed') return this.#computed(declared, name, values);
    if (declared.kind === 'scalar') return isOpen ? this.value(declared.sql) : null;
    if (declared.kind === 'list') return isOpen ? this.rows(declared) : [];
    if (declared.kind === 'object') return isOpen ? this.object(declared) : null;
    const keys = isOpen ? await this.#keys(declared) : [];
    return this.page(declared, keys, { page: page!, order: name, isDescending: false });
  }

  async object({ of, source, isThere }: ObjectRead): Promise<Row | null> {
    if (!source) {
      const isNull = isThere !== undefined && (await this.value(isThere)) !== true;
      return isNull ? null : new Row(this.level, this.key, of(), this.moment);
    }
    const level = this.level.below(source, { of: of(), source });
    const [key, another] = await level.rowsOf(this.key);
    if (another !== undefined) throw new Error(`more than one ${of().name}`);
    return key === undefined ? null : new Row(level, key, of(), this.moment);
  }

  async rows(declared: ListRead): Promise<Row[]> {
    const level = this.level.below(declared.source, { ...declared, of: declared.of() });
    return (await level.rowsOf(this.key)).map((key) => new Row(level, key, declared.of(), this.moment));
  }

  /** All rows of a connection, cut as Relay says. */
  async page(connection: ConnectionRead, keys: string[], asked: { page: Page; order: string; isDescending: boolean }) {
    const { keys: cursorKeys, of, source } = connection;
    const level = this.level.below(source, stepOf(connection));
    const { page, order, isDescending } = asked;
    const { cursor, isBackward, size } = page;
    const sorted = isDescending ? keys.toReversed() : keys;
    const beyond = cursor && beyondOf(cursorKeys, cursor, isDescending !== isBackward);
    const isBeyond = await Promise.all(
      sorted.map(async (key) => beyond === null || (await level.value(key, beyond)) === true),
    );
    const rest = sorted.filter((_key, index) => isBeyond[index]);
    const cut = isBackward ? rest.slice(Math.max(0, rest.length - size)) : rest.slice(0, size);
    const hasMore = rest.length > cut.length;
    const cursorOf = memoised(connection, `cursor ${order}`, () => (row) => cursorText(cursorKeys, order, row));
    const nodes = cut.map((key) => new Row(level, key, of(), this.moment));
    const edges = nodes.map((node) => ({ node, cursor: () => node.value(cursorOf) }));
    return {
      nodes,
      edges,
      totalCount: keys.length,
      pageInfo: {
        hasNextPage: isBackward ? cursor !== null : hasMore,
        hasPreviousPage: isBackward ? hasMore : cursor !== null,
        startCursor: edges.at(0)?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  async #keys(connection: ConnectionRead): Promise<string[]> {
    return this.level.below(connection.source, stepOf(connection)).rowsOf(this.key);
  }

  async root(root: RootRead): Promise<unknown> {
    if (root.kind === 'object') return this.object(root);
    if (root.kind === 'list') return this.rows(root);
    if (root.kind === 'nodes') return root.objects.map((object) => this.object(object));
    return this.page(root.connection, await this.#keys(root.connection), root);
  }

  async #computed({ own }: Extract<FieldRead, { kind: 'computed' }>, name: string, values: ArgumentValues) {
    const moment = await this.moment();
    if (own) return own.complete(await this.value(own.hidden), moment, values);
    return this.read.complete!(await this.value(this.read.hidden!), moment)[name];
  }
}

const isInsider: Expression = (row) => `${row}.is_inside`;
const isReviewer: Expression = (row) => `(${row}.is_inside or ${row}.is_expert)`;

const stepOf = ({ of, source, keys }: ConnectionRead) => ({
  of: of(),
  source,
  order: (alias: string) => keys.map((key) => key.sql(alias)).join(', '),
});

/** Whether a row lies beyond a cursor, said key by key. */
function beyondOf(keys: readonly CursorKey[], cursor: readonly string[], isBelow: boolean): Expression {
  const compare = (row: string, { statement }: Parameters<Expression>[1]): string => {
    const pairs = keys.map((key, index) => {
      const text = cursor[index]!;
      return [key.sql(row), key.compared(statement.constant(text, 'text'))] as const;
    });
    return pairs
      .map(([mine, theirs], index) => {
        const equal = pairs.slice(0, index).map(([same, as]) => `${same} = ${as}`);
        return `(${[...equal, `${mine} ${isBelow ? '<' : '>'} ${theirs}`].join(' and ')})`;
      })
      .join(' or ');
  };
  return compare;
}

const memory = new WeakMap<object, Map<string, Expression>>();
/** The same expression for the same thing, so that the level asks for it once. */
function memoised(of: object, name: string, make: () => Expression): Expression {
  const known = memory.get(of) ?? new Map<string, Expression>();
  memory.set(of, known);
  if (!known.has(name)) known.set(name, make());
  return known.get(name)!;
}

interface Execution {
  context: Context;
  moment: () => Promise<Moment>;
}

/** The contract as graphql-js executes it by itself: each field of each row by its declaration, level by level; told what each field gave. */
export function levelByLevel(isGiven: (type: string, field: string, value: unknown) => void) {
  const schema: GraphQLSchema = createSchema();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type)) type.resolveType = (row) => (row as Row).read.name;
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    delete type.isTypeOf;
    for (const field of Object.values(type.getFields())) {
      const { name, resolve, extensions } = field;
      field.resolve = async (source: unknown, values, execution: Execution, info) => {
        const given =
          source instanceof Row
            ? await source.field(name, values)
            : extensions['isCompiled'] === true
              ? await answerRead((await resolve!(source, values, execution.context, info)) as Read, execution)
              : isFigure(source) && name === 'cases'
                ? await cyclesBehind(source, values as PageArguments, info, execution)
                : await plain(source, name, () => resolve?.(source, values, execution.context, info));
        isGiven(type.name, name, given);
        return given;
      };
    }
  }
  return async (document: DocumentNode, variableValues: Record<string, unknown>, context: Context) => {
    let known: Promise<Moment> | undefined;
    const moment = () => (known ??= versionsOf(context).then((versions) => momentOf(context, versions)));
    const execution: Execution = { context, moment };
    let data: Record<string, unknown> | null = {};
    const told = [];
    // One root field after the other: of all together graphql-js tells the first failure that leaves no data.
    for (const alone of rootFields(document)) {
      const answer = await execute({ schema, document: alone, variableValues, contextValue: execution });
      for (const error of answer.errors ?? [])
        told.push(explain(error, context.locale, context.services.log, error.path));
      data = data && answer.data ? { ...data, ...answer.data } : null;
    }
    return { data, errors: told };
  };
}

/** The document cut down to each of its root fields. */
function rootFields(document: DocumentNode): DocumentNode[] {
  const [operation, ...fragments] = document.definitions as [OperationDefinitionNode, ...DocumentNode['definitions']];
  return operation.selectionSet.selections.map((selection) => ({
    ...document,
    definitions: [{ ...operation, selectionSet: { ...operation.selectionSet, selections: [selection] } }, ...fragments],
  }));
}

async function plain(source: unknown, name: string, resolve: () => unknown): Promise<unknown> {
  const property = (source as Record<string, unknown> | undefined)?.[name];
  if (property === undefined) return resolve();
  return typeof property === 'function' ? (property as () => unknown)() : property;
}

/** A figure that knows the cycles it counts. */
interface Figure {
  behind: ((page: PageArguments, info: GraphQLResolveInfo) => Promise<unknown>) | null;
}
const isFigure = (source: unknown): source is Figure =>
  typeof (source as Partial<Figure> | undefined)?.behind === 'function';

/** Every leaf below an object, and of a case its id alone. */
function flat(type: GraphQLObjectType): string {
  if (type.name === 'Case') return '{ id }';
  const fields = Object.values(type.getFields()).map((field) => {
    const named = getNamedType(field.type);
    return isObjectType(named) ? `${field.name} ${flat(named)}` : field.name;
  });
  return `{ ${fields.join(' ')} }`;
}

const flatNodes = new WeakMap<FieldNode, FieldNode>();

/** The page as the figures' own statement reads it, without what was selected of the cases: that is read from each case by itself. */
async function cyclesBehind({ behind }: Figure, page: PageArguments, info: GraphQLResolveInfo, execution: Execution) {
  const [asked] = info.fieldNodes;
  const connection = getNamedType(info.returnType) as GraphQLObjectType;
  const { selections } = operationIn(parse(`{ cases ${flat(connection)} }`)).selectionSet;
  const node = flatNodes.get(asked!) ?? (selections[0] as FieldNode);
  // A node of its own for each that was written: by it the reader tells questions apart.
  flatNodes.set(asked!, node);
  const cycles = (await behind!(page, { ...info, fieldNodes: [node], fragments: {} })) as { values: Cycles } | null;
  if (!cycles) return null;
  const edges = cycles.values.edges.map(({ node: of, ...edge }) => ({
    ...edge,
    node: of && (() => answerRead(readCaseById(of.id.slice('case_'.length), 'id'), execution)),
  }));
  return { ...cycles.values, edges };
}

interface Cycles {
  edges: { node: { id: string } | null }[];
}

const operationIn = ({ definitions }: DocumentNode) => definitions[0] as OperationDefinitionNode;

async function answerRead({ root, values, path }: Read, { context, moment }: Execution): Promise<unknown> {
  const viewer = context.viewer as Viewer;
  const asked = { pool: context.services.pool, viewer, scope: scopeOf(viewer), values };
  const answer = await new Row(Level.top(asked), '', { name: 'Query', fields: {} }, moment).root(root);
  if (answer === null && path !== null) throw notFound(path);
  return answer;
}

async function versionsOf({ services }: Context) {
  const { rows } = await services.pool.query<{ calendarVersion: number; benchmarkVersion: number }>(
    `select (select max(version) from calendar_version) as "calendarVersion", (select max(version) from benchmark) as "benchmarkVersion"`,
  );
  return rows[0]!;
}
