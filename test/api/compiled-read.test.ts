import { createSchema, schemaText } from '@accord/server/graphql/schema';
import { caseRead } from '@accord/server/reads/case';
import { caseEventRead, messageRead } from '@accord/server/reads/case-event';
import type { TypeRead } from '@accord/server/reads/field';
import { referralRouteRead } from '@accord/server/reads/referral';
import { viewerRead } from '@accord/server/reads/person';
import { buildSchema, execute, getNamedType, isObjectType, parse, type GraphQLObjectType } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { livedThrough } from '../support/dispute.js';
import { handClock } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
// Without resolvers: it only knows the types.
const schema = buildSchema(schemaText(createSchema()));
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
let id: string;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  id = caseIdOf(await livedThrough(app.runtime, cast));
});
afterAll(() => app.close());

/** Every field of a type, with those of its objects so many levels down. */
function everything(type: GraphQLObjectType, levels: number): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (!isObjectType(named)) return [field.name];
    return levels > 0 ? [`${field.name} ${everything(named, levels - 1)}`] : [];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** What the server asks the database by itself: the look at the feed, what waits to be told, the sweep, and who a token is, every few seconds. */
const ownStatements = ['look-at-feed', 'waiting-notices', 'overdue-cases', 'forget-effects', 'person-by-subject'];

/** Runs what is asked, with the names of the statements that reached the database for it. */
async function statementsOf(ask: () => Promise<unknown>): Promise<(string | undefined)[]> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await ask();
    const names = spy.mock.calls.map(([query]) => (query as unknown as { name?: string }).name);
    return names.filter((name) => name === undefined || !ownStatements.includes(name));
  } finally {
    spy.mockRestore();
  }
}

describe('declarations', () => {
  it('cover every field of every type that a compiled root field can reach', () => {
    const missing: string[] = [];
    const visited = new Set<TypeRead>();
    const visit = (read: TypeRead) => {
      if (visited.has(read)) return;
      visited.add(read);
      const type = schema.getType(read.name) as GraphQLObjectType;
      for (const [name, { type: of }] of Object.entries(type.getFields())) {
        const kind = read.fields[name]?.kind;
        // What is worked out by the domain is cut to what was selected; a column is given as it is.
        const isObject = isObjectType(getNamedType(of));
        if (!kind || (kind === 'scalar' && isObject)) missing.push(`${read.name}.${name}`);
      }
      for (const field of Object.values(read.fields)) if ('of' in field) visit(field.of());
    };
    for (const read of [caseRead, caseEventRead, messageRead, viewerRead, referralRouteRead]) visit(read);
    expect(missing).toEqual([]);
    expect(visited.size).toBeGreaterThan(25);
  });
});

