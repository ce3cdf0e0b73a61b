import type { Id } from '../domain/case.js';
import { DomainError, badInput, notFound, requireText } from '../domain/domain-error.js';
import type { Person } from '../domain/permission.js';
import { newId } from './case-transaction.js';
import { once } from './idempotency.js';
import type { Runtime } from './runtime.js';

/** What a view can be of. */
export const savedViewPages = ['OVERVIEW', 'CASES'] as const;

/** A view to keep: a new one, or what one's own of this id is from now on. */
export interface SaveView {
  id: Id | null;
  name: string;
  page: (typeof savedViewPages)[number];
  query: string;
}

const longestName = 80;
const longestQuery = 2000;
const mostViews = 50;

/** Held by who saves, so that views saved at the same moment count each other. */
const viewsLock = ({ id }: Person) => `views ${id}`;

/** Keeps a view under a name that no other of the page has, and answers its id. */
export async function saveView(
  runtime: Runtime,
  person: Person,
  idempotencyKey: string | null,
  view: SaveView,
): Promise<Id> {
  const { name, page, query } = view;
  requireText('input.name', name, 1, longestName);
  if (/[\n\t]/.test(name)) throw badInput('input.name', 'must be one line');
  if ([...query].length > longestQuery) throw badInput('input.query', `must have at most ${longestQuery} characters`);
  if (/[\s#]/.test(query)) throw badInput('input.query', 'must be the query of an address');
  const use = { command: 'saveView', idempotencyKey, input: view };
  const { viewId } = await once(runtime, person, use, [viewsLock(person)], async (client, now) => {
    const { rows: own } = await client.query<{ id: Id; name: string; page: string }>({
      name: 'own-views',
      text: 'select id, name, page from saved_view where person_id = $1',
      values: [person.id],
    });
    if (view.id !== null && !own.some(({ id }) => id === view.id)) throw notFound('input.id');
    if (own.some((other) => other.id !== view.id && other.name === name && other.page === page)) {
      throw badInput('input.name', 'is the name of another view of this page');
    }
    if (view.id === null && own.length >= mostViews) {
      throw new DomainError('RATE_LIMITED', `nobody keeps more than ${mostViews} views`);
    }
    const id = view.id ?? newId(Date.parse(now));
    await client.query({
      name: 'save-view',
      text: `insert into saved_view (id, person_id, name, page, query, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $6)
        on conflict (id) do update set name = $3, page = $4, query = $5, updated_at = $6`,
      values: [id, person.id, name, page, query, now],
    });
    return { viewId: id };
  });
  return viewId!;
}

/** Deletes one's own view; one that is somebody else's does not exist. */
export async function deleteView(
  runtime: Runtime,
  person: Person,
  idempotencyKey: string | null,
  id: Id,
): Promise<void> {
  const use = { command: 'deleteView', idempotencyKey, input: { id } };
  await once(runtime, person, use, [viewsLock(person)], async (client) => {
    const { rowCount } = await client.query({
      name: 'delete-view',
      text: 'delete from saved_view where id = $1 and person_id = $2',
      values: [id, person.id],
    });
    if (rowCount === 0) throw notFound('input.id');
    return {};
  });
}
