import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { livedThrough } from '../support/dispute.js';
import { handClock, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
let lived: Awaited<ReturnType<typeof livedThrough>>;
let id: string;
/** Filed and not taken by anybody. */
let queued: string;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  lived = await livedThrough(app.runtime, cast);
  id = caseIdOf(lived);
  queued = caseIdOf(await road(app.runtime).submit(cast.stranger, { respondentIds: [cast.respondent.id] }));
});
afterAll(() => app.close());

type Who = Exclude<keyof Cast, 'teamId' | 'otherTeamId'>;
const person = (who: Who): Person => cast[who];

describe('who sees a case', () => {
  // Of the page "Who may do what": parties, the assigned handler, the team's queue while it is unassigned, supervisors of the team, managers.
  const cells: [Who, boolean, boolean][] = [
    ['complainant', true, false],
    ['respondent', true, true],
    ['stranger', false, true],
    ['platform', false, false],
    ['handler', true, true],
    ['colleague', false, true],
    ['otherHandler', false, false],
    ['supervisor', true, true],
    ['otherSupervisor', false, false],
    ['manager', true, true],
    ['admin', false, false],
  ];

  it.each(cells)('%s sees the assigned one: %s, the queued one: %s', async (who, seesAssigned, seesQueued) => {
    const query = `query ($id: ID!) { case(id: $id) { id } }`;
    for (const [caseId, sees] of [
      [id, seesAssigned],
      [queued, seesQueued],
    ] as const) {
      const { data, error } = await api.ask(person(who), query, { id: caseId });
      if (sees) expect(data).toEqual({ case: { id: caseId } });
      else expect(error).toEqual({ code: 'NOT_FOUND', path: 'id' });
      const { data: node } = await api.ask(person(who), `query ($id: ID!) { node(id: $id) { id } }`, { id: caseId });
      expect(node).toEqual({ node: sees ? { id: caseId } : null });
    }
    const { data } = await api.ask(person(who), `{ cases { totalCount nodes { id } } }`);
    const seen = [...(seesQueued ? [queued] : []), ...(seesAssigned ? [id] : [])];
    expect(data).toEqual({
      cases: { totalCount: seen.length, nodes: expect.arrayContaining(seen.map((each) => ({ id: each }))) },
    });
  });

  it('cannot be told from the number either', async () => {
    const { data } = await api.ask<{ case: { number: string } }>(
      cast.handler,
      `query ($id: ID!) { case(id: $id) { number } }`,
      { id },
    );
    const query = `query ($number: String) { case(number: $number) { id } }`;
    expect((await api.ask(cast.complainant, query, { number: data.case.number })).data).toEqual({ case: { id } });
    const hidden = await api.ask(cast.stranger, query, { number: data.case.number });
    const unknown = await api.ask(cast.stranger, query, { number: 'AC2026030200000000' });
    expect(hidden.error).toEqual({ code: 'NOT_FOUND', path: 'number' });
    expect(hidden.text).toBe(unknown.text);
  });

  it('ends for the team when a handler takes it', async () => {
    const taken = await road(app.runtime).submit(cast.complainant);
    const query = `query ($id: ID!) { case(id: $id) { stage } }`;
    expect((await api.ask(cast.colleague, query, { id: caseIdOf(taken) })).error).toBeUndefined();
    await taken.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    expect((await api.ask(cast.colleague, query, { id: caseIdOf(taken) })).error).toMatchObject({ code: 'NOT_FOUND' });
    await taken.act(cast.complainant, 'withdrawCase', { reason: '不再需要' });
  });
});

