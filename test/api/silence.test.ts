import { actOnDeadlines } from '@accord/server/commands/deadlines';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { blocked } from '../support/refusal.js';
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

describe('a complainant who falls silent', () => {
  it('is told, ends the case, and brings it back by a word', async () => {
    const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    const { handler, complainant } = cast;
    await walk.act(handler, 'assignCase', { handlerId: handler.id });
    await walk.act(handler, 'acceptCase', { complexity: 'LOW' });
    const partyId = (await walk.state()).parties[0]!.id;
    const tries = [
      ['2026-03-03T10:00:00', 'PHONE'],
      ['2026-03-04T10:00:00', 'MESSAGE'],
      ['2026-03-05T10:00:00', 'PHONE'],
    ] as const;
    for (const [time, channel] of tries) {
      clock.set(time);
      await walk.act(handler, 'recordContactAttempt', { partyId, channel, isReached: false });
    }
    const read = async () => {
      const { data } = await api.ask(
        complainant,
        `query ($id: ID!) { case(id: $id) { stage outcome parties { side isUnreachable silenceEndsOn } } }`,
        { id: caseIdOf(walk) },
      );
      return data['case'];
    };
    // Five working days after Thursday the 5th is Thursday the 12th.
    expect(await read()).toEqual({
      stage: 'ACCEPTED',
      outcome: null,
      parties: [
        { side: 'COMPLAINANT', isUnreachable: true, silenceEndsOn: '2026-03-12' },
        { side: 'RESPONDENT', isUnreachable: false, silenceEndsOn: null },
      ],
    });
    await expectRebuilt(app.database.pool, walk.caseId);

    clock.set('2026-03-14T10:00:00');
    // A clock that ran out meanwhile, and the silence.
    expect(await actOnDeadlines(app.runtime)).toBe(2);
    expect(await actOnDeadlines(app.runtime)).toBe(0);
    expect(await read()).toMatchObject({ stage: 'WITHDRAWN', outcome: 'DEEMED_WITHDRAWN' });
    await expectRebuilt(app.database.pool, walk.caseId);
    await expect(walk.act(cast.respondent, 'postMessage', { text: '在吗' })).rejects.toEqual(blocked('WRONG_STAGE'));

    clock.set('2026-03-16T10:00:00');
    const { errors } = await api.ask(
      complainant,
      `mutation ($input: SubmitEvidenceInput!) { submitEvidence(input: $input) { evidence { title } case { stage } } }`,
      { input: { caseId: caseIdOf(walk), type: 'CHAT_RECORD', title: '聊天记录' } },
    );
    expect(errors).toEqual([]);
    expect(await read()).toMatchObject({
      stage: 'ACCEPTED',
      outcome: null,
      parties: [{ isUnreachable: false, silenceEndsOn: null }, { isUnreachable: false }],
    });
    expect((await walk.eventTypes()).slice(-3)).toEqual(['EvidenceSubmitted', 'CaseReturned', 'PartyReached']);
    expect(await walk.clock('INVESTIGATION', 1)).toMatchObject({ state: 'CANCELLED' });
    expect(await walk.clock('INVESTIGATION', 2)).toMatchObject({ state: 'RUNNING' });
    await expectRebuilt(app.database.pool, walk.caseId);
  });
});
