import { Args, Field, Info, Int, ObjectType } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { cyclesBehind } from '../analytics/cycles-behind.js';
import type { Cut, CycleRows } from '../analytics/cycles-behind.js';
import type { Ask } from '../analytics/snapshot.js';
import { below } from '../reads/selection.js';
import { ClockKind } from './benchmark.js';
import { Case } from './case.js';
import { Verdict } from './clock.js';
import { compiledValue } from './compiled.js';
import { momentOf, viewerOf } from './context.js';
import type { Context } from './context.js';
import { PageInfo, PagingArguments } from './paging.js';

@ObjectType({ description: 'One clock cycle that a figure counts.' })
class CycleEdge {
  @Field(() => Case, {
    nullable: true,
    description: 'Its case, as far as you may see it; null where the case has since gone to another team or handler.',
  })
  node!: unknown;

  @Field(() => ClockKind, { description: 'Of which clock it is.' })
  clock!: string;

  @Field(() => Int, { description: 'Which cycle of the clock, from 1.' })
  cycle!: number;

  @Field(() => Int, { description: 'Working days without those paused; of a running cycle those through today.' })
  countedWorkingDays!: number;

  @Field(() => Int, { description: 'The same with those paused.' })
  elapsedWorkingDays!: number;

  @Field(() => Verdict, {
    nullable: true,
    description: 'By the band it started under, over the days of the figure; null while it runs and is not OVER.',
  })
  verdict!: string | null;

  @Field(() => String, { description: 'Opaque; survives cycles that come and go around it.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of the clock cycles that a figure counts, the longest first.' })
class CycleConnection {
  @Field(() => [CycleEdge], { description: 'One edge a cycle: a case with two counted cycles is there twice.' })
  edges!: CycleEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'All cycles behind the figure: its `count`.' })
  totalCount!: number;
}

type Behind = (page: PagingArguments, info: GraphQLResolveInfo) => Promise<unknown>;

/** A figure with the cycles that it counts. */
@ObjectType()
export abstract class CycleSet {
  /** Reads them; null where they would tell about single people. */
  behind!: Behind | null;

  @Field(() => CycleConnection, {
    nullable: true,
    description:
      'The very cycles behind the number, of the same state of the database; null where `isSuppressed`, and of figures that are open to everybody.',
  })
  cases(@Args(() => PagingArguments) page: PagingArguments, @Info() info: GraphQLResolveInfo): Promise<unknown> | null {
    return this.behind && this.behind(page, info);
  }
}

/** Gives each figure of a question the cycles behind it. */
export function behindOf(ask: Ask, rows: CycleRows, context: Context): (cut: Cut) => Behind {
  const viewer = { ...viewerOf(context), locale: context.locale };
  const read = cyclesBehind(ask, rows, { viewer, momentOf: (versions) => momentOf(context, versions) });
  return (cut) => async (page, info) => {
    const { schema, fragments, variableValues: variables, fieldName: name, fieldNodes, parentType } = info;
    const operation = { schema, fragments: new Map(Object.entries(fragments)), variables };
    const field = { key: String(info.path.key), name, nodes: [...fieldNodes] };
    const selected = below({ operation, type: parentType, fields: [field] }, field);
    return compiledValue(await read(cut, page, selected, fieldNodes[0]));
  };
}
