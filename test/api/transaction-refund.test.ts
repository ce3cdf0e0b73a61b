import { actOnDeadlines } from '@accord/server/commands/deadlines';
import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { expectRebuilt } from '../support/rebuild.js';
import { blocked } from '../support/refusal.js';
import { handClock, investigated } from '../support/road.js';

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

const PAID = 25_900;
const yuan = (amountMinor: number) => ({ amountMinor, currency: 'CNY' });
const transactionOf = (reference: string) => ({
  reference,
  paidAt: '2026-02-27T02:00:00.000Z',
  amount: yuan(PAID),
});

/** A case of this transaction under negotiation, filed by this person. */
async function negotiating(reference: string, complainant: Person, reason: 'NOT_AS_DESCRIBED' | 'POOR_QUALITY') {
  const input = { transaction: transactionOf(reference), reason };
  const walk = await investigated(app.runtime, { ...cast, complainant }, input);
  for (const { id: stepId } of (await walk.state()).investigations[0]!.steps) {
    await walk.act(cast.handler, 'completeInvestigationStep', { stepId, result: '完成' });
  }
  await walk.act(cast.handler, 'recordFinding', { rootCause: 'MERCHANT_FAILURE', text: '商家责任' });
  await walk.act(cast.handler, 'concludeInvestigation', {});
  const [buyer, seller] = (await walk.state()).parties.map(({ id }) => id);
  const owed = { obligorId: seller!, beneficiaryId: buyer! };
  return {
    walk,
    owed,
    async offer(amountMinor: number) {
      const terms = [{ kind: 'PARTIAL_REFUND' as const, ...owed, amount: yuan(amountMinor) }];
      await walk.act(complainant, 'makeProposal', { terms });
      const { id: proposalId, hash: contentHash } = (await walk.state()).proposals.at(-1)!;
      return () => walk.act(cast.respondent, 'acceptProposal', { proposalId, contentHash });
    },
  };
}

describe('two cases of one transaction', () => {
  it('filed by two complainants give one refund, though both are agreed on at the same moment', async () => {
    for (let round = 0; round < 6; round += 1) {
      const first = await negotiating(`T-${round}`, cast.complainant, 'NOT_AS_DESCRIBED');
      const second = await negotiating(`T-${round}`, cast.stranger, 'POOR_QUALITY');
      const accept = [await first.offer(PAID), await second.offer(PAID)];
      const answers = await Promise.allSettled(accept.map((each) => each()));
      const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
      expect(refused).toEqual([blocked('REFUND_ABOVE_PAID')]);
      const states = [await expectRebuilt(app.database.pool, first.walk.caseId)];
      states.push(await expectRebuilt(app.database.pool, second.walk.caseId));
      expect(states[0]!.transaction!.id).toBe(states[1]!.transaction!.id);
      expect(states.map(({ stage }) => stage).sort()).toEqual(['EXECUTING', 'NEGOTIATING']);
      expect(states.flatMap(({ terms }) => terms).map(({ amount }) => amount!.amountMinor)).toEqual([PAID]);
    }
  });

  it('offer, accept and book at once without waiting for each other in a ring, and together stay within what was paid', async () => {
    const parts = [
      await negotiating('T-ring', cast.complainant, 'NOT_AS_DESCRIBED'),
      await negotiating('T-ring', cast.stranger, 'POOR_QUALITY'),
    ];
    const [first, second] = parts;
    const whole = PAID / 2 - 50;
    const accepts = [await first!.offer(whole), await second!.offer(whole)];
    const offers = parts.flatMap(({ walk, owed }, index) =>
      Array.from({ length: 6 }, (_, step) =>
        walk.act(index === 0 ? cast.complainant : cast.stranger, 'makeProposal', {
          terms: [{ kind: 'PARTIAL_REFUND', ...owed, amount: yuan(step * 20 + 1) }],
        }),
      ),
    );
    const answers = await Promise.allSettled([...accepts.map((accept) => accept()), ...offers]);
    // Whatever came too late was refused by a rule, not by the database.
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'GUARD_FAILED' });
    }
    expect(answers.slice(0, 2).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    for (const { walk } of parts) expect((await expectRebuilt(app.database.pool, walk.caseId)).stage).toBe('EXECUTING');
  });

  it('learn nothing of each other but that it would be too much', async () => {
    const first = await negotiating('T-quiet', cast.complainant, 'NOT_AS_DESCRIBED');
    const second = await negotiating('T-quiet', cast.stranger, 'POOR_QUALITY');
    await (
      await first.offer(PAID - 900)
    )();
    const input = {
      caseId: caseIdOf(second.walk),
      terms: [
        {
          kind: 'PARTIAL_REFUND',
          obligorId: `party_${second.owed.obligorId}`,
          beneficiaryId: `party_${second.owed.beneficiaryId}`,
          amount: yuan(901),
        },
      ],
    };
    const text = `mutation ($input: MakeProposalInput!) { makeProposal(input: $input) { case { id } } }`;
    const { errors } = await api.ask(cast.stranger, text, { input });
    expect(errors[0]!.extensions).toMatchObject({ code: 'GUARD_FAILED' });
    expect((errors[0]!.extensions as { blockedBy: object[] }).blockedBy).toEqual([
      { code: 'REFUND_ABOVE_PAID', message: '退款总额超过已付金额', subjectIds: [] },
    ]);
    await (
      await second.offer(900)
    )();
    expect((await second.walk.state()).stage).toBe('EXECUTING');
  });
});

