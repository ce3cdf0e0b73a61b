import { randomUUID } from 'node:crypto';
import type { Person } from '@accord/server/domain/permission';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { insertCycles, type Cycle } from '../support/cycle.js';
import { handClock, proposed } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
const app = await startApp({ now: clock.now });
const { pool } = app.database;
let cast: Cast;
let api: Api;
let caseId: string;

interface Edge {
  node: Record<string, unknown> | null;
  cycle: number;
  countedWorkingDays: number;
  elapsedWorkingDays: number;
  verdict: string;
  cursor: string;
}
interface Page {
  totalCount: number;
  edges: Edge[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
}

/** An agreed case, whose negotiation is counted, and forty cycles that belong to no case here. */
beforeAll(async () => {
  cast = await createCast(pool);
  api = await openApi(app);
  const walk = await proposed(app.runtime, cast);
  clock.set('2026-03-06T10:00:00');
  const { id: proposalId, hash: contentHash } = (await walk.state()).proposals[0]!;
  await walk.act(cast.respondent, 'acceptProposal', { proposalId, contentHash });
  caseId = walk.caseId;
  await insertCycles(
    pool,
    Array.from({ length: 40 }, (_, index) => stopped(index % 7, index)),
  );
});
afterAll(() => app.close());

function stopped(elapsed: number, index: number): Cycle {
  const day = String(1 + (index % 28)).padStart(2, '0');
  const stopReason = 'RESOLVED';
  return {
    kind: 'OVERALL',
    startedOn: '2026-01-05',
    stoppedOn: `2026-02-${day}`,
    elapsed,
    stopReason,
    teamId: cast.teamId,
  };
}

async function ask<Data>(who: Person, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await api.ask<{ analytics: Data }>(who, query, variables);
  expect(errors).toEqual([]);
  return data.analytics;
}

const page = `totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
  edges { cursor cycle countedWorkingDays elapsedWorkingDays verdict }`;

describe('the cycles behind a figure', () => {
  it('are those of the number, the longest first, page by page, each once', async () => {
    const query = `query ($first: Int, $after: String, $last: Int, $before: String) { analytics {
      resolutionTime { count cases(first: $first, after: $after, last: $last, before: $before) { ${page} } } } }`;
    const read = (given: object) =>
      ask<{ resolutionTime: { count: number; cases: Page } }>(cast.manager, query, { ...given });
    const seen: Edge[] = [];
    let after: string | null = null;
    do {
      const { count, cases }: { count: number; cases: Page } = (await read({ first: 7, after })).resolutionTime;
      expect(cases.totalCount).toBe(count);
      seen.push(...cases.edges);
      after = cases.pageInfo.hasNextPage ? cases.pageInfo.endCursor : null;
      // What comes and goes meanwhile moves no page.
      if (seen.length === 7) await insertCycles(pool, [stopped(30, 3)]);
    } while (after !== null);
    expect(seen.map(({ countedWorkingDays }) => countedWorkingDays)).toEqual(
      Array.from({ length: 40 }, (_, index) => index % 7).toSorted((one, other) => other - one),
    );
    expect(new Set(seen.map(({ cursor }) => cursor)).size).toBe(40);
    const last = (await read({ last: 3 })).resolutionTime.cases;
    expect(last.edges).toEqual(seen.slice(-3));
    expect(last.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
    const before = (await read({ last: 2, before: last.edges[0]!.cursor })).resolutionTime.cases;
    expect(before.edges).toEqual(seen.slice(-5, -3));
    await pool.query('delete from clock where counted = 30');
  });

  it('of every bar, bucket and group are as many as it counts, in one statement a selection', async () => {
    const statements = vi.spyOn(pg.Client.prototype, 'query');
    const answer = await ask<
      Record<'trend' | 'breakdown', { count: number; cases: Page }[]> & {
        resolutionTime: { histogram: { workingDays: number; count: number; verdict: string; cases: Page }[] };
      }
    >(
      cast.manager,
      `{ analytics { resolutionTime { histogram { workingDays count verdict cases(first: 50) { ${page} } } }
        trend(bucket: WEEK) { count cases(first: 50) { totalCount edges { cycle } } }
        breakdown(by: TEAM) { count cases(first: 50) { totalCount edges { cycle } } } } }`,
    );
    const texts = statements.mock.calls
      .map((call) => (call as unknown[])[0])
      .filter((text) => typeof text === 'string');
    statements.mockRestore();
    expect(texts.filter((text) => text.includes('cycle as materialized'))).toHaveLength(3);
    expect(texts.filter((text) => text.startsWith('begin isolation level'))).toHaveLength(1);
    expect(answer.resolutionTime.histogram.map(({ workingDays }) => workingDays)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const { workingDays, verdict, count, cases } of answer.resolutionTime.histogram) {
      expect(cases.totalCount).toBe(count);
      expect(cases.edges).toHaveLength(count);
      expect(cases.edges.every((edge) => edge.countedWorkingDays === workingDays && edge.verdict === verdict)).toBe(
        true,
      );
    }
    for (const { count, cases } of [...answer.trend, ...answer.breakdown]) {
      expect(cases.totalCount).toBe(count);
      expect(cases.edges).toHaveLength(count);
    }
  });

  it('are judged by the days of the figure, and tell both', async () => {
    const { insertedId } = { insertedId: randomUUID() };
    const long: Cycle = {
      ...stopped(33, 1),
      caseId: insertedId,
      kind: 'FIRST_NEGOTIATION',
      stopReason: 'AGREED',
      paused: 20,
      type: 'REPAYMENT',
    };
    await insertCycles(pool, [long]);
    const query = `query ($basis: Basis!) { analytics(filter: { types: [REPAYMENT] }) {
      resolutionTime(clock: FIRST_NEGOTIATION, basis: $basis) { over cases { ${page} } } } }`;
    const edgeOf = async (basis: string) =>
      (await ask<{ resolutionTime: { cases: Page } }>(cast.manager, query, { basis })).resolutionTime.cases.edges[0];
    expect(await edgeOf('NET')).toMatchObject({ countedWorkingDays: 13, elapsedWorkingDays: 33, verdict: 'WITHIN' });
    expect(await edgeOf('GROSS')).toMatchObject({ countedWorkingDays: 13, elapsedWorkingDays: 33, verdict: 'OVER' });
    await pool.query('delete from clock where case_id = $1', [insertedId]);
  });

  const ofCase = `{ analytics { resolutionTime(clock: FIRST_NEGOTIATION) { count cases {
    totalCount edges { cycle verdict
      node { __typename name: number stage description team { title: name }
        overall: clocks { kind band { min: max max: min } risk } early: events(first: 2) { nodes { type } } late: events(last: 1) { nodes { type } } } } } } } }`;
  const read = async (who: Person) =>
    (await ask<{ resolutionTime: { count: number; cases: Page } }>(who, ofCase)).resolutionTime;

  it('show their cases as the viewer may see them, with aliases, arguments and what the domain completes', async () => {
    const mine = await read(cast.handler);
    expect(mine).toMatchObject({ count: 1, cases: { totalCount: 1, edges: [{ cycle: 1, verdict: 'FASTER' }] } });
    const { node } = mine.cases.edges[0]!;
    expect(node).toMatchObject({ __typename: 'Case', stage: 'EXECUTING', team: { title: '交易组' } });
    expect(node!['name']).toMatch(/^AC/);
    expect(node!['description']).toMatch(/商品/);
    const overall = (node!['overall'] as { kind: string }[]).find(({ kind }) => kind === 'OVERALL');
    expect(overall).toEqual({ kind: 'OVERALL', band: { min: 30, max: 10 }, risk: 'LOW' });
    expect(node).toMatchObject({
      early: { nodes: [{ type: 'CASE_SUBMITTED' }, {}] },
      late: { nodes: [{ type: 'SETTLEMENT_REACHED' }] },
    });
    const outline = (await read(cast.manager)).cases.edges[0]!.node;
    expect(outline).toMatchObject({ name: node!['name'], stage: 'EXECUTING', description: null, early: { nodes: [] } });
  });

  it('are counted for those who did the work though the case has gone to others, without showing it', async () => {
    await pool.query('update dispute_case set team_id = $1, handler_id = $2 where id = $3', [
      cast.otherTeamId,
      cast.otherHandler.id,
      caseId,
    ]);
    for (const who of [cast.handler, cast.supervisor]) {
      expect(await read(who)).toEqual({
        count: 1,
        cases: { totalCount: 1, edges: [{ cycle: 1, verdict: 'FASTER', node: null }] },
      });
    }
    expect(await read(cast.otherSupervisor)).toMatchObject({ count: 0, cases: { totalCount: 0, edges: [] } });
    await pool.query('update dispute_case set team_id = $1, handler_id = $2 where id = $3', [
      cast.teamId,
      cast.handler.id,
      caseId,
    ]);
  });

  it('are of the state of the figures, whatever is written while they are read', async () => {
    const query = `{ analytics { resolutionTime { count cases(first: 1) { totalCount } } breakdown(by: TYPE) { count cases(first: 1) { totalCount } } } }`;
    let isWriting = true;
    const writing = (async () => {
      while (isWriting) await insertCycles(pool, [stopped(50, 5)]);
    })();
    for (let turn = 0; turn < 25; turn += 1) {
      const { resolutionTime, breakdown } = await ask<{
        resolutionTime: { count: number; cases: Page };
        breakdown: { count: number; cases: Page }[];
      }>(cast.manager, query);
      expect(resolutionTime.cases.totalCount).toBe(resolutionTime.count);
      expect(breakdown.map(({ count, cases }) => [count, cases.totalCount])).toEqual([
        [resolutionTime.count, resolutionTime.count],
      ]);
    }
    isWriting = false;
    await writing;
    await pool.query('delete from clock where counted = 50');
  });

  it('refuse a cursor of something else, a page that is too large, and more than anybody reads', async () => {
    const refused = async (args: string, field = 'resolutionTime') => {
      const { error } = await api.ask(
        cast.manager,
        `{ analytics { ${field} { cases(${args}) { totalCount edges { cycle } } } } }`,
      );
      return error;
    };
    const bad = (path: string) => ({ code: 'BAD_USER_INPUT', fields: [expect.objectContaining({ path })] });
    expect(await refused('after: "nonsense"')).toMatchObject(bad('cases.after'));
    expect(await refused('first: 101')).toMatchObject(bad('cases.first'));
    expect(await refused('first: 1, last: 1')).toMatchObject(bad('cases.last'));
    const many = `analytics(filter: { from: "2025-01-01", to: "2025-12-31" }) { trend(bucket: DAY) { cases(first: 100) { totalCount } } }`;
    expect((await api.ask(cast.manager, `{ ${many} }`)).error).toMatchObject(bad('cases.first'));
  });
});
