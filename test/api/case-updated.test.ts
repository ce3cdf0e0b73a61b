import { createHmac } from 'node:crypto';
import type { Person } from '@accord/server/domain/permission';
import { createClient, type Client } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { unknownId } from '../support/refusal.js';
import { handClock, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
const clients: Client[] = [];

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterEach(() => clients.splice(0).forEach((client) => void client.dispose()));
afterAll(() => app.close());

const socketUrl = () => `${app.url.replace('http', 'ws')}/graphql`;

function connect(person: Person): Client {
  const connectionParams = { authorization: `Bearer ${api.token(person)}`, locale: 'en' };
  const client = createClient({ url: socketUrl(), webSocketImpl: WebSocket, connectionParams, retryAttempts: 0 });
  clients.push(client);
  return client;
}

/** What a stream has said so far, and how it ended. */
function follow(person: Person, query: string, variables: Record<string, unknown>) {
  const seen: unknown[] = [];
  const stream = { seen, error: undefined as unknown, isDone: false, stop: () => {} };
  stream.stop = connect(person).subscribe(
    { query, variables },
    {
      next: ({ data, errors }) => seen.push(errors ?? data),
      error: (error) => (stream.error = error),
      complete: () => (stream.isDone = true),
    },
  );
  return stream;
}

const caseUpdated = `subscription ($id: ID!) { caseUpdated(id: $id) { version stage handler { name } evidence { totalCount } } }`;
const seenSoon = (stream: { seen: unknown[] }, count: number) =>
  vi.waitFor(() => expect(stream.seen.length).toBeGreaterThanOrEqual(count), 5_000);

describe('caseUpdated', () => {
  it('tells nothing again that stood when it began, though another transaction was open since before', async () => {
    const { pool } = app.database;
    const other = await pool.connect();
    await other.query('begin; select pg_current_xact_id()');
    const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    const stream = follow(cast.complainant, caseUpdated, { id: caseIdOf(walk) });
    try {
      await seenSoon(stream, 1);
    } finally {
      await other.query('rollback');
      other.release();
    }
    // Looked at so often after that, the feed has told of the filing to whom it had not.
    const asked = vi.spyOn(pool, 'query');
    const looks = () =>
      asked.mock.calls.filter(([query]) => (query as { name?: string }).name === 'look-at-feed').length;
    await expect.poll(looks).toBeGreaterThan(3);
    asked.mockRestore();
    await walk.act(cast.complainant, 'postMessage', { text: '还在吗' });
    const told = () => stream.seen.map((data) => (data as { caseUpdated: { version: number } }).caseUpdated.version);
    await expect.poll(told).toEqual([1, 2]);
  });

  it('tells the case as it stands at once, and again after every change', async () => {
    const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    const party = follow(cast.complainant, caseUpdated, { id: caseIdOf(walk) });
    const manager = follow(cast.manager, caseUpdated, { id: caseIdOf(walk) });
    const versions = ({ seen }: { seen: unknown[] }) => [
      ...new Set(seen.map((data) => (data as { caseUpdated: { version: number } }).caseUpdated.version)),
    ];
    const reach = (version: number) =>
      vi.waitFor(() => {
        for (const { seen } of [party, manager]) expect(seen.at(-1)).toMatchObject({ caseUpdated: { version } });
      }, 5_000);
    await reach(1);
    await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    await reach(2);
    await walk.act(cast.handler, 'acceptCase', { complexity: 'LOW' });
    await reach(3);
    const none = { evidence: { totalCount: 0 } };
    expect(versions(party)).toEqual([1, 2, 3]);
    expect(versions(manager)).toEqual([1, 2, 3]);
    expect(party.seen[0]).toEqual({ caseUpdated: { version: 1, stage: 'SUBMITTED', handler: null, ...none } });
    expect(party.seen.at(-1)).toEqual({
      caseUpdated: { version: 3, stage: 'ACCEPTED', handler: { name: '经办人甲' }, ...none },
    });
    expect(manager.seen.at(-1)).toEqual({ caseUpdated: { version: 3, stage: 'ACCEPTED', handler: null, ...none } });
  });

  it('says nothing to who may not see what changed', async () => {
    const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    const [complainant, respondent, manager] = [cast.complainant, cast.respondent, cast.manager].map((person) =>
      follow(person, caseUpdated, { id: caseIdOf(walk) }),
    );
    const streams = [complainant!, respondent!, manager!];
    const reachAll = (version: number) =>
      vi.waitFor(() => {
        for (const { seen } of streams) expect(seen.at(-1)).toMatchObject({ caseUpdated: { version } });
      }, 5_000);
    await reachAll(1);
    // What was under way when a stream began can come again; after this nothing of before does.
    await walk.act(cast.complainant, 'postMessage', { text: '您好' });
    await reachAll(2);
    const before = streams.map(({ seen }) => seen.length);
    await walk.act(cast.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单' });
    await seenSoon(complainant!, before[0]! + 1);
    await walk.act(cast.complainant, 'postMessage', { text: '已提交' });
    await reachAll(3);
    expect(streams.map(({ seen }, index) => seen.length - before[index]!)).toEqual([2, 1, 1]);
    expect(respondent!.seen.at(-1)).toMatchObject({ caseUpdated: { evidence: { totalCount: 0 } } });
    expect(complainant!.seen.at(-1)).toMatchObject({ caseUpdated: { evidence: { totalCount: 1 } } });
  });

  it.each([
    ['unknown', () => `case_${unknownId}`],
    ['of no form', () => 'nonsense'],
  ])('of a case %s is an error, never a silent stream', async (_what, id) => {
    const stream = follow(cast.complainant, caseUpdated, { id: id() });
    await vi.waitFor(() => expect(stream.error).toMatchObject([{ extensions: { code: 'NOT_FOUND', path: 'id' } }]));
    expect(stream.seen).toEqual([]);
  });

  it('of a case one may not see is the same error', async () => {
    const walk = await road(app.runtime).submit(cast.complainant);
    const stream = follow(cast.stranger, caseUpdated, { id: caseIdOf(walk) });
    await vi.waitFor(() => expect(stream.error).toMatchObject([{ extensions: { code: 'NOT_FOUND', path: 'id' } }]));
  });

  it('ends when the right to see the case does', async () => {
    const walk = await road(app.runtime).submit(cast.complainant);
    const stream = follow(cast.colleague, caseUpdated, { id: caseIdOf(walk) });
    await seenSoon(stream, 1);
    await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    await vi.waitFor(() => expect(stream.error).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]), 5_000);
    expect(JSON.stringify(stream.seen)).not.toContain('经办人甲');
  });

  it('judges by the rights of the moment, at most five seconds old', async () => {
    const walk = await road(app.runtime).submit(cast.complainant);
    const stream = follow(cast.supervisor, caseUpdated, { id: caseIdOf(walk) });
    await seenSoon(stream, 1);
    const { pool } = app.database;
    await pool.query('delete from team_member where person_id = $1', [cast.supervisor.id]);
    const { now } = performance;
    const later = vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + 5_001);
    try {
      await walk.act(cast.complainant, 'postMessage', { text: '请处理' });
      await vi.waitFor(() => expect(stream.error).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]), 5_000);
      expect(new Set(stream.seen.map((data) => JSON.stringify(data))).size).toBe(1);
    } finally {
      later.mockRestore();
      await pool.query('insert into team_member (team_id, person_id) values ($1, $2)', [
        cast.teamId,
        cast.supervisor.id,
      ]);
    }
  });

  it('stops when its client says so, and the socket carries on', async () => {
    const walk = await road(app.runtime).submit(cast.complainant);
    const stream = follow(cast.complainant, caseUpdated, { id: caseIdOf(walk) });
    await seenSoon(stream, 1);
    stream.stop();
    await vi.waitFor(() => expect(stream.isDone).toBe(true));
    const { length } = stream.seen;
    await walk.act(cast.complainant, 'postMessage', { text: '还在吗' });
    expect(stream.seen).toHaveLength(length);
  });

  it.each([
    ['a right that was lost', 'colleague', 'delete from team_member where person_id = $1', 'NOT_FOUND'],
    ['a person who has left', 'manager', 'update person set is_active = false where id = $1', 'UNAUTHENTICATED'],
  ] as const)('ends in silence too, for %s', async (_name, who, loss, expected) => {
    const walk = await road(app.runtime).submit(cast.complainant);
    const stream = follow(cast[who], caseUpdated, { id: caseIdOf(walk) });
    await seenSoon(stream, 1);
    await app.database.pool.query(loss, [cast[who].id]);
    await vi.waitFor(() => expect(stream.error).toMatchObject([{ extensions: { code: expected } }]), 10_000);
  });
});

