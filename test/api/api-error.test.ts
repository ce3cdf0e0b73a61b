import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createApp } from '@accord/server/app';
import { readConfig } from '@accord/server/config';
import { blockerCodes } from '@accord/server/domain/blocker';
import { errorCodes } from '@accord/server/graphql/errors';
import { Identity } from '@accord/server/graphql/identity';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { createTestDatabase } from '../support/postgres.js';
import { counts, unknownId } from '../support/refusal.js';
import { handClock, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
let id: string;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  id = caseIdOf(await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] }));
});
afterAll(() => app.close());
afterEach(() => vi.restoreAllMocks());

const submit = `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { case { number } } }`;
const filing = {
  type: 'TRADE_DISPUTE',
  reason: 'POOR_QUALITY',
  description: '收到的商品有严重的质量问题。',
  requestedRemedy: '退货退款',
  truthDeclared: true,
  channel: 'WEB',
};

describe('garbage in the input', () => {
  const transaction = {
    reference: 'T-9',
    paidAt: '2026-02-27T02:00:00Z',
    amount: { amountMinor: 100, currency: 'CNY' },
  };
  it.each([
    [{ description: '五个字而已' }, 'input.description'],
    [{ description: `一二三四五六七八九十\u0000` }, 'input.description'],
    [{ description: `一二三四五六七八九十\u0007` }, 'input.description'],
    [{ description: `一二三四五六七八九十\r\n` }, 'input.description'],
    [{ description: `一二三四五六七八九十\u202e` }, 'input.description'],
    [{ description: `一二三四五六七八九十\u2066` }, 'input.description'],
    [{ description: `一二三四五六七八九十\ud800` }, 'input.description'],
    [{ idempotencyKey: 'a\u0000b' }, 'input.idempotencyKey'],
    [{ type: 'NOTHING' }, 'input.type'],
    [{ truthDeclared: 'yes' }, 'input.truthDeclared'],
    [{ receivedOn: '2026-02-30' }, 'input.receivedOn'],
    [{ receivedOn: '9999-01-01' }, 'input.receivedOn'],
    [{ receivedOn: '2026-3-2' }, 'input.receivedOn'],
    [{ disputedAmount: { amountMinor: 2 ** 53, currency: 'CNY' } }, 'input.disputedAmount.amountMinor'],
    [{ disputedAmount: { amountMinor: 1.5, currency: 'CNY' } }, 'input.disputedAmount.amountMinor'],
    [{ disputedAmount: { amountMinor: '1e9', currency: 'CNY' } }, 'input.disputedAmount.amountMinor'],
    [{ disputedAmount: { amountMinor: -1, currency: 'CNY' } }, 'input.disputedAmount'],
    [{ disputedAmount: { amountMinor: 5, currency: 'RENMINBI' } }, 'input.disputedAmount'],
    [{ transaction: { ...transaction, paidAt: '2026-02-27 02:00' } }, 'input.transaction.paidAt'],
    [{ transaction: { ...transaction, paidAt: '2026-02-30T02:00:00Z' } }, 'input.transaction.paidAt'],
    [{ transaction: { ...transaction, paidAt: '2026-02-27T25:00:00Z' } }, 'input.transaction.paidAt'],
    [{ respondentIds: Array.from({ length: 11 }, () => 'x') }, 'input.respondentIds.0'],
    [{ unknown: 1 }, 'input'],
  ])('%j is refused at %s and nothing is written', async (over, path) => {
    const before = await counts(app.database.pool);
    const { error } = await api.ask(cast.complainant, submit, { input: { ...filing, ...over } });
    if (path.includes('respondentIds')) expect(error).toMatchObject({ code: 'NOT_FOUND', path });
    else expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: expect.stringMatching(`^${path}`) }] });
    expect(await counts(app.database.pool)).toEqual(before);
  });

  it.each([
    ['{ dueDate(startOn: "2026-02-30", workingDays: 7) { dueOn } }', 'startOn'],
    ['{ dueDate(startOn: "9999-01-01", workingDays: 7) { dueOn } }', 'startOn'],
    ['{ dueDate(startOn: "1999-01-01", workingDays: 7) { dueOn } }', 'startOn'],
    ['{ dueDate(startOn: "2026-02-13", workingDays: 1.5) { dueOn } }', 'workingDays'],
    ['{ dueDate(startOn: "2026-02-13", workingDays: "1e9") { dueOn } }', 'workingDays'],
    ['{ dueDate(startOn: "2026-02-13", workingDays: -1) { dueOn } }', 'workingDays'],
    ['{ workingDaysBetween(from: "2026-02-13", to: "2026-02-12") }', 'to'],
    ['{ workingCalendar(from: "2020-01-01", to: "2026-01-01") { date } }', 'to'],
    ['{ case(number: "AC\\u0000") { id } }', 'number'],
    ['{ cases(filter: { text: "\\u202e" }) { totalCount } }', 'filter.text'],
    ['{ cases(filter: { stage: [OPEN, CLOSED] }) { totalCount } }', 'filter.stage'],
    ['{ case { id } }', 'id'],
    ['{ case(id: "x", number: "y") { id } }', 'id'],
  ])('%s is refused at %s, written into the document', async (query, path) => {
    const { error } = await api.ask(cast.complainant, query);
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });

  it('lets line feed, tab, emoji and every script through as they are', async () => {
    const description = '第一行\n\t第二行 👩‍👩‍👧 émoji ❤️ العربية עברית ไทย';
    const { data } = await api.ask<{ submitCase: { case: object } }>(
      cast.stranger,
      `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { case { description } } }`,
      { input: { ...filing, description } },
    );
    expect(data.submitCase.case).toEqual({ description });
  });
});

