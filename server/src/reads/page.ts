import { badInput } from '../domain/domain-error.js';
import { parseCursor } from './cursor.js';
import type { CursorKey } from './field.js';

export const defaultPageSize = 20;
export const maxPageSize = 100;

/** The paging arguments as a caller gave them. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** One page of a connection, its arguments checked. */
export interface Page {
  size: number;
  isBackward: boolean;
  /** What the cursor held, by key; null on the first page. */
  cursor: string[] | null;
}

/** Checks paging arguments: one direction at a time, at most 100 rows, a cursor of this connection. */
export function pageOf(given: PageArguments, keys: readonly CursorKey[], order: string, path = ''): Page {
  const isBackward = given.last != null || given.before != null;
  const [sizeName, cursorName] = isBackward ? (['last', 'before'] as const) : (['first', 'after'] as const);
  if (isBackward && (given.first != null || given.after != null)) {
    throw badInput(`${path}last`, 'goes with before only, as first goes with after');
  }
  const size = given[sizeName] ?? defaultPageSize;
  if (size < 0 || size > maxPageSize) throw badInput(`${path}${sizeName}`, `must be from 0 to ${maxPageSize}`);
  const cursor = given[cursorName];
  return { size, isBackward, cursor: cursor == null ? null : parseCursor(keys, order, cursor, `${path}${cursorName}`) };
}
