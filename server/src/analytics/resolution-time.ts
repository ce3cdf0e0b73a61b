import type { Band } from '../domain/benchmark.js';
import type { ClockKind, Verdict } from '../domain/clock.js';
import { countOf, countedBars, figuresOf, runningCount } from './figures.js';
import type { Figures } from './figures.js';
import { createParameters } from './parameters.js';
import { requirePeriod } from './period.js';
import type { Snapshot } from './snapshot.js';
import { protectionOf, suppressed } from './suppression.js';
import { tallies } from './tally.js';
import type { Question, Tally } from './tally.js';

/** How long cycles of one clock took, in working days. */
export interface ResolutionTime extends Figures {
  clock: ClockKind;
  /** Running cycles: of OPENED those that started in the period, of CLOSED those that had started by its last day. */
  openCount: number;
  /** Of those, the ones that are not late yet. */
  undecidedCount: number;
  cancelledCount: number;
  /** Stopped by rejection or withdrawal without being counted; cancelled; and of the cancelled those that left the track in time. */
  excluded: { rejected: number; withdrawn: number; cancelled: number; leftTrack: number };
  /** Of the benchmark in force; a cycle is judged by the one it started under. */
  band: Band;
  /** Sparse, ascending; one bar a verdict where the band changed between cycles of the same length. */
  histogram: { workingDays: number; count: number; verdict: Verdict }[];
}

/** Answers how long the cycles of one clock took; NET leaves paused days out, GROSS judges and counts all that passed. */
export async function resolutionTime(snapshot: Snapshot, question: Question): Promise<ResolutionTime> {
  requirePeriod(question.filter, snapshot.moment);
  const parameters = createParameters();
  const tally = tallies(question, snapshot.moment, parameters, 'null::text', true);
  const [answer] = await snapshot.query<{ band: Band; tallies: Tally[] }>(
    `select (select json_build_object('min', min_working_days, 'max', max_working_days) from benchmark
        where clock = ${parameters.bind(question.kind)} order by version desc limit 1) as band,
      coalesce((select json_agg(tally) from (${tally}) as tally), '[]') as tallies`,
    parameters.values,
  );
  return resolutionTimeOf(question, answer!.band, answer!.tallies);
}

function resolutionTimeOf(question: Question, band: Band, tally: Tally[]): ResolutionTime {
  const whole = figuresOf(tally, question.filter.cohort);
  const protection = protectionOf(question);
  const isHidden = protection !== null && whole.count < protection.least;
  const figures = isHidden ? suppressed(whole, protection) : whole;
  const told = isHidden ? [] : tally;
  const cancelled = countOf(told, 'CANCELLED');
  const leftTrack = countOf(told, 'LEFT_TRACK');
  return {
    clock: question.kind,
    ...figures,
    openCount: countOf(told, 'RUNNING'),
    undecidedCount: runningCount(told, null),
    cancelledCount: cancelled + leftTrack,
    excluded: { rejected: countOf(told, 'REJECTED'), withdrawn: countOf(told, 'WITHDRAWN'), cancelled, leftTrack },
    band,
    histogram: countedBars(told),
  };
}