describe('an id', () => {
  it.each([
    'nonsense',
    '',
    'case_',
    'case_1',
    `party_${unknownId}`,
    `case_${unknownId}`,
    unknownId,
    `case_${unknownId.toUpperCase()}'`,
  ])('%j names no case', async (caseId) => {
    const { error } = await api.ask(cast.handler, `query ($id: ID!) { case(id: $id) { id } }`, { id: caseId });
    expect(error).toEqual({ code: 'NOT_FOUND', path: 'id' });
    const { error: refused } = await api.ask(
      cast.handler,
      `mutation ($input: AcceptCaseInput!) { acceptCase(input: $input) { case { id } } }`,
      { input: { caseId, complexity: 'LOW' } },
    );
    expect(refused).toEqual({ code: 'NOT_FOUND', path: 'input.caseId' });
  });

  it('inside an input is NOT_FOUND at its path, of whatever kind it is not', async () => {
    const terms = [{ kind: 'APOLOGY', obligorId: `person_${unknownId}`, beneficiaryId: `party_${unknownId}` }];
    const { error } = await api.ask(
      cast.complainant,
      `mutation ($input: MakeProposalInput!) { makeProposal(input: $input) { case { id } } }`,
      { input: { caseId: id, terms } },
    );
    expect(error).toEqual({ code: 'NOT_FOUND', path: 'input.terms.0.obligorId' });
  });
});

