import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { badField, blocked, code } from '../support/refusal.js';

const { handler, complainant, merchant, supervisor, otherSupervisor, colleague } = people;
const negotiating = (on: string) => life().file(on).accept(on).investigate(on).conclude(on);

describe('reopening an ended case', () => {
  const rejected = () =>
    life()
      .file('2026-03-02')
      .act('2026-03-04', handler, 'rejectCase', { reasonCode: 'NO_GROUNDS', reason: '没有依据' });

  it('sends a rejected case back to be answered by another handler; OVERALL runs on', () => {
    const lived = rejected().act('2026-03-10', supervisor, 'reopenCase', { reason: '有新的线索' });
    expect(lived.state).toMatchObject({ stage: 'SUBMITTED', handlerId: null, outcome: null });
    // Filed 03-02, rejected 03-04: two days, and the four until 03-10 are left out.
    expect(lived.clock('OVERALL', '2026-03-11')).toMatchObject({ state: 'RUNNING', counted: 3, elapsed: 3 });
    expect(lived.clock('RESPONSE', '2026-03-11', 2)).toMatchObject({ state: 'RUNNING', counted: 1 });
    const take = (handlerId: string) => () => lived.act('2026-03-11', supervisor, 'assignCase', { handlerId });
    expect(take(handler.id)).toThrow(blocked('HANDLER_BARRED'));
    take(colleague.id)();
    lived.act('2026-03-11', colleague, 'acceptCase', { complexity: 'LOW' });
    expect(lived.clock('INVESTIGATION', '2026-03-12')).toMatchObject({ counted: 1 });
  });

  it('sends a case rejected on the fast track back to it without another cycle of SIMPLE, which has one from its filing', () => {
    const lived = life()
      .file('2026-03-02', { type: 'PAYMENT_ANOMALY', reason: 'REFUND_DELAYED' })
      .act('2026-03-03', handler, 'rejectCase', { reasonCode: 'NO_GROUNDS', reason: '没有依据' })
      .act('2026-03-05', supervisor, 'reopenCase', { reason: '有新的线索' });
    expect(lived.state).toMatchObject({ stage: 'SUBMITTED', track: 'SIMPLE' });
    const cycles = lived.state.clocks.map(({ kind, cycle, state, verdict }) => [kind, cycle, state, verdict]);
    expect(cycles.sort()).toEqual([
      ['OVERALL', 1, 'RUNNING', null],
      ['RESPONSE', 1, 'STOPPED', 'FASTER'],
      ['RESPONSE', 2, 'RUNNING', null],
      ['SIMPLE', 1, 'CANCELLED', null],
    ]);
    lived.act('2026-03-05', supervisor, 'assignCase', { handlerId: colleague.id });
    lived.act('2026-03-06', colleague, 'acceptCase', { complexity: 'LOW' });
    lived.act('2026-03-06', colleague, 'leaveFastTrack', {});
    expect(lived.clock('SIMPLE', '2026-03-09')).toMatchObject({ state: 'CANCELLED', verdict: null });
    expect(lived.clock('INVESTIGATION', '2026-03-09')).toMatchObject({ state: 'RUNNING', counted: 1 });
  });

  it('needs a new ground and another supervisor each further time', () => {
    const lived = rejected().act('2026-03-05', supervisor, 'reopenCase', { reason: '再看', ground: 'NEW_EVIDENCE' });
    lived.act('2026-03-05', supervisor, 'assignCase', { handlerId: colleague.id });
    lived.act('2026-03-06', colleague, 'rejectCase', { reasonCode: 'NO_GROUNDS', reason: '仍无依据' });
    const reopen = (who: typeof supervisor, ground?: 'NEW_EVIDENCE' | 'OBJECTION') => () =>
      lived.act('2026-03-09', who, 'reopenCase', { reason: '又有新的线索', ground: ground ?? null });
    expect(reopen(supervisor)).toThrow(blocked('SAME_SUPERVISOR'));
    expect(reopen(otherSupervisor, 'NEW_EVIDENCE')).toThrow(blocked('GROUND_USED'));
    expect(reopen(otherSupervisor, 'OBJECTION')).toThrow(badField('input.ground'));
    reopen(otherSupervisor)();
    expect(lived.state.stage).toBe('SUBMITTED');
  });

  it('is refused to a supervisor who acted in the handler’s place', () => {
    const lived = life().file('2026-03-02');
    const reason = '经办人不在';
    lived.act('2026-03-04', supervisor, 'rejectCase', { reasonCode: 'NO_GROUNDS', reason });
    const reopen = (who: typeof supervisor) => () => lived.act('2026-03-05', who, 'reopenCase', { reason: '复查' });
    expect(reopen(supervisor)).toThrow(code('FORBIDDEN'));
    reopen(otherSupervisor)();
  });

  it('takes a closed case that was never solved to a new investigation', () => {
    const lived = negotiating('2026-03-02').act('2026-03-03', handler, 'declareImpasse', { reason: '不成' });
    lived.sweep('2026-03-18').act('2026-03-20', supervisor, 'reopenCase', { reason: '复查' });
    expect(lived.state).toMatchObject({ stage: 'INVESTIGATING', outcome: null });
    // 03-02 to the lapse of 03-17, and from 03-20 on.
    expect(lived.clock('OVERALL', '2026-03-23')).toMatchObject({ counted: 12 });
  });
});

