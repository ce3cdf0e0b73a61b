import type { AnalyticsFilter } from '@accord/server/analytics/filter';
import type { ClockKind, StopReason } from '@accord/server/domain/clock';
import type { Pool } from 'pg';

/** What a hand-made cycle says of itself; every cycle is of a case of its own unless `caseId` says otherwise. */
export interface Cycle {
  kind: ClockKind;
  startedOn: string;
  /** Absent while it runs. */
  stoppedOn?: string;
  stopReason?: StopReason;
  isCancelled?: boolean;
  elapsed?: number;
  paused?: number;
  band?: [number, number];
  pausedSince?: string;
  pausedBefore?: number;
  grace?: number;
  caseId?: string;
  cycle?: number;
  type?: string;
  reason?: string;
  track?: string;
  channel?: string;
  product?: string;
  urgency?: string;
  complexity?: string;
  outcome?: string;
  rootCause?: string;
  respondentId?: string;
  handlerId?: string;
  teamId?: string;
  source?: string;
}

export const bands: Record<ClockKind, [number, number]> = {
  SIMPLE: [1, 2],
  RESPONSE: [3, 5],
  INVESTIGATION: [3, 5],
  FIRST_NEGOTIATION: [7, 15],
  SECOND_NEGOTIATION: [10, 20],
  OVERALL: [10, 30],
};

/** Writes rows of `clock` as commands would have; verdicts are worked out here, by the band. */
export async function insertCycles(pool: Pool, cycles: readonly Cycle[]): Promise<void> {
  const rows = cycles.map((each) => {
    const [min, max] = each.band ?? bands[each.kind];
    const isStopped = each.stoppedOn !== undefined;
    const counted = isStopped ? (each.elapsed ?? 0) - (each.paused ?? 0) : null;
    const verdict = counted === null ? null : counted < min ? 'FASTER' : counted <= max ? 'WITHIN' : 'OVER';
    const ended = each.isCancelled ? 'CANCELLED' : 'STOPPED';
    return {
      case_id: each.caseId ?? crypto.randomUUID(),
      kind: each.kind,
      cycle: each.cycle ?? 1,
      state: isStopped ? ended : each.pausedSince ? 'PAUSED' : 'RUNNING',
      started_at: `${each.startedOn}T12:00:00+08:00`,
      stopped_at: each.stoppedOn ? `${each.stoppedOn}T12:00:00+08:00` : null,
      stop_reason: isStopped ? (each.stopReason ?? 'RESOLVED') : null,
      started_on: each.startedOn,
      stopped_on: each.stoppedOn ?? null,
      band_min: min,
      band_max: max,
      calendar_version: 1,
      original_due_on: each.startedOn,
      due_on: each.startedOn,
      is_provisional: false,
      grace_working_days: each.grace ?? 0,
      pause_cap: 10,
      spans: [],
      pauses: [],
      elapsed_before: 0,
      running_since: isStopped ? null : each.startedOn,
      paused_before: each.pausedBefore ?? 0,
      paused_since: each.pausedSince ?? null,
      elapsed: isStopped ? (each.elapsed ?? 0) : null,
      paused: isStopped ? (each.paused ?? 0) : null,
      counted,
      verdict: each.isCancelled ? null : verdict,
      type: each.type ?? 'TRADE_DISPUTE',
      reason: each.reason ?? 'NOT_AS_DESCRIBED',
      track: each.track ?? 'STANDARD',
      urgency: each.urgency ?? 'NORMAL',
      complexity: each.complexity ?? null,
      handler_id: each.handlerId ?? null,
      team_id: each.teamId ?? null,
      channel: each.channel ?? 'WEB',
      product: each.product ?? 'PAYMENT',
      outcome: each.outcome ?? null,
      root_cause: each.rootCause ?? null,
      respondent_id: each.respondentId ?? null,
      source: each.source ?? null,
    };
  });
  await pool.query('insert into clock select * from json_populate_recordset(null::clock, $1)', [JSON.stringify(rows)]);
}

/** A filter that leaves everything open but what a test names. */
export function filterOf(chosen: Partial<AnalyticsFilter> = {}): AnalyticsFilter {
  return {
    cohort: 'CLOSED',
    from: null,
    to: null,
    types: null,
    reasons: null,
    tracks: null,
    channels: null,
    products: null,
    complexities: null,
    handlers: null,
    teams: null,
    outcomes: null,
    sources: null,
    ...chosen,
  };
}
