/** How many observations have a value. */
export interface ValueCount {
  value: number;
  count: number;
}

/** Whole-number observations, kept as counts per value: every figure of them is exact. */
export interface Distribution {
  readonly count: number;
  /** Of all observations; null when there are none. */
  mean(): number | null;
  /** The value that a `fraction` of the observations did not exceed, interpolated as `percentile_cont` does; null when there are none. */
  percentile(fraction: number): number | null;
}

/** Counts may come in any order, and a value more than once. */
export function distributionOf(counts: readonly ValueCount[]): Distribution {
  const sorted = counts.toSorted((one, other) => one.value - other.value);
  const count = sorted.reduce((sum, each) => sum + each.count, 0);
  const at = (index: number) => {
    let seen = 0;
    return sorted.find((each) => (seen += each.count) > index)!.value;
  };
  return {
    count,
    mean: () => (count === 0 ? null : sorted.reduce((sum, each) => sum + each.value * each.count, 0) / count),
    percentile(fraction) {
      if (count === 0) return null;
      const position = fraction * (count - 1);
      const low = at(Math.floor(position));
      const high = at(Math.ceil(position));
      return low + (position - Math.floor(position)) * (high - low);
    },
  };
}
