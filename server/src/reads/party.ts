import { column, globalId, sql, words, wordsOf } from './field.js';
import type { TypeRead } from './field.js';
import { personRead } from './person.js';

const membersOf = (row: string, alias: string) => ({
  from: `person ${alias}`,
  where: `${alias}.id in (select m.person_id from party_member m where m.party_id = ${row}.id)`,
});

export const partyRead: TypeRead = {
  name: 'Party',
  fields: {
    id: globalId('party'),
    side: column('side'),
    kind: column('kind'),
    // What the complainant calls it, else who acts for it.
    name: sql(
      (row) => `coalesce(${wordsOf(`${row}.name_text_id`)},
      (select string_agg(n.name, '、' order by n.name) from ${membersOf(row, 'n').from} where ${membersOf(row, 'n').where}))`,
    ),
    members: {
      kind: 'list',
      of: () => personRead,
      source: (alias, row) => membersOf(row, alias),
      order: (alias) => `${alias}.name, ${alias}.id`,
    },
    position: words('position_text_id'),
    isUnreachable: column('is_unreachable'),
    silenceEndsOn: column('silence_ends_on'),
    hasConfirmedResult: column('has_confirmed_result'),
  },
};
