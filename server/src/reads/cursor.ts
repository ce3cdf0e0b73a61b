import { badInput } from '../domain/domain-error.js';
import { isLocalDate } from '../domain/working-calendar.js';
import type { CursorKey } from './field.js';

const isUuid = (text: string) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text);

/** An instant that exists, in a year that Postgres has too; `Date` would take 02-30 and 24:00 for the day after. */
function isInstant(text: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(text)) return false;
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 19) === text.slice(0, 19);
}

/** Microseconds: a cursor cut to milliseconds would skip or repeat rows. */
export const instantKey = (column: string): CursorKey => ({
  sql: (alias) => `${alias}.${column}`,
  text: (alias) => `to_char(${alias}.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  compared: (placeholder) => `${placeholder}::timestamptz`,
  isValid: isInstant,
});

export const textKey = (column: string): CursorKey => ({
  sql: (alias) => `${alias}.${column}`,
  text: (alias) => `${alias}.${column}`,
  compared: (placeholder) => placeholder,
  isValid: (text) => text.length <= 100 && text.isWellFormed() && !text.includes('\0'),
});

/** A small number. */
export const smallKey = (column: string): CursorKey => ({
  sql: (alias) => `${alias}.${column}`,
  text: (alias) => `${alias}.${column}::text`,
  compared: (placeholder) => `${placeholder}::smallint`,
  isValid: (text) => /^\d{1,3}$/.test(text),
});

/** A whole number that need not be small. */
export const amountKey = (column: string): CursorKey => ({
  sql: (alias) => `${alias}.${column}`,
  text: (alias) => `${alias}.${column}::text`,
  compared: (placeholder) => `${placeholder}::bigint`,
  isValid: (text) => /^-?\d{1,18}$|^9223372036854775807$/.test(text),
});

/** A date, or a place before or after all dates. */
export const dateKey = (column: string): CursorKey => ({
  sql: (alias) => `${alias}.${column}`,
  text: (alias) => `${alias}.${column}::text`,
  compared: (placeholder) => `${placeholder}::date`,
  isValid: (text) => text === 'infinity' || text === '-infinity' || isLocalDate(text),
});

export const idKey: CursorKey = {
  sql: (alias) => `${alias}.id`,
  text: (alias) => `${alias}.id::text`,
  compared: (placeholder) => `${placeholder}::uuid`,
  isValid: isUuid,
};

/** The place of an event in the log; the cursor holds its id, because the place would tell how much else happened between. */
export const eventKey: CursorKey = {
  sql: (alias) => `${alias}.seq`,
  text: (alias) => `${alias}.id::text`,
  compared: (placeholder) => `(select x.seq from case_event x where x.id = ${placeholder}::uuid)`,
  isValid: isUuid,
};

/** The SQL that writes a row's cursor: base64 of a JSON list. */
export function cursorText(keys: readonly CursorKey[], order: string, alias: string): string {
  const parts = keys.map((key) => key.text(alias)).join(', ');
  return `translate(encode(convert_to(json_build_array('${order}', ${parts})::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
}

/** Reads a cursor back; anything that this order did not write is BAD_USER_INPUT. */
export function parseCursor(keys: readonly CursorKey[], order: string, cursor: string, path: string): string[] {
  try {
    const [of, ...parts] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const isOurs = of === order && parts.length === keys.length;
    if (isOurs && keys.every((key, index) => typeof parts[index] === 'string' && key.isValid(parts[index])))
      return parts as string[];
  } catch {
    // Not JSON: answered like every other cursor that is not ours.
  }
  throw badInput(path, 'is not a cursor of this connection in this order');
}
