import type { Person } from '@accord/server/domain/permission';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { badField, blocked, code } from '../support/refusal.js';

const { handler, complainant, merchant, supervisor, colleague, expertA, expertB, expertC, expertD } = people;
type Lived = ReturnType<typeof life>;
const experts = [expertA, expertB, expertC];
const accepted = (on: string) => life().file(on).accept(on);
const negotiating = (on: string) => accepted(on).investigate(on).conclude(on);
const resolved = (on: string) => negotiating(on).propose(on).agree(on).carryOut(on);
const impasse = (on: string) => negotiating(on).act(on, handler, 'declareImpasse', { reason: '不成' });
const seated = (lived: Lived, on: string) => {
  lived.act(on, complainant, 'requestSecondNegotiation', { grounds: '不满意' });
  for (const { id: expertId } of experts) lived.act(on, supervisor, 'appointExpert', { expertId });
  for (const who of experts) lived.act(on, who, 'declareConflict', { hasConflict: false });
  return lived;
};
const reviewed = (on: string) =>
  seated(impasse(on), on).act(on, supervisor, 'admitSecondNegotiation', { handlerId: colleague.id });
const measure = (lived: Lived, on: string, kind: 'FREEZE_ACCOUNT' | 'HOLD_FUNDS' = 'FREEZE_ACCOUNT') =>
  lived.act(on, handler, 'takeMeasure', { kind, reason: '防止损失扩大' });

describe('a late expert', () => {
  it('gives no opinion any more from the day after the tenth working day, and is replaced on that seat with ten of their own', () => {
    const lived = reviewed('2026-03-02');
    const opine = (on: string, who: Person) => () => lived.act(on, who, 'submitOpinion', { text: '意见' });
    opine('2026-03-16', expertA)();
    opine('2026-03-16', expertB)();
    expect(opine('2026-03-17', expertC)).toThrow(code('DEADLINE_PASSED', { deadlineAt: '2026-03-16T16:00:00.000Z' }));
    const seatId = lived.state.seats.find(({ expertId }) => expertId === expertC.id)!.id;
    const replacement = { seatId, expertId: expertD.id, reason: '逾期' };
    lived.act('2026-03-17', supervisor, 'replaceExpert', replacement);
    lived.act('2026-03-17', expertD, 'declareConflict', { hasConflict: false });
    opine('2026-03-31', expertD)();
    expect(lived.clock('SECOND_NEGOTIATION', '2026-03-31')).toMatchObject({ state: 'RUNNING' });
    lived.act('2026-03-31', supervisor, 'revealOpinions', {});
    expect(lived.state.stage).toBe('SECOND_NEGOTIATING');
    // Dissent is kept: every opinion of the panel is revealed.
    expect(lived.state.seats.filter(({ revealedAt }) => revealedAt !== null)).toHaveLength(3);
  });

  it('sees the case no longer once the second negotiation is refused, and nobody waits for an opinion', () => {
    const lived = seated(impasse('2026-03-02'), '2026-03-03');
    lived.act('2026-03-04', supervisor, 'refuseSecondNegotiation', { reason: '没有新的理由' });
    expect(lived.state.seats.map(({ status }) => status)).toEqual(['RELEASED', 'RELEASED', 'RELEASED']);
    expect(() => lived.act('2026-03-04', expertA, 'declareConflict', { hasConflict: false })).toThrow(
      code('NOT_FOUND'),
    );
  });

  it('tied to a party since the appointment keeps the panel from being admitted', () => {
    const lived = seated(impasse('2026-03-02'), '2026-03-03');
    const admit = (tiedPersonIds: string[]) => () =>
      lived.actAmong('2026-03-03', { tiedPersonIds }, supervisor, 'admitSecondNegotiation', {
        handlerId: colleague.id,
      });
    expect(admit([expertB.id])).toThrow(blocked('EXPERT_CONFLICT'));
    expect(admit([colleague.id])).toThrow(blocked('HANDLER_CONFLICT'));
    admit([])();
  });
});

