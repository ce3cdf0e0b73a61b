import { newEvent } from './case-event.js';
import type { CaseState, Id, Instant, TextRef } from './case.js';
import type { Deciding, Decision } from './decision.js';
import { badInput, blocked, notFound, requireNone, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { blockedIf, unlessOneIsFree } from './guard.js';
import type { SubjectGuard } from './guard.js';

export const meetingModes = ['ONLINE', 'PHONE', 'OFFLINE'] as const;
export type MeetingMode = (typeof meetingModes)[number];
export const meetingStatuses = ['SCHEDULED', 'HELD', 'CANCELLED'] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

export const meetingAnswers = ['ACCEPTED', 'DECLINED'] as const;
export type MeetingAnswer = (typeof meetingAnswers)[number];

export interface Meeting {
  id: Id;
  /** Null for a hearing outside a round. */
  roundId: Id | null;
  mode: MeetingMode;
  status: MeetingStatus;
  scheduledAt: Instant;
  place: TextRef | null;
  heldAt: Instant | null;
  minutes: TextRef | null;
  attendeePartyIds: Id[];
  /** Who will come to it as it is arranged now. */
  responses: { partyId: Id; answer: MeetingAnswer; at: Instant }[];
}

const meetingBlockersOf: SubjectGuard<Meeting> = (_state, { id, status }) =>
  blockedIf(status !== 'SCHEDULED', 'MEETING_CLOSED', [id]);

const invitationBlockersOf: SubjectGuard<Meeting> = (state, meeting, asking) => {
  const closed = meetingBlockersOf(state, meeting, asking);
  if (closed.length > 0 || meeting.scheduledAt > asking.now) return closed;
  return [{ code: 'MEETING_BEGUN', subjectIds: [meeting.id], deadlineAt: meeting.scheduledAt }];
};

export const meetingBlockers = unlessOneIsFree(({ meetings }) => meetings, meetingBlockersOf);
export const invitationBlockers = unlessOneIsFree(({ meetings }) => meetings, invitationBlockersOf);

/** The meeting that an input names, if nothing blocks it. */
function meetingNamed(
  state: CaseState,
  meetingId: Id,
  deciding: Deciding,
  blockersOf: SubjectGuard<Meeting> = meetingBlockersOf,
): Meeting {
  const meeting = state.meetings.find((each) => each.id === meetingId);
  if (!meeting) throw notFound('input.meetingId');
  requireNone(blockersOf(state, meeting, deciding));
  return meeting;
}

export interface ScheduleMeeting {
  mode: MeetingMode;
  scheduledAt: Instant;
  place?: string | null;
}

export const scheduleMeeting: Decision<ScheduleMeeting> = (state, input, deciding) => {
  const place = placeOf(input, deciding);
  requireArrangement(input.mode, input.scheduledAt, place, deciding);
  const roundId = state.rounds.find((round) => round.closedAt === null)?.id ?? null;
  const { mode, scheduledAt } = input;
  return [newEvent('MeetingScheduled', { meetingId: deciding.newId(), roundId, mode, scheduledAt, place })];
};

function placeOf(input: { place?: string | null }, deciding: Deciding): TextRef | null {
  return input.place ? deciding.text(requireText('input.place', input.place, 1, 500)) : null;
}

function requireArrangement(mode: MeetingMode, scheduledAt: Instant, place: TextRef | null, { now }: Deciding): void {
  if (scheduledAt < now) throw badInput('input.scheduledAt', 'must not lie in the past');
  if (mode === 'OFFLINE' && !place) throw badInput('input.place', 'is needed for a meeting in person');
}

export interface RescheduleMeeting {
  meetingId: Id;
  scheduledAt: Instant;
  mode?: MeetingMode | null;
  place?: string | null;
}

/** Arranges a meeting anew; everyone is asked again. */
export const rescheduleMeeting: Decision<RescheduleMeeting> = (state, input, deciding) => {
  const meeting = meetingNamed(state, input.meetingId, deciding);
  const mode = input.mode ?? meeting.mode;
  const place = placeOf(input, deciding) ?? meeting.place;
  const { scheduledAt } = input;
  requireArrangement(mode, scheduledAt, place, deciding);
  return [newEvent('MeetingRescheduled', { meetingId: meeting.id, mode, scheduledAt, place })];
};

/** Says whether one's party will come; it can change its mind until the meeting begins. */
export const respondToMeeting: Decision<{ meetingId: Id; answer: MeetingAnswer }> = (state, input, deciding) => {
  const meeting = meetingNamed(state, input.meetingId, deciding, invitationBlockersOf);
  const partyId = deciding.actor.partyId!;
  const given = meeting.responses.find((response) => response.partyId === partyId);
  if (given?.answer === input.answer) throw blocked('MEETING_ANSWERED', [meeting.id]);
  return [newEvent('MeetingAnswered', { meetingId: meeting.id, partyId, answer: input.answer })];
};

export const cancelMeeting: Decision<{ meetingId: Id; reason: string }> = (state, input, deciding) => {
  const meeting = meetingNamed(state, input.meetingId, deciding);
  const reason = deciding.text(requireText('input.reason', input.reason));
  return [newEvent('MeetingCancelled', { meetingId: meeting.id, reason })];
};

export interface RecordMeeting {
  meetingId: Id;
  heldAt?: Instant | null;
  minutes: string;
  attendeePartyIds: Id[];
}

export const recordMeeting: Decision<RecordMeeting> = (state, input, deciding) => {
  const meeting = meetingNamed(state, input.meetingId, deciding);
  input.attendeePartyIds.forEach((id, index) => {
    if (!state.parties.some((party) => party.id === id)) throw notFound(`input.attendeePartyIds.${index}`);
  });
  const heldAt = input.heldAt ?? deciding.now;
  if (heldAt > deciding.now) throw badInput('input.heldAt', 'must not lie in the future');
  if (heldAt < state.filedAt) throw badInput('input.heldAt', 'must not lie before the case was filed');
  const minutes = deciding.text(requireText('input.minutes', input.minutes));
  const attendeePartyIds = [...new Set(input.attendeePartyIds)];
  return [newEvent('MeetingRecorded', { meetingId: meeting.id, heldAt, minutes, attendeePartyIds })];
};

export const meetingEvolution: Evolution = {
  MeetingScheduled(state, { payload }) {
    const { meetingId: id, ...meeting } = payload;
    state.meetings.push({
      id,
      ...meeting,
      status: 'SCHEDULED',
      heldAt: null,
      minutes: null,
      attendeePartyIds: [],
      responses: [],
    });
  },
  MeetingRescheduled(state, { payload }) {
    const { meetingId, ...arrangement } = payload;
    Object.assign(meetingOf(state, meetingId), { ...arrangement, responses: [] });
  },
  MeetingAnswered(state, { payload, at }) {
    const { meetingId, ...response } = payload;
    const meeting = meetingOf(state, meetingId);
    const others = meeting.responses.filter(({ partyId }) => partyId !== response.partyId);
    meeting.responses = [...others, { ...response, at }];
  },
  MeetingCancelled(state, { payload }) {
    meetingOf(state, payload.meetingId).status = 'CANCELLED';
  },
  MeetingRecorded(state, { payload }) {
    const { meetingId, ...record } = payload;
    Object.assign(meetingOf(state, meetingId), { ...record, status: 'HELD' });
  },
};

function meetingOf(state: CaseState, meetingId: Id): Meeting {
  return state.meetings.find((each) => each.id === meetingId)!;
}
