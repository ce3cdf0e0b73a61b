import type { AnyCaseEvent } from './case-event.js';
import type { Effect } from './clock-change.js';
import type { CaseStage } from './stage.js';

/** The clock table for a case that goes on after it stopped: deepened, reopened, defaulted on, negotiated a second time. */
export function effectsOfGoingOn(event: AnyCaseEvent, before: CaseStage, after: CaseStage): Effect[] {
  switch (event.type) {
    case 'InvestigationDeepened':
      return [
        { do: 'runOn', kind: 'FIRST_NEGOTIATION', isGapCounted: true },
        { do: 'start', kind: 'INVESTIGATION' },
      ];
    case 'CaseReopened':
      return [
        { do: 'runOn', kind: 'OVERALL', isGapCounted: false },
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
      return [{ do: 'runOn', kind: 'OVERALL', isGapCounted: false }];
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
