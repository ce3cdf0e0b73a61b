import type { ModelCase } from './case.js';
import { hearing, type Command, type Stage } from './table.js';
import {
  answer,
  booked,
  carryOut,
  fail,
  final,
  inPart,
  inPlan,
  inquire,
  inWhole,
  isAt,
  second,
  unanswered,
} from './road.js';
import type { Leg, Weights } from './road.js';
import type { Theme } from './play.js';

const through = (by: Weights, ...stages: Stage[]): Leg => ({ by, until: isAt(...stages) });
const whole: readonly Leg[] = [inWhole, through(carryOut, 'RESOLVED')];

const roadTo: Record<Stage, readonly Leg[]> = {
  SUBMITTED: [],
  ACCEPTED: [through(answer, 'ACCEPTED')],
  INVESTIGATING: [through({ ...inquire, declareImpasse: 1, deepenInvestigation: 1 }, 'INVESTIGATING')],
  NEGOTIATING: [through(inquire, 'NEGOTIATING')],
  EXECUTING: [inWhole],
  RESOLVED: whole,
  CLOSED: [...whole, through({ confirmResult: 1, closeCase: 9 }, 'CLOSED')],
  IMPASSE: [through(fail, 'IMPASSE')],
  SECOND_REQUESTED: [through(second, 'SECOND_REQUESTED')],
  EXPERT_REVIEW: [through(second, 'EXPERT_REVIEW')],
  SECOND_NEGOTIATING: [through(final, 'SECOND_NEGOTIATING')],
  REJECTED: [through({ assignCase: 4, rejectCase: 1 }, 'REJECTED')],
  WITHDRAWN: [through({ withdrawCase: 1 }, 'WITHDRAWN')],
  UNRESOLVED: [through({ ...fail, confirmResult: 5, closeUnresolved: 9 }, 'UNRESOLVED')],
};

/** What has to be there first, in the stage itself. */
const before: Partial<Record<Command, Weights>> = {
  answerClarification: { requestClarification: 1 },
  completeInvestigationStep: { planInvestigationStep: 1 },
  waiveInvestigationStep: { planInvestigationStep: 1 },
  reviewEvidence: { submitEvidence: 1 },
  respondToMeeting: { scheduleMeeting: 1 },
  rescheduleMeeting: { scheduleMeeting: 1 },
  recordMeeting: { scheduleMeeting: 1 },
  cancelMeeting: { scheduleMeeting: 1 },
  liftMeasure: { takeMeasure: 1 },
  acceptProposal: { makeProposal: 1 },
  declineProposal: { makeProposal: 1 },
  withdrawProposal: { makeProposal: 1 },
  confirmTerm: { fulfilTerm: 1 },
  contestTerm: { fulfilTerm: 1 },
  decideObjection: { raiseObjection: 1 },
  withdrawObjection: { raiseObjection: 1 },
  recordReview: { sampleCases: 1 },
  closeUnresolved: { referCase: 1, confirmResult: 1 },
};
const ofTerms: readonly Command[] = ['fulfilTerm', 'contestTerm', 'confirmTerm', 'recordMovement', 'updateOrderStatus'];
const ofPayments: readonly Command[] = ['contestTerm', 'confirmTerm'];
const ofObjections: readonly Command[] = ['decideObjection', 'withdrawObjection'];
const ofPlans: readonly Command[] = ['recordInstalment', 'reportDefault'];
const words: readonly Command[] = ['postMessage', 'submitEvidence'];

/** Evidence that comes after the investigation, and waits for an answer. */
const late: readonly Leg[] = [
  through(inquire, 'NEGOTIATING'),
  { by: { submitEvidence: 1 }, until: ({ evidence }) => evidence.some(({ isAnswerOwed }) => isAnswerOwed) },
];
const objected: Leg = { by: { raiseObjection: 1 }, until: ({ objections }) => objections.length > 0 };

/** What chance did not bring about is aimed at: the way to a stage, and there a command alone. */
export function aimAt(stage: Stage, command: Command): Theme {
  const road = stage === 'WITHDRAWN' && words.includes(command) ? [unanswered('DEEMED_WITHDRAWN')] : roadTo[stage];
  // Once all is done or in force, what its obligor says of a payment is confirmed or contested.
  const isDone = stage === 'RESOLVED' || stage === 'CLOSED';
  if (isDone && ofPayments.includes(command)) {
    return { kinds: ['REPAYMENT'], road: roadTo[stage], there: { recordInstalment: 1, [command]: 5 }, isAlone: true };
  }
  const there = { ...before[command], [command]: 5 };
  if (isDone && ofTerms.includes(command)) {
    const end = stage === 'CLOSED' ? [through({ confirmResult: 1, closeCase: 9 }, 'CLOSED')] : [];
    return {
      kinds: ['TRADE', 'ANOMALY'],
      road: [booked, ...end],
      there: { recordMovement: 1, ...there },
      isAlone: true,
    };
  }
  const isAfter = (first: Leg) => [first, ...road];
  const hasRun = (c: ModelCase) => isAt('EXECUTING', 'RESOLVED', 'CLOSED')(c) || inPart.until(c);
  if (ofPlans.includes(command)) {
    // What is deferred or paid in parts is in force at once, so beside it something else is to be done.
    return { kinds: ['REPAYMENT'], road: isDone ? road : isAfter(inPlan), there, isAlone: true };
  }
  if (ofTerms.includes(command) && stage !== 'EXECUTING') {
    return { kinds: ['TRADE', 'ANOMALY'], road: isAfter({ ...inPart, until: hasRun }), there, isAlone: true };
  }
  if (command === 'reviewEvidence' && !hearing.includes(stage)) {
    return { road: [...late, ...road], there: { reviewEvidence: 5 }, isAlone: true };
  }
  if (ofObjections.includes(command)) return { road: isAfter(objected), there, isAlone: true };
  return { kinds: ['TRADE', 'ANOMALY', 'REPAYMENT'], road, there, isAlone: true };
}
