import type { ClientBase } from 'pg';
import type { AnyCaseEvent } from '../domain/case-event.js';
import type { CaseState } from '../domain/case.js';
import { foldVersion } from '../domain/evolve.js';
import { caseTables, keyOfTable } from '../domain/rows.js';
import type { Notice } from '../domain/notice.js';
import type { RowChanges } from '../domain/row-changes.js';
import type { CaseTable, Row } from '../domain/rows.js';
import { searchedTexts } from '../domain/searched-text.js';
import { eventColumns, eventRow } from '../feed/append-events.js';
import type { FeedPosition } from '../feed/feed-position.js';

/** The words behind a text reference, with the salt of its digest. */
export interface CaseText {
  id: string;
  case_id: string;
  salt: string;
  words: string;
}

/** What a command with an idempotency key did, for its repeats. */
export interface CommandEffect {
  person_id: string;
  command: string;
  key_digest: string;
  input_digest: string;
  case_id: string;
  /** What was made, and the last of its events: under the same key others, and other commands, have events of their own. */
  answer: { ids: Record<string, string>; eventId?: string };
  at: string;
}

/** Everything that one change of one case writes. */
export interface CaseChange {
  state: CaseState;
  events: AnyCaseEvent[];
  texts: CaseText[];
  rows: RowChanges;
  /** The versions of clock rows that the change made, oldest first. */
  clockVersions: Row[];
  notices: Notice[];
  effect: CommandEffect | null;
  /** The version of the calendar by which its dates are computed. */
  calendarVersion: number;
}

/** Part of the statement: its SQL around the places of its values. Equal names have equal SQL. */
interface Write {
  name: string;
  sql: (places: readonly string[]) => string;
  values: readonly unknown[];
}

/** A write of rows, which are the JSON of one parameter; none without rows. */
function writeOf(name: string, sql: (rows: string) => string, rows: readonly object[]): Write[] {
  if (rows.length === 0) return [];
  return [{ name, sql: ([place]) => sql(`${place}::json`), values: [JSON.stringify(rows)] }];
}

/** Each set of writes is one text, put together once. */
const statements = new Map<string, { name: string; text: string }>();

function statementOf(writes: readonly Write[]): { name: string; text: string } {
  const key = writes.map(({ name }) => name).join(' ');
  const known = statements.get(key);
  if (known) return known;
  let placed = 0;
  const parts = writes.map(({ sql, values }, index) => `w${index} as (${sql(values.map(() => `$${(placed += 1)}`))})`);
  const text = `with ${parts.join(',\n')}\nselect epoch, xid::text, max(seq)::text as seq from w0 group by epoch, xid`;
  const statement = { name: `write-cases ${statements.size}`, text };
  statements.set(key, statement);
  return statement;
}

/**
 * Writes changes of one case or of many in one statement and answers the feed position of the last event.
 * The statement names only the tables that changed; it is prepared once per such set. Without an event there is no position.
 */
export async function writeCases(client: ClientBase, changes: CaseChange[]): Promise<FeedPosition> {
  const writes = [...logWrites(changes), ...caseTables.flatMap((table) => tableWrites(table, changes))];
  const { rows } = await client.query<FeedPosition>({
    ...statementOf(writes),
    values: writes.flatMap(({ values }) => values),
  });
  return rows[0]!;
}

function logWrites(changes: CaseChange[]): Write[] {
  const events = changes.flatMap(({ events: all, effect }) =>
    all.map((event) => eventRow(event, effect?.key_digest ?? null)),
  );
  return [
    // First, whether or not there are any: the position is read off it.
    {
      name: 'event',
      sql: ([rows]) => `${insert('case_event', eventColumns, `${rows}::json`)} returning epoch, xid, seq`,
      values: [JSON.stringify(events)],
    },
    ...snapshotWrites(changes),
    ...writeOf(
      'text',
      (rows) => insert('case_text', ['id', 'case_id', 'salt', 'words', 'search_audience'], rows),
      changes.flatMap(textRows),
    ),
    ...writeOf(
      'effect',
      (rows) =>
        insert(
          'command_effect',
          ['person_id', 'command', 'key_digest', 'input_digest', 'case_id', 'answer', 'at'],
          rows,
        ),
      changes.flatMap(({ effect }) => effect ?? []),
    ),
    ...writeOf(
      'claim',
      (rows) => `update evidence_upload u set evidence_id = claim.evidence_id, case_id = claim.case_id, file_name = null
        from json_populate_recordset(null::evidence_upload, ${rows}) claim where u.file_id = claim.file_id`,
      changes.flatMap(({ events: all }) => all.flatMap(uploadClaim)),
    ),
    ...writeOf(
      'notice',
      writtenNotices,
      changes.flatMap(({ notices }) => notices),
    ),
  ];
}

