import type { AnyCaseEvent } from './case-event.js';
import type { CaseState } from './case.js';
import type { CaseTrack } from './classification.js';
import { clockKinds, isRunning, latestClock } from './clock.js';
import type { ClockKind, StopReason } from './clock.js';
import type { ImportedEffect } from './imported-case.js';
import type { CaseStage } from './stage.js';
import type { LocalDate } from './working-calendar.js';
export type Effect =
  | { do: 'start'; kind: ClockKind; on?: LocalDate }
  | { do: 'stop'; kind: ClockKind; reason: StopReason }
  | { do: 'cancel'; kind: ClockKind; reason: StopReason }
  /** The same cycle goes on, without the days since it stopped unless they count. */
  | { do: 'runOn'; kind: ClockKind; isGapCounted?: true }
  /** A newer calendar counts it. */
  | { do: 'revise'; kind: ClockKind; cycle: number }
  | { do: 'cancelAll'; reason: StopReason };

function originEffects(on: LocalDate, track: CaseTrack): Effect[] {
  const kinds: ClockKind[] = track === 'SIMPLE' ? ['RESPONSE', 'OVERALL', 'SIMPLE'] : ['RESPONSE', 'OVERALL'];
  return kinds.map((kind) => ({ do: 'start', kind, on }));
}

/** What a row of a foreign log does to the clocks; waits pause them by themselves. */
const effectsOfImported: Record<ImportedEffect, Effect[]> = {
  ANSWER: [
    { do: 'stop', kind: 'RESPONSE', reason: 'ANSWERED' },
    { do: 'start', kind: 'INVESTIGATION' },
  ],
  PAUSE: [],
  RESUME: [],
  RESOLVE: [
    { do: 'stop', kind: 'RESPONSE', reason: 'ANSWERED' },
    { do: 'stop', kind: 'SIMPLE', reason: 'RESOLVED' },
    { do: 'stop', kind: 'INVESTIGATION', reason: 'CONCLUDED' },
    { do: 'stop', kind: 'OVERALL', reason: 'RESOLVED' },
  ],
};

/** The clock table of the product page, row by row: what starts and stops each clock. */
export function effectsOf(
  event: AnyCaseEvent,
  before: { track: CaseTrack; stage: CaseStage },
  after: CaseState,
): Effect[] {
  switch (event.type) {
    case 'CaseSubmitted':
      return originEffects(event.payload.receivedOn, after.track);
    case 'CaseImported':
      return [
        ...originEffects(event.payload.receivedOn, after.track),
        ...event.payload.effects.flatMap((each) => effectsOfImported[each]),
      ];
    case 'ActivityImported':
      return event.payload.effects.flatMap((each) => effectsOfImported[each]);
    case 'CaseAccepted': {
      const answered: Effect = { do: 'stop', kind: 'RESPONSE', reason: 'ANSWERED' };
      return after.track === 'STANDARD' ? [answered, { do: 'start', kind: 'INVESTIGATION' }] : [answered];
    }
    case 'ClarificationRequested':
      return [{ do: 'stop', kind: 'RESPONSE', reason: 'CLARIFICATION' }];
    case 'ClarificationAnswered':
      return [{ do: 'start', kind: 'RESPONSE' }];
    case 'ClarificationLapsed':
      return event.payload.onLapse === 'PROCEED_WITHOUT' ? [{ do: 'start', kind: 'RESPONSE' }] : [];
    case 'FastTrackLeft':
    case 'CaseReclassified':
    case 'InvestigationStarted': {
      if (before.track === after.track) return [];
      const left: Effect = { do: 'stop', kind: 'SIMPLE', reason: 'LEFT_TRACK' };
      return before.stage === 'ACCEPTED' ? [left, { do: 'start', kind: 'INVESTIGATION' }] : [left];
    }
    case 'InvestigationConcluded':
      return [{ do: 'stop', kind: 'INVESTIGATION', reason: 'CONCLUDED' }];
    case 'RoundOpened':
      // After a deepening the cycle runs on, and has done so since.
      return before.stage === 'INVESTIGATING' && !isKindRunning(after, 'FIRST_NEGOTIATION')
        ? [{ do: 'start', kind: 'FIRST_NEGOTIATION' }]
        : [];
    case 'ImpasseDeclared':
      return [{ do: 'stop', kind: 'FIRST_NEGOTIATION', reason: 'IMPASSE' }];
    case 'SettlementReached':
      return event.payload.settlesPart
        ? []
        : [
            { do: 'stop', kind: 'FIRST_NEGOTIATION', reason: 'AGREED' },
            { do: 'stop', kind: 'SECOND_NEGOTIATION', reason: 'AGREED' },
          ];
    case 'CaseResolved':
      return [
        { do: 'stop', kind: 'SIMPLE', reason: 'RESOLVED' },
        { do: 'stop', kind: 'OVERALL', reason: 'RESOLVED' },
      ];
    case 'CaseRejected':
      return [
        { do: 'stop', kind: 'RESPONSE', reason: 'REJECTED' },
        { do: 'stop', kind: 'OVERALL', reason: 'REJECTED' },
        { do: 'cancelAll', reason: 'REJECTED' },
      ];
    case 'CaseWithdrawn':
      return [
        { do: 'stop', kind: 'OVERALL', reason: 'WITHDRAWN' },
        { do: 'cancelAll', reason: 'WITHDRAWN' },
      ];
    case 'CaseReturned':
      return [{ do: 'runOn', kind: 'OVERALL' }, ...nextCycles(after)];
    case 'CaseUnresolved':
      return [
        { do: 'stop', kind: 'SECOND_NEGOTIATION', reason: 'UNRESOLVED' },
        { do: 'stop', kind: 'OVERALL', reason: 'UNRESOLVED' },
      ];
    case 'ClockRevised':
      return [{ do: 'revise', kind: event.payload.kind, cycle: event.payload.cycle }];
    default:
      return effectsOfGoingOn(event, before.stage, after.stage);
  }
}

