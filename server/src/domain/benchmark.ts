import type { CaseReason, CaseTrack } from './classification.js';
import type { ClockKind } from './clock.js';
import type { MeasureKind } from './measure.js';

/** A published band of working days, both ends in; it describes and forbids nothing. */
export interface Band {
  min: number;
  max: number;
}

/** One version of the published bands; a clock keeps the one it started under. */
export interface Benchmarks {
  version: number;
  bands: Readonly<Record<ClockKind, Band>>;
}

/** The track on which a clock is measured; null is both. */
export const trackOfClock: Partial<Record<ClockKind, CaseTrack>> = { SIMPLE: 'SIMPLE', INVESTIGATION: 'STANDARD' };

/**
 * Windows and defaults in working days that are not benchmarks. They are our assumption,
 * so they are configuration; every date computed from one is kept in the event.
 */
export interface Policy {
  windowWorkingDays: number;
  clarificationWorkingDays: number;
  /** How often a party is tried in vain, each on another working day, before it counts as unreachable. */
  unreachableAttempts: number;
  /** By how many channels at least. */
  unreachableChannels: number;
  silenceWorkingDays: number;
  returnWorkingDays: number;
  evidenceWorkingDays: number;
  /** By when the platform answers evidence that came late. */
  answerWorkingDays: number;
  proposalWorkingDays: number;
  termWorkingDays: number;
  refundWorkingDays: number;
  uncontestedWorkingDays: number;
  measureWorkingDays: number;
  /** First aid that the platform gives by itself when a case of the reason is filed. */
  firstAidOfReason: Readonly<Partial<Record<CaseReason, readonly MeasureKind[]>>>;
  /** As how many cases an urgent one counts, when the rule compares what handlers carry. */
  urgentCaseWeight: number;
  /** Shanghai hours of a working day between which the rule gives away what is not urgent; `to` is out. */
  dutyHours: { from: number; to: number };
  /** After how long in the queue the rule gives away an urgent case that nobody took. */
  urgentQueueMinutes: number;
  /** Days after which a notification that was read is forgotten. */
  readNotificationDays: number;
  backdatingWorkingDays: number;
  objectionWorkingDays: number;
  /** What is left of a window at least, once no objection suspends it any more. */
  windowLeastWorkingDays: number;
  defaultGraceWorkingDays: number;
  admissionWorkingDays: number;
  opinionWorkingDays: number;
  /** Fewest experts of a panel; their number is odd besides. */
  panelLeastSize: number;
  /** Most that a party's missing evidence can pause a clock, a cycle. */
  pauseCapWorkingDays: number;
  /** Largest COMPENSATION of a case without a supervisor, by currency, in its minor units; none in any other currency. */
  compensationLimitsMinor: Readonly<Record<string, number>>;
}

export const defaultPolicy: Policy = {
  windowWorkingDays: 10,
  clarificationWorkingDays: 5,
  unreachableAttempts: 3,
  unreachableChannels: 2,
  silenceWorkingDays: 5,
  returnWorkingDays: 10,
  evidenceWorkingDays: 5,
  answerWorkingDays: 5,
  proposalWorkingDays: 5,
  termWorkingDays: 5,
  refundWorkingDays: 3,
  uncontestedWorkingDays: 5,
  measureWorkingDays: 10,
  // A frozen account is the complainant's own. What else FAKE_TRANSACTION could hold is another party's, on nobody's word but one.
  firstAidOfReason: { ACCOUNT_STOLEN: ['FREEZE_ACCOUNT'] },
  urgentCaseWeight: 3,
  dutyHours: { from: 9, to: 18 },
  urgentQueueMinutes: 60,
  readNotificationDays: 90,
  backdatingWorkingDays: 3,
  objectionWorkingDays: 5,
  windowLeastWorkingDays: 5,
  defaultGraceWorkingDays: 5,
  admissionWorkingDays: 5,
  opinionWorkingDays: 10,
  panelLeastSize: 3,
  pauseCapWorkingDays: 10,
  // Each about five thousand yuan. The yen has no minor unit.
  compensationLimitsMinor: { CNY: 500_000, HKD: 500_000, USD: 70_000, EUR: 60_000, JPY: 100_000 },
};
