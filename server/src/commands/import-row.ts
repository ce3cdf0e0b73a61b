import type { Instant } from '../domain/case.js';
import type { ForeignRow } from '../domain/foreign-log.js';
import { timeReader } from '../domain/foreign-time.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import type { LocalDate } from '../domain/working-calendar.js';
import type { ImportMap } from './import-map.js';

/** A row as the file has it, or what was wrong with reading it. `line` is where it begins, the first line being 1. */
export type LogRow =
  | { line: number; case: string; activity: string; time: string; person: string | null }
  | { line: number; problem: string };

export type PlacedRow = { foreignCase: string; row: ForeignRow } | { reason: string };

const LONGEST = 200;
/** Controls but tab and line feed, and marks that turn the direction of writing: the API refuses them too. */
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Answers what places a row in its case or says why it cannot: nothing is guessed, cut or moved. */
export function rowPlacer(map: ImportMap, firstDate: LocalDate, now: Instant): (row: LogRow) => PlacedRow {
  const readTime = timeReader(map.time);
  return (row) => {
    if ('problem' in row) return { reason: row.problem };
    const { line, case: foreignCase, activity, person } = row;
    const reason =
      textProblem('case', foreignCase) ??
      textProblem('activity', activity) ??
      (person === null ? null : textProblem('person', person, true));
    if (reason) return { reason };
    if (row.time.trim() === '') return { reason: 'the time is missing' };
    const at = row.time.length > LONGEST ? null : readTime(row.time);
    if (at === null) return { reason: timeProblem(row.time, map) };
    const date = shanghaiDate(new Date(at));
    if (date < firstDate) return { reason: `${date} is before the calendar begins, on ${firstDate}` };
    if (at > now) return { reason: `${at} lies in the future` };
    return {
      foreignCase: foreignCase.trim(),
      row: { line, at, activity: activity.trim(), performer: person?.trim() || null },
    };
  };
}

function textProblem(name: string, text: string, mayBeEmpty = false): string | null {
  if (text.length > LONGEST) return `the ${name} has more than ${LONGEST} characters`;
  if (forbidden.test(text)) return `the ${name} has a control character`;
  // What is no UTF-8 has become a replacement character on the way in.
  if (!text.isWellFormed() || text.includes('\ufffd')) return `the ${name} is not readable as UTF-8`;
  return text.trim() === '' && !mayBeEmpty ? `the ${name} is missing` : null;
}

function timeProblem(text: string, { time: { format, zone } }: ImportMap): string {
  const expected = format ?? (zone === undefined ? 'ISO 8601 with an offset' : 'ISO 8601');
  // Whatever is shown of a broken file must not break the screen.
  return `the time ${JSON.stringify(text.slice(0, 40).toWellFormed())} does not read as ${expected}`;
}
