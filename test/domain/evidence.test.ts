import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { badField, blocked, code, unknownId } from '../support/refusal.js';

const investigating = () => life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-03');

describe('evidence under review', () => {
  const submitted = () =>
    investigating().act('2026-03-03', people.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单' });

  it('is accepted, or not with a reason, for who can read it; the last review counts', () => {
    const lived = submitted();
    const { id: evidenceId, audience } = lived.state.evidence[0]!;
    lived.act('2026-03-04', people.handler, 'reviewEvidence', { evidenceId, isAccepted: true });
    lived.act('2026-03-05', people.handler, 'reviewEvidence', { evidenceId, isAccepted: false, reason: '不清晰' });
    expect(lived.state.evidence).toMatchObject([{ review: { isAccepted: false } }]);
    expect(lived.events.at(-1)).toMatchObject({ type: 'EvidenceReviewed', audience });
    expect(audience).toBe(`PARTY:${lived.state.parties[0]!.id}`);
  });

  it('is not refused without a reason', () => {
    const lived = submitted();
    const input = { evidenceId: lived.state.evidence[0]!.id, isAccepted: false };
    expect(() => lived.act('2026-03-04', people.handler, 'reviewEvidence', input)).toThrow(badField('input.reason'));
  });

  it('is of the case', () => {
    const review = () =>
      submitted().act('2026-03-04', people.handler, 'reviewEvidence', { evidenceId: unknownId, isAccepted: true });
    expect(review).toThrow(code('NOT_FOUND', { path: 'input.evidenceId' }));
  });
});

describe('evidence that takes the place of another piece', () => {
  const photo = { type: 'GOODS_PHOTO' as const, title: '照片' };

  it('keeps both, and nothing is superseded or reviewed after it was superseded', () => {
    const lived = investigating().act('2026-03-03', people.complainant, 'submitEvidence', photo);
    const supersedesId = lived.state.evidence[0]!.id;
    const supersede = () => lived.act('2026-03-04', people.complainant, 'submitEvidence', { ...photo, supersedesId });
    supersede();
    expect(lived.state.evidence).toMatchObject([{ supersedesId: null }, { supersedesId }]);
    expect(supersede).toThrow(blocked('EVIDENCE_SUPERSEDED'));
    const review = { evidenceId: supersedesId, isAccepted: true };
    expect(() => lived.act('2026-03-04', people.handler, 'reviewEvidence', review)).toThrow(
      blocked('EVIDENCE_SUPERSEDED'),
    );
  });

  it('is one’s own and of the same type', () => {
    const lived = investigating().act('2026-03-03', people.complainant, 'submitEvidence', photo);
    const supersedesId = lived.state.evidence[0]!.id;
    expect(() => lived.act('2026-03-04', people.merchant, 'submitEvidence', { ...photo, supersedesId })).toThrow(
      code('NOT_FOUND', { path: 'input.supersedesId' }),
    );
    expect(() =>
      lived.act('2026-03-04', people.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单', supersedesId }),
    ).toThrow(badField('input.type'));
  });
});

describe('first aid', () => {
  it('is lifted once, before its last day is over', () => {
    const lived = investigating().act('2026-03-03', people.handler, 'takeMeasure', {
      kind: 'HOLD_FUNDS',
      reason: '急',
    });
    const measureId = lived.state.measures[0]!.id;
    const lift = (time: string) => lived.act(time, people.handler, 'liftMeasure', { measureId, reason: '不再需要' });
    // Ten working days after Tuesday the 3rd is Tuesday the 17th.
    expect(() => lift('2026-03-18')).toThrow(blocked('MEASURE_ENDED'));
    lift('2026-03-17');
    expect(lived.state.measures).toMatchObject([{ liftedAt: '2026-03-17T04:00:00.000Z' }]);
    expect(() => lift('2026-03-17')).toThrow(blocked('MEASURE_ENDED'));
  });
});

describe('a rating', () => {
  const resolved = () =>
    life()
      .file('2026-03-02')
      .accept('2026-03-02')
      .investigate('2026-03-02')
      .conclude('2026-03-03')
      .propose('2026-03-04')
      .agree('2026-03-04')
      .carryOut('2026-03-05');

  it('is given once a party, after the end', () => {
    const lived = resolved();
    lived.act('2026-03-05', people.complainant, 'rateCase', { score: 5, text: '满意' });
    lived.act('2026-03-05', people.merchant, 'rateCase', { score: 1 });
    expect(lived.state.ratings.map(({ score }) => score)).toEqual([5, 1]);
    expect(() => lived.act('2026-03-06', people.merchant, 'rateCase', { score: 3 })).toThrow(blocked('ALREADY_RATED'));
  });

  it.each([0, 6, 2.5])('is not %d', (score) => {
    expect(() => resolved().act('2026-03-05', people.merchant, 'rateCase', { score })).toThrow(badField('input.score'));
  });

  it('is not given while the case is open', () => {
    expect(() => investigating().act('2026-03-05', people.merchant, 'rateCase', { score: 3 })).toThrow(
      blocked('WRONG_STAGE'),
    );
  });
});
