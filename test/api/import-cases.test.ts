import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCases, type ImportReport } from '@accord/server/commands/import-cases';
import { readImportMap } from '@accord/server/commands/import-map';
import { importedCaseId } from '@accord/server/domain/foreign-log';
import { importLog, readImportRequest } from '@accord/seeds/import/import-log';
import { readLog } from '@accord/seeds/import/read-log';
import { reportLines } from '@accord/seeds/import/report';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { importMap } from '../support/import-map.js';
import { expectRebuilt, storedEvents } from '../support/rebuild.js';

const app = await startApp({ now: () => new Date('2026-03-31T12:00:00+08:00') });
const { runtime } = app;
const { pool } = app.database;
const folder = mkdtempSync(join(tmpdir(), 'accord-import-'));
let files = 0;

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

function written(content: string | Uint8Array): string {
  const path = join(folder, `${(files += 1)}.txt`);
  writeFileSync(path, content);
  return path;
}

function bring(csv: string | Uint8Array, json: object): Promise<ImportReport> {
  const parsed = readImportMap(json);
  return importCases(runtime, parsed, readLog(written(csv), parsed));
}

const log = (...rows: string[]) => ['ticket,what,when,who', ...rows, ''].join('\n');
const effects = async (source: string, ticket: string) =>
  (await storedEvents(pool, importedCaseId(source, ticket))).map(({ type, payload }) => [
    type,
    'effects' in payload ? payload.effects.join(' ') : null,
  ]);

/** A clock as it was stored, with the days that the log's own dates give. */
async function clockOf(source: string, ticket: string, kind: string) {
  const { rows } = await pool.query(
    `select state, started_on as "startedOn", stopped_on as "stoppedOn", elapsed, paused, counted from clock where case_id = $1 and kind = $2`,
    [importedCaseId(source, ticket), kind],
  );
  return rows[0];
}