/** What the withdrawal cancelled begins anew; before acceptance the platform owes an answer again. */
function nextCycles(state: CaseState): Effect[] {
  const isCancelled = (kind: ClockKind) => latestClock(state.clocks, kind)?.stopReason === 'WITHDRAWN';
  const owed = (kind: ClockKind) => isCancelled(kind) || (kind === 'RESPONSE' && state.stage === 'SUBMITTED');
  const kinds = clockKinds.filter((kind) => kind !== 'OVERALL' && owed(kind));
  return kinds.map((kind) => ({ do: 'start', kind }));
}

function isKindRunning(state: CaseState, kind: ClockKind): boolean {
  return state.clocks.some((clock) => clock.kind === kind && isRunning(clock));
}

/** The clock table for a case that goes on after it stopped: deepened, reopened, defaulted on, negotiated a second time. */
function effectsOfGoingOn(event: AnyCaseEvent, before: CaseStage, after: CaseStage): Effect[] {
  switch (event.type) {
    case 'InvestigationDeepened':
      return [
        { do: 'runOn', kind: 'FIRST_NEGOTIATION', isGapCounted: true },
        { do: 'start', kind: 'INVESTIGATION' },
      ];
    case 'CaseReopened':
      return [
        { do: 'runOn', kind: 'OVERALL' },
        { do: 'start', kind: before === 'REJECTED' ? 'RESPONSE' : 'INVESTIGATION' },
      ];
    case 'DefaultReported': {
      const effects: Effect[] = [
        { do: 'stop', kind: 'SIMPLE', reason: 'LEFT_TRACK' },
        { do: 'start', kind: 'INVESTIGATION' },
      ];
      return before === 'EXECUTING' ? effects : [...effects, { do: 'start', kind: 'OVERALL' }];
    }
    case 'SecondNegotiationRequested':
      return [{ do: 'runOn', kind: 'OVERALL' }];
    case 'SecondNegotiationAdmitted':
      return [{ do: 'start', kind: 'SECOND_NEGOTIATION' }];
    case 'SecondNegotiationRefused':
    case 'SecondNegotiationWithdrawn': {
      const cancelled: Effect = { do: 'cancel', kind: 'SECOND_NEGOTIATION', reason: 'WITHDRAWN' };
      return after === 'RESOLVED' ? [cancelled, { do: 'stop', kind: 'OVERALL', reason: 'RESOLVED' }] : [cancelled];
    }
    default:
      return [];
  }
}
