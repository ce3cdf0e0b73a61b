import type { AnyCaseEvent } from '@accord/server/domain/case-event';
import { unfiledCase, type CaseState } from '@accord/server/domain/case';
import { eventHash, evolve } from '@accord/server/domain/evolve';
import { caseTables, keyOfTable, rowsOf } from '@accord/server/domain/rows';
import type { Pool } from 'pg';
import { expect } from 'vitest';

/** The log of a case as it is stored. */
export async function storedEvents(pool: Pool, caseId: string): Promise<AnyCaseEvent[]> {
  const { rows } = await pool.query<{ event: AnyCaseEvent }>(
    `select json_build_object('type', type, 'payload', payload, 'audience', audience, 'deadline', deadline, 'id', id,
       'caseId', case_id, 'number', number, 'caseVersion', case_version,
       'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'effectiveOn', effective_on,
       'actor', actor, 'clocks', clocks, 'hash', hash) as event
     from case_event where case_id = $1 order by epoch, xid, seq`,
    [caseId],
  );
  return rows.map((row) => row.event);
}

/** Rebuilds a case from its log and compares everything stored with it: chains, snapshot, every row of every table. */
export async function expectRebuilt(pool: Pool, caseId: string): Promise<CaseState> {
  const events = await storedEvents(pool, caseId);
  const state = unfiledCase(caseId);
  for (const event of events) {
    const previous = state.chains[event.audience] ?? { number: 0, hash: '' };
    expect(event.number).toBe(previous.number + 1);
    expect(event.hash).toBe(eventHash(previous.hash, event));
    evolve(state, event);
  }
  const { rows: snapshots } = await pool.query<{ state: CaseState }>(
    'select state from case_snapshot where case_id = $1',
    [caseId],
  );
  expect(snapshots[0]!.state).toEqual(JSON.parse(JSON.stringify(state)));
  const rows = rowsOf(state);
  for (const table of caseTables) {
    // The database reads the expected rows too, so that both sides have its notation.
    const { rows: compared } = await pool.query<{ stored: unknown; rebuilt: unknown }>(
      `select (select json_agg(t order by ${keyOfTable[table].map((key) => `t.${key}`).join(', ')}) from ${table} t
          where ${table === 'dispute_case' ? 'id' : table === 'payment_transaction' ? 'id' : 'case_id'} = $1) as stored,
        (select json_agg(r order by ${keyOfTable[table].map((key) => `r.${key}`).join(', ')})
          from json_populate_recordset(null::${table}, $2::json) r) as rebuilt`,
      [table === 'payment_transaction' ? (state.transaction?.id ?? caseId) : caseId, JSON.stringify(rows[table])],
    );
    expect(compared[0]!.stored, table).toEqual(compared[0]!.rebuilt);
  }
  await expectFacts(pool, caseId);
  return state;
}

/** The last fact of every clock cycle says what its row says, and each ended where its last span did. */
async function expectFacts(pool: Pool, caseId: string): Promise<void> {
  const { rows: amiss } = await pool.query(
    `select kind, cycle, spans, stopped_on from clock_fact
     where case_id = $1 and stopped_on is distinct from (spans->-1->>'toOn')::date`,
    [caseId],
  );
  expect(amiss).toEqual([]);
  const { rows } = await pool.query<{ fact: object; clock: object }>(
    `select to_jsonb(f) - '{epoch,xid,seq}'::text[] as fact, to_jsonb(c) as clock
     from clock c cross join lateral (select * from clock_fact f
       where (f.case_id, f.kind, f.cycle) = (c.case_id, c.kind, c.cycle) order by f.seq desc limit 1) f
     where c.case_id = $1`,
    [caseId],
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { fact, clock } of rows) expect(fact).toEqual(clock);
}
