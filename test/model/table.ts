/** The stages and rights of a case as the product page has them, written down without a look at the code. */

const main = ['SUBMITTED', 'ACCEPTED', 'INVESTIGATING', 'NEGOTIATING', 'EXECUTING', 'RESOLVED', 'CLOSED'] as const;
export const stages = [
  ...main,
  'IMPASSE',
  'SECOND_REQUESTED',
  'EXPERT_REVIEW',
  'SECOND_NEGOTIATING',
  'REJECTED',
  'WITHDRAWN',
  'UNRESOLVED',
] as const;
export type Stage = (typeof stages)[number];

export const open: readonly Stage[] = [
  'SUBMITTED',
  'ACCEPTED',
  'INVESTIGATING',
  'NEGOTIATING',
  'IMPASSE',
  'EXECUTING',
  'SECOND_REQUESTED',
  'EXPERT_REVIEW',
  'SECOND_NEGOTIATING',
];
export const hearing: readonly Stage[] = ['INVESTIGATING', 'NEGOTIATING', 'EXPERT_REVIEW', 'SECOND_NEGOTIATING'];
const offering: readonly Stage[] = ['NEGOTIATING', 'SECOND_NEGOTIATING'];
const panel: readonly Stage[] = ['SECOND_REQUESTED', 'EXPERT_REVIEW'];
const words: readonly Stage[] = [...open, 'RESOLVED', 'WITHDRAWN'];

/** What somebody is in a case. `QUEUE` sees it unassigned; `IMPARTIAL` is a supervisor who never handled it, `SYSTEM` the one that filed it, `FORMER` a party that left. */
export type Hat =
  | 'COMPLAINANT'
  | 'RESPONDENT'
  | 'THIRD_PARTY'
  | 'FORMER'
  | 'HANDLER'
  | 'QUEUE'
  | 'SUPERVISOR'
  | 'IMPARTIAL'
  | 'EXPERT'
  | 'SYSTEM'
  | 'VIEWER';
const parties: readonly Hat[] = ['COMPLAINANT', 'RESPONDENT', 'THIRD_PARTY'];
/** Who has left still does, and is owed, what was agreed with it. */
const bound: readonly Hat[] = [...parties, 'FORMER'];
const boundOrHandler: readonly Hat[] = [...bound, 'HANDLER'];
const handling: readonly Hat[] = ['HANDLER', 'SUPERVISOR'];
const impartial: readonly Hat[] = ['IMPARTIAL'];
const partiesOrHandler: readonly Hat[] = [...parties, 'HANDLER'];
const anyWord: readonly Hat[] = [...partiesOrHandler, 'SYSTEM'];
const books: readonly Hat[] = ['HANDLER', 'SYSTEM'];

/** Every command on a case: in which stages it is legal, and for whom. */
const table = {
  requestClarification: [['SUBMITTED'], handling],
  answerClarification: [['SUBMITTED'], ['COMPLAINANT']],
  amendCase: [['SUBMITTED'], ['COMPLAINANT']],
  acceptCase: [['SUBMITTED'], handling],
  rejectCase: [['SUBMITTED'], handling],
  fastTrack: [['ACCEPTED'], handling],
  leaveFastTrack: [['SUBMITTED', 'ACCEPTED'], handling],
  assignCase: [open, ['QUEUE', 'SUPERVISOR']],
  reclassifyCase: [open, handling],
  startInvestigation: [['ACCEPTED'], handling],
  planInvestigationStep: [['INVESTIGATING'], handling],
  completeInvestigationStep: [['INVESTIGATING'], handling],
  waiveInvestigationStep: [['INVESTIGATING'], handling],
  recordFinding: [['INVESTIGATING'], handling],
  concludeInvestigation: [['INVESTIGATING'], handling],
  deepenInvestigation: [['IMPASSE', 'NEGOTIATING'], handling],
  requestEvidence: [hearing, handling],
  // Outside a hearing only what is late and waits for its answer; the rules say so.
  reviewEvidence: [stages, handling],
  submitEvidence: [words, anyWord],
  scheduleMeeting: [hearing, handling],
  respondToMeeting: [hearing, parties],
  rescheduleMeeting: [hearing, handling],
  recordMeeting: [hearing, handling],
  cancelMeeting: [hearing, handling],
  postMessage: [words, anyWord],
  addNote: [open, handling],
  recordContactAttempt: [open, handling],
  revealPersonalData: [[...open, 'RESOLVED', 'CLOSED'], handling],
  takeMeasure: [open, handling],
  liftMeasure: [open, handling],
  addParty: [open, handling],
  statePosition: [open, parties],
  allowCompensation: [open, impartial],
  openRound: [['NEGOTIATING'], handling],
  declareImpasse: [['NEGOTIATING'], handling],
  makeProposal: [offering, partiesOrHandler],
  withdrawProposal: [offering, partiesOrHandler],
  declineProposal: [offering, parties],
  acceptProposal: [offering, parties],
  // Outside EXECUTING for the open terms of a partial settlement alone; the rules say so.
  fulfilTerm: [stages, boundOrHandler],
  contestTerm: [stages, bound],
  confirmTerm: [stages, bound],
  recordMovement: [stages, books],
  updateOrderStatus: [stages, books],
  recordInstalment: [stages, boundOrHandler],
  reportDefault: [['EXECUTING', 'RESOLVED', 'CLOSED'], boundOrHandler],
  requestSecondNegotiation: [['IMPASSE', 'RESOLVED'], parties],
  withdrawSecondNegotiation: [['SECOND_REQUESTED'], parties],
  refuseSecondNegotiation: [['SECOND_REQUESTED'], impartial],
  admitSecondNegotiation: [['SECOND_REQUESTED'], impartial],
  appointExpert: [panel, impartial],
  replaceExpert: [panel, impartial],
  declareConflict: [panel, ['EXPERT']],
  submitOpinion: [['EXPERT_REVIEW'], ['EXPERT']],
  revealOpinions: [['EXPERT_REVIEW'], impartial],
  referCase: [['IMPASSE', 'SECOND_NEGOTIATING', 'UNRESOLVED'], handling],
  closeUnresolved: [['IMPASSE', 'SECOND_NEGOTIATING'], handling],
  closeCase: [['RESOLVED'], handling],
  confirmResult: [['IMPASSE', 'RESOLVED'], parties],
  withdrawCase: [open.filter((stage) => stage !== 'EXECUTING'), ['COMPLAINANT']],
  // Against a result once there is one, against anything else while the case is open; the rules say so.
  raiseObjection: [[...open, 'RESOLVED', 'REJECTED', 'UNRESOLVED'], parties],
  decideObjection: [stages, impartial],
  withdrawObjection: [stages, parties],
  reopenCase: [['RESOLVED', 'CLOSED', 'UNRESOLVED', 'REJECTED'], impartial],
  sampleCases: [['CLOSED'], impartial],
  recordReview: [['CLOSED'], impartial],
  rateCase: [['RESOLVED', 'CLOSED', 'UNRESOLVED'], parties],
} as const satisfies Record<string, readonly [readonly Stage[], readonly Hat[]]>;

export type Command = keyof typeof table;
export const commands = Object.keys(table) as Command[];

export const stagesOf = (command: Command): readonly Stage[] => table[command][0];
export const hatsOf = (command: Command): readonly Hat[] => table[command][1];

/** Commands that only add something: they never fail on a version. */
export const additive: readonly Command[] = [
  'postMessage',
  'submitEvidence',
  'addNote',
  'rateCase',
  'submitOpinion',
  'recordContactAttempt',
];
