import { readConfig } from '@accord/server/config';
import { caseLock, transact } from '@accord/server/commands/case-transaction';
import { loadCases } from '@accord/server/commands/load-cases';
import { publishCalendar } from '@accord/server/commands/publication';
import { reviseCases } from '@accord/server/commands/revise-cases';
import { dueDate, shanghaiDate } from '@accord/server/domain/working-calendar';
import { CaseLife } from '@accord/seeds/builders';
import { Random } from '@accord/seeds/random';
import { openRuntime, type OpenRuntime } from '@accord/seeds/runtime';
import { insertPeople, people } from '@accord/seeds/scenarios/people';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { filing } from '../support/road.js';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const caseCount = 60;
let database: TestDatabase;
let open: OpenRuntime;
let caseIds: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  open = await openRuntime(readConfig({ DATABASE_URL: database.url }));
  const { runtime } = open;
  await insertPeople(runtime.orm);
  const { calendar, benchmarks } = await runtime.published.inForce(runtime.pool);
  const lives = Array.from({ length: caseCount }, (_, index) => {
    const at = new Date(Date.now() - 120_000);
    const published = { calendar, benchmarks, routeIds: [] };
    const life = new CaseLife(published, new Random(`unmoved ${index}`), at.toISOString());
    life.submit(at.toISOString(), people.xiaoming, filing);
    // Every third has ended.
    if (index % 3 === 0) life.act(new Date().toISOString(), people.xiaoming, 'withdrawCase', { reason: '已解决' });
    return life.unwritten;
  });
  await loadCases(runtime, lives, calendar.version);
  caseIds = lives.map(({ state }) => state.id);
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

/** Publishes a day off so many working days from now: those of OVERALL are thirty. */
async function publishDayOff(workingDays: number): Promise<void> {
  const { runtime } = open;
  const { calendar } = await runtime.published.inForce(runtime.pool);
  const { dueOn: date } = dueDate(calendar, shanghaiDate(new Date()), workingDays);
  const days = [{ date, kind: 'HOLIDAY' as const, name: '临时放假', nameEn: 'Day off' }];
  const announcedThrough = [calendar.announcedThrough, date].toSorted().at(-1)!;
  const notice = { announcedThrough, days, source: '临时通知', publishedAt: new Date().toISOString() };
  await publishCalendar({ ...runtime, alarm: new EventTarget() }, { ...people.yangfan }, { input: notice });
}

async function standing() {
  const { rows } = await open.runtime.pool.query<{ revisedTo: number; cases: number; transactions: number }>(
    `select calendar_version as "revisedTo", count(*)::int as cases, count(distinct xmin::text)::int as transactions
     from case_snapshot group by 1 order by 1`,
  );
  return rows;
}

it('notes in one transaction all cases of a batch in which a calendar moves nothing, and writes no event', async () => {
  const events = async () => (await open.runtime.pool.query('select from case_event')).rowCount;
  const before = await events();
  // The dates of OVERALL are past what was announced: the first notice settles them, so none moves by the second.
  await publishDayOff(90);
  while ((await reviseCases(open.runtime)) > 0) continue;
  const settled = await events();
  expect(settled! - before!).toBeLessThanOrEqual(caseCount);
  await publishDayOff(100);
  expect(await reviseCases(open.runtime)).toBe(caseCount);
  expect(await standing()).toEqual([{ revisedTo: 3, cases: caseCount, transactions: 1 }]);
  expect(await events()).toBe(settled);
  expect(await reviseCases(open.runtime)).toBe(0);
});

it('moves what moves, each case in a transaction of its own, and notes those that have ended together', async () => {
  await publishDayOff(12);
  expect(await reviseCases(open.runtime)).toBe(caseCount);
  expect(await standing()).toEqual([{ revisedTo: 4, cases: caseCount, transactions: 1 + (caseCount * 2) / 3 }]);
  const { rows } = await open.runtime.pool.query<{ cases: number }>(
    `select count(distinct case_id)::int as cases from case_event where type = 'ClockRevised' and payload->>'calendarVersion' = '4'`,
  );
  expect(rows[0]!.cases).toBe((caseCount * 2) / 3);
});

it('leaves a case that somebody is changing to its turn', async () => {
  await publishDayOff(110);
  const held = caseIds[1]!;
  let revising: Promise<number> | undefined;
  await transact(open.runtime, { locks: [caseLock(held)] }, async () => {
    revising = reviseCases(open.runtime);
    await expect.poll(standing, { timeout: 60_000 }).toMatchObject([
      { revisedTo: 4, cases: 1 },
      { revisedTo: 5, cases: caseCount - 1 },
    ]);
  });
  expect(await revising).toBe(caseCount);
  expect(await standing()).toMatchObject([{ revisedTo: 5, cases: caseCount }]);
});
