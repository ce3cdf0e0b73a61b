import type { Person } from '@accord/server/domain/permission';
import { currentPosition } from '@accord/server/feed/feed-position';
import type { Context, Services } from '@accord/server/graphql/context';
import { CursorCipher } from '@accord/server/graphql/event-cursor';
import { createSchema } from '@accord/server/graphql/schema';
import { readSecret } from '@accord/server/graphql/secret';
import { LinkSigner } from '@accord/server/graphql/signed-link';
import type { Locale } from '@accord/server/reads/viewer';
import { Random } from '@accord/seeds/random';
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import type { Known } from '../support/argument.js';
import { knownTo } from '../support/known.js';
import { levelByLevel } from '../support/level-by-level.js';
import { fillWithLives, viewers } from '../support/lived-database.js';
import { OperationMaker, type Operation } from '../support/operation.js';
import { handClock } from '../support/road.js';

const seed = process.env['ACCORD_READS_SEED'] ?? '1';
const operationCount = Number(process.env['ACCORD_READS_OPERATIONS'] ?? 150);

const clock = handClock('2026-06-10T10:00:00');
const schema = createSchema();
let app: Awaited<ReturnType<typeof startApp>>;
let api: Api;
let services: Services;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  await fillWithLives(app, clock.now(), seed);
  api = await openApi(app);
  const { pool } = app.database;
  // The keys are those of the database, so that links come out the same.
  services = {
    ...app.runtime,
    cursors: new CursorCipher(await readSecret(pool, 'event-cursor')),
    links: new LinkSigner(await readSecret(pool, 'link')),
    currentPosition: () => currentPosition(pool),
    publicUrl: null,
    log: { error: (details: object) => console.error(details) },
  } as unknown as Services;
}, 120_000);
afterAll(() => app.close());

/** Every field of every type that a query can reach. */
function reachable(): Set<string> {
  const found = new Set<string>();
  const visit = (type: GraphQLObjectType) => {
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      if (found.has(name)) continue;
      found.add(name);
      const named = getNamedType(field.type);
      if (isObjectType(named)) visit(named);
      if (isInterfaceType(named)) schema.getPossibleTypes(named).forEach(visit);
    }
  };
  visit(schema.getQueryType()!);
  return found;
}

interface Told {
  path?: readonly (string | number)[] | undefined;
  extensions: Record<string, unknown>;
}

/** Errors by root field, as a client tells them apart: a compiled root field fails as a whole, wherever in it. */
const toldOf = (errors: readonly (Told | GraphQLError)[]) =>
  errors
    .map(({ path, extensions }) => JSON.stringify([path?.slice(0, 1), extensions]))
    .toSorted()
    .join();

/** Event cursors are encrypted anew each time, and the feed moves on with whatever is written: compared is that each is one. */
function opened(_key: string, value: unknown): unknown {
  if (typeof value !== 'string' || value.length !== 64) return value;
  try {
    services.cursors.open(value, '');
    return 'a place in the feed';
  } catch {
    return value;
  }
}

