/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Which clock cycles are counted, by what the case was when the cycle stopped; while it runs, by what it is. */
export type AnalyticsFilter = {
  /** Null is any, an empty list none. */
  channels?: Array<Channel> | null | undefined;
  /** By which date a cycle belongs to the period. */
  cohort?: Cohort | null | undefined;
  /** Null is any, an empty list none. */
  complexities?: Array<Complexity> | null | undefined;
  /** First date of the cohort, itself in. */
  from?: string | null | undefined;
  /** Null is any, an empty list none. A manager is told no more than the count while it is below 5. */
  handlers?: Array<string | number> | null | undefined;
  /** Null is any, an empty list none. */
  outcomes?: Array<Outcome> | null | undefined;
  /** Only the cases in which you are a party yourself. */
  ownOnly?: boolean | null | undefined;
  /** Null is any, an empty list none. */
  products?: Array<Product> | null | undefined;
  /** Null is any, an empty list none. */
  reasons?: Array<CaseReason> | null | undefined;
  /** Names of imported logs, which are counted apart; null is what was filed here. */
  sources?: Array<string> | null | undefined;
  /** Null is any, an empty list none. */
  teams?: Array<string | number> | null | undefined;
  /** Last date of the cohort, itself in. */
  to?: string | null | undefined;
  /** Null is any, an empty list none. */
  tracks?: Array<CaseTrack> | null | undefined;
  /** Null is any, an empty list none. */
  types?: Array<CaseType> | null | undefined;
};

/** What cycles are grouped by: what the case was when the cycle stopped, and while it runs what it is. */
export type BreakdownDimension =
  | 'CHANNEL'
  | 'COMPLEXITY'
  /** Who handled the case. A manager is told no more than the count of fewer than 5. */
  | 'HANDLER'
  /** How the case ended; null while it is open. */
  | 'OUTCOME'
  | 'PRODUCT'
  | 'REASON'
  /** Who answered it; for a manager, merchants, providers and the platform by name. */
  | 'RESPONDENT'
  /** What had been found by then; null before the first finding. */
  | 'ROOT_CAUSE'
  | 'TEAM'
  | 'TRACK'
  | 'TYPE'
  | 'URGENCY';

/** Which cases; lists mean any of these, and everything given must hold. A filter on what you may not read is FORBIDDEN. */
export type CaseFilter = {
  /** How it was filed. */
  channel?: Array<Channel> | null | undefined;
  /** Which clock `dueOn`, `verdict`, `risk`, `isPaused` and `isProvisional` mean, in its latest cycle. When not given they mean the running clock due first, as `nextDue` tells it, and `isPaused` any clock. */
  clock?: ClockKind | null | undefined;
  /** How involved it is. */
  complexity?: Array<Complexity> | null | undefined;
  /** The last day in time of `clock`, as its `dueOn` tells it. */
  dueOn?: DateRange | null | undefined;
  /** When it was filed. */
  filedOn?: DateRange | null | undefined;
  /** Who handles it: ids of persons. */
  handler?: Array<string | number> | null | undefined;
  /** Whether an objection waits for its decision. */
  hasOpenObjection?: boolean | null | undefined;
  /** Whether it was brought in from a foreign log. */
  isImported?: boolean | null | undefined;
  /** Whether a clock waits for evidence that a party owes. */
  isPaused?: boolean | null | undefined;
  /** Whether the last day in time of `clock` lies beyond what the State has announced. */
  isProvisional?: boolean | null | undefined;
  /** Whether it is open and waits for a handler. */
  isUnassigned?: boolean | null | undefined;
  /** What one of your own notifications is about. */
  notification?: string | number | null | undefined;
  /** How it ended. */
  outcome?: Array<Outcome> | null | undefined;
  /** Who is a party: ids of persons who act for one, or of parties. Of what you are no part of, nothing. */
  party?: Array<string | number> | null | undefined;
  /** Which product it is about. */
  product?: Array<Product> | null | undefined;
  /** Nothing that you may see has happened since this date began in Shanghai: `lastEventAt` is before it. */
  quietSince?: string | null | undefined;
  /** What happened. */
  reason?: Array<CaseReason> | null | undefined;
  /** When it was resolved; cases that never were are left out. */
  resolvedOn?: DateRange | null | undefined;
  /** How near its maximum `clock` is; one that stopped is not. */
  risk?: Array<ClockRisk> | null | undefined;
  /** Which log it was brought in from. */
  source?: string | null | undefined;
  /** Where it stands. */
  stage?: Array<CaseStage> | null | undefined;
  /** Whose team handles it: ids of teams. */
  team?: Array<string | number> | null | undefined;
  /** Part of the number, the description, the requested remedy or the name of a party, as far as you may read them; 2 to 100 characters, case and width of letters do not matter. Blank is no filter. */
  text?: string | null | undefined;
  /** How it is handled. */
  track?: Array<CaseTrack> | null | undefined;
  /** What kind of dispute it is. */
  type?: Array<CaseType> | null | undefined;
  /** How urgent it is. */
  urgency?: Array<Urgency> | null | undefined;
  /** What `clock` has come to; one that runs is OVER or nothing. */
  verdict?: Array<Verdict> | null | undefined;
  /** Who owes the next act. */
  waitingOn?: Array<WaitingOn> | null | undefined;
};

