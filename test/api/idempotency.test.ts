import { createHash } from 'node:crypto';
import { createApp, type App } from '@accord/server/app';
import { readConfig } from '@accord/server/config';
import { loadCases } from '@accord/server/commands/load-cases';
import type { Person } from '@accord/server/domain/permission';
import { createSchema } from '@accord/server/graphql/schema';
import { insertPeople } from '@accord/seeds/scenarios/people';
import { getNamedType, isEnumType, isObjectType, type GraphQLInputObjectType, type GraphQLOutputType } from 'graphql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { besideCases, type Deed } from '../support/beside-cases.js';
import { doables, type Doable } from '../support/doable.js';
import { globalInput, otherInputs } from '../support/global-input.js';
import { troupe } from '../support/lived-database.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { handClock } from '../support/road.js';
import { everythingWritten } from '../support/written.js';

const clock = handClock('2026-06-10T12:00:00');
const folder = mkdtempSync(join(tmpdir(), 'accord-idempotency-'));
const mutations = createSchema().getMutationType()!.getFields();
let database: TestDatabase;
let app: App;
let api: Api;
/** For each command on one case somebody who can give it. */
let doable: Map<string, Doable>;
/** Of what concerns no case, or several: who does it, with what, and what counts how often it was done. */
let beside: Record<string, Deed>;

beforeAll(async () => {
  database = await createTestDatabase();
  await start();
  await insertPeople(app.runtime.orm);
  const { calendar, benchmarks } = await app.runtime.published.inForce(app.runtime.pool);
  const { rows } = await app.runtime.pool.query<{ id: string }>('select id from referral_route order by rank');
  const published = { calendar, benchmarks, routeIds: rows.map(({ id }) => id) };
  const found = doables(published, troupe, clock.now());
  const bulk = doables(published, troupe, clock.now(), ['assignCase', 'closeCase', 'sampleCases']);
  await loadCases(
    app.runtime,
    [...found, ...bulk].map(({ life }) => life),
    calendar.version,
  );
  doable = new Map(found.map((each) => [each.command, each]));
  api = await openApi(app);
  beside = await besideCases(app, api, bulk);
}, 120_000);
afterAll(async () => {
  await app.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  const environment = { PORT: '0', DATABASE_URL: database.url, DATA_DIR: folder, ACCORD_DEMO: 'on' };
  app = await createApp(readConfig(environment), { now: clock.now });
}

const inputType = (name: string) => getNamedType(mutations[name]!.args[0]!.type) as GraphQLInputObjectType;

/** Sealed, or signed, anew each time. */
const neverTheSame = ['eventCursor', 'url'];

/** Whatever an answer names: ids of things, and what has none as it is. */
function namesOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).filter(({ name }) => !neverTheSame.includes(name));
  const ofThing = fields.filter(({ name }) => name === 'id');
  const shown = (ofThing.length > 0 ? ofThing : fields)
    .filter(({ args, type: inner }) => args.length === 0 && !isEnumType(getNamedType(inner)))
    .map(({ name, type: inner }) => `${name} ${namesOf(inner)}`);
  return `{ __typename ${shown.join(' ')} }`;
}

/** Who does it, and with what. */
function given(name: string): Deed {
  const other = beside[name];
  if (other) return other;
  const { person, input, life } = doable.get(name)!;
  const caseId = caseIdOf({ caseId: life.state.id });
  return {
    person,
    input: globalInput(inputType(name), { caseId, ...input }) as Record<string, unknown>,
    count: `select count(distinct xid) from case_event where case_id = '${life.state.id}'`,
  };
}

async function send(name: string, person: Person, input: object, selection = namesOf(mutations[name]!.type)) {
  const query = `mutation ($input: ${inputType(name).name}!) { ${name}(input: $input) ${selection} }`;
  const { data, error, errors } = await api.ask<Record<string, unknown>>(person, query, { input });
  return { answer: data?.[name], error, errors };
}

const keyOf = (name: string) => `${name}-1`;

async function counted(statement: string): Promise<number> {
  const { rows } = await app.database.pool.query<{ count: string }>(`select (${statement}) as count`);
  return Number(rows[0]!.count);
}

const names = Object.keys(mutations);
/** Page 3: what only adds never conflicts. */
const additive = ['postMessage', 'submitEvidence', 'addNote', 'rateCase', 'submitOpinion', 'recordContactAttempt'];
const versioned = names.filter((name) => 'expectedVersion' in inputType(name).getFields());
const answersCase = (name: string) => {
  const payload = getNamedType(mutations[name]!.type);
  return isObjectType(payload) && 'case' in payload.getFields();
};
const answers = new Map<string, unknown>();

it('knows how to do everything that the contract offers', () => {
  expect([...doable.keys(), ...Object.keys(beside)].filter((name) => !names.includes(name))).toEqual([]);
  expect(names.filter((name) => !doable.has(name) && !beside[name])).toEqual([]);
  for (const name of names) expect(Object.keys(inputType(name).getFields()), name).toContain('idempotencyKey');
  const existing = names.filter((name) => 'caseId' in inputType(name).getFields());
  expect(versioned).toEqual(existing);
});

