import { Arg, Extensions, ID, Resolver, Root, Subscription } from 'type-graphql';
import { followEvents, newestOfCase } from '../feed/follow-events.js';
import { canHear, canSee } from '../reads/audience.js';
import { decodeId } from '../reads/global-id.js';
import type { Read } from '../reads/read.js';
import { readCaseById } from '../reads/root.js';
import { Case } from './case.js';
import { compiled } from './compiled.js';
import { viewerOf } from './context.js';
import type { StreamContext } from './stream.js';

/** The question again for every change of the case that the viewer may see, the first at once. */
async function* caseUpdates({ id }: { id: string }, { services, renew, signal }: StreamContext): AsyncGenerator<Read> {
  const caseId = decodeId('case', id, 'id');
  // Before the first read: what changes meanwhile comes again rather than never.
  const position = await newestOfCase(services.pool, caseId);
  // Of no case the answer is an error, which ends the stream.
  yield readCaseById(caseId, 'id');
  if (!position) return;
  for await (const events of followEvents(services, position, [caseId], signal)) {
    const audiences = [...new Set(events.map(({ audience }) => audience))];
    const viewer = viewerOf(await renew());
    // A right that was lost ends the stream in silence too: the question is asked once more, and its answer is NOT_FOUND.
    const isNews =
      events.length > 0
        ? await canHear(services.pool, viewer, caseId, audiences)
        : !(await canSee(services.pool, viewer, caseId));
    if (isNews) yield readCaseById(caseId, 'id');
  }
}

@Resolver()
export class CaseUpdatedResolver {
  @Extensions(compiled)
  @Subscription(() => Case, {
    description:
      'The case as it stands now, at once and after every change that you may see. An unknown case, or one that you may not see, is NOT_FOUND; when you no longer may, the stream ends so.',
    subscribe: ({ args, context }) => caseUpdates(args as { id: string }, context as StreamContext),
  })
  caseUpdated(@Arg('id', () => ID, { description: 'The case to follow.' }) _id: string, @Root() read: Read): Read {
    return read;
  }
}
