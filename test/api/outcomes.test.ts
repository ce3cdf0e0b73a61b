import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { insertCycles } from '../support/cycle.js';
import { handClock, road } from '../support/road.js';
import type { SubmitCase } from '@accord/server/domain/filing';

const clock = handClock('2026-03-02T10:00:00');
const app = await startApp({ now: clock.now });
let cast: Cast;
let api: Api;

beforeAll(async () => {
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());

async function ask<Data>(
  field: string,
  filter: Record<string, unknown> = {},
  who: Person = cast.manager,
): Promise<Data> {
  const query = `query ($filter: AnalyticsFilter) { analytics(filter: $filter) { figure: ${field} } }`;
  const { data, errors } = await api.ask<{ analytics: { figure: Data } }>(who, query, { filter });
  expect(errors).toEqual([]);
  return data.analytics.figure;
}

/** Files a case on a day, and takes it back or has it rejected on the next of the given days. */
async function filed(on: string, input: Partial<SubmitCase> = {}) {
  clock.set(`${on}T10:00:00`);
  const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id], ...input });
  await walk.act(cast.supervisor, 'assignCase', { handlerId: cast.handler.id, reason: '交接' });
  return {
    walk,
    async withdraw(withdrawnOn: string) {
      clock.set(`${withdrawnOn}T10:00:00`);
      await walk.act(cast.complainant, 'withdrawCase', { reason: '不再追究' });
      return walk;
    },
    async reject(rejectedOn: string) {
      clock.set(`${rejectedOn}T10:00:00`);
      await walk.act(cast.handler, 'rejectCase', { reasonCode: 'NO_GROUNDS', reason: '没有依据' });
      return walk;
    },
    async reopen(reopenedOn: string) {
      clock.set(`${reopenedOn}T10:00:00`);
      await walk.act(cast.supervisor, 'reopenCase', { reason: '有新的线索' });
    },
  };
}

describe('a case', () => {
  // 30 working days after Wednesday 2026-03-04 is Thursday 04-16: Qingming is off on Monday 04-06.
  it('is filed again when the same matter comes within 30 working days after its end', async () => {
    const filter = { types: ['TRADE_DISPUTE'] };
    const refiled = () => ask<object>('outcomes { refiled { count of undecidedCount } }', filter);
    await (await filed('2026-03-02')).withdraw('2026-03-04');
    expect(await refiled()).toEqual({ refiled: { count: 0, of: 1, undecidedCount: 1 } });
    // Another reason is another matter.
    await filed('2026-03-05', { reason: 'DELIVERY_DELAY' });
    expect(await refiled()).toEqual({ refiled: { count: 0, of: 1, undecidedCount: 1 } });
    const again = await filed('2026-04-16');
    expect(await refiled()).toEqual({ refiled: { count: 1, of: 1, undecidedCount: 0 } });
    await again.withdraw('2026-04-17');
    // The second end is followed by nothing in 30 working days: 06-03 is too late.
    await filed('2026-06-03');
    expect(await refiled()).toEqual({ refiled: { count: 1, of: 2, undecidedCount: 0 } });
  });

  it('is the same matter by its transaction, where one names one', async () => {
    const filter = { types: ['RIGHTS_PROTECTION'] };
    const input = { type: 'RIGHTS_PROTECTION', reason: 'FAKE_TRANSACTION' } as const;
    const transaction = {
      reference: 'R-1',
      paidAt: '2026-02-27T08:00:00.000Z',
      amount: { amountMinor: 5_000, currency: 'CNY' },
    };
    await (await filed('2026-03-02', { ...input, transaction })).withdraw('2026-03-03');
    await filed('2026-03-04', { ...input, transaction: { ...transaction, reference: 'R-2' } });
    await filed('2026-03-04', input);
    const refiled = () => ask<object>('outcomes { refiled { count of } }', filter);
    expect(await refiled()).toEqual({ refiled: { count: 0, of: 1 } });
    await filed('2026-03-05', { ...input, transaction });
    expect(await refiled()).toEqual({ refiled: { count: 1, of: 1 } });
  });

  it('that is taken up again has left the period in which it had ended, and both are told', async () => {
    const filter = { types: ['SERVICE_COMPLAINT'], from: '2026-03-01', to: '2026-03-31' };
    const input = {
      type: 'SERVICE_COMPLAINT',
      reason: 'POOR_SERVICE',
      respondentIds: [],
    } satisfies Partial<SubmitCase>;
    const figures = () =>
      ask<object>('outcomes { endedCount rejected { count of } reopened { count of undecidedCount } }', filter);
    const restated = (cohort = 'CLOSED', clockKind = 'RESPONSE') =>
      ask<object>(`resolutionTime(clock: ${clockKind}) { count restatedCount excluded { rejected } }`, {
        ...filter,
        cohort,
      });
    const late = await filed('2026-03-02', input);
    await late.reject('2026-03-04');
    await (await filed('2026-03-02', { ...input, reason: 'UNRESOLVED_IN_TIME' })).reject('2026-03-05');
    expect(await figures()).toEqual({
      endedCount: 2,
      rejected: { count: 2, of: 2 },
      reopened: { count: 0, of: 2, undecidedCount: 2 },
    });
    await late.reopen('2026-03-18');
    expect(await figures()).toEqual({
      endedCount: 1,
      rejected: { count: 1, of: 1 },
      reopened: { count: 1, of: 2, undecidedCount: 1 },
    });
    // It went on while the period lasted, and RESPONSE began its next cycle.
    expect(await restated()).toEqual({ count: 2, restatedCount: 0, excluded: { rejected: 0 } });
  });
});

