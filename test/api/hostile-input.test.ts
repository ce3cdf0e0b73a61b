import { createSchema } from '@accord/server/graphql/schema';
import { getNullableType, isEnumType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { counts } from '../support/refusal.js';
import { handClock, proposed, road } from '../support/road.js';

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

/** What no value of a scalar may be; an enum has no such value at all. */
const unacceptable: Readonly<Record<string, readonly unknown[]>> = {
  String: ['a\u0000b', 'a\ud800b', 'a\u202eb'],
  ID: ['a\u0000b', 'a\udc00b', 'a\u2066b'],
  Int: [1.5, '1e9', 2 ** 31],
  SafeInt: [1.5, '1e9', 2 ** 53],
  Date: ['2026-02-30', '9999-12-31', '2026-3-2', 20260302],
  DateTime: ['2026-02-30T00:00:00Z', '9999-12-31T00:00:00Z', '2026-03-02T10:00:00'],
  Boolean: ['true', 1],
};
const unknownValues = ['NOTHING', 'a\u0000b'];

/** An input with nothing in it but one bad value, and the path to that. */
function* badInputs(type: GraphQLInputType, path: string): Generator<{ value: unknown; path: string }> {
  const given = getNullableType(type);
  if (isListType(given)) {
    for (const inner of badInputs(given.ofType as GraphQLInputType, `${path}.0`))
      yield { ...inner, value: [inner.value] };
  } else if (isInputObjectType(given)) {
    for (const field of Object.values(given.getFields())) {
      for (const inner of badInputs(field.type, `${path}.${field.name}`))
        yield { ...inner, value: { [field.name]: inner.value } };
    }
  } else {
    const values = isEnumType(given) ? unknownValues : (unacceptable[given.name] ?? []);
    for (const value of values) yield { value, path };
  }
}

describe('what no text, number or date may be', () => {
  const mutations = Object.values(createSchema().getMutationType()!.getFields()).map((mutation) => {
    const [input] = mutation.args;
    return [mutation.name, input!.type] as const;
  });

  it.each(mutations)(
    'is refused in every field of the input of %s, by its path, and nothing is written',
    async (name, type) => {
      const query = `mutation ($input: ${String(type)}) { ${name}(input: $input) { __typename } }`;
      const before = await counts(app.database.pool);
      const bad = [...badInputs(type, 'input')];
      expect(bad.length).toBeGreaterThan(0);
      for (const { value, path } of bad) {
        const { error } = await api.ask(cast.complainant, query, { input: value });
        expect([path, error]).toEqual([
          path,
          { code: 'BAD_USER_INPUT', fields: expect.arrayContaining([{ path, message: expect.any(String) }]) },
        ]);
      }
      expect(await counts(app.database.pool)).toEqual(before);
    },
  );
});

describe('what would be a text, a number or a date, but not here', () => {
  const filing = {
    type: 'TRADE_DISPUTE',
    reason: 'POOR_QUALITY',
    description: '收到的商品有严重的质量问题。',
    requestedRemedy: '退货退款',
    truthDeclared: true,
    channel: 'WEB',
  };
  const money = (amountMinor: number, currency = 'CNY') => ({ amountMinor, currency });
  const transaction = (over: object) => ({
    transaction: { reference: 'T-1', paidAt: '2026-03-01T02:00:00Z', amount: money(100), ...over },
  });
  const long = '长'.repeat(15_000);
  const upload = {
    fileName: 'a.png',
    contentType: 'image/png',
    sizeBytes: 10,
    sha256: 'a'.repeat(64),
  };
  const asked = { type: 'OTHER', title: '说明' };

  type Who = 'complainant' | 'handler';
  const table: [string, Who, (parties: string[]) => object, string][] = [
    ...[-1, 0, Number.MIN_SAFE_INTEGER].flatMap((amount): [string, Who, (parties: string[]) => object, string][] => [
      ['submitCase', 'complainant', () => ({ ...filing, disputedAmount: money(amount) }), 'input.disputedAmount'],
      [
        'submitCase',
        'complainant',
        () => ({ ...filing, ...transaction({ amount: money(amount) }) }),
        'input.transaction.amount',
      ],
      ['amendCase', 'complainant', () => ({ disputedAmount: money(amount) }), 'input.disputedAmount'],
      ['makeProposal', 'complainant', (parties) => refund(parties, money(amount)), 'input.terms.0.amount'],
      ['createEvidenceUpload', 'complainant', () => ({ ...upload, sizeBytes: amount }), 'input.sizeBytes'],
    ]),
    ['submitCase', 'complainant', () => ({ ...filing, disputedAmount: money(5, 'RENMINBI') }), 'input.disputedAmount'],
    ['submitCase', 'complainant', () => ({ ...filing, description: long }), 'input.description'],
    ['submitCase', 'complainant', () => ({ ...filing, requestedRemedy: long }), 'input.requestedRemedy'],
    ['submitCase', 'complainant', () => ({ ...filing, requestedRemedy: ' \n\t ' }), 'input.requestedRemedy'],
    [
      'submitCase',
      'complainant',
      () => ({ ...filing, ...transaction({ reference: long }) }),
      'input.transaction.reference',
    ],
    [
      'submitCase',
      'complainant',
      () => ({ ...filing, ...transaction({ paidAt: '2099-12-31T00:00:00Z' }) }),
      'input.transaction.paidAt',
    ],
    ['submitCase', 'complainant', () => ({ ...filing, idempotencyKey: 'k'.repeat(201) }), 'input.idempotencyKey'],
    ['postMessage', 'complainant', () => ({ text: long }), 'input.text'],
    ['postMessage', 'complainant', () => ({ text: '' }), 'input.text'],
    ['postMessage', 'complainant', () => ({ text: '\u200b\u3164\u00ad\ufe0f \u3000' }), 'input.text'],
    ['addNote', 'handler', () => ({ text: long }), 'input.text'],
    ['withdrawCase', 'complainant', () => ({ reason: long }), 'input.reason'],
    ['submitEvidence', 'complainant', () => ({ ...asked, title: long }), 'input.title'],
    ['makeProposal', 'complainant', (parties) => refund(parties, money(1, 'cny')), 'input.terms.0.amount'],
    [
      'makeProposal',
      'complainant',
      (parties) => ({ ...refund(parties, money(1)), expiresInWorkingDays: 31 }),
      'input.expiresInWorkingDays',
    ],
    ['makeProposal', 'complainant', () => ({ terms: [] }), 'input.terms'],
    [
      'scheduleMeeting',
      'handler',
      () => ({ mode: 'ONLINE', scheduledAt: '1999-12-31T00:00:00Z' }),
      'input.scheduledAt',
    ],
    ['requestEvidence', 'handler', ([buyer]) => ({ fromPartyId: buyer, types: [], isMandatory: false }), 'input.types'],
  ];
  const refund = ([buyer, seller]: string[], amount: object) => ({
    terms: [{ kind: 'PARTIAL_REFUND', obligorId: seller, beneficiaryId: buyer, amount }],
  });

  it.each(table)('is refused by %s, by its path, and nothing is written', async (name, who, input, path) => {
    const walk =
      name === 'amendCase' ? await road(app.runtime).submit(cast.complainant) : await proposed(app.runtime, cast);
    const parties = (await walk.state()).parties.map(({ id }) => `party_${id}`);
    const before = await counts(app.database.pool);
    const { error } = await api.ask(
      cast[who],
      `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename } }`,
      { input: { ...input(parties), ...(name === 'submitCase' ? {} : { caseId: `case_${walk.caseId}` }) } },
    );
    expect(error).toEqual({
      code: 'BAD_USER_INPUT',
      fields: [{ path: expect.stringMatching(`^${path}(\\.|$)`), message: expect.any(String) }],
    });
    expect(await counts(app.database.pool)).toEqual(before);
  });

  it('of a million characters does not even come in', async () => {
    const variables = { input: { ...filing, description: 'x'.repeat(1_000_000) } };
    const response = await api.post(
      JSON.stringify({
        query: 'mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { __typename } }',
        variables,
      }),
    );
    expect([response.status, await response.json()]).toMatchObject([
      413,
      { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    ]);
  });
});
