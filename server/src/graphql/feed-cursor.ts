import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from './context.js';
import { GraphQLEventCursor } from './scalars.js';

@Resolver()
export class FeedCursorResolver {
  @Query(() => GraphQLEventCursor, {
    description:
      'Where the feed of events stands, read before every other field of the operation: for `analytics(atLeast)`, whose figures then hold everything up to here.',
  })
  async feedCursor(@Ctx() { services }: Context): Promise<string> {
    return services.cursors.seal(await services.currentPosition());
  }
}
