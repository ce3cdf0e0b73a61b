/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Overview(\n    $simple: AnalyticsFilter!\n    $negotiation: AnalyticsFilter!\n    $overall: AnalyticsFilter!\n    $trend: AnalyticsFilter!\n    $whole: AnalyticsFilter!\n    $clock: ClockKind!\n    $bucket: TrendBucket!\n    $by: BreakdownDimension!\n    $cases: CaseFilter!\n  ) {\n    benchmarks {\n      clock\n      track\n      minWorkingDays\n      maxWorkingDays\n    }\n    simple: analytics(filter: $simple) {\n      resolutionTime(clock: SIMPLE) {\n        ...ResolutionTimePanel\n      }\n    }\n    negotiation: analytics(filter: $negotiation) {\n      resolutionTime(clock: FIRST_NEGOTIATION) {\n        ...ResolutionTimePanel\n      }\n    }\n    overall: analytics(filter: $overall) {\n      asOfAt\n      sources {\n        name\n        caseCount\n      }\n      resolutionTime(clock: OVERALL) {\n        ...ResolutionTimePanel\n      }\n    }\n    trend: analytics(filter: $trend) {\n      trend(clock: $clock, bucket: $bucket) {\n        ...TrendPanel\n      }\n      breakdown(clock: $clock, by: $by) {\n        ...BreakdownPanel\n      }\n    }\n    whole: analytics(filter: $whole) {\n      backlog {\n        ...BacklogPanel\n      }\n      outcomes {\n        ...OutcomesPanel\n      }\n    }\n    cases(filter: $cases, orderBy: { field: UPDATED_AT, direction: DESC }, first: 10) {\n      nodes {\n        id\n        ...NewestCase\n      }\n    }\n  }\n": typeof types.OverviewDocument,
    "\n  query OverviewCases($cases: CaseFilter!) {\n    cases(filter: $cases, orderBy: { field: UPDATED_AT, direction: DESC }, first: 10) {\n      nodes {\n        id\n        ...NewestCase\n      }\n    }\n  }\n": typeof types.OverviewCasesDocument,
    "\n  fragment BacklogPanel on Backlog {\n    openCount\n    dueToday\n    dueNextDay\n    breached\n    byStage {\n      stage\n      count\n    }\n    byRisk {\n      risk\n      count\n    }\n    byAge {\n      elapsedWorkingDays\n      count\n    }\n  }\n": typeof types.BacklogPanelFragmentDoc,
    "\n  fragment BreakdownPanel on BreakdownGroup {\n    key\n    label\n    count\n    p50\n    p90\n    onTimeRate\n    faster\n    within\n    over\n    isSuppressed\n  }\n": typeof types.BreakdownPanelFragmentDoc,
    "\n  fragment NewestCase on Case {\n    id\n    number\n    version\n    type\n    reason\n    urgency\n    stage\n    waitingOn\n    outcome\n    lastEventAt\n    team {\n      id\n      name\n    }\n    nextDue {\n      clock\n      dueOn\n      risk\n    }\n    clocks {\n      kind\n      cycle\n      countedWorkingDays\n      verdict\n    }\n  }\n": typeof types.NewestCaseFragmentDoc,
    "\n  subscription CaseMoved($id: ID!) {\n    caseUpdated(id: $id) {\n      ...NewestCase\n    }\n  }\n": typeof types.CaseMovedDocument,
    "\n  fragment OutcomesPanel on Outcomes {\n    endedCount\n    byOutcome {\n      outcome\n      count\n      share\n    }\n    success {\n      ...OutcomesPart\n    }\n    withdrawn {\n      ...OutcomesPart\n    }\n    rejected {\n      ...OutcomesPart\n    }\n    secondNegotiation {\n      ...OutcomesPart\n    }\n    objectionsUpheld {\n      ...OutcomesPart\n    }\n    refiled {\n      count\n      of\n      rate\n      undecidedCount\n    }\n    reopened {\n      count\n      of\n      rate\n      undecidedCount\n    }\n  }\n": typeof types.OutcomesPanelFragmentDoc,
    "\n  fragment OutcomesPart on Share {\n    count\n    of\n    rate\n  }\n": typeof types.OutcomesPartFragmentDoc,
    "\n  fragment ResolutionTimePanel on ResolutionTime {\n    clock\n    count\n    p50\n    p90\n    isSmall\n    onTimeRate\n    undecidedCount\n    faster\n    within\n    over\n    openCount\n    excluded {\n      rejected\n      withdrawn\n      cancelled\n      leftTrack\n    }\n    band {\n      min\n      max\n    }\n    histogram {\n      workingDays\n      count\n      verdict\n    }\n  }\n": typeof types.ResolutionTimePanelFragmentDoc,
    "\n  query SaveCases($filter: CaseFilter!) {\n    caseExport(filter: $filter, format: CSV) {\n      url\n      expiresAt\n    }\n  }\n": typeof types.SaveCasesDocument,
    "\n  fragment TrendPanel on TrendPoint {\n    bucketStart\n    isPartial\n    workingDayCount\n    endedShare\n    count\n    p50\n    p90\n    isSmall\n    onTimeRate\n  }\n": typeof types.TrendPanelFragmentDoc,
};
const documents: Documents = {
    "\n  query Overview(\n    $simple: AnalyticsFilter!\n    $negotiation: AnalyticsFilter!\n    $overall: AnalyticsFilter!\n    $trend: AnalyticsFilter!\n    $whole: AnalyticsFilter!\n    $clock: ClockKind!\n    $bucket: TrendBucket!\n    $by: BreakdownDimension!\n    $cases: CaseFilter!\n  ) {\n    benchmarks {\n      clock\n      track\n      minWorkingDays\n      maxWorkingDays\n    }\n    simple: analytics(filter: $simple) {\n      resolutionTime(clock: SIMPLE) {\n        ...ResolutionTimePanel\n      }\n    }\n    negotiation: analytics(filter: $negotiation) {\n      resolutionTime(clock: FIRST_NEGOTIATION) {\n        ...ResolutionTimePanel\n      }\n    }\n    overall: analytics(filter: $overall) {\n      asOfAt\n      sources {\n        name\n        caseCount\n      }\n      resolutionTime(clock: OVERALL) {\n        ...ResolutionTimePanel\n      }\n    }\n    trend: analytics(filter: $trend) {\n      trend(clock: $clock, bucket: $bucket) {\n        ...TrendPanel\n      }\n      breakdown(clock: $clock, by: $by) {\n        ...BreakdownPanel\n      }\n    }\n    whole: analytics(filter: $whole) {\n      backlog {\n        ...BacklogPanel\n      }\n      outcomes {\n        ...OutcomesPanel\n      }\n    }\n    cases(filter: $cases, orderBy: { field: UPDATED_AT, direction: DESC }, first: 10) {\n      nodes {\n        id\n        ...NewestCase\n      }\n    }\n  }\n": types.OverviewDocument,
    "\n  query OverviewCases($cases: CaseFilter!) {\n    cases(filter: $cases, orderBy: { field: UPDATED_AT, direction: DESC }, first: 10) {\n      nodes {\n        id\n        ...NewestCase\n      }\n    }\n  }\n": types.OverviewCasesDocument,
    "\n  fragment BacklogPanel on Backlog {\n    openCount\n    dueToday\n    dueNextDay\n    breached\n    byStage {\n      stage\n      count\n    }\n    byRisk {\n      risk\n      count\n    }\n    byAge {\n      elapsedWorkingDays\n      count\n    }\n  }\n": types.BacklogPanelFragmentDoc,
    "\n  fragment BreakdownPanel on BreakdownGroup {\n    key\n    label\n    count\n    p50\n    p90\n    onTimeRate\n    faster\n    within\n    over\n    isSuppressed\n  }\n": types.BreakdownPanelFragmentDoc,
    "\n  fragment NewestCase on Case {\n    id\n    number\n    version\n    type\n    reason\n    urgency\n    stage\n    waitingOn\n    outcome\n    lastEventAt\n    team {\n      id\n      name\n    }\n    nextDue {\n      clock\n      dueOn\n      risk\n    }\n    clocks {\n      kind\n      cycle\n      countedWorkingDays\n      verdict\n    }\n  }\n": types.NewestCaseFragmentDoc,
    "\n  subscription CaseMoved($id: ID!) {\n    caseUpdated(id: $id) {\n      ...NewestCase\n    }\n  }\n": types.CaseMovedDocument,
    "\n  fragment OutcomesPanel on Outcomes {\n    endedCount\n    byOutcome {\n      outcome\n      count\n      share\n    }\n    success {\n      ...OutcomesPart\n    }\n    withdrawn {\n      ...OutcomesPart\n    }\n    rejected {\n      ...OutcomesPart\n    }\n    secondNegotiation {\n      ...OutcomesPart\n    }\n    objectionsUpheld {\n      ...OutcomesPart\n    }\n    refiled {\n      count\n      of\n      rate\n      undecidedCount\n    }\n    reopened {\n      count\n      of\n      rate\n      undecidedCount\n    }\n  }\n": types.OutcomesPanelFragmentDoc,
    "\n  fragment OutcomesPart on Share {\n    count\n    of\n    rate\n  }\n": types.OutcomesPartFragmentDoc,
    "\n  fragment ResolutionTimePanel on ResolutionTime {\n    clock\n    count\n    p50\n    p90\n    isSmall\n    onTimeRate\n    undecidedCount\n    faster\n    within\n    over\n    openCount\n    excluded {\n      rejected\n      withdrawn\n      cancelled\n      leftTrack\n    }\n    band {\n      min\n      max\n    }\n    histogram {\n      workingDays\n      count\n      verdict\n    }\n  }\n": types.ResolutionTimePanelFragmentDoc,
    "\n  query SaveCases($filter: CaseFilter!) {\n    caseExport(filter: $filter, format: CSV) {\n      url\n      expiresAt\n    }\n  }\n": types.SaveCasesDocument,
    "\n  fragment TrendPanel on TrendPoint {\n    bucketStart\n    isPartial\n    workingDayCount\n    endedShare\n    count\n    p50\n    p90\n    isSmall\n    onTimeRate\n  }\n": types.TrendPanelFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Overview(\n    $simple: AnalyticsFilter!\n    $negotiation: AnalyticsFilter!\n    $overall: AnalyticsFilter!\n    $trend: AnalyticsFilter!\n    $whole: AnalyticsFilter!\n    $clock: ClockKind!\n    $bucket: TrendBucket!\n    $by: BreakdownDimension!\n    $cases: CaseFilter!\n  ) {\n    benchmarks {\n      clock\n      track\n      minWorkingDays\n      maxWorkingDays\n    }\n    simple: analytics(filter: $simple) {\n      resolutionTime(clock: SIMPLE) {\n        ...ResolutionTimePanel\n      }\n    }\n    negotiation: analytics(filter: $negotiation) {\n      resolutionTime(clock: FIRST_NEGOTIATION) {\n        ...ResolutionTimePanel\n      }\n    }\n    overall: analytics(filter: $overall) {\n      asOfAt\n      sources {\n        name\n        caseCount\n      }\n      resolutionTime(clock: OVERALL) {\n        ...ResolutionTimePanel\n      }\n    }\n    trend: analytics(filter: $trend) {\n      trend(clock: $clock, bucket: $bucket) {\n        ...TrendPanel\n      }\n      breakdown(clock: $clock, by: $by) {\n        ...BreakdownPanel\n      }\n    }\n    whole: analytics(filter: $whole) {\n      backlog {\n        ...BacklogPanel\n      }\n      outcomes {\n        ...OutcomesPanel\n      }\n    }\n    cases(filter: $cases, orderBy: { field: UPDATED_AT, direction: DESC }, first: 10) {\n      nodes {\n        id\n        ...NewestCase\n      }\n    }\n  }\n"): (typeof documents)["\n  query Overview(\n    $simple: AnalyticsFilter!\n    $negotiation: AnalyticsFilter!\n    $overall: AnalyticsFilter!\n    $trend: AnalyticsFilter!\n    $whole: AnalyticsFilter!\n    $clock: ClockKind!\n    $bucket: TrendBucket!\n    $by: BreakdownDimension!\n    $cases: CaseFilter!\n  ) {\n    benchmarks {\n      clock\n      track\n      minWorkingDays\n      maxWorkingDays\n    }\n    simple: analytics(filter: $simple) {\n      resolutionTime(clock: SIMPLE) {\n        ...ResolutionTimePanel\n      }\n    }\n    negotiation: analytics(filter: $negotiation) {\n      resolutionTime(clock: FIRST_NEGOTIATION) {\n        ...ResolutionTimePanel\n      }\n    }\n    overall: analytics(filter: $overall) {\n      asOfAt\n      sources {\n        name\n        caseCount\n      }\n      resolutionTime(clock: OVERALL) {\n        ...ResolutionTimePanel\n      }\n    }\n    trend: analytics(filter: $trend) {\n      trend(clock: $clock, bucket: $bucket) {\n        ...TrendPanel\n      }\n      breakdown(clock: $clock, by: $by) {\n        ...BreakdownPanel\n      }\n    }\n    whole: analytics(filter: $whole) {\n      backlog {\n        ...BacklogPanel\n      }\n      outcomes {\n        ...OutcomesPanel\n      }\n    }\n    cases(filter: $cases, orderBy: { field: UPDATED_AT, direction: DESC }, first: 10) {\n      nodes {\n        id\n        ...NewestCase\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewCases($cases: CaseFilter!) {\n    cases(filter: $cases, orderBy: { field: UPDATED_AT, direction: DESC }, first: 10) {\n      nodes {\n        id\n        ...NewestCase\n      }\n    }\n  }\n"): (typeof documents)["\n  query OverviewCases($cases: CaseFilter!) {\n    cases(filter: $cases, orderBy: { field: UPDATED_AT, direction: DESC }, first: 10) {\n      nodes {\n        id\n        ...NewestCase\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BacklogPanel on Backlog {\n    openCount\n    dueToday\n    dueNextDay\n    breached\n    byStage {\n      stage\n      count\n    }\n    byRisk {\n      risk\n      count\n    }\n    byAge {\n      elapsedWorkingDays\n      count\n    }\n  }\n"): (typeof documents)["\n  fragment BacklogPanel on Backlog {\n    openCount\n    dueToday\n    dueNextDay\n    breached\n    byStage {\n      stage\n      count\n    }\n    byRisk {\n      risk\n      count\n    }\n    byAge {\n      elapsedWorkingDays\n      count\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BreakdownPanel on BreakdownGroup {\n    key\n    label\n    count\n    p50\n    p90\n    onTimeRate\n    faster\n    within\n    over\n    isSuppressed\n  }\n"): (typeof documents)["\n  fragment BreakdownPanel on BreakdownGroup {\n    key\n    label\n    count\n    p50\n    p90\n    onTimeRate\n    faster\n    within\n    over\n    isSuppressed\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NewestCase on Case {\n    id\n    number\n    version\n    type\n    reason\n    urgency\n    stage\n    waitingOn\n    outcome\n    lastEventAt\n    team {\n      id\n      name\n    }\n    nextDue {\n      clock\n      dueOn\n      risk\n    }\n    clocks {\n      kind\n      cycle\n      countedWorkingDays\n      verdict\n    }\n  }\n"): (typeof documents)["\n  fragment NewestCase on Case {\n    id\n    number\n    version\n    type\n    reason\n    urgency\n    stage\n    waitingOn\n    outcome\n    lastEventAt\n    team {\n      id\n      name\n    }\n    nextDue {\n      clock\n      dueOn\n      risk\n    }\n    clocks {\n      kind\n      cycle\n      countedWorkingDays\n      verdict\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription CaseMoved($id: ID!) {\n    caseUpdated(id: $id) {\n      ...NewestCase\n    }\n  }\n"): (typeof documents)["\n  subscription CaseMoved($id: ID!) {\n    caseUpdated(id: $id) {\n      ...NewestCase\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OutcomesPanel on Outcomes {\n    endedCount\n    byOutcome {\n      outcome\n      count\n      share\n    }\n    success {\n      ...OutcomesPart\n    }\n    withdrawn {\n      ...OutcomesPart\n    }\n    rejected {\n      ...OutcomesPart\n    }\n    secondNegotiation {\n      ...OutcomesPart\n    }\n    objectionsUpheld {\n      ...OutcomesPart\n    }\n    refiled {\n      count\n      of\n      rate\n      undecidedCount\n    }\n    reopened {\n      count\n      of\n      rate\n      undecidedCount\n    }\n  }\n"): (typeof documents)["\n  fragment OutcomesPanel on Outcomes {\n    endedCount\n    byOutcome {\n      outcome\n      count\n      share\n    }\n    success {\n      ...OutcomesPart\n    }\n    withdrawn {\n      ...OutcomesPart\n    }\n    rejected {\n      ...OutcomesPart\n    }\n    secondNegotiation {\n      ...OutcomesPart\n    }\n    objectionsUpheld {\n      ...OutcomesPart\n    }\n    refiled {\n      count\n      of\n      rate\n      undecidedCount\n    }\n    reopened {\n      count\n      of\n      rate\n      undecidedCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OutcomesPart on Share {\n    count\n    of\n    rate\n  }\n"): (typeof documents)["\n  fragment OutcomesPart on Share {\n    count\n    of\n    rate\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ResolutionTimePanel on ResolutionTime {\n    clock\n    count\n    p50\n    p90\n    isSmall\n    onTimeRate\n    undecidedCount\n    faster\n    within\n    over\n    openCount\n    excluded {\n      rejected\n      withdrawn\n      cancelled\n      leftTrack\n    }\n    band {\n      min\n      max\n    }\n    histogram {\n      workingDays\n      count\n      verdict\n    }\n  }\n"): (typeof documents)["\n  fragment ResolutionTimePanel on ResolutionTime {\n    clock\n    count\n    p50\n    p90\n    isSmall\n    onTimeRate\n    undecidedCount\n    faster\n    within\n    over\n    openCount\n    excluded {\n      rejected\n      withdrawn\n      cancelled\n      leftTrack\n    }\n    band {\n      min\n      max\n    }\n    histogram {\n      workingDays\n      count\n      verdict\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SaveCases($filter: CaseFilter!) {\n    caseExport(filter: $filter, format: CSV) {\n      url\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  query SaveCases($filter: CaseFilter!) {\n    caseExport(filter: $filter, format: CSV) {\n      url\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TrendPanel on TrendPoint {\n    bucketStart\n    isPartial\n    workingDayCount\n    endedShare\n    count\n    p50\n    p90\n    isSmall\n    onTimeRate\n  }\n"): (typeof documents)["\n  fragment TrendPanel on TrendPoint {\n    bucketStart\n    isPartial\n    workingDayCount\n    endedShare\n    count\n    p50\n    p90\n    isSmall\n    onTimeRate\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;