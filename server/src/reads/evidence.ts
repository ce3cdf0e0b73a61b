import { completenessOf, evidenceCounts, missingEvidence } from '../domain/evidence-requirement.js';
import type { Dossier } from '../domain/evidence-requirement.js';
import { idKey, instantKey } from './cursor.js';
import { fileOfEvidence } from './evidence-file.js';
import { children, column, globalId, instant, referenced, requiredWords, sql, words } from './field.js';
import type { ConnectionRead, Expression, ListRead, TypeRead } from './field.js';
import { partyRead } from './party.js';
import { isAudible } from './scope.js';
import { jsonObject } from './statement.js';

export const evidenceRequestRead: TypeRead = {
  name: 'EvidenceRequest',
  fields: {
    id: globalId('request'),
    from: referenced(() => partyRead, 'party', 'from_party_id'),
    types: column('types'),
    isMandatory: column('is_mandatory'),
    dueOn: column('due_on'),
    onLapse: column('on_lapse'),
    status: column('status'),
    askedAt: instant('asked_at'),
    closedAt: instant('closed_at'),
  },
};

export const evidenceRead: TypeRead = {
  name: 'Evidence',
  fields: {
    id: globalId('evidence'),
    type: column('type'),
    title: requiredWords('title_text_id'),
    submittedBy: referenced(() => partyRead, 'party', 'party_id'),
    submittedAt: instant('submitted_at'),
    isLate: column('is_late'),
    // Answered or superseded, it waits no longer.
    answerDueOn: sql(
      (row) =>
        `case when ${row}.reviewed_at is null and not exists (select from evidence s where s.supersedes_id = ${row}.id) then ${row}.answer_due_on end`,
    ),
    request: referenced(() => evidenceRequestRead, 'evidence_request', 'request_id'),
    supersedes: referenced(() => evidenceRead, 'evidence', 'supersedes_id'),
    isSuperseded: sql((row) => `exists (select from evidence s where s.supersedes_id = ${row}.id)`),
    file: fileOfEvidence,
    review: { kind: 'object', of: () => reviewRead, isThere: (row) => `${row}.reviewed_at is not null` },
  },
};

const reviewRead: TypeRead = {
  name: 'EvidenceReview',
  fields: {
    isAccepted: column('is_accepted'),
    reason: words('review_reason_text_id'),
    reviewedAt: instant('reviewed_at'),
  },
};

export const evidenceOfCase: ConnectionRead = {
  kind: 'connection',
  of: () => evidenceRead,
  keys: [instantKey('submitted_at'), idKey],
  source: (alias, row, { scope, caseAlias }) => ({
    from: `evidence ${alias}`,
    where: `${alias}.case_id = ${row}.id and ${isAudible(scope, caseAlias, alias)}`,
  }),
};

/** What a finding rests on, as far as the viewer may see it. */
export const evidenceOfFinding: ListRead = {
  kind: 'list',
  of: () => evidenceRead,
  source: (alias, row, { scope, caseAlias }) => ({
    from: `evidence ${alias}`,
    where: `${alias}.id = any(${row}.evidence_ids) and ${isAudible(scope, caseAlias, alias)}`,
  }),
  order: (alias) => `${alias}.submitted_at, ${alias}.id`,
};

/** What is needed of a case and shown in it, of the evidence that the viewer may see: what is hidden must not show in a share either. */
export const dossierOfCase: Expression = (row, { scope }) => {
  const offered = jsonObject([
    ['type', 'e.type'],
    ['isSuperseded', 'exists (select from evidence s where s.supersedes_id = e.id)'],
    ['isAccepted', 'e.is_accepted'],
  ]);
  const dossier = jsonObject([
    ['type', `${row}.type`],
    ['reason', `${row}.reason`],
    ['hasTransaction', `${row}.transaction_id is not null`],
    [
      'evidence',
      `(select coalesce(json_agg(${offered}), '[]') from evidence e where e.case_id = ${row}.id and ${isAudible(scope, row, 'e')})`,
    ],
  ]);
  return `case when ${row}.is_inside or ${row}.is_expert then ${dossier} end`;
};

/** Nothing for who reads the outline of a case only. */
export function completeDossier(hidden: unknown) {
  const dossier = hidden as Dossier | null;
  return {
    evidenceCompleteness: dossier && completenessOf(evidenceCounts(dossier)),
    missingEvidence: dossier ? missingEvidence(dossier) : [],
  };
}

export const evidenceRequestsOfCase = children(() => evidenceRequestRead, 'evidence_request', 'case_id', 'ordinal');
