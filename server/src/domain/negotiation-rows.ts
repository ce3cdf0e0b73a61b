import type { CaseState, Id } from './case.js';
import type { Row } from './rows.js';
import type { TermContent } from './term.js';

/** Rounds, meetings, proposals with their terms, and the money booked for them. */
export function negotiationRows(state: CaseState) {
  const ofCase = { case_id: state.id };
  return {
    negotiation_round: state.rounds.map((round) => ({
      id: round.id,
      ...ofCase,
      number: round.number,
      phase: round.phase,
      opened_at: round.openedAt,
      closed_at: round.closedAt,
      result: round.result,
    })),
    meeting: state.meetings.map((meeting, ordinal) => ({
      id: meeting.id,
      ...ofCase,
      ordinal,
      round_id: meeting.roundId,
      mode: meeting.mode,
      status: meeting.status,
      scheduled_at: meeting.scheduledAt,
      place_text_id: meeting.place?.id ?? null,
      held_at: meeting.heldAt,
      minutes_text_id: meeting.minutes?.id ?? null,
      attendee_party_ids: meeting.attendeePartyIds,
      responses: meeting.responses,
    })),
    proposal: state.proposals.map((proposal) => ({
      id: proposal.id,
      ...ofCase,
      round_id: proposal.roundId,
      parent_id: proposal.parentId,
      author_party_id: proposal.authorPartyId,
      hash: proposal.hash,
      expires_on: proposal.expiresOn,
      settles_part: proposal.settlesPart,
      finding_ids: proposal.findingIds,
      status: proposal.status,
      made_at: proposal.madeAt,
      responses: proposal.responses,
    })),
    term: termRows(state),
    movement: state.movements.map((movement, ordinal) => ({
      id: movement.id,
      ...ofCase,
      ordinal,
      term_id: movement.termId,
      amount_minor: movement.amount.amountMinor,
      currency: movement.amount.currency,
      reference_text_id: movement.reference?.id ?? null,
      reverses_id: movement.reversesId,
      reason_text_id: movement.reason?.id ?? null,
      recorded_at: movement.recordedAt,
    })),
  };
}

/** A proposal's terms, agreed or not, and those that the fast track imposed. */
function termRows(state: CaseState): Row[] {
  const running = new Map(state.terms.map((term) => [term.id, term]));
  const row = (term: TermContent, proposalId: Id | null, ordinal: number): Row => {
    const agreed = running.get(term.id);
    return {
      id: term.id,
      case_id: state.id,
      proposal_id: proposalId,
      ordinal,
      kind: term.kind,
      obligor_id: term.obligorId,
      beneficiary_id: term.beneficiaryId,
      amount_minor: term.amount?.amountMinor ?? null,
      currency: term.amount?.currency ?? null,
      due_on: agreed?.dueOn ?? term.dueOn,
      text_id: term.text?.id ?? null,
      instalments: agreed?.instalments ?? term.instalments,
      status: agreed?.status ?? null,
      reported_at: agreed?.reportedAt ?? null,
      contested_at: agreed?.contestedAt ?? null,
      fulfilled_at: agreed?.fulfilledAt ?? null,
    };
  };
  return [
    ...state.proposals.flatMap(({ id, terms }) => terms.map((term, ordinal) => row(term, id, ordinal))),
    ...state.terms.filter((term) => term.proposalId === null).map((term, ordinal) => row(term, null, ordinal)),
  ];
}
