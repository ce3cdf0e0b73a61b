import { hash } from 'node:crypto';
import { Kind, visit } from 'graphql';
import type { FieldNode, OperationDefinitionNode } from 'graphql';
import type { Pool, PoolClient } from 'pg';
import { notFound } from '../domain/domain-error.js';
import { compileRoot } from './compile.js';
import { complete } from './completion.js';
import type { Completion } from './completion.js';
import type { Moment } from './field.js';
import type { Read } from './read.js';
import { scopeKey, scopeOf } from './scope.js';
import type { Scope } from './scope.js';
import type { Operation, Selected, SelectedField } from './selection.js';
import { Statement } from './statement.js';
import type { Slot } from './statement.js';
import type { Viewer } from './viewer.js';

/** Which calendar and benchmarks were in force when the statement ran. */
export interface PublishedVersions {
  calendarVersion: number;
  benchmarkVersion: number;
}

interface Row extends PublishedVersions {
  json: string | null;
}

const publishedVersions = `
  (select max(version) from calendar_version) as "calendarVersion",
  (select max(version) from benchmark) as "benchmarkVersion"`;

interface Plan {
  name: string;
  text: string;
  slots: readonly Slot[];
  completion: Completion | null;
}

/** Plans live as long as their document does in the server's bounded store of documents. */
const plansOf = new WeakMap<OperationDefinitionNode, Map<string, Plan>>();
const plansPerDocument = 64;
/** Prepared statements stay with their connection: one that has prepared so many is replaced. */
const statementsPerConnection = 1_000;
const preparedOn = new WeakMap<PoolClient, Set<string>>();

/** A root field to be answered: where it stands in its operation, and the question its arguments made. */
export interface RootField {
  node: OperationDefinitionNode;
  /** The root type, with the fields that are asked of it. */
  selected: Selected;
  field: SelectedField;
  request: Read;
}

/** Answers a root field by one named statement; gives JSON text, or null when nothing was found and no input named it. */
export async function run(
  pool: Pool,
  root: RootField,
  viewer: Viewer,
  momentOf: (versions: PublishedVersions) => Promise<Moment>,
): Promise<string | null> {
  const plan = planOf(root, scopeOf(viewer));
  const { values, path } = root.request;
  const { json, ...versions } = await query(
    pool,
    plan,
    plan.slots.map((slot) => slot({ viewer, values })),
  );
  if (json === null && path !== null) throw notFound(path);
  if (json === null || plan.completion === null) return json;
  const value: unknown = JSON.parse(json);
  complete(plan.completion, value, await momentOf(versions));
  return JSON.stringify(value);
}

function planOf(root: RootField, scope: Scope): Plan {
  const { node, selected, field, request } = root;
  const plans = plansOf.get(node) ?? new Map<string, Plan>();
  plansOf.set(node, plans);
  const variables = shapingVariables(selected.operation, field.nodes).map((name) => selected.operation.variables[name]);
  const key = JSON.stringify([field.key, request.shape, scopeKey(scope), variables]);
  const plan = plans.get(key) ?? compile(root, scope);
  // Asked last, kept longest.
  plans.delete(key);
  plans.set(key, plan);
  if (plans.size > plansPerDocument) plans.delete(plans.keys().next().value!);
  return plan;
}

function compile({ selected, field, request }: RootField, scope: Scope): Plan {
  const statement = new Statement();
  const place = { statement, scope, caseAlias: '' };
  const { sql, completion } = compileRoot(selected, field, request.root, place);
  // The domain completes with the calendar that the statement saw.
  const text = `select ${sql}::text as json${completion ? `, ${publishedVersions}` : ''}`;
  const name = hash('sha256', text, 'base64url');
  return { name, text, slots: statement.slots, completion };
}

const shaping = new WeakMap<FieldNode, string[]>();

/** The variables below a root field: they skip fields or page lists, so their values are part of the plan. */
function shapingVariables(operation: Operation, nodes: readonly FieldNode[]): string[] {
  const [first] = nodes;
  const known = shaping.get(first!);
  if (known) return known;
  const names = new Set<string>();
  const Variable = ({ name }: { name: { value: string } }) => void names.add(name.value);
  for (const { directives, selectionSet } of nodes) {
    for (const part of [...(directives ?? []), ...(selectionSet ? [selectionSet] : [])])
      visit(part, { [Kind.VARIABLE]: Variable });
  }
  for (const fragment of operation.fragments.values()) visit(fragment, { [Kind.VARIABLE]: Variable });
  shaping.set(first!, [...names]);
  return [...names];
}

async function query(pool: Pool, { name, text }: Plan, values: unknown[]): Promise<Row> {
  const client = await pool.connect();
  let failure: Error | undefined;
  const prepared = preparedOn.get(client) ?? new Set<string>();
  preparedOn.set(client, prepared.add(name));
  try {
    const { rows } = await client.query<Row>({ name, text, values });
    return rows[0]!;
  } catch (error) {
    failure = error as Error;
    throw error;
  } finally {
    client.release(failure ?? prepared.size > statementsPerConnection);
  }
}
