import { column, globalId, instant, words } from './field.js';
import type { TypeRead } from './field.js';
import { partyRead } from './party.js';

const responseRead: TypeRead = {
  name: 'MeetingResponse',
  fields: {
    party: {
      kind: 'object',
      of: () => partyRead,
      source: (alias, row) => ({ from: `party ${alias}`, where: `${alias}.id = ${row}."partyId"` }),
    },
    answer: column('answer'),
    // Written by the domain as the API shows it.
    at: column('at'),
  },
};

export const meetingRead: TypeRead = {
  name: 'Meeting',
  fields: {
    id: globalId('meeting'),
    mode: column('mode'),
    status: column('status'),
    scheduledAt: instant('scheduled_at'),
    place: words('place_text_id'),
    heldAt: instant('held_at'),
    minutes: words('minutes_text_id'),
    responses: {
      kind: 'list',
      of: () => responseRead,
      source: (alias, row) => ({
        from: `jsonb_to_recordset(${row}.responses) as ${alias}("partyId" uuid, answer text, at text)`,
        where: 'true',
      }),
      order: (alias) => `${alias}.at, ${alias}."partyId"`,
    },
    attendees: {
      kind: 'list',
      of: () => partyRead,
      source: (alias, row) => ({ from: `party ${alias}`, where: `${alias}.id = any(${row}.attendee_party_ids)` }),
      order: (alias) => `${alias}.ordinal`,
    },
  },
};
