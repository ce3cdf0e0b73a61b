import type { ContactChannel } from '@accord/server/domain/contact-attempt';
import { waitingOn } from '@accord/server/domain/waiting-on';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { blocked, code } from '../support/refusal.js';

type Life = ReturnType<typeof life>;
const withdraw = (lived: Life, time: string, who = people.complainant) =>
  lived.act(time, who, 'withdrawCase', { reason: '不再争议' });
const investigating = () => life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02');
const negotiating = () => investigating().conclude('2026-03-03');
const executing = () => negotiating().propose('2026-03-03').agree('2026-03-03');
const resolved = () => executing().carryOut('2026-03-04');
const reopened = () => resolved().act('2026-03-05', people.supervisor, 'reopenCase', { reason: '程序有误' });
const impasse = (lived = negotiating()) =>
  lived.act('2026-03-09', people.handler, 'declareImpasse', { reason: '意见不一' });
const second = (lived: Life) =>
  lived.act('2026-03-10', people.complainant, 'requestSecondNegotiation', { grounds: '不服' });
/** A further complainant joins. */
const joined = (lived: Life, time = '2026-03-03') =>
  lived.act(time, people.handler, 'addParty', { side: 'COMPLAINANT', personId: people.neighbour.id });
const partyOf = (lived: Life, memberId: string) =>
  lived.state.parties.find(({ memberIds }) => memberIds[0] === memberId)!;

describe('a withdrawal of the case', () => {
  it.each([
    ['SUBMITTED', () => life().file('2026-03-02')],
    ['ACCEPTED', () => life().file('2026-03-02').accept('2026-03-02')],
    ['INVESTIGATING', investigating],
    ['NEGOTIATING', negotiating],
    ['IMPASSE', () => impasse()],
    ['SECOND_REQUESTED', () => second(impasse())],
  ])('is possible in %s while nothing is agreed on the whole', (stage, come) => {
    const lived = come();
    expect(lived.state.stage).toBe(stage);
    withdraw(lived, '2026-03-11');
    expect(lived.state).toMatchObject({ stage: 'WITHDRAWN', outcome: 'WITHDRAWN' });
  });

  it('is not possible while an agreement stands, in whatever stage the case goes on', () => {
    expect(() => withdraw(executing(), '2026-03-04')).toThrow(blocked('WRONG_STAGE'));
    const again = () =>
      reopened().act('2026-03-06', people.handler, 'planInvestigationStep', { kind: 'OTHER' }).conclude('2026-03-06');
    const stages = [reopened(), again(), impasse(again()), second(impasse(again()))];
    expect(stages.map(({ state }) => state.stage)).toEqual([
      'INVESTIGATING',
      'NEGOTIATING',
      'IMPASSE',
      'SECOND_REQUESTED',
    ]);
    for (const lived of stages) {
      expect(() => withdraw(lived, '2026-03-11'), lived.state.stage).toThrow(blocked('AGREEMENT_STANDS'));
    }
  });

  it('ends the second negotiation only, where it came of an agreement', () => {
    const lived = withdraw(second(resolved()), '2026-03-11');
    expect(lived.state).toMatchObject({
      stage: 'RESOLVED',
      outcome: 'SETTLED',
      secondNegotiation: { status: 'WITHDRAWN' },
    });
  });

  it('is possible after a default once nothing that was agreed is left', () => {
    const lived = executing();
    const termId = lived.state.terms[0]!.id;
    // Five working days after Tuesday the 3rd, and five more.
    lived.act('2026-03-17', people.complainant, 'reportDefault', { termId });
    expect(lived.state.stage).toBe('INVESTIGATING');
    expect(withdraw(lived, '2026-03-18').state.stage).toBe('WITHDRAWN');
  });

  it('is possible beside a part that is settled, whose terms run on', () => {
    const lived = negotiating();
    const [buyer, seller] = lived.state.parties.map(({ id }) => id);
    const terms = [{ kind: 'APOLOGY' as const, obligorId: seller!, beneficiaryId: buyer! }];
    lived.act('2026-03-04', people.complainant, 'makeProposal', { terms, settlesPart: true }).agree('2026-03-04');
    withdraw(lived, '2026-03-05');
    lived.act('2026-03-06', people.merchant, 'fulfilTerm', { termId: lived.state.terms[0]!.id });
    expect(lived.state).toMatchObject({ stage: 'WITHDRAWN', terms: [{ status: 'REPORTED' }] });
  });
});

