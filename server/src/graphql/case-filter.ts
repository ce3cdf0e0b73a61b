import { Field, ID, InputType } from 'type-graphql';
import type { CaseFilter as CaseFilterValues } from '../reads/case-filter.js';
import { decodeId } from '../reads/global-id.js';
import type { IdType } from '../reads/global-id.js';
import { CaseTrack, ClockKind } from './benchmark.js';
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
import { ClockRisk, Verdict } from './clock.js';
import { GraphQLDate } from './scalars.js';

@InputType({ description: 'Shanghai dates, both ends in; an end not given is open, a reversed range BAD_USER_INPUT.' })
class DateRange {
  @Field(() => GraphQLDate, { nullable: true, description: 'The first date.' })
  from?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'The last date.' })
  to?: string | null;
}

@InputType({
  description:
    'Which cases; lists mean any of these, and everything given must hold. A filter on what you may not read is FORBIDDEN.',
})
export class CaseFilter {
  @Field(() => [CaseStage], { nullable: true, description: 'Where it stands.' })
  stage?: string[] | null;

  @Field(() => [CaseType], { nullable: true, description: 'What kind of dispute it is.' })
  type?: string[] | null;

  @Field(() => [CaseReason], { nullable: true, description: 'What happened.' })
  reason?: string[] | null;

  @Field(() => [CaseTrack], { nullable: true, description: 'How it is handled.' })
  track?: string[] | null;

  @Field(() => [Urgency], { nullable: true, description: 'How urgent it is.' })
  urgency?: string[] | null;

  @Field(() => [Channel], { nullable: true, description: 'How it was filed.' })
  channel?: string[] | null;

  @Field(() => [Product], { nullable: true, description: 'Which product it is about.' })
  product?: string[] | null;

  @Field(() => [Complexity], { nullable: true, description: 'How involved it is.' })
  complexity?: string[] | null;

  @Field(() => [WaitingOn], { nullable: true, description: 'Who owes the next act.' })
  waitingOn?: string[] | null;

  @Field(() => [Outcome], { nullable: true, description: 'How it ended.' })
  outcome?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Whose team handles it: ids of teams.' })
  team?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Who handles it: ids of persons.' })
  handler?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Who is a party: ids of persons who act for one, or of parties. Of what you are no part of, nothing.',
  })
  party?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Part of the number, the description, the requested remedy or the name of a party, as far as you may read them; 2 to 100 characters, case and width of letters do not matter. Blank is no filter.',
  })
  text?: string | null;

  @Field(() => DateRange, { nullable: true, description: 'When it was filed.' })
  filedOn?: DateRange | null;

  @Field(() => DateRange, { nullable: true, description: 'When it was resolved; cases that never were are left out.' })
  resolvedOn?: DateRange | null;

  @Field(() => DateRange, {
    nullable: true,
    description: 'The last day in time of `clock`, as its `dueOn` tells it.',
  })
  dueOn?: DateRange | null;

  @Field(() => [Verdict], {
    nullable: true,
    description: 'What `clock` has come to; one that runs is OVER or nothing.',
  })
  verdict?: string[] | null;

  @Field(() => [ClockRisk], {
    nullable: true,
    description: 'How near its maximum `clock` is; one that stopped is not.',
  })
  risk?: string[] | null;

  @Field(() => ClockKind, {
    nullable: true,
    description:
      'Which clock `dueOn`, `verdict`, `risk`, `isPaused` and `isProvisional` mean, in its latest cycle. When not given they mean the running clock due first, as `nextDue` tells it, and `isPaused` any clock.',
  })
  clock?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is open and waits for a handler.' })
  isUnassigned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a clock waits for evidence that a party owes.' })
  isPaused?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the last day in time of `clock` lies beyond what the State has announced.',
  })
  isProvisional?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether an objection waits for its decision.' })
  hasOpenObjection?: boolean | null;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'Nothing that you may see has happened since this date began in Shanghai: `lastEventAt` is before it.',
  })
  quietSince?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was brought in from a foreign log.' })
  isImported?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Which log it was brought in from.' })
  source?: string | null;

  @Field(() => ID, { nullable: true, description: 'What one of your own notifications is about.' })
  notification?: string | null;
}

/** A filter as the API takes it, with UUIDs in the place of global ids; an id of another kind is NOT_FOUND at its path. */
export function decodeFilter(filter: CaseFilter | null | undefined): CaseFilterValues | null {
  if (!filter) return null;
  const decoded = (name: 'team' | 'handler' | 'party', type: IdType | readonly IdType[]) =>
    filter[name]?.map((id, index) => decodeId(type, id, `filter.${name}.${index}`));
  const { notification } = filter;
  return {
    ...filter,
    team: decoded('team', 'team'),
    handler: decoded('handler', 'person'),
    party: decoded('party', ['person', 'party']),
    notification: notification == null ? null : decodeId('notification', notification, 'filter.notification'),
  } as CaseFilterValues;
}
