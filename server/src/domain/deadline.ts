import { canBeWithdrawn } from './agreement.js';
import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Deadline } from './case.js';
import { clarificationLapsed, openClarification } from './clarification.js';
import { lapsingOn, windowLapsed } from './closing.js';
import type { Deciding } from './decision.js';
import { contestableUntil, isPlanInForce, paidUncontested } from './instalment.js';
import { breached, dutyDates, overdue, runningOut } from './overdue.js';
import { otherComplainants } from './presence.js';
import { capDates, capReached } from './pause-cap.js';
import { deemedWithdrawn, silenceEnd } from './silence.js';
import { addDays, lastWorkingDay, nextWorkingDay } from './working-calendar.js';
import type { LocalDate, WorkingCalendar } from './working-calendar.js';

/** The dates on which the platform will act by itself, as the case stands. */
function pendingDeadlines(state: CaseState): Deadline[] {
  const pending: Deadline[] = [];
  const add = (kind: Deadline['kind'], subjectId: string, dueOn: string) =>
    pending.push({ kind, subjectId, dueOn, actedAt: null });
  const question = openClarification(state);
  if (question) add('CLARIFICATION', question.id, question.dueOn);
  for (const request of state.evidenceRequests) {
    if (request.status === 'OPEN') add('EVIDENCE_REQUEST', request.id, request.dueOn);
  }
  for (const proposal of state.proposals) {
    if (proposal.status === 'LIVE') add('PROPOSAL', proposal.id, proposal.expiresOn);
  }
  for (const term of state.terms) {
    if (term.status === 'REPORTED') add('TERM_UNCONTESTED', term.id, term.uncontestedOn!);
    for (const dueOn of contestableUntil(term)) add('TERM_UNCONTESTED', term.id, dueOn);
  }
  for (const dueOn of capDates(state)) add('PAUSE_CAP', state.id, dueOn);
  const silentUntil = silenceEnd(state);
  if (silentUntil) add('SILENCE', state.id, silentUntil);
  const lapsesOn = lapsingOn(state);
  if (lapsesOn) add('WINDOW', state.id, lapsesOn);
  for (const { kind, subjectId, dueOn } of dutyDates(state)) add(kind, subjectId, dueOn);
  // Last: what stops a clock on its last day comes before its breach.
  for (const dueOn of runningOut(state)) add('BREACH', state.id, dueOn);
  return pending;
}

/** Keeps what has acted for good and replaces the rest by what is pending now. */
export function settleDeadlines(state: CaseState, acted: Deadline | null): void {
  const past = state.deadlines.filter((deadline) => deadline.actedAt !== null);
  if (acted && !past.some((deadline) => isSame(deadline, acted))) past.push(acted);
  const pending = pendingDeadlines(state).filter((deadline) => !past.some((each) => isSame(each, deadline)));
  state.deadlines = [...past, ...pending];
}

function isSame(a: Omit<Deadline, 'actedAt'>, b: Omit<Deadline, 'actedAt'>): boolean {
  return a.kind === b.kind && a.subjectId === b.subjectId && a.dueOn === b.dueOn;
}

/** The day from which a deadline acts. A clock is over only on a working day (working-day rule 5), all else is late the day after. */
export function actsFrom({ kind, dueOn }: Pick<Deadline, 'kind' | 'dueOn'>, calendar: WorkingCalendar): LocalDate {
  const next = addDays(dueOn, 1);
  return kind === 'BREACH' ? nextWorkingDay(calendar, next) : next;
}

/** What is due before this date acts today: that of a breach, and that of everything else. */
export function actingBefore(calendar: WorkingCalendar, today: LocalDate): { breach: LocalDate; other: LocalDate } {
  return { breach: lastWorkingDay(calendar, today), other: today };
}

/** The earliest deadline that acts by today, or undefined. */
export function dueDeadline(state: CaseState, today: LocalDate, calendar: WorkingCalendar): Deadline | undefined {
  return state.deadlines
    .filter((deadline) => deadline.actedAt === null && actsFrom(deadline, calendar) <= today)
    .sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1))[0];
}

/** What happens when a deadline passes; `deciding.today` is its due date, so downtime changes no figure. */
export function lapse(state: CaseState, deadline: Deadline, deciding: Deciding): AnyNewCaseEvent[] {
  const { kind, subjectId, dueOn } = deadline;
  const options = { deadline: { kind, subjectId, dueOn } };
  switch (kind) {
    case 'CLARIFICATION':
      return clarificationLapsed(state, deciding, options);
    case 'EVIDENCE_REQUEST': {
      const lapsed = newEvent('EvidenceRequestLapsed', { requestId: subjectId }, options);
      const { onLapse, fromPartyId } = state.evidenceRequests.find((request) => request.id === subjectId)!;
      // Silence never undoes an agreement: what cannot be withdrawn any more is not withdrawn by a lapse either.
      // Nor does the silence of one complainant end the case of another.
      const isLast = otherComplainants(state, fromPartyId).length === 0;
      if (onLapse !== 'DEEMED_WITHDRAWN' || !isLast || !canBeWithdrawn(state)) return [lapsed];
      return [lapsed, deemedWithdrawn(fromPartyId, deciding)];
    }
    case 'PROPOSAL':
      return [newEvent('ProposalLapsed', { proposalId: subjectId }, options)];
    case 'TERM_UNCONTESTED': {
      const term = state.terms.find((each) => each.id === subjectId)!;
      if (isPlanInForce(term)) return paidUncontested(term, dueOn).map((event) => ({ ...event, ...options }));
      return [newEvent('TermFulfilled', { termId: subjectId, by: 'UNCONTESTED' }, options)];
    }
    case 'PAUSE_CAP':
      return [capReached(state, dueOn, options)];
    case 'SILENCE':
      return [{ ...deemedWithdrawn(null, deciding), ...options }];
    case 'TERM_OVERDUE':
    case 'OBJECTION':
    case 'ADMISSION':
    case 'OPINION':
    case 'EVIDENCE_ANSWER':
    case 'MEASURE':
      return [overdue(state, { kind, subjectId, dueOn }, deciding, options)];
    case 'BREACH':
      return [breached(state, dueOn, options)];
    case 'WINDOW':
      return windowLapsed(state, deciding, options);
  }
}
