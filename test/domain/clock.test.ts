import { DomainError } from '@accord/server/domain/domain-error';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';

// Dates and days are those of the worked examples; each line is one of them, by its number.
describe('clocks of a case (worked examples)', () => {
  it.each([
    ['2024-04-27T22:40', '2024-05-07'],
    ['2024-04-26T12:00', '2024-05-07'],
  ])('1: RESPONSE filed %s is due %s', (filed, dueOn) => {
    expect(life().file(filed).clock('RESPONSE', '2024-04-28')).toMatchObject({ dueOn });
  });

  it.each([
    ['2025-10-09T23:59:59', '2025-10-11'],
    ['2025-10-10T00:00:00', '2025-10-13'],
  ])('2: SIMPLE filed %s is due %s', (filed, dueOn) => {
    const lived = life().file(filed, { type: 'PAYMENT_ANOMALY', reason: 'DUPLICATE_CHARGE' });
    expect(lived.clock('SIMPLE', '2025-10-10')).toMatchObject({ dueOn });
  });

  it.each([
    ['2025-01-25', 0, 'FASTER'],
    ['2025-01-26', 1, 'WITHIN'],
    ['2025-01-27', 2, 'WITHIN'],
    ['2025-02-04', 2, 'WITHIN'],
    ['2025-02-05', 3, 'OVER'],
  ])('3: SIMPLE filed before Spring Festival and resolved %s counts %i, %s', (stopped, counted, verdict) => {
    const lived = life().file('2025-01-24', { type: 'PAYMENT_ANOMALY', reason: 'DUPLICATE_CHARGE' });
    lived.accept('2025-01-24T13:00');
    const [buyer, seller] = lived.state.parties.map((party) => party.id);
    lived.act(stopped, people.handler, 'fastTrack', {
      terms: [
        {
          kind: 'FULL_REFUND',
          obligorId: seller!,
          beneficiaryId: buyer!,
          amount: { amountMinor: 100, currency: 'CNY' },
        },
      ],
    });
    lived.carryOut(stopped);
    expect(lived.state).toMatchObject({ stage: 'RESOLVED', outcome: 'FAST_TRACKED' });
    expect(lived.clock('SIMPLE', stopped)).toMatchObject({ state: 'STOPPED', counted, verdict, dueOn: '2025-01-27' });
  });

  it('3: a running SIMPLE clock has no verdict until the first working day after its due date', () => {
    const lived = life().file('2025-01-24', { type: 'PAYMENT_ANOMALY', reason: 'DUPLICATE_CHARGE' });
    expect(lived.clock('SIMPLE', '2025-02-04')).toMatchObject({ verdict: null, risk: 'DUE_TODAY', remaining: 0 });
    expect(lived.clock('SIMPLE', '2025-02-05')).toMatchObject({ verdict: 'OVER', risk: 'BREACHED', remaining: -1 });
  });

  const negotiating = (opened: string) => life().file(opened).accept(opened).investigate(opened).conclude(opened);

  it.each([
    ['2025-03-28', 15, 'WITHIN'],
    ['2025-03-29', 15, 'WITHIN'],
    ['2025-03-30', 15, 'WITHIN'],
    ['2025-03-31', 16, 'OVER'],
  ])('4: FIRST_NEGOTIATION opened Fri 2025-03-07 and agreed %s counts %i, %s', (agreed, counted, verdict) => {
    const lived = negotiating('2025-03-07').propose('2025-03-14').agree(agreed);
    expect(lived.clock('FIRST_NEGOTIATION', agreed)).toMatchObject({ counted, verdict, dueOn: '2025-03-28' });
  });

  it('4: a proposal that expires 03-28 cannot be accepted on 03-29, whether or not it has lapsed', () => {
    const lived = negotiating('2025-03-07').propose('2025-03-07');
    expect(lived.state.proposals[0]!.expiresOn).toBe('2025-03-28');
    const late = () => lived.agree('2025-03-29');
    expect(late).toThrow(
      expect.objectContaining({
        code: 'DEADLINE_PASSED',
        details: expect.objectContaining({ deadlineAt: '2025-03-28T16:00:00.000Z' }),
      }),
    );
    lived.sweep('2025-03-29');
    expect(late).toThrow(DomainError);
    expect(lived.state.stage).toBe('NEGOTIATING');
  });

  it.each([
    ['2026-09-19', 0, 'FASTER'],
    ['2026-09-20', 1, 'FASTER'],
    ['2026-09-27', 5, 'WITHIN'],
    ['2026-09-28', 6, 'OVER'],
  ])('5: INVESTIGATION started Fri 2026-09-18 and concluded %s counts %i, %s', (stopped, counted, verdict) => {
    const lived = life().file('2026-09-18').accept('2026-09-18').investigate('2026-09-18').conclude(stopped);
    expect(lived.clock('INVESTIGATION', stopped)).toMatchObject({ counted, verdict, dueOn: '2026-09-24' });
  });

  const investigating = (started: string) => life().file(started).accept(started).investigate(started);

  it('6: a pause over Spring Festival', () => {
    const lived = investigating('2025-01-22');
    lived.answer('2025-02-05', lived.ask('2025-01-24')).conclude('2025-02-07');
    expect(lived.clock('INVESTIGATION', '2025-02-07')).toMatchObject({
      paused: 3,
      elapsed: 7,
      counted: 4,
      verdict: 'WITHIN',
      originalDueOn: '2025-02-05',
      dueOn: '2025-02-08',
    });
  });

  it('7: a pause from Friday to Monday over a make-up Saturday', () => {
    const lived = investigating('2024-10-08');
    const request = lived.ask('2024-10-11');
    expect(lived.clock('INVESTIGATION', '2024-10-12')).toMatchObject({
      state: 'PAUSED',
      paused: 1,
      dueOn: '2024-10-15',
    });
    lived.answer('2024-10-14', request);
    expect(lived.clock('INVESTIGATION', '2024-10-14')).toMatchObject({
      state: 'RUNNING',
      paused: 2,
      originalDueOn: '2024-10-14',
      dueOn: '2024-10-16',
    });
  });

  it('8: two pauses on one day', () => {
    const lived = investigating('2024-09-09');
    lived.answer('2024-09-11T15:00', lived.ask('2024-09-11T10:00'));
    lived.answer('2024-09-14', lived.ask('2024-09-11T16:00')).conclude('2024-09-19');
    expect(lived.clock('INVESTIGATION', '2024-09-19')).toMatchObject({
      paused: 3,
      elapsed: 7,
      counted: 4,
      verdict: 'WITHIN',
      originalDueOn: '2024-09-14',
      dueOn: '2024-09-20',
    });
  });

  it.each([
    ['2026-05-14', 24, 14, 'WITHIN'],
    ['2026-05-18', 26, 16, 'OVER'],
  ])('9: two requests at once pause no more than the cap, agreed %s', (agreed, elapsed, counted, verdict) => {
    const lived = negotiating('2026-04-08');
    const a = lived.ask('2026-04-10');
    const b = lived.ask('2026-04-20');
    lived.answer('2026-04-30', a).answer('2026-05-08', b).propose('2026-05-08').agree(agreed);
    expect(lived.clock('FIRST_NEGOTIATION', agreed)).toMatchObject({
      paused: 10,
      elapsed,
      counted,
      verdict,
      originalDueOn: '2026-04-29',
      dueOn: '2026-05-15',
    });
  });

  it('12: RESOLVED on a make-up Sunday closes by lapse after the window over National Day', () => {
    const lived = negotiating('2024-09-20').propose('2024-09-23').agree('2024-09-24').carryOut('2024-09-29');
    expect(lived.state).toMatchObject({ stage: 'RESOLVED', windowEndsOn: '2024-10-17' });
    expect(lived.sweep('2024-10-17T23:59').state.stage).toBe('RESOLVED');
    expect(lived.sweep('2024-10-18T00:00').state.stage).toBe('CLOSED');
    expect(lived.events.at(-1)).toMatchObject({ at: '2024-10-17T16:00:00.000Z', effectiveOn: '2024-10-17' });
  });

  it.each([
    ['2026-12-10', '2026-12-31', false],
    ['2026-12-11', '2027-01-01', true],
  ])('13: FIRST_NEGOTIATION opened %s is due %s, provisional: %s', (opened, dueOn, isProvisional) => {
    expect(negotiating(opened).clock('FIRST_NEGOTIATION', opened)).toMatchObject({ dueOn, isProvisional });
  });

  it('13: OVERALL filed 2026-12-15 is provisionally due 2027-01-26', () => {
    expect(life().file('2026-12-15').clock('OVERALL', '2026-12-15')).toMatchObject({
      dueOn: '2027-01-26',
      isProvisional: true,
    });
  });

  it('14: SIMPLE filed on the last day of 2025 counts the make-up Sunday', () => {
    const lived = life().file('2025-12-31', { type: 'PAYMENT_ANOMALY', reason: 'DUPLICATE_CHARGE' });
    expect(lived.clock('SIMPLE', '2026-01-04')).toMatchObject({ counted: 1, dueOn: '2026-01-05' });
  });
});

