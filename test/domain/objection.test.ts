import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { badField, blocked, code } from '../support/refusal.js';

const { handler, complainant, merchant, supervisor, otherSupervisor, colleague } = people;
type Lived = ReturnType<typeof life>;
const negotiating = (on: string) => life().file(on).accept(on).investigate(on).conclude(on);
const resolved = (on: string) => negotiating(on).propose(on).agree(on).carryOut(on);
const object = (lived: Lived, on: string, against: 'RESULT' | 'CONDUCT' = 'RESULT', who = complainant) =>
  lived.act(on, who, 'raiseObjection', { against, grounds: '处理不公' });
const findingOf = (lived: Lived) => lived.state.investigations[0]!.findings[0]!.id;
const decide = (
  lived: Lived,
  on: string,
  effect: 'NONE' | 'REASSIGN_HANDLER' | 'DEEPEN_INVESTIGATION' | 'REOPEN' | 'REPLACE_EXPERT',
  more: { handlerId?: string; who?: typeof supervisor } = {},
) => {
  const { who = supervisor, ...input } = more;
  const objectionId = lived.state.objections.at(-1)!.id;
  return lived.act(on, who, 'decideObjection', {
    objectionId,
    decision: 'UPHELD',
    effect,
    reason: '查明属实',
    ...input,
  });
};

