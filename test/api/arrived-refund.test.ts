import { changeCase } from '@accord/server/commands/change-case';
import { checkPayments, recordPayment } from '@accord/server/commands/payment-record';
import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { expectRebuilt, storedEvents } from '../support/rebuild.js';
import { road, handClock } from '../support/road.js';

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
beforeEach(() => clock.set('2026-03-02T10:00:00'));

const amount = { amountMinor: 69_900, currency: 'CNY' };
const paidAt = '2026-02-27T02:00:00.000Z';
let references = 0;
const newReference = () => `EJ-${(references += 1)}`;

/** A simple case about a payment, with its handler, not yet accepted. */
async function filed(reason: 'DUPLICATE_CHARGE' | 'CHARGED_NOT_COMPLETED') {
  const transaction = { reference: newReference(), paidAt, amount };
  const walk = await road(app.runtime).submit(cast.complainant, { type: 'PAYMENT_ANOMALY', reason, transaction });
  await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
  return { ...walk, reference: transaction.reference, caseId: walk.caseId };
}

const mutation = `mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) { record { reference } } }`;

/** What the channel reports, over HTTP; a charge is one of the complainant. */
async function report(reference: string, kind: string) {
  const payer = kind === 'CHARGE' ? { payerId: `person_${cast.complainant.id}` } : {};
  const externalId = `${reference}-${kind}-${(references += 1)}`;
  const input = { reference, kind, at: paidAt, externalId, amount, ...payer };
  const { errors } = await api.ask(cast.integration, mutation, { input });
  expect(errors).toEqual([]);
}

const accept = ({ caseId }: { caseId: string }) =>
  api.ask(cast.handler, 'mutation ($input: AcceptCaseInput!) { acceptCase(input: $input) { case { stage } } }', {
    input: { caseId: `case_${caseId}`, complexity: 'LOW' },
  });

interface Read {
  case: { stage: string; automaticChecks: { finding: string }[] };
}

async function read(who: Person, { caseId }: { caseId: string }): Promise<Read['case']> {
  const query = `query ($id: ID!) { case(id: $id) { stage automaticChecks { finding } } }`;
  const { data, errors } = await api.ask<Read>(who, query, { id: `case_${caseId}` });
  expect(errors).toEqual([]);
  return data.case;
}

const byPlatform = async ({ caseId }: { caseId: string }) =>
  (await storedEvents(app.database.pool, caseId))
    .filter(({ actor }) => actor.role === 'SYSTEM')
    .map(({ type }) => type);

