import { Arg, Extensions, ID, InterfaceType, Field, Query, Resolver } from 'type-graphql';
import { readNode, readNodes } from '../reads/node.js';
import { compiled } from './compiled.js';

@InterfaceType({ description: 'Anything that can be read by its id alone.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and global: unique over all types, for ever.' })
  id!: string;
}

@Resolver()
export class NodeResolver {
  @Extensions(compiled)
  @Query(() => Node, {
    nullable: true,
    description: 'Whatever has this id; null when nothing has it or you may not see it.',
  })
  node(@Arg('id', () => ID, { description: 'Whatever `id` field gave it.' }) id: string) {
    return readNode(id);
  }

  @Extensions(compiled)
  @Query(() => [Node], { nullable: 'items', description: 'The same for up to 50 ids, in their order.' })
  nodes(@Arg('ids', () => [ID], { description: 'At most 50; more are BAD_USER_INPUT.' }) ids: string[]) {
    return readNodes(ids);
  }
}