describe('the fast track', () => {
  const anomaly = (filed: string) => life().file(filed, { type: 'PAYMENT_ANOMALY', reason: 'CHARGED_NOT_COMPLETED' });

  it('cancels its clock when left in time', () => {
    const lived = anomaly('2026-03-02').accept('2026-03-03').act('2026-03-04', people.handler, 'leaveFastTrack', {});
    expect(lived.clock('SIMPLE', '2026-03-04')).toMatchObject({ state: 'CANCELLED', verdict: null, remaining: null });
    expect(lived.clock('INVESTIGATION', '2026-03-04')).toMatchObject({ state: 'RUNNING', counted: 0 });
  });

  it('stops its clock OVER when left late', () => {
    const lived = anomaly('2026-03-02').accept('2026-03-03').investigate('2026-03-05');
    expect(lived.clock('SIMPLE', '2026-03-05')).toMatchObject({ state: 'STOPPED', counted: 3, verdict: 'OVER' });
    expect(lived.state.track).toBe('STANDARD');
  });

  it('starts no investigation clock before the case is accepted', () => {
    const lived = anomaly('2026-03-02').act('2026-03-02', people.handler, 'leaveFastTrack', {});
    expect(lived.state.clocks.map((clock) => clock.kind)).toEqual(['RESPONSE', 'OVERALL', 'SIMPLE']);
    expect(lived.accept('2026-03-03').clock('INVESTIGATION', '2026-03-04')).toMatchObject({ counted: 1 });
  });
});

