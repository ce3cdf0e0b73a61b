import { badInput } from '../domain/domain-error.js';
import type { LocalDate } from '../domain/working-calendar.js';
import { countOf, figuresOf, rate } from './figures.js';
import type { Figures } from './figures.js';
import type { Cohort } from './filter.js';
import { createParameters } from './parameters.js';
import { requirePeriod } from './period.js';
import type { Snapshot } from './snapshot.js';
import { hiddenGroups, protectionOf, suppressed } from './suppression.js';
import { tallies } from './tally.js';
import type { Question, Tally } from './tally.js';

export const trendBuckets = ['DAY', 'WEEK', 'MONTH'] as const;
export type TrendBucket = (typeof trendBuckets)[number];

/** The figures of one bucket of the cohort's dates. */
export interface TrendPoint extends Figures {
  /** Its first date, a Monday for a week. */
  bucketStart: LocalDate;
  /** Reaches outside the period asked for, or has not ended yet. */
  isPartial: boolean;
  /** Working days of the bucket that could be counted: those of the period, through today. */
  workingDayCount: number;
  /** Of the cycles that started in the bucket and were not cancelled, the share that has stopped; null for CLOSED and for none. */
  endedShare: number | null;
}

interface Bucket {
  start: LocalDate;
  isPartial: boolean;
  workingDayCount: number;
}

/** About eleven years by day. */
const MOST_BUCKETS = 4_000;

/**
 * Answers the figures bucket by bucket: every bucket from `from` to `to` appears, those without a cycle too. Open ends are the first
 * date with a cycle and today, for imported logs the last date with one.
 */
export async function trend(snapshot: Snapshot, question: Question, bucket: TrendBucket): Promise<TrendPoint[]> {
  requirePeriod(question.filter, snapshot.moment);
  const { buckets, tallies: tally } = await readBuckets(snapshot, question, bucket);
  const byBucket = Map.groupBy(tally, (each) => each.key!);
  const points = buckets.map((each) => {
    const own = byBucket.get(each.start) ?? [];
    const figures = figuresOf(own, question.filter.cohort);
    return {
      ...each,
      figures,
      count: figures.count,
      isEmpty: own.length === 0,
      endedShare: endedShareOf(own, question),
    };
  });
  const protection = protectionOf(question);
  const hidden = hiddenGroups(points, protection);
  return points.map((point) => {
    const { start, isPartial, workingDayCount, endedShare, figures } = point;
    const told = hidden.has(point)
      ? { ...suppressed(figures, protection!), endedShare: null }
      : { ...figures, endedShare };
    return { bucketStart: start, isPartial, workingDayCount, ...told };
  });
}

function endedShareOf(tally: Tally[], { filter }: Question): number | null {
  if (filter.cohort === 'CLOSED') return null;
  const ended = countOf(tally, 'COUNTED') + countOf(tally, 'REJECTED') + countOf(tally, 'WITHDRAWN');
  return rate(ended, ended + countOf(tally, 'RUNNING'));
}

/** The first date of the bucket that a row of `clock` belongs to, as SQL. */
export function bucketOf(cohort: Cohort, bucket: TrendBucket): string {
  return startOf(bucket, cohort === 'OPENED' ? 'started_on' : 'stopped_on');
}

function startOf(bucket: TrendBucket, date: string): string {
  return `date_trunc('${bucket.toLowerCase()}', (${date})::timestamp)::date`;
}

async function readBuckets(snapshot: Snapshot, question: Question, bucket: TrendBucket) {
  const { moment } = snapshot;
  const { cohort, from, to, sources } = question.filter;
  const unit = bucket.toLowerCase();
  const parameters = createParameters();
  const { bind } = parameters;
  const tally = tallies(question, moment, parameters, bucketOf(cohort, bucket), cohort === 'OPENED');
  const [first, last, today] = [from, to, moment.today].map((date) => `${bind(date)}::date`);
  const number = (date: string) =>
    `coalesce((select number from calendar_day where version = ${bind(moment.calendarVersion)}::int and date = ${date}), 0)`;
  const [answer] = await snapshot.query<{ buckets: Bucket[]; tallies: Tally[]; isTooMany: boolean }>(
    `with tally as materialized (${tally}),
    bound as (
      select ${startOf(bucket, `coalesce(${first}, min(key))`)} as first,
        ${startOf(bucket, `coalesce(${last}, ${sources === null ? today : 'max(key)'})`)} as last from tally
    ),
    bucket as (
      select starts::date as start, (starts + interval '1 ${unit}' - interval '1 day')::date as ending
      from bound, generate_series(first::timestamp, last, interval '1 ${unit}') as starts limit ${MOST_BUCKETS + 1}
    ),
    covered as (
      select start, ending, greatest(start, ${first}) as since, least(ending, ${last}, ${today}) as through from bucket
    )
    select coalesce((select json_agg(json_build_object(
        'start', start,
        'isPartial', start < since or ending > coalesce(${last}, ending) or ending >= ${today},
        'workingDayCount', greatest(${number('through')} - ${number('since - 1')}, 0)) order by start) from covered), '[]') as buckets,
      (select count(*) > ${MOST_BUCKETS} from bucket) as "isTooMany",
      coalesce((select json_agg(tally) from tally), '[]') as tallies`,
    parameters.values,
  );
  if (answer!.isTooMany) throw badInput('bucket', `makes more than ${MOST_BUCKETS} buckets of this period`);
  return answer!;
}
