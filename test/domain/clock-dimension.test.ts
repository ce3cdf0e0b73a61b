import { rowsOf } from '@accord/server/domain/rows';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';

const { handler, complainant, supervisor } = people;
type Life = ReturnType<typeof life>;
const negotiating = () =>
  life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-02');

/** What figures are told of a cycle. */
function told({ state }: Life, kind: string, cycle = 1) {
  const row = rowsOf(state).clock.find((each) => each['kind'] === kind && each['cycle'] === cycle)!;
  return { rootCause: row['root_cause'], respondentId: row['respondent_id'], outcome: row['outcome'] };
}

describe('what a clock cycle was of', () => {
  it('keeps the root cause that had been found when it stopped', () => {
    const lived = negotiating().act('2026-03-03', handler, 'declareImpasse', { reason: '分歧' });
    lived.act('2026-03-03', handler, 'deepenInvestigation', { reason: '再查' });
    lived.act('2026-03-04', handler, 'recordFinding', { rootCause: 'FRAUD', text: '涉嫌欺诈' });
    expect(told(lived, 'RESPONSE').rootCause).toBeNull();
    expect(told(lived, 'INVESTIGATION').rootCause).toBe('MERCHANT_FAILURE');
    // Running, so as it is now; the impasse had stopped it, and it runs on.
    expect(told(lived, 'INVESTIGATION', 2).rootCause).toBe('FRAUD');
    expect(told(lived, 'FIRST_NEGOTIATION').rootCause).toBe('FRAUD');
  });

  it('keeps who answered the case then', () => {
    const lived = life().file('2026-03-02', { type: 'SERVICE_COMPLAINT', reason: 'POOR_SERVICE', respondentIds: [] });
    lived.accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-02');
    const merchants = {
      type: 'TRADE_DISPUTE' as const,
      caseReason: 'DELIVERY_DELAY' as const,
      explanation: '重新认定',
    };
    lived.act('2026-03-03', handler, 'reclassifyCase', merchants);
    expect(told(lived, 'INVESTIGATION').respondentId).toBe(people.platform.id);
    // A merchant whom nobody has found answers it now.
    expect(told(lived, 'FIRST_NEGOTIATION').respondentId).toBeNull();
  });

  it('of OVERALL keeps the outcome it ended with, though a default begins the next', () => {
    const lived = life().file('2026-03-02', { type: 'REPAYMENT', reason: 'CANNOT_REPAY_ON_TIME', respondentIds: [] });
    lived.accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-02');
    const [obligorId, beneficiaryId] = lived.state.parties.map(({ id }) => id as string);
    const terms = [
      { kind: 'DEFERMENT' as const, obligorId: obligorId!, beneficiaryId: beneficiaryId!, dueOn: '2026-03-09' },
    ];
    lived.act('2026-03-02', complainant, 'makeProposal', { terms });
    const { id: proposalId, hash: contentHash } = lived.state.proposals[0]!;
    lived.act('2026-03-02', people.platform, 'acceptProposal', { proposalId, contentHash });
    expect(['OVERALL', 'RESPONSE'].map((kind) => told(lived, kind).outcome)).toEqual(['SETTLED', 'SETTLED']);
    const termId = lived.state.terms[0]!.id;
    lived.sweep('2026-03-16').act('2026-03-16', people.platform, 'reportDefault', { termId });
    expect(lived.state.outcome).toBeNull();
    expect([told(lived, 'OVERALL').outcome, told(lived, 'OVERALL', 2).outcome]).toEqual(['SETTLED', null]);
  });

  it('of OVERALL has no outcome any more while the same cycle runs on', () => {
    const lived = negotiating().propose('2026-03-02').agree('2026-03-02').carryOut('2026-03-05');
    expect(told(lived, 'OVERALL').outcome).toBe('SETTLED');
    lived.act('2026-03-06', supervisor, 'reopenCase', { reason: '有新的线索' });
    expect(told(lived, 'OVERALL').outcome).toBeNull();
  });

  it('belongs, where the clock is not OVERALL, to whatever its case came to', () => {
    const lived = life().file('2026-03-02').accept('2026-03-02');
    expect(told(lived, 'RESPONSE').outcome).toBeNull();
    lived.act('2026-03-03', complainant, 'withdrawCase', { reason: '不再追究' });
    expect(told(lived, 'RESPONSE').outcome).toBe('WITHDRAWN');
  });
});
