import { caseTables, keyOfTable } from './rows.js';
import type { CaseRows, Row } from './rows.js';

/** What a change of the state changes in its rows: those to write, and the keys of those to remove. */
export interface RowChanges {
  written: Partial<CaseRows>;
  removed: Partial<CaseRows>;
}

/** Compares rows by key; a table without a difference is not named. */
export function changedRows(before: CaseRows | null, after: CaseRows): RowChanges {
  const changes: RowChanges = { written: {}, removed: {} };
  for (const table of caseTables) {
    const keyOf = (row: Row) => keyOfTable[table].map((column) => row[column]).join(' ');
    const known = new Map((before?.[table] ?? []).map((row) => [keyOf(row), JSON.stringify(row)]));
    const written = after[table].filter((row) => known.get(keyOf(row)) !== JSON.stringify(row));
    if (written.length > 0) changes.written[table] = written;
    const kept = new Set(after[table].map(keyOf));
    const removed = (before?.[table] ?? []).filter((row) => !kept.has(keyOf(row)));
    if (removed.length > 0) changes.removed[table] = removed;
  }
  return changes;
}
