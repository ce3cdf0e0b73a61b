import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { kinds, twoSurrounded, type Kind, type Surrounded } from '../support/every-kind.js';
import { handClock } from '../support/road.js';
import { openSocket } from '../support/socket.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let api: Api;
/** A case that somebody of each kind is part of, and one of somebody else, about the same payment. */
let own: Surrounded;
let other: Surrounded;
const numbers = new Map<Surrounded, string>();

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  [own, other] = await twoSurrounded(app.runtime);
  api = await openApi(app);
  for (const each of [own, other]) {
    const { data } = await api.ask<{ case: { number: string } }>(
      each.crew.handler,
      'query ($id: ID!) { case(id: $id) { number } }',
      { id: caseIdOf(each) },
    );
    numbers.set(each, data.case.number);
  }
});
afterAll(() => app.close());

// The page "What is seen": a manager reads the outline of every case, the team its queue, and nobody else what is not their own.
const seeing: Kind[] = [
  'complainant',
  'respondent',
  'third party',
  'former party',
  'handler',
  'supervisor',
  'supervisor who handled it',
  'expert',
  'integration',
  'manager',
];
const seenBy = (kind: Kind) => [...(seeing.includes(kind) ? [own] : []), ...(kind === 'manager' ? [other] : [])];

async function asked<Data>(kind: Kind, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await api.ask<Data>(own.crew[kind], query, variables);
  expect(errors).toEqual([]);
  return data;
}

/** Ids of everything in a case that can be read by its id alone. */
async function thingsIn({ caseId }: Surrounded): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ id: string }>(
    `select 'evidence_' || id as id from evidence where case_id = $1
     union all select 'proposal_' || id from proposal where case_id = $1
     union all select 'message_' || id from case_event where case_id = $1 and type = 'MessagePosted'
     order by id`,
    [caseId],
  );
  return rows.map(({ id }) => id);
}

describe.each(kinds)('a %s', (kind) => {
  it('finds a case by its id and its number exactly when it is theirs to see', async () => {
    for (const each of [own, other]) {
      const id = caseIdOf(each);
      for (const [argument, value] of [
        ['id: ID', id],
        ['number: String', numbers.get(each)],
      ]) {
        const name = argument!.split(':')[0]!;
        const query = `query ($${argument}) { case(${name}: $${name}) { id } }`;
        const { data, error } = await api.ask(own.crew[kind], query, { [name]: value });
        if (seenBy(kind).includes(each)) expect(data).toEqual({ case: { id } });
        else expect(error).toEqual({ code: 'NOT_FOUND', path: name });
      }
    }
  });

  it('finds it as a node exactly then, and what lies in it never otherwise', async () => {
    const ids = [own, other].map(caseIdOf);
    const read = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const seen = seenBy(kind).map(caseIdOf);
    const nodes = ids.map((id) => (seen.includes(id) ? { id } : null));
    expect(await asked(kind, read, { ids })).toEqual({ nodes });
    for (const id of ids)
      expect(await asked(kind, 'query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({
        node: seen.includes(id) ? { id } : null,
      });
    const hidden = await thingsIn(other);
    expect(hidden).toHaveLength(5);
    expect(await asked(kind, read, { ids: hidden })).toEqual({ nodes: hidden.map(() => null) });
  });

  it('counts, pages and searches among what they see, whatever cursor they bring', async () => {
    interface Page {
      cases: { totalCount: number; edges: { cursor: string; node: { id: string } }[] };
    }
    const query = `query ($after: String, $before: String, $text: String) {
      cases(first: 10, after: $after, before: $before, filter: { text: $text }, orderBy: { field: FILED_AT, direction: ASC }) {
        totalCount edges { cursor node { id } } } }`;
    const seen = seenBy(kind).map(caseIdOf);
    const idsIn = ({ cases }: Page) => cases.edges.map(({ node }) => node.id);
    const all = await asked<Page>(kind, query);
    expect([all.cases.totalCount, idsIn(all).toSorted()]).toEqual([seen.length, seen.toSorted()]);
    for (const each of [own, other]) {
      const found = await asked<Page>(kind, query, { text: numbers.get(each) });
      const expected = seen.filter((id) => id === caseIdOf(each));
      expect([found.cases.totalCount, idsIn(found)]).toEqual([expected.length, expected]);
    }
    // Cursors of who sees both, of the one case and the other.
    const { cases } = await asked<Page>('manager', query);
    const order = cases.edges.map(({ node }) => node.id);
    for (const [place, { cursor }] of cases.edges.entries()) {
      const after = await asked<Page>(kind, query, { after: cursor });
      expect([after.cases.totalCount, idsIn(after)]).toEqual([
        seen.length,
        order.slice(place + 1).filter((id) => seen.includes(id)),
      ]);
    }
  });

  it('is led to no other case along an edge', async () => {
    if (!seeing.includes(kind)) return;
    const query = 'query ($id: ID!) { case(id: $id) { relatedCases { id } } }';
    expect(await asked(kind, query, { id: caseIdOf(own) })).toEqual({ case: { relatedCases: [] } });
    const { data } = await api.ask(
      own.crew[kind],
      '{ transactions { reference } notifications { nodes { cases { id } } } }',
    );
    expect(JSON.stringify(data)).not.toContain(other.caseId);
  });

  it('exports what they see', async () => {
    const headers = { authorization: `Bearer ${api.token(own.crew[kind])}` };
    const answer = await fetch(`${app.url}/export/cases.ndjson`, { headers });
    const lines = (await answer.text()).split('\n').filter((line) => line !== '');
    const exported = lines.map((line) => (JSON.parse(line) as { number: string }).number);
    expect(exported.toSorted()).toEqual(
      seenBy(kind)
        .map((each) => numbers.get(each))
        .toSorted(),
    );
  });

  it('follows a case exactly when it is theirs to see', async () => {
    const socket = openSocket(app.url, api.token(own.crew[kind]));
    for (const each of [own, other]) {
      const id = caseIdOf(each);
      const { type, payload } = await socket.ask('subscription ($id: ID!) { caseUpdated(id: $id) { id } }', { id });
      if (seenBy(kind).includes(each))
        expect([type, payload]).toMatchObject(['next', { data: { caseUpdated: { id } } }]);
      else expect([type, payload]).toMatchObject(['error', [{ extensions: { code: 'NOT_FOUND' } }]]);
    }
    socket.socket.close();
  });
});

it('lies in the case for whom it is theirs: what is hidden above is there to be found', async () => {
  const ids = await thingsIn(own);
  const read = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  for (const kind of ['complainant', 'handler', 'supervisor'] as const)
    expect(await asked(kind, read, { ids })).toEqual({ nodes: ids.map((id) => ({ id })) });
});
