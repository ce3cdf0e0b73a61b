import { sql } from './field.js';
import type { Expression, ObjectRead, Place, TypeRead } from './field.js';

/** A value of contact data: shown where the row says so, else masked by the function. */
function maskedRead(column: string): ObjectRead {
  const read: TypeRead = {
    name: 'MaskedText',
    fields: {
      shown: sql(
        (row) => `case when ${row}.is_shown then ${row}.${column} else masked_${column}(${row}.${column}) end`,
      ),
      isMasked: sql((row) => `not ${row}.is_shown`),
    },
  };
  return { kind: 'object', of: () => read, isThere: (row) => `${row}.${column} is not null` };
}

const contactDataRead: TypeRead = {
  name: 'ContactData',
  fields: { phone: maskedRead('phone'), email: maskedRead('email'), idNumber: maskedRead('id_number') },
};

/** Whether the viewer has the contact data revealed in this case, for a reason on record. */
const isRevealed: Expression = (row, { statement, caseAlias }) => `exists (select from case_event e
  where e.case_id = ${caseAlias}.id and e.type = 'PersonalDataRevealed' and e.payload->>'personId' = ${row}.id::text
    and e.actor->>'personId' = ${statement.viewerId()}::text)`;

/**
 * Contact data of the person that the row is. Oneself reads it everywhere; staff of a case that of who acts for its parties,
 * masked until it is revealed to them; nobody else learns that there is any.
 */
export const contactDataOfPerson: ObjectRead = {
  kind: 'object',
  of: () => contactDataRead,
  source: (alias, row, place) => {
    const isOneself = `${row}.id = ${place.statement.viewerId()}`;
    const [isReader, isShown] = place.caseAlias ? inCase(row, place, isOneself) : [isOneself, 'true'];
    return {
      from: `(select d.*, ${isShown} as is_shown from contact_data d where d.person_id = ${row}.id and ${isReader}) as ${alias}`,
      where: 'true',
    };
  },
};

function inCase(row: string, place: Place, isOneself: string): [isReader: string, isShown: string] {
  const { caseAlias } = place;
  const isOfParty = `exists (select from party_member m where m.case_id = ${caseAlias}.id and m.person_id = ${row}.id)`;
  return [`(${isOneself} or ${caseAlias}.is_staff and ${isOfParty})`, `(${isOneself} or ${isRevealed(row, place)})`];
}
