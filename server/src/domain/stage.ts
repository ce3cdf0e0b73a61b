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
const hearing: readonly CaseStage[] = ['INVESTIGATING', 'NEGOTIATING', 'EXPERT_REVIEW', 'SECOND_NEGOTIATING'];
const negotiating: readonly CaseStage[] = ['NEGOTIATING', 'SECOND_NEGOTIATING'];
/** Terms run in EXECUTING; those of a partial settlement run beside every other stage. */
const whileTermsRun: readonly CaseStage[] = [...openOrResolved, 'CLOSED', 'UNRESOLVED'];

/** Where each command is legal (product page, Stages); any other stage is GUARD_FAILED with WRONG_STAGE. */
export const stagesOfCommand: Record<Exclude<CommandName, 'submitCase'>, readonly CaseStage[]> = {
  acceptCase: ['SUBMITTED'],
  rejectCase: ['SUBMITTED'],
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
  submitEvidence: openOrResolved,
  scheduleMeeting: hearing,
  recordMeeting: hearing,
  postMessage: openOrResolved,
  openRound: ['NEGOTIATING'],
  makeProposal: negotiating,
  acceptProposal: negotiating,
  declineProposal: negotiating,
  withdrawProposal: negotiating,
  declareImpasse: ['NEGOTIATING'],
  fulfilTerm: whileTermsRun,
  confirmTerm: whileTermsRun,
  updateOrderStatus: whileTermsRun,
  takeMeasure: openStages,
  confirmResult: ['IMPASSE', 'RESOLVED'],
  referCase: ['IMPASSE', 'SECOND_NEGOTIATING', 'UNRESOLVED'],
  closeUnresolved: ['IMPASSE', 'SECOND_NEGOTIATING'],
  withdrawCase: openStages.filter((stage) => stage !== 'EXECUTING'),
  closeCase: ['RESOLVED'],
  deepenInvestigation: ['IMPASSE', 'NEGOTIATING'],
  raiseObjection: [...openOrResolved, 'REJECTED', 'UNRESOLVED'],
  withdrawObjection: caseStages,
  decideObjection: caseStages,
  reopenCase: ['RESOLVED', 'CLOSED', 'UNRESOLVED', 'REJECTED'],
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
