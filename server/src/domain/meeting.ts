import { newEvent } from './case-event.js';
import type { Id, Instant, TextRef } from './case.js';
import type { Decision } from './decision.js';
import { badInput, blocked, notFound, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';

export const meetingModes = ['ONLINE', 'PHONE', 'OFFLINE'] as const;
export type MeetingMode = (typeof meetingModes)[number];
export const meetingStatuses = ['SCHEDULED', 'HELD'] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

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
}

export interface ScheduleMeeting {
  mode: MeetingMode;
  scheduledAt: Instant;
  place?: string | null;
}

export const scheduleMeeting: Decision<ScheduleMeeting> = (state, input, deciding) => {
  if (input.scheduledAt < deciding.now) throw badInput('input.scheduledAt', 'must not lie in the past');
  if (input.mode === 'OFFLINE' && !input.place) throw badInput('input.place', 'is needed for a meeting in person');
  const place = input.place ? deciding.text(requireText('input.place', input.place, 1, 500)) : null;
  const roundId = state.rounds.find((round) => round.closedAt === null)?.id ?? null;
  const { mode, scheduledAt } = input;
  return [newEvent('MeetingScheduled', { meetingId: deciding.newId(), roundId, mode, scheduledAt, place })];
};

export interface RecordMeeting {
  meetingId: Id;
  heldAt?: Instant | null;
  minutes: string;
  attendeePartyIds: Id[];
}

export const recordMeeting: Decision<RecordMeeting> = (state, input, deciding) => {
  const meeting = state.meetings.find((each) => each.id === input.meetingId);
  if (!meeting) throw notFound('input.meetingId');
  if (meeting.status !== 'SCHEDULED') throw blocked('MEETING_CLOSED', [meeting.id]);
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
    state.meetings.push({ id, ...meeting, status: 'SCHEDULED', heldAt: null, minutes: null, attendeePartyIds: [] });
  },
  MeetingRecorded(state, { payload }) {
    const { meetingId, ...record } = payload;
    Object.assign(
      state.meetings.find((each) => each.id === meetingId)!,
      { ...record, status: 'HELD' },
    );
  },
};
