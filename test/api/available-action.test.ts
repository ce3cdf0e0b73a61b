import type { App } from '@accord/server/app';
import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { handClock, investigated, road } from '../support/road.js';

interface Action {
  command: string;
  isAvailable: boolean;
  blockedBy: { code: string; message: string; subjectIds: string[] }[];
  dueOn: string | null;
}

const actionsQuery = /* GraphQL */ `
  query ($id: ID!) {
    case(id: $id) {
      availableActions {
        command
        isAvailable
        blockedBy {
          code
          message
          subjectIds
        }
        dueOn
      }
    }
  }
`;

describe('what somebody may do in a case', () => {
  let app: App;
  let api: Api;
  let cast: Cast;
  const clock = handClock('2026-03-02T10:00:00');
  beforeAll(async () => {
    app = await startApp({ now: clock.now });
    cast = await createCast(app.database.pool);
    api = await openApi(app);
  });
  afterAll(() => app.close());

  async function actions(person: Person, caseId: string, language = 'zh-CN'): Promise<Map<string, Action>> {
    const { data } = await api.ask<{ case: { availableActions: Action[] } }>(
      person,
      actionsQuery,
      { id: caseId },
      { 'accept-language': language },
    );
    return new Map(data.case.availableActions.map((action) => [action.command, action]));
  }

  it.each([
    ['zh-CN', '仍有调查事项未完成'],
    ['en', 'An investigation step is neither done nor waived'],
  ])('names what blocks a command as the command itself does, in %s', async (language, message) => {
    const walk = await investigated(app.runtime, cast);
    const { investigations } = await walk.state();
    const [{ id, steps }] = investigations as [(typeof investigations)[number]];
    const conclude = (await actions(cast.handler, caseIdOf(walk), language)).get('concludeInvestigation')!;
    expect(conclude).toEqual({
      command: 'concludeInvestigation',
      isAvailable: false,
      blockedBy: [
        { code: 'STEP_OPEN', message, subjectIds: steps.map((step) => `step_${step.id}`) },
        expect.objectContaining({ code: 'NO_FINDING', subjectIds: [`investigation_${id}`] }),
      ],
      dueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    });
    const mutation =
      'mutation ($input: ConcludeInvestigationInput!) { concludeInvestigation(input: $input) { eventCursor } }';
    const input = { caseId: caseIdOf(walk) };
    const { error } = await api.ask(cast.handler, mutation, { input }, { 'accept-language': language });
    expect(error).toEqual({ code: 'GUARD_FAILED', blockedBy: conclude.blockedBy });
  });

  it('offers each what is theirs in this stage, a manager nothing, and nobody else the case', async () => {
    const walk = await investigated(app.runtime, cast);
    const id = caseIdOf(walk);
    const party = ['submitEvidence', 'postMessage', 'statePosition', 'raiseObjection'];
    const offered = async (person: Person) =>
      [...(await actions(person, id)).values()].filter((each) => each.isAvailable).map((each) => each.command);
    expect((await offered(cast.complainant)).sort()).toEqual([...party, 'withdrawCase'].sort());
    expect((await offered(cast.respondent)).sort()).toEqual([...party].sort());
    expect(await offered(cast.handler)).toContain('recordFinding');
    expect(await offered(cast.handler)).not.toContain('withdrawCase');
    expect((await actions(cast.manager, id)).size).toBe(0);
    const { error } = await api.ask(cast.stranger, actionsQuery, { id });
    expect(error).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tells what a last day that is over blocks, as the command does', async () => {
    clock.set('2026-03-02T10:00:00');
    const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    await walk.act(cast.handler, 'rejectCase', { reasonCode: 'NO_GROUNDS', reason: '无依据' });
    const id = caseIdOf(walk);
    const raise = async () => (await actions(cast.complainant, id)).get('raiseObjection');
    // Ten working days after 03-02.
    const within = { command: 'raiseObjection', isAvailable: true, blockedBy: [], dueOn: '2026-03-16' };
    clock.set('2026-03-16T23:59:59');
    expect(await raise()).toEqual(within);
    clock.set('2026-03-17T00:00:00');
    const blockedBy = [{ code: 'WINDOW_PASSED', message: '期限已过', subjectIds: [id] }];
    expect(await raise()).toEqual({ ...within, isAvailable: false, blockedBy });
    const { error } = await api.ask(
      cast.complainant,
      'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { eventCursor } }',
      { input: { caseId: id, against: 'RESULT', grounds: '有异议' } },
    );
    expect(error).toEqual({ code: 'DEADLINE_PASSED', deadlineAt: '2026-03-16T16:00:00.000Z', blockedBy });
  });

  it('knows what deadlines that have passed will have done, before they act', async () => {
    clock.set('2026-03-02T10:00:00');
    const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    await walk.act(cast.handler, 'requestClarification', { question: '请补充订单号', onLapse: 'DEEMED_WITHDRAWN' });
    const id = caseIdOf(walk);
    const answer = (await actions(cast.complainant, id)).get('answerClarification')!;
    expect(answer).toMatchObject({ isAvailable: true, dueOn: '2026-03-09' });
    clock.set('2026-03-10T08:00:00');
    const told = [...(await actions(cast.complainant, id)).values()];
    expect((await walk.state()).stage).toBe('SUBMITTED');
    // Ten working days from 03-09 to come back by a word or a piece of evidence.
    const comeback = { isAvailable: true, blockedBy: [], dueOn: '2026-03-23' };
    expect(told).toEqual([
      { command: 'submitEvidence', ...comeback },
      { command: 'postMessage', ...comeback },
    ]);
    expect(await actions(cast.respondent, id)).toEqual(new Map());
    await walk.act(cast.complainant, 'postMessage', { text: '我在' });
    expect((await walk.state()).stage).toBe('SUBMITTED');
  });

  it('gives nothing away of what somebody may not see', async () => {
    clock.set('2026-03-02T10:00:00');
    const walk = await investigated(app.runtime, cast);
    const parties = (await walk.state()).parties.map((party) => party.id);
    const look = async () => (await api.ask(cast.respondent, actionsQuery, { id: caseIdOf(walk) })).text;
    const before = await look();
    await walk.act(cast.handler, 'addNote', { text: '内部意见' });
    await walk.act(cast.handler, 'recordContactAttempt', {
      partyId: parties[0]!,
      channel: 'PHONE',
      isReached: false,
    });
    await walk.act(cast.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单' });
    const { evidence } = await walk.state();
    await walk.act(cast.handler, 'reviewEvidence', { evidenceId: evidence[0]!.id, isAccepted: true });
    expect(await look()).toBe(before);
  });
});
