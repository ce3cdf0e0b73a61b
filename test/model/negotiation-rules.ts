import type { ModelCase } from './case.js';
import type { Proposal } from './part.js';
import { agreeIfAll, concerned } from './moves.js';
import { anyOf, found, type Actor, type Rule } from './rule.js';
import type { Command } from './table.js';
import { amountsGuard, termsFor, termsGuard, termsOf } from './terms.js';

const reason = '按规定办理';

function liveGuard(c: ModelCase, id: unknown): string | null {
  const proposal = found(c.proposals, id);
  if (!proposal) return 'NOT_FOUND';
  if (proposal.expiresOn < c.today) return 'PROPOSAL_EXPIRED';
  return proposal.status === 'LIVE' ? null : 'PROPOSAL_NOT_LIVE';
}

/** A party answers a live proposal that needs its consent, once the same way. */
function answerGuard(c: ModelCase, id: unknown, { party }: Actor, answer: 'ACCEPTED' | 'DECLINED'): string | null {
  const refused = liveGuard(c, id);
  if (refused) return refused;
  const proposal = found(c.proposals, id)!;
  if (!concerned(proposal).includes(party!.id)) return 'CONSENT_NOT_NEEDED';
  return proposal.answers.get(party!.id) === answer ? 'ALREADY_ANSWERED' : null;
}

const amountOf = (amount: unknown) => (amount as { amountMinor: number }).amountMinor;

/** What is offered and agreed in a round, and how it ends without an agreement. */
export const negotiationRules = {
  allowCompensation: {
    input: (_c, dice) => ({ amount: { amountMinor: dice.pick([500_000, 500_001, 600_000]), currency: 'CNY' }, reason }),
    guard: (_c, { amount }) => (amountOf(amount) > 500_000 ? null : 'BAD_USER_INPUT'),
    apply: (c, { amount }) => void (c.compensationLimit = amountOf(amount)),
  },
  openRound: {
    input: () => ({ reason }),
    apply(c) {
      c.closeRound('NOT_AGREED');
      c.rounds.push({ phase: 'FIRST', result: null });
    },
  },
  declareImpasse: {
    input: () => ({ reason }),
    apply(c) {
      c.closeRound('NOT_AGREED');
      c.stop('FIRST_NEGOTIATION');
      c.stage = 'IMPASSE';
      c.openWindow();
    },
  },
  makeProposal: {
    input(c, dice) {
      const parent = dice.chance(0.2) && c.proposals.length > 0 ? { parentId: anyOf(c.proposals, dice) } : {};
      const expiry = dice.chance(0.5) ? { expiresInWorkingDays: dice.pick([1, 3, 15]) } : {};
      return { terms: termsFor(c, dice, 'STANDARD'), settlesPart: dice.chance(0.25), ...parent, ...expiry };
    },
    guard(c, { terms, parentId }, { party }) {
      const refused = parentId ? liveGuard(c, parentId) : null;
      return refused ?? termsGuard(c, terms as never, party?.id ?? null);
    },
    apply(c, { terms, parentId, settlesPart, expiresInWorkingDays }, { party }) {
      if (parentId) found(c.proposals, parentId)!.status = 'LAPSED';
      const drafted = termsOf(terms as never, c);
      for (const term of drafted) term.isOfPart = settlesPart as boolean;
      const proposal: Proposal = {
        id: '',
        authorId: party?.id ?? null,
        terms: drafted,
        settlesPart: settlesPart as boolean,
        expiresOn: c.in((expiresInWorkingDays as number | undefined) ?? 5),
        hash: '',
        status: 'LIVE',
        answers: new Map(),
      };
      // Making a proposal is one's own consent.
      if (party && concerned(proposal).includes(party.id)) proposal.answers.set(party.id, 'ACCEPTED');
      c.proposals.push(proposal);
    },
  },
  acceptProposal: {
    input(c, dice) {
      const proposalId = anyOf(c.live().length > 0 && dice.chance(0.85) ? c.live() : c.proposals, dice);
      const hash = found(c.proposals, proposalId)?.hash ?? 'f'.repeat(64);
      return { proposalId, contentHash: dice.chance(0.06) ? 'e'.repeat(64) : hash };
    },
    guard(c, { proposalId, contentHash }, actor) {
      const refused = answerGuard(c, proposalId, actor, 'ACCEPTED');
      if (refused) return refused;
      const { hash, terms } = found(c.proposals, proposalId)!;
      return amountsGuard(c, terms) ?? (hash === contentHash ? null : 'CONTENT_CHANGED');
    },
    apply(c, { proposalId }, { party }) {
      const proposal = found(c.proposals, proposalId)!;
      proposal.answers.set(party!.id, 'ACCEPTED');
      agreeIfAll(c, proposal);
    },
  },
  declineProposal: {
    input: (c, dice) => ({ proposalId: anyOf(c.proposals, dice) }),
    guard: (c, { proposalId }, actor) => answerGuard(c, proposalId, actor, 'DECLINED'),
    apply: (c, { proposalId }, { party }) => void found(c.proposals, proposalId)!.answers.set(party!.id, 'DECLINED'),
  },
  withdrawProposal: {
    input: (c, dice) => ({
      proposalId: anyOf(c.live().length > 0 && dice.chance(0.85) ? c.live() : c.proposals, dice),
    }),
    guard(c, { proposalId }, { party }) {
      const proposal = found(c.proposals, proposalId);
      if (!proposal) return 'NOT_FOUND';
      // Only who made it takes it back; a mediator's belongs to whoever handles the case.
      if (proposal.authorId !== (party?.id ?? null)) return 'NOT_THE_AUTHOR';
      return liveGuard(c, proposalId);
    },
    apply: (c, { proposalId }) => void (found(c.proposals, proposalId)!.status = 'WITHDRAWN'),
  },
} satisfies Partial<Record<Command, Rule>>;
