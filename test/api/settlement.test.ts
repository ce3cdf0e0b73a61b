import { actOnDeadlines } from '@accord/server/commands/deadlines';
import type { Person } from '@accord/server/domain/permission';
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

describe('a wrong booking', () => {
  it('is taken back through the API, with its reason; nothing is deleted, and the sums balance to the fen', async () => {
    const walk = await livedThrough(app.runtime, cast);
    const termId = walk.proposal.terms[0]!.id;
    const text = `mutation ($input: RecordMovementInput!) { recordMovement(input: $input) {
      movement { id amount { amountMinor currency } reversesId reason isReversed term { status } }
      case { settlement { moved { amountMinor } open { amountMinor } } } } }`;
    const record = async (input: object) => {
      const own = { caseId: caseIdOf(walk), termId: `term_${termId}`, ...input };
      const { data, error } = await api.ask(cast.handler, text, { input: own });
      return { made: (data as { recordMovement: Recorded } | null)?.recordMovement, error };
    };
    const amount = { amountMinor: 9900, currency: 'CNY' };
    const { made } = await record({ amount });
    expect(made).toMatchObject({
      movement: { reversesId: null, reason: null, isReversed: false, term: { status: 'FULFILLED' } },
      case: { settlement: { moved: { amountMinor: 9900 }, open: { amountMinor: 0 } } },
    });
    const reversesId = made!.movement.id;
    expect((await record({ amount, reversesId })).error).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.reason' }],
    });
    const reversal = await record({ amount, reversesId, reason: '误记入其他订单' });
    expect(reversal.made).toMatchObject({
      movement: { amount, reversesId, reason: '误记入其他订单', isReversed: false, term: { status: 'OPEN' } },
      case: { settlement: { moved: { amountMinor: 0 }, open: { amountMinor: 9900 } } },
    });
    expect((await record({ amount, reversesId, reason: '再次' })).error).toMatchObject({
      code: 'GUARD_FAILED',
      blockedBy: [{ code: 'MOVEMENT_REVERSED', subjectIds: [reversesId] }],
    });
    await record({ amount: { amountMinor: 900, currency: 'CNY' } });
    const query = `query ($id: ID!) { case(id: $id) { movements { amount { amountMinor } reversesId isReversed }
      settlement { agreed { amountMinor } moved { amountMinor } open { amountMinor } } } }`;
    const { data } = await api.ask(cast.complainant, query, { id: caseIdOf(walk) });
    expect(data).toEqual({
      case: {
        movements: [
          { amount: { amountMinor: 9900 }, reversesId: null, isReversed: true },
          { amount: { amountMinor: 9900 }, reversesId, isReversed: false },
          { amount: { amountMinor: 900 }, reversesId: null, isReversed: false },
        ],
        settlement: { agreed: { amountMinor: 9900 }, moved: { amountMinor: 900 }, open: { amountMinor: 9000 } },
      },
    });
    await expectRebuilt(app.database.pool, walk.caseId);
  });
});

interface Recorded {
  movement: { id: string };
}

describe('an instalment plan', () => {
  it('shows what was reported, contested and paid, and which dates the State has not announced yet', async () => {
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
            { dueOn: '2027-01-04', amount },
          ],
        },
      ],
    });
    const { id: proposalId, hash: contentHash } = (await walk.state()).proposals[0]!;
    await walk.act(cast.platform, 'acceptProposal', { proposalId, contentHash });
    const termId = (await walk.state()).terms[0]!.id;
    const say = async (who: Person, mutation: string, input: object) => {
      const name = mutation[0]!.toUpperCase() + mutation.slice(1);
      const text = `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { case { id } } }`;
      const own = { caseId: caseIdOf(walk), termId: `term_${termId}`, ...input };
      return (await api.ask(who, text, { input: own })).error ?? null;
    };
    expect(await say(complainant, 'recordInstalment', { number: 1 })).toBeNull();
    expect(await say(complainant, 'recordInstalment', { number: 2 })).toBeNull();
    expect(await say(complainant, 'confirmTerm', { instalmentNumber: 1 })).toMatchObject({
      blockedBy: [{ code: 'NOT_THE_BENEFICIARY' }],
    });
    expect(await say(cast.platform, 'contestTerm', { instalmentNumber: 1, reason: '没有到账' })).toBeNull();
    expect(await say(cast.platform, 'confirmTerm', { instalmentNumber: 2 })).toBeNull();
    await expectRebuilt(app.database.pool, walk.caseId);
    const { data } = await api.ask(
      handler,
      `query ($id: ID!) { case(id: $id) { settlement { moved { amountMinor } terms { instalments {
        number dueOn isProvisional reportedAt contestedAt uncontestedOn paidAt } } } } }`,
      { id: caseIdOf(walk) },
    );
    const at = '2026-03-02T02:00:00.000Z';
    const said = { reportedAt: at, uncontestedOn: null };
    expect(data).toEqual({
      case: {
        settlement: {
          moved: { amountMinor: 100 },
          terms: [
            {
              instalments: [
                { number: 1, dueOn: '2026-04-01', isProvisional: false, ...said, contestedAt: at, paidAt: null },
                { number: 2, dueOn: '2027-01-04', isProvisional: true, ...said, contestedAt: null, paidAt: at },
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
