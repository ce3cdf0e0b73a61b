import type { PaymentFinding } from './automatic-check.js';
import type { Clarification } from './clarification.js';
import type {
  CaseReason,
  CaseTrack,
  CaseType,
  Channel,
  Complexity,
  OrderStatus,
  Outcome,
  Product,
  Urgency,
} from './classification.js';
import type { Clock } from './clock.js';
import type { ContactAttempt } from './contact-attempt.js';
import type { Evidence, EvidenceRequest } from './evidence.js';
import type { Seat } from './expert-panel.js';
import type { Investigation } from './investigation.js';
import type { Measure } from './measure.js';
import type { Meeting } from './meeting.js';
import type { Money } from './money.js';
import type { Movement } from './movement.js';
import type { NegotiationRound } from './negotiation-round.js';
import type { Objection, WindowExtension } from './objection.js';
import type { Proposal } from './proposal.js';
import type { Rating } from './rating.js';
import type { Referral } from './referral.js';
import type { Review } from './review.js';
import type { Reopening } from './reopening.js';
import type { SecondNegotiation } from './second-negotiation.js';
import type { Term } from './term.js';
import type { CaseStage } from './stage.js';
import type { Holding } from './time-share.js';
import type { LocalDate } from './working-calendar.js';

/** A random UUID; the API shows it inside an opaque global id. */
export type Id = string;

/** A moment as RFC 3339 in UTC with milliseconds, `2026-11-22T08:01:55.123Z`; it sorts as text. */
export type Instant = string;

/** A free text: the words lie in their own row, the log holds only this salted digest of them. */
export interface TextRef {
  id: Id;
  /** sha256(salt ‖ UTF-8 text), hex. */
  digest: string;
}

export const partySides = ['COMPLAINANT', 'RESPONDENT', 'THIRD_PARTY'] as const;
export type PartySide = (typeof partySides)[number];
export const partyKinds = ['PERSON', 'MERCHANT', 'SERVICE_PROVIDER', 'PLATFORM'] as const;
export type PartyKind = (typeof partyKinds)[number];

export interface Party {
  id: Id;
  side: PartySide;
  kind: PartyKind;
  /** Who acts for it; a respondent nobody has found yet has none. */
  memberIds: Id[];
  /** What the complainant calls a party that has no member. */
  name: TextRef | null;
  hasConfirmedResult: boolean;
  /** How it sees the matter. */
  position: TextRef | null;
  /** Whether it was tried in vain to reach it, until it is heard of again. */
  isUnreachable: boolean;
  /** Last day for an unreachable complainant to be heard of. */
  silenceEndsOn: LocalDate | null;
  /** Since when it is in the case no longer: it reads, and does what it still owes, and nobody waits for it. */
  leftAt: Instant | null;
}

/** A party as it joins a case. */
export type NewParty = Pick<Party, 'id' | 'side' | 'kind' | 'memberIds' | 'name'>;

/** The payment in dispute; several cases can be about one. */
export interface Transaction {
  id: Id;
  /** As the complainant's records name it; unique on the platform. */
  reference: string;
  /** Null until somebody tells it, and so is the amount. */
  paidAt: Instant | null;
  amount: Money | null;
  counterparty: TextRef | null;
  product: Product | null;
  orderStatus: OrderStatus | null;
}

/** A date by which the platform acts by itself unless somebody acts before. */
export interface Deadline {
  kind: DeadlineKind;
  /** What lapses or is overdue: the case, a question, a request, a proposal, a term, an objection, a seat or a measure. */
  subjectId: Id;
  /** Last day in time; the deadline acts from 00:00 Shanghai of the next day, a breach from that of the next working day. */
  dueOn: LocalDate;
  actedAt: Instant | null;
}

