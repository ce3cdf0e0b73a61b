import type { GraphQLObjectType } from 'graphql';
import { badInput } from '../domain/domain-error.js';
import { messageRead } from './case-event.js';
import { compileObject } from './compile.js';
import { completionOfItems } from './completion.js';
import type { Compiled } from './completion.js';
import { evidenceRead } from './evidence.js';
import type { ObjectRead, Place } from './field.js';
import { parseGlobalId } from './global-id.js';
import type { IdType } from './global-id.js';
import { proposalRead } from './negotiation-round.js';
import { notificationWithId } from './notification.js';
import { namedPeople, personRead, teamRead } from './person.js';
import { Read } from './read.js';
import type { RootRead } from './read.js';
import { caseWithId, rowOfCase } from './root.js';
import { selectedFields, selectionSets } from './selection.js';
import type { Selected, SelectedField } from './selection.js';

/** Everything with an id that can be read by it alone, with the name of the value that holds the id. */
const nodeReads: Partial<Record<IdType, (valueName: string) => ObjectRead>> = {
  case: caseWithId,
  evidence: (valueName) => rowOfCase(() => evidenceRead, 'evidence', valueName, true),
  proposal: (valueName) => rowOfCase(() => proposalRead, 'proposal', valueName),
  message: (valueName) => rowOfCase(() => messageRead, 'case_event', valueName, true),
  notification: notificationWithId,
  person: (valueName) => ({
    kind: 'object',
    of: () => personRead,
    source: (alias, row, place) => {
      const { from, where } = namedPeople(alias, row, place);
      return { from, where: `${where} and ${alias}.id = ${place.statement.value(valueName, 'uuid')}` };
    },
  }),
  team: (valueName) => ({
    kind: 'object',
    of: () => teamRead,
    source: (alias, _row, { statement }) => ({
      from: `team ${alias}`,
      where: `${alias}.id = ${statement.value(valueName, 'uuid')}`,
    }),
  }),
};

const mostNodes = 50;

/** Whatever has this id, or null: an id that names nothing, or nothing the viewer may see, reads the same. */
export function readNode(id: string): Read {
  return nodesRead([id], (objects) => objects[0]!);
}

/** The same for up to 50 ids, in their order. */
export function readNodes(ids: readonly string[]): Read {
  if (ids.length > mostNodes) throw badInput('ids', `must be at most ${mostNodes}`);
  return nodesRead(ids, (objects) =>
    objects.length > 0 ? `json_array(${objects.join(', ')} null on null)` : `'[]'::json`,
  );
}

function nodesRead(ids: readonly string[], join: (objects: string[]) => string): Read {
  const parsed = ids.map(parseGlobalId);
  const values = Object.fromEntries(parsed.map((each, index) => [`id${index}`, each?.id]));
  const types = parsed.map((each) => (each && nodeReads[each.type] ? each.type : null));
  const root: RootRead = (selected, field, place) => {
    const compiled = types.map((type, index) =>
      type ? compileNode(selected, field, nodeReads[type]!(`id${index}`), place) : null,
    );
    const sql = join(compiled.map((each) => each?.sql ?? 'null::json'));
    return { sql, completion: completionOfItems(compiled.map((each) => each?.completion ?? null)) };
  };
  return new Read(root, values, types.join());
}

function compileNode(
  { operation }: Selected,
  field: SelectedField,
  { of, source }: ObjectRead,
  place: Place,
): Compiled {
  const read = of();
  const type = operation.schema.getType(read.name) as GraphQLObjectType;
  const alias = place.statement.alias('n');
  const { from, where, caseAlias = '' } = source!(alias, '', place);
  const fields = selectedFields(operation, type, selectionSets(field));
  const { sql, completion } = compileObject({ operation, type, fields }, read, alias, { ...place, caseAlias });
  return { sql: `(select ${sql} from ${from} where ${where})`, completion };
}
