import type { NewestCaseFragment } from '@accord/dashboard/api/generated/graphql';
import { movedSince, overallClock, stampsOf, toneOf } from '@accord/dashboard/prepare/newest-cases';
import { describe, expect, it } from 'vitest';

function listed(id: string, lastEventAt: string, clocks: NewestCaseFragment['clocks'] = []): NewestCaseFragment {
  return {
    __typename: 'Case',
    id,
    number: `AC20261122${id}`,
    version: 1,
    type: 'REPAYMENT',
    reason: 'CANNOT_REPAY_ON_TIME',
    urgency: 'NORMAL',
    stage: 'ACCEPTED',
    waitingOn: 'PLATFORM',
    outcome: null,
    lastEventAt,
    team: null,
    nextDue: null,
    clocks,
  };
}

describe('the newest cases', () => {
  const before = stampsOf([listed('A', '2026-11-22T08:00:00.000Z'), listed('B', '2026-11-22T07:00:00.000Z')]);

  it('move nothing at first sight', () => {
    expect(movedSince(undefined, before)).toEqual([]);
  });

  it('move when a case changed or is new, and not by order alone', () => {
    const now = stampsOf([
      listed('C', '2026-11-22T08:02:00.000Z'),
      listed('B', '2026-11-22T08:01:00.000Z'),
      listed('A', '2026-11-22T08:00:00.000Z'),
    ]);
    expect(movedSince(before, now)).toEqual(['C', 'B']);
    expect(
      movedSince(now, stampsOf([listed('A', '2026-11-22T08:00:00.000Z'), listed('B', '2026-11-22T08:01:00.000Z')])),
    ).toEqual([]);
  });

  it('move when something unseen by the version happened', () => {
    expect(movedSince(before, stampsOf([listed('A', '2026-11-22T08:00:00.001Z')]))).toEqual(['A']);
  });

  it('tell the latest cycle from filing to the outcome', () => {
    const clock = { __typename: 'Clock' as const, verdict: 'WITHIN' as const };
    const one = listed('A', '2026-11-22T08:00:00.000Z', [
      { kind: 'OVERALL', cycle: 1, countedWorkingDays: 12, ...clock },
      { kind: 'FIRST_NEGOTIATION', cycle: 3, countedWorkingDays: 9, ...clock },
      { kind: 'OVERALL', cycle: 2, countedWorkingDays: 4, ...clock },
    ]);
    expect(overallClock(one)?.countedWorkingDays).toBe(4);
  });

  it('get louder as the due date comes near', () => {
    expect(
      (['LOW', 'HALF', 'THREE_QUARTERS', 'NINETY', 'DUE_NEXT_DAY', 'DUE_TODAY', 'BREACHED'] as const).map(toneOf),
    ).toEqual(['calm', 'calm', 'near', 'near', 'urgent', 'urgent', 'late']);
  });
});
