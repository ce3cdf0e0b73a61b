import { describe, expect, it } from 'vitest';
import type { Person } from '@accord/server/domain/permission';
import { life, people } from '../support/life.js';
import { badField, blocked, code } from '../support/refusal.js';

const { handler, complainant, merchant, supervisor, colleague, expertA, expertB, expertC, expertD } = people;
type Lived = ReturnType<typeof life>;
const experts = [expertA, expertB, expertC];
const negotiating = (on: string) => life().file(on).accept(on).investigate(on).conclude(on);
const resolved = (on: string, agreed = on) => negotiating(on).propose(on).agree(agreed).carryOut(agreed);
const impasse = (on: string) => negotiating(on).act(on, handler, 'declareImpasse', { reason: '不成' });
const request = (lived: Lived, on: string, who: Person = complainant) =>
  lived.act(on, who, 'requestSecondNegotiation', { grounds: '对结果不满意' });
const appoint = (lived: Lived, on: string, ...who: Person[]) => {
  for (const { id: expertId } of who) lived.act(on, supervisor, 'appointExpert', { expertId });
  return lived;
};
const declare = (lived: Lived, on: string, ...who: Person[]) => {
  for (const each of who) lived.act(on, each, 'declareConflict', { hasConflict: false });
  return lived;
};
const seat = (lived: Lived, on: string) => declare(appoint(lived, on, ...experts), on, ...experts);
const admit = (lived: Lived, on: string, handlerId: string | null = colleague.id) =>
  lived.act(on, supervisor, 'admitSecondNegotiation', { handlerId });
const opine = (lived: Lived, on: string, ...who: Person[]) => {
  for (const each of who) lived.act(on, each, 'submitOpinion', { text: `${each.name} 的意见` });
  return lived;
};
const reveal = (lived: Lived, on: string) => lived.act(on, supervisor, 'revealOpinions', {});
const inReview = (on: string) => admit(seat(request(impasse(on), on), on), on);
const seatOf = (lived: Lived, who: Person) => lived.state.seats.find(({ expertId }) => expertId === who.id)!.id;

describe('an objection during the review', () => {
  const object = { against: 'CONDUCT' as const, grounds: '态度不佳' };
  const decide = (lived: Lived, on: string) => {
    const { id: objectionId } = lived.state.objections.at(-1)!;
    return lived.act(on, supervisor, 'decideObjection', {
      objectionId,
      decision: 'DISMISSED',
      effect: 'NONE',
      reason: '不成立',
    });
  };

  it('is decided after the window is over, and moves nothing', () => {
    // Impasse on Monday 03-02: the window ends on Monday 03-16.
    const lived = inReview('2026-03-02').act('2026-03-17', complainant, 'raiseObjection', object);
    decide(lived, '2026-03-20');
    expect(lived.state).toMatchObject({ stage: 'EXPERT_REVIEW', windowExtension: null });
  });

  it('leaves what was left of the window when it was raised', () => {
    // Raised on Thursday 03-05, seven working days before the end of the window.
    const lived = inReview('2026-03-02').act('2026-03-05', complainant, 'raiseObjection', object);
    decide(lived, '2026-03-10');
    expect(lived.state.windowExtension).toMatchObject({ endsOn: '2026-03-19' });
  });
});

