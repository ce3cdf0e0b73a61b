import { column, globalId, instant, words } from './field.js';
import type { TypeRead } from './field.js';
import { partyRead, responseRead } from './party.js';

const meetingResponseRead = responseRead('MeetingResponse');

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
      of: () => meetingResponseRead,
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
