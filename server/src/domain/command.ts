import { acceptCase, fastTrack, leaveFastTrack, reclassifyCase, rejectCase } from './acceptance.js';
import { assignCase, offered, released } from './assignment.js';
import { paymentChecked, puttingRight } from './automatic-check.js';
import type { KnownPayment } from './automatic-check.js';
import { calendarRevised } from './calendar-revision.js';
import type { Revision } from './calendar-revision.js';
import type { AnyCaseEvent, Actor, ActorRole } from './case-event.js';
import { partyOf } from './case.js';
import type { CaseState, Deadline, PartySide, TextRef } from './case.js';
import { amendCase, answerClarification, requestClarification } from './clarification.js';
import { closeCase, closeUnresolved, confirmResult } from './closing.js';
import { allowCompensation } from './compensation.js';
import { lapse } from './deadline.js';
import type { Deciding, Decision } from './decision.js';
import { reportDefault } from './default.js';
import { DomainError, badInput, blocked, requireNone, requireText } from './domain-error.js';
import { recordContactAttempt } from './contact-attempt.js';
import { revealPersonalData } from './contact-data.js';
import { requestEvidence, reviewEvidence, submitEvidence } from './evidence.js';
import { record } from './evolve.js';
import { revealOpinions, submitOpinion } from './expert-opinion.js';
import { appointExpert, declareConflict, replaceExpert } from './expert-panel.js';
import { filerRole, submitCase } from './filing.js';
import type { SubmitCase, TransactionRecord } from './filing.js';
import { confirmTerm, contestTerm, fulfilTerm } from './fulfilment.js';
import { guardOfCommand } from './guard-table.js';
import { recordInstalment } from './instalment.js';
import {
  completeInvestigationStep,
  concludeInvestigation,
  deepenInvestigation,
  planInvestigationStep,
  recordFinding,
  startInvestigation,
  waiveInvestigationStep,
} from './investigation.js';
import { firstAid, liftMeasure, takeMeasure } from './measure.js';
import { cancelMeeting, recordMeeting, rescheduleMeeting, respondToMeeting, scheduleMeeting } from './meeting.js';
import { postMessage } from './message.js';
import { recordMovement } from './movement.js';
import { declareImpasse, openRound } from './negotiation-round.js';
import { addNote } from './note.js';
import { addParty, statePosition } from './party.js';
import { decideObjection } from './objection-decision.js';
import { raiseObjection, withdrawObjection } from './objection.js';
import { capacitiesIn, capacityFor, needsReason } from './permission.js';
import type { Capacity, CommandName, Person } from './permission.js';
import { acceptProposal, declineProposal, makeProposal, withdrawProposal } from './proposal.js';
import { rateCase } from './rating.js';
import { referCase } from './referral.js';
import { recordReview, sampleCases } from './review.js';
import { reopenCase } from './reopening.js';
import {
  admitSecondNegotiation,
  refuseSecondNegotiation,
  requestSecondNegotiation,
  withdrawSecondNegotiation,
} from './second-negotiation.js';
import { stagesOfCommand } from './stage.js';
import { updateOrderStatus } from './transaction.js';
import { withdrawCase } from './withdrawal.js';

/** Every command on a case that exists, with the rule that decides it. */
export const decisionOfCommand = {
  acceptCase,
  rejectCase,
  requestClarification,
  answerClarification,
  amendCase,
  assignCase,
  reclassifyCase,
  fastTrack,
  leaveFastTrack,
  startInvestigation,
  planInvestigationStep,
  completeInvestigationStep,
  waiveInvestigationStep,
  recordFinding,
  concludeInvestigation,
  requestEvidence,
  submitEvidence,
  reviewEvidence,
  scheduleMeeting,
  rescheduleMeeting,
  respondToMeeting,
  recordMeeting,
  cancelMeeting,
  postMessage,
  addNote,
  recordContactAttempt,
  revealPersonalData,
  addParty,
  statePosition,
  openRound,
  makeProposal,
  acceptProposal,
  declineProposal,
  withdrawProposal,
  allowCompensation,
  declareImpasse,
  fulfilTerm,
  confirmTerm,
  contestTerm,
  recordMovement,
  recordInstalment,
  updateOrderStatus,
  takeMeasure,
  liftMeasure,
  confirmResult,
  referCase,
  closeUnresolved,
  withdrawCase,
  closeCase,
  rateCase,
  deepenInvestigation,
  raiseObjection,
  withdrawObjection,
  decideObjection,
  reopenCase,
  sampleCases,
  recordReview,
  reportDefault,
  requestSecondNegotiation,
  withdrawSecondNegotiation,
  refuseSecondNegotiation,
  admitSecondNegotiation,
  appointExpert,
  declareConflict,
  replaceExpert,
  submitOpinion,
  revealOpinions,
} satisfies Record<ChangingCommand, Decision<never>>;

/** A command that changes a case; submitCase makes one, createEvidenceUpload leaves it as it is. */
export type ChangingCommand = Exclude<CommandName, 'submitCase' | 'createEvidenceUpload'>;
export type InputOf<C extends ChangingCommand> = Parameters<(typeof decisionOfCommand)[C]>[1];

/** Commands that only add something: they never fail on a version. */
export const additive: readonly CommandName[] = [
  'postMessage',
  'submitEvidence',
  'submitOpinion',
  'addNote',
  'recordContactAttempt',
  'rateCase',
];

/** Everything a decision may look at but who acts. */
export type Moment = Omit<Deciding, 'actor'>;

export interface Act<C extends ChangingCommand = ChangingCommand> {
  command: C;
  input: InputOf<C>;
  person: Person;
  expectedVersion?: number | null;
}

