import type { AnalyticsFilter } from '@accord/server/analytics/filter';
import { resolutionTime } from '@accord/server/analytics/resolution-time';
import type { AnalyticsScope } from '@accord/server/analytics/scope';
import { openSnapshot } from '@accord/server/analytics/snapshot';
import type { Basis } from '@accord/server/analytics/tally';
import type { ClockKind } from '@accord/server/domain/clock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { filterOf, insertCycles, type Cycle } from '../support/cycle.js';
import { badField } from '../support/refusal.js';

const app = await startApp();
const { pool } = app.database;
const handlerId = '01930000-0000-7000-8000-000000000801';
const teamId = '01930000-0000-7000-8000-000000000901';
const all: AnalyticsScope = { of: 'ALL' };

afterAll(() => app.close());
beforeEach(() => pool.query('truncate clock'));

/** Asks on a day of which 23:00 in Shanghai is 15:00 UTC. */
function ask(
  kind: ClockKind,
  chosen: Partial<AnalyticsFilter> = {},
  { basis = 'NET' as Basis, scope = all, today = '2026-03-31' } = {},
) {
  const put = openSnapshot(pool, () => new Date(`${today}T23:00:00+08:00`));
  return put((snapshot) => resolutionTime(snapshot, { filter: filterOf(chosen), scope, kind, basis }));
}

const stopped = (elapsed: number, over: Partial<Cycle> = {}): Cycle => ({
  kind: 'OVERALL',
  startedOn: '2026-03-02',
  stoppedOn: '2026-03-20',
  elapsed,
  ...over,
});

describe('figures of stopped cycles', () => {
  it('equal percentile_cont and avg over the same rows, and the histogram sums to n', async () => {
    const days = Array.from({ length: 157 }, (_, index) => (index * 7919) % 43);
    await insertCycles(
      pool,
      days.map((elapsed) => stopped(elapsed)),
    );
    const figures = await ask('OVERALL');
    const { rows } = await pool.query(
      `select count(*)::int as count, avg(counted)::float8 as mean,
         percentile_cont(0.5) within group (order by counted) as p50, percentile_cont(0.75) within group (order by counted) as p75,
         percentile_cont(0.9) within group (order by counted) as p90, percentile_cont(0.95) within group (order by counted) as p95,
         count(*) filter (where counted < 10)::int as faster, count(*) filter (where counted between 10 and 30)::int as within,
         count(*) filter (where counted > 30)::int as over
       from clock where kind = 'OVERALL' and stop_reason in ('RESOLVED', 'UNRESOLVED')`,
    );
    const { mean, ...exact } = rows[0];
    expect(figures).toMatchObject({
      ...exact,
      caseCount: 157,
      isSmall: false,
      isSuppressed: false,
      band: { min: 10, max: 30 },
    });
    expect(figures.mean).toBeCloseTo(mean, 9);
    expect(figures.histogram.reduce((sum, bar) => sum + bar.count, 0)).toBe(157);
    expect(figures.histogram.find((bar) => bar.workingDays === 0)).toMatchObject({ verdict: 'FASTER' });
    expect(figures.onTimeRate).toBe((figures.faster + figures.within) / 157);
  });

  it('are null, never 0, when nothing was counted', async () => {
    const nothing = { mean: null, p50: null, p75: null, p90: null, p95: null, onTimeRate: null };
    expect(await ask('OVERALL')).toMatchObject({ ...nothing, count: 0, caseCount: 0, isSmall: true, histogram: [] });
  });

  it('judge a cycle by the band it started under', async () => {
    await insertCycles(pool, [stopped(12), stopped(12, { band: [5, 10] }), stopped(12, { band: [15, 20] })]);
    const { histogram, faster, within, over } = await ask('OVERALL');
    expect({ faster, within, over }).toEqual({ faster: 1, within: 1, over: 1 });
    expect(histogram).toEqual(['FASTER', 'OVER', 'WITHIN'].map((verdict) => ({ workingDays: 12, count: 1, verdict })));
  });

  it('leave paused days out, or count and judge every day that passed', async () => {
    await insertCycles(pool, [stopped(33, { kind: 'FIRST_NEGOTIATION', stopReason: 'AGREED', paused: 20 })]);
    expect((await ask('FIRST_NEGOTIATION')).histogram).toEqual([{ workingDays: 13, count: 1, verdict: 'WITHIN' }]);
    const gross = await ask('FIRST_NEGOTIATION', {}, { basis: 'GROSS' });
    expect(gross).toMatchObject({
      p50: 33,
      over: 1,
      onTimeRate: 0,
      histogram: [{ workingDays: 33, count: 1, verdict: 'OVER' }],
    });
  });

  it('count cycles, and their cases once', async () => {
    const caseId = crypto.randomUUID();
    const cycles = [1, 2, 3].map((cycle) =>
      stopped(cycle, { kind: 'RESPONSE', stopReason: 'ANSWERED', caseId, cycle }),
    );
    await insertCycles(pool, [...cycles, stopped(1, { kind: 'RESPONSE', stopReason: 'REJECTED' })]);
    expect(await ask('RESPONSE')).toMatchObject({ count: 4, caseCount: 2 });
  });
});

