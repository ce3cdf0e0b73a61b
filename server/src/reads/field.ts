import type { Benchmarks, Policy } from '../domain/benchmark.js';
import type { Id, Instant } from '../domain/case.js';
import type { Person } from '../domain/permission.js';
import type { LedgerRow, LocalDate, WorkingCalendar } from '../domain/working-calendar.js';
import type { Scope } from './scope.js';
import type { Statement } from './statement.js';
import type { Locale } from './viewer.js';

/** Where in a statement a field is read. */
export interface Place {
  statement: Statement;
  scope: Scope;
  /** The row of `visibleCases` that everything here belongs to; empty outside a case. */
  caseAlias: string;
}

/** An expression over the row of the object that has the field. */
export type Expression = (row: string, place: Place) => string;

/** Where the rows of a related object come from, under `alias`; with `caseAlias` when that begins another case. */
export type Source = (alias: string, row: string, place: Place) => { from: string; where: string; caseAlias?: string };

export interface ScalarRead {
  kind: 'scalar';
  sql: Expression;
}

/** One related object, or null; without a source it lies in the columns of the same row. */
export interface ObjectRead {
  kind: 'object';
  of: () => TypeRead;
  source?: Source;
  /** Of an object in the same row: when it is there. */
  isThere?: Expression;
}

export interface ListRead {
  kind: 'list';
  of: () => TypeRead;
  source: Source;
  /** ORDER BY; total, so that the same list comes in the same order. */
  order: (alias: string) => string;
}

/** A Relay connection over keys that together order the rows totally. */
export interface ConnectionRead {
  kind: 'connection';
  of: () => TypeRead;
  source: Source;
  keys: readonly CursorKey[];
  /** What an edge tells where it is more than a row of `of` and its cursor: all of its fields but `cursor`. */
  edge?: TypeRead;
}

/** One column of a cursor. */
export interface CursorKey {
  /** What is ordered by. */
  sql: (alias: string) => string;
  /** What the cursor holds of it, exact. */
  text: (alias: string) => string;
  /** Turns what the cursor holds back into what is compared. */
  compared: (placeholder: string) => string;
  isValid: (text: string) => boolean;
}

/** What a field was given as arguments, coerced. */
export type ArgumentValues = Readonly<Record<string, unknown>>;

/** Worked out by the domain: from columns of its own, or from the `hidden` ones of its type. */
export interface ComputedRead {
  kind: 'computed';
  own?: { hidden: Expression; complete: (hidden: unknown, moment: Moment, values: ArgumentValues) => unknown };
}

export type FieldRead = (ScalarRead | ObjectRead | ListRead | ConnectionRead | ComputedRead) & {
  /** Of a case: a manager who is no part of it reads null, or nothing. */
  isInside?: boolean;
  /** Of an inside field: the experts of the case read it too. */
  isReviewed?: boolean;
};

/** What the domain needs to complete a row. */
export interface Moment {
  calendar: WorkingCalendar;
  benchmarks: Benchmarks;
  policy: Policy;
  now: Instant;
  /** Every version, for what an earlier one counted for good. */
  calendars: ReadonlyMap<number, WorkingCalendar>;
  today: LocalDate;
  viewer: Person;
  locale: Locale;
  /** Where the viewer opens the file of a case, for a while. */
  caseFileOf(caseId: Id, language: Locale): { url: string; jsonUrl: string; expiresAt: Instant };
  /** Where the viewer fetches the file of a piece of evidence, for a while. */
  addressOf(evidenceId: Id): { url: string; urlExpiresAt: Instant };
}

/** A GraphQL type: each of its fields, declared once. */
export interface TypeRead {
  name: string;
  fields: Readonly<Record<string, FieldRead>>;
  /** The rows are those of `visibleCases`: everything below belongs to that case. */
  isCase?: boolean;
  hidden?: Expression;
  /** Gives every computed field of the row whose hidden columns these are. */
  complete?: (hidden: unknown, moment: Moment) => Readonly<Record<string, unknown>>;
}

export const sql = (expression: Expression): ScalarRead => ({ kind: 'scalar', sql: expression });
export const column = (name: string): ScalarRead => sql((row) => `${row}.${name}`);
/** An instant, RFC 3339 in UTC with milliseconds. */
export const instant = (name: string): ScalarRead => sql((row) => instantText(`${row}.${name}`));
/** The words of a text that the row refers to. */
export const words = (name: string): ScalarRead => sql((row) => wordsOf(`${row}.${name}`));
/** Words that are always there; erased ones read as empty. */
export const requiredWords = (name: string): ScalarRead => sql((row) => `coalesce(${wordsOf(`${row}.${name}`)}, '')`);
export const globalId = (type: string, name = 'id'): ScalarRead => sql((row) => `'${type}_' || ${row}.${name}`);
export const computed: ComputedRead = { kind: 'computed' };

/** The object that a column refers to. */
export function referenced(of: () => TypeRead, table: string, foreignKey: string): ObjectRead {
  return {
    kind: 'object',
    of,
    source: (alias, row) => ({ from: `${table} ${alias}`, where: `${alias}.id = ${row}.${foreignKey}` }),
  };
}

/** The rows whose column refers to this one. */
export function children(of: () => TypeRead, table: string, foreignKey: string, order: string): ListRead {
  return {
    kind: 'list',
    of,
    source: (alias, row) => ({ from: `${table} ${alias}`, where: `${alias}.${foreignKey} = ${row}.id` }),
    order: (alias) =>
      order
        .split(', ')
        .map((name) => `${alias}.${name}`)
        .join(', '),
  };
}

/** Marks a field of a case that only its parties and staff may read. */
export function inside<F extends FieldRead>(field: F): F {
  return { ...field, isInside: true };
}

/** Marks a field of a case that its experts may read beside its parties and staff. */
export function reviewed<F extends FieldRead>(field: F): F {
  return { ...field, isInside: true, isReviewed: true };
}

export function instantText(expression: string): string {
  return `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

export function wordsOf(id: string): string {
  return `(select t.words from case_text t where t.id = ${id})`;
}

/** The ledger as the API names it, in the viewer's language. */
export function ledgerOf(rows: readonly LedgerRow[], locale: Locale) {
  return rows.map(({ date, counted, reason, name, nameEn }) => ({
    date,
    counted,
    reason,
    name: locale === 'en' ? nameEn : name,
  }));
}
