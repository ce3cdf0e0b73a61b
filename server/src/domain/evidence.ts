import type { CaseState, Id, Instant, TextRef } from './case.js';
import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent, Audience } from './case-event.js';
import { daysFromToday } from './decision.js';
import type { Deciding, Decision } from './decision.js';
import { badInput, blocked, notFound, requireNone, requireText } from './domain-error.js';
import { claimedUpload, fileOfUpload } from './evidence-file.js';
import type { EvidenceFile, EvidenceUpload } from './evidence-file.js';
import type { Dossier } from './evidence-requirement.js';
import type { Evolution } from './evolve.js';
import { blockedIf, unlessOneIsFree } from './guard.js';
import type { Guard, SubjectGuard } from './guard.js';
import { requirePresent } from './presence.js';
import { comeback } from './silence.js';
import { hearing } from './stage.js';
import { shanghaiDate } from './working-calendar.js';
import type { LocalDate } from './working-calendar.js';

export const evidenceTypes = [
  'TRANSACTION_VOUCHER',
  'BANK_STATEMENT',
  'CHAT_RECORD',
  'FINANCIAL_STATEMENT',
  'PAYSLIP',
  'ACCOUNT_INFORMATION',
  'THEFT_PROOF',
  'GOODS_PHOTO',
  'LOGISTICS_RECORD',
  'OTHER',
] as const;
export type EvidenceType = (typeof evidenceTypes)[number];
export const evidenceRequestStatuses = ['OPEN', 'ANSWERED', 'LAPSED'] as const;
export type EvidenceRequestStatus = (typeof evidenceRequestStatuses)[number];
export const onLapseChoices = ['PROCEED_WITHOUT', 'DEEMED_WITHDRAWN', 'REJECT'] as const;
export type OnLapse = (typeof onLapseChoices)[number];

export interface Evidence {
  id: Id;
  type: EvidenceType;
  title: TextRef;
  /** Who submitted it; null when the platform did. */
  partyId: Id | null;
  requestId: Id | null;
  /** The earlier piece that this one takes the place of. */
  supersedesId: Id | null;
  audience: Audience;
  /** Null for what is only named. */
  file: EvidenceFile | null;
  submittedAt: Instant;
  /** Whether it came after the investigation it concerns was concluded. */
  isLate: boolean;
  /** By when the platform says what it makes of late evidence; null for what is in time, and for its own. */
  answerDueOn: LocalDate | null;
  review: EvidenceReview | null;
}

/** What the platform makes of a piece of evidence. */
interface EvidenceReview {
  isAccepted: boolean;
  reason: TextRef | null;
  reviewedAt: Instant;
}

export interface EvidenceRequest {
  id: Id;
  fromPartyId: Id;
  types: EvidenceType[];
  isMandatory: boolean;
  dueOn: LocalDate;
  onLapse: OnLapse;
  status: EvidenceRequestStatus;
  askedAt: Instant;
  closedAt: Instant | null;
}

/** While one of these is open, investigation and negotiation clocks pause. */
export function mandatoryRequestsOpen(state: CaseState): EvidenceRequest[] {
  return state.evidenceRequests.filter((request) => request.status === 'OPEN' && request.isMandatory);
}

/** The days on which a party owed mandatory evidence: (asked, answered or lapsed], of an open request through a date. */
export function owedSpans(
  requests: readonly EvidenceRequest[],
  through: LocalDate,
): { fromOn: LocalDate; toOn: LocalDate }[] {
  return requests
    .filter(({ isMandatory }) => isMandatory)
    .map(({ askedAt, status, closedAt, dueOn }) => {
      const fromOn = shanghaiDate(new Date(askedAt));
      if (status === 'OPEN') return { fromOn, toOn: through };
      const closedOn = shanghaiDate(new Date(closedAt!));
      // A withdrawal ends a request before its last day, the lapse acts after it.
      return { fromOn, toOn: status === 'LAPSED' && dueOn < closedOn ? dueOn : closedOn };
    });
}

export interface RequestEvidence {
  fromPartyId: Id;
  types: EvidenceType[];
  isMandatory: boolean;
  dueInWorkingDays?: number | null;
  onLapse?: OnLapse | null;
}

