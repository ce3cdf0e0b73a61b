import type { App } from '@accord/server/app';
import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { investigated } from '../support/road.js';

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
  beforeAll(async () => {
    app = await startApp();
    cast = await createCast(app.runtime.pool);
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
});
