import { sha256 } from '@accord/server/domain/canonical-json';
import { unfiledCase } from '@accord/server/domain/case';
import { dueDeadline } from '@accord/server/domain/deadline';
import { eventHash, evolve } from '@accord/server/domain/evolve';
import { rowsOf } from '@accord/server/domain/rows';
import { caseStages } from '@accord/server/domain/stage';
import { buildWorkingCalendar } from '@accord/server/domain/working-calendar';
import { statutoryCalendar } from '@accord/seeds/calendars/statutory-calendar';
import { liveCases, type DemoParameters } from '@accord/seeds/scenarios/demo';
import { describe, expect, it } from 'vitest';
import { rawDays, rawIndex } from '../support/day-by-day.js';

const benchmarks = {
  version: 1,
  bands: {
    SIMPLE: { min: 1, max: 2 },
    RESPONSE: { min: 3, max: 5 },
    INVESTIGATION: { min: 3, max: 5 },
    FIRST_NEGOTIATION: { min: 7, max: 15 },
    SECOND_NEGOTIATION: { min: 10, max: 20 },
    OVERALL: { min: 10, max: 30 },
  },
};
const published = {
  calendar: buildWorkingCalendar(statutoryCalendar()),
  benchmarks,
  routeIds: ['01900000-0000-7000-8000-000000012378'],
};

const live = (parameters: DemoParameters) => [...liveCases(published, parameters)];
const fingerprint = (parameters: DemoParameters) => {
  const cases = live(parameters);
  return sha256(
    cases.flatMap(({ events, texts }) => [...events.map(({ hash }) => hash), JSON.stringify(texts)]).join(),
  );
};
const isWorkingDay = (date: string) => rawDays[rawIndex.get(date)!]!.isWorkingDay;
/** Wall-clock time in Shanghai as text. */
const shanghai = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();

// A plain Sunday, the first working day after Spring Festival with another seed, and a Saturday in a holiday.
describe.each([
  { asOf: '2026-11-22', cases: 300, seed: 1 },
  { asOf: '2025-02-05', cases: 200, seed: 7 },
  { asOf: '2026-01-03', cases: 200, seed: 20_260_103 },
])('the demo as of $asOf with seed $seed', (parameters) => {
  const { asOf, cases: count } = parameters;
  const cases = live(parameters);

  it('has as many cases as asked, in the order of their filing, from the eighteen months before', () => {
    expect(cases).toHaveLength(count);
    const filedOn = cases.map(({ state }) => shanghai(state.filedAt).slice(0, 10));
    expect(filedOn).toEqual([...filedOn].sort());
    const [year, month] = asOf.split('-').map(Number);
    const earliest = `${month! > 6 ? year! - 1 : year! - 2}-${String(((month! + 5) % 12) + 1).padStart(2, '0')}`;
    expect(filedOn[0]!.slice(0, 7) >= earliest, filedOn[0]).toBe(true);
    expect(filedOn.at(-1)! < asOf).toBe(true);
  });

  it('is what the logs rebuild: chains, states and rows', () => {
    for (const { state, events, rows } of cases) {
      const rebuilt = unfiledCase(state.id);
      for (const event of events) {
        const chain = rebuilt.chains[event.audience] ?? { number: 0, hash: '' };
        expect(event.number).toBe(chain.number + 1);
        expect(event.hash).toBe(eventHash(chain.hash, event));
        evolve(rebuilt, event);
      }
      expect(rebuilt).toEqual(state);
      expect(rows).toEqual(rowsOf(rebuilt));
    }
  });

  it('keeps every word beside its digest, and the last version of every clock', () => {
    for (const { state, texts, events, clockVersions, rows } of cases) {
      const digests = new Set(texts.map(({ salt, words }) => sha256(salt + words)));
      const log = JSON.stringify(events);
      for (const digest of log.matchAll(/"digest":"([0-9a-f]{64})"/g)) expect(digests.has(digest[1]!)).toBe(true);
      for (const { words } of texts) expect(log).not.toContain(words);
      const last = new Map(clockVersions.map((row) => [`${String(row['kind'])} ${String(row['cycle'])}`, row]));
      expect([...last.values()]).toEqual(rows!.clock);
      expect(state.description).not.toBeNull();
    }
  });

  it('leaves no deadline undone on the day it is looked at', () => {
    for (const { state } of cases) expect(dueDeadline(state, asOf, published.calendar)).toBeUndefined();
  });

  it('lets deadlines act in the night after their last day, staff at work, and nobody in the future', () => {
    for (const { type, actor, at, deadline, effectiveOn } of cases.flatMap(({ events }) => events)) {
      const time = shanghai(at);
      const date = time.slice(0, 10);
      // First aid comes with the filing.
      if (actor.role === 'SYSTEM' && type !== 'MeasureTaken') {
        expect(time.slice(11, 19)).toBe('00:00:30');
        expect(date <= asOf && effectiveOn < date).toBe(true);
        if (deadline) expect(effectiveOn).toBe(deadline.dueOn);
        continue;
      }
      expect(date < asOf, time).toBe(true);
      expect(effectiveOn).toBe(date);
      if (actor.role !== 'HANDLER' && actor.role !== 'SUPERVISOR') continue;
      expect(isWorkingDay(date), time).toBe(true);
      expect(time.slice(11, 13) >= '09' && time.slice(11, 13) < '19', time).toBe(true);
    }
  });

  it('never goes back in time within a case', () => {
    for (const { events } of cases) {
      const times = events.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
    }
  });

  it('names everything by a version 7 UUID of its moment, once', () => {
    const ids = new Set<string>();
    for (const { state, events, texts } of cases) {
      for (const [id, at] of [[state.id, state.filedAt], ...events.map((event) => [event.id, event.at])] as [
        string,
        string,
      ][]) {
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse(at));
        ids.add(id);
      }
      for (const { id } of texts) ids.add(id);
    }
    const made = cases.reduce((sum, { events, texts }) => sum + 1 + events.length + texts.length, 0);
    expect(ids.size).toBe(made);
  });
});

