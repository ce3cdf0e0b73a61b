import { Arg, Args, ArgsType, Ctx, Extensions, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { badInput } from '../domain/domain-error.js';
import { caseOrderFields, readCases } from '../reads/cases.js';
import type { CaseFilter as CaseFilterValues, CasesQuestion } from '../reads/cases.js';
import { decodeId } from '../reads/global-id.js';
import { readCaseById, readCaseByNumber } from '../reads/root.js';
import { CaseTrack } from './benchmark.js';
import { CaseReason, CaseStage, CaseType } from './case-enums.js';
import { Case } from './case.js';
import { compiled } from './compiled.js';
import type { Context } from './context.js';
import { viewerOf } from './context.js';
import { enumOf } from './enums.js';
import { connectionOf, PagingArguments } from './paging.js';
import { GraphQLDate } from './scalars.js';

const CaseOrderField = enumOf(
  'CaseOrderField',
  caseOrderFields,
  'What cases are ordered by; the id decides between equals.',
  {
    QUEUE:
      'As they wait for a handler: those that one left, urgent ones, then the longest filed; what has a handler comes last.',
  },
);
const OrderDirection = enumOf('OrderDirection', ['ASC', 'DESC'], 'Smallest or largest first.');

const CaseConnection = connectionOf(() => Case, 'Case');

@InputType({ description: 'Shanghai dates, both ends in; an end not given is open.' })
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

  @Field(() => Boolean, { nullable: true, description: 'Whether it is open and waits for a handler.' })
  isUnassigned?: boolean | null;

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

  @Field(() => ID, { nullable: true, description: 'What one of your own notifications is about.' })
  notification?: string | null;
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
    const notification = question.filter?.notification;
    const told = notification == null ? null : decodeId('notification', notification, 'filter.notification');
    const filter = { ...question.filter, handler, notification: told } as CaseFilterValues;
    return readCases({ ...question, filter } as CasesQuestion, viewerOf(context));
  }
}
