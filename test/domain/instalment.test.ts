import { describe, expect, it } from 'vitest';
import type { Person } from '@accord/server/domain/permission';
import type { TermInput } from '@accord/server/domain/term';
import type { CaseState } from '@accord/server/domain/case';
import { life, people } from '../support/life.js';
import { badField, blocked } from '../support/refusal.js';

const { complainant, platform, handler } = people;
const yuan = (amountMinor: number) => ({ amountMinor, currency: 'CNY' });

/** A debtor and the platform agree on this, on the given day; it is in force at once. */
function owing(on: string, term: Omit<TermInput, 'obligorId' | 'beneficiaryId'>) {
  const lived = life().file(on, { type: 'REPAYMENT', reason: 'CANNOT_REPAY_ON_TIME', respondentIds: [] });
  lived.accept(on).investigate(on).conclude(on);
  const [debtor, lender] = lived.state.parties.map(({ id }) => id);
  lived.act(on, complainant, 'makeProposal', { terms: [{ ...term, obligorId: debtor!, beneficiaryId: lender! }] });
  const { id: proposalId, hash: contentHash } = lived.state.proposals[0]!;
  lived.act(on, platform, 'acceptProposal', { proposalId, contentHash });
  expect(lived.state).toMatchObject({ stage: 'RESOLVED', outcome: 'SETTLED', terms: [{ status: 'IN_FORCE' }] });
  const termId = lived.state.terms[0]!.id;
  return {
    lived,
    termId,
    /** By the handler, who looks at the books, unless somebody else says so. */
    pay: (paidOn: string, number: number, who: Person = handler) =>
      lived.sweep(paidOn).act(paidOn, who, 'recordInstalment', { termId, number }),
    confirm: (on: string, instalmentNumber: number, who: Person = platform) =>
      lived.sweep(on).act(on, who, 'confirmTerm', { termId, instalmentNumber }),
    contest: (on: string, instalmentNumber: number, who: Person = platform) =>
      lived.sweep(on).act(on, who, 'contestTerm', { termId, instalmentNumber, reason: '没有到账' }),
    report: (reportedOn: string, instalmentNumber: number | null = null) =>
      lived.sweep(reportedOn).act(reportedOn, platform, 'reportDefault', { termId, instalmentNumber }),
  };
}

describe('an instalment plan', () => {
  const plan = (on: string, dates: string[], amounts = dates.map(() => 100)) =>
    owing(on, {
      kind: 'INSTALMENT_PLAN',
      amount: yuan(300),
      instalments: dates.map((dueOn, index) => ({ dueOn, amount: yuan(amounts[index]!) })),
    });

  it('15: keeps the dates agreed and is due on the next working days', () => {
    const { lived } = plan('2025-10-20', ['2026-01-02', '2026-04-05', '2026-10-05']);
    expect(lived.state.terms[0]!.instalments.map(({ nominalOn, dueOn }) => [nominalOn, dueOn])).toEqual([
      ['2026-01-02', '2026-01-04'],
      ['2026-04-05', '2026-04-07'],
      ['2026-10-05', '2026-10-08'],
    ]);
    expect(lived.state.terms[0]!.dueOn).toBe('2026-10-08');
  });

  it('sums to its amount to the fen', () => {
    const dates = ['2026-04-01', '2026-05-06', '2026-06-01'];
    expect(() => plan('2026-03-02', dates, [100, 100, 99])).toThrow(badField('input.terms.0.instalments'));
    expect(() => plan('2026-03-02', dates, [100, 100, 101])).toThrow(badField('input.terms.0.instalments'));
    plan('2026-03-02', dates, [1, 1, 298]);
  });

  it('is fulfilled by its last payment, whatever the order, and cannot be defaulted on then', () => {
    const { lived, termId, pay, report } = plan('2026-03-02', ['2026-04-01', '2026-05-06', '2026-06-01']);
    pay('2026-03-30', 2);
    pay('2026-04-01', 1);
    expect(lived.state.terms[0]).toMatchObject({ status: 'IN_FORCE' });
    pay('2026-06-01', 3);
    expect(lived.state).toMatchObject({
      stage: 'CLOSED',
      outcome: 'SETTLED',
      terms: [{ status: 'FULFILLED', fulfilledAt: '2026-06-01T04:00:00.000Z' }],
    });
    expect(() => pay('2026-06-02', 3)).toThrow(blocked('TERM_NOT_OPEN'));
    expect(() => report('2026-07-01', 3)).toThrow(blocked('INSTALMENT_PAID'));
    expect(() => report('2026-07-01')).toThrow(blocked('TERM_NOT_OPEN'));
    expect(lived.state.terms[0]!.id).toBe(termId);
  });

  it('that is defaulted on keeps what was paid, and is paid no further', () => {
    const { lived, pay, report } = plan('2026-03-02', ['2026-04-01', '2026-05-06', '2026-06-01']);
    pay('2026-04-01', 1);
    // Due Wednesday 05-06; 05-07, 08, 09 (a make-up Saturday), 11 and 12.
    expect(() => report('2026-05-11', 2)).toThrow(blocked('NOT_IN_DEFAULT'));
    report('2026-05-12', 2);
    expect(lived.state).toMatchObject({ stage: 'INVESTIGATING', terms: [{ status: 'DEFAULTED' }] });
    expect(lived.state.terms[0]!.instalments.map(({ paidAt }) => paidAt !== null)).toEqual([true, false, false]);
    expect(() => pay('2026-05-12', 2)).toThrow(blocked('TERM_NOT_OPEN'));
  });
});

