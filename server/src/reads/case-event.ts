import { actor } from './actor.js';
import { eventKey } from './cursor.js';
import { column, globalId, instant, sql, wordsOf } from './field.js';
import type { ConnectionRead, TypeRead } from './field.js';
import { isAudible } from './scope.js';

/** `ProposalMade` in the log is `PROPOSAL_MADE` in the API. */
export function eventTypeName(type: string): string {
  return type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}

export const caseEventRead: TypeRead = {
  name: 'CaseEvent',
  fields: {
    id: globalId('event'),
    type: sql((row) => `upper(regexp_replace(${row}.type, '([a-z])([A-Z])', '\\1_\\2', 'g'))`),
    at: instant('at'),
    effectiveOn: column('effective_on'),
    actor,
    caseVersion: column('case_version'),
  },
};

/** A message is an event; its words lie where all words lie. */
export const messageRead: TypeRead = {
  name: 'Message',
  fields: {
    id: globalId('message'),
    author: actor,
    text: sql((row) => `coalesce(${wordsOf(`(${row}.payload->'text'->>'id')::uuid`)}, '')`),
    at: instant('at'),
  },
};

function log(of: TypeRead, condition: string): ConnectionRead {
  return {
    kind: 'connection',
    of: () => of,
    keys: [eventKey],
    source: (alias, row, { statement, caseAlias }) => ({
      from: `case_event ${alias}`,
      where: `${alias}.case_id = ${row}.id and ${isAudible(statement, caseAlias, alias)} and ${condition.replaceAll('$', alias)}`,
    }),
  };
}

export const eventsOfCase = log(caseEventRead, 'true');
export const messagesOfCase = log(messageRead, `$.type = 'MessagePosted'`);