describe('the population', () => {
  it('of OVERALL ends RESOLVED or UNRESOLVED; the rest is excluded by name', async () => {
    await insertCycles(pool, [
      stopped(10),
      stopped(11, { stopReason: 'UNRESOLVED' }),
      stopped(1, { stopReason: 'REJECTED' }),
      stopped(2, { stopReason: 'WITHDRAWN' }),
      stopped(3, { stopReason: 'WITHDRAWN' }),
    ]);
    const figures = await ask('OVERALL');
    expect(figures).toMatchObject({ count: 2, p50: 10.5, cancelledCount: 0 });
    expect(figures.excluded).toEqual({ rejected: 1, withdrawn: 2, cancelled: 0, leftTrack: 0 });
  });

  it('of SIMPLE ends RESOLVED, or late when the track was left', async () => {
    const left = (elapsed: number, isCancelled: boolean): Cycle =>
      stopped(elapsed, { kind: 'SIMPLE', stopReason: 'LEFT_TRACK', isCancelled });
    await insertCycles(pool, [
      stopped(1, { kind: 'SIMPLE' }),
      left(4, false),
      left(1, true),
      left(2, true),
      stopped(1, { kind: 'SIMPLE', stopReason: 'WITHDRAWN', isCancelled: true }),
    ]);
    const figures = await ask('SIMPLE');
    expect(figures).toMatchObject({ count: 2, within: 1, over: 1, cancelledCount: 3 });
    expect(figures.excluded).toEqual({ rejected: 0, withdrawn: 0, cancelled: 1, leftTrack: 2 });
  });

  it('of RESPONSE is every answer, a rejection too; of INVESTIGATION and the negotiations every stopped cycle', async () => {
    await insertCycles(pool, [
      stopped(1, { kind: 'RESPONSE', stopReason: 'ANSWERED' }),
      stopped(2, { kind: 'RESPONSE', stopReason: 'REJECTED' }),
      stopped(3, { kind: 'INVESTIGATION', stopReason: 'CONCLUDED' }),
      stopped(4, { kind: 'INVESTIGATION', stopReason: 'WITHDRAWN', isCancelled: true }),
      stopped(8, { kind: 'FIRST_NEGOTIATION', stopReason: 'AGREED' }),
      stopped(9, { kind: 'FIRST_NEGOTIATION', stopReason: 'IMPASSE' }),
      stopped(12, { kind: 'SECOND_NEGOTIATION', stopReason: 'UNRESOLVED' }),
    ]);
    expect(await ask('RESPONSE')).toMatchObject({ count: 2, excluded: { rejected: 0 } });
    expect(await ask('INVESTIGATION')).toMatchObject({ count: 1, cancelledCount: 1, excluded: { cancelled: 1 } });
    expect(await ask('FIRST_NEGOTIATION')).toMatchObject({ count: 2, p50: 8.5 });
    expect(await ask('SECOND_NEGOTIATION')).toMatchObject({ count: 1, p50: 12 });
  });

  it('is what was filed here, unless imported logs are named', async () => {
    await insertCycles(pool, [stopped(1), stopped(2, { source: 'one' }), stopped(3, { source: 'other' })]);
    expect(await ask('OVERALL')).toMatchObject({ count: 1, p50: 1 });
    expect(await ask('OVERALL', { sources: ['one', 'other'] })).toMatchObject({ count: 2, p50: 2.5 });
    expect(await ask('OVERALL', { sources: [] })).toMatchObject({ count: 0 });
  });

  it('is narrowed by what the case was when the cycle stopped', async () => {
    await insertCycles(pool, [stopped(1), stopped(2, { type: 'REPAYMENT' }), stopped(3, { track: 'SIMPLE', teamId })]);
    expect(await ask('OVERALL', { types: ['REPAYMENT'] })).toMatchObject({ count: 1, p50: 2 });
    expect(await ask('OVERALL', { tracks: ['STANDARD'] })).toMatchObject({ count: 2 });
    expect(await ask('OVERALL', { teams: [teamId], tracks: ['SIMPLE'] })).toMatchObject({ count: 1, p50: 3 });
    expect(await ask('OVERALL', { types: ['REPAYMENT'], teams: [teamId] })).toMatchObject({ count: 0 });
  });
});

