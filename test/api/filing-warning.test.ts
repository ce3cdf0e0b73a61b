import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { filing, handClock } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  // Whether a case waits in the queue or was given away by the rule, its handler is this one.
  await app.database.pool.query('update person set is_active = false where id = $1', [cast.colleague.id]);
  api = await openApi(app);
});
afterAll(() => app.close());

const submitCase = `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { warnings case { id } } }`;
let minute = 0;
/** Each filing a minute after the one before. */
async function file(who: Person, input: object) {
  clock.set(`2026-03-02T10:${String((minute += 1)).padStart(2, '0')}:00`);
  const { data, errors } = await api.ask<{ submitCase: { warnings: string[] } }>(who, submitCase, {
    input: { ...filing, ...input },
  });
  expect(errors).toEqual([]);
  return data.submitCase.warnings;
}
const transaction = {
  reference: 'W-1',
  paidAt: '2026-02-27T08:00:00.000Z',
  amount: { amountMinor: 5_000, currency: 'CNY' },
};

describe('a filing without a transaction', () => {
  it('is taken with a warning where the complainant has an open case of the same type and reason', async () => {
    expect(await file(cast.complainant, { idempotencyKey: 'first' })).toEqual([]);
    expect(await file(cast.complainant, { idempotencyKey: 'second' })).toEqual(['POSSIBLE_DUPLICATE']);
    // A repeat answers as it did: what came later is no warning for what came first.
    expect(await file(cast.complainant, { idempotencyKey: 'first' })).toEqual([]);
    expect(await file(cast.complainant, { idempotencyKey: 'second' })).toEqual(['POSSIBLE_DUPLICATE']);
  });

  it('is not warned of for another reason, another person, a transaction, or a case that has ended', async () => {
    expect(await file(cast.complainant, { reason: 'POOR_QUALITY' })).toEqual([]);
    expect(await file(cast.complainant, { transaction })).toEqual([]);
    expect(await file(cast.stranger, {})).toEqual([]);
    const { rows } = await app.database.pool.query<{ id: string }>(
      `select c.id from dispute_case c join party_member m on m.case_id = c.id where m.person_id = $1`,
      [cast.stranger.id],
    );
    const withdraw = `mutation ($input: WithdrawCaseInput!) { withdrawCase(input: $input) { case { stage } } }`;
    const input = { caseId: `case_${rows[0]!.id}`, reason: '误提交' };
    await api.ask(cast.stranger, withdraw, { input });
    expect(await file(cast.stranger, {})).toEqual([]);
  });

  it('tells who files for somebody of no case that is hidden from them', async () => {
    const onBehalfOfId = `person_${cast.complainant.id}`;
    expect(await file(cast.handler, { channel: 'PHONE', onBehalfOfId })).toEqual(['POSSIBLE_DUPLICATE']);
    expect(await file(cast.otherHandler, { channel: 'PHONE', onBehalfOfId })).toEqual([]);
    expect(await file(cast.integration, { channel: 'INTEGRATION', onBehalfOfId })).toEqual([]);
  });
});
