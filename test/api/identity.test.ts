import { createHmac } from 'node:crypto';
import { createApp } from '@accord/server/app';
import { readConfig } from '@accord/server/config';
import { DemoIssuer } from '@accord/server/graphql/demo-issuer';
import { Identity } from '@accord/server/graphql/identity';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { createTestDatabase } from '../support/postgres.js';
import { handClock, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
});
afterAll(() => app.close());
afterEach(() => vi.restoreAllMocks());

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
    const issuer = new DemoIssuer((await demoKey()).key);
    const identity = new Identity(app.database.pool, issuer);
    const verified = await identity.verify(await issuer.sign('test|left'));
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
