import type { AnyCaseEvent, CaseEventType, CaseEvent } from './case-event.js';
import type { CaseState, Id, Instant } from './case.js';
import type { ClockKind } from './clock.js';
import type { Deciding } from './decision.js';
import type { NotificationKind } from './notification-kind.js';
import { isWorkingDay, nextWorkingDay, shanghaiDate, startOfDay } from './working-calendar.js';
import type { LocalDate, WorkingCalendar } from './working-calendar.js';

/** Whom an event is told to, beside its actor, who knows it. */
interface Told {
  kind: NotificationKind;
  to: Id[];
  /** Whether the supervisors of the team are told too, all of them or those who may decide: who never handled the case. */
  supervisors?: 'ALL' | 'IMPARTIAL';
  dueOn?: LocalDate | null;
  clock?: ClockKind | null;
}

/** What some people are told of one event. */
export interface Notice {
  kind: NotificationKind;
  caseId: Id;
  recipientIds: Id[];
  /** The team whose supervisors are told too, but for these persons. */
  supervisedTeamId: Id | null;
  exceptIds: Id[];
  clock: ClockKind | null;
  dueOn: LocalDate | null;
  /** What the clockwork tells is gathered: one notification a person, kind and day. */
  isGathered: boolean;
  createdAt: Instant;
  deliverAt: Instant;
}

const openingHourMs = 9 * 3_600_000;

/** When somebody is told: on working days from 09:00 Shanghai; of an urgent case at once. */
export function deliveryOf(now: Instant, isUrgent: boolean, calendar: WorkingCalendar): Instant {
  const today = shanghaiDate(new Date(now));
  const opening = (date: LocalDate) => new Date(startOfDay(date).getTime() + openingHourMs).toISOString();
  if (isUrgent) return now;
  if (!isWorkingDay(calendar, today)) return opening(nextWorkingDay(calendar, today));
  return now < opening(today) ? opening(today) : now;
}

type Telling = { [T in CaseEventType]?: (state: CaseState, event: CaseEvent<T>) => Told[] };

const members = (state: CaseState, partyId: Id | null) =>
  state.parties.find((party) => party.id === partyId)?.memberIds ?? [];
const present = (state: CaseState) => state.parties.filter((party) => party.leftAt === null);
const everyParty = (state: CaseState) => present(state).flatMap((party) => party.memberIds);
const complainants = (state: CaseState) =>
  present(state).flatMap((party) => (party.side === 'COMPLAINANT' ? party.memberIds : []));
const handler = (state: CaseState) => (state.handlerId ? [state.handlerId] : []);
const everyone = (state: CaseState) => [...everyParty(state), ...handler(state)];
const toEveryone =
  (kind: NotificationKind) =>
  (state: CaseState): Told[] => [{ kind, to: everyone(state) }];
const withWindow =
  (kind: NotificationKind) =>
  (state: CaseState, { payload }: { payload: { windowEndsOn: LocalDate | null } }): Told[] => [
    { kind, to: everyone(state), dueOn: payload.windowEndsOn },
  ];

