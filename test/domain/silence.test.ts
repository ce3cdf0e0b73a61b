import { unfiledCase } from '@accord/server/domain/case';
import type { ContactChannel } from '@accord/server/domain/contact-attempt';
import { evolve } from '@accord/server/domain/evolve';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { blocked, code } from '../support/refusal.js';

type Life = ReturnType<typeof life>;

const attempt = (lived: Life, time: string, channel: ContactChannel, { isReached = false, party = 0 } = {}) =>
  lived.act(time, people.handler, 'recordContactAttempt', {
    partyId: lived.state.parties[party]!.id,
    channel,
    isReached,
  });

/** A complainant tried in vain on three working days, the last one Friday 2026-03-06. */
function silent(stage: 'SUBMITTED' | 'INVESTIGATING' | 'NEGOTIATING' = 'INVESTIGATING') {
  const lived = life().file('2026-03-02');
  if (stage !== 'SUBMITTED') lived.accept('2026-03-02').investigate('2026-03-02');
  if (stage === 'NEGOTIATING') lived.conclude('2026-03-03');
  attempt(lived, '2026-03-04', 'PHONE');
  attempt(lived, '2026-03-05', 'PHONE');
  return attempt(lived, '2026-03-06', 'EMAIL');
}
const say = (lived: Life, time: string) => lived.act(time, people.complainant, 'postMessage', { text: '我在' });
const complainantOf = (lived: Life) => lived.state.parties[0]!;