describe('a refusal by a rule', () => {
  const accept = `mutation ($input: AcceptCaseInput!) { acceptCase(input: $input) { case { version } } }`;

  it('is FORBIDDEN for who sees the case and NOT_FOUND for who does not', async () => {
    const input = { caseId: id, complexity: 'LOW' };
    expect((await api.ask(cast.complainant, accept, { input })).error).toEqual({ code: 'FORBIDDEN' });
    expect((await api.ask(cast.manager, accept, { input })).error).toEqual({ code: 'FORBIDDEN' });
    const hidden = await api.ask(cast.stranger, accept, { input });
    const unknown = await api.ask(cast.stranger, accept, { input: { ...input, caseId: `case_${unknownId}` } });
    expect(hidden.error).toEqual({ code: 'NOT_FOUND', path: 'input.caseId' });
    expect(hidden.text).toBe(unknown.text);
  });

  it('tells the version that the case has', async () => {
    const { error } = await api.ask(
      cast.handler,
      `mutation ($input: AssignCaseInput!) { assignCase(input: $input) { case { version } } }`,
      { input: { caseId: id, handlerId: `person_${cast.handler.id}`, expectedVersion: 7 } },
    );
    expect(error).toEqual({ code: 'VERSION_CONFLICT', currentVersion: 1 });
  });

  it.each([
    ['en', 'The case is not in a stage where this is possible'],
    ['zh-CN', '案件当前阶段不能进行此操作'],
    ['fr, en-GB;q=0.5', 'The case is not in a stage where this is possible'],
    ['fr', '案件当前阶段不能进行此操作'],
  ])('names its blockers in the language asked for, %s', async (language, message) => {
    const { error } = await api.ask(
      cast.complainant,
      `mutation ($input: ConfirmResultInput!) { confirmResult(input: $input) { case { id } } }`,
      { input: { caseId: id } },
      { 'accept-language': language },
    );
    expect(error).toEqual({ code: 'GUARD_FAILED', blockedBy: [{ code: 'WRONG_STAGE', message, subjectIds: [id] }] });
  });

  it('of something unexpected says no more than a correlation id', async () => {
    vi.spyOn(app.database.pool, 'connect').mockImplementation(() =>
      Promise.reject(new Error('select secret from nowhere')),
    );
    const { errors, text } = await api.ask(cast.complainant, `{ viewer { id } }`);
    expect(errors[0]!.extensions).toEqual({
      code: 'INTERNAL',
      correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(text).not.toMatch(/secret|nowhere|stack|\.js/);
  });
});

describe('a token', () => {
  const viewer = `{ viewer { name roles teams { name } locale } }`;
  const withAuthorization = (authorization: string) => api.ask(null, viewer, {}, { authorization });

  it('says who one is', async () => {
    const { data } = await api.ask(cast.handler, viewer, {}, { 'accept-language': 'en' });
    expect(data).toEqual({
      viewer: { name: '经办人甲', roles: ['HANDLER'], teams: [{ name: '交易组' }], locale: 'en' },
    });
  });

  it('is needed for everything but the shape of the API', async () => {
    for (const query of [viewer, '{ benchmarks { clock } }', '{ feedCursor }', '{ analytics { asOfAt } }']) {
      const { status, error, text } = await api.ask(null, query);
      expect([status, error]).toEqual([401, { code: 'UNAUTHENTICATED' }]);
      expect(text).not.toContain('"data"');
    }
    expect((await api.ask(null, '{ __typename __schema { queryType { name } } }')).data).toEqual({
      __typename: 'Query',
      __schema: { queryType: { name: 'Query' } },
    });
  });

  it('of another key, form, algorithm, issuer or time is refused', async () => {
    const { key } = await demoKey();
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const sign = (claims: object, secret: Buffer = key, alg = 'HS256') => {
      const signed = `${part({ alg })}.${part({ iss: 'accord-demo', sub: 'test|1', exp: 4_000_000_000, ...claims })}`;
      const signature = alg === 'none' ? '' : createHmac('sha256', secret).update(signed).digest('base64url');
      return `Bearer ${signed}.${signature}`;
    };
    expect((await withAuthorization(sign({}))).data).toMatchObject({ viewer: { name: '小明' } });
    const refused = [
      'Bearer',
      'Bearer nonsense',
      'Basic eDp5',
      sign({ iss: 'elsewhere' }),
      sign({ exp: 1_700_000_000 }),
      sign({ exp: undefined }),
      sign({ sub: 'nobody' }),
      sign({}, Buffer.alloc(32)),
      sign({}, key, 'none'),
    ];
    for (const authorization of refused) {
      expect((await withAuthorization(authorization)).error).toEqual({ code: 'UNAUTHENTICATED' });
    }
  });

  it('is worth nothing once its person is no longer active', async () => {
    await app.database.pool.query(
      `insert into person (id, name, subject) values ('01930000-0000-7000-8000-000000000777', '离职者', 'test|left')`,
    );
    const identity = new Identity(app.database.pool, (await demoKey()).key);
    const verified = await identity.verify((await identity.demoToken('test|left'))!);
    expect(await identity.person(verified)).toMatchObject({ name: '离职者' });
    await app.database.pool.query(`update person set is_active = false where subject = 'test|left'`);
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 5_001);
    await expect(identity.person(verified)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  });

  async function demoKey() {
    const { rows } = await app.database.pool.query<{ key: Buffer }>(
      `select value as key from secret where name = 'demo-token'`,
    );
    return rows[0]!;
  }
});

describe('the demo', () => {
  it('names its people with their roles, as JSON and as a page in both languages', async () => {
    const response = await fetch(`${app.url}/demo`, { headers: { accept: 'application/json' } });
    const { people } = (await response.json()) as {
      people: { id: string; name: string; roles: string[]; token: string }[];
    };
    const rolesOf = (name: string) => people.find((person) => person.name === name)!.roles;
    expect(rolesOf('小明')).toEqual(['USER', 'COMPLAINANT']);
    expect(rolesOf('优品商家')).toEqual(['USER', 'RESPONDENT']);
    expect(rolesOf('经理')).toEqual(['MANAGER']);
    const page = await (await fetch(`${app.url}/demo`, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('演示人员');
    expect(page).toContain('Demo people');
    expect(page).not.toMatch(/(src|href)="https?:/);
  });

  it('when off has no people, no tokens and no introspection', async () => {
    const database = await createTestDatabase();
    const off = await createApp(readConfig({ PORT: '0', DATABASE_URL: database.url, ACCORD_DEMO: 'off' }));
    try {
      for (const accept of ['application/json', 'text/plain']) {
        expect((await fetch(`${off.url}/demo`, { headers: { accept } })).status).toBe(404);
      }
      const ask = async (query: string, authorization = '') => {
        const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
        const response = await fetch(`${off.url}/graphql`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ query }),
        });
        return (await response.json()) as { errors: { message: string; extensions: object }[] };
      };
      expect((await ask('{ viewer { id } }', `Bearer ${api.token(cast.manager)}`)).errors[0]!.extensions).toEqual({
        code: 'UNAUTHENTICATED',
      });
      expect((await ask('{ __schema { types { name } } }')).errors[0]!.extensions).toEqual({
        code: 'GRAPHQL_VALIDATION_FAILED',
      });
      const { errors } = await ask('{ viewr { id } }');
      expect(errors[0]!.message).not.toContain('viewer');
    } finally {
      await off.close();
      await database.drop();
    }
  });
});

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

describe('schema/error-codes.md', () => {
  const text = readFileSync(new URL('../../schema/error-codes.md', import.meta.url), 'utf8');
  const rows = (title: string) => {
    const section = text.split(`## ${title}\n`)[1]!.split('\n## ')[0]!;
    return [...section.matchAll(/^\| `([A-Z_]+)` \|(.*)\|$/gm)];
  };

  it('has every code and every blocker, once, each with what to do', () => {
    expect(rows('Codes').map(([, code]) => code)).toEqual(errorCodes);
    expect(rows('Blockers').map(([, code]) => code)).toEqual(blockerCodes);
    for (const [, , cells] of [...rows('Codes'), ...rows('Blockers')]) {
      expect(cells!.split('|').at(-1)!.trim()).not.toBe('');
    }
  });
});