/** What each event tells, and to whom; an event that is not named tells nobody. */
const telling: Telling = {
  CaseSubmitted: (state) => [{ kind: 'CASE_FILED', to: everyParty(state) }],
  PartyAdded: (state, { payload }) => [{ kind: 'CASE_FILED', to: members(state, payload.partyId) }],
  PartyMemberAdded: (_state, { payload }) => [{ kind: 'CASE_FILED', to: [payload.personId] }],
  RespondentNamed: (state, { payload }) => [{ kind: 'CASE_FILED', to: members(state, payload.partyId) }],
  CaseAssigned: (_state, { payload }) => [{ kind: 'CASE_ASSIGNED', to: payload.handlerId ? [payload.handlerId] : [] }],
  CaseAccepted: toEveryone('CASE_ACCEPTED'),
  CaseRejected: withWindow('CASE_REJECTED'),
  ClarificationRequested: (state, { payload }) => [
    { kind: 'CLARIFICATION_REQUESTED', to: complainants(state), dueOn: payload.dueOn },
  ],
  ClarificationAnswered: (state) => [{ kind: 'CLARIFICATION_ANSWERED', to: handler(state) }],
  ClarificationLapsed: (state) => [{ kind: 'CLARIFICATION_LAPSED', to: [...complainants(state), ...handler(state)] }],
  CaseFastTracked: toEveryone('CASE_FAST_TRACKED'),
  FastTrackLeft: (state) => [{ kind: 'FAST_TRACK_LEFT', to: handler(state) }],
  EvidenceRequested: (state, { payload }) => [
    { kind: 'EVIDENCE_REQUESTED', to: members(state, payload.fromPartyId), dueOn: payload.dueOn },
  ],
  EvidenceSubmitted: (state, { payload }) =>
    payload.partyId ? [{ kind: 'EVIDENCE_SUBMITTED', to: handler(state) }] : [],
  EvidenceReviewed: (state, { payload }) => {
    const evidence = state.evidence.find((each) => each.id === payload.evidenceId);
    return payload.isAccepted || !evidence
      ? []
      : [{ kind: 'EVIDENCE_NOT_ACCEPTED', to: members(state, evidence.partyId) }];
  },
  EvidenceRequestLapsed: (state, { payload }) => {
    const request = state.evidenceRequests.find((each) => each.id === payload.requestId)!;
    return [{ kind: 'EVIDENCE_LAPSED', to: [...members(state, request.fromPartyId), ...handler(state)] }];
  },
  MeetingScheduled: (state, { payload }) => [
    { kind: 'MEETING_ARRANGED', to: everyone(state), dueOn: shanghaiDate(new Date(payload.scheduledAt)) },
  ],
  MeetingRescheduled: (state, { payload }) => [
    { kind: 'MEETING_ARRANGED', to: everyone(state), dueOn: shanghaiDate(new Date(payload.scheduledAt)) },
  ],
  MeetingCancelled: toEveryone('MEETING_CANCELLED'),
  MessagePosted: toEveryone('MESSAGE_POSTED'),
  ProposalMade: (state, { payload }) => [{ kind: 'PROPOSAL_MADE', to: everyone(state), dueOn: payload.expiresOn }],
  ProposalDeclined: (state, { payload }) => {
    const proposal = state.proposals.find((each) => each.id === payload.proposalId)!;
    return [{ kind: 'PROPOSAL_DECLINED', to: [...members(state, proposal.authorPartyId), ...handler(state)] }];
  },
  ProposalLapsed: (state, { deadline }) => (deadline ? [{ kind: 'PROPOSAL_LAPSED', to: everyone(state) }] : []),
  SettlementReached: toEveryone('SETTLEMENT_REACHED'),
  ImpasseDeclared: withWindow('IMPASSE_DECLARED'),
  TermReported: (state, { payload }) => [
    { kind: 'TERM_REPORTED', to: members(state, ofTerm(state, payload).beneficiaryId), dueOn: payload.uncontestedOn },
  ],
  TermContested: (state, { payload }) => [
    { kind: 'TERM_CONTESTED', to: [...members(state, ofTerm(state, payload).obligorId), ...handler(state)] },
  ],
  InstalmentReported: (state, { payload }) => [
    { kind: 'TERM_REPORTED', to: members(state, ofTerm(state, payload).beneficiaryId), dueOn: payload.uncontestedOn },
  ],
  InstalmentContested: (state, { payload }) => [
    { kind: 'TERM_CONTESTED', to: [...members(state, ofTerm(state, payload).obligorId), ...handler(state)] },
  ],
  TermReopened: (state, { payload }) => {
    const { obligorId, beneficiaryId } = ofTerm(state, payload);
    return [{ kind: 'TERM_REOPENED', to: [...members(state, obligorId), ...members(state, beneficiaryId)] }];
  },
  TermOverdue: (state, { payload }) => {
    const { obligorId, beneficiaryId } = ofTerm(state, payload);
    const to = [...members(state, obligorId), ...members(state, beneficiaryId), ...handler(state)];
    return [{ kind: 'TERM_OVERDUE', to, dueOn: payload.defaultFrom }];
  },
  DefaultReported: toEveryone('DEFAULT_REPORTED'),
  MeasureTaken: (state, { payload }) => [{ kind: 'MEASURE_TAKEN', to: everyParty(state), dueOn: payload.endsOn }],
  MeasureLifted: toEveryone('MEASURE_ENDED'),
  MeasureEnded: toEveryone('MEASURE_ENDED'),
  CaseResolved: withWindow('CASE_RESOLVED'),
  CaseUnresolved: withWindow('CASE_UNRESOLVED'),
  CaseClosed: toEveryone('CASE_CLOSED'),
  CaseWithdrawn: withWindow('CASE_WITHDRAWN'),
  CaseReturned: (state, { payload: { dueOn = null, seatIds = [] } }) => {
    const awaited = state.seats.filter(({ id }) => seatIds.includes(id)).map(({ expertId }) => expertId);
    return [
      { kind: 'CASE_GOES_ON', to: everyone(state) },
      { kind: 'OPINION_REQUESTED', to: awaited, dueOn },
    ];
  },
  CaseReopened: toEveryone('CASE_GOES_ON'),
  InvestigationDeepened: toEveryone('CASE_GOES_ON'),
  PartyUnreachable: (state, { payload }) => [
    { kind: 'PARTY_UNREACHABLE', to: members(state, payload.partyId), dueOn: payload.silenceEndsOn },
  ],
  ObjectionRaised: (_state, { payload }) => [
    { kind: 'OBJECTION_RAISED', to: [], supervisors: 'IMPARTIAL', dueOn: payload.dueOn },
  ],
  ObjectionDecided: toEveryone('OBJECTION_DECIDED'),
  DutyOverdue: (state, { payload: { duty, dueOn } }) =>
    duty === 'EVIDENCE_ANSWER'
      ? [{ kind: 'EVIDENCE_ANSWER_OVERDUE', to: handler(state), supervisors: 'ALL', dueOn }]
      : [{ kind: `${duty}_OVERDUE`, to: [], supervisors: 'IMPARTIAL', dueOn }],
  SecondNegotiationRequested: (state, { payload }) => [
    { kind: 'SECOND_NEGOTIATION_REQUESTED', to: everyone(state), supervisors: 'IMPARTIAL', dueOn: payload.dueOn },
  ],
  SecondNegotiationRefused: toEveryone('SECOND_NEGOTIATION_REFUSED'),
  SecondNegotiationAdmitted: (state, { payload }) => {
    const seats = state.seats.filter(({ number, status }) => payload.panel.includes(number) && status === 'CLEAR');
    return [
      { kind: 'SECOND_NEGOTIATION_ADMITTED', to: everyone(state) },
      { kind: 'OPINION_REQUESTED', to: seats.map(({ expertId }) => expertId), dueOn: payload.opinionDueOn },
    ];
  },
  ExpertAppointed: (_state, { payload }) => [{ kind: 'EXPERT_APPOINTED', to: [payload.expertId] }],
  ExpertReplaced: (_state, { payload }) => [
    { kind: 'EXPERT_APPOINTED', to: [payload.expertId], dueOn: payload.opinionDueOn },
  ],
  OpinionsRevealed: toEveryone('OPINIONS_REVEALED'),
  ClockBreached: (state, { payload }) => {
    const clock = payload.clocks.length === 1 ? payload.clocks[0]!.kind : null;
    return [{ kind: 'CLOCK_BREACHED', to: handler(state), supervisors: 'ALL', dueOn: payload.dueOn, clock }];
  },
};

