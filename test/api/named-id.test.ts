import { randomUUID } from 'node:crypto';
import { loadCases } from '@accord/server/commands/load-cases';
import type { App } from '@accord/server/app';
import type { Person } from '@accord/server/domain/permission';
import { createSchema } from '@accord/server/graphql/schema';
import { insertPeople, people } from '@accord/seeds/scenarios/people';
import { getNamedType, getNullableType, isInputObjectType, isListType, type GraphQLInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { besideCases, type Deed } from '../support/beside-cases.js';
import { doables, type Doable } from '../support/doable.js';
import { globalInput, typeOfIds } from '../support/global-input.js';
import { settle, troupe } from '../support/lived-database.js';
import { unknownId } from '../support/refusal.js';
import { handClock, road } from '../support/road.js';
import { announce, png } from '../support/upload.js';
import { everythingWritten } from '../support/written.js';

const clock = handClock('2026-06-10T12:00:00');
const mutations = createSchema().getMutationType()!.getFields();
let app: App;
let api: Api;
/** What somebody can do as things stand, by the name of the mutation. */
let deeds: Map<string, Pick<Deed, 'person' | 'input'> & { caseId: string | null }>;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  await insertPeople(app.runtime.orm);
  const { calendar, benchmarks } = await app.runtime.published.inForce(app.runtime.pool);
  const { rows } = await app.runtime.pool.query<{ id: string }>('select id from referral_route order by rank');
  const published = { calendar, benchmarks, routeIds: rows.map(({ id }) => id) };
  const found = doables(published, troupe, clock.now());
  const bulk = doables(published, troupe, clock.now(), ['assignCase', 'closeCase', 'sampleCases']);
  const [booking] = doables(published, troupe, clock.now(), ['recordMovement']);
  const lives = [...found, ...bulk, booking!].map(({ life }) => life);
  await loadCases(app.runtime, lives, calendar.version);
  api = await openApi(app);
  const beside = await besideCases(app, api, bulk);
  deeds = new Map(Object.entries(beside).map(([name, deed]) => [name, { ...deed, caseId: null }]));
  for (const each of found) if (!beside[each.command]) deeds.set(each.command, ofCase(each));
  const booked = ofCase(booking!);
  expect(await refusal('recordMovement', booked.person, booked.input)).toBeUndefined();
  await settle(app);
}, 120_000);
afterAll(() => app.close());

const inputType = (name: string) => getNamedType(mutations[name]!.args[0]!.type) as GraphQLInputObjectType;

function ofCase({ command, person, input, life }: Doable) {
  const { id: caseId } = life.state;
  const given = globalInput(inputType(command), { caseId: `case_${caseId}`, ...input }) as Record<string, unknown>;
  return { person, input: given, caseId };
}

interface Place {
  mutation: string;
  /** The fields down to the ids, a list's first at each. */
  path: string[];
  isList: boolean;
}

function* placesIn(mutation: string, type: GraphQLInputObjectType, path: string[]): Generator<Place> {
  for (const field of Object.values(type.getFields())) {
    const named = getNamedType(field.type);
    const inner = [...path, field.name];
    if (isInputObjectType(named)) yield* placesIn(mutation, named, inner);
    else if (named.name === 'ID') yield { mutation, path: inner, isList: isListType(getNullableType(field.type)) };
  }
}

const places = Object.keys(mutations).flatMap((name) => [...placesIn(name, inputType(name), [])]);

/** What has to be said beside an id for it to be looked at. */
const besideIt: Record<string, Record<string, unknown>> = {
  'raiseObjection.subjectId': { against: 'FINDING' },
  'addParty.personId': { kind: null, name: null },
  'addParty.partyId': { kind: null, name: null },
  'submitCase.onBehalfOfId': { channel: 'PHONE' },
  'recordPayment.payerId': { kind: 'CHARGE' },
  'decideObjection.handlerId': { decision: 'UPHELD', effect: 'REASSIGN_HANDLER' },
};
/** Who names somebody, where not everybody may. */
const namedBy: Record<string, Person> = {
  'submitCase.onBehalfOfId': people.wanghaiyan,
  'assignCase.handlerId': people.hezhiqiang,
};

/** People there are, but not here. */
const outsiders: Record<string, string[]> = { 'revealPersonalData.personId': [`person_${people.wufang.id}`] };

/** Who names something, in which case. */
interface Naming {
  person: Person;
  caseId: string | null;
}

const tableOf: Record<string, string> = {
  step: 'investigation_step',
  request: 'evidence_request',
  seat: 'expert_seat',
};
/** What belongs to a person is somebody else's; what everybody may name is nothing at all. */
const ofNobody = ['person', 'team', 'route', 'case'];