describe('a party that is tried in vain', () => {
  it('is unreachable after three attempts on three working days by two channels', () => {
    const lived = silent();
    // Five working days after Friday the 6th is Friday the 13th.
    expect(complainantOf(lived)).toMatchObject({ isUnreachable: true, silenceEndsOn: '2026-03-13' });
    expect(lived.events.at(-1)).toMatchObject({ type: 'PartyUnreachable', audience: 'PARTIES' });
  });

  it.each<[string, [string, ContactChannel][]]>([
    [
      'by one channel',
      [
        ['2026-03-04', 'PHONE'],
        ['2026-03-05', 'PHONE'],
        ['2026-03-06', 'PHONE'],
      ],
    ],
    [
      'on two days',
      [
        ['2026-03-04T09:00', 'PHONE'],
        ['2026-03-04T17:00', 'EMAIL'],
        ['2026-03-05', 'PHONE'],
      ],
    ],
    [
      'on a day off',
      [
        ['2026-03-05', 'PHONE'],
        ['2026-03-06', 'EMAIL'],
        ['2026-03-07', 'PHONE'],
      ],
    ],
  ])('is not after three attempts %s', (_how, attempts) => {
    const lived = life().file('2026-03-02');
    for (const [time, channel] of attempts) attempt(lived, time, channel);
    expect(complainantOf(lived).isUnreachable).toBe(false);
  });

  it('is tried anew once it was reached, or said a word', () => {
    const lived = life().file('2026-03-02');
    attempt(lived, '2026-03-03', 'PHONE');
    attempt(lived, '2026-03-04', 'EMAIL');
    attempt(lived, '2026-03-05', 'PHONE', { isReached: true });
    attempt(lived, '2026-03-06', 'PHONE');
    expect(complainantOf(lived).isUnreachable).toBe(false);
    const heard = say(silent(), '2026-03-13');
    expect(complainantOf(heard)).toMatchObject({ isUnreachable: false, silenceEndsOn: null });
    expect(heard.sweep('2026-04-30').state.stage).toBe('INVESTIGATING');
  });

  it('is heard of for all to see, even by what others may not see', () => {
    const byPayslip = silent();
    byPayslip.act('2026-03-09', people.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单' });
    expect(byPayslip.events.slice(-2)).toMatchObject([
      { type: 'EvidenceSubmitted', audience: `PARTY:${complainantOf(byPayslip).id}` },
      { type: 'PartyReached', audience: 'PARTIES' },
    ]);
    const byPhone = attempt(silent(), '2026-03-09', 'PHONE', { isReached: true });
    expect(byPhone.events.slice(-2)).toMatchObject([
      { type: 'ContactAttempted', audience: 'STAFF' },
      { type: 'PartyReached', audience: 'PARTIES' },
    ]);
    expect([byPayslip, byPhone].map((lived) => complainantOf(lived).isUnreachable)).toEqual([false, false]);
  });

  it('is bound by no term while it is a respondent, and the case goes on', () => {
    const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-03');
    attempt(lived, '2026-03-03', 'PHONE', { party: 1 });
    attempt(lived, '2026-03-04', 'LETTER', { party: 1 });
    attempt(lived, '2026-03-05', 'PHONE', { party: 1 });
    expect(lived.state.parties[1]).toMatchObject({ isUnreachable: true, silenceEndsOn: null });
    expect(() => lived.propose('2026-03-06')).toThrow(blocked('PARTY_UNREACHABLE'));
    expect(lived.sweep('2026-04-30').state.stage).toBe('NEGOTIATING');
    const [buyer, seller] = lived.state.parties.map((party) => party.id);
    const terms = [{ kind: 'APOLOGY' as const, obligorId: seller!, beneficiaryId: buyer! }];
    lived.act('2026-05-06', people.merchant, 'makeProposal', { terms });
    expect(lived.state.parties[1]!.isUnreachable).toBe(false);
  });
});

describe('the silence of a complainant', () => {
  it('ends the case on its last day, whenever that is noticed', () => {
    const lived = silent().sweep('2026-03-13');
    expect(lived.state.stage).toBe('INVESTIGATING');
    lived.sweep('2026-03-18');
    // Ten working days after Friday the 13th is Friday the 27th.
    expect(lived.state).toMatchObject({
      stage: 'WITHDRAWN',
      outcome: 'DEEMED_WITHDRAWN',
      windowEndsOn: '2026-03-27',
    });
    expect(lived.clock('OVERALL', '2026-03-20')).toMatchObject({ state: 'STOPPED', counted: 9 });
    expect(lived.clock('INVESTIGATION', '2026-03-20')).toMatchObject({ state: 'CANCELLED' });
  });

  it('is over with the first word: the case is where it was, cancelled clocks start anew, OVERALL runs on', () => {
    const lived = say(silent().sweep('2026-03-14'), '2026-03-20');
    expect(lived.state).toMatchObject({ stage: 'INVESTIGATING', outcome: null, windowEndsOn: null });
    expect(lived.clock('INVESTIGATION', '2026-03-23', 2)).toMatchObject({ state: 'RUNNING', counted: 1 });
    // Nine days until Friday the 13th, none until Friday the 20th, one on Monday; thirty from the 2nd and five days later.
    expect(lived.clock('OVERALL', '2026-03-23')).toMatchObject({
      state: 'RUNNING',
      elapsed: 10,
      originalDueOn: '2026-04-14',
      dueOn: '2026-04-21',
    });
    lived.conclude('2026-03-24');
    expect(lived.state.stage).toBe('NEGOTIATING');
  });

  it('adjourns a round, which goes on with the first word', () => {
    const lived = silent('NEGOTIATING').sweep('2026-03-16');
    expect(lived.state.rounds).toMatchObject([{ result: 'ADJOURNED' }]);
    lived.act('2026-03-17', people.complainant, 'submitEvidence', { type: 'OTHER', title: '说明' });
    expect(lived.state).toMatchObject({ stage: 'NEGOTIATING', rounds: [{ result: null, closedAt: null }] });
    lived.propose('2026-03-18').agree('2026-03-18');
    expect(lived.clock('FIRST_NEGOTIATION', '2026-03-18', 2)).toMatchObject({ state: 'STOPPED', counted: 1 });
  });

  it('owes an answer again when it had not been given', () => {
    const lived = silent('SUBMITTED').sweep('2026-03-16');
    say(lived, '2026-03-16').accept('2026-03-18');
    expect(lived.clock('RESPONSE', '2026-03-18', 2)).toMatchObject({ state: 'STOPPED', counted: 2 });
  });

  it('is final after ten working days, and for everyone else at once', () => {
    const lived = silent().sweep('2026-03-14');
    const other = () => lived.act('2026-03-16', people.merchant, 'postMessage', { text: '在吗' });
    expect(other).toThrow(blocked('WRONG_STAGE'));
    expect(() => say(lived, '2026-03-28T00:00')).toThrow(
      code('DEADLINE_PASSED', { deadlineAt: '2026-03-27T16:00:00.000Z' }),
    );
    expect(lived.state.stage).toBe('WITHDRAWN');
    say(lived, '2026-03-27T23:59');
    expect(lived.state.stage).toBe('INVESTIGATING');
  });

  it('does not undo a withdrawal by will', () => {
    const lived = life().file('2026-03-02').act('2026-03-03', people.complainant, 'withdrawCase', { reason: '已解决' });
    expect(() => say(lived, '2026-03-03')).toThrow(blocked('WRONG_STAGE'));
  });

  it('ends nothing after an agreement', () => {
    const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-03');
    lived.propose('2026-03-03').agree('2026-03-03');
    attempt(lived, '2026-03-04', 'PHONE');
    attempt(lived, '2026-03-05', 'EMAIL');
    attempt(lived, '2026-03-06', 'PHONE');
    expect(lived.sweep('2026-04-30').state.stage).toBe('EXECUTING');
  });

  it('ends nothing that the fast track is putting right', () => {
    const lived = life().file('2026-03-02', { type: 'PAYMENT_ANOMALY', reason: 'DUPLICATE_CHARGE' });
    lived.accept('2026-03-02');
    attempt(lived, '2026-03-03', 'PHONE');
    attempt(lived, '2026-03-04', 'EMAIL');
    const [buyer, seller] = lived.state.parties.map((party) => party.id);
    const refund = { kind: 'FULL_REFUND' as const, obligorId: seller!, beneficiaryId: buyer! };
    const terms = [{ ...refund, amount: { amountMinor: 100, currency: 'CNY' } }];
    lived.act('2026-03-04', people.handler, 'fastTrack', { terms });
    attempt(lived, '2026-03-05', 'PHONE');
    expect(complainantOf(lived).isUnreachable).toBe(true);
    expect(lived.sweep('2026-04-30').state.stage).toBe('EXECUTING');
  });

  it('ends nothing after an agreement either when evidence is not handed in', () => {
    const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-03');
    const request = {
      fromPartyId: complainantOf(lived).id,
      types: ['CHAT_RECORD' as const],
      isMandatory: false,
      onLapse: 'DEEMED_WITHDRAWN' as const,
    };
    lived.act('2026-03-03', people.handler, 'requestEvidence', request);
    lived.propose('2026-03-04').agree('2026-03-04').sweep('2026-03-12');
    expect(lived.state).toMatchObject({ stage: 'EXECUTING', evidenceRequests: [{ status: 'LAPSED' }] });
  });

  it('owes an answer again where a question was not answered', () => {
    const lived = life().file('2026-03-02');
    const question = { question: '请补充订单号', onLapse: 'DEEMED_WITHDRAWN' as const };
    lived.act('2026-03-04', people.handler, 'requestClarification', question).sweep('2026-03-12');
    say(lived, '2026-03-13');
    expect(lived.state).toMatchObject({ stage: 'SUBMITTED', clarifications: [{ status: 'LAPSED' }] });
    expect(lived.clock('RESPONSE', '2026-03-16', 2)).toMatchObject({ state: 'RUNNING', counted: 1 });
  });

  it('closes what was asked, so that it lapses only once', () => {
    const lived = silent();
    lived.ask('2026-03-06', 30);
    lived.sweep('2026-03-16');
    expect(lived.state.evidenceRequests).toMatchObject([{ status: 'LAPSED' }]);
    expect(lived.state.deadlines.filter(({ actedAt }) => actedAt === null)).toEqual([]);
  });

  it('pauses no clock any longer for what was asked before', () => {
    const lived = silent('NEGOTIATING');
    lived.ask('2026-03-06', 30);
    say(lived.sweep('2026-03-14'), '2026-03-16');
    lived.act('2026-03-18', people.handler, 'declareImpasse', { reason: '意见不一' });
    lived.act('2026-03-20', people.handler, 'deepenInvestigation', { reason: '再查物流' });
    // Four working days since Monday the 16th, none of them paused.
    expect(lived.clock('FIRST_NEGOTIATION', '2026-03-20', 2)).toMatchObject({
      state: 'RUNNING',
      elapsed: 4,
      counted: 4,
    });
  });

  it('leaves the window what an objection kept of it', () => {
    const lived = silent('NEGOTIATING').act('2026-03-06', people.handler, 'declareImpasse', { reason: '意见不一' });
    // The window ends on Friday the 20th: eight working days are left on the 10th.
    lived.act('2026-03-10', people.merchant, 'raiseObjection', { against: 'CONDUCT', grounds: '偏袒' });
    expect(lived.sweep('2026-03-14').state.stage).toBe('WITHDRAWN');
    const objectionId = lived.state.objections[0]!.id;
    const decision = { objectionId, decision: 'DISMISSED' as const, effect: 'NONE' as const, reason: '无据' };
    lived.act('2026-03-18', people.supervisor, 'decideObjection', decision);
    say(lived, '2026-03-25');
    // Eight working days after Wednesday the 18th is Monday the 30th.
    expect(lived.sweep('2026-03-30').state.stage).toBe('IMPASSE');
    expect(lived.sweep('2026-03-31').state.stage).toBe('UNRESOLVED');
  });

  it('is the same in the case rebuilt from its log', () => {
    const lived = say(silent('NEGOTIATING').sweep('2026-03-14'), '2026-03-20');
    const rebuilt = unfiledCase(lived.state.id);
    for (const event of lived.events) evolve(rebuilt, event);
    expect(rebuilt).toEqual(lived.state);
  });
});