describe('what is seen of it', () => {
  const evidenceQuery = `query ($id: ID!) { case(id: $id) { evidence { totalCount nodes { title } }
    events(first: 100) { totalCount nodes { type } } investigations { findings { evidence { title } } } } }`;
  interface Seen {
    case: {
      evidence: { totalCount: number; nodes: { title: string }[] };
      events: { totalCount: number; nodes: { type: string }[] };
      investigations: { findings: { evidence: { title: string }[] }[] }[];
    };
  }

  it.each([
    ['complainant', ['交易凭证', '工资单', '物流记录']],
    ['respondent', ['交易凭证', '物流记录']],
    ['handler', ['交易凭证', '工资单', '物流记录']],
    ['supervisor', ['交易凭证', '工资单', '物流记录']],
    ['manager', []],
  ] as [Who, string[]][])('%s reads the evidence %j, everywhere it appears', async (who, titles) => {
    const { data } = await api.ask<Seen>(person(who), evidenceQuery, { id });
    // All of one instant here, so in the order of their random ids.
    expect(data.case.evidence.nodes.map(({ title }) => title).sort()).toEqual(titles.toSorted());
    expect(data.case.evidence.totalCount).toBe(titles.length);
    const submitted = data.case.events.nodes.filter(({ type }) => type === 'EVIDENCE_SUBMITTED');
    expect(submitted).toHaveLength(titles.length);
    expect(data.case.events.totalCount).toBe(data.case.events.nodes.length);
    const ofFindings = data.case.investigations.flatMap(({ findings }) => findings.flatMap(({ evidence }) => evidence));
    expect(ofFindings.map(({ title }) => title).sort()).toEqual(titles.toSorted());
  });

  it('keeps a payslip from the other party by its id, too', async () => {
    const { data } = await api.ask<{ case: { evidence: { nodes: { id: string; title: string }[] } } }>(
      cast.complainant,
      `query ($id: ID!) { case(id: $id) { evidence { nodes { id title } } } }`,
      { id },
    );
    const payslip = data.case.evidence.nodes.find(({ title }) => title === '工资单')!.id;
    const query = `query ($id: ID!) { node(id: $id) { id } }`;
    for (const who of ['respondent', 'manager', 'stranger', 'colleague'] as const) {
      expect((await api.ask(person(who), query, { id: payslip })).data).toEqual({ node: null });
    }
    expect((await api.ask(cast.handler, query, { id: payslip })).data).toEqual({ node: { id: payslip } });
  });

  it('answers a party the same, byte for byte, whatever happens that it may not see', async () => {
    const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    const query = `query ($id: ID!) { case(id: $id) { version lastEventAt evidence { totalCount pageInfo { endCursor } }
      events { totalCount pageInfo { endCursor } nodes { id caseVersion at } } } }`;
    const read = () => api.ask(cast.respondent, query, { id: caseIdOf(walk) });
    const before = (await read()).text;
    clock.set('2026-03-02T11:30:00');
    await walk.act(cast.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单' });
    expect((await read()).text).toBe(before);
    await walk.act(cast.complainant, 'postMessage', { text: '已提交材料' });
    expect((await read()).text).not.toBe(before);
    await walk.act(cast.complainant, 'withdrawCase', { reason: '不再需要' });
  });
});

describe('a manager', () => {
  // Page "What is seen": number, type, reason, track, urgency, complexity, channel, product, stage, waitingOn, outcome, dates, clocks, team, origin.
  it('reads the outline of a case', async () => {
    const { data } = await api.ask(
      cast.manager,
      `query ($id: ID!) { case(id: $id) { type reason track urgency complexity channel product stage waitingOn outcome receivedOn
        team { name } clocks { kind } nextDue { clock } isImported importSource } }`,
      { id },
    );
    expect(data['case']).toMatchObject({
      type: 'PAYMENT_ANOMALY',
      complexity: 'MEDIUM',
      stage: 'EXECUTING',
      team: { name: '交易组' },
      isImported: false,
    });
  });

  it('reads null or nothing of all else', async () => {
    const { data } = await api.ask(
      cast.manager,
      `query ($id: ID!) { case(id: $id) { description requestedRemedy disputedAmount { amountMinor } transaction { reference } parties { name }
        handler { name } investigations { id } evidence { totalCount nodes { id } } evidenceRequests { id } rounds { id }
        proposals { totalCount nodes { id } } settlement { agreedAt } meetings { id } messages { totalCount nodes { id } }
        referrals { referredAt } measures { id } events { totalCount nodes { id } pageInfo { hasNextPage startCursor } } } }`,
      { id },
    );
    const none = { totalCount: 0, nodes: [] };
    expect(data['case']).toEqual({
      description: null,
      requestedRemedy: null,
      disputedAmount: null,
      transaction: null,
      parties: [],
      handler: null,
      investigations: [],
      evidence: none,
      evidenceRequests: [],
      rounds: [],
      proposals: none,
      settlement: null,
      meetings: [],
      messages: none,
      referrals: [],
      measures: [],
      events: { ...none, pageInfo: { hasNextPage: false, startCursor: null } },
    });
  });

  it('cannot ask by handler', async () => {
    const filter = { handler: ['person_01930000-0000-7000-8000-000000000004'] };
    const { error } = await api.ask(
      cast.manager,
      `query ($filter: CaseFilter) { cases(filter: $filter) { totalCount } }`,
      { filter },
    );
    expect(error).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('asks by what is in the outline', async () => {
    const filter = {
      stage: ['EXECUTING'],
      type: ['PAYMENT_ANOMALY'],
      track: ['STANDARD'],
      isImported: false,
      filedOn: { from: '2026-03-02', to: '2026-03-02' },
    };
    const { data } = await api.ask(
      cast.manager,
      `query ($filter: CaseFilter) { cases(filter: $filter) { nodes { id } } }`,
      { filter },
    );
    expect(data).toEqual({ cases: { nodes: [{ id }] } });
  });
});

describe('a filter', () => {
  it('finds text in the number, the description and the remedy, wildcards taken as they are', async () => {
    const find = async (text: string) => {
      const { data } = await api.ask<{ cases: { totalCount: number } }>(
        cast.handler,
        `query ($text: String) { cases(filter: { text: $text }) { totalCount } }`,
        { text },
      );
      return data.cases.totalCount;
    };
    expect(await find('颜色和材质')).toBeGreaterThan(0);
    expect(await find('ac2026')).toBeGreaterThan(0);
    for (const text of ['%%', '__', '工资单', '请尽快处理', `' or true --`]) expect(await find(text)).toBe(0);
  });

  it('takes both ends of a range of Shanghai dates', async () => {
    clock.set('2026-03-09T00:30:00');
    const walk = await road(app.runtime).submit(cast.complainant);
    const count = async (from: string, to: string) => {
      const { data } = await api.ask<{ cases: { totalCount: number } }>(
        cast.complainant,
        `query ($filedOn: DateRange) { cases(filter: { filedOn: $filedOn }) { totalCount } }`,
        { filedOn: { from, to } },
      );
      return data.cases.totalCount;
    };
    // 00:30 on the 9th in Shanghai is still the 8th in UTC.
    expect(await count('2026-03-09', '2026-03-09')).toBe(1);
    expect(await count('2026-03-08', '2026-03-08')).toBe(0);
    await walk.act(cast.complainant, 'withdrawCase', { reason: '不再需要' });
  });
});

describe('people', () => {
  const names = async (who: Who, field: string) => {
    const { data } = await api.ask<Record<string, { name: string }[]>>(person(who), `{ ${field} { name } }`);
    return data[field]!.map(({ name }) => name);
  };

  it('are named to users as far as one can file against them, to staff all', async () => {
    expect(await names('complainant', 'people')).toEqual(expect.arrayContaining(['优品商家', '小明']));
    expect(await names('complainant', 'people')).not.toContain('路人');
    expect(await names('handler', 'people')).toContain('路人');
  });

  it('who handle are named to managers, and to their own teams', async () => {
    expect(await names('manager', 'handlers')).toHaveLength(3);
    expect(await names('supervisor', 'handlers')).toEqual(
      ['经办人乙', '经办人甲'].sort((a, b) => a.localeCompare(b)).sort(),
    );
    expect(await names('complainant', 'handlers')).toEqual([]);
  });
});
