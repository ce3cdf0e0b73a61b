import { badInput } from '../domain/domain-error.js';
import { messageRead } from './case-event.js';
import { evidenceRead } from './evidence.js';
import type { ObjectRead } from './field.js';
import { parseGlobalId } from './global-id.js';
import type { IdType } from './global-id.js';
import { proposalRead } from './negotiation-round.js';
import { notificationWithId } from './notification.js';
import { namedPeople, personRead, teamRead } from './person.js';
import { Read } from './read.js';
import { caseWithId, rowOfCase } from './root.js';
import { savedViewWithId } from './saved-view.js';

/** Everything with an id that can be read by it alone, with the name of the value that holds the id. */
const nodeReads: Partial<Record<IdType, (valueName: string) => ObjectRead>> = {
  case: caseWithId,
  evidence: (valueName) =>
    rowOfCase(() => evidenceRead, 'evidence', valueName, { hasAudience: true, isReviewed: true }),
  proposal: (valueName) => rowOfCase(() => proposalRead, 'proposal', valueName),
  message: (valueName) => rowOfCase(() => messageRead, 'case_event', valueName, { hasAudience: true }),
  notification: notificationWithId,
  view: savedViewWithId,
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

/** What an id that names nothing gives. */
const nothing: ObjectRead = {
  kind: 'object',
  of: () => personRead,
  source: (alias) => ({ from: `person ${alias}`, where: 'false' }),
};

const mostNodes = 50;

/** Whatever has this id, or null: an id that names nothing, or nothing the viewer may see, reads the same. */
export function readNode(id: string): Read {
  const { objects, values, shape } = nodesOf([id]);
  return new Read(objects[0]!, values, shape);
}

/** The same for up to 50 ids, in their order. */
export function readNodes(ids: readonly string[]): Read {
  if (ids.length > mostNodes) throw badInput('ids', `must be at most ${mostNodes}`);
  const { objects, values, shape } = nodesOf(ids);
  return new Read({ kind: 'nodes', objects }, values, shape);
}

function nodesOf(ids: readonly string[]) {
  const parsed = ids.map(parseGlobalId);
  const types = parsed.map((each) => (each && nodeReads[each.type] ? each.type : null));
  return {
    objects: types.map((type, index) => (type ? nodeReads[type]!(`id${index}`) : nothing)),
    values: Object.fromEntries(parsed.map((each, index) => [`id${index}`, each?.id])),
    shape: types.join(),
  };
}
