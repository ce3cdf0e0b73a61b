import { assignmentTo } from './assignment.js';
import { newEvent } from './case-event.js';
import type { CaseState, Id, Instant, TextRef } from './case.js';
import type { Outcome } from './classification.js';
import { endSecondNegotiation, windowLapsedMeanwhile } from './closing.js';
import { daysFromToday } from './decision.js';
import type { Decision } from './decision.js';
import { blocked, blockedBy, requireText } from './domain-error.js';
import type { Blocker } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { hasDerivedConflict, seatedIn } from './expert-panel.js';
import { closeRound } from './negotiation-round.js';
import { openObjections, requireWindow, windowEndOf } from './objection.js';
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

export const requestSecondNegotiation: Decision<{ grounds: string }> = (state, input, deciding) => {
  if (state.secondNegotiation) throw blocked('SECOND_USED', [state.id]);
  // An open objection suspends the window.
  if (openObjections(state).length === 0) requireWindow(windowEndOf(state), deciding);
  const grounds = deciding.text(requireText('input.grounds', input.grounds));
  const dueOn = daysFromToday(deciding, deciding.policy.admissionWorkingDays);
  return [newEvent('SecondNegotiationRequested', { partyId: deciding.actor.partyId!, grounds, dueOn })];
};

export const refuseSecondNegotiation: Decision<{ reason: string }> = (state, input, deciding) => {
  const reason = deciding.text(requireText('input.reason', input.reason));
  return [newEvent('SecondNegotiationRefused', { reason }), ...windowLapsedMeanwhile(state, deciding)];
};

export const withdrawSecondNegotiation: Decision<{ reason?: string | null }> = (state, input, deciding) => {
  const { partyId } = state.secondNegotiation!;
  if (partyId !== deciding.actor.partyId) throw blocked('NOT_THE_REQUESTER', [partyId]);
  const reason = input.reason ? deciding.text(requireText('input.reason', input.reason)) : null;
  return endSecondNegotiation(state, reason, deciding);
};

/** Opens the review: an odd panel without conflicts of interest, and a handler new to the case who leads it. */
export const admitSecondNegotiation: Decision<{ handlerId?: Id | null }> = (state, input, deciding) => {
  const seats = seatedIn(state);
  const blockers: Blocker[] = [];
  const block = (code: Blocker['code'], subjects: { id: Id }[]) => {
    if (subjects.length > 0) blockers.push({ code, subjectIds: subjects.map(({ id }) => id) });
  };
  const isOddPanel = seats.length >= deciding.policy.panelLeastSize && seats.length % 2 === 1;
  if (!isOddPanel) block('PANEL_INCOMPLETE', [state]);
  block(
    'CONFLICT_UNDECLARED',
    seats.filter((seat) => seat.status !== 'CLEAR'),
  );
  block(
    'EXPERT_CONFLICT',
    seats.filter((seat) => hasDerivedConflict(state, seat.expertId)),
  );
  const handlerId = input.handlerId ?? state.handlerId;
  const isNew = handlerId !== null && !state.secondNegotiation!.handledBefore.includes(handlerId);
  if (!isNew) block('HANDLED_BEFORE', [{ id: handlerId ?? state.id }]);
  if (blockers.length > 0) throw blockedBy(blockers);
  const opinionDueOn = daysFromToday(deciding, deciding.policy.opinionWorkingDays);
  const panel = seats.map((seat) => seat.number);
  return [
    ...(handlerId === state.handlerId ? [] : [assignmentTo(state, handlerId!, false, deciding)]),
    newEvent('SecondNegotiationAdmitted', { panel, opinionDueOn }),
  ];
};

function returned(state: CaseState, status: SecondNegotiationStatus, reason: TextRef | null, at: Instant): void {
  closeRound(state, 'ADJOURNED', at);
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
