import type { Id, Instant, NewParty, PartyKind, TextRef, Transaction } from './case.js';
import type { PaymentFinding } from './automatic-check.js';
import type {
  CaseReason,
  CaseTrack,
  CaseType,
  Channel,
  Complexity,
  OrderStatus,
  Outcome,
  Product,
  RejectionReason,
  Urgency,
} from './classification.js';
import type { Clock } from './clock.js';
import type { ContactChannel } from './contact-attempt.js';
import type { EvidenceFile } from './evidence-file.js';
import type { EvidenceType, OnLapse } from './evidence.js';
import type { ImportedEffect } from './imported-case.js';
import type { InvestigationStepKind, RootCause } from './investigation.js';
import type { LeavingGround } from './leaving.js';
import type { MeasureKind } from './measure.js';
import type { MeetingAnswer, MeetingMode } from './meeting.js';
import type { Money } from './money.js';
import type { RoundPhase } from './negotiation-round.js';
import type { ObjectionAgainst, ObjectionDecision, ObjectionEffect, WindowExtension } from './objection.js';
import type { Duty } from './overdue.js';
import type { ReopeningGround } from './reopening.js';
import type { ReviewScore, ReviewVerdict } from './review.js';
import type { TermContent, TermFulfilment } from './term.js';
import type { CaseStage } from './stage.js';
import type { LocalDate } from './working-calendar.js';

