import { actOnDeadlines } from '@accord/server/commands/deadlines';
import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { expectRebuilt } from '../support/rebuild.js';
import { handClock, proposed } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
const closed: string[] = [];

/** A case that was resolved on 03-02 and closed when its window ended. */
async function closedCase() {
  const walk = await proposed(app.runtime, cast);
  const { proposals } = await walk.state();
  await walk.act(cast.respondent, 'acceptProposal', { proposalId: proposals[0]!.id, contentHash: proposals[0]!.hash });
  const termId = (await walk.state()).terms[0]!.id;
  await walk.act(cast.complainant, 'confirmTerm', { termId });
  return caseIdOf(walk);
}

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  for (let count = 0; count < 4; count += 1) closed.push(await closedCase());
  clock.set('2026-03-20T10:00:00');
  await actOnDeadlines(app.runtime);
});
afterAll(() => app.close());

const draw = (who: Person, input: object) =>
  api.ask<{ sampleCases: { seed: string; cases: { id: string }[] } }>(
    who,
    'mutation ($input: SampleCasesInput!) { sampleCases(input: $input) { seed cases { id } } }',
    { input: { from: '2026-03-01', to: '2026-03-31', ...input } },
  );
const see = (who: Person, id: string) =>
  api.ask(
    who,
    `query ($id: ID!) { case(id: $id) { version lastEventAt reviews { verdict } events(first: 100) { totalCount } } }`,
    { id },
  );
const drawn = async (answer: ReturnType<typeof draw>) => (await answer).data.sampleCases.cases.map(({ id }) => id);

describe('a sample of closed cases', () => {
  it('is for a supervisor, of the own team, inside the dates', async () => {
    for (const who of [cast.handler, cast.manager, cast.complainant, cast.admin]) {
      expect((await draw(who, { count: 1 })).error).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await drawn(draw(cast.otherSupervisor, { count: 4 }))).toEqual([]);
    expect(await drawn(draw(cast.supervisor, { count: 4, from: '2026-03-03' }))).toEqual([]);
    expect(await drawn(draw(cast.supervisor, { count: 4, types: ['REPAYMENT'] }))).toEqual([]);
    for (const wrong of [{ count: 0 }, { count: 101 }, { count: 1, to: '2026-02-01' }, { count: 1, seed: ' ' }]) {
      expect((await draw(cast.supervisor, wrong)).error).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('is drawn once for a key, shows to no party, and is reviewed by the supervisor', async () => {
    const before = await Promise.all(closed.map((id) => see(cast.complainant, id)));
    const key = { count: 2, seed: '2026-Q1', idempotencyKey: 'first' };
    const twins = await Promise.all([drawn(draw(cast.supervisor, key)), drawn(draw(cast.supervisor, key))]);
    expect(twins[0]).toHaveLength(2);
    expect(twins[1]).toEqual(twins[0]);
    expect(await drawn(draw(cast.supervisor, key))).toEqual(twins[0]);
    expect((await draw(cast.supervisor, { ...key, count: 3 })).error).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    // What was drawn is not drawn again.
    const rest = await drawn(draw(cast.supervisor, { count: 100 }));
    expect([...twins[0]!, ...rest].toSorted()).toEqual(closed.toSorted());

    const criteria = ['TIMELINESS', 'INVESTIGATION', 'FAIRNESS', 'COMMUNICATION', 'RECORD'];
    const input = {
      caseId: twins[0]![0],
      verdict: 'IMPROVABLE',
      scores: criteria.map((criterion, index) => ({ criterion, score: index + 1 })),
      text: '沟通可更及时',
    };
    const record = (who: Person) =>
      api.ask(
        who,
        `mutation ($input: RecordReviewInput!) { recordReview(input: $input) { review { verdict text scores { criterion score } } } }`,
        { input },
      );
    expect((await record(cast.handler)).error).toMatchObject({ code: 'FORBIDDEN' });
    expect((await record(cast.complainant)).error).toMatchObject({ code: 'FORBIDDEN' });
    expect((await record(cast.otherSupervisor)).error).toMatchObject({ code: 'NOT_FOUND' });
    const { verdict, text, scores } = input;
    expect((await record(cast.supervisor)).data).toEqual({ recordReview: { review: { verdict, text, scores } } });
    expect((await see(cast.supervisor, input.caseId!)).data).toMatchObject({ case: { reviews: [{ verdict }] } });
    const after = await Promise.all(closed.map((id) => see(cast.complainant, id)));
    expect(after.map((answer) => answer.text)).toEqual(before.map((answer) => answer.text));
    for (const id of closed) await expectRebuilt(app.database.pool, id.slice('case_'.length));
  });
});

describe('referral routes', () => {
  it('begin with 12378, and leave out for a type what is not competent for it', async () => {
    const names = async (type: string | null) => {
      const { data } = await api.ask<{ referralRoutes: { phone: string | null; kind: string }[] }>(
        cast.complainant,
        'query ($type: CaseType) { referralRoutes(type: $type) { phone kind caseTypes } }',
        { type },
      );
      return data.referralRoutes.map(({ phone, kind }) => phone ?? kind);
    };
    expect(await names(null)).toEqual(['12378', '12315', 'MEDIATION', 'ARBITRATION', 'COURT']);
    expect(await names('REPAYMENT')).toEqual(['12378', 'MEDIATION', 'ARBITRATION', 'COURT']);
  });
});
