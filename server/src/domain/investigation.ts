import { newEvent } from './case-event.js';
import type { PlannedStep } from './case-event-payload.js';
import type { AnyNewCaseEvent, Audience } from './case-event.js';
import type { CaseState, Id, Instant, TextRef } from './case.js';
import type { Deciding, Decision } from './decision.js';
import { badInput, judgeAll, notFound, requireNone, requireText } from './domain-error.js';
import { mandatoryRequestsOpen } from './evidence.js';
import type { Evolution } from './evolve.js';
import { blockedIf, unlessOneIsFree } from './guard.js';
import type { Guard, SubjectGuard } from './guard.js';
import { closeRound, nextRound } from './negotiation-round.js';
import { isUpheldAgainstFinding } from './objection.js';

export const investigationStepKinds = [
  'VERIFY_TRANSACTION',
  'CHECK_BANK_STATEMENT',
  'CONTACT_MERCHANT',
  'CONTACT_SERVICE_PROVIDER',
  'OTHER',
] as const;
export type InvestigationStepKind = (typeof investigationStepKinds)[number];
export const investigationStepStatuses = ['PLANNED', 'DONE', 'WAIVED'] as const;
export type InvestigationStepStatus = (typeof investigationStepStatuses)[number];
export const rootCauses = [
  'MERCHANT_FAILURE',
  'SERVICE_PROVIDER_FAILURE',
  'PLATFORM_FAILURE',
  'CHANNEL_FAILURE',
  'COMPLAINANT_ERROR',
  'FRAUD',
  'HARDSHIP',
  'UNKNOWN',
] as const;
export type RootCause = (typeof rootCauses)[number];

export interface InvestigationStep {
  id: Id;
  kind: InvestigationStepKind;
  status: InvestigationStepStatus;
  note: TextRef | null;
  /** What was found, or why the step was waived. */
  result: TextRef | null;
  doneAt: Instant | null;
}

export interface Finding {
  id: Id;
  rootCause: RootCause;
  text: TextRef;
  evidenceIds: Id[];
  recordedAt: Instant;
}

/** One cycle of investigating; deepening and reopening begin the next. */
export interface Investigation {
  id: Id;
  cycle: number;
  startedAt: Instant;
  concludedAt: Instant | null;
  steps: InvestigationStep[];
  findings: Finding[];
}

export interface PlanStep {
  kind: InvestigationStepKind;
  note?: string | null;
}

function planned(step: PlanStep, path: string, deciding: Deciding) {
  const note = step.note ? deciding.text(requireText(`${path}.note`, step.note, 1, 1000)) : null;
  return { id: deciding.newId(), kind: step.kind, note };
}

/** The cycle now being investigated; commands of INVESTIGATING always have one. */
function current(state: CaseState): Investigation {
  return state.investigations.at(-1)!;
}

const stepBlockersOf: SubjectGuard<InvestigationStep> = (_state, { id, status }) =>
  blockedIf(status !== 'PLANNED', 'STEP_CLOSED', [id]);

export const stepBlockers = unlessOneIsFree((state) => current(state).steps, stepBlockersOf);

function openStep(state: CaseState, stepId: Id, deciding: Deciding): InvestigationStep {
  const step = current(state).steps.find((each) => each.id === stepId);
  if (!step) throw notFound('input.stepId');
  requireNone(stepBlockersOf(state, step, deciding));
  return step;
}

export const startInvestigation: Decision<{ steps: PlanStep[] }> = (state, { steps }, deciding) => {
  if (steps.length === 0) throw badInput('input.steps', 'must plan at least one step');
  if (steps.length > 20) throw badInput('input.steps', 'must plan at most 20 steps');
  const plan = judgeAll(steps.map((step, index) => () => planned(step, `input.steps.${index}`, deciding)));
  const cycle = state.investigations.length + 1;
  return [newEvent('InvestigationStarted', { investigationId: deciding.newId(), cycle, steps: plan })];
};

export const planInvestigationStep: Decision<PlanStep> = (_state, input, deciding) => [
  newEvent('InvestigationStepPlanned', { step: planned(input, 'input', deciding) }),
];

export const completeInvestigationStep: Decision<{ stepId: Id; result: string }> = (state, input, deciding) => {
  const step = openStep(state, input.stepId, deciding);
  const result = deciding.text(requireText('input.result', input.result));
  return [newEvent('InvestigationStepCompleted', { stepId: step.id, result })];
};

export const waiveInvestigationStep: Decision<{ stepId: Id; reason: string }> = (state, input, deciding) => {
  const step = openStep(state, input.stepId, deciding);
  const reason = deciding.text(requireText('input.reason', input.reason));
  return [newEvent('InvestigationStepWaived', { stepId: step.id, reason })];
};

export interface RecordFinding {
  rootCause: RootCause;
  text: string;
  evidenceIds?: Id[] | null;
}

