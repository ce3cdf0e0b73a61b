import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Id, Instant, TextRef } from './case.js';
import { daysFromToday } from './decision.js';
import type { Asking, Deciding, Decision } from './decision.js';
import { notFound, requireNone, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { blockedIf, unlessOneIsFree } from './guard.js';
import type { SubjectGuard } from './guard.js';
import { isOpen } from './stage.js';
import { shanghaiDate, workingDaysBetween } from './working-calendar.js';
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

/** Working days for which measures of a kind may still hold in this case: taking one anew never prolongs it. */
function daysLeft({ measures }: CaseState, kind: MeasureKind, { calendar, policy }: Asking): number {
  const used = measures
    .filter((measure) => measure.kind === kind)
    .map(({ takenAt, endsOn, liftedAt }) => {
      const liftedOn = liftedAt === null ? endsOn : shanghaiDate(new Date(liftedAt));
      return workingDaysBetween(calendar, shanghaiDate(new Date(takenAt)), liftedOn < endsOn ? liftedOn : endsOn);
    });
  return policy.measureWorkingDays - used.reduce((sum, days) => sum + days, 0);
}

function isInForce({ liftedAt, endsOn }: Measure, today: LocalDate): boolean {
  return liftedAt === null && endsOn >= today;
}

const takingBlockersOf: SubjectGuard<MeasureKind> = (state, kind, asking) => {
  const running = state.measures.find((measure) => measure.kind === kind && isInForce(measure, asking.today));
  const subjectIds = running ? [running.id] : [state.id];
  return blockedIf(running !== undefined || daysLeft(state, kind, asking) <= 0, 'MEASURE_TAKEN', subjectIds);
};

export const takingBlockers = unlessOneIsFree(() => measureKinds, takingBlockersOf);

export const takeMeasure: Decision<{ kind: MeasureKind; reason: string }> = (state, { kind, reason }, deciding) => {
  requireNone(takingBlockersOf(state, kind, deciding));
  return [
    newEvent('MeasureTaken', {
      measureId: deciding.newId(),
      kind,
      reason: deciding.text(requireText('input.reason', reason)),
      endsOn: daysFromToday(deciding, daysLeft(state, kind, deciding)),
    }),
  ];
};

/** What the platform says of first aid that it gives itself, to readers of either language. */
const reasonOfFirstAid: Record<MeasureKind, string> = {
  FREEZE_ACCOUNT:
    '案件提交时由系统先行冻结账户，以防继续损失。The platform froze the account when the case was filed, to prevent further loss.',
  HOLD_FUNDS:
    '案件提交时由系统先行暂扣资金，以防继续损失。The platform held the funds when the case was filed, to prevent further loss.',
  STOP_PAYMENT:
    '案件提交时由系统先行止付，以防继续损失。The platform stopped the payment when the case was filed, to prevent further loss.',
};

/** What the platform does at once about a case that was just filed, by its reason; the handler may lift it. */
export function firstAid(state: CaseState, deciding: Deciding): AnyNewCaseEvent[] {
  const kinds = deciding.policy.firstAidOfReason[state.reason] ?? [];
  return kinds.flatMap((kind) => takeMeasure(state, { kind, reason: reasonOfFirstAid[kind] }, deciding));
}

/** First aid is for an open case: what ends the case ends it. */
export function measuresEnded(state: CaseState, today: LocalDate): AnyNewCaseEvent[] {
  if (isOpen(state.stage)) return [];
  return state.measures
    .filter((measure) => isInForce(measure, today))
    .map(({ id }) => newEvent('MeasureLifted', { measureId: id, reason: null }));
}

const liftBlockersOf: SubjectGuard<Measure> = (_state, measure, { today }) =>
  blockedIf(!isInForce(measure, today), 'MEASURE_ENDED', [measure.id]);

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
