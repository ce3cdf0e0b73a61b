import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState } from './case.js';
import type { Evolution } from './evolve.js';
import type { LocalDate } from './working-calendar.js';

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

export const pauseCapEvolution: Evolution = {
  ClockResumed() {
    // What it does to the clocks stands in the event itself, as with every other event.
  },
};
