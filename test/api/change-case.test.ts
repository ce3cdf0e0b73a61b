import { changeCase } from '@accord/server/commands/change-case';
import { actOnDeadlines } from '@accord/server/commands/deadlines';
import { submitCase } from '@accord/server/commands/submit-case';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { expectRebuilt } from '../support/rebuild.js';
import { filing, handClock, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
});
afterAll(() => app.close());
beforeEach(() => clock.set('2026-03-02T10:00:00'));

const code = (expected: string, details: object = {}) =>
  expect.objectContaining({ code: expected, details: expect.objectContaining(details) });
const blocked = (blocker: string) => code('GUARD_FAILED', { blockedBy: [expect.objectContaining({ code: blocker })] });
const badField = (path: string) => code('BAD_USER_INPUT', { fields: [expect.objectContaining({ path })] });
const unknownId = '01930000-0000-7000-8000-00000000ffff';
const payment = { paidAt: '2026-02-27T08:00:00.000Z', amount: { amountMinor: 5_000, currency: 'CNY' } };

/** Every table that a command can write, counted. */
async function counts(): Promise<unknown> {
  const tables = [
    'case_event',
    'case_text',
    'case_snapshot',
    'dispute_case',
    'clock',
    'clock_fact',
    'deadline',
    'command_effect',
    'party',
    'payment_transaction',
  ];
  const { rows } = await app.database.pool.query(
    `select ${tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}`,
  );
  return rows[0];
}

/** A case under investigation, with its handler. */
async function investigated() {
  const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
  await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
  await walk.act(cast.handler, 'acceptCase', { complexity: 'MEDIUM' });
  await walk.act(cast.handler, 'startInvestigation', { steps: [{ kind: 'OTHER' }, { kind: 'CONTACT_MERCHANT' }] });
  return walk;
}

/** A case with a live proposal of the complainant: an apology by the respondent. */
async function proposed() {
  const walk = await investigated();
  for (const { id: stepId } of (await walk.state()).investigations[0]!.steps) {
    await walk.act(cast.handler, 'completeInvestigationStep', { stepId, result: '完成' });
  }
  await walk.act(cast.handler, 'recordFinding', { rootCause: 'UNKNOWN', text: '原因不明' });
  await walk.act(cast.handler, 'concludeInvestigation', {});
  const [buyer, seller] = (await walk.state()).parties;
  await walk.act(cast.complainant, 'makeProposal', {
    terms: [{ kind: 'APOLOGY', obligorId: seller!.id, beneficiaryId: buyer!.id }],
  });
  return walk;
}

describe('one version, several actors', () => {
  it('lets one of them succeed and tells the others the current version', async () => {
    const walk = await investigated();
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
    const walk = await investigated();
    await changeCase(app.runtime, cast.complainant, {
      command: 'postMessage',
      caseId: walk.caseId,
      expectedVersion: 1,
      input: { text: '请尽快处理' },
    });
    expect((await walk.eventTypes()).at(-1)).toBe('MessagePosted');
  });
});

