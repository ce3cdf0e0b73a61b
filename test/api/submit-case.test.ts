import { changeCase } from '@accord/server/commands/change-case';
import { submitCase } from '@accord/server/commands/submit-case';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { badField, blocked, code, counts, unknownId } from '../support/refusal.js';
import { expectRebuilt } from '../support/rebuild.js';
import { filing, handClock, proposed, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
});
afterAll(() => app.close());
beforeEach(() => clock.set('2026-03-02T10:00:00'));

const payment = { paidAt: '2026-02-27T08:00:00.000Z', amount: { amountMinor: 5_000, currency: 'CNY' } };

describe('filing', () => {
  const transaction = { reference: 'T-1001', ...payment };

  it('refuses the same open case of a transaction, also when both are filed at once', async () => {
    const file = () => submitCase(app.runtime, cast.complainant, { input: { ...filing, transaction } });
    const results = await Promise.allSettled([file(), file(), file()]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(file()).rejects.toEqual(blocked('DUPLICATE_CASE'));
  });

  it('tells payments apart by reference, time and amount, so that nobody takes a reference away from who paid', async () => {
    const squatted = { ...transaction, reference: 'T-2002', amount: { amountMinor: 1, currency: 'CNY' } };
    await submitCase(app.runtime, cast.stranger, { input: { ...filing, transaction: squatted } });
    const paid = { ...squatted, amount: transaction.amount };
    await submitCase(app.runtime, cast.complainant, { input: { ...filing, transaction: paid } });
  });

  it('keeps what one case says of a transaction from another case of it', async () => {
    const own = { ...transaction, reference: 'T-3003', counterparty: '小店甲', product: 'BILL' as const };
    const walk = await proposed(app.runtime, cast, { transaction: own });
    const { id: proposalId, hash: contentHash } = (await walk.state()).proposals[0]!;
    await walk.act(cast.respondent, 'acceptProposal', { proposalId, contentHash });
    await walk.act(cast.handler, 'updateOrderStatus', { orderStatus: 'SHIPPED' });
    const { counterparty: _, product: __, ...bare } = own;
    await road(app.runtime).submit(cast.stranger, { reason: 'POOR_QUALITY', transaction: bare });
    const state = await expectRebuilt(app.database.pool, walk.caseId);
    expect(state.transaction).toMatchObject({ product: 'BILL', orderStatus: 'SHIPPED' });
  });

  it.each([
    ['the supervisor', 'supervisor'],
    ['a handler', 'handler'],
    ['another person', 'stranger'],
  ] as const)('lets nobody make %s answer a case', async (_name, who) => {
    const input = { ...filing, respondentIds: [cast.respondent.id, cast[who].id] };
    await expect(submitCase(app.runtime, cast.complainant, { input })).rejects.toEqual(
      code('NOT_FOUND', { path: 'input.respondentIds.1' }),
    );
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
    const before = await counts(app.database.pool);
    await expect(submitCase(app.runtime, cast.complainant, { input: { ...filing, ...input } })).rejects.toEqual(error);
    expect(await counts(app.database.pool)).toEqual(before);
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

  it('counts every clock of a phone filing from its day of receipt, on the Monday it is entered', async () => {
    const anomaly = { type: 'PAYMENT_ANOMALY' as const, reason: 'DUPLICATE_CHARGE' as const };
    const phone = { onBehalfOfId: cast.complainant.id, channel: 'PHONE' as const, receivedOn: '2026-02-26' };
    const walk = await road(app.runtime).submit(cast.handler, { ...phone, ...anomaly });
    const { number, clocks } = await walk.state();
    expect(number).toMatch(/^AC20260226/);
    // Friday 02-27, Saturday 02-28 (a make-up day) and Monday 03-02 are one, two and three; Monday 04-06 is a holiday.
    expect(clocks.map(({ kind, spans, dueOn }) => [kind, spans[0]!.fromOn, dueOn])).toEqual([
      ['RESPONSE', '2026-02-26', '2026-03-04'],
      ['OVERALL', '2026-02-26', '2026-04-09'],
      ['SIMPLE', '2026-02-26', '2026-02-28'],
    ]);
    await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    await walk.act(cast.handler, 'acceptCase', { complexity: 'LOW' });
    expect(await walk.clock('RESPONSE')).toMatchObject({ state: 'STOPPED', counted: 3, verdict: 'WITHIN' });
    await walk.act(cast.handler, 'leaveFastTrack', {});
    // It was late before anybody entered it.
    expect(await walk.clock('SIMPLE')).toMatchObject({ state: 'STOPPED', counted: 3, verdict: 'OVER' });
    await expectRebuilt(app.database.pool, walk.caseId);
  });

  it.each([
    ['the future', '2026-03-03'],
    ['the fourth working day back', '2026-02-25'],
  ])('takes no filing by phone received on %s', async (_name, receivedOn) => {
    const phone = { onBehalfOfId: cast.complainant.id, channel: 'PHONE' as const, receivedOn };
    await expect(road(app.runtime).submit(cast.handler, phone)).rejects.toEqual(badField('input.receivedOn'));
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

  it('refuses a key that comes at once for two cases', async () => {
    const first = await road(app.runtime).submit(cast.complainant);
    const second = await road(app.runtime).submit(cast.complainant);
    const say = (caseId: string) =>
      changeCase(app.runtime, cast.complainant, {
        command: 'postMessage',
        caseId,
        idempotencyKey: 'both',
        input: { text: '你好' },
      });
    const results = await Promise.allSettled([say(first.caseId), say(second.caseId)]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toEqual(code('IDEMPOTENCY_MISMATCH'));
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
