import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { road } from '../support/road.js';
import { openSocket, type RawSocket } from '../support/socket.js';

let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
let socket: RawSocket;
let caseId: string;

beforeAll(async () => {
  app = await startApp({}, { NODE_ENV: 'production' });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  socket = openSocket(app.url, api.token(cast.complainant));
  const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
  caseId = caseIdOf(walk);
  await socket.ask('subscription ($id: ID!) { caseUpdated(id: $id) { version } }', { id: caseId });
});
afterAll(async () => {
  socket.socket.close();
  await app.close();
});
afterEach(() => vi.restoreAllMocks());

const many = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
const inCase = (selection: string) => `{ case(id: "${caseId}") { ${selection} } }`;
const pageInPage = (size: string) => `cases(first: ${size}) { nodes { events(first: 100) { nodes { id type at } } } }`;

interface Asked {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** What no transport lets in, and the code it is refused with. */
const refused: [string, () => Asked, string][] = [
  [
    '30 levels',
    () => ({ query: inCase(`proposals { nodes ${'{ parent '.repeat(26)}{ id }${' }'.repeat(26)} }`) }),
    'QUERY_TOO_COMPLEX',
  ],
  [
    '30 levels of related cases',
    () => ({ query: inCase(`${'relatedCases { '.repeat(29)}id${' }'.repeat(29)}`) }),
    'QUERY_TOO_COMPLEX',
  ],
  ['5,000 aliases', () => ({ query: inCase(many(5000, (at) => `a${at}: id`)) }), 'QUERY_TOO_COMPLEX'],
  ['31 aliases', () => ({ query: inCase(many(31, (at) => `a${at}: id`)) }), 'QUERY_TOO_COMPLEX'],
  ['10,000 repeated fields', () => ({ query: inCase('id '.repeat(10_000)) }), 'QUERY_TOO_COMPLEX'],
  ['900 repeated root fields', () => ({ query: `{ ${'case '.repeat(900)} }` }), 'QUERY_TOO_COMPLEX'],
  ['900 fields that do not exist', () => ({ query: inCase('nothing '.repeat(900)) }), 'GRAPHQL_VALIDATION_FAILED'],
  ['21 directives', () => ({ query: inCase('id @skip(if: false) '.repeat(21)) }), 'QUERY_TOO_COMPLEX'],
  ['60 KB of comments', () => ({ query: `${'#x\n'.repeat(15_000)}{ viewer { id } }` }), 'QUERY_TOO_COMPLEX'],
  ['60 KB of one comment', () => ({ query: `#${'x'.repeat(60_000)}\n{ viewer { id } }` }), 'QUERY_TOO_COMPLEX'],
  [
    'a page of pages',
    () => ({ query: `{ ${pageInPage('100')} ${pageInPage('100').replace('cases', 'more: cases')} }` }),
    'QUERY_TOO_COMPLEX',
  ],
  [
    'a page of pages by its variable',
    () => ({ query: `query ($n: Int!) { ${pageInPage('$n')} more: ${pageInPage('$n')} }`, variables: { n: 100 } }),
    'QUERY_TOO_COMPLEX',
  ],
  [
    'two mutations',
    () => ({
      query: `mutation { ${many(2, (at) => `m${at}: postMessage(input: { caseId: "x", text: "x" }) { eventCursor }`)} }`,
    }),
    'QUERY_TOO_COMPLEX',
  ],
  ['no GraphQL', () => ({ query: '{ viewer { id }' }), 'GRAPHQL_PARSE_FAILED'],
  ['no text', () => ({ query: '   ' }), 'GRAPHQL_PARSE_FAILED'],
  ['a field that does not exist', () => ({ query: '{ viewr { id } }' }), 'GRAPHQL_VALIDATION_FAILED'],
  ['a question for the schema', () => ({ query: '{ __schema { types { name } } }' }), 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a question for a type',
    () => ({ query: '{ __type(name: "Case") { fields { name } } }' }),
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a value that does not exist',
    () => ({ query: '{ cases(filter: { stage: [CLOSE] }) { totalCount } }' }),
    'BAD_USER_INPUT',
  ],
  [
    'a variable whose value does not exist',
    () => ({
      query: 'query ($s: [CaseStage!]) { cases(filter: { stage: $s }) { totalCount } }',
      variables: { s: ['CLOSE'] },
    }),
    'BAD_USER_INPUT',
  ],
  ['a variable that is missing', () => ({ query: 'query ($id: ID!) { case(id: $id) { id } }' }), 'BAD_USER_INPUT'],
  ['a literal that no text may be', () => ({ query: '{ case(number: "a\\u202e") { id } }' }), 'BAD_USER_INPUT'],
  ['an operation that is not there', () => ({ query: 'query A { viewer { id } }', operationName: 'B' }), 'BAD_REQUEST'],
  ['an operation of an empty name', () => ({ query: 'query A { viewer { id } }', operationName: '' }), 'BAD_REQUEST'],
  ...[
    ['a variable', '($id: ID!, $is: Boolean!) { caseUpdated(id: $id) @include(if: $is) { id } }'],
    ['a literal', '($id: ID!) { caseUpdated(id: $id) @include(if: false) { id } }'],
    ['a fragment', '($id: ID!) { ... on Subscription @skip(if: true) { caseUpdated(id: $id) { id } } }'],
    [
      'a fragment of a fragment',
      '($id: ID!) { ...A } fragment A on Subscription { ...B } fragment B on Subscription { caseUpdated(id: $id) @skip(if: true) { id } }',
    ],
  ].map(([by, rest]): [string, () => Asked, string] => [
    `a subscription whose root may be missing, by ${by}`,
    () => ({ query: `subscription ${rest}`, variables: { id: caseId, is: true } }),
    'GRAPHQL_VALIDATION_FAILED',
  ]),
  [
    'two operations and no name',
    () => ({ query: 'query A { viewer { id } } query B { viewer { id } }' }),
    'BAD_REQUEST',
  ],
];

describe('the gate', () => {
  it.each(refused)('refuses %s over HTTP as over WebSocket, with the same words', async (_what, make, code) => {
    const { query, variables, operationName } = make();
    const response = await api.post(JSON.stringify({ query, variables, operationName }), {
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${api.token(cast.complainant)}`,
    });
    const overHttp = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    const overSocket = await socket.ask(query, variables, operationName);
    expect([response.status, overHttp.errors[0]!.extensions.code]).toEqual([400, code]);
    expect(overSocket).toMatchObject({ type: 'error' });
    expect(overSocket.payload).toEqual(overHttp.errors);
    expect(JSON.stringify(overHttp)).not.toMatch(/Did you mean|"data"/);
  });

  it('has not touched the stream beside it on the socket', async () => {
    const { error } = await api.ask(
      cast.complainant,
      'mutation ($input: PostMessageInput!) { postMessage(input: $input) { case { version } } }',
      { input: { caseId, text: '还在吗' } },
    );
    expect(error).toBeUndefined();
    const versions = () =>
      socket.messages
        .filter(({ id, type }) => id === '1' && type === 'next')
        .map(({ payload }) => (payload as { data: { caseUpdated: { version: number } } }).data.caseUpdated.version);
    await expect.poll(versions).toEqual([1, 2]);
  });

  it('lets pass what is within, and leaves it to the transport', async () => {
    const subscription = `subscription { caseUpdated(id: "${caseId}") { id } }`;
    expect((await api.ask(cast.complainant, subscription)).error).toEqual({ code: 'BAD_REQUEST' });
    expect(await socket.ask(inCase('id'))).toMatchObject({ payload: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect((await api.ask(cast.complainant, inCase(many(30, (at) => `a${at}: id`)))).error).toBeUndefined();
  });

  it('answers others meanwhile, over HTTP and on their sockets', async () => {
    const watching = openSocket(app.url, api.token(cast.respondent));
    await watching.ask('subscription ($id: ID!) { caseUpdated(id: $id) { version } }', { id: caseId });
    const nuisance = openSocket(app.url, api.token(cast.stranger));
    await expect.poll(() => nuisance.messages).toHaveLength(1);
    const authorization = `Bearer ${api.token(cast.stranger)}`;
    const made = refused.map(([, make]) => make());
    const overHttp = made.map((asked) => api.post(JSON.stringify(asked), { authorization }));
    const batch = JSON.stringify(Array.from({ length: 101 }, () => ({ query: '{ __typename }' })));
    const large = JSON.stringify({ query: `{ viewer { id } } #${'x'.repeat(1_000_000)}` });
    const oddities = [batch, large].map((body) => api.post(body, { authorization }));
    for (const [at, payload] of made.entries()) nuisance.send({ id: String(at), type: 'subscribe', payload });
    const { data, error } = await api.ask(
      cast.complainant,
      'mutation ($input: PostMessageInput!) { postMessage(input: $input) { case { id } } }',
      { input: { caseId, text: '照常' } },
    );
    expect([data, error]).toEqual([{ postMessage: { case: { id: caseId } } }, undefined]);
    await expect.poll(() => watching.messages.filter(({ type }) => type === 'next')).toHaveLength(2);
    for (const answer of await Promise.all(overHttp)) expect(answer.status).toBe(200);
    expect((await Promise.all(oddities)).map(({ status }) => status)).toEqual([400, 413]);
    await expect.poll(() => nuisance.messages.filter(({ type }) => type === 'error')).toHaveLength(made.length);
    nuisance.socket.close();
    watching.socket.close();
  });

  it('closes a socket for a batch, which the protocol does not know', async () => {
    const other = openSocket(app.url, api.token(cast.complainant));
    await expect.poll(() => other.messages).toHaveLength(1);
    other.socket.send(JSON.stringify(Array.from({ length: 101 }, (_, at) => ({ id: String(at), type: 'subscribe' }))));
    expect(await other.closed()).toBe(4400);
  });

  it('refuses a batch, and what is no request at all', async () => {
    for (const body of [
      JSON.stringify(Array.from({ length: 101 }, () => ({ query: '{ __typename }' }))),
      '[]',
      '"{ __typename }"',
      'null',
      '',
    ]) {
      const response = await api.post(body);
      const { errors } = (await response.json()) as { errors: { extensions: object }[] };
      expect([response.status, errors[0]!.extensions]).toEqual([400, { code: 'BAD_REQUEST' }]);
    }
  });

  it('refuses a body of 1 MB, and a frame of 1 MB by closing its socket', async () => {
    const query = `{ viewer { id } } #${'x'.repeat(1_000_000)}`;
    const response = await api.post(JSON.stringify({ query }));
    expect([response.status, await response.json()]).toMatchObject([
      413,
      { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    ]);
    const other = openSocket(app.url, api.token(cast.complainant));
    await expect.poll(() => other.messages).toHaveLength(1);
    const printed = vi.spyOn(console, 'error');
    other.send({ id: '1', type: 'subscribe', payload: { query } });
    expect(await other.closed()).toBe(1009);
    expect(printed).not.toHaveBeenCalled();
  });
});
