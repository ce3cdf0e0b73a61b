import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { expectRebuilt } from '../support/rebuild.js';
import { handClock, road } from '../support/road.js';

const clock = handClock('2026-04-30T09:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());

interface Read {
  case: {
    timeAttribution: { holder: string; workingDays: number }[];
    clocks: { kind: string; elapsedWorkingDays: number; verdict: string | null }[];
  };
}

it('16 a case tells who held it for how many days, to everyone who sees it', async () => {
  const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
  const read = async (who = cast.handler) => {
    const query = `query ($id: ID!) { case(id: $id) { timeAttribution { holder workingDays } clocks { kind elapsedWorkingDays verdict } } }`;
    return (await api.ask<Read>(who, query, { id: caseIdOf(walk) })).data.case;
  };
  await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
  await walk.act(cast.handler, 'acceptCase', { complexity: 'LOW' });
  clock.set('2026-05-06T10:00:00');
  await walk.act(cast.handler, 'startInvestigation', { steps: [{ kind: 'OTHER' }] });
  const [buyer, seller] = (await walk.state()).parties.map(({ id }) => id);
  const types = ['CHAT_RECORD' as const];
  const asked = { fromPartyId: buyer!, types, isMandatory: true, dueInWorkingDays: 10 };
  const requestId = (await walk.act(cast.handler, 'requestEvidence', asked)).ids['requestId']!;
  clock.set('2026-05-08T10:00:00');
  expect((await read()).timeAttribution).toEqual([
    { holder: 'PLATFORM', workingDays: 1 },
    { holder: 'COMPLAINANT', workingDays: 2 },
  ]);
  clock.set('2026-05-09T10:00:00');
  await walk.act(cast.complainant, 'submitEvidence', { type: 'CHAT_RECORD', title: '聊天记录', requestId });
  clock.set('2026-05-12T10:00:00');
  const stepId = (await walk.state()).investigations[0]!.steps[0]!.id;
  await walk.act(cast.handler, 'completeInvestigationStep', { stepId, result: '已核实' });
  await walk.act(cast.handler, 'recordFinding', { rootCause: 'MERCHANT_FAILURE', text: '商家责任' });
  await walk.act(cast.handler, 'concludeInvestigation', {});
  const terms = [{ kind: 'RESEND_GOODS' as const, obligorId: seller!, beneficiaryId: buyer! }];
  await walk.act(cast.complainant, 'makeProposal', { terms });
  clock.set('2026-05-15T10:00:00');
  const { id: proposalId, hash: contentHash } = (await walk.state()).proposals[0]!;
  await walk.act(cast.respondent, 'acceptProposal', { proposalId, contentHash });
  await walk.act(cast.complainant, 'confirmTerm', { termId: (await walk.state()).terms[0]!.id });
  clock.set('2026-06-01T10:00:00');
  for (const who of [cast.complainant, cast.respondent, cast.handler, cast.manager]) {
    const { timeAttribution, clocks } = await read(who);
    expect(timeAttribution, who.name).toEqual([
      { holder: 'PLATFORM', workingDays: 3 },
      { holder: 'COMPLAINANT', workingDays: 3 },
      { holder: 'RESPONDENT', workingDays: 3 },
    ]);
    const overall = clocks.find(({ kind }) => kind === 'OVERALL');
    expect(overall).toMatchObject({ elapsedWorkingDays: 9, verdict: 'FASTER' });
  }
  await expectRebuilt(app.database.pool, walk.caseId);
});
