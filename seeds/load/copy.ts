import { finished } from 'node:stream/promises';
import type { Row } from '@accord/server/domain/rows';
import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Cases that are written together or not at all: lines for COPY by table and columns. */
export interface Batch {
  number: number;
  linesOf: Map<string, string[]>;
}

/** A busy disk may take longer over a batch than a request may; the driver knows no way to say never. */
export const longestTimeout = 2 ** 31 - 1;

/** Writes a batch and that it is written, in one transaction; what a crash loses is written again. */
export async function copyBatch(pool: Pool, { number, linesOf }: Batch): Promise<void> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query(
      'begin; set local synchronous_commit = off; set local statement_timeout = 0; set local transaction_timeout = 0',
    );
    await client.query('insert into demo.load_batch (number) values ($1)', [number]);
    for (const [target, lines] of linesOf) {
      const copying = client.query(
        Object.assign(copyFrom(`copy ${target} from stdin`), { query_timeout: longestTimeout }),
      );
      copying.end(lines.join(''));
      await finished(copying);
    }
    await client.query('commit');
  } catch (error) {
    // Nobody waits for a half-sent COPY to be answered.
    failure = error as Error;
    throw error;
  } finally {
    client.release(failure);
  }
}

/** `table.column` of every array, which is written otherwise than a list in JSON. */
export async function readArrayColumns(pool: Pool): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and data_type = 'ARRAY'`,
  );
  return new Set(rows.map(({ name }) => name));
}

/** Rows of one table as lines that COPY reads, after the name of the table and its columns. */
export function copyLines(
  table: string,
  rows: readonly Row[],
  arrayColumns: ReadonlySet<string>,
): [target: string, lines: string] {
  const columns = Object.keys(rows[0]!);
  const lineOf = (row: Row) =>
    columns.map((column) => copyValue(row[column], arrayColumns.has(`${table}.${column}`))).join('\t');
  return [`${table} (${columns.join(', ')})`, rows.map((row) => `${lineOf(row)}\n`).join('')];
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyValue(value: unknown, isArray: boolean): string {
  if (value === null || value === undefined) return '\\N';
  if (isArray) return arrayText(value as string[]);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replace(/[\\\t\n\r]/g, (character) => escapes[character]!);
}

/** Ids and enum values: nothing in them needs more than quotes. */
function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value}"`).join(',')}}`;
}