describe('an answer', () => {
  const caseType = schema.getType('Case') as GraphQLObjectType;
  const fields = Object.values(caseType.getFields());

  it.each(fields.map(({ name, type }) => [name, getNamedType(type)] as const))(
    'keeps the types of the contract below Case.%s',
    async (name, named) => {
      // A case in a case is as wide again; deeper, its document would be refused.
      const selection = isObjectType(named) ? everything(named, named === caseType ? 1 : 3) : '';
      const query = `query ($id: ID!) { case(id: $id) { ${name} ${selection} } }`;
      for (const person of [cast.handler, cast.complainant, cast.manager]) {
        const { data, errors } = await api.ask(person, query, { id });
        expect(errors).toEqual([]);
        // graphql-js completes the same document over the answer: wrong nulls, enum values and lists would be errors.
        const checked = await execute({
          schema,
          document: parse(query),
          rootValue: { case: data['case'] },
          variableValues: { id },
        });
        expect(checked.errors).toBeUndefined();
        expect(JSON.stringify(checked.data)).toBe(JSON.stringify(data));
      }
    },
  );

  it('has its keys in the order in which they were selected, computed ones too', async () => {
    const { text } = await api.ask(
      cast.handler,
      `query ($id: ID!) { case(id: $id) { stage nextDue { risk clock } clocks { verdict kind ledger { reason date } cycle } number } }`,
      { id },
    );
    const order = [
      ...text.matchAll(/"(stage|nextDue|risk|clock|clocks|verdict|kind|ledger|reason|date|cycle|number)"/g),
    ];
    expect(order.slice(0, 9).map(([, key]) => key)).toEqual([
      'stage',
      'nextDue',
      'risk',
      'clock',
      'clocks',
      'verdict',
      'kind',
      'ledger',
      'reason',
    ]);
    expect(order.at(-1)![1]).toBe('number');
    expect(text).not.toContain('#');
  });

  it('follows aliases, fragments, directives, variables and __typename', async () => {
    const query = `
      query ($id: ID!, $yes: Boolean!, $no: Boolean = false, $few: Int) {
        here: case(id: $id) { ...Names a: number b: number stage @skip(if: $yes) outcome @include(if: $no) type @include(if: $yes)
          ... on Node { id } ... on Case { track } ... { urgency }
          one: messages(first: 1) { nodes { text } } two: messages(last: $few) { edges { node { text } } } }
        again: node(id: $id) { __typename id ... on Case { number } ... on Person { name } }
      }
      fragment Names on Case { __typename number parties { ...Side } parties { side } }
      fragment Side on Party { name }`;
    const { data } = await api.ask<Record<string, Record<string, unknown>>>(cast.complainant, query, {
      id,
      yes: true,
      few: 1,
    });
    const number = data['here']!['number'];
    expect(Object.keys(data)).toEqual(['here', 'again']);
    expect(data['here']).toEqual({
      __typename: 'Case',
      number,
      parties: [
        { name: '小明', side: 'COMPLAINANT' },
        { name: '优品商家', side: 'RESPONDENT' },
      ],
      a: number,
      b: number,
      type: 'PAYMENT_ANOMALY',
      id,
      track: 'STANDARD',
      urgency: 'NORMAL',
      one: { nodes: [{ text: '请尽快处理' }] },
      two: { edges: [{ node: { text: '正在核对' } }] },
    });
    expect(data['again']).toEqual({ __typename: 'Case', id, number });
  });

  it('takes more keys than a function takes arguments', async () => {
    const keys = Array.from({ length: 29 }, (_, index) => `k${index}: number`).join(' ');
    const { data } = await api.ask<{ case: object }>(cast.handler, `query ($id: ID!) { case(id: $id) { ${keys} } }`, {
      id,
    });
    expect(Object.keys(data.case)).toHaveLength(29);
  });

  it('reads instants to the millisecond in UTC, dates as dates, amounts as numbers', async () => {
    const { data } = await api.ask(
      cast.complainant,
      `query ($id: ID!) { case(id: $id) { filedAt receivedOn disputedAmount { amountMinor currency }
        transaction { paidAt counterparty } measures { endsOn reason } } }`,
      { id },
    );
    expect(data['case']).toEqual({
      filedAt: '2026-03-02T02:00:00.000Z',
      receivedOn: '2026-03-02',
      disputedAmount: { amountMinor: 25900, currency: 'CNY' },
      transaction: { paidAt: '2026-02-27T02:00:00.000Z', counterparty: '优品商家' },
      measures: [{ endsOn: '2026-03-16', reason: '争议期间暂缓付款' }],
    });
  });

  it('names the same nodes again by their ids, in their order, and null for what is none', async () => {
    const { data: known } = await api.ask<{ case: Record<string, { nodes: { id: string }[] }> }>(
      cast.complainant,
      `query ($id: ID!) { case(id: $id) { proposals { nodes { id } } evidence { nodes { id } } messages { nodes { id } } } }`,
      { id },
    );
    const { proposals, evidence, messages } = known.case;
    const ids = [messages!.nodes[0]!.id, 'nothing', proposals!.nodes[1]!.id, id, evidence!.nodes[0]!.id];
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Message { text } ... on Proposal { settlesPart }
      ... on Case { nextDue { remainingWorkingDays } } } }`;
    const { data } = await api.ask(cast.complainant, query, { ids });
    expect(data['nodes']).toEqual([
      { __typename: 'Message', id: ids[0], text: '请尽快处理' },
      null,
      { __typename: 'Proposal', id: ids[2], settlesPart: false },
      { __typename: 'Case', id, nextDue: { remainingWorkingDays: 30 } },
      { __typename: 'Evidence', id: ids[4] },
    ]);
  });
});

describe('nodes', () => {
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';

  it('gives each id its place: twice where it is asked twice, null where it is hidden as where there is nothing', async () => {
    const unknown = 'case_01930000-0000-7000-8000-00000000abcd';
    const person = `person_${cast.respondent.id}`;
    const ids = [id, unknown, id, person, 'nothing', `person_${cast.stranger.id}`, person];
    const { data } = await api.ask(cast.complainant, query, { ids });
    const seen = { __typename: 'Case', id };
    const named = { __typename: 'Person', id: person };
    expect(data['nodes']).toEqual([seen, null, seen, named, null, null, named]);
    expect((await api.ask(cast.stranger, query, { ids: [id, unknown] })).data).toEqual({ nodes: [null, null] });
  });

  it('takes up to 50 ids', async () => {
    const { data } = await api.ask<{ nodes: unknown[] }>(cast.handler, query, { ids: Array(50).fill(id) });
    expect(data.nodes).toHaveLength(50);
    expect((await api.ask(cast.handler, query, { ids: [] })).data).toEqual({ nodes: [] });
    for (const count of [51, 101]) {
      const { error } = await api.ask(cast.handler, query, { ids: Array(count).fill(id) });
      expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'ids' }] });
    }
  });
});

describe('a root field', () => {
  const nested = `query ($id: ID!) { case(id: $id) { number parties { name members { name } } clocks { kind ledger { date } }
    rounds { proposals { terms { obligor { name } } author { person { name } } } } evidence { totalCount nodes { title submittedBy { name } } }
    events(first: 10) { edges { cursor node { type actor { role } } } } messages { nodes { text } } availableActions { command blockedBy { code } } } }`;
  const list = `{ cases(first: 50) { totalCount pageInfo { hasNextPage } nodes { number parties { name } rounds { number } clocks { kind }
    availableActions { command } } } }`;

  it('counts only where a count is selected', async () => {
    const textsOf = async (selection: string) => {
      const spy = vi.spyOn(pg.Client.prototype, 'query');
      try {
        await api.ask(cast.handler, selection, { id });
        return spy.mock.calls.map(([asked]) => (asked as unknown as { text?: string }).text ?? '').join();
      } finally {
        spy.mockRestore();
      }
    };
    for (const [page, count] of [
      ['{ cases { nodes { number } } }', '{ cases { nodes { number } totalCount } }'],
      [
        'query ($id: ID!) { case(id: $id) { events { nodes { id } } } }',
        'query ($id: ID!) { case(id: $id) { events { nodes { id } totalCount } } }',
      ],
    ] as const) {
      // A page without a count of its own looks one row further, and no more.
      expect(await textsOf(page)).not.toContain('select count(*) from');
      expect(await textsOf(count)).toContain('select count(*) from');
    }
  });

  it('is one statement, named and prepared, however much is nested in it', async () => {
    await api.ask(cast.handler, nested, { id });
    expect(await statementsOf(() => api.ask(cast.handler, nested, { id }))).toHaveLength(1);
    expect(await statementsOf(() => api.ask(cast.handler, list))).toHaveLength(1);
    const two = `query ($id: ID!) { case(id: $id) { number } cases { totalCount } }`;
    expect(await statementsOf(() => api.ask(cast.handler, two, { id }))).toHaveLength(2);
    const names = await statementsOf(async () => {
      await api.ask(cast.handler, nested, { id });
      await api.ask(cast.complainant, nested, { id });
    });
    expect(new Set(names).size).toBe(2);
    expect(names).not.toContain(undefined);
  });
});
