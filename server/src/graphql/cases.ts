import { Arg, Args, ArgsType, Ctx, Extensions, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { badInput } from '../domain/domain-error.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import { caseOrderFields } from '../reads/case-order.js';
import { readCases } from '../reads/cases.js';
import type { CasesQuestion } from '../reads/cases.js';
import { decodeId } from '../reads/global-id.js';
import { readCaseById, readCaseByNumber } from '../reads/root.js';
import { CaseFilter, decodeFilter } from './case-filter.js';
import { Case } from './case.js';
import { compiled } from './compiled.js';
import type { Context } from './context.js';
import { viewerOf } from './context.js';
import { enumOf } from './enums.js';
import { connectionOf, PagingArguments } from './paging.js';

const CaseOrderField = enumOf(
  'CaseOrderField',
  caseOrderFields,
  'What cases are ordered by; the id decides between equals.',
  {
    NEXT_DUE_ON: 'The last day in time of `nextDue`; where no clock runs the case comes last, either way.',
    FILED_AT: 'When it was filed.',
    UPDATED_AT: 'When something last happened that all its parties may see.',
    ELAPSED: 'The elapsed working days of the latest cycle of its OVERALL clock, as of today.',
    AMOUNT:
      'The disputed amount in minor units, whatever the currency; where there is none the case comes last, either way.',
    NUMBER: 'Its number, which begins with the date of filing.',
    QUEUE:
      'As they wait for a handler: those that one left, urgent ones, then the longest filed; what has a handler comes last.',
  },
);
const OrderDirection = enumOf('OrderDirection', ['ASC', 'DESC'], 'Smallest or largest first.');

const CaseConnection = connectionOf(() => Case, 'Case');

@InputType({ description: 'In which order. An order by what you may not read is FORBIDDEN.' })
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
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null,
    @Arg('number', () => String, { nullable: true, description: 'Its number, whole.' }) number: string | null,
  ) {
    if ((id == null) === (number == null)) throw badInput('id', 'or number must be given, and not both');
    return id == null ? readCaseByNumber(number!) : readCaseById(decodeId('case', id, 'id'), 'id');
  }

  @Extensions(compiled)
  @Query(() => CaseConnection, { description: 'Cases that you may see.' })
  cases(@Args(() => CasesArguments) question: CasesArguments, @Ctx() context: Context) {
    const { now = () => new Date() } = context.services;
    const filter = decodeFilter(question.filter);
    return readCases({ ...question, filter } as CasesQuestion, viewerOf(context), shanghaiDate(now()));
  }
}