describe('one of two complainants who withdraws', () => {
  it('leaves the case, which goes on and ends with the other', () => {
    const lived = withdraw(joined(investigating()), '2026-03-04');
    expect(lived.state.stage).toBe('INVESTIGATING');
    expect(partyOf(lived, 'complainant').leftAt).toBe('2026-03-04T04:00:00.000Z');
    expect(lived.events.at(-1)).toMatchObject({
      type: 'PartyLeft',
      audience: 'PARTIES',
      payload: { ground: 'WITHDRAWN' },
    });
    for (const command of ['postMessage', 'statePosition'] as const) {
      expect(() => lived.act('2026-03-05', people.complainant, command, { text: '还有话说' })).toThrow(
        code('FORBIDDEN'),
      );
    }
    expect(() => withdraw(lived, '2026-03-05')).toThrow(code('FORBIDDEN'));
    withdraw(lived, '2026-03-05', people.neighbour);
    expect(lived.state).toMatchObject({ stage: 'WITHDRAWN', outcome: 'WITHDRAWN' });
  });

  it('takes along what it offered or had to consent to, and leaves the rest', () => {
    const lived = joined(negotiating());
    const [buyer, seller, neighbour] = lived.state.parties.map(({ id }) => id);
    const apology = (beneficiaryId: string) => [{ kind: 'APOLOGY' as const, obligorId: seller!, beneficiaryId }];
    lived.act('2026-03-04', people.merchant, 'makeProposal', { terms: apology(buyer!) });
    lived.act('2026-03-04', people.merchant, 'makeProposal', { terms: apology(neighbour!) });
    lived.act('2026-03-04', people.complainant, 'makeProposal', { terms: apology(neighbour!) });
    withdraw(lived, '2026-03-05');
    expect(lived.state.proposals.map(({ status }) => status)).toEqual(['LAPSED', 'LIVE', 'LAPSED']);
    expect(() => lived.act('2026-03-05', people.merchant, 'makeProposal', { terms: apology(buyer!) })).toThrow(
      blocked('PARTY_LEFT'),
    );
    const { id: proposalId, hash } = lived.state.proposals[1]!;
    lived.act('2026-03-05', people.neighbour, 'acceptProposal', { proposalId, contentHash: hash });
    expect(lived.state.stage).toBe('EXECUTING');
  });

  it('owes nothing that was asked of it: the pause ends, and nobody waits for it', () => {
    const lived = joined(investigating());
    lived.ask('2026-03-03', 30);
    expect(waitingOn(lived.state)).toBe('COMPLAINANT');
    withdraw(lived, '2026-03-05');
    expect(waitingOn(lived.state)).toBe('PLATFORM');
    // (03-03, 03-05] paused, and not a day longer.
    expect(lived.clock('INVESTIGATION', '2026-03-10')).toMatchObject({ state: 'RUNNING', elapsed: 6, paused: 2 });
    const fromPartyId = partyOf(lived, 'complainant').id;
    const request = { fromPartyId, types: ['CHAT_RECORD' as const], isMandatory: false };
    expect(() => lived.act('2026-03-06', people.handler, 'requestEvidence', request)).toThrow(blocked('PARTY_LEFT'));
    const attempt = { partyId: fromPartyId, channel: 'PHONE' as const, isReached: false };
    expect(() => lived.act('2026-03-06', people.handler, 'recordContactAttempt', attempt)).toThrow(
      blocked('PARTY_LEFT'),
    );
  });

  it('still does, and is owed, what was agreed with it, and confirms nothing else', () => {
    const lived = joined(negotiating());
    const [buyer, seller, neighbour] = lived.state.parties.map(({ id }) => id);
    const apology = (beneficiaryId: string) => [{ kind: 'APOLOGY' as const, obligorId: seller!, beneficiaryId }];
    lived.act('2026-03-04', people.complainant, 'makeProposal', { terms: apology(buyer!), settlesPart: true });
    lived.agree('2026-03-04');
    withdraw(lived, '2026-03-05');
    lived.act('2026-03-06', people.complainant, 'confirmTerm', { termId: lived.state.terms[0]!.id });
    lived.act('2026-03-06', people.neighbour, 'makeProposal', { terms: apology(neighbour!) }).agree('2026-03-06');
    lived.act('2026-03-09', people.neighbour, 'confirmTerm', { termId: lived.state.terms[1]!.id });
    expect(lived.state.stage).toBe('RESOLVED');
    for (const who of [people.neighbour, people.merchant]) lived.act('2026-03-09', who, 'confirmResult', {});
    expect(() => lived.act('2026-03-09', people.complainant, 'confirmResult', {})).toThrow(code('FORBIDDEN'));
    expect(lived.act('2026-03-09', people.handler, 'closeCase', {}).state.stage).toBe('CLOSED');
  });

  it('does not end the second negotiation of the other', () => {
    const lived = joined(negotiating()).propose('2026-03-04').agree('2026-03-04').carryOut('2026-03-05');
    lived.act('2026-03-06', people.neighbour, 'requestSecondNegotiation', { grounds: '不服' });
    expect(withdraw(lived, '2026-03-09').state.stage).toBe('SECOND_REQUESTED');
    expect(withdraw(lived, '2026-03-10', people.neighbour).state.stage).toBe('RESOLVED');
  });
});

