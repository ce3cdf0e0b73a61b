import { createHmac } from 'node:crypto';
import type { App } from '@accord/server/app';
import { exportSPKI } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startApp } from '../support/app.js';
import {
  audience,
  createSigningKey,
  startOpenidProvider,
  type OpenidProvider,
  type SigningKey,
} from '../support/openid-provider.js';
import { openSocket } from '../support/socket.js';

const accounts = [
  { subject: 'xiaoming', name: '小明' },
  { subject: 'nameless' },
  { subject: 'forged-name', name: 'a\u202eb' },
  { subject: 'root', name: '管理员' },
  { subject: 'gone', name: '离开者' },
  { subject: 'late', name: '后来者' },
  { subject: 'brief', name: '短客', lifetime: 2 },
];
const [xiaoming, nameless, forgedName, root, gone, late, brief] = accounts as [
  Account,
  Account,
  Account,
  Account,
  Account,
  Account,
  Account,
];
type Account = (typeof accounts)[number];

let key: SigningKey;
let provider: OpenidProvider;
let app: App;

beforeAll(async () => {
  key = await createSigningKey('first');
  provider = await startOpenidProvider(accounts, [key]);
  app = await startApp({}, environment(provider));
});
afterAll(async () => {
  await app.close();
  await provider.close();
});
afterEach(() => vi.restoreAllMocks());

function environment({ issuer }: OpenidProvider) {
  return { ACCORD_DEMO: 'off', OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_ADMINISTRATOR: 'root' };
}

interface Answer {
  data: { viewer: { id: string; name: string; roles: string[] } };
  errors?: { message: string; extensions: Record<string, unknown> }[];
}

async function askWith(token: string, query = '{ viewer { id name roles } }', { url } = app) {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    authorization: `Bearer ${token}`,
  };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data, errors } = (await response.json()) as Answer;
  return {
    status: response.status,
    viewer: data?.viewer,
    error: errors?.[0]?.extensions,
    message: errors?.[0]?.message,
  };
}

const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;
const claims = (changes: object = {}) => ({
  iss: provider.issuer,
  aud: audience,
  sub: 'xiaoming',
  exp: inAnHour(),
  ...changes,
});

