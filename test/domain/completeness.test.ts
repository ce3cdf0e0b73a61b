import { reasonsOfType, type CaseReason, type CaseType } from '@accord/server/domain/classification';
import { evidenceTypes, type EvidenceType } from '@accord/server/domain/evidence';
import {
  completenessOf,
  evidenceCounts,
  missingEvidence,
  type Dossier,
} from '@accord/server/domain/evidence-requirement';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';

/** A dossier of these types, none of them reviewed or superseded. */
const showing = (type: CaseType, reason: CaseReason, types: EvidenceType[] = [], hasTransaction = false): Dossier => ({
  type,
  reason,
  hasTransaction,
  evidence: types.map((each) => ({ type: each, isSuperseded: false, isAccepted: null })),
});
const shareOf = (dossier: Dossier) => completenessOf(evidenceCounts(dossier));

// The product page, Lists: one row a type of dispute, a `|` between lines, a `/` between types of which one is enough.
const matrix: [CaseType, string, string][] = [
  ['PAYMENT_ANOMALY', '*', 'TRANSACTION_VOUCHER | BANK_STATEMENT / CHAT_RECORD'],
  ['TRADE_DISPUTE', '*', 'TRANSACTION_VOUCHER | CHAT_RECORD / GOODS_PHOTO / LOGISTICS_RECORD'],
  ['REPAYMENT', '*', 'FINANCIAL_STATEMENT | PAYSLIP / BANK_STATEMENT'],
  ['SERVICE_COMPLAINT', '*', ''],
  ['RIGHTS_PROTECTION', 'ACCOUNT_STOLEN', 'ACCOUNT_INFORMATION | THEFT_PROOF'],
  ['RIGHTS_PROTECTION', 'FAKE_TRANSACTION', 'TRANSACTION_VOUCHER'],
];
const rows = matrix.flatMap(([type, reason, lines]) =>
  (reason === '*' ? [...reasonsOfType[type]] : [reason as CaseReason]).map(
    (each) =>
      [type, each, lines.split(' | ').flatMap((line) => (line ? [line.split(' / ') as EvidenceType[]] : []))] as const,
  ),
);

describe('what a type of dispute needs', () => {
  it.each(rows)('%s, %s: is what the matrix says', (type, reason, lines) => {
    expect(missingEvidence(showing(type, reason))).toEqual(
      lines.map((types) => ({ types, isRequired: types.length === 1 })),
    );
    expect(shareOf(showing(type, reason))).toBe(lines.length === 0 ? 1 : 0);
  });

  it.each(rows)('%s, %s: each type meets exactly the lines that name it', (type, reason, lines) => {
    for (const each of evidenceTypes) {
      const met = lines.filter((types) => types.includes(each)).length;
      expect(shareOf(showing(type, reason, [each])), each).toBe(lines.length === 0 ? 1 : met / lines.length);
    }
    expect(shareOf(showing(type, reason, [...evidenceTypes]))).toBe(1);
  });

  it('takes a linked transaction for its own voucher, and for nothing else', () => {
    expect(missingEvidence(showing('TRADE_DISPUTE', 'POOR_QUALITY', [], true))).toEqual([
      { types: ['CHAT_RECORD', 'GOODS_PHOTO', 'LOGISTICS_RECORD'], isRequired: false },
    ]);
    expect(shareOf(showing('RIGHTS_PROTECTION', 'FAKE_TRANSACTION', [], true))).toBe(1);
    expect(shareOf(showing('REPAYMENT', 'CANNOT_REPAY_ON_TIME', [], true))).toBe(0);
  });

  it('is not met by what was not accepted, or was superseded', () => {
    const dossier = (change: object): Dossier => ({
      ...showing('RIGHTS_PROTECTION', 'FAKE_TRANSACTION'),
      evidence: [{ type: 'TRANSACTION_VOUCHER', isSuperseded: false, isAccepted: null, ...change }],
    });
    const shares = [{}, { isAccepted: true }, { isAccepted: false }, { isSuperseded: true }].map((change) =>
      shareOf(dossier(change)),
    );
    expect(shares).toEqual([1, 1, 0, 0]);
  });
});

describe('completeness when a case was accepted', () => {
  it('stays what it was, and is for staff to read', () => {
    const lived = life().file('2026-03-02', { type: 'REPAYMENT', reason: 'CANNOT_REPAY_ON_TIME' });
    lived.act('2026-03-02', people.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单' });
    lived.accept('2026-03-03');
    lived.act('2026-03-04', people.complainant, 'submitEvidence', { type: 'FINANCIAL_STATEMENT', title: '财务状况' });
    expect(lived.state.completenessWhenAccepted).toBe(0.5);
    // The accepting itself, which all parties read, says nothing of it.
    const [accepted, assessed] = lived.events.slice(-3, -1);
    expect(accepted).toMatchObject({ type: 'CaseAccepted', payload: { complexity: 'LOW' } });
    expect(Object.keys(accepted!.payload)).toEqual(['complexity']);
    expect(assessed).toMatchObject({
      type: 'CompletenessAssessed',
      audience: 'STAFF',
      payload: { metCount: 1, neededCount: 2 },
    });
  });

  it('is assessed anew when a rejected case is taken on after all', () => {
    const lived = life().file('2026-03-02');
    expect(lived.state.completenessWhenAccepted).toBeNull();
    lived.act('2026-03-03', people.handler, 'rejectCase', { reasonCode: 'NO_GROUNDS', reason: '无据' });
    lived.act('2026-03-04', people.supervisor, 'reopenCase', { reason: '应予受理' });
    lived.act('2026-03-04', people.colleague, 'assignCase', { handlerId: people.colleague.id });
    lived.act('2026-03-04', people.complainant, 'submitEvidence', { type: 'GOODS_PHOTO', title: '照片' });
    lived.act('2026-03-05', people.colleague, 'acceptCase', { complexity: 'LOW' });
    expect(lived.state.completenessWhenAccepted).toBe(0.5);
  });
});
