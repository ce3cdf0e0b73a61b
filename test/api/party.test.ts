import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { expectRebuilt } from '../support/rebuild.js';
import { badField, blocked, code } from '../support/refusal.js';
import { handClock, investigated, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());
beforeEach(() => clock.set('2026-03-02T10:00:00'));

const addParty = `mutation ($input: AddPartyInput!) { addParty(input: $input) {
  party { id side kind name members { name } leftAt } case { version parties { name } } } }`;

describe('addParty', () => {
  it('lets who joins read the case from its beginning, and nobody before', async () => {
    const walk = await investigated(app.runtime, cast);
    const caseId = caseIdOf(walk);
    const read = () =>
      api.ask(cast.stranger, `query ($id: ID!) { case(id: $id) { events { nodes { type } } } }`, { id: caseId });
    expect((await read()).error).toMatchObject({ code: 'NOT_FOUND' });
    const input = { caseId, side: 'COMPLAINANT', personId: `person_${cast.stranger.id}` };
    const { data } = await api.ask<{ addParty: object }>(cast.handler, addParty, { input });
    expect(data.addParty).toMatchObject({
      party: { side: 'COMPLAINANT', kind: 'PERSON', name: '路人', members: [{ name: '路人' }], leftAt: null },
      case: { parties: [{ name: '小明' }, { name: '优品商家' }, { name: '路人' }] },
    });
    expect((await read()).data).toMatchObject({
      case: { events: { nodes: expect.arrayContaining([{ type: 'CASE_SUBMITTED' }, { type: 'PARTY_ADDED' }]) } },
    });
    const again = await api.ask(cast.handler, addParty, { input });
    expect(again.error).toMatchObject({ code: 'GUARD_FAILED', blockedBy: [{ code: 'PERSON_IN_CASE' }] });
    await expectRebuilt(app.database.pool, walk.caseId);
  });

  it('is refused to a party, to strangers, and with ids of another kind', async () => {
    const walk = await investigated(app.runtime, cast);
    const input = { caseId: caseIdOf(walk), side: 'RESPONDENT', personId: `person_${cast.stranger.id}` };
    expect((await api.ask(cast.complainant, addParty, { input })).error).toMatchObject({ code: 'FORBIDDEN' });
    expect((await api.ask(cast.otherHandler, addParty, { input })).error).toMatchObject({ code: 'NOT_FOUND' });
    const wrong = { ...input, personId: caseIdOf(walk) };
    expect((await api.ask(cast.handler, addParty, { input: wrong })).error).toEqual({
      code: 'NOT_FOUND',
      path: 'input.personId',
    });
    expect((await walk.state()).parties).toHaveLength(2);
  });

  it('brings the platform in with somebody of its own', async () => {
    const walk = await investigated(app.runtime, cast);
    await walk.act(cast.handler, 'addParty', { side: 'THIRD_PARTY', kind: 'PLATFORM' });
    expect((await walk.state()).parties[2]).toMatchObject({ kind: 'PLATFORM', memberIds: [cast.platform.id] });
  });

  it('adds one of twins who join at the same moment', async () => {
    const walk = await investigated(app.runtime, cast);
    const add = () => walk.act(cast.handler, 'addParty', { side: 'THIRD_PARTY', personId: cast.stranger.id });
    const results = await Promise.allSettled([add(), add()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await walk.state()).parties).toHaveLength(3);
  });
});

describe('a complainant who leaves', () => {
  it('reads on, acts no more, and the rows say so', async () => {
    const walk = await investigated(app.runtime, cast);
    await walk.act(cast.handler, 'addParty', { side: 'COMPLAINANT', personId: cast.stranger.id });
    await walk.act(cast.complainant, 'withdrawCase', { reason: '不再争议' });
    const { data } = await api.ask<{ case: { stage: string; parties: { leftAt: string | null }[] } }>(
      cast.complainant,
      `query ($id: ID!) { case(id: $id) { stage parties { leftAt } } }`,
      { id: caseIdOf(walk) },
    );
    expect(data.case).toEqual({
      stage: 'INVESTIGATING',
      parties: [{ leftAt: '2026-03-02T02:00:00.000Z' }, { leftAt: null }, { leftAt: null }],
    });
    await expect(walk.act(cast.complainant, 'postMessage', { text: '还有' })).rejects.toEqual(code('FORBIDDEN'));
    await walk.act(cast.stranger, 'withdrawCase', { reason: '不再争议' });
    expect((await expectRebuilt(app.database.pool, walk.caseId)).stage).toBe('WITHDRAWN');
  });
});

