import type { ClockKind } from '@accord/server/domain/clock';
import { bands, type Cycle } from './cycle.js';
import { rawDays, rawIndex } from './day-by-day.js';

/** What a figure is asked of, in the words of the page that defines it. */
export interface FigureQuestion {
  kind: ClockKind;
  cohort: 'OPENED' | 'CLOSED';
  from?: string;
  to?: string;
  /** Values that a cycle must have one of. */
  only?: Partial<Record<keyof Cycle, readonly string[]>>;
  today: string;
}

export interface Counted {
  cycle: Cycle;
  days: number;
  verdict: 'FASTER' | 'WITHIN' | 'OVER';
}

/** Which cycles a question counts, and how, one by one: the oracle for every figure. */
export function countedOf(cycles: readonly Cycle[], question: FigureQuestion): Counted[] {
  return cycles
    .filter((cycle) => isAsked(cycle, question) && cycle.stoppedOn !== undefined && isCounted(cycle))
    .map((cycle) => {
      const days = (cycle.elapsed ?? 0) - (cycle.paused ?? 0);
      return { cycle, days, verdict: verdictOf(days, cycle.band ?? bands[cycle.kind]) };
    });
}

/** How many running cycles of the question are over their maximum today. */
export function lateOf(cycles: readonly Cycle[], question: FigureQuestion): number {
  const through = rawIndex.get(question.today)!;
  return cycles.filter((cycle) => {
    if (!isAsked(cycle, question) || cycle.stoppedOn !== undefined) return false;
    const run = rawDays.slice(rawIndex.get(cycle.startedOn)! + 1, through + 1).filter((day) => day.isWorkingDay).length;
    return run > (cycle.band ?? bands[cycle.kind])[1];
  }).length;
}

export function isAsked(cycle: Cycle, { kind, cohort, from, to, only = {} }: FigureQuestion): boolean {
  const date = cohort === 'OPENED' ? cycle.startedOn : cycle.stoppedOn;
  const isOfPeriod = date === undefined || ((from ?? date) <= date && date <= (to ?? date));
  const isOnly = Object.entries(only).every(([name, values]) => {
    return values.includes(String(cycle[name as keyof Cycle] ?? defaults[name]));
  });
  return cycle.kind === kind && cycle.source === undefined && isOfPeriod && isOnly;
}

/** What `insertCycles` writes where a cycle says nothing. */
export const defaults: Record<string, string | null> = {
  type: 'TRADE_DISPUTE',
  reason: 'NOT_AS_DESCRIBED',
  track: 'STANDARD',
  channel: 'WEB',
  product: 'PAYMENT',
  urgency: 'NORMAL',
};

function isCounted({ kind, stopReason = 'RESOLVED', isCancelled = false, elapsed = 0 }: Cycle): boolean {
  if (kind === 'OVERALL') return stopReason === 'RESOLVED' || stopReason === 'UNRESOLVED';
  if (kind === 'SIMPLE')
    return !isCancelled && (stopReason === 'RESOLVED' || (stopReason === 'LEFT_TRACK' && elapsed > 2));
  return !isCancelled;
}

function verdictOf(days: number, [least, most]: readonly [number, number]): Counted['verdict'] {
  return days < least ? 'FASTER' : days > most ? 'OVER' : 'WITHIN';
}

/** Mean, percentiles, verdicts and rate of what was counted; `late` running ones are held against on time. */
export function expectedFigures(counted: readonly Counted[], late = 0) {
  const sorted = counted.map(({ days }) => days).toSorted((one, other) => one - other);
  const count = sorted.length;
  const of = (verdict: string) => counted.filter((each) => each.verdict === verdict).length;
  const percentile = (share: number) => {
    if (count === 0) return null;
    const place = share * (count - 1);
    const below = Math.floor(place);
    return sorted[below]! + (place - below) * (sorted[Math.min(below + 1, count - 1)]! - sorted[below]!);
  };
  return {
    count,
    caseCount: new Set(counted.map(({ cycle }) => cycle.caseId)).size,
    mean: count === 0 ? null : sorted.reduce((sum, days) => sum + days, 0) / count,
    p50: percentile(0.5),
    p75: percentile(0.75),
    p90: percentile(0.9),
    p95: percentile(0.95),
    isSmall: count < 20,
    onTimeRate: count + late === 0 ? null : (count - of('OVER')) / (count + late),
    faster: of('FASTER'),
    within: of('WITHIN'),
    over: of('OVER'),
  };
}
