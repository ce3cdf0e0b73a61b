import { changeCase } from '../commands/change-case.js';
import { submitCase } from '../commands/submit-case.js';
import type { ChangingCommand, InputOf } from '../domain/command.js';
import type { SubmitCase } from '../domain/filing.js';
import { clarificationRead } from '../reads/clarification.js';
import { messageRead, noteRead, revelationRead } from '../reads/case-event.js';
import { evidenceRead, evidenceRequestRead } from '../reads/evidence.js';
import { warningsOfFiling } from '../reads/filing.js';
import { findingRead } from '../reads/investigation.js';
import { meetingRead } from '../reads/meeting.js';
import { proposalRead } from '../reads/negotiation-round.js';
import { partyRead } from '../reads/party.js';
import { movementRead } from '../reads/settlement.js';
import { eventOfChange } from '../reads/root.js';
import { addMutation, made, plain, reasoned } from './add-mutation.js';
import type { MutationEntry } from './add-mutation.js';
import { Message, Note } from './case-event.js';
import { AmendCaseInput, AnswerClarificationInput, Clarification, RequestClarificationInput } from './clarification.js';
import { RecordContactAttemptInput } from './contact-attempt.js';
import { PersonalDataRevelation, RevealPersonalDataInput } from './contact-data.js';
import { viewerOf } from './context.js';
import {
  Evidence,
  EvidenceRequest,
  RequestEvidenceInput,
  ReviewEvidenceInput,
  SubmitEvidenceInput,
} from './evidence.js';
import { FilingWarning, SubmitCaseInput } from './filing.js';
import {
  AcceptCaseInput,
  AddNoteInput,
  AssignCaseInput,
  FastTrackInput,
  PostMessageInput,
  ReclassifyCaseInput,
  RejectCaseInput,
  StatePositionInput,
} from './handling.js';
import {
  CompleteInvestigationStepInput,
  Finding,
  PlanInvestigationStepInput,
  RecordFindingInput,
  StartInvestigationInput,
  WaiveInvestigationStepInput,
} from './investigation.js';
import { furtherMutations } from './further-mutation.js';
import { LiftMeasureInput, TakeMeasureInput } from './measure.js';
import {
  CancelMeetingInput,
  Meeting,
  RecordMeetingInput,
  RescheduleMeetingInput,
  RespondToMeetingInput,
  ScheduleMeetingInput,
} from './meeting.js';
import { Movement, RecordInstalmentInput, RecordMovementInput } from './movement.js';
import {
  AcceptProposalInput,
  DeclineProposalInput,
  MakeProposalInput,
  Proposal,
  WithdrawProposalInput,
} from './negotiation-round.js';
import { AddPartyInput, Party } from './party.js';
import { RateCaseInput } from './rating.js';
import { ReferCaseInput } from './referral.js';
import { ConfirmTermInput, ContestTermInput, FulfilTermInput } from './settlement.js';
import { UpdateOrderStatusInput } from './transaction.js';

export { MutationResolver } from './add-mutation.js';

const clarification = made(
  'clarification',
  Clarification,
  'As it stands now.',
  () => clarificationRead,
  'clarification',
);
const evidence = made('evidence', Evidence, 'As it stands now.', () => evidenceRead, 'evidence', {
  hasAudience: true,
  isReviewed: true,
});
const proposal = made('proposal', Proposal, 'As it stands now.', () => proposalRead, 'proposal');
const meeting = made('meeting', Meeting, 'As it stands now.', () => meetingRead, 'meeting');