describe('a token of an OpenID provider', () => {
  it('makes its subject a person who may file, the first time it is seen', async () => {
    const { viewer } = await askWith(await provider.token(xiaoming));
    expect(viewer).toEqual({ id: expect.stringMatching(/^person_/), name: '小明', roles: ['USER'] });
    expect((await askWith(await provider.token(xiaoming))).viewer).toEqual(viewer);
    const filed = await askWith(
      await provider.token(xiaoming),
      `mutation { submitCase(input: { type: TRADE_DISPUTE, reason: POOR_QUALITY, channel: WEB, truthDeclared: true
        description: "收到的商品有严重的质量问题。", requestedRemedy: "退货退款" }) { case { number } } }`,
    );
    expect(filed.error).toBeUndefined();
  });

  it('makes one person of many first requests', async () => {
    const tokens = await Promise.all(Array.from({ length: 8 }, () => provider.token(late)));
    const answers = await Promise.all(tokens.map((token) => askWith(token)));
    expect(new Set(answers.map(({ viewer }) => viewer?.id)).size).toBe(1);
  });

  it('names whom it does not name, or names as no text may, by a number', async () => {
    for (const account of [nameless, forgedName]) {
      expect((await askWith(await provider.token(account))).viewer!.name).toMatch(/^用户 [0-9a-f]{6}$/);
    }
  });

  it('gives no role, whatever it says; the administrator is whom the configuration names', async () => {
    expect((await askWith(await provider.token(xiaoming))).viewer!.roles).toEqual(['USER']);
    const administrator = await provider.token(root);
    const { id, roles } = (await askWith(administrator)).viewer!;
    expect(roles).toEqual(['USER', 'ADMIN']);
    const person = (await askWith(await provider.token(gone))).viewer!.id;
    const { error } = await askWith(
      administrator,
      `mutation { updatePerson(input: { personId: "${person}", isActive: false }) { person { id } } }`,
    );
    expect([error, id]).toEqual([undefined, expect.stringMatching(/^person_/)]);
    // Nobody comes back by signing in again.
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 10_000);
    expect((await askWith(await provider.token(gone))).error).toEqual({ code: 'UNAUTHENTICATED' });
    const { rows } = await app.database.pool.query(`select 1 from person where subject = 'gone'`);
    expect(rows).toHaveLength(1);
  });

  it('is no token of somebody else with the same subject, under another issuer', async () => {
    const { pool } = app.database;
    await pool.query(
      `insert into person (id, name, issuer, subject, roles)
       values ('01930000-0000-7000-8000-000000000777', '同号者', 'https://elsewhere.example', 'nameless', '{ADMIN}')`,
    );
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 20_000);
    expect((await askWith(await provider.token(nameless))).viewer!.roles).toEqual(['USER']);
  });

  const refusals: [string, () => Promise<string> | string, string][] = [
    ['for another audience', () => provider.token(xiaoming, 'https://other.example'), 'audience'],
    ['for no audience', () => provider.forge(claims({ aud: undefined })), 'aud'],
    ['of another issuer', () => provider.forge(claims({ iss: 'https://elsewhere.example' })), 'issuer'],
    ['that has expired', () => provider.forge(claims({ exp: inAnHour() - 3601 })), 'expired'],
    ['that never expires', () => provider.forge(claims({ exp: undefined })), 'exp'],
    ['that is not valid yet', () => provider.forge(claims({ nbf: inAnHour() - 3000 })), 'not valid yet'],
    ['without a subject', () => provider.forge(claims({ sub: undefined })), 'sub'],
    ['with an empty subject', () => provider.forge(claims({ sub: '' })), 'subject'],
    ['whose subject is no text', () => provider.forge(claims({ sub: 7 as never })), 'subject'],
    ['signed with another key', async () => provider.forge(claims(), await createSigningKey('first')), 'not good'],
    [
      'of a key that the issuer does not have',
      async () => provider.forge(claims(), await createSigningKey('x')),
      'good',
    ],
    ['of another algorithm', async () => provider.forge(claims(), await createSigningKey('first', 'ES256')), 'good'],
    ['without a signature', () => unsigned({ alg: 'none' }), 'not good'],
    ['without a signature, under the name of the key', () => unsigned({ alg: 'none', kid: 'first' }), 'not good'],
    ['signed with the public key as a secret', async () => hmac(await exportSPKI(key.public)), 'not good'],
    ['that was changed', async () => changed(await provider.token(xiaoming)), 'not good'],
    ['of the demo', () => hmac('secret', { iss: 'accord-demo' }), 'not good'],
    ['that is no token', () => 'nonsense', 'not good'],
  ];

  it.each(refusals)('%s is refused', async (_what, make, why) => {
    const { status, error, message } = await askWith(await make());
    expect([status, error]).toEqual([401, { code: 'UNAUTHENTICATED' }]);
    expect(message).toContain(why);
  });

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = (header: object) => `${part(header)}.${part(claims())}.`;
  function hmac(secret: string, changes: object = {}): string {
    const signed = `${part({ alg: 'HS256', kid: 'first' })}.${part(claims(changes))}`;
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  }
  function changed(token: string): string {
    const [header, , signature] = token.split('.') as [string, string, string];
    return `${header}.${part(claims({ sub: 'root' }))}.${signature}`;
  }
});

