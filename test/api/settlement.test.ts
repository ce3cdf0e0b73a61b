import { actOnDeadlines } from '@accord/server/commands/deadlines';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { livedThrough } from '../support/dispute.js';
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

describe('an agreed refund', () => {
  it('is contested, booked in parts, and read with its bookings', async () => {
    const walk = await livedThrough(app.runtime, cast);
    const termId = walk.proposal.terms[0]!.id;
    await walk.act(cast.complainant, 'contestTerm', { termId, reason: '未到账' });
    await expectRebuilt(app.database.pool, walk.caseId);
    const { data, errors } = await api.ask(
      cast.handler,
      `mutation ($input: RecordMovementInput!) {
        recordMovement(input: $input) { movement { amount { amountMinor } reference term { status contestedAt } } }
      }`,
      {
        input: {
          caseId: caseIdOf(walk),
          termId: `term_${termId}`,
          amount: { amountMinor: 9000, currency: 'CNY' },
          reference: 'B-1',
        },
      },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      recordMovement: {
        movement: {
          amount: { amountMinor: 9000 },
          reference: 'B-1',
          term: { status: 'CONTESTED', contestedAt: '2026-03-02T02:00:00.000Z' },
        },
      },
    });
    await walk.act(cast.handler, 'recordMovement', { termId, amount: { amountMinor: 900, currency: 'CNY' } });
    const query = `query ($id: ID!) { case(id: $id) {
      movements { amount { amountMinor currency } term { status } } settlement { terms { kind status } }
    } }`;
    const read = await api.ask(cast.complainant, query, { id: caseIdOf(walk) });
    const term = { status: 'FULFILLED' };
    expect(read.data).toEqual({
      case: {
        movements: [
          { amount: { amountMinor: 9000, currency: 'CNY' }, term },
          { amount: { amountMinor: 900, currency: 'CNY' }, term },
        ],
        settlement: {
          terms: [
            { kind: 'PARTIAL_REFUND', status: 'FULFILLED' },
            { kind: 'RESEND_GOODS', status: 'OPEN' },
          ],
        },
      },
    });
    const outside = await api.ask(cast.manager, query, { id: caseIdOf(walk) });
    expect(outside.data).toEqual({ case: { movements: [], settlement: null } });
    await expectRebuilt(app.database.pool, walk.caseId);
  });
});

describe('an instalment plan', () => {
  it('shows what was paid', async () => {
    const walk = await road(app.runtime).submit(cast.complainant, {
      type: 'REPAYMENT',
      reason: 'CANNOT_REPAY_ON_TIME',
    });
    const { complainant, handler } = cast;
    await walk.act(handler, 'assignCase', { handlerId: handler.id });
    await walk.act(handler, 'acceptCase', { complexity: 'LOW' });
    await walk.act(handler, 'startInvestigation', { steps: [{ kind: 'OTHER' }] });
    const stepId = (await walk.state()).investigations[0]!.steps[0]!.id;
    await walk.act(handler, 'completeInvestigationStep', { stepId, result: '完成' });
    await walk.act(handler, 'recordFinding', { rootCause: 'HARDSHIP', text: '暂时困难' });
    await walk.act(handler, 'concludeInvestigation', {});
    const [debtor, lender] = (await walk.state()).parties;
    const amount = { amountMinor: 100, currency: 'CNY' };
    await walk.act(complainant, 'makeProposal', {
      terms: [
        {
          kind: 'INSTALMENT_PLAN',
          obligorId: debtor!.id,
          beneficiaryId: lender!.id,
          amount: { amountMinor: 200, currency: 'CNY' },
          instalments: [
            { dueOn: '2026-04-01', amount },
            { dueOn: '2026-05-06', amount },
          ],
        },
      ],
    });
    const { id: proposalId, hash: contentHash } = (await walk.state()).proposals[0]!;
    await walk.act(cast.platform, 'acceptProposal', { proposalId, contentHash });
    const termId = (await walk.state()).terms[0]!.id;
    await walk.act(complainant, 'recordInstalment', { termId, number: 2 });
    await expectRebuilt(app.database.pool, walk.caseId);
    const { data } = await api.ask(
      handler,
      `query ($id: ID!) { case(id: $id) { settlement { terms { instalments { number dueOn paidAt } } } } }`,
      { id: caseIdOf(walk) },
    );
    expect(data).toEqual({
      case: {
        settlement: {
          terms: [
            {
              instalments: [
                { number: 1, dueOn: '2026-04-01', paidAt: null },
                { number: 2, dueOn: '2026-05-06', paidAt: '2026-03-02T02:00:00.000Z' },
              ],
            },
          ],
        },
      },
    });
  });
});

describe('a pause', () => {
  it('ends at its cap by itself, once', async () => {
    const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    await walk.act(cast.handler, 'acceptCase', { complexity: 'LOW' });
    await walk.act(cast.handler, 'startInvestigation', { steps: [{ kind: 'OTHER' }] });
    const fromPartyId = (await walk.state()).parties[0]!.id;
    await walk.act(cast.handler, 'requestEvidence', {
      fromPartyId,
      types: ['CHAT_RECORD'],
      isMandatory: true,
      dueInWorkingDays: 30,
    });
    // Ten working days after Monday the 2nd is Monday the 16th.
    clock.set('2026-03-18T10:00:00');
    expect(await actOnDeadlines(app.runtime)).toBeGreaterThanOrEqual(1);
    expect((await walk.eventTypes()).filter((type) => type === 'ClockResumed')).toHaveLength(1);
    await actOnDeadlines(app.runtime);
    expect((await walk.eventTypes()).filter((type) => type === 'ClockResumed')).toHaveLength(1);
    expect(await walk.clock('INVESTIGATION')).toMatchObject({ state: 'RUNNING', dueOn: '2026-03-23' });
    await expectRebuilt(app.database.pool, walk.caseId);
  });
});
