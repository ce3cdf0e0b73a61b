import { submitCase } from '@accord/server/commands/submit-case';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { expectRebuilt } from '../support/rebuild.js';
import { filing, handClock } from '../support/road.js';

const clock = handClock('2026-03-02T22:41:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());
beforeEach(() => clock.set('2026-03-02T22:41:00'));

interface Read {
  case: {
    id: string;
    version: number;
    measures: { id: string; kind: string; reason: string; takenAt: string; endsOn: string; liftedAt: string | null }[];
    events: { edges: { node: { type: string; actor: { role: string } } }[] };
  };
}
const selection =
  'id version measures { id kind reason takenAt endsOn liftedAt } events(first: 9) { edges { node { type actor { role } } } }';
const stolen = { ...filing, type: 'RIGHTS_PROTECTION', reason: 'ACCOUNT_STOLEN' };

async function submit(input: object): Promise<Read['case']> {
  const mutation = `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { case { ${selection} } } }`;
  const { data, errors } = await api.ask<{ submitCase: Read }>(cast.complainant, mutation, { input });
  expect(errors).toEqual([]);
  return data.submitCase.case;
}

describe('a stolen account', () => {
  it('is frozen by the platform in the moment it is filed, for ten working days, with a reason that its parties read', async () => {
    const filed = await submit({ ...stolen, idempotencyKey: 'stolen' });
    expect(filed.events.edges.map(({ node }) => [node.type, node.actor.role])).toEqual([
      ['CASE_SUBMITTED', 'COMPLAINANT'],
      ['MEASURE_TAKEN', 'SYSTEM'],
    ]);
    expect(filed.version).toBe(2);
    // Ten working days after 2 March: the 16th.
    const frozen = {
      kind: 'FREEZE_ACCOUNT',
      takenAt: '2026-03-02T14:41:00.000Z',
      endsOn: '2026-03-16',
      liftedAt: null,
    };
    expect(filed.measures).toMatchObject([frozen]);
    expect(filed.measures[0]!.reason).toMatch(/冻结账户.*froze the account/);
    // A repeat answers the same and freezes nothing twice.
    expect(await submit({ ...stolen, idempotencyKey: 'stolen' })).toEqual(filed);
    const seen = await api.ask<Read>(cast.platform, `query ($id: ID!) { case(id: $id) { ${selection} } }`, {
      id: filed.id,
    });
    expect(seen.data.case.measures).toEqual(filed.measures);
    await expectRebuilt(app.database.pool, filed.id.replace('case_', ''));
  });

  it('is set free by the handler, and frozen again for what is left of the ten days only', async () => {
    const { id: caseId, measures } = await submit(stolen);
    const act = async (name: string, input: object) => {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
      const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { case { ${selection} } } }`;
      const { data, errors } = await api.ask<Record<string, Read>>(cast.handler, mutation, {
        input: { caseId, ...input },
      });
      expect(errors).toEqual([]);
      return data[name]!.case;
    };
    await act('assignCase', { handlerId: `person_${cast.handler.id}` });
    const twice = await api.ask(
      cast.handler,
      'mutation ($input: TakeMeasureInput!) { takeMeasure(input: $input) { case { id } } }',
      { input: { caseId, kind: 'FREEZE_ACCOUNT', reason: '再次冻结' } },
    );
    expect(twice.error).toMatchObject({ code: 'GUARD_FAILED', blockedBy: [{ code: 'MEASURE_TAKEN' }] });
    clock.set('2026-03-05T10:00:00');
    const lifted = await act('liftMeasure', { measureId: measures[0]!.id, reason: '本人已核实身份' });
    expect(lifted.measures).toMatchObject([{ liftedAt: '2026-03-05T02:00:00.000Z' }]);
    const again = await act('takeMeasure', { kind: 'FREEZE_ACCOUNT', reason: '又有异地登录' });
    // Three of the ten days were used: 03-03 through 03-05.
    expect(again.measures[1]).toMatchObject({ endsOn: '2026-03-16' });
  });
});

describe('other filings', () => {
  it('bring no first aid, unless it is configured for their reason', async () => {
    const fake = { ...filing, type: 'RIGHTS_PROTECTION', reason: 'FAKE_TRANSACTION' } as const;
    expect((await submit(fake)).measures).toEqual([]);
    expect((await submit(filing)).measures).toEqual([]);
    const policy = { ...app.runtime.policy, firstAidOfReason: { FAKE_TRANSACTION: ['HOLD_FUNDS'] } as const };
    const { caseId } = await submitCase({ ...app.runtime, policy }, cast.complainant, { input: fake });
    const state = await expectRebuilt(app.database.pool, caseId);
    expect(state.measures).toMatchObject([{ kind: 'HOLD_FUNDS', endsOn: '2026-03-16' }]);
  });
});
