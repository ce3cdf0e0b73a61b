import type { AnyCaseEvent } from './case-event.js';
import type { CaseState } from './case.js';
import type { ClockChange, Effect } from './clock-change.js';
import { dueOnOf, latestClock, measure } from './clock.js';
import type { Clock, ClockKind } from './clock.js';
import type { Deciding } from './decision.js';
import type { CaseStage } from './stage.js';
import { shanghaiDate } from './working-calendar.js';
import type { LocalDate } from './working-calendar.js';

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

/** Runs a stopped cycle on; its days are counted anew, because it is not over. Null when it did not stop. */
export function ranOn(
  state: CaseState,
  kind: ClockKind,
  isGapCounted: boolean,
  today: LocalDate,
  { calendar }: Deciding,
): ClockChange | null {
  const clock = latestClock(state.clocks, kind);
  if (clock?.state !== 'STOPPED') return null;
  const on = isGapCounted ? clock.spans.at(-1)!.toOn! : today;
  const pausedUntil = isGapCounted && clock.pauseCap > 0 ? pauseBeyondStop(state, clock, on, today) : null;
  const pauses = pausedUntil ? [...clock.pauses, { fromOn: on, toOn: pausedUntil }] : clock.pauses;
  const running = { ...clock, pauses, spans: [...clock.spans, { fromOn: on, toOn: null }] };
  const { elapsed } = measure(calendar, clock, on);
  const { paused } = measure(calendar, running, today);
  const measured = { elapsed, paused, counted: elapsed - paused };
  const { cycle } = clock;
  return { change: 'RAN_ON', kind, cycle, on, pausedUntil, ...measured, ...dueOnOf(calendar, running, today) };
}

/** Until when mandatory evidence was owed of what was asked before the stop; where days in between count, so does their pause. */
function pauseBeyondStop(
  { evidenceRequests }: CaseState,
  clock: Clock,
  on: LocalDate,
  today: LocalDate,
): LocalDate | null {
  const ends = evidenceRequests
    .filter(({ isMandatory, askedAt }) => isMandatory && askedAt <= clock.stoppedAt!)
    .map(({ status, closedAt, dueOn }) => {
      if (status === 'OPEN') return today;
      const closedOn = shanghaiDate(new Date(closedAt!));
      // A withdrawal ends a request before its last day, the lapse acts after it.
      return status === 'LAPSED' && dueOn < closedOn ? dueOn : closedOn;
    });
  const until = ends.reduce((a, b) => (a > b ? a : b), on);
  return until > on ? until : null;
}
