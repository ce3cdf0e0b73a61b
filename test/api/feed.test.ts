import { caseLock, transact } from '@accord/server/commands/case-transaction';
import { changeCase } from '@accord/server/commands/change-case';
import { submitCase } from '@accord/server/commands/submit-case';
import { currentPosition, type FeedPosition } from '@accord/server/feed/feed-position';
import { followEvents } from '@accord/server/feed/follow-events';
import { readEvents } from '@accord/server/feed/read-events';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { filing } from '../support/road.js';

let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.database.pool);
});
afterAll(() => app.close());

/** Follows until told to stop, and keeps what came. */
function follow(after: FeedPosition, caseIds: string[]) {
  const stop = new AbortController();
  const seen: { caseId: string; seq: string }[] = [];
  const feed = { pool: app.database.pool, doorbell: app.runtime.doorbell };
  const ended = (async () => {
    for await (const events of followEvents(feed, after, caseIds, stop.signal)) {
      seen.push(...events.map(({ caseId, position }) => ({ caseId, seq: position.seq })));
    }
  })();
  return {
    seen,
    stop: () => {
      stop.abort();
      return ended;
    },
  };
}

it('skips no event of transactions that commit in another order than they began', async () => {
  const { runtime, database } = app;
  const caseIds = await Promise.all(
    Array.from({ length: 4 }, async () => (await submitCase(runtime, cast.complainant, { input: filing })).caseId),
  );
  const start = await currentPosition(database.pool);
  const follower = follow(start, caseIds);
  const write = async (caseId: string, index: number) => {
    for (let round = 0; round < 10; round += 1) {
      await changeCase(runtime, cast.complainant, {
        command: 'postMessage',
        caseId,
        input: { text: `第 ${round} 条` },
      });
      // A transaction that has its id early and ends late, as a slow command of another case would.
      if (round === index) {
        await transact(runtime, { locks: [caseLock(`slow ${index}`)] }, async (client) => {
          await client.query('select pg_current_xact_id()');
          await client.query(`select pg_sleep(0.05)`);
          await client.query(
            `insert into case_event (id, case_id, audience, number, case_version, type, at, effective_on, actor, payload, clocks, hash)
             values (gen_random_uuid(), $1, 'STAFF', 1, 1, 'MessagePosted', now(), current_date, '{}', '{}', '[]', repeat('0', 64))`,
            [caseId],
          );
        });
      }
    }
  };
  await Promise.all(caseIds.map(write));
  const { rows: stored } = await database.pool.query<{ case_id: string; seq: string }>(
    'select case_id, seq::text from case_event where (epoch, xid, seq) > ($1, $2::xid8, $3) and case_id = any($4::uuid[]) order by case_event.seq',
    [start.epoch, start.xid, start.seq, caseIds],
  );
  // Ten messages and a late event a case; where a transaction was under way at the start, what came just before it again.
  expect(stored.length).toBeGreaterThanOrEqual(4 * 11);
  await vi.waitFor(() => expect(follower.seen).toHaveLength(stored.length), 40_000);
  await follower.stop();
  for (const caseId of caseIds) {
    const order = (events: { seq: string }[]) => events.map((event) => event.seq);
    expect(order(follower.seen.filter((event) => event.caseId === caseId))).toEqual(
      order(stored.filter((event) => event.case_id === caseId)),
    );
  }
});

it('reads by number where transactions and events grow a digit', async () => {
  const { pool } = app.database;
  const { caseId } = await submitCase(app.runtime, cast.complainant, { input: filing });
  // Of an epoch that is over, so that no transaction of this one is waited for.
  const ascending = [
    { xid: '9', seq: '99' },
    { xid: '9', seq: '100' },
    { xid: '10', seq: '98' },
    { xid: '99', seq: '999' },
    { xid: '100', seq: '1000' },
  ];
  for (const [index, { xid, seq }] of ascending.entries()) {
    await pool.query(
      `insert into case_event (epoch, xid, seq, id, case_id, audience, number, case_version, type, at, effective_on, actor, payload, clocks, hash)
       values (0, $1, $2, gen_random_uuid(), $3, 'STAFF', $4, 1, 'MessagePosted', now(), current_date, '{}', '{}', '[]', repeat('0', 64))`,
      [xid, seq, caseId, 1_000 + index],
    );
  }
  const read = await readEvents(pool, { epoch: 0, xid: '0', seq: '0' }, [caseId], ascending.length);
  expect(read.map(({ position }) => position)).toEqual(ascending.map((place) => ({ epoch: 0, ...place })));
});

it('tells a waiting follower of a commit in another process', async () => {
  const { caseId } = await submitCase(app.runtime, cast.complainant, { input: filing });
  const start = await currentPosition(app.database.pool);
  const follower = follow(start, [caseId]);
  // A runtime with a bell of its own stands for the other process.
  const elsewhere = { ...app.runtime, doorbell: { ring() {}, armed: () => Promise.resolve() } };
  const { position } = await changeCase(elsewhere, cast.complainant, {
    command: 'postMessage',
    caseId,
    input: { text: '在吗' },
  });
  await vi.waitFor(() => expect(follower.seen).toContainEqual({ caseId, seq: position.seq }), 40_000);
  await follower.stop();
});

it('ends when it is told to, also while waiting', async () => {
  const stop = new AbortController();
  const feed = { pool: app.database.pool, doorbell: app.runtime.doorbell };
  const next = followEvents(feed, await currentPosition(feed.pool), null, stop.signal).next();
  stop.abort();
  expect(await next).toEqual({ done: true, value: undefined });
});