export const recordFinding: Decision<RecordFinding> = (state, input, deciding) => {
  const cited = [...new Set(input.evidenceIds ?? [])].map((id, index) => {
    const piece = state.evidence.find((each) => each.id === id);
    if (!piece) throw notFound(`input.evidenceIds.${index}`);
    return piece;
  });
  const text = deciding.text(requireText('input.text', input.text));
  const findingId = deciding.newId();
  const evidenceFor = (audience: Audience) => cited.filter((each) => each.audience === audience).map(({ id }) => id);
  // Whose eyes a piece is not for does not learn that there is one.
  const hidden = [...new Set(cited.map(({ audience }) => audience))].filter((audience) => audience !== 'PARTIES');
  return [
    newEvent('FindingRecorded', { findingId, rootCause: input.rootCause, text, evidenceIds: evidenceFor('PARTIES') }),
    ...hidden.map((audience) =>
      newEvent('FindingSupported', { findingId, evidenceIds: evidenceFor(audience) }, { audience }),
    ),
  ];
};

/** Each step is done or waived, something was found, and mandatory evidence came or lapsed. */
export const conclusionBlockers: Guard = (state) => {
  const { id, steps, findings } = current(state);
  const openSteps = steps.filter((step) => step.status === 'PLANNED').map((step) => step.id);
  const openRequests = mandatoryRequestsOpen(state).map((request) => request.id);
  return [
    ...blockedIf(openSteps.length > 0, 'STEP_OPEN', openSteps),
    ...blockedIf(findings.length === 0, 'NO_FINDING', [id]),
    ...blockedIf(openRequests.length > 0, 'MANDATORY_EVIDENCE_OPEN', openRequests),
  ];
};

/** Ends the cycle when nothing is left open, and opens the next round. */
export const concludeInvestigation: Decision<object> = (state, _input, deciding) => [
  newEvent('InvestigationConcluded', { investigationId: current(state).id }),
  newEvent('RoundOpened', nextRound(state, null, deciding)),
];

/** The payload that begins the cycle after the last one; its steps are planned one by one. */
export function nextCycle(state: CaseState, deciding: Deciding): { investigationId: Id; cycle: number } {
  return { investigationId: deciding.newId(), cycle: state.investigations.length + 1 };
}

/** Goes back to investigating with a new cycle. */
export function deepened(state: CaseState, reason: TextRef, deciding: Deciding): AnyNewCaseEvent {
  return newEvent('InvestigationDeepened', { ...nextCycle(state, deciding), reason });
}

/** Out of a running negotiation only something new leads back: late evidence, or an upheld objection to a finding. */
export const deepeningBlockers: Guard = (state) =>
  blockedIf(state.stage === 'NEGOTIATING' && !hasNewGround(state), 'NO_NEW_GROUND', [state.id]);

export const deepenInvestigation: Decision<{ reason: string }> = (state, input, deciding) => [
  deepened(state, deciding.text(requireText('input.reason', input.reason)), deciding),
];

function hasNewGround(state: CaseState): boolean {
  const { startedAt, concludedAt } = current(state);
  const isLate = concludedAt !== null && state.evidence.some((each) => each.isLate && each.submittedAt > concludedAt);
  return isLate || state.objections.some((each) => isUpheldAgainstFinding(each) && each.decidedAt! > startedAt);
}

/** Begins a cycle: whatever came before, the case is investigated again, off the fast track. */
export function beginCycle(
  state: CaseState,
  { investigationId: id, cycle }: { investigationId: Id; cycle: number },
  at: Instant,
  steps: readonly PlannedStep[] = [],
): void {
  state.stage = 'INVESTIGATING';
  state.track = 'STANDARD';
  const planned = steps.map(stepPlanned);
  state.investigations.push({ id, cycle, startedAt: at, concludedAt: null, steps: planned, findings: [] });
}

export const investigationEvolution: Evolution = {
  InvestigationStarted(state, { payload, at }) {
    beginCycle(state, payload, at, payload.steps);
  },
  InvestigationDeepened(state, { payload, at }) {
    closeRound(state, 'ADJOURNED', at);
    Object.assign(state, { windowEndsOn: null, windowExtension: null });
    beginCycle(state, payload, at);
  },
  InvestigationStepPlanned(state, { payload }) {
    current(state).steps.push(stepPlanned(payload.step));
  },
  InvestigationStepCompleted(state, { payload, at }) {
    closeStep(state, payload.stepId, { status: 'DONE', result: payload.result, doneAt: at });
  },
  InvestigationStepWaived(state, { payload, at }) {
    closeStep(state, payload.stepId, { status: 'WAIVED', result: payload.reason, doneAt: at });
  },
  FindingRecorded(state, { payload, at }) {
    const { findingId: id, ...finding } = payload;
    const evidenceIds = [...finding.evidenceIds];
    current(state).findings.push({ id, ...finding, evidenceIds, recordedAt: at });
  },
  FindingSupported(state, { payload }) {
    current(state)
      .findings.find(({ id }) => id === payload.findingId)!
      .evidenceIds.push(...payload.evidenceIds);
  },
  InvestigationConcluded(state, { at }) {
    current(state).concludedAt = at;
  },
};

function stepPlanned(step: PlannedStep): InvestigationStep {
  return { ...step, status: 'PLANNED', result: null, doneAt: null };
}

function closeStep(state: CaseState, stepId: Id, change: Partial<InvestigationStep>): void {
  Object.assign(
    current(state).steps.find((each) => each.id === stepId)!,
    change,
  );
}
