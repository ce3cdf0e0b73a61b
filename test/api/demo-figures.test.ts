import { loadDemo } from '@accord/seeds/demo';
import type { AnyCaseEvent } from '@accord/server/domain/case-event';
import type { CaseState } from '@accord/server/domain/case';
import { readClock } from '@accord/server/domain/clock';
import type { ClockKind } from '@accord/server/domain/clock';
import { foldOf } from '@accord/server/domain/evolve';
import type { Person } from '@accord/server/domain/permission';
import { isOpen } from '@accord/server/domain/stage';
import { buildWorkingCalendar, shanghaiDate, workingDaysBetween } from '@accord/server/domain/working-calendar';
import { statutoryCalendar } from '@accord/seeds/calendars/statutory-calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { storedEvents } from '../support/rebuild.js';

const today = '2026-11-20';
const app = await startApp({ now: () => new Date(`${today}T20:00:00+08:00`) });
const { pool } = app.database;
const calendar = buildWorkingCalendar(statutoryCalendar());
let api: Api;
let manager: Person;
let supervisor: Person;
/** Every case with its log, folded by the test. */
let cases: { state: CaseState; events: AnyCaseEvent[] }[];

beforeAll(async () => {
  await loadDemo(app.runtime, { asOf: today, cases: 450, seed: 7 });
  api = await openApi(app);
  const people = await pool.query<Person>(
    `select p.id, p.name, p.roles, array(select team_id from team_member m where m.person_id = p.id) as "teamIds" from person p`,
  );
  const withRole = (role: Person['roles'][number]) => people.rows.find(({ roles }) => roles.includes(role))!;
  [manager, supervisor] = [withRole('MANAGER'), withRole('SUPERVISOR')];
  const ids = (await pool.query<{ id: string }>('select id from dispute_case')).rows;
  cases = await Promise.all(
    ids.map(async ({ id }) => {
      const events = await storedEvents(pool, id);
      return { events, state: foldOf(id, events) };
    }),
  );
}, 120_000);
afterAll(() => app.close());

type Told = Record<string, unknown>;

async function ask(field: string, filter: Record<string, unknown> = {}, who = manager): Promise<Told> {
  const query = `query ($filter: AnalyticsFilter) { analytics(filter: $filter) { ${field} } }`;
  const { data, errors } = await api.ask<{ analytics: Told }>(who, query, { filter });
  expect(errors).toEqual([]);
  return data.analytics;
}

/** How often each value comes, in no order. */
function tally<T>(values: readonly T[]): Map<T, number> {
  return new Map([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));
}

