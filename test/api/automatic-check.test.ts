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
async function filed(reason: 'DUPLICATE_CHARGE' | 'CHARGED_NOT_COMPLETED' | 'REFUND_DELAYED', over: object = {}) {
  const transaction = { reference: newReference(), paidAt, amount, ...over };
  const walk = await road(app.runtime).submit(cast.complainant, { type: 'PAYMENT_ANOMALY', reason, transaction });
  await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
  return { ...walk, reference: transaction.reference, caseId: walk.caseId };
}

const mutation = `mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) { record { reference } } }`;
const say = (input: object, who: Person = cast.integration) => api.ask(who, mutation, { input });

/** What the channel reports, over HTTP; a charge is one of the complainant. */
async function report(reference: string, kind: string, over: object = {}) {
  const payer = kind === 'CHARGE' ? { payerId: `person_${cast.complainant.id}` } : {};
  const money = kind === 'FULFILMENT' ? {} : { amount };
  const externalId = `${reference}-${kind}-${(references += 1)}`;
  const { errors } = await say({ reference, kind, at: paidAt, externalId, ...payer, ...money, ...over });
  expect(errors).toEqual([]);
}

const accept = ({ caseId }: { caseId: string }) =>
  api.ask(cast.handler, 'mutation ($input: AcceptCaseInput!) { acceptCase(input: $input) { case { stage } } }', {
    input: { caseId: `case_${caseId}`, complexity: 'LOW' },
  });

interface Read {
  case: {
    stage: string;
    track: string;
    paymentRecords: object[];
    automaticChecks: { finding: string }[];
    settlement: { terms: object[] } | null;
  };
}
const selection = `stage track paymentRecords { kind amount { amountMinor } } automaticChecks { finding }
  settlement { terms { kind amount { amountMinor } obligor { kind } beneficiary { side } status } }`;

async function read(who: Person, { caseId }: { caseId: string }): Promise<Read['case']> {
  const { data, errors } = await api.ask<Read>(who, `query ($id: ID!) { case(id: $id) { ${selection} } }`, {
    id: `case_${caseId}`,
  });
  expect(errors).toEqual([]);
  return data.case;
}

const byPlatform = async ({ caseId }: { caseId: string }) =>
  (await storedEvents(app.database.pool, caseId))
    .filter(({ actor }) => actor.role === 'SYSTEM')
    .map(({ type }) => type);

const given = {
  kind: 'FULL_REFUND',
  amount: { amountMinor: 69_900 },
  obligor: { kind: 'PLATFORM' },
  beneficiary: { side: 'COMPLAINANT' },
  status: 'OPEN',
};