describe('an import', () => {
  it('makes every row an event, in the order of time and line, at its own time', async () => {
    const report = await bring(
      log(
        'A,solve,2024-09-30T15:59:59Z,x',
        'A,open,2024-09-13T10:00:00+08:00,x',
        'A,take,2024-09-18T01:00:00Z,y',
        'A,wait,2024-09-19T01:00:00Z,',
        'A,reply,2024-09-23T01:00:00Z,x',
        'A,closed,2024-10-08T01:00:00Z,z',
        'B,open,2024-09-13T10:00:00Z,x',
      ),
      importMap('order'),
    );
    expect(report).toMatchObject({
      caseCount: 2,
      eventCount: 7,
      answerCount: 1,
      waitCount: 1,
      resolvedCount: 1,
      unplaced: [],
    });
    expect(await effects('order', 'A')).toEqual([
      ['CaseImported', ''],
      ['ActivityImported', 'ANSWER'],
      ['ActivityImported', 'PAUSE'],
      ['ActivityImported', 'RESUME'],
      ['ActivityImported', 'RESOLVE'],
      ['ActivityImported', ''],
    ]);
    const events = await storedEvents(pool, importedCaseId('order', 'A'));
    expect(events.map(({ at, actor }) => [at, actor.role])).toEqual(
      ['2024-09-13T02', '2024-09-18T01', '2024-09-19T01', '2024-09-23T01', '2024-09-30T15:59:59', '2024-10-08T01'].map(
        (time) => [new Date(time.length === 13 ? `${time}:00:00Z` : `${time}Z`).toISOString(), 'INTEGRATION'],
      ),
    );
    // Mid-autumn 2024: 09-14 is worked, 09-15 to 09-17 are off; Sunday 09-29 is worked.
    const solved = { state: 'STOPPED', startedOn: '2024-09-13', stoppedOn: '2024-09-30' };
    expect(await clockOf('order', 'A', 'OVERALL')).toEqual({ ...solved, elapsed: 11, paused: 0, counted: 11 });
    expect(await clockOf('order', 'A', 'RESPONSE')).toMatchObject({ stoppedOn: '2024-09-18', counted: 2 });
    expect(await clockOf('order', 'A', 'INVESTIGATION')).toMatchObject({ elapsed: 9, paused: 2, counted: 7 });
    const state = await expectRebuilt(pool, importedCaseId('order', 'A'));
    expect(state).toMatchObject({
      source: 'order',
      stage: 'RESOLVED',
      outcome: 'SETTLED',
      deadlines: [],
      track: 'STANDARD',
      windowEndsOn: null,
    });
    expect(await expectRebuilt(pool, importedCaseId('order', 'B'))).toMatchObject({
      stage: 'SUBMITTED',
      resolvedAt: null,
    });
  });

  it('resolves with the last resolution, and takes nothing after it for an answer or a wait', async () => {
    await bring(
      log(
        'A,open,2024-03-04T01:00Z,x',
        'A,solve,2024-03-05T01:00Z,x',
        'A,open,2024-03-06T01:00Z,x',
        'A,solve,2024-03-07T01:00Z,x',
        'A,take,2024-03-08T01:00Z,x',
        'A,wait,2024-03-09T01:00Z,x',
      ),
      importMap('again'),
    );
    expect((await effects('again', 'A')).map(([, effect]) => effect)).toEqual(['', '', '', 'RESOLVE', '', '']);
    expect(await clockOf('again', 'A', 'OVERALL')).toMatchObject({ stoppedOn: '2024-03-07', counted: 3 });
    expect(await clockOf('again', 'A', 'INVESTIGATION')).toBeUndefined();
    await expectRebuilt(pool, importedCaseId('again', 'A'));
  });

  it('answers or resolves with the very first row where that is what the log says', async () => {
    await bring(
      log('A,take,2024-03-04T01:00Z,x', 'A,solve,2024-03-06T01:00Z,x', 'B,solve,2024-03-04T01:00Z,x'),
      importMap('first'),
    );
    expect(await clockOf('first', 'A', 'RESPONSE')).toMatchObject({ state: 'STOPPED', counted: 0 });
    expect(await clockOf('first', 'A', 'INVESTIGATION')).toMatchObject({ state: 'STOPPED', counted: 2 });
    expect(await clockOf('first', 'B', 'OVERALL')).toMatchObject({ state: 'STOPPED', counted: 0 });
    expect(await expectRebuilt(pool, importedCaseId('first', 'A'))).toMatchObject({ stage: 'RESOLVED' });
    expect(await expectRebuilt(pool, importedCaseId('first', 'B'))).toMatchObject({ stage: 'RESOLVED' });
  });

  it('ends a wait with an answer when any row ends it, and otherwise only with what the map names', async () => {
    const rows = [
      'A,open,2024-03-04T01:00Z,x',
      'A,wait,2024-03-05T01:00Z,x',
      'A,take,2024-03-06T01:00Z,x',
      'A,look,2024-03-08T01:00Z,x',
      'A,go,2024-03-11T01:00Z,x',
      'A,solve,2024-03-12T01:00Z,x',
    ];
    await bring(log(...rows), importMap('next'));
    expect(await clockOf('next', 'A', 'INVESTIGATION')).toMatchObject({ elapsed: 4, paused: 0 });
    await expectRebuilt(pool, importedCaseId('next', 'A'));
    await bring(log(...rows), importMap('named', { resume: ['go'] }));
    expect(await clockOf('named', 'A', 'INVESTIGATION')).toMatchObject({ elapsed: 4, paused: 3 });
    await expectRebuilt(pool, importedCaseId('named', 'A'));
  });

  it('keeps words out of the log of events, under salts that never repeat', async () => {
    const rows = log('A,open,2024-03-04T01:00Z,李雷', 'A,open,2024-03-05T01:00Z,李雷');
    await bring(rows, importMap('words'));
    const caseId = importedCaseId('words', 'A');
    expect(JSON.stringify(await storedEvents(pool, caseId))).not.toMatch(/李雷|open/);
    const { rows: texts } = await pool.query('select words, salt from case_text where case_id = $1', [caseId]);
    expect(texts.map(({ words }) => words).toSorted()).toEqual(['open', 'open', '李雷', '李雷']);
    expect(new Set(texts.map(({ salt }) => salt)).size).toBe(4);
  });
});

describe('a second run', () => {
  it('changes nothing and says what the file has more of', async () => {
    const rows = ['A,open,2024-03-04T01:00Z,x', 'B,open,2024-03-04T01:00Z,x'];
    await bring(log(...rows), importMap('twice'));
    const before = await pool.query('select * from case_event order by seq');
    const report = await bring(
      log(...rows, 'B,solve,2024-03-05T01:00Z,x', 'C,open,2024-03-05T01:00Z,x'),
      importMap('twice'),
    );
    expect(report).toMatchObject({
      caseCount: 1,
      eventCount: 1,
      knownCaseCount: 2,
      grown: [{ foreignCase: 'B', newRowCount: 1 }],
    });
    expect(reportLines(report)).toContain('  "B": already imported, 1 new row not taken');
    const after = await pool.query('select * from case_event order by seq');
    expect(after.rows.slice(0, before.rows.length)).toEqual(before.rows);
    expect(after.rows.length).toBe(before.rows.length + 1);
  });

  it('of the same log under another source is another import', async () => {
    const rows = log('A,open,2024-03-04T01:00Z,x');
    await bring(rows, importMap('here'));
    expect(await bring(rows, importMap('there'))).toMatchObject({ caseCount: 1, knownCaseCount: 0 });
  });
});

