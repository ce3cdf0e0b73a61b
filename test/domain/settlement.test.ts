import { foldOf } from '@accord/server/domain/evolve';
import { negotiationRows } from '@accord/server/domain/negotiation-rows';
import { contentHash } from '@accord/server/domain/proposal';
import { waitingOn } from '@accord/server/domain/waiting-on';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { badField, blocked, code } from '../support/refusal.js';

const yuan = (amountMinor: number, currency = 'CNY') => ({ amountMinor, currency });

/** A refund of 99 yuan and an apology, offered on Wednesday 2026-03-04; a third term where its date is named. */
function offered(resentOn?: string) {
  const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-03');
  const [buyer, seller] = lived.state.parties.map((party) => party.id);
  const owed = { obligorId: seller!, beneficiaryId: buyer! };
  return lived.act('2026-03-04', people.complainant, 'makeProposal', {
    terms: [
      { kind: 'PARTIAL_REFUND', ...owed, amount: yuan(9900) },
      { kind: 'APOLOGY', ...owed },
      ...(resentOn ? [{ kind: 'RESEND_GOODS' as const, ...owed, dueOn: resentOn }] : []),
    ],
  });
}

/** Both agreed on the same day. */
function agreed() {
  const lived = offered().agree('2026-03-04');
  const [refund, apology] = lived.state.terms.map((term) => term.id);
  return { lived, refund: refund!, apology: apology! };
}

describe('a term that names no date', () => {
  it('is due so many days after it is agreed, however long it was on offer: three for a refund, five else', () => {
    const lived = offered('2026-03-12');
    const { hash } = lived.state.proposals[0]!;
    // Wednesday 03-11 is the last day of an offer of Wednesday 03-04.
    lived.agree('2026-03-11');
    expect(lived.state.terms.map(({ dueOn }) => dueOn)).toEqual(['2026-03-16', '2026-03-18', '2026-03-12']);
    expect(negotiationRows(lived.state).term.map((row) => row['due_on'])).toEqual(
      lived.state.terms.map(({ dueOn }) => dueOn),
    );
    // What was accepted is what its hash says.
    expect(contentHash(lived.state.id, lived.state.rounds[0]!.id, lived.state.proposals[0]!.terms)).toBe(hash);
    expect(foldOf(lived.state.id, lived.events).terms).toEqual(lived.state.terms);
    lived.sweep('2026-03-16');
    expect(lived.events.filter(({ type }) => type === 'TermOverdue')).toMatchObject([{ effectiveOn: '2026-03-12' }]);
  });
});

describe('a term that is contested', () => {
  const report = (time: string, { lived, refund }: ReturnType<typeof agreed>) =>
    lived.act(time, people.merchant, 'fulfilTerm', { termId: refund, reference: 'R-1' });
  const contest = (time: string, { lived, refund }: ReturnType<typeof agreed>) =>
    lived.act(time, people.complainant, 'contestTerm', { termId: refund, reason: '未收到' });

  it('is owed again, until the obligor reports it anew', () => {
    const settled = agreed();
    const { lived } = settled;
    report('2026-03-05', settled);
    contest('2026-03-12', settled);
    expect(lived.state.terms[0]).toMatchObject({ status: 'CONTESTED', contestedAt: '2026-03-12T04:00:00.000Z' });
    expect(waitingOn(lived.state)).toBe('RESPONDENT');
    lived.sweep('2026-04-30');
    expect(lived.state.terms[0]).toMatchObject({ status: 'CONTESTED' });
    report('2026-05-06', settled);
    expect(lived.state.terms[0]).toMatchObject({ status: 'REPORTED' });
    // Five working days after Wednesday 2026-05-06; Saturday the 9th is a make-up day.
    expect(lived.state.terms[0]!.uncontestedOn).toBe('2026-05-12');
    lived.sweep('2026-05-13');
    expect(lived.state.terms[0]).toMatchObject({ status: 'FULFILLED' });
  });

  it('is contested by the beneficiary, in time, and only what was reported', () => {
    const settled = agreed();
    const { lived, refund } = settled;
    expect(() => contest('2026-03-05', settled)).toThrow(blocked('TERM_NOT_OPEN'));
    report('2026-03-05', settled);
    expect(() => lived.act('2026-03-05', people.merchant, 'contestTerm', { termId: refund, reason: '不应退' })).toThrow(
      blocked('NOT_THE_BENEFICIARY'),
    );
    // Five working days after Thursday the 5th is Thursday the 12th.
    expect(() => contest('2026-03-13T00:00', settled)).toThrow(
      code('DEADLINE_PASSED', { deadlineAt: '2026-03-12T16:00:00.000Z' }),
    );
  });

  it('can be confirmed all the same', () => {
    const settled = agreed();
    report('2026-03-05', settled);
    contest('2026-03-06', settled);
    settled.lived.act('2026-03-09', people.complainant, 'confirmTerm', { termId: settled.refund });
    expect(settled.lived.state.terms[0]).toMatchObject({ status: 'FULFILLED' });
  });
});