describe('an instalment that its obligor reports', () => {
  const dates = ['2026-04-01', '2026-05-06', '2026-06-01'];
  const planned = () =>
    owing('2026-03-02', {
      kind: 'INSTALMENT_PLAN',
      amount: yuan(300),
      instalments: dates.map((dueOn) => ({ dueOn, amount: yuan(100) })),
    });
  const paidOf = ({ state }: { state: CaseState }) => state.terms[0]!.instalments.map(({ paidAt }) => paidAt);

  it('counts five working days later when nobody contests it, from the end of that day', () => {
    const { lived, pay, contest } = planned();
    pay('2026-04-01', 1, complainant);
    expect(lived.state.terms[0]!.instalments[0]).toMatchObject({ paidAt: null, uncontestedOn: '2026-04-09' });
    expect(() => pay('2026-04-02', 1, complainant)).toThrow(blocked('INSTALMENT_REPORTED'));
    // Ching Ming, Monday the 6th, is a day off.
    lived.sweep('2026-04-09');
    expect(paidOf(lived)).toEqual([null, null, null]);
    lived.sweep('2026-04-13');
    expect(paidOf(lived)).toEqual(['2026-04-09T15:59:59.999Z', null, null]);
    expect(() => contest('2026-04-13', 1)).toThrow(blocked('TERM_NOT_OPEN'));
  });

  it('counts when the beneficiary confirms it, and nobody else', () => {
    const { lived, pay, confirm } = planned();
    pay('2026-04-01', 1, complainant);
    expect(() => confirm('2026-04-02', 1, complainant)).toThrow(blocked('NOT_THE_BENEFICIARY'));
    expect(() => confirm('2026-04-02', 4)).toThrow(badField('input.instalmentNumber'));
    confirm('2026-04-02', 1);
    // What comes in before it is reported is confirmed likewise.
    confirm('2026-05-06', 2);
    expect(() => confirm('2026-05-06', 2)).toThrow(blocked('INSTALMENT_PAID'));
    pay('2026-06-01', 3, complainant);
    confirm('2026-06-02', 3);
    expect(lived.state).toMatchObject({
      stage: 'CLOSED',
      terms: [{ status: 'FULFILLED', fulfilledBy: 'CONFIRMED', fulfilledAt: '2026-06-02T04:00:00.000Z' }],
    });
  });

  it('counts when the handler books it, also after it was contested', () => {
    const { lived, pay, contest } = planned();
    pay('2026-04-01', 1, complainant);
    contest('2026-04-02', 1);
    expect(paidOf(pay('2026-04-03', 1))).toEqual(['2026-04-03T04:00:00.000Z', null, null]);
    expect(lived.state.deadlines.filter(({ kind, actedAt }) => kind === 'TERM_UNCONTESTED' && !actedAt)).toEqual([]);
  });

  it('and that the beneficiary contests is in default by its own due date, and can be reported anew', () => {
    const { lived, pay, contest, report } = planned();
    pay('2026-04-08', 1, complainant);
    // Five working days past Wednesday 04-01, over Ching Ming: Thursday 04-09.
    expect(() => report('2026-04-09', 1)).toThrow(blocked('INSTALMENT_REPORTED'));
    expect(() => contest('2026-04-09', 2)).toThrow(blocked('TERM_NOT_OPEN'));
    contest('2026-04-09', 1);
    pay('2026-04-10', 1, complainant);
    contest('2026-04-13', 1);
    report('2026-04-13', 1);
    expect(lived.state).toMatchObject({ stage: 'INVESTIGATING', terms: [{ status: 'DEFAULTED' }] });
  });

  it('is not told as overdue while it waits, and is once it is contested', () => {
    const { lived, pay, contest } = planned();
    pay('2026-04-01', 1, complainant);
    const told = () => lived.events.filter(({ type }) => type === 'TermOverdue').map(({ payload }) => payload);
    lived.sweep('2026-04-08');
    expect(told()).toEqual([]);
    contest('2026-04-08', 1);
    lived.sweep('2026-04-09');
    expect(told()).toMatchObject([{ instalmentNumber: 1 }]);
  });

  it('reported beside others on one day counts with them, and the last ones fulfil the plan together', () => {
    const { lived, pay } = planned();
    for (const number of [1, 2, 3]) pay('2026-04-01', number, complainant);
    lived.sweep('2026-04-10');
    expect(paidOf(lived)).toEqual(Array(3).fill('2026-04-09T15:59:59.999Z'));
    expect(lived.state.terms[0]).toMatchObject({ status: 'FULFILLED', fulfilledBy: 'UNCONTESTED' });
    expect(lived.events.filter(({ type }) => type === 'TermFulfilled')).toHaveLength(1);
  });
});

