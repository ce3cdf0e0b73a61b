import type { CaseState } from './case.js';
import { openClarification } from './clarification.js';
import { latestClock, readClock } from './clock.js';
import type { ClockKind } from './clock.js';
import type { Asking } from './decision.js';
import { seatOf } from './expert-panel.js';
import { unpaidOf } from './instalment.js';
import { isWindowSuspended, openObjections, windowEndOf } from './objection.js';
import type { CommandName } from './permission.js';
import { isToDo } from './settlement.js';
import { shanghaiDate } from './working-calendar.js';
import type { LocalDate } from './working-calendar.js';

type LastDay = (state: CaseState, asking: Asking) => LocalDate | null;

/** The due date of a clock that runs. */
const clockDue =
  (...kinds: ClockKind[]): LastDay =>
  ({ clocks }, { calendar, today }) => {
    const running = kinds
      .map((kind) => latestClock(clocks, kind))
      .find((clock) => clock?.state === 'RUNNING' || clock?.state === 'PAUSED');
    return running ? readClock(calendar, running, today).dueOn : null;
  };

function earliest(dates: readonly (LocalDate | null)[]): LocalDate | null {
  return dates.flatMap((date) => date ?? []).sort()[0] ?? null;
}

const response = clockDue('RESPONSE');
const investigation = clockDue('INVESTIGATION');
const negotiation = clockDue('SECOND_NEGOTIATION', 'FIRST_NEGOTIATION');

/** Out of the stages that have one; an open objection suspends it. */
const window: LastDay = (state) => (isWindowSuspended(state) ? null : windowEndOf(state));

const expiry: LastDay = ({ proposals }) =>
  earliest(proposals.filter(({ status }) => status === 'LIVE').map(({ expiresOn }) => expiresOn));

const evidenceDue: LastDay = (state, { actor }) => {
  const asked = state.evidenceRequests.filter(
    ({ status, fromPartyId }) => status === 'OPEN' && fromPartyId === actor.partyId,
  );
  return state.stage === 'WITHDRAWN' ? state.windowEndsOn : earliest(asked.map(({ dueOn }) => dueOn));
};

/** Late evidence of a party that waits for its answer. */
const reviewDue: LastDay = ({ evidence }) =>
  earliest(evidence.filter(({ review }) => review === null).map(({ answerDueOn }) => answerDueOn));

const debtDue: LastDay = ({ terms }, { actor }) =>
  earliest(
    terms
      .filter(({ status }) => status === 'OPEN' || status === 'CONTESTED')
      .filter(({ obligorId }) => actor.partyId === null || obligorId === actor.partyId)
      .map(({ dueOn }) => dueOn),
  );

const claimDue: LastDay = ({ terms }, { actor }) =>
  earliest(
    terms
      .filter(({ beneficiaryId }) => beneficiaryId === actor.partyId)
      .flatMap(({ uncontestedOn, instalments }) => [uncontestedOn, ...instalments.map((each) => each.uncontestedOn)]),
  );

const admission: LastDay = ({ stage, secondNegotiation }) =>
  stage === 'SECOND_REQUESTED' ? secondNegotiation!.dueOn : null;

const opinion: LastDay = (state, { actor }) => seatOf(state, actor.personId!)?.opinionDueOn ?? null;

/** Until when each command can or should be given; one that is not named here has no last day. */
export const deadlineOfCommand: Partial<Record<CommandName, LastDay>> = {
  acceptCase: response,
  rejectCase: response,
  requestClarification: response,
  answerClarification: (state) => openClarification(state)?.dueOn ?? null,
  fastTrack: clockDue('SIMPLE'),
  startInvestigation: investigation,
  completeInvestigationStep: investigation,
  waiveInvestigationStep: investigation,
  recordFinding: investigation,
  concludeInvestigation: investigation,
  submitEvidence: evidenceDue,
  reviewEvidence: reviewDue,
  postMessage: ({ stage, windowEndsOn }) => (stage === 'WITHDRAWN' ? windowEndsOn : null),
  respondToMeeting: ({ meetings }, { now }) =>
    earliest(
      meetings
        .filter(({ status, scheduledAt }) => status === 'SCHEDULED' && scheduledAt > now)
        .map(({ scheduledAt }) => shanghaiDate(new Date(scheduledAt))),
    ),
  openRound: negotiation,
  declareImpasse: negotiation,
  makeProposal: negotiation,
  acceptProposal: expiry,
  declineProposal: expiry,
  fulfilTerm: debtDue,
  recordMovement: ({ terms }) => earliest(terms.filter(isToDo).map(({ dueOn }) => dueOn)),
  confirmTerm: claimDue,
  contestTerm: claimDue,
  recordInstalment: ({ terms }, { actor }) =>
    earliest(
      terms
        .filter(({ obligorId }) => actor.partyId === null || obligorId === actor.partyId)
        .flatMap((term) => unpaidOf(term).map(({ dueOn }) => dueOn)),
    ),
  liftMeasure: ({ measures }, { today }) =>
    earliest(measures.filter(({ liftedAt, endsOn }) => !liftedAt && endsOn >= today).map(({ endsOn }) => endsOn)),
  confirmResult: window,
  requestSecondNegotiation: window,
  closeUnresolved: (state, asking) => (state.stage === 'IMPASSE' ? window : negotiation)(state, asking),
  raiseObjection: ({ windowEndsOn }) => windowEndsOn,
  decideObjection: (state) => earliest(openObjections(state).map(({ dueOn }) => dueOn)),
  appointExpert: admission,
  admitSecondNegotiation: admission,
  refuseSecondNegotiation: admission,
  declareConflict: (state, asking) => admission(state, asking) ?? opinion(state, asking),
  submitOpinion: opinion,
  revealOpinions: negotiation,
};
