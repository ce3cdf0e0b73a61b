import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { roundPhases, roundResults } from '../domain/negotiation-round.js';
import { proposalAnswers, proposalStatuses } from '../domain/proposal.js';
import { Actor } from './case-event.js';
import { ChangeInput } from './change-input.js';
import { Clock } from './clock.js';
import { enumOf } from './enums.js';
import { Finding } from './investigation.js';
import { Meeting } from './meeting.js';
import { Node } from './node.js';
import { connectionOf } from './paging.js';
import { Party } from './party.js';
import { GraphQLDate, GraphQLDateTime } from './scalars.js';
import { Term, TermInput } from './settlement.js';

const RoundPhase = enumOf('RoundPhase', roundPhases, 'First negotiation, or the second with experts.');
const RoundResult = enumOf('RoundResult', roundResults, 'How a round ended.');
const ProposalStatus = enumOf('ProposalStatus', proposalStatuses, 'How a proposal stands.');
const ProposalAnswer = enumOf('ProposalAnswer', proposalAnswers, 'What a party answered.');

@ObjectType({ description: 'One exchange of proposals until agreed or not.' })
export class NegotiationRound {
  @Field(() => ID, { description: 'The id of the round.' })
  id!: string;

  @Field(() => Int, { description: 'From 1.' })
  number!: number;

  @Field(() => RoundPhase, { description: 'Which negotiation it belongs to.' })
  phase!: string;

  @Field(() => GraphQLDateTime, { description: 'When it began.' })
  openedAt!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended; null while it is open.' })
  closedAt!: string | null;

  @Field(() => RoundResult, { nullable: true, description: 'Null while it is open.' })
  result!: string | null;

  @Field(() => Clock, {
    nullable: true,
    description: 'The cycle of the negotiation clock that the round is part of; other rounds can be of the same one.',
  })
  clock!: Clock | null;

  @Field(() => [Meeting], { description: 'Meetings of this round.' })
  meetings!: Meeting[];

  @Field(() => [Proposal], { description: 'Proposals of this round, oldest first.' })
  proposals!: Proposal[];
}

@ObjectType({ description: 'What a party said to a proposal.' })
class ProposalResponse {
  @Field(() => Party, { description: 'Who answered.' })
  party!: Party;

  @Field(() => ProposalAnswer, {
    description: 'The last answer; an acceptance can be taken back until the last one is given.',
  })
  answer!: string;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  at!: string;
}

@ObjectType({
  implements: Node,
  description: 'Terms offered. Exactly their obligors and beneficiaries have to consent.',
})
export class Proposal extends Node {
  @Field(() => Proposal, { nullable: true, description: 'What it counters.' })
  parent!: Proposal | null;

  @Field(() => Actor, { description: 'Who made it: a party, or the handler as mediator.' })
  author!: Actor;

  @Field(() => [Term], { description: 'What it promises.' })
  terms!: Term[];

  @Field(() => String, {
    description:
      'SHA-256, hex, of case, round and terms: what an acceptance is bound to (`contentHash` of acceptProposal).',
  })
  hash!: string;

  @Field(() => GraphQLDate, { description: 'The last day on which it can be accepted.' })
  expiresOn!: string;

  @Field(() => [Finding], { description: 'What was established, and the terms build on; oldest first.' })
  basedOnFindings!: Finding[];

  @Field(() => Boolean, { description: 'Whether it settles a part, so that the rest is negotiated on.' })
  settlesPart!: boolean;

  @Field(() => ProposalStatus, { description: 'How it stands.' })
  status!: string;

  @Field(() => [ProposalResponse], { description: 'Who answered what, oldest first; silence is never consent.' })
  responses!: ProposalResponse[];

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  madeAt!: string;
}

export const ProposalConnection = connectionOf(() => Proposal, 'Proposal');

@InputType({ description: 'Offers terms in the open round.' })
export class MakeProposalInput extends ChangeInput {
  @Field(() => [TermInput], { description: '1 to 20.' })
  terms!: TermInput[];

  @Field(() => ID, { nullable: true, description: 'The live proposal that this counters; it lapses.' })
  parentId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Findings that it is based on.' })
  findingIds?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'From 1 to 30; 5 when not given.' })
  expiresInWorkingDays?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it settles a part only; false when not given.' })
  settlesPart?: boolean | null;
}

@InputType({ description: 'Consents to a proposal.' })
export class AcceptProposalInput extends ChangeInput {
  @Field(() => ID, { description: 'A live proposal.' })
  proposalId!: string;

  @Field(() => String, { description: 'The `hash` of what you read; another content is GUARD_FAILED.' })
  contentHash!: string;
}

@InputType({ description: 'Says no to a proposal, or takes a consent back.' })
export class DeclineProposalInput extends ChangeInput {
  @Field(() => ID, { description: 'A live proposal.' })
  proposalId!: string;

  @Field(() => String, { nullable: true, description: 'Why; up to 4,000 characters.' })
  reason?: string | null;
}

@InputType({ description: 'Takes one’s own proposal back.' })
export class WithdrawProposalInput extends ChangeInput {
  @Field(() => ID, { description: 'A live proposal of your own.' })
  proposalId!: string;
}
