import type { CaseState } from '@accord/server/domain/case';
import { DomainError } from '@accord/server/domain/domain-error';
import type { Person } from '@accord/server/domain/permission';
import type { TermKind } from '@accord/server/domain/term';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { blocked } from '../support/refusal.js';

const PAID = 10_000;
const yuan = (amountMinor: number) => ({ amountMinor, currency: 'CNY' });
const transaction = { reference: 'T-1', paidAt: '2026-02-27T02:00:00.000Z', amount: yuan(PAID) };

/** So many cases of one transaction, each under negotiation since 2026-03-02. */
function casesOfOneTransaction(count: number) {
  const states: CaseState[] = [];
  return Array.from({ length: count }, () => {
    const lived = life(undefined, states);
    states.push(lived.state);
    lived.file('2026-03-02', { transaction }).accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-02');
    return lived;
  });
}
type Life = ReturnType<typeof life>;

function offer(lived: Life, on: string, amountMinor: number, kind: TermKind = 'PARTIAL_REFUND', settlesPart = false) {
  const [buyer, seller] = lived.state.parties.map(({ id }) => id);
  const term = { kind, obligorId: seller!, beneficiaryId: buyer!, amount: yuan(amountMinor) };
  lived.act(on, people.complainant, 'makeProposal', { terms: [term], settlesPart, expiresInWorkingDays: 30 });
}

describe('refunds over all cases of a transaction', () => {
  it('are refused in a second case once the first has agreed on all that was paid', () => {
    const [first, second] = casesOfOneTransaction(2);
    offer(first!, '2026-03-02', PAID, 'FULL_REFUND');
    offer(second!, '2026-03-02', PAID, 'FULL_REFUND');
    first!.agree('2026-03-03');
    const before = structuredClone(second!.state);
    expect(() => second!.agree('2026-03-03')).toThrow(blocked('REFUND_ABOVE_PAID'));
    expect(() => offer(second!, '2026-03-03', 1)).toThrow(blocked('REFUND_ABOVE_PAID'));
    // Nothing of the other case is told, and nothing has changed.
    expect(() => second!.agree('2026-03-03')).toThrow(
      expect.objectContaining({ details: { blockedBy: [{ code: 'REFUND_ABOVE_PAID', subjectIds: [] }] } }),
    );
    expect(second!.state).toEqual(before);
    second!.propose('2026-03-03').agree('2026-03-03');
    expect(second!.state.stage).toBe('EXECUTING');
  });

  it('count what was booked of a term that was defaulted on, and all of one that runs, whatever became of its case', () => {
    const [first, second] = casesOfOneTransaction(2);
    offer(first!, '2026-03-02', 6000, 'PARTIAL_REFUND', true);
    first!.agree('2026-03-02');
    first!.act('2026-03-03', people.complainant, 'withdrawCase', { reason: '不再协商' });
    expect(first!.state.stage).toBe('WITHDRAWN');
    expect(() => offer(second!, '2026-03-03', 4001)).toThrow(blocked('REFUND_ABOVE_PAID'));
    offer(second!, '2026-03-03', 4000);
    second!.agree('2026-03-03');
    const termId = second!.state.terms[0]!.id;
    second!.act('2026-03-04', people.handler, 'recordMovement', { termId, amount: yuan(1500) });
    // Due Friday the 6th; five working days after it is Friday the 13th.
    second!.act('2026-03-13', people.complainant, 'reportDefault', { termId });
    const [third] = [life(undefined, [first!.state, second!.state])];
    third!.file('2026-03-13', { transaction }).accept('2026-03-13').investigate('2026-03-13').conclude('2026-03-13');
    expect(() => offer(third!, '2026-03-13', 2501)).toThrow(blocked('REFUND_ABOVE_PAID'));
    offer(third!, '2026-03-13', 2500);
  });

  it('count what the platform paid in advance, and what was restored', () => {
    const [first, second] = casesOfOneTransaction(2);
    const other = life(undefined, [first!.state, second!.state]);
    other
      .file('2026-03-02', { type: 'RIGHTS_PROTECTION', reason: 'ACCOUNT_STOLEN', respondentIds: [], transaction })
      .accept('2026-03-02')
      .investigate('2026-03-02')
      .conclude('2026-03-02');
    offer(other, '2026-03-02', 7000, 'FUND_RESTORATION');
    const { id: proposalId, hash: contentHash } = other.state.proposals[0]!;
    // The consent of the platform is needed, of the person who represents it.
    expect(other.state.stage).toBe('NEGOTIATING');
    other.act('2026-03-03', people.platform, 'acceptProposal', { proposalId, contentHash });
    expect(other.state.stage).toBe('EXECUTING');
    const third = life(undefined, [other.state]);
    third.file('2026-03-03', { transaction }).accept('2026-03-03').investigate('2026-03-03').conclude('2026-03-03');
    expect(() => offer(third, '2026-03-03', 3001)).toThrow(blocked('REFUND_ABOVE_PAID'));
    offer(third, '2026-03-03', 3000);
  });

  it('never exceed what was paid, whatever is offered, accepted, booked and defaulted on in whichever order', () => {
    const move = fc.record({
      of: fc.integer({ min: 0, max: 2 }),
      does: fc.constantFrom('offer', 'offerPart', 'accept', 'accept', 'book', 'default', 'negotiate', 'withdraw'),
      amount: fc.integer({ min: 1, max: PAID }),
      days: fc.integer({ min: 0, max: 9 }),
      pick: fc.nat(),
    });
    let agreedAtAll = 0;
    let refused = 0;
    const property = fc.property(fc.array(move, { minLength: 10, maxLength: 60 }), (moves) => {
      const cases = casesOfOneTransaction(3);
      let day = Date.UTC(2026, 2, 2);
      for (const { of, does, amount, days, pick } of moves) {
        day += days * 86_400_000;
        const on = new Date(day).toISOString().slice(0, 10);
        const lived = cases[of]!;
        lived.sweep(on);
        try {
          act(lived, on, does, amount, pick);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          refused += JSON.stringify(error.details).includes('REFUND_ABOVE_PAID') ? 1 : 0;
        }
        // Told by the log alone: what was agreed and not defaulted on, and what was booked for what was.
        const given = cases.reduce((sum, each) => sum + givenBack(each), 0);
        expect(given).toBeLessThanOrEqual(PAID);
        agreedAtAll = Math.max(agreedAtAll, given);
      }
    });
    fc.assert(property, { numRuns: 150, seed: 20_261_125 });
    // It was tried: refunds were refused, and all of the payment was given back somewhere.
    expect(refused).toBeGreaterThan(50);
    expect(agreedAtAll).toBeGreaterThan(PAID * 0.9);
  });
});

