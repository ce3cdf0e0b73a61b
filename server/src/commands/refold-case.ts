import type { ClientBase } from 'pg';
import type { AnyCaseEvent } from '../domain/case-event.js';
import type { CaseState, Id } from '../domain/case.js';
import { foldOf } from '../domain/evolve.js';
import { changedRows } from '../domain/row-changes.js';
import { rowsOf } from '../domain/rows.js';
import { writeCases } from './write-cases.js';

/** The log of a case, oldest first. */
async function eventsOf(client: ClientBase, caseId: Id): Promise<AnyCaseEvent[]> {
  const { rows } = await client.query<{ event: AnyCaseEvent }>({
    name: 'events-of-case',
    text: `
      select json_build_object('type', type, 'payload', payload, 'audience', audience, 'deadline', deadline, 'id', id,
        'caseId', case_id, 'number', number, 'caseVersion', case_version,
        'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'effectiveOn', effective_on,
        'actor', actor, 'clocks', clocks, 'hash', hash) as event
      from case_event where case_id = $1 order by epoch, xid, seq`,
    values: [caseId],
  });
  return rows.map(({ event }) => event);
}

/**
 * Folds a case that an earlier version folded anew from its log, and writes all that is stored of it. Nothing happens in
 * the case: there is no event, and its calendar stays. The caller holds the lock of the case.
 */
export async function refoldCase(client: ClientBase, folded: CaseState, calendarVersion: number): Promise<void> {
  const before = rowsOf(folded);
  const state = foldOf(folded.id, await eventsOf(client, folded.id));
  const rows = rowsOf(state);
  const { removed, written } = changedRows(before, rows);
  await writeCases(client, [
    {
      state,
      events: [],
      texts: [],
      rows: { written: rows, removed },
      clockVersions: written.clock ?? [],
      notices: [],
      effect: null,
      calendarVersion,
    },
  ]);
}