describe('a default', () => {
  const executing = () => negotiating('2026-03-02').propose('2026-03-02').agree('2026-03-02');

  it('takes the case up again five working days past the due date, on the word of who it is owed to', () => {
    const lived = executing();
    const { id: termId, dueOn } = lived.state.terms[0]!;
    expect(dueOn).toBe('2026-03-09');
    const report = (on: string, who: typeof complainant) => () => lived.act(on, who, 'reportDefault', { termId });
    expect(report('2026-03-13', complainant)).toThrow(blocked('NOT_IN_DEFAULT'));
    expect(report('2026-03-16', merchant)).toThrow(blocked('NOT_THE_BENEFICIARY'));
    report('2026-03-16', complainant)();
    expect(lived.state).toMatchObject({ stage: 'INVESTIGATING', terms: [{ status: 'DEFAULTED' }] });
    expect(lived.clock('OVERALL', '2026-03-16')).toMatchObject({ state: 'RUNNING', counted: 10 });
    lived.act('2026-03-17', handler, 'planInvestigationStep', { kind: 'OTHER' }).conclude('2026-03-17');
    lived.propose('2026-03-17').agree('2026-03-18').carryOut('2026-03-19');
    expect(lived.state.stage).toBe('RESOLVED');
    expect(lived.clock('FIRST_NEGOTIATION', '2026-03-19', 2)).toMatchObject({ counted: 1 });
  });

  it('counts from the due date though what was reported is contested', () => {
    const lived = executing();
    const { id: termId } = lived.state.terms[0]!;
    lived.act('2026-03-09', merchant, 'fulfilTerm', { termId });
    const report = () => lived.act('2026-03-16', complainant, 'reportDefault', { termId });
    expect(report).toThrow(blocked('TERM_NOT_OPEN'));
    lived.act('2026-03-16', complainant, 'contestTerm', { termId, reason: '未收到' });
    report();
    expect(lived.state).toMatchObject({ stage: 'INVESTIGATING', terms: [{ status: 'DEFAULTED' }] });
  });

  it('frees of what was to be refunded whatever was not booked, for the new agreement', () => {
    const paid = { amountMinor: 10_000, currency: 'CNY' };
    const lived = life().file('2026-03-02', { disputedAmount: paid }).accept('2026-03-02');
    lived.investigate('2026-03-02').conclude('2026-03-02');
    const [buyer, seller] = lived.state.parties.map((party) => party.id);
    const refund = (on: string, amountMinor: number) => () =>
      lived.act(on, complainant, 'makeProposal', {
        terms: [
          {
            kind: 'PARTIAL_REFUND',
            obligorId: seller!,
            beneficiaryId: buyer!,
            amount: { ...paid, amountMinor },
          },
        ],
      });
    refund('2026-03-02', paid.amountMinor)();
    lived.agree('2026-03-02');
    const termId = lived.state.terms[0]!.id;
    lived.act('2026-03-03', handler, 'recordMovement', { termId, amount: { ...paid, amountMinor: 100 } });
    // A refund is due in three working days: Thursday the 5th; five more are the 12th.
    lived.act('2026-03-12', complainant, 'reportDefault', { termId });
    lived.act('2026-03-12', handler, 'planInvestigationStep', { kind: 'OTHER' }).conclude('2026-03-12');
    expect(lived.state.stage).toBe('NEGOTIATING');
    expect(refund('2026-03-12', paid.amountMinor - 99)).toThrow(blocked('REFUND_ABOVE_PAID'));
    refund('2026-03-12', paid.amountMinor - 100)();
    lived.agree('2026-03-12');
    expect(lived.state).toMatchObject({ stage: 'EXECUTING', terms: [{ status: 'DEFAULTED' }, { status: 'OPEN' }] });
  });

  it('of an instalment after the end starts a new cycle of OVERALL, and the first keeps its verdict', () => {
    const lived = life().file('2026-03-02', { type: 'REPAYMENT', reason: 'CANNOT_REPAY_ON_TIME' });
    lived.accept('2026-03-03').investigate('2026-03-03').conclude('2026-03-04');
    const [debtor] = lived.state.parties;
    const lender = lived.state.parties.find(({ kind }) => kind === 'PLATFORM')!;
    const amount = { amountMinor: 100, currency: 'CNY' };
    lived.act('2026-03-05', complainant, 'makeProposal', {
      terms: [
        {
          kind: 'INSTALMENT_PLAN',
          obligorId: debtor!.id,
          beneficiaryId: lender.id,
          amount: { ...amount, amountMinor: 200 },
          instalments: [
            { dueOn: '2026-03-31', amount },
            { dueOn: '2026-04-01', amount },
          ],
        },
      ],
    });
    const { id: proposalId, hash: contentHash } = lived.state.proposals[0]!;
    lived.act('2026-03-05', people.platform, 'acceptProposal', { proposalId, contentHash });
    expect(lived.state.stage).toBe('RESOLVED');
    const first = lived.clock('OVERALL', '2026-03-05');
    const termId = lived.state.terms[0]!.id;
    lived.act('2026-03-31', handler, 'recordInstalment', { termId, number: 1 });
    lived.sweep('2026-04-01');
    const report = (on: string, instalmentNumber: number | null) => () =>
      lived.act(on, people.platform, 'reportDefault', { termId, instalmentNumber });
    expect(report('2026-04-09', null)).toThrow(blocked('TERM_NOT_OPEN'));
    expect(report('2026-04-09', 1)).toThrow(blocked('INSTALMENT_PAID'));
    expect(report('2026-04-09', 3)).toThrow(code('NOT_FOUND', { path: 'input.instalmentNumber' }));
    // 04-06 is a day off: 04-02, 03, 07, 08, 09.
    expect(report('2026-04-08', 2)).toThrow(blocked('NOT_IN_DEFAULT'));
    report('2026-04-09', 2)();
    expect(lived.state).toMatchObject({ stage: 'INVESTIGATING', outcome: null });
    expect(lived.clock('OVERALL', '2026-04-10')).toEqual(first);
    expect(lived.clock('OVERALL', '2026-04-10', 2)).toMatchObject({ state: 'RUNNING', counted: 1 });
  });
});
