import { availableActions } from '../domain/available-action.js';
import type { CaseState, Id } from '../domain/case.js';
import type { Moment as DomainMoment } from '../domain/command.js';
import { toldBlocker } from './blocker.js';
import type { ComputedRead, Expression, Moment } from './field.js';
import { jsonObject } from './statement.js';

interface Snapshot {
  state: CaseState | null;
  routeIds: Id[];
}

/** What the domain judges a case by: its folded state, whole, and the routes in force. It never leaves the server. */
const snapshot: Expression = (row) =>
  jsonObject([
    ['state', `(select s.state from case_snapshot s where s.case_id = ${row}.id)`],
    ['routeIds', `array_to_json(array(select r.id from referral_route r order by r.rank))`],
  ]);

/** Of a case: nothing for who may do nothing, because the domain looks at who asks. */
export const actionsOfCase: ComputedRead = {
  kind: 'computed',
  own: {
    hidden: snapshot,
    complete(hidden, moment) {
      const { state, routeIds } = hidden as Snapshot;
      const actions = state ? availableActions(state, moment.viewer, momentOfCase(moment, routeIds)) : [];
      return actions.map(({ command, blockedBy, dueOn }) => ({
        command,
        isAvailable: blockedBy.length === 0,
        blockedBy: blockedBy.map((blocker) => toldBlocker(blocker, moment.locale)),
        dueOn,
      }));
    },
  },
};

/** For a look at what will be: what passed deadlines make of the case is kept nowhere, so its ids and words are none. */
function momentOfCase({ now, today, calendar, benchmarks, policy }: Moment, routeIds: Id[]): DomainMoment {
  return {
    now,
    today,
    calendar,
    benchmarks,
    policy,
    routeIds,
    persons: new Map(),
    platformPersonIds: [],
    teamOf: () => null,
    tiedPersonIds: [],
    storedDigests: new Map(),
    agreedElsewhere: [],
    uploads: new Map(),
    newId: () => '',
    text: () => ({ id: '', digest: '' }),
  };
}