describe('filing', () => {
  const transaction = { reference: 'T-1001', ...payment };

  it('refuses the same open case of a transaction, also when both are filed at once', async () => {
    const file = () => submitCase(app.runtime, cast.complainant, { input: { ...filing, transaction } });
    const results = await Promise.allSettled([file(), file(), file()]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(file()).rejects.toEqual(blocked('DUPLICATE_CASE'));
    const before = await counts();
    await expect(
      submitCase(app.runtime, cast.complainant, {
        input: {
          ...filing,
          reason: 'POOR_QUALITY',
          transaction: { ...transaction, amount: { amountMinor: 1, currency: 'CNY' } },
        },
      }),
    ).rejects.toEqual(blocked('TRANSACTION_MISMATCH'));
    expect(await counts()).toEqual(before);
  });

  it.each([
    ['a description of five characters', { description: '太短了吧。' }, badField('input.description')],
    ['a description of spaces', { description: ' '.repeat(20) }, badField('input.description')],
    ['4,001 characters', { description: '字'.repeat(4001) }, badField('input.description')],
    ['a reason of another type', { reason: 'ACCOUNT_STOLEN' as const }, badField('input.reason')],
    ['an undeclared truth', { truthDeclared: false }, badField('input.truthDeclared')],
    [
      'a negative amount',
      { disputedAmount: { amountMinor: -1, currency: 'CNY' } },
      badField('input.disputedAmount.amountMinor'),
    ],
    [
      'half a fen',
      { disputedAmount: { amountMinor: 1.5, currency: 'CNY' } },
      badField('input.disputedAmount.amountMinor'),
    ],
    [
      'an unknown currency',
      { disputedAmount: { amountMinor: 1, currency: '人民币' } },
      badField('input.disputedAmount.currency'),
    ],
    ['an unknown respondent', { respondentIds: [unknownId] }, code('NOT_FOUND', { path: 'input.respondentIds.0' })],
    [
      'a payment in the future',
      { transaction: { reference: 'T-9', ...payment, paidAt: '2027-01-01T00:00:00.000Z' } },
      badField('input.transaction.paidAt'),
    ],
    ['a date of receipt by a party', { receivedOn: '2026-02-27' }, code('FORBIDDEN')],
    ['a filing for somebody by a party', { onBehalfOfId: unknownId }, code('FORBIDDEN')],
  ])('refuses %s and writes nothing', async (_name, input, error) => {
    const before = await counts();
    await expect(submitCase(app.runtime, cast.complainant, { input: { ...filing, ...input } })).rejects.toEqual(error);
    expect(await counts()).toEqual(before);
  });

  it('takes a filing by phone entered up to three working days later, from its day of receipt', async () => {
    const phone = { onBehalfOfId: cast.complainant.id, channel: 'PHONE' as const };
    // Monday 2026-03-02: 02-28 is a make-up Saturday, so three working days back is Thursday 02-26.
    const walk = await road(app.runtime).submit(cast.handler, { ...phone, receivedOn: '2026-02-26' });
    const state = await walk.state();
    expect(state.receivedOn).toBe('2026-02-26');
    expect(state.clocks[0]).toMatchObject({ kind: 'RESPONSE', dueOn: '2026-03-04' });
    expect(state.parties[0]!.memberIds).toEqual([cast.complainant.id]);
    await expect(road(app.runtime).submit(cast.handler, { ...phone, receivedOn: '2026-02-25' })).rejects.toEqual(
      badField('input.receivedOn'),
    );
  });

  it('lets the platform answer a service complaint, and keeps a place for a merchant nobody has found', async () => {
    const service = await road(app.runtime).submit(cast.complainant, {
      type: 'SERVICE_COMPLAINT',
      reason: 'POOR_SERVICE',
    });
    expect((await service.state()).parties[1]).toMatchObject({
      side: 'RESPONDENT',
      kind: 'PLATFORM',
      memberIds: [cast.platform.id],
    });
    const trade = await road(app.runtime).submit(cast.complainant);
    expect((await trade.state()).parties[1]).toMatchObject({ side: 'RESPONDENT', kind: 'MERCHANT', memberIds: [] });
  });
});

describe('idempotency', () => {
  it('gives parallel twins one effect and one answer', async () => {
    const file = () => submitCase(app.runtime, cast.complainant, { idempotencyKey: 'twin', input: filing });
    const answers = await Promise.all([file(), file(), file()]);
    expect(new Set(answers.map((answer) => answer.caseId)).size).toBe(1);
    expect(answers[1]).toEqual(answers[0]);
    const message = () =>
      changeCase(app.runtime, cast.complainant, {
        command: 'postMessage',
        caseId: answers[0]!.caseId,
        idempotencyKey: 'twin',
        input: { text: '你好' },
      });
    const messages = await Promise.all([message(), message()]);
    expect(messages[1]).toEqual(messages[0]);
    const { rows } = await app.database.pool.query('select type from case_event where case_id = $1', [
      answers[0]!.caseId,
    ]);
    expect(rows).toHaveLength(2);
  });

  it('refuses a key that comes back with another input, and keeps keys of people apart', async () => {
    await submitCase(app.runtime, cast.complainant, { idempotencyKey: 'once', input: filing });
    await expect(
      submitCase(app.runtime, cast.complainant, {
        idempotencyKey: 'once',
        input: { ...filing, requestedRemedy: '全额退款' },
      }),
    ).rejects.toEqual(code('IDEMPOTENCY_MISMATCH'));
    const other = await submitCase(app.runtime, cast.stranger, {
      idempotencyKey: 'once',
      input: { ...filing, requestedRemedy: '全额退款' },
    });
    expect(other.caseId).toBeTruthy();
  });

  it('does not remember a refusal', async () => {
    const walk = await road(app.runtime).submit(cast.complainant);
    const accept = () =>
      changeCase(app.runtime, cast.handler, {
        command: 'acceptCase',
        caseId: walk.caseId,
        idempotencyKey: 'again',
        input: { complexity: 'LOW' },
      });
    await expect(accept()).rejects.toEqual(code('FORBIDDEN'));
    await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    await expect(accept()).resolves.toMatchObject({ caseId: walk.caseId });
  });
});

describe('guards', () => {
  it('keeps an investigation open while anything is left to do, and says what', async () => {
    const walk = await investigated();
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
    const walk = await proposed();
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
    const walk = await investigated();
    const before = await counts();
    await expect(walk.act(cast.handler, 'acceptCase', { complexity: 'LOW' })).rejects.toEqual(blocked('WRONG_STAGE'));
    await expect(walk.act(cast.handler, 'declareImpasse', { reason: '无' })).rejects.toEqual(blocked('WRONG_STAGE'));
    expect(await counts()).toEqual(before);
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
    const walk = await investigated();
    const { version, parties } = await walk.state();
    await walk.act(cast.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '二月工资单' });
    const state = await expectRebuilt(app.database.pool, walk.caseId);
    expect(state.version).toBe(version);
    expect(state.chains[`PARTY:${parties[0]!.id}`]?.number).toBe(1);
  });
});

