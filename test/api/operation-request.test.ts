import { once } from 'node:events';
import { request as ask } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { budgets } from '@accord/server/config';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';

const lateMs = 400;
const { requestTimeoutMs } = budgets.http;
let app: Awaited<ReturnType<typeof startApp>>;
const sockets: Socket[] = [];

beforeAll(async () => {
  // A body that is late must not make the test late.
  (budgets.http as { requestTimeoutMs: number }).requestTimeoutMs = lateMs;
  app = await startApp();
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});
afterAll(async () => {
  (budgets.http as { requestTimeoutMs: number }).requestTimeoutMs = requestTimeoutMs;
  await app.close();
});

/** A connection and everything that it hears. */
function open(url = app.url): { socket: Socket; heard: () => string; closed: Promise<unknown> } {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => (text += part));
  socket.on('error', () => {});
  return { socket, heard: () => text, closed: once(socket, 'close') };
}

const head = (lines: string[]) =>
  ['POST /graphql HTTP/1.1', 'host: here', 'content-type: application/json', ...lines, '', ''].join('\r\n');
const body = '{"query":"{ __typename }"}';

function post(
  headers: Record<string, string>,
  content = body,
): Promise<{ status: number; headers: object; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const asked = ask(`${app.url}/graphql`, { method: 'POST', headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, bytes: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject).end(content);
  });
}

describe('the request of an operation', () => {
  it.each([
    ['application/json', 200],
    ['application/json; charset=utf-8', 200],
    ['Application/JSON;charset=UTF-8', 200],
    ['application/jsonp', 415],
    ['application/graphql', 415],
    ['text/plain;application/json', 415],
    ['', 415],
  ])('of type %j is answered with %i', async (type, status) => {
    const answer = await post(type ? { 'content-type': type } : {});
    expect(answer.status).toBe(status);
    const told = JSON.parse(answer.bytes.toString()) as object;
    expect(told).toMatchObject(
      status === 200 ? { data: { __typename: 'Query' } } : { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    );
  });

  it('may come in pieces, and the next one on the same connection', async () => {
    const { socket, heard } = open();
    for (let asked = 1; asked <= 2; asked += 1) {
      socket.write(head([`content-length: ${body.length}`]));
      for (const part of [body.slice(0, 3), body.slice(3)]) {
        await delay(10);
        socket.write(part);
      }
      await expect.poll(() => heard().match(/"__typename":"Query"/g)?.length ?? 0).toBe(asked);
    }
  });

  it('is refused once its pieces are too many, though it never said how many', async () => {
    const { socket, heard, closed } = open();
    socket.write(head(['transfer-encoding: chunked']));
    const piece = 'x'.repeat(30_000);
    for (let sent = 0; sent < 3; sent += 1) socket.write(`${piece.length.toString(16)}\r\n${piece}\r\n`);
    await closed;
    expect(heard()).toMatch(/^HTTP\/1\.1 413 /);
    expect(heard()).toContain('"code":"BAD_REQUEST"');
  });

  it('that does not come in time loses its connection', async () => {
    const { socket, heard, closed } = open();
    socket.write(head([`content-length: ${body.length}`]));
    await closed;
    expect(heard()).toBe('');
    // Others were not waiting for it.
    expect((await post({ 'content-type': 'application/json' })).status).toBe(200);
  });

  it('may ask at a path with a question, and at no other path', async () => {
    const headers = { 'content-type': 'application/json' };
    const status = async (path: string) => (await fetch(`${app.url}${path}`, { method: 'POST', body, headers })).status;
    expect([await status('/graphql?trace=1'), await status('/graphql/'), await status('/graphqls')]).toEqual([
      200, 404, 404,
    ]);
  });
});

describe('the answer to an operation', () => {
  const large = JSON.stringify({ query: '{ __schema { types { name description } } }' });

  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['identity', undefined, (bytes: Buffer) => bytes],
    ['nothing-known', undefined, (bytes: Buffer) => bytes],
  ])('is packed for a client that takes %j', async (accepted, encoding, unpack) => {
    const answer = await post({ 'content-type': 'application/json', 'accept-encoding': accepted }, large);
    expect(answer.headers).toMatchObject({ vary: 'accept-encoding', 'content-length': String(answer.bytes.length) });
    expect((answer.headers as Record<string, string>)['content-encoding']).toBe(encoding);
    const { data } = JSON.parse(unpack(answer.bytes).toString()) as { data: { __schema: { types: object[] } } };
    expect(data.__schema.types.length).toBeGreaterThan(100);
  });

  it('is not packed where it is small', async () => {
    const { headers } = await post({ 'content-type': 'application/json', 'accept-encoding': 'br' });
    expect(headers).not.toHaveProperty('content-encoding');
  });

  it('is no page', async () => {
    for (const content of [body, '{', '[]']) {
      const { headers } = await post({ 'content-type': 'application/json' }, content);
      expect(headers).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
      });
    }
  });

  it('still comes when the server stops, and is the last on its connection', async () => {
    const stopped = await startApp();
    const { socket, heard, closed } = open(stopped.url);
    socket.write(`${head([`content-length: ${body.length}`])}${body.slice(0, 5)}`);
    await delay(50);
    const stopping = stopped.close();
    // Nobody else is let in any more.
    await expect
      .poll(() =>
        fetch(`${stopped.url}/healthz`).then(
          () => 'open',
          () => 'closed',
        ),
      )
      .toBe('closed');
    socket.write(body.slice(5));
    await Promise.all([closed, stopping]);
    expect(heard()).toMatch(/^HTTP\/1\.1 200 /);
    expect(heard().toLowerCase()).toContain('\r\nconnection: close\r\n');
    expect(heard()).toContain('"__typename":"Query"');
  });
});
