import type { CaseState } from '@accord/server/domain/case';
import type { ChangingCommand, InputOf } from '@accord/server/domain/command';
import type { Person } from '@accord/server/domain/permission';
import { reopeningGrounds } from '@accord/server/domain/reopening';
import { reviewCriteria } from '@accord/server/domain/review';
import { isOpen } from '@accord/server/domain/stage';
import { unknownId } from './refusal.js';

/** Whom and what inputs may name beside what lies in the case. */
export interface Nameable {
  person: Person;
  handlers: readonly Person[];
  experts: readonly Person[];
  routeIds: readonly string[];
  /** An instant still to come. */
  later: string;
}

type Inputs = { [C in ChangingCommand]: (state: CaseState, nameable: Nameable) => InputOf<C>[] };

const reason = '情况说明';
const text = '这是一段有内容的文字,至少十个字。';
const bare = () => [{ reason }];
/** Every pair of different parties, as one who owes and one whom it is owed to. */
const pairs = ({ parties }: CaseState) =>
  parties.flatMap((obligor) =>
    parties.filter(({ id }) => id !== obligor.id).map(({ id }) => ({ obligorId: obligor.id, beneficiaryId: id })),
  );
const currencyOf = ({ transaction, disputedAmount, proposals }: CaseState) =>
  [transaction?.amount, disputedAmount, ...proposals.flatMap(({ terms }) => terms.map(({ amount }) => amount))].find(
    (amount) => amount,
  )?.currency ?? 'CNY';
/** Each term, and each payment of a plan or a deferment. */
const owed = ({ terms }: CaseState) =>
  terms.flatMap(({ id: termId, kind, instalments }) => {
    const numbers = kind === 'DEFERMENT' ? [1] : instalments.map(({ number }) => number);
    return [{ termId }, ...numbers.map((instalmentNumber) => ({ termId, instalmentNumber }))];
  });
const steps = ({ investigations }: CaseState) => investigations.at(-1)?.steps ?? [];
const findings = ({ investigations }: CaseState) => investigations.flatMap((each) => each.findings);

