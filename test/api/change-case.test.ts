import { changeCase } from '@accord/server/commands/change-case';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { badField, blocked, code, counts, unknownId } from '../support/refusal.js';
import { expectRebuilt } from '../support/rebuild.js';
import { handClock, investigated, proposed, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
});
afterAll(() => app.close());
beforeEach(() => clock.set('2026-03-02T10:00:00'));

describe('one version, several actors', () => {
  it('lets one of them succeed and tells the others the current version', async () => {
    const walk = await investigated(app.runtime, cast);
    const { version } = await walk.state();
    const before = (await walk.eventTypes()).length;
    const act = () =>
      changeCase(app.runtime, cast.handler, {
        command: 'recordFinding',
        caseId: walk.caseId,
        expectedVersion: version,
        input: { rootCause: 'FRAUD', text: '虚假交易' },
      });
    const results = await Promise.allSettled([act(), act(), act(), act()]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected')
        expect(result.reason).toEqual(code('VERSION_CONFLICT', { currentVersion: version + 1 }));
    }
    expect(await walk.eventTypes()).toHaveLength(before + 1);
    await expectRebuilt(app.database.pool, walk.caseId);
  });

  it('never refuses an additive command for its version', async () => {
    const walk = await investigated(app.runtime, cast);
    await changeCase(app.runtime, cast.complainant, {
      command: 'postMessage',
      caseId: walk.caseId,
      expectedVersion: 1,
      input: { text: '请尽快处理' },
    });
    expect((await walk.eventTypes()).at(-1)).toBe('MessagePosted');
  });
});

describe('guards', () => {
  it('keeps an investigation open while anything is left to do, and says what', async () => {
    const walk = await investigated(app.runtime, cast);
    const { steps, id } = (await walk.state()).investigations[0]!;
    const [buyer] = (await walk.state()).parties;
    const { ids } = await walk.act(cast.handler, 'requestEvidence', {
      fromPartyId: buyer!.id,
      types: ['CHAT_RECORD'],
      isMandatory: true,
    });
    await expect(walk.act(cast.handler, 'concludeInvestigation', {})).rejects.toEqual(
      code('GUARD_FAILED', {
        blockedBy: [
          { code: 'STEP_OPEN', subjectIds: steps.map((step) => step.id) },
          { code: 'NO_FINDING', subjectIds: [id] },
          { code: 'MANDATORY_EVIDENCE_OPEN', subjectIds: [ids['requestId']] },
        ],
      }),
    );
  });

  it('binds an acceptance to the exact content', async () => {
    const walk = await proposed(app.runtime, cast);
    const proposal = (await walk.state()).proposals[0]!;
    const accept = (contentHash: string) =>
      walk.act(cast.respondent, 'acceptProposal', { proposalId: proposal.id, contentHash });
    await expect(accept('0'.repeat(64))).rejects.toEqual(blocked('CONTENT_CHANGED'));
    expect((await walk.state()).stage).toBe('NEGOTIATING');
    await accept(proposal.hash);
    expect((await walk.state()).stage).toBe('EXECUTING');
    await expectRebuilt(app.database.pool, walk.caseId);
  });

  it('refuses a command in the wrong stage and changes nothing', async () => {
    const walk = await investigated(app.runtime, cast);
    const before = await counts(app.database.pool);
    await expect(walk.act(cast.handler, 'acceptCase', { complexity: 'LOW' })).rejects.toEqual(blocked('WRONG_STAGE'));
    await expect(walk.act(cast.handler, 'declareImpasse', { reason: '无' })).rejects.toEqual(blocked('WRONG_STAGE'));
    expect(await counts(app.database.pool)).toEqual(before);
  });
});

describe('the log', () => {
  it.each(['case_event', 'clock_fact'])('%s cannot be changed or emptied, by nobody', async (table) => {
    await road(app.runtime).submit(cast.complainant);
    const superuser = new pg.Client({ connectionString: app.superuserUrl });
    await superuser.connect();
    for (const statement of [`update ${table} set epoch = 2`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(app.database.pool.query(statement), statement).rejects.toThrow(/permission denied/);
      await expect(superuser.query(statement), statement).rejects.toThrow(/append-only/);
    }
    await superuser.end();
  });

  it('holds digests, never words', async () => {
    const walk = await road(app.runtime).submit(cast.complainant, {
      description: '这是一段不应出现在日志里的文字 canary-4711',
    });
    await walk.act(cast.complainant, 'postMessage', { text: 'canary-4712 请回复' });
    const { rows } = await app.database.pool.query(
      `select id from case_event where row_to_json(case_event)::text like '%canary%'`,
    );
    expect(rows).toEqual([]);
    const { rows: snapshots } = await app.database.pool.query(
      `select case_id from case_snapshot where state::text like '%canary%'`,
    );
    expect(snapshots).toEqual([]);
  });

  it('keeps a payslip from the other party: it is of another audience and raises no version', async () => {
    const walk = await investigated(app.runtime, cast);
    const { version, parties } = await walk.state();
    await walk.act(cast.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '二月工资单' });
    const state = await expectRebuilt(app.database.pool, walk.caseId);
    expect(state.version).toBe(version);
    expect(state.chains[`PARTY:${parties[0]!.id}`]?.number).toBe(1);
  });
});

