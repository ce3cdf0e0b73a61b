import { sql } from './field.js';
import type { ObjectRead, TypeRead } from './field.js';
import { partyRead } from './party.js';
import { personRead } from './person.js';

/** Who did it, from an event's column `actor`. */
const actorRead: TypeRead = {
  name: 'Actor',
  fields: {
    role: sql((row) => `${row}.actor->>'role'`),
    person: {
      kind: 'object',
      of: () => personRead,
      // Parties know experts by their seats only.
      source: (alias, row, { statement, caseAlias }) => ({
        from: `person ${alias}`,
        where: `${alias}.id = (${row}.actor->>'personId')::uuid and (${row}.actor->>'role' <> 'EXPERT'
          or ${caseAlias}.is_staff or ${alias}.id = ${statement.viewerId()})`,
      }),
    },
    party: {
      kind: 'object',
      of: () => partyRead,
      source: (alias, row) => ({ from: `party ${alias}`, where: `${alias}.id = (${row}.actor->>'partyId')::uuid` }),
    },
  },
};

/** The actor of the event that the row is. */
export const actor: ObjectRead = { kind: 'object', of: () => actorRead };

/** The actor of the event that made the row: of this type, with the row's id under this name in its payload. */
export function actorOfEvent(type: string, idInPayload: string): ObjectRead {
  return {
    kind: 'object',
    of: () => actorRead,
    source: (alias, row) => ({
      from: `case_event ${alias}`,
      where: `${alias}.case_id = ${row}.case_id and ${alias}.type = '${type}' and ${alias}.payload->>'${idInPayload}' = ${row}.id::text`,
    }),
  };
}
