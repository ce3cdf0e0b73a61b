import type { Id } from '../domain/case.js';
import type {
  CaseReason,
  CaseTrack,
  CaseType,
  Channel,
  Complexity,
  Outcome,
  Product,
  Urgency,
} from '../domain/classification.js';
import type { ClockKind, ClockRisk, Verdict } from '../domain/clock.js';
import { badInput } from '../domain/domain-error.js';
import type { CaseStage } from '../domain/stage.js';
import type { WaitingOn } from '../domain/waiting-on.js';
import { addDays, startOfDay } from '../domain/working-calendar.js';
import type { LocalDate } from '../domain/working-calendar.js';
import { lastSeenAt } from './case.js';
import { clockExpressions } from './clock-expression.js';
import type { ClockExpressions } from './clock-expression.js';
import { requireSearch, textCondition } from './case-search.js';
import type { Place } from './field.js';
import { openStageList } from './scope.js';

/** Dates, both ends in; an end that is not given is open. */
interface DateRange {
  from?: LocalDate | null;
  to?: LocalDate | null;
}

export interface CaseFilter {
  stage?: CaseStage[] | null;
  type?: CaseType[] | null;
  reason?: CaseReason[] | null;
  track?: CaseTrack[] | null;
  urgency?: Urgency[] | null;
  channel?: Channel[] | null;
  product?: Product[] | null;
  complexity?: Complexity[] | null;
  waitingOn?: WaitingOn[] | null;
  outcome?: Outcome[] | null;
  team?: Id[] | null;
  handler?: Id[] | null;
  /** Parties, or persons who act for one. */
  party?: Id[] | null;
  text?: string | null;
  filedOn?: DateRange | null;
  resolvedOn?: DateRange | null;
  dueOn?: DateRange | null;
  verdict?: Verdict[] | null;
  risk?: ClockRisk[] | null;
  /** Whose latest cycle is meant; null is the running clock due first. */
  clock?: ClockKind | null;
  isUnassigned?: boolean | null;
  isPaused?: boolean | null;
  isProvisional?: boolean | null;
  hasOpenObjection?: boolean | null;
  quietSince?: LocalDate | null;
  isImported?: boolean | null;
  source?: string | null;
  /** Those that one of one's own notifications is about. */
  notification?: Id | null;
}

/** Who may read what a condition is about: whoever sees the case, its experts beside those inside, or only those inside. */
export type Reach = 'OUTLINE' | 'REVIEWED' | 'INSIDE';

export interface Condition {
  name: string;
  value: unknown;
  reach: Reach;
  /** Over a row of `visibleCases`. */
  sql: (row: string, place: Place) => string;
}

const choices = {
  stage: 'stage',
  type: 'type',
  reason: 'reason',
  track: 'track',
  urgency: 'urgency',
  channel: 'channel',
  product: 'product',
  complexity: 'complexity',
  waitingOn: 'waiting_on',
  outcome: 'outcome',
} as const satisfies Partial<Record<keyof CaseFilter, string>>;

/** Everything that a filter asks for; what it does not name plays no part. */
export function conditionsOf(filter: CaseFilter): Condition[] {
  const conditions: Condition[] = [];
  const add = (name: string, value: unknown, sql: Condition['sql'], reach: Reach = 'OUTLINE') => {
    if (value !== null && value !== undefined) conditions.push({ name, value, sql, reach });
  };
  for (const [name, column] of Object.entries(choices)) {
    const isOneOf: Condition['sql'] = (row, { statement }) =>
      `${row}.${column} = any(${statement.value(name, 'text[]')})`;
    add(name, filter[name as keyof typeof choices], isOneOf);
  }
  add('team', filter.team, (row, { statement }) => `${row}.team_id = any(${statement.value('team', 'uuid[]')})`);
  add('source', filter.source, (row, { statement }) => `${row}.source = ${statement.value('source', 'text')}`);
  add(
    'isImported',
    filter.isImported,
    (row, { statement }) => `(${row}.source is not null) = ${statement.value('isImported', 'boolean')}`,
  );
  add('notification', filter.notification, isNotified);
  addInstants(add, 'filed', filter.filedOn);
  addInstants(add, 'resolved', filter.resolvedOn);
  add(
    'quietSince',
    filter.quietSince && startOfDay(filter.quietSince),
    (row, place) => `${lastSeenAt(row, place)} < ${place.statement.value('quietSince', 'timestamptz')}`,
  );
  addClocks(add, filter);
  add(
    'handler',
    filter.handler,
    (row, { statement }) => `${row}.handler_id = any(${statement.value('handler', 'uuid[]')})`,
    'INSIDE',
  );
  add('party', filter.party, isOfParty, 'INSIDE');
  add(
    'isUnassigned',
    filter.isUnassigned,
    (row, { statement }) =>
      `(${row}.handler_id is null and ${row}.stage = any(${openStageList})) = ${statement.value('isUnassigned', 'boolean')}`,
    'INSIDE',
  );
  add(
    'hasOpenObjection',
    filter.hasOpenObjection,
    (row, { statement }) =>
      `exists (select from objection o where o.case_id = ${row}.id and o.status = 'OPEN') = ${statement.value('hasOpenObjection', 'boolean')}`,
    'INSIDE',
  );
  add('text', requireSearch(filter.text), textCondition);
  return conditions;
}

