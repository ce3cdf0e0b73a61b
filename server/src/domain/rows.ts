import { queueRank } from './assignment.js';
import type { CaseState } from './case.js';
import { dimensionsOf } from './clock-change.js';
import { isRunning } from './clock.js';
import type { Clock } from './clock.js';
import { evidenceRows, investigationRows } from './inquiry-rows.js';
import { negotiationRows } from './negotiation-rows.js';
import { windowEndOf } from './objection.js';
import { supervisionRows } from './supervision-rows.js';
import { waitingOn } from './waiting-on.js';

/** A row as its table names it: snake case, dates and instants as text, lists as JSON. */
export type Row = Record<string, unknown>;

/** The tables that are functions of a case's state, in the order in which they are written, with their keys. */
export const keyOfTable = {
  payment_transaction: ['id'],
  dispute_case: ['id'],
  case_number: ['case_id'],
  party: ['id'],
  party_member: ['party_id', 'person_id'],
  clarification: ['id'],
  case_holding: ['case_id', 'ordinal'],
  clock: ['case_id', 'kind', 'cycle'],
  deadline: ['case_id', 'kind', 'subject_id', 'due_on'],
  investigation: ['id'],
  investigation_step: ['id'],
  finding: ['id'],
  evidence_request: ['id'],
  evidence: ['id'],
  negotiation_round: ['id'],
  meeting: ['id'],
  proposal: ['id'],
  term: ['id'],
  movement: ['id'],
  measure: ['id'],
  referral: ['id'],
  rating: ['id'],
  objection: ['id'],
  second_negotiation: ['case_id'],
  expert_seat: ['id'],
  case_review: ['id'],
} as const satisfies Record<string, readonly string[]>;

export type CaseTable = keyof typeof keyOfTable;
export const caseTables = Object.keys(keyOfTable) as CaseTable[];
export type CaseRows = Record<CaseTable, Row[]>;

/** The one mapping from state to rows: commands write what it changed, loaders and rebuilds write all of it. */
export function rowsOf(state: CaseState): CaseRows {
  const ofCase = { case_id: state.id };
  return {
    payment_transaction: transactionRows(state),
    dispute_case: [caseRow(state)],
    case_number: [{ case_id: state.id, number: state.number }],
    party: state.parties.map((party, ordinal) => ({
      id: party.id,
      ...ofCase,
      ordinal,
      side: party.side,
      kind: party.kind,
      name_text_id: party.name?.id ?? null,
      has_confirmed_result: party.hasConfirmedResult,
      position_text_id: party.position?.id ?? null,
      is_unreachable: party.isUnreachable,
      silence_ends_on: party.silenceEndsOn,
      left_at: party.leftAt,
    })),
    party_member: state.parties.flatMap((party) =>
      party.memberIds.map((personId) => ({ party_id: party.id, person_id: personId, ...ofCase })),
    ),
    clarification: clarificationRows(state),
    case_holding: state.holdings.map(({ holder, fromOn }, ordinal) => ({
      ...ofCase,
      ordinal,
      holder,
      from_on: fromOn,
    })),
    clock: state.clocks.map((clock) => clockRow(state, clock)),
    deadline: state.deadlines.map(({ kind, subjectId, dueOn, actedAt }) => ({
      ...ofCase,
      kind,
      subject_id: subjectId,
      due_on: dueOn,
      acted_at: actedAt,
    })),
    ...investigationRows(state),
    ...evidenceRows(state),
    ...negotiationRows(state),
    ...supervisionRows(state),
    measure: state.measures.map(({ id, kind, reason, takenAt, endsOn, liftedAt }) => ({
      id,
      ...ofCase,
      kind,
      reason_text_id: reason.id,
      taken_at: takenAt,
      ends_on: endsOn,
      lifted_at: liftedAt,
    })),
    referral: state.referrals.map(({ id, routeId, referredAt }) => ({
      id,
      ...ofCase,
      route_id: routeId,
      referred_at: referredAt,
    })),
    rating: state.ratings.map(({ id, partyId, score, text, ratedAt }) => ({
      id,
      ...ofCase,
      audience: `PARTY:${partyId}`,
      party_id: partyId,
      score,
      text_id: text?.id ?? null,
      rated_at: ratedAt,
    })),
  };
}