describe('the clocks of a second negotiation', () => {
  it('11: OVERALL runs on without the days it had ended, to its exact maximum', () => {
    const lived = resolved('2026-01-05', '2026-01-19');
    expect(lived.clock('OVERALL', '2026-01-19')).toMatchObject({ counted: 10, originalDueOn: '2026-02-14' });
    expect(lived.state.windowEndsOn).toBe('2026-02-02');
    request(lived, '2026-01-27');
    expect(lived.state).toMatchObject({ stage: 'SECOND_REQUESTED', outcome: null });
    expect(lived.clock('OVERALL', '2026-01-27')).toMatchObject({ state: 'RUNNING', counted: 10, dueOn: '2026-03-02' });
    admit(seat(lived, '2026-01-28'), '2026-01-30');
    reveal(opine(lived, '2026-02-10', ...experts), '2026-02-11');
    expect(lived.state.stage).toBe('SECOND_NEGOTIATING');
    expect(lived.state.rounds.at(-1)).toMatchObject({ number: 2, phase: 'SECOND' });
    lived.propose('2026-02-12', 'RESEND_GOODS').agree('2026-02-27').carryOut('2026-03-02');
    expect(lived.clock('SECOND_NEGOTIATION', '2026-03-02')).toMatchObject({ counted: 15, verdict: 'WITHIN' });
    expect(lived.clock('OVERALL', '2026-03-02')).toMatchObject({
      state: 'STOPPED',
      elapsed: 30,
      counted: 30,
      verdict: 'WITHIN',
      originalDueOn: '2026-02-14',
      dueOn: '2026-03-02',
    });
    expect(lived.state).toMatchObject({ stage: 'RESOLVED', outcome: 'SETTLED' });
  });

  it('end with it when no agreement comes', () => {
    const lived = reveal(opine(inReview('2026-03-02'), '2026-03-05', ...experts), '2026-03-06');
    const close = () => lived.act('2026-03-16', colleague, 'closeUnresolved', {});
    expect(close).toThrow(blocked('NO_REFERRAL'));
    lived.act('2026-03-16', colleague, 'referCase', { routeId: 'route-12378' });
    close();
    expect(lived.state).toMatchObject({ stage: 'UNRESOLVED', outcome: 'NOT_SETTLED' });
    expect(lived.state.rounds.at(-1)).toMatchObject({ result: 'NOT_AGREED' });
    for (const kind of ['SECOND_NEGOTIATION', 'OVERALL'] as const) {
      expect(lived.clock(kind, '2026-03-16')).toMatchObject({ state: 'STOPPED', counted: 10, verdict: 'WITHIN' });
    }
  });
});

describe('asking for a second negotiation', () => {
  it('is possible through the last day of the window, and not on the next', () => {
    const late = () => request(resolved('2026-03-02'), '2026-03-17');
    expect(late).toThrow(code('DEADLINE_PASSED', { deadlineAt: '2026-03-16T16:00:00.000Z' }));
    expect(request(resolved('2026-03-02'), '2026-03-16', merchant).state.stage).toBe('SECOND_REQUESTED');
  });

  it('happens once a case, even when it was refused', () => {
    const lived = request(impasse('2026-03-02'), '2026-03-03');
    lived.act('2026-03-04', supervisor, 'refuseSecondNegotiation', { reason: '没有新的理由' });
    expect(lived.state).toMatchObject({ stage: 'IMPASSE', secondNegotiation: { status: 'REFUSED' } });
    expect(() => request(lived, '2026-03-05')).toThrow(blocked('SECOND_USED'));
  });

  it('is given up by who asked; a resolved case is resolved again, and OVERALL stops', () => {
    const lived = request(resolved('2026-03-02'), '2026-03-04');
    const withdraw = (who: Person) => () => lived.act('2026-03-06', who, 'withdrawSecondNegotiation', {});
    expect(withdraw(merchant)).toThrow(blocked('NOT_THE_REQUESTER'));
    withdraw(complainant)();
    expect(lived.state).toMatchObject({ stage: 'RESOLVED', outcome: 'SETTLED' });
    expect(lived.clock('OVERALL', '2026-03-09')).toMatchObject({ state: 'STOPPED', counted: 2 });
  });

  it.each([
    ['RESOLVED', 'CLOSED', 'CaseClosed'],
    ['IMPASSE', 'UNRESOLVED', 'CaseUnresolved'],
  ] as const)('from %s and refused after the window leaves %s at once', (from, stage, last) => {
    const lived = request(from === 'RESOLVED' ? resolved('2026-03-02') : impasse('2026-03-02'), '2026-03-16');
    lived.act('2026-03-18', supervisor, 'refuseSecondNegotiation', { reason: '没有新的理由' });
    expect(lived.state.stage).toBe(stage);
    expect(lived.events.at(-1)).toMatchObject({ type: last, deadline: { kind: 'WINDOW', dueOn: '2026-03-16' } });
    expect(lived.state.deadlines.filter(({ actedAt }) => actedAt === null)).toEqual([]);
  });

  it('waits as long as its window is suspended by an objection', () => {
    const lived = resolved('2026-03-02');
    lived.act('2026-03-16', merchant, 'raiseObjection', { against: 'RESULT', grounds: '不公' });
    expect(request(lived, '2026-03-19').state.stage).toBe('SECOND_REQUESTED');
  });

  it('after an agreement withdrawing ends the second negotiation only', () => {
    const lived = admit(seat(request(resolved('2026-03-02'), '2026-03-03'), '2026-03-03'), '2026-03-04');
    lived.act('2026-03-06', complainant, 'withdrawCase', { reason: '不争了' });
    expect(lived.state).toMatchObject({ stage: 'RESOLVED', outcome: 'SETTLED' });
    expect(lived.clock('SECOND_NEGOTIATION', '2026-03-06')).toMatchObject({ state: 'CANCELLED', verdict: null });
    expect(
      inReview('2026-03-02').act('2026-03-04', complainant, 'withdrawCase', { reason: '不争了' }).state,
    ).toMatchObject({
      stage: 'WITHDRAWN',
      outcome: 'WITHDRAWN',
    });
  });
});

