import chinese from '@accord/schema/labels/zh-CN.json' with { type: 'json' };
import english from '@accord/schema/labels/en.json' with { type: 'json' };
import { Random } from '@accord/seeds/random';
import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { insertCycles, type Cycle } from '../support/cycle.js';
import { countedOf, defaults, expectedFigures, isAsked, lateOf, type FigureQuestion } from '../support/figure.js';

const today = '2026-03-31';
const app = await startApp({ now: () => new Date(`${today}T12:00:00+08:00`) });
const { pool } = app.database;
let cast: Cast;
let api: Api;
let cycles: Cycle[];

beforeAll(async () => {
  cast = await createCast(pool);
  api = await openApi(app);
  cycles = randomCycles(new Random('breakdown'), 900);
  await insertCycles(pool, cycles);
});
afterAll(() => app.close());

const choices = {
  type: ['TRADE_DISPUTE', 'PAYMENT_ANOMALY', 'REPAYMENT'],
  reason: ['POOR_QUALITY', 'DUPLICATE_CHARGE', 'CANNOT_REPAY_ON_TIME'],
  track: ['STANDARD', 'SIMPLE'],
  channel: ['WEB', 'PHONE', 'REGULATOR'],
  product: ['PAYMENT', 'CREDIT'],
  urgency: ['NORMAL', 'URGENT'],
  complexity: ['LOW', 'MEDIUM', 'HIGH', undefined],
  outcome: ['SETTLED', 'NOT_SETTLED', undefined],
  rootCause: ['FRAUD', 'MERCHANT_FAILURE', undefined],
} as const satisfies Partial<Record<keyof Cycle, readonly (string | undefined)[]>>;

const dateOf = (random: Random, month: number) => `2026-0${month}-${String(random.between(1, 28)).padStart(2, '0')}`;

