import { column, globalId, instant, sql, words, wordsOf } from './field.js';
import type { Place, TypeRead } from './field.js';
import { personRead } from './person.js';

const membersOf = (row: string, alias: string) => ({
  from: `person ${alias}`,
  where: `${alias}.id in (select m.person_id from party_member m where m.party_id = ${row}.id)`,
});

/** By which an expert knows a party: its side, and its number on that side. */
const pseudonymOf = (row: string, { statement }: Place) =>
  `case ${row}.side ${sides.map(([side, zh, en]) => `when '${side}' then case ${statement.locale()} when 'en' then '${en} ' else '${zh}' end`).join(' ')} end
    || (select count(*) from party p where p.case_id = ${row}.case_id and p.side = ${row}.side and p.ordinal <= ${row}.ordinal)`;
const sides = [
  ['COMPLAINANT', '申请人', 'Complainant'],
  ['RESPONDENT', '被申请人', 'Respondent'],
  ['THIRD_PARTY', '第三方', 'Third party'],
] as const;

export const partyRead: TypeRead = {
  name: 'Party',
  fields: {
    id: globalId('party'),
    side: column('side'),
    kind: column('kind'),
    // What the complainant calls it, else who acts for it.
    name: sql((row, place) => {
      const name = `coalesce(${wordsOf(`${row}.name_text_id`)},
      (select string_agg(n.name, '、' order by n.name) from ${membersOf(row, 'n').from} where ${membersOf(row, 'n').where}))`;
      return place.scope.isExpert
        ? `case when ${place.caseAlias}.is_expert then ${pseudonymOf(row, place)} else ${name} end`
        : name;
    }),
    members: {
      kind: 'list',
      of: () => personRead,
      source: (alias, row, { scope, caseAlias }) => {
        const { from, where } = membersOf(row, alias);
        return { from, where: scope.isExpert ? `${where} and not ${caseAlias}.is_expert` : where };
      },
      order: (alias) => `${alias}.name, ${alias}.id`,
    },
    position: words('position_text_id'),
    isUnreachable: column('is_unreachable'),
    silenceEndsOn: column('silence_ends_on'),
    leftAt: instant('left_at'),
    hasConfirmedResult: column('has_confirmed_result'),
  },
};

/** What a party answered, from a list that its row keeps as JSON: `{ partyId, answer, at }`, `at` as the API shows it. */
export function responseRead(name: string): TypeRead {
  return {
    name,
    fields: {
      party: {
        kind: 'object',
        of: () => partyRead,
        source: (alias, row) => ({ from: `party ${alias}`, where: `${alias}.id = ${row}."partyId"` }),
      },
      answer: column('answer'),
      at: column('at'),
    },
  };
}
