import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { frontDoor } from '../support/front-door.js';
import { handClock } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
let door: ReturnType<typeof frontDoor>;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  door = frontDoor(api, app.runtime, clock);
});
afterAll(() => app.close());

const refund = { kind: 'FULL_REFUND', amount: { amountMinor: 25_900, currency: 'CNY' } };
const experts = () => [cast.expertA, cast.expertB, cast.expertC];

/** Filed and in round one on Monday 03-02. */
async function negotiating(input: object = {}) {
  clock.set('2026-03-02T10:00:00');
  await door.file('2026-03-02', cast.complainant, { respondentIds: [`person_${cast.respondent.id}`], ...input });
  await door.negotiate('2026-03-02', cast.handler);
}

/** In front of a panel since Wednesday 03-04, after an impasse or an agreement. */
async function reviewed(hasAgreement: boolean) {
  await negotiating();
  if (hasAgreement) {
    await door.agree('2026-03-02', [cast.complainant, cast.respondent], { kind: 'APOLOGY' });
    await door.does('2026-03-02', cast.complainant, 'confirmTerm', { termId: (await door.term(cast.handler)).id });
  } else await door.does('2026-03-02', cast.handler, 'declareImpasse', { reason: '分歧过大' });
  await door.does('2026-03-03', cast.complainant, 'requestSecondNegotiation', { grounds: '对结果不满意' });
  for (const expert of experts()) {
    await door.does('2026-03-03', cast.supervisor, 'appointExpert', { expertId: `person_${expert.id}` });
    await door.does('2026-03-03', expert, 'declareConflict', { hasConflict: false });
  }
  const handlerId = `person_${cast.colleague.id}`;
  await door.does('2026-03-04', cast.supervisor, 'admitSecondNegotiation', { handlerId });
}

/** Lets somebody belong to the first team for a while. */
async function inTeam(person: Person, work: () => Promise<void>): Promise<void> {
  const { pool } = app.database;
  await pool.query('insert into team_member (team_id, person_id) values ($1, $2)', [cast.teamId, person.id]);
  try {
    // What somebody may do is read anew within five seconds.
    await expect.poll(() => door.sees(person), { timeout: 8_000, interval: 250 }).toBe(true);
    await work();
  } finally {
    await pool.query('delete from team_member where team_id = $1 and person_id = $2', [cast.teamId, person.id]);
  }
}

