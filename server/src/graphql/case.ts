import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Extensions,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { badInput } from '../domain/domain-error.js';
import { caseOrderFields, readCases } from '../reads/cases.js';
import type { CaseFilter as CaseFilterValues, CasesQuestion } from '../reads/cases.js';
import { decodeId } from '../reads/global-id.js';
import { readCaseById, readCaseByNumber } from '../reads/root.js';
import { CaseTrack } from './benchmark.js';
import {
  CaseReason,
  CaseStage,
  CaseType,
  Channel,
  Complexity,
  Outcome,
  Product,
  Urgency,
  WaitingOn,
} from './case-enums.js';
import { CaseEventConnection, MessageConnection } from './case-event.js';
import { Clock, NextDue } from './clock.js';
import { compiled } from './compiled.js';
import type { Context } from './context.js';
import { viewerOf } from './context.js';
import { enumOf } from './enums.js';
import { EvidenceConnection, EvidenceRequest } from './evidence.js';
import { ExpertPanel } from './expert-panel.js';
import { Investigation } from './investigation.js';
import { Measure } from './measure.js';
import { Meeting } from './meeting.js';
import { Money } from './money.js';
import { NegotiationRound, ProposalConnection } from './negotiation-round.js';
import { Node } from './node.js';
import { Objection } from './objection.js';
import { connectionOf, Paged, PagingArguments } from './paging.js';
import { Party } from './party.js';
import { Person, Team } from './person.js';
import { Referral } from './referral.js';
import { GraphQLDate, GraphQLDateTime } from './scalars.js';
import { Settlement } from './settlement.js';
import { Transaction } from './transaction.js';

const CaseOrderField = enumOf(
  'CaseOrderField',
  caseOrderFields,
  'What cases are ordered by; the id decides between equals.',
);
const OrderDirection = enumOf('OrderDirection', ['ASC', 'DESC'], 'Smallest or largest first.');

@ObjectType({
  implements: Node,
  description: `One dispute from filing to its end. Its parties and staff read all of it but what is for somebody else only. A manager
who is no part of it reads the outline: number, type, reason, track, urgency, complexity, channel, product, stage, waitingOn, outcome, dates,
clocks, team and origin; everything else is null or empty then.`,
})
export class Case extends Node {
  @Field(() => String, {
    description: '`AC`, the filing date and eight random characters: it tells nobody how many cases there are.',
  })
  number!: string;

  @Field(() => Int, {
    description: 'How many events all parties may see; `expectedVersion` of a command is compared with it.',
  })
  version!: number;

  @Field(() => CaseType, { description: 'What kind of dispute it is.' })
  type!: string;

  @Field(() => CaseReason, { nullable: true, description: 'What happened, within the type.' })
  reason!: string | null;

  @Field(() => CaseTrack, { description: 'How it is handled.' })
  track!: string;

  @Field(() => Urgency, { description: 'How urgent it is.' })
  urgency!: string;

  @Field(() => Complexity, { nullable: true, description: 'Null until it is accepted.' })
  complexity!: string | null;

  @Field(() => Channel, { description: 'How it was filed.' })
  channel!: string;

  @Field(() => Product, { description: 'Which product it is about.' })
  product!: string;

  @Field(() => CaseStage, { description: 'Where it stands.' })
  stage!: string;

  @Field(() => Outcome, { nullable: true, description: 'How it ended; null while it is open.' })
  outcome!: string | null;