const ofTerm = (state: CaseState, { termId }: { termId: Id }) => state.terms.find((term) => term.id === termId)!;

/** What people are told of events that `state` has taken: never who did it, nor a party of what is not for its eyes. */
export function noticesOf(
  state: CaseState,
  events: readonly AnyCaseEvent[],
  { now, calendar }: Pick<Deciding, 'now' | 'calendar'>,
): Notice[] {
  // An imported case lives by its own log, of which everybody knew.
  if (state.source !== null) return [];
  const deliverAt = deliveryOf(now, state.urgency === 'URGENT', calendar);
  return events.flatMap((event) => {
    const tell = telling[event.type] as ((state: CaseState, event: AnyCaseEvent) => Told[]) | undefined;
    return (tell?.(state, event) ?? []).flatMap(({ kind, to, supervisors, dueOn = null, clock = null }) => {
      const recipientIds = [...new Set(to)].filter((id) => id !== event.actor.personId && mayHear(state, event, id));
      if (recipientIds.length === 0 && !supervisors) return [];
      const supervisedTeamId = supervisors ? state.teamId : null;
      // Who is a party of a case is nothing else in it.
      const partial = supervisors === 'IMPARTIAL' ? state.handledBy : [];
      const exceptIds = [...partial, ...everyParty(state), ...(event.actor.personId ? [event.actor.personId] : [])];
      const about = { kind, caseId: state.id, clock, dueOn, isGathered: event.deadline !== null };
      return [{ ...about, recipientIds, supervisedTeamId, exceptIds, createdAt: now, deliverAt }];
    });
  });
}

/** A party is told of what is for all parties or for itself; staff and experts of what their own line above names. */
function mayHear(state: CaseState, { audience }: AnyCaseEvent, personId: Id): boolean {
  const party = state.parties.find((each) => each.memberIds.includes(personId));
  return !party || audience === 'PARTIES' || audience === `PARTY:${party.id}`;
}
