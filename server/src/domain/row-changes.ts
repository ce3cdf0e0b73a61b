import { caseTables, keyOfTable } from './rows.js';
import type { CaseRows, CaseTable, Row } from './rows.js';

/** What a change of the state changes in its rows: those to write, and the keys of those to remove. */
export interface RowChanges {
  written: Partial<CaseRows>;
  removed: Partial<CaseRows>;
}

/** Compares rows by key; a table without a difference is not named. */
export function changedRows(before: CaseRows | null, after: CaseRows): RowChanges {
  const changes: RowChanges = { written: {}, removed: {} };
  for (const table of caseTables) {
    const { written, removed } = changedRowsOf(table, before?.[table] ?? [], after[table]);
    if (written.length > 0) changes.written[table] = written;
    if (removed.length > 0) changes.removed[table] = removed;
  }
  return changes;
}

/** Compares the rows of one table by key. */
export function changedRowsOf(table: CaseTable, before: Row[], after: Row[]): { written: Row[]; removed: Row[] } {
  // Most tables are as they were, row for row.
  if (before.length === after.length && after.every((row, index) => isSame(row, before[index]!)))
    return { written: [], removed: [] };
  const keyOf = (row: Row) => keyOfTable[table].map((column) => row[column]).join(' ');
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const kept = new Set(after.map(keyOf));
  return {
    written: after.filter((row) => {
      const old = known.get(keyOf(row));
      return !old || !isSame(row, old);
    }),
    // A payment is not one case's to remove: others may name it.
    removed: table === 'payment_transaction' ? [] : before.filter((row) => !kept.has(keyOf(row))),
  };
}

/** Whether two rows of one table hold the same; lists are compared by what they hold. */
function isSame(one: Row, other: Row): boolean {
  for (const column in one) {
    const [value, otherValue] = [one[column], other[column]];
    const isEqual =
      value === otherValue || (typeof value === 'object' && JSON.stringify(value) === JSON.stringify(otherValue));
    if (!isEqual) return false;
  }
  return true;
}