describe('the backlog', () => {
  const risks = ['LOW', 'HALF', 'THREE_QUARTERS', 'NINETY', 'DUE_NEXT_DAY', 'DUE_TODAY', 'BREACHED'];
  const fields = `openCount dueToday dueNextDay breached isSuppressed byAge { elapsedWorkingDays count cases(first: 1) { totalCount } }
    byStage { stage count cases(first: 2) { totalCount edges { clock cycle verdict node { number stage } } } }
    byRisk { risk count cases(first: 100) { totalCount edges { clock countedWorkingDays } } } cases(first: 100) { totalCount edges { clock } }`;

  /** The open cases with their running clocks as the domain reads them, one worst a case. */
  function expected(kind: ClockKind | null, matches: (state: CaseState) => boolean) {
    return cases.flatMap(({ state }) => {
      if (!isOpen(state.stage) || !matches(state)) return [];
      const running = state.clocks.filter((clock) => clock.state === 'RUNNING' || clock.state === 'PAUSED');
      const readings = running
        .filter((clock) => kind === null || clock.kind === kind)
        .map((clock) => readClock(calendar, clock, today).risk!);
      if (readings.length === 0) return [];
      const age = readClock(
        calendar,
        running.find((clock) => clock.kind === 'OVERALL')!,
        today,
      ).elapsed;
      const risk = readings.reduce((one, other) => (risks.indexOf(other) > risks.indexOf(one) ? other : one));
      return [{ stage: state.stage, age, risk }];
    });
  }

  const filters: [string, Record<string, unknown>, (state: CaseState) => boolean][] = [
    ['everything', {}, () => true],
    ['a type', { types: ['TRADE_DISPUTE'] }, ({ type }) => type === 'TRADE_DISPUTE'],
    [
      'a track and a channel',
      { tracks: ['STANDARD'], channels: ['APP_HOME', 'PHONE'] },
      ({ track, channel }) => track === 'STANDARD' && ['APP_HOME', 'PHONE'].includes(channel),
    ],
    ['whatever the period', { from: '2026-01-01', to: '2026-01-02', cohort: 'OPENED' }, () => true],
    ['nothing', { types: [] }, () => false],
  ];
  const kinds: (ClockKind | null)[] = [null, 'OVERALL', 'RESPONSE', 'INVESTIGATION', 'FIRST_NEGOTIATION', 'SIMPLE'];

  it.each(kinds)('of the clock %s is what the domain reads of each case', async (kind) => {
    for (const [, filter, matches] of filters) {
      const told = (await ask(`backlog${kind ? `(clock: ${kind})` : ''} { ${fields} }`, filter))['backlog'] as Told;
      const open = expected(kind, matches);
      const of = (risk: string) => open.filter((each) => each.risk === risk).length;
      expect(told).toMatchObject({
        openCount: open.length,
        dueToday: of('DUE_TODAY'),
        dueNextDay: of('DUE_NEXT_DAY'),
        breached: of('BREACHED'),
        isSuppressed: false,
      });
      const bars = (name: string, key: string) =>
        new Map((told[name] as Told[]).map((bar) => [bar[key], bar['count']]));
      expect(bars('byAge', 'elapsedWorkingDays')).toEqual(tally(open.map(({ age }) => age)));
      expect(bars('byStage', 'stage')).toEqual(tally(open.map(({ stage }) => stage)));
      expect(bars('byRisk', 'risk')).toEqual(tally(open.map(({ risk }) => risk)));
      for (const bar of ['byAge', 'byStage', 'byRisk'].flatMap((name) => told[name] as Told[]))
        expect((bar['cases'] as Told)['totalCount']).toBe(bar['count']);
      expect((told['cases'] as Told)['totalCount']).toBe(open.length);
      for (const { stage, cases: page } of told['byStage'] as { stage: string; cases: { edges: { node: Told }[] } }[])
        expect(page.edges.every(({ node }) => node['stage'] === stage)).toBe(true);
    }
  });

  it('counts every open case once, over all clocks', async () => {
    const open = cases.filter(({ state }) => isOpen(state.stage));
    expect((await ask('backlog { openCount }'))['backlog']).toEqual({ openCount: open.length });
    const theirs = open.filter(({ state }) => supervisor.teamIds.includes(state.teamId!)).length;
    expect((await ask('backlog { openCount }', {}, supervisor))['backlog']).toEqual({ openCount: theirs });
    expect(theirs).toBeLessThan(open.length);
  });
});

