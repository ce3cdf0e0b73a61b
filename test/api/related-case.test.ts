import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { handClock, road } from '../support/road.js';

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

// A payment has one open case for a reason: each case of it takes the next.
const reasons = ['NOT_AS_DESCRIBED', 'POOR_QUALITY', 'DELIVERY_DELAY', 'REFUND_OR_RETURN'] as const;
const filedOf = new Map<string, number>();

interface Filed {
  reference: string;
  paidAt?: string;
  counterparty?: string;
  handler?: Person;
}

/** Files a case of this payment against the merchant; gives its global id. */
async function filed(by: Person, { reference, paidAt = '2026-02-27T02:00:00.000Z', ...rest }: Filed) {
  const earlier = filedOf.get(reference) ?? 0;
  filedOf.set(reference, earlier + 1);
  const walk = await road(app.runtime).submit(by, {
    reason: reasons[earlier]!,
    respondentIds: [cast.respondent.id],
    transaction: {
      reference,
      paidAt,
      amount: { amountMinor: 25_900, currency: 'CNY' },
      ...(rest.counterparty && { counterparty: rest.counterparty }),
    },
  });
  const { handler } = rest;
  if (handler) await walk.act(handler, 'assignCase', { handlerId: handler.id });
  return caseIdOf(walk);
}

const relatedText = `query ($id: ID!) { case(id: $id) { relatedCases { id transaction { reference } } } }`;

/** The ids of the cases related to one, and everything that was answered as text. */
async function related(who: Person, id: string) {
  const { data, text } = await api.ask<{ case: { relatedCases: { id: string }[] } } | null>(who, relatedText, { id });
  return { ids: data?.case.relatedCases.map((each) => each.id), text };
}

describe('related cases', () => {
  it('are the others of the same transaction, the first filed first, for who reads all of them', async () => {
    const { complainant, stranger, respondent, handler, supervisor } = cast;
    const first = await filed(complainant, { reference: 'R-1', handler });
    await filed(complainant, { reference: 'R-1-other', handler });
    clock.set('2026-03-02T09:00:00');
    const early = await filed(stranger, { reference: 'R-1', handler });
    clock.set('2026-03-02T11:00:00');
    const sameMoment = [
      await filed(stranger, { reference: 'R-1', handler }),
      await filed(complainant, { reference: 'R-1', handler }),
    ].sort();
    for (const who of [respondent, handler, supervisor]) {
      expect((await related(who, first)).ids).toEqual([early, ...sameMoment]);
      expect((await related(who, early)).ids).toEqual([first, ...sameMoment]);
    }
  });

  it('tell a complainant nothing of what somebody else filed on the same payment', async () => {
    const { complainant, stranger } = cast;
    const mine = await filed(complainant, { reference: 'R-2' });
    const theirs = await filed(stranger, { reference: 'R-2' });
    const mineToo = await filed(complainant, { reference: 'R-2' });
    const [ofMine, ofTheirs] = [await related(complainant, mine), await related(stranger, theirs)];
    expect(ofMine.ids).toEqual([mineToo]);
    expect(ofMine.text).not.toContain(theirs);
    expect(ofTheirs.ids).toEqual([]);
    expect((await related(stranger, mine)).ids).toBeUndefined();
    // Nor by going there and back again.
    const chain = `query ($id: ID!) { case(id: $id) { relatedCases { id relatedCases { id relatedCases { id } } } } }`;
    const { data, text } = await api.ask(complainant, chain, { id: mine });
    expect(data).toEqual({
      case: { relatedCases: [{ id: mineToo, relatedCases: [{ id: mine, relatedCases: [{ id: mineToo }] }] }] },
    });
    expect(text).not.toContain(theirs);
  });

  it('are for a handler those in their own hands', async () => {
    const { complainant, stranger, handler, colleague } = cast;
    const one = await filed(complainant, { reference: 'R-3', handler });
    const two = await filed(stranger, { reference: 'R-3', handler: colleague });
    expect((await related(handler, one)).ids).toEqual([]);
    expect((await related(colleague, two)).ids).toEqual([]);
    expect((await related(cast.supervisor, one)).ids).toEqual([two]);
  });

  it('do not tell who sees an outline which cases are of one transaction, not even from an own case', async () => {
    const { manager, complainant } = cast;
    const theirs = await filed(complainant, { reference: 'R-4' });
    await filed(complainant, { reference: 'R-4' });
    expect((await related(manager, theirs)).ids).toEqual([]);
    await app.database.pool.query(`update person set roles = '{USER,MANAGER}' where id = $1`, [manager.id]);
    const own = await filed({ ...manager, roles: ['USER', 'MANAGER'] }, { reference: 'R-4' });
    expect((await related(manager, own)).ids).toEqual([]);
    expect((await related(cast.respondent, own)).ids).toContain(theirs);
  });

  it('of related cases without end are refused', async () => {
    const id = await filed(cast.complainant, { reference: 'R-5' });
    const chain = 'relatedCases { '.repeat(11) + 'id' + ' }'.repeat(11);
    const { error } = await api.ask(cast.complainant, `query ($id: ID!) { case(id: $id) { ${chain} } }`, { id });
    expect(error).toMatchObject({ code: 'QUERY_TOO_COMPLEX' });
  });
});

