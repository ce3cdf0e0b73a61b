import type { AnalyticsFilter } from '@accord/server/analytics/filter';
import { openSnapshot } from '@accord/server/analytics/snapshot';
import { trend, type TrendBucket } from '@accord/server/analytics/trend';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { filterOf, insertCycles, type Cycle } from '../support/cycle.js';
import { badField } from '../support/refusal.js';

const app = await startApp();
const { pool } = app.database;

afterAll(() => app.close());
beforeEach(() => pool.query('truncate clock'));

function ask(bucket: TrendBucket, chosen: Partial<AnalyticsFilter> = {}, today = '2026-03-18') {
  const put = openSnapshot(pool, () => new Date(`${today}T00:30:00+08:00`));
  const question = {
    filter: filterOf(chosen),
    scope: { of: 'ALL' as const },
    kind: 'OVERALL' as const,
    basis: 'NET' as const,
  };
  return put((snapshot) => trend(snapshot, question, bucket));
}

const stopped = (startedOn: string, stoppedOn: string, elapsed: number, over: Partial<Cycle> = {}): Cycle => ({
  kind: 'OVERALL',
  startedOn,
  stoppedOn,
  elapsed,
  ...over,
});

describe('the trend', () => {
  it('shows every bucket of the period, the empty ones without percentiles', async () => {
    await insertCycles(pool, [
      stopped('2025-12-01', '2025-12-31', 22),
      stopped('2025-12-01', '2026-02-27', 50),
      stopped('2025-12-01', '2026-02-28', 51),
    ]);
    const points = await ask('MONTH', { from: '2025-12-01', to: '2026-02-28' });
    expect(points.map(({ bucketStart, count, p50, onTimeRate }) => ({ bucketStart, count, p50, onTimeRate }))).toEqual([
      { bucketStart: '2025-12-01', count: 1, p50: 22, onTimeRate: 1 },
      { bucketStart: '2026-01-01', count: 0, p50: null, onTimeRate: null },
      { bucketStart: '2026-02-01', count: 2, p50: 50.5, onTimeRate: 0 },
    ]);
    // January 2026: 22 weekdays, off on 01-01 and 01-02, worked on Sunday 01-04.
    expect(points.map(({ workingDayCount }) => workingDayCount)).toEqual([23, 21, 16]);
    expect(points.map(({ isPartial }) => isPartial)).toEqual([false, false, false]);
  });

  it('begins weeks on Monday and marks what reaches outside the period or has not ended', async () => {
    await insertCycles(pool, [
      stopped('2026-03-01', '2026-03-08', 4),
      stopped('2026-03-01', '2026-03-09', 5),
      stopped('2026-03-01', '2026-03-17', 6),
    ]);
    const points = await ask('WEEK', { from: '2026-03-04' });
    expect(
      points.map(({ bucketStart, count, isPartial, workingDayCount }) => [
        bucketStart,
        count,
        isPartial,
        workingDayCount,
      ]),
    ).toEqual([
      ['2026-03-02', 1, true, 3],
      ['2026-03-09', 1, false, 5],
      ['2026-03-16', 1, true, 3],
    ]);
    const closed = await ask('WEEK', { from: '2026-03-02', to: '2026-03-13' });
    expect(closed.map(({ isPartial }) => isPartial)).toEqual([false, true]);
  });

  it('counts days one by one, the first of the running one too', async () => {
    await insertCycles(pool, [stopped('2026-03-10', '2026-03-14', 4)]);
    const points = await ask('DAY', { to: '2026-03-16' });
    expect(points.map(({ bucketStart, count, workingDayCount }) => [bucketStart, count, workingDayCount])).toEqual([
      ['2026-03-14', 1, 0],
      ['2026-03-15', 0, 0],
      ['2026-03-16', 0, 1],
    ]);
    expect((await ask('DAY', { from: '2026-03-18' })).map(({ isPartial }) => isPartial)).toEqual([true]);
  });

  it('says of OPENED which share has ended and holds the late against on time', async () => {
    await insertCycles(pool, [
      stopped('2026-01-05', '2026-01-20', 10),
      stopped('2026-01-05', '2026-01-06', 1, { stopReason: 'WITHDRAWN' }),
      { kind: 'OVERALL', startedOn: '2026-01-05' },
      { kind: 'OVERALL', startedOn: '2026-03-02' },
    ]);
    const points = await ask('MONTH', { cohort: 'OPENED' });
    expect(
      points.map(({ bucketStart, count, endedShare, onTimeRate }) => [bucketStart, count, endedShare, onTimeRate]),
    ).toEqual([
      ['2026-01-01', 1, 2 / 3, 0.5],
      ['2026-02-01', 0, null, null],
      ['2026-03-01', 0, 0, null],
    ]);
    expect((await ask('MONTH')).every(({ endedShare }) => endedShare === null)).toBe(true);
  });

  it('ends with the last cycle of an imported log, and is empty where nothing is', async () => {
    await insertCycles(pool, [
      stopped('2012-01-02', '2012-02-01', 12, { source: 'log' }),
      stopped('2012-01-02', '2012-04-30', 60, { source: 'log' }),
    ]);
    const points = await ask('MONTH', { sources: ['log'] });
    expect(points.map(({ bucketStart }) => bucketStart)).toEqual(['2012-02-01', '2012-03-01', '2012-04-01']);
    expect(await ask('MONTH')).toEqual([]);
    expect(await ask('MONTH', { from: '2026-03-01' })).toMatchObject([
      { bucketStart: '2026-03-01', count: 0, isPartial: true },
    ]);
  });

  it('refuses more buckets than a chart can show', async () => {
    await expect(ask('DAY', { from: '2004-01-01' })).rejects.toEqual(badField('bucket'));
  });
});
