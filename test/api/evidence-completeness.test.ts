import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { expectRebuilt } from '../support/rebuild.js';
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

const query = `query ($id: ID!) { case(id: $id) { evidenceCompleteness missingEvidence { types isRequired } version lastEventAt events(first: 20) { totalCount } } }`;
interface Answer {
  case: { evidenceCompleteness: number | null; missingEvidence: object[]; events: { totalCount: number } };
}
const asked = async (who: Person, id: string) => (await api.ask<Answer>(who, query, { id })).data.case;

describe('the completeness of evidence', () => {
  it('is what the viewer may see of it: a hidden payslip shows to its party and to staff alone', async () => {
    const walk = await road(app.runtime).submit(cast.complainant, {
      type: 'REPAYMENT',
      reason: 'CANNOT_REPAY_ON_TIME',
    });
    await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    const id = caseIdOf(walk);
    const statement = { types: ['FINANCIAL_STATEMENT'], isRequired: true };
    const income = { types: ['PAYSLIP', 'BANK_STATEMENT'], isRequired: false };
    expect(await asked(cast.platform, id)).toMatchObject({
      evidenceCompleteness: 0,
      missingEvidence: [statement, income],
    });
    const before = await api.ask(cast.platform, query, { id });
    clock.set('2026-03-02T11:00:00');
    await walk.act(cast.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单' });
    expect((await api.ask(cast.platform, query, { id })).text).toBe(before.text);
    for (const who of [cast.complainant, cast.handler, cast.supervisor]) {
      expect(await asked(who, id)).toMatchObject({ evidenceCompleteness: 0.5, missingEvidence: [statement] });
    }
    // Nor does the assessment at acceptance say more to the other party than that the case was accepted.
    const count = async (who: Person) => (await asked(who, id)).events.totalCount;
    const counts = [await count(cast.platform), await count(cast.handler)];
    await walk.act(cast.handler, 'acceptCase', { complexity: 'LOW' });
    expect([await count(cast.platform), await count(cast.handler)]).toEqual([counts[0]! + 1, counts[1]! + 2]);
    const { rows } = await app.database.pool.query(
      'select completeness_when_accepted as share from dispute_case where id = $1',
      [walk.caseId],
    );
    expect(rows).toEqual([{ share: 0.5 }]);
    await expectRebuilt(app.database.pool, walk.caseId);
  });

  it('is nothing that a manager reads', async () => {
    const walk = await road(app.runtime).submit(cast.complainant);
    expect(await asked(cast.manager, caseIdOf(walk))).toMatchObject({
      evidenceCompleteness: null,
      missingEvidence: [],
    });
  });

  it('counts what a review leaves of it, case by case in a list too', async () => {
    const walk = await investigated(app.runtime, cast);
    const { ids } = await walk.act(cast.complainant, 'submitEvidence', { type: 'GOODS_PHOTO', title: '照片' });
    const shares = async () => {
      const { data } = await api.ask<{ cases: { nodes: { id: string; evidenceCompleteness: number }[] } }>(
        cast.handler,
        `{ cases(filter: { type: [TRADE_DISPUTE] }, first: 10) { nodes { id evidenceCompleteness } } }`,
      );
      return data.cases.nodes.find((each) => each.id === caseIdOf(walk))?.evidenceCompleteness;
    };
    expect(await shares()).toBe(0.5);
    const refusal = { evidenceId: ids.evidenceId!, isAccepted: false, reason: '看不清' };
    await walk.act(cast.handler, 'reviewEvidence', refusal);
    expect(await shares()).toBe(0);
  });
});

describe('late evidence', () => {
  it('says so, and until when it is answered, until it is', async () => {
    clock.set('2026-03-02T10:00:00');
    const walk = await investigated(app.runtime, cast);
    for (const { id: stepId } of (await walk.state()).investigations[0]!.steps) {
      await walk.act(cast.handler, 'waiveInvestigationStep', { stepId, reason: '不需要' });
    }
    await walk.act(cast.handler, 'recordFinding', { rootCause: 'UNKNOWN', text: '不明' });
    await walk.act(cast.handler, 'concludeInvestigation', {});
    const { ids } = await walk.act(cast.complainant, 'submitEvidence', { type: 'CHAT_RECORD', title: '聊天记录' });
    const late = async () => {
      const { data } = await api.ask<{ case: { evidence: { nodes: object[] } } }>(
        cast.respondent,
        `query ($id: ID!) { case(id: $id) { evidence { nodes { isLate answerDueOn } } } }`,
        { id: caseIdOf(walk) },
      );
      return data.case.evidence.nodes;
    };
    expect(await late()).toEqual([{ isLate: true, answerDueOn: '2026-03-09' }]);
    await walk.act(cast.handler, 'reviewEvidence', { evidenceId: ids.evidenceId!, isAccepted: true });
    expect(await late()).toEqual([{ isLate: true, answerDueOn: null }]);
    await expectRebuilt(app.database.pool, walk.caseId);
  });
});
