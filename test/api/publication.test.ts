import { actOnDeadlines } from '@accord/server/commands/deadlines';
import { reviseCases } from '@accord/server/commands/revise-cases';
import { publishCalendar, setBenchmark } from '@accord/server/commands/publication';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { expectRebuilt } from '../support/rebuild.js';
import { code } from '../support/refusal.js';
import { handClock, investigated, road } from '../support/road.js';

const clock = handClock('2026-12-10T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());

const newYear = { date: '2027-01-01', kind: 'HOLIDAY' as const, name: '元旦', nameEn: "New Year's Day" };
const notice = {
  announcedThrough: '2027-12-31',
  days: [newYear],
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  publishedAt: '2026-12-14T02:00:00.000Z',
};

const publishing = `mutation ($input: PublishCalendarInput!) {
  publishCalendar(input: $input) { calendarCoverage { announcedThrough version } } }`;
const previewing = `query ($input: CalendarNoticeInput!) { previewCalendar(input: $input) {
  version changedDays { date before after name } runningClockCount movedClockCount keptClockCount settledClockCount
  movedInstalmentCount } }`;
const setting = `mutation ($input: SetBenchmarkInput!) {
  setBenchmark(input: $input) { benchmarks { clock minWorkingDays maxWorkingDays } } }`;

const publish = (input: object, person = cast.admin) =>
  api.ask<{ publishCalendar: { calendarCoverage: object } }>(person, publishing, { input });
const publications = async () => {
  const { rows } = await app.database.pool.query(
    'select kind, version, published_by from publication where published_by is not null order by kind, version',
  );
  return rows as { kind: string; version: number; published_by: string }[];
};
interface ClockAnswer {
  kind: string;
  dueOn: string;
  originalDueOn: string;
  computedDueOn: string;
  isProvisional: boolean;
  calendarVersion: number;
  state: string;
}
const clocksOf = async (walk: { caseId: string }) => {
  const query = `query ($id: ID) { case(id: $id) { clocks {
    kind state dueOn originalDueOn computedDueOn isProvisional calendarVersion ledger { counted } countedWorkingDays } } }`;
  const { data } = await api.ask<{ case: { clocks: ClockAnswer[] } }>(cast.handler, query, { id: caseIdOf(walk) });
  return new Map(data.case.clocks.map((each) => [each.kind, each]));
};

describe('publishing a calendar', () => {
  it.each(['complainant', 'handler', 'supervisor', 'manager', 'stranger'] as const)(
    'is not open to %s, nor is its preview, nor setting a benchmark',
    async (name) => {
      const { publishedAt: _, ...previewed } = notice;
      const band = { clock: 'RESPONSE', minWorkingDays: 2, maxWorkingDays: 4 };
      for (const [query, input] of [
        [publishing, notice],
        [previewing, previewed],
        [setting, band],
      ] as const) {
        expect((await api.ask(cast[name], query, { input })).error).toMatchObject({ code: 'FORBIDDEN' });
      }
      expect(await publications()).toEqual([]);
    },
  );

  it.each([
    ['announcedThrough', { announcedThrough: '2026-12-30', days: [] }],
    ['announcedThrough', { announcedThrough: '2099-12-31' }],
    ['days.0.date', { days: [{ ...newYear, date: '2028-01-01' }] }],
    ['days.0.date', { days: [{ ...newYear, date: '2003-12-31' }] }],
    ['days.1.date', { days: [newYear, newYear] }],
    ['days.0.name', { days: [{ ...newYear, name: ' ' }] }],
    ['days.0.nameEn', { days: [{ ...newYear, nameEn: 'x'.repeat(101) }] }],
    ['plainDates.0', { plainDates: ['2027-02-02'] }],
    ['plainDates.0', { plainDates: ['2027-01-01'] }],
    ['source', { source: '' }],
    ['idempotencyKey', { idempotencyKey: '' }],
  ])('refuses what cannot be meant: %s', async (path, over) => {
    const { error } = await publish({ ...notice, ...over });
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: `input.${path}` }] });
    expect(await publications()).toEqual([]);
  });

  it('refuses what changes nothing', async () => {
    const { error } = await publish({ ...notice, announcedThrough: '2026-12-31', days: [] });
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'input' }] });
  });

  it('recounts what runs, case by case, and leaves what stopped', async () => {
    const moved = await investigated(app.runtime, cast);
    const { publishedAt: _, ...previewed } = notice;
    const preview = await api.ask<{ previewCalendar: object }>(cast.admin, previewing, { input: previewed });
    expect(preview.errors).toEqual([]);
    expect(preview.data.previewCalendar).toEqual({
      version: 2,
      changedDays: [{ date: '2027-01-01', before: 'WEEKDAY', after: 'HOLIDAY', name: '元旦' }],
      // INVESTIGATION is due on 12-17; OVERALL on 2027-01-21, a day later with New Year.
      runningClockCount: 2,
      movedClockCount: 1,
      keptClockCount: 0,
      settledClockCount: 1,
      movedInstalmentCount: 0,
    });
    const before = await clocksOf(moved);
    expect(before.get('OVERALL')).toMatchObject({ dueOn: '2027-01-21', isProvisional: true, calendarVersion: 1 });

    clock.set('2026-12-14T10:00:00');
    const twins = await Promise.all([1, 2].map(() => publish({ ...notice, idempotencyKey: 'notice-2027' })));
    for (const { data, errors } of twins) {
      expect(errors).toEqual([]);
      expect(data.publishCalendar.calendarCoverage).toEqual({ announcedThrough: '2027-12-31', version: 2 });
    }
    const other = await publish({ ...notice, days: [], idempotencyKey: 'notice-2027' });
    expect(other.error).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    expect(await publications()).toEqual([{ kind: 'CALENDAR', version: 2, published_by: cast.admin.id }]);

    await reviseCases(app.runtime);
    const after = await clocksOf(moved);
    expect(after.get('OVERALL')).toMatchObject({
      originalDueOn: '2027-01-21',
      dueOn: '2027-01-22',
      computedDueOn: '2027-01-22',
      isProvisional: false,
      calendarVersion: 2,
    });
    expect(after.get('RESPONSE')).toEqual(before.get('RESPONSE'));
    expect(after.get('INVESTIGATION')).toMatchObject({ dueOn: '2026-12-17', calendarVersion: 2 });
    expect((await moved.eventTypes()).filter((type) => type === 'ClockRevised')).toHaveLength(1);
    await expectRebuilt(app.database.pool, moved.caseId);
    // Nothing is left to revise, and nothing is revised twice.
    expect(await reviseCases(app.runtime)).toBe(0);
  });

  it('acts on a case before the first command that comes to it, after the deadlines that passed before', async () => {
    clock.set('2026-12-15T10:00:00');
    const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    await walk.act(cast.handler, 'requestClarification', { question: '请补充订单号', onLapse: 'PROCEED_WITHOUT' });
    const late = await road(app.runtime).submit(cast.complainant, {});
    // The question lapses on 12-22, the notice comes on 12-24; nobody looks before 12-28.
    clock.set('2026-12-24T10:00:00');
    const correction = {
      ...notice,
      days: [
        { ...newYear, date: '2026-12-25' },
        { ...newYear, date: '2026-12-28' },
      ],
    };
    await publishCalendar({ ...app.runtime, alarm: new EventTarget() }, cast.admin, { input: correction });
    clock.set('2026-12-29T10:00:00');
    await walk.act(cast.handler, 'addNote', { text: '已致电' });
    const types = await walk.eventTypes();
    expect(types.slice(types.indexOf('ClarificationLapsed'))).toEqual([
      'ClarificationLapsed',
      'ClockRevised',
      'ClockRevised',
      'NoteAdded',
    ]);
    const state = await expectRebuilt(app.database.pool, walk.caseId);
    // Five days from 12-22: 12-29 by the calendar of that day, two days later with the correction.
    expect(state.clocks.filter(({ kind }) => kind === 'RESPONSE')).toMatchObject([
      { state: 'STOPPED', calendarVersion: 2 },
      { state: 'RUNNING', originalDueOn: '2026-12-29', dueOn: '2026-12-31', calendarVersion: 3 },
    ]);
    const { rows } = await app.database.pool.query(
      `select type, effective_on::text from case_event where case_id = $1 and type = 'ClockRevised'`,
      [walk.caseId],
    );
    expect(rows).toEqual([
      { type: 'ClockRevised', effective_on: '2026-12-24' },
      { type: 'ClockRevised', effective_on: '2026-12-24' },
    ]);
    // The sweep finds the others, however many versions behind.
    await actOnDeadlines(app.runtime);
    await reviseCases(app.runtime);
    // Its RESPONSE was late before; what moves is OVERALL.
    expect((await late.eventTypes()).filter((type) => type === 'ClockRevised')).toHaveLength(1);
    await expectRebuilt(app.database.pool, late.caseId);
  });
});