/** What happened, within the type. */
export type CaseReason =
  /** Of RIGHTS_PROTECTION. */
  | 'ACCOUNT_STOLEN'
  /** Of REPAYMENT. */
  | 'CANNOT_REPAY_ON_TIME'
  /** Of PAYMENT_ANOMALY. */
  | 'CHARGED_NOT_COMPLETED'
  /** Of TRADE_DISPUTE. */
  | 'DELIVERY_DELAY'
  /** Of PAYMENT_ANOMALY. */
  | 'DUPLICATE_CHARGE'
  /** Of RIGHTS_PROTECTION. */
  | 'FAKE_TRANSACTION'
  /** Of TRADE_DISPUTE. */
  | 'NOT_AS_DESCRIBED'
  /** Of TRADE_DISPUTE. */
  | 'POOR_QUALITY'
  /** Of SERVICE_COMPLAINT. */
  | 'POOR_SERVICE'
  /** Of PAYMENT_ANOMALY. */
  | 'REFUND_DELAYED'
  /** Of TRADE_DISPUTE. */
  | 'REFUND_OR_RETURN'
  /** Of SERVICE_COMPLAINT. */
  | 'UNRESOLVED_IN_TIME';

/** Where a case stands. */
export type CaseStage =
  | 'ACCEPTED'
  | 'CLOSED'
  | 'EXECUTING'
  | 'EXPERT_REVIEW'
  | 'IMPASSE'
  | 'INVESTIGATING'
  | 'NEGOTIATING'
  | 'REJECTED'
  | 'RESOLVED'
  | 'SECOND_NEGOTIATING'
  | 'SECOND_REQUESTED'
  | 'SUBMITTED'
  | 'UNRESOLVED'
  | 'WITHDRAWN';

/** How a case is handled: SIMPLE puts a payment anomaly right at once. */
export type CaseTrack =
  | 'SIMPLE'
  | 'STANDARD';

/** What kind of dispute it is. */
export type CaseType =
  | 'PAYMENT_ANOMALY'
  | 'REPAYMENT'
  | 'RIGHTS_PROTECTION'
  | 'SERVICE_COMPLAINT'
  | 'TRADE_DISPUTE';

/** How a case was filed. */
export type Channel =
  | 'APP_HOME'
  | 'COUNTER'
  | 'INTEGRATION'
  | 'PHONE'
  | 'REGULATOR'
  | 'TRANSACTION_RECORD'
  | 'WEB';

/** What a clock measures. */
export type ClockKind =
  | 'FIRST_NEGOTIATION'
  | 'INVESTIGATION'
  | 'OVERALL'
  | 'RESPONSE'
  | 'SECOND_NEGOTIATION'
  | 'SIMPLE';

