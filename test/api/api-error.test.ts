import { readFileSync } from 'node:fs';
import { blockerCodes } from '@accord/server/domain/blocker';
import { errorCodes } from '@accord/server/graphql/errors';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
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

describe('an input with several wrong fields', () => {
  const pathsOf = (error: unknown) => (error as { fields: { path: string }[] }).fields.map(({ path }) => path);

  it('is refused once, naming each of them, and nothing is written', async () => {
    const before = await counts(app.database.pool);
    const wrong = {
      reason: 'DUPLICATE_CHARGE',
      description: '太短',
      truthDeclared: false,
      disputedAmount: { amountMinor: 5, currency: 'RENMINBI' },
      transaction: { reference: ' ', paidAt: '2026-03-03T02:00:00Z', amount: { amountMinor: 0, currency: 'CNY' } },
    };
    const { error } = await api.ask(cast.complainant, submit, { input: { ...filing, ...wrong } });
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(pathsOf(error)).toEqual([
      'input.reason',
      'input.description',
      'input.truthDeclared',
      'input.transaction.reference',
      'input.transaction.amount.amountMinor',
      'input.transaction.paidAt',
      'input.disputedAmount.currency',
    ]);
    expect(await counts(app.database.pool)).toEqual(before);
  });

  it('is refused like that by a change of a case too', async () => {
    const amend = 'mutation ($input: AmendCaseInput!) { amendCase(input: $input) { case { id } } }';
    const disputedAmount = { amountMinor: -1, currency: 'CNY' };
    const input = { caseId: id, description: '短', requestedRemedy: ' ', disputedAmount };
    const { error } = await api.ask(cast.complainant, amend, { input });
    expect(pathsOf(error)).toEqual(['input.disputedAmount.amountMinor', 'input.description', 'input.requestedRemedy']);
  });

  it('is FORBIDDEN where that comes first', async () => {
    const wrong = { receivedOn: '2026-02-27', disputedAmount: { amountMinor: -1, currency: 'CNY' } };
    const { error } = await api.ask(cast.complainant, submit, { input: { ...filing, ...wrong } });
    expect(error).toMatchObject({ code: 'FORBIDDEN' });
  });
});

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

  it('nested beyond all measure is refused like any other', async () => {
    const body = `{"query":"{ viewer { id } }","variables":{"nested":${'['.repeat(25_000)}${']'.repeat(25_000)}}}`;
    const answer = await api.post(body, { authorization: `Bearer ${api.token(cast.complainant)}` });
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
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
    ['zh;q=0.1, en;q=0.9', 'The case is not in a stage where this is possible'],
    ['en;q=0.8, zh-TW', '案件当前阶段不能进行此操作'],
    ['en;q=0, fr', '案件当前阶段不能进行此操作'],
    ['en;q=x', '案件当前阶段不能进行此操作'],
    ['fr;q=0.9, *;q=0.5', '案件当前阶段不能进行此操作'],
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
    vi.spyOn(app.database.pool, 'connect').mockImplementation(() => {
      throw new Error('select secret from nowhere');
    });
    const { errors, text } = await api.ask(cast.complainant, `{ viewer { id } }`);
    expect(errors[0]!.extensions).toEqual({
      code: 'INTERNAL',
      correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(text).not.toMatch(/secret|nowhere|stack|\.js/);
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
