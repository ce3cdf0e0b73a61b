import type { ModelCase } from './case.js';
import type { Almanac, Day } from './days.js';

export type Kind = 'SIMPLE' | 'RESPONSE' | 'INVESTIGATION' | 'FIRST_NEGOTIATION' | 'SECOND_NEGOTIATION' | 'OVERALL';

const bands: Readonly<Record<Kind, { min: number; max: number }>> = {
  SIMPLE: { min: 1, max: 2 },
  RESPONSE: { min: 3, max: 5 },
  INVESTIGATION: { min: 3, max: 5 },
  FIRST_NEGOTIATION: { min: 7, max: 15 },
  SECOND_NEGOTIATION: { min: 10, max: 20 },
  OVERALL: { min: 10, max: 30 },
};
const pausing: readonly Kind[] = ['INVESTIGATION', 'FIRST_NEGOTIATION', 'SECOND_NEGOTIATION'];
const pauseCap = 10;

/** A cycle as the model saw it run: (fromOn, toOn] each time, and whether it was called off. */
export interface Cycle {
  kind: Kind;
  cycle: number;
  spans: { fromOn: Day; toOn: Day | null }[];
  isCancelled: boolean;
  /** Whether it said that it runs on by itself because it had been paused for as long as it may. */
  hasResumed: boolean;
  /** The calendar that counted it when it stopped; null while it runs, and the newest one counts. */
  countedBy: Almanac | null;
  /** Working days that an earlier calendar gave it beyond what the one that counts gives: they do not count. */
  grace: number;
  /** The due date that the earlier calendar gave; it stands, though it may be a day off by now. */
  toldOn: Day | null;
}

/** Mandatory evidence that a party owed: (askedOn, closedOn]. */
export interface Owed {
  askedOn: Day;
  closedOn: Day | null;
}

export interface Reading {
  kind: Kind;
  cycle: number;
  state: 'RUNNING' | 'PAUSED' | 'STOPPED' | 'CANCELLED';
  /** Evidence came and was asked for again on the day that reaches the cap: it stands, or runs on already; the days are the same. */
  isEither: boolean;
  elapsed: number;
  paused: number;
  counted: number;
  dueOn: Day;
  verdict: 'FASTER' | 'WITHIN' | 'OVER' | null;
}

export function isRunning(cycle: Cycle): boolean {
  return !cycle.isCancelled && cycle.spans.at(-1)!.toOn === null;
}

const isOwed = (kind: Kind, owed: readonly Owed[], day: Day) =>
  pausing.includes(kind) &&
  owed.some(({ askedOn, closedOn }) => askedOn < day && (closedOn === null || day <= closedOn));

/** The last day for which a running clock was paused, when that was as long as it may be and evidence is still owed. */
export function cappedOn({ kind, spans }: Cycle, owed: readonly Owed[], today: Day, almanac: Almanac): Day | null {
  if (!owed.some(({ closedOn }) => closedOn === null)) return null;
  const paused = spans.flatMap(({ fromOn, toOn }) =>
    almanac.in(fromOn, toOn ?? today).filter((day) => isOwed(kind, owed, day)),
  );
  return paused[pauseCap - 1] ?? null;
}

/** What a cycle says on a day, counted day by day from what happened. */
export function read(cycle: Cycle, owed: readonly Owed[], today: Day, newest: Almanac): Reading {
  const { kind } = cycle;
  const almanac = cycle.countedBy ?? newest;
  const { min, max } = bands[kind];
  let elapsed = 0;
  let paused = 0;
  for (const { fromOn, toOn } of cycle.spans) {
    for (const day of almanac.in(fromOn, toOn ?? today)) {
      elapsed += 1;
      if (paused < pauseCap && isOwed(kind, owed, day)) paused += 1;
    }
  }
  const left = cycle.spans.slice(1).reduce((sum, { fromOn }, index) => {
    return sum + almanac.in(cycle.spans[index]!.toOn!, fromOn).length;
  }, 0);
  // Between the maximum and a due date that an earlier calendar had told no day counts.
  const beyond = Math.max(0, elapsed - paused - max);
  elapsed -= Math.min(beyond, cycle.grace);
  const counted = elapsed - paused;
  const running = isRunning(cycle);
  const isCapDay = running && cappedOn(cycle, owed, today, almanac) === today;
  const isPaused =
    running &&
    pausing.includes(kind) &&
    (paused < pauseCap || isCapDay) &&
    owed.some(({ closedOn }) => closedOn === null);
  const reached = almanac.after(cycle.spans[0]!.fromOn, max + paused + left + cycle.grace);
  const dueOn = cycle.toldOn !== null && cycle.toldOn > reached ? cycle.toldOn : reached;
  const verdict = counted > max ? 'OVER' : running ? null : counted < min ? 'FASTER' : 'WITHIN';
  const state = cycle.isCancelled ? 'CANCELLED' : !running ? 'STOPPED' : isPaused ? 'PAUSED' : 'RUNNING';
  return {
    kind,
    cycle: cycle.cycle,
    state,
    isEither: isCapDay && owed.some(({ closedOn }) => closedOn === today),
    elapsed,
    paused,
    counted,
    dueOn,
    verdict: cycle.isCancelled ? null : verdict,
  };
}

/** Another calendar counts a cycle from now on; of the due dates computed while it ran the later decides. */
export function recount(cycle: Cycle, owed: readonly Owed[], today: Day, before: Almanac, after: Almanac): void {
  const told = read(cycle, owed, today, before).dueOn;
  Object.assign(cycle, { countedBy: null, grace: 0, toldOn: null });
  const { dueOn } = read(cycle, owed, today, after);
  Object.assign(cycle, { grace: after.in(dueOn, told).length, toldOn: told });
}

/** A cycle that stopped runs on: the calendar of now counts it, all of it. */
export function goOn(c: ModelCase, cycle: Cycle): void {
  recount(cycle, c.owed(), c.today, cycle.countedBy!, c.almanac);
}