describe('the cohort', () => {
  const march = { from: '2026-03-01', to: '2026-03-31' };
  const cycles: Cycle[] = [
    stopped(10, { startedOn: '2026-02-28', stoppedOn: '2026-03-01' }),
    stopped(20, { startedOn: '2026-03-01', stoppedOn: '2026-03-31' }),
    stopped(31, { startedOn: '2026-03-31', stoppedOn: '2026-04-01' }),
    stopped(5, { startedOn: '2026-02-28', stoppedOn: '2026-04-01' }),
    stopped(1, { startedOn: '2026-02-28', stoppedOn: '2026-03-02', stopReason: 'WITHDRAWN' }),
  ];

  it('CLOSED takes cycles by the date they stopped on, OPENED by the date they started on, both ends in', async () => {
    await insertCycles(pool, cycles);
    expect(await ask('OVERALL', march)).toMatchObject({ count: 2, p50: 15, excluded: { withdrawn: 1 } });
    expect(await ask('OVERALL', { ...march, cohort: 'OPENED' })).toMatchObject({
      count: 2,
      p50: 25.5,
      excluded: { withdrawn: 0 },
    });
  });

  it('holds the running that are late against on time in OPENED only', async () => {
    // Working days through 2026-03-31: 21 after 03-02; over Spring Festival, worked on Saturdays 02-14 and 02-28, 30 after 02-11, 31 after 02-10.
    await insertCycles(pool, [
      stopped(10, { startedOn: '2026-02-10' }),
      { kind: 'OVERALL', startedOn: '2026-03-02' },
      { kind: 'OVERALL', startedOn: '2026-02-11' },
      { kind: 'OVERALL', startedOn: '2026-02-10' },
    ]);
    const opened = await ask('OVERALL', { cohort: 'OPENED', from: '2026-02-01', to: '2026-03-31' });
    expect(opened).toMatchObject({ count: 1, openCount: 3, undecidedCount: 2, over: 0, onTimeRate: 0.5 });
    expect(await ask('OVERALL')).toMatchObject({ count: 1, openCount: 3, undecidedCount: 2, onTimeRate: 1 });
    expect(await ask('OVERALL', { to: '2026-02-10' })).toMatchObject({ count: 0, openCount: 1, undecidedCount: 0 });
  });

  it('reads a paused clock without its pause, at most the cap', async () => {
    const paused: Cycle = { kind: 'INVESTIGATION', startedOn: '2026-03-02', pausedSince: '2026-03-04' };
    await insertCycles(pool, [
      paused,
      { ...paused, startedOn: '2026-03-09', pausedSince: '2026-03-10', pausedBefore: 1 },
    ]);
    // On 03-18: 12 elapsed and 10 paused leave 2; 7 elapsed and 1 + 6 paused leave 0.
    expect(await ask('INVESTIGATION', {}, { today: '2026-03-18' })).toMatchObject({ openCount: 2, undecidedCount: 2 });
    // On 03-24: 16 − 10 = 6 is late; 11 − 10 = 1 is not.
    expect(await ask('INVESTIGATION', {}, { today: '2026-03-24' })).toMatchObject({ openCount: 2, undecidedCount: 1 });
  });

  it('refuses a period that runs backwards or lies before the calendar', async () => {
    await expect(ask('OVERALL', { from: '2026-03-02', to: '2026-03-01' })).rejects.toEqual(badField('filter.to'));
    await expect(ask('OVERALL', { from: '2003-12-31' })).rejects.toEqual(badField('filter.from'));
  });
});

describe('who asks', () => {
  const other = '01930000-0000-7000-8000-000000000802';

  it('sees the own teams as a supervisor and the own cycles as a handler, even a few', async () => {
    await insertCycles(pool, [stopped(1, { teamId, handlerId }), stopped(2, { teamId }), stopped(3)]);
    expect(await ask('OVERALL', {}, { scope: { of: 'TEAMS', teamIds: [teamId] } })).toMatchObject({ count: 2 });
    const own: AnalyticsScope = { of: 'HANDLER', handlerId };
    expect(await ask('OVERALL', { handlers: [handlerId] }, { scope: own })).toMatchObject({
      count: 1,
      p50: 1,
      isSuppressed: false,
    });
    expect(await ask('OVERALL', { handlers: [other] }, { scope: own })).toMatchObject({ count: 0 });
  });

  it('is told a handler’s count only, as a manager, while it is below five', async () => {
    const four = [1, 2, 3, 4].map((elapsed) => stopped(elapsed, { handlerId }));
    await insertCycles(pool, [...four, { kind: 'OVERALL', startedOn: '2026-03-02', handlerId }]);
    const hidden = await ask('OVERALL', { handlers: [handlerId] });
    expect(hidden).toMatchObject({
      count: 4,
      caseCount: 4,
      isSuppressed: true,
      p50: null,
      mean: null,
      onTimeRate: null,
    });
    expect(hidden).toMatchObject({ histogram: [], faster: 0, openCount: 0, undecidedCount: 0 });
    await insertCycles(pool, [stopped(5, { handlerId })]);
    expect(await ask('OVERALL', { handlers: [handlerId] })).toMatchObject({ count: 5, p50: 3, isSuppressed: false });
  });
});
