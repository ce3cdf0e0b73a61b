import { loadDemo } from '@accord/seeds/demo';
import { people } from '@accord/seeds/scenarios/people';
import { actOnDeadlines } from '@accord/server/commands/deadlines';
import { reviseCases } from '@accord/server/commands/revise-cases';
import { publishCalendar } from '@accord/server/commands/publication';
import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { handClock } from '../support/road.js';
import { clockOf, seenCases, walkCases, type SeenCase } from '../support/seen-case.js';

// The day before the National Day holidays, and what the untouched cases have become after them, with make-up days between.
const clock = handClock('2026-09-30T09:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let api: Api;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  await loadDemo(app.runtime, { asOf: '2026-09-30', cases: 300, seed: 3 });
  await app.database.pool.query('analyze');
  api = await openApi(app);
});
afterAll(() => app.close());

const viewers = {
  manager: people.guomingyuan,
  supervisor: people.hezhiqiang,
  handler: people.wanghaiyan,
  customer: people.xiaoming,
  platform: people.platform,
  expert: people.fangzhengming,
};
type Viewer = keyof typeof viewers;

/** A day more to work: what was due later before stays due then, over days of grace. */
async function revise(input: Parameters<typeof publishCalendar>[2]['input']): Promise<void> {
  clock.set('2026-10-26T12:00:00');
  await actOnDeadlines(app.runtime);
  await publishCalendar({ ...app.runtime, alarm: new EventTarget() }, people.yangfan, { input });
  await reviseCases(app.runtime);
  const { rows } = await app.database.pool.query<{ grace: number }>(
    `select count(*)::int as grace from clock where grace_working_days > 0 and state in ('RUNNING', 'PAUSED')`,
  );
  expect(rows[0]!.grace).toBeGreaterThan(5);
}

const shanghai = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

