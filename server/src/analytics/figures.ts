import type { Verdict } from '../domain/clock.js';
import { distributionOf } from '../domain/distribution.js';
import type { Cohort } from './filter.js';
import type { Part } from './population.js';
import type { Tally } from './tally.js';

/** Fewer make a high percentile a matter of chance. */
const SMALL = 20;

/** The figures of a set of cycles, all durations in working days; null where nothing was counted. */
export interface Figures {
  count: number;
  caseCount: number;
  mean: number | null;
  p50: number | null;
  p75: number | null;
  p90: number | null;
  p95: number | null;
  isSmall: boolean;
  onTimeRate: number | null;
  faster: number;
  within: number;
  over: number;
  /** Only `count` and `caseCount` are told; the rest is empty. */
  isSuppressed: boolean;
}

/** How many cycles play a part. */
export function countOf(tallies: readonly Tally[], part: Part): number {
  return tallies.find((tally) => tally.isTotal && tally.part === part)?.count ?? 0;
}

/** How many running cycles are late already (OVER), or may still be on time (null). */
export function runningCount(tallies: readonly Tally[], verdict: Verdict | null): number {
  return sum(tallies.filter((tally) => !tally.isTotal && tally.part === 'RUNNING' && tally.verdict === verdict));
}

/** Counted cycles per value and verdict, in ascending order. */
export function countedBars(tallies: readonly Tally[]): { workingDays: number; count: number; verdict: Verdict }[] {
  return tallies
    .filter((tally) => !tally.isTotal && tally.part === 'COUNTED')
    .map(({ value, count, verdict }) => ({ workingDays: value!, count, verdict: verdict! }))
    .sort((one, other) => one.workingDays - other.workingDays || (one.verdict < other.verdict ? -1 : 1));
}

/** Percentiles and the mean are of counted cycles; on time is measured against them, in OPENED with those running late. */
export function figuresOf(tallies: readonly Tally[], cohort: Cohort): Figures {
  const total = tallies.find((tally) => tally.isTotal && tally.part === 'COUNTED');
  const count = total?.count ?? 0;
  const bars = countedBars(tallies);
  const { mean, percentile } = distributionOf(bars.map((bar) => ({ value: bar.workingDays, count: bar.count })));
  const of = (verdict: Verdict) => sum(bars.filter((bar) => bar.verdict === verdict));
  const [faster, within, over] = [of('FASTER'), of('WITHIN'), of('OVER')];
  return {
    count,
    caseCount: total?.caseCount ?? 0,
    isSmall: count < SMALL,
    mean: mean(),
    p50: percentile(0.5),
    p75: percentile(0.75),
    p90: percentile(0.9),
    p95: percentile(0.95),
    onTimeRate: rate(faster + within, count + lateOf(cohort, tallies)),
    faster,
    within,
    over,
    isSuppressed: false,
  };
}

/** A share; null of nothing. */
export function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function lateOf(cohort: Cohort, tallies: readonly Tally[]): number {
  return cohort === 'OPENED' ? runningCount(tallies, 'OVER') : 0;
}

function sum(counts: readonly { count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
