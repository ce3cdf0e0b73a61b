import { children, column, globalId, instant, referenced, requiredWords, sql, words, wordsOf } from './field.js';
import type { ObjectRead, TypeRead } from './field.js';
import { partyRead } from './party.js';
import { personRead } from './person.js';

/** Parties know experts by their seats; the words of an opinion are its expert's alone until they are revealed. */
export const expertSeatRead: TypeRead = {
  name: 'ExpertSeat',
  fields: {
    id: globalId('seat'),
    number: column('number'),
    pseudonym: sql(
      (row, { statement }) => `case ${statement.locale()} when 'en' then 'Expert ' else '专家' end || ${row}.number`,
    ),
    expert: {
      kind: 'object',
      of: () => personRead,
      source: (alias, row, { statement, caseAlias }) => ({
        from: `person ${alias}`,
        where: `${alias}.id = ${row}.expert_id and (${caseAlias}.is_staff or ${alias}.id = ${statement.viewerId()})`,
      }),
    },
    status: column('status'),
    opinionDueOn: column('opinion_due_on'),
    seal: column('seal'),
    sealedAt: instant('sealed_at'),
    opinion: sql((row, { statement }) => {
      const isOpen = `${row}.revealed_at is not null or ${row}.expert_id = ${statement.viewerId()}`;
      return `case when ${isOpen} then ${wordsOf(`${row}.opinion_text_id`)} end`;
    }),
    revealedAt: instant('revealed_at'),
  },
};

const expertPanelRead: TypeRead = {
  name: 'ExpertPanel',
  fields: {
    status: column('status'),
    requestedBy: referenced(() => partyRead, 'party', 'party_id'),
    grounds: requiredWords('grounds_text_id'),
    requestedAt: instant('requested_at'),
    dueOn: column('due_on'),
    reason: words('reason_text_id'),
    seats: {
      ...children(() => expertSeatRead, 'expert_seat', 'case_id', 'number, id'),
      source: (alias, row) => ({ from: `expert_seat ${alias}`, where: `${alias}.case_id = ${row}.case_id` }),
    },
  },
};

/** Of a case: null until a second negotiation was asked for. */
export const expertPanelOfCase: ObjectRead = {
  kind: 'object',
  of: () => expertPanelRead,
  source: (alias, row) => ({ from: `second_negotiation ${alias}`, where: `${alias}.case_id = ${row}.id` }),
};