describe('restated figures', () => {
  const filter = { types: ['REPAYMENT'], from: '2026-03-01', to: '2026-03-31' };
  const told = (over: object = {}, who?: Person) =>
    ask<object>('resolutionTime(clock: FIRST_NEGOTIATION) { count restatedCount }', { ...filter, ...over }, who);

  /** Negotiated from the day on, at an impasse on another. */
  async function atImpasse(on: string, impasseOn: string) {
    const { walk } = await filed(on, { type: 'REPAYMENT', reason: 'CANNOT_REPAY_ON_TIME', respondentIds: [] });
    await walk.act(cast.handler, 'acceptCase', { complexity: 'LOW' });
    await walk.act(cast.handler, 'startInvestigation', { steps: [{ kind: 'OTHER' }] });
    const { id: stepId } = (await walk.state()).investigations[0]!.steps[0]!;
    await walk.act(cast.handler, 'completeInvestigationStep', { stepId, result: '完成' });
    await walk.act(cast.handler, 'recordFinding', { rootCause: 'HARDSHIP', text: '收入下降' });
    await walk.act(cast.handler, 'concludeInvestigation', {});
    clock.set(`${impasseOn}T10:00:00`);
    await walk.act(cast.handler, 'declareImpasse', { reason: '分歧过大' });
    return {
      async deepen(deepenedOn: string) {
        clock.set(`${deepenedOn}T10:00:00`);
        await walk.act(cast.handler, 'deepenInvestigation', { reason: '再查' });
      },
    };
  }

  it('tell how many cycles a period has lost since it ended, and no others', async () => {
    await (await atImpasse('2026-03-02', '2026-03-12')).deepen('2026-03-20');
    // It went on inside the period: what the period said when it ended, it says still.
    expect(await told()).toEqual({ count: 0, restatedCount: 0 });
    const later = await atImpasse('2026-03-23', '2026-03-30');
    const other = await atImpasse('2026-03-23', '2026-03-31');
    clock.set('2026-04-02T10:00:00');
    expect(await told()).toEqual({ count: 2, restatedCount: 0 });
    await later.deepen('2026-04-03');
    expect(await told()).toEqual({ count: 1, restatedCount: 1 });
    expect(await told({ cohort: 'OPENED' })).toEqual({ count: 1, restatedCount: 1 });
    expect(await told({ tracks: ['SIMPLE'] })).toEqual({ count: 0, restatedCount: 0 });
    expect(await told({ handlers: [`person_${cast.handler.id}`] }, cast.supervisor)).toEqual({
      count: 1,
      restatedCount: 1,
    });
    expect(await told({ handlers: [`person_${cast.handler.id}`] })).toEqual({ count: 1, restatedCount: null });
    expect(await told({ to: null })).toEqual({ count: 1, restatedCount: 0 });
    expect(await told({ to: '2026-04-30' })).toEqual({ count: 1, restatedCount: 0 });
    expect(await told({ from: '2026-03-31' })).toEqual({ count: 1, restatedCount: 0 });
    await other.deepen('2026-04-07');
    expect(await told()).toEqual({ count: 0, restatedCount: 2 });
  });
});

