import { canonicalJson, sha256 } from './canonical-json.js';
import { newEvent } from './case-event.js';
import type { CaseState, Id, Instant } from './case.js';
import { daysFromToday } from './decision.js';
import type { Deciding, Decision } from './decision.js';
import { badInput, blocked, notFound, requireNone, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { blockedIf, passed, unlessOneIsFree } from './guard.js';
import type { SubjectGuard } from './guard.js';
import { closeRound, openRoundOf } from './negotiation-round.js';
import { startTerms } from './settlement.js';
import { limitBlockers } from './term-limit.js';
import { draftTerms } from './term.js';
import type { TermContent, TermInput } from './term.js';
import type { LocalDate } from './working-calendar.js';

export const proposalStatuses = ['LIVE', 'ACCEPTED', 'WITHDRAWN', 'LAPSED'] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];
export const proposalAnswers = ['ACCEPTED', 'DECLINED'] as const;
export type ProposalAnswer = (typeof proposalAnswers)[number];

export interface Proposal {
  id: Id;
  parentId: Id | null;
  roundId: Id;
  /** The party that made it; null when the handler did, as mediator. */
  authorPartyId: Id | null;
  terms: TermContent[];
  hash: string;
  expiresOn: LocalDate;
  settlesPart: boolean;
  findingIds: Id[];
  status: ProposalStatus;
  madeAt: Instant;
  responses: { partyId: Id; answer: ProposalAnswer; at: Instant }[];
}

/** sha256 of the canonical JSON of case, round and terms: what an acceptance is bound to. */
export function contentHash(caseId: Id, roundId: Id, terms: TermContent[]): string {
  return sha256(canonicalJson({ caseId, roundId, terms }));
}

/** The parties whose consent a proposal needs: exactly the obligors and beneficiaries of its terms. */
export function consentNeeded(proposal: Pick<Proposal, 'terms'>): Id[] {
  return [...new Set(proposal.terms.flatMap((term) => [term.obligorId, term.beneficiaryId]))];
}

/** The parties that still have to accept. */
export function consentMissing(proposal: Proposal): Id[] {
  const given = new Set(proposal.responses.filter(({ answer }) => answer === 'ACCEPTED').map(({ partyId }) => partyId));
  return consentNeeded(proposal).filter((partyId) => !given.has(partyId));
}

const proposalsOf = ({ proposals }: CaseState) => proposals;

/** What is no longer live cannot be answered, countered or taken back. */
const liveBlockersOf: SubjectGuard<Proposal> = (_state, { id, status, expiresOn }, asking) => {
  // The sweep may not have run yet: the date decides, not the status.
  const late = passed('PROPOSAL_EXPIRED', expiresOn, [id], asking);
  return late.length > 0 ? late : blockedIf(status !== 'LIVE', 'PROPOSAL_NOT_LIVE', [id]);
};

/** An answer is needed of exactly the parties that the terms bind or serve. */
const answerBlockersOf: SubjectGuard<Proposal> = (state, proposal, asking) => {
  const dead = liveBlockersOf(state, proposal, asking);
  const isNeeded = consentNeeded(proposal).includes(asking.actor.partyId!);
  return dead.length > 0 ? dead : blockedIf(!isNeeded, 'CONSENT_NOT_NEEDED', [proposal.id]);
};

const answered =
  (answer: ProposalAnswer): SubjectGuard<Proposal> =>
  (state, proposal, asking) => {
    const blockers = answerBlockersOf(state, proposal, asking);
    const given = proposal.responses.find(({ partyId }) => partyId === asking.actor.partyId)?.answer;
    return blockers.length > 0 ? blockers : blockedIf(given === answer, 'ALREADY_ANSWERED', [proposal.id]);
  };
const isAccepted = answered('ACCEPTED');
/** What was agreed since may leave no room for the terms. */
const acceptanceBlockersOf: SubjectGuard<Proposal> = (state, proposal, asking) => {
  const blockers = isAccepted(state, proposal, asking);
  return blockers.length > 0 ? blockers : limitBlockers(state, proposal.terms, asking);
};
const declineBlockersOf = answered('DECLINED');

export const acceptanceBlockers = unlessOneIsFree(proposalsOf, acceptanceBlockersOf);
export const declineBlockers = unlessOneIsFree(proposalsOf, declineBlockersOf);
/** Only who made a proposal takes it back. */
const withdrawalBlockersOf: SubjectGuard<Proposal> = (state, proposal, asking) =>
  proposal.authorPartyId === asking.actor.partyId
    ? liveBlockersOf(state, proposal, asking)
    : [{ code: 'NOT_THE_AUTHOR', subjectIds: [proposal.id] }];
export const proposalWithdrawalBlockers = unlessOneIsFree(proposalsOf, withdrawalBlockersOf);

export interface MakeProposal {
  terms: TermInput[];
  parentId?: Id | null;
  findingIds?: Id[] | null;
  expiresInWorkingDays?: number | null;
  settlesPart?: boolean | null;
}