function clarificationRows(state: CaseState): Row[] {
  return state.clarifications.map((clarification, ordinal) => ({
    id: clarification.id,
    case_id: state.id,
    ordinal,
    question_text_id: clarification.question.id,
    answer_text_id: clarification.answer?.id ?? null,
    due_on: clarification.dueOn,
    on_lapse: clarification.onLapse,
    status: clarification.status,
    asked_at: clarification.askedAt,
    closed_at: clarification.closedAt,
  }));
}

function transactionRows({ transaction }: CaseState): Row[] {
  if (!transaction) return [];
  return [
    {
      id: transaction.id,
      reference: transaction.reference,
      paid_at: transaction.paidAt,
      amount_minor: transaction.amount?.amountMinor ?? null,
      currency: transaction.amount?.currency ?? null,
    },
  ];
}

function caseRow(state: CaseState): Row {
  const due = state.clocks.filter(isRunning).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  const agreed = state.rounds.findLast((round) => round.result === 'AGREED');
  return {
    id: state.id,
    number: state.number,
    version: state.version,
    type: state.type,
    reason: state.reason,
    track: state.track,
    urgency: state.urgency,
    complexity: state.complexity,
    channel: state.channel,
    product: state.product,
    stage: state.stage,
    outcome: state.outcome,
    waiting_on: waitingOn(state),
    description_text_id: state.description?.id ?? null,
    requested_remedy_text_id: state.requestedRemedy?.id ?? null,
    disputed_amount_minor: state.disputedAmount?.amountMinor ?? null,
    disputed_currency: state.disputedAmount?.currency ?? null,
    transaction_id: state.transaction?.id ?? null,
    counterparty_text_id: state.transaction?.counterparty?.id ?? null,
    transaction_product: state.transaction?.product ?? null,
    order_status: state.transaction?.orderStatus ?? null,
    integration_id: state.integrationId,
    source: state.source,
    team_id: state.teamId,
    handler_id: state.handlerId,
    queue_rank: queueRank(state),
    filed_at: state.filedAt,
    received_on: state.receivedOn,
    resolved_at: state.resolvedAt,
    last_event_at: state.lastEventAt,
    updated_at: state.updatedAt,
    window_ends_on: windowEndOf(state),
    next_due_clock: due?.kind ?? null,
    next_due_on: due?.dueOn ?? null,
    agreed_at: agreed?.closedAt ?? null,
    completeness_when_accepted: state.completenessWhenAccepted,
  };
}

function clockRow(state: CaseState, clock: Clock): Row {
  const dimensions = clock.dimensions ?? dimensionsOf(state, clock.kind);
  const last = clock.spans.at(-1)!;
  return {
    case_id: state.id,
    kind: clock.kind,
    cycle: clock.cycle,
    state: clock.state,
    started_at: clock.startedAt,
    stopped_at: clock.stoppedAt,
    stop_reason: clock.stopReason,
    started_on: clock.spans[0]!.fromOn,
    stopped_on: last.toOn,
    band_min: clock.band.min,
    band_max: clock.band.max,
    calendar_version: clock.calendarVersion,
    original_due_on: clock.originalDueOn,
    due_on: clock.dueOn,
    is_provisional: clock.isProvisional,
    computed_due_on: clock.computedDueOn === clock.dueOn ? null : clock.computedDueOn,
    grace_working_days: clock.graceWorkingDays,
    pause_cap: clock.pauseCap,
    // Copies: the state goes on, and what was a row of it stays.
    spans: clock.spans.map((span) => ({ ...span })),
    pauses: clock.pauses.map((pause) => ({ ...pause })),
    elapsed_before: clock.elapsedBefore,
    running_since: isRunning(clock) ? last.fromOn : null,
    paused_before: clock.pausedBefore,
    paused_since: clock.pauses.find((pause) => pause.toOn === null)?.fromOn ?? null,
    elapsed: clock.elapsed,
    paused: clock.paused,
    counted: clock.counted,
    verdict: clock.verdict,
    type: dimensions.type,
    reason: dimensions.reason,
    track: dimensions.track,
    urgency: dimensions.urgency,
    complexity: dimensions.complexity,
    handler_id: dimensions.handlerId,
    team_id: dimensions.teamId,
    channel: state.channel,
    product: state.product,
    outcome: dimensions.outcome ?? state.outcome,
    root_cause: dimensions.rootCause,
    respondent_id: dimensions.respondentId,
    source: state.source,
  };
}