describe('deadlines', () => {
  it('act once, whoever sweeps, and leave nothing overdue', async () => {
    const walk = await proposed();
    const other = await proposed();
    clock.set('2026-03-10T00:00:00');
    await Promise.all([actOnDeadlines(app.runtime), actOnDeadlines(app.runtime)]);
    for (const each of [walk, other]) {
      expect((await each.eventTypes()).filter((type) => type === 'ProposalLapsed')).toHaveLength(1);
      const state = await expectRebuilt(app.database.pool, each.caseId);
      expect(state.deadlines.filter((deadline) => deadline.actedAt === null && deadline.dueOn < '2026-03-10')).toEqual(
        [],
      );
    }
    expect(await actOnDeadlines(app.runtime)).toBe(0);
  });

  it('end a case as withdrawn when its request said so', async () => {
    const walk = await investigated();
    const [buyer] = (await walk.state()).parties;
    await walk.act(cast.handler, 'requestEvidence', {
      fromPartyId: buyer!.id,
      types: ['OTHER'],
      isMandatory: true,
      dueInWorkingDays: 2,
      onLapse: 'DEEMED_WITHDRAWN',
    });
    clock.set('2026-03-05T00:00:00');
    await actOnDeadlines(app.runtime);
    const state = await expectRebuilt(app.database.pool, walk.caseId);
    expect(state).toMatchObject({ stage: 'WITHDRAWN', outcome: 'DEEMED_WITHDRAWN' });
    expect(state.clocks.filter((each) => each.state === 'RUNNING' || each.state === 'PAUSED')).toEqual([]);
  });
});

it('does not tell a case that does not exist from one of somebody else', async () => {
  const walk = await road(app.runtime).submit(cast.complainant);
  const before = await counts();
  for (const caseId of [walk.caseId, unknownId]) {
    for (const person of [cast.stranger, cast.otherHandler, cast.otherSupervisor, cast.admin]) {
      const request = { command: 'postMessage' as const, caseId, input: { text: '你好' } };
      await expect(changeCase(app.runtime, person, request)).rejects.toEqual(
        code('NOT_FOUND', { path: 'input.caseId' }),
      );
    }
  }
  expect(await counts()).toEqual(before);
});