export const makeProposal: Decision<MakeProposal> = (state, input, deciding) => {
  if (input.parentId) proposalNamed(state, input.parentId, deciding, liveBlockersOf, 'input.parentId');
  const findings = state.investigations.flatMap((investigation) => investigation.findings);
  const findingIds = [...new Set(input.findingIds ?? [])];
  findingIds.forEach((id, index) => {
    if (!findings.some((finding) => finding.id === id)) throw notFound(`input.findingIds.${index}`);
  });
  const days = input.expiresInWorkingDays ?? deciding.policy.proposalWorkingDays;
  if (!Number.isInteger(days) || days < 1 || days > 30)
    throw badInput('input.expiresInWorkingDays', 'must be from 1 to 30');
  const roundId = openRoundOf(state).id;
  const terms = draftTerms(state, input.terms, deciding);
  requireNone(limitBlockers(state, terms, deciding, deciding));
  return [
    newEvent('ProposalMade', {
      proposalId: deciding.newId(),
      parentId: input.parentId ?? null,
      roundId,
      terms,
      hash: contentHash(state.id, roundId, terms),
      expiresOn: daysFromToday(deciding, days),
      settlesPart: input.settlesPart ?? false,
      findingIds,
      authorPartyId: deciding.actor.partyId,
    }),
  ];
};

export const acceptProposal: Decision<{ proposalId: Id; contentHash: string }> = (state, input, deciding) => {
  const proposal = proposalNamed(state, input.proposalId, deciding, acceptanceBlockersOf);
  if (input.contentHash !== proposal.hash) throw blocked('CONTENT_CHANGED', [proposal.id]);
  // Another part, or another case of the payment, may have been settled since this was offered.
  requireNone(limitBlockers(state, proposal.terms, deciding, deciding));
  const partyId = deciding.actor.partyId!;
  return [newEvent('ProposalAccepted', { proposalId: proposal.id, partyId, hash: proposal.hash })];
};

/** Says no, or takes an acceptance back while another one is still missing. */
export const declineProposal: Decision<{ proposalId: Id; reason?: string | null }> = (state, input, deciding) => {
  const proposal = proposalNamed(state, input.proposalId, deciding, declineBlockersOf);
  const reason = input.reason ? deciding.text(requireText('input.reason', input.reason)) : null;
  return [newEvent('ProposalDeclined', { proposalId: proposal.id, partyId: deciding.actor.partyId!, reason })];
};

export const withdrawProposal: Decision<{ proposalId: Id }> = (state, { proposalId }, deciding) => [
  newEvent('ProposalWithdrawn', { proposalId: proposalNamed(state, proposalId, deciding, withdrawalBlockersOf).id }),
];

/** The proposal that an input names, if nothing blocks it. */
function proposalNamed(
  state: CaseState,
  proposalId: Id,
  deciding: Deciding,
  blockersOf: SubjectGuard<Proposal> = liveBlockersOf,
  path = 'input.proposalId',
): Proposal {
  const proposal = state.proposals.find((each) => each.id === proposalId);
  if (!proposal) throw notFound(path);
  requireNone(blockersOf(state, proposal, deciding));
  return proposal;
}

function proposalOf(state: CaseState, proposalId: Id): Proposal {
  return state.proposals.find((each) => each.id === proposalId)!;
}

function answer(proposal: Proposal, partyId: Id, given: ProposalAnswer, at: Instant): void {
  proposal.responses = proposal.responses.filter((response) => response.partyId !== partyId);
  proposal.responses.push({ partyId, answer: given, at });
}

export const proposalEvolution: Evolution = {
  ProposalMade(state, { payload, at }) {
    const { proposalId: id, ...content } = payload;
    const parent = state.proposals.find((each) => each.id === payload.parentId);
    if (parent?.status === 'LIVE') parent.status = 'LAPSED';
    const proposal: Proposal = { id, ...content, status: 'LIVE', madeAt: at, responses: [] };
    const author = payload.authorPartyId;
    if (author && consentNeeded(proposal).includes(author)) answer(proposal, author, 'ACCEPTED', at);
    state.proposals.push(proposal);
  },
  ProposalAccepted(state, { payload, at }) {
    answer(proposalOf(state, payload.proposalId), payload.partyId, 'ACCEPTED', at);
  },
  ProposalDeclined(state, { payload, at }) {
    answer(proposalOf(state, payload.proposalId), payload.partyId, 'DECLINED', at);
  },
  ProposalWithdrawn(state, { payload }) {
    proposalOf(state, payload.proposalId).status = 'WITHDRAWN';
  },
  ProposalLapsed(state, { payload }) {
    proposalOf(state, payload.proposalId).status = 'LAPSED';
  },
  SettlementReached(state, { payload, at }) {
    const proposal = proposalOf(state, payload.proposalId);
    proposal.status = 'ACCEPTED';
    // What was offered stays as its hash has it.
    const dueOn = new Map((payload.dueDates ?? []).map((each) => [each.termId, each.dueOn]));
    const terms = proposal.terms.map((term) => ({ ...term, dueOn: dueOn.get(term.id) ?? term.dueOn }));
    startTerms(state, terms, proposal.id, at);
    if (payload.settlesPart) return;
    closeRound(state, 'AGREED', at);
    state.stage = 'EXECUTING';
  },
};
