import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState } from './case.js';
import { daysIn } from './clock.js';
import type { Clock, Span } from './clock.js';
import { owedSpans } from './evidence.js';
import type { Evolution } from './evolve.js';
import type { LocalDate, WorkingCalendar } from './working-calendar.js';

/** The days on which clocks that stand still run on by themselves; an imported case lives by its own log. */
export function capDates(state: CaseState): LocalDate[] {
  if (state.source !== null) return [];
  return [...new Set(state.clocks.flatMap(({ capOn }) => capOn ?? []))];
}

/** Missing evidence pauses a clock no longer than the cap: from that day on it runs (working-day rule 3). */
export function capReached(
  state: CaseState,
  dueOn: LocalDate,
  options: Pick<AnyNewCaseEvent, 'deadline'>,
): AnyNewCaseEvent {
  const reached = state.clocks.filter(({ capOn }) => capOn === dueOn);
  const clocks = reached.map(({ kind, cycle }) => ({ kind, cycle }));
  return newEvent('ClockResumed', { clocks, reason: 'CAP' }, options);
}

/** What may keep a clock paused. */
export type Owing = Pick<CaseState, 'evidenceRequests'>;

/**
 * The pauses of a clock as another calendar is to count them. The cap may have ended them after so many days of an earlier
 * calendar; where this one has fewer, each day up to a date counts again on which mandatory evidence was owed.
 */
export function pausesToRecount(
  clock: Pick<Clock, 'spans' | 'pauses' | 'pauseCap'>,
  { evidenceRequests }: Owing,
  calendar: WorkingCalendar,
  through: LocalDate,
): Span[] {
  const days = (pauses: readonly Span[]) => daysIn(calendar, pauses, through);
  const recorded = days(clock.pauses);
  if (recorded >= clock.pauseCap || clock.pauses.length === 0) return clock.pauses;
  const open = clock.pauses.filter(({ toOn }) => toOn === null);
  const until = open[0]?.fromOn ?? through;
  const owed = united(owedSpans(evidenceRequests, until));
  const ended = clock.spans.flatMap(({ fromOn, toOn }) =>
    within(owed, { fromOn, toOn: toOn && toOn < until ? toOn : until }),
  );
  const pauses = [...ended, ...open];
  return days(pauses) > recorded ? pauses : clock.pauses;
}

type ClosedSpan = Span & { toOn: LocalDate };

function united(spans: readonly ClosedSpan[]): ClosedSpan[] {
  const union: ClosedSpan[] = [];
  for (const { fromOn, toOn } of spans.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    const last = union.at(-1);
    if (last && fromOn <= last.toOn) last.toOn = toOn > last.toOn ? toOn : last.toOn;
    else union.push({ fromOn, toOn });
  }
  return union;
}

function within(spans: readonly ClosedSpan[], bounds: ClosedSpan): ClosedSpan[] {
  return spans
    .map(({ fromOn, toOn }) => ({
      fromOn: fromOn > bounds.fromOn ? fromOn : bounds.fromOn,
      toOn: toOn < bounds.toOn ? toOn : bounds.toOn,
    }))
    .filter(({ fromOn, toOn }) => fromOn < toOn);
}

export const pauseCapEvolution: Evolution = {
  ClockResumed() {
    // What it does to the clocks stands in the event itself, as with every other event.
  },
};
