import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { unknownId } from '../support/refusal.js';
import { handClock } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
beforeEach(async () => {
  clock.set('2026-03-02T10:00:00');
  await app.database.pool.query('truncate saved_view');
});
afterAll(() => app.close());

interface View {
  id: string;
  name: string;
  page: string;
  query: string;
  createdAt: string;
  updatedAt: string;
}
const selection = 'id name page query createdAt updatedAt';
const mine = { name: '我的超期案件', page: 'CASES', query: 'stage=NEGOTIATING&verdict=OVERDUE' };

const save = (person: Person | null, input: object) =>
  api.ask<{ saveView: { savedView: View | null } }>(
    person,
    `mutation ($input: SaveViewInput!) { saveView(input: $input) { savedView { ${selection} } } }`,
    { input },
  );
const remove = (person: Person | null, input: object) =>
  api.ask<{ deleteView: { id: string } }>(
    person,
    'mutation ($input: DeleteViewInput!) { deleteView(input: $input) { id } }',
    { input },
  );
async function saved(person: Person, input: object): Promise<View> {
  const { data, errors } = await save(person, input);
  expect(errors).toEqual([]);
  return data.saveView.savedView!;
}
async function viewsOf(person: Person): Promise<View[]> {
  const { data, errors } = await api.ask<{ savedViews: View[] }>(person, `{ savedViews { ${selection} } }`);
  expect(errors).toEqual([]);
  return data.savedViews;
}
const refusedField = (path: string) => ({ code: 'BAD_USER_INPUT', fields: [expect.objectContaining({ path })] });

describe('a saved view', () => {
  it('is kept for everyone signed in, whatever they are', async () => {
    const { teamId, otherTeamId, ...people } = cast;
    expect([teamId, otherTeamId]).toHaveLength(2);
    for (const person of Object.values(people)) {
      const view = await saved(person, mine);
      const at = '2026-03-02T02:00:00.000Z';
      expect(view).toEqual({ id: view.id, ...mine, createdAt: at, updatedAt: at });
      expect(await viewsOf(person)).toEqual([view]);
    }
  });

  it('is nobody’s without a token', async () => {
    expect((await save(null, mine)).error).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await remove(null, { id: `view_${unknownId}` })).error).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await api.ask(null, '{ savedViews { id } }')).error).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('stands among the others by name, and is read by its id', async () => {
    for (const name of ['b', 'c', 'a']) await saved(cast.handler, { ...mine, name });
    const views = await viewsOf(cast.handler);
    expect(views.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    const query = 'query ($id: ID!) { node(id: $id) { __typename ... on SavedView { name } } }';
    const { data } = await api.ask(cast.handler, query, { id: views[1]!.id });
    expect(data).toEqual({ node: { __typename: 'SavedView', name: 'b' } });
    expect((await api.ask(cast.colleague, query, { id: views[1]!.id })).data).toEqual({ node: null });
  });

  it('is overwritten by its owner, and keeps its id and when it was first saved', async () => {
    const first = await saved(cast.handler, mine);
    clock.set('2026-03-03T10:00:00');
    const change = { name: '概况', page: 'OVERVIEW', query: '' };
    const second = await saved(cast.handler, { id: first.id, ...change });
    expect(second).toEqual({ ...first, ...change, updatedAt: '2026-03-03T02:00:00.000Z' });
    expect(await viewsOf(cast.handler)).toEqual([second]);
    expect(await saved(cast.handler, { id: first.id, ...change })).toEqual(second);
  });

  it('of somebody else does not exist, any more than one with an unknown id', async () => {
    const view = await saved(cast.handler, mine);
    expect(await viewsOf(cast.supervisor)).toEqual([]);
    for (const id of [view.id, `view_${unknownId}`, `person_${cast.handler.id}`, 'view', '']) {
      const notFound = { code: 'NOT_FOUND', path: 'input.id' };
      expect((await save(cast.supervisor, { ...mine, id })).error, id).toMatchObject(notFound);
      expect((await remove(cast.supervisor, { id })).error, id).toMatchObject(notFound);
    }
    expect(await viewsOf(cast.supervisor)).toEqual([]);
    expect(await viewsOf(cast.handler)).toEqual([view]);
  });

  it('is deleted by its owner, once', async () => {
    const { id } = await saved(cast.handler, mine);
    expect((await remove(cast.handler, { id })).data.deleteView).toEqual({ id });
    expect(await viewsOf(cast.handler)).toEqual([]);
    expect((await remove(cast.handler, { id })).error).toMatchObject({ code: 'NOT_FOUND', path: 'input.id' });
  });
});