/** The folded cases. Of one case the state is a value by itself: inside of rows Postgres would read it three times. */
function snapshotWrites(changes: CaseChange[]): Write[] {
  const snapshots = changes.map(({ state, calendarVersion }) => snapshotRow(state, calendarVersion));
  const columns = ['case_id', 'state', 'calendar_version', 'fold_version'];
  const [one] = snapshots;
  if (snapshots.length > 1)
    return writeOf('snapshots', (rows) => upsert('case_snapshot', columns, ['case_id'], rows), snapshots);
  return [
    {
      name: 'snapshot',
      sql: ([id, state, calendar, fold]) =>
        `insert into case_snapshot (${columns.join(', ')}) values (${id}::uuid, ${state}::json, ${calendar}::int, ${fold}::int) ${onConflict(columns, ['case_id'])}`,
      values: [one!.case_id, JSON.stringify(one!.state), one!.calendar_version, one!.fold_version],
    },
  ];
}

/** The row that keeps a folded case. */
export function snapshotRow(state: CaseState, calendarVersion: number): Row {
  return { case_id: state.id, state, calendar_version: calendarVersion, fold_version: foldVersion };
}

/** The words of a change, with who may search them. */
export function textRows({ state, texts }: Pick<CaseChange, 'state' | 'texts'>): Row[] {
  const searched = searchedTexts(state);
  return texts.map((text) => ({ ...text, search_audience: searched.get(text.id) ?? null }));
}

/** What makes an upload the file of this piece of evidence, and nobody else's. */
function uploadClaim(event: AnyCaseEvent): object[] {
  if (event.type !== 'EvidenceSubmitted' || !event.payload.file) return [];
  const { evidenceId, file } = event.payload;
  return [{ file_id: file.id, evidence_id: evidenceId, case_id: event.caseId }];
}

function tableWrites(table: CaseTable, changes: CaseChange[]): Write[] {
  const key = keyOfTable[table];
  const written = distinct(
    changes.flatMap(({ rows }) => rows.written[table] ?? []),
    key,
  );
  const removed = changes.flatMap(({ rows }) => rows.removed[table] ?? []);
  const versions = table === 'clock' ? changes.flatMap(({ clockVersions }) => clockVersions) : [];
  const columns = Object.keys(written[0] ?? versions[0] ?? {});
  const isSame = key.map((column) => `old.${column} = gone.${column}`).join(' and ');
  return [
    ...writeOf(table, (rows) => upsert(table, columns, key, rows), written),
    ...writeOf('clock_fact', (rows) => insert('clock_fact', columns, rows, 'clock'), versions),
    ...writeOf(
      `-${table}`,
      (rows) => `delete from ${table} old using json_populate_recordset(null::${table}, ${rows}) gone where ${isSame}`,
      removed.map((row) => Object.fromEntries(key.map((column) => [column, row[column]]))),
    ),
  ];
}

/** A line for each person who is told, the supervisors of the team as they stand now. */
function writtenNotices(rows: string): string {
  return `insert into notice (recipient_id, kind, case_id, clock, due_on, is_gathered, created_at, deliver_at)
    select told.id, n.kind, n."caseId", n.clock, n."dueOn", n."isGathered", n."createdAt", n."deliverAt"
    from json_to_recordset(${rows}) as n(kind text, "caseId" uuid, "recipientIds" uuid[], "supervisedTeamId" uuid, "exceptIds" uuid[],
      clock text, "dueOn" date, "isGathered" boolean, "createdAt" timestamptz, "deliverAt" timestamptz)
    cross join lateral (
      select p.id from person p where p.is_active and p.id = any(n."recipientIds")
      union
      select p.id from team_member m join person p on p.id = m.person_id and p.is_active
      where m.team_id = n."supervisedTeamId" and 'SUPERVISOR' = any(p.roles) and p.id <> all(n."exceptIds")
    ) as told`;
}

/** Cases of one transaction share its row; one statement may write a row once only. */
function distinct(rows: Row[], key: readonly string[]): Row[] {
  return [...new Map(rows.map((row) => [key.map((column) => row[column]).join(' '), row])).values()];
}

function insert(table: string, columns: readonly string[], rows: string, shape = table): string {
  const list = columns.join(', ');
  return `insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${shape}, ${rows})`;
}

function upsert(table: string, columns: readonly string[], key: readonly string[], rows: string): string {
  return `${insert(table, columns, rows)} ${onConflict(columns, key)}`;
}

function onConflict(columns: readonly string[], key: readonly string[]): string {
  const updates = columns.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`);
  const action = updates.length > 0 ? `do update set ${updates.join(', ')}` : 'do nothing';
  return `on conflict (${key.join(', ')}) ${action}`;
}
