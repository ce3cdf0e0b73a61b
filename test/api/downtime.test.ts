import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '@accord/server/app';
import { readConfig } from '@accord/server/config';
import { actOnDeadlines } from '@accord/server/commands/deadlines';
import { deliverNotifications, remindOfClocks } from '@accord/server/commands/notification';
import { createRuntime, type Runtime } from '@accord/server/commands/runtime';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseIdOf, openApi } from '../support/api.js';
import { createCast, type Cast } from '../support/cast.js';
import { inboxes } from '../support/inbox.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { expectRebuilt, storedEvents } from '../support/rebuild.js';
import { handClock, proposed, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let database: TestDatabase;
let cast: Cast;
const folder = mkdtempSync(join(tmpdir(), 'accord-app-'));
const servers: App[] = [];

async function start(): Promise<App> {
  const config = readConfig({ PORT: '0', DATABASE_URL: database.url, DATA_DIR: folder, ACCORD_DEMO: 'on' });
  const app = await createApp(config, { now: clock.now });
  servers.push(app);
  return app;
}
const stopAll = () => Promise.all(servers.splice(0).map((server) => server.close()));

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(stopAll);
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** The same case so many times over, each with a clock due on the same day. */
async function copies({ pool }: Runtime, caseId: string, count: number, handlerIds: string[]): Promise<void> {
  await pool.query(
    `create temporary table copy as select gen_random_uuid() as id, n, ($3::uuid[])[1 + n % cardinality($3::uuid[])] as handler_id
       from generate_series(1, $2::int) n where $1::uuid is not null`,
    [caseId, count, handlerIds],
  );
  const of = (table: string, key: string, over: string) => `
    insert into ${table} select (jsonb_populate_record(o, jsonb_build_object('${key}', copy.id${over}))).* from ${table} o, copy where o.${key} = '${caseId}'`;
  await pool.query(of('dispute_case', 'id', `, 'number', 'AC-' || copy.id, 'handler_id', copy.handler_id`));
  await pool.query(of('clock', 'case_id', `, 'handler_id', copy.handler_id`));
  await pool.query(of('deadline', 'case_id', `, 'subject_id', copy.id`));
  await pool.query(`
    insert into case_snapshot (case_id, state, calendar_version, fold_version)
    select copy.id, (replace(o.state::text, '${caseId}', copy.id::text)::jsonb
      || jsonb_build_object('handlerId', copy.handler_id, 'number', 'AC-' || copy.id))::json, o.calendar_version, o.fold_version
    from case_snapshot o, copy where o.case_id = '${caseId}'`);
  await pool.query('drop table copy');
}

/** The same runtime, keeping the statements that it asks outside transactions. */
function counting(app: Runtime): { runtime: Runtime; asked: unknown[] } {
  const asked: unknown[] = [];
  const query = (statement: string, values?: unknown[]) => {
    asked.push(statement);
    return app.pool.query(statement, values);
  };
  const pool = { query, connect: () => app.pool.connect() } as unknown as Runtime['pool'];
  return { runtime: { ...app, pool }, asked };
}

describe('a server that was down over its deadlines', () => {
  it('lets each act once, on its due date, though two start together', async () => {
    const first = await start();
    cast = await createCast(first.database.pool);
    const offered = await proposed(first.runtime, cast);
    const unanswered = await road(first.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    await stopAll();
    // The offer and the answer were due on Monday 03-09; it is Wednesday morning.
    clock.set('2026-03-11T10:00:00');
    const [one] = await Promise.all([start(), start()]);
    const { pool } = one!.database;
    await vi.waitFor(async () => {
      const { rows } = await pool.query(`select from deadline where acted_at is null and due_on < '2026-03-11'`);
      expect(rows).toHaveLength(0);
    }, 20_000);
    for (const [walk, type] of [
      [offered, 'ProposalLapsed'],
      [unanswered, 'ClockBreached'],
    ] as const) {
      const events = (await storedEvents(pool, walk.caseId)).filter((event) => event.type === type);
      expect(events).toMatchObject([{ effectiveOn: '2026-03-09', at: '2026-03-11T02:00:00.000Z' }]);
      await expectRebuilt(pool, walk.caseId);
    }
    // Told once too: whoever delivered it.
    const { told } = inboxes(one!, await openApi(one!), cast);
    const { notifications } = await told(cast.supervisor);
    expect(notifications.nodes.filter(({ kind }) => kind === 'CLOCK_BREACHED')).toMatchObject([
      { caseCount: 1, cases: [{ id: caseIdOf(unanswered) }] },
    ]);
  });
});

describe('cases due the same day', () => {
  it('act though one of them fails, which is told', async () => {
    clock.set('2026-07-01T10:00:00');
    const app = await start();
    const { pool } = app.database;
    const file = () => road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    const [broken, ...sound] = [await file(), await file(), await file(), await file(), await file(), await file()];
    await pool.query(`update case_snapshot set state = (state::jsonb - 'deadlines')::json where case_id = $1`, [
      broken!.caseId,
    ]);
    // RESPONSE 3–5 from Wednesday 07-01 is due on Wednesday 07-08.
    clock.set('2026-07-09T10:00:00');
    await expect(actOnDeadlines(app.runtime)).rejects.toThrow(TypeError);
    for (const walk of sound) expect(await walk.eventTypes()).toContain('ClockBreached');
    expect(await broken!.eventTypes()).not.toContain('ClockBreached');
    await pool.query('delete from deadline where case_id = $1', [broken!.caseId]);
    await pool.query('delete from case_snapshot where case_id = $1', [broken!.caseId]);
  });
});

describe('5,000 cases due the same day', () => {
  it('are one notification a handler, in as many statements as one case', async () => {
    clock.set('2026-04-13T10:00:00');
    const app = await start();
    const { pool } = app.database;
    const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    await copies(app.runtime, walk.caseId, 5_000, [cast.handler.id, cast.colleague.id]);
    await pool.query('truncate notice, notification');
    // RESPONSE 3–5 from Monday 04-13: the fourth day is the one before the last.
    clock.set('2026-04-17T09:00:00');
    const { runtime, asked } = counting(app.runtime);
    await remindOfClocks(runtime);
    expect(asked).toHaveLength(3);
    await deliverNotifications(runtime);
    const { told, empty } = inboxes(app, await openApi(app), cast);
    const counts: number[] = [];
    for (const person of [cast.handler, cast.colleague]) {
      const { viewer, notifications } = await told(person);
      expect(viewer.unreadCount).toBe(1);
      expect(notifications.nodes).toMatchObject([
        { kind: 'CLOCK_DUE_NEXT_DAY', dueOn: '2026-04-20', clock: 'RESPONSE' },
      ]);
      expect(notifications.nodes[0]!.cases).toHaveLength(10);
      counts.push(notifications.nodes[0]!.caseCount);
    }
    expect(counts).toEqual([2_501, 2_500]);
    expect(await remindOfClocks(runtime)).toBe(0);
    // Else the next server would begin with them.
    await empty();
  });

  it('are one notification a handler when two sweep their breaches at once', async () => {
    clock.set('2026-06-01T10:00:00');
    const app = await start();
    const { pool } = app.database;
    const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    await copies(app.runtime, walk.caseId, 60, [cast.handler.id]);
    await pool.query('truncate notice, notification');
    // Due Monday 06-08, found on the Tuesday at ten: told at once, while more are still acting.
    clock.set('2026-06-09T10:00:00');
    const other = createRuntime(app.database, clock.now);
    const acted = await Promise.all([actOnDeadlines(app.runtime), actOnDeadlines(other)]);
    expect(acted[0]! + acted[1]!).toBe(61);
    const { told } = inboxes(app, await openApi(app), cast);
    for (const person of [cast.handler, cast.supervisor]) {
      const { notifications } = await told(person);
      expect(notifications.nodes).toMatchObject([{ kind: 'CLOCK_BREACHED', caseCount: 61 }]);
    }
  });
});
