import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { counts } from '../support/refusal.js';
import { expectRebuilt } from '../support/rebuild.js';
import { filing, handClock } from '../support/road.js';

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

const yuan = (amountMinor: number) => ({ amountMinor, currency: 'CNY' });
const paidAt = '2026-02-27T02:00:00.000Z';
let references = 0;
const newReference = () => `U-${(references += 1)}`;

interface Shown {
  id: string;
  version: number;
  parties: { id: string }[];
  disputedAmount: object | null;
  transaction: { reference: string; paidAt: string | null; amount: object | null };
}
const shown =
  'id version parties { id } disputedAmount { amountMinor currency } transaction { reference paidAt amount { amountMinor currency } }';

async function act<Payload = { case: Shown }>(
  who: Person,
  name: string,
  input: object,
  selection = `case { ${shown} }`,
) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
  const { data, error } = await api.ask<Record<string, Payload> | null>(who, query, { input });
  return { payload: data?.[name], error };
}

async function file(who: Person, transaction: object, over: object = {}) {
  const input = { ...filing, respondentIds: [`person_${cast.respondent.id}`], transaction, ...over };
  return act(who, 'submitCase', input);
}

const duplicate = { code: 'GUARD_FAILED', blockedBy: [{ code: 'DUPLICATE_CASE' }] };

describe('a filing that knows the reference of its payment alone', () => {
  it('is taken, shows nothing that another case tells of it, and is rebuilt from its log', async () => {
    const reference = newReference();
    await file(cast.stranger, { reference, paidAt, amount: yuan(5_000) });
    const { payload } = await file(cast.complainant, { reference });
    expect(payload!.case).toMatchObject({
      disputedAmount: null,
      transaction: { reference, paidAt: null, amount: null },
    });
    await expectRebuilt(app.database.pool, payload!.case.id.slice('case_'.length));
    const { data } = await api.ask<{ transactions: object[] }>(
      cast.complainant,
      '{ transactions { reference paidAt } }',
    );
    expect(data.transactions).toContainEqual({ reference, paidAt: null });
  });

  it('comes last in the list of one’s payments', async () => {
    const reference = newReference();
    await file(cast.stranger, { reference });
    const { data } = await api.ask<{ transactions: object[] }>(cast.stranger, '{ transactions { reference } }');
    expect(data.transactions.length).toBeGreaterThan(1);
    expect(data.transactions.at(-1)).toEqual({ reference });
  });

  it('is a duplicate of the complainant’s own open case of the reason, and so is that of it', async () => {
    for (const [first, second] of [
      [{ paidAt, amount: yuan(5_000) }, {}],
      [{}, { paidAt, amount: yuan(5_000) }],
      [{ paidAt }, { amount: yuan(5_000) }],
      [{}, {}],
    ] as object[][]) {
      const reference = newReference();
      expect((await file(cast.complainant, { reference, ...first })).error).toBeUndefined();
      const before = await counts(app.database.pool);
      expect((await file(cast.complainant, { reference, ...second })).error).toMatchObject(duplicate);
      expect(await counts(app.database.pool)).toEqual(before);
      expect(
        (await file(cast.complainant, { reference, ...second }, { reason: 'POOR_QUALITY' })).error,
      ).toBeUndefined();
    }
  });

  it('takes the payment away from nobody, and learns of nobody’s case', async () => {
    const reference = newReference();
    expect((await file(cast.stranger, { reference })).error).toBeUndefined();
    expect((await file(cast.complainant, { reference, paidAt, amount: yuan(5_000) })).error).toBeUndefined();
    expect((await file(cast.expertA, { reference, amount: yuan(5_000) })).error).toBeUndefined();
  });

  it('is one when it arrives several times at once', async () => {
    const reference = newReference();
    const answers = await Promise.all([1, 2, 3].map(() => file(cast.complainant, { reference })));
    expect(answers.filter(({ error }) => error === undefined)).toHaveLength(1);
  });
});