/** What each event says. A payload holds ids, enums, dates, amounts and digests; never words, names or contact data. */
export interface CaseEventPayloads {
  CaseSubmitted: CaseOrigin & { isOnBehalf: boolean };
  CaseImported: CaseOrigin & ImportedStep & { source: string };
  ActivityImported: ImportedStep;
  /** To nobody when its handler left. With a reason when it was taken from a handler. */
  CaseAssigned: { handlerId: Id | null; teamId: Id | null; barredId?: Id; reason?: TextRef };
  CaseAccepted: { complexity: Complexity };
  /** Beside CaseAccepted, for staff: a hidden piece of evidence must not show in it. */
  CompletenessAssessed: { metCount: number; neededCount: number };
  /** Without words when the silence of the complainant rejected it. */
  CaseRejected: { reasonCode: RejectionReason; reason: TextRef | null; windowEndsOn: LocalDate };
  ClarificationRequested: { clarificationId: Id; question: TextRef; dueOn: LocalDate; onLapse: OnLapse };
  ClarificationAnswered: { clarificationId: Id; answer: TextRef };
  ClarificationLapsed: { clarificationId: Id; onLapse: OnLapse };
  CaseAmended: {
    description: TextRef | null;
    requestedRemedy: TextRef | null;
    disputedAmount: Money | null;
    /** As it stands now; null where nothing new is told of it. Older logs say nothing of it. */
    transaction?: Transaction | null;
  };
  CaseReclassified: {
    type: CaseType;
    reason: CaseReason;
    track: CaseTrack;
    urgency: Urgency;
    complexity: Complexity | null;
    explanation: TextRef;
  };
  CaseFastTracked: { terms: TermContent[] };
  FastTrackLeft: { reason: TextRef | null };
  PaymentChecked: { finding: PaymentFinding };
  InvestigationStarted: { investigationId: Id; cycle: number; steps: PlannedStep[] };
  InvestigationStepPlanned: { step: PlannedStep };
  InvestigationStepCompleted: { stepId: Id; result: TextRef };
  InvestigationStepWaived: { stepId: Id; reason: TextRef };
  /** `evidenceIds`: what all parties may read of what it rests on; the rest is told to whose eyes it is for. */
  FindingRecorded: { findingId: Id; rootCause: RootCause; text: TextRef; evidenceIds: Id[] };
  FindingSupported: { findingId: Id; evidenceIds: Id[] };
  InvestigationConcluded: { investigationId: Id };
  EvidenceRequested: {
    requestId: Id;
    fromPartyId: Id;
    types: EvidenceType[];
    isMandatory: boolean;
    dueOn: LocalDate;
    onLapse: OnLapse;
  };
  EvidenceSubmitted: {
    evidenceId: Id;
    type: EvidenceType;
    title: TextRef;
    partyId: Id | null;
    requestId: Id | null;
    supersedesId: Id | null;
    /** Whether it came after the investigation it concerns was concluded; missing in older logs. */
    isLate?: boolean;
    /** By when the platform answers what came late; null when it owes no answer. */
    answerDueOn?: LocalDate | null;
    /** Missing in events written before files were kept. */
    file?: EvidenceFile | null;
  };
  EvidenceRequestAnswered: { requestId: Id };
  EvidenceReviewed: { evidenceId: Id; isAccepted: boolean; reason: TextRef | null };
  EvidenceRequestLapsed: { requestId: Id };
  RoundOpened: { roundId: Id; number: number; phase: RoundPhase; reason: TextRef | null };
  MeetingScheduled: {
    meetingId: Id;
    roundId: Id | null;
    mode: MeetingMode;
    scheduledAt: Instant;
    place: TextRef | null;
  };
  MeetingRescheduled: { meetingId: Id; mode: MeetingMode; scheduledAt: Instant; place: TextRef | null };
  MeetingAnswered: { meetingId: Id; partyId: Id; answer: MeetingAnswer };
  MeetingCancelled: { meetingId: Id; reason: TextRef };
  MeetingRecorded: { meetingId: Id; heldAt: Instant; minutes: TextRef; attendeePartyIds: Id[] };
  MessagePosted: { text: TextRef };
  NoteAdded: { text: TextRef };
  /** To whom is who acts. */
  PersonalDataRevealed: { personId: Id; reason: TextRef };
  ContactAttempted: { partyId: Id; channel: ContactChannel; isReached: boolean; note: TextRef | null };
  PartyUnreachable: { partyId: Id; silenceEndsOn: LocalDate | null };
  PartyReached: { partyId: Id };
  PartyAdded: Omit<NewParty, 'id'> & { partyId: Id };
  PartyMemberAdded: { partyId: Id; personId: Id; kind: PartyKind };
  /** Without words when a reclassification sent it away. */
  PartyLeft: { partyId: Id; ground: LeavingGround; reason: TextRef | null };
  /** A party that was known already is who answers. */
  RespondentNamed: { partyId: Id };
  PositionStated: { partyId: Id; text: TextRef };
  ProposalMade: {
    proposalId: Id;
    parentId: Id | null;
    roundId: Id;
    terms: TermContent[];
    hash: string;
    expiresOn: LocalDate;
    settlesPart: boolean;
    findingIds: Id[];
    authorPartyId: Id | null;
  };
  ProposalAccepted: { proposalId: Id; partyId: Id; hash: string };
  ProposalDeclined: { proposalId: Id; partyId: Id; reason: TextRef | null };
  CompensationAllowed: { amount: Money; reason: TextRef };
  ProposalWithdrawn: { proposalId: Id };
  ProposalLapsed: { proposalId: Id };
  /** `dueDates`: of the terms that named no date; older logs have none. */
  SettlementReached: { proposalId: Id; settlesPart: boolean; dueDates?: { termId: Id; dueOn: LocalDate }[] };
  ImpasseDeclared: { reason: TextRef; windowEndsOn: LocalDate };
  TermReported: { termId: Id; reference: TextRef | null; uncontestedOn: LocalDate };
  TermContested: { termId: Id; reason: TextRef };
  TermFulfilled: { termId: Id; by: TermFulfilment };
  /** The booking that fulfilled it was taken back. */
  TermReopened: { termId: Id };
  MovementRecorded: {
    movementId: Id;
    termId: Id;
    amount: Money;
    reference: TextRef | null;
    /** The wrong booking that it takes back, and why; both missing in older logs. */
    reversesId?: Id | null;
    reason?: TextRef | null;
  };
  InstalmentReported: { termId: Id; number: number; reference: TextRef | null; uncontestedOn: LocalDate };
  InstalmentContested: { termId: Id; number: number; reason: TextRef };
  /** Without `by` in older logs, where everyone's word counted. */
  InstalmentRecorded: { termId: Id; number: number; reference: TextRef | null; by?: TermFulfilment };
  InstalmentMoved: { termId: Id; number: number; previousDueOn: LocalDate; dueOn: LocalDate };
  /** `computedDueOn` is what the new version gives; `dueOn`, which decides, is the later of it and `previousDueOn`. */
  ClockRevised: Pick<Clock, 'kind' | 'cycle' | 'calendarVersion' | 'dueOn' | 'computedDueOn'> & {
    previousDueOn: LocalDate;
  };
  TermOverdue: {
    termId: Id;
    /** Which instalment of a plan; null when it is the term itself. */
    instalmentNumber: number | null;
    /** From when the beneficiary can report the default. */
    defaultFrom: LocalDate;
  };
  DutyOverdue: { duty: Duty; subjectId: Id; dueOn: LocalDate };
  MeasureEnded: { measureId: Id };
  ClockBreached: { clocks: Pick<Clock, 'kind' | 'cycle'>[]; dueOn: LocalDate };
  ClockResumed: { clocks: Pick<Clock, 'kind' | 'cycle'>[]; reason: 'CAP' };
  OrderStatusUpdated: { orderStatus: OrderStatus };
  MeasureTaken: { measureId: Id; kind: MeasureKind; reason: TextRef; endsOn: LocalDate };
  /** Without words when the end of the case ended it. */
  MeasureLifted: { measureId: Id; reason: TextRef | null };
  ResultConfirmed: { partyId: Id };
  CaseReferred: { referralId: Id; routeId: Id };
  CaseResolved: { outcome: Outcome; windowEndsOn: LocalDate };
  CaseUnresolved: { outcome: Outcome; windowEndsOn: LocalDate };
  CaseWithdrawn: {
    outcome: Outcome;
    partyId: Id | null;
    reason: TextRef | null;
    /** Last day for a complainant whose silence ended the case to come back. */
    windowEndsOn: LocalDate | null;
  };
  /** `dueOn`: until when the admission, or the opinions of these seats, are waited for now; older logs have neither. */
  CaseReturned: { stage: CaseStage; dueOn?: LocalDate | null; seatIds?: Id[] };
  CaseClosed: Record<never, never>;
  CaseSampled: { reviewId: Id; sampleId: Id };
  ReviewRecorded: { reviewId: Id; verdict: ReviewVerdict; scores: ReviewScore[]; text: TextRef };
  CaseRated: { ratingId: Id; partyId: Id; score: number; text: TextRef | null };

