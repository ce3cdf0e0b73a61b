import { readFileSync } from 'node:fs';
import { statutoryCalendar } from '@accord/seeds/calendars/statutory-calendar';
import { statutoryMigration } from '@accord/seeds/calendars/statutory-migration';
import {
  buildWorkingCalendar,
  calendarEnd,
  dueDate,
  maxWorkingDays,
  workingDaysBetween,
} from '@accord/server/domain/working-calendar';
import type { CalendarDay } from '@accord/server/domain/working-calendar';
import { readWorkingCalendars } from '@accord/server/entities/working-calendar';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawDays } from '../support/day-by-day.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';

const calendar = buildWorkingCalendar(statutoryCalendar());
const may: CalendarDay = { date: '2027-05-03', kind: 'HOLIDAY', name: '劳动节', nameEn: 'Labour Day' };
const mayMadeUp: CalendarDay = { date: '2027-05-08', kind: 'MAKE_UP', name: '劳动节', nameEn: 'Labour Day' };

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Writes a version announced through 2027, asks, and takes it back. */
async function withVersion<Result>(days: unknown[], ask: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const publish = `select publish_calendar(2, '2004-01-01', '2027-12-31', 'a later notice', '2026-11-05T00:00:00+08:00', $1)`;
    await client.query(publish, [JSON.stringify(days)]);
    return await ask(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('the statutory calendar', () => {
  it('is what its migration was written from', () => {
    const path = new URL('../../schema/migrations/0004_statutory_calendar.sql', import.meta.url);
    expect(readFileSync(path, 'utf8')).toBe(statutoryMigration());
  });

  it('has a row for every date, each as the raw notices have it, numbered by working day', async () => {
    const { rows } = await pool.query(
      'select date::text, kind, name, name_en, is_working_day, number from calendar_day where version = 1 order by date',
    );
    let number = 0;
    const expected = rawDays.map(({ date, kind, isWorkingDay, text }) => {
      const [name_en = null, name = null] = text?.split(',') ?? [];
      if (isWorkingDay) number++;
      return { date, kind, name, name_en, is_working_day: isWorkingDay, number };
    });
    expect(rows).toEqual(expected);
    expect(rows.at(-1).date).toBe(calendarEnd);
  });

  it('is read from the database as the domain builds it from the notices', async () => {
    expect(await readWorkingCalendars(pool, 0)).toEqual([calendar]);
  });
});

describe('the arithmetic in SQL', () => {
  const anyIndex = fc.integer({ min: 0, max: rawDays.length - 1 });

  it('counts the same working days between two dates as the domain', async () => {
    const pairs = fc.sample(fc.tuple(anyIndex, anyIndex), 4_000).map(([one, other]) => {
      return [rawDays[Math.min(one, other)]!.date, rawDays[Math.max(one, other)]!.date] as const;
    });
    const { rows } = await pool.query(
      'select working_days_between(1, start_on, stop_on) as days from unnest($1::date[], $2::date[]) with ordinality as pair(start_on, stop_on, place) order by place',
      [pairs.map(([from]) => from), pairs.map(([, to]) => to)],
    );
    expect(rows.map((row) => row.days)).toEqual(pairs.map(([from, to]) => workingDaysBetween(calendar, from, to)));
  });

  it('finds the same due dates as the domain', async () => {
    const anyStart = fc.integer({ min: 0, max: rawDays.findIndex((day) => day.date === '2059-01-01') });
    const anyDays = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: maxWorkingDays }));
    const starts = fc
      .sample(fc.tuple(anyStart, anyDays), 4_000)
      .map(([index, days]) => [rawDays[index]!.date, days] as const);
    const { rows } = await pool.query(
      'select due_date(1, start_on, days)::text as due_on from unnest($1::date[], $2::int[]) with ordinality as start(start_on, days, place) order by place',
      [starts.map(([startOn]) => startOn), starts.map(([, days]) => days)],
    );
    expect(rows.map((row) => row.due_on)).toEqual(
      starts.map(([startOn, days]) => dueDate(calendar, startOn, days).dueOn),
    );
  });

  it.each([
    ['a date before the first', `working_days_between(1, '2003-12-31', '2004-01-05')`, '22008'],
    ['a date after the last', `working_days_between(1, '2026-01-01', '2100-01-01')`, '22008'],
    ['a reversed range', `working_days_between(1, '2026-01-02', '2026-01-01')`, '22023'],
    ['a version that is not published', `working_days_between(9, '2026-01-01', '2026-01-02')`, '22008'],
    ['no date at all', `working_days_between(1, null, '2026-01-02')`, '22008'],
    ['negative working days', `due_date(1, '2026-01-01', -1)`, '22023'],
    ['more working days than the limit', `due_date(1, '2026-01-01', ${maxWorkingDays + 1})`, '22023'],
    ['a due date after the last', `due_date(1, '${calendarEnd}', 1)`, '22008'],
  ])('refuses %s', async (_what, call, code) => {
    await expect(pool.query(`select ${call}`)).rejects.toMatchObject({ code });
  });
});

describe('a later version', () => {
  it('becomes the newest and leaves the one before as it was', async () => {
    const days = [...statutoryCalendar().days, may, mayMadeUp];
    const { newest, rows } = await withVersion(days, async (client) => {
      const asked = [1, 2].map(
        (version) =>
          `select due_date(${version}, '2027-04-30', 5)::text as due_on, working_days_between(${version}, '2026-12-31', '2027-05-31') as days`,
      );
      return {
        newest: (await readWorkingCalendars(client, 0)).at(-1)!,
        rows: (await client.query(asked.join(' union all '))).rows,
      };
    });
    expect(newest).toEqual(
      buildWorkingCalendar({ version: 2, from: '2004-01-01', announcedThrough: '2027-12-31', days }),
    );
    expect(dueDate(newest, '2027-04-30', 5)).toEqual({ dueOn: '2027-05-08', isProvisional: false });
    expect(rows[0]).toEqual({ due_on: '2027-05-07', days: 107 });
    // One weekday off and one Saturday worked: the same number of days, the fifth of them a Saturday.
    expect(rows[1]).toEqual({ due_on: '2027-05-08', days: 107 });
  });

  it.each([
    ['names a day twice', [may, may], '23505'],
    ['names a day beyond what is announced', [{ ...may, date: '2028-05-01' }], '22008'],
    ['names a day without a date', [{ ...may, date: null }], '22008'],
    ['names a day neither off nor worked', [{ ...may, kind: 'WEEKEND' }], '23514'],
    ['leaves a day without a name', [{ ...may, name: null }], '23514'],
  ])('is refused whole when it %s', async (_what, days, code) => {
    await expect(withVersion(days, async () => 'written')).rejects.toMatchObject({ code });
  });
});