export const requestEvidence: Decision<RequestEvidence> = (state, input, deciding) => {
  const party = state.parties.find((each) => each.id === input.fromPartyId);
  if (!party) throw notFound('input.fromPartyId');
  requirePresent(party);
  if (input.types.length === 0) throw badInput('input.types', 'must name at least one type');
  if (new Set(input.types).size < input.types.length) throw badInput('input.types', 'must not repeat a type');
  const days = input.dueInWorkingDays ?? deciding.policy.evidenceWorkingDays;
  if (!Number.isInteger(days) || days < 1 || days > 60)
    throw badInput('input.dueInWorkingDays', 'must be from 1 to 60');
  const onLapse = input.onLapse ?? 'PROCEED_WITHOUT';
  if (onLapse === 'REJECT') throw badInput('input.onLapse', 'REJECT is possible before acceptance only');
  if (onLapse === 'DEEMED_WITHDRAWN' && party.side !== 'COMPLAINANT') {
    throw badInput('input.onLapse', 'DEEMED_WITHDRAWN is possible for a complainant only');
  }
  return [
    newEvent('EvidenceRequested', {
      requestId: deciding.newId(),
      fromPartyId: party.id,
      types: input.types,
      isMandatory: input.isMandatory,
      dueOn: daysFromToday(deciding, days),
      onLapse,
    }),
  ];
};

/** An open request for which every type it names has come in, or undefined. */
export function answeredRequest(state: CaseState): EvidenceRequest | undefined {
  return state.evidenceRequests.find((request) => {
    const given = state.evidence.filter((each) => each.requestId === request.id).map((each) => each.type);
    return request.status === 'OPEN' && request.types.every((type) => given.includes(type));
  });
}

export interface SubmitEvidence {
  type: EvidenceType;
  title: string;
  requestId?: Id | null;
  supersedesId?: Id | null;
  uploadId?: Id | null;
}

export const submitEvidence: Decision<SubmitEvidence> = (state, input, deciding) => {
  const partyId = deciding.actor.partyId;
  requireText('input.title', input.title, 1, 200);
  if (input.requestId) {
    const request = state.evidenceRequests.find((each) => each.id === input.requestId);
    if (!request) throw notFound('input.requestId');
    if (request.status !== 'OPEN') throw blocked('REQUEST_CLOSED', [request.id]);
    if (request.fromPartyId !== partyId) throw notFound('input.requestId');
    if (!request.types.includes(input.type)) throw badInput('input.type', `must be one of ${request.types.join(', ')}`);
  }
  if (input.supersedesId) requireSupersedable(state, input.supersedesId, input.type, deciding);
  const isLate = isAfterConclusion(state, input.requestId ?? null);
  // Whatever the case has come to, and nobody answers oneself.
  const answerDueOn = isLate && partyId !== null ? daysFromToday(deciding, deciding.policy.answerWorkingDays) : null;
  const upload = input.uploadId ? claimedUpload(input.uploadId, state.id, 'input.uploadId', deciding) : null;
  return [
    evidenceSubmitted({ ...input, partyId, isLate, answerDueOn }, upload, deciding),
    ...comeback(state, deciding),
  ];
};

/** Puts a piece on record, for the other party's eyes only if it names no income: a payslip stays between its party and the platform. */
export function evidenceSubmitted(
  piece: SubmitEvidence & Pick<Evidence, 'partyId' | 'isLate' | 'answerDueOn'>,
  upload: EvidenceUpload | null,
  deciding: Deciding,
): AnyNewCaseEvent {
  const { type, title, partyId, requestId = null, supersedesId = null, isLate, answerDueOn } = piece;
  const isPrivate = type === 'PAYSLIP';
  const audience: Audience = !isPrivate ? 'PARTIES' : partyId ? `PARTY:${partyId}` : 'STAFF';
  const payload = {
    evidenceId: deciding.newId(),
    type,
    title: deciding.text(title),
    partyId,
    requestId,
    supersedesId,
    isLate,
    answerDueOn,
    file: upload && fileOfUpload(upload, deciding),
  };
  return newEvent('EvidenceSubmitted', payload, { audience });
}

/** Nothing is investigated any more, and it was not asked for since: evidence of now concerns what was concluded. */
function isAfterConclusion(state: CaseState, requestId: Id | null): boolean {
  const concludedAt = state.investigations.at(-1)?.concludedAt ?? null;
  const request = state.evidenceRequests.find((each) => each.id === requestId);
  return concludedAt !== null && !(request && request.askedAt > concludedAt);
}

