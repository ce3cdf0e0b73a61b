import { expertSeatRead } from '../reads/expert-panel.js';
import { objectionRead } from '../reads/objection.js';
import { reviewRead } from '../reads/review.js';
import { impartial, made, reasoned } from './add-mutation.js';
import type { MutationEntry } from './add-mutation.js';
import {
  AdmitSecondNegotiationInput,
  AppointExpertInput,
  DeclareConflictInput,
  ExpertSeat,
  ReplaceExpertInput,
  RequestSecondNegotiationInput,
  SubmitOpinionInput,
  WithdrawSecondNegotiationInput,
} from './expert-panel.js';
import { AllowCompensationInput } from './compensation.js';
import { DecideObjectionInput, Objection, RaiseObjectionInput, WithdrawObjectionInput } from './objection.js';
import { CaseReview, RecordReviewInput } from './case-review.js';
import { ReopenCaseInput, ReportDefaultInput } from './reopening.js';

const seat = made('seat', ExpertSeat, 'As it stands now.', () => expertSeatRead, 'expert_seat');
const objection = made('objection', Objection, 'As it stands now.', () => objectionRead, 'objection');

/** What takes a case further after an impasse or an end: another cycle, objections, reopening, the second negotiation. */
export const furtherMutations = {
  deepenInvestigation: reasoned(
    'DeepenInvestigation',
    'Investigates again after an impasse; out of a negotiation only for late evidence or an upheld objection to a finding.',
  ),
  raiseObjection: {
    input: RaiseObjectionInput,
    does: 'Objects; a supervisor decides. It suspends the window of the second negotiation, once for a party and a thing.',
    made: objection,
  },
  withdrawObjection: { input: WithdrawObjectionInput, does: 'Takes one’s own objection back.', made: objection },
  decideObjection: {
    input: DecideObjectionInput,
    does: 'Decides an objection; the effect happens at once.',
    made: objection,
  },
  reopenCase: {
    input: ReopenCaseInput,
    does: 'Takes an ended case up again. A further time needs another ground and another supervisor.',
  },
  allowCompensation: {
    input: AllowCompensationInput,
    does: 'Lets the compensations of a case reach more than the configured limit. Where neither a transaction nor a disputed amount is known, refunds count into it.',
  },
  recordReview: {
    input: RecordReviewInput,
    does: 'Records the review of a closed case that was drawn for it. No party learns of it.',
    made: made('review', CaseReview, 'What was recorded.', () => reviewRead, 'case_review'),
  },
  reportDefault: {
    input: ReportDefaultInput,
    does: 'Takes a case up again because a term or an instalment is five working days past its due date.',
  },
  requestSecondNegotiation: {
    input: RequestSecondNegotiationInput,
    does: 'Asks for expert review and a final round, inside the window, once a case.',
  },
  withdrawSecondNegotiation: {
    input: WithdrawSecondNegotiationInput,
    does: 'Gives up the second negotiation one asked for; the once is used.',
  },
  refuseSecondNegotiation: reasoned(
    'RefuseSecondNegotiation',
    'Refuses a second negotiation; the case returns to where it came from.',
  ),
  admitSecondNegotiation: {
    input: AdmitSecondNegotiationInput,
    does: 'Opens the review: an odd panel of three or more without conflicts of interest, a handler who took no part in round one.',
  },
  appointExpert: { input: AppointExpertInput, does: 'Seats an expert.', made: seat },
  declareConflict: {
    input: DeclareConflictInput,
    does: 'Says whether one has a conflict of interest; it frees the seat.',
  },
  replaceExpert: { input: ReplaceExpertInput, does: 'Gives one seat to another expert.', made: seat },
  submitOpinion: {
    input: SubmitOpinionInput,
    does: 'Hands an opinion in, sealed: its digest is read at once, its words when all are in. Never fails on the version.',
  },
  revealOpinions: impartial('RevealOpinions', 'Opens all opinions together, and the final round with them.'),
} as const satisfies Record<string, MutationEntry>;
