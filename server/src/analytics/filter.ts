import type { Id } from '../domain/case.js';
import type {
  CaseReason,
  CaseTrack,
  CaseType,
  Channel,
  Complexity,
  Outcome,
  Product,
} from '../domain/classification.js';
import { DomainError } from '../domain/domain-error.js';
import type { LocalDate } from '../domain/working-calendar.js';
import type { Parameters } from './parameters.js';
import type { AnalyticsScope } from './scope.js';

/** By which date a cycle belongs to a period: the one it started on, or the one it stopped on. */
export const cohorts = ['OPENED', 'CLOSED'] as const;
export type Cohort = (typeof cohorts)[number];

/** What is counted; null leaves a dimension open, an empty list matches nothing. */
export interface AnalyticsFilter {
  cohort: Cohort;
  /** First and last Shanghai date of the cohort, both in. */
  from: LocalDate | null;
  to: LocalDate | null;
  types: readonly CaseType[] | null;
  reasons: readonly CaseReason[] | null;
  tracks: readonly CaseTrack[] | null;
  channels: readonly Channel[] | null;
  products: readonly Product[] | null;
  complexities: readonly Complexity[] | null;
  handlers: readonly Id[] | null;
  teams: readonly Id[] | null;
  outcomes: readonly Outcome[] | null;
  /** Names of imported logs; null is what was filed here. */
  sources: readonly string[] | null;
}

/** Columns of `clock` that hold what the case was when the cycle stopped, and while it runs what it is. */
const columnOfFilter = {
  types: 'type',
  reasons: 'reason',
  tracks: 'track',
  channels: 'channel',
  products: 'product',
  complexities: 'complexity',
  handlers: 'handler_id',
  teams: 'team_id',
  outcomes: 'outcome',
} as const satisfies Partial<Record<keyof AnalyticsFilter, string>>;

/** What else than a period parties may narrow by: everybody's cases by type, their own by what they see of them. */
const openDimensions: Partial<Record<AnalyticsScope['of'], readonly (keyof AnalyticsFilter)[]>> = {
  PUBLIC: ['types'],
  PARTY: ['types', 'reasons', 'tracks', 'channels', 'products', 'complexities', 'outcomes'],
};

/** FORBIDDEN where the filter narrows by what is not open in this scope. */
export function requireOpenFilter(filter: AnalyticsFilter, { of }: AnalyticsScope): void {
  const open = openDimensions[of];
  const closed =
    open &&
    [...Object.keys(columnOfFilter), 'sources'].find((name) => {
      return filter[name as keyof AnalyticsFilter] !== null && !open.includes(name as keyof AnalyticsFilter);
    });
  if (closed) throw new DomainError('FORBIDDEN', `filter.${closed} is not open to you`);
}

/** The conditions that the filter and the scope put on a row of `clock`, or of `dispute_case` with its own `caseId`, dates apart. */
export function dimensionConditions(
  filter: AnalyticsFilter,
  scope: AnalyticsScope,
  { bind }: Parameters,
  caseId = 'case_id',
): string[] {
  const chosen = Object.entries(columnOfFilter).flatMap(([dimension, column]) => {
    const values = filter[dimension as keyof typeof columnOfFilter];
    if (values === null) return [];
    const type = column.endsWith('_id') ? 'uuid[]' : 'text[]';
    return `${column} = any(${bind(values)}::${type})`;
  });
  const source = filter.sources === null ? 'source is null' : `source = any(${bind(filter.sources)}::text[])`;
  return [...chosen, source, ...scopeConditions(scope, bind, caseId)];
}

/** The conditions of a scope on any row with `team_id` and `handler_id`, and the id of its case. */
export function scopeConditions(scope: AnalyticsScope, bind: Parameters['bind'], caseId: string): string[] {
  switch (scope.of) {
    case 'TEAMS':
      return [`team_id = any(${bind(scope.teamIds)}::uuid[])`];
    case 'HANDLER':
      return [`handler_id = ${bind(scope.handlerId)}::uuid`];
    case 'PARTY':
      return [`${caseId} in (select m.case_id from party_member m where m.person_id = ${bind(scope.personId)}::uuid)`];
    default:
      return [];
  }
}

/**
 * The condition that puts a cycle into the cohort's period. `running` adds cycles that have no stop date to CLOSED:
 * those that had started by its last day, so might have stopped in it, and still run.
 */
export function periodCondition(filter: AnalyticsFilter, parameters: Parameters, running: boolean): string {
  const { cohort, to } = filter;
  if (cohort === 'OPENED') return within('started_on', filter, parameters);
  const stopped = `stopped_on is not null and ${within('stopped_on', filter, parameters)}`;
  if (!running) return stopped;
  return `(${stopped} or stopped_on is null and ${within('started_on', { from: null, to }, parameters)})`;
}

/** The condition that a date lies in the period, both ends in. */
export function within(date: string, { from, to }: Pick<AnalyticsFilter, 'from' | 'to'>, { bind }: Parameters): string {
  const bounds = [...(from ? [`${date} >= ${bind(from)}::date`] : []), ...(to ? [`${date} <= ${bind(to)}::date`] : [])];
  return bounds.length > 0 ? bounds.join(' and ') : 'true';
}
