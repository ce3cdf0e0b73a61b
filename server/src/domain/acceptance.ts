import { newEvent } from './case-event.js';
import { reasonsOfType } from './classification.js';
import type { CaseState } from './case.js';
import type { CaseReason, CaseType, Complexity, RejectionReason, Urgency } from './classification.js';
import { closeClarification } from './clarification.js';
import { daysFromToday } from './decision.js';
import type { Decision } from './decision.js';
import { badInput, blocked, requireNone, requireText } from './domain-error.js';
import { dossierOf } from './evidence.js';
import { completenessOf, evidenceCounts } from './evidence-requirement.js';
import type { Evolution } from './evolve.js';
import { trackOf, urgencyOf } from './filing.js';
import { blockedIf } from './guard.js';
import type { Guard } from './guard.js';
import { respondentsAfter } from './respondent.js';
import { startTerms } from './settlement.js';
import { limitBlockers } from './term-limit.js';
import { draftTerms, fitsType, termBlockers } from './term.js';
import type { TermContent, TermInput } from './term.js';

export const acceptCase: Decision<{ complexity: Complexity }> = (state, input) => [
  newEvent('CaseAccepted', { complexity: input.complexity }),
  newEvent('CompletenessAssessed', evidenceCounts(dossierOf(state)), { audience: 'STAFF' }),
];

export const rejectCase: Decision<{ reasonCode: RejectionReason; reason: string }> = (_state, input, deciding) => {
  const reason = deciding.text(requireText('input.reason', input.reason));
  const windowEndsOn = daysFromToday(deciding, deciding.policy.windowWorkingDays);
  return [newEvent('CaseRejected', { reasonCode: input.reasonCode, reason, windowEndsOn })];
};

export interface ReclassifyCase {
  type?: CaseType | null;
  caseReason?: CaseReason | null;
  urgency?: Urgency | null;
  complexity?: Complexity | null;
  explanation: string;
}

/** Changes what the case is about. Only a payment anomaly can be on the fast track, so another type leaves it. */
export const reclassifyCase: Decision<ReclassifyCase> = (state, input, deciding) => {
  const type = input.type ?? state.type;
  const reason = input.caseReason ?? state.reason;
  if (!(reasonsOfType[type] as readonly CaseReason[]).includes(reason)) {
    throw badInput('input.caseReason', `does not fit the type ${type}`);
  }
  const offered = state.proposals.filter(({ status }) => status === 'LIVE').flatMap(({ terms }) => terms);
  const unfit = [...state.terms, ...offered].filter((term) => !fitsType(term.kind, type));
  if (unfit.length > 0)
    throw blocked(
      'TERMS_OF_OTHER_TYPE',
      unfit.map((term) => term.id),
    );
  const { urgency, complexity } = input;
  // A type that is urgent by itself makes the case so, unless somebody says otherwise.
  const isUrgentType = type !== state.type && urgencyOf(type) === 'URGENT';
  const newUrgency = urgency ?? (isUrgentType ? 'URGENT' : state.urgency);
  const isChange =
    type !== state.type ||
    reason !== state.reason ||
    (urgency ?? state.urgency) !== state.urgency ||
    (complexity ?? state.complexity) !== state.complexity;
  if (!isChange) throw badInput('input', 'must change something');
  if (input.complexity && state.complexity === null) {
    throw badInput('input.complexity', 'is set when the case is accepted');
  }
  const explanation = deciding.text(requireText('input.explanation', input.explanation));
  return [
    newEvent('CaseReclassified', {
      type,
      reason,
      track: trackOf(type) === 'SIMPLE' ? state.track : 'STANDARD',
      urgency: newUrgency,
      complexity: input.complexity ?? state.complexity,
      explanation,
    }),
    ...respondentsAfter(state, type, reason, deciding),
  ];
};

export const trackBlockers: Guard = (state) => blockedIf(state.track !== 'SIMPLE', 'NOT_ON_FAST_TRACK', [state.id]);

export const fastTrackBlockers: Guard = (state, asking) => {
  const blockers = trackBlockers(state, asking);
  return blockers.length > 0 ? blockers : termBlockers(state, asking);
};

/** Puts a simple payment anomaly right at once. */
export const fastTrack: Decision<{ terms: TermInput[] }> = (state, input, deciding) => {
  const terms = draftTerms(state, input.terms, deciding);
  requireNone(limitBlockers(state, terms, deciding, deciding));
  const others = terms.filter((term) => !fitsFastTrack(state, term));
  if (others.length > 0) throw blocked('TERM_NOT_FAST_TRACK');
  return [newEvent('CaseFastTracked', { terms })];
};

/** A term that gives the payment back to who paid, or that binds the platform alone. */
function fitsFastTrack(state: CaseState, term: TermContent): boolean {
  const sideOf = (partyId: string) => state.parties.find((party) => party.id === partyId);
  const isReversal = term.kind === 'FULL_REFUND' || term.kind === 'PARTIAL_REFUND';
  if (isReversal && sideOf(term.beneficiaryId)?.side === 'COMPLAINANT') return true;
  return sideOf(term.obligorId)?.kind === 'PLATFORM';
}

export const leaveFastTrack: Decision<{ reason?: string | null }> = (_state, input, deciding) => {
  const reason = input.reason ? deciding.text(requireText('input.reason', input.reason)) : null;
  return [newEvent('FastTrackLeft', { reason })];
};

export const acceptanceEvolution: Evolution = {
  CaseAccepted(state, { payload, at }) {
    closeClarification(state, 'CLOSED', at);
    state.stage = 'ACCEPTED';
    state.complexity = payload.complexity;
  },
  CompletenessAssessed(state, { payload }) {
    state.completenessWhenAccepted = completenessOf(payload);
  },
  CaseRejected(state, { payload, at }) {
    closeClarification(state, 'CLOSED', at);
    state.stage = 'REJECTED';
    state.outcome = 'REJECTED';
    state.windowEndsOn = payload.windowEndsOn;
  },
  CaseReclassified(state, { payload }) {
    const { explanation: _, ...classification } = payload;
    Object.assign(state, classification);
  },
  CaseFastTracked(state, { payload, at }) {
    state.stage = 'EXECUTING';
    startTerms(state, payload.terms, null, at);
  },
  FastTrackLeft(state) {
    state.track = 'STANDARD';
  },
};