/** Every command on one case as a mutation, a command without an entry here does not compile; sampleCases draws many. */
const mutations: Record<Exclude<ChangingCommand, 'sampleCases'>, MutationEntry> = {
  acceptCase: {
    input: AcceptCaseInput,
    does: 'Answers a case: takes it on. On the standard track the investigation clock starts.',
  },
  rejectCase: { input: RejectCaseInput, does: 'Answers a case: does not take it on.' },
  requestClarification: {
    input: RequestClarificationInput,
    does: 'Answers a case by a question, due in 5 working days. The response clock stops, and starts anew with the answer.',
    made: clarification,
  },
  answerClarification: {
    input: AnswerClarificationInput,
    does: 'Answers the open question of the platform.',
    made: clarification,
  },
  amendCase: { input: AmendCaseInput, does: 'Corrects what was filed, before the platform takes the case on.' },
  assignCase: {
    input: AssignCaseInput,
    does: 'Gives a case to a handler of its team, or to whom the rule picks; a handler takes one from the queue. Who is a party, tied to one, barred or away is refused.',
  },
  reclassifyCase: {
    input: ReclassifyCaseInput,
    does: 'Changes what a case is about; another type than PAYMENT_ANOMALY leaves the fast track. Where the platform answers the new type it becomes the respondent, and leaves where it does not.',
  },
  fastTrack: { input: FastTrackInput, does: 'Puts a simple payment anomaly right at once, without a negotiation.' },
  leaveFastTrack: plain('LeaveFastTrack', 'Takes a case off the fast track: it is investigated and negotiated.'),
  startInvestigation: { input: StartInvestigationInput, does: 'Begins the investigation with its first steps.' },
  planInvestigationStep: { input: PlanInvestigationStepInput, does: 'Adds a step.' },
  completeInvestigationStep: { input: CompleteInvestigationStepInput, does: 'Records what came of a step.' },
  waiveInvestigationStep: { input: WaiveInvestigationStepInput, does: 'Leaves a step out, with its reason.' },
  recordFinding: {
    input: RecordFindingInput,
    does: 'Records what was established.',
    made: made('finding', Finding, 'What was recorded.', () => findingRead, 'finding'),
  },
  concludeInvestigation: plain(
    'ConcludeInvestigation',
    'Ends the investigation and opens the next round: each step done or waived, a finding recorded, mandatory evidence answered or lapsed.',
  ),
  requestEvidence: {
    input: RequestEvidenceInput,
    does: 'Asks a party for evidence; while it is mandatory and open, clocks pause.',
    made: made('request', EvidenceRequest, 'What was asked.', () => evidenceRequestRead, 'evidence_request'),
  },
  submitEvidence: {
    input: SubmitEvidenceInput,
    does: 'Puts a piece of evidence on record. Never fails on the version.',
    made: evidence,
  },
  reviewEvidence: {
    input: ReviewEvidenceInput,
    does: 'Says whether a piece of evidence is accepted. Once parties are no longer heard, only of late evidence that waits for its answer.',
    made: evidence,
  },
  scheduleMeeting: { input: ScheduleMeetingInput, does: 'Arranges a meeting.', made: meeting },
  rescheduleMeeting: {
    input: RescheduleMeetingInput,
    does: 'Arranges a meeting anew; everyone is asked again.',
    made: meeting,
  },
  respondToMeeting: { input: RespondToMeetingInput, does: 'Says whether one’s party will come.', made: meeting },
  cancelMeeting: { input: CancelMeetingInput, does: 'Calls a meeting off.', made: meeting },
  recordMeeting: { input: RecordMeetingInput, does: 'Records a meeting that was held.', made: meeting },
  postMessage: {
    input: PostMessageInput,
    does: 'Writes to everyone in the case. Never fails on the version.',
    made: {
      field: 'message',
      type: Message,
      description: 'What was written.',
      read: eventOfChange(() => messageRead, 'MessagePosted'),
    },
  },
  addNote: {
    input: AddNoteInput,
    does: 'Writes to the staff of the case. Never fails on the version.',
    made: {
      field: 'note',
      type: Note,
      description: 'What was written.',
      read: eventOfChange(() => noteRead, 'NoteAdded'),
    },
  },
  recordContactAttempt: {
    input: RecordContactAttemptInput,
    does: 'Records a try to reach a party outside the platform; no party learns of it. Never fails on the version.',
  },
  revealPersonalData: {
    input: RevealPersonalDataInput,
    does: 'Shows you phone number, e-mail address and document number of who acts for a party, in this case from now on. Staff read that you asked, and why; no party learns of it.',
    made: {
      field: 'revelation',
      type: PersonalDataRevelation,
      description: 'What was put on record, with `person { contact }` shown.',
      read: eventOfChange(() => revelationRead, 'PersonalDataRevealed'),
    },
  },
  addParty: {
    input: AddPartyInput,
    does: 'Brings a further complainant, respondent or third party into the case, or somebody to act for a party that nobody acted for.',
    made: made('party', Party, 'As it stands now.', () => partyRead, 'party'),
  },
  statePosition: {
    input: StatePositionInput,
    does: 'Says how one’s party sees the matter; saying it anew replaces what was said.',
  },
  openRound: reasoned('OpenRound', 'Ends the round without agreement and opens the next; live proposals lapse.'),
  makeProposal: {
    input: MakeProposalInput,
    does: 'Offers terms. Making a proposal is one’s own consent; a handler’s needs all.',
    made: proposal,
  },
  acceptProposal: {
    input: AcceptProposalInput,
    does: 'Consents; the last consent makes it the settlement.',
    made: proposal,
  },
  declineProposal: {
    input: DeclineProposalInput,
    does: 'Says no, or takes a consent back while another one is missing.',
    made: proposal,
  },
  withdrawProposal: { input: WithdrawProposalInput, does: 'Takes one’s own proposal back.', made: proposal },
  declareImpasse: reasoned('DeclareImpasse', 'Ends the negotiation without agreement.'),
  fulfilTerm: {
    input: FulfilTermInput,
    does: 'Reports a term done; it counts once confirmed, or after 5 working days uncontested.',
  },
  confirmTerm: { input: ConfirmTermInput, does: 'Confirms that a term was done; the last one resolves the case.' },
  contestTerm: {
    input: ContestTermInput,
    does: 'Says that what was reported was not done; it is to be reported again.',
  },
  recordMovement: {
    input: RecordMovementInput,
    does: 'Books money for a term, which is fulfilled once its whole amount is booked; or takes a wrong booking back.',
    made: made('movement', Movement, 'What was booked.', () => movementRead, 'movement'),
  },
  recordInstalment: {
    input: RecordInstalmentInput,
    does: 'Records that an instalment of a plan, or what was deferred, was paid, or as its obligor reports it; the last one fulfils the term.',
  },
  updateOrderStatus: { input: UpdateOrderStatusInput, does: 'Records how the order behind the payment stands.' },
  takeMeasure: { input: TakeMeasureInput, does: 'Gives first aid, for at most 10 working days.' },
  liftMeasure: { input: LiftMeasureInput, does: 'Ends first aid before its last day.' },
  confirmResult: plain('ConfirmResult', 'Says that one’s party is content with the result.'),
  referCase: { input: ReferCaseInput, does: 'Advises a way to go on.' },
  closeUnresolved: plain('CloseUnresolved', 'Ends a case that could not be solved; it never ends without a referral.'),
  withdrawCase: reasoned(
    'WithdrawCase',
    'Ends the case at the complainant’s wish, while no agreement on the whole stands; one of several complainants leaves it. After an agreement it ends a second negotiation only.',
  ),
  closeCase: plain(
    'CloseCase',
    'Closes the file of a resolved case, once every party has confirmed and no objection is open.',
  ),
  rateCase: {
    input: RateCaseInput,
    does: 'Says how content one’s party is with how it ended; once a party. Never fails on the version.',
  },
  ...furtherMutations,
};

const filing: MutationEntry = {
  input: SubmitCaseInput,
  does: 'Files a case. The clocks start.',
  made: {
    field: 'warnings',
    type: [FilingWarning],
    description: 'What to look at before going on; empty when there is nothing.',
    read: warningsOfFiling,
    isAlways: true,
  },
};
addMutation('submitCase', filing, ({ idempotencyKey, ...input }, context) =>
  submitCase(context.services, viewerOf(context), {
    idempotencyKey: idempotencyKey as string | null,
    input: input as unknown as SubmitCase,
  }),
);

for (const [name, entry] of Object.entries(mutations) as [ChangingCommand, MutationEntry][]) {
  addMutation(name, entry, ({ caseId, expectedVersion, idempotencyKey, ...input }, context) =>
    changeCase(context.services, viewerOf(context), {
      command: name,
      caseId: caseId as string,
      expectedVersion: expectedVersion as number | null,
      idempotencyKey: idempotencyKey as string | null,
      input: input as InputOf<typeof name>,
    }),
  );
}