function act(lived: Life, on: string, does: string, amount: number, pick: number): void {
  const { state } = lived;
  const by = (who: Person) => who;
  const live = state.proposals.filter(({ status }) => status === 'LIVE');
  const term = state.terms[pick % Math.max(state.terms.length, 1)];
  if (does === 'offer' || does === 'offerPart') offer(lived, on, amount, 'PARTIAL_REFUND', does === 'offerPart');
  else if (does === 'accept' && live.length > 0) {
    const { id: proposalId, hash: contentHash } = live[pick % live.length]!;
    lived.act(on, by(people.merchant), 'acceptProposal', { proposalId, contentHash });
  } else if (does === 'book' && term) {
    lived.act(on, by(people.handler), 'recordMovement', { termId: term.id, amount: yuan(amount) });
  } else if (does === 'default' && term) {
    lived.act(on, by(people.complainant), 'reportDefault', { termId: term.id });
  } else if (does === 'negotiate' && state.stage === 'INVESTIGATING') {
    lived.act(on, by(people.handler), 'planInvestigationStep', { kind: 'OTHER' }).conclude(on);
  } else if (does === 'withdraw' && pick % 7 === 0) {
    lived.act(on, by(people.complainant), 'withdrawCase', { reason: '撤回' });
  }
}

function givenBack({ events }: Life): number {
  const offered = events.flatMap((event) => (event.type === 'ProposalMade' ? [event.payload] : []));
  const settled = events.flatMap((event) => (event.type === 'SettlementReached' ? [event.payload.proposalId] : []));
  const defaulted = events.flatMap((event) => (event.type === 'DefaultReported' ? [event.payload.termId] : []));
  const terms = offered.filter(({ proposalId }) => settled.includes(proposalId)).flatMap((made) => made.terms);
  const booked = (termId: string) =>
    events.reduce(
      (sum, event) =>
        event.type === 'MovementRecorded' && event.payload.termId === termId
          ? sum + event.payload.amount.amountMinor
          : sum,
      0,
    );
  return terms.reduce((sum, { id, amount }) => sum + (defaulted.includes(id) ? booked(id) : amount!.amountMinor), 0);
}
