import { waitUntilVisible } from '@accord/server/analytics/at-least';
import { resolutionTime } from '@accord/server/analytics/resolution-time';
import { scopeOf } from '@accord/server/analytics/scope';
import { openSnapshot } from '@accord/server/analytics/snapshot';
import { sources } from '@accord/server/analytics/sources';
import { submitCase } from '@accord/server/commands/submit-case';
import type { Person } from '@accord/server/domain/permission';
import { readEvents } from '@accord/server/feed/read-events';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { filterOf } from '../support/cycle.js';
import { code } from '../support/refusal.js';
import { filing } from '../support/road.js';

const app = await startApp();
const { runtime } = app;
const { pool } = app.database;
let cast: Cast;

beforeAll(async () => {
  cast = await createCast(pool);
});
afterAll(() => app.close());

const file = () => submitCase(runtime, cast.complainant, { input: filing });
const openCount = async (person: Person) => {
  const question = { filter: filterOf(), scope: scopeOf(person), kind: 'OVERALL' as const, basis: 'NET' as const };
  return (await openSnapshot(pool, undefined)((snapshot) => resolutionTime(snapshot, question))).openCount;
};

describe('one answer', () => {
  it('is of one state, whatever is written while it is put together', async () => {
    const ask = openSnapshot(pool, undefined);
    const question = {
      filter: filterOf(),
      scope: { of: 'ALL' as const },
      kind: 'OVERALL' as const,
      basis: 'NET' as const,
    };
    const [before, after, moments] = await Promise.all([
      ask(async (snapshot) => {
        const first = await resolutionTime(snapshot, question);
        await file();
        return first;
      }),
      ask((snapshot) => resolutionTime(snapshot, question)),
      ask(({ moment }) => Promise.resolve(moment)),
    ]);
    expect(after).toEqual(before);
    expect(await openCount(cast.manager)).toBe(before.openCount + 1);
    expect(moments.today).toBe(new Date(Date.parse(moments.at) + 8 * 3_600_000).toISOString().slice(0, 10));
  });

  it('stands at a place in the feed after which comes exactly what it does not count', async () => {
    const { position } = await file();
    // The horizon is the server's: while a transaction of another test is open, what it has not passed may come again.
    const asOf = await vi.waitFor(async () => {
      const { asOf: place } = await openSnapshot(pool, undefined)(({ moment }) => Promise.resolve(moment));
      expect(BigInt(place.xid)).toBeGreaterThan(BigInt(position.xid));
      return place;
    }, 10_000);
    expect(await readEvents(pool, asOf, null, 10)).toEqual([]);
    const { caseId } = await file();
    await vi.waitFor(async () => {
      expect((await readEvents(pool, asOf, null, 10)).map((event) => event.caseId)).toEqual([caseId]);
    }, 10_000);
  });

  it('refuses one question without losing the others', async () => {
    const ask = openSnapshot(pool, undefined);
    const question = { scope: { of: 'ALL' as const }, kind: 'OVERALL' as const, basis: 'NET' as const };
    const [refused, answered] = await Promise.allSettled([
      ask((snapshot) => resolutionTime(snapshot, { ...question, filter: filterOf({ from: '1999-01-01' }) })),
      ask((snapshot) => resolutionTime(snapshot, { ...question, filter: filterOf() })),
    ]);
    expect(refused).toMatchObject({ status: 'rejected', reason: code('BAD_USER_INPUT') });
    expect(answered).toMatchObject({ status: 'fulfilled', value: { clock: 'OVERALL' } });
  });
});

describe('waiting for a position', () => {
  it('is over at once for what has been answered, and for where the feed stands', async () => {
    const { position } = await file();
    await waitUntilVisible(pool, position);
    const { asOf } = await openSnapshot(pool, undefined)(({ moment }) => Promise.resolve(moment));
    await waitUntilVisible(pool, asOf);
  });

  it('lasts until the transaction commits', async () => {
    const client = await pool.connect();
    await client.query('begin');
    const { rows } = await client.query(
      `select current_feed_epoch() as epoch, pg_current_xact_id()::text as xid, nextval('feed_seq')::text as seq`,
    );
    let isOver = false;
    const waiting = waitUntilVisible(pool, rows[0]).then(() => (isOver = true));
    await pool.query('select pg_sleep(0.1)');
    expect(isOver).toBe(false);
    await client.query('commit');
    client.release();
    await waiting;
    const { rows: seen } = await pool.query('select pg_visible_in_snapshot($1::xid8, pg_current_snapshot()) as is', [
      rows[0].xid,
    ]);
    expect(seen[0].is).toBe(true);
  });
});

describe('who may count', () => {
  it('is a manager everything, a supervisor the own team, a handler the own cases, and nobody else', async () => {
    await pool.query('truncate clock');
    await file();
    expect(await openCount(cast.manager)).toBe(1);
    expect(await openCount(cast.supervisor)).toBe(1);
    expect(await openCount(cast.otherSupervisor)).toBe(0);
    expect(await openCount(cast.handler)).toBe(0);
    await pool.query('update clock set handler_id = $1', [cast.handler.id]);
    expect(await openCount(cast.handler)).toBe(1);
    expect(await openCount(cast.colleague)).toBe(0);
    for (const person of [cast.admin, cast.expertA, cast.integration]) {
      expect(() => scopeOf(person)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
    }
    expect([scopeOf(cast.complainant), scopeOf(cast.respondent)]).toEqual([{ of: 'PUBLIC' }, { of: 'PUBLIC' }]);
  });

  it('is told where the cases come from that they may count', async () => {
    const { caseId } = await file();
    await pool.query(`update dispute_case set source = 'a log' where id = $1`, [caseId]);
    const { rows } = await pool.query('select count(*)::int as count from dispute_case where source is null');
    const ask = openSnapshot(pool, undefined);
    expect(await ask((snapshot) => sources(snapshot, { of: 'ALL' }))).toEqual([
      { name: null, caseCount: rows[0].count },
      { name: 'a log', caseCount: 1 },
    ]);
    expect(await ask((snapshot) => sources(snapshot, scopeOf(cast.otherSupervisor)))).toEqual([
      { name: null, caseCount: 0 },
    ]);
  });
});
