import type { Person } from '@accord/server/domain/permission';
import { describe, expect, it } from 'vitest';
import { expertReview } from '../support/expert-review.js';
import { life, people } from '../support/life.js';
import { code } from '../support/refusal.js';

describe('the time that a case was withdrawn by silence', () => {
  it('is nobody’s delay: opinions and admission have their whole time again, but for who was late before', () => {
    const lived = expertReview('2026-03-02');
    lived.act('2026-03-03', people.expertA, 'submitOpinion', { text: '意见' });
    const seatId = lived.state.seats[1]!.id;
    // On Monday 03-09 another expert takes the second seat, until 03-23; the third is due on 03-16, and late.
    lived.act('2026-03-09', people.supervisor, 'replaceExpert', {
      seatId,
      expertId: people.expertD.id,
      reason: '回避',
    });
    lived.act('2026-03-09', people.expertD, 'declareConflict', { hasConflict: false });
    lived.act('2026-03-13', people.colleague, 'requestEvidence', {
      fromPartyId: lived.state.parties[0]!.id,
      types: ['CHAT_RECORD'],
      isMandatory: false,
      dueInWorkingDays: 3,
      onLapse: 'DEEMED_WITHDRAWN',
    });
    lived.sweep('2026-03-19').act('2026-03-30', people.complainant, 'postMessage', { text: '我回来了' });
    const opine = (who: Person) => () => lived.act('2026-04-14', who, 'submitOpinion', { text: '意见' });
    // Ten working days after Monday 03-30, over the holiday of Monday 04-06.
    expect(lived.state.seats.map(({ opinionDueOn }) => opinionDueOn)).toEqual([
      '2026-03-16',
      '2026-03-16',
      '2026-03-16',
      '2026-04-14',
    ]);
    expect(opine(people.expertC)).toThrow(code('DEADLINE_PASSED', { deadlineAt: '2026-03-16T16:00:00.000Z' }));
    opine(people.expertD)();
  });

  it('leaves a request for a second negotiation five working days to be admitted, and none while it lasts', () => {
    const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-02');
    const fromPartyId = lived.state.parties[0]!.id;
    const asked = { fromPartyId, types: ['CHAT_RECORD' as const], isMandatory: false, dueInWorkingDays: 2 };
    lived.act('2026-03-02', people.handler, 'requestEvidence', { ...asked, onLapse: 'DEEMED_WITHDRAWN' });
    lived.act('2026-03-02', people.handler, 'declareImpasse', { reason: '不成' });
    lived.act('2026-03-02', people.complainant, 'requestSecondNegotiation', { grounds: '对结果不满意' });
    const admissions = () => lived.events.filter(({ type }) => type === 'DutyOverdue').map((each) => each.effectiveOn);
    lived.sweep('2026-03-13');
    expect(admissions()).toEqual([]);
    lived.act('2026-03-13', people.complainant, 'postMessage', { text: '我回来了' }).sweep('2026-03-20');
    expect(lived.state.stage).toBe('SECOND_REQUESTED');
    expect(admissions()).toEqual([]);
    expect((lived.sweep('2026-03-21'), admissions())).toEqual(['2026-03-20']);
  });
});
