import * as dashboard from '@accord/dashboard/api/generated/graphql';
import { budgets } from '@accord/server/config';
import { costsOf, lengthOf } from '@accord/server/graphql/cost';
import { RateLimit } from '@accord/server/graphql/rate-limit';
import { createSchema } from '@accord/server/graphql/schema';
import { parse, print, type DocumentNode, type GraphQLError, type GraphQLObjectType } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { road } from '../support/road.js';
import { openSocket } from '../support/socket.js';

const perSecond = 100;
const burst = perSecond * 30;
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp({}, { RATE_LIMIT: String(perSecond) });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());
afterEach(() => vi.restoreAllMocks());

interface Told {
  data?: object;
  errors?: { extensions: Record<string, unknown> }[];
  extensions?: { cost: { requested: number; limit: number; remaining: number } };
}

async function ask(who: keyof Cast | null, query: string, variables = {}, accept = 'application/json') {
  const authorization: Record<string, string> = who
    ? { authorization: `Bearer ${api.token(cast[who] as Cast['handler'])}` }
    : {};
  const response = await api.post(JSON.stringify({ query, variables }), { accept, ...authorization });
  return { response, told: (await response.json()) as Told };
}

/** Time stands, so that nothing is refilled, or jumps. */
function atTime(): (ms: number) => void {
  let now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  return (ms) => (now += ms);
}

function refusalOf(spend: () => unknown): GraphQLError {
  try {
    spend();
  } catch (error) {
    return error as GraphQLError;
  }
  throw new Error('nothing was refused');
}

describe('the cost of an operation', () => {
  const page = 'query ($n: Int) { cases(first: $n) { totalCount nodes { id parties { id } } } }';
  // A value each; a list of no page is taken to be five long, a count of all rows costs twenty.
  const ofPage = (rows: number) => 1 + 20 + 1 + rows * (1 + 1 + 5 * 1);
  it.each([
    ['a value each', '{ viewer { id name } }', {}, 3],
    ['a page by its size', '{ cases(first: 10) { totalCount nodes { id parties { id } } } }', {}, ofPage(10)],
    ['a page by its variable', page, { n: 10 }, ofPage(10)],
    ['a page from its end', '{ cases(last: 3) { totalCount nodes { id parties { id } } } }', {}, ofPage(3)],
    ['a page of no size', page, {}, ofPage(20)],
    // A list that has a bound is taken to be as long: 100 payments, 50 views.
    ['payments', '{ transactions { reference amount { amountMinor } } }', {}, 1 + 100 * (1 + 1 + 1)],
    ['saved views', '{ savedViews { id name } }', {}, 1 + 50 * (1 + 1)],
    ['rows in edges', '{ cases(first: 4) { edges { cursor node { id } } } }', {}, 1 + 1 + 4 * (1 + 1 + 1)],
    ['nothing for what is left out', 'query ($s: Boolean!) { viewer { id name @skip(if: $s) } }', { s: true }, 2],
    ['what is included', 'query ($s: Boolean!) { viewer { id name @include(if: $s) } }', { s: true }, 3],
    ['as many nodes as ids', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['x', 'y', 'z'] }, 1 + 3],
    [
      'a fragment wherever it is spread',
      '{ viewer { ...F } } fragment F on Viewer { id ...G } fragment G on Viewer { name }',
      {},
      3,
    ],
  ])('is %s', async (_what, query, variables, cost) => {
    const { told } = await ask('admin', query, variables);
    expect(told.extensions?.cost).toMatchObject({ requested: cost, limit: budgets.document.cost });
  });

  it('is worked out at once, however often fragments spread each other', () => {
    const spread = (name: string) => `...${name} ...${name}`;
    const levels = Array.from({ length: 60 }, (_, at) => `fragment F${at} on Case { ${spread(`F${at + 1}`)} }`);
    const source = `query ($n: Int) { cases(first: 1) { nodes { ...F0 } } } ${levels.join(' ')}
      fragment F60 on Case { events(first: $n) { nodes { id } } }`;
    const [cost] = costsOf(createSchema(), parse(source)).values();
    expect(cost!({ n: 100 })).toBeGreaterThan(2 ** 60);
  });

  it('counts as usual what is no longer in the schema under that name', () => {
    const schema = createSchema();
    for (const path of Object.keys(lengthOf)) {
      const [type, field] = path.split('.') as [string, string];
      expect((schema.getType(type) as GraphQLObjectType).getFields()[field]?.type.toString()).toMatch(/^\[/);
    }
  });

  it('of everything that the dashboard asks is half the limit at most, with the largest pages', () => {
    const largest = new Proxy({}, { get: () => 100 });
    const documents = Object.entries(dashboard).filter(([name]) => name.endsWith('Document'));
    expect(documents.length).toBeGreaterThan(0);
    for (const [name, document] of documents as [string, DocumentNode][]) {
      for (const cost of costsOf(createSchema(), document).values())
        expect([name, cost(largest) <= budgets.document.cost / 2]).toEqual([name, true]);
      expect([name, print(document).length <= budgets.document.characters / 2]).toEqual([name, true]);
    }
  });
});