describe('what is saved', () => {
  it('is taken up to its limits, counted in characters', async () => {
    const widest = { page: 'CASES', name: '𠮷'.repeat(80), query: '𠮷'.repeat(2000) };
    expect(await saved(cast.handler, widest)).toMatchObject(widest);
  });

  it.each([
    ['a name without a character', { name: '' }, 'input.name'],
    ['a blank name', { name: ' 　' }, 'input.name'],
    ['a name of 81 characters', { name: 'n'.repeat(81) }, 'input.name'],
    ['a name of two lines', { name: 'a\nb' }, 'input.name'],
    ['a name with NUL', { name: 'a\u0000b' }, 'input.name'],
    ['a query of 2,001 characters', { query: 'q'.repeat(2001) }, 'input.query'],
    ['a query with NUL', { query: 'a=\u0000' }, 'input.query'],
    ['a query with white space', { query: 'a=b c' }, 'input.query'],
    ['a query with a fragment', { query: 'a=b#c' }, 'input.query'],
    ['a key of 201 characters', { idempotencyKey: 'k'.repeat(201) }, 'input.idempotencyKey'],
  ])('is refused with %s', async (_, over, path) => {
    expect((await save(cast.handler, { ...mine, ...over })).error).toMatchObject(refusedField(path));
    expect(await viewsOf(cast.handler)).toEqual([]);
  });

  it('has a name of its own among one’s views of the page', async () => {
    const first = await saved(cast.handler, mine);
    const other = await saved(cast.handler, { ...mine, page: 'OVERVIEW' });
    await saved(cast.colleague, mine);
    expect((await save(cast.handler, { ...mine, query: '' })).error).toMatchObject(refusedField('input.name'));
    expect((await save(cast.handler, { ...mine, id: other.id })).error).toMatchObject(refusedField('input.name'));
    expect((await viewsOf(cast.handler)).toSorted((a, b) => a.page.localeCompare(b.page))).toEqual([first, other]);
  });

  it('is at most 50 views a person', async () => {
    const views: View[] = [];
    for (let n = 0; n < 49; n += 1) views.push(await saved(cast.handler, { ...mine, name: `view ${n}` }));
    const answers = await Promise.all([0, 1, 2, 3].map((n) => save(cast.handler, { ...mine, name: `last ${n}` })));
    expect(answers.flatMap(({ error }) => error?.['code'] ?? [])).toEqual(Array(3).fill('RATE_LIMITED'));
    expect(await viewsOf(cast.handler)).toHaveLength(50);
    // What is there is overwritten still, others save theirs, and one that is deleted makes room.
    await saved(cast.handler, { ...mine, id: views[0]!.id });
    await saved(cast.colleague, mine);
    await remove(cast.handler, { id: views[1]!.id });
    await saved(cast.handler, { ...mine, name: 'room' });
    expect((await save(cast.handler, { ...mine, name: 'no room' })).error).toMatchObject({ code: 'RATE_LIMITED' });
  });
});

describe('an idempotency key', () => {
  it('saves one view, also when twins come at once', async () => {
    const input = { ...mine, idempotencyKey: 'twins' };
    const twins = await Promise.all(Array.from({ length: 8 }, () => saved(cast.handler, input)));
    const [view] = await viewsOf(cast.handler);
    expect(await viewsOf(cast.handler)).toHaveLength(1);
    expect(twins).toEqual(Array(8).fill(view));
    expect(await saved(cast.handler, input)).toEqual(view);
  });

  it('is of the person who uses it', async () => {
    const first = await saved(cast.handler, { ...mine, idempotencyKey: 'shared' });
    const second = await saved(cast.colleague, { ...mine, query: '', idempotencyKey: 'shared' });
    expect(second.id).not.toBe(first.id);
  });

  it('is refused with another input', async () => {
    const view = await saved(cast.handler, { ...mine, idempotencyKey: 'once' });
    for (const over of [{ name: 'other' }, { page: 'OVERVIEW' }, { query: 'a=b' }, { id: view.id }]) {
      const { error } = await save(cast.handler, { ...mine, ...over, idempotencyKey: 'once' });
      expect(error).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    }
    expect(await viewsOf(cast.handler)).toEqual([view]);
  });

  it('repeats a change without undoing what came after it', async () => {
    const input = { ...mine, idempotencyKey: 'early' };
    const { id } = await saved(cast.handler, input);
    const later = await saved(cast.handler, { ...mine, id, name: 'later' });
    expect(await saved(cast.handler, input)).toEqual(later);
    await remove(cast.handler, { id });
    expect((await save(cast.handler, input)).data.saveView).toEqual({ savedView: null });
    expect(await viewsOf(cast.handler)).toEqual([]);
  });

  it('is free again after a refusal', async () => {
    const { id } = await saved(cast.handler, mine);
    const input = { ...mine, query: 'a=b', idempotencyKey: 'refused' };
    expect((await save(cast.handler, input)).error).toMatchObject(refusedField('input.name'));
    await remove(cast.handler, { id });
    expect(await saved(cast.handler, input)).toMatchObject({ query: 'a=b' });
  });

  it('deletes once, and answers a repeat as the first', async () => {
    const { id } = await saved(cast.handler, mine);
    const input = { id, idempotencyKey: 'gone' };
    const answers = await Promise.all([1, 2, 3].map(() => remove(cast.handler, input)));
    expect(answers.map(({ data }) => data.deleteView)).toEqual(Array(3).fill({ id }));
    const other = await saved(cast.handler, mine);
    expect((await remove(cast.handler, { id: other.id, idempotencyKey: 'gone' })).error).toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
    expect(await viewsOf(cast.handler)).toEqual([other]);
  });
});

it('views of one name that are saved at once without a key are one view', async () => {
  const answers = await Promise.all([1, 2, 3, 4].map(() => save(cast.handler, mine)));
  expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  for (const { error } of answers) if (error) expect(error).toMatchObject(refusedField('input.name'));
  expect(await viewsOf(cast.handler)).toHaveLength(1);
});