describe('a simple anomaly', () => {
  it('is put right by the platform as soon as it is accepted, by what is on record already', async () => {
    const walk = await filed('DUPLICATE_CHARGE');
    await report(walk.reference, 'CHARGE');
    await report(walk.reference, 'CHARGE');
    expect(await read(cast.handler, walk)).toMatchObject({ stage: 'SUBMITTED', automaticChecks: [] });
    await accept(walk);
    await expect.poll(() => read(cast.complainant, walk)).toMatchObject({ stage: 'EXECUTING' });
    for (const who of [cast.complainant, cast.platform, cast.handler]) {
      const seen = await read(who, walk);
      expect(seen).toMatchObject({ track: 'SIMPLE', settlement: { terms: [given] } });
      expect(seen.automaticChecks).toEqual([{ finding: 'DUPLICATE_CHARGE' }]);
      const charge = { kind: 'CHARGE', amount: { amountMinor: 69_900 } };
      expect(seen.paymentRecords).toEqual(who === cast.handler ? [charge, charge] : []);
    }
    expect(await byPlatform(walk)).toEqual(['PaymentChecked', 'PartyAdded', 'CaseFastTracked']);
    await expectRebuilt(app.database.pool, walk.caseId);
  });

  it('is put right when the deciding record arrives while it is accepted; what decides nothing is for staff', async () => {
    const walk = await filed('CHARGED_NOT_COMPLETED');
    await accept(walk);
    await report(walk.reference, 'CHARGE');
    await expect.poll(() => read(cast.handler, walk)).toMatchObject({ automaticChecks: [{ finding: 'INCONCLUSIVE' }] });
    expect(await read(cast.complainant, walk)).toMatchObject({ stage: 'ACCEPTED', automaticChecks: [] });
    await report(walk.reference, 'PAYEE_CREDIT_FAILED');
    await expect.poll(() => read(cast.complainant, walk)).toMatchObject({ stage: 'EXECUTING' });
    expect((await read(cast.complainant, walk)).automaticChecks).toEqual([{ finding: 'PAYMENT_NOT_COMPLETED' }]);
    await expectRebuilt(app.database.pool, walk.caseId);
  });

  it('leaves the fast track where the merchant failed, with a note, and its handler is told', async () => {
    const walk = await filed('CHARGED_NOT_COMPLETED');
    await report(walk.reference, 'CHARGE');
    await report(walk.reference, 'PAYEE_CREDIT');
    await accept(walk);
    await expect.poll(() => read(cast.complainant, walk)).toMatchObject({ stage: 'ACCEPTED', track: 'STANDARD' });
    expect(await byPlatform(walk)).toEqual(['PaymentChecked', 'FastTrackLeft']);
    expect(await walk.clock('SIMPLE')).toMatchObject({ state: 'CANCELLED', verdict: null });
    const { rows } = await app.database.pool.query<{ kind: string; recipient_id: string }>(
      `select kind, recipient_id from notice where case_id = $1 and kind = 'FAST_TRACK_LEFT'`,
      [walk.caseId],
    );
    expect(rows).toEqual([{ kind: 'FAST_TRACK_LEFT', recipient_id: cast.handler.id }]);
  });

  it('is looked at anew as days go by: a refund is missing once it is overdue', async () => {
    const walk = await filed('REFUND_DELAYED');
    await report(walk.reference, 'CHARGE');
    await report(walk.reference, 'REFUND', {
      at: '2026-03-02T01:00:00.000Z',
      amount: { ...amount, amountMinor: 8_000 },
    });
    await accept(walk);
    await expect.poll(() => read(cast.handler, walk)).toMatchObject({ automaticChecks: [{ finding: 'INCONCLUSIVE' }] });
    // Sent on 2 March: due on the 5th.
    clock.set('2026-03-05T23:59:00');
    expect(await checkPayments(app.runtime)).toBe(0);
    clock.set('2026-03-06T00:01:00');
    // Its fast track is over by then, and that is told before anything else happens to the case.
    expect(await checkPayments(app.runtime)).toBe(0);
    await walk.act(cast.complainant, 'postMessage', { text: '退款还没有到账' });
    expect(await checkPayments(app.runtime)).toBe(1);
    const refund = { ...given, kind: 'PARTIAL_REFUND', amount: { amountMinor: 8_000 } };
    expect(await read(cast.complainant, walk)).toMatchObject({ stage: 'EXECUTING', settlement: { terms: [refund] } });
    expect(await checkPayments(app.runtime)).toBe(0);
  });
});

