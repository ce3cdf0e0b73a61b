import { availableActions } from '@accord/server/domain/available-action';
import { defaultPolicy } from '@accord/server/domain/benchmark';
import { sha256 } from '@accord/server/domain/canonical-json';
import type { CaseState } from '@accord/server/domain/case';
import {
  decisionOfCommand,
  perform,
  performLapse,
  type ChangingCommand,
  type Moment,
} from '@accord/server/domain/command';
import { dueDeadline } from '@accord/server/domain/deadline';
import { DomainError, type Blocker } from '@accord/server/domain/domain-error';
import type { Person } from '@accord/server/domain/permission';
import { buildWorkingCalendar, shanghaiDate } from '@accord/server/domain/working-calendar';
import { statutoryCalendar } from '@accord/seeds/calendars/statutory-calendar';
import { expect } from 'vitest';
import { namesAThing, wellFormed, type Nameable } from './well-formed.js';

export const calendar = buildWorkingCalendar(statutoryCalendar());
export const benchmarks = {
  version: 1,
  bands: {
    SIMPLE: { min: 1, max: 2 },
    RESPONSE: { min: 3, max: 5 },
    INVESTIGATION: { min: 3, max: 5 },
    FIRST_NEGOTIATION: { min: 7, max: 15 },
    SECOND_NEGOTIATION: { min: 10, max: 20 },
    OVERALL: { min: 10, max: 30 },
  },
};
export const routeIds = ['01900000-0000-7000-8000-000000012378'];
export const commands = Object.keys(decisionOfCommand) as ChangingCommand[];
const day = 86_400_000;

/** What a command may look at in a case, at that time. */
export function momentAt(time: number, persons: readonly Person[], state: CaseState): Moment {
  let ids = 0;
  const now = new Date(time).toISOString();
  return {
    now,
    today: shanghaiDate(new Date(time)),
    calendar,
    benchmarks,
    policy: defaultPolicy,
    routeIds,
    persons: new Map(persons.map((person) => [person.id, person])),
    platformPersonIds: [],
    teamOf: () => state.teamId,
    tiedPersonIds: [],
    agreedElsewhere: [],
    uploads: new Map(),
    candidates: [],
    storedDigests: new Map(state.seats.flatMap(({ opinion }) => (opinion ? [[opinion.id, opinion.digest]] : []))),
    newId: () => `01990000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`,
    text: (words) => ({ id: `text-${(ids += 1)}`, digest: sha256(words) }),
  };
}

interface Refusal {
  code: string;
  blockers: Blocker[];
}

/** What each well-formed input comes to: null is success. */
function attempts(state: CaseState, command: ChangingCommand, nameable: Nameable, moment: Moment): (Refusal | null)[] {
  return wellFormed(command, state, nameable).map((input) => {
    const tried = structuredClone(state);
    const before = JSON.stringify(tried);
    try {
      perform(tried, { command, input: input as never, person: nameable.person }, moment);
      return null;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // A refusal changes nothing.
      expect(JSON.stringify(tried)).toBe(before);
      return { code: error.code, blockers: (error.details['blockedBy'] ?? []) as Blocker[] };
    }
  });
}

const codesOf = (blockers: readonly Blocker[]) => [...new Set(blockers.map(({ code }) => code))].sort();

/** Who looks at a case, and who there is to be named. */
export interface Crowd {
  viewers: readonly Person[];
  persons: readonly Person[];
}

/** Compares what is told with what happens, for each viewer and command whose kind of answer is to be tried. */
export function compare(
  lived: CaseState,
  time: number,
  { viewers, persons }: Crowd,
  isToBeTried: (kind: string) => boolean = () => true,
): void {
  const moment = momentAt(time, persons, lived);
  // Before a command deadlines that have passed act; what is told knows it.
  const state = structuredClone(lived);
  const next = () => dueDeadline(state, moment.today, moment.calendar);
  for (let due = next(); due; due = next()) {
    performLapse(state, due, moment);
  }
  const unswept = structuredClone(lived);
  for (const person of viewers) {
    const told = new Map(availableActions(unswept, person, moment).map((action) => [action.command, action]));
    const nameable = {
      person,
      handlers: persons.filter(({ roles }) => roles.includes('HANDLER')),
      experts: persons.filter(({ roles }) => roles.includes('EXPERT')),
      routeIds,
      later: new Date(time + day).toISOString(),
    };
    for (const command of commands) {
      const action = told.get(command);
      const codes = action && codesOf(action.blockedBy);
      const kind = [state.stage, person.roles[0], command, codes?.join() ?? 'not told'].join(' ');
      if (!isToBeTried(kind)) continue;
      const answers = attempts(state, command, nameable, moment);
      const refusals = answers.filter((answer) => answer !== null);
      if (!action) {
        expect(answers.length - refusals.length, kind).toBe(0);
        for (const { code, blockers } of refusals) {
          if (code !== 'GUARD_FAILED') expect(['FORBIDDEN', 'NOT_FOUND'], kind).toContain(code);
          // What is over says so of itself.
          else if (!namesAThing(command)) expect(codesOf(blockers), kind).toEqual(['WRONG_STAGE']);
        }
      } else if (action.blockedBy.length === 0) {
        expect(refusals.length, `${kind} ${JSON.stringify(refusals)}`).toBeLessThan(answers.length);
      } else {
        expect(answers.length, `${kind} ${JSON.stringify(action)}`).toBe(refusals.length);
        for (const { code, blockers } of refusals) {
          if (namesAThing(command) && code === 'NOT_FOUND') continue;
          expect(['GUARD_FAILED', 'DEADLINE_PASSED'], kind).toContain(code);
          if (!namesAThing(command)) expect(blockers, kind).toEqual(action.blockedBy);
          else expect(codes, `${kind} ${JSON.stringify(blockers)}`).toEqual(expect.arrayContaining(codesOf(blockers)));
        }
      }
    }
  }
}
