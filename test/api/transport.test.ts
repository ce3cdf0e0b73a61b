import { errorCodes } from '@accord/server/graphql/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';

let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());

describe('the limits of a document', () => {
  const alias = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => `a${index}: ${name}`).join(' ');
  const deep = (levels: number) =>
    `{ case(id: "x") { proposals { nodes ${'{ parent '.repeat(levels)}{ id }${' }'.repeat(levels)} } } }`;
  it.each([
    ['30 aliases', `{ viewer { ${alias(30, 'name')} } }`, null],
    ['31 aliases', `{ viewer { ${alias(31, 'name')} } }`, 'QUERY_TOO_COMPLEX'],
    ['31 aliased __typename', `{ viewer { ${alias(31, '__typename')} } }`, 'QUERY_TOO_COMPLEX'],
    ['many plain __typename', `{ viewer { ${'__typename '.repeat(60)} } }`, null],
    [
      '32 aliases by a fragment spread twice',
      `{ viewer { ...F ...F } } fragment F on Viewer { ${alias(16, 'name')} }`,
      'QUERY_TOO_COMPLEX',
    ],
    ['14 levels', deep(10), null],
    ['15 levels', deep(11), 'QUERY_TOO_COMPLEX'],
    ['21 directives', `{ viewer { ${'name @skip(if: false) '.repeat(21)} } }`, 'QUERY_TOO_COMPLEX'],
    ['11 root fields', `{ ${alias(11, 'feedCursor')} }`, 'QUERY_TOO_COMPLEX'],
    [
      '2 mutations',
      `mutation { a: closeCase(input: { caseId: "x" }) { eventCursor } b: closeCase(input: { caseId: "x" }) { eventCursor } }`,
      'QUERY_TOO_COMPLEX',
    ],
    ['more than 1,000 tokens', `{ viewer { ${'name '.repeat(1000)} } }`, 'QUERY_TOO_COMPLEX'],
    [
      'a fragment that spreads itself',
      `{ viewer { ...F } } fragment F on Viewer { ...F }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'fragments that double each other',
      `{ viewer { ...F0 } } ${Array.from({ length: 40 }, (_, at) => `fragment F${at} on Viewer { x: name ...F${at + 1} ...F${at + 1} }`).join(' ')} fragment F40 on Viewer { id }`,
      'QUERY_TOO_COMPLEX',
    ],
  ])('%s', async (_what, query, code) => {
    const { error } = await api.ask(cast.complainant, query);
    if (code) expect(error).toMatchObject({ code });
    else expect(error?.['code'] ?? null).toSatisfy((found: unknown) => found === null || found === 'NOT_FOUND');
  });
});

describe('the transport', () => {
  const json = { accept: 'application/json' };
  const strict = { accept: 'application/graphql-response+json' };
  const as = () => ({ authorization: `Bearer ${api.token(cast.complainant)}` });

  it.each([
    ['no JSON', '{"query":', 400, 400],
    ['no query', '{}', 400, 400],
    ['a query that is no string', '{"query":{"a":1}}', 400, 400],
    ['a batch', '[{"query":"{ __typename }"}]', 400, 400],
    ['variables that are no object', '{"query":"{ __typename }","variables":[1]}', 400, 400],
    ['no GraphQL', '{"query":"{ viewer"}', 400, 200],
    ['a field that does not exist', '{"query":"{ nothing }"}', 400, 200],
    ['an operation that does not exist', '{"query":"query A { __typename }","operationName":"B"}', 400, 200],
    ['a wrong variable', '{"query":"query($id: ID!) { case(id: $id) { id } }"}', 400, 200],
    ['a query', '{"query":"{ __typename }"}', 200, 200],
  ])('answers %s by the status of its media type', async (_what, body, strictly, plainly) => {
    for (const [accept, status] of [
      [strict, strictly],
      [json, plainly],
    ] as const) {
      const response = await api.post(body, { ...accept, ...as() });
      const text = await response.text();
      expect([response.status, text]).toEqual([status, text]);
      const { errors } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
      if (strictly !== 200) expect(errorCodes).toContain(errors![0]!.extensions.code);
    }
  });

  it('refuses what a foreign page could send without asking', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const response = await api.post('{"query":"{ viewer { id } }"}', { 'content-type': type, ...as() });
      expect(response.status).toBe(415);
    }
    expect((await fetch(`${app.url}/graphql?query={__typename}`)).status).toBe(405);
  });

  it('refuses a body above 64 KiB and takes one below', async () => {
    const body = (length: number) =>
      JSON.stringify({ query: '{ __typename }', extensions: { pad: 'x'.repeat(length) } });
    expect((await api.post(body(65_000))).status).toBe(200);
    const refused = await api.post(body(66_000));
    expect([
      refused.status,
      ((await refused.json()) as { errors: { extensions: object }[] }).errors[0]!.extensions,
    ]).toEqual([413, { code: 'BAD_REQUEST' }]);
  });

  it('lets a page of any other host ask', async () => {
    const headers = {
      origin: 'https://app.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    };
    const preflight = await fetch(`${app.url}/graphql`, { method: 'OPTIONS', headers });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    const answer = await api.post('{"query":"{ __typename }"}', { origin: 'https://app.example' });
    expect([answer.headers.get('access-control-allow-origin'), answer.headers.get('x-content-type-options')]).toEqual([
      '*',
      'nosniff',
    ]);
  });

  it('compresses an answer that is worth it', async () => {
    const query = JSON.stringify({
      query: '{ workingCalendar(from: "2026-01-01", to: "2026-12-31") { date kind name isWorkingDay } }',
    });
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      body: query,
      headers: { 'content-type': 'application/json', 'accept-encoding': 'br', ...as() },
    });
    expect(response.headers.get('content-encoding')).toBe('br');
    const { data } = (await response.json()) as { data: { workingCalendar: unknown[] } };
    expect(data.workingCalendar).toHaveLength(365);
  });

  it('serves an explorer that asks nothing of any other host', async () => {
    const page = await (await fetch(`${app.url}/explorer`)).text();
    expect(page).not.toMatch(/(src|href|action)\s*=\s*["']?(https?:)?\/\//);
    expect(page).toContain('FileCase');
  });
});
