import { newEvent } from './case-event.js';
import type { AnyCaseEvent, AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Id, Party } from './case.js';
import type { ContactAttempt } from './contact-attempt.js';
import { daysFromToday } from './decision.js';
import type { Deciding } from './decision.js';
import { canBeWithdrawn } from './agreement.js';
import { latestClock } from './clock.js';
import type { Evolution } from './evolve.js';
import { seatedIn } from './expert-panel.js';
import { otherComplainants } from './presence.js';
import { blockedIf, passed } from './guard.js';
import type { Guard } from './guard.js';
import type { CaseStage } from './stage.js';
import { isWorkingDay, shanghaiDate } from './working-calendar.js';
import type { LocalDate } from './working-calendar.js';

/** What follows from one more try in vain: a party that was tried often enough, on enough days and ways, is unreachable. */
export function unreachableAfter(
  state: CaseState,
  party: Party,
  attempt: Pick<ContactAttempt, 'channel'>,
  deciding: Deciding,
): AnyNewCaseEvent[] {
  if (party.isUnreachable) return [];
  const { unreachableAttempts, unreachableChannels, silenceWorkingDays } = deciding.policy;
  const earlier = state.contactAttempts.filter((each) => each.partyId === party.id);
  const tries = [
    ...earlier.map(({ channel, at }) => ({ channel, on: shanghaiDate(new Date(at)) })),
    { channel: attempt.channel, on: deciding.today },
  ].filter(({ on }) => isWorkingDay(deciding.calendar, on));
  if (new Set(tries.map(({ on }) => on)).size < unreachableAttempts) return [];
  if (new Set(tries.map(({ channel }) => channel)).size < unreachableChannels) return [];
  const silenceEndsOn = party.side === 'COMPLAINANT' ? daysFromToday(deciding, silenceWorkingDays) : null;
  return [newEvent('PartyUnreachable', { partyId: party.id, silenceEndsOn })];
}

/** Earlier tries count no more once a party was reached, or did anything by itself. */
export function hear(state: CaseState, { actor, type, payload }: AnyCaseEvent): void {
  const isReached = type === 'ContactAttempted' && payload.isReached;
  const heardId = isReached ? payload.partyId : actor.partyId;
  if (heardId) state.contactAttempts = state.contactAttempts.filter((each) => each.partyId !== heardId);
}

/** Ends the silence of a party, for all parties to see even where they may not see what it did. */
export function reached(state: CaseState, partyId: Id | null): AnyNewCaseEvent[] {
  const party = state.parties.find((each) => each.id === partyId);
  return party?.isUnreachable ? [newEvent('PartyReached', { partyId: party.id })] : [];
}

/** Until when the case waits for its complainants; null while one of them can be reached, or there is an agreement. */
export function silenceEnd(state: CaseState): LocalDate | null {
  if (!canBeWithdrawn(state)) return null;
  const complainants = otherComplainants(state, null);
  const ends = complainants.flatMap(({ silenceEndsOn }) => silenceEndsOn ?? []);
  return ends.length > 0 && ends.length === complainants.length ? ends.sort().at(-1)! : null;
}

/** Ends the case by the silence of its complainant, who can come back for some days. */
export function deemedWithdrawn(partyId: Id | null, deciding: Deciding): AnyNewCaseEvent {
  const windowEndsOn = daysFromToday(deciding, deciding.policy.returnWorkingDays);
  return newEvent('CaseWithdrawn', { outcome: 'DEEMED_WITHDRAWN', partyId, reason: null, windowEndsOn });
}

/** A case that has ended hears nobody but the complainant whose silence ended it, for some days. */
export const wordBlockers: Guard = (state, asking) => {
  if (state.stage !== 'WITHDRAWN') return [];
  const { withdrawnFrom, windowEndsOn } = state;
  const mayReturn = withdrawnFrom !== null && windowEndsOn !== null && asking.actor.role === 'COMPLAINANT';
  if (!mayReturn) return blockedIf(true, 'WRONG_STAGE', [state.id]);
  return passed('WINDOW_PASSED', windowEndsOn, [state.id], asking);
};

/** What a word means to a case that ended by silence: its complainant brings it back. Nothing, in any other stage. */
export function comeback(state: CaseState, deciding: Deciding): AnyNewCaseEvent[] {
  if (state.stage !== 'WITHDRAWN') return [];
  const { stage } = state.withdrawnFrom!;
  return [newEvent('CaseReturned', { stage, ...owedAnew(state, stage, deciding) })];
}

/** What nobody could do while the case was withdrawn has its whole time again; an expert who was late before stays so. */
function owedAnew(state: CaseState, stage: CaseStage, deciding: Deciding): { dueOn: LocalDate | null; seatIds: Id[] } {
  const { admissionWorkingDays, opinionWorkingDays } = deciding.policy;
  if (stage === 'SECOND_REQUESTED') return { dueOn: daysFromToday(deciding, admissionWorkingDays), seatIds: [] };
  if (stage !== 'EXPERT_REVIEW') return { dueOn: null, seatIds: [] };
  const withdrawnOn = latestClock(state.clocks, 'OVERALL')!.spans.at(-1)!.toOn!;
  const awaited = seatedIn(state).filter(({ opinion, opinionDueOn }) => !opinion && opinionDueOn! >= withdrawnOn);
  return { dueOn: daysFromToday(deciding, opinionWorkingDays), seatIds: awaited.map(({ id }) => id) };
}

export const silenceEvolution: Evolution = {
  PartyUnreachable(state, { payload }) {
    const { partyId, silenceEndsOn } = payload;
    const party = state.parties.find((each) => each.id === partyId)!;
    Object.assign(party, { isUnreachable: true, silenceEndsOn });
  },
  PartyReached(state, { payload }) {
    const party = state.parties.find((each) => each.id === payload.partyId)!;
    Object.assign(party, { isUnreachable: false, silenceEndsOn: null });
  },
  CaseReturned(state, { payload }) {
    const { stage, windowEndsOn } = state.withdrawnFrom!;
    const { dueOn = null, seatIds = [] } = payload;
    if (dueOn && stage === 'SECOND_REQUESTED') state.secondNegotiation!.dueOn = dueOn;
    for (const seat of state.seats) if (seatIds.includes(seat.id)) seat.opinionDueOn = dueOn;
    Object.assign(state, { stage, windowEndsOn, outcome: null, withdrawnFrom: null });
    const round = state.rounds.at(-1);
    const isNegotiating = stage === 'NEGOTIATING' || stage === 'SECOND_NEGOTIATING';
    if (isNegotiating && round) Object.assign(round, { closedAt: null, result: null });
  },
};