type Add = (name: string, value: unknown, sql: Condition['sql'], reach?: Reach) => void;

const isNotified: Condition['sql'] = (row, { statement }) =>
  `${row}.id in (select n.case_id from notification x join notice n on n.notification_id = x.id
    where x.id = ${statement.value('notification', 'uuid')} and x.recipient_id = ${statement.viewerId()})`;

/** An array, so that Postgres begins with these cases. */
const isOfParty: Condition['sql'] = (row, { statement }) => {
  const ids = statement.value('party', 'uuid[]');
  return `${row}.id = any(array(select m.case_id from party_member m where m.person_id = any(${ids})
    union select p.case_id from party p where p.id = any(${ids})))`;
};

function requireRange(path: string, range: DateRange | null | undefined): DateRange {
  const { from = null, to = null } = range ?? {};
  if (from && to && to < from) throw badInput(`filter.${path}.to`, 'must not be before from');
  return { from, to };
}

/** Shanghai dates of an instant, so that an index on it serves. */
function addInstants(add: Add, verb: 'filed' | 'resolved', range: DateRange | null | undefined): void {
  const { from, to } = requireRange(`${verb}On`, range);
  const [first, end] = [`${verb}From`, `${verb}To`];
  const at = `${verb}_at`;
  add(
    first,
    from && startOfDay(from),
    (row, { statement }) => `${row}.${at} >= ${statement.value(first, 'timestamptz')}`,
  );
  add(
    end,
    to && startOfDay(addDays(to, 1)),
    (row, { statement }) => `${row}.${at} < ${statement.value(end, 'timestamptz')}`,
  );
}

function addClocks(add: Add, { clock, dueOn, verdict, risk, isPaused, isProvisional }: CaseFilter): void {
  const { from, to } = requireRange('dueOn', dueOn);
  const conditions = [from, to, verdict, risk, isPaused, isProvisional];
  if (conditions.some((value) => value != null)) add('clock', clock, () => 'true');
  const told = (expression: keyof ClockExpressions, row: string, place: Place) =>
    ofClock(clock != null, row, place, (k) => clockExpressions(place.statement, k)[expression]);
  add('dueFrom', from, (row, place) => `${told('dueOn', row, place)} >= ${place.statement.value('dueFrom', 'date')}`);
  add('dueTo', to, (row, place) => `${told('dueOn', row, place)} <= ${place.statement.value('dueTo', 'date')}`);
  add(
    'verdict',
    verdict,
    (row, place) => `${told('verdict', row, place)} = any(${place.statement.value('verdict', 'text[]')})`,
  );
  add('risk', risk, (row, place) => `${told('risk', row, place)} = any(${place.statement.value('risk', 'text[]')})`);
  add(
    'isProvisional',
    isProvisional,
    (row, place) =>
      `coalesce(${told('isProvisional', row, place)}, false) = ${place.statement.value('isProvisional', 'boolean')}`,
  );
  add('isPaused', isPaused, (row, { statement }) => {
    const isOfKind = clock == null ? 'true' : `k.kind = ${statement.value('clock', 'text')}`;
    return `exists (select from clock k where k.case_id = ${row}.id and k.state = 'PAUSED' and ${isOfKind}) = ${statement.value('isPaused', 'boolean')}`;
  });
}

/** An expression over the clock that is asked about: the latest cycle of the kind that was named, or the running one due first. */
function ofClock(isNamed: boolean, row: string, { statement }: Place, expression: (clock: string) => string): string {
  const isMeant = isNamed
    ? `k.kind = ${statement.value('clock', 'text')} order by k.cycle desc limit 1`
    : `k.kind = ${row}.next_due_clock and k.state in ('RUNNING', 'PAUSED')`;
  return `(select ${expression('k')} from clock k where k.case_id = ${row}.id and ${isMeant})`;
}
