import type { CaseReason, CaseType } from './classification.js';
import type { EvidenceType } from './evidence.js';

/** One line of what a type of dispute needs: any one of the types meets it. */
export interface EvidenceNeed {
  types: readonly EvidenceType[];
  /** True for a line that names its one type; false where one or more of several will do. */
  isRequired: boolean;
}

/** A piece of evidence as far as it can meet a need. */
export interface OfferedEvidence {
  type: EvidenceType;
  isSuperseded: boolean;
  /** Null until it is reviewed. */
  isAccepted: boolean | null;
}

/** What a case, or as much of it as somebody may read, has to show. */
export interface Dossier {
  type: CaseType;
  reason: CaseReason | null;
  hasTransaction: boolean;
  evidence: readonly OfferedEvidence[];
}

const required = (...types: EvidenceType[]): EvidenceNeed[] =>
  types.map((type) => ({ types: [type], isRequired: true }));
const oneOrMoreOf = (...types: EvidenceType[]): EvidenceNeed => ({ types, isRequired: false });

/** The requirement matrix (product page, Lists). Rights are protected by reason: what is needed differs too much. */
const needsOfType: Record<Exclude<CaseType, 'RIGHTS_PROTECTION'>, readonly EvidenceNeed[]> = {
  PAYMENT_ANOMALY: [...required('TRANSACTION_VOUCHER'), oneOrMoreOf('BANK_STATEMENT', 'CHAT_RECORD')],
  TRADE_DISPUTE: [...required('TRANSACTION_VOUCHER'), oneOrMoreOf('CHAT_RECORD', 'GOODS_PHOTO', 'LOGISTICS_RECORD')],
  REPAYMENT: [...required('FINANCIAL_STATEMENT'), oneOrMoreOf('PAYSLIP', 'BANK_STATEMENT')],
  SERVICE_COMPLAINT: [],
};

function needsOf({ type, reason }: Pick<Dossier, 'type' | 'reason'>): readonly EvidenceNeed[] {
  if (type !== 'RIGHTS_PROTECTION') return needsOfType[type];
  return reason === 'ACCOUNT_STOLEN' ? required('ACCOUNT_INFORMATION', 'THEFT_PROOF') : required('TRANSACTION_VOUCHER');
}

/** What is still needed. What was superseded or not accepted meets nothing; a linked transaction is its own voucher. */
export function missingEvidence(dossier: Dossier): EvidenceNeed[] {
  const shown = new Set(
    dossier.evidence
      .filter(({ isSuperseded, isAccepted }) => !isSuperseded && isAccepted !== false)
      .map(({ type }) => type),
  );
  if (dossier.hasTransaction) shown.add('TRANSACTION_VOUCHER');
  return needsOf(dossier).filter(({ types }) => !types.some((type) => shown.has(type)));
}

/** How many of the needed lines are met. */
export function evidenceCounts(dossier: Dossier): { metCount: number; neededCount: number } {
  const neededCount = needsOf(dossier).length;
  return { metCount: neededCount - missingEvidence(dossier).length, neededCount };
}

/** Met lines ÷ needed lines; 1 where none is needed. */
export function completenessOf({ metCount, neededCount }: { metCount: number; neededCount: number }): number {
  return neededCount === 0 ? 1 : metCount / neededCount;
}