/** How near its maximum a running clock is: the worst that holds. */
export type ClockRisk =
  | 'BREACHED'
  | 'DUE_NEXT_DAY'
  | 'DUE_TODAY'
  | 'HALF'
  | 'LOW'
  | 'NINETY'
  | 'THREE_QUARTERS';

/** By which date a clock cycle belongs to a period. */
export type Cohort =
  /** By the date it stopped on. */
  | 'CLOSED'
  /** By the date it started on. */
  | 'OPENED';

/** How involved a case is; set when it is accepted. */
export type Complexity =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM';

/** Shanghai dates, both ends in; an end not given is open, a reversed range BAD_USER_INPUT. */
export type DateRange = {
  /** The first date. */
  from?: string | null | undefined;
  /** The last date. */
  to?: string | null | undefined;
};

/** How a case ended. */
export type Outcome =
  | 'DEEMED_WITHDRAWN'
  | 'FAST_TRACKED'
  | 'NOT_SETTLED'
  | 'PARTLY_SETTLED'
  | 'REJECTED'
  | 'SETTLED'
  | 'WITHDRAWN';

/** Which product the dispute is about. */
export type Product =
  | 'BILL'
  | 'CREDIT'
  | 'PAYMENT'
  | 'TRANSFER'
  | 'WEALTH';

/** How long a bucket is; a week begins on Monday. */
export type TrendBucket =
  | 'DAY'
  | 'MONTH'
  | 'WEEK';

/** URGENT for RIGHTS_PROTECTION by default. */
export type Urgency =
  | 'NORMAL'
  | 'URGENT';

/** How the days counted compare with the band, both ends in. */
export type Verdict =
  | 'FASTER'
  | 'OVER'
  | 'WITHIN';

/** Who owes the next act longest. */
export type WaitingOn =
  | 'COMPLAINANT'
  | 'EXPERT'
  | 'PLATFORM'
  | 'RESPONDENT'
  | 'THIRD_PARTY';

export type OverviewQueryVariables = Exact<{
  simple: AnalyticsFilter;
  negotiation: AnalyticsFilter;
  overall: AnalyticsFilter;
  trend: AnalyticsFilter;
  whole: AnalyticsFilter;
  clock: ClockKind;
  bucket: TrendBucket;
  by: BreakdownDimension;
  cases: CaseFilter;
}>;


export type OverviewQuery = { __typename: 'Query', benchmarks: Array<{ __typename: 'Benchmark', clock: ClockKind, track: CaseTrack | null, minWorkingDays: number, maxWorkingDays: number }>, simple: { __typename: 'Analytics', resolutionTime: (
      { __typename: 'ResolutionTime' }
      & { ' $fragmentRefs'?: { 'ResolutionTimePanelFragment': ResolutionTimePanelFragment } }
    ) }, negotiation: { __typename: 'Analytics', resolutionTime: (
      { __typename: 'ResolutionTime' }
      & { ' $fragmentRefs'?: { 'ResolutionTimePanelFragment': ResolutionTimePanelFragment } }
    ) }, overall: { __typename: 'Analytics', asOfAt: string, sources: Array<{ __typename: 'AnalyticsSource', name: string | null, caseCount: number }>, resolutionTime: (
      { __typename: 'ResolutionTime' }
      & { ' $fragmentRefs'?: { 'ResolutionTimePanelFragment': ResolutionTimePanelFragment } }
    ) }, trend: { __typename: 'Analytics', trend: Array<(
      { __typename: 'TrendPoint' }
      & { ' $fragmentRefs'?: { 'TrendPanelFragment': TrendPanelFragment } }
    )>, breakdown: Array<(
      { __typename: 'BreakdownGroup' }
      & { ' $fragmentRefs'?: { 'BreakdownPanelFragment': BreakdownPanelFragment } }
    )> }, whole: { __typename: 'Analytics', backlog: (
      { __typename: 'Backlog' }
      & { ' $fragmentRefs'?: { 'BacklogPanelFragment': BacklogPanelFragment } }
    ), outcomes: (
      { __typename: 'Outcomes' }
      & { ' $fragmentRefs'?: { 'OutcomesPanelFragment': OutcomesPanelFragment } }
    ) }, cases: { __typename: 'CaseConnection', nodes: Array<(
      { __typename: 'Case', id: string }
      & { ' $fragmentRefs'?: { 'NewestCaseFragment': NewestCaseFragment } }
    )> } };