describe('what was not told of a payment', () => {
  const vague = async (reference = newReference()) => (await file(cast.complainant, { reference })).payload!.case;

  it('is told by an amendment, once a key, at the version seen; the case is then of that payment', async () => {
    const reference = newReference();
    const whole = (await file(cast.stranger, { reference, paidAt, amount: yuan(5_000) }, { reason: 'POOR_QUALITY' }))
      .payload!;
    const { id: caseId } = await vague(reference);
    const alike = (await file(cast.stranger, { reference }, { reason: 'DELIVERY_DELAY' })).payload!.case;
    const input = { caseId, transaction: { paidAt, amount: yuan(5_000) } };
    const keyed = { ...input, expectedVersion: 1, idempotencyKey: 'tell' };
    const { payload } = await act(cast.complainant, 'amendCase', keyed);
    const told = { version: 2, disputedAmount: yuan(5_000), transaction: { reference, paidAt, amount: yuan(5_000) } };
    expect(payload!.case).toMatchObject(told);
    const before = await counts(app.database.pool);
    expect((await act(cast.complainant, 'amendCase', keyed)).payload!.case).toMatchObject(told);
    expect((await act(cast.complainant, 'amendCase', { ...input, expectedVersion: 1 })).error).toEqual({
      code: 'VERSION_CONFLICT',
      currentVersion: 2,
    });
    expect((await act(cast.complainant, 'amendCase', input)).error).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.transaction.paidAt' }],
    });
    expect((await act(cast.respondent, 'amendCase', input)).error).toEqual({ code: 'FORBIDDEN' });
    expect(await counts(app.database.pool)).toEqual(before);
    const state = await expectRebuilt(app.database.pool, caseId.slice('case_'.length));
    const other = await expectRebuilt(app.database.pool, whole.case.id.slice('case_'.length));
    expect(state.transaction!.id).toBe(other.transaction!.id);
    // And another that is told no more than this one was keeps what it shared with it.
    await expectRebuilt(app.database.pool, alike.id.slice('case_'.length));
  });

  it('cannot make it the second open case of that payment and reason', async () => {
    const reference = newReference();
    await file(cast.stranger, { reference, paidAt, amount: yuan(5_000) });
    const { id: caseId } = await vague(reference);
    const tell = (amountMinor: number) =>
      act(cast.complainant, 'amendCase', { caseId, transaction: { paidAt, amount: yuan(amountMinor) } });
    expect((await tell(5_000)).error).toMatchObject(duplicate);
    expect((await tell(4_000)).error).toBeUndefined();
  });

  it('bounds refunds as soon as a channel or another case tells it', async () => {
    const reference = newReference();
    const { id: caseId, parties } = await vague(reference);
    await act(cast.handler, 'assignCase', { caseId, handlerId: `person_${cast.handler.id}` });
    await act(cast.handler, 'acceptCase', { caseId, complexity: 'LOW' });
    const steps = [{ kind: 'VERIFY_TRANSACTION' }];
    const begun = await act<{ case: { investigations: { steps: { id: string }[] }[] } }>(
      cast.handler,
      'startInvestigation',
      { caseId, steps },
      'case { investigations { steps { id } } }',
    );
    const stepId = begun.payload!.case.investigations[0]!.steps[0]!.id;
    await act(cast.handler, 'completeInvestigationStep', { caseId, stepId, result: '已核实' });
    await act(cast.handler, 'recordFinding', { caseId, rootCause: 'UNKNOWN', text: '待核实' });
    await act(cast.handler, 'concludeInvestigation', { caseId });
    const offer = async (amountMinor: number) => {
      const term = { kind: 'PARTIAL_REFUND', obligorId: parties[1]!.id, beneficiaryId: parties[0]!.id };
      const terms = [{ ...term, amount: yuan(amountMinor) }];
      const { error } = await act(cast.complainant, 'makeProposal', { caseId, terms }, 'case { id }');
      return (error?.['blockedBy'] as { code: string }[] | undefined)?.[0]?.code;
    };
    expect(await offer(500_001)).toBe('COMPENSATION_ABOVE_LIMIT');
    await file(cast.stranger, { reference, paidAt, amount: yuan(700_000) });
    expect(await offer(700_001)).toBe('REFUND_ABOVE_PAID');
    expect(await offer(700_000)).toBeUndefined();
    const charge = { reference, kind: 'CHARGE', amount: yuan(600_000), at: paidAt, externalId: reference };
    const payer = { ...charge, payerId: `person_${cast.complainant.id}` };
    expect((await act(cast.integration, 'recordPayment', payer, 'record { kind }')).error).toBeUndefined();
    expect(await offer(600_001)).toBe('REFUND_ABOVE_PAID');
    expect(await offer(600_000)).toBeUndefined();
  });

  it('is shown to staff among the related cases, of every case that may be about the payment', async () => {
    const reference = newReference();
    const part = await vague(reference);
    const whole = (await file(cast.stranger, { reference, paidAt, amount: yuan(5_000) })).payload!.case;
    const other = (await file(cast.stranger, { reference, paidAt, amount: yuan(6_000) })).payload!.case;
    const related = async (who: Person, id: string) => {
      const query = 'query ($id: ID!) { case(id: $id) { relatedCases { id } } }';
      const { data } = await api.ask<{ case: { relatedCases: { id: string }[] } }>(who, query, { id });
      return data.case.relatedCases.map((each) => each.id).toSorted();
    };
    expect(await related(cast.supervisor, part.id)).toEqual([whole.id, other.id].toSorted());
    expect(await related(cast.supervisor, whole.id)).toEqual([part.id]);
    expect(await related(cast.complainant, part.id)).toEqual([]);
  });
});
