import { caseEventTypes } from '../domain/evolve.js';
import { actor } from './actor.js';
import { eventKey } from './cursor.js';
import { column, globalId, instant, sql, wordsOf } from './field.js';
import type { ConnectionRead, ListRead, Source, TypeRead } from './field.js';
import { partyRead } from './party.js';
import { personRead } from './person.js';
import { isAudible } from './scope.js';
import { literal } from './statement.js';

/** `ProposalMade` in the log is `PROPOSAL_MADE` in the API. */
export function eventTypeName(type: string): string {
  return type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}

/** Looked up: worked out by a regular expression it was an eighth of the statement that reads a case. */
const eventTypeNames = literal(
  JSON.stringify(Object.fromEntries(caseEventTypes.map((each) => [each, eventTypeName(each)]))),
);

export const caseEventRead: TypeRead = {
  name: 'CaseEvent',
  fields: {
    id: globalId('event'),
    type: sql((row) => `${eventTypeNames}::jsonb->>${row}.type`),
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

/** A note is an event too, for staff alone. */
export const noteRead: TypeRead = {
  ...messageRead,
  name: 'Note',
  fields: { ...messageRead.fields, id: globalId('note') },
};

export const contactAttemptRead: TypeRead = {
  name: 'ContactAttempt',
  fields: {
    party: {
      kind: 'object',
      of: () => partyRead,
      source: (alias, row) => ({ from: `party ${alias}`, where: `${alias}.id = (${row}.payload->>'partyId')::uuid` }),
    },
    channel: sql((row) => `${row}.payload->>'channel'`),
    isReached: sql((row) => `(${row}.payload->>'isReached')::boolean`),
    note: sql((row) => wordsOf(`(${row}.payload->'note'->>'id')::uuid`)),
    author: actor,
    at: instant('at'),
  },
};

export const revelationRead: TypeRead = {
  name: 'PersonalDataRevelation',
  fields: {
    person: {
      kind: 'object',
      of: () => personRead,
      source: (alias, row) => ({ from: `person ${alias}`, where: `${alias}.id = (${row}.payload->>'personId')::uuid` }),
    },
    reason: sql((row) => `coalesce(${wordsOf(`(${row}.payload->'reason'->>'id')::uuid`)}, '')`),
    author: actor,
    at: instant('at'),
  },
};

/** Entries of the log that the viewer may see. */
function entries(condition: string): Source {
  return (alias, row, { scope, caseAlias }) => ({
    from: `case_event ${alias}`,
    where: `${alias}.case_id = ${row}.id and ${isAudible(scope, caseAlias, alias)} and ${condition.replaceAll('$', alias)}`,
  });
}

function paged(of: TypeRead, condition: string): ConnectionRead {
  return { kind: 'connection', of: () => of, keys: [eventKey], source: entries(condition) };
}

function listed(of: TypeRead, condition: string): ListRead {
  return { kind: 'list', of: () => of, source: entries(condition), order: (alias) => `${alias}.seq` };
}

export const eventsOfCase = paged(caseEventRead, 'true');
export const messagesOfCase = paged(messageRead, `$.type = 'MessagePosted'`);
export const notesOfCase = listed(noteRead, `$.type = 'NoteAdded'`);
export const revelationsOfCase = listed(revelationRead, `$.type = 'PersonalDataRevealed'`);
export const contactAttemptsOfCase = listed(contactAttemptRead, `$.type = 'ContactAttempted'`);