describe('the panel', () => {
  const on = '2026-03-03';
  const requested = () => request(impasse('2026-03-02'), on);

  it('has an odd number of experts, three at least, who have all declared themselves', () => {
    const lived = appoint(requested(), on, expertA, expertB);
    declare(lived, on, expertA, expertB);
    expect(() => admit(lived, on)).toThrow(blocked('PANEL_INCOMPLETE'));
    appoint(lived, on, expertC);
    expect(() => admit(lived, on)).toThrow(blocked('CONFLICT_UNDECLARED'));
    declare(lived, on, expertC);
    appoint(lived, on, expertD);
    declare(lived, on, expertD);
    expect(() => admit(lived, on)).toThrow(blocked('PANEL_INCOMPLETE'));
    lived.act(on, expertD, 'declareConflict', { hasConflict: true, explanation: '与商家有合作' });
    admit(lived, on);
    expect(lived.state).toMatchObject({ stage: 'EXPERT_REVIEW', handlerId: colleague.id });
    expect(() => appoint(lived, on, expertD)).toThrow(blocked('PANEL_COMPLETE'));
    // The seat that was given up before is none of the panel: filled again it would make four.
    const seatId = seatOf(lived, expertD);
    const known = [...Object.values(people), { ...expertD, id: 'expert-e' }];
    const refill = { seatId, expertId: 'expert-e', reason: '补位' };
    expect(() => lived.actKnowing(on, known, supervisor, 'replaceExpert', refill)).toThrow(blocked('PANEL_COMPLETE'));
    reveal(opine(lived, '2026-03-04', ...experts), '2026-03-04');
  });

  it('has nobody who is no expert, sits already, is a party or had a hand in round one', () => {
    const seatable = (who: Person, roles: Person['roles']) => {
      const lived = requested();
      const expert = { ...who, roles };
      const known = { ...people, [who.id]: expert };
      return () => lived.actKnowing(on, Object.values(known), supervisor, 'appointExpert', { expertId: who.id });
    };
    expect(seatable(colleague, ['HANDLER'])).toThrow(blocked('NOT_AN_EXPERT'));
    expect(seatable(merchant, ['USER', 'EXPERT'])).toThrow(blocked('EXPERT_CONFLICT'));
    expect(seatable(handler, ['HANDLER', 'EXPERT'])).toThrow(blocked('EXPERT_CONFLICT'));
    expect(seatable({ ...expertA, teamIds: ['team'] }, ['EXPERT'])).toThrow(blocked('EXPERT_CONFLICT'));
    const lived = appoint(requested(), on, expertA);
    expect(() => appoint(lived, on, expertA)).toThrow(blocked('EXPERT_SEATED'));
    expect(() => lived.act(on, supervisor, 'appointExpert', { expertId: 'nobody' })).toThrow(
      code('NOT_FOUND', { path: 'input.expertId' }),
    );
  });

  it('is led by a handler who took no part in round one, for the rest of the case', () => {
    const lived = seat(requested(), on);
    expect(() => admit(lived, on, handler.id)).toThrow(blocked('HANDLED_BEFORE'));
    expect(() => admit(lived, on, null)).toThrow(blocked('HANDLED_BEFORE'));
    const reassigned = seat(requested(), on);
    reassigned.act(on, supervisor, 'assignCase', { handlerId: colleague.id, reason: '调岗' });
    const without = [...Object.values(people), { ...handler, roles: ['USER'] as const }];
    expect(() =>
      reassigned.actKnowing(on, without, supervisor, 'admitSecondNegotiation', { handlerId: handler.id }),
    ).toThrow(
      code('GUARD_FAILED', {
        blockedBy: ['HANDLED_BEFORE', 'NOT_A_HANDLER'].map((each) => expect.objectContaining({ code: each })),
      }),
    );
    const known = [...Object.values(people), { ...expertA, roles: ['EXPERT', 'HANDLER'] as const, teamIds: ['team'] }];
    expect(() => lived.actKnowing(on, known, supervisor, 'admitSecondNegotiation', { handlerId: expertA.id })).toThrow(
      blocked('EXPERT_SEATED'),
    );
    admit(lived, on);
    expect(() => lived.act(on, supervisor, 'assignCase', { handlerId: handler.id })).toThrow(blocked('HANDLER_BARRED'));
  });

  it('sees the case while an expert holds the seat, and not after a conflict', () => {
    const lived = seat(requested(), on);
    const conflict = (explanation: string | null) => () =>
      lived.act(on, expertA, 'declareConflict', { hasConflict: true, explanation });
    expect(conflict(null)).toThrow(badField('input.explanation'));
    conflict('曾任职于商家')();
    expect(conflict('再说一次')).toThrow(code('NOT_FOUND'));
  });

  it('keeps its size: one who drops out is replaced on that seat, with ten working days, and the clock runs on', () => {
    const lived = inReview('2026-03-02');
    opine(lived, '2026-03-04', expertA, expertB);
    lived.act('2026-03-05', expertC, 'declareConflict', { hasConflict: true, explanation: '亲属关系' });
    expect(() => reveal(lived, '2026-03-06')).toThrow(blocked('OPINION_MISSING'));
    const replace = (who: Person) => () =>
      lived.act('2026-03-06', supervisor, 'replaceExpert', {
        seatId: seatOf(lived, who),
        expertId: expertD.id,
        reason: '回避',
      });
    expect(replace(expertA)).toThrow(blocked('OPINION_SUBMITTED'));
    replace(expertC)();
    expect(lived.state.seats.at(-1)).toMatchObject({ number: 3, status: 'APPOINTED', opinionDueOn: '2026-03-20' });
    expect(() => opine(lived, '2026-03-09', expertD)).toThrow(blocked('CONFLICT_UNDECLARED'));
    reveal(opine(declare(lived, '2026-03-09', expertD), '2026-03-09', expertD), '2026-03-09');
    expect(lived.clock('SECOND_NEGOTIATION', '2026-03-09')).toMatchObject({ state: 'RUNNING', counted: 5 });
    const revealed = lived.events.find(({ type }) => type === 'OpinionsRevealed')!;
    expect(revealed.payload).toMatchObject({ opinions: [{}, {}, {}] });
  });

  it('loses an expert by an upheld objection', () => {
    const lived = inReview('2026-03-02');
    const subjectId = seatOf(lived, expertB);
    lived.act('2026-03-03', merchant, 'raiseObjection', { against: 'EXPERT', subjectId, grounds: '与申请人相识' });
    lived.act('2026-03-04', supervisor, 'decideObjection', {
      objectionId: lived.state.objections[0]!.id,
      decision: 'UPHELD',
      effect: 'REPLACE_EXPERT',
      reason: '属实',
    });
    expect(lived.state.seats[1]).toMatchObject({ status: 'RECUSED' });
    expect(() => opine(lived, '2026-03-04', expertB)).toThrow(code('NOT_FOUND'));
  });
});

