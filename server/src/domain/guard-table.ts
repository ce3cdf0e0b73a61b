import { fastTrackBlockers, trackBlockers } from './acceptance.js';
import { assignmentBlockers } from './assignment.js';
import { answerBlockers, questionBlockers, takingOnBlockers } from './clarification.js';
import { closingBlockers, confirmationBlockers, unresolvedBlockers } from './closing.js';
import { defaultBlockers } from './default.js';
import { reviewBlockers } from './evidence.js';
import { opinionBlockers, revelationBlockers } from './expert-opinion.js';
import { appointmentBlockers, replacementBlockers } from './expert-panel.js';
import { contestBlockers, fulfilmentBlockers, termConfirmationBlockers } from './fulfilment.js';
import type { Guard } from './guard.js';
import { instalmentBlockers } from './instalment.js';
import { conclusionBlockers, deepeningBlockers, stepBlockers } from './investigation.js';
import { liftBlockers, takingBlockers } from './measure.js';
import { invitationBlockers, meetingBlockers } from './meeting.js';
import { movementBlockers } from './movement.js';
import { decisionBlockers, objectionBlockers, objectionWithdrawalBlockers } from './objection.js';
import type { CommandName } from './permission.js';
import { acceptanceBlockers, declineBlockers, proposalWithdrawalBlockers } from './proposal.js';
import { ratingBlockers } from './rating.js';
import { referralBlockers } from './referral.js';
import { reopeningBlockers } from './reopening.js';
import { recordingBlockers, samplingBlockers } from './review.js';
import { admissionBlockers, requestBlockers, secondWithdrawalBlockers } from './second-negotiation.js';
import { wordBlockers } from './silence.js';
import { termBlockers } from './term.js';
import { orderBlockers } from './transaction.js';
import { withdrawalBlockers } from './withdrawal.js';

/**
 * What blocks a command in a stage where it is legal, whatever its input says; one that is not named here is not blocked.
 * `perform` asks before the rule decides and `availableActions` tells it, so both give the same answer.
 */
export const guardOfCommand: Partial<Record<CommandName, Guard>> = {
  acceptCase: takingOnBlockers,
  rejectCase: takingOnBlockers,
  requestClarification: questionBlockers,
  answerClarification: answerBlockers,
  assignCase: assignmentBlockers,
  fastTrack: fastTrackBlockers,
  leaveFastTrack: trackBlockers,
  concludeInvestigation: conclusionBlockers,
  deepenInvestigation: deepeningBlockers,
  submitEvidence: wordBlockers,
  postMessage: wordBlockers,
  updateOrderStatus: orderBlockers,
  makeProposal: termBlockers,
  confirmResult: confirmationBlockers,
  closeUnresolved: unresolvedBlockers,
  withdrawCase: withdrawalBlockers,
  closeCase: closingBlockers,
  rateCase: ratingBlockers,
  sampleCases: samplingBlockers,
  recordReview: recordingBlockers,
  requestSecondNegotiation: requestBlockers,
  withdrawSecondNegotiation: secondWithdrawalBlockers,
  admitSecondNegotiation: admissionBlockers,
  appointExpert: appointmentBlockers,
  submitOpinion: opinionBlockers,
  revealOpinions: revelationBlockers,
};

/**
 * The same of commands that name one of several things: blocked when each of them is. The rule judges the one that is
 * named, by what blocks it here.
 */
export const choiceGuardOfCommand: Partial<Record<CommandName, Guard>> = {
  completeInvestigationStep: stepBlockers,
  waiveInvestigationStep: stepBlockers,
  reviewEvidence: reviewBlockers,
  rescheduleMeeting: meetingBlockers,
  respondToMeeting: invitationBlockers,
  recordMeeting: meetingBlockers,
  cancelMeeting: meetingBlockers,
  acceptProposal: acceptanceBlockers,
  declineProposal: declineBlockers,
  withdrawProposal: proposalWithdrawalBlockers,
  fulfilTerm: fulfilmentBlockers,
  confirmTerm: termConfirmationBlockers,
  contestTerm: contestBlockers,
  recordMovement: movementBlockers,
  recordInstalment: instalmentBlockers,
  reportDefault: defaultBlockers,
  takeMeasure: takingBlockers,
  liftMeasure: liftBlockers,
  referCase: referralBlockers,
  raiseObjection: objectionBlockers,
  withdrawObjection: objectionWithdrawalBlockers,
  decideObjection: decisionBlockers,
  reopenCase: reopeningBlockers,
  replaceExpert: replacementBlockers,
};

/** Commands that have a last day: once it is over, and nothing else stands in the way, they are DEADLINE_PASSED. */
export const commandsWithLastDay: readonly CommandName[] = [
  'acceptCase',
  'rejectCase',
  'answerClarification',
  'postMessage',
  'submitEvidence',
  'respondToMeeting',
  'makeProposal',
  'acceptProposal',
  'declineProposal',
  'withdrawProposal',
  'contestTerm',
  'raiseObjection',
  'requestSecondNegotiation',
  'submitOpinion',
];