/** Cycles of two clocks, some cases with several, some running, rejected or withdrawn. */
function randomCycles(random: Random, count: number): Cycle[] {
  const { handler, colleague, otherHandler, respondent, complainant, platform, teamId, otherTeamId } = cast;
  let caseId = crypto.randomUUID();
  let cycle = 0;
  return Array.from({ length: count }, (): Cycle => {
    if (random.chance(0.8)) [caseId, cycle] = [crypto.randomUUID(), 0];
    const kind = random.pick(['OVERALL', 'FIRST_NEGOTIATION'] as const);
    const startedOn = dateOf(random, random.between(1, 2));
    const isRunning = random.chance(0.15);
    const picked = Object.fromEntries(
      Object.entries(choices).flatMap(([name, values]) => {
        const value = random.pick<string | undefined>(values);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    const handlerId = random.weighted([
      [handler.id, 60],
      [colleague.id, 30],
      [otherHandler.id, 0.5],
      [undefined, 20],
    ]);
    const elapsed = random.between(0, 40);
    return {
      ...picked,
      kind,
      caseId,
      cycle: (cycle += 1),
      startedOn,
      ...(handlerId === undefined ? {} : { handlerId }),
      teamId: random.pick([teamId, otherTeamId]),
      respondentId: random.pick([respondent.id, complainant.id, platform.id]),
      ...(isRunning
        ? {}
        : {
            stoppedOn: dateOf(random, 3),
            elapsed,
            paused: kind === 'OVERALL' ? 0 : Math.min(elapsed, random.between(0, 5)),
            stopReason:
              kind === 'OVERALL' ? random.pick(['RESOLVED', 'UNRESOLVED', 'REJECTED', 'WITHDRAWN']) : 'AGREED',
          }),
    };
  });
}

const figures = 'count caseCount mean p50 p75 p90 p95 isSmall onTimeRate faster within over isSuppressed';
const breakdownOf = `query ($filter: AnalyticsFilter, $clock: ClockKind!, $by: BreakdownDimension!, $after: String) {
  analytics(filter: $filter) { breakdown(clock: $clock, by: $by) { key label ${figures}
    cases(first: 100, after: $after) { totalCount pageInfo { hasNextPage } edges { cycle countedWorkingDays verdict } } } } }`;

interface Group {
  key: string | null;
  label: string;
  count: number;
  isSuppressed: boolean;
  p50: number | null;
  cases: null | { totalCount: number; edges: { cycle: number; countedWorkingDays: number; verdict: string }[] };
}

async function ask(who: Person, variables: Record<string, unknown>, locale = 'en'): Promise<Group[]> {
  const { data, errors } = await api.ask<{ analytics: { breakdown: Group[] } }>(who, breakdownOf, variables, {
    'accept-language': locale,
  });
  expect(errors).toEqual([]);
  return data.analytics.breakdown;
}

/** The value that a cycle is grouped by, as the API names it. */
function keyOf(cycle: Cycle, by: string): string | null {
  const name = by.toLowerCase().replace(/_c/, 'C');
  if (by === 'TEAM') return cycle.teamId ? `team_${cycle.teamId}` : null;
  if (by === 'HANDLER' || by === 'RESPONDENT') {
    const id = by === 'HANDLER' ? cycle.handlerId : cycle.respondentId;
    return id ? `person_${id}` : null;
  }
  return (cycle[name as keyof Cycle] as string | undefined) ?? defaults[name] ?? null;
}

const filters: { of: object; only: FigureQuestion['only'] }[] = [
  { of: {}, only: {} },
  { of: { types: ['REPAYMENT', 'TRADE_DISPUTE'] }, only: { type: ['REPAYMENT', 'TRADE_DISPUTE'] } },
  { of: { tracks: ['SIMPLE'], products: ['CREDIT'] }, only: { track: ['SIMPLE'], product: ['CREDIT'] } },
  {
    of: { channels: ['PHONE'], complexities: ['HIGH', 'LOW'] },
    only: { channel: ['PHONE'], complexity: ['HIGH', 'LOW'] },
  },
  {
    of: { outcomes: ['SETTLED'], reasons: ['POOR_QUALITY'] },
    only: { outcome: ['SETTLED'], reason: ['POOR_QUALITY'] },
  },
  { of: { types: [] }, only: { type: [] } },
];
const periods = [{}, { from: '2026-02-01' }, { from: '2026-03-05', to: '2026-03-20' }, { to: '2026-02-10' }];
const open = [
  'TYPE',
  'REASON',
  'TRACK',
  'CHANNEL',
  'PRODUCT',
  'COMPLEXITY',
  'URGENCY',
  'TEAM',
  'RESPONDENT',
  'ROOT_CAUSE',
  'OUTCOME',
];

describe.each(open)('figures by %s', (by) => {
  it.each(['OVERALL', 'FIRST_NEGOTIATION'] as const)('of %s equal those worked out cycle by cycle', async (kind) => {
    for (const cohort of ['CLOSED', 'OPENED'] as const) {
      for (const [place, period] of periods.entries()) {
        // Each period with every other filter: enough of both.
        for (const { of, only } of filters.filter((_, index) => index % 2 === place % 2)) {
          const groups = await ask(cast.manager, { clock: kind, by, filter: { cohort, ...period, ...of } });
          const question: FigureQuestion = { kind, cohort, ...period, ...(only ? { only } : {}), today };
          const asked = cycles.filter((cycle) => isAsked(cycle, question));
          const counted = countedOf(cycles, question);
          const keys = new Set(
            (cohort === 'OPENED' ? asked.filter(({ stoppedOn }) => stoppedOn === undefined) : [])
              .concat(counted.map(({ cycle }) => cycle))
              .map((cycle) => keyOf(cycle, by)),
          );
          expect(new Set(groups.map(({ key }) => key))).toEqual(keys);
          for (const { key, label, cases, ...told } of groups) {
            const own = counted.filter(({ cycle }) => keyOf(cycle, by) === key);
            const late =
              cohort === 'OPENED'
                ? lateOf(
                    asked.filter((cycle) => keyOf(cycle, by) === key),
                    question,
                  )
                : 0;
            expect(told).toEqual({ ...expectedFigures(own, late), isSuppressed: false });
            expect(label).not.toBe('');
            expect(cases!.totalCount).toBe(own.length);
            const days = own.map((each) => each.days).toSorted((one, other) => other - one);
            expect(cases!.edges.map((edge) => edge.countedWorkingDays)).toEqual(days.slice(0, 100));
          }
          const counts = groups.map(({ count }) => count);
          expect(counts).toEqual(counts.toSorted((one, other) => other - one));
        }
      }
    }
  });
});

describe('a group', () => {
  it('is named in the language asked for', async () => {
    const labels = async (by: string, locale: string, who = cast.manager) => {
      const groups = await ask(who, { clock: 'OVERALL', by, filter: {} }, locale);
      return new Map(groups.map(({ key, label }) => [key, label]));
    };
    expect(await labels('TYPE', 'en')).toEqual(new Map(choices.type.map((type) => [type, english.CaseType[type]])));
    expect((await labels('ROOT_CAUSE', 'zh-CN')).get('FRAUD')).toBe(chinese.RootCause.FRAUD);
    expect((await labels('ROOT_CAUSE', 'zh-CN')).get(null)).toBe('尚无结论');
    expect((await labels('COMPLEXITY', 'en')).get(null)).toBe('Not stated');
    expect((await labels('TEAM', 'en')).get(`team_${cast.teamId}`)).toBe('交易组');
    const respondents = await labels('RESPONDENT', 'en');
    expect(respondents.get(`person_${cast.respondent.id}`)).toBe('优品商家');
    // A manager is not told the names of private persons; who handles their cases is.
    expect(respondents.get(`person_${cast.complainant.id}`)).toBe('A private person');
    expect((await labels('RESPONDENT', 'en', cast.supervisor)).get(`person_${cast.complainant.id}`)).toBe('小明');
  });

  it('is of the own team for a supervisor, and of the own cycles for a handler, however few', async () => {
    const filter = { from: '2026-03-05', to: '2026-03-06' };
    const question: FigureQuestion = { kind: 'OVERALL', cohort: 'CLOSED', ...filter, today };
    for (const [who, isTheirs] of [
      [cast.supervisor, (cycle: Cycle) => cycle.teamId === cast.teamId],
      [cast.handler, (cycle: Cycle) => cycle.handlerId === cast.handler.id],
    ] as const) {
      const groups = await ask(who, { clock: 'OVERALL', by: 'HANDLER', filter });
      const counted = countedOf(cycles.filter(isTheirs), question);
      expect(groups.map(({ count }) => count).reduce((sum, count) => sum + count, 0)).toBe(counted.length);
      for (const { key, count, p50, isSuppressed, cases } of groups) {
        const own = counted.filter(({ cycle }) => keyOf(cycle, 'HANDLER') === key);
        expect({ count, p50, isSuppressed }).toEqual({
          count: own.length,
          p50: expectedFigures(own).p50,
          isSuppressed: false,
        });
        expect(cases!.totalCount).toBe(own.length);
      }
    }
  });
});

describe('a manager who looks at handlers', () => {
  const hiddenOf = (groups: Group[]) => groups.filter(({ isSuppressed }) => isSuppressed);

  it('is told the count alone below five, and of one more group where only one would be hidden', async () => {
    const groups = await ask(cast.manager, { clock: 'OVERALL', by: 'HANDLER', filter: {} });
    const few = groups.find(({ key }) => key === `person_${cast.otherHandler.id}`)!;
    expect(few.count).toBeGreaterThan(0);
    expect(few.count).toBeLessThan(5);
    const rest = groups.filter((group) => group !== few);
    expect(rest.every(({ count }) => count >= 5)).toBe(true);
    const least = rest.reduce((one, other) => (other.count < one.count ? other : one));
    expect(
      hiddenOf(groups)
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual([few.key, least.key].toSorted());
    for (const group of hiddenOf(groups))
      expect(group).toMatchObject({ p50: null, over: 0, onTimeRate: null, cases: null });
    for (const group of groups.filter(({ isSuppressed }) => !isSuppressed))
      expect(group.cases!.totalCount).toBe(group.count);
  });

  it('hides no more where two are hidden already', async () => {
    const filter = { from: '2026-03-02', to: '2026-03-03', types: ['REPAYMENT', 'TRADE_DISPUTE'] };
    const groups = await ask(cast.manager, { clock: 'OVERALL', by: 'HANDLER', filter });
    expect(hiddenOf(groups).length).toBeGreaterThan(1);
    expect(hiddenOf(groups).every(({ count }) => count < 5)).toBe(true);
  });

  it('finds the same in every grouping and bucket of one handler’s cycles', async () => {
    const handlers = [`person_${cast.otherHandler.id}`, `person_${cast.colleague.id}`];
    const groups = await ask(cast.manager, { clock: 'OVERALL', by: 'TYPE', filter: { handlers } });
    expect(groups.every(({ count, isSuppressed }) => count >= 5 || isSuppressed)).toBe(true);
    const trendOf = `query ($filter: AnalyticsFilter) { analytics(filter: $filter) {
      trend(clock: OVERALL, bucket: DAY) { count isSuppressed p50 cases(first: 1) { totalCount } } } }`;
    const { data } = await api.ask<{ analytics: { trend: Group[] } }>(cast.manager, trendOf, { filter: { handlers } });
    const { trend } = data.analytics;
    expect(trend.some(({ count }) => count > 0 && count < 5)).toBe(true);
    for (const { count, isSuppressed, p50, cases } of trend) {
      if (count >= 5) continue;
      expect({ isSuppressed, p50, cases }).toEqual({ isSuppressed: true, p50: null, cases: null });
    }
  });
});
