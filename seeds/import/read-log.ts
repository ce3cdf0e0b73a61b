import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import type { ImportMap } from '@accord/server/commands/import-map';
import { ImportError } from '@accord/server/commands/import-map';
import type { LogRow } from '@accord/server/commands/import-row';
import { parse, type CsvError, type Info } from 'csv-parse';

interface ParsedRow {
  record: Record<string, string>;
  info: Info;
}

/**
 * Reads a CSV file row by row: UTF-8 with or without a mark, the first line naming the columns.
 * A column that the map names and the file has not is an ImportError; a row that does not parse is a row with a problem.
 */
export async function* readLog(path: string, { columns }: ImportMap): AsyncGenerator<LogRow> {
  const problems: LogRow[] = [];
  const named = Object.values(columns).filter((column) => column !== null);
  const parser = parse({
    bom: true,
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    columns(header: string[]) {
      const missing = named.filter((column) => !header.includes(column));
      if (missing.length > 0) throw new ImportError(missingColumns(missing, header));
      return header;
    },
  });
  parser.on('skip', (error: CsvError) => {
    problems.push({ line: lineOf(error), problem: problemOf(error) });
  });
  // An error of any part ends the loop below with it.
  pipeline(createReadStream(path, 'utf8'), unixLineBreaks, parser, () => {});
  for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
    yield* problems.splice(0);
    yield {
      line: info.lines - newlines(record),
      case: record[columns.case]!,
      activity: record[columns.activity]!,
      time: record[columns.time]!,
      person: columns.person === null ? null : record[columns.person]!,
    };
  }
  yield* problems;
}

function missingColumns(missing: string[], header: string[]): string {
  const quoted = (names: string[]) => names.map((name) => JSON.stringify(name)).join(', ');
  return `columns: the file has no ${quoted(missing)}; it has ${quoted(header)}`;
}

/** The parser counts CR LF inside quotes as two lines; nothing here cares which system broke them. */
async function* unixLineBreaks(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const chunk of chunks) {
    const text = held + chunk;
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replaceAll('\r\n', '\n');
  }
  yield held;
}

/** The parser counts the line on which a row ends. */
function newlines(record: Record<string, string>): number {
  return Object.values(record).reduce((sum, field) => sum + field.split('\n').length - 1, 0);
}

function lineOf(error: CsvError): number {
  return typeof error['lines'] === 'number' ? error['lines'] : 0;
}

function problemOf({ code, message }: CsvError): string {
  switch (code) {
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return 'the row has more or fewer fields than there are columns';
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quotation mark is opened here and never closed: nothing after it could be read';
    default:
      return `the row does not parse: ${message}`;
  }
}