describe('evidence that only some may see', () => {
  it('answers its request for everyone, in an event of its own', async () => {
    const walk = await investigated(app.runtime, cast);
    const { parties, version } = await walk.state();
    const types = ['PAYSLIP' as const];
    await walk.act(cast.handler, 'requestEvidence', { fromPartyId: parties[0]!.id, types, isMandatory: true });
    const requestId = (await walk.state()).evidenceRequests[0]!.id;
    await walk.act(cast.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单', requestId });
    const state = await expectRebuilt(app.database.pool, walk.caseId);
    expect((await walk.eventTypes()).slice(-2)).toEqual(['EvidenceSubmitted', 'EvidenceRequestAnswered']);
    expect(state).toMatchObject({ version: version + 2, evidenceRequests: [{ status: 'ANSWERED' }] });
    expect(state.clocks.find(({ kind }) => kind === 'INVESTIGATION')!.state).toBe('RUNNING');
  });
});

describe('money', () => {
  const paid = {
    reference: 'T-7001',
    paidAt: '2026-02-27T08:00:00.000Z',
    amount: { amountMinor: 10_000, currency: 'CNY' },
  };

  it('is never given back twice, part by part', async () => {
    const walk = await proposed(app.runtime, cast, { transaction: paid });
    const [buyer, seller] = (await walk.state()).parties.map((party) => party.id);
    const refund = (amountMinor: number, currency = 'CNY') => ({
      terms: [
        {
          kind: 'PARTIAL_REFUND' as const,
          obligorId: seller!,
          beneficiaryId: buyer!,
          amount: { amountMinor, currency },
        },
      ],
      settlesPart: true,
    });
    await expect(walk.act(cast.complainant, 'makeProposal', refund(10_001))).rejects.toEqual(
      blocked('REFUND_ABOVE_PAID'),
    );
    await expect(walk.act(cast.complainant, 'makeProposal', refund(1, 'USD'))).rejects.toEqual(
      badField('input.terms.0.amount.currency'),
    );
    await walk.act(cast.complainant, 'makeProposal', refund(6_000));
    await walk.act(cast.complainant, 'makeProposal', refund(4_001));
    const [first, second] = (await walk.state()).proposals.slice(-2);
    const accept = ({ id: proposalId, hash: contentHash }: { id: string; hash: string }) =>
      walk.act(cast.respondent, 'acceptProposal', { proposalId, contentHash });
    await accept(first!);
    await expect(accept(second!)).rejects.toEqual(blocked('REFUND_ABOVE_PAID'));
    await expect(walk.act(cast.complainant, 'makeProposal', refund(4_001))).rejects.toEqual(
      blocked('REFUND_ABOVE_PAID'),
    );
    await expectRebuilt(app.database.pool, walk.caseId);
  });

  it('names one currency a case, the first that anybody named', async () => {
    const walk = await proposed(app.runtime, cast);
    const [buyer, seller] = (await walk.state()).parties.map((party) => party.id);
    const term = (currency: string) =>
      ({
        kind: 'PARTIAL_REFUND',
        obligorId: seller!,
        beneficiaryId: buyer!,
        amount: { amountMinor: 5, currency },
      }) as const;
    const mixed = { terms: [term('CNY'), term('USD')] };
    await expect(walk.act(cast.complainant, 'makeProposal', mixed)).rejects.toEqual(
      badField('input.terms.1.amount.currency'),
    );
  });
});

describe('reclassifying', () => {
  it('is refused while terms of the old type are on the table, and when it changes nothing', async () => {
    const walk = await proposed(app.runtime, cast);
    const [buyer, seller] = (await walk.state()).parties.map((party) => party.id);
    await walk.act(cast.complainant, 'makeProposal', {
      terms: [{ kind: 'RESEND_GOODS', obligorId: seller!, beneficiaryId: buyer! }],
    });
    const other = {
      type: 'REPAYMENT' as const,
      caseReason: 'CANNOT_REPAY_ON_TIME' as const,
      explanation: '应为还款协商',
    };
    await expect(walk.act(cast.handler, 'reclassifyCase', other)).rejects.toEqual(blocked('TERMS_OF_OTHER_TYPE'));
    await expect(walk.act(cast.handler, 'reclassifyCase', { explanation: '无' })).rejects.toEqual(badField('input'));
  });
});

it('does not tell a case that does not exist from one of somebody else', async () => {
  const walk = await road(app.runtime).submit(cast.complainant);
  const before = await counts(app.database.pool);
  for (const caseId of [walk.caseId, unknownId]) {
    for (const person of [cast.stranger, cast.otherHandler, cast.otherSupervisor, cast.admin]) {
      const request = { command: 'postMessage' as const, caseId, input: { text: '你好' } };
      await expect(changeCase(app.runtime, person, request)).rejects.toEqual(
        code('NOT_FOUND', { path: 'input.caseId' }),
      );
    }
  }
  expect(await counts(app.database.pool)).toEqual(before);
});