  InvestigationDeepened: { investigationId: Id; cycle: number; reason: TextRef };
  ObjectionRaised: {
    objectionId: Id;
    partyId: Id;
    against: ObjectionAgainst;
    subjectId: Id | null;
    grounds: TextRef;
    dueOn: LocalDate;
    windowLeft: number | null;
    /** Missing in older logs. */
    isRepeated?: boolean;
  };
  ObjectionWithdrawn: { objectionId: Id; window: WindowExtension | null };
  ObjectionDecided: {
    objectionId: Id;
    decision: ObjectionDecision;
    effect: ObjectionEffect;
    reason: TextRef;
    window: WindowExtension | null;
  };
  /** Without a cycle the case goes back to where it was rejected from. */
  CaseReopened: {
    ground: ReopeningGround;
    objectionId: Id | null;
    reason: TextRef;
    cycle: { investigationId: Id; cycle: number } | null;
  };
  DefaultReported: { termId: Id; instalmentNumber: number | null; investigationId: Id; cycle: number };

  SecondNegotiationRequested: { partyId: Id; grounds: TextRef; dueOn: LocalDate };
  SecondNegotiationRefused: { reason: TextRef };
  SecondNegotiationWithdrawn: { partyId: Id; reason: TextRef | null };
  /** `panel` holds the numbers of the seats. */
  SecondNegotiationAdmitted: { panel: number[]; opinionDueOn: LocalDate };
  ExpertAppointed: { seatId: Id; number: number; expertId: Id };
  ConflictDeclared: { seatId: Id; hasConflict: boolean; explanation: TextRef | null };
  ExpertReplaced: {
    seatId: Id;
    replacedSeatId: Id;
    number: number;
    expertId: Id;
    opinionDueOn: LocalDate | null;
    reason: TextRef;
  };
  ExpertRecused: { seatId: Id };
  OpinionSubmitted: { seatId: Id; text: TextRef };
  OpinionSealed: { seatId: Id; seal: string };
  OpinionsRevealed: { opinions: { seatId: Id; text: TextRef }[] };
}

/** How a case comes into being, whether filed here or imported. */
interface CaseOrigin {
  number: string;
  type: CaseType;
  reason: CaseReason;
  track: CaseTrack;
  urgency: Urgency;
  channel: Channel;
  product: Product;
  description: TextRef | null;
  requestedRemedy: TextRef | null;
  disputedAmount: Money | null;
  transaction: Transaction | null;
  receivedOn: LocalDate;
  teamId: Id | null;
  parties: NewParty[];
}

/** One row of a foreign event log. */
interface ImportedStep {
  activity: TextRef;
  performer: TextRef | null;
  effects: ImportedEffect[];
}

export interface PlannedStep {
  id: Id;
  kind: InvestigationStepKind;
  note: TextRef | null;
}
