import type { Person } from '@accord/server/domain/permission';
import { expect } from 'vitest';
import type { Api } from './api.js';

/** A clock as a viewer reads it. */
export interface SeenClock {
  kind: string;
  cycle: number;
  state: string;
  dueOn: string;
  isProvisional: boolean;
  elapsedWorkingDays: number;
  verdict: string | null;
  risk: string | null;
}
/** A case as a viewer reads it: everything that a filter or an order can be about. */
export interface SeenCase {
  id: string;
  number: string;
  type: string;
  reason: string;
  track: string;
  urgency: string;
  channel: string;
  product: string;
  complexity: string | null;
  stage: string;
  waitingOn: string | null;
  outcome: string | null;
  filedAt: string;
  resolvedAt: string | null;
  lastEventAt: string;
  team: { id: string } | null;
  handler: { id: string } | null;
  disputedAmount: { amountMinor: number } | null;
  parties: { id: string; members: { id: string }[] }[];
  objections: { status: string }[];
  nextDue: { clock: string; dueOn: string; risk: string } | null;
  clocks: SeenClock[];
}

/** Walks `cases` to its end, and checks that the pages are as many as the total says. */
export async function walkCases<T>(
  api: Api,
  viewer: Person,
  fields: string,
  variables: Record<string, unknown> = {},
): Promise<T[]> {
  const seen: T[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = (await api.ask(
      viewer,
      `query ($filter: CaseFilter, $orderBy: CaseOrder, $first: Int!, $after: String) {
        cases(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
          totalCount nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`,
      { first: 100, after, ...variables },
    )) as {
      data: { cases: { totalCount: number; nodes: T[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
      errors: unknown[];
    };
    expect(errors).toEqual([]);
    seen.push(...data.cases.nodes);
    after = data.cases.pageInfo.hasNextPage ? data.cases.pageInfo.endCursor : null;
    if (after === null) expect(data.cases.totalCount).toBe(seen.length);
  } while (after !== null);
  return seen;
}

/** All cases that somebody sees, with what they show. */
export const seenCases = (api: Api, viewer: Person) =>
  walkCases<SeenCase>(
    api,
    viewer,
    `id number type reason track urgency channel product complexity stage waitingOn outcome filedAt resolvedAt lastEventAt
     team { id } handler { id } disputedAmount { amountMinor } parties { id members { id } } objections { status }
     nextDue { clock dueOn risk } clocks { kind cycle state dueOn isProvisional elapsedWorkingDays verdict risk }`,
  );

/** The latest cycle of a kind, else the running clock due first. */
export function clockOf({ clocks, nextDue }: SeenCase, kind: string | null): SeenClock | undefined {
  if (kind) return clocks.filter((each) => each.kind === kind).sort((a, b) => b.cycle - a.cycle)[0];
  return clocks.find((each) => each.kind === nextDue?.clock && (each.state === 'RUNNING' || each.state === 'PAUSED'));
}
