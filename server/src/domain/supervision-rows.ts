import type { CaseState } from './case.js';

/** Objections. */
export function supervisionRows(state: CaseState) {
  const ofCase = { case_id: state.id };
  return {
    objection: state.objections.map((objection, ordinal) => ({
      id: objection.id,
      ...ofCase,
      ordinal,
      party_id: objection.partyId,
      against: objection.against,
      subject_id: objection.subjectId,
      grounds_text_id: objection.grounds.id,
      raised_at: objection.raisedAt,
      due_on: objection.dueOn,
      status: objection.status,
      effect: objection.effect,
      reason_text_id: objection.reason?.id ?? null,
      decided_at: objection.decidedAt,
    })),
  };
}
