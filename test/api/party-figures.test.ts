import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { insertCycles, type Cycle } from '../support/cycle.js';
import { proposed } from '../support/road.js';

const app = await startApp();
const { pool } = app.database;
let cast: Cast;
let api: Api;

/** So many cycles of a type, of nobody in particular. */
const many = (count: number, type: string): Cycle[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'OVERALL',
    startedOn: '2026-01-05',
    stoppedOn: '2026-02-02',
    elapsed: index,
    type,
  }));

beforeAll(async () => {
  cast = await createCast(pool);
  api = await openApi(app);
  await insertCycles(pool, [
    ...many(20, 'REPAYMENT'),
    ...many(19, 'PAYMENT_ANOMALY'),
    ...many(30, 'SERVICE_COMPLAINT'),
  ]);
  await proposed(app.runtime, cast);
});
afterAll(() => app.close());

const ask = (field: string, filter: Record<string, unknown> = {}, who = cast.complainant) =>
  api.ask<{ analytics: Record<string, unknown> }>(
    who,
    `query ($filter: AnalyticsFilter) { analytics(filter: $filter) { ${field} } }`,
    {
      filter,
    },
  );
const forbidden = (message: RegExp) => [{ extensions: { code: 'FORBIDDEN' }, message: expect.stringMatching(message) }];

describe('everybody’s figures, for a party', () => {
  it('are told by type, in groups of twenty or more; of a smaller one not even that it is there', async () => {
    const { data } = await ask('breakdown(by: TYPE) { key count p50 isSuppressed cases { totalCount } }');
    expect(data.analytics['breakdown']).toEqual([
      { key: 'SERVICE_COMPLAINT', count: 30, p50: 14.5, isSuppressed: false, cases: null },
      { key: 'REPAYMENT', count: 20, p50: 9.5, isSuppressed: false, cases: null },
    ]);
  });

  it('of one type are told from twenty on', async () => {
    const figures =
      'resolutionTime { count caseCount p50 openCount isSuppressed histogram { count cases { totalCount } } cases { totalCount } }';
    const large = (await ask(figures, { types: ['REPAYMENT'] })).data.analytics['resolutionTime'];
    expect(large).toMatchObject({ count: 20, p50: 9.5, isSuppressed: false, cases: null });
    expect((large as { histogram: object[] }).histogram[0]).toEqual({ count: 1, cases: null });
    for (const type of ['PAYMENT_ANOMALY', 'TRADE_DISPUTE']) {
      const { data } = await ask(figures, { types: [type] });
      const nothing = {
        count: 0,
        caseCount: 0,
        p50: null,
        openCount: 0,
        isSuppressed: true,
        histogram: [],
        cases: null,
      };
      expect(data.analytics['resolutionTime']).toEqual(nothing);
    }
  });

  it('are not told of all types together, which would tell the small one', async () => {
    for (const types of [null, ['REPAYMENT', 'PAYMENT_ANOMALY'], []]) {
      expect((await ask('resolutionTime { count }', { types })).errors).toMatchObject(forbidden(/one type/));
    }
  });

  it.each([
    ['trend { count }', {}],
    ['sources { name }', {}],
    ['breakdown(by: REASON) { key }', {}],
    ['breakdown(by: HANDLER) { key }', {}],
    ['breakdown(by: TYPE) { key }', { reasons: ['POOR_QUALITY'] }],
    ['breakdown(by: TYPE) { key }', { outcomes: ['SETTLED'] }],
    ['breakdown(by: TYPE) { key }', { sources: ['log'] }],
  ])('say nothing else: %s with %j', async (field, filter) => {
    expect((await ask(field, filter)).errors).toMatchObject(forbidden(/not open to you/));
  });
});

describe('figures of the own cases', () => {
  const own = { ownOnly: true };

  it('are a party’s, however few, with the cases behind them', async () => {
    const field = `resolutionTime(clock: INVESTIGATION) { count isSuppressed cases { totalCount edges { node { number description } } } }
      breakdown(clock: RESPONSE, by: REASON) { key count } trend(clock: RESPONSE) { count }`;
    for (const who of [cast.complainant, cast.respondent]) {
      const { data, errors } = await ask(field, own, who);
      expect(errors).toEqual([]);
      expect(data.analytics).toMatchObject({
        resolutionTime: {
          count: 1,
          isSuppressed: false,
          cases: {
            totalCount: 1,
            edges: [{ node: { number: expect.stringMatching(/^AC/), description: expect.stringMatching(/商品/) } }],
          },
        },
        breakdown: [{ key: 'NOT_AS_DESCRIBED', count: 1 }],
        trend: [{ count: 1 }],
      });
    }
    for (const who of [cast.stranger, cast.manager, cast.handler]) {
      expect((await ask('resolutionTime(clock: INVESTIGATION) { count }', own, who)).data.analytics).toEqual({
        resolutionTime: { count: 0 },
      });
    }
  });

  it('are not told by who handled them or what was found', async () => {
    for (const by of ['HANDLER', 'TEAM', 'RESPONDENT', 'ROOT_CAUSE']) {
      expect((await ask(`breakdown(by: ${by}) { key }`, own)).errors).toMatchObject(forbidden(/not open to you/));
    }
    const handlers = [`person_${cast.handler.id}`];
    expect((await ask('resolutionTime { count }', { ...own, handlers })).errors).toMatchObject(
      forbidden(/filter\.handlers/),
    );
  });
});
