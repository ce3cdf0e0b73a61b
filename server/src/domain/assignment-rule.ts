import type { Policy } from './benchmark.js';
import { partyOf } from './case.js';
import type { CaseState } from './case.js';
import type { Deciding } from './decision.js';
import type { Blocker } from './domain-error.js';
import { seatOf } from './expert-panel.js';
import { blockedIf } from './guard.js';
import type { Person } from './permission.js';
import { isWorkingDay, shanghaiDate } from './working-calendar.js';
import type { WorkingCalendar } from './working-calendar.js';

/** A handler of the team, with what they carry. */
export interface Candidate {
  person: Person;
  openCount: number;
  urgentCount: number;
}

/** What of the moment decides who may handle a case. */
type Circumstances = Pick<Deciding, 'today' | 'tiedPersonIds'>;

/** Everything that keeps a person from handling the case; the same for who takes it, who is given it and who the rule picks. */
export function handlerBlockers(state: CaseState, handler: Person, { today, tiedPersonIds }: Circumstances): Blocker[] {
  const { id, roles, teamIds, awayThrough } = handler;
  const teamId = state.teamId ?? teamIds[0] ?? null;
  const isOfTeam = roles.includes('HANDLER') && (teamId === null || teamIds.includes(teamId));
  const own = partyOf(state, id);
  const seat = seatOf(state, id);
  return [
    ...blockedIf(!isOfTeam, 'NOT_A_HANDLER', [id]),
    ...blockedIf(own !== undefined, 'HANDLER_IS_PARTY', own ? [own.id] : []),
    // Who advises as an expert does not lead.
    ...blockedIf(seat !== undefined, 'EXPERT_SEATED', [id]),
    ...blockedIf(state.barredHandlerIds.includes(id), 'HANDLER_BARRED', [id]),
    ...blockedIf(own === undefined && tiedPersonIds.includes(id), 'HANDLER_CONFLICT', [id]),
    ...blockedIf(Boolean(awayThrough && awayThrough >= today), 'HANDLER_AWAY', [id]),
  ];
}

/** What a handler carries: every open case, an urgent one as much as several. */
function load({ openCount, urgentCount }: Candidate, { urgentCaseWeight }: Policy): number {
  return openCount + urgentCount * (urgentCaseWeight - 1);
}

/** Who may handle the case, the least loaded first; of equals the one with fewer urgent cases, then the id decides. */
export function rankHandlers(
  state: CaseState,
  candidates: readonly Candidate[],
  circumstances: Circumstances & { policy: Policy },
): Person[] {
  const loadOf = (candidate: Candidate) => load(candidate, circumstances.policy);
  return candidates
    .filter(({ person }) => person.id !== state.handlerId && handlerBlockers(state, person, circumstances).length === 0)
    .sort((a, b) => loadOf(a) - loadOf(b) || a.urgentCount - b.urgentCount || (a.person.id < b.person.id ? -1 : 1))
    .map(({ person }) => person);
}

/** Whether somebody is at work: a working day, between the hours that are configured. Clocks know no such hours. */
export function isOnDuty(now: Date, calendar: WorkingCalendar, { dutyHours }: Policy): boolean {
  const hour = (now.getUTCHours() + 8) % 24;
  return isWorkingDay(calendar, shanghaiDate(now)) && hour >= dutyHours.from && hour < dutyHours.to;
}