describe('the window that an objection suspends', () => {
  it('is whole for an objection older than it, whatever was left of the window before', () => {
    const lived = impasse('2026-03-02');
    // Two of ten working days are left of the window of the impasse, which ends on 03-16.
    lived.act('2026-03-12', merchant, 'raiseObjection', { against: 'CONDUCT', grounds: '不公' });
    lived.act('2026-03-12', handler, 'deepenInvestigation', { reason: '再查' });
    lived.act('2026-03-12', handler, 'planInvestigationStep', { kind: 'OTHER' });
    const stepId = lived.state.investigations.at(-1)!.steps[0]!.id;
    lived.act('2026-03-13', handler, 'completeInvestigationStep', { stepId, result: '已核实' });
    lived.act('2026-03-13', handler, 'recordFinding', { rootCause: 'MERCHANT_FAILURE', text: '商家责任' });
    lived.act('2026-03-13', handler, 'concludeInvestigation', {});
    lived.propose('2026-03-13').agree('2026-03-13').carryOut('2026-03-13');
    expect(lived.state).toMatchObject({ stage: 'RESOLVED', windowEndsOn: '2026-03-27' });
    lived.act('2026-03-17', supervisor, 'decideObjection', {
      objectionId: lived.state.objections[0]!.id,
      decision: 'DISMISSED',
      effect: 'NONE',
      reason: '无据',
    });
    // Ten working days after 03-17.
    expect(lived.state.windowExtension).toEqual({ ofWindow: '2026-03-27', endsOn: '2026-03-31' });
  });

  it('is given back what was left of it when it had been moved before', () => {
    const lived = resolved('2026-03-02');
    const raise = (on: string) => lived.act(on, merchant, 'raiseObjection', { against: 'RESULT', grounds: '不公' });
    const withdraw = (on: string) =>
      lived.act(on, merchant, 'withdrawObjection', { objectionId: lived.state.objections.at(-1)!.id });
    raise('2026-03-16');
    withdraw('2026-03-17');
    expect(lived.state.windowExtension!.endsOn).toBe('2026-03-24');
    // After the window's first end: three working days are left on 03-19, so the least of five counts.
    lived.act('2026-03-19', complainant, 'requestSecondNegotiation', { grounds: '不满意' });
    lived.act('2026-03-19', merchant, 'raiseObjection', { against: 'CONDUCT', grounds: '不公' });
    lived.act('2026-03-20', supervisor, 'refuseSecondNegotiation', { reason: '没有新的理由' });
    withdraw('2026-03-20');
    expect(lived.state.stage).toBe('RESOLVED');
    expect(lived.state.windowExtension!.endsOn).toBe('2026-03-27');
    expect(lived.sweep('2026-03-28').state.stage).toBe('CLOSED');
  });

  it('waits for the last of two objections', () => {
    const lived = resolved('2026-03-02');
    for (const who of [complainant, merchant]) {
      lived.act('2026-03-16', who, 'raiseObjection', { against: 'RESULT', grounds: '不公' });
    }
    const [first, second] = lived.state.objections.map(({ id }) => id);
    lived.act('2026-03-17', complainant, 'withdrawObjection', { objectionId: first! });
    expect(lived.sweep('2026-04-10').state.stage).toBe('RESOLVED');
    lived.act('2026-04-10', merchant, 'withdrawObjection', { objectionId: second! });
    expect(lived.sweep('2026-04-17').state.stage).toBe('RESOLVED');
    expect(lived.sweep('2026-04-18').state.stage).toBe('CLOSED');
  });
});

describe('first aid', () => {
  it('holds for ten working days at most, and a measure in force is not taken twice', () => {
    const lived = measure(accepted('2026-03-02'), '2026-03-02');
    expect(lived.state.measures[0]).toMatchObject({ endsOn: '2026-03-16' });
    expect(() => measure(lived, '2026-03-16')).toThrow(blocked('MEASURE_TAKEN'));
    expect(() => measure(lived, '2026-03-17')).toThrow(blocked('MEASURE_TAKEN'));
    measure(lived, '2026-03-17', 'HOLD_FUNDS');
  });

  it('that was lifted early may be taken again for what is left of the ten days', () => {
    const lived = measure(accepted('2026-03-02'), '2026-03-02');
    const measureId = lived.state.measures[0]!.id;
    lived.act('2026-03-06', handler, 'liftMeasure', { measureId, reason: '已核实' });
    measure(lived, '2026-03-09');
    // Four days were used: 03-03 through 03-06; six are left from 03-09.
    expect(lived.state.measures[1]).toMatchObject({ endsOn: '2026-03-17' });
  });

  it('ends with the case', () => {
    const lived = measure(life().file('2026-03-02'), '2026-03-02');
    lived.act('2026-03-03', handler, 'rejectCase', { reasonCode: 'NO_GROUNDS', reason: '无据' });
    expect(lived.events.slice(-2).map(({ type }) => type)).toEqual(['CaseRejected', 'MeasureLifted']);
    expect(lived.state.measures[0]!.liftedAt).not.toBeNull();
  });

  it('that ended by itself is not ended once more by what is overdue since before', () => {
    const amount = { amountMinor: 3000, currency: 'CNY' };
    const transaction = { reference: 'T-1', paidAt: '2026-02-27T02:00:00.000Z', amount };
    const lived = life().file('2026-03-02', { transaction }).accept('2026-03-02').investigate('2026-03-02');
    measure(lived.conclude('2026-03-02'), '2026-03-02');
    const [buyer, seller] = lived.state.parties.map(({ id }) => id);
    const terms = [{ kind: 'PARTIAL_REFUND', obligorId: seller!, beneficiaryId: buyer!, amount }];
    lived.act('2026-03-02', complainant, 'makeProposal', { terms, settlesPart: true } as never).agree('2026-03-02');
    const termId = lived.state.terms[0]!.id;
    lived.act('2026-03-03', handler, 'recordMovement', { termId, amount });
    lived.act('2026-03-17', complainant, 'withdrawCase', { reason: '不再协商' });
    const { id: reversesId } = lived.state.movements[0]!;
    lived.act('2026-03-18', handler, 'recordMovement', { termId, amount, reversesId, reason: '误记' } as never);
    lived.sweep('2026-03-19');
    // The refund was due on 03-05, the measure held through 03-16.
    const sinceThen = lived.events.slice(-2).map(({ type, effectiveOn }) => [type, effectiveOn]);
    expect(sinceThen).toEqual([
      ['TermOverdue', '2026-03-05'],
      ['MeasureEnded', '2026-03-16'],
    ]);
    expect(lived.state.measures).toMatchObject([{ endsOn: '2026-03-16', liftedAt: null }]);
  });
});