describe('figures compared with another period', () => {
  const cycle = (stoppedOn: string, elapsed: number, type = 'PAYMENT_ANOMALY') => ({
    kind: 'OVERALL' as const,
    startedOn: '2025-01-02',
    stoppedOn,
    elapsed,
    type,
  });
  beforeAll(() =>
    insertCycles(app.database.pool, [
      cycle('2026-02-16', 10),
      cycle('2026-02-15', 11),
      cycle('2026-02-01', 12),
      cycle('2026-01-31', 13),
      cycle('2025-02-16', 14),
      cycle('2025-03-01', 15),
      cycle('2025-03-02', 16),
    ]),
  );
  const filter = { from: '2026-02-16', to: '2026-03-02', types: ['PAYMENT_ANOMALY'] };
  const period = 'from to workingDayCount resolutionTime { histogram { workingDays } }';
  const days = (...list: number[]) => ({ histogram: list.map((workingDays) => ({ workingDays })) });

  it('are of as many calendar days before, or of the dates a year before, with the working days of both', async () => {
    // Spring Festival 2026: off from Sunday 02-15 to Monday 02-23, worked on Saturday 02-28; 2025: over by 02-04, worked on Saturday 02-08.
    expect(
      await ask('comparedWith { from to workingDayCount resolutionTime { histogram { workingDays } } }', filter),
    ).toEqual({
      from: '2026-02-01',
      to: '2026-02-15',
      workingDayCount: 11,
      resolutionTime: days(11, 12),
    });
    expect(await ask(`comparedWith(to: LAST_YEAR) { ${period} }`, filter)).toEqual({
      from: '2025-02-16',
      to: '2025-03-02',
      workingDayCount: 10,
      resolutionTime: days(14, 15, 16),
    });
    expect(await ask('workingDayCount', filter)).toBe(6);
  });

  it('end a year before on 28 February where there is no 29th', async () => {
    const leap = { from: '2024-02-29', to: '2024-02-29' };
    expect(await ask('comparedWith(to: LAST_YEAR) { from to workingDayCount }', leap)).toEqual({
      from: '2023-02-28',
      to: '2023-02-28',
      workingDayCount: 1,
    });
  });

  it('end today without an end, and are not there without a beginning or before the calendar', async () => {
    clock.set('2026-04-08T10:00:00');
    expect(await ask('comparedWith { from to }', { from: '2026-04-06' })).toEqual({
      from: '2026-04-03',
      to: '2026-04-05',
    });
    expect(await ask('comparedWith { asOfAt }')).toBeNull();
    expect(await ask('workingDayCount')).toBeNull();
    expect(await ask('comparedWith(to: LAST_YEAR) { asOfAt }', { from: '2004-06-01', to: '2004-06-30' })).toBeNull();
  });

  it('are of the same moment and scope, and compared once only', async () => {
    const answer = await ask<{ asOf: string; comparedWith: { asOf: string } }>('comparedWith { asOf }', filter);
    expect(answer).toMatchObject({ asOf: expect.any(String) });
    const { error } = await api.ask(
      cast.manager,
      `{ analytics(filter: { from: "2026-03-01" }) { comparedWith { comparedWith { asOf } } } }`,
    );
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'comparedWith' }] });
    const refused = await api.ask(
      cast.complainant,
      `{ analytics(filter: { from: "2026-03-01" }) { comparedWith { trend { count } } } }`,
    );
    expect(refused.error).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('refuse a period that runs backwards or lies before the calendar wherever it is asked', async () => {
    for (const field of ['workingDayCount', 'outcomes { endedCount }', 'breakdown(by: TYPE) { key }']) {
      const query = `query ($filter: AnalyticsFilter) { analytics(filter: $filter) { ${field} } }`;
      for (const [bad, path] of [
        [{ from: '2003-12-31' }, 'filter.from'],
        [{ from: '2026-03-02', to: '2026-03-01' }, 'filter.to'],
      ] as const) {
        const { error } = await api.ask(cast.manager, query, { filter: bad });
        expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
      }
    }
  });
});
