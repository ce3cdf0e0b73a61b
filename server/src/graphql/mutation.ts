import { Arg, Ctx, Extensions, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import type { Changed } from '../commands/case-transaction.js';
import { changeCase } from '../commands/change-case.js';
import { submitCase } from '../commands/submit-case.js';
import type { ChangingCommand, InputOf } from '../domain/command.js';
import type { SubmitCase } from '../domain/filing.js';
import { messageRead } from '../reads/case-event.js';
import { evidenceRead, evidenceRequestRead } from '../reads/evidence.js';
import { expertSeatRead } from '../reads/expert-panel.js';
import type { FieldRead, TypeRead } from '../reads/field.js';
import { findingRead } from '../reads/investigation.js';
import { meetingRead } from '../reads/meeting.js';
import { proposalRead } from '../reads/negotiation-round.js';
import { objectionRead } from '../reads/objection.js';
import { Read } from '../reads/read.js';
import { messageOfChange, payloadRead, payloadRoot, rowOfCase } from '../reads/root.js';
import { Case } from './case.js';
import { Message } from './case-event.js';
import { bareInput, plainInput, reasonInput } from './change-input.js';
import { compiled } from './compiled.js';
import { viewerOf } from './context.js';
import type { Context } from './context.js';
import { decodeIds } from './decode-ids.js';
import { Evidence, EvidenceRequest, RequestEvidenceInput, SubmitEvidenceInput } from './evidence.js';
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
import { SubmitCaseInput } from './filing.js';
import {
  AcceptCaseInput,
  AssignCaseInput,
  FastTrackInput,
  PostMessageInput,
  ReclassifyCaseInput,
  RejectCaseInput,
} from './handling.js';
import {
  CompleteInvestigationStepInput,
  Finding,
  PlanInvestigationStepInput,
  RecordFindingInput,
  StartInvestigationInput,
  WaiveInvestigationStepInput,
} from './investigation.js';
import { TakeMeasureInput } from './measure.js';
import { Meeting, RecordMeetingInput, ScheduleMeetingInput } from './meeting.js';
import {
  AcceptProposalInput,
  DeclineProposalInput,
  MakeProposalInput,
  Proposal,
  WithdrawProposalInput,
} from './negotiation-round.js';
import { DecideObjectionInput, Objection, RaiseObjectionInput, WithdrawObjectionInput } from './objection.js';
import { ReopenCaseInput, ReportDefaultInput } from './reopening.js';
import { ReferCaseInput } from './referral.js';
import { GraphQLEventCursor } from './scalars.js';
import { ConfirmTermInput, FulfilTermInput } from './settlement.js';
import { UpdateOrderStatusInput } from './transaction.js';

/** What a mutation made and shows beside the case. */
interface Made {
  field: string;
  type: ClassType;
  description: string;
  read: FieldRead;
}

/** A mutation: what it takes, what it does, and what it made. */
interface MutationEntry {
  input: ClassType;
  does: string;
  made?: Made;
}

const made = (
  field: string,
  type: ClassType,
  description: string,
  of: () => TypeRead,
  table: string,
  hasAudience = false,
): Made => ({
  field,
  type,
  description,
  read: rowOfCase(of, table, `${field}Id`, hasAudience),
});

const proposal = made('proposal', Proposal, 'As it stands now.', () => proposalRead, 'proposal');
const meeting = made('meeting', Meeting, 'As it stands now.', () => meetingRead, 'meeting');

const seat = made('seat', ExpertSeat, 'As it stands now.', () => expertSeatRead, 'expert_seat');
const objection = made('objection', Objection, 'As it stands now.', () => objectionRead, 'objection');

const reasoned = (name: string, does: string): MutationEntry => ({ input: reasonInput(`${name}Input`, does), does });
const plain = (name: string, does: string): MutationEntry => ({ input: plainInput(`${name}Input`, does), does });

/** For who does not act in the handler's place. */
const impartial = (name: string, does: string): MutationEntry => ({ input: bareInput(`${name}Input`, does), does });

/** Every command on a case as a mutation; a command without an entry here does not compile. */
const mutations: Record<ChangingCommand, MutationEntry> = {
  acceptCase: {
    input: AcceptCaseInput,
    does: 'Answers a case: takes it on. On the standard track the investigation clock starts.',
  },
  rejectCase: { input: RejectCaseInput, does: 'Answers a case: does not take it on.' },
  assignCase: {
    input: AssignCaseInput,
    does: 'Gives a case to a handler of its team; a handler takes one from the queue.',
  },
  reclassifyCase: {
    input: ReclassifyCaseInput,
    does: 'Changes what a case is about; another type than PAYMENT_ANOMALY leaves the fast track.',
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
    made: made('evidence', Evidence, 'What was submitted.', () => evidenceRead, 'evidence', true),
  },
  scheduleMeeting: { input: ScheduleMeetingInput, does: 'Arranges a meeting.', made: meeting },
  recordMeeting: { input: RecordMeetingInput, does: 'Records a meeting that was held.', made: meeting },
  postMessage: {
    input: PostMessageInput,
    does: 'Writes to everyone in the case. Never fails on the version.',
    made: {
      field: 'message',
      type: Message,
      description: 'What was written.',
      read: messageOfChange(() => messageRead),
    },
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
  updateOrderStatus: { input: UpdateOrderStatusInput, does: 'Records how the order behind the payment stands.' },
  takeMeasure: { input: TakeMeasureInput, does: 'Gives first aid, for at most 10 working days.' },
  confirmResult: plain('ConfirmResult', 'Says that one’s party is content with the result.'),
  referCase: { input: ReferCaseInput, does: 'Advises a way to go on.' },
  closeUnresolved: plain('CloseUnresolved', 'Ends a case that could not be solved; it never ends without a referral.'),
  withdrawCase: reasoned(
    'WithdrawCase',
    'Ends the case at the complainant’s wish, while there is no agreement on the whole.',
  ),
  closeCase: plain(
    'CloseCase',
    'Closes the file of a resolved case, once every party has confirmed and no objection is open.',
  ),
  deepenInvestigation: reasoned(
    'DeepenInvestigation',
    'Investigates again after an impasse; out of a negotiation only for late evidence or an upheld objection to a finding.',
  ),
  raiseObjection: { input: RaiseObjectionInput, does: 'Objects; a supervisor decides.', made: objection },
  withdrawObjection: { input: WithdrawObjectionInput, does: 'Takes one’s own objection back.', made: objection },
  decideObjection: {
    input: DecideObjectionInput,
    does: 'Decides an objection, by a supervisor who never handled the case; the effect happens at once.',
    made: objection,
  },
  reopenCase: {
    input: ReopenCaseInput,
    does: 'Takes an ended case up again, by a supervisor’s order. A further time needs another ground and another supervisor.',
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
};

@Resolver()
export class MutationResolver {}

/** The payload type of a mutation, and how it is read. */
function payloadOf(name: string, thing: Made | undefined) {
  @ObjectType(`${name}Payload`, { description: 'The case after the change, read under your rights.' })
  class Payload {
    @Field(() => Case, { nullable: true, description: 'Null when the change ended your right to see it.' })
    case!: Case | null;

    @Field(() => GraphQLEventCursor, { description: 'The place of the change in the feed.' })
    eventCursor!: string;
  }
  if (thing)
    Field(() => thing.type, { nullable: true, description: thing.description })(Payload.prototype, thing.field);
  return { Payload, root: payloadRoot(payloadRead(`${name}Payload`, thing ? { [thing.field]: thing.read } : {})) };
}

type Command = (input: Record<string, unknown>, context: Context) => Promise<Changed>;

/** Adds a mutation of one input, whose payload is read after the command has committed. */
function addMutation(name: string, { input: Input, does, made: thing }: MutationEntry, command: Command): void {
  const { Payload, root } = payloadOf(`${name[0]!.toUpperCase()}${name.slice(1)}`, thing);
  const mutate = async (given: object, context: Context): Promise<Read> => {
    const { caseId, ids, position } = await command(decodeIds(given, 'input') as Record<string, unknown>, context);
    const { epoch, xid } = position;
    return new Read(root, { caseId, ...ids, epoch, xid, eventCursor: context.services.cursors.seal(position) });
  };
  Object.defineProperty(MutationResolver.prototype, name, { value: mutate });
  const descriptor = Object.getOwnPropertyDescriptor(MutationResolver.prototype, name)!;
  Mutation(() => Payload, { description: does })(MutationResolver.prototype, name, descriptor);
  Extensions(compiled)(MutationResolver.prototype, name, descriptor);
  Arg('input', () => Input)(MutationResolver.prototype, name, 0);
  Ctx()(MutationResolver.prototype, name, 1);
}

const filing = { input: SubmitCaseInput, does: 'Files a case; anyone signed in may. The clocks start.' };
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
