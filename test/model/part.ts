import type { Day } from './days.js';

/** One person of the play, and what they can be in a case of this team. */
export interface Player {
  id: string;
  as: 'PARTY' | 'HANDLER' | 'SUPERVISOR' | 'EXPERT' | 'MANAGER' | 'INTEGRATION' | 'NOBODY';
}

/** What it means that nobody answers a question, or a request for evidence. */
export type OnLapse = 'PROCEED_WITHOUT' | 'DEEMED_WITHDRAWN' | 'REJECT';

/** An id is filled in once the server has made it; the model only knows that it is the nth of its list. */
export interface Made {
  id: string;
}
export interface Party extends Made {
  side: 'COMPLAINANT' | 'RESPONDENT' | 'THIRD_PARTY';
  memberIds: string[];
  isPlatform: boolean;
  hasConfirmed: boolean;
  isUnreachable: boolean;
  silenceEndsOn: Day | null;
  /** Whether it has withdrawn from a case that goes on without it. */
  hasLeft: boolean;
  attempts: { on: Day; channel: string }[];
  hasRated: boolean;
}
export interface Request extends Made {
  partyId: string;
  types: string[];
  isMandatory: boolean;
  askedOn: Day;
  /** After how many commands it was asked. */
  at: number;
  dueOn: Day;
  onLapse: Exclude<OnLapse, 'REJECT'>;
  status: 'OPEN' | 'ANSWERED' | 'LAPSED';
  closedOn: Day | null;
}
/** One payment of a plan; one that its obligor reported is contested until a day, or counts. */
export interface Payment {
  nominalOn: Day;
  dueOn: Day;
  amount: number;
  isPaid: boolean;
  uncontestedOn: Day | null;
}
export interface Term extends Made {
  kind: string;
  obligorId: string;
  beneficiaryId: string;
  amount: number | null;
  dueOn: Day;
  /** Where no date is named: how many working days after it is agreed. */
  dueIn: number | null;
  instalments: Payment[];
  isOfPart: boolean;
  status: 'OPEN' | 'REPORTED' | 'CONTESTED' | 'FULFILLED' | 'IN_FORCE' | 'DEFAULTED';
  uncontestedOn: Day | null;
  /** What counts of the movements for it. */
  booked: number;
  /** Whether it counts as done by nothing but them. */
  isByBooking: boolean;
}
/** Money that was booked for a term, or a booking taken back. */
export interface Movement extends Made {
  termId: string;
  amount: number;
  reversesId: string | null;
}
export interface Proposal extends Made {
  authorId: string | null;
  terms: Term[];
  settlesPart: boolean;
  expiresOn: Day;
  hash: string;
  status: 'LIVE' | 'ACCEPTED' | 'WITHDRAWN' | 'LAPSED';
  answers: Map<string, 'ACCEPTED' | 'DECLINED'>;
}
export interface Seat extends Made {
  expertId: string;
  status: 'APPOINTED' | 'CLEAR' | 'RECUSED' | 'REPLACED' | 'RELEASED';
  hasOpinion: boolean;
  opinionDueOn: Day | null;
  /** Whether it is of the panel that was admitted, which the parties know. */
  isOfPanel: boolean;
}
export interface Objection extends Made {
  partyId: string;
  against: string;
  subjectId: string | null;
  status: 'OPEN' | 'UPHELD' | 'PARTLY' | 'DISMISSED' | 'WITHDRAWN';
  raisedOn: Day;
  /** Of the same party, against the same thing, in the same window: it suspends nothing. */
  isRepeated: boolean;
  decidedAt: number | null;
}
export interface Piece extends Made {
  type: string;
  at: number;
  partyId: string | null;
  requestId: string | null;
  /** Late, and not yet answered. */
  isAnswerOwed: boolean;
  isSuperseded: boolean;
}
export interface Round {
  phase: 'FIRST' | 'SECOND';
  result: 'AGREED' | 'NOT_AGREED' | 'ADJOURNED' | null;
}
export interface Second {
  partyId: string;
  from: 'IMPASSE' | 'RESOLVED';
  outcomeBefore: string | null;
  /** Who had a hand in round one. */
  handledBefore: string[];
  status: 'REQUESTED' | 'REFUSED' | 'WITHDRAWN' | 'ADMITTED';
}
