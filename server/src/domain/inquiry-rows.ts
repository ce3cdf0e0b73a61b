import type { CaseState } from './case.js';

export function investigationRows(state: CaseState) {
  const ofCase = { case_id: state.id };
  return {
    investigation: state.investigations.map(({ id, cycle, startedAt, concludedAt }) => ({
      id,
      ...ofCase,
      cycle,
      started_at: startedAt,
      concluded_at: concludedAt,
    })),
    investigation_step: state.investigations.flatMap((investigation) =>
      investigation.steps.map((step, ordinal) => ({
        id: step.id,
        ...ofCase,
        investigation_id: investigation.id,
        ordinal,
        kind: step.kind,
        status: step.status,
        note_text_id: step.note?.id ?? null,
        result_text_id: step.result?.id ?? null,
        done_at: step.doneAt,
      })),
    ),
    finding: state.investigations.flatMap((investigation) =>
      investigation.findings.map((finding, ordinal) => ({
        id: finding.id,
        ...ofCase,
        investigation_id: investigation.id,
        ordinal,
        root_cause: finding.rootCause,
        text_id: finding.text.id,
        evidence_ids: finding.evidenceIds,
        recorded_at: finding.recordedAt,
      })),
    ),
  };
}

export function evidenceRows(state: CaseState) {
  const ofCase = { case_id: state.id };
  return {
    evidence_request: state.evidenceRequests.map((request, ordinal) => ({
      id: request.id,
      ...ofCase,
      ordinal,
      from_party_id: request.fromPartyId,
      types: request.types,
      is_mandatory: request.isMandatory,
      due_on: request.dueOn,
      on_lapse: request.onLapse,
      status: request.status,
      asked_at: request.askedAt,
      closed_at: request.closedAt,
    })),
    evidence: state.evidence.map((evidence) => ({
      id: evidence.id,
      ...ofCase,
      audience: evidence.audience,
      type: evidence.type,
      title_text_id: evidence.title.id,
      party_id: evidence.partyId,
      request_id: evidence.requestId,
      submitted_at: evidence.submittedAt,
      is_late: evidence.isLate,
      answer_due_on: evidence.answerDueOn,
      supersedes_id: evidence.supersedesId,
      file_id: evidence.file?.id ?? null,
      file_name_text_id: evidence.file?.name.id ?? null,
      content_type: evidence.file?.contentType ?? null,
      size_bytes: evidence.file?.sizeBytes ?? null,
      sha256: evidence.file?.sha256 ?? null,
      is_accepted: evidence.review?.isAccepted ?? null,
      review_reason_text_id: evidence.review?.reason?.id ?? null,
      reviewed_at: evidence.review?.reviewedAt ?? null,
    })),
  };
}
