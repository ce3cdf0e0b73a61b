import type { Runtime } from '@accord/server/commands/runtime';
import { actOnDeadlines } from '@accord/server/commands/deadlines';
import { readConfig } from '@accord/server/config';
import { loadDemo } from '@accord/seeds/demo';
import { openRuntime, type OpenRuntime } from '@accord/seeds/runtime';
import { liveCases } from '@accord/seeds/scenarios/demo';
import { stories } from '@accord/seeds/scenarios/stories';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { expectRebuilt, storedEvents } from '../support/rebuild.js';

const parameters = { asOf: '2026-11-20', cases: 450, seed: 3 };

let database: TestDatabase;
let open: OpenRuntime;
beforeEach(async () => {
  database = await createTestDatabase();
  open = await openRuntime(readConfig({ DATABASE_URL: database.url }));
});
afterEach(async () => {
  await open.close();
  await database.drop();
});

async function count(table: string): Promise<number> {
  const { rows } = await open.runtime.pool.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return rows[0]!.count;
}

const onTheDay = (): Runtime => ({ ...open.runtime, now: () => new Date(`${parameters.asOf}T20:00:00+08:00`) });

/** The generated cases as they are lived in memory. */
async function livedCases() {
  const { runtime } = open;
  const { rows } = await runtime.pool.query<{ id: string }>('select id from referral_route order by rank');
  const published = { ...(await runtime.published.inForce(runtime.pool)), routeIds: rows.map(({ id }) => id) };
  return [...liveCases(published, parameters)];
}

/** Dies when the nth transaction has been committed. */
function dyingAfter(transactions: number): Runtime {
  let committed = 0;
  const ring = () => {
    committed += 1;
    if (committed === transactions) throw new Error('the process dies');
  };
  return { ...open.runtime, doorbell: { ...open.runtime.doorbell, ring } };
}

/** Dies in the midst of the second story: every command asks twice what is in force. */
function dyingInAStory(): Runtime {
  let asked = 0;
  const inForce: Runtime['published']['inForce'] = async (...source) => {
    asked += 1;
    if (asked > 100) throw new Error('the process dies');
    return open.runtime.published.inForce(...source);
  };
  return { ...open.runtime, published: { inForce } as Runtime['published'] };
}

describe('loading the demo', () => {
  it('stores the stories and every generated case as lived, and leaves no deadline undone', async () => {
    await loadDemo(open.runtime, parameters);
    expect(await count('dispute_case')).toBe(stories.length + parameters.cases);
    const lived = await livedCases();
    const { rows } = await open.runtime.pool.query<{ hash: string }>('select hash from case_event');
    const stored = new Set(rows.map(({ hash }) => hash));
    for (const { events } of lived) for (const { hash } of events) expect(stored.has(hash)).toBe(true);
    expect(await count('clock_fact')).toBeGreaterThan(await count('clock'));
    for (const { state } of lived.filter((_, index) => index % 30 === 0))
      await expectRebuilt(open.runtime.pool, state.id);
    expect(await actOnDeadlines(onTheDay())).toBe(0);
  });

  it('changes nothing the second time, nor where there are cases of others', async () => {
    expect(await loadDemo(open.runtime, { ...parameters, cases: 5 })).toBe(true);
    const events = await count('case_event');
    expect(await loadDemo(open.runtime, { ...parameters, seed: 4 })).toBe(false);
    expect(await count('case_event')).toBe(events);
    await open.runtime.pool.query('drop schema demo cascade');
    expect(await loadDemo(open.runtime, parameters)).toBe(false);
    expect(await count('case_event')).toBe(events);
  });

  it.each([
    ['in the midst of a story', () => dyingInAStory()],
    ['between two stories', () => dyingAfter(2)],
    ['after the first batch', () => dyingAfter(stories.length + 1)],
  ])('goes on after a crash %s, on a later day, as it began', async (_when, dying) => {
    await expect(loadDemo(dying(), parameters)).rejects.toThrow('the process dies');
    const before = await count('dispute_case');
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(stories.length + parameters.cases);
    // Whatever else runs on the database may have swept it meanwhile.
    await open.runtime.pool.query('delete from command_effect');
    expect(await actOnDeadlines(onTheDay())).toBe(0);
    await loadDemo(open.runtime, { ...parameters, asOf: '2026-11-21' });
    expect(await count('dispute_case')).toBe(stories.length + parameters.cases);
    for (const { state, events } of (await livedCases()).filter((_, index) => index % 45 === 0)) {
      const stored = await storedEvents(open.runtime.pool, state.id);
      expect(stored.map(({ hash }) => hash)).toEqual(events.map(({ hash }) => hash));
    }
  });

  it('is loaded by one process, and the other waits for it', async () => {
    const said: string[] = [];
    const twin = await openRuntime(readConfig({ DATABASE_URL: database.url }));
    const report = (line: string) => said.push(line);
    const load = async ({ runtime }: OpenRuntime) => {
      const isLoaded = await loadDemo(runtime, { ...parameters, report });
      return { isLoaded, cases: await count('dispute_case') };
    };
    const ends = await Promise.all([load(open), load(twin)]);
    await twin.close();
    expect(said).toContain('Another process loads the demo data: waiting for it.');
    expect(ends.map(({ cases }) => cases)).toEqual(Array(2).fill(stories.length + parameters.cases));
    expect(ends.filter(({ isLoaded }) => isLoaded)).toHaveLength(1);
  });
});