describe('a simple anomaly that the platform put right', () => {
  it('is resolved on the day it is taken on, with nobody else acting, once the channel reports that the refund arrived', async () => {
    const walk = await filed('DUPLICATE_CHARGE');
    await report(walk.reference, 'CHARGE');
    await report(walk.reference, 'CHARGE');
    await accept(walk);
    await expect.poll(() => read(cast.complainant, walk)).toMatchObject({ stage: 'EXECUTING' });
    clock.set('2026-03-02T10:40:00');
    await report(walk.reference, 'REFUND');
    expect(await checkPayments(app.runtime)).toBe(0);
    await report(walk.reference, 'REFUND_ARRIVED');
    await expect.poll(() => read(cast.complainant, walk)).toMatchObject({ stage: 'RESOLVED' });
    expect(await byPlatform(walk)).toEqual([
      'PaymentChecked',
      'PartyAdded',
      'CaseFastTracked',
      'MovementRecorded',
      'TermFulfilled',
      'CaseResolved',
    ]);
    const query = `query ($id: ID!) { case(id: $id) { outcome movements { amount { amountMinor } } settlement { moved { amountMinor } open { amountMinor } }
      clocks { kind state countedWorkingDays verdict } } }`;
    const { data, errors } = await api.ask(cast.complainant, query, { id: `case_${walk.caseId}` });
    expect(errors).toEqual([]);
    expect(data['case']).toMatchObject({
      outcome: 'FAST_TRACKED',
      movements: [{ amount: { amountMinor: 69_900 } }],
      settlement: { moved: { amountMinor: 69_900 }, open: { amountMinor: 0 } },
      clocks: expect.arrayContaining([
        { kind: 'SIMPLE', state: 'STOPPED', countedWorkingDays: 0, verdict: 'FASTER' },
        { kind: 'OVERALL', state: 'STOPPED', countedWorkingDays: 0, verdict: 'FASTER' },
      ]),
    });
    await expectRebuilt(app.database.pool, walk.caseId);
    // A repeat of the report, and a further sweep, book nothing more.
    expect(await checkPayments(app.runtime)).toBe(0);
  });

  it('is booked once, though two processes hear of the refund at the same moment', async () => {
    const silent = { ...app.runtime, alarm: new EventTarget() };
    const walk = await filed('CHARGED_NOT_COMPLETED');
    const tell = (kind: 'CHARGE' | 'PAYEE_CREDIT_FAILED' | 'REFUND_ARRIVED') =>
      recordPayment(silent, cast.integration, null, {
        reference: walk.reference,
        kind,
        at: paidAt,
        amount,
        externalId: `${walk.reference} ${kind}`,
        payerId: kind === 'CHARGE' ? cast.complainant.id : null,
      });
    await tell('CHARGE');
    await tell('PAYEE_CREDIT_FAILED');
    await changeCase(silent, cast.handler, {
      command: 'acceptCase',
      caseId: walk.caseId,
      input: { complexity: 'LOW' },
    });
    expect(await checkPayments(silent)).toBe(1);
    await tell('REFUND_ARRIVED');
    const found = await Promise.all([checkPayments(silent), checkPayments(silent), checkPayments(silent)]);
    expect(found.toSorted()).toEqual([0, 0, 1]);
    const state = await expectRebuilt(app.database.pool, walk.caseId);
    expect(state.movements).toHaveLength(1);
    expect(state.stage).toBe('RESOLVED');
  });

  it('is looked at without a transaction while nothing new is on record', async () => {
    const walk = await filed('CHARGED_NOT_COMPLETED');
    await report(walk.reference, 'CHARGE');
    await accept(walk);
    await expect.poll(() => read(cast.handler, walk)).toMatchObject({ automaticChecks: [{ finding: 'INCONCLUSIVE' }] });
    const { pool } = app.runtime;
    let transactions = 0;
    const connect = () => {
      transactions += 1;
      return pool.connect();
    };
    const counting = { query: pool.query.bind(pool), connect } as unknown as typeof pool;
    expect(await checkPayments({ ...app.runtime, pool: counting })).toBe(0);
    expect(transactions).toBe(0);
    await walk.act(cast.handler, 'leaveFastTrack', {});
  });

  it('filed by a system is resolved by what that system books', async () => {
    const reference = newReference();
    const walk = await road(app.runtime).submit(cast.integration, {
      type: 'PAYMENT_ANOMALY',
      reason: 'DUPLICATE_CHARGE',
      channel: 'INTEGRATION',
      onBehalfOfId: cast.complainant.id,
      transaction: { reference, paidAt, amount },
    });
    await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    await report(reference, 'CHARGE');
    await report(reference, 'CHARGE');
    await accept(walk);
    await expect.poll(() => read(cast.complainant, walk)).toMatchObject({ stage: 'EXECUTING' });
    const [term] = (await walk.state()).terms;
    const text = `mutation ($input: RecordMovementInput!) { recordMovement(input: $input) { case { stage outcome } } }`;
    const input = { caseId: `case_${walk.caseId}`, termId: `term_${term!.id}`, amount };
    const { data, errors } = await api.ask(cast.integration, text, { input });
    expect(errors).toEqual([]);
    expect(data).toEqual({ recordMovement: { case: { stage: 'RESOLVED', outcome: 'FAST_TRACKED' } } });
  });
});