describe('the seed', () => {
  const parameters = { asOf: '2026-11-22', cases: 40, seed: 1 };

  it('gives the same cases again, whatever the zone of the process', () => {
    const zone = process.env.TZ;
    const prints = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((name) => {
      process.env.TZ = name;
      return [new Date('2026-11-22T00:00:00Z').getHours(), fingerprint(parameters)];
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(prints.map(([hours]) => hours)).toEqual([0, 8, 16]);
    expect(new Set(prints.map(([, print]) => print)).size).toBe(1);
  });

  it('gives other cases with another number, on another day', () => {
    const prints = [parameters, { ...parameters, seed: 2 }, { ...parameters, asOf: '2026-11-21' }].map(fingerprint);
    expect(new Set(prints).size).toBe(3);
  });
});

describe('a demo of the usual size', () => {
  const cases = live({ asOf: '2026-11-22', cases: 3000, seed: 1 });
  const states = cases.map(({ state }) => state);
  const countBy = (keyOf: (state: (typeof states)[number]) => string | null) =>
    new Map(
      Object.entries(Object.groupBy(states, (state) => String(keyOf(state)))).map(([key, of]) => [key, of!.length]),
    );

  it('has cases in every stage of the table, and every way to end', () => {
    const stages = countBy(({ stage }) => stage);
    for (const stage of caseStages) expect(stages.get(stage) ?? 0, stage).toBeGreaterThan(1);
    const found = countBy(({ outcome }) => outcome);
    for (const outcome of ['SETTLED', 'FAST_TRACKED', 'NOT_SETTLED', 'REJECTED', 'WITHDRAWN', 'DEEMED_WITHDRAWN']) {
      expect(found.get(outcome) ?? 0, outcome).toBeGreaterThan(5);
    }
  });

  it('has enough cases of each type to compare, trade disputes first', () => {
    const types = [...countBy(({ type }) => type)].sort((one, other) => other[1] - one[1]);
    expect(types[0]![0]).toBe('TRADE_DISPUTE');
    expect(types).toHaveLength(5);
    for (const [type, count] of types) expect(count, type).toBeGreaterThan(150);
  });

  it.each([
    ['SIMPLE', 0, 2],
    ['FIRST_NEGOTIATION', 5, 14],
    ['OVERALL', 8, 28],
  ] as const)('is on time in 80 to 95 of 100 cycles of %s, most of them from %i to %i days', (kind, least, most) => {
    const cycles = states
      .filter(({ outcome }) => kind !== 'OVERALL' || outcome !== 'FAST_TRACKED')
      .flatMap(({ clocks }) => clocks)
      .filter((clock) => clock.kind === kind && clock.state === 'STOPPED')
      .filter(({ stopReason }) => kind !== 'OVERALL' || stopReason === 'RESOLVED' || stopReason === 'UNRESOLVED');
    const share = (isIn: (counted: number) => boolean) =>
      cycles.filter(({ counted }) => isIn(counted!)).length / cycles.length;
    const { max } = benchmarks.bands[kind];
    expect(cycles.length).toBeGreaterThan(500);
    expect(share((counted) => counted <= max)).toBeGreaterThan(0.8);
    expect(share((counted) => counted <= max)).toBeLessThan(0.95);
    expect(share((counted) => counted >= least && counted <= most)).toBeGreaterThan(0.6);
  });

  it('shows the quick and the slow among the handlers, and some cases that are late while open', () => {
    const days = new Map<string, number[]>();
    for (const { clocks } of states) {
      for (const { kind, counted, dimensions } of clocks) {
        if (kind !== 'INVESTIGATION' || counted === null || !dimensions?.handlerId) continue;
        days.set(dimensions.handlerId, [...(days.get(dimensions.handlerId) ?? []), counted]);
      }
    }
    const means = [...days.values()]
      .map((each) => each.reduce((sum, day) => sum + day, 0) / each.length)
      .sort((a, b) => a - b);
    expect(means).toHaveLength(8);
    expect(means.at(-1)!).toBeGreaterThan(means[0]! * 1.3);
    const late = states.filter(({ clocks }) =>
      clocks.some(({ state, dueOn }) => state === 'RUNNING' && dueOn < '2026-11-22'),
    );
    expect(late.length).toBeGreaterThan(3);
  });

  it('is filed on days off too, but less, and pauses, counters, instalments and part of the money occur', () => {
    const filedOff = states.filter(({ filedAt }) => !isWorkingDay(shanghai(filedAt).slice(0, 10))).length;
    expect(filedOff).toBeGreaterThan(300);
    expect(filedOff).toBeLessThan(1000);
    const all = <T>(of: (state: (typeof states)[number]) => T[]) => states.flatMap(of);
    expect(all(({ clocks }) => clocks).some(({ paused }) => (paused ?? 0) > 0)).toBe(true);
    expect(all(({ proposals }) => proposals).some(({ parentId }) => parentId !== null)).toBe(true);
    const kinds = new Set(all(({ terms }) => terms).map(({ kind }) => kind));
    for (const kind of [
      'PARTIAL_REFUND',
      'FULL_REFUND',
      'INSTALMENT_PLAN',
      'DEFERMENT',
      'ACCOUNT_RESTORATION',
    ] as const) {
      expect(kinds.has(kind), kind).toBe(true);
    }
    expect(states.filter(({ rounds }) => rounds.length > 1).length).toBeGreaterThan(100);
  });

  it.each<[string, (state: (typeof states)[number], types: readonly string[]) => boolean]>([
    ['a question before acceptance', ({ clarifications }) => clarifications.length > 0],
    ['a complainant whom nobody reaches', (_state, types) => types.includes('PartyUnreachable')],
    ['a complainant who comes back', (_state, types) => types.includes('CaseReturned')],
    ['a deeper investigation', (_state, types) => types.includes('InvestigationDeepened')],
    ['an objection that was dismissed', ({ objections }) => objections.some(({ status }) => status === 'DISMISSED')],
    ['a case that was reopened', ({ reopenings }) => reopenings.length > 0],
    ['a promise that was broken', ({ terms }) => terms.some(({ status }) => status === 'DEFAULTED')],
    ['an expert who was replaced', ({ seats }) => seats.some(({ status }) => status === 'REPLACED')],
    ['a second negotiation that was refused', ({ secondNegotiation }) => secondNegotiation?.status === 'REFUSED'],
    [
      'an agreement of the second negotiation',
      ({ rounds }) => rounds.some((r) => r.phase === 'SECOND' && r.result === 'AGREED'),
    ],
    ['a rating', ({ ratings }) => ratings.length > 0],
  ])('tells of %s', (_what, isSo) => {
    const found = cases.filter(({ state, events }) =>
      isSo(
        state,
        events.map(({ type }) => type),
      ),
    );
    expect(found.length).toBeGreaterThan(1);
  });

  it.each(['2025-02-05', '2026-10-09', '2024-09-29'])('has cases in every stage on %s too', (asOf) => {
    const stages = new Set(live({ asOf, cases: 600, seed: 1 }).map(({ state }) => state.stage));
    expect([...stages].sort()).toEqual([...caseStages].sort());
  });
});