describe('a payment', () => {
  it('is given back once, whichever cases name it and however many processes look', async () => {
    const first = await filed('DUPLICATE_CHARGE');
    const second = await filed('DUPLICATE_CHARGE', { reference: first.reference, paidAt: '2026-02-27T02:00:03.000Z' });
    const silent = { ...app.runtime, alarm: new EventTarget() };
    for (const externalId of ['one', 'two']) {
      const charge = { reference: first.reference, kind: 'CHARGE' as const, at: paidAt, amount };
      await recordPayment(silent, cast.integration, null, { ...charge, externalId, payerId: cast.complainant.id });
    }
    for (const { caseId } of [first, second]) {
      await changeCase(silent, cast.handler, { command: 'acceptCase', caseId, input: { complexity: 'LOW' } });
    }
    // What the alarm did not reach, a sweep finds.
    await Promise.all([checkPayments(silent), checkPayments(silent), checkPayments(silent)]);
    const findings = await Promise.all([first, second].map(async (walk) => (await walk.state()).paymentFinding));
    expect(findings.toSorted()).toEqual(['DUPLICATE_CHARGE', 'INCONCLUSIVE']);
    const acts = await Promise.all([first, second].map(byPlatform));
    const shortestFirst = acts.toSorted((a, b) => a.length - b.length);
    expect(shortestFirst).toEqual([['PaymentChecked'], ['PaymentChecked', 'PartyAdded', 'CaseFastTracked']]);
  });

  it('is given back once when a handler and the platform put two cases of it right in the same moment', async () => {
    const silent = { ...app.runtime, alarm: new EventTarget() };
    for (let round = 0; round < 6; round += 1) {
      const first = await filed('DUPLICATE_CHARGE');
      const second = await filed('CHARGED_NOT_COMPLETED', { reference: first.reference });
      for (const externalId of ['one', 'two']) {
        const charge = { reference: first.reference, kind: 'CHARGE' as const, at: paidAt, amount };
        const named = { ...charge, externalId: `${first.reference} ${externalId}`, payerId: cast.complainant.id };
        await recordPayment(silent, cast.integration, null, named);
      }
      for (const { caseId } of [first, second]) {
        await changeCase(silent, cast.handler, { command: 'acceptCase', caseId, input: { complexity: 'LOW' } });
      }
      const [buyer] = (await second.state()).parties;
      const platform = {
        command: 'addParty' as const,
        input: { side: 'THIRD_PARTY' as const, kind: 'PLATFORM' as const },
      };
      await changeCase(silent, cast.handler, { ...platform, caseId: second.caseId });
      const obligorId = (await second.state()).parties.find(({ kind }) => kind === 'PLATFORM')!.id;
      const terms = [{ kind: 'FULL_REFUND' as const, obligorId, beneficiaryId: buyer!.id, amount }];
      await Promise.allSettled([
        changeCase(silent, cast.handler, { command: 'fastTrack', caseId: second.caseId, input: { terms } }),
        checkPayments(silent),
      ]);
      const agreed = [...(await first.state()).terms, ...(await second.state()).terms];
      expect(agreed, first.reference).toHaveLength(1);
    }
  });

  it('of somebody else is not given back to who knows its reference', async () => {
    const walk = await filed('DUPLICATE_CHARGE');
    const payerId = `person_${cast.stranger.id}`;
    await report(walk.reference, 'CHARGE', { payerId });
    await report(walk.reference, 'CHARGE', { payerId });
    await accept(walk);
    await expect.poll(() => read(cast.handler, walk)).toMatchObject({ automaticChecks: [{ finding: 'INCONCLUSIVE' }] });
    expect((await read(cast.complainant, walk)).stage).toBe('ACCEPTED');
  });

  it('is read with its case by the system that reported and filed it, and by no other', async () => {
    const reference = newReference();
    const walk = await road(app.runtime).submit(cast.integration, {
      type: 'PAYMENT_ANOMALY',
      reason: 'DUPLICATE_CHARGE',
      channel: 'INTEGRATION',
      onBehalfOfId: cast.complainant.id,
      transaction: { reference, paidAt, amount },
    });
    await report(reference, 'CHARGE');
    const other = { reference, kind: 'PAYEE_CREDIT', at: paidAt, amount, externalId: 'of another system' };
    expect((await say(other, cast.otherIntegration)).errors).toEqual([]);
    const charge = { kind: 'CHARGE', amount: { amountMinor: 69_900 } };
    expect((await read(cast.integration, walk)).paymentRecords).toEqual([charge]);
    expect((await read(cast.manager, walk)).paymentRecords).toEqual([]);
  });
});