describe('transactions', () => {
  interface Payment {
    reference: string;
    paidAt: string;
    amount: { amountMinor: number; currency: string };
    counterparty: string | null;
  }
  const text = `{ transactions { reference paidAt amount { amountMinor currency } counterparty product orderStatus } }`;
  const payments = async (who: Person) =>
    (await api.ask<{ transactions: Payment[] }>(who, text)).data.transactions.filter(({ reference }) =>
      reference.startsWith('T-'),
    );

  it('are the payments that one complained of, each once, the newest first, as the newest own case tells them', async () => {
    const { complainant, stranger, respondent, handler, supervisor, manager } = cast;
    clock.set('2026-03-03T10:00:00');
    await filed(complainant, { reference: 'T-old', paidAt: '2026-02-20T02:00:00.000Z', handler });
    await filed(complainant, { reference: 'T-new', counterparty: '旧名', handler });
    clock.set('2026-03-03T11:00:00');
    await filed(complainant, { reference: 'T-new', counterparty: '新名', handler });
    clock.set('2026-03-03T12:00:00');
    await filed(stranger, { reference: 'T-new', counterparty: '别人写的', handler });
    await filed(stranger, { reference: 'T-theirs', paidAt: '2026-02-28T02:00:00.000Z', handler });
    const payment = (reference: string, paidAt: string, counterparty: string | null) => ({
      reference,
      paidAt,
      amount: { amountMinor: 25_900, currency: 'CNY' },
      counterparty,
      product: null,
      orderStatus: null,
    });
    expect(await payments(complainant)).toEqual([
      payment('T-new', '2026-02-27T02:00:00.000Z', '新名'),
      payment('T-old', '2026-02-20T02:00:00.000Z', null),
    ]);
    expect(await payments(stranger)).toEqual([
      payment('T-theirs', '2026-02-28T02:00:00.000Z', null),
      payment('T-new', '2026-02-27T02:00:00.000Z', '别人写的'),
    ]);
    for (const who of [respondent, handler, supervisor, manager]) expect(await payments(who)).toEqual([]);
    expect((await api.ask(null, text)).error).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('are the hundred that were paid last', async () => {
    const paidAt = (minute: number) => new Date(Date.UTC(2026, 1, 1, 0, minute)).toISOString();
    for (let minute = 0; minute < 101; minute += 1)
      await filed(cast.platform, { reference: `T-many-${minute}`, paidAt: paidAt(minute) });
    const references = (await payments(cast.platform)).map(({ reference }) => reference);
    expect(references).toEqual(Array.from({ length: 100 }, (_, index) => `T-many-${100 - index}`));
  });
});
