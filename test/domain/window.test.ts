import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { code } from '../support/refusal.js';

const { handler, complainant, merchant, supervisor } = people;
type Lived = ReturnType<typeof life>;
const negotiating = (on: string) => life().file(on).accept(on).investigate(on).conclude(on);
/** Its window ends on Monday 03-16. */
const impasse = () => negotiating('2026-03-02').act('2026-03-02', handler, 'declareImpasse', { reason: '不成' });
/** Its window ends on Monday 03-16. */
const resolved = () => negotiating('2026-03-02').propose('2026-03-02').agree('2026-03-02').carryOut('2026-03-02');
const object = (lived: Lived, on: string, who = complainant, subjectId: string | null = null) =>
  lived.act(on, who, 'raiseObjection', { against: subjectId ? 'FINDING' : 'CONDUCT', subjectId, grounds: '处理不公' });
const dismiss = (lived: Lived, on: string, objectionId = lived.state.objections.at(-1)!.id) =>
  lived.act(on, supervisor, 'decideObjection', {
    objectionId,
    decision: 'DISMISSED',
    effect: 'NONE',
    reason: '不成立',
  });
const end = (lived: Lived, on: string) => {
  lived.sweep(on);
  return { stage: lived.state.stage, effectiveOn: lived.events.at(-1)!.effectiveOn };
};

describe('an objection at an impasse', () => {
  it('suspends the window once for a party and a thing; the same again is heard, and the window ends', () => {
    const lived = dismiss(object(impasse(), '2026-03-16'), '2026-03-18');
    // Five working days are left after Wednesday the 18th.
    expect(lived.state.windowExtension).toMatchObject({ endsOn: '2026-03-25' });
    object(lived, '2026-03-25');
    expect(lived.state.objections).toMatchObject([{ isRepeated: false }, { isRepeated: true, windowLeft: null }]);
    expect(end(lived, '2026-03-26')).toEqual({ stage: 'UNRESOLVED', effectiveOn: '2026-03-25' });
    // The case does not wait for it, the supervisor decides it all the same.
    expect(dismiss(lived, '2026-03-27').state.objections.at(-1)).toMatchObject({ status: 'DISMISSED' });
  });

  it('taken back and raised again and again holds nothing open', () => {
    const lived = impasse();
    for (const on of ['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19', '2026-03-20']) {
      const { id: objectionId } = object(lived, on).state.objections.at(-1)!;
      lived.act(on, complainant, 'withdrawObjection', { objectionId });
    }
    // Taken back the first time on Monday the 16th: five working days after it.
    expect(end(lived, '2026-03-24')).toEqual({ stage: 'UNRESOLVED', effectiveOn: '2026-03-23' });
  });

  it('of another party, or against another thing, suspends the window again', () => {
    const lived = dismiss(object(impasse(), '2026-03-16'), '2026-03-18');
    dismiss(object(lived, '2026-03-25', merchant), '2026-03-26');
    expect(lived.state.windowExtension).toMatchObject({ endsOn: '2026-04-02' });
    const { id } = lived.state.investigations[0]!.findings[0]!;
    dismiss(object(lived, '2026-04-02', complainant, id), '2026-04-03');
    // Monday 04-06 is off for Qingming.
    expect(end(lived, '2026-04-14')).toEqual({ stage: 'UNRESOLVED', effectiveOn: '2026-04-13' });
  });

  it('suspends the window of a later impasse anew', () => {
    const lived = dismiss(object(impasse(), '2026-03-03'), '2026-03-04');
    lived.act('2026-03-05', handler, 'deepenInvestigation', { reason: '再查' });
    lived.act('2026-03-05', handler, 'planInvestigationStep', { kind: 'OTHER' }).conclude('2026-03-06');
    lived.act('2026-03-20', handler, 'declareImpasse', { reason: '仍不成' });
    expect(object(lived, '2026-03-23').state.objections.at(-1)).toMatchObject({ isRepeated: false, windowLeft: 9 });
  });

  it('that is raised again does not let a second negotiation be asked for after the window', () => {
    const lived = dismiss(object(impasse(), '2026-03-16'), '2026-03-18');
    object(lived, '2026-03-25');
    const request = (on: string) => () => lived.act(on, complainant, 'requestSecondNegotiation', { grounds: '不服' });
    expect(request('2026-03-26')).toThrow(code('DEADLINE_PASSED', { deadlineAt: '2026-03-25T16:00:00.000Z' }));
    request('2026-03-25')();
  });
});

describe('a window that lapsed meanwhile', () => {
  it.each([
    ['IMPASSE', impasse, 'UNRESOLVED', 'decided'],
    ['IMPASSE', impasse, 'UNRESOLVED', 'taken back'],
    ['RESOLVED', resolved, 'CLOSED', 'decided'],
    ['RESOLVED', resolved, 'CLOSED', 'taken back'],
  ] as const)('back at %s waits for an objection of since, then acts at once', (from, begin, stage, how) => {
    const lived = begin().act('2026-03-12', complainant, 'requestSecondNegotiation', { grounds: '不服' });
    object(lived, '2026-03-17');
    lived.act('2026-03-18', supervisor, 'refuseSecondNegotiation', { reason: '没有新的理由' });
    expect(end(lived, '2026-03-19').stage).toBe(from);
    const { id: objectionId } = lived.state.objections[0]!;
    if (how === 'decided') dismiss(lived, '2026-03-20');
    else lived.act('2026-03-20', complainant, 'withdrawObjection', { objectionId });
    // In the same transaction, and from then on: nothing counts from before what has happened since.
    const last = lived.events.at(-1)!;
    expect(lived.state.stage).toBe(stage);
    expect(last).toMatchObject({ effectiveOn: '2026-03-20', deadline: { kind: 'WINDOW', dueOn: '2026-03-16' } });
    expect(lived.state.deadlines.filter(({ kind, actedAt }) => kind === 'WINDOW' && actedAt === null)).toEqual([]);
  });

  it('acts at once when a case comes back from silence to its impasse', () => {
    const lived = impasse();
    const partyId = lived.state.parties[0]!.id;
    for (const [on, channel] of [
      ['2026-03-03', 'PHONE'],
      ['2026-03-04', 'MESSAGE'],
      ['2026-03-05', 'PHONE'],
    ] as const) {
      lived.act(on, handler, 'recordContactAttempt', { partyId, channel, isReached: false });
    }
    expect(end(lived, '2026-03-13')).toEqual({ stage: 'WITHDRAWN', effectiveOn: '2026-03-12' });
    lived.act('2026-03-18', complainant, 'postMessage', { text: '我在' });
    expect(lived.state.stage).toBe('UNRESOLVED');
    expect(lived.events.at(-1)).toMatchObject({ type: 'CaseUnresolved', effectiveOn: '2026-03-18' });
    // 03-02 to 03-12, and no day since it came back.
    expect(lived.clock('OVERALL', '2026-03-20')).toMatchObject({ state: 'STOPPED', counted: 8 });
  });

  it('is left alone by whatever else happens before the platform has noticed it', () => {
    const lived = impasse().act('2026-03-17', handler, 'addNote', { text: '电话沟通' });
    expect(lived.state.stage).toBe('IMPASSE');
    expect(end(lived, '2026-03-17')).toEqual({ stage: 'UNRESOLVED', effectiveOn: '2026-03-16' });
  });
});
