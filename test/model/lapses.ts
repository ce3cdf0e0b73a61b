import type { ModelCase } from './case.js';
import { revise } from './calendar.js';
import { cappedOn, isRunning } from './clocks.js';
import type { Turn } from './coverage.js';
import type { OnLapse } from './part.js';
import {
  canEnd,
  close,
  endMeasures,
  leaveUnresolved,
  pay,
  paymentsOf,
  reject,
  resolveIfDone,
  withdraw,
} from './moves.js';

interface Lapse {
  turn: Turn;
  dueOn: string;
  act: () => void;
}

/** Everything that time does by itself, each with its last day. */
function pending(c: ModelCase, route: string, today: string): Lapse[] {
  const lapses: Lapse[] = [];
  const add = (turn: Turn, dueOn: string | null, act: () => void) =>
    dueOn !== null && lapses.push({ turn, dueOn, act });
  const { clarification } = c;
  if (clarification) {
    const { dueOn, onLapse } = clarification;
    add(`CLARIFICATION ${onLapse}`, dueOn, () => lapseClarification(c, onLapse));
  }
  for (const request of c.requests.filter(({ status }) => status === 'OPEN')) {
    add(`EVIDENCE ${request.onLapse}`, request.dueOn, () => {
      Object.assign(request, { status: 'LAPSED', closedOn: c.today });
      // What one of several complainants does not hand in ends nothing for the others.
      const isLast = c.complainants(c.party(request.partyId)).length === 0;
      if (request.onLapse === 'DEEMED_WITHDRAWN' && isLast && canEnd(c)) withdraw(c, 'DEEMED_WITHDRAWN');
    });
  }
  for (const proposal of c.live()) {
    add('PROPOSAL', proposal.expiresOn, () => (proposal.status = 'LAPSED'));
  }
  for (const term of c.terms.filter(({ status }) => status === 'REPORTED')) {
    add('UNCONTESTED', term.uncontestedOn, () => {
      Object.assign(term, { status: 'FULFILLED', uncontestedOn: null });
      resolveIfDone(c);
    });
  }
  for (const term of c.terms.filter(({ status }) => status === 'IN_FORCE')) {
    for (const payment of paymentsOf(term)) add('UNCONTESTED', payment.uncontestedOn, () => pay(term, payment));
  }
  add('SILENCE', silenceEnd(c), () => {
    if (c.complainants().length > 1) c.turns.push('SILENT_TOGETHER');
    withdraw(c, 'DEEMED_WITHDRAWN');
  });
  for (const cycle of c.cycles.filter((each) => isRunning(each) && !each.hasResumed)) {
    add('PAUSE_CAP', cappedOn(cycle, c.owed(), today, c.almanac), () => (cycle.hasResumed = true));
  }
  // CLOSED waits for every objection.
  if (c.stage === 'RESOLVED' && c.openObjections().length === 0) add('WINDOW RESOLVED', c.windowEnd(), () => close(c));
  if (c.stage === 'IMPASSE') {
    add('WINDOW IMPASSE', c.windowEnd(), () => leaveUnresolved(c, route));
  }
  return lapses;
}

/** Until when the case waits for its complainants, while none of them can be reached. */
function silenceEnd(c: ModelCase): string | null {
  const ends = c.complainants().map(({ silenceEndsOn }) => silenceEndsOn);
  if (!canEnd(c) || ends.some((each) => each === null)) return null;
  return ends.toSorted().at(-1) ?? null;
}

function lapseClarification(c: ModelCase, onLapse: OnLapse): void {
  c.clarification = null;
  if (onLapse === 'PROCEED_WITHOUT') c.start('RESPONSE');
  else if (onLapse === 'REJECT') reject(c);
  else withdraw(c, 'DEEMED_WITHDRAWN');
}

/** The first lapse before `today`, if there is one. */
function due(c: ModelCase, route: string, today: string): Lapse | undefined {
  return pending(c, route, today)
    .filter(({ dueOn }) => dueOn < today)
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))[0];
}

export function isOverdue(c: ModelCase, route: string, today: string): boolean {
  if (c.revision) return true;
  return due(c, route, today) !== undefined;
}

/** Lets everything act that was due before `today`, each on its due date, and lives on at `today`. */
export function letTimeAct(c: ModelCase, route: string, today: string): void {
  // What was due before the day of a publication acts first, by the calendar of before.
  const until = () => (c.revision && c.revision.on < today ? c.revision.on : today);
  for (;;) {
    const lapse = due(c, route, until());
    if (!lapse && !c.revision) break;
    if (!lapse) {
      revise(c);
      continue;
    }
    // What lapsed while it could not act acts as soon as it can.
    if (lapse.dueOn > c.today) c.today = lapse.dueOn;
    c.turns.push(lapse.turn);
    lapse.act();
    endMeasures(c);
  }
  c.today = today;
}
