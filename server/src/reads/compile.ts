import { getArgumentValues, getNamedType, isObjectType } from 'graphql';
import { completionOf, completionOfItems, hiddenKey } from './completion.js';
import type { Compiled, Completion } from './completion.js';
import { compileConnection } from './connection.js';
import type { ArgumentValues, FieldRead, Place, TypeRead } from './field.js';
import { pageOf } from './page.js';
import type { RootRead } from './read.js';
import { below } from './selection.js';
import type { Selected, SelectedField } from './selection.js';
import { jsonObject, literal } from './statement.js';

/** The JSON of a root field's answer as an expression; null is nothing found. */
export function compileRoot(selected: Selected, field: SelectedField, root: RootRead, place: Place): Compiled {
  if (root.kind === 'page') {
    const { connection, page, order, isDescending } = root;
    const placeholders = () =>
      connection.keys.map((_key, index) =>
        place.statement.bind(({ values }) => (values['cursor'] as string[])[index], 'text'),
      );
    const asked = { ...page, cursor: page.cursor && placeholders, order, isDescending, condition: 'true' };
    return compileConnection(below(selected, field), connection, asked, '', place, compileObject);
  }
  if (root.kind !== 'nodes') return compileField(selected, field, root, '', place);
  const compiled = root.objects.map((object) => compileField(selected, field, object, '', place));

  const list =
    compiled.length > 0 ? `json_array(${compiled.map(({ sql }) => sql).join(', ')} null on null)` : `'[]'::json`;
  return { sql: list, completion: completionOfItems(compiled.map(({ completion }) => completion)) };
}

/** The JSON object of one row with the selected fields. */
export function compileObject(selected: Selected, read: TypeRead, row: string, outer: Place): Compiled {
  const place = read.isCase ? { ...outer, caseAlias: row } : outer;
  const pairs: [string, string][] = [];
  const computed: Completion['computed'] = [];
  const children: Completion['children'] = [];
  for (const field of selected.fields) {
    const { key, name } = field;
    if (name === '__typename') {
      pairs.push([key, literal(selected.type.name)]);
      continue;
    }
    const declared = read.fields[name];
    if (!declared) throw new Error(`${read.name}.${name} is not declared in reads`);
    if (declared.kind === 'computed') {
      const { own } = declared;
      const values = argumentsOf(selected, field);
      computed.push({ key, name, own, values, shape: shapeOf(selected, field) });
      // Holds the key's place in the object, with what only this field is worked out from.
      pairs.push([key, own ? own.hidden(row, place) : 'null']);
      continue;
    }
    const compiled = compileField(selected, field, declared, row, place);
    pairs.push([key, compiled.sql]);
    if (compiled.completion) children.push({ key, completion: compiled.completion });
  }
  if (computed.some(({ own }) => !own)) pairs.push([hiddenKey, read.hidden!(row, place)]);
  return { sql: jsonObject(pairs), completion: completionOf(read, computed, children) };
}

/** The JSON of one field of a row. */
function compileField(
  selected: Selected,
  field: SelectedField,
  declared: Exclude<FieldRead, { kind: 'computed' }>,
  row: string,
  place: Place,
): Compiled {
  const { isManager, isExpert } = place.scope;
  const isMasked = declared.isInside === true && (isManager || isExpert);
  const isRead = declared.isReviewed ? `(${row}.is_inside or ${row}.is_expert)` : `${row}.is_inside`;
  const mask = (sql: string, otherwise: string) =>
    isMasked ? `case when ${isRead} then ${sql} else ${otherwise} end` : sql;
  if (declared.kind === 'scalar') return { sql: mask(declared.sql(row, place), 'null'), completion: null };
  if (declared.kind === 'connection') {
    const inner = below(selected, field);
    const given = argumentsOf(selected, field);
    const page = pageOf(given, declared.keys, field.name, `${field.name}.`);
    const parts = page.cursor;
    const cursor = parts && (() => parts.map((part) => place.statement.constant(part, 'text')));
    const condition = isMasked ? isRead : 'true';
    return compileConnection(
      inner,
      declared,
      { ...page, cursor, order: field.name, condition },
      row,
      place,
      compileObject,
    );
  }
  const of = declared.of();
  const inner = below(selected, field, of.name);
  if (declared.kind === 'object' && !declared.source) {
    const { sql, completion } = compileObject(inner, of, row, place);
    const there = declared.isThere ? `case when ${declared.isThere(row, place)} then ${sql} end` : sql;
    return { sql: mask(there, 'null'), completion };
  }
  const alias = place.statement.alias('r');
  const { from, where, caseAlias = place.caseAlias } = declared.source!(alias, row, place);
  const { sql, completion } = compileObject(inner, of, alias, { ...place, caseAlias });
  if (declared.kind === 'object')
    return { sql: mask(`(select ${sql} from ${from} where ${where})`, 'null'), completion };
  const list = `(select coalesce(json_agg(${sql} order by ${declared.order(alias)}), '[]') from ${from} where ${where})`;
  return { sql: mask(list, `'[]'::json`), completion };
}

function argumentsOf(selected: Selected, field: SelectedField): ArgumentValues {
  const definition = selected.type.getFields()[field.name]!;
  return getArgumentValues(definition, field.nodes[0]!, selected.operation.variables);
}

/** Cuts what the domain worked out to what was selected of it. */
function shapeOf(selected: Selected, field: SelectedField): (value: unknown) => unknown {
  const named = getNamedType(selected.type.getFields()[field.name]!.type);
  if (!isObjectType(named)) return (value) => value;
  const inner = below(selected, field);
  const parts = inner.fields.map((each) => {
    const { key, name } = each;
    return { key, name, shape: name === '__typename' ? () => named.name : shapeOf(inner, each) };
  });
  const shape = (value: unknown): unknown => {
    if (value === null) return null;
    if (Array.isArray(value)) return value.map(shape);
    const whole = value as Record<string, unknown>;
    return Object.fromEntries(parts.map((part) => [part.key, part.shape(whole[part.name])]));
  };
  return shape;
}
