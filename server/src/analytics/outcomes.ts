import { outcomes as outcomeValues } from '../domain/classification.js';
import type { Outcome } from '../domain/classification.js';
import type { CycleRows } from './cycles-behind.js';
import { rate } from './figures.js';
import { dimensionConditions, periodCondition, within } from './filter.js';
import { createParameters } from './parameters.js';
import type { Parameters } from './parameters.js';
import { requirePeriod } from './period.js';
import { earlierEnds } from './restated-count.js';
import type { Moment, Snapshot } from './snapshot.js';
import { protectionOf } from './suppression.js';
import type { Question } from './tally.js';

/** Within how many working days after its end a case is filed or taken up again. */
const AGAIN_WITHIN = 30;

/** A part of a whole; the rate is null of nothing. */
export interface Share {
  count: number;
  of: number;
  rate: number | null;
}

/** One of which the last word is not spoken: some may still come in time. */
export interface OpenShare extends Share {
  undecidedCount: number;
}

export interface Outcomes {
  /** Cases of which OVERALL stopped in the period, each once, by its last end in it. */
  endedCount: number;
  byOutcome: { outcome: Outcome | null; count: number; share: number }[];
  success: Share;
  withdrawn: Share;
  rejected: Share;
  refiled: OpenShare;
  reopened: OpenShare;
  secondNegotiation: Share;
  objectionsUpheld: Share;
  objectionsPartlyUpheld: Share;
  /** Only `endedCount` is told. */
  isSuppressed: boolean;
}

export type OutcomesQuestion = Pick<Question, 'filter' | 'scope'>;

interface Counts {
  outcomes: { outcome: Outcome | null; count: number }[];
  refiled: { count: number; of: number; undecidedCount: number };
  reopened: { count: number; of: number; undecidedCount: number };
  second: { count: number; of: number };
  objections: { upheld: number; partly: number; of: number };
}

/** Answers how cases of the period ended, and what came after. */
export async function outcomes(snapshot: Snapshot, question: OutcomesQuestion): Promise<Outcomes> {
  requirePeriod(question.filter, snapshot.moment);
  const parameters = createParameters();
  const [counts] = await snapshot.query<Counts>(
    `with ended as materialized (${endedOf(question, parameters)}),
      ever as materialized (${everEndedOf(question, parameters)})
    select (select coalesce(json_agg(o), '[]') from (select outcome, count(*)::int as count from ended group by outcome) o) as outcomes,
      (${refiledOf(snapshot.moment, parameters)}) as refiled,
      (${reopenedOf(snapshot.moment, parameters)}) as reopened,
      (${secondOf}) as second,
      (${objectionsOf(question, parameters)}) as objections`,
    parameters.values,
  );
  const endedCount = counts!.outcomes.reduce((sum, { count }) => sum + count, 0);
  const protection = protectionOf(question);
  const isSuppressed = protection !== null && endedCount < protection.least;
  return { endedCount, ...sharesOf(isSuppressed ? nothing : counts!), isSuppressed };
}

/** The ends that the figures are of, with the outcome they differ by. */
export function endedCycles(question: OutcomesQuestion): CycleRows {
  return (_moment, parameters) => endedOf(question, parameters);
}

const nothing: Counts = {
  outcomes: [],
  refiled: { count: 0, of: 0, undecidedCount: 0 },
  reopened: { count: 0, of: 0, undecidedCount: 0 },
  second: { count: 0, of: 0 },
  objections: { upheld: 0, partly: 0, of: 0 },
};

function sharesOf({ outcomes: found, refiled, reopened, second, objections }: Counts) {
  const of = (...values: Outcome[]) =>
    found.reduce((sum, { outcome, count }) => sum + (outcome && values.includes(outcome) ? count : 0), 0);
  const ended = found.reduce((sum, { count }) => sum + count, 0);
  const [good, bad] = [of('SETTLED', 'FAST_TRACKED'), of('PARTLY_SETTLED', 'NOT_SETTLED')];
  const inOrder = ({ outcome }: { outcome: Outcome | null }) =>
    outcome ? outcomeValues.indexOf(outcome) : outcomeValues.length;
  return {
    byOutcome: found
      .toSorted((one, other) => inOrder(one) - inOrder(other))
      .map(({ outcome, count }) => ({ outcome, count, share: count / ended })),
    success: share(good, good + bad),
    withdrawn: share(of('WITHDRAWN', 'DEEMED_WITHDRAWN'), ended),
    rejected: share(of('REJECTED'), ended),
    refiled: { ...share(refiled.count, refiled.of), undecidedCount: refiled.undecidedCount },
    reopened: { ...share(reopened.count, reopened.of), undecidedCount: reopened.undecidedCount },
    secondNegotiation: share(second.count, second.of),
    objectionsUpheld: share(objections.upheld, objections.of),
    objectionsPartlyUpheld: share(objections.partly, objections.of),
  };
}

function share(count: number, of: number): Share {
  return { count, of, rate: rate(count, of) };
}

