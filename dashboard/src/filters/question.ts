import type { AnalyticsFilter, CaseFilter, ClockKind } from '../api/generated/graphql.js';
import { plusDays, plusMonths } from '../prepare/date.js';
import type { Period } from './choice.js';
import { defaults, type Search } from './search.js';

/** The quick period in force: none when dates are given, all time for an imported log, else the last twelve months. */
export function periodOf(search: Search): Period | undefined {
  if (search.from !== undefined || search.to !== undefined) return undefined;
  return search.period ?? (search.source === undefined ? '12m' : 'all');
}

/** The first and last date asked for, both ends in; null is open, and a quick period is open towards today. */
export function rangeOf(search: Search, today: string): { from: string | null; to: string | null } {
  const starts: Record<Period, string | null> = {
    '30d': plusDays(today, -29),
    '90d': plusDays(today, -89),
    '6m': plusDays(plusMonths(today, -6), 1),
    '12m': plusDays(plusMonths(today, -12), 1),
    all: null,
  };
  const period = periodOf(search);
  return period === undefined
    ? { from: search.from ?? null, to: search.to ?? null }
    : { from: starts[period], to: null };
}

/** The figures' filter for one clock, or for cases as a whole: OVERALL counts the standard track unless tracks are chosen. */
export function analyticsFilter(search: Search, clock: ClockKind | null, today: string): AnalyticsFilter {
  return {
    cohort: search.cohort ?? defaults.cohort,
    ...rangeOf(search, today),
    types: search.types ?? null,
    tracks: search.tracks ?? (clock === 'OVERALL' ? ['STANDARD'] : null),
    sources: search.source === undefined ? null : [search.source],
  };
}

/** The list's filter: the cases of the source that is charted, of the chosen types and tracks. */
export function caseFilter(search: Search): CaseFilter {
  return {
    type: search.types ?? null,
    track: search.tracks ?? null,
    ...(search.source === undefined ? { isImported: false } : { source: search.source }),
  };
}
