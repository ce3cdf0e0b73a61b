import { deadlineOfCommand } from './action-deadline.js';
import type { CaseState } from './case.js';
import { actorIn, decisionOfCommand, performLapse } from './command.js';
import type { ChangingCommand, Moment } from './command.js';
import { dueDeadline } from './deadline.js';
import type { Asking } from './decision.js';
import type { Blocker } from './domain-error.js';
import { choiceGuardOfCommand, guardOfCommand } from './guard-table.js';
import { capacitiesIn, capacityFor } from './permission.js';
import type { Person } from './permission.js';
import { stagesOfCommand } from './stage.js';
import type { LocalDate } from './working-calendar.js';

/** A command that somebody may give in a case as it stands, or could but for what blocks it. */
export interface AvailableAction {
  command: ChangingCommand;
  blockedBy: Blocker[];
  /** The last day on which it can or should be done; null where there is none. */
  dueOn: LocalDate | null;
}

const commands = Object.keys(decisionOfCommand) as ChangingCommand[];

/**
 * What this person may do in the case now, and what blocks the rest: the commands of what they are in the case that are
 * legal in its stage. Deadlines that have passed act first, in `state` itself, as they do before a command.
 */
export function availableActions(state: CaseState, person: Person, moment: Moment): AvailableAction[] {
  const next = () => dueDeadline(state, moment.today, moment.calendar);
  for (let due = next(); due; due = next()) {
    performLapse(state, due, moment);
  }
  const capacities = capacitiesIn(state, person);
  return commands.flatMap((command) => {
    const capacity = capacityFor(command, capacities);
    if (!capacity || !stagesOfCommand[command].includes(state.stage)) return [];
    const asking = { ...moment, actor: actorIn(state, capacity, person) };
    const blockedBy = blockersOf(state, command, asking);
    // Of another stage: nothing that somebody could wait for here.
    if (blockedBy.some(({ code }) => code === 'WRONG_STAGE')) return [];
    return [{ command, blockedBy, dueOn: deadlineOfCommand[command]?.(state, asking) ?? null }];
  });
}

function blockersOf(state: CaseState, command: ChangingCommand, asking: Asking): Blocker[] {
  return [guardOfCommand, choiceGuardOfCommand].flatMap((table) => table[command]?.(state, asking) ?? []);
}
