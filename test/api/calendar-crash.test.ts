import { readConfig } from '@accord/server/config';
import { loadCases } from '@accord/server/commands/load-cases';
import { publishCalendar } from '@accord/server/commands/publication';
import { addDays, dueDate, shanghaiDate } from '@accord/server/domain/working-calendar';
import { CaseLife } from '@accord/seeds/builders';
import { Random } from '@accord/seeds/random';
import { openRuntime, type OpenRuntime } from '@accord/seeds/runtime';
import { insertPeople, people } from '@accord/seeds/scenarios/people';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { expectRebuilt } from '../support/rebuild.js';
import { filing } from '../support/road.js';
import { startServerProcess } from '../support/server-process.js';

const caseCount = 600;
let database: TestDatabase;
let open: OpenRuntime;

beforeAll(async () => {
  database = await createTestDatabase();
  open = await openRuntime(readConfig({ DATABASE_URL: database.url }));
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

/** How many cases have how many events that say a clock was revised. */
async function revisions(): Promise<Record<number, number>> {
  const { rows } = await open.runtime.pool.query<{ events: number; cases: number }>(`
    select events, count(*)::int as cases from (
      select count(e.id)::int as events from dispute_case c
      left join case_event e on e.case_id = c.id and e.type = 'ClockRevised' group by c.id) of_case
    group by events`);
  return Object.fromEntries(rows.map(({ events, cases }) => [events, cases]));
}

it('a calendar that is published over many running cases revises each once, though the server is killed in their midst', async () => {
  const { runtime } = open;
  await insertPeople(runtime.orm);
  const { calendar, benchmarks } = await runtime.published.inForce(runtime.pool);
  const now = new Date(Date.now() - 60_000);
  const lives = Array.from({ length: caseCount }, (_, index) => {
    const life = new CaseLife({ calendar, benchmarks, routeIds: [] }, new Random(`crash ${index}`), now.toISOString());
    life.submit(now.toISOString(), people.xiaoming, filing);
    return life.unwritten;
  });
  await loadCases(runtime, lives, calendar.version);
  // A day off among the thirty of OVERALL, after those of RESPONSE: one clock a case moves.
  const today = shanghaiDate(new Date());
  const day = {
    date: dueDate(calendar, today, 12).dueOn,
    kind: 'HOLIDAY' as const,
    name: '临时放假',
    nameEn: 'Day off',
  };
  const announcedThrough = [calendar.announcedThrough, addDays(today, 60)].toSorted().at(-1)!;
  const notice = { announcedThrough, days: [day], source: '临时通知', publishedAt: now.toISOString() };
  const administrator = { ...people.yangfan };
  await publishCalendar({ ...runtime, alarm: new EventTarget() }, administrator, { input: notice });
  expect(await revisions()).toEqual({ 0: caseCount });

  const first = startServerProcess({ DATABASE_URL: database.url });
  await expect.poll(async () => (await revisions())[1] ?? 0, { interval: 5, timeout: 60_000 }).toBeGreaterThan(20);
  first.kill('SIGKILL');
  expect(await first.ended).toBe('SIGKILL');
  const broken = await revisions();
  expect(broken[0], 'killed in their midst').toBeGreaterThan(0);
  expect(Object.keys(broken)).toEqual(['0', '1']);

  const second = startServerProcess({ DATABASE_URL: database.url });
  await expect.poll(revisions, { interval: 100, timeout: 120_000 }).toEqual({ 1: caseCount });
  second.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  for (const { state } of [lives[0]!, lives[300]!, lives.at(-1)!]) {
    const { clocks } = await expectRebuilt(runtime.pool, state.id);
    const overall = clocks.find(({ kind }) => kind === 'OVERALL')!;
    expect(overall).toMatchObject({ dueOn: dueDate(calendar, today, 31).dueOn, calendarVersion: 2 });
  }
}, 240_000);
