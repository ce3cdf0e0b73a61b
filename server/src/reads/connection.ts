import { completionOf } from './completion.js';
import type { Compiled, Completion } from './completion.js';
import { cursorText } from './cursor.js';
import type { ConnectionRead, FieldRead, Place, TypeRead } from './field.js';
import { below } from './selection.js';
import type { Selected, SelectedField } from './selection.js';
import { jsonObject, literal } from './statement.js';

/** One page as the statement needs it. */
export interface CompiledPage {
  size: number;
  isBackward: boolean;
  /** The keys as placeholders, asked for only where rows are read; null on the first page. */
  cursor: (() => readonly string[]) | null;
  /** The order's name, kept in each cursor. */
  order: string;
  isDescending?: boolean;
  condition: string;
}

/**
 * The JSON of a connection: one keyset page, a row more than asked where it is selected whether there is a next one; the total
 * is counted only when it is selected.
 */
export function compileConnection(
  selected: Selected,
  read: ConnectionRead,
  page: CompiledPage,
  row: string,
  place: Place,
  compileNode: CompileNode,
): Compiled {
  const alias = place.statement.alias('p');
  const children: Completion['children'] = [];
  const isPlaced = selected.fields.some(({ name }) => name === 'pageInfo');
  const pairs = selected.fields.map((field) => {
    const compiled = compileConnectionField(selected, field, { read, page, isPlaced, row, place, alias, compileNode });
    if (compiled.completion) children.push({ key: field.key, completion: compiled.completion });
    return [field.key, compiled.sql] as const;
  });
  const type = { name: selected.type.name, fields: {} };
  const isCountOnly = selected.fields.every(({ name }) => name === 'totalCount' || name === '__typename');
  const rows = isCountOnly ? '' : ` from (${(isPlaced ? placedRows : pageRows)(read, page, row, place)}) as ${alias}`;
  // Grouped even when nothing selected aggregates: always one row.
  const sql = `(select ${jsonObject(pairs)}${rows}${isCountOnly ? '' : ' having true'})`;
  return { sql, completion: completionOf(type, [], children) };
}

/** Compiles one object of a page; handed in, because objects hold connections in turn. */
type CompileNode = (selected: Selected, read: TypeRead, row: string, place: Place) => Compiled;

interface Reading {
  compileNode: CompileNode;
  read: ConnectionRead;
  page: CompiledPage;
  /** The rows are numbered, and one more than the page, for what is asked about its place among all. */
  isPlaced: boolean;
  row: string;
  place: Place;
  alias: string;
}

function compileConnectionField(selected: Selected, field: SelectedField, reading: Reading): Compiled {
  const { read, page, isPlaced, row, place, alias, compileNode } = reading;
  const plain = (sql: string): Compiled => ({ sql, completion: null });
  if (field.name === '__typename') return plain(literal(selected.type.name));
  if (field.name === 'totalCount') {
    const counted = place.statement.alias('t');
    const { from, where } = read.source(counted, row, place);
    return plain(`(select count(*) from ${from} where ${where} and ${page.condition})`);
  }
  const inner = below(selected, field);
  if (field.name === 'pageInfo') return plain(pageInfo(inner, reading));
  const isEdges = field.name === 'edges';
  const { sql, completion } = isEdges ? compileEdge(inner, reading) : compileNode(inner, read.of(), alias, place);
  const order = orderOf(read, alias, page.isDescending ?? false);
  const rows = isPlaced ? ` filter (where ${alias}.n <= ${page.size})` : '';
  return { sql: `coalesce(json_agg(${sql} order by ${order})${rows}, '[]')`, completion };
}

function compileEdge(selected: Selected, { read, page, place, alias, compileNode }: Reading): Compiled {
  if (read.edge) {
    const cursor: FieldRead = { kind: 'scalar', sql: (row) => cursorText(read.keys, page.order, row) };
    return compileNode(selected, { ...read.edge, fields: { ...read.edge.fields, cursor } }, alias, place);
  }
  const children: Completion['children'] = [];
  const pairs = selected.fields.map((field): [string, string] => {
    if (field.name === '__typename') return [field.key, literal(selected.type.name)];
    if (field.name === 'cursor') return [field.key, cursorText(read.keys, page.order, alias)];
    const { sql, completion } = compileNode(below(selected, field), read.of(), alias, place);
    if (completion) children.push({ key: field.key, completion });
    return [field.key, sql];
  });
  return { sql: jsonObject(pairs), completion: completionOf({ name: selected.type.name, fields: {} }, [], children) };
}

function pageInfo(selected: Selected, { read, page, alias }: Reading): string {
  // Written for the one row that it names: a page has fifty others.
  const cursorOf = (row: string) => `max(case when ${row} then ${cursorText(read.keys, page.order, alias)} end)`;
  const nearest = cursorOf(`${alias}.n = 1 and ${alias}.n <= ${page.size}`);
  const farthest = cursorOf(`${alias}.n = ${page.size} or (${alias}.n < ${page.size} and ${alias}.is_last)`);
  const hasMore = `count(*) > ${page.size}`;
  const cameFrom = String(page.cursor !== null);
  const sqlOf: Record<string, string> = {
    __typename: literal(selected.type.name),
    hasNextPage: page.isBackward ? cameFrom : hasMore,
    hasPreviousPage: page.isBackward ? hasMore : cameFrom,
    startCursor: page.isBackward ? farthest : nearest,
    endCursor: page.isBackward ? nearest : farthest,
  };
  return jsonObject(selected.fields.map(({ key, name }) => [key, sqlOf[name]!]));
}

/** The rows of a page, in the order in which they are read. */
function pageRows(read: ConnectionRead, page: CompiledPage, row: string, place: Place): string {
  const { alias, from, order } = pageSource(read, page, row, place);
  return `select ${alias}.* from ${from} order by ${order} limit ${page.size}`;
}

/** The rows of a page and one more, numbered from the side that the page begins at. */
function placedRows(read: ConnectionRead, page: CompiledPage, row: string, place: Place): string {
  const { alias, from, order } = pageSource(read, page, row, place);
  return `select ${alias}.*, row_number() over placed as n, lead(false, 1, true) over placed as is_last
    from ${from} window placed as (order by ${order}) order by ${order} limit ${page.size + 1}`;
}

function pageSource(read: ConnectionRead, page: CompiledPage, row: string, place: Place) {
  const alias = place.statement.alias('k');
  const { from, where } = read.source(alias, row, place);
  const isDescending = page.isBackward !== (page.isDescending ?? false);
  const columns = read.keys.map((key) => key.sql(alias));
  const cursor = page.cursor?.();
  const compared = cursor && read.keys.map((key, index) => key.compared(cursor[index]!)).join(', ');
  // A row value lets Postgres start in the middle of the index; the same written with `or` reads all before it, and so does
  // a filter on the same column that stands in front of it.
  const after = compared ? `(${columns.join(', ')}) ${isDescending ? '<' : '>'} (${compared})` : 'true';
  return {
    alias,
    from: `${from}
    where ${after} and ${where} and ${page.condition}`,
    order: orderOf(read, alias, isDescending),
  };
}

function orderOf(read: ConnectionRead, alias: string, isDescending: boolean): string {
  return read.keys.map((key) => `${key.sql(alias)} ${isDescending ? 'desc' : 'asc'}`).join(', ');
}
