import { DomainError } from '../domain/domain-error.js';
import { figuresOf } from './figures.js';
import type { Figures } from './figures.js';
import { createParameters } from './parameters.js';
import { requirePeriod } from './period.js';
import type { AnalyticsScope } from './scope.js';
import type { Snapshot } from './snapshot.js';
import { hiddenGroups, protectionOf, suppressed } from './suppression.js';
import { tallies } from './tally.js';
import type { Question, Tally } from './tally.js';

export const breakdownDimensions = [
  'TYPE',
  'REASON',
  'TRACK',
  'CHANNEL',
  'PRODUCT',
  'COMPLEXITY',
  'URGENCY',
  'HANDLER',
  'TEAM',
  'RESPONDENT',
  'ROOT_CAUSE',
  'OUTCOME',
] as const;
export type BreakdownDimension = (typeof breakdownDimensions)[number];

/** Columns of `clock`: what the case was when the cycle stopped, and while it runs what it is. */
const columnOfDimension: Record<BreakdownDimension, string> = {
  TYPE: 'type',
  REASON: 'reason',
  TRACK: 'track',
  CHANNEL: 'channel',
  PRODUCT: 'product',
  COMPLEXITY: 'complexity',
  URGENCY: 'urgency',
  HANDLER: 'handler_id',
  TEAM: 'team_id',
  RESPONDENT: 'respondent_id',
  ROOT_CAUSE: 'root_cause',
  OUTCOME: 'outcome',
};

/** The value that a row of `clock` is grouped by, as SQL. */
export function keyOf(by: BreakdownDimension): string {
  return `${columnOfDimension[by]}::text`;
}

/** What nobody who is a party only may group by. */
const ofStaff: readonly BreakdownDimension[] = ['HANDLER', 'TEAM', 'RESPONDENT', 'ROOT_CAUSE'];

/** The figures of the cycles that have one value of a dimension. */
export interface BreakdownGroup extends Figures {
  /** The value, or the UUID of a person or team; null where there is none. */
  key: string | null;
  /** Of a person or team; null of everything else, and of a private person whom the viewer may not know. */
  name: string | null;
}

/** Answers the figures group by group, the largest first; groups without a cycle do not appear. */
export async function breakdown(
  snapshot: Snapshot,
  question: Question,
  by: BreakdownDimension,
): Promise<BreakdownGroup[]> {
  const { filter, scope } = question;
  requirePeriod(filter, snapshot.moment);
  requireOpen(by, scope);
  const parameters = createParameters();
  const tally = tallies(question, snapshot.moment, parameters, keyOf(by), filter.cohort === 'OPENED');
  const [answer] = await snapshot.query<{ tallies: Tally[]; names: Record<string, string | null> }>(
    `with tally as materialized (${tally})
    select coalesce((select json_agg(tally) from tally), '[]') as tallies, ${namesOf(by, scope)} as names`,
    parameters.values,
  );
  return groupsOf(question, by, answer!.tallies, answer!.names);
}

function requireOpen(by: BreakdownDimension, scope: AnalyticsScope): void {
  const isOpen = scope.of === 'PUBLIC' ? by === 'TYPE' : scope.of !== 'PARTY' || !ofStaff.includes(by);
  if (!isOpen) throw new DomainError('FORBIDDEN', `a breakdown by ${by} is not open to you`);
}

/** Merchants and providers are known to everybody; who answers as a private person, to those who handle the case. */
function namesOf(by: BreakdownDimension, { of }: AnalyticsScope): string {
  if (by !== 'HANDLER' && by !== 'TEAM' && by !== 'RESPONDENT') return `'{}'::json`;
  const name =
    by === 'RESPONDENT' && of === 'ALL' ? `case when named.party_kind <> 'PERSON' then named.name end` : 'named.name';
  return `(select coalesce(json_object_agg(named.id, ${name}), '{}') from ${by === 'TEAM' ? 'team' : 'person'} named
    where named.id::text in (select key from tally))`;
}

function groupsOf(
  question: Question,
  by: BreakdownDimension,
  tally: readonly Tally[],
  names: Record<string, string | null>,
): BreakdownGroup[] {
  const counted = [...Map.groupBy(tally, (each) => each.key)].map(([key, own]) => {
    const figures = figuresOf(own, question.filter.cohort);
    // What is running and cannot be late yet is of the cohort too.
    const isEmpty = !own.some(({ part }) => part === 'COUNTED' || part === 'RUNNING');
    return { key, figures, count: figures.count, isEmpty };
  });
  const groups = counted.filter(({ isEmpty }) => !isEmpty).toSorted(inOrder);
  const protection = protectionOf(question, by === 'HANDLER');
  const hidden = hiddenGroups(groups, protection);
  return groups.flatMap((group) => {
    const { key, figures } = group;
    const name = key === null ? null : (names[key] ?? null);
    if (!hidden.has(group)) return { key, name, ...figures };
    // Where not even the count is told, that there is such a group is not.
    return protection!.isCountTold ? { key, name, ...suppressed(figures, protection!) } : [];
  });
}

type Ordered = { key: string | null; count: number };

/** The largest first, what has no value last of its size. */
function inOrder(one: Ordered, other: Ordered): number {
  if (one.count !== other.count) return other.count - one.count;
  return (one.key ?? '\uffff') < (other.key ?? '\uffff') ? -1 : 1;
}
