import { describe, expect, it } from 'vitest';
import type { TermInput } from '@accord/server/domain/term';
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
    pay: (paidOn: string, number: number, who = complainant) =>
      lived.sweep(paidOn).act(paidOn, who, 'recordInstalment', { termId, number }),
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
    pay('2026-04-01', 1, handler);
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
    const { lived, pay, report } = deferred();
    expect(() => pay('2026-04-01', 2)).toThrow(badField('input.number'));
    expect(() => pay('2026-04-01', 1, platform)).toThrow(blocked('NOT_THE_OBLIGOR'));
    pay('2026-04-01', 1);
    expect(lived.state).toMatchObject({ stage: 'CLOSED', terms: [{ status: 'FULFILLED' }] });
    expect(() => report('2026-05-20')).toThrow(blocked('TERM_NOT_OPEN'));
    expect(() => pay('2026-04-02', 1)).toThrow(blocked('TERM_NOT_OPEN'));
  });
});
