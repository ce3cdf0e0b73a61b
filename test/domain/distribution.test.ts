import { distributionOf } from '@accord/server/domain/distribution';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const counts = fc.array(fc.record({ value: fc.integer({ min: 0, max: 60 }), count: fc.integer({ min: 1, max: 40 }) }), {
  minLength: 1,
});

/** The definition, over the observations one by one: the rank (n − 1)·p, interpolated between its neighbours. */
function naivePercentile(observations: number[], fraction: number): number {
  const sorted = observations.toSorted((one, other) => one - other);
  const rank = fraction * (sorted.length - 1);
  const below = sorted[Math.floor(rank)]!;
  const above = sorted[Math.ceil(rank)]!;
  return below * (1 - (rank % 1)) + above * (rank % 1);
}

describe('a distribution of counts', () => {
  it('has the percentiles and the mean of its observations, whatever the order of the counts', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(0, 0.25, 0.5, 0.75, 0.9, 0.95, 1), (each, fraction) => {
        const observations = each.flatMap(({ value, count }) => Array.from({ length: count }, () => value));
        const { count, mean, percentile } = distributionOf(each);
        expect(count).toBe(observations.length);
        expect(mean()).toBeCloseTo(observations.reduce((sum, value) => sum + value, 0) / observations.length, 9);
        expect(percentile(fraction)).toBeCloseTo(naivePercentile(observations, fraction), 9);
      }),
    );
  });

  it('counts 0 as a value', () => {
    expect(
      distributionOf([
        { value: 0, count: 3 },
        { value: 10, count: 1 },
      ]).mean(),
    ).toBe(2.5);
    expect(
      distributionOf([
        { value: 0, count: 3 },
        { value: 10, count: 1 },
      ]).percentile(0.5),
    ).toBe(0);
  });

  it('has no mean and no percentile when there is nothing', () => {
    expect(distributionOf([]).mean()).toBeNull();
    expect(distributionOf([]).percentile(0.5)).toBeNull();
  });
});
