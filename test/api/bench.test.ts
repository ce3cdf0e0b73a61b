import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';

const program = fileURLToPath(new URL('../bench/run.ts', import.meta.url));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function bench(...words: string[]) {
  const env = { PATH: process.env.PATH, DATABASE_URL: database.url };
  return spawnSync(process.execPath, [program, ...words], { env, encoding: 'utf8' });
}

describe('pnpm bench', () => {
  it('asks the API and its limit the same, and refuses what must be refused', () => {
    const { status, stdout, stderr } = bench('api', '--quick');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    for (const operation of [
      'case with rounds, evidence, events',
      'page of 50 ',
      'page of 50, 1,000 deep',
      'submit a case',
      'submit evidence',
    ]) {
      expect(stdout).toMatch(new RegExp(`^${operation} +2 +\\d+ +\\d+ +\\d+\\.\\d\\d .* (not )?reached *$`, 'm'));
    }
    for (const [document, code] of [
      ['30 levels deep', 'QUERY_TOO_COMPLEX'],
      ['5,000 aliases', 'QUERY_TOO_COMPLEX'],
      ['10,000 repeated fields', 'QUERY_TOO_COMPLEX'],
      ['batch of 101', 'BAD_REQUEST'],
      ['60 KB of comments', 'QUERY_TOO_COMPLEX'],
      ['1 MB body', 'BAD_REQUEST'],
      ['syntax error', 'GRAPHQL_PARSE_FAILED'],
    ]) {
      expect(stdout).toMatch(new RegExp(`^${document} +${code} +\\d`, 'm'));
    }
  }, 180_000);

  it.each([
    [[], 'Usage: pnpm bench api'],
    [['disk'], 'Usage: pnpm bench api'],
    [['api', '--cases', 'many'], '--cases must be a whole number from 1 to 10000000.'],
    [['api', '--connections', '1,0'], '--connections must be a whole number from 1 to 64.'],
    [['api', '--fast'], "Unknown option '--fast'"],
  ])('refuses %j in words', (words, sentence) => {
    const { status, stdout, stderr } = bench(...words);
    expect(stderr).toContain(sentence);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });
});
