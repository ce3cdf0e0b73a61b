import type { ListRead } from '@accord/server/reads/field';
import { personRead } from '@accord/server/reads/person';
import { Read } from '@accord/server/reads/read';
import { run } from '@accord/server/reads/run';
import { selectedFields } from '@accord/server/reads/selection';
import type { Viewer } from '@accord/server/reads/viewer';
import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';

const schema = buildSchema('type Query { people: [Person!]! } type Person { id: ID! name: String! }');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let pool: pg.Pool;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.database.pool);
  // One connection, whose prepared statements can be counted.
  pool = new pg.Pool({ connectionString: app.superuserUrl, max: 1 });
});
afterAll(async () => {
  await pool.end();
  await app.close();
});

let compiled = 0;
beforeEach(() => (compiled = 0));
/** People, counting how often somebody asks for the SQL. */
const people: ListRead = {
  kind: 'list',
  of: () => personRead,
  source: (alias) => {
    compiled += 1;
    return { from: `person ${alias}`, where: 'true' };
  },
  order: (alias) => `${alias}.id`,
};

const documentOf = (source: string) => parse(source).definitions[0] as OperationDefinitionNode;

async function ask(
  node: OperationDefinitionNode,
  person: Viewer,
  variables: object = {},
  shape = '',
): Promise<object[]> {
  const operation = { schema, fragments: new Map(), variables: variables as Record<string, unknown> };
  const type = schema.getQueryType()!;
  const [field] = selectedFields(operation, type, [node.selectionSet]);
  const root = {
    node,
    selected: { operation, type, fields: [field!] },
    field: field!,
    request: new Read(people, {}, shape),
  };
  const json = await run(pool, root, person, () => Promise.reject(new Error('nothing is computed')));
  return JSON.parse(json!) as object[];
}
const as = (name: keyof Cast): Viewer => ({ ...(cast[name] as Viewer), locale: 'en' });
const prepared = async () => {
  const { rows } = await pool.query<{ count: number; pid: number }>(
    'select count(*)::int, pg_backend_pid() as pid from pg_prepared_statements',
  );
  return rows[0]!;
};

describe('a plan', () => {
  const optional = documentOf('query ($yes: Boolean!) { people { id name @include(if: $yes) } }');

  it('is compiled once for a document and kind of viewer, and prepared once on a connection', async () => {
    const node = documentOf('{ people { name } }');
    const before = await prepared();
    await ask(node, as('complainant'));
    await ask(node, as('complainant'));
    // Whoever has the same roles has the same plan.
    await ask(node, as('stranger'));
    expect(compiled).toBe(1);
    expect(await prepared()).toEqual({ ...before, count: before.count + 1 });
    await ask(node, as('manager'));
    expect(compiled).toBe(2);
  });

  it('is another one where a variable leaves a field out', async () => {
    const [first] = await ask(optional, as('complainant'), { yes: true });
    expect(Object.keys(first!)).toEqual(['id', 'name']);
    const [second] = await ask(optional, as('complainant'), { yes: false });
    expect(Object.keys(second!)).toEqual(['id']);
    await ask(optional, as('complainant'), { yes: true });
    expect(compiled).toBe(2);
  });

  it('is forgotten when 64 others of its document were asked since', async () => {
    const node = documentOf('{ people { id } }');
    await ask(node, as('complainant'), {}, 'first');
    for (let count = 0; count < 63; count += 1) await ask(node, as('complainant'), {}, `shape ${count}`);
    await ask(node, as('complainant'), {}, 'first');
    expect(compiled).toBe(64);
    // Asked last, so another one goes.
    await ask(node, as('complainant'), {}, 'one more');
    await ask(node, as('complainant'), {}, 'first');
    expect(compiled).toBe(65);
    await ask(node, as('complainant'), {}, 'shape 0');
    expect(compiled).toBe(66);
  });

  it('stays on a connection until that has prepared a thousand', async () => {
    const { pid } = await prepared();
    for (let count = 0; count < 1_010; count += 1)
      await ask(documentOf(`{ people { k${count}: id } }`), as('complainant'));
    const after = await prepared();
    expect(after.pid).not.toBe(pid);
    expect(after.count).toBeLessThan(1_000);
  });
});
