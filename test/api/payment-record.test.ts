import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { handClock } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  await app.database.pool.query(
    `insert into person (id, name, subject, roles, party_kind)
     values ('01930000-0000-7000-8000-000000000777', '商户系统', 'test|777', '{INTEGRATION}', 'MERCHANT')`,
  );
  api = await openApi(app);
});
afterAll(() => app.close());
beforeEach(() => clock.set('2026-03-02T10:00:00'));

const amount = { amountMinor: 69_900, currency: 'CNY' };
const paidAt = '2026-02-27T02:00:00.000Z';
let references = 0;
const newReference = () => `EJ-${(references += 1)}`;

const mutation = `mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) {
  record { reference kind amount { amountMinor currency } at externalId recordedAt } } }`;
const say = (input: object, who: Person = cast.integration) => api.ask(who, mutation, { input });

describe('reporting what is known of a payment', () => {
  const record = () => ({ reference: newReference(), kind: 'REFUND', amount, at: paidAt, externalId: newReference() });

  it('is for systems, but those of merchants', async () => {
    const merchant = { ...cast.integration, id: '01930000-0000-7000-8000-000000000777' };
    const others = [
      cast.complainant,
      cast.respondent,
      cast.handler,
      cast.supervisor,
      cast.manager,
      cast.admin,
      cast.expertA,
    ];
    for (const who of [...others, merchant]) {
      expect((await say(record(), who)).error, who.name).toEqual({ code: 'FORBIDDEN' });
    }
  });

  it('repeats nothing: an external id or a key answers the first record, and with other content is refused', async () => {
    const keyless = record();
    const first = { ...keyless, idempotencyKey: 'once' };
    const [told, twin] = await Promise.all([say(first), say(first)]);
    expect(told.errors).toEqual([]);
    expect(told.data).toMatchObject({ recordPayment: { record: keyless } });
    expect(twin.data).toEqual(told.data);
    clock.set('2026-03-02T10:05:00');
    expect((await say(keyless)).data).toEqual(told.data);
    const changed = { ...keyless, amount: { ...amount, amountMinor: 1 } };
    expect((await say(changed)).error).toEqual({ code: 'IDEMPOTENCY_MISMATCH' });
    expect((await say({ ...record(), idempotencyKey: 'once' })).error).toEqual({ code: 'IDEMPOTENCY_MISMATCH' });
    const { rows } = await app.database.pool.query('select id from payment_record where reference = $1', [
      first.reference,
    ]);
    expect(rows).toHaveLength(1);
    // Another system has names of its own.
    expect((await say(changed, cast.otherIntegration)).errors).toEqual([]);
  });

  it.each<[string, object, object]>([
    ['a charge of nobody', { kind: 'CHARGE' }, { code: 'BAD_USER_INPUT', fields: [{ path: 'input.payerId' }] }],
    [
      'a payer of a refund',
      { payerId: 'person_01930000-0000-7000-8000-000000000001' },
      { fields: [{ path: 'input.payerId' }] },
    ],
    [
      'an unknown payer',
      { kind: 'CHARGE', payerId: 'person_01930000-0000-7000-8000-00000000ffff' },
      { code: 'NOT_FOUND', path: 'input.payerId' },
    ],
    ['no amount', { amount: null }, { fields: [{ path: 'input.amount' }] }],
    [
      'an amount of nothing',
      { amount: { amountMinor: 0, currency: 'CNY' } },
      { fields: [{ path: 'input.amount.amountMinor' }] },
    ],
    ['an amount of a fulfilment', { kind: 'FULFILMENT' }, { fields: [{ path: 'input.amount' }] }],
    ['the future', { at: '2026-03-02T02:00:01.000Z' }, { fields: [{ path: 'input.at' }] }],
    ['no reference', { reference: '' }, { fields: [{ path: 'input.reference' }] }],
    ['no external id', { externalId: ' ' }, { fields: [{ path: 'input.externalId' }] }],
    ['an empty key', { idempotencyKey: '' }, { fields: [{ path: 'input.idempotencyKey' }] }],
  ])('refuses %s', async (_what, over, expected) => {
    expect((await say({ ...record(), ...over })).error).toMatchObject(expected);
  });
});
