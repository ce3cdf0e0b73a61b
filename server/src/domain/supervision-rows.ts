import type { CaseState } from './case.js';

/** Objections, the second negotiation with its panel, and reviews. */
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
    case_review: state.reviews.map((review, ordinal) => ({
      id: review.id,
      ...ofCase,
      ordinal,
      sample_id: review.sampleId,
      sampled_at: review.sampledAt,
      verdict: review.verdict,
      scores: review.scores,
      text_id: review.text?.id ?? null,
      reviewed_at: review.reviewedAt,
    })),
    second_negotiation: (state.secondNegotiation ? [state.secondNegotiation] : []).map((second) => ({
      ...ofCase,
      party_id: second.partyId,
      grounds_text_id: second.grounds.id,
      status: second.status,
      requested_at: second.requestedAt,
      due_on: second.dueOn,
      reason_text_id: second.reason?.id ?? null,
    })),
    expert_seat: state.seats.map((seat) => ({
      id: seat.id,
      ...ofCase,
      number: seat.number,
      expert_id: seat.expertId,
      status: seat.status,
      opinion_due_on: seat.opinionDueOn,
      opinion_text_id: seat.opinion?.id ?? null,
      seal: seat.opinion?.digest ?? null,
      sealed_at: seat.sealedAt,
      revealed_at: seat.revealedAt,
    })),
  };
}