export type OverviewCasesQueryVariables = Exact<{
  cases: CaseFilter;
}>;


export type OverviewCasesQuery = { __typename: 'Query', cases: { __typename: 'CaseConnection', nodes: Array<(
      { __typename: 'Case', id: string }
      & { ' $fragmentRefs'?: { 'NewestCaseFragment': NewestCaseFragment } }
    )> } };

export type BacklogPanelFragment = { __typename: 'Backlog', openCount: number, dueToday: number, dueNextDay: number, breached: number, byStage: Array<{ __typename: 'BacklogStage', stage: CaseStage, count: number }>, byRisk: Array<{ __typename: 'BacklogRisk', risk: ClockRisk, count: number }>, byAge: Array<{ __typename: 'BacklogAge', elapsedWorkingDays: number, count: number }> } & { ' $fragmentName'?: 'BacklogPanelFragment' };

export type BreakdownPanelFragment = { __typename: 'BreakdownGroup', key: string | null, label: string, count: number, p50: number | null, p90: number | null, onTimeRate: number | null, faster: number, within: number, over: number, isSuppressed: boolean } & { ' $fragmentName'?: 'BreakdownPanelFragment' };

export type NewestCaseFragment = { __typename: 'Case', id: string, number: string, version: number, type: CaseType, reason: CaseReason | null, urgency: Urgency, stage: CaseStage, waitingOn: WaitingOn | null, outcome: Outcome | null, lastEventAt: string, team: { __typename: 'Team', id: string, name: string } | null, nextDue: { __typename: 'NextDue', clock: ClockKind, dueOn: string, risk: ClockRisk } | null, clocks: Array<{ __typename: 'Clock', kind: ClockKind, cycle: number, countedWorkingDays: number, verdict: Verdict | null }> } & { ' $fragmentName'?: 'NewestCaseFragment' };

export type CaseMovedSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type CaseMovedSubscription = { caseUpdated: (
    { __typename: 'Case' }
    & { ' $fragmentRefs'?: { 'NewestCaseFragment': NewestCaseFragment } }
  ) };

export type OutcomesPanelFragment = { __typename: 'Outcomes', endedCount: number, byOutcome: Array<{ __typename: 'OutcomeShare', outcome: Outcome | null, count: number, share: number }>, success: (
    { __typename: 'Share' }
    & { ' $fragmentRefs'?: { 'OutcomesPartFragment': OutcomesPartFragment } }
  ), withdrawn: (
    { __typename: 'Share' }
    & { ' $fragmentRefs'?: { 'OutcomesPartFragment': OutcomesPartFragment } }
  ), rejected: (
    { __typename: 'Share' }
    & { ' $fragmentRefs'?: { 'OutcomesPartFragment': OutcomesPartFragment } }
  ), secondNegotiation: (
    { __typename: 'Share' }
    & { ' $fragmentRefs'?: { 'OutcomesPartFragment': OutcomesPartFragment } }
  ), objectionsUpheld: (
    { __typename: 'Share' }
    & { ' $fragmentRefs'?: { 'OutcomesPartFragment': OutcomesPartFragment } }
  ), refiled: { __typename: 'OpenShare', count: number, of: number, rate: number | null, undecidedCount: number }, reopened: { __typename: 'OpenShare', count: number, of: number, rate: number | null, undecidedCount: number } } & { ' $fragmentName'?: 'OutcomesPanelFragment' };

export type OutcomesPartFragment = { __typename: 'Share', count: number, of: number, rate: number | null } & { ' $fragmentName'?: 'OutcomesPartFragment' };