describe('one refund for two complainants', () => {
  it('is all that can be agreed of one transaction', () => {
    const disputedAmount = { amountMinor: 10_000, currency: 'CNY' };
    const lived = life().file('2026-03-02', { disputedAmount }).accept('2026-03-02').investigate('2026-03-02');
    joined(lived.conclude('2026-03-03'));
    const [buyer, seller, neighbour] = lived.state.parties.map(({ id }) => id);
    const refund = (beneficiaryId: string, amountMinor: number) => ({
      kind: 'PARTIAL_REFUND' as const,
      obligorId: seller!,
      beneficiaryId,
      amount: { amountMinor, currency: 'CNY' },
    });
    const offer = (...terms: ReturnType<typeof refund>[]) =>
      lived.act('2026-03-04', people.merchant, 'makeProposal', { terms });
    expect(() => offer(refund(buyer!, 10_000), refund(neighbour!, 1))).toThrow(blocked('REFUND_ABOVE_PAID'));
    offer(refund(buyer!, 6_000), refund(neighbour!, 4_000));
    const { id: proposalId, hash } = lived.state.proposals[0]!;
    lived.act('2026-03-04', people.complainant, 'acceptProposal', { proposalId, contentHash: hash });
    expect(lived.state.stage).toBe('NEGOTIATING');
    lived.act('2026-03-04', people.neighbour, 'acceptProposal', { proposalId, contentHash: hash });
    expect(lived.state.stage).toBe('EXECUTING');
  });
});

describe('the silence of one of two complainants', () => {
  const attempts = (lived: Life, memberId: string, days: string[]) => {
    const channels: ContactChannel[] = ['PHONE', 'EMAIL', 'PHONE'];
    days.forEach((time, index) =>
      lived.act(time, people.handler, 'recordContactAttempt', {
        partyId: partyOf(lived, memberId).id,
        channel: channels[index]!,
        isReached: false,
      }),
    );
    return lived;
  };
  const silent = () => attempts(joined(investigating()), 'complainant', ['2026-03-04', '2026-03-05', '2026-03-06']);

  it('ends nothing while the other can be reached', () => {
    expect(silent().sweep('2026-04-30').state.stage).toBe('INVESTIGATING');
  });

  it('ends the case with the silence of the last, and either brings it back', () => {
    const lived = attempts(silent(), 'neighbour', ['2026-03-10', '2026-03-11', '2026-03-12']);
    // Five working days after Thursday the 12th is Thursday the 19th.
    expect(lived.sweep('2026-03-19').state.stage).toBe('INVESTIGATING');
    expect(lived.sweep('2026-03-20').state).toMatchObject({ stage: 'WITHDRAWN', outcome: 'DEEMED_WITHDRAWN' });
    lived.act('2026-03-23', people.complainant, 'postMessage', { text: '我在' });
    expect(lived.state.stage).toBe('INVESTIGATING');
    expect(lived.sweep('2026-04-30').state.stage).toBe('INVESTIGATING');
  });

  it('is noticed anew when the other withdraws after its last day', () => {
    const lived = withdraw(silent(), '2026-03-18', people.neighbour);
    expect(partyOf(lived, 'complainant').silenceEndsOn).toBe('2026-03-25');
    expect(lived.sweep('2026-03-25').state.stage).toBe('INVESTIGATING');
    expect(lived.sweep('2026-03-26').state.stage).toBe('WITHDRAWN');
  });

  it('does not end the case by evidence that only one of them owes', () => {
    const lived = joined(investigating());
    const request = {
      fromPartyId: partyOf(lived, 'complainant').id,
      types: ['CHAT_RECORD' as const],
      isMandatory: true,
      onLapse: 'DEEMED_WITHDRAWN' as const,
    };
    lived.act('2026-03-03', people.handler, 'requestEvidence', request).sweep('2026-03-12');
    expect(lived.state).toMatchObject({ stage: 'INVESTIGATING', evidenceRequests: [{ status: 'LAPSED' }] });
    lived.act('2026-03-12', people.handler, 'requestEvidence', request);
    withdraw(lived, '2026-03-13', people.neighbour).sweep('2026-03-20');
    expect(lived.state).toMatchObject({ stage: 'WITHDRAWN', outcome: 'DEEMED_WITHDRAWN' });
  });

  it('is over when an ended case is taken up again: the party is tried anew', () => {
    const lived = executing();
    attempts(lived, 'complainant', ['2026-03-04', '2026-03-05', '2026-03-06']);
    lived.act('2026-03-17', people.handler, 'reportDefault', { termId: lived.state.terms[0]!.id });
    expect(partyOf(lived, 'complainant')).toMatchObject({ isUnreachable: false, silenceEndsOn: null });
    // One try more is the first of the new ones.
    const partyId = partyOf(lived, 'complainant').id;
    lived.act('2026-03-18', people.handler, 'recordContactAttempt', { partyId, channel: 'PHONE', isReached: false });
    expect(partyOf(lived, 'complainant').isUnreachable).toBe(false);
    expect(lived.sweep('2026-04-30').state.stage).toBe('INVESTIGATING');
  });
});