export const deadlineKinds = [
  'CLARIFICATION',
  'EVIDENCE_REQUEST',
  'PROPOSAL',
  'WINDOW',
  'TERM_UNCONTESTED',
  'PAUSE_CAP',
  'SILENCE',
  'TERM_OVERDUE',
  'OBJECTION',
  'ADMISSION',
  'OPINION',
  'EVIDENCE_ANSWER',
  'MEASURE',
  'BREACH',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/**
 * Everything the rules need to know of one case: the fold of its events.
 * It holds ids, enums, dates and amounts, never words.
 */
export interface CaseState {
  id: Id;
  number: string;
  /** Number of the last event that all parties may see. */
  version: number;
  /** Heads of the event chains, by audience. */
  chains: Record<string, { number: number; hash: string }>;
  type: CaseType;
  reason: CaseReason;
  track: CaseTrack;
  urgency: Urgency;
  complexity: Complexity | null;
  channel: Channel;
  product: Product;
  stage: CaseStage;
  outcome: Outcome | null;
  description: TextRef | null;
  requestedRemedy: TextRef | null;
  disputedAmount: Money | null;
  transaction: Transaction | null;
  /** The system that filed the case for somebody, and acts in it as far as systems do; null when a person filed it. */
  integrationId: Id | null;
  /** Where an imported case came from; null for a case filed here. */
  source: string | null;
  filedAt: Instant;
  receivedOn: LocalDate;
  resolvedAt: Instant | null;
  lastEventAt: Instant;
  /** When `version` last rose: what some cannot see does not show in an order by it. */
  updatedAt: Instant;
  /** Last day for an objection, a second negotiation or a confirmation, set on entering the stage. */
  windowEndsOn: LocalDate | null;
  teamId: Id | null;
  handlerId: Id | null;
  parties: Party[];
  clocks: Clock[];
  deadlines: Deadline[];
  clarifications: Clarification[];
  investigations: Investigation[];
  evidence: Evidence[];
  evidenceRequests: EvidenceRequest[];
  rounds: NegotiationRound[];
  meetings: Meeting[];
  proposals: Proposal[];
  terms: Term[];
  movements: Movement[];
  /** Up to how much a supervisor lets the case compensate; null while the configured limit holds. */
  compensationAllowed: Money | null;
  measures: Measure[];
  /** Tries in vain to reach a party, since it was last heard of. */
  contactAttempts: ContactAttempt[];
  ratings: Rating[];
  referrals: Referral[];
  /** Draws of the closed case for review; staff know of them. */
  reviews: Review[];
  /** What a case was that its complainant withdrew, or whose complainant fell silent. */
  withdrawnFrom: { stage: CaseStage; windowEndsOn: LocalDate | null } | null;
  /** Since when an imported case waits for its complainant; cases filed here derive it from what is owed. */
  waitingSince: Instant | null;
  /** Everyone who was ever assigned, or acted in the handler's place; none of them supervises the case. */
  handledBy: Id[];
  /** Share of the needed evidence that was there when the case was accepted last; null before, and for imported cases. */
  completenessWhenAccepted: number | null;
  /** Who held the case from which date on, oldest first. */
  holdings: Holding[];
  /** What the automatic check of its payment found last; null before there was one. */
  paymentFinding: PaymentFinding | null;
  /** Since when the case waits for a handler because the one it had left; null otherwise. */
  handlerLeftAt: Instant | null;
  /** Former handlers who may not take the case again. */
  barredHandlerIds: Id[];
  objections: Objection[];
  /** How far an objection that was open moved the end of the window. */
  windowExtension: WindowExtension | null;
  reopenings: Reopening[];
  /** Null until one is asked for; there is one a case. */
  secondNegotiation: SecondNegotiation | null;
  seats: Seat[];
}

/** The state of a case before its first event. */
export function unfiledCase(id: Id): CaseState {
  return {
    id,
    number: '',
    version: 0,
    chains: {},
    type: 'TRADE_DISPUTE',
    reason: 'NOT_AS_DESCRIBED',
    track: 'STANDARD',
    urgency: 'NORMAL',
    complexity: null,
    channel: 'WEB',
    product: 'PAYMENT',
    stage: 'SUBMITTED',
    outcome: null,
    description: null,
    requestedRemedy: null,
    disputedAmount: null,
    transaction: null,
    integrationId: null,
    source: null,
    filedAt: '',
    receivedOn: '',
    resolvedAt: null,
    lastEventAt: '',
    updatedAt: '',
    windowEndsOn: null,
    teamId: null,
    handlerId: null,
    parties: [],
    clocks: [],
    deadlines: [],
    clarifications: [],
    investigations: [],
    evidence: [],
    evidenceRequests: [],
    rounds: [],
    meetings: [],
    proposals: [],
    terms: [],
    movements: [],
    compensationAllowed: null,
    measures: [],
    contactAttempts: [],
    ratings: [],
    referrals: [],
    reviews: [],
    withdrawnFrom: null,
    waitingSince: null,
    completenessWhenAccepted: null,
    holdings: [],
    paymentFinding: null,
    handledBy: [],
    handlerLeftAt: null,
    barredHandlerIds: [],
    objections: [],
    windowExtension: null,
    reopenings: [],
    secondNegotiation: null,
    seats: [],
  };
}

/** The party that this person acts for in the case, or undefined. */
export function partyOf(state: CaseState, personId: Id): Party | undefined {
  return state.parties.find((party) => party.memberIds.includes(personId));
}