describe('opinions', () => {
  it('are sealed: their words go to the expert’s own chain, all parties read the seal', () => {
    const lived = opine(inReview('2026-03-02'), '2026-03-04', expertA);
    const seatId = seatOf(lived, expertA);
    const [submitted, sealed] = lived.events.slice(-2);
    expect(submitted).toMatchObject({ type: 'OpinionSubmitted', audience: `SEAT:${seatId}` });
    const { text } = submitted!.payload as { text: { digest: string } };
    expect(sealed).toMatchObject({
      type: 'OpinionSealed',
      audience: 'PARTIES',
      payload: { seatId, seal: text.digest },
    });
    expect(JSON.stringify(sealed!.payload)).not.toContain('text');
    expect(() => opine(lived, '2026-03-04', expertA)).toThrow(blocked('OPINION_SUBMITTED'));
  });

  it('are revealed when all are in, and only as they were sealed', () => {
    const lived = opine(inReview('2026-03-02'), '2026-03-04', expertA, expertB);
    expect(() => reveal(lived, '2026-03-05')).toThrow(blocked('OPINION_MISSING'));
    opine(lived, '2026-03-05', expertC);
    const { id, digest } = lived.state.seats[0]!.opinion!;
    lived.digests.set(id, 'another digest');
    expect(() => reveal(lived, '2026-03-05')).toThrow(blocked('SEAL_BROKEN'));
    lived.digests.set(id, digest);
    expect(reveal(lived, '2026-03-05').state.stage).toBe('SECOND_NEGOTIATING');
  });
});