/** An id of what belongs to somebody else: their upload for the same case, their view, what they were told. */
async function foreignOwn(type: string, { caseId, person }: Naming): Promise<string> {
  const other = [troupe.respondent, troupe.complainant].find(({ id }) => id !== person.id)!;
  if (type === 'upload') {
    const { upload, errors } = await announce(api, other, png(), caseId ? { caseId: `case_${caseId}` } : {});
    expect(errors).toEqual([]);
    return upload!.uploadId;
  }
  if (type === 'view') {
    const saving = 'mutation ($input: SaveViewInput!) { saveView(input: $input) { savedView { id } } }';
    const input = { name: randomUUID(), page: 'CASES', query: '' };
    const { data } = await api.ask<{ saveView: { savedView: { id: string } } }>(other, saving, { input });
    return data.saveView.savedView.id;
  }
  const walk = await road(app.runtime).submit(troupe.complainant);
  await walk.act(people.hezhiqiang, 'assignCase', { handlerId: people.lijianguo.id });
  await settle(app);
  const { rows } = await app.runtime.pool.query<{ id: string }>(
    `select 'notification_' || id as id from notification where recipient_id <> $1 limit 1`,
    [person.id],
  );
  return rows[0]!.id;
}

/** An id of that kind that means nothing here: a thing of another case, or of somebody else; where there is none, of nothing. */
async function foreignId(type: string, naming: Naming): Promise<string[]> {
  const nothing = `${type}_${unknownId}`;
  if (ofNobody.includes(type)) return [nothing];
  if (['upload', 'view', 'notification'].includes(type)) return [nothing, await foreignOwn(type, naming)];
  const table = tableOf[type] ?? type;
  const { rows } = await app.runtime.pool.query<{ id: string }>(
    `select id from ${table} where case_id is distinct from $1 order by id limit 1`,
    [naming.caseId],
  );
  expect(rows, table).toHaveLength(1);
  return [nothing, `${type}_${rows[0]!.id}`];
}

/** The input with this id in that place, and where it is then. */
function withId(
  input: Record<string, unknown>,
  { path, isList }: Place,
  id: string,
): { input: Record<string, unknown>; at: string } {
  const [field, ...below] = path as [string, ...string[]];
  if (below.length === 0)
    return { input: { ...input, [field]: isList ? [id] : id }, at: isList ? `${field}.0` : field };
  const [first] = input[field] as [Record<string, unknown>];
  const inner = withId(first, { mutation: '', path: below, isList }, id);
  return { input: { ...input, [field]: [inner.input] }, at: `${field}.0.${inner.at}` };
}

async function refusal(name: string, person: Person, input: object) {
  const isBulk = 'caseIds' in inputType(name).getFields();
  const query = `mutation ($input: ${inputType(name).name}!) { ${name}(input: $input) ${
    isBulk ? '{ results { error { code } } }' : '{ __typename }'
  } }`;
  interface Results {
    results: { error: { code: string } }[];
  }
  const { data, error } = await api.ask<Record<string, Results> | null>(person, query, { input });
  return isBulk && data ? { code: data[name]!.results[0]!.error?.code } : error;
}

describe('an id inside an input', () => {
  it.each(places.map((place) => [`${place.mutation}.${place.path.join('.')}`, place] as const))(
    '%s is NOT_FOUND where it means nothing there, and nothing is written',
    async (name, place) => {
      const deed = deeds.get(place.mutation)!;
      const person = namedBy[name] ?? deed.person;
      const type = typeOfIds(place.path.at(-1)!);
      const otherKind = `clarification_${unknownId}`;
      const foreign = [...(await foreignId(type, { ...deed, person })), ...(outsiders[name] ?? [])];
      const before = await everythingWritten(app);
      for (const id of [...foreign, otherKind, 'nothing']) {
        const { input, at } = withId({ ...deed.input, ...besideIt[name] }, place, id);
        const error = await refusal(place.mutation, person, input);
        // Each of many cases has its own answer, which tells no path.
        const isOfMany = 'caseIds' in input;
        expect([id, error]).toMatchObject([id, { code: 'NOT_FOUND', ...(isOfMany ? {} : { path: `input.${at}` }) }]);
      }
      expect(await everythingWritten(app)).toEqual(before);
    },
  );

  it('of somebody whom one cannot name is NOT_FOUND in a filing, as one of nobody', async () => {
    const { input } = deeds.get('submitCase')!;
    for (const id of [`person_${people.wufang.id}`, `person_${unknownId}`]) {
      const error = await refusal('submitCase', troupe.complainant, { ...input, respondentIds: [id] });
      expect([id, error]).toEqual([id, { code: 'NOT_FOUND', path: 'input.respondentIds.0' }]);
    }
  });
});

describe('an id of the case that one may not see', () => {
  it('is NOT_FOUND to the other party, and known to whose it is', async () => {
    const walk = await road(app.runtime).submit(troupe.complainant, { respondentIds: [troupe.respondent.id] });
    await walk.act(troupe.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单' });
    const [payslip] = (await walk.state()).evidence;
    const input = {
      caseId: `case_${walk.caseId}`,
      type: 'PAYSLIP',
      title: '更清楚的一份',
      supersedesId: `evidence_${payslip!.id}`,
    };
    const unknown = { ...input, supersedesId: `evidence_${unknownId}` };
    const expected = { code: 'NOT_FOUND', path: 'input.supersedesId' };
    expect(await refusal('submitEvidence', troupe.respondent, input)).toEqual(expected);
    expect(await refusal('submitEvidence', troupe.respondent, unknown)).toEqual(expected);
    expect(await refusal('submitEvidence', troupe.complainant, input)).toBeUndefined();
  });
});