type Case = [name: string, filter: Record<string, unknown>, holds: (each: SeenCase) => boolean];
const choice = (name: keyof SeenCase, ...values: string[]): Case => [
  `${name} ${values.join()}`,
  { [name]: values },
  (each) => values.includes(each[name] as string),
];
const outline: Case[] = [
  choice('stage', 'NEGOTIATING', 'IMPASSE', 'CLOSED'),
  choice('type', 'REPAYMENT', 'TRADE_DISPUTE'),
  choice('reason', 'POOR_QUALITY', 'ACCOUNT_STOLEN'),
  choice('track', 'SIMPLE'),
  choice('urgency', 'URGENT'),
  choice('channel', 'PHONE', 'WEB'),
  choice('product', 'PAYMENT'),
  choice('complexity', 'LOW', 'HIGH'),
  choice('waitingOn', 'RESPONDENT', 'COMPLAINANT'),
  choice('outcome', 'SETTLED', 'WITHDRAWN'),
  ['no stage at all', { stage: [] }, () => false],
  [
    'resolved in August',
    { resolvedOn: { from: '2026-08-01', to: '2026-08-31' } },
    ({ resolvedAt }) => resolvedAt !== null && shanghai(resolvedAt).startsWith('2026-08'),
  ],
  [
    'resolved at all',
    { resolvedOn: { to: '2099-12-31', from: '1900-01-01' } },
    ({ resolvedAt }) => resolvedAt !== null,
  ],
  ['quiet', { quietSince: '2026-09-25' }, ({ lastEventAt }) => shanghai(lastEventAt) < '2026-09-25'],
  ...[null, 'OVERALL', 'RESPONSE', 'INVESTIGATION', 'FIRST_NEGOTIATION'].flatMap((clock): Case[] => {
    const of = (each: SeenCase) => clockOf(each, clock);
    const name = clock ?? 'next due';
    return [
      ...['LOW', 'HALF', 'THREE_QUARTERS', 'NINETY', 'DUE_NEXT_DAY', 'DUE_TODAY', 'BREACHED'].map((risk): Case => [
        `${name} ${risk}`,
        { clock, risk: [risk] },
        (each) => of(each)?.risk === risk,
      ]),
      [`${name} over`, { clock, verdict: ['OVER'] }, (each) => of(each)?.verdict === 'OVER'],
      [
        `${name} in time`,
        { clock, verdict: ['FASTER', 'WITHIN'] },
        (each) => ['FASTER', 'WITHIN'].includes(of(each)?.verdict ?? ''),
      ],
      [
        `${name} due in a range`,
        { clock, dueOn: { from: '2026-09-29', to: '2026-10-15' } },
        (each) => (of(each)?.dueOn ?? '') >= '2026-09-29' && of(each)!.dueOn <= '2026-10-15',
      ],
      [`${name} provisional`, { clock, isProvisional: true }, (each) => of(each)?.isProvisional === true],
      [`${name} not provisional`, { clock, isProvisional: false }, (each) => of(each)?.isProvisional !== true],
      [
        `${name} paused`,
        { clock, isPaused: true },
        ({ clocks }) => clocks.some(({ kind, state }) => state === 'PAUSED' && kind === (clock ?? kind)),
      ],
      [
        `${name} not paused`,
        { clock, isPaused: false, stage: ['INVESTIGATING'] },
        ({ clocks, stage }) =>
          stage === 'INVESTIGATING' &&
          !clocks.some(({ kind, state }) => state === 'PAUSED' && kind === (clock ?? kind)),
      ],
    ];
  }),
];
const open = ['SUBMITTED', 'ACCEPTED', 'INVESTIGATING', 'NEGOTIATING', 'IMPASSE', 'EXECUTING'];
const insideOf = (some: SeenCase[]): Case[] => {
  const handler = some.find((each) => each.handler)?.handler?.id ?? `person_${people.wanghaiyan.id}`;
  const [party] = some[0]?.parties ?? [];
  const merchant = `person_${people.chengzi.id}`;
  return [
    ['handler', { handler: [handler] }, (each) => each.handler?.id === handler],
    [
      'a person as party',
      { party: [merchant] },
      ({ parties }) => parties.some(({ members }) => members.some(({ id }) => id === merchant)),
    ],
    ...(party
      ? [['a party', { party: [party.id] }, ({ parties }: SeenCase) => parties[0]?.id === party.id] as Case]
      : []),
    [
      'unassigned',
      { isUnassigned: true },
      ({ handler: who, stage }) => who === null && (open.includes(stage) || /SECOND|EXPERT/.test(stage)),
    ],
    [
      'an open objection',
      { hasOpenObjection: true },
      ({ objections }) => objections.some(({ status }) => status === 'OPEN'),
    ],
    [
      'no open objection',
      { hasOpenObjection: false },
      ({ objections }) => !objections.some(({ status }) => status === 'OPEN'),
    ],
  ];
};

describe.each([
  ['2026-09-30T09:00:00', null],
  ['2026-10-13T23:30:00', null],
  [
    '2026-11-05T12:00:00',
    {
      announcedThrough: '2026-12-31',
      source: '更正',
      publishedAt: '2026-10-26T02:00:00.000Z',
      days: [{ date: '2026-10-31', kind: 'MAKE_UP' as const, name: '调休', nameEn: 'Make-up day' }],
    },
  ],
])('a filter, asked on %s', (time, notice) => {
  beforeAll(async () => {
    if (notice) await revise(notice);
    clock.set(time);
  });

  it.each(Object.keys(viewers) as Viewer[])('finds what its fields say, for the %s', async (name) => {
    const viewer = viewers[name];
    const seen = await seenCases(api, viewer);
    if (name !== 'expert') expect(seen.length).toBeGreaterThan(name === 'customer' ? 0 : 9);
    const cases = name === 'manager' ? outline : [...outline, ...(name === 'expert' ? [] : insideOf(seen))];
    const found = new Map<string, number>();
    for (const [what, filter, holds] of cases) {
      const ids = (await walkCases<{ id: string }>(api, viewer, 'id', { filter })).map(({ id }) => id);
      expect(ids, what).toEqual(seen.filter(holds).map(({ id }) => id));
      found.set(what, ids.length);
    }
    // Enough is in the demo for a filter that finds nothing, or all, to be the exception.
    if (name === 'manager') {
      if (!notice) expect(found.get('next due paused')).toBeGreaterThan(0);
      const empty = [...found].filter(([, count]) => count === 0).map(([what]) => what);
      expect(empty.length, empty.join()).toBeLessThan(found.size / 2);
    }
  });
});

