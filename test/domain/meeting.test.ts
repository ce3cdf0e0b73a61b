import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { badField, blocked, code, unknownId } from '../support/refusal.js';

const arranged = () => {
  const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02');
  const scheduledAt = '2026-03-06T02:00:00.000Z';
  return lived.act('2026-03-03', people.handler, 'scheduleMeeting', { mode: 'ONLINE', scheduledAt });
};
const idOf = (lived: ReturnType<typeof arranged>) => ({ meetingId: lived.state.meetings[0]!.id });

describe('a meeting that is arranged', () => {
  it('is answered by each party, who can change its mind until it begins', () => {
    const lived = arranged();
    const respond = (time: string, answer: 'ACCEPTED' | 'DECLINED') =>
      lived.act(time, people.merchant, 'respondToMeeting', { ...idOf(lived), answer });
    respond('2026-03-04', 'ACCEPTED');
    lived.act('2026-03-04', people.complainant, 'respondToMeeting', { ...idOf(lived), answer: 'ACCEPTED' });
    expect(() => respond('2026-03-04', 'ACCEPTED')).toThrow(blocked('MEETING_ANSWERED'));
    respond('2026-03-06T09:59', 'DECLINED');
    const [buyer, seller] = lived.state.parties;
    expect(lived.state.meetings[0]!.responses.map(({ partyId, answer }) => [partyId, answer])).toEqual([
      [buyer!.id, 'ACCEPTED'],
      [seller!.id, 'DECLINED'],
    ]);
    expect(() => respond('2026-03-06T10:00', 'ACCEPTED')).toThrow(
      code('DEADLINE_PASSED', { deadlineAt: '2026-03-06T02:00:00.000Z' }),
    );
  });

  it('is arranged anew, and everyone is asked again; what is not said stays', () => {
    const lived = arranged();
    lived.act('2026-03-04', people.merchant, 'respondToMeeting', { ...idOf(lived), answer: 'ACCEPTED' });
    const move = (input: object) =>
      lived.act('2026-03-05', people.handler, 'rescheduleMeeting', {
        ...idOf(lived),
        scheduledAt: '2026-03-09T02:00:00.000Z',
        ...input,
      });
    move({});
    expect(lived.state.meetings).toMatchObject([
      { mode: 'ONLINE', scheduledAt: '2026-03-09T02:00:00.000Z', status: 'SCHEDULED', responses: [] },
    ]);
    expect(() => move({ mode: 'OFFLINE' })).toThrow(badField('input.place'));
    expect(() => move({ scheduledAt: '2026-03-05T03:59:59.000Z' })).toThrow(badField('input.scheduledAt'));
    move({ mode: 'OFFLINE', place: '三号会议室' });
    move({ scheduledAt: '2026-03-10T02:00:00.000Z' });
    expect(lived.state.meetings[0]!.place).not.toBeNull();
  });

  it('is called off for good', () => {
    const lived = arranged();
    lived.act('2026-03-04', people.handler, 'cancelMeeting', { ...idOf(lived), reason: '商家请假' });
    expect(lived.state.meetings).toMatchObject([{ status: 'CANCELLED' }]);
    const closed = blocked('MEETING_CLOSED');
    const again = { ...idOf(lived), scheduledAt: '2026-03-09T02:00:00.000Z' };
    expect(() => lived.act('2026-03-05', people.handler, 'rescheduleMeeting', again)).toThrow(closed);
    const answer = { ...idOf(lived), answer: 'ACCEPTED' as const };
    expect(() => lived.act('2026-03-05', people.merchant, 'respondToMeeting', answer)).toThrow(closed);
    const held = { ...idOf(lived), minutes: '开会', attendeePartyIds: [] };
    expect(() => lived.act('2026-03-05', people.handler, 'recordMeeting', held)).toThrow(closed);
    expect(() =>
      lived.act('2026-03-05', people.handler, 'cancelMeeting', { meetingId: unknownId, reason: '无' }),
    ).toThrow(code('NOT_FOUND', { path: 'input.meetingId' }));
  });
});
