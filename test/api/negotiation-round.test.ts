import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { unknownId } from '../support/refusal.js';
import { handClock, investigated } from '../support/road.js';

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

/** A case whose investigation was concluded with one more finding, and so in its next round. */
async function concluded(walk: Awaited<ReturnType<typeof investigated>>, text: string) {
  for (const { id: stepId, status } of (await walk.state()).investigations.at(-1)!.steps) {
    if (status === 'PLANNED') await walk.act(cast.handler, 'completeInvestigationStep', { stepId, result: '完成' });
  }
  await walk.act(cast.handler, 'recordFinding', { rootCause: 'MERCHANT_FAILURE', text });
  await walk.act(cast.handler, 'concludeInvestigation', {});
  return walk;
}

it('a proposal tells the findings that it is based on, and takes no others', async () => {
  const walk = await concluded(await investigated(app.runtime, cast), '商家未发货');
  const { investigations, parties } = await walk.state();
  const findingId = `finding_${investigations[0]!.findings[0]!.id}`;
  const [buyer, seller] = parties.map(({ id }) => `party_${id}`);
  const text = `mutation ($input: MakeProposalInput!) { makeProposal(input: $input) {
    proposal { basedOnFindings { id rootCause text evidence { id } } } } }`;
  const offer = (findingIds: string[]) => {
    const terms = [{ kind: 'APOLOGY', obligorId: seller, beneficiaryId: buyer }];
    return api.ask(cast.complainant, text, { input: { caseId: caseIdOf(walk), terms, findingIds } });
  };
  expect((await offer([findingId, findingId])).data).toEqual({
    makeProposal: {
      proposal: {
        basedOnFindings: [{ id: findingId, rootCause: 'MERCHANT_FAILURE', text: '商家未发货', evidence: [] }],
      },
    },
  });
  for (const other of [`finding_${unknownId}`, buyer!]) {
    expect((await offer([findingId, other])).error).toMatchObject({ code: 'NOT_FOUND', path: 'input.findingIds.1' });
  }
  expect((await offer([])).data).toMatchObject({ makeProposal: { proposal: { basedOnFindings: [] } } });
});

it('a round tells the cycle of the clock that it is part of', async () => {
  clock.set('2026-03-02T10:00:00');
  const walk = await concluded(await investigated(app.runtime, cast), '商家未发货');
  clock.set('2026-03-04T10:00:00');
  await walk.act(cast.handler, 'openRound', { reason: '双方愿意再谈' });
  clock.set('2026-03-06T10:00:00');
  const seller = (await walk.state()).parties[1]!.id;
  const owed = { kind: 'APOLOGY' as const, obligorId: seller, beneficiaryId: (await walk.state()).parties[0]!.id };
  await walk.act(cast.complainant, 'makeProposal', { terms: [owed] });
  const { id: proposalId, hash: contentHash } = (await walk.state()).proposals[0]!;
  await walk.act(cast.respondent, 'acceptProposal', { proposalId, contentHash });
  await walk.act(cast.complainant, 'confirmTerm', { termId: (await walk.state()).terms[0]!.id });
  clock.set('2026-03-09T10:00:00');
  await walk.act(cast.supervisor, 'reopenCase', { reason: '复查' });
  await walk.act(cast.handler, 'planInvestigationStep', { kind: 'OTHER' });
  clock.set('2026-03-10T10:00:00');
  await concluded(walk, '另有原因');
  clock.set('2026-03-12T10:00:00');
  const query = `query ($id: ID!) { case(id: $id) { rounds { number clock { kind cycle state countedWorkingDays } } } }`;
  const { data } = await api.ask(cast.complainant, query, { id: caseIdOf(walk) });
  const kind = 'FIRST_NEGOTIATION';
  expect(data).toEqual({
    case: {
      rounds: [
        { number: 1, clock: { kind, cycle: 1, state: 'STOPPED', countedWorkingDays: 4 } },
        { number: 2, clock: { kind, cycle: 1, state: 'STOPPED', countedWorkingDays: 4 } },
        { number: 3, clock: { kind, cycle: 2, state: 'RUNNING', countedWorkingDays: 2 } },
      ],
    },
  });
});
