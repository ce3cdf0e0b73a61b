import { Arg, Ctx, Extensions, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { deleteView, savedViewPages, saveView } from '../commands/saved-view.js';
import type { SaveView } from '../commands/saved-view.js';
import { decodeId } from '../reads/global-id.js';
import { readSaved, readSavedViews } from '../reads/saved-view.js';
import { compiled } from './compiled.js';
import { viewerOf } from './context.js';
import type { Context } from './context.js';
import { enumOf } from './enums.js';
import { Node } from './node.js';
import { GraphQLDateTime } from './scalars.js';

const SavedViewPage = enumOf('SavedViewPage', savedViewPages, 'The page that a saved view is of.', {
  OVERVIEW: 'The figures.',
  CASES: 'The list of cases.',
});

@ObjectType({ implements: Node, description: 'Filters that you keep under a name; nobody else sees them.' })
class SavedView extends Node {
  @Field(() => String, { description: 'The only one of this name among your views of the page.' })
  name!: string;

  @Field(() => SavedViewPage, { description: 'The page that it opens.' })
  page!: string;

  @Field(() => String, { description: 'The query of the page’s address, as it was saved: only the frontend reads it.' })
  query!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was first saved.' })
  createdAt!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was last saved.' })
  updatedAt!: string;
}

@InputType({ description: 'A view to keep.' })
class SaveViewInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Your own view to overwrite; a new one is made when not given. Any other id is NOT_FOUND.',
  })
  id?: string | null;

  @Field(() => String, {
    description: 'One line of 1 to 80 characters; BAD_USER_INPUT where another of your views of the page has it.',
  })
  name!: string;

  @Field(() => SavedViewPage, { description: 'The page that it opens.' })
  page!: SaveView['page'];

  @Field(() => String, {
    description:
      'What stands in the page’s address after the question mark: up to 2,000 characters, no white space, no `#`. Empty is the page as it opens.',
  })
  query!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Your own key, 1 to 200 characters: a repeat changes nothing; with another input it is IDEMPOTENCY_MISMATCH.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'What was saved.' })
class SaveViewPayload {
  @Field(() => SavedView, {
    nullable: true,
    description: 'The view as it stands now; null where a repeat finds it deleted since.',
  })
  savedView!: SavedView | null;
}

@InputType({ description: 'A view that you need no longer.' })
class DeleteViewInput {
  @Field(() => ID, { description: 'Your own view. Any other id is NOT_FOUND, and so is one that was deleted.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Your own key, 1 to 200 characters: a repeat answers as the first did; with another input it is IDEMPOTENCY_MISMATCH.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'What was deleted.' })
class DeleteViewPayload {
  @Field(() => ID, { description: 'The id that the view had.' })
  id!: string;
}

@Resolver()
export class SavedViewResolver {
  @Extensions(compiled)
  @Query(() => [SavedView], { description: 'Your own saved views, by name; at most 50.' })
  savedViews() {
    return readSavedViews();
  }

  @Extensions(compiled)
  @Mutation(() => SaveViewPayload, {
    description:
      'Keeps filters of a page under a name, or overwrites those that you kept; at most 50, a further one is RATE_LIMITED.',
  })
  async saveView(@Arg('input', () => SaveViewInput) input: SaveViewInput, @Ctx() context: Context) {
    const { id = null, name, page, query, idempotencyKey } = input;
    const view = { id: id === null ? null : decodeId('view', id, 'input.id'), name, page, query };
    return readSaved(await saveView(context.services, viewerOf(context), idempotencyKey ?? null, view));
  }

  @Mutation(() => DeleteViewPayload, { description: 'Deletes a view that you saved.' })
  async deleteView(
    @Arg('input', () => DeleteViewInput) { id, idempotencyKey }: DeleteViewInput,
    @Ctx() context: Context,
  ): Promise<DeleteViewPayload> {
    const viewId = decodeId('view', id, 'input.id');
    await deleteView(context.services, viewerOf(context), idempotencyKey ?? null, viewId);
    return { id };
  }
}