/** Refuses a person who cannot see the case (NOT_FOUND) or may not do this in it (FORBIDDEN); answers in what capacity they may. */
export function authorize(state: CaseState, command: CommandName, person: Person): Capacity {
  const capacities = capacitiesIn(state, person);
  if (capacities.length === 0) throw new DomainError('NOT_FOUND', 'no such case', { path: 'input.caseId' });
  const capacity = capacityFor(command, capacities);
  if (!capacity) throw new DomainError('FORBIDDEN', `${command} is not open to you in this case`);
  return capacity;
}

/** Refuses who saw another version of the case, unless the command only adds. */
export function requireVersion(state: CaseState, command: CommandName, expected: number | null): void {
  if (expected === null || expected === state.version || additive.includes(command)) return;
  throw new DomainError('VERSION_CONFLICT', `the case is at version ${state.version}`, {
    currentVersion: state.version,
  });
}

/**
 * Does what a person asks of a case: role, version, stage, then the rule; changes `state` in place and answers the events.
 * A refusal is a DomainError and changes nothing.
 */
export function perform<C extends ChangingCommand>(state: CaseState, act: Act<C>, moment: Moment): AnyCaseEvent[] {
  const { command, input, person } = act;
  const capacity = authorize(state, command, person);
  requireVersion(state, command, act.expectedVersion ?? null);
  const actor = actorIn(state, capacity, person);
  if (!stagesOfCommand[command].includes(state.stage)) throw blocked('WRONG_STAGE', [state.id]);
  requireNone(guardOfCommand[command]?.(state, { ...moment, actor }) ?? []);
  const reason = reasonOf(command, capacity, input, moment);
  const deciding: Deciding = { ...moment, actor: { ...actor, reason } };
  const decide = decisionOfCommand[command] as Decision<InputOf<C>>;
  return record(state, decide(state, input, deciding), deciding);
}

/** Files a case into `state`, a case before its first event, gives the first aid that it calls for, and answers the events. */
export function performSubmit(
  state: CaseState,
  input: SubmitCase,
  person: Person,
  transaction: TransactionRecord | null,
  moment: Moment,
): AnyCaseEvent[] {
  const role = filerRole(input, person);
  const deciding: Deciding = { ...moment, actor: { personId: person.id, role, partyId: null, reason: null } };
  const decided = submitCase(input, person, transaction, deciding);
  const filed = decided.find((event) => event.type === 'CaseSubmitted')!;
  if (role === 'COMPLAINANT') deciding.actor.partyId = filed.payload.parties[0]!.id;
  const events = record(state, decided, deciding);
  const byPlatform: Deciding = { ...moment, actor: platform };
  return [...events, ...record(state, firstAid(state, byPlatform), byPlatform)];
}

/** Lets a deadline that has passed act, on its due date whenever that is noticed. */
export function performLapse(state: CaseState, deadline: Deadline, moment: Moment): AnyCaseEvent[] {
  const deciding: Deciding = { ...moment, today: deadline.dueOn, actor: platform };
  return record(state, lapse(state, deadline, deciding), deciding);
}

/** Lets a newer version of the calendar count, from the day it was published. */
export function performRevision(state: CaseState, revision: Revision, moment: Moment): AnyCaseEvent[] {
  const deciding: Deciding = { ...moment, ...revision, actor: platform };
  return record(state, calendarRevised(state, revision), deciding);
}

/** Takes the case from a handler who left: it waits for another one at the top of the queue, and its clocks run on. */
export function performRelease(state: CaseState, moment: Moment): AnyCaseEvent[] {
  return record(state, [released(state)], { ...moment, actor: platform });
}

/** Gives the case to whom the rule picks, by the platform. */
export function performOffer(state: CaseState, moment: Moment): AnyCaseEvent[] {
  const deciding: Deciding = { ...moment, actor: platform };
  return record(state, [offered(state, deciding)], deciding);
}

/** Lets the records of a payment decide, as far as they are conclusive: the check, and what the platform does about what it found. */
export function performCheck(state: CaseState, payment: KnownPayment, moment: Moment): AnyCaseEvent[] {
  const deciding: Deciding = { ...moment, actor: platform };
  const events = record(state, paymentChecked(state, payment, deciding), deciding);
  return [...events, ...record(state, puttingRight(state, payment, deciding), deciding)];
}

/** The platform acting by itself. */
export const platform: Actor = { personId: null, role: 'SYSTEM', partyId: null, reason: null };

const roleOfCapacity: Record<Exclude<Capacity, PartySide | 'FORMER_PARTY' | 'MANAGER'>, ActorRole> = {
  HANDLER: 'HANDLER',
  QUEUE_HANDLER: 'HANDLER',
  SUPERVISOR: 'SUPERVISOR',
  IMPARTIAL_SUPERVISOR: 'SUPERVISOR',
  EXPERT: 'EXPERT',
  INTEGRATION: 'INTEGRATION',
};

/** Somebody acting in one of their capacities in the case. */
export function actorIn(state: CaseState, capacity: Capacity, { id: personId }: Person): Actor {
  const own = partyOf(state, personId);
  const role = own?.side ?? roleOfCapacity[capacity as keyof typeof roleOfCapacity];
  return { personId, role, partyId: own?.id ?? null, reason: null };
}

/** Why a supervisor acts in the handler's place. */
function reasonOf(command: ChangingCommand, capacity: Capacity, input: object, moment: Moment): TextRef | null {
  if (!needsReason(command, capacity)) return null;
  const given = 'reason' in input && typeof input.reason === 'string' ? input.reason : null;
  if (!given) throw badInput('input.reason', 'is needed when a supervisor acts in the handler’s place');
  return moment.text(requireText('input.reason', given));
}
