import type { AnyCaseEvent } from '../domain/case-event.js';
import type { CaseState } from '../domain/case.js';
import type { Notice } from '../domain/notice.js';
import { changedRows, changedRowsOf } from '../domain/row-changes.js';
import { rowsOf } from '../domain/rows.js';
import type { CaseRows, Row } from '../domain/rows.js';
import { eventRow } from '../feed/append-events.js';
import { transact } from './case-transaction.js';
import type { Runtime } from './runtime.js';
import { snapshotRow, textRows, writeCases } from './write-cases.js';
import type { CaseText } from './write-cases.js';

/** A case that is lived in memory, by the rules, before it is written as a whole. */
export interface UnwrittenCase {
  state: CaseState;
  events: AnyCaseEvent[];
  texts: CaseText[];
  /** Every version of every clock row, oldest first. */
  clockVersions: CaseRows['clock'];
  rows: CaseRows | null;
  /** What people are to be told of it; mostly nothing, because whoever lived it knows. */
  notices: Notice[];
}

export function unwritten(state: CaseState): UnwrittenCase {
  return { state, events: [], texts: [], clockVersions: [], rows: null, notices: [] };
}

/** Keeps the events of one command that `state` has taken, and the versions of the clocks that it made. */
export function keep(unwrittenCase: UnwrittenCase, events: AnyCaseEvent[]): void {
  const rows = rowsOf(unwrittenCase.state);
  unwrittenCase.clockVersions.push(...changedRowsOf('clock', unwrittenCase.rows?.clock ?? [], rows.clock).written);
  unwrittenCase.events.push(...events);
  unwrittenCase.rows = rows;
}

/** Everything that is stored of a lived case, by table, as its commands would have written it. */
export function storedRows(
  { state, events, texts, clockVersions, rows }: UnwrittenCase,
  calendarVersion: number,
): Record<string, Row[]> {
  return {
    case_event: events.map((event) => eventRow(event, null)),
    case_snapshot: [snapshotRow(state, calendarVersion)],
    case_text: textRows({ state, texts }),
    ...rows!,
    clock_fact: clockVersions,
  };
}

const BATCH = 200;

/**
 * Writes new cases as their commands would have written them, in batches of 200, each whole or not at all;
 * `calendarVersion` is that of the calendar by which they were lived.
 */
export async function loadCases(runtime: Runtime, cases: UnwrittenCase[], calendarVersion: number): Promise<void> {
  for (let start = 0; start < cases.length; start += BATCH) {
    const changes = cases.slice(start, start + BATCH).map(({ state, events, texts, clockVersions, rows, notices }) => ({
      state,
      events,
      texts,
      clockVersions,
      rows: changedRows(null, rows!),
      notices,
      effect: null,
      calendarVersion,
    }));
    await transact(runtime, { locks: [] }, (client) => writeCases(client, changes));
  }
}
