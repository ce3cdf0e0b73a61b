import { actOnDeadlines } from '@accord/server/commands/deadlines';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { expectRebuilt } from '../support/rebuild.js';
import { handClock, road } from '../support/road.js';

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

async function filed() {
  const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
  await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
  return walk;
}

describe('a clarification over GraphQL', () => {
  it('is asked, read, answered and kept', async () => {
    const walk = await filed();
    const caseId = caseIdOf(walk);
    const asked = await api.ask<{ requestClarification: { clarification: object; case: object } }>(
      cast.handler,
      `mutation ($input: RequestClarificationInput!) {
        requestClarification(input: $input) { clarification { question status dueOn onLapse } case { waitingOn } }
      }`,
      { input: { caseId, question: '请补充订单号', onLapse: 'REJECT' } },
    );
    expect(asked.data.requestClarification).toEqual({
      clarification: { question: '请补充订单号', status: 'OPEN', dueOn: '2026-03-09', onLapse: 'REJECT' },
      case: { waitingOn: 'COMPLAINANT' },
    });
    const answered = await api.ask(
      cast.complainant,
      `mutation ($input: AnswerClarificationInput!) {
        answerClarification(input: $input) { case { clarifications { question answer status } } }
      }`,
      { input: { caseId, text: '订单号 42' } },
    );
    expect(answered.data).toEqual({
      answerClarification: {
        case: { clarifications: [{ question: '请补充订单号', answer: '订单号 42', status: 'ANSWERED' }] },
      },
    });
    await api.ask(cast.complainant, `mutation ($input: AmendCaseInput!) { amendCase(input: $input) { case { id } } }`, {
      input: { caseId, requestedRemedy: '换货' },
    });
    const query = `query ($id: ID!) { case(id: $id) { requestedRemedy clarifications { question } } }`;
    expect((await api.ask(cast.respondent, query, { id: caseId })).data).toEqual({
      case: { requestedRemedy: '换货', clarifications: [{ question: '请补充订单号' }] },
    });
    expect((await api.ask(cast.manager, query, { id: caseId })).data).toEqual({
      case: { requestedRemedy: null, clarifications: [] },
    });
    await expectRebuilt(app.database.pool, walk.caseId);
  });

  it('lapses by itself, once, and every cycle is in the response figure', async () => {
    const walk = await filed();
    await walk.act(cast.handler, 'requestClarification', { question: '请补充' });
    clock.set('2026-03-12T10:00:00');
    // The cases of other tests run out of time as well.
    expect(await actOnDeadlines(app.runtime)).toBeGreaterThan(0);
    expect(await actOnDeadlines(app.runtime)).toBe(0);
    expect((await walk.eventTypes()).filter((type) => type === 'ClarificationLapsed')).toHaveLength(1);
    await walk.act(cast.handler, 'acceptCase', { complexity: 'LOW' });
    await expectRebuilt(app.database.pool, walk.caseId);
    // Asked on the day of filing, lapsed on the 9th, accepted on the 12th: one cycle of 0 days, one of 3.
    expect(await walk.clock('RESPONSE', 1)).toMatchObject({ state: 'STOPPED', counted: 0, verdict: 'FASTER' });
    expect(await walk.clock('RESPONSE', 2)).toMatchObject({ state: 'STOPPED', counted: 3, verdict: 'WITHIN' });
    const { data, errors } = await api.ask<{ analytics: { resolutionTime: object } }>(
      cast.manager,
      `{ analytics(filter: { from: "2026-03-12", to: "2026-03-12", cohort: CLOSED }) {
        resolutionTime(clock: RESPONSE) { count faster within over } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.analytics.resolutionTime).toEqual({ count: 1, faster: 0, within: 1, over: 0 });
  });
});