describe('an order', () => {
  const last = (isDescending: boolean) => (isDescending ? -Infinity : Infinity);
  const valueOf: Record<string, (each: SeenCase, isDescending: boolean) => string | number> = {
    NEXT_DUE_ON: ({ nextDue }, isDescending) => nextDue?.dueOn ?? (isDescending ? '' : '9999'),
    FILED_AT: ({ filedAt }) => filedAt,
    NUMBER: ({ number }) => number,
    ELAPSED: (each) => clockOf(each, 'OVERALL')!.elapsedWorkingDays,
    AMOUNT: ({ disputedAmount }, isDescending) => disputedAmount?.amountMinor ?? last(isDescending),
  };

  it.each(
    Object.keys(valueOf).flatMap((field) => ['ASC', 'DESC'].map((direction): [string, string] => [field, direction])),
  )('by %s %s walks all cases in the order of what they show', async (field, direction) => {
    clock.set('2026-10-13T23:30:00');
    const viewer = people.hezhiqiang;
    const seen = await seenCases(api, viewer);
    const orderBy = { field, direction };
    const walked = (await walkCases<{ id: string }>(api, viewer, 'id', { orderBy, first: 23 })).map(({ id }) => id);
    const sign = direction === 'ASC' ? 1 : -1;
    const compare = (a: string | number, b: string | number) => (a < b ? -sign : a > b ? sign : 0);
    const expected = seen.toSorted(
      (a, b) =>
        compare(valueOf[field]!(a, sign < 0), valueOf[field]!(b, sign < 0)) || compare(a.id.slice(5), b.id.slice(5)),
    );
    expect(walked).toEqual(expected.map(({ id }) => id));
  });
});

describe('what a filter or an order may not tell', () => {
  const ask = async (viewer: Person, variables: object) => {
    const query = `query ($filter: CaseFilter, $orderBy: CaseOrder) { cases(filter: $filter, orderBy: $orderBy) { totalCount } }`;
    return api.ask<{ cases: { totalCount: number } }>(viewer, query, { ...variables });
  };

  it.each([
    [{ filter: { party: [`person_${people.chengzi.id}`] } }],
    [{ filter: { handler: [`person_${people.wanghaiyan.id}`] } }],
    [{ filter: { hasOpenObjection: false } }],
    [{ filter: { isUnassigned: true } }],
    [{ orderBy: { field: 'AMOUNT', direction: 'ASC' } }],
    [{ orderBy: { field: 'QUEUE', direction: 'ASC' } }],
  ])('a manager asks in vain by %j', async (variables) => {
    expect((await ask(people.guomingyuan, variables)).error).toEqual({ code: 'FORBIDDEN' });
  });

  it('an expert finds no case by its parties', async () => {
    const { rows } = await app.database.pool.query<{ id: string; partyId: string }>(
      `select s.expert_id as id, p.id as "partyId" from expert_seat s join party p on p.case_id = s.case_id
       where s.status in ('APPOINTED', 'CLEAR') limit 1`,
    );
    const expert = Object.values(people).find(({ id }) => id === rows[0]!.id)!;
    expect((await ask(expert, {})).data.cases.totalCount).toBeGreaterThan(0);
    const { data } = await ask(expert, { filter: { party: [`party_${rows[0]!.partyId}`] } });
    expect(data).toEqual({ cases: { totalCount: 0 } });
  });

  it.each([
    [{ filedOn: { from: '2026-02-02', to: '2026-02-01' } }, 'filter.filedOn.to'],
    [{ dueOn: { from: '2026-02-02', to: '2026-02-01' } }, 'filter.dueOn.to'],
    [{ resolvedOn: { from: '2026-02-02', to: '2026-02-01' } }, 'filter.resolvedOn.to'],
  ])('refuses %j, naming %s', async (filter, path) => {
    const { error } = await ask(people.hezhiqiang, { filter });
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });

  it.each([
    [{ team: ['person_01920000-0000-7000-8000-200000000001'] }, 'filter.team.0'],
    [{ party: ['case_01920000-0000-7000-8000-200000000001'] }, 'filter.party.0'],
    [{ handler: ['x'] }, 'filter.handler.0'],
  ])('finds nothing for %j', async (filter, path) => {
    expect((await ask(people.hezhiqiang, { filter })).error).toEqual({ code: 'NOT_FOUND', path });
  });
});