describe('outcomes', () => {
  const share = 'count of rate';
  const fields = `endedCount isSuppressed byOutcome { outcome count share cases(first: 100) { totalCount } } success { ${share} } withdrawn { ${share} }
    rejected { ${share} } refiled { ${share} undecidedCount } reopened { ${share} undecidedCount } secondNegotiation { ${share} }
    objectionsUpheld { ${share} } objectionsPartlyUpheld { ${share} } cases(first: 1) { totalCount }`;
  const shareOf = (count: number, of: number) => ({ count, of, rate: of === 0 ? null : count / of });
  const dayOf = (instant: string) => shanghaiDate(new Date(instant));
  const isSoon = (from: string, to: string) => workingDaysBetween(calendar, from, to) <= 30;

  /** Each stop of OVERALL in the log, with what the case had come to. */
  function endsOf({ events }: { events: AnyCaseEvent[] }) {
    return events.flatMap((event, index) =>
      event.clocks.flatMap((change) => {
        if (change.kind !== 'OVERALL' || change.change !== 'STOPPED') return [];
        const after = foldOf(event.caseId, events.slice(0, index + 1));
        const later = events.slice(index + 1);
        const isUndone = later.some(({ clocks }) =>
          clocks.some((each) => each.change === 'RAN_ON' && each.kind === 'OVERALL' && each.cycle === change.cycle),
        );
        const isReopened = later.some(
          (next) =>
            (next.type === 'CaseReopened' ||
              (next.type === 'DefaultReported' && next.clocks.some((each) => each.kind === 'OVERALL'))) &&
            isSoon(change.on, next.effectiveOn),
        );
        return [{ on: change.on, at: event.at, outcome: after.outcome, isUndone, isReopened, dimensions: after }];
      }),
    );
  }

  const complainantsOf = ({ parties }: CaseState) =>
    parties.filter(({ side }) => side === 'COMPLAINANT').flatMap(({ memberIds }) => memberIds);
  const isSameMatter = (one: CaseState, other: CaseState) =>
    one.transaction || other.transaction
      ? one.transaction?.id === other.transaction?.id
      : one.type === other.type &&
        one.reason === other.reason &&
        complainantsOf(one).some((id) => complainantsOf(other).includes(id));

  function expected(isIn: (on: string) => boolean, matches: (state: CaseState) => boolean) {
    const found = cases.map((each) => {
      const ends = endsOf(each).filter(({ on, dimensions }) => isIn(on) && matches(dimensions));
      return { ...each, ends, last: ends.filter(({ isUndone }) => !isUndone).at(-1) };
    });
    const ended = found.filter(({ last }) => last !== undefined);
    const ever = found.filter(({ ends }) => ends.length > 0);
    const of = (...values: string[]) => ended.filter(({ last }) => values.includes(last!.outcome!)).length;
    const refiled = ended.filter(({ state, last }) =>
      cases.some(
        ({ state: next }) =>
          next.id !== state.id &&
          next.filedAt > last!.at &&
          isSameMatter(state, next) &&
          isSoon(last!.on, dayOf(next.filedAt)),
      ),
    );
    const reopened = ever.filter(({ ends }) => ends.some(({ isReopened }) => isReopened));
    const eligible = ended.filter(({ events }) =>
      events.some(({ type }) => ['CaseResolved', 'ImpasseDeclared'].includes(type)),
    );
    const objections = cases
      .filter(({ state }) => matches(state))
      .flatMap(({ state }) => state.objections.filter(({ decidedAt }) => decidedAt && isIn(dayOf(decidedAt))))
      .filter(({ status }) => ['UPHELD', 'PARTLY', 'DISMISSED'].includes(status));
    const [good, bad] = [of('SETTLED', 'FAST_TRACKED'), of('PARTLY_SETTLED', 'NOT_SETTLED')];
    const open = (all: typeof found, done: typeof found) =>
      all.filter(
        (each) =>
          !done.includes(each) &&
          each.ends.some(({ on, isUndone }) => (all === ever || !isUndone) && isSoon(on, today)),
      ).length;
    return {
      endedCount: ended.length,
      byOutcome: tally(ended.map(({ last }) => last!.outcome)),
      success: shareOf(good, good + bad),
      withdrawn: shareOf(of('WITHDRAWN', 'DEEMED_WITHDRAWN'), ended.length),
      rejected: shareOf(of('REJECTED'), ended.length),
      refiled: { ...shareOf(refiled.length, ended.length), undecidedCount: open(ended, refiled) },
      reopened: { ...shareOf(reopened.length, ever.length), undecidedCount: open(ever, reopened) },
      secondNegotiation: shareOf(eligible.filter(({ state }) => state.secondNegotiation).length, eligible.length),
      objectionsUpheld: shareOf(objections.filter(({ status }) => status === 'UPHELD').length, objections.length),
      objectionsPartlyUpheld: shareOf(objections.filter(({ status }) => status === 'PARTLY').length, objections.length),
    };
  }

  const filters: [Record<string, unknown>, (on: string) => boolean, (state: CaseState) => boolean][] = [
    [{}, () => true, () => true],
    [{ from: '2026-09-01' }, (on) => on >= '2026-09-01', () => true],
    [{ from: '2026-06-15', to: '2026-10-15' }, (on) => on >= '2026-06-15' && on <= '2026-10-15', () => true],
    [
      { types: ['TRADE_DISPUTE', 'REPAYMENT'] },
      () => true,
      ({ type }) => type === 'TRADE_DISPUTE' || type === 'REPAYMENT',
    ],
    [{ to: '2026-08-31', tracks: ['STANDARD'] }, (on) => on <= '2026-08-31', ({ track }) => track === 'STANDARD'],
  ];

  it.each(filters)('with %j are those of the log, case by case', async (filter, isIn, matches) => {
    const {
      byOutcome,
      cases: all,
      isSuppressed,
      ...told
    } = (await ask(`outcomes { ${fields} }`, filter))['outcomes'] as Told;
    const { byOutcome: outcomes, ...shares } = expected(isIn, matches);
    expect(told).toEqual(shares);
    expect(isSuppressed).toBe(false);
    expect(all).toEqual({ totalCount: shares.endedCount });
    const bars = byOutcome as { outcome: string; count: number; share: number; cases: { totalCount: number } }[];
    expect(new Map(bars.map(({ outcome, count }) => [outcome, count]))).toEqual(outcomes);
    for (const bar of bars) {
      expect(bar.share).toBe(bar.count / shares.endedCount);
      expect(bar.cases.totalCount).toBe(bar.count);
    }
  });

  it('hold something of most kinds in the demo', () => {
    const { secondNegotiation, objectionsUpheld, withdrawn, rejected } = expected(
      () => true,
      () => true,
    );
    const parts = { secondNegotiation, objectionsUpheld, withdrawn, rejected };
    const empty = Object.entries(parts).filter(([, { count, of }]) => count === 0 || count === of);
    expect(empty).toEqual([]);
  });
});