describe('money booked for a term', () => {
  it('fulfils it to the fen, and the last term resolves the case', () => {
    const { lived, refund, apology } = agreed();
    const book = (amount: ReturnType<typeof yuan>) =>
      lived.act('2026-03-05', people.handler, 'recordMovement', { termId: refund, amount });
    lived.act('2026-03-05', people.complainant, 'confirmTerm', { termId: apology });
    book(yuan(3333));
    book(yuan(6566));
    expect(lived.state.terms[0]).toMatchObject({ status: 'OPEN' });
    expect(() => book(yuan(2))).toThrow(blocked('MOVEMENT_ABOVE_TERM'));
    expect(() => book(yuan(1, 'USD'))).toThrow(badField('input.amount.currency'));
    expect(() => book(yuan(0))).toThrow(badField('input.amount.amountMinor'));
    book(yuan(1));
    expect(lived.state).toMatchObject({ stage: 'RESOLVED', outcome: 'SETTLED' });
    expect(lived.state.movements.map(({ amount }) => amount.amountMinor)).toEqual([3333, 6566, 1]);
    expect(() => book(yuan(1))).toThrow(blocked('TERM_NOT_OPEN'));
  });

  it('is not booked for a term that moves none', () => {
    const { lived, apology } = agreed();
    expect(() =>
      lived.act('2026-03-05', people.handler, 'recordMovement', { termId: apology, amount: yuan(1) }),
    ).toThrow(blocked('TERM_MOVES_NO_MONEY'));
  });
});

describe('an instalment', () => {
  /** Three instalments agreed with the platform; the plan in force resolves the case. */
  function plan() {
    const lived = life()
      .file('2026-03-02', { type: 'REPAYMENT', reason: 'CANNOT_REPAY_ON_TIME', respondentIds: [] })
      .accept('2026-03-02')
      .investigate('2026-03-02')
      .conclude('2026-03-03');
    const [debtor, lender] = lived.state.parties.map((party) => party.id);
    const instalments = ['2026-04-01', '2026-05-01', '2026-06-01'].map((dueOn) => ({ dueOn, amount: yuan(100) }));
    const owed = { obligorId: debtor!, beneficiaryId: lender!, amount: yuan(300) };
    lived.act('2026-03-04', people.complainant, 'makeProposal', {
      terms: [{ kind: 'INSTALMENT_PLAN', ...owed, instalments }],
    });
    const { id: proposalId, hash: contentHash } = lived.state.proposals[0]!;
    lived.act('2026-03-04', people.platform, 'acceptProposal', { proposalId, contentHash });
    return { lived, termId: lived.state.terms[0]!.id };
  }

  it('is recorded once, by who owes it or the handler, whatever became of the case', () => {
    const { lived, termId } = plan();
    expect(lived.state.stage).toBe('RESOLVED');
    lived.act('2026-03-30', people.complainant, 'recordInstalment', { termId, number: 1, reference: 'P-1' });
    lived.sweep('2026-05-06');
    expect(lived.state.stage).toBe('CLOSED');
    lived.act('2026-05-06', people.handler, 'recordInstalment', { termId, number: 2 });
    expect(lived.state.terms[0]!.instalments.map(({ paidAt }) => paidAt)).toEqual([
      // Uncontested through Tuesday 04-07, Ching Ming in between.
      '2026-04-07T15:59:59.999Z',
      '2026-05-06T04:00:00.000Z',
      null,
    ]);
    // What was agreed is in the log as it was.
    expect(lived.state.proposals[0]!.terms[0]!.instalments[0]).not.toHaveProperty('paidAt');
    const again = () => lived.act('2026-05-07', people.complainant, 'recordInstalment', { termId, number: 2 });
    expect(again).toThrow(blocked('INSTALMENT_PAID'));
  });

  it('is one of the plan, and recorded by nobody to whom it is owed', () => {
    const { lived, termId } = plan();
    expect(() => lived.act('2026-03-30', people.complainant, 'recordInstalment', { termId, number: 4 })).toThrow(
      badField('input.number'),
    );
    expect(() => lived.act('2026-03-30', people.platform, 'recordInstalment', { termId, number: 1 })).toThrow(
      blocked('NOT_THE_OBLIGOR'),
    );
  });
});