describe('what was published', () => {
  const query = '{ publications { kind version enteredAt source publishedBy { name } } }';

  it('is told to administrators, the newest first, with who did it and what it follows', async () => {
    const { data, errors } = await api.ask<{ publications: Record<string, unknown>[] }>(cast.admin, query);
    expect(errors).toEqual([]);
    const by = { kind: 'CALENDAR', publishedBy: { name: cast.admin.name }, source: notice.source };
    expect(data.publications.slice(0, 2)).toEqual([
      { ...by, version: 3, enteredAt: '2026-12-24T02:00:00.000Z' },
      { ...by, version: 2, enteredAt: '2026-12-14T02:00:00.000Z' },
    ]);
    const brought = data.publications.slice(2);
    expect(brought.map(({ kind, version }) => `${String(kind)} ${String(version)}`).toSorted()).toEqual([
      'BENCHMARK 1',
      'CALENDAR 1',
    ]);
    expect(brought.every(({ publishedBy }) => publishedBy === null)).toBe(true);
  });

  it.each(['complainant', 'handler', 'supervisor', 'manager', 'integration'] as const)(
    'is hidden from %s',
    async (who) => {
      expect((await api.ask(cast[who], query)).error).toEqual({ code: 'FORBIDDEN' });
    },
  );
});

