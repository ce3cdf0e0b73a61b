import {
  answer,
  booked,
  carryOut,
  fail,
  final,
  givenUp,
  inPart,
  inPlan,
  inquire,
  inWhole,
  isApology,
  isAt,
  perform,
  isReversal,
  joined,
  rejected,
  reverses,
  review,
  second,
} from './road.js';
import type { Kind, Theme } from './play.js';
import { silences } from './silence-theme.js';

const repayment: readonly Kind[] = ['REPAYMENT'];
const refundable: readonly Kind[] = ['PAID', 'ANOMALY'];
const paid: readonly Kind[] = ['TRADE', 'ANOMALY'];
/** Somebody answers, so there can be an agreement. */
const answered: readonly Kind[] = ['TRADE', 'ANOMALY', 'REPAYMENT'];

export const themes: readonly Theme[] = [
  ...silences,
  {
    kinds: ['CHECKED'],
    road: [{ by: answer, until: isAt('ACCEPTED') }],
    there: { fastTrack: 0.1, leaveFastTrack: 0, startInvestigation: 0.02, recordMovement: 4, withdrawCase: 0.02 },
    isApart: true,
    isChecked: true,
  },
  { kinds: answered, road: [{ by: inquire, until: isAt('NEGOTIATING') }], there: {}, isApart: true, isLeft: true },
  {
    road: [{ by: inquire, until: isAt('NEGOTIATING') }],
    there: { requestEvidence: 8, submitEvidence: 4, declareImpasse: 0.5, deepenInvestigation: 2 },
    isApart: true,
    isRevised: true,
  },
  {
    kinds: answered,
    road: [inWhole, { by: carryOut, until: isAt('RESOLVED') }],
    there: { requestSecondNegotiation: 2, raiseObjection: 4, decideObjection: 8, reopenCase: 4 },
    isApart: true,
    isRevised: true,
  },
  { road: [{ by: fail, until: isAt('IMPASSE') }], there: { deepenInvestigation: 4 }, isApart: true, isRevised: true },
  { kinds: repayment, road: [inPlan], there: perform, isApart: true, isRevised: true },
  { kinds: answered, road: [booked], there: { ...perform, reopenCase: 3 }, isApart: true, isLeft: true },
  {
    road: [{ by: second, until: isAt('SECOND_REQUESTED') }],
    there: { ...final, decideObjection: 8, raiseObjection: 4 },
    isApart: true,
    isLeft: true,
  },
  {
    kinds: refundable,
    road: [{ by: inquire, until: isAt('NEGOTIATING') }],
    there: { makeProposal: 20, acceptProposal: 30, recordMovement: 5 },
    isPaired: true,
    isAlone: true,
  },
  {
    kinds: refundable,
    road: [inWhole],
    there: { recordMovement: 12, reportDefault: 30, makeProposal: 8, acceptProposal: 30 },
    isPaired: true,
  },
  {
    kinds: ['ANOMALY'],
    road: [{ by: answer, until: isAt('ACCEPTED') }],
    there: { fastTrack: 30, recordMovement: 6, reportDefault: 6, raiseObjection: 2, reopenCase: 3 },
    isPaired: true,
  },
  {
    kinds: paid,
    road: [booked, { by: { recordMovement: 1 }, until: ({ movements }) => movements.some(isReversal), only: reverses }],
    there: { recordMovement: 20, reportDefault: 10, confirmResult: 6, fulfilTerm: 4, contestTerm: 4, closeCase: 0.05 },
  },
  {
    // An objection that was raised before holds nothing up: the window ends while it is open.
    kinds: answered,
    road: [
      inWhole,
      { by: carryOut, until: isAt('RESOLVED') },
      { by: { raiseObjection: 1 }, until: ({ objections }) => objections.length > 0 },
      { by: { withdrawObjection: 1 }, until: (c) => c.openObjections().length === 0 },
      { by: { raiseObjection: 1 }, until: (c) => c.openObjections().some(({ isRepeated }) => isRepeated) },
    ],
    there: {},
    isAlone: true,
  },
  {
    road: [rejected, { by: { reopenCase: 1 }, until: isAt('SUBMITTED') }, rejected],
    there: { raiseObjection: 10, decideObjection: 0, withdrawObjection: 0, reopenCase: 0 },
  },
  { road: [], there: {} },
  { road: [], there: { requestClarification: 12, answerClarification: 4, rejectCase: 4, reopenCase: 15 } },
  {
    kinds: ['ANOMALY'],
    road: [{ by: answer, until: isAt('ACCEPTED') }],
    there: { fastTrack: 30, makeProposal: 6, acceptProposal: 10, confirmTerm: 5 },
  },
  {
    kinds: ['ANOMALY'],
    road: [{ by: answer, until: isAt('ACCEPTED') }],
    there: { fastTrack: 0, leaveFastTrack: 2, raiseObjection: 6, decideObjection: 4, withdrawObjection: 4 },
  },
  {
    road: [{ by: inquire, until: isAt('INVESTIGATING') }],
    there: { recordContactAttempt: 20, postMessage: 4, statePosition: 0.1 },
  },
  {
    road: [{ by: inquire, until: isAt('NEGOTIATING') }],
    there: { makeProposal: 20, acceptProposal: 6, declineProposal: 6, withdrawProposal: 40 },
  },
  {
    road: [{ by: inquire, until: isAt('NEGOTIATING') }],
    there: { requestEvidence: 15, submitEvidence: 6, deepenInvestigation: 20 },
  },
  {
    road: [{ by: inquire, until: isAt('NEGOTIATING') }],
    there: { raiseObjection: 12, decideObjection: 25, withdrawObjection: 8, deepenInvestigation: 5 },
  },
  {
    road: [{ by: fail, until: isAt('IMPASSE') }],
    there: { confirmResult: 10, referCase: 6, closeUnresolved: 25, deepenInvestigation: 2, withdrawCase: 2 },
  },
  {
    road: [{ by: fail, until: isAt('IMPASSE') }],
    there: { deepenInvestigation: 12, concludeInvestigation: 12, raiseObjection: 5, withdrawObjection: 5 },
  },
  {
    road: [
      { by: { raiseObjection: 1 }, until: ({ objections }) => objections.length > 0 },
      { by: { rejectCase: 1, assignCase: 4 }, until: isAt('REJECTED') },
    ],
    there: { raiseObjection: 12, withdrawObjection: 6, decideObjection: 6, reopenCase: 1 },
  },
  {
    road: [
      { by: { raiseObjection: 1 }, until: ({ objections }) => objections.length > 1 },
      { by: { withdrawCase: 1 }, until: isAt('WITHDRAWN') },
    ],
    there: { withdrawObjection: 3 },
  },
  {
    road: [
      { by: fail, until: isAt('IMPASSE') },
      { by: { requestSecondNegotiation: 1 }, until: isAt('SECOND_REQUESTED') },
    ],
    there: {
      withdrawCase: 5,
      raiseObjection: 9,
      withdrawObjection: 9,
      decideObjection: 5,
      withdrawSecondNegotiation: 0.2,
    },
  },
  {
    kinds: answered,
    road: [inWhole],
    there: { reportDefault: 60, fulfilTerm: 6, contestTerm: 20, recordMovement: 6, raiseObjection: 4 },
  },
  {
    kinds: answered,
    road: [inWhole, { by: carryOut, until: isAt('RESOLVED') }],
    there: { confirmResult: 12, closeCase: 25, rateCase: 4, reopenCase: 5, sampleCases: 9, recordReview: 9 },
  },
  {
    kinds: repayment,
    road: [inWhole, { by: carryOut, until: isAt('RESOLVED') }],
    there: { confirmResult: 12, closeCase: 6, rateCase: 4, recordInstalment: 12, reportDefault: 12, reopenCase: 0.2 },
  },
  {
    kinds: repayment,
    road: [inWhole, { by: carryOut, until: isAt('RESOLVED') }],
    there: { reportDefault: 60, recordInstalment: 0.5 },
  },
  {
    kinds: answered,
    road: [inWhole, { by: carryOut, until: isAt('RESOLVED') }],
    there: { raiseObjection: 10, decideObjection: 15, reopenCase: 8 },
  },
  {
    kinds: answered,
    road: [inWhole, { by: carryOut, until: isAt('RESOLVED') }, { by: review, until: isAt('EXPERT_REVIEW') }],
    there: { ...final, makeProposal: 8, acceptProposal: 20 },
  },
  {
    road: [{ by: second, until: isAt('SECOND_REQUESTED') }],
    there: { refuseSecondNegotiation: 3, withdrawSecondNegotiation: 3, replaceExpert: 5, declareConflict: 8 },
  },
  {
    road: [{ by: second, until: isAt('EXPERT_REVIEW') }],
    there: { replaceExpert: 6, raiseObjection: 6, requestEvidence: 6, submitOpinion: 4 },
  },
  {
    road: [{ by: final, until: isAt('SECOND_NEGOTIATING') }],
    there: { makeProposal: 15, acceptProposal: 25, confirmTerm: 10, submitEvidence: 5 },
  },
  {
    road: [{ by: final, until: isAt('SECOND_NEGOTIATING') }],
    there: { referCase: 10, closeUnresolved: 25, reopenCase: 10, rateCase: 6 },
  },
  { road: [{ by: final, until: isAt('SECOND_NEGOTIATING') }], there: {} },
  { road: [{ by: final, until: isAt('SECOND_NEGOTIATING') }], there: { withdrawCase: 0, closeUnresolved: 0 } },
  {
    kinds: answered,
    road: [{ by: final, until: isAt('SECOND_NEGOTIATING') }],
    there: {
      scheduleMeeting: 3,
      respondToMeeting: 6,
      rescheduleMeeting: 4,
      cancelMeeting: 2,
      makeProposal: 4,
      declineProposal: 6,
      acceptProposal: 0.1,
    },
  },
  { kinds: paid, road: [inPart], there: perform },
  {
    kinds: paid,
    road: [inPart, { by: { raiseObjection: 4, decideObjection: 20 }, until: isAt('INVESTIGATING') }],
    there: perform,
  },
  { kinds: paid, road: [inPart, { by: fail, until: isAt('IMPASSE') }], there: perform },
  {
    kinds: paid,
    road: [
      inPart,
      { by: fail, until: isAt('IMPASSE') },
      { by: { requestSecondNegotiation: 1 }, until: isAt('SECOND_REQUESTED') },
    ],
    there: { ...perform, refuseSecondNegotiation: 0.1, withdrawSecondNegotiation: 0.1 },
  },
  { kinds: paid, road: [inPart, { by: second, until: isAt('EXPERT_REVIEW') }], there: perform },
  { kinds: paid, road: [inPart, { by: final, until: isAt('SECOND_NEGOTIATING') }], there: perform },
  { kinds: paid, road: [inPart, { by: { withdrawCase: 1 }, until: isAt('WITHDRAWN') }], there: perform },
  { kinds: paid, road: [joined(2), inPart, givenUp], there: { ...perform, withdrawCase: 3 } },
  {
    kinds: paid,
    road: [inPart, { by: { ...fail, confirmResult: 5, closeUnresolved: 9 }, until: isAt('UNRESOLVED') }],
    there: { ...perform, reopenCase: 0.1 },
  },
  { kinds: repayment, road: [inPlan, { by: fail, until: isAt('IMPASSE') }], there: { ...perform, withdrawCase: 2 } },
  {
    kinds: repayment,
    road: [
      inPlan,
      {
        ...inWhole,
        only: (command, { settlesPart, terms }) =>
          command !== 'makeProposal' || (settlesPart !== true && isApology(terms)),
      },
    ],
    there: { ...perform, confirmTerm: 0.1 },
  },
  {
    kinds: repayment,
    road: [
      inWhole,
      { by: { ...carryOut, recordInstalment: 0 }, until: isAt('RESOLVED') },
      { by: { confirmResult: 1, closeCase: 9 }, until: isAt('CLOSED') },
    ],
    there: { reportDefault: 30, recordInstalment: 0.3, reopenCase: 0 },
  },
  {
    kinds: repayment,
    road: [inPlan, { by: { raiseObjection: 4, decideObjection: 20 }, until: isAt('INVESTIGATING') }],
    there: perform,
  },
  { kinds: repayment, road: [inPlan, { by: second, until: isAt('EXPERT_REVIEW') }], there: perform },
  { kinds: repayment, road: [inPlan, { by: final, until: isAt('SECOND_NEGOTIATING') }], there: perform },
  { kinds: repayment, road: [inPlan, { by: { withdrawCase: 1 }, until: isAt('WITHDRAWN') }], there: perform },
  {
    kinds: repayment,
    road: [inPlan, { by: { ...fail, confirmResult: 5, closeUnresolved: 9 }, until: isAt('UNRESOLVED') }],
    there: perform,
  },
];

/** The theme of a sequence; of three rounds through all of them one is lived with two or three complainants. */
export function themeOf(seed: number): Theme {
  const theme = themes[seed % themes.length]!;
  if (Math.floor(seed / themes.length) % 3 !== 1) return theme;
  return { ...theme, road: [joined(2 + (seed % 2)), ...theme.road] };
}