export type ResolutionTimePanelFragment = { __typename: 'ResolutionTime', clock: ClockKind, count: number, p50: number | null, p90: number | null, isSmall: boolean, onTimeRate: number | null, undecidedCount: number, faster: number, within: number, over: number, openCount: number, excluded: { __typename: 'Excluded', rejected: number, withdrawn: number, cancelled: number, leftTrack: number }, band: { __typename: 'Band', min: number, max: number }, histogram: Array<{ __typename: 'HistogramBar', workingDays: number, count: number, verdict: Verdict }> } & { ' $fragmentName'?: 'ResolutionTimePanelFragment' };

export type SaveCasesQueryVariables = Exact<{
  filter: CaseFilter;
}>;


export type SaveCasesQuery = { __typename: 'Query', caseExport: { __typename: 'CaseExport', url: string, expiresAt: string } };

export type TrendPanelFragment = { __typename: 'TrendPoint', bucketStart: string, isPartial: boolean, workingDayCount: number, endedShare: number | null, count: number, p50: number | null, p90: number | null, isSmall: boolean, onTimeRate: number | null } & { ' $fragmentName'?: 'TrendPanelFragment' };

export const BacklogPanelFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacklogPanel"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Backlog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"openCount"}},{"kind":"Field","name":{"kind":"Name","value":"dueToday"}},{"kind":"Field","name":{"kind":"Name","value":"dueNextDay"}},{"kind":"Field","name":{"kind":"Name","value":"breached"}},{"kind":"Field","name":{"kind":"Name","value":"byStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byRisk"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"risk"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byAge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"elapsedWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<BacklogPanelFragment, unknown>;
export const BreakdownPanelFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BreakdownPanel"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BreakdownGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"p50"}},{"kind":"Field","name":{"kind":"Name","value":"p90"}},{"kind":"Field","name":{"kind":"Name","value":"onTimeRate"}},{"kind":"Field","name":{"kind":"Name","value":"faster"}},{"kind":"Field","name":{"kind":"Name","value":"within"}},{"kind":"Field","name":{"kind":"Name","value":"over"}},{"kind":"Field","name":{"kind":"Name","value":"isSuppressed"}}]}}]} as unknown as DocumentNode<BreakdownPanelFragment, unknown>;
export const NewestCaseFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NewestCase"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"waitingOn"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"lastEventAt"}},{"kind":"Field","name":{"kind":"Name","value":"team"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextDue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"risk"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"cycle"}},{"kind":"Field","name":{"kind":"Name","value":"countedWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}}]}}]}}]} as unknown as DocumentNode<NewestCaseFragment, unknown>;
export const OutcomesPartFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OutcomesPart"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Share"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"of"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}}]}}]} as unknown as DocumentNode<OutcomesPartFragment, unknown>;
export const OutcomesPanelFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OutcomesPanel"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Outcomes"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endedCount"}},{"kind":"Field","name":{"kind":"Name","value":"byOutcome"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"share"}}]}},{"kind":"Field","name":{"kind":"Name","value":"success"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OutcomesPart"}}]}},{"kind":"Field","name":{"kind":"Name","value":"withdrawn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OutcomesPart"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rejected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OutcomesPart"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secondNegotiation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OutcomesPart"}}]}},{"kind":"Field","name":{"kind":"Name","value":"objectionsUpheld"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OutcomesPart"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refiled"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"of"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"undecidedCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reopened"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"of"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"undecidedCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OutcomesPart"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Share"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"of"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}}]}}]} as unknown as DocumentNode<OutcomesPanelFragment, unknown>;
export const ResolutionTimePanelFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResolutionTimePanel"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResolutionTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"p50"}},{"kind":"Field","name":{"kind":"Name","value":"p90"}},{"kind":"Field","name":{"kind":"Name","value":"isSmall"}},{"kind":"Field","name":{"kind":"Name","value":"onTimeRate"}},{"kind":"Field","name":{"kind":"Name","value":"undecidedCount"}},{"kind":"Field","name":{"kind":"Name","value":"faster"}},{"kind":"Field","name":{"kind":"Name","value":"within"}},{"kind":"Field","name":{"kind":"Name","value":"over"}},{"kind":"Field","name":{"kind":"Name","value":"openCount"}},{"kind":"Field","name":{"kind":"Name","value":"excluded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawn"}},{"kind":"Field","name":{"kind":"Name","value":"cancelled"}},{"kind":"Field","name":{"kind":"Name","value":"leftTrack"}}]}},{"kind":"Field","name":{"kind":"Name","value":"band"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}}]}},{"kind":"Field","name":{"kind":"Name","value":"histogram"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"workingDays"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}}]}}]}}]} as unknown as DocumentNode<ResolutionTimePanelFragment, unknown>;
export const TrendPanelFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrendPanel"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrendPoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"bucketStart"}},{"kind":"Field","name":{"kind":"Name","value":"isPartial"}},{"kind":"Field","name":{"kind":"Name","value":"workingDayCount"}},{"kind":"Field","name":{"kind":"Name","value":"endedShare"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"p50"}},{"kind":"Field","name":{"kind":"Name","value":"p90"}},{"kind":"Field","name":{"kind":"Name","value":"isSmall"}},{"kind":"Field","name":{"kind":"Name","value":"onTimeRate"}}]}}]} as unknown as DocumentNode<TrendPanelFragment, unknown>;
export const OverviewDocument = {"__meta__":{"hash":"sha256:ad252e8027a57aaaf93733f42a7638bc72ef61db2853a2958ff2b10a2d3c062a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Overview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"simple"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnalyticsFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"negotiation"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnalyticsFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"overall"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnalyticsFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"trend"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnalyticsFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"whole"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnalyticsFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"clock"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ClockKind"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bucket"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrendBucket"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BreakdownDimension"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"cases"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"benchmarks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"track"}},{"kind":"Field","name":{"kind":"Name","value":"minWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"maxWorkingDays"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"simple"},"name":{"kind":"Name","value":"analytics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"simple"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"resolutionTime"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"clock"},"value":{"kind":"EnumValue","value":"SIMPLE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResolutionTimePanel"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"negotiation"},"name":{"kind":"Name","value":"analytics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"negotiation"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"resolutionTime"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"clock"},"value":{"kind":"EnumValue","value":"FIRST_NEGOTIATION"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResolutionTimePanel"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"overall"},"name":{"kind":"Name","value":"analytics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"overall"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"asOfAt"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"caseCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"resolutionTime"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"clock"},"value":{"kind":"EnumValue","value":"OVERALL"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResolutionTimePanel"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"trend"},"name":{"kind":"Name","value":"analytics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"trend"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"trend"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"clock"},"value":{"kind":"Variable","name":{"kind":"Name","value":"clock"}}},{"kind":"Argument","name":{"kind":"Name","value":"bucket"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bucket"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TrendPanel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"clock"},"value":{"kind":"Variable","name":{"kind":"Name","value":"clock"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BreakdownPanel"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"whole"},"name":{"kind":"Name","value":"analytics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"whole"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"backlog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BacklogPanel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcomes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OutcomesPanel"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"cases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"cases"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"UPDATED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"NewestCase"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OutcomesPart"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Share"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"of"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResolutionTimePanel"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResolutionTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"p50"}},{"kind":"Field","name":{"kind":"Name","value":"p90"}},{"kind":"Field","name":{"kind":"Name","value":"isSmall"}},{"kind":"Field","name":{"kind":"Name","value":"onTimeRate"}},{"kind":"Field","name":{"kind":"Name","value":"undecidedCount"}},{"kind":"Field","name":{"kind":"Name","value":"faster"}},{"kind":"Field","name":{"kind":"Name","value":"within"}},{"kind":"Field","name":{"kind":"Name","value":"over"}},{"kind":"Field","name":{"kind":"Name","value":"openCount"}},{"kind":"Field","name":{"kind":"Name","value":"excluded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawn"}},{"kind":"Field","name":{"kind":"Name","value":"cancelled"}},{"kind":"Field","name":{"kind":"Name","value":"leftTrack"}}]}},{"kind":"Field","name":{"kind":"Name","value":"band"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}}]}},{"kind":"Field","name":{"kind":"Name","value":"histogram"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"workingDays"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrendPanel"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrendPoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"bucketStart"}},{"kind":"Field","name":{"kind":"Name","value":"isPartial"}},{"kind":"Field","name":{"kind":"Name","value":"workingDayCount"}},{"kind":"Field","name":{"kind":"Name","value":"endedShare"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"p50"}},{"kind":"Field","name":{"kind":"Name","value":"p90"}},{"kind":"Field","name":{"kind":"Name","value":"isSmall"}},{"kind":"Field","name":{"kind":"Name","value":"onTimeRate"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BreakdownPanel"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BreakdownGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"p50"}},{"kind":"Field","name":{"kind":"Name","value":"p90"}},{"kind":"Field","name":{"kind":"Name","value":"onTimeRate"}},{"kind":"Field","name":{"kind":"Name","value":"faster"}},{"kind":"Field","name":{"kind":"Name","value":"within"}},{"kind":"Field","name":{"kind":"Name","value":"over"}},{"kind":"Field","name":{"kind":"Name","value":"isSuppressed"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacklogPanel"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Backlog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"openCount"}},{"kind":"Field","name":{"kind":"Name","value":"dueToday"}},{"kind":"Field","name":{"kind":"Name","value":"dueNextDay"}},{"kind":"Field","name":{"kind":"Name","value":"breached"}},{"kind":"Field","name":{"kind":"Name","value":"byStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byRisk"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"risk"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byAge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"elapsedWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OutcomesPanel"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Outcomes"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endedCount"}},{"kind":"Field","name":{"kind":"Name","value":"byOutcome"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"share"}}]}},{"kind":"Field","name":{"kind":"Name","value":"success"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OutcomesPart"}}]}},{"kind":"Field","name":{"kind":"Name","value":"withdrawn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OutcomesPart"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rejected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OutcomesPart"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secondNegotiation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OutcomesPart"}}]}},{"kind":"Field","name":{"kind":"Name","value":"objectionsUpheld"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OutcomesPart"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refiled"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"of"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"undecidedCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reopened"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"of"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"undecidedCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NewestCase"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"waitingOn"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"lastEventAt"}},{"kind":"Field","name":{"kind":"Name","value":"team"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextDue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"risk"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"cycle"}},{"kind":"Field","name":{"kind":"Name","value":"countedWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}}]}}]}}]} as unknown as DocumentNode<OverviewQuery, OverviewQueryVariables>;
export const OverviewCasesDocument = {"__meta__":{"hash":"sha256:234c6b47bd6869e0627a86f902d2745b3c858a4716a7af6a2d1a4813d2d66dfb"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OverviewCases"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"cases"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"cases"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"UPDATED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"NewestCase"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NewestCase"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"waitingOn"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"lastEventAt"}},{"kind":"Field","name":{"kind":"Name","value":"team"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextDue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"risk"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"cycle"}},{"kind":"Field","name":{"kind":"Name","value":"countedWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}}]}}]}}]} as unknown as DocumentNode<OverviewCasesQuery, OverviewCasesQueryVariables>;
export const CaseMovedDocument = {"__meta__":{"hash":"sha256:62047e75b960c27397c1f50e11536befa1867db504e94f86a871c356b54ee0ee"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CaseMoved"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"NewestCase"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NewestCase"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"waitingOn"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"lastEventAt"}},{"kind":"Field","name":{"kind":"Name","value":"team"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextDue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"risk"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"cycle"}},{"kind":"Field","name":{"kind":"Name","value":"countedWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}}]}}]}}]} as unknown as DocumentNode<CaseMovedSubscription, CaseMovedSubscriptionVariables>;
export const SaveCasesDocument = {"__meta__":{"hash":"sha256:7981f20add6c55240c5107bd176e71a77ecc6684dd91a1cd1aa7cf4c0f6d1781"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SaveCases"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"caseExport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"CSV"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<SaveCasesQuery, SaveCasesQueryVariables>;