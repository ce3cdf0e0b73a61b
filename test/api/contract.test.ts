import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Database } from '@accord/server/database';
import { createSchema, schemaText } from '@accord/server/graphql/schema';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unannouncedBreaks, undatedDeprecations } from '../support/contract-change.js';
import { dumpDatabase } from '../support/database-dump.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';

let place: TestDatabase;
let database: Database;
beforeAll(async () => {
  place = await createTestDatabase();
  database = await openDatabase({ url: place.url });
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('the committed contracts', () => {
  it('schema/database.sql is what the migrations make (`pnpm contracts` writes it)', async () => {
    await expect(await dumpDatabase(database.pool)).toMatchFileSnapshot('../../schema/database.sql');
  });

  it('schema/schema.graphql is what the server speaks (`pnpm contracts` writes it)', async () => {
    await expect(schemaText(createSchema())).toMatchFileSnapshot('../../schema/schema.graphql');
  });
});

describe('a change of the contract', () => {
  it('breaks no client of the last release without a word in the CHANGELOG', async () => {
    const released = buildSchema(read('schema/released.graphql'));
    expect(await unannouncedBreaks(released, createSchema(), read('CHANGELOG.md'))).toEqual([]);
  });

  it('that breaks is found unless it is announced by its path', async () => {
    const released = buildSchema('type Query { case(id: ID): Case } type Case { id: ID! number: String! }');
    const next = buildSchema('type Query { case(id: ID!): Case } type Case { id: ID! title: String }');
    const breaks = (entry: string) => unannouncedBreaks(released, next, `# Changelog\n\n## Unreleased\n\n${entry}`);
    expect(await breaks('- `Case.number` has gone.')).toHaveLength(2);
    expect(await breaks('- **Breaking** `Case.number` is now\n  `Case.title`.')).toEqual([
      expect.stringMatching(/^Query\.case\.id: /),
    ]);
    expect(await breaks('- **Breaking** `Case.number`, `Query.case.id`.')).toEqual([]);
    const before = '- **Breaking** `Case.number`, `Query.case.id`.';
    expect(await unannouncedBreaks(released, next, `## Unreleased\n\n## 0.1.0\n\n${before}`)).toHaveLength(2);
  });

  it('deprecates nothing without saying since when, and when it goes', () => {
    expect(undatedDeprecations(createSchema())).toEqual([]);
  });

  it.each([
    ['Use `b`, since 2026-11-26, goes on 2027-03-01.', []],
    ['Use `b`.', ['Query.a: Use `b`.']],
    ['Use `b`, since 2026-11-26, goes on 2026-12-01.', ['Query.a: Use `b`, since 2026-11-26, goes on 2026-12-01.']],
  ])('a deprecation is held to its dates: %s', (reason, problems) => {
    const schema = buildSchema(`type Query { a: String @deprecated(reason: "${reason}") b: String }`);
    expect(undatedDeprecations(schema)).toEqual(problems);
  });
});
