import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { road } from '../support/road.js';
import { openSocket } from '../support/socket.js';

let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());

const open = () => openSocket(app.url, api.token(cast.complainant));

describe('a socket', () => {
  it('carries 20 subscriptions, and refuses a further one alone', async () => {
    const id = caseIdOf(await road(app.runtime).submit(cast.complainant));
    const query = 'subscription ($id: ID!) { caseUpdated(id: $id) { version } }';
    const socket = open();
    for (let each = 0; each < 20; each += 1) expect((await socket.ask(query, { id })).type).toBe('next');
    expect((await socket.ask(query, { id })).payload).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    socket.send({ id: '20', type: 'complete' });
    await expect.poll(async () => (await socket.ask(query, { id })).type).toBe('next');
    socket.socket.close();
  });

  it('is closed with 1008 for more messages than its budget', async () => {
    const socket = open();
    await expect.poll(() => socket.messages).toHaveLength(1);
    for (let each = 0; each < 1000; each += 1) socket.send({ type: 'ping' });
    expect(await socket.closed()).toBe(1008);
    expect(socket.messages.length).toBeLessThan(1000);
  });

  it('is closed with 4400 for a message that only a server sends', async () => {
    const socket = open();
    await expect.poll(() => socket.messages).toHaveLength(1);
    socket.send({ id: '1', type: 'next', payload: {} });
    expect(await socket.closed()).toBe(4400);
  });
});
