import { Args, ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import type { PageArguments } from '../reads/page.js';

@ObjectType({ description: 'Where a page stands in its connection.' })
export class PageInfo {
  @Field(() => Boolean, {
    description: 'Whether `first` left rows behind the page; with `last`, whether the page was asked before a cursor.',
  })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether `last` left rows before the page; with `first`, whether the page was asked after a cursor.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Null on an empty page.' })
  endCursor!: string | null;
}

@ArgsType()
export class PagingArguments implements PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: 'How many from the beginning, 0 to 100; 20 when neither `first` nor `last` is given.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor of this connection: the page begins after it.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many from the end, 0 to 100; not together with `first`.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor of this connection: the page ends before it.' })
  before?: string | null;
}

/** The connection and edge types of a node type. */
export function connectionOf(node: () => ClassType, name: string): ClassType {
  @ObjectType(`${name}Edge`, { description: 'One row of the page and its place.' })
  class Edge {
    @Field(() => node(), { description: 'The row itself.' })
    node!: unknown;

    @Field(() => String, { description: 'Opaque; survives rows that come and go around it.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: 'A page of rows in a total order.' })
  class Connection {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges!: Edge[];

    @Field(() => [node()], { description: 'The rows alone.' })
    nodes!: unknown[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'All rows of the connection that you may see; counted only when selected.' })
    totalCount!: number;
  }
  return Connection;
}

/** Gives a field the arguments of a connection. */
export function Paged(): PropertyDecorator {
  return (prototype, field) => Args(() => PagingArguments)(prototype, field, 0);
}