describe('the flows that hurt', () => {
  it('complainant unreachable: ends as withdrawn after a notice and five working days, and comes back at the first word', async () => {
    await negotiating();
    const [buyer] = (await door.read(cast.handler)).parties;
    const attempt = (on: string, channel: string) =>
      door.does(on, cast.handler, 'recordContactAttempt', { partyId: buyer.id, channel, isReached: false });
    await attempt('2026-03-03', 'PHONE');
    await attempt('2026-03-04', 'PHONE');
    // A Saturday that is no make-up day is no working day: it does not count as a third.
    await attempt('2026-03-07', 'MESSAGE');
    await door.wait('2026-03-20');
    expect((await door.read(cast.complainant)).stage).toBe('NEGOTIATING');
    await attempt('2026-03-23', 'MESSAGE');
    // Told on Monday 03-23, it has until Monday 03-30.
    await door.wait('2026-03-30T23:59:00');
    expect((await door.read(cast.complainant)).stage).toBe('NEGOTIATING');
    await door.wait('2026-03-31');
    expect(await door.read(cast.complainant)).toMatchObject({ stage: 'WITHDRAWN', outcome: 'DEEMED_WITHDRAWN' });
    const cancelled = { state: 'CANCELLED', verdict: null };
    expect(await door.clock(cast.complainant, 'FIRST_NEGOTIATION')).toMatchObject(cancelled);
    expect(await door.refusal('2026-04-02', cast.respondent, 'postMessage', { text: '在吗' })).toBe('WRONG_STAGE');
    // Ten working days after 03-30 (Qingming is off on 04-06) is Tuesday 04-14.
    await door.does('2026-04-14T23:00:00', cast.complainant, 'postMessage', { text: '我一直在住院。' });
    expect(await door.read(cast.complainant)).toMatchObject({ stage: 'NEGOTIATING', outcome: null });
    expect(await door.clock(cast.complainant, 'FIRST_NEGOTIATION', 2)).toMatchObject({ state: 'RUNNING' });
    expect(await door.clock(cast.complainant, 'OVERALL')).toMatchObject({ state: 'RUNNING', cycle: 1 });
  });

  it('complainant unreachable for good: the eleventh working day is too late', async () => {
    await negotiating();
    const [buyer] = (await door.read(cast.handler)).parties;
    for (const [on, channel] of [
      ['2026-03-03', 'PHONE'],
      ['2026-03-04', 'PHONE'],
      ['2026-03-05', 'MESSAGE'],
    ]) {
      await door.does(on!, cast.handler, 'recordContactAttempt', { partyId: buyer.id, channel, isReached: false });
    }
    await door.wait('2026-03-13');
    expect((await door.read(cast.complainant)).stage).toBe('WITHDRAWN');
    // Withdrawn of 03-12: ten working days later is Thursday 03-26.
    expect(await door.refusal('2026-03-27', cast.complainant, 'postMessage', { text: '在' })).toBeTruthy();
    expect((await door.read(cast.complainant)).stage).toBe('WITHDRAWN');
  });

  it('two complainants on one transaction: one refund, and the second learns no more than that it would be too much', async () => {
    const transaction = { reference: 'EJ-flow', paidAt: '2026-02-27T02:00:00.000Z', amount: refund.amount };
    await negotiating({ transaction });
    await door.agree('2026-03-02', [cast.complainant, cast.respondent], refund);
    expect((await door.read(cast.complainant)).stage).toBe('EXECUTING');
    clock.set('2026-03-03T10:00:00');
    const second = { transaction, reason: 'POOR_QUALITY', respondentIds: [`person_${cast.respondent.id}`] };
    await door.file('2026-03-03', cast.stranger, second);
    await door.negotiate('2026-03-03', cast.handler);
    const [buyer, seller] = (await door.read(cast.stranger)).parties;
    const terms = [{ kind: 'PARTIAL_REFUND', obligorId: seller.id, beneficiaryId: buyer.id }];
    const offer = (amountMinor: number) => ({ terms: [{ ...terms[0], amount: { amountMinor, currency: 'CNY' } }] });
    expect(await door.refusal('2026-03-03', cast.stranger, 'makeProposal', offer(1))).toBe('REFUND_ABOVE_PAID');
    expect(await door.refusal('2026-03-03', cast.respondent, 'makeProposal', offer(25_900))).toBe('REFUND_ABOVE_PAID');
    // What gives nothing back can still be agreed on.
    await door.agree('2026-03-03', [cast.stranger, cast.respondent], { kind: 'APOLOGY' });
    expect((await door.read(cast.stranger)).stage).toBe('EXECUTING');
  });

  it('reopened twice: by another supervisor and on another ground only, and OVERALL leaves out the days it stood', async () => {
    await negotiating();
    await door.agree('2026-03-02', [cast.complainant, cast.respondent], { kind: 'APOLOGY' });
    await door.does('2026-03-03', cast.complainant, 'confirmTerm', { termId: (await door.term(cast.handler)).id });
    expect((await door.read(cast.complainant)).stage).toBe('RESOLVED');
    const anew = (reason: string, ground: string) => ({ reason, ground });
    const deputy = { ...cast.otherSupervisor };
    // A supervisor of another team has no part in it.
    expect(await door.refusal('2026-03-05', deputy, 'reopenCase', anew('复查', 'NEW_EVIDENCE'))).toBe('NOT_FOUND');
    await door.does('2026-03-05', cast.supervisor, 'reopenCase', anew('新的检测报告', 'NEW_EVIDENCE'));
    expect(await door.read(cast.complainant)).toMatchObject({ stage: 'INVESTIGATING', outcome: null });
    // 03-03 until 03-05 is not counted: one day before, none since.
    expect(await door.clock(cast.complainant, 'OVERALL')).toMatchObject({ state: 'RUNNING', countedWorkingDays: 1 });
    await door.does('2026-03-06', cast.handler, 'planInvestigationStep', { kind: 'OTHER' });
    await door.conclude('2026-03-09', cast.handler);
    await door.agree('2026-03-10', [cast.respondent, cast.complainant], { kind: 'APOLOGY' });
    await door.does('2026-03-11', cast.complainant, 'confirmTerm', { termId: (await door.term(cast.handler)).id });
    expect(await door.read(cast.complainant)).toMatchObject({ stage: 'RESOLVED' });

    const again = anew('又有新的线索', 'WRONG_FACTS');
    expect(await door.refusal('2026-03-12', cast.supervisor, 'reopenCase', again)).toBe('SAME_SUPERVISOR');
    await inTeam(cast.otherSupervisor, async () => {
      const used = anew('又有新的线索', 'NEW_EVIDENCE');
      expect(await door.refusal('2026-03-12', cast.otherSupervisor, 'reopenCase', used)).toBe('GROUND_USED');
      await door.does('2026-03-12', cast.otherSupervisor, 'reopenCase', again);
    });
    expect(await door.read(cast.complainant)).toMatchObject({ stage: 'INVESTIGATING', outcome: null });
    // (03-02, 03-03], (03-05, 03-11] and nothing since 03-12: one day and four.
    expect(await door.clock(cast.complainant, 'OVERALL')).toMatchObject({ state: 'RUNNING', countedWorkingDays: 5 });
    expect(await door.clock(cast.complainant, 'FIRST_NEGOTIATION', 2)).toMatchObject({ state: 'STOPPED' });
    expect(await door.clock(cast.complainant, 'INVESTIGATION', 3)).toMatchObject({ state: 'RUNNING' });
  });

  it('respondent silent: the case goes on with what is there, and binds nobody who cannot be reached', async () => {
    await negotiating();
    const [buyer, seller] = (await door.read(cast.handler)).parties;
    const tries = [
      ['2026-03-03', 'PHONE'],
      ['2026-03-04', 'MESSAGE'],
      ['2026-03-05', 'PHONE'],
    ] as const;
    for (const [on, channel] of tries) {
      await door.does(on, cast.handler, 'recordContactAttempt', { partyId: seller.id, channel, isReached: false });
    }
    const terms = [{ kind: 'APOLOGY', obligorId: seller.id, beneficiaryId: buyer.id }];
    expect(await door.refusal('2026-03-06', cast.complainant, 'makeProposal', { terms })).toBe('PARTY_UNREACHABLE');
    await door.does('2026-03-06', cast.handler, 'declareImpasse', { reason: '商家失联' });
    // Ten working days after Friday 03-06 is Friday 03-20.
    await door.wait('2026-03-21');
    expect(await door.read(cast.complainant)).toMatchObject({
      stage: 'UNRESOLVED',
      outcome: 'NOT_SETTLED',
      referrals: [{ route: { phone: '12378' } }],
    });
    expect(await door.clock(cast.complainant, 'OVERALL')).toMatchObject({ countedWorkingDays: 14, verdict: 'WITHIN' });
  });

  it('merchant does not pay: five working days past the due date the case is taken up again', async () => {
    await negotiating();
    await door.agree('2026-03-02', [cast.complainant, cast.respondent], refund);
    const { id: termId } = await door.term(cast.complainant);
    // A refund is due in three working days, on Thursday 03-05; five later is Thursday 03-12.
    expect(await door.refusal('2026-03-11', cast.complainant, 'reportDefault', { termId })).toBe('NOT_IN_DEFAULT');
    await door.does('2026-03-12', cast.complainant, 'reportDefault', { termId });
    expect(await door.read(cast.complainant)).toMatchObject({
      stage: 'INVESTIGATING',
      settlement: { terms: [{ status: 'DEFAULTED' }] },
    });
    // It was never resolved, so the same OVERALL runs on.
    expect(await door.clock(cast.complainant, 'OVERALL')).toMatchObject({ state: 'RUNNING', countedWorkingDays: 8 });
  });

  it('"refunded" but nothing came: contested, not resolved by time, and in default', async () => {
    await negotiating();
    await door.agree('2026-03-02', [cast.complainant, cast.respondent], refund);
    const { id: termId } = await door.term(cast.complainant);
    await door.does('2026-03-03', cast.respondent, 'fulfilTerm', { termId, reference: 'R-1' });
    await door.does('2026-03-10', cast.complainant, 'contestTerm', { termId, reason: '未到账' });
    await door.wait('2026-03-11');
    expect(await door.read(cast.complainant)).toMatchObject({
      stage: 'EXECUTING',
      settlement: { terms: [{ status: 'CONTESTED' }] },
    });
    await door.does('2026-03-12', cast.complainant, 'reportDefault', { termId });
    expect((await door.read(cast.complainant)).stage).toBe('INVESTIGATING');
  });

  it('expert drops out: that seat only is given to another, with ten days of their own, and the clock runs on', async () => {
    await reviewed(false);
    for (const expert of [cast.expertA, cast.expertB]) {
      await door.does('2026-03-05', expert, 'submitOpinion', { text: '应退还一半' });
    }
    // Ten working days after Wednesday 03-04 is Wednesday 03-18.
    expect(await door.refusal('2026-03-19', cast.expertC, 'submitOpinion', { text: '来迟了' })).toBe('OPINION_LATE');
    const { seats } = (await door.read(cast.supervisor)).expertPanel;
    const expertId = `person_${cast.expertD.id}`;
    const replace = { seatId: seats[2].id, expertId, reason: '逾期未提交' };
    await door.does('2026-03-19', cast.supervisor, 'replaceExpert', replace);
    await door.does('2026-03-20', cast.expertD, 'declareConflict', { hasConflict: false });
    await door.does('2026-03-23', cast.expertD, 'submitOpinion', { text: '应全额退还' });
    await door.does('2026-03-23', cast.supervisor, 'revealOpinions');
    expect((await door.read(cast.complainant)).stage).toBe('SECOND_NEGOTIATING');
    expect(await door.clock(cast.complainant, 'SECOND_NEGOTIATION')).toMatchObject({ countedWorkingDays: 13 });
  });

  it('withdrawal during the second negotiation: after an agreement it ends that alone, the agreement stands', async () => {
    await reviewed(true);
    await door.does('2026-03-06', cast.complainant, 'withdrawCase', { reason: '不争了' });
    expect(await door.read(cast.complainant)).toMatchObject({ stage: 'RESOLVED', outcome: 'SETTLED' });
    expect(await door.clock(cast.complainant, 'SECOND_NEGOTIATION')).toMatchObject({
      state: 'CANCELLED',
      verdict: null,
    });
    // Resolved on the day of filing; 03-03 to 03-06 of the second negotiation count.
    expect(await door.clock(cast.complainant, 'OVERALL')).toMatchObject({ state: 'STOPPED', countedWorkingDays: 3 });
    const again = { grounds: '又改主意' };
    expect(await door.refusal('2026-03-06', cast.complainant, 'requestSecondNegotiation', again)).toBe('SECOND_USED');
  });

  it('evidence after the conclusion: late, answered, and a ground to investigate again', async () => {
    await negotiating();
    await door.does('2026-03-04', cast.complainant, 'submitEvidence', { type: 'CHAT_RECORD', title: '新的聊天记录' });
    const [piece] = (await door.read(cast.handler)).evidence.nodes;
    expect(piece).toMatchObject({ isLate: true, answerDueOn: '2026-03-11' });
    await door.does('2026-03-05', cast.handler, 'reviewEvidence', { evidenceId: piece.id, isAccepted: true });
    await door.does('2026-03-05', cast.handler, 'deepenInvestigation', { reason: '新证据' });
    expect((await door.read(cast.complainant)).stage).toBe('INVESTIGATING');
    expect(await door.clock(cast.complainant, 'INVESTIGATION', 2)).toMatchObject({ state: 'RUNNING' });
  });

  it('agreement under an open objection: it stands and is carried out, only CLOSED waits', async () => {
    await negotiating();
    await door.does('2026-03-02', cast.respondent, 'raiseObjection', { against: 'CONDUCT', grounds: '偏袒买家' });
    await door.agree('2026-03-03', [cast.complainant, cast.respondent], { kind: 'APOLOGY' });
    await door.does('2026-03-03', cast.complainant, 'confirmTerm', { termId: (await door.term(cast.handler)).id });
    for (const who of [cast.complainant, cast.respondent]) await door.does('2026-03-03', who, 'confirmResult');
    expect(await door.refusal('2026-03-04', cast.handler, 'closeCase')).toBe('OBJECTION_OPEN');
    const [{ id: objectionId }] = (await door.read(cast.supervisor)).objections;
    const dismissal = { objectionId, decision: 'DISMISSED', effect: 'NONE', reason: '查无实据' };
    await door.does('2026-03-05', cast.supervisor, 'decideObjection', dismissal);
    await door.does('2026-03-05', cast.handler, 'closeCase');
    expect((await door.read(cast.complainant)).stage).toBe('CLOSED');
  });

  it('phone filing entered on Monday: the clocks begin on the Friday it came in, and no earlier than three working days', async () => {
    const byPhone = { channel: 'PHONE', onBehalfOfId: `person_${cast.complainant.id}` };
    const file = (receivedOn: string) => ({ ...byPhone, receivedOn, respondentIds: [`person_${cast.respondent.id}`] });
    await door.file('2026-03-09', cast.handler, file('2026-03-06'));
    expect(await door.read(cast.complainant)).toMatchObject({ receivedOn: '2026-03-06', stage: 'SUBMITTED' });
    expect(await door.clock(cast.complainant, 'RESPONSE')).toMatchObject({ countedWorkingDays: 1 });
    await door.file('2026-03-09', cast.handler, file('2026-03-04'));
    const { error } = await api.ask(
      cast.handler,
      'mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { case { id } } }',
      {
        input: {
          ...file('2026-03-03'),
          type: 'TRADE_DISPUTE',
          reason: 'POOR_QUALITY',
          description: '收到的商品有质量问题,要求退款。',
          requestedRemedy: '退款',
          truthDeclared: true,
        },
      },
    );
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'input.receivedOn' }] });
  });
});
