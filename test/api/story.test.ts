import type { CaseState } from '@accord/server/domain/case';
import type { Clock, ClockKind } from '@accord/server/domain/clock';
import { actOnDeadlines } from '@accord/server/commands/deadlines';
import { readConfig } from '@accord/server/config';
import { addDays, shanghaiDate } from '@accord/server/domain/working-calendar';
import { openRuntime, type OpenRuntime } from '@accord/seeds/runtime';
import { insertPeople, people } from '@accord/seeds/scenarios/people';
import { stories, tellStory } from '@accord/seeds/scenarios/stories';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawDays, rawIndex } from '../support/day-by-day.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { expectRebuilt, storedEvents } from '../support/rebuild.js';

/** Working days in (from, to], counted one by one in the raw notices. */
function workingDays(from: string, to: string): number {
  return rawDays.slice(rawIndex.get(from)! + 1, rawIndex.get(to)! + 1).filter((day) => day.isWorkingDay).length;
}

// A plain Sunday, the first working day after Spring Festival, a make-up Sunday, and a day whose stories cross a year.
describe.each(['2026-11-22', '2025-02-05', '2024-09-29', '2026-01-03'])('the stories told on %s', (asOf) => {
  let database: TestDatabase;
  let open: OpenRuntime;
  const cases = new Map<string, string>();
  beforeAll(async () => {
    database = await createTestDatabase();
    open = await openRuntime(readConfig({ DATABASE_URL: database.url }));
    await insertPeople(open.runtime.orm);
    const { calendar } = await open.runtime.published.inForce(open.runtime.pool);
    for (const story of stories) cases.set(story.name, await tellStory(open.runtime, calendar, asOf, story));
  });
  afterAll(async () => {
    await open.close();
    await database.drop();
  });

  const eventsOf = (name: string) => storedEvents(open.runtime.pool, cases.get(name)!);
  async function stateOf(name: string): Promise<CaseState> {
    const { rows } = await open.runtime.pool.query<{ state: CaseState }>(
      'select state from case_snapshot where case_id = $1',
      [cases.get(name)],
    );
    return rows[0]!.state;
  }
  async function clockOf(name: string, kind: ClockKind): Promise<Partial<Clock>> {
    const { clocks } = await stateOf(name);
    return clocks.find((clock) => clock.kind === kind)!;
  }
  /** Working days between the days of two kinds of event. */
  async function daysBetween(name: string, from: string, to: string): Promise<number> {
    const events = await eventsOf(name);
    const dayOf = (type: string) => shanghaiDate(new Date(events.find((event) => event.type === type)!.at));
    return workingDays(dayOf(from), dayOf(to));
  }

  it('A: charged but not completed, resolved on the fifth working day, faster than the benchmark', async () => {
    const state = await stateOf('A');
    expect(state).toMatchObject({
      type: 'PAYMENT_ANOMALY',
      reason: 'CHARGED_NOT_COMPLETED',
      track: 'STANDARD',
      stage: 'RESOLVED',
      outcome: 'SETTLED',
    });
    expect(await daysBetween('A', 'CaseSubmitted', 'CaseResolved')).toBe(5);
    expect(await clockOf('A', 'OVERALL')).toMatchObject({ counted: 5, verdict: 'FASTER' });
    expect(await clockOf('A', 'SIMPLE')).toMatchObject({ state: 'CANCELLED', verdict: null });
    expect(await daysBetween('A', 'CaseAccepted', 'FastTrackLeft')).toBe(0);
    const bySystem = (await eventsOf('A')).filter(({ actor, deadline }) => actor.role === 'SYSTEM' && !deadline);
    expect(bySystem.map(({ type }) => type)).toEqual(['PaymentChecked', 'FastTrackLeft']);
    expect(state.paymentFinding).toBe('MERCHANT_FAILURE');
    expect(state.evidence.map(({ type }) => type)).toEqual(['TRANSACTION_VOUCHER', 'BANK_STATEMENT']);
    expect(state.investigations[0]!.findings.map(({ rootCause }) => rootCause)).toEqual(['MERCHANT_FAILURE']);
    expect(state.rounds.map(({ result }) => result)).toEqual(['NOT_AGREED', 'AGREED']);
    expect(state.terms.map(({ kind, status }) => [kind, status])).toEqual([
      ['PARTIAL_REFUND', 'FULFILLED'],
      ['RESEND_GOODS', 'FULFILLED'],
    ]);
    const statuses = (await eventsOf('A')).flatMap(({ type, payload }) =>
      type === 'OrderStatusUpdated' ? [(payload as { orderStatus: string }).orderStatus] : [],
    );
    expect(statuses).toEqual(['SHIPPED', 'DELIVERED']);
  });

  it('B: an instalment plan in force on the tenth working day, both clocks within at their lower bound', async () => {
    const state = await stateOf('B');
    expect(state).toMatchObject({ type: 'REPAYMENT', stage: 'RESOLVED', outcome: 'SETTLED' });
    expect(await daysBetween('B', 'CaseSubmitted', 'CaseAccepted')).toBe(1);
    expect(await daysBetween('B', 'CaseSubmitted', 'InvestigationConcluded')).toBe(3);
    expect(await daysBetween('B', 'CaseSubmitted', 'CaseResolved')).toBe(10);
    expect(await clockOf('B', 'OVERALL')).toMatchObject({ counted: 10, verdict: 'WITHIN', band: { min: 10, max: 30 } });
    expect(await clockOf('B', 'FIRST_NEGOTIATION')).toMatchObject({
      counted: 7,
      verdict: 'WITHIN',
      band: { min: 7, max: 15 },
    });
    expect(state.evidence.map(({ type }) => type).sort()).toEqual([
      'BANK_STATEMENT',
      'FINANCIAL_STATEMENT',
      'PAYSLIP',
      'PAYSLIP',
    ]);
    expect(state.meetings).toMatchObject([{ mode: 'ONLINE', status: 'HELD' }]);
    expect(state.terms).toMatchObject([{ kind: 'INSTALMENT_PLAN', status: 'IN_FORCE' }]);
    const sum = state.terms[0]!.instalments.reduce((total, { amount }) => total + amount.amountMinor, 0);
    expect(sum).toBe(3_600_000);
  });

  it('小明: goods not as described, refunded with evidence and chat record', async () => {
    const state = await stateOf('小明');
    expect(state).toMatchObject({ type: 'TRADE_DISPUTE', reason: 'NOT_AS_DESCRIBED', outcome: 'SETTLED' });
    expect(state.evidence.map(({ type }) => type)).toContain('CHAT_RECORD');
    expect(state.terms.find(({ kind }) => kind === 'FULL_REFUND')).toMatchObject({ status: 'FULFILLED' });
    expect(state.parties[0]!.memberIds).toEqual([people.xiaoming.id]);
    // Its window of ten working days is over.
    expect(state.stage).toBe('CLOSED');
  });

  it('小红: a service complaint answered and settled', async () => {
    const state = await stateOf('小红');
    expect(state).toMatchObject({ type: 'SERVICE_COMPLAINT', stage: 'RESOLVED', outcome: 'SETTLED' });
    expect(state.terms.every(({ status }) => status === 'FULFILLED')).toBe(true);
    expect(state.parties.map(({ kind }) => kind)).toEqual(['PERSON', 'PLATFORM']);
    expect(await clockOf('小红', 'RESPONSE')).toMatchObject({ state: 'STOPPED', stopReason: 'ANSWERED' });
  });

  it('小李: a stolen account, urgent, frozen on the day, funds and account restored', async () => {
    const state = await stateOf('小李');
    expect(state).toMatchObject({ reason: 'ACCOUNT_STOLEN', urgency: 'URGENT', stage: 'RESOLVED', outcome: 'SETTLED' });
    expect(state.measures.map(({ kind }) => kind)).toEqual(['FREEZE_ACCOUNT', 'HOLD_FUNDS']);
    const [filed, frozen] = await eventsOf('小李');
    // By the platform itself, in the moment of filing.
    expect(frozen).toMatchObject({ type: 'MeasureTaken', actor: { role: 'SYSTEM' }, at: filed!.at });
    expect(state.terms.map(({ kind, status }) => [kind, status])).toEqual([
      ['FUND_RESTORATION', 'FULFILLED'],
      ['ACCOUNT_RESTORATION', 'FULFILLED'],
    ]);
  });

  it('the unsolved one sits before an expert panel, ends unresolved and carries a 12378 referral, at most four months back', async () => {
    const state = await stateOf('未能解决');
    expect(state).toMatchObject({ stage: 'UNRESOLVED', outcome: 'NOT_SETTLED' });
    const { rows } = await open.runtime.pool.query<{ phone: string }>(
      'select phone from referral r join referral_route on referral_route.id = r.route_id where case_id = $1',
      [state.id],
    );
    expect(rows).toEqual([{ phone: '12378' }]);
    expect(state.rounds.map(({ phase, result }) => [phase, result])).toEqual([
      ['FIRST', 'NOT_AGREED'],
      ['FIRST', 'NOT_AGREED'],
      ['SECOND', 'NOT_AGREED'],
    ]);
    expect(state.secondNegotiation).toMatchObject({ from: 'IMPASSE', status: 'ADMITTED' });
    expect(state.seats).toHaveLength(3);
    expect(state.seats.every(({ status, revealedAt }) => status === 'CLEAR' && revealedAt !== null)).toBe(true);
    // Who leads the second negotiation had no part in the first.
    expect(state.secondNegotiation!.handledBefore).not.toContain(state.handlerId);
    expect(await daysBetween('未能解决', 'CaseSubmitted', 'ImpasseDeclared')).toBe(23);
    expect(await daysBetween('未能解决', 'SecondNegotiationAdmitted', 'CaseUnresolved')).toBe(20);
    expect(await daysBetween('未能解决', 'CaseSubmitted', 'CaseUnresolved')).toBe(48);
    expect(await clockOf('未能解决', 'FIRST_NEGOTIATION')).toMatchObject({ counted: 15, verdict: 'WITHIN' });
    expect(await clockOf('未能解决', 'SECOND_NEGOTIATION')).toMatchObject({ counted: 20, verdict: 'WITHIN' });
    expect(await clockOf('未能解决', 'OVERALL')).toMatchObject({ counted: 48, verdict: 'OVER' });
    expect(state.filedAt.slice(0, 10) > addDays(asOf, -123)).toBe(true);
  });

  it('are over before the day they are told on, by people awake and staff at work', async () => {
    for (const name of cases.keys()) {
      for (const event of await eventsOf(name)) {
        const shanghai = new Date(Date.parse(event.at) + 8 * 3_600_000).toISOString();
        const isAtOnce = ['MeasureTaken', 'PaymentChecked', 'FastTrackLeft'].includes(event.type);
        if (event.actor.role === 'SYSTEM' && !isAtOnce) {
          expect(shanghai.slice(11, 19)).toBe('00:00:30');
          continue;
        }
        expect(shanghai.slice(0, 10) < asOf, `${name} ${shanghai}`).toBe(true);
        const hour = Number(shanghai.slice(11, 13));
        expect(hour).toBeGreaterThanOrEqual(8);
        expect(hour).toBeLessThan(23);
        if (event.actor.role === 'HANDLER') {
          expect(hour).toBeLessThan(18);
          expect(rawDays[rawIndex.get(shanghai.slice(0, 10))!]!.isWorkingDay).toBe(true);
        }
      }
    }
  });

  it('are what their logs rebuild, and leave no deadline undone', async () => {
    for (const caseId of cases.values()) await expectRebuilt(open.runtime.pool, caseId);
    expect(await actOnDeadlines({ ...open.runtime, now: () => new Date(`${asOf}T23:00:00+08:00`) })).toBe(0);
  });
});