describe('setting a benchmark', () => {
  it.each([
    ['minWorkingDays', { minWorkingDays: -1, maxWorkingDays: 5 }],
    ['maxWorkingDays', { minWorkingDays: 4, maxWorkingDays: 3 }],
    ['maxWorkingDays', { minWorkingDays: 0, maxWorkingDays: 0 }],
    ['maxWorkingDays', { minWorkingDays: 3, maxWorkingDays: 251 }],
  ])('refuses what cannot be a band: %s', async (path, band) => {
    const { error } = await api.ask(cast.admin, setting, { input: { clock: 'RESPONSE', ...band } });
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: `input.${path}` }] });
  });

  it('concerns clocks that start from then on; the past keeps its bands', async () => {
    clock.set('2027-02-01T10:00:00');
    const before = await road(app.runtime).submit(cast.complainant, {});
    const input = { clock: 'RESPONSE', minWorkingDays: 2, maxWorkingDays: 4, idempotencyKey: 'bands-2027' };
    for (const answer of await Promise.all([1, 2].map(() => api.ask(cast.admin, setting, { input })))) {
      expect(answer.errors).toEqual([]);
      expect(answer.data).toMatchObject({
        setBenchmark: {
          benchmarks: expect.arrayContaining([
            { clock: 'RESPONSE', minWorkingDays: 2, maxWorkingDays: 4 },
            { clock: 'OVERALL', minWorkingDays: 10, maxWorkingDays: 30 },
          ]),
        },
      });
    }
    const again = setBenchmark(app.runtime, cast.admin, {
      input: { clock: 'RESPONSE', minWorkingDays: 2, maxWorkingDays: 4 },
    });
    await expect(again).rejects.toEqual(code('BAD_USER_INPUT'));
    const after = await road(app.runtime).submit(cast.complainant, {});
    expect((await before.state()).clocks[0]).toMatchObject({ kind: 'RESPONSE', band: { min: 3, max: 5 } });
    expect((await after.state()).clocks[0]).toMatchObject({ kind: 'RESPONSE', band: { min: 2, max: 4 } });
    expect((await publications()).filter(({ kind }) => kind === 'BENCHMARK')).toEqual([
      { kind: 'BENCHMARK', version: 2, published_by: cast.admin.id },
    ]);
    await expectRebuilt(app.database.pool, after.caseId);
  });

  it('leaves a clock that a lapse starts the band of the day of the lapse', async () => {
    clock.set('2027-02-08T10:00:00');
    const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    await walk.act(cast.handler, 'requestClarification', { question: '请补充订单号', onLapse: 'PROCEED_WITHOUT' });
    // The question lapses on 02-15; the band changes on 02-18, before anybody looks.
    clock.set('2027-02-18T10:00:00');
    await setBenchmark(app.runtime, cast.admin, { input: { clock: 'RESPONSE', minWorkingDays: 1, maxWorkingDays: 2 } });
    await walk.act(cast.handler, 'addNote', { text: '已致电' });
    expect((await walk.state()).clocks.filter(({ kind }) => kind === 'RESPONSE')).toMatchObject([
      { cycle: 1 },
      { cycle: 2, band: { min: 2, max: 4 } },
    ]);
  });
});
