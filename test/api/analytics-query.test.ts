import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { createCast } from '../support/cast.js';
import { insertCycles } from '../support/cycle.js';

const app = await startApp({ now: () => new Date('2026-03-31T12:00:00+08:00') });
const { pool } = app.database;
const tokens = new Map<string, string>();
let handlerId: string;

beforeAll(async () => {
  const { handler } = await createCast(pool);
  handlerId = handler.id;
  const response = await fetch(`${app.url}/demo`, { headers: { accept: 'application/json' } });
  const { people } = (await response.json()) as { people: { name: string; token: string }[] };
  for (const { name, token } of people) tokens.set(name, token);
  const days = [3, 10, 10, 21, 31];
  await insertCycles(
    pool,
    days.map((elapsed, index) => ({
      kind: 'OVERALL',
      startedOn: '2026-01-05',
      stoppedOn: `2026-0${1 + (index % 2)}-20`,
      elapsed,
      handlerId: index < 2 ? handlerId : undefined,
    })),
  );
});
afterAll(() => app.close());

/** Asks over HTTP and answers the figures, or the `extensions` of what was wrong. */
async function ask(name: string, query: string, variables: object = {}): Promise<Record<string, unknown>> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(name)}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data: { analytics: Record<string, unknown> };
    errors?: { extensions: object }[];
  };
  return errors ? { errors: errors.map(({ extensions }) => extensions) } : data.analytics;
}

describe('figures over HTTP', () => {
  it('are those of the rows, one state for all that is selected', async () => {
    const answer = await ask(
      '经理',
      `query ($filter: AnalyticsFilter) { analytics(filter: $filter) {
        asOf asOfAt sources { name caseCount }
        resolutionTime { clock count caseCount p50 p90 isSmall onTimeRate faster within over openCount undecidedCount cancelledCount
          excluded { rejected withdrawn cancelled leftTrack } band { min max } histogram { workingDays count verdict } }
        trend(bucket: MONTH) { bucketStart isPartial workingDayCount endedShare count p50 onTimeRate } } }`,
      { filter: { from: '2026-01-01', to: '2026-02-28', types: null } },
    );
    expect(answer).toMatchObject({ asOfAt: '2026-03-31T04:00:00.000Z', sources: [{ name: null, caseCount: 0 }] });
    expect(answer.resolutionTime).toEqual({
      clock: 'OVERALL',
      count: 5,
      caseCount: 5,
      p50: 10,
      p90: 27,
      isSmall: true,
      onTimeRate: 0.8,
      faster: 1,
      within: 3,
      over: 1,
      openCount: 0,
      undecidedCount: 0,
      cancelledCount: 0,
      excluded: { rejected: 0, withdrawn: 0, cancelled: 0, leftTrack: 0 },
      band: { min: 10, max: 30 },
      histogram: [
        { workingDays: 3, count: 1, verdict: 'FASTER' },
        { workingDays: 10, count: 2, verdict: 'WITHIN' },
        { workingDays: 21, count: 1, verdict: 'WITHIN' },
        { workingDays: 31, count: 1, verdict: 'OVER' },
      ],
    });
    expect(answer.trend).toEqual([
      {
        bucketStart: '2026-01-01',
        isPartial: false,
        workingDayCount: 21,
        endedShare: null,
        count: 3,
        p50: 10,
        onTimeRate: 2 / 3,
      },
      {
        bucketStart: '2026-02-01',
        isPartial: false,
        workingDayCount: 16,
        endedShare: null,
        count: 2,
        p50: 15.5,
        onTimeRate: 1,
      },
    ]);
  });

  it('answer again at least what they stood at', async () => {
    const { asOf } = await ask('经理', '{ analytics { asOf } }');
    const again = await ask(
      '经理',
      'query ($at: EventCursor) { analytics(atLeast: $at) { resolutionTime { count } } }',
      { at: asOf },
    );
    expect(again).toEqual({ resolutionTime: { count: 5 } });
    expect(await ask('经理', '{ analytics(atLeast: "nonsense") { asOf } }')).toMatchObject({
      errors: [{ code: 'BAD_USER_INPUT' }],
    });
  });

  it('are the own ones of a handler, and suppressed for a manager who looks at one', async () => {
    const question =
      'query ($ids: [ID!]) { analytics(filter: { handlers: $ids }) { resolutionTime { count p50 isSuppressed } } }';
    expect(await ask('经办人甲', question)).toEqual({ resolutionTime: { count: 2, p50: 6.5, isSuppressed: false } });
    const ids = [`person_${handlerId}`];
    expect(await ask('经理', question, { ids })).toEqual({
      resolutionTime: { count: 2, p50: null, isSuppressed: true },
    });
    expect(await ask('经理', question, { ids: ['team_1'] })).toMatchObject({ errors: [{ code: 'NOT_FOUND' }] });
  });

  it('are FORBIDDEN to who only administers, and refuse a period before the calendar', async () => {
    expect(await ask('管理员', '{ analytics { asOf } }')).toMatchObject({ errors: [{ code: 'FORBIDDEN' }] });
    const refused = await ask('经理', '{ analytics(filter: { from: "1999-01-01" }) { resolutionTime { count } } }');
    expect(refused).toMatchObject({ errors: [{ code: 'BAD_USER_INPUT', fields: [{ path: 'filter.from' }] }] });
  });
});
