import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { sha256 } from '../domain/canonical-json.js';
import { unfiledCase } from '../domain/case.js';
import type { Id, Instant } from '../domain/case.js';
import type { Moment } from '../domain/command.js';
import { filedRows, importedCaseId, performImport, stepsOf } from '../domain/foreign-log.js';
import type { ActivityMap, ForeignRow, ForeignStep } from '../domain/foreign-log.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import { newId } from './case-transaction.js';
import type { Runtime } from './runtime.js';
import type { ImportMap } from './import-map.js';
import { rowPlacer } from './import-row.js';
import type { LogRow } from './import-row.js';
import { keep, loadCases, unwritten } from './load-cases.js';
import type { UnwrittenCase } from './load-cases.js';
import type { Published } from '../entities/published.js';

/** A row that belongs to no case, and why. */
export interface UnplacedRow {
  line: number;
  reason: string;
}

/** What an import did and what it could not do. */
export interface ImportReport {
  caseCount: number;
  eventCount: number;
  answerCount: number;
  waitCount: number;
  resolvedCount: number;
  /** Cases of the file that had been imported before and are left as they are. */
  knownCaseCount: number;
  /** Of those, the ones of which the file has rows that were not there then. */
  grown: { foreignCase: string; newRowCount: number }[];
  unplaced: UnplacedRow[];
  /** How many rows each activity has that means nothing to a case. */
  withoutMeaning: Map<string, number>;
  /** Activities that the map names and no row has: a misspelling, perhaps. */
  neverSeen: string[];
}

const BATCH = 200;

/**
 * Brings a foreign event log in: every case whole, in batches, each written or not. What was imported before is not touched, so an
 * interrupted import is finished by running it again. Rows that cannot be placed are reported and never altered to fit.
 */
export async function importCases(
  runtime: Runtime,
  map: ImportMap,
  rows: AsyncIterable<LogRow> | Iterable<LogRow>,
): Promise<ImportReport> {
  const published = await runtime.published.inForce(runtime.pool);
  const now = (runtime.now?.() ?? new Date()).toISOString();
  const report = emptyReport();
  const rowsOfCase = await gather(rows, map, rowPlacer(map, published.calendar.from, now), report);
  report.neverSeen = neverSeen(map, rowsOfCase);
  const cases = [...rowsOfCase].flatMap(([foreignCase, unordered]) => {
    const { before, rows: filed } = filedRows(unordered, map.activities);
    for (const { line } of before)
      report.unplaced.push({
        line,
        reason: filed[0] ? `is before line ${filed[0].line}, which files the case` : 'no row files its case',
      });
    return filed.length === 0
      ? []
      : { foreignCase, caseId: importedCaseId(map.origin.source, foreignCase), rows: filed };
  });
  for (let start = 0; start < cases.length; start += BATCH) {
    const batch = cases.slice(start, start + BATCH);
    const known = await knownEventCounts(
      runtime.pool,
      batch.map(({ caseId }) => caseId),
    );
    const fresh: UnwrittenCase[] = [];
    for (const { foreignCase, caseId, rows: filed } of batch) {
      const eventCount = known.get(caseId);
      if (eventCount === undefined)
        fresh.push(live(caseId, stepsOf(filed, map.activities), map, runtime, published, report));
      else noteKnown(report, foreignCase, filed.length - eventCount);
    }
    await loadCases(runtime, fresh, published.calendar.version);
    report.caseCount += fresh.length;
    report.eventCount += fresh.reduce((sum, { events }) => sum + events.length, 0);
  }
  report.unplaced.sort((one, other) => one.line - other.line);
  return report;
}

function emptyReport(): ImportReport {
  const counts = { caseCount: 0, eventCount: 0, answerCount: 0, waitCount: 0, resolvedCount: 0, knownCaseCount: 0 };
  return { ...counts, grown: [], unplaced: [], withoutMeaning: new Map(), neverSeen: [] };
}

/** The rows that can be placed, by case; the log's own order of cases and rows is kept. */
async function gather(
  rows: AsyncIterable<LogRow> | Iterable<LogRow>,
  { activities }: ImportMap,
  place: ReturnType<typeof rowPlacer>,
  report: ImportReport,
): Promise<Map<string, ForeignRow[]>> {
  const meant = new Set(namedActivities(activities));
  const rowsOfCase = new Map<string, ForeignRow[]>();
  for await (const row of rows) {
    const placed = place(row);
    if ('reason' in placed) {
      report.unplaced.push({ line: row.line, reason: placed.reason });
      continue;
    }
    const own = rowsOfCase.get(placed.foreignCase);
    if (own) own.push(placed.row);
    else rowsOfCase.set(placed.foreignCase, [placed.row]);
    const { activity } = placed.row;
    if (!meant.has(activity)) report.withoutMeaning.set(activity, (report.withoutMeaning.get(activity) ?? 0) + 1);
  }
  return rowsOfCase;
}

function namedActivities({ file, answer, pause, resume, resolve }: ActivityMap): string[] {
  return [file, answer, pause, resume === 'next' ? [] : resume, resolve].flat();
}

function neverSeen({ activities }: ImportMap, rowsOfCase: Map<string, ForeignRow[]>): string[] {
  const seen = new Set([...rowsOfCase.values()].flatMap((rows) => rows.map(({ activity }) => activity)));
  return namedActivities(activities).filter((activity) => !seen.has(activity));
}

async function knownEventCounts(pool: Pool, caseIds: Id[]): Promise<Map<Id, number>> {
  const { rows } = await pool.query<{ case_id: Id; count: number }>({
    name: 'imported-event-counts',
    text: `select case_id, count(*)::int as count from case_event
      where case_id = any($1::uuid[]) and type in ('CaseImported', 'ActivityImported') group by case_id`,
    values: [caseIds],
  });
  return new Map(rows.map(({ case_id, count }) => [case_id, count]));
}

function noteKnown(report: ImportReport, foreignCase: string, newRowCount: number): void {
  report.knownCaseCount += 1;
  if (newRowCount > 0) report.grown.push({ foreignCase, newRowCount });
}

/** Lives the case in memory, row by row, each at its own time. */
function live(
  caseId: Id,
  steps: ForeignStep[],
  { origin }: ImportMap,
  { policy }: Runtime,
  published: Published,
  report: ImportReport,
): UnwrittenCase {
  const imported = unwritten(unfiledCase(caseId));
  for (const step of steps) {
    keep(imported, performImport(imported.state, step, origin, momentOf(imported, step.at, { ...published, policy })));
    if (step.effects.includes('ANSWER')) report.answerCount += 1;
    if (step.effects.includes('PAUSE')) report.waitCount += 1;
    if (step.effects.includes('RESOLVE')) report.resolvedCount += 1;
  }
  return imported;
}

function momentOf(
  { state, texts }: UnwrittenCase,
  now: Instant,
  published: Pick<Moment, 'calendar' | 'benchmarks' | 'policy'>,
): Moment {
  const at = new Date(now);
  return {
    ...published,
    now,
    today: shanghaiDate(at),
    persons: new Map(),
    routeIds: [],
    tiedPersonIds: [],
    candidates: [],
    storedDigests: new Map(),
    agreedElsewhere: [],
    uploads: new Map(),
    platformPersonIds: [],
    teamOf: () => null,
    newId: () => newId(at.getTime()),
    text(words) {
      const salt = randomBytes(16).toString('base64url');
      const text = { id: newId(at.getTime()), case_id: state.id, salt, words };
      texts.push(text);
      return { id: text.id, digest: sha256(salt + words) };
    },
  };
}
