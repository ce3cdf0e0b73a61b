import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState } from './case.js';
import type { Deciding } from './decision.js';
import type { Evolution } from './evolve.js';
import { nextWorkingDay } from './working-calendar.js';

/**
 * An instalment due on a day off moves to the next working day, by the calendar that is in force: what a plan in force
 * still owes follows it, an event each. Nothing moves to a day that is over.
 */
export function movedInstalments(
  { terms }: Pick<CaseState, 'terms'>,
  { calendar, today }: Pick<Deciding, 'calendar' | 'today'>,
): AnyNewCaseEvent[] {
  const owed = terms
    .filter(({ status }) => status === 'IN_FORCE')
    .flatMap((term) => term.instalments.filter(({ paidAt }) => !paidAt).map((each) => ({ ...each, termId: term.id })));
  return owed.flatMap(({ termId, number, nominalOn, dueOn: previousDueOn }): AnyNewCaseEvent[] => {
    const dueOn = nextWorkingDay(calendar, nominalOn);
    if (dueOn === previousDueOn || dueOn < today) return [];
    return [newEvent('InstalmentMoved', { termId, number, previousDueOn, dueOn })];
  });
}

export const instalmentEvolution: Evolution = {
  InstalmentMoved(state, { payload }) {
    const { termId, number, dueOn } = payload;
    const term = state.terms.find(({ id }) => id === termId)!;
    const last = term.instalments.at(-1)!;
    // A plan is due with its last instalment, unless another date was agreed.
    if (last.number === number && term.dueOn === payload.previousDueOn) term.dueOn = dueOn;
    term.instalments = term.instalments.map((each) => (each.number === number ? { ...each, dueOn } : each));
  },
};