  @Field(() => WaitingOn, { nullable: true, description: 'Who owes the next act longest; null once it has ended.' })
  waitingOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What happened, in the complainant’s words.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'What the complainant wants.' })
  requestedRemedy!: string | null;

  @Field(() => Money, { nullable: true, description: 'What is in dispute.' })
  disputedAmount!: Money | null;

  @Field(() => Transaction, { nullable: true, description: 'The payment in dispute, where one is linked.' })
  transaction!: Transaction | null;

  @Field(() => GraphQLDateTime, { description: 'When it was filed.' })
  filedAt!: string;

  @Field(() => GraphQLDate, {
    description: 'When it was received: the date of filing, or earlier when staff filed it.',
  })
  receivedOn!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When everything agreed was done.' })
  resolvedAt!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When the last event that you may see happened.' })
  lastEventAt!: string;

  @Field(() => [Party], { description: 'Who is bound or served by the result.' })
  parties!: Party[];

  @Field(() => Person, { nullable: true, description: 'Who handles it; null in the team’s queue.' })
  handler!: Person | null;

  @Field(() => Team, { nullable: true, description: 'Whose queue it is in.' })
  team!: Team | null;

  @Field(() => [Clock], { description: 'Every cycle of every clock, oldest first.' })
  clocks!: Clock[];

  @Field(() => NextDue, { nullable: true, description: 'The running clock that is due first; null when none runs.' })
  nextDue!: NextDue | null;

  @Field(() => [Investigation], { description: 'Cycles of investigation, oldest first.' })
  investigations!: Investigation[];

  @Paged()
  @Field(() => EvidenceConnection, { description: 'Evidence that you may see, oldest first.' })
  evidence!: unknown;

  @Field(() => [EvidenceRequest], { description: 'What was asked of whom, oldest first.' })
  evidenceRequests!: EvidenceRequest[];

  @Field(() => [NegotiationRound], { description: 'Rounds, oldest first.' })
  rounds!: NegotiationRound[];

  @Paged()
  @Field(() => ProposalConnection, { description: 'Proposals of all rounds, oldest first.' })
  proposals!: unknown;

  @Field(() => Settlement, { nullable: true, description: 'What was agreed; null until something is.' })
  settlement!: Settlement | null;

  @Field(() => [Meeting], { description: 'Meetings, oldest first.' })
  meetings!: Meeting[];

  @Paged()
  @Field(() => MessageConnection, { description: 'Messages that you may see, oldest first.' })
  messages!: unknown;

  @Field(() => [Referral], { description: 'Ways to go on that were advised.' })
  referrals!: Referral[];

  @Field(() => [Measure], { description: 'First aid that was given.' })
  measures!: Measure[];

  @Field(() => ExpertPanel, {
    nullable: true,
    description: 'The second negotiation and its experts; null until somebody asked for one.',
  })
  expertPanel!: ExpertPanel | null;

  @Field(() => [Objection], { description: 'Objections, oldest first.' })
  objections!: Objection[];

  @Paged()
  @Field(() => CaseEventConnection, { description: 'Events that you may see, oldest first.' })
  events!: unknown;

  @Field(() => Boolean, { description: 'Whether it was brought in from a foreign log.' })
  isImported!: boolean;

  @Field(() => String, { nullable: true, description: 'Which log that was; null for a case filed here.' })
  importSource!: string | null;
}

const CaseConnection = connectionOf(() => Case, 'Case');

@InputType({ description: 'Shanghai dates, both ends in; an end not given is open.' })
export class DateRange {
  @Field(() => GraphQLDate, { nullable: true, description: 'The first date.' })
  from?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'The last date.' })
  to?: string | null;
}

@InputType({
  description:
    'Which cases; lists mean any of these, and everything given must hold. A filter on what you may not read is FORBIDDEN.',
})
class CaseFilter {
  @Field(() => [CaseStage], { nullable: true, description: 'Where it stands.' })
  stage?: string[] | null;

  @Field(() => [CaseType], { nullable: true, description: 'What kind of dispute it is.' })
  type?: string[] | null;

  @Field(() => [CaseReason], { nullable: true, description: 'What happened.' })
  reason?: string[] | null;

  @Field(() => [CaseTrack], { nullable: true, description: 'How it is handled.' })
  track?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Who handles it.' })
  handler?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the number, the description or the requested remedy; up to 100 characters.',
  })
  text?: string | null;

  @Field(() => DateRange, { nullable: true, description: 'When it was filed.' })
  filedOn?: DateRange | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was brought in from a foreign log.' })
  isImported?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Which log it was brought in from.' })
  source?: string | null;
}

@InputType({ description: 'In which order.' })
class CaseOrder {
  @Field(() => CaseOrderField, { description: 'What is compared.' })
  field!: string;

  @Field(() => OrderDirection, { description: 'Which way.' })
  direction!: string;
}

@ArgsType()
class CasesArguments extends PagingArguments {
  @Field(() => CaseFilter, { nullable: true, description: 'Which; all that you may see when not given.' })
  filter?: CaseFilter | null;

  @Field(() => CaseOrder, { nullable: true, description: 'In which order; the newest filed first when not given.' })
  orderBy?: CaseOrder | null;
}

@Resolver()
export class CaseResolver {
  @Extensions(compiled)
  @Query(() => Case, {
    description: 'One case, by exactly one of the two; NOT_FOUND when there is none or you may not see it.',
  })
  case(
    @Arg('id', () => ID, { nullable: true }) id: string | null,
    @Arg('number', () => String, { nullable: true }) number: string | null,
  ) {
    if ((id == null) === (number == null)) throw badInput('id', 'or number must be given, and not both');
    return id == null ? readCaseByNumber(number!) : readCaseById(decodeId('case', id, 'id'), 'id');
  }

  @Extensions(compiled)
  @Query(() => CaseConnection, { description: 'Cases that you may see.' })
  cases(@Args(() => CasesArguments) question: CasesArguments, @Ctx() context: Context) {
    const handler = question.filter?.handler?.map((id, index) => decodeId('person', id, `filter.handler.${index}`));
    const filter = { ...question.filter, handler } as CaseFilterValues;
    return readCases({ ...question, filter } as CasesQuestion, viewerOf(context));
  }
}
