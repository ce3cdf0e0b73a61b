import type { BreakdownDimension, CaseTrack, CaseType, ClockKind } from '../api/generated/graphql.js';

const every = <Value extends string>(values: Record<Value, true>) => Object.keys(values) as Value[];

/** The values a filter offers, in the order it offers them; each list names its whole enum. */
export const caseTypes = every<CaseType>({
  TRADE_DISPUTE: true,
  PAYMENT_ANOMALY: true,
  REPAYMENT: true,
  SERVICE_COMPLAINT: true,
  RIGHTS_PROTECTION: true,
});
export const caseTracks = every<CaseTrack>({ SIMPLE: true, STANDARD: true });
export const clockKinds = every<ClockKind>({
  OVERALL: true,
  FIRST_NEGOTIATION: true,
  SIMPLE: true,
  RESPONSE: true,
  INVESTIGATION: true,
  SECOND_NEGOTIATION: true,
});
export const dimensions = every<BreakdownDimension>({
  TYPE: true,
  REASON: true,
  TRACK: true,
  CHANNEL: true,
  PRODUCT: true,
  COMPLEXITY: true,
  URGENCY: true,
  TEAM: true,
  HANDLER: true,
  RESPONDENT: true,
  ROOT_CAUSE: true,
  OUTCOME: true,
});
export const periods = ['30d', '90d', '6m', '12m', 'all'] as const;
export const buckets = ['WEEK', 'MONTH'] as const;
export const languages = ['zh-CN', 'en'] as const;
export const schemes = ['light', 'dark'] as const;

export type Period = (typeof periods)[number];
export type Bucket = (typeof buckets)[number];
export type Language = (typeof languages)[number];
export type Scheme = (typeof schemes)[number];