describe('an expected version', () => {
  it.each(versioned.filter((name) => !additive.includes(name)))(
    'that is another one refuses %s, says which it is, and nothing is written',
    async (name) => {
      const { person, input } = given(name);
      const { data } = await api.ask<{ case: { version: number } }>(
        person,
        'query ($id: ID!) { case(id: $id) { version } }',
        { id: input['caseId'] },
      );
      const { version } = data.case;
      const before = await everythingWritten(app);
      for (const expectedVersion of [version - 1, version + 1])
        expect((await send(name, person, { ...input, expectedVersion })).error).toEqual({
          code: 'VERSION_CONFLICT',
          currentVersion: version,
        });
      expect(await everythingWritten(app)).toEqual(before);
    },
  );
});

describe('a key', () => {
  it.each(names)('makes one effect of parallel twins of %s, and one answer', async (name) => {
    const { person, input, count } = given(name);
    const before = await counted(count);
    // What only adds takes any version.
    const expectedVersion = additive.includes(name) ? { expectedVersion: 999 } : {};
    const twin = () => send(name, person, { ...input, ...expectedVersion, idempotencyKey: keyOf(name) });
    const twins = await Promise.all([twin(), twin(), twin()]);
    expect(twins.map(({ errors }) => errors)).toEqual([[], [], []]);
    expect([twins[1]!.answer, twins[2]!.answer]).toEqual([twins[0]!.answer, twins[0]!.answer]);
    expect((await counted(count)) - before).toBe(1);
    answers.set(name, twins[0]!.answer);
  });

  it.each(names)('is for the one input of %s, whatever is another in it', async (name) => {
    const { person, input } = given(name);
    const { data } = await api.ask<{ cases: { nodes: { id: string }[] } }>(
      person,
      '{ cases(first: 2) { nodes { id } } }',
    );
    const isOfCase = 'caseId' in input;
    const otherCase = data.cases.nodes.find(({ id }) => id !== input['caseId']);
    const others = [
      ...otherInputs(inputType(name), input),
      ...(isOfCase && otherCase ? [{ ...input, caseId: otherCase.id }] : []),
    ];
    expect(others.length).toBeGreaterThan(0);
    const before = await everythingWritten(app);
    for (const other of others) {
      const { error } = await send(name, person, { ...other, idempotencyKey: keyOf(name) });
      expect([other, error]).toEqual([other, { code: 'IDEMPOTENCY_MISMATCH' }]);
    }
    expect(await everythingWritten(app)).toEqual(before);
  });

  it.each(names)('lets a repeat of %s write nothing and name the same, whatever version is expected', async (name) => {
    const { person, input } = given(name);
    const before = await everythingWritten(app);
    const late = versioned.includes(name) ? { expectedVersion: 1 } : {};
    expect(await send(name, person, { ...input, ...late, idempotencyKey: keyOf(name) })).toEqual({
      answer: answers.get(name),
      error: undefined,
      errors: [],
    });
    expect(await everythingWritten(app)).toEqual(before);
  });

  it.each(versioned.filter(answersCase))('lets a repeat of %s read the case anew', async (name) => {
    const { person, input } = given(name);
    const teamName = createHash('sha256').update(name).digest('hex').slice(0, 8);
    await app.database.pool.query('update team set name = $1', [teamName]);
    const { answer } = await send(
      name,
      person,
      { ...input, idempotencyKey: keyOf(name) },
      '{ case { team { name } } }',
    );
    expect(answer).toEqual({ case: { team: { name: teamName } } });
  });

  it('belongs to its person and its mutation', async () => {
    const { person, input } = given('postMessage');
    const other = { ...input, idempotencyKey: keyOf('postMessage') };
    const before = await counted(given('postMessage').count);
    const partner = person.id === troupe.complainant.id ? troupe.respondent : troupe.complainant;
    expect((await send('postMessage', partner, other)).errors).toEqual([]);
    expect((await counted(given('postMessage').count)) - before).toBe(1);
    expect((await send('statePosition', person, other)).errors).toEqual([]);
    expect((await counted(given('postMessage').count)) - before).toBe(2);
    expect((await send('postMessage', person, other)).answer).toEqual(answers.get('postMessage'));
  });
});

describe('after a restart', () => {
  beforeAll(async () => {
    await app.close();
    await start();
    api = await openApi(app);
  });

  it.each(names)('a repeat of %s writes nothing and names the same', async (name) => {
    const { person, input } = given(name);
    const before = await everythingWritten(app);
    const { answer, errors } = await send(name, person, { ...input, idempotencyKey: keyOf(name) });
    expect([answer, errors]).toEqual([answers.get(name), []]);
    expect(await everythingWritten(app)).toEqual(before);
  });
});
