import { newEvent } from './case-event.js';
import type { CaseState, Id, Instant, TextRef } from './case.js';
import { daysFromToday } from './decision.js';
import type { Deciding, Decision } from './decision.js';
import { badInput, blocked, notFound, requireNone, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { seatedIn } from './expert-panel.js';
import { blockedIf, passed, unlessOneIsFree } from './guard.js';
import type { Guard, SubjectGuard } from './guard.js';
import { isOpen } from './stage.js';
import { shanghaiDate, workingDaysBetween } from './working-calendar.js';
import type { LocalDate } from './working-calendar.js';

export const objectionAgainstChoices = ['RESULT', 'FINDING', 'CONDUCT', 'EXPERT'] as const;
export type ObjectionAgainst = (typeof objectionAgainstChoices)[number];
export const objectionDecisions = ['UPHELD', 'PARTLY', 'DISMISSED'] as const;
export type ObjectionDecision = (typeof objectionDecisions)[number];
export const objectionStatuses = ['OPEN', ...objectionDecisions, 'WITHDRAWN'] as const;
export type ObjectionStatus = (typeof objectionStatuses)[number];
export const objectionEffects = [
  'NONE',
  'REASSIGN_HANDLER',
  'REPLACE_EXPERT',
  'DEEPEN_INVESTIGATION',
  'REOPEN',
] as const;
export type ObjectionEffect = (typeof objectionEffects)[number];

/** What a party brings against a result, a finding, somebody's conduct or an expert; a supervisor decides it. */
export interface Objection {
  id: Id;
  partyId: Id;
  against: ObjectionAgainst;
  /** The finding or the expert's seat; null for RESULT and CONDUCT. */
  subjectId: Id | null;
  grounds: TextRef;
  raisedAt: Instant;
  /** By when it is to be decided. */
  dueOn: LocalDate;
  /** Working days that the window it suspended had left; null when it suspended none. */
  windowLeft: number | null;
  /** Whether its party had objected to the same thing in the same window before: then it suspends none. */
  isRepeated: boolean;
  status: ObjectionStatus;
  effect: ObjectionEffect | null;
  reason: TextRef | null;
  decidedAt: Instant | null;
}

/** The window that ended on `ofWindow` ends on `endsOn` instead, for the second negotiation. */
export interface WindowExtension {
  ofWindow: LocalDate;
  endsOn: LocalDate;
}

export function openObjections(state: CaseState): Objection[] {
  return state.objections.filter((objection) => objection.status === 'OPEN');
}

/** Those that hold the second-negotiation window up. */
function suspending(state: CaseState): Objection[] {
  return openObjections(state).filter(({ isRepeated }) => !isRepeated);
}

/** An open objection suspends the window of the second negotiation, and of an impasse. */
export function isWindowSuspended(state: CaseState): boolean {
  return suspending(state).length > 0;
}

export function isUpheldAgainstFinding({ against, status }: Objection): boolean {
  return against === 'FINDING' && (status === 'UPHELD' || status === 'PARTLY');
}

/** The last day for a second negotiation or a confirmation, after which the case ends by itself. */
export function windowEndOf({ windowEndsOn, windowExtension }: CaseState): LocalDate | null {
  return windowExtension && windowExtension.ofWindow === windowEndsOn ? windowExtension.endsOn : windowEndsOn;
}

export interface RaiseObjection {
  against: ObjectionAgainst;
  subjectId?: Id | null;
  grounds: string;
}

type Target = Pick<Objection, 'against' | 'subjectId'>;

/** What can be objected to: the result once the case has ended, everything else while it is being done. */
function targetsOf(state: CaseState): Target[] {
  if (!isOpen(state.stage)) return [{ against: 'RESULT', subjectId: null }];
  const findings = state.investigations.flatMap((investigation) => investigation.findings);
  return [
    { against: 'CONDUCT', subjectId: null },
    ...findings.map(({ id }) => ({ against: 'FINDING' as const, subjectId: id })),
    ...seatedIn(state).map(({ id }) => ({ against: 'EXPERT' as const, subjectId: id })),
  ];
}

/** Inside the window, and not twice at once. */
const objectionBlockersOf: SubjectGuard<Target> = (state, { against, subjectId }, asking) => {
  const late = against === 'RESULT' ? passed('WINDOW_PASSED', state.windowEndsOn, [state.id], asking) : [];
  if (late.length > 0) return late;
  const twin = openObjections(state).find(
    (each) => each.partyId === asking.actor.partyId && each.against === against && each.subjectId === subjectId,
  );
  return blockedIf(twin !== undefined, 'OBJECTION_OPEN', twin ? [twin.id] : []);
};

export const objectionBlockers = unlessOneIsFree(targetsOf, objectionBlockersOf);

export const raiseObjection: Decision<RaiseObjection> = (state, input, deciding) => {
  const { against } = input;
  if ((against === 'RESULT') === isOpen(state.stage)) throw blocked('WRONG_STAGE', [state.id]);
  const subjectId = subjectOf(state, input);
  const partyId = deciding.actor.partyId!;
  requireNone(objectionBlockersOf(state, { against, subjectId }, deciding));
  const grounds = deciding.text(requireText('input.grounds', input.grounds));
  const dueOn = daysFromToday(deciding, deciding.policy.objectionWorkingDays);
  const isRepeated = hasObjected(state, { against, subjectId }, deciding);
  const windowLeft = isRepeated ? null : windowLeftBy(state, deciding);
  return [
    newEvent('ObjectionRaised', {
      objectionId: deciding.newId(),
      partyId,
      against,
      subjectId,
      grounds,
      dueOn,
      windowLeft,
      isRepeated,
    }),
  ];
};

function subjectOf(state: CaseState, { against, subjectId }: RaiseObjection): Id | null {
  if (against === 'RESULT' || against === 'CONDUCT') {
    if (subjectId) throw badInput('input.subjectId', `does not belong to ${against}`);
    return null;
  }
  if (!subjectId) throw badInput('input.subjectId', `must name what the objection to ${against} is about`);
  const targets = targetsOf(state).filter((target) => target.against === against);
  if (!targets.some((target) => target.subjectId === subjectId)) throw notFound('input.subjectId');
  return subjectId;
}

/**
 * Who objects to the same thing again while the same window is open suspends it no more, else it could be held open for
 * ever; the objection is heard and decided like any other.
 */
function hasObjected(
  { windowEndsOn, objections }: CaseState,
  { against, subjectId }: Target,
  deciding: Deciding,
): boolean {
  const own = objections.filter(({ partyId }) => partyId === deciding.actor.partyId);
  const same = own.filter((each) => each.against === against && each.subjectId === subjectId);
  return windowEndsOn !== null && same.some((each) => !isOlder(each, windowEndsOn, deciding));
}

/** How much of the second-negotiation window an objection raised now suspends; null where there is none to suspend. */
function windowLeftBy(state: CaseState, deciding: Deciding): number | null {
  const { calendar, today } = deciding;
  if (state.windowEndsOn === null || isWithoutSecond(state)) return null;
  const [earlier] = suspending(state);
  if (earlier) return suspendedBy(earlier, state.windowEndsOn, deciding);
  const endsOn = windowEndOf(state)!;
  return endsOn < today ? null : workingDaysBetween(calendar, today, endsOn);
}

/** Out of these no second negotiation leads, so no window is suspended. */
function isWithoutSecond({ stage }: CaseState): boolean {
  return stage === 'REJECTED' || stage === 'UNRESOLVED';
}

/** How much of a window an open objection has suspended: what was left when it was raised, all of it when that was before. */
function suspendedBy(objection: Objection, ofWindow: LocalDate, deciding: Deciding): number | null {
  const { raisedAt, windowLeft, isRepeated } = objection;
  if (isRepeated || shanghaiDate(new Date(raisedAt)) > ofWindow) return windowLeft;
  const { windowWorkingDays } = deciding.policy;
  return isOlder(objection, ofWindow, deciding) ? windowWorkingDays : (windowLeft ?? windowWorkingDays);
}

/** Raised before this window began: what it suspended of an earlier one says nothing about this one. */
function isOlder({ raisedAt }: Objection, ofWindow: LocalDate, { calendar, policy }: Deciding): boolean {
  const raisedOn = shanghaiDate(new Date(raisedAt));
  return raisedOn <= ofWindow && workingDaysBetween(calendar, raisedOn, ofWindow) > policy.windowWorkingDays;
}

/** Where the window ends once this objection is no longer open: what was left of it, and five working days at least. */
export function extensionAfter(state: CaseState, objection: Objection, deciding: Deciding): WindowExtension | null {
  // While the case is withdrawn its own window waits for a comeback.
  const ofWindow = state.withdrawnFrom ? state.withdrawnFrom.windowEndsOn : state.windowEndsOn;
  const isLast = suspending(state).every((each) => each === objection);
  if (ofWindow === null || isWithoutSecond(state) || !isLast) return null;
  const suspended = suspendedBy(objection, ofWindow, deciding);
  if (suspended === null) return null;
  const endsOn = daysFromToday(deciding, Math.max(suspended, deciding.policy.windowLeastWorkingDays));
  return { ofWindow, endsOn: endsOn > ofWindow ? endsOn : ofWindow };
}

/** The open objection that an input names. */
export function openObjection(state: CaseState, objectionId: Id): Objection {
  const objection = state.objections.find((each) => each.id === objectionId);
  if (!objection) throw notFound('input.objectionId');
  if (objection.status !== 'OPEN') throw blocked('OBJECTION_DECIDED', [objection.id]);
  return objection;
}

/** Possible while an objection is open. */
export const decisionBlockers: Guard = (state) =>
  blockedIf(openObjections(state).length === 0, 'WRONG_STAGE', [state.id]);

const objectionWithdrawalBlockersOf: SubjectGuard<Objection> = (_state, { id, partyId }, { actor }) =>
  blockedIf(partyId !== actor.partyId, 'NOT_THE_OBJECTOR', [id]);

const ofAnyObjection = unlessOneIsFree(openObjections, objectionWithdrawalBlockersOf);

export const objectionWithdrawalBlockers: Guard = (state, asking) => {
  const none = decisionBlockers(state, asking);
  return none.length > 0 ? none : ofAnyObjection(state, asking);
};

export const withdrawObjection: Decision<{ objectionId: Id }> = (state, input, deciding) => {
  const objection = openObjection(state, input.objectionId);
  requireNone(objectionWithdrawalBlockersOf(state, objection, deciding));
  const window = extensionAfter(state, objection, deciding);
  return [newEvent('ObjectionWithdrawn', { objectionId: objection.id, window })];
};

export const objectionEvolution: Evolution = {
  ObjectionRaised(state, { payload, at }) {
    const { objectionId: id, isRepeated = false, ...content } = payload;
    const open = { status: 'OPEN', effect: null, reason: null, decidedAt: null } as const;
    state.objections.push({ id, ...content, isRepeated, raisedAt: at, ...open });
  },
  ObjectionWithdrawn(state, { payload, at }) {
    settleObjection(state, payload.objectionId, { status: 'WITHDRAWN', decidedAt: at }, payload.window);
  },
  ObjectionDecided(state, { payload, at }) {
    const { objectionId, decision: status, effect, reason, window } = payload;
    settleObjection(state, objectionId, { status, effect, reason, decidedAt: at }, window);
  },
};

function settleObjection(
  state: CaseState,
  objectionId: Id,
  change: Partial<Objection>,
  window: WindowExtension | null,
): void {
  Object.assign(
    state.objections.find((each) => each.id === objectionId)!,
    change,
  );
  if (window) state.windowExtension = { ...window };
}
