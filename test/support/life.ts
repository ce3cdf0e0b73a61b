import type { Candidate } from '@accord/server/domain/assignment-rule';
import { defaultPolicy } from '@accord/server/domain/benchmark';
import { sha256 } from '@accord/server/domain/canonical-json';
import type { AnyCaseEvent } from '@accord/server/domain/case-event';
import { unfiledCase, type CaseState } from '@accord/server/domain/case';
import type { ClockKind } from '@accord/server/domain/clock';
import { readClock } from '@accord/server/domain/clock';
import {
  perform,
  performLapse,
  performRevision,
  performSubmit,
  type ChangingCommand,
  type InputOf,
  type Moment,
} from '@accord/server/domain/command';
import { dueDeadline } from '@accord/server/domain/deadline';
import type { SubmitCase } from '@accord/server/domain/filing';
import type { Person, Role } from '@accord/server/domain/permission';
import { buildWorkingCalendar, shanghaiDate } from '@accord/server/domain/working-calendar';
import type { WorkingCalendar } from '@accord/server/domain/working-calendar';
import { statutoryCalendar } from '@accord/seeds/calendars/statutory-calendar';
import { filing } from './road.js';

const statutory = buildWorkingCalendar(statutoryCalendar());
const benchmarks = {
  version: 1,
  bands: {
    SIMPLE: { min: 1, max: 2 },
    RESPONSE: { min: 3, max: 5 },
    INVESTIGATION: { min: 3, max: 5 },
    FIRST_NEGOTIATION: { min: 7, max: 15 },
    SECOND_NEGOTIATION: { min: 10, max: 20 },
    OVERALL: { min: 10, max: 30 },
  },
};

const person = (id: string, roles: Role[], partyKind: Person['partyKind'] = 'PERSON'): Person => ({
  id,
  name: id,
  roles,
  partyKind,
  teamIds: roles.includes('HANDLER') || roles.includes('SUPERVISOR') ? ['team'] : [],
});

export const people = {
  complainant: person('complainant', ['USER']),
  merchant: person('merchant', ['USER'], 'MERCHANT'),
  neighbour: person('neighbour', ['USER']),
  courier: person('courier', ['USER'], 'SERVICE_PROVIDER'),
  platform: person('platform', ['USER'], 'PLATFORM'),
  handler: person('handler', ['HANDLER']),
  supervisor: person('supervisor', ['SUPERVISOR']),
  colleague: person('colleague', ['HANDLER']),
  otherSupervisor: person('other-supervisor', ['SUPERVISOR']),
  expertA: person('expert-a', ['EXPERT']),
  expertB: person('expert-b', ['EXPERT']),
  expertC: person('expert-c', ['EXPERT']),
  expertD: person('expert-d', ['EXPERT']),
};

/**
 * One case lived in memory, beside the other cases of its transaction; times are Shanghai wall-clock, `2026-03-02T10:00`,
 * or a date for its noon.
 */
