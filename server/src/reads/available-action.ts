import { availableActions } from '../domain/available-action.js';
import type { CaseState, Id } from '../domain/case.js';
import type { Moment as DomainMoment } from '../domain/command.js';
import { toldBlocker } from './blocker.js';
import type { ComputedRead, Expression, Moment } from './field.js';
import { jsonObject } from './statement.js';

interface Snapshot {
  state: CaseState | null;
  routeIds: Id[];
  /** Of the viewer, where the case waits for a handler, and of the experts of a panel to be admitted: who is tied to a party. */
  tiedPersonIds: Id[];
}

/** What the domain judges a case by: its folded state, whole, and the routes in force. It never leaves the server. */
const snapshot: Expression = (row, { statement }) =>
  jsonObject([
    ['state', `(select s.state from case_snapshot s where s.case_id = ${row}.id)`],
    ['routeIds', `array_to_json(routes_for(${row}.type, true))`],
    [
      'tiedPersonIds',
      `array_to_json(array(select p.id from person p where is_tied(p.id, ${row}.id)
      and (${row}.handler_id is null and p.id = ${statement.viewerId()} or ${row}.stage = 'SECOND_REQUESTED' and p.id in
        (select s.expert_id from expert_seat s where s.case_id = ${row}.id and s.status in ('APPOINTED', 'CLEAR')))))`,
    ],
  ]);

/** Of a case: nothing for who may do nothing, because the domain looks at who asks. */
export const actionsOfCase: ComputedRead = {
  kind: 'computed',
  own: {
    hidden: snapshot,
    complete(hidden, moment) {
      const { state, ...known } = hidden as Snapshot;
      const actions = state ? availableActions(state, moment.viewer, momentOfCase(moment, known)) : [];
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
function momentOfCase(
  { now, today, calendar, benchmarks, policy, viewer }: Moment,
  { routeIds, tiedPersonIds }: Omit<Snapshot, 'state'>,
): DomainMoment {
  return {
    now,
    today,
    calendar,
    benchmarks,
    policy,
    routeIds,
    persons: new Map([[viewer.id, viewer]]),
    platformPersonIds: [],
    teamOf: () => null,
    tiedPersonIds,
    candidates: [],
    storedDigests: new Map(),
    agreedElsewhere: [],
    uploads: new Map(),
    newId: () => '',
    text: () => ({ id: '', digest: '' }),
  };
}
