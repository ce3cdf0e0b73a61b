import type { TrendPanelFragment } from '@accord/dashboard/api/generated/graphql';
import { dayTicks, prepareTrend } from '@accord/dashboard/prepare/trend';
import { describe, expect, it } from 'vitest';

function point(bucketStart: string, more: Partial<TrendPanelFragment> = {}): TrendPanelFragment {
  const figures = {
    workingDayCount: 21,
    endedShare: null,
    count: 40,
    p50: 15,
    p90: 27,
    isSmall: false,
    onTimeRate: 0.9,
  };
  return {
    __typename: 'TrendPoint',
    bucketStart,
    isPartial: false,
    ...figures,
    ...more,
  };
}

describe('the trend', () => {
  it('leaves a gap, not a zero, where the answer has no bucket', () => {
    const drawn = prepareTrend([point('2026-01-01'), point('2026-04-01')], 'MONTH', 'en');
    expect(drawn.map((one) => [one.bucketStart, one.p50, one.whole])).toEqual([
      ['2026-01-01', 15, 40],
      ['2026-02-01', null, 0],
      ['2026-03-01', null, 0],
      ['2026-04-01', 15, 40],
    ]);
    expect(drawn[1]!.figures).toBeNull();
  });

  it('leaves a gap where a bucket counted nothing', () => {
    const drawn = prepareTrend([point('2026-01-01', { count: 0, p50: null, p90: null })], 'MONTH', 'en');
    expect(drawn[0]).toMatchObject({ p50: null, p90: null, whole: 0 });
  });

  it('steps by weeks over a year turn', () => {
    const drawn = prepareTrend([point('2025-12-22'), point('2026-01-12')], 'WEEK', 'en');
    expect(drawn.map((one) => one.bucketStart)).toEqual(['2025-12-22', '2025-12-29', '2026-01-05', '2026-01-12']);
  });

  it('counts a partial bucket apart from the whole ones', () => {
    const drawn = prepareTrend(
      [point('2026-01-01'), point('2026-02-01', { isPartial: true, count: 7 })],
      'MONTH',
      'en',
    );
    expect(drawn.map((one) => [one.whole, one.partial])).toEqual([
      [40, 0],
      [0, 7],
    ]);
  });

  it('draws a bucket dashed below 95 % ended, and only then', () => {
    const shares = [null, 1, 0.95, 0.949];
    const drawn = prepareTrend(
      shares.map((endedShare, index) => point(`2026-0${index + 1}-01`, { endedShare })),
      'MONTH',
      'en',
    );
    expect(drawn.map((one) => one.isOpen)).toEqual([false, false, false, true]);
    expect(drawn.map((one) => one.p50)).toEqual([15, 15, 15, null]);
  });

  it('leads the dashed line to the last solid point', () => {
    const drawn = prepareTrend(
      [point('2026-01-01'), point('2026-02-01'), point('2026-03-01', { endedShare: 0.5 })],
      'MONTH',
      'en',
    );
    expect(drawn.map((one) => one.p90Open)).toEqual([null, 27, 27]);
  });

  it('is empty for an empty answer', () => {
    expect(prepareTrend([], 'MONTH', 'en')).toEqual([]);
  });

  it.each([
    [[28, 41.2], 30, [0, 10, 20, 30, 40, 50]],
    [[1, 3], 2, [0, 1, 2, 3]],
    [[null, null], 15, [0, 5, 10, 15]],
  ])('marks the axis in round steps past %j and the band', (values, highest, expected) => {
    expect(dayTicks([point('2026-01-01', { p50: values[0], p90: values[1] })], highest)).toEqual(expected);
  });
});
