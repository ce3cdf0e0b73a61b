import { budgets } from '@accord/server/config';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { road } from '../support/road.js';
import { openSocket, type RawSocket } from '../support/socket.js';

let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  // Whoever answers no ping is let go as well: that is another reason, and not meant here.
  Object.assign(budgets.socket, { keepAliveMs: 3_600_000 });
  app = await startApp();
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());
afterEach(() => vi.restoreAllMocks());

const versionsOf = ({ messages }: RawSocket, id: string) =>
  messages
    .filter((message) => message.id === id && message.type === 'next')
    .map(({ payload }) => (payload as { data: { caseUpdated: { version: number } } }).data.caseUpdated.version);

/** More than what lies between two sockets of one machine takes: its buffers grow to some ten megabytes. */
const mostChanges = 60;

it(
  'who reads nothing is closed with 1013 once a megabyte waits; nobody else notices',
  { timeout: 120_000 },
  async () => {
    const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    // A page of these is a good megabyte.
    for (let count = 0; count < 90; count += 1)
      await walk.act(cast.complainant, 'postMessage', { text: '长'.repeat(4000) });
    const id = caseIdOf(walk);
    const large =
      'subscription ($id: ID!) { caseUpdated(id: $id) { version messages(first: 100) { nodes { text } } } }';
    const slow = openSocket(app.url, api.token(cast.complainant));
    for (let count = 0; count < 5; count += 1) await slow.ask(large, { id });
    const quick = openSocket(app.url, api.token(cast.respondent));
    await quick.ask('subscription ($id: ID!) { caseUpdated(id: $id) { version } }', { id });
    const closing = vi.spyOn(WebSocket.prototype, 'close');
    let waiting = 0;
    let closed: number | undefined;
    closing.mockImplementation(function (this: WebSocket, ...given: [number?, (string | Buffer)?]) {
      waiting = Math.max(waiting, this.bufferedAmount);
      closing.mockRestore();
      this.close(...given);
      closed = given[0];
    });
    slow.socket.pause();

    let changes = 0;
    while (closed === undefined && changes < mostChanges) {
      changes += 1;
      const { version } = await walk.state();
      const { errors } = await api.ask(
        cast.respondent,
        'mutation ($input: PostMessageInput!) { postMessage(input: $input) { case { version } } }',
        { input: { caseId: id, text: `第 ${changes} 次` } },
      );
      expect(errors).toEqual([]);
      // Who reads is told each time.
      await vi.waitFor(() => expect(versionsOf(quick, '1').at(-1)).toBe(version + 1), 20_000);
    }
    await vi.waitFor(() => expect(closed).toBe(1013), 20_000);
    // Of each stream one answer at most waits beside the megabyte.
    expect(waiting).toBeGreaterThan(budgets.socket.bufferedBytes);
    expect(waiting).toBeLessThan(budgets.socket.bufferedBytes + 5 * 1.5e6);

    slow.socket.resume();
    expect(await slow.closed()).toBe(1013);
    const { version } = await walk.state();
    expect(versionsOf(quick, '1').at(-1)).toBe(version);
    const again = openSocket(app.url, api.token(cast.complainant));
    expect(await again.ask(large, { id })).toMatchObject({
      type: 'next',
      payload: { data: { caseUpdated: { version } } },
    });
    again.socket.close();
    quick.socket.close();
  },
);
