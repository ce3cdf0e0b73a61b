import type { CommandName } from './permission.js';

export const caseStages = [
  'SUBMITTED',
  'ACCEPTED',
  'INVESTIGATING',
  'NEGOTIATING',
  'EXECUTING',
  'RESOLVED',
  'CLOSED',
  'REJECTED',
  'WITHDRAWN',
  'IMPASSE',
  'SECOND_REQUESTED',
  'EXPERT_REVIEW',
  'SECOND_NEGOTIATING',
  'UNRESOLVED',
] as const;
export type CaseStage = (typeof caseStages)[number];

/** Stages in which a case is still worked on. */
export const openStages = [
  'SUBMITTED',
  'ACCEPTED',
  'INVESTIGATING',
  'NEGOTIATING',
  'IMPASSE',
  'EXECUTING',
  'SECOND_REQUESTED',
  'EXPERT_REVIEW',
  'SECOND_NEGOTIATING',
] as const satisfies CaseStage[];

export function isOpen(stage: CaseStage): boolean {
  return (openStages as readonly CaseStage[]).includes(stage);
}

const openOrResolved: readonly CaseStage[] = [...openStages, 'RESOLVED'];
/** A complainant whose silence ended the case comes back by a word. */
const mayComeBack: readonly CaseStage[] = [...openOrResolved, 'WITHDRAWN'];
/** Stages in which parties are heard: evidence is asked for and looked at, and meetings are held. */
export const hearing: readonly CaseStage[] = ['INVESTIGATING', 'NEGOTIATING', 'EXPERT_REVIEW', 'SECOND_NEGOTIATING'];
const negotiating: readonly CaseStage[] = ['NEGOTIATING', 'SECOND_NEGOTIATING'];
/** Terms run in EXECUTING; those of a partial settlement run beside every other stage. */
const whileTermsRun: readonly CaseStage[] = caseStages;

/** Where each command is legal (product page, Stages); any other stage is GUARD_FAILED with WRONG_STAGE. */
export const stagesOfCommand: Record<Exclude<CommandName, 'submitCase'>, readonly CaseStage[]> = {
  acceptCase: ['SUBMITTED'],
  rejectCase: ['SUBMITTED'],
  requestClarification: ['SUBMITTED'],
  answerClarification: ['SUBMITTED'],
  amendCase: ['SUBMITTED'],
  assignCase: openStages,
  reclassifyCase: openStages,
  fastTrack: ['ACCEPTED'],
  leaveFastTrack: ['SUBMITTED', 'ACCEPTED'],
  startInvestigation: ['ACCEPTED'],
  planInvestigationStep: ['INVESTIGATING'],
  completeInvestigationStep: ['INVESTIGATING'],
  waiveInvestigationStep: ['INVESTIGATING'],
  recordFinding: ['INVESTIGATING'],
  concludeInvestigation: ['INVESTIGATING'],
  requestEvidence: hearing,
  createEvidenceUpload: mayComeBack,
  submitEvidence: mayComeBack,
  // Beside a hearing for late evidence that waits for its answer.
  reviewEvidence: caseStages,
  scheduleMeeting: hearing,
  rescheduleMeeting: hearing,
  respondToMeeting: hearing,
  recordMeeting: hearing,
  cancelMeeting: hearing,
  postMessage: mayComeBack,
  addNote: openStages,
  recordContactAttempt: openStages,
  // And while what was agreed is carried out, plans to their last payment.
  revealPersonalData: [...openOrResolved, 'CLOSED'],
  addParty: openStages,
  statePosition: openStages,
  openRound: ['NEGOTIATING'],
  makeProposal: negotiating,
  acceptProposal: negotiating,
  declineProposal: negotiating,
  withdrawProposal: negotiating,
  allowCompensation: openStages,
  declareImpasse: ['NEGOTIATING'],
  fulfilTerm: whileTermsRun,
  confirmTerm: whileTermsRun,
  contestTerm: whileTermsRun,
  recordMovement: whileTermsRun,
  // Until the last payment of a plan, whatever becomes of the case.
  recordInstalment: caseStages,
  updateOrderStatus: whileTermsRun,
  takeMeasure: openStages,
  liftMeasure: openStages,
  confirmResult: ['IMPASSE', 'RESOLVED'],
  referCase: ['IMPASSE', 'SECOND_NEGOTIATING', 'UNRESOLVED'],
  closeUnresolved: ['IMPASSE', 'SECOND_NEGOTIATING'],
  withdrawCase: openStages.filter((stage) => stage !== 'EXECUTING'),
  closeCase: ['RESOLVED'],
  rateCase: ['RESOLVED', 'CLOSED', 'UNRESOLVED'],
  deepenInvestigation: ['IMPASSE', 'NEGOTIATING'],
  raiseObjection: [...openOrResolved, 'REJECTED', 'UNRESOLVED'],
  withdrawObjection: caseStages,
  decideObjection: caseStages,
  reopenCase: ['RESOLVED', 'CLOSED', 'UNRESOLVED', 'REJECTED'],
  sampleCases: ['CLOSED'],
  recordReview: ['CLOSED'],
  reportDefault: ['EXECUTING', 'RESOLVED', 'CLOSED'],
  requestSecondNegotiation: ['IMPASSE', 'RESOLVED'],
  withdrawSecondNegotiation: ['SECOND_REQUESTED'],
  refuseSecondNegotiation: ['SECOND_REQUESTED'],
  admitSecondNegotiation: ['SECOND_REQUESTED'],
  appointExpert: ['SECOND_REQUESTED', 'EXPERT_REVIEW'],
  declareConflict: ['SECOND_REQUESTED', 'EXPERT_REVIEW'],
  replaceExpert: ['SECOND_REQUESTED', 'EXPERT_REVIEW'],
  submitOpinion: ['EXPERT_REVIEW'],
  revealOpinions: ['EXPERT_REVIEW'],
};
