import type { CaseState } from '@accord/server/domain/case';
import { readClock } from '@accord/server/domain/clock';
import type { WorkingCalendar } from '@accord/server/domain/working-calendar';
import { expect } from 'vitest';
import type { ModelCase } from './case.js';

/** What the server stored of a case, in the words of the model. */
function stored(state: CaseState) {
  return {
    type: state.type as string,
    reason: state.reason as string,
    stage: state.stage,
    outcome: state.outcome,
    handlerId: state.handlerId,
    track: state.track,
    windowEndsOn: state.windowEndsOn,
    second: state.secondNegotiation?.status ?? null,
    parties: state.parties.map((party) => [
      party.side,
      party.hasConfirmedResult,
      party.isUnreachable,
      party.silenceEndsOn,
      party.leftAt !== null,
      state.ratings.some(({ partyId }) => partyId === party.id),
    ]),
    isClarificationOpen: state.clarifications.some(({ status }) => status === 'OPEN'),
    investigationCount: state.investigations.length,
    steps: state.investigations.flatMap(({ steps }) => steps.map(({ status }) => status)),
    findings: state.investigations.flatMap(({ findings }) => findings).length,
    requests: state.evidenceRequests.map(({ status, dueOn }) => [status, dueOn]),
    evidence: state.evidence.length,
    rounds: state.rounds.map(({ phase, result }) => [phase, result]),
    meetings: state.meetings.map(({ status }) => status),
    proposals: state.proposals.map(({ status, expiresOn }) => [status, expiresOn]),
    terms: state.terms.map(({ status, dueOn, kind }) => [kind, status, dueOn]),
    movements: state.movements.map(({ amount, reversesId }) => [amount.amountMinor, reversesId !== null]),
    paymentFinding: state.paymentFinding,
    measures: state.measures.map(({ endsOn, liftedAt }) => [endsOn, liftedAt !== null]),
    objections: state.objections.map(({ status }) => status),
    reviews: state.reviews.map(({ reviewedAt }) => reviewedAt !== null),
    seats: state.seats.map(({ status, expertId, opinion }) => [status, expertId, opinion !== null]),
    referrals: state.referrals.map(({ routeId }) => routeId),
  };
}

function modelled(c: ModelCase): ReturnType<typeof stored> {
  return {
    type: c.type,
    reason: c.reason,
    stage: c.stage,
    outcome: c.outcome as CaseState['outcome'],
    handlerId: c.handlerId,
    track: c.track,
    windowEndsOn: c.windowEndsOn,
    second: c.second?.status ?? null,
    parties: c.parties.map((party) => [
      party.side,
      party.hasConfirmed,
      party.isUnreachable,
      party.silenceEndsOn,
      party.hasLeft,
      party.hasRated,
    ]),
    isClarificationOpen: c.clarification !== null,
    investigationCount: c.investigationCount,
    steps: c.steps.map(({ status }) => status),
    findings: c.findings.length,
    requests: c.requests.map(({ status, dueOn }) => [status, dueOn]),
    evidence: c.evidence.length,
    rounds: c.rounds.map(({ phase, result }) => [phase, result]),
    meetings: c.meetings.map(({ status }) => status),
    proposals: c.proposals.map(({ status, expiresOn }) => [status, expiresOn]),
    terms: c.terms.map(({ status, dueOn, kind }) => [kind as CaseState['terms'][number]['kind'], status, dueOn]),
    movements: c.movements.map(({ amount, reversesId }) => [amount, reversesId !== null]),
    paymentFinding: c.finding,
    measures: c.measures.map(({ endsOn, liftedOn }) => [endsOn, liftedOn !== null]),
    objections: c.objections.map(({ status }) => status),
    reviews: c.reviews.map(({ isDone }) => isDone),
    seats: c.seats.map(({ status, expertId, hasOpinion }) => [status, expertId, hasOpinion]),
    referrals: c.referredTo,
  };
}

/** The server's case says what the model's says; what is new in it gets the ids that the server gave. */
export function expectSame(c: ModelCase, state: CaseState): void {
  const ours: Record<string, unknown> = modelled(c);
  for (const [field, value] of Object.entries(stored(state))) expectEqual(field, value, ours[field]);
  const name = (ours: { id: string }[], theirs: readonly { id: string }[]) =>
    ours.forEach((each, index) => (each.id = theirs[index]!.id));
  const partyIds = new Map(c.parties.map(({ id }, index) => [id, state.parties[index]!.id]));
  for (const term of c.terms) term.obligorId = partyIds.get(term.obligorId)!;
  name(c.parties, state.parties);
  name(
    c.steps,
    state.investigations.flatMap(({ steps }) => steps),
  );
  name(
    c.findings,
    state.investigations.flatMap(({ findings }) => findings),
  );
  name(c.requests, state.evidenceRequests);
  name(c.evidence, state.evidence);
  name(c.meetings, state.meetings);
  name(c.proposals, state.proposals);
  name(c.terms, state.terms);
  name(c.movements, state.movements);
  c.proposals.forEach((proposal, index) => (proposal.hash = state.proposals[index]!.hash));
  name(c.measures, state.measures);
  name(c.objections, state.objections);
  name(c.seats, state.seats);
}

/** Every clock cycle reads as the model counts it, day by day. */
export function expectSameClocks(c: ModelCase, state: CaseState, calendar: WorkingCalendar): void {
  const key = (clock: { kind: string; cycle: number }) => `${clock.kind} ${clock.cycle}`;
  const theirs = state.clocks.map((clock) => {
    const reading = readClock(calendar, clock, c.today);
    const isOff = clock.state === 'CANCELLED';
    const { elapsed, paused, counted, dueOn, verdict } = reading;
    return [
      key(clock),
      { state: clock.state, verdict, ...(isOff ? {} : { elapsed, paused, counted, dueOn }) },
    ] as const;
  });
  const ours = c.readings().map(({ kind, cycle, state: onDay, isEither, verdict, ...numbers }) => {
    const their = theirs.find(([name]) => name === key({ kind, cycle }))?.[1].state;
    const ourState = isEither && (their === 'PAUSED' || their === 'RUNNING') ? their : onDay;
    return [key({ kind, cycle }), { state: ourState, verdict, ...(ourState === 'CANCELLED' ? {} : numbers) }] as const;
  });
  const expected = new Map(ours.map(([name, reading]) => [name, reading]));
  expect(theirs.map(([name]) => name).toSorted()).toEqual(ours.map(([name]) => name).toSorted());
  for (const [name, reading] of theirs) expectEqual(name, reading, expected.get(name));
}

function expectEqual(name: string, actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  expect(is, `${name} is ${is}, by the model ${should}`).toBe(should);
}