describe('an objection', () => {
  it('against the result comes after the end and inside the window, against anything else while the case is open', () => {
    const lived = negotiating('2026-03-02');
    expect(() => object(lived, '2026-03-03')).toThrow(blocked('WRONG_STAGE'));
    lived.propose('2026-03-03').agree('2026-03-03').carryOut('2026-03-03');
    expect(() => object(lived, '2026-03-04', 'CONDUCT')).toThrow(blocked('WRONG_STAGE'));
    expect(() => object(lived, '2026-03-18')).toThrow(
      code('DEADLINE_PASSED', { deadlineAt: '2026-03-17T16:00:00.000Z' }),
    );
    object(lived, '2026-03-17');
    expect(lived.state.objections).toMatchObject([{ status: 'OPEN', dueOn: '2026-03-24' }]);
    expect(() => object(lived, '2026-03-17')).toThrow(blocked('OBJECTION_OPEN'));
  });

  it('names a finding of the case, or nothing', () => {
    const lived = negotiating('2026-03-02');
    const raise = (against: 'FINDING' | 'CONDUCT' | 'EXPERT', subjectId?: string) => () =>
      lived.act('2026-03-03', complainant, 'raiseObjection', {
        against,
        grounds: '不对',
        subjectId: subjectId ?? null,
      });
    expect(raise('FINDING')).toThrow(badField('input.subjectId'));
    expect(raise('CONDUCT', findingOf(lived))).toThrow(badField('input.subjectId'));
    expect(raise('FINDING', 'unknown')).toThrow(code('NOT_FOUND', { path: 'input.subjectId' }));
    expect(raise('EXPERT', findingOf(lived))).toThrow(code('NOT_FOUND', { path: 'input.subjectId' }));
    raise('FINDING', findingOf(lived))();
  });

  it('is withdrawn by who raised it, and decided once', () => {
    const lived = object(negotiating('2026-03-02'), '2026-03-03', 'CONDUCT');
    const { id: objectionId } = lived.state.objections[0]!;
    const withdraw = (who: typeof complainant) => () =>
      lived.act('2026-03-04', who, 'withdrawObjection', { objectionId });
    expect(withdraw(merchant)).toThrow(blocked('NOT_THE_OBJECTOR'));
    withdraw(complainant)();
    expect(withdraw(complainant)).toThrow(blocked('OBJECTION_DECIDED'));
    expect(() => decide(lived, '2026-03-04', 'NONE')).toThrow(blocked('OBJECTION_DECIDED'));
  });

  it('holds CLOSED back, by command and by lapse, and leaves five working days of the window at least', () => {
    const lived = object(resolved('2026-03-02'), '2026-03-16');
    for (const who of [complainant, merchant]) lived.act('2026-03-16', who, 'confirmResult', {});
    expect(() => lived.act('2026-03-16', handler, 'closeCase', {})).toThrow(blocked('OBJECTION_OPEN'));
    lived.sweep('2026-03-20');
    expect(lived.state.stage).toBe('RESOLVED');
    decide(lived, '2026-03-20', 'NONE');
    lived.sweep('2026-03-27');
    expect(lived.state.stage).toBe('RESOLVED');
    lived.sweep('2026-03-28');
    expect(lived.state.stage).toBe('CLOSED');
    expect(lived.events.at(-1)).toMatchObject({ type: 'CaseClosed', effectiveOn: '2026-03-27' });
  });

  it('gives a suspended window back what it had left', () => {
    // Two of ten days gone on 03-04, so eight are left on 03-10.
    const lived = decide(object(resolved('2026-03-02'), '2026-03-04'), '2026-03-10', 'NONE');
    lived.sweep('2026-03-20');
    expect(lived.state.stage).toBe('RESOLVED');
    expect(lived.sweep('2026-03-21').state.stage).toBe('CLOSED');
  });

  it('does not stop an agreement', () => {
    const lived = object(negotiating('2026-03-02'), '2026-03-03', 'CONDUCT').propose('2026-03-03').agree('2026-03-04');
    expect(lived.carryOut('2026-03-05').state.stage).toBe('RESOLVED');
  });

  it('is dismissed without effect only', () => {
    const lived = object(negotiating('2026-03-02'), '2026-03-03', 'CONDUCT');
    const objectionId = lived.state.objections[0]!.id;
    const dismiss = (effect: 'NONE' | 'REOPEN') => () =>
      lived.act('2026-03-04', supervisor, 'decideObjection', {
        objectionId,
        decision: 'DISMISSED',
        effect,
        reason: '无据',
      });
    expect(dismiss('REOPEN')).toThrow(badField('input.effect'));
    dismiss('NONE')();
    expect(lived.state.objections[0]).toMatchObject({ status: 'DISMISSED', effect: 'NONE' });
  });

  it('upheld against conduct gives the case to another handler for good', () => {
    const lived = object(negotiating('2026-03-02'), '2026-03-03', 'CONDUCT');
    expect(() => decide(lived, '2026-03-04', 'REASSIGN_HANDLER')).toThrow(badField('input.handlerId'));
    const again = () => decide(lived, '2026-03-04', 'REASSIGN_HANDLER', { handlerId: handler.id });
    expect(again).toThrow(blocked('HANDLER_BARRED'));
    decide(lived, '2026-03-04', 'REASSIGN_HANDLER', { handlerId: colleague.id });
    expect(lived.state.handlerId).toBe(colleague.id);
    expect(() => lived.act('2026-03-05', supervisor, 'assignCase', { handlerId: handler.id })).toThrow(
      blocked('HANDLER_BARRED'),
    );
  });

  it('upheld against a finding leads back to the investigation, at once or when the handler asks', () => {
    const raise = (lived: Lived) =>
      lived.act('2026-03-03', merchant, 'raiseObjection', {
        against: 'FINDING',
        grounds: '不是我们的责任',
        subjectId: findingOf(lived),
      });
    const atOnce = decide(raise(negotiating('2026-03-02')), '2026-03-04', 'DEEPEN_INVESTIGATION');
    expect(atOnce.state).toMatchObject({ stage: 'INVESTIGATING' });
    expect(atOnce.state.rounds[0]).toMatchObject({ result: 'ADJOURNED' });
    const asked = decide(raise(negotiating('2026-03-02')), '2026-03-04', 'NONE');
    asked.act('2026-03-05', handler, 'deepenInvestigation', { reason: '重查' });
    expect(asked.state.stage).toBe('INVESTIGATING');
  });

  it.each(['DEEPEN_INVESTIGATION', 'REOPEN', 'REPLACE_EXPERT'] as const)(
    'against conduct in a negotiation cannot have the effect %s',
    (effect) => {
      const lived = object(negotiating('2026-03-02'), '2026-03-03', 'CONDUCT');
      expect(() => decide(lived, '2026-03-04', effect)).toThrow(blocked('EFFECT_NOT_POSSIBLE'));
    },
  );

  it('upheld against the result reopens the case; OVERALL runs on without the days it had ended', () => {
    const lived = decide(object(resolved('2026-03-02'), '2026-03-04'), '2026-03-06', 'REOPEN');
    expect(lived.state).toMatchObject({ stage: 'INVESTIGATING', outcome: null, windowEndsOn: null });
    expect(lived.clock('OVERALL', '2026-03-09')).toMatchObject({ state: 'RUNNING', counted: 1 });
    expect(lived.clock('INVESTIGATION', '2026-03-09', 2)).toMatchObject({ counted: 1 });
    const plan = { kind: 'OTHER' } as const;
    lived.act('2026-03-09', handler, 'planInvestigationStep', plan).conclude('2026-03-10').propose('2026-03-10');
    expect(lived.clock('FIRST_NEGOTIATION', '2026-03-11', 2)).toMatchObject({ counted: 1 });
    lived.agree('2026-03-11').carryOut('2026-03-12');
    object(lived, '2026-03-13');
    expect(() => decide(lived, '2026-03-16', 'REOPEN')).toThrow(blocked('SAME_SUPERVISOR'));
    decide(lived, '2026-03-16', 'REOPEN', { who: otherSupervisor });
    expect(lived.state.stage).toBe('INVESTIGATING');
  });
});