describe('rows that cannot be placed', () => {
  it('are listed by line and reason and leave the rest alone', async () => {
    const bytes = Buffer.concat([
      Buffer.from('\ufeffticket,what,when,who\r\nA,open,2024-03-04T01:00Z,"Li,\r\n""Lei"""\r\n'),
      Buffer.from(
        'A,solve,2024-03-05,x\r\nA,solve,soon,x\r\nA,solve,,x\r\n,solve,2024-03-05T01:00Z,x\r\nA, ,2024-03-05T01:00Z,x\r\n',
      ),
      Buffer.from(
        'A,solve,2003-12-31T15:59:59Z,x\r\nA,solve,2026-03-31T04:00:01Z,x\r\nA,so\0lve,2024-03-05T01:00Z,x\r\n',
      ),
      Buffer.from(
        `A,${'s'.repeat(1_000_000)},2024-03-05T01:00Z,x\r\nA,solve,2024-03-05T01:00Z\r\n\r\nA,solve,2024-03-05T01:00Z,`,
      ),
      // A lone surrogate, as a careless writer encodes it.
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from('\r\nZ,open,never,x\r\nA,solve,2003-12-31T16:00:00Z,x\r\nA,solve,2024-03-06T01:00Z,"x'),
    ]);
    const report = await bring(bytes, importMap('bad'));
    expect(report.unplaced.map(({ line }) => line)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 18]);
    const reasonAt = (line: number) => report.unplaced.find((row) => row.line === line)?.reason;
    expect(reasonAt(4)).toMatch(/"2024-03-05" does not read as ISO 8601 with an offset/);
    expect(reasonAt(6)).toBe('the time is missing');
    expect(reasonAt(7)).toBe('the case is missing');
    expect(reasonAt(8)).toBe('the activity is missing');
    expect(reasonAt(9)).toBe('2003-12-31 is before the calendar begins, on 2004-01-01');
    expect(reasonAt(10)).toMatch(/lies in the future/);
    expect(reasonAt(11)).toMatch(/control character/);
    expect(reasonAt(12)).toMatch(/more than 200 characters/);
    expect(reasonAt(13)).toMatch(/more or fewer fields/);
    expect(reasonAt(15)).toMatch(/person is not readable as UTF-8/);
    expect(reasonAt(18)).toMatch(/never closed/);
    expect(report).toMatchObject({ caseCount: 1, eventCount: 2 });
    const { rows } = await pool.query(`select words from case_text where case_id = $1 and words like 'Li%'`, [
      importedCaseId('bad', 'A'),
    ]);
    expect(rows).toEqual([{ words: 'Li,\n"Lei"' }]);
  });

  it('come before the row that files the case, or have none that does', async () => {
    const report = await bring(
      log(
        'A,sent,2024-03-03T01:00Z,x',
        'A,got,2024-03-04T01:00Z,x',
        'A,solve,2024-03-05T01:00Z,x',
        'B,sent,2024-03-05T01:00Z,x',
      ),
      importMap('filing', { file: ['got'] }),
    );
    expect(report.unplaced).toEqual([
      { line: 2, reason: 'is before line 3, which files the case' },
      { line: 5, reason: 'no row files its case' },
    ]);
    expect(await clockOf('filing', 'A', 'OVERALL')).toMatchObject({ startedOn: '2024-03-04', counted: 1 });
    expect(report).toMatchObject({ caseCount: 1, eventCount: 2, neverSeen: ['take', 'wait'] });
  });
});

describe('the command', () => {
  const lines: string[] = [];
  const run = async (...argv: string[]) =>
    importLog(runtime, await readImportRequest(argv), (line) => lines.push(line));
  afterEach(() => lines.splice(0));

  it('succeeds over rows it cannot place, unless it is strict', async () => {
    const csv = written(log('A,open,2024-03-04T01:00Z,x', 'A,solve,no,x'));
    const mapPath = written(JSON.stringify(importMap('cli')));
    expect(await run(csv, '--map', mapPath)).toBe(0);
    expect(lines).toEqual([
      'Imported 1 case with 1 event: 0 answers, 0 waits, 0 resolutions.',
      'Kept without a meaning: "open" (1).',
      'Named by the map and not in the file: "take", "wait", "solve".',
      'Could not place 1 row:',
      '  line 3: the time "no" does not read as ISO 8601 with an offset',
    ]);
    expect(await run(csv, '--map', mapPath, '--strict')).toBe(1);
  });

  it('imports nothing when the file has not the columns of the map', async () => {
    const json = importMap('columns', {}, { columns: { case: 'id', activity: 'what', time: 'when' } });
    await expect(bring(log('A,open,2024-03-04T01:00Z,x'), json)).rejects.toThrow(
      'columns: the file has no "id"; it has "ticket", "what", "when", "who"',
    );
  });

  it('says how it is used, and what it cannot read', async () => {
    await expect(run()).rejects.toThrow(/^Usage: /);
    await expect(run('a.csv', '--mop', 'x')).rejects.toThrow(/Usage: /);
    await expect(run(join(folder, 'none.csv'), '--map', written(JSON.stringify(importMap('x'))))).rejects.toThrow(
      /none.csv cannot be read/,
    );
    await expect(run(written(''), '--map', written('{'))).rejects.toThrow(/cannot be read as JSON/);
  });
});