/** For each command inputs that are well formed for this case: one for each thing that could be named. */
const inputs: Inputs = {
  acceptCase: () => [{ complexity: 'LOW' }],
  rejectCase: () => [{ reasonCode: 'OTHER', reason }],
  requestClarification: () => [{ question: text }],
  answerClarification: () => [{ text }],
  amendCase: ({ transaction }) => [
    { description: text },
    ...(transaction && !transaction.paidAt ? [{ transaction: { paidAt: '2025-01-06T02:00:00.000Z' } }] : []),
  ],
  assignCase: (_state, { person, handlers }) => {
    const mayName = person.roles.includes('SUPERVISOR') ? handlers : [person];
    return mayName.map(({ id: handlerId }) => ({ handlerId }));
  },
  reclassifyCase: ({ urgency }) => [{ urgency: urgency === 'URGENT' ? 'NORMAL' : 'URGENT', explanation: text }],
  fastTrack: (state) => {
    const amount = { amountMinor: 1, currency: currencyOf(state) };
    return pairs(state).flatMap((pair) => [
      { terms: [{ kind: 'PARTIAL_REFUND' as const, ...pair, amount }] },
      { terms: [{ kind: 'APOLOGY' as const, ...pair }] },
    ]);
  },
  leaveFastTrack: bare,
  startInvestigation: () => [{ steps: [{ kind: 'OTHER' }] }],
  planInvestigationStep: () => [{ kind: 'OTHER' }],
  completeInvestigationStep: (state) => steps(state).map(({ id: stepId }) => ({ stepId, result: text })),
  waiveInvestigationStep: (state) => steps(state).map(({ id: stepId }) => ({ stepId, reason })),
  recordFinding: () => [{ rootCause: 'UNKNOWN', text }],
  concludeInvestigation: bare,
  deepenInvestigation: bare,
  requestEvidence: ({ parties }) =>
    parties.map(({ id: fromPartyId }) => ({ fromPartyId, types: ['OTHER' as const], isMandatory: false })),
  submitEvidence: () => [{ type: 'OTHER', title: text }],
  reviewEvidence: ({ evidence }) => evidence.map(({ id: evidenceId }) => ({ evidenceId, isAccepted: true })),
  scheduleMeeting: (_state, { later: scheduledAt }) => [{ mode: 'ONLINE', scheduledAt }],
  rescheduleMeeting: ({ meetings }, { later: scheduledAt }) =>
    meetings.map(({ id: meetingId }) => ({ meetingId, scheduledAt, mode: 'ONLINE' as const })),
  respondToMeeting: ({ meetings }) =>
    meetings.flatMap(({ id: meetingId }) => [
      { meetingId, answer: 'ACCEPTED' as const },
      { meetingId, answer: 'DECLINED' as const },
    ]),
  recordMeeting: ({ meetings }) =>
    meetings.map(({ id: meetingId }) => ({ meetingId, minutes: text, attendeePartyIds: [] })),
  cancelMeeting: ({ meetings }) => meetings.map(({ id: meetingId }) => ({ meetingId, reason })),
  postMessage: () => [{ text }],
  addNote: () => [{ text }],
  recordContactAttempt: ({ parties }) =>
    parties.map(({ id: partyId }) => ({ partyId, channel: 'PHONE' as const, isReached: false })),
  revealPersonalData: ({ parties }) =>
    parties.flatMap(({ memberIds }) => memberIds.map((personId) => ({ personId, reason }))),
  addParty: () => [{ side: 'RESPONDENT', kind: 'MERCHANT', name: text }],
  statePosition: () => [{ text }],
  openRound: bare,
  makeProposal: (state) => pairs(state).map((pair) => ({ terms: [{ kind: 'APOLOGY' as const, ...pair }] })),
  acceptProposal: ({ proposals }) =>
    proposals.map(({ id: proposalId, hash: contentHash }) => ({ proposalId, contentHash })),
  declineProposal: ({ proposals }) => proposals.map(({ id: proposalId }) => ({ proposalId })),
  withdrawProposal: ({ proposals }) => proposals.map(({ id: proposalId }) => ({ proposalId })),
  declareImpasse: bare,
  fulfilTerm: ({ terms }) => terms.map(({ id: termId }) => ({ termId })),
  confirmTerm: (state) => owed(state),
  contestTerm: (state) => owed(state).map((each) => ({ ...each, reason })),
  recordMovement: ({ terms, movements }) => [
    ...terms.map(({ id: termId, amount }) => ({
      termId,
      amount: { amountMinor: 1, currency: amount?.currency ?? 'CNY' },
    })),
    ...movements.map(({ id: reversesId, termId, amount }) => ({ reversesId, termId, amount, reason })),
  ],
  recordInstalment: ({ terms }) =>
    terms.flatMap(({ id: termId, instalments }) => [
      { termId, number: 1 },
      ...instalments.slice(1).map(({ number }) => ({ termId, number })),
    ]),
  updateOrderStatus: () => [{ orderStatus: 'SHIPPED' }],
  takeMeasure: () => [{ kind: 'HOLD_FUNDS', reason }],
  liftMeasure: ({ measures }) => measures.map(({ id: measureId }) => ({ measureId, reason })),
  confirmResult: bare,
  referCase: (_state, { routeIds }) => routeIds.map((routeId) => ({ routeId })),
  sampleCases: () => [{ sampleId: unknownId }],
  recordReview: () => [{ verdict: 'GOOD', scores: reviewCriteria.map((criterion) => ({ criterion, score: 4 })), text }],
  allowCompensation: (state) => [{ amount: { amountMinor: 90_000_000, currency: currencyOf(state) }, reason }],
  closeUnresolved: bare,
  withdrawCase: bare,
  closeCase: bare,
  rateCase: () => [{ score: 4 }],
  raiseObjection: (state) =>
    isOpen(state.stage)
      ? [
          { against: 'CONDUCT' as const, grounds: text },
          ...findings(state).map(({ id: subjectId }) => ({ against: 'FINDING' as const, subjectId, grounds: text })),
          ...state.seats.map(({ id: subjectId }) => ({ against: 'EXPERT' as const, subjectId, grounds: text })),
        ]
      : [{ against: 'RESULT' as const, grounds: text }],
  withdrawObjection: ({ objections }) => objections.map(({ id: objectionId }) => ({ objectionId })),
  decideObjection: ({ objections }) =>
    objections.map(({ id: objectionId }) => ({
      objectionId,
      decision: 'DISMISSED' as const,
      effect: 'NONE' as const,
      reason,
    })),
  reopenCase: () => reopeningGrounds.filter((ground) => ground !== 'OBJECTION').map((ground) => ({ ground, reason })),
  reportDefault: ({ terms }) =>
    terms.flatMap(({ id: termId, instalments }) =>
      instalments.length > 0
        ? instalments.map(({ number: instalmentNumber }) => ({ termId, instalmentNumber }))
        : [{ termId }],
    ),
  requestSecondNegotiation: () => [{ grounds: text }],
  withdrawSecondNegotiation: bare,
  refuseSecondNegotiation: bare,
  admitSecondNegotiation: (_state, { handlers }) => handlers.map(({ id: handlerId }) => ({ handlerId })),
  appointExpert: (_state, { experts }) => experts.map(({ id: expertId }) => ({ expertId })),
  declareConflict: () => [{ hasConflict: false }, { hasConflict: true, explanation: text }],
  replaceExpert: ({ seats }, { experts }) =>
    seats.flatMap(({ id: seatId }) => experts.map(({ id: expertId }) => ({ seatId, expertId, reason }))),
  submitOpinion: () => [{ text }],
  revealOpinions: bare,
};

/** Fields that name one of several things of the case. */
const choices: Partial<Record<ChangingCommand, string>> = {
  completeInvestigationStep: 'stepId',
  waiveInvestigationStep: 'stepId',
  reviewEvidence: 'evidenceId',
  rescheduleMeeting: 'meetingId',
  respondToMeeting: 'meetingId',
  recordMeeting: 'meetingId',
  cancelMeeting: 'meetingId',
  acceptProposal: 'proposalId',
  declineProposal: 'proposalId',
  withdrawProposal: 'proposalId',
  fulfilTerm: 'termId',
  confirmTerm: 'termId',
  contestTerm: 'termId',
  recordMovement: 'termId',
  recordInstalment: 'termId',
  reportDefault: 'termId',
  liftMeasure: 'measureId',
  withdrawObjection: 'objectionId',
  decideObjection: 'objectionId',
  replaceExpert: 'seatId',
};

/** Whether a command names one of several things of the case. */
export const namesAThing = (command: ChangingCommand) =>
  command in choices || command === 'raiseObjection' || command === 'referCase' || command === 'reopenCase';

/** The well-formed inputs of a command, each with a reason for who needs one; where there is nothing to name, one that names nothing known. */
export function wellFormed(command: ChangingCommand, state: CaseState, nameable: Nameable): object[] {
  const made: object[] = (inputs[command] as Inputs['acceptCase'])(state, nameable);
  const named = choices[command];
  const all = made.length > 0 || !named ? made : [{ [named]: unknownId, text, reason, result: text, minutes: text }];
  // A booking takes no reason, only what takes one back.
  return command === 'recordMovement' && made.length > 0 ? all : all.map((input) => ({ reason, ...input }));
}