describe('a deferment', () => {
  // Ching Ming, Monday 2026-04-06, is a day off.
  const deferred = () => owing('2026-03-02', { kind: 'DEFERMENT', dueOn: '2026-04-06' });

  it('is due on the next working day, and in default five working days later; a new cycle of OVERALL starts', () => {
    const { lived, report } = deferred();
    expect(lived.state.terms[0]!.dueOn).toBe('2026-04-07');
    const first = lived.clock('OVERALL', '2026-04-14');
    expect(() => report('2026-04-13')).toThrow(blocked('NOT_IN_DEFAULT'));
    report('2026-04-14');
    expect(lived.state).toMatchObject({ stage: 'INVESTIGATING', outcome: null, terms: [{ status: 'DEFAULTED' }] });
    expect(lived.clock('OVERALL', '2026-04-15')).toEqual(first);
    expect(lived.clock('OVERALL', '2026-04-15', 2)).toMatchObject({ state: 'RUNNING', counted: 1 });
  });

  it('ends with its one payment, in every stage', () => {
    const { lived, pay, confirm, contest, report } = deferred();
    expect(() => pay('2026-04-01', 2)).toThrow(badField('input.number'));
    expect(() => pay('2026-04-01', 1, platform)).toThrow(blocked('NOT_THE_OBLIGOR'));
    pay('2026-04-01', 1, complainant);
    contest('2026-04-02', 1);
    pay('2026-04-02', 1, complainant);
    expect(lived.state.terms[0]).toMatchObject({ status: 'IN_FORCE', uncontestedOn: '2026-04-10' });
    confirm('2026-04-03', 1);
    expect(lived.state).toMatchObject({ stage: 'CLOSED', terms: [{ status: 'FULFILLED' }] });
    expect(() => report('2026-05-20')).toThrow(blocked('TERM_NOT_OPEN'));
    expect(() => pay('2026-04-02', 1)).toThrow(blocked('TERM_NOT_OPEN'));
  });
});
