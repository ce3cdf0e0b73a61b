import { badInput } from '../domain/domain-error.js';
import { caseRead } from '../reads/case.js';
import { compileObject } from '../reads/compile.js';
import { complete } from '../reads/completion.js';
import { compileConnection } from '../reads/connection.js';
import { idKey } from '../reads/cursor.js';
import { column } from '../reads/field.js';
import type { ConnectionRead, CursorKey, Moment as ReadMoment, TypeRead } from '../reads/field.js';
import { pageOf } from '../reads/page.js';
import type { PageArguments } from '../reads/page.js';
import type { PublishedVersions } from '../reads/run.js';
import { scopeOf, visibleAmong } from '../reads/scope.js';
import type { Selected } from '../reads/selection.js';
import { Statement } from '../reads/statement.js';
import type { Viewer } from '../reads/viewer.js';
import type { Parameters } from './parameters.js';
import type { Ask, Moment } from './snapshot.js';

/**
 * The cycles of a question as SQL: `case_id`, `kind`, `cycle`, `value` to order by, `counted`, `elapsed`, `verdict`, and whatever columns its
 * groups differ by. A figure and the cycles behind it are of the same rows.
 */
export type CycleRows = (moment: Moment, parameters: Parameters) => string;

/** Which of the rows a figure counts: those with these values. */
export type Cut = Readonly<Record<string, string | number | null>>;

/** What a page of cycles is read for. */
export interface Reader {
  viewer: Viewer;
  /** What the domain completes fields with. */
  momentOf(versions: PublishedVersions): Promise<ReadMoment>;
}

/** More would be an answer that nobody reads. */
const MOST_CYCLES = 5_000;

const wholeKey = (name: string): CursorKey => ({
  sql: (alias) => `${alias}.${name}`,
  text: (alias) => `${alias}.${name}::text`,
  compared: (placeholder) => `${placeholder}::int`,
  isValid: (text) => /^\d{1,9}$/.test(text),
});

const caseKey: CursorKey = { ...idKey, sql: (alias) => `${alias}.case_id`, text: (alias) => `${alias}.case_id::text` };

/** The longest first. */
const keys = [wholeKey('value'), caseKey, wholeKey('cycle')];

const edge: TypeRead = {
  name: 'CycleEdge',
  fields: {
    clock: column('kind'),
    cycle: column('cycle'),
    countedWorkingDays: column('counted'),
    elapsedWorkingDays: column('elapsed'),
    verdict: column('verdict'),
    node: {
      kind: 'object',
      of: () => caseRead,
      source: (alias, row, { statement, scope }) => ({
        from: visibleAmong(statement, scope, alias, `c.id = ${row}.case_id`),
        where: 'true',
      }),
    },
  },
};

/**
 * Reads the cycles behind figures of one question, page by page as the viewer may see their cases. What is asked in one turn with one
 * selection, as the same field of every group of a list is, is one statement of the snapshot that the figures are of.
 */
export function cyclesBehind(ask: Ask, rows: CycleRows, reader: Reader) {
  const gathering = new Map<unknown, { cuts: Cut[]; pages: Promise<unknown[]> }>();
  /** `field` stands for the selection: the same node of the document has the same arguments. */
  return async (cut: Cut, given: PageArguments, selected: Selected, field: unknown): Promise<unknown> => {
    const page = pageOf(given, keys, 'cycles', 'cases.');
    let gathered = gathering.get(field);
    if (!gathered) {
      const cuts: Cut[] = [];
      const read = ask(({ moment, query }) => {
        gathering.delete(field);
        if (cuts.length > 1 && cuts.length * page.size > MOST_CYCLES)
          throw badInput('cases.first', `is more than ${MOST_CYCLES} cycles over ${cuts.length} groups`);
        return readPages(query, moment, { cuts, page, rows, selected, reader });
      });
      gathered = { cuts, pages: read.then((finish) => finish()) };
      gathering.set(field, gathered);
    }
    const index = gathered.cuts.push(cut) - 1;
    return (await gathered.pages)[index];
  };
}

interface Wanted {
  cuts: readonly Cut[];
  page: ReturnType<typeof pageOf>;
  rows: CycleRows;
  selected: Selected;
  reader: Reader;
}

/** Reads a page for each cut; the answer finishes them when the snapshot is no longer needed. */
async function readPages(
  query: <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>,
  moment: Moment,
  { cuts, page, rows, selected, reader: { viewer, momentOf } }: Wanted,
): Promise<() => Promise<unknown[]>> {
  const statement = new Statement();
  const bind = (value: unknown) => statement.place(() => value);
  const cycles = rows(moment, { bind, values: [] });
  const columns = Object.keys(cuts[0]!);
  const isOfCut = columns.map((name) => (alias: string) => `${alias}.${name}::text is not distinct from cut.${name}`);
  const connection: ConnectionRead = {
    kind: 'connection',
    of: () => caseRead,
    keys,
    edge,
    source: (alias) => ({
      from: `cycle ${alias}`,
      where: ['true', ...isOfCut.map((condition) => condition(alias))].join(' and '),
    }),
  };
  const cursor = page.cursor && (() => page.cursor!.map((part) => statement.constant(part, 'text')));
  const { sql, completion } = compileConnection(
    selected,
    connection,
    { ...page, cursor, order: 'cycles', isDescending: true, condition: 'true' },
    '',
    { statement, scope: scopeOf(viewer), caseAlias: '' },
    compileObject,
  );
  const named = ['n int', ...columns.map((name) => `${name} text`)].join(', ');
  const list = bind(JSON.stringify(cuts.map((cut, n) => ({ n, ...cut }))));
  const [answer] = await query<PublishedVersions & { pages: unknown[] }>(
    `with cycle as materialized (${cycles})
    select json_agg(${sql} order by cut.n) as pages, (select max(version) from calendar_version) as "calendarVersion",
      (select max(version) from benchmark) as "benchmarkVersion"
    from json_to_recordset(${list}::json) as cut(${named})`,
    statement.slots.map((slot) => slot({ viewer, values: {} })),
  );
  const { pages, ...versions } = answer!;
  return async () => {
    if (completion) complete(completion, pages, await momentOf(versions));
    return pages;
  };
}
