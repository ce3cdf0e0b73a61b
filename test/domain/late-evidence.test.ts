import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { blocked } from '../support/refusal.js';

type Life = ReturnType<typeof life>;
const investigating = () => life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02');
const submit = (lived: Life, time: string, who = people.complainant, requestId?: string) =>
  lived.act(time, who, 'submitEvidence', { type: 'CHAT_RECORD', title: '聊天记录', requestId: requestId ?? null });
const last = (lived: Life) => lived.state.evidence.at(-1)!;

describe('evidence after the conclusion', () => {
  it('is late, and the platform says within five working days what it makes of it', () => {
    const lived = submit(investigating(), '2026-03-03').conclude('2026-03-04');
    submit(lived, '2026-03-06');
    // Five working days after Friday the 6th is Friday the 13th.
    expect(lived.state.evidence).toMatchObject([
      { isLate: false, answerDueOn: null },
      { isLate: true, answerDueOn: '2026-03-13' },
    ]);
    lived.act('2026-03-09', people.handler, 'reviewEvidence', {
      evidenceId: last(lived).id,
      isAccepted: false,
      reason: '与本案无关',
    });
    expect(last(lived).review).toMatchObject({ isAccepted: false });
  });

  it('leads back to investigating, where evidence is in time again', () => {
    const lived = investigating().conclude('2026-03-04');
    const deepen = () => lived.act('2026-03-06', people.handler, 'deepenInvestigation', { reason: '新证据' });
    expect(deepen).toThrow(blocked('NO_NEW_GROUND'));
    submit(lived, '2026-03-05');
    deepen();
    expect(lived.state).toMatchObject({ stage: 'INVESTIGATING', rounds: [{ result: 'ADJOURNED' }] });
    submit(lived, '2026-03-09');
    expect(last(lived)).toMatchObject({ isLate: false, answerDueOn: null });
  });

  it('is late of whoever brings it, but nobody answers oneself', () => {
    const lived = submit(investigating().conclude('2026-03-04'), '2026-03-05', people.handler);
    expect(last(lived)).toMatchObject({ isLate: true, answerDueOn: null });
  });

  it('is in time where it was asked for since', () => {
    const lived = investigating().conclude('2026-03-04');
    submit(lived, '2026-03-06', people.complainant, lived.ask('2026-03-05'));
    expect(last(lived)).toMatchObject({ isLate: false, answerDueOn: null });
  });

  it('is late where it was asked for before the conclusion', () => {
    const lived = investigating();
    const request = { fromPartyId: lived.state.parties[0]!.id, types: ['CHAT_RECORD' as const], isMandatory: false };
    lived.act('2026-03-03', people.handler, 'requestEvidence', { ...request, dueInWorkingDays: 10 });
    lived.conclude('2026-03-04');
    submit(lived, '2026-03-05', people.complainant, lived.state.evidenceRequests[0]!.id);
    expect(last(lived)).toMatchObject({ isLate: true });
    expect(lived.state.evidenceRequests).toMatchObject([{ status: 'ANSWERED' }]);
  });

  const negotiating = () => investigating().conclude('2026-03-04');
  const impasse = () => negotiating().act('2026-03-04', people.handler, 'declareImpasse', { reason: '不成' });
  const executing = () => negotiating().propose('2026-03-04').agree('2026-03-04');
  const review = (lived: Life, time: string, evidenceId = last(lived).id) =>
    lived.act(time, people.handler, 'reviewEvidence', { evidenceId, isAccepted: true });

  it.each([
    ['IMPASSE', impasse],
    ['EXECUTING', executing],
    ['RESOLVED', () => executing().carryOut('2026-03-04')],
    [
      'SECOND_REQUESTED',
      () => impasse().act('2026-03-04', people.complainant, 'requestSecondNegotiation', { grounds: '不服' }),
    ],
  ] as const)('is late at %s too, and answered there, once', (stage, begin) => {
    const lived = submit(begin(), '2026-03-06');
    expect(lived.state.stage).toBe(stage);
    expect(last(lived)).toMatchObject({ isLate: true, answerDueOn: '2026-03-13' });
    expect(review(lived, '2026-03-09').state.stage).toBe(stage);
    expect(last(lived).review).toMatchObject({ isAccepted: true });
    expect(() => review(lived, '2026-03-10')).toThrow(blocked('WRONG_STAGE'));
  });

  it('is still answered once the window has closed the case', () => {
    // Resolved on 03-04: the window ends on Wednesday 03-18.
    const lived = submit(executing().carryOut('2026-03-04'), '2026-03-18').sweep('2026-03-20');
    expect(lived.state.stage).toBe('CLOSED');
    expect(review(lived, '2026-03-23').state.evidence[0]!.review).toMatchObject({ isAccepted: true });
  });

  it('is told as overdue when nobody answers it after an agreement', () => {
    const lived = submit(executing(), '2026-03-06').sweep('2026-03-14');
    const told = lived.events.filter(({ type }) => type === 'DutyOverdue');
    expect(told).toMatchObject([{ payload: { duty: 'EVIDENCE_ANSWER', dueOn: '2026-03-13' }, audience: 'STAFF' }]);
  });

  it('alone is reviewed where parties are no longer heard', () => {
    const lived = submit(investigating(), '2026-03-03')
      .conclude('2026-03-04')
      .propose('2026-03-04')
      .agree('2026-03-04');
    expect(() => review(lived, '2026-03-05')).toThrow(blocked('WRONG_STAGE'));
    submit(lived, '2026-03-05');
    expect(() => review(lived, '2026-03-06', lived.state.evidence[0]!.id)).toThrow(blocked('WRONG_STAGE'));
    review(lived, '2026-03-06');
  });
});

describe('evidence after its request lapsed', () => {
  it('is plain evidence: the request stays lapsed, and the pause ended with its last day', () => {
    const lived = investigating();
    const requestId = lived.ask('2026-03-03', 2);
    lived.sweep('2026-03-09');
    expect(() => submit(lived, '2026-03-09', people.complainant, requestId)).toThrow(blocked('REQUEST_CLOSED'));
    submit(lived, '2026-03-09');
    expect(lived.state.evidenceRequests).toMatchObject([{ status: 'LAPSED' }]);
    expect(last(lived)).toMatchObject({ requestId: null, isLate: false });
    // Two working days paused, (03-03, 03-05]; five elapsed since Monday the 2nd.
    expect(lived.clock('INVESTIGATION', '2026-03-09')).toMatchObject({ elapsed: 5, paused: 2, counted: 3 });
  });
});
