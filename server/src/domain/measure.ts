import { newEvent } from './case-event.js';
import type { Id, Instant, TextRef } from './case.js';
import { daysFromToday } from './decision.js';
import type { Decision } from './decision.js';
import { notFound, requireNone, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { blockedIf, unlessOneIsFree } from './guard.js';
import type { SubjectGuard } from './guard.js';
import type { LocalDate } from './working-calendar.js';

export const measureKinds = ['FREEZE_ACCOUNT', 'HOLD_FUNDS', 'STOP_PAYMENT'] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** First aid while a case is open; it ends by itself. */
export interface Measure {
  id: Id;
  kind: MeasureKind;
  reason: TextRef;
  takenAt: Instant;
  /** Last day of the measure. */
  endsOn: LocalDate;
  /** When it was ended before that day. */
  liftedAt: Instant | null;
}

export const takeMeasure: Decision<{ kind: MeasureKind; reason: string }> = (_state, input, deciding) => [
  newEvent('MeasureTaken', {
    measureId: deciding.newId(),
    kind: input.kind,
    reason: deciding.text(requireText('input.reason', input.reason)),
    endsOn: daysFromToday(deciding, deciding.policy.measureWorkingDays),
  }),
];

const liftBlockersOf: SubjectGuard<Measure> = (_state, { id, liftedAt, endsOn }, { today }) =>
  blockedIf(liftedAt !== null || endsOn < today, 'MEASURE_ENDED', [id]);

export const liftBlockers = unlessOneIsFree(({ measures }) => measures, liftBlockersOf);

/** Ends first aid before its last day. */
export const liftMeasure: Decision<{ measureId: Id; reason: string }> = (state, input, deciding) => {
  const measure = state.measures.find((each) => each.id === input.measureId);
  if (!measure) throw notFound('input.measureId');
  requireNone(liftBlockersOf(state, measure, deciding));
  const reason = deciding.text(requireText('input.reason', input.reason));
  return [newEvent('MeasureLifted', { measureId: measure.id, reason })];
};

export const measureEvolution: Evolution = {
  MeasureTaken(state, { payload, at }) {
    const { measureId: id, ...measure } = payload;
    state.measures.push({ id, ...measure, takenAt: at, liftedAt: null });
  },
  MeasureLifted(state, { payload, at }) {
    state.measures.find((each) => each.id === payload.measureId)!.liftedAt = at;
  },
};
