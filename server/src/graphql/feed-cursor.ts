import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from './context.js';
import { GraphQLEventCursor } from './scalars.js';

@Resolver()
export class FeedCursorResolver {
  @Query(() => GraphQLEventCursor, {
    description:
      'Where the feed stands, read before every other field of the operation: query state with it, then subscribe after it, and nothing is missed.',
  })
  async feedCursor(@Ctx() { services }: Context): Promise<string> {
    return services.cursors.seal(await services.currentPosition());
  }
}
