import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api, type ApiAnswer } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { handClock, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
const filed: string[] = [];

interface Page {
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

async function page(variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await api.ask<{ cases: Page }>(
    cast.complainant,
    `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: CaseOrder) {
      cases(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
        edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`,
    variables,
  );
  expect(errors).toEqual([]);
  return data.cases;
}

const ids = ({ edges }: Page) => edges.map(({ node }) => node.id);
const submit = async () => caseIdOf(await road(app.runtime).submit(cast.complainant));

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  // Seven at the very same instant, so that only the id tells them apart, and two later ones.
  for (let count = 0; count < 7; count++) filed.push(await submit());
  filed.sort();
  clock.set('2026-03-02T10:00:01');
  for (let count = 0; count < 2; count++) filed.push(await submit());
  // What a Date cannot tell apart.
  const microseconds = 'update dispute_case set filed_at = filed_at + $2::interval where id = $1';
  await app.database.pool.query(microseconds, [filed[7]!.slice(5), '1 microsecond']);
  await app.database.pool.query(microseconds, [filed[8]!.slice(5), '2 microseconds']);
});
afterAll(() => app.close());

const ascending = { field: 'FILED_AT', direction: 'ASC' };

describe('a page of cases', () => {
  it.each([
    [1, 'ASC'],
    [2, 'ASC'],
    [4, 'DESC'],
    [100, 'DESC'],
  ])('of %i, %s, walks every case once, over equal times and microseconds', async (first, direction) => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const found: Page = await page({ first, after, orderBy: { field: 'FILED_AT', direction } });
      expect(found.pageInfo.hasPreviousPage).toBe(after !== null);
      expect(found.totalCount).toBe(9);
      seen.push(...ids(found));
      after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(direction === 'ASC' ? filed : filed.toReversed());
  });

  it('is counted alone, wherever it begins', async () => {
    const { pageInfo } = await page({ first: 2 });
    const count = `query ($after: String) { cases(first: 1, after: $after) { totalCount }
      named: cases(first: 1, after: $after) { __typename } }`;
    const { data } = await api.ask(cast.complainant, count, { after: pageInfo.endCursor });
    expect(data).toEqual({ cases: { totalCount: filed.length }, named: { __typename: 'CaseConnection' } });
  });

  it.each(['2026-02-30T10:00:00.000000Z', '2026-03-02T24:00:00.000000Z', '0000-01-01T00:00:00.000000Z'])(
    'does not begin at %s, which is no time',
    async (time) => {
      const after = Buffer.from(JSON.stringify(['FILED_AT ASC', time, filed[0]!.slice(5)])).toString('base64url');
      const { error } = await api.ask(
        cast.complainant,
        'query ($after: String, $orderBy: CaseOrder) { cases(after: $after, orderBy: $orderBy) { totalCount } }',
        { after, orderBy: ascending },
      );
      expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'after' }] });
    },
  );

  it('walks backwards, each page in the order of the list', async () => {
    const last = await page({ last: 4, orderBy: ascending });
    expect(ids(last)).toEqual(filed.slice(5));
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const before = await page({ last: 4, before: last.pageInfo.startCursor, orderBy: ascending });
    expect(ids(before)).toEqual(filed.slice(1, 5));
    expect(before.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const rest = await page({ last: 4, before: before.pageInfo.startCursor, orderBy: ascending });
    expect(ids(rest)).toEqual(filed.slice(0, 1));
    expect(rest.pageInfo).toMatchObject({ hasPreviousPage: false });
  });

  it('begins after its cursor whatever is filed meanwhile', async () => {
    const first = await page({ first: 3, orderBy: { field: 'FILED_AT', direction: 'DESC' } });
    clock.set('2026-03-02T10:00:05');
    const late = await submit();
    const second = await page({
      first: 3,
      after: first.pageInfo.endCursor,
      orderBy: { field: 'FILED_AT', direction: 'DESC' },
    });
    expect(ids(second)).toEqual(filed.toReversed().slice(3, 6));
    await app.database.pool.query('delete from party_member where case_id = $1', [late.slice(5)]);
  });

  it('is 20 when nothing says, empty for 0, and orders by number and by change', async () => {
    expect(ids(await page({}))).toHaveLength(9);
    expect(await page({ first: 0 })).toMatchObject({
      edges: [],
      totalCount: 9,
      pageInfo: { hasNextPage: true, startCursor: null },
    });
    const byNumber = await page({ first: 5, orderBy: { field: 'NUMBER', direction: 'ASC' } });
    const next = await page({
      first: 5,
      after: byNumber.pageInfo.endCursor,
      orderBy: { field: 'NUMBER', direction: 'ASC' },
    });
    expect(new Set([...ids(byNumber), ...ids(next)]).size).toBe(9);
    const byChange = await page({ first: 9, orderBy: { field: 'UPDATED_AT', direction: 'DESC' } });
    expect(new Set(ids(byChange).slice(0, 2))).toEqual(new Set(filed.slice(7)));
  });

  it('stands where its cursor was when rows before it go and others come, at the very same instant', async () => {
    const orderBy = ascending;
    const first = await page({ first: 4, orderBy });
    clock.set('2026-03-02T10:00:00');
    const twin = await submit();
    const [gone] = ids(first).slice(-1);
    const hide = 'update party_member set person_id = $2 where case_id = $1 and person_id = $3';
    const { pool } = app.database;
    // The row of the cursor itself is seen no more.
    await pool.query(hide, [gone!.slice(5), cast.stranger.id, cast.complainant.id]);
    const rest = await page({ first: 100, after: first.pageInfo.endCursor, orderBy });
    const before = await page({ last: 100, before: first.pageInfo.endCursor, orderBy });
    expect(ids(before)).toEqual([...ids(first).slice(0, -1), ...(twin < gone! ? [twin] : [])].toSorted());
    expect(ids(rest)).toEqual(
      [...filed.slice(4, 7), ...(twin > gone! ? [twin] : [])].toSorted().concat(filed.slice(7)),
    );
    await pool.query(hide, [gone!.slice(5), cast.complainant.id, cast.stranger.id]);
    await pool.query('delete from party_member where case_id = $1', [twin.slice(5)]);
  });

  it.each([
    [{ first: 101 }, 'first'],
    [{ first: -1 }, 'first'],
    [{ last: 1000 }, 'last'],
    [{ first: 2, last: 2 }, 'last'],
    [{ first: 2, before: 'x' }, 'last'],
    [{ after: 'garbage' }, 'after'],
    [{ after: '' }, 'after'],
    [{ before: Buffer.from('["FILED_AT DESC","2026-03-02T10:00:00.000000Z"]').toString('base64url') }, 'before'],
    [
      {
        after: Buffer.from(
          '["FILED_AT DESC","2026-99-99T10:00:00.000000Z","01930000-0000-7000-8000-000000000001"]',
        ).toString('base64url'),
      },
      'after',
    ],
    [
      { after: Buffer.from(`["FILED_AT DESC","2026-03-02T10:00:00.000000Z","' or true"]`).toString('base64url') },
      'after',
    ],
  ])('refuses %j, naming %s', async (variables, path) => {
    const { error } = await api.ask(
      cast.complainant,
      `query ($first: Int, $after: String, $last: Int, $before: String) {
        cases(first: $first, after: $after, last: $last, before: $before) { totalCount } }`,
      variables,
    );
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });

  it('refuses a cursor of another order or connection', async () => {
    const { pageInfo } = await page({ first: 1, orderBy: ascending });
    const other = await api.ask(cast.complainant, `query ($after: String) { cases(after: $after) { totalCount } }`, {
      after: pageInfo.endCursor,
    });
    expect(other.error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'after' }] });
    const nested = await api.ask(
      cast.complainant,
      `query ($id: ID!, $after: String) { case(id: $id) { events(after: $after) { totalCount nodes { id } } } }`,
      { id: filed[0], after: pageInfo.endCursor },
    );
    expect(nested.error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'events.after' }] });
  });
});