/** Stops of OVERALL in the period that still stand, the last one of each case. */
function endedOf({ filter, scope }: OutcomesQuestion, parameters: Parameters): string {
  const conditions = [...dimensionConditions(filter, scope, parameters), periodCondition(filter, parameters, false)];
  return `select distinct on (case_id) case_id, kind, cycle, counted as value, counted, elapsed, verdict, outcome, stopped_on, stopped_at
    from clock where kind = 'OVERALL' and stopped_on is not null and ${conditions.join(' and ')}
    order by case_id, cycle desc`;
}

/** Every stop of OVERALL in the period, those too after which the case went on. */
function everEndedOf({ filter, scope }: OutcomesQuestion, parameters: Parameters): string {
  const conditions = () =>
    [...dimensionConditions(filter, scope, parameters), periodCondition(filter, parameters, false)].join(' and ');
  return `select case_id, stopped_on, stopped_at from clock where kind = 'OVERALL' and stopped_on is not null and ${conditions()}
    union all
    select case_id, stopped_on, stopped_at from (${earlierEnds(`'OVERALL'`)}) as earlier where ${conditions()}`;
}

/** Whether a date comes in time after another, and whether it still may come. */
function again({ calendarVersion, today }: Moment, { bind }: Parameters) {
  const number = (date: string) =>
    `(select number from calendar_day where version = ${bind(calendarVersion)}::int and date = ${date})`;
  const isWithin = (from: string, to: string) => `${number(to)} - ${number(from)} <= ${AGAIN_WITHIN}`;
  return { isWithin, isOpen: (from: string) => isWithin(from, `${bind(today)}::date`) };
}

/** The same matter filed once more: of the same transaction, or where neither names one by the same complainant, type and reason. */
function refiledOf(moment: Moment, parameters: Parameters): string {
  const { isWithin, isOpen } = again(moment, parameters);
  // Two ways to the later case, each by an index: one condition of both would compare every case with every other.
  return counted(
    `exists (select from dispute_case c, lateral (
        select n.id, n.filed_at from dispute_case n where n.transaction_id = c.transaction_id
        union all
        select n.id, n.filed_at from party p
          join party_member m on m.party_id = p.id
          join party_member same on same.person_id = m.person_id
          join party np on np.id = same.party_id and np.side = 'COMPLAINANT'
          join dispute_case n on n.id = np.case_id
          where p.case_id = c.id and p.side = 'COMPLAINANT' and c.transaction_id is null
            and n.transaction_id is null and n.type = c.type and n.reason = c.reason) n
      where c.id = e.case_id and n.id <> c.id and n.filed_at > e.stopped_at
        and ${isWithin('e.stopped_on', `(n.filed_at at time zone 'Asia/Shanghai')::date`)})`,
    isOpen('e.stopped_on'),
    'ended',
  );
}

/** Taken up anew by order or for a default. */
function reopenedOf(moment: Moment, parameters: Parameters): string {
  const { isWithin, isOpen } = again(moment, parameters);
  return counted(
    `exists (select from case_event r where r.case_id = e.case_id and r.at > e.stopped_at
      and (r.type = 'CaseReopened' or r.type = 'DefaultReported' and r.clocks @> '[{"kind": "OVERALL", "change": "STARTED"}]')
      and ${isWithin('e.stopped_on', 'r.effective_on')})`,
    isOpen('e.stopped_on'),
    'ever',
  );
}

/** How many cases of `ended` or `ever` something holds of, and of how many others it still may. */
function counted(holds: string, isOpen: string, among: 'ended' | 'ever'): string {
  return `select json_build_object('count', count(*) filter (where holds), 'of', count(*),
      'undecidedCount', count(*) filter (where not holds and is_open))
    from (select bool_or(${holds}) as holds, bool_or(${isOpen}) as is_open from ${among} e group by e.case_id) as judged`;
}

/** Of the cases that had come to a result or an impasse. */
const secondOf = `select json_build_object('of', count(*), 'count', count(*) filter (where exists (
      select from second_negotiation s where s.case_id = e.case_id)))
    from ended e where exists (select from case_event r where r.case_id = e.case_id and r.type in ('CaseResolved', 'ImpasseDeclared'))`;

/** By the date they were decided on, or in OPENED raised on; of cases by what they are now. */
function objectionsOf({ filter, scope }: OutcomesQuestion, parameters: Parameters): string {
  const at = filter.cohort === 'OPENED' ? 'o.raised_at' : 'o.decided_at';
  const conditions = dimensionConditions(filter, scope, parameters, 'id');
  return `select json_build_object('of', count(*), 'upheld', count(*) filter (where o.status = 'UPHELD'),
      'partly', count(*) filter (where o.status = 'PARTLY'))
    from objection o join (select id from dispute_case where ${conditions.join(' and ')}) c on c.id = o.case_id
    where o.status in ('UPHELD', 'PARTLY', 'DISMISSED')
      and ${within(`(${at} at time zone 'Asia/Shanghai')::date`, filter, parameters)}`;
}