describe('a case that is reclassified', () => {
  it('is answered by the platform where its type says so', async () => {
    const walk = await investigated(app.runtime, cast, { respondentIds: [] });
    const to = { type: 'SERVICE_COMPLAINT' as const, caseReason: 'POOR_SERVICE' as const, explanation: '重新认定' };
    await walk.act(cast.handler, 'reclassifyCase', to);
    const state = await expectRebuilt(app.database.pool, walk.caseId);
    expect(state.parties.slice(1)).toMatchObject([
      { kind: 'MERCHANT', leftAt: expect.any(String) },
      { kind: 'PLATFORM', side: 'RESPONDENT', memberIds: [cast.platform.id], leftAt: null },
    ]);
  });
});

describe('a system', () => {
  const filed = () =>
    road(app.runtime).submit(cast.integration, {
      channel: 'INTEGRATION',
      onBehalfOfId: cast.complainant.id,
      respondentIds: [cast.respondent.id],
      transaction: {
        reference: `S-${Math.random()}`,
        paidAt: '2026-03-01T08:00:00.000Z',
        amount: { amountMinor: 5_000, currency: 'CNY' },
      },
    });

  it('files for somebody through its own channel, and is no party itself', async () => {
    const state = await expectRebuilt(app.database.pool, (await filed()).caseId);
    expect(state).toMatchObject({ integrationId: cast.integration.id, channel: 'INTEGRATION' });
    expect(state.parties.map(({ memberIds }) => memberIds)).toEqual([[cast.complainant.id], [cast.respondent.id]]);
    const submit = (input: object) => road(app.runtime).submit(cast.integration, input);
    await expect(submit({ channel: 'INTEGRATION' })).rejects.toEqual(badField('input.onBehalfOfId'));
    await expect(submit({ channel: 'WEB', onBehalfOfId: cast.complainant.id })).rejects.toEqual(
      badField('input.channel'),
    );
  });

  it('reads the cases it filed as all parties do, and no others', async () => {
    const walk = await filed();
    await walk.act(cast.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单' });
    await walk.act(cast.complainant, 'submitEvidence', { type: 'CHAT_RECORD', title: '聊天记录' });
    const query = `query ($id: ID!) { case(id: $id) { description evidence { nodes { type } } } }`;
    const read = (who: keyof Cast & `${string}ntegration`) => api.ask(cast[who], query, { id: caseIdOf(walk) });
    expect((await read('integration')).data).toEqual({
      case: { description: expect.any(String), evidence: { nodes: [{ type: 'CHAT_RECORD' }] } },
    });
    expect((await read('otherIntegration')).error).toMatchObject({ code: 'NOT_FOUND' });
    const { data } = await api.ask(cast.otherIntegration, `{ cases { totalCount } }`);
    expect(data).toEqual({ cases: { totalCount: 0 } });
  });

  it('writes, hands in evidence, tells the order and books money there, and does nothing else', async () => {
    const walk = await filed();
    await walk.act(cast.integration, 'postMessage', { text: '订单已同步' });
    await walk.act(cast.integration, 'submitEvidence', { type: 'LOGISTICS_RECORD', title: '物流' });
    await expect(walk.act(cast.integration, 'updateOrderStatus', { orderStatus: 'SHIPPED' })).rejects.toEqual(
      blocked('WRONG_STAGE'),
    );
    await expect(
      walk.act(cast.integration, 'recordMovement', {
        termId: walk.caseId,
        amount: { amountMinor: 1, currency: 'CNY' },
      }),
    ).rejects.toEqual(code('NOT_FOUND', { path: 'input.termId' }));
    const state = await expectRebuilt(app.database.pool, walk.caseId);
    expect(state.evidence).toMatchObject([{ type: 'LOGISTICS_RECORD', partyId: null, audience: 'PARTIES' }]);
    await expect(walk.act(cast.integration, 'withdrawCase', { reason: '误报' })).rejects.toEqual(code('FORBIDDEN'));
    await expect(walk.act(cast.otherIntegration, 'postMessage', { text: '在吗' })).rejects.toEqual(code('NOT_FOUND'));
  });
});

describe('who is a party', () => {
  it('never handles the case', async () => {
    const walk = await road(app.runtime).submit(cast.colleague, { respondentIds: [cast.respondent.id] });
    const take = { handlerId: cast.colleague.id };
    await expect(walk.act(cast.colleague, 'assignCase', take)).rejects.toEqual(code('FORBIDDEN'));
    await expect(walk.act(cast.supervisor, 'assignCase', take)).rejects.toEqual(blocked('HANDLER_IS_PARTY'));
  });
});
