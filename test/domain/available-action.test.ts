import { unfiledCase, type CaseState } from '@accord/server/domain/case';
import { evolve } from '@accord/server/domain/evolve';
import type { Person } from '@accord/server/domain/permission';
import { caseStages } from '@accord/server/domain/stage';
import { liveCases } from '@accord/seeds/scenarios/demo';
import { everybody, handlersOf, people as demoPeople } from '@accord/seeds/scenarios/people';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { benchmarks, calendar, commands, compare, routeIds } from '../support/told-and-done.js';

const day = 86_400_000;

/** Who had no hand in anything yet. */
const newcomers = (state: CaseState): Person[] => {
  const of = { teamIds: state.teamId ? [state.teamId] : [], partyKind: 'PERSON' } as const;
  return [
    { ...of, id: '01920000-0000-7000-8000-400000000001', name: '新经办人', roles: ['HANDLER'] },
    { ...of, id: '01920000-0000-7000-8000-400000000002', name: '新监督员', roles: ['SUPERVISOR'] },
    { ...of, id: '01920000-0000-7000-8000-400000000003', name: '新专家', roles: ['EXPERT'], teamIds: [] },
  ];
};

/** Everybody whose answer may differ: parties, staff, experts, managers, strangers. */
function viewersOf(state: CaseState): Person[] {
  const members = state.parties.flatMap(({ memberIds }) => memberIds);
  const seated = state.seats.map(({ expertId }) => expertId);
  const handlers = handlersOf(state.type).slice(0, 2);
  const known = [...members, ...seated, ...(state.handlerId ? [state.handlerId] : [])].flatMap(
    (id) => everybody.get(id) ?? [],
  );
  const staff = [demoPeople.hezhiqiang, demoPeople.linjing, demoPeople.guomingyuan, demoPeople.xiaoming];
  return [...new Set([...known, ...handlers, ...staff, ...newcomers(state)])];
}

/** Each kind of answer is tried twice, and now and then again. */
const tried = new Map<string, number>();
const isNews = (kind: string) => {
  const count = tried.get(kind) ?? 0;
  tried.set(kind, count + 1);
  return count < 2 || count % 97 === 0;
};

function check(state: CaseState, time: number): void {
  compare(state, time, { viewers: viewersOf(state), persons: [...everybody.values(), ...newcomers(state)] }, isNews);
}

describe('what is offered succeeds, and what is blocked fails for the reason given', () => {
  const cases = [...liveCases({ calendar, benchmarks, routeIds }, { asOf: '2026-11-22', cases: 110, seed: 3 })];

  it('after everything that happens in the demo, and some days later, in every stage', () => {
    const stages = new Set<string>();
    for (const { state: last, events } of cases) {
      const state = unfiledCase(last.id);
      for (const [index, event] of events.entries()) {
        evolve(state, event);
        const time = Date.parse(event.at);
        const next = events[index + 1];
        // Between commands, not within one.
        if (next && next.at === event.at) continue;
        if (stages.has(state.stage) && index % 3 > 0) continue;
        stages.add(state.stage);
        check(state, time);
      }
      for (const days of [3, 9, 16, 40]) check(state, Date.parse(state.lastEventAt) + days * day);
    }
    expect([...stages].sort()).toEqual([...caseStages].sort());
    const told = [...tried.keys()].filter((kind) => !kind.endsWith('not told'));
    expect(new Set(told.map((kind) => kind.split(' ')[2])).size).toBe(commands.length);
  });

  const { handler, complainant, merchant, supervisor } = people;
  const bare = () => life().file('2026-03-02');
  const negotiating = () => bare().accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-03');
  const resolved = () => negotiating().propose('2026-03-03').agree('2026-03-03').carryOut('2026-03-04');
  const situations: Record<string, () => ReturnType<typeof life>> = {
    'a question is open': () =>
      bare().act('2026-03-02', handler, 'requestClarification', { question: '请补充订单号', onLapse: 'REJECT' }),
    'nobody acts for the respondent': () =>
      life()
        .file('2026-03-02', { respondentIds: [] })
        .accept('2026-03-02')
        .investigate('2026-03-02')
        .conclude('2026-03-02'),
    'mandatory evidence is owed': () => {
      const lived = bare().accept('2026-03-02').investigate('2026-03-02');
      lived.ask('2026-03-03', 10);
      return lived;
    },
    'a part is settled': () => {
      const lived = negotiating();
      const [buyer, seller] = lived.state.parties.map(({ id }) => id);
      lived.act('2026-03-03', complainant, 'makeProposal', {
        terms: [{ kind: 'APOLOGY', obligorId: seller!, beneficiaryId: buyer! }],
        settlesPart: true,
      });
      return lived.agree('2026-03-03');
    },
    'what was settled leaves no room for what is offered': () => {
      const currency = 'CNY';
      const lived = life()
        .file('2026-03-02', { disputedAmount: { amountMinor: 10_000, currency } })
        .accept('2026-03-02')
        .investigate('2026-03-02')
        .conclude('2026-03-03');
      const [beneficiaryId, obligorId] = lived.state.parties.map(({ id }) => id) as [string, string];
      const refund = { kind: 'PARTIAL_REFUND' as const, obligorId, beneficiaryId };
      for (let offer = 0; offer < 2; offer += 1) {
        lived.act('2026-03-03', complainant, 'makeProposal', {
          terms: [{ ...refund, amount: { amountMinor: 6_000, currency } }],
          settlesPart: true,
          expiresInWorkingDays: 15,
        });
      }
      return lived.agree('2026-03-03');
    },
    'a term is reported': () => {
      const lived = negotiating().propose('2026-03-03').agree('2026-03-03');
      return lived.act('2026-03-04', merchant, 'fulfilTerm', { termId: lived.state.terms[0]!.id });
    },
    'an objection is open': () =>
      resolved().act('2026-03-05', complainant, 'raiseObjection', { against: 'RESULT', grounds: '有异议' }),
    'everybody has confirmed': () =>
      resolved().act('2026-03-05', complainant, 'confirmResult', {}).act('2026-03-05', merchant, 'confirmResult', {}),
    'it was withdrawn by command': () => bare().act('2026-03-03', complainant, 'withdrawCase', { reason: '已解决' }),
    'it was reopened once': () =>
      bare()
        .act('2026-03-03', handler, 'rejectCase', { reasonCode: 'NO_GROUNDS', reason: '无依据' })
        .act('2026-03-04', supervisor, 'reopenCase', { reason: '再看', ground: 'NEW_EVIDENCE' }),
  };

  it.each(Object.keys(situations))('when %s, and later', (name) => {
    const { state } = situations[name]!();
    const persons = Object.values(people);
    const time = Date.parse(state.lastEventAt);
    for (const days of [0, 7, 11, 25, 60]) compare(state, time + days * day, { viewers: persons, persons });
  });
});