/** One's own, of the same type, so that who could read the one can read the other; nothing is superseded twice. */
function requireSupersedable(state: CaseState, id: Id, type: EvidenceType, deciding: Deciding): void {
  const earlier = state.evidence.find((each) => each.id === id);
  if (!earlier || earlier.partyId !== deciding.actor.partyId) throw notFound('input.supersedesId');
  if (earlier.type !== type) throw badInput('input.type', `must be ${earlier.type}, as what it supersedes`);
  if (isSuperseded(state, id)) throw blocked('EVIDENCE_SUPERSEDED', [id]);
}

function isSuperseded(state: CaseState, id: Id): boolean {
  return state.evidence.some((each) => each.supersedesId === id);
}

/** The whole of the case, as the platform sees it. */
export function dossierOf(state: CaseState): Dossier {
  const { type, reason, transaction, evidence } = state;
  const offered = evidence.map(({ id, type: of, review }) => ({
    type: of,
    isSuperseded: isSuperseded(state, id),
    isAccepted: review?.isAccepted ?? null,
  }));
  return { type, reason, hasTransaction: transaction !== null, evidence: offered };
}

/** Late evidence waits for its answer in every stage; other evidence is reviewed while parties are heard. */
function isReviewable({ stage }: CaseState, { answerDueOn, review }: Evidence): boolean {
  return hearing.includes(stage) || (answerDueOn !== null && review === null);
}

const reviewBlockersOf: SubjectGuard<Evidence> = (state, piece) =>
  isSuperseded(state, piece.id)
    ? blockedIf(true, 'EVIDENCE_SUPERSEDED', [piece.id])
    : blockedIf(!isReviewable(state, piece), 'WRONG_STAGE', [state.id]);

const ofAnyPiece = unlessOneIsFree(({ evidence }) => evidence, reviewBlockersOf);

export const reviewBlockers: Guard = (state, asking) => {
  const isOpen = hearing.includes(state.stage) || state.evidence.some((piece) => isReviewable(state, piece));
  return isOpen ? ofAnyPiece(state, asking) : blockedIf(true, 'WRONG_STAGE', [state.id]);
};

export interface ReviewEvidence {
  evidenceId: Id;
  isAccepted: boolean;
  reason?: string | null;
}

/** Who can read the evidence reads what was made of it. A later review replaces an earlier one. */
export const reviewEvidence: Decision<ReviewEvidence> = (state, input, deciding) => {
  const evidence = state.evidence.find((each) => each.id === input.evidenceId);
  if (!evidence) throw notFound('input.evidenceId');
  requireNone(reviewBlockersOf(state, evidence, deciding));
  if (!input.isAccepted && !input.reason) throw badInput('input.reason', 'is needed when evidence is not accepted');
  const reason = input.reason ? deciding.text(requireText('input.reason', input.reason)) : null;
  const payload = { evidenceId: evidence.id, isAccepted: input.isAccepted, reason };
  return [newEvent('EvidenceReviewed', payload, { audience: evidence.audience })];
};

/** Nothing is asked any more once the case is withdrawn, or of a party that has left it. */
export function closeRequests(state: CaseState, at: Instant, fromPartyId: Id | null = null): void {
  for (const request of state.evidenceRequests) {
    const isMeant = fromPartyId === null || request.fromPartyId === fromPartyId;
    if (isMeant && request.status === 'OPEN') Object.assign(request, { status: 'LAPSED', closedAt: at });
  }
}

export const evidenceEvolution: Evolution = {
  EvidenceRequested(state, { payload, at }) {
    const { requestId: id, ...request } = payload;
    state.evidenceRequests.push({ id, ...request, status: 'OPEN', askedAt: at, closedAt: null });
  },
  EvidenceSubmitted(state, { payload, audience, at }) {
    const { evidenceId: id, isLate = false, answerDueOn = null, file = null, ...evidence } = payload;
    state.evidence.push({ id, ...evidence, isLate, answerDueOn, audience, file, submittedAt: at, review: null });
  },
  EvidenceRequestAnswered(state, { payload, at }) {
    const request = state.evidenceRequests.find((each) => each.id === payload.requestId)!;
    Object.assign(request, { status: 'ANSWERED', closedAt: at });
  },
  EvidenceReviewed(state, { payload, at }) {
    const { evidenceId, ...review } = payload;
    state.evidence.find((each) => each.id === evidenceId)!.review = { ...review, reviewedAt: at };
  },
  EvidenceRequestLapsed(state, { payload, at }) {
    const request = state.evidenceRequests.find((each) => each.id === payload.requestId)!;
    Object.assign(request, { status: 'LAPSED', closedAt: at });
  },
};