describe('a page below a case', () => {
  const ask = (variables: object) =>
    api.ask(
      cast.complainant,
      `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
        here: case(id: $id) { log: events(first: $first, after: $after, last: $last, before: $before) { totalCount } } }`,
      { id: filed[0], ...variables },
    );
  const cursorOf = (...parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

  it.each([
    [{ first: 101 }, 'events.first'],
    [{ first: -1 }, 'events.first'],
    [{ last: 101 }, 'events.last'],
    [{ last: -1 }, 'events.last'],
    [{ first: 1, last: 1 }, 'events.last'],
    [{ after: 'garbage' }, 'events.after'],
    [{ before: '' }, 'events.before'],
    [{ after: cursorOf('events') }, 'events.after'],
    [{ after: cursorOf('events', 'not an id') }, 'events.after'],
    [{ after: cursorOf('messages', '01930000-0000-7000-8000-000000000001') }, 'events.after'],
    [{ before: cursorOf('events', '01930000-0000-7000-8000-000000000001', 'more') }, 'events.before'],
  ])('refuses %j at its root field, naming %s', async (variables, path) => {
    const { data, errors } = await ask(variables);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['here'], extensions: { code: 'BAD_USER_INPUT', fields: [{ path }] } }]);
  });

  it('of no rows says where it stands', async () => {
    expect((await ask({ first: 0 })).errors).toEqual([]);
    expect((await ask({ last: 0 })).errors).toEqual([]);
  });
});

describe('a page of the log', () => {
  interface Log {
    case: { messages: { nodes: { text: string }[]; pageInfo: Page['pageInfo'] } };
  }

  it('walks every event once, in the order in which they were written', async () => {
    const walk = await road(app.runtime).submit(cast.complainant);
    for (const text of ['一', '二', '三', '四', '五']) await walk.act(cast.complainant, 'postMessage', { text });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer: ApiAnswer<Log> = await api.ask<Log>(
        cast.complainant,
        `query ($id: ID!, $after: String) {
          case(id: $id) { messages(first: 2, after: $after) { nodes { text } pageInfo { hasNextPage endCursor } } } }`,
        { id: caseIdOf(walk), after },
      );
      const { nodes, pageInfo } = answer.data.case.messages;
      seen.push(...nodes.map(({ text }) => text));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['一', '二', '三', '四', '五']);
  });
});