describe('what one may ask', () => {
  const expensive = '{ cases(first: 50) { totalCount nodes { id parties { id } } } }';
  const cost = 1 + 20 + 1 + 50 * 7;

  it('is a share of each person, spent over HTTP and WebSocket alike, and comes back with time', async () => {
    const pass = atTime();
    const affordable = Math.floor(burst / cost);
    for (let spent = 1; spent <= affordable; spent += 1) {
      const { told } = await ask('handler', expensive);
      expect(told.extensions!.cost).toEqual({
        requested: cost,
        limit: 50_000,
        remaining: burst - spent * cost,
        perSecond,
      });
    }
    const walk = await road(app.runtime).submit(cast.complainant);
    const socket = openSocket(app.url, api.token(cast.handler));
    const stream = `subscription { caseUpdated(id: "${caseIdOf(walk)}") { events(first: 100) { nodes { id } } } }`;
    const refused = [
      expect.objectContaining({ extensions: { code: 'RATE_LIMITED', retryAfterMs: expect.any(Number) } }),
    ];
    expect((await socket.ask(stream)).payload).toEqual(refused);
    const { response, told } = await ask('handler', expensive);
    // Asking in vain costs a point, twice here.
    const left = burst - affordable * cost - 2;
    const retryAfterMs = Math.ceil(((cost - left) / perSecond) * 1000);
    expect([response.status, response.headers.get('retry-after'), told]).toEqual([
      429,
      String(Math.ceil(retryAfterMs / 1000)),
      { errors: [expect.objectContaining({ extensions: { code: 'RATE_LIMITED', retryAfterMs } })] },
    ]);
    // Somebody else has a share of their own.
    expect((await ask('colleague', expensive)).told.errors).toBeUndefined();
    pass(retryAfterMs);
    expect((await ask('handler', expensive)).told.errors).toBeUndefined();
    socket.socket.close();
  });

  it('is there again after as long as was told, whenever that began', () => {
    const pass = atTime();
    const rate = new RateLimit({ burst: 100, perSecond: 100 });
    for (let began = 0; began < 2_000; began += 1) {
      pass(0.1 + began / 3);
      const payer = String(began);
      rate.spend(payer, 100);
      const refusal = refusalOf(() => rate.spend(payer, 33));
      pass(refusal.extensions['retryAfterMs'] as number);
      expect(() => rate.spend(payer, 33), `at ${performance.now()}`).not.toThrow();
    }
  });

  it('over WebSocket is told with the first answer of a stream, and paid once', async () => {
    atTime();
    const walk = await road(app.runtime).submit(cast.complainant);
    const socket = openSocket(app.url, api.token(cast.complainant));
    const first = await socket.ask('subscription ($id: ID!) { caseUpdated(id: $id) { version } }', {
      id: caseIdOf(walk),
    });
    const cost = { requested: 2, limit: 50_000, remaining: burst - 2, perSecond };
    expect(first.payload).toEqual({ data: { caseUpdated: { version: 1 } }, extensions: { cost } });
    await walk.act(cast.complainant, 'postMessage', { text: '请尽快处理' });
    await expect.poll(() => socket.messages.at(-1)?.payload).toEqual({ data: { caseUpdated: { version: 2 } } });
    socket.socket.close();
  });

  it('is less for who is not signed in, by address, and what is refused is paid too', async () => {
    atTime();
    for (let asked = 0; asked < burst / 10; asked += 1) {
      const query = asked % 2 ? '{ __typename }' : '{ nonsense';
      expect((await ask(null, query)).response.status).toBe(200);
    }
    for (const query of ['{ __typename }', '{ nonsense', '{ viewer { id } }']) {
      const { response, told } = await ask(null, query);
      expect([response.status, told.errors?.[0]!.extensions['code']]).toEqual([429, 'RATE_LIMITED']);
    }
    expect((await ask('supervisor', '{ viewer { id } }')).told.errors).toBeUndefined();
  });
});