describe('a payment of which something came back already', () => {
  const report = async (
    reference: string,
    kind: 'CHARGE' | 'REFUND' | 'REFUND_ARRIVED',
    amountMinor: number,
    times = 1,
  ) => {
    const text = `mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) { record { kind } } }`;
    for (let time = 0; time < times; time += 1) {
      const payer = kind === 'CHARGE' ? { payerId: `person_${cast.complainant.id}` } : {};
      const record = { reference, kind, amount: yuan(amountMinor), at: '2026-02-28T02:00:00Z', ...payer };
      const externalId = `${reference} ${kind} ${amountMinor} ${time}`;
      const { errors } = await api.ask(cast.integration, text, { input: { ...record, externalId } });
      expect(errors).toEqual([]);
    }
  };

  it('gives back the rest, also where it came after the offer', async () => {
    const { offer, walk } = await negotiating('T-back', cast.complainant, 'NOT_AS_DESCRIBED');
    await report('T-back', 'CHARGE', PAID);
    const accept = await offer(PAID);
    await report('T-back', 'REFUND_ARRIVED', 5_900);
    await expect(accept()).rejects.toEqual(blocked('REFUND_ABOVE_PAID'));
    await expect(offer(PAID - 5_899)).rejects.toEqual(blocked('REFUND_ABOVE_PAID'));
    await (
      await offer(PAID - 5_900)
    )();
    expect((await expectRebuilt(app.database.pool, walk.caseId)).stage).toBe('EXECUTING');
  });

  it('gives nothing back once all of it came, whichever case says what was paid', async () => {
    const told = await negotiating('T-all-back', cast.complainant, 'NOT_AS_DESCRIBED');
    await report('T-all-back', 'REFUND_ARRIVED', PAID);
    await expect(told.offer(1)).rejects.toEqual(blocked('REFUND_ABOVE_PAID'));
    const alike = await negotiating('T-all-back', cast.stranger, 'POOR_QUALITY');
    await expect(alike.offer(1)).rejects.toEqual(blocked('REFUND_ABOVE_PAID'));
  });

  it('counts once what was agreed and then arrived, and only what arrived', async () => {
    const first = await negotiating('T-once', cast.complainant, 'NOT_AS_DESCRIBED');
    const second = await negotiating('T-once', cast.stranger, 'POOR_QUALITY');
    await (
      await first.offer(20_000)
    )();
    await report('T-once', 'REFUND', 20_000);
    await report('T-once', 'REFUND_ARRIVED', 20_000);
    await expect(second.offer(PAID - 19_999)).rejects.toEqual(blocked('REFUND_ABOVE_PAID'));
    await (
      await second.offer(PAID - 20_000)
    )();
    expect((await second.walk.state()).stage).toBe('EXECUTING');
  });

  it('may be given back though a second charge of it came back', async () => {
    const { offer, walk } = await negotiating('T-twice', cast.complainant, 'NOT_AS_DESCRIBED');
    await report('T-twice', 'CHARGE', PAID, 2);
    await report('T-twice', 'REFUND_ARRIVED', PAID);
    await (
      await offer(PAID)
    )();
    expect((await walk.state()).stage).toBe('EXECUTING');
  });
});

describe('the money of a settlement', () => {
  const text = `query ($id: ID!) { case(id: $id) { compensationAllowed { amountMinor currency } settlement {
    agreed { amountMinor currency } moved { amountMinor } open { amountMinor } } } }`;
  const read = async (walk: { caseId: string }, who: Person) =>
    ((await api.ask(who, text, { id: caseIdOf(walk) })).data as { case: object }).case;

  it('balances to the fen: what is agreed is what has moved and what is open', async () => {
    const { walk, owed } = await negotiating('T-sum', cast.complainant, 'NOT_AS_DESCRIBED');
    const allow = `mutation ($input: AllowCompensationInput!) {
      allowCompensation(input: $input) { case { compensationAllowed { amountMinor } } } }`;
    const input = { caseId: caseIdOf(walk), amount: yuan(500_001), reason: '损失重大' };
    const allowed = await api.ask(cast.supervisor, allow, { input });
    expect(allowed.data).toEqual({ allowCompensation: { case: { compensationAllowed: { amountMinor: 500_001 } } } });
    await walk.act(cast.complainant, 'makeProposal', {
      terms: [
        { kind: 'PARTIAL_REFUND', ...owed, amount: yuan(9900) },
        { kind: 'COMPENSATION', ...owed, amount: yuan(500_001) },
        { kind: 'APOLOGY', ...owed },
      ],
    });
    const { id: proposalId, hash: contentHash } = (await walk.state()).proposals[0]!;
    await walk.act(cast.respondent, 'acceptProposal', { proposalId, contentHash });
    const [refund, compensation] = (await walk.state()).terms.map(({ id }) => id);
    await walk.act(cast.handler, 'recordMovement', { termId: refund!, amount: yuan(3333) });
    await walk.act(cast.complainant, 'confirmTerm', { termId: compensation! });
    expect(await read(walk, cast.respondent)).toEqual({
      compensationAllowed: { amountMinor: 500_001, currency: 'CNY' },
      settlement: {
        agreed: { amountMinor: 509_901, currency: 'CNY' },
        moved: { amountMinor: 503_334 },
        open: { amountMinor: 6567 },
      },
    });
    // The refund was due on Thursday the 5th; five working days later it is in default, and only what came of it counts.
    clock.set('2026-03-12T10:00:00');
    await actOnDeadlines(app.runtime);
    await walk.act(cast.complainant, 'reportDefault', { termId: refund! });
    expect(await read(walk, cast.respondent)).toMatchObject({
      settlement: { agreed: { amountMinor: 503_334 }, moved: { amountMinor: 503_334 }, open: { amountMinor: 0 } },
    });
    expect(await read(walk, cast.manager)).toEqual({ compensationAllowed: null, settlement: null });
    await expectRebuilt(app.database.pool, walk.caseId);
    clock.set('2026-03-02T10:00:00');
  });
});