export function life(published: WorkingCalendar = statutory, ofTransaction: readonly CaseState[] = []) {
  let calendar = published;
  const state: CaseState = unfiledCase('00000000-0000-7000-8000-000000000001');
  const events: AnyCaseEvent[] = [];
  let ids = 0;
  /** What lies stored of each text; a test may tamper with it. */
  const digests = new Map<string, string>();
  const candidates: Candidate[] = [];
  const momentAt = (time: string): Moment => {
    const at = new Date(`${time.length === 10 ? `${time}T12:00` : time}+08:00`);
    return {
      now: at.toISOString(),
      today: shanghaiDate(at),
      calendar,
      benchmarks,
      policy: defaultPolicy,
      persons: new Map(Object.values(people).map((each) => [each.id, each])),
      routeIds: ['route-12378'],
      platformPersonIds: [people.platform.id],
      teamOf: () => 'team',
      newId: () => `00000000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`,
      tiedPersonIds: [],
      candidates,
      storedDigests: digests,
      agreedElsewhere: ofTransaction.filter((other) => other !== state),
      uploads: new Map(),
      text(words) {
        const text = { id: `text-${(ids += 1)}`, digest: sha256(words) };
        digests.set(text.id, text.digest);
        return text;
      },
    };
  };
  const lived = {
    state,
    events,
    digests,
    /** The handlers of the team as the rule finds them; a test fills it. */
    candidates,
    momentAt,
    file(time: string, input: Partial<SubmitCase> = {}) {
      const complete = { ...filing, respondentIds: [people.merchant.id], ...input };
      events.push(...performSubmit(state, complete, people.complainant, null, momentAt(time)));
      return lived.act(time, people.supervisor, 'assignCase', { handlerId: people.handler.id });
    },
    act<C extends ChangingCommand>(time: string, who: Person, command: C, input: InputOf<C>) {
      events.push(...perform(state, { command, input, person: who }, momentAt(time)));
      return lived;
    },
    /** The same where these people are the ones on record. */
    actKnowing<C extends ChangingCommand>(
      time: string,
      known: Person[],
      who: Person,
      command: C,
      input: InputOf<C>,
      beside: Partial<Moment> = {},
    ) {
      const persons = new Map(known.map((each) => [each.id, each]));
      events.push(...perform(state, { command, input, person: who }, { ...momentAt(time), persons, ...beside }));
      return lived;
    },
    /** The same where this is known beside. */
    actAmong<C extends ChangingCommand>(
      time: string,
      known: Partial<Moment>,
      who: Person,
      command: C,
      input: InputOf<C>,
    ) {
      events.push(...perform(state, { command, input, person: who }, { ...momentAt(time), ...known }));
      return lived;
    },
    /** Lets every deadline act that has passed by then. */
    sweep(time: string) {
      const moment = momentAt(time);
      const next = () => dueDeadline(state, moment.today, calendar);
      for (let due = next(); due; due = next()) {
        events.push(...performLapse(state, due, moment));
      }
      return lived;
    },
    /** Publishes another version of the calendar on that day. */
    revise(time: string, next: WorkingCalendar) {
      const revision = { calendar: next, calendarBefore: calendar, today: momentAt(time).today };
      lived.sweep(time);
      calendar = next;
      events.push(...performRevision(state, revision, momentAt(time)));
      return lived;
    },
    /** A clock as it reads on a date. */
    clock(kind: ClockKind, on: string, cycle = 1) {
      const clock = state.clocks.find((each) => each.kind === kind && each.cycle === cycle)!;
      const { originalDueOn, state: clockState } = clock;
      return { state: clockState, originalDueOn, ...readClock(calendar, clock, on) };
    },
    accept(time: string) {
      return lived.act(time, people.handler, 'acceptCase', { complexity: 'LOW' });
    },
    investigate(time: string) {
      return lived.act(time, people.handler, 'startInvestigation', { steps: [{ kind: 'VERIFY_TRANSACTION' }] });
    },
    conclude(time: string) {
      const stepId = state.investigations.at(-1)!.steps[0]!.id;
      lived.act(time, people.handler, 'completeInvestigationStep', { stepId, result: '已核实' });
      lived.act(time, people.handler, 'recordFinding', { rootCause: 'MERCHANT_FAILURE', text: '商家责任' });
      return lived.act(time, people.handler, 'concludeInvestigation', {});
    },
    /** Asks the complainant for mandatory evidence and answers the request's id. */
    ask(time: string, dueInWorkingDays = 30) {
      const fromPartyId = state.parties[0]!.id;
      const input = { fromPartyId, types: ['CHAT_RECORD' as const], isMandatory: true, dueInWorkingDays };
      lived.act(time, people.handler, 'requestEvidence', input);
      return state.evidenceRequests.at(-1)!.id;
    },
    answer(time: string, requestId: string) {
      return lived.act(time, people.complainant, 'submitEvidence', {
        type: 'CHAT_RECORD',
        title: '聊天记录',
        requestId,
      });
    },
    propose(time: string, kind: 'APOLOGY' | 'RESEND_GOODS' = 'APOLOGY') {
      const [buyer, seller] = state.parties.map((party) => party.id);
      return lived.act(time, people.complainant, 'makeProposal', {
        terms: [{ kind, obligorId: seller!, beneficiaryId: buyer! }],
        expiresInWorkingDays: 15,
      });
    },
    agree(time: string) {
      const { id: proposalId, hash } = state.proposals.at(-1)!;
      return lived.act(time, people.merchant, 'acceptProposal', { proposalId, contentHash: hash });
    },
    carryOut(time: string) {
      for (const { id: termId } of state.terms.filter((term) => term.status === 'OPEN')) {
        lived.act(time, people.complainant, 'confirmTerm', { termId });
      }
      return lived;
    },
  };
  return lived;
}
