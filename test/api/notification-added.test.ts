import { deliverNotifications } from '@accord/server/commands/notification';
import type { Person } from '@accord/server/domain/permission';
import { createClient, type Client } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { inboxes } from '../support/inbox.js';
import { handClock } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
let inbox: ReturnType<typeof inboxes>;
const clients: Client[] = [];

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  inbox = inboxes(app, api, cast);
});
afterEach(() => clients.splice(0).forEach((client) => void client.dispose()));
afterAll(() => app.close());

describe('notificationAdded', () => {
  const subscription = `subscription { notificationAdded { id kind text cases { number } } }`;

  function follow(person: Person, locale = 'en') {
    const seen: unknown[] = [];
    const stream = { seen, error: undefined as unknown };
    const client = createClient({
      url: `${app.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${api.token(person)}`, locale },
      retryAttempts: 0,
    });
    clients.push(client);
    client.subscribe(
      { query: subscription },
      {
        next: ({ data, errors }) => seen.push(errors ?? data),
        error: (error) => (stream.error = error),
        complete: () => {},
      },
    );
    return stream;
  }
  /** Posts until the stream has begun, which nothing tells: it begins with silence. */
  const begun = (stream: { seen: unknown[] }, walk: Awaited<ReturnType<typeof inbox.filed>>) =>
    vi.waitFor(
      async () => {
        await walk.act(cast.complainant, 'postMessage', { text: '您好' });
        expect(stream.seen.length).toBeGreaterThan(0);
      },
      { timeout: 10_000, interval: 500 },
    );

  it('tells each as it is delivered, in the language of the connection, and nobody else’s', async () => {
    const walk = await inbox.filed();
    const { number } = await walk.state();
    const stream = follow(cast.respondent, 'zh-CN');
    const stranger = follow(cast.stranger);
    await begun(stream, walk);
    const told = { kind: 'MESSAGE_POSTED', text: `收到新消息：案件 ${number}`, cases: [{ number }] };
    await vi.waitFor(
      () => expect(stream.seen).toContainEqual({ notificationAdded: expect.objectContaining(told) as unknown }),
      10_000,
    );
    expect(stranger.seen).toEqual([]);
  });

  it('passes over what one may no longer see, and carries on', async () => {
    const walk = await inbox.filed();
    const lost = await inbox.filed();
    const stream = follow(cast.handler);
    await begun(stream, walk);
    const { length } = stream.seen;
    await lost.act(cast.supervisor, 'assignCase', { handlerId: cast.colleague.id, reason: '换人办理' });
    // Delivered to the handler who has just lost the case.
    await app.database.pool.query(
      `insert into notice (recipient_id, kind, case_id, is_gathered, created_at, deliver_at)
       values ($1, 'MESSAGE_POSTED', $2, false, $3, $3)`,
      [cast.handler.id, lost.caseId, clock.now()],
    );
    await deliverNotifications(app.runtime);
    await walk.act(cast.complainant, 'postMessage', { text: '还在吗' });
    await vi.waitFor(() => expect(stream.seen.length).toBeGreaterThan(length), 5_000);
    expect(JSON.stringify(stream.seen.slice(length))).not.toContain((await lost.state()).number);
    expect(stream.error).toBeUndefined();
  });

  it('tells each once, in the order of delivery, where its number grows a digit', async () => {
    const walk = await inbox.filed();
    const stream = follow(cast.respondent);
    await begun(stream, walk);
    const { pool } = app.database;
    await deliverNotifications(app.runtime);
    await pool.query(`select setval(pg_get_serial_sequence('notification', 'seq'), 9995)`);
    await pool.query(
      `insert into notice (recipient_id, kind, case_id, is_gathered, created_at, deliver_at)
       select $1, 'MESSAGE_POSTED', $2, false, $3, $3 from generate_series(1, 9)`,
      [cast.respondent.id, walk.caseId, clock.now()],
    );
    await deliverNotifications(app.runtime);
    const { rows } = await pool.query<{ id: string }>('select id from notification where seq > 9995 order by seq');
    const told = rows.map(({ id }) => `notification_${id}`);
    expect(told).toHaveLength(9);
    // One more marks the end: what is told twice comes before it.
    await walk.act(cast.complainant, 'postMessage', { text: '请尽快处理' });
    const seen = () => stream.seen.map((line) => (line as { notificationAdded: { id: string } }).notificationAdded.id);
    const isTold = (id: string | undefined) => told.includes(id ?? '');
    await vi.waitFor(() => expect(seen().slice(-2).map(isTold)).toEqual([true, false]), 10_000);
    expect(seen().filter(isTold)).toEqual(told);
  });

  it('ends for who has left', async () => {
    const walk = await inbox.filed();
    const stream = follow(cast.respondent);
    await begun(stream, walk);
    const { pool } = app.database;
    await pool.query('update person set is_active = false where id = $1', [cast.respondent.id]);
    try {
      await vi.waitFor(() => expect(stream.error).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]), 10_000);
    } finally {
      await pool.query('update person set is_active = true where id = $1', [cast.respondent.id]);
    }
  });
});
