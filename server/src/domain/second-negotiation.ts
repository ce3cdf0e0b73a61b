import { assignmentTo } from './assignment.js';
import { newEvent } from './case-event.js';
import type { CaseState, Id, Instant, TextRef } from './case.js';
import type { Outcome } from './classification.js';
import { endSecondNegotiation } from './closing.js';
import { daysFromToday } from './decision.js';
import type { Decision } from './decision.js';
import { blocked, requireNone, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { hasDerivedConflict, releaseSeats, seatedIn } from './expert-panel.js';
import { blockedIf, passed } from './guard.js';
import type { Guard } from './guard.js';
import { closeRound } from './negotiation-round.js';
import { isWindowSuspended, windowEndOf } from './objection.js';
import type { LocalDate } from './working-calendar.js';

export const secondNegotiationStatuses = ['REQUESTED', 'REFUSED', 'WITHDRAWN', 'ADMITTED'] as const;
export type SecondNegotiationStatus = (typeof secondNegotiationStatuses)[number];

/** Expert review and a final round, once a case. */
export interface SecondNegotiation {
  partyId: Id;
  grounds: TextRef;
  /** Where the case came from, and returns to when this ends without a result. */
  from: 'IMPASSE' | 'RESOLVED';
  outcomeBefore: Outcome | null;
  status: SecondNegotiationStatus;
  requestedAt: Instant;
  /** By when it is to be admitted or refused. */
  dueOn: LocalDate;
  reason: TextRef | null;
  /** Who had a hand in round one: none of them leads this, or sits on the panel. */
  handledBefore: Id[];
  /** The numbers of the seats that give an opinion. */
  panel: number[];
}

/** Once a case, and inside the window, which an open objection suspends. */
export const requestBlockers: Guard = (state, asking) => {
  if (state.secondNegotiation) return blockedIf(true, 'SECOND_USED', [state.id]);
  if (isWindowSuspended(state)) return [];
  return passed('WINDOW_PASSED', windowEndOf(state), [state.id], asking);
};

export const requestSecondNegotiation: Decision<{ grounds: string }> = (_state, input, deciding) => {
  const grounds = deciding.text(requireText('input.grounds', input.grounds));
  const dueOn = daysFromToday(deciding, deciding.policy.admissionWorkingDays);
  return [newEvent('SecondNegotiationRequested', { partyId: deciding.actor.partyId!, grounds, dueOn })];
};

export const refuseSecondNegotiation: Decision<{ reason: string }> = (state, input, deciding) => {
  const reason = deciding.text(requireText('input.reason', input.reason));
  return [newEvent('SecondNegotiationRefused', { reason })];
};

/** Whoever asked for it can give it up. */
export const secondWithdrawalBlockers: Guard = ({ secondNegotiation }, { actor }) => {
  const { partyId } = secondNegotiation!;
  return blockedIf(partyId !== actor.partyId, 'NOT_THE_REQUESTER', [partyId]);
};

export const withdrawSecondNegotiation: Decision<{ reason?: string | null }> = (state, input, deciding) => {
  const reason = input.reason ? deciding.text(requireText('input.reason', input.reason)) : null;
  return endSecondNegotiation(state, reason, deciding);
};

/** An odd panel without conflicts of interest. */
export const admissionBlockers: Guard = (state, { policy, tiedPersonIds }) => {
  const seats = seatedIn(state);
  const isOddPanel = seats.length >= policy.panelLeastSize && seats.length % 2 === 1;
  const undeclared = seats.filter((seat) => seat.status !== 'CLEAR').map((seat) => seat.id);
  const tied = seats
    .map((seat) => seat.expertId)
    .filter((expertId) => hasDerivedConflict(state, expertId) || tiedPersonIds.includes(expertId));
  return [
    ...blockedIf(!isOddPanel, 'PANEL_INCOMPLETE', [state.id]),
    ...blockedIf(undeclared.length > 0, 'CONFLICT_UNDECLARED', undeclared),
    ...blockedIf(tied.length > 0, 'EXPERT_CONFLICT', tied),
  ];
};

/** Opens the review, led by a handler who is new to the case. */
export const admitSecondNegotiation: Decision<{ handlerId?: Id | null }> = (state, input, deciding) => {
  const handlerId = input.handlerId ?? state.handlerId;
  if (handlerId === null) throw blocked('HANDLED_BEFORE', []);
  const { handledBefore } = state.secondNegotiation!;
  const notNew = blockedIf(handledBefore.includes(handlerId), 'HANDLED_BEFORE', [handlerId]);
  const isStaying = handlerId === state.handlerId;
  if (isStaying) requireNone(notNew);
  const opinionDueOn = daysFromToday(deciding, deciding.policy.opinionWorkingDays);
  const panel = seatedIn(state).map((seat) => seat.number);
  return [
    ...(isStaying ? [] : [assignmentTo(state, handlerId, false, deciding, notNew)]),
    newEvent('SecondNegotiationAdmitted', { panel, opinionDueOn }),
  ];
};

function returned(state: CaseState, status: SecondNegotiationStatus, reason: TextRef | null, at: Instant): void {
  closeRound(state, 'ADJOURNED', at);
  releaseSeats(state);
  Object.assign(state.secondNegotiation!, { status, reason: reason && { ...reason } });
  state.stage = state.secondNegotiation!.from;
  state.outcome = state.secondNegotiation!.outcomeBefore;
}

export const secondNegotiationEvolution: Evolution = {
  SecondNegotiationRequested(state, { payload, at }) {
    const { partyId, grounds, dueOn } = payload;
    state.secondNegotiation = {
      partyId,
      grounds: { ...grounds },
      from: state.stage === 'RESOLVED' ? 'RESOLVED' : 'IMPASSE',
      outcomeBefore: state.outcome,
      status: 'REQUESTED',
      requestedAt: at,
      dueOn,
      reason: null,
      handledBefore: [...state.handledBy],
      panel: [],
    };
    Object.assign(state, { stage: 'SECOND_REQUESTED', outcome: null });
  },
  SecondNegotiationRefused(state, { payload, at }) {
    returned(state, 'REFUSED', payload.reason, at);
  },
  SecondNegotiationWithdrawn(state, { payload, at }) {
    returned(state, 'WITHDRAWN', payload.reason, at);
  },
  SecondNegotiationAdmitted(state, { payload, at }) {
    const second = state.secondNegotiation!;
    second.status = 'ADMITTED';
    second.panel = [...payload.panel];
    // Nobody from round one leads the case from now on.
    state.barredHandlerIds = [...new Set([...state.barredHandlerIds, ...second.handledBefore])];
    for (const seat of seatedIn(state)) Object.assign(seat, { askedAt: at, opinionDueOn: payload.opinionDueOn });
    state.stage = 'EXPERT_REVIEW';
  },
};