describe('urgency', () => {
  const reclassify = (change: object) =>
    accepted('2026-03-02').act('2026-03-03', handler, 'reclassifyCase', {
      type: 'RIGHTS_PROTECTION',
      caseReason: 'ACCOUNT_STOLEN',
      explanation: '账号被盗',
      ...change,
    }).state.urgency;

  it('comes with a stolen account, at filing as by reclassification, unless somebody says otherwise', () => {
    expect(reclassify({})).toBe('URGENT');
    expect(reclassify({ urgency: 'NORMAL' })).toBe('NORMAL');
    const filed = life().file('2026-03-02', { type: 'RIGHTS_PROTECTION', reason: 'ACCOUNT_STOLEN' });
    expect(filed.state.urgency).toBe('URGENT');
    // It does not go away with the type.
    filed.act('2026-03-03', handler, 'reclassifyCase', {
      type: 'TRADE_DISPUTE',
      caseReason: 'POOR_QUALITY',
      explanation: '并非被盗',
    });
    expect(filed.state.urgency).toBe('URGENT');
  });
});

describe('a route', () => {
  it('that is not competent for the type is refused', () => {
    const lived = impasse('2026-03-02');
    const refer = (routeId: string) => () =>
      lived.actAmong('2026-03-03', { otherRouteIds: ['route-court'] }, handler, 'referCase', { routeId });
    expect(refer('route-court')).toThrow(blocked('ROUTE_NOT_COMPETENT'));
    expect(refer('unknown')).toThrow(code('NOT_FOUND', { path: 'input.routeId' }));
    refer('route-12378')();
  });
});

describe('a review', () => {
  const closed = () => resolved('2026-03-02').sweep('2026-03-17');
  const sample = (lived: Lived, who = supervisor) =>
    lived.act('2026-03-18', who, 'sampleCases', { sampleId: 'sample' });
  const criteria = ['TIMELINESS', 'INVESTIGATION', 'FAIRNESS', 'COMMUNICATION', 'RECORD'] as const;
  const scores = criteria.map((criterion) => ({ criterion, score: 4 }));
  const record = (lived: Lived, change: object = {}) =>
    lived.act('2026-03-19', supervisor, 'recordReview', { verdict: 'GOOD', scores, text: '处理得当', ...change });

  it('is drawn once and recorded once, of a closed case only', () => {
    expect(() => sample(resolved('2026-03-02'))).toThrow(blocked('WRONG_STAGE'));
    const lived = closed();
    expect(() => record(lived)).toThrow(blocked('NOT_SAMPLED'));
    sample(lived);
    expect(() => sample(lived)).toThrow(blocked('ALREADY_SAMPLED'));
    record(lived);
    expect(lived.state.reviews).toMatchObject([{ verdict: 'GOOD', scores, sampleId: 'sample' }]);
    expect(() => record(lived)).toThrow(blocked('NOT_SAMPLED'));
  });

  it('moves nothing that a party can see', () => {
    const lived = closed();
    const { version, updatedAt } = lived.state;
    record(sample(lived));
    expect(lived.state).toMatchObject({ version, updatedAt });
    expect(lived.events.slice(-2).map(({ audience }) => audience)).toEqual(['STAFF', 'STAFF']);
  });

  it('scores each criterion once, from 1 to 5, in words', () => {
    const lived = sample(closed());
    const [first, ...rest] = scores;
    expect(() => record(lived, { scores: rest })).toThrow(badField('input.scores'));
    expect(() => record(lived, { scores: [first!, first!, ...rest.slice(1)] })).toThrow(badField('input.scores'));
    for (const score of [0, 6, 1.5]) {
      const wrong = [...rest, { ...first!, score }];
      expect(() => record(lived, { scores: wrong })).toThrow(badField('input.scores.4.score'));
    }
    expect(() => record(lived, { text: ' ' })).toThrow(badField('input.text'));
  });

  it('is nothing for who handled the case', () => {
    const lived = resolved('2026-03-02');
    lived.state.handledBy.push(supervisor.id);
    expect(() => sample(lived.sweep('2026-03-17'))).toThrow(code('FORBIDDEN'));
  });
});
