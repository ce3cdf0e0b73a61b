import type { Person } from '@accord/server/domain/permission';
import type { Pool } from 'pg';
import { getNamedType, isEnumType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Api } from './api.js';
import type { Known } from './argument.js';

interface Cursors {
  edges: { cursor: string }[];
}

/** A hundred of each type at most; the cases in which most happened first. */
const someIds = `
  select type, id from (select type, id, row_number() over (partition by type order by rank, id) as place from (
  select 'case' as type, 'case_' || id as id, -(select count(*) from case_event e where e.case_id = c.id) as rank from dispute_case c
  union all select 'evidence', 'evidence_' || id, 0 from evidence
  union all select 'proposal', 'proposal_' || id, 0 from proposal
  union all select 'message', 'message_' || id, 0 from case_event where type = 'MessagePosted'
  union all select 'notification', 'notification_' || id, 0 from notification
  union all select 'person', 'person_' || id, 0 from person
  union all select 'team', 'team_' || id, 0 from team
  union all select 'party', 'party_' || id, 0 from party) as every) as numbered where place <= 100 order by type, place`;

function add<Value>(map: Map<string, Value[]>, key: string, ...values: Value[]): void {
  map.set(key, [...(map.get(key) ?? []), ...values]);
}

/** Finds by asking what a viewer can name: ids, numbers, and cursors of every connection; whatever else there is, is hidden. */
export async function knownTo(
  viewer: Person,
  api: Api,
  pool: Pool,
  schema: GraphQLSchema,
  eventCursor: string,
): Promise<Known> {
  const ids = new Map<string, string[]>();
  const hidden = new Map<string, string[]>();
  const { rows } = await pool.query<{ type: string; id: string }>(someIds);
  for (let start = 0; start < rows.length; start += 50) {
    const some = rows.slice(start, start + 50);
    const { data } = await api.ask<{ nodes: (object | null)[] }>(
      viewer,
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }',
      { ids: some.map(({ id }) => id) },
    );
    some.forEach(({ type, id }, index) => add(data.nodes[index] ? ids : hidden, type, id));
  }
  const { rows: numbers } = await pool.query<{ number: string }>(
    `select number from dispute_case where 'case_' || id = any($1) order by number`,
    [ids.get('case') ?? []],
  );
  const cursors = new Map<string, { cursor: string; beside: Record<string, unknown> }[]>();
  const keep = (connection: string, page: Cursors, beside: Record<string, unknown> = {}) =>
    add(cursors, connection, ...page.edges.map(({ cursor }) => ({ cursor, beside })));
  const caseType = schema.getType('Case');
  const fields = isObjectType(caseType) ? Object.values(caseType.getFields()) : [];
  const connections = fields.filter(({ args }) => args.some(({ name }) => name === 'first'));
  const selection = connections.map(({ name }) => `${name}(first: 30) { edges { cursor } }`).join(' ');
  for (const id of (ids.get('case') ?? []).slice(0, 12)) {
    const { data } = await api.ask<{ case: Record<string, Cursors> }>(
      viewer,
      `query ($id: ID!) { case(id: $id) { ${selection} } }`,
      { id },
    );
    for (const { name } of connections) keep(name, data.case[name]!);
  }
  const orders = getNamedType(schema.getType('CaseOrderField'));
  for (const { name: field } of isEnumType(orders) ? orders.getValues() : [])
    for (const direction of ['ASC', 'DESC']) {
      const orderBy = { field, direction };
      const query = 'query ($orderBy: CaseOrder) { cases(first: 30, orderBy: $orderBy) { edges { cursor } } }';
      const { data } = await api.ask<{ cases: Cursors } | null>(viewer, query, { orderBy });
      if (data) keep('cases', data.cases, { orderBy });
    }
  const { data } = await api.ask<{ notifications: Cursors }>(viewer, '{ notifications { edges { cursor } } }');
  keep('notifications', data.notifications);
  return { ids, hidden, numbers: numbers.map(({ number }) => number), cursors, eventCursor };
}