describe('a token of an OpenID provider, over WebSocket', () => {
  it('is judged as over HTTP', async () => {
    expect(await openSocket(app.url, await provider.token(xiaoming, 'https://other.example')).closed()).toBe(4403);
    const connection = openSocket(app.url, await provider.token(xiaoming));
    await expect.poll(() => connection.messages).toEqual([{ type: 'connection_ack' }]);
    connection.socket.close();
  });

  it('is told of a minute before it expires', async () => {
    const token = await provider.forge(claims({ exp: Math.floor(Date.now() / 1000) + 64 }));
    const connection = openSocket(app.url, token);
    const warning = { type: 'ping', payload: { reason: 'TOKEN_EXPIRES', inMs: 60_000 } };
    await expect.poll(() => connection.messages).toEqual([{ type: 'connection_ack' }, warning]);
    connection.socket.close();
  });

  it('closes with 4403 when it expires, and is told of at once when that is sooner than in a minute', async () => {
    const connection = openSocket(app.url, await provider.token(brief));
    expect(await connection.closed()).toBe(4403);
    expect(connection.messages).toMatchObject([
      { type: 'connection_ack' },
      { type: 'ping', payload: { reason: 'TOKEN_EXPIRES', inMs: expect.any(Number) } },
    ]);
    expect(connection.socket.readyState).toBe(connection.socket.CLOSED);
  });
});

describe('an OpenID provider', () => {
  let own: OpenidProvider;
  let guest: App;

  beforeAll(async () => {
    own = await startOpenidProvider(accounts, [key]);
    guest = await startApp({}, environment(own));
  });
  afterAll(async () => {
    await guest.close();
    await own.close();
  });

  const ask = (token: string) => askWith(token, undefined, guest);
  const now = Date.now.bind(Date);
  const inTime = (ms: number) => vi.spyOn(Date, 'now').mockImplementation(() => now() + ms);
  async function restart(keys: SigningKey[]): Promise<void> {
    await own.close();
    own = await startOpenidProvider(accounts, keys, Number(new URL(own.issuer).port));
  }

  it('that cannot be reached refuses nobody whom it vouched for, and everybody else for the moment', async () => {
    const seen = await own.token(xiaoming);
    const unseen = await own.token(late);
    await own.close();
    // Its keys were never read.
    const refused = await ask(seen);
    expect([refused.status, refused.error]).toEqual([
      503,
      { code: 'INTERNAL', correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    ]);
    expect(refused.message).toContain('try again');
    own = await startOpenidProvider(accounts, [key], Number(new URL(own.issuer).port));
    inTime(2_001);
    expect((await ask(seen)).viewer?.name).toBe('小明');
    await own.close();
    expect((await ask(seen)).viewer?.name).toBe('小明');
    expect((await ask(unseen)).viewer?.name).toBe('后来者');
    const stranger = await own.forge({ ...claims(), iss: own.issuer }, await createSigningKey('unknown'));
    expect((await ask(stranger)).error).toEqual({ code: 'UNAUTHENTICATED' });
    inTime(60_000);
    expect((await ask(stranger)).error).toMatchObject({ code: 'INTERNAL' });
    expect(await openSocket(guest.url, stranger).closed()).toBe(1013);
    expect((await fetch(`${guest.url}/readyz`)).status).toBe(200);
    own = await startOpenidProvider(accounts, [key], Number(new URL(own.issuer).port));
  });

  it('may change its keys: those it has are good, also in tokens seen before, those it no longer has are not', async () => {
    const second = await createSigningKey('second');
    const old = await own.token(xiaoming);
    expect((await ask(old)).viewer?.name).toBe('小明');
    await restart([second, key]);
    inTime(120_000);
    const renewed = await own.token(xiaoming);
    expect((await ask(renewed)).viewer?.name).toBe('小明');
    expect((await ask(old)).viewer?.name).toBe('小明');
    await restart([second]);
    inTime(600_000);
    // The keys are read anew beside a request, which does not wait for it.
    await expect.poll(async () => (await ask(old)).error).toEqual({ code: 'UNAUTHENTICATED' });
    expect((await ask(await own.forge({ ...claims(), iss: own.issuer }, key))).error).toEqual({
      code: 'UNAUTHENTICATED',
    });
    expect((await ask(renewed)).viewer?.name).toBe('小明');
  });
});