describe('the socket', () => {
  it.each([
    ['{ viewer { id } }', {}, 'BAD_REQUEST'],
    ['mutation { closeCase(input: { caseId: "x" }) { eventCursor } }', {}, 'BAD_REQUEST'],
    ['subscription { nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { caseUpdated(id: }', {}, 'GRAPHQL_PARSE_FAILED'],
    ['subscription ($id: ID!) { caseUpdated(id: $id) { id } }', {}, 'BAD_USER_INPUT'],
    ['subscription ($id: ID!) { caseUpdated(id: $id) { id } }', { id: 'a\u0000' }, 'BAD_USER_INPUT'],
    [
      `subscription { caseUpdated(id: "x") { ${Array.from({ length: 31 }, (_, at) => `a${at}: id`).join(' ')} } }`,
      {},
      'QUERY_TOO_COMPLEX',
    ],
  ])('judges %s as HTTP does, and answers that operation alone', async (query, variables, code) => {
    const client = connect(cast.complainant);
    const ask = (text: string, values: Record<string, unknown>) =>
      new Promise((resolve) => {
        client.subscribe({ query: text, variables: values }, { next: resolve, error: resolve, complete: () => {} });
      });
    expect(await ask(query, variables)).toMatchObject([{ extensions: { code } }]);
    const walk = await road(app.runtime).submit(cast.complainant);
    expect(
      await ask('subscription ($id: ID!) { caseUpdated(id: $id) { stage } }', { id: caseIdOf(walk) }),
    ).toMatchObject({
      data: { caseUpdated: { stage: 'SUBMITTED' } },
    });
  });

  const closed = (protocol: string, ...messages: unknown[]) =>
    new Promise<number>((resolve, reject) => {
      const socket = new WebSocket(socketUrl(), protocol);
      socket.on('open', () =>
        messages.forEach((message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message))),
      );
      socket.on('close', resolve);
      socket.on('error', reject);
    });
  const init = (authorization?: string) => ({
    type: 'connection_init',
    payload: authorization ? { authorization } : {},
  });

  it('closes with 4403 on who brings no good token, and never says why', async () => {
    expect(await closed('graphql-transport-ws', init())).toBe(4403);
    expect(await closed('graphql-transport-ws', init('Bearer nonsense'))).toBe(4403);
  });

  it('closes on who subscribes before saying who they are, sends nonsense, or too much', async () => {
    const subscribe = { id: '1', type: 'subscribe', payload: { query: caseUpdated } };
    expect(await closed('graphql-transport-ws', subscribe)).toBe(4401);
    expect(await closed('graphql-transport-ws', 'nonsense')).toBe(4400);
    expect(await closed('graphql-transport-ws', 'x'.repeat(65 * 1024))).toBe(1009);
  });

  it('waits three seconds for connection_init', async () => {
    expect(await closed('graphql-transport-ws')).toBe(4408);
  });

  it('closes with 4403 when its token expires', async () => {
    const { rows } = await app.database.pool.query<{ key: Buffer }>(
      `select value as key from secret where name = 'demo-token'`,
    );
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const exp = Math.floor(Date.now() / 1000) + 2;
    const signed = `${part({ alg: 'HS256' })}.${part({ iss: 'accord-demo', sub: 'test|1', exp })}`;
    const token = `${signed}.${createHmac('sha256', rows[0]!.key).update(signed).digest('base64url')}`;
    expect(await closed('graphql-transport-ws', init(`Bearer ${token}`))).toBe(4403);
  });

  it('closes with 1012 when the server stops', async () => {
    const other = await startApp({ now: clock.now });
    await createCast(other.database.pool);
    const otherApi = await openApi(other);
    const socket = new WebSocket(`${other.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const code = new Promise<number>((resolve) => socket.on('close', resolve));
    await new Promise((resolve) => socket.on('open', resolve));
    const acknowledged = new Promise((resolve) => socket.on('message', resolve));
    socket.send(JSON.stringify(init(`Bearer ${otherApi.token(cast.complainant)}`)));
    await acknowledged;
    await other.close();
    expect(await code).toBe(1012);
  });

  it('has one path', async () => {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/elsewhere`, 'graphql-transport-ws');
    await expect(new Promise((_resolve, reject) => socket.on('error', reject))).rejects.toThrow(/404/);
  });
});
