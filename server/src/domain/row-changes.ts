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
  const keyOf = (row: Row) => keyOfTable[table].map((column) => row[column]).join(' ');
  const known = new Map(before.map((row) => [keyOf(row), JSON.stringify(row)]));
  const kept = new Set(after.map(keyOf));
  return {
    written: after.filter((row) => known.get(keyOf(row)) !== JSON.stringify(row)),
    // A payment is not one case's to remove: others may name it.
    removed: table === 'payment_transaction' ? [] : before.filter((row) => !kept.has(keyOf(row))),
  };
}
