import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { handClock, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
const folder = mkdtempSync(join(tmpdir(), 'accord-documents-'));
const nameOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const query = 'query ($id: ID!) { case(id: $id) { number stage } }';
const other = 'query ($id: ID!) { case(id: $id) { number } }';
const subscription = 'subscription ($id: ID!) { caseUpdated(id: $id) { stage } }';

type Started = Awaited<ReturnType<typeof startApp>>;
let open: Started;
let closed: Started;
const places = new Map<Started, { api: Api; cast: Cast; id: string }>();

const manifest = (documents: Record<string, string>, name = 'documents.json') => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(documents));
  return file;
};

beforeAll(async () => {
  const file = manifest({ [nameOf(query)]: query, [nameOf(subscription)]: subscription });
  const start = async (isOnly: 'on' | 'off') => {
    const app = await startApp({ now: clock.now }, { TRUSTED_DOCUMENTS: file, TRUSTED_DOCUMENTS_ONLY: isOnly });
    const cast = await createCast(app.database.pool);
    const walk = await road(app.runtime).submit(cast.complainant);
    places.set(app, { api: await openApi(app), cast, id: caseIdOf(walk) });
    return app;
  };
  [open, closed] = await Promise.all([start('off'), start('on')]);
});
afterAll(async () => {
  await Promise.all([open.close(), closed.close()]);
  rmSync(folder, { recursive: true });
});

/** What a body is answered over HTTP, by the strict media type. */
async function post(app: Started, body: object) {
  const { api, cast, id } = places.get(app)!;
  const headers = {
    accept: 'application/graphql-response+json',
    authorization: `Bearer ${api.token(cast.complainant)}`,
  };
  const answer = await api.post(JSON.stringify({ variables: { id }, ...body }), headers);
  const { data, errors } = await answer.json();
  return { status: answer.status, data, code: errors?.[0].extensions.code as string | undefined };
}

/** The first word of a stream over WebSocket, or the code it was refused with. */
async function follow(app: Started, payload: { query: string; extensions?: Record<string, unknown> }) {
  const { api, cast, id } = places.get(app)!;
  const client = createClient({
    url: `${app.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${api.token(cast.complainant)}` },
  });
  try {
    for await (const { data } of client.iterate({ ...payload, variables: { id } })) return data;
    return 'nothing';
  } catch (errors) {
    return (errors as { extensions: { code: string } }[])[0]!.extensions.code;
  } finally {
    await client.dispose();
  }
}

const persisted = (hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

describe('a document that is known by its name', () => {
  it.each([
    ['its name', { documentId: nameOf(query) }],
    ['a persisted query', persisted(nameOf(query))],
    ['a persisted query by the bare digest', persisted(nameOf(query).slice('sha256:'.length))],
    ['the document itself', { query }],
  ])('is answered when it is asked by %s, whether others are served or not', async (_how, body) => {
    for (const app of [open, closed]) {
      const { status, data } = await post(app, body);
      expect([status, data.case.stage]).toEqual([200, 'SUBMITTED']);
    }
  });

  it('is followed over WebSocket', async () => {
    const told = { caseUpdated: { stage: 'SUBMITTED' } };
    for (const app of [open, closed]) {
      expect(await follow(app, { query: '', ...persisted(nameOf(subscription)) })).toEqual(told);
      expect(await follow(app, { query: subscription })).toEqual(told);
    }
  });

  it('can be any that the dashboard asks', async () => {
    const file = new URL('../../dashboard/src/api/generated/persisted-documents.json', import.meta.url);
    const names = Object.keys(JSON.parse(readFileSync(file, 'utf8')));
    expect(names.length).toBeGreaterThan(2);
    for (const documentId of names)
      expect((await post(closed, { documentId })).code).not.toBe('PERSISTED_QUERY_REQUIRED');
  });
});

describe('a document that is not', () => {
  it('is asked for in full where others are served', async () => {
    expect(await post(open, { documentId: nameOf(other) })).toEqual({ status: 400, code: 'PERSISTED_QUERY_REQUIRED' });
    expect(await follow(open, { query: '', ...persisted('none') })).toBe('PERSISTED_QUERY_REQUIRED');
    expect((await post(open, { query: other })).data.case.number).toMatch(/^AC/);
  });

  it('is refused on both transports where they are not', async () => {
    expect(await post(closed, { query: other })).toMatchObject({ status: 400, code: 'PERSISTED_QUERY_REQUIRED' });
    expect(await post(closed, { query: `${query} ` })).toMatchObject({ code: 'PERSISTED_QUERY_REQUIRED' });
    expect(await follow(closed, { query: `${subscription} ` })).toBe('PERSISTED_QUERY_REQUIRED');
  });

  it.each([[1], [null], [{}], [['a']]])('is no name: %j', async (documentId) => {
    expect((await post(open, { documentId })).code).toBe('BAD_REQUEST');
  });
});

describe('a list of documents', () => {
  it.each([
    ['a name that is another document’s', JSON.stringify({ [nameOf(other)]: query }), /which by its text is sha256:/],
    ['no JSON', '{', /holds no documents by their names/],
    ['no documents', '{"a":1}', /holds no documents by their names/],
  ])('with %s stops the start', async (_what, text, reason) => {
    const file = manifest({}, 'bad.json');
    writeFileSync(file, text);
    await expect(startApp({}, { TRUSTED_DOCUMENTS: file })).rejects.toThrow(reason);
  });
});
