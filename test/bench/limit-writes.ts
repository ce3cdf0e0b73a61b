import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { LimitAnswer } from './limit.ts';

type Row = Record<string, unknown> & { case_id?: string };

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
/** Given by the tables themselves. */
const ownColumns = ['epoch', 'xid', 'seq'];

/**
 * The writes of the limit: the rows that the server wrote for one submitted case and one piece of evidence, named by the environment,
 * written again with ids of their own by one statement each, nothing checked and nothing decided.
 */
export async function limitWrites(pool: Pool): Promise<Record<string, LimitAnswer>> {
  const { BENCH_CASE: caseId, BENCH_EVIDENCE: evidenceId } = process.env;
  if (!caseId || !evidenceId) return {};
  const known = await knownIds(pool);
  return { submit: await submitAgain(pool, caseId, known), evidence: await addAgain(pool, evidenceId, known) };
}

async function knownIds(pool: Pool): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>('select id from person union all select id from team');
  return new Set(rows.map(({ id }) => id));
}

/** The same text with another id for each that is not known. */
function withNewIds(text: string, known: ReadonlySet<string>, kept: Readonly<Record<string, string>> = {}): string {
  const given = new Map(Object.entries(kept));
  return text.replaceAll(uuid, (id) => {
    if (known.has(id)) return id;
    if (!given.has(id)) given.set(id, randomUUID());
    return given.get(id)!;
  });
}

/** An insert of the rows of a parameter, which is JSON. */
function insert(table: string, row: Row, parameter: number): string {
  const columns = Object.keys(row)
    .filter((column) => !ownColumns.includes(column))
    .join(', ');
  return `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $${parameter}::json)`;
}

async function submitAgain(pool: Pool, caseId: string, known: ReadonlySet<string>): Promise<LimitAnswer> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'case_id' and t.table_type = 'BASE TABLE' order by 1`,
  );
  const rowsOf: [string, Row[]][] = [];
  const read = async (table: string, condition: string) => {
    const { rows } = await pool.query<{ rows: Row[] | null }>(
      `select json_agg(t) as rows from ${table} t where ${condition}`,
      [caseId],
    );
    if (rows[0]!.rows) rowsOf.push([table, rows[0]!.rows]);
  };
  for (const { name } of tables) await read(name, 'case_id = $1');
  await read('dispute_case', 'id = $1');
  await read('payment_transaction', 'id = (select transaction_id from dispute_case where id = $1)');
  const writes = rowsOf.map(([table, rows], index) => `w${index} as (${insert(table, rows[0]!, index + 1)})`);
  const text = `with ${writes.join(', ')} select 1`;
  const written = JSON.stringify(rowsOf.map(([, rows]) => JSON.stringify(rows)));
  const { number } = rowsOf.find(([table]) => table === 'dispute_case')![1][0] as { number: string };
  const { reference } = rowsOf.find(([table]) => table === 'payment_transaction')![1][0] as { reference: string };
  return async () => {
    const mark = randomUUID().slice(-8).toUpperCase();
    const renamed = withNewIds(written, known)
      .replaceAll(number, number.slice(0, -8) + mark)
      .replaceAll(reference, `${reference}${mark}`);
    await pool.query({ name: 'submit', text, values: JSON.parse(renamed) as string[] });
    return `{"submitCase":{"case":{"id":"case_${caseId}","number":"${number}"}}}`;
  };
}

async function addAgain(pool: Pool, evidenceId: string, known: ReadonlySet<string>): Promise<LimitAnswer> {
  const { rows } = await pool.query<{ event: Row; evidence: Row; words: Row; notices: Row[]; state: string }>(
    `select to_json(v) as event, to_json(e) as evidence, to_json(t) as words, s.state::text as state,
       (select coalesce(json_agg(n), '[]') from notice n where n.case_id = e.case_id and n.created_at = v.at) as notices
     from evidence e join case_text t on t.id = e.title_text_id join case_snapshot s on s.case_id = e.case_id
     join case_event v on v.case_id = e.case_id and v.payload->>'evidenceId' = e.id::text where e.id = $1`,
    [evidenceId],
  );
  const { event, evidence, words, notices, state } = rows[0]!;
  const sampleId = evidence.case_id!;
  const notice = notices[0] ? `, n as (${insert('notice', notices[0], 7)})` : '';
  const text = `
    with v as (${insert('case_event', event, 1)}), e as (${insert('evidence', evidence, 2)}), t as (${insert('case_text', words, 3)}),
      s as (update case_snapshot set state = $4::json where case_id = $5::uuid),
      c as (update dispute_case set version = $6::int, last_event_at = now(), updated_at = now() where id = $5::uuid)${notice}
    select 1`;
  const written = JSON.stringify([event, evidence, words, notices]);
  const versions = new Map<string, number>();
  return async (_viewer, { caseId: globalId }: { caseId: string }) => {
    const caseId = globalId.slice('case_'.length);
    const version = (versions.get(caseId) ?? (await versionOf(pool, caseId))) + 1;
    versions.set(caseId, version);
    const renamed = JSON.parse(withNewIds(written, known, { [sampleId]: caseId })) as [Row, Row, Row, Row[]];
    const newEvent = { ...renamed[0], number: version, case_version: version };
    const values = [[newEvent], [renamed[1]], [renamed[2]]].map((each) => JSON.stringify(each));
    const tail = notice ? [JSON.stringify(renamed[3])] : [];
    await pool.query({ name: 'evidence', text, values: [...values, state, caseId, version, ...tail] });
    return `{"submitEvidence":{"evidence":{"id":"evidence_${String(renamed[1]['id'])}"}}}`;
  };
}

async function versionOf(pool: Pool, caseId: string): Promise<number> {
  const { rows } = await pool.query<{ version: number }>('select version from dispute_case where id = $1', [caseId]);
  return rows[0]!.version;
}
