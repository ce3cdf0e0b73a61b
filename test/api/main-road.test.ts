import { actOnDeadlines } from '@accord/server/commands/deadlines';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { handClock, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
});
afterAll(() => app.close());

describe('the main road', () => {
  it('goes from filing to RESOLVED, with the clocks of each stage', async () => {
    const { complainant, respondent, handler } = cast;
    clock.set('2026-03-02T10:00:00');
    const walk = await road(app.runtime).submit(complainant, {
      respondentIds: [respondent.id],
      disputedAmount: { amountMinor: 29_900, currency: 'CNY' },
    });
    await walk.act(handler, 'assignCase', { handlerId: handler.id });
    clock.set('2026-03-03T09:30:00');
    await walk.act(handler, 'acceptCase', { complexity: 'LOW' });
    await walk.act(handler, 'startInvestigation', { steps: [{ kind: 'CONTACT_MERCHANT' }] });
    const step = (await walk.state()).investigations[0]!.steps[0]!;
    clock.set('2026-03-05T16:00:00');
    await walk.act(handler, 'completeInvestigationStep', { stepId: step.id, result: '商家承认发错颜色' });
    await walk.act(handler, 'recordFinding', { rootCause: 'MERCHANT_FAILURE', text: '商家发错商品' });
    await walk.act(handler, 'concludeInvestigation', {});
    const { parties } = await walk.state();
    const [buyer, seller] = [parties[0]!.id, parties[1]!.id];
    clock.set('2026-03-06T11:00:00');
    const made = await walk.act(complainant, 'makeProposal', {
      terms: [
        {
          kind: 'PARTIAL_REFUND',
          obligorId: seller,
          beneficiaryId: buyer,
          amount: { amountMinor: 10_000, currency: 'CNY' },
        },
      ],
    });
    const proposal = (await walk.state()).proposals[0]!;
    expect(proposal.id).toBe(made.ids['proposalId']);
    clock.set('2026-03-09T11:00:00');
    await walk.act(respondent, 'acceptProposal', { proposalId: proposal.id, contentHash: proposal.hash });
    expect((await walk.state()).stage).toBe('EXECUTING');
    const termId = proposal.terms[0]!.id;
    clock.set('2026-03-10T11:00:00');
    await walk.act(respondent, 'fulfilTerm', { termId });
    await walk.act(complainant, 'confirmTerm', { termId });
    const state = await walk.state();
    expect(state.stage).toBe('RESOLVED');
    expect(state.outcome).toBe('SETTLED');
    // 2026-03-02 is a Monday: day 1 is 03-03, and so on without a holiday.
    expect(await walk.clock('RESPONSE')).toMatchObject({ state: 'STOPPED', counted: 1, verdict: 'FASTER' });
    expect(await walk.clock('INVESTIGATION')).toMatchObject({ state: 'STOPPED', counted: 2, verdict: 'FASTER' });
    expect(await walk.clock('FIRST_NEGOTIATION')).toMatchObject({ state: 'STOPPED', counted: 2, verdict: 'FASTER' });
    expect(await walk.clock('OVERALL')).toMatchObject({ state: 'STOPPED', counted: 6, verdict: 'FASTER' });
    clock.set('2026-03-24T23:59:00');
    expect(await actOnDeadlines(app.runtime)).toBe(0);
    clock.set('2026-03-25T00:00:00');
    expect(await actOnDeadlines(app.runtime)).toBe(1);
    expect((await walk.state()).stage).toBe('CLOSED');
    expect(await walk.eventTypes()).toEqual([
      'CaseSubmitted',
      'CaseAssigned',
      'CaseAccepted',
      'CompletenessAssessed',
      'InvestigationStarted',
      'InvestigationStepCompleted',
      'FindingRecorded',
      'InvestigationConcluded',
      'RoundOpened',
      'ProposalMade',
      'ProposalAccepted',
      'SettlementReached',
      'TermReported',
      'TermFulfilled',
      'CaseResolved',
      'CaseClosed',
    ]);
  });
});
