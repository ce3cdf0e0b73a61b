import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Database } from '@accord/server/database';
import { createSchema, schemaText } from '@accord/server/graphql/schema';
import { buildSchema, getNamedType, isInputObjectType, isNonNullType, isObjectType } from 'graphql';
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

/** Mutations that change no case by its id and version, and why. */
const withoutVersion: Readonly<Record<string, string>> = {
  submitCase: 'makes the case',
  assignCases: 'each of many cases, as it stands',
  closeCases: 'each of many cases, as it stands',
  sampleCases: 'draws among cases that nobody has named',
  recordPayment: 'what a channel knows of a payment, whether or not a case is about it',
  publishCalendar: 'a version of its own',
  setBenchmark: 'a version of its own',
  updatePerson: 'a person',
  updateTeam: 'a team',
  updateContactData: 'of oneself',
  markNotificationsRead: 'of oneself',
  saveView: 'of oneself',
  deleteView: 'of oneself',
};

describe('a mutation', () => {
  const mutations = Object.values(createSchema().getMutationType()!.getFields());
  const fieldsOf = (name: string): Record<string, string> => {
    const [input] = mutations.find((each) => each.name === name)!.args;
    const type = isNonNullType(input!.type) ? input!.type.ofType : null;
    if (!isInputObjectType(type)) return {};
    return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)]));
  };

  it.each(mutations.map(({ name }) => name))('%s takes an idempotency key', (name) => {
    expect(fieldsOf(name)).toMatchObject({ idempotencyKey: 'String' });
  });

  it.each(mutations.map(({ name }) => name).filter((name) => !(name in withoutVersion)))(
    '%s names the case and the version that was seen',
    (name) => {
      // A file may be announced before its case is filed.
      const caseId = name === 'createEvidenceUpload' ? 'ID' : 'ID!';
      expect(fieldsOf(name)).toMatchObject({ caseId, expectedVersion: 'Int' });
    },
  );

  const told = (name: string) => mutations.find((each) => each.name === name)!.description!.split('\n\n')[1]!;
  const errorsOf = (name: string) => /Errors: ([A-Z_, ]+)\./.exec(told(name))![1]!.split(', ');

  it.each(mutations.map(({ name }) => name))('%s says who may use it and what refuses it', (name) => {
    expect(told(name)).toMatch(/^May be used by: [^.]+\. Errors: UNAUTHENTICATED, [A-Z_, ]+\.( Null once [^.]+\.)?$/);
    expect(errorsOf(name)).toEqual(expect.arrayContaining(['BAD_USER_INPUT', 'IDEMPOTENCY_MISMATCH']));
  });

  // Word by word from the table of the guarantees page.
  it.each([
    ['submitCase', 'anyone signed in, for somebody else only a HANDLER or an INTEGRATION'],
    ['withdrawCase', 'the complainant'],
    ['acceptProposal', 'a party'],
    ['postMessage', 'a party, the HANDLER of the case, the INTEGRATION that filed the case'],
    ['fulfilTerm', 'a party, a party that has left, the HANDLER of the case'],
    ['acceptCase', 'the HANDLER of the case, a SUPERVISOR of the team with a reason'],
    ['closeCases', 'the HANDLER of the case, a SUPERVISOR of the team with a reason'],
    ['assignCase', 'a SUPERVISOR of the team, a HANDLER of the team while nobody has the case'],
    ['decideObjection', 'a SUPERVISOR of the team who never handled the case'],
    ['declareConflict', 'an EXPERT seated in the case'],
    ['publishCalendar', 'an ADMIN'],
    ['recordPayment', 'an INTEGRATION, never the system of a merchant'],
    ['saveView', 'anyone signed in'],
  ])('%s may be used by %s', (name, users) => {
    expect(told(name)).toContain(`May be used by: ${users}. Errors`);
  });

  it('tells of a version conflict but where it only adds, and of a last day where there is one', () => {
    const changing = mutations.map(({ name }) => name).filter((name) => !(name in withoutVersion));
    const without = (code: string) => changing.filter((name) => !errorsOf(name).includes(code)).toSorted();
    const adding = ['addNote', 'postMessage', 'rateCase', 'recordContactAttempt', 'submitEvidence', 'submitOpinion'];
    expect(without('VERSION_CONFLICT')).toEqual(adding);
    expect(without('GUARD_FAILED')).toEqual([]);
    for (const timed of ['answerClarification', 'raiseObjection', 'requestSecondNegotiation', 'acceptProposal'])
      expect(errorsOf(timed)).toContain('DEADLINE_PASSED');
    expect(without('DEADLINE_PASSED')).toEqual(expect.arrayContaining(['assignCase', 'addNote', 'openRound']));
  });

  it('tells what of its answer is null, and when', () => {
    expect(told('acceptProposal')).toContain('Null once you may not see the case: case, proposal.');
    expect(told('closeCase')).toContain('Null once you may not see the case: case.');
    expect(told('setBenchmark')).not.toContain('Null');
  });

  it.each(Object.keys(withoutVersion))('%s takes no version', (name) => {
    expect(fieldsOf(name)).not.toHaveProperty('expectedVersion');
  });
});

describe('what is read page by page', () => {
  it('is cases, events, messages, evidence, proposals, notifications and the cycles behind figures; all else is a list', () => {
    const types = Object.values(createSchema().getTypeMap()).filter(isObjectType);
    const paged = types.flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) => {
        const connection = getNamedType(field.type).name;
        return connection.endsWith('Connection') ? [[`${type.name}.${field.name}`, connection]] : [];
      }),
    );
    const others = paged.filter(([, connection]) => connection !== 'CycleConnection').map(([path]) => path);
    const pagesOfCase = ['events', 'evidence', 'messages', 'proposals'].map((name) => `Case.${name}`);
    expect(others.toSorted()).toEqual([...pagesOfCase, 'Query.cases', 'Query.notifications']);
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