describe(`operations of seed ${seed}`, () => {
  it('are answered by one statement a root field as graphql-js answers them level by level, every field of every type', async () => {
    const given = new Map<string, number>();
    const notNull = new Set<string>();
    const execute = levelByLevel((type, field, value) => {
      const name = `${type}.${field}`;
      given.set(name, (given.get(name) ?? 0) + 1);
      if (value !== null && value !== undefined) notNull.add(name);
    });
    const random = new Random(seed);
    const maker = new OperationMaker(random, schema, given);
    const known = new Map<Person, Known>();
    const { pool } = app.database;
    for (const each of Object.values(viewers)) {
      const cursor = services.cursors.seal(await services.currentPosition());
      known.set(each, await knownTo(each, api, pool, schema, cursor));
    }
    const wanted = reachable();
    const missing = () => [...wanted].filter((name) => !given.has(name));
    const expectEqual = async (operation: Operation, [role, viewer]: [string, Person]) => {
      const locale = random.pick(['zh-CN', 'en'] as const);
      const difference = await differenceOf(operation, viewer, locale, execute);
      if (difference) expect.fail(`${role}, seed ${seed}:\n${describeOperation(operation)}\n${difference}`);
    };
    for (let count = 0; count < operationCount; count += 1) {
      const viewer = random.pick(Object.entries(viewers));
      const operation = valid(maker, known.get(viewer[1])!);
      await expectEqual(operation, viewer);
      // The same document with its switches turned, and by somebody else, has other plans.
      const turned = Object.entries(operation.variables).map(([name, value]) => [
        name,
        typeof value === 'boolean' ? !value : value,
      ]);
      if (operation.query.includes('Boolean!'))
        await expectEqual({ ...operation, variables: Object.fromEntries(turned) as Record<string, unknown> }, viewer);
      if (count % 5 === 0) await expectEqual(operation, random.pick(Object.entries(viewers)));
    }
    // A case below a case is read by itself.
    const related =
      '{ cases(first: 20) { nodes { number relatedCases { number transaction { counterparty orderStatus } } } } }';
    await expectEqual({ query: related, variables: {} }, ['complainant', viewers.complainant]);
    // Who is inside of some cases only, or reads some of what is inside: field by field.
    for (const role of ['manager', 'expert'] as const)
      for (const { name, type } of Object.values((schema.getType('Case') as GraphQLObjectType).getFields()))
        await expectEqual({ query: `{ cases(first: 30) { nodes { ${name} ${everything(type)} } } }`, variables: {} }, [
          role,
          viewers[role],
        ]);
    // What chance passed by, or only saw null: asked for by short ways, by one after the other until it is there.
    const staffFirst = Object.entries(viewers).toSorted(([, a], [, b]) => b.teamIds.length - a.teamIds.length);
    for (const name of [...wanted].filter((each) => !notNull.has(each))) {
      const [type, field] = name.split('.');
      for (const viewer of Array(6).fill(staffFirst).flat() as typeof staffFirst)
        if (!notNull.has(name)) await expectEqual(maker.towards(type!, field!), viewer);
    }
    expect(missing()).toEqual([]);
  }, 900_000);
});

/** The leaves of an object and of those just below it, with how many there are. */
function everything(type: GraphQLOutputType, levels = 2): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).filter(
    ({ type: of }) => levels > 0 || !isObjectType(getNamedType(of)),
  );
  return `{ __typename ${fields.map(({ name, type: of }) => `${name} ${everything(of, levels - 1)}`).join(' ')} }`;
}

/** The next operation that the contract allows; made up ones can name two things by one key. */
function valid(maker: OperationMaker, known: Known): Operation {
  for (;;) {
    const operation = maker.make(known);
    if (validate(schema, parse(operation.query)).length === 0) return operation;
  }
}

const describeOperation = ({ query, variables }: Operation) => `${query}\n${JSON.stringify(variables)}`;

/** Where the two answers part; null where they do not. */
async function differenceOf(
  { query, variables }: Operation,
  viewer: Person,
  locale: Locale,
  execute: ReturnType<typeof levelByLevel>,
): Promise<string | null> {
  const compiled = await api.ask(viewer, query, variables, { 'accept-language': locale });
  // What the gate refuses as too large is answered neither way.
  if (compiled.error?.['code'] === 'QUERY_TOO_COMPLEX') return null;
  const context: Context = { services, viewer: { ...viewer, locale }, locale, origin: app.url };
  const expected = await execute(parse(query), variables, context);
  if (toldOf(compiled.errors) !== toldOf(expected.errors))
    return `errors ${toldOf(compiled.errors)}\nbut level by level ${toldOf(expected.errors)}`;
  const [mine, theirs] = [compiled.data, expected.data].map((data) => JSON.stringify(data, opened));
  if (mine === theirs) return null;
  const place = [...mine!].findIndex((letter, index) => letter !== theirs![index]);
  const around = (text: string) => text.slice(Math.max(0, place - 200), place + 200);
  return `compiled …${around(mine!)}…\nlevel by level …${around(theirs!)}…`;
}