describe('deadlines', () => {
  const negotiating = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-02');

  it('acts on its due date, however late that is noticed', () => {
    const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02');
    lived.ask('2026-03-03', 5);
    lived.sweep('2026-03-16').conclude('2026-03-16');
    // Asked 03-03, lapsed 03-10: five working days do not count, though nobody noticed for four more.
    expect(lived.clock('INVESTIGATION', '2026-03-16')).toMatchObject({
      elapsed: 10,
      paused: 5,
      counted: 5,
      verdict: 'WITHIN',
    });
  });

  it('ends an impasse UNRESOLVED with the default referral when its window lapses', () => {
    negotiating.act('2026-03-10', people.handler, 'declareImpasse', { reason: '双方分歧过大' });
    expect(negotiating.sweep('2026-03-24').state.stage).toBe('IMPASSE');
    negotiating.sweep('2026-03-26');
    expect(negotiating.state).toMatchObject({ stage: 'UNRESOLVED', outcome: 'NOT_SETTLED' });
    expect(negotiating.state.referrals).toMatchObject([{ routeId: 'route-12378' }]);
    // The window of ten working days after 03-10 ends on 03-24: that is the day that counts.
    expect(negotiating.clock('OVERALL', '2026-03-26')).toMatchObject({ state: 'STOPPED', counted: 16 });
  });

  it('takes a reported term as fulfilled when nobody contests it', () => {
    const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-02');
    lived.propose('2026-03-02').agree('2026-03-03');
    lived.act('2026-03-04', people.merchant, 'fulfilTerm', { termId: lived.state.terms[0]!.id });
    expect(lived.sweep('2026-03-11').state.stage).toBe('EXECUTING');
    expect(lived.sweep('2026-03-12').state.stage).toBe('RESOLVED');
    expect(lived.clock('OVERALL', '2026-03-12')).toMatchObject({ counted: 7 });
  });
});
