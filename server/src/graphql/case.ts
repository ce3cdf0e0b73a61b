import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Assignment } from './assignment.js';
import { AvailableAction } from './available-action.js';
import { CaseTrack } from './benchmark.js';
import { CaseReview } from './case-review.js';
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
import { CaseEventConnection, MessageConnection, Note } from './case-event.js';
import { CaseFile, InLanguage } from './case-file.js';
import { Clarification } from './clarification.js';
import { Clock, NextDue } from './clock.js';
import { ContactAttempt } from './contact-attempt.js';
import { PersonalDataRevelation } from './contact-data.js';
import { EvidenceConnection, EvidenceNeed, EvidenceRequest } from './evidence.js';
import { ExpertPanel } from './expert-panel.js';
import { Investigation } from './investigation.js';
import { Measure } from './measure.js';
import { Meeting } from './meeting.js';
import { Money } from './money.js';
import { Movement } from './movement.js';
import { NegotiationRound, ProposalConnection } from './negotiation-round.js';
import { Node } from './node.js';
import { Objection } from './objection.js';
import { Paged } from './paging.js';
import { Party } from './party.js';
import { AutomaticCheck, PaymentRecord } from './payment-record.js';
import { Person, Team } from './person.js';
import { Rating } from './rating.js';
import { Referral } from './referral.js';
import { GraphQLDate, GraphQLDateTime } from './scalars.js';
import { Settlement } from './settlement.js';
import { TimeShare } from './time-share.js';
import { Transaction } from './transaction.js';

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

  @Field(() => [Case], {
    description:
      'Other cases of the same transaction that you read as well, the first filed first; a case that you may not read is not told of.',
  })
  relatedCases!: Case[];

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

  @Field(() => [TimeShare], {
    description:
      'Who held it for how many working days, by `waitingOn`: a day belongs to who held it when the day began. The parts sum to the elapsed days of its OVERALL cycles.',
  })
  timeAttribution!: TimeShare[];

  @Field(() => NextDue, { nullable: true, description: 'The running clock that is due first; null when none runs.' })
  nextDue!: NextDue | null;

  @Field(() => [Clarification], { description: 'Questions before the case was taken on, oldest first.' })
  clarifications!: Clarification[];

  @Field(() => [Investigation], { description: 'Cycles of investigation, oldest first.' })
  investigations!: Investigation[];

  @Paged()
  @Field(() => EvidenceConnection, { description: 'Evidence that you may see, oldest first.' })
  evidence!: unknown;

  @Field(() => [EvidenceRequest], { description: 'What was asked of whom, oldest first.' })
  evidenceRequests!: EvidenceRequest[];

  @Field(() => Float, {
    nullable: true,
    description:
      'Needed lines of evidence that are met ÷ needed lines, 0 to 1; 1 where none is needed. Only what you may see counts, and nothing superseded or not accepted; a linked transaction is its own voucher. Null for who reads the outline only.',
  })
  evidenceCompleteness!: number | null;

  @Field(() => [EvidenceNeed], { description: 'Needed lines of evidence that are not met yet, by what you may see.' })
  missingEvidence!: EvidenceNeed[];

  @Field(() => [NegotiationRound], { description: 'Rounds, oldest first.' })
  rounds!: NegotiationRound[];

  @Paged()
  @Field(() => ProposalConnection, { description: 'Proposals of all rounds, oldest first.' })
  proposals!: unknown;

  @Field(() => Settlement, { nullable: true, description: 'What was agreed; null until something is.' })
  settlement!: Settlement | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What a supervisor lets its compensations reach together; null while the configured limit holds.',
  })
  compensationAllowed!: Money | null;

  @Field(() => [Movement], { description: 'Money booked for agreed terms, oldest first.' })
  movements!: Movement[];

  @Field(() => [Meeting], { description: 'Meetings, oldest first.' })
  meetings!: Meeting[];

  @Paged()
  @Field(() => MessageConnection, { description: 'Messages that you may see, oldest first.' })
  messages!: unknown;

  @Field(() => [Note], { description: 'What staff wrote to each other, oldest first; empty for parties.' })
  notes!: Note[];

  @Field(() => [ContactAttempt], {
    description: 'Tries to reach a party outside the platform, oldest first; empty for parties.',
  })
  contactAttempts!: ContactAttempt[];

  @Field(() => [PersonalDataRevelation], {
    description: 'To whom contact data was shown, and why, oldest first; empty for parties.',
  })
  revelations!: PersonalDataRevelation[];

  @Field(() => [Referral], { description: 'Ways to go on that were advised.' })
  referrals!: Referral[];

  @Field(() => [Assignment], {
    description: 'From whom to whom the case went, the first time first; staff read it, nobody else.',
  })
  assignments!: Assignment[];

  @Field(() => [PaymentRecord], {
    description:
      'What payment channels know of its payment, the earliest first; staff read it, and a system what it reported itself.',
  })
  paymentRecords!: PaymentRecord[];

  @Field(() => [AutomaticCheck], {
    description: 'What the platform found in them by itself, oldest first; parties read what something followed from.',
  })
  automaticChecks!: AutomaticCheck[];

  @Field(() => [Measure], { description: 'First aid that was given.' })
  measures!: Measure[];

  @Field(() => [CaseReview], {
    description: 'Times that the closed case was drawn for review; staff read them, nobody else.',
  })
  reviews!: CaseReview[];

  @Field(() => [Rating], { description: 'How content the parties were, as far as you may see it.' })
  satisfaction!: Rating[];

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

  @Field(() => [AvailableAction], {
    description:
      'What you may do now, and what blocks the rest: the commands of what you are in the case that are possible in its stage. Deadlines that have passed are taken to have acted.',
  })
  availableActions!: AvailableAction[];

  @InLanguage()
  @Field(() => CaseFile, {
    nullable: true,
    description: 'Everything that you may see of it, to keep; null for experts and managers, who do not read it whole.',
  })
  caseFile!: CaseFile | null;

  @Field(() => Boolean, { description: 'Whether it was brought in from a foreign log.' })
  isImported!: boolean;

  @Field(() => String, { nullable: true, description: 'Which log that was; null for a case filed here.' })
  importSource!: string | null;
}
