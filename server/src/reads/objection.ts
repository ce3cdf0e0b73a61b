import { column, globalId, instant, referenced, requiredWords, sql, words } from './field.js';
import type { TypeRead } from './field.js';
import { partyRead } from './party.js';

export const objectionRead: TypeRead = {
  name: 'Objection',
  fields: {
    id: globalId('objection'),
    party: referenced(() => partyRead, 'party', 'party_id'),
    against: column('against'),
    subjectId: sql((row) => `case ${row}.against when 'FINDING' then 'finding_' else 'seat_' end || ${row}.subject_id`),
    grounds: requiredWords('grounds_text_id'),
    raisedAt: instant('raised_at'),
    dueOn: column('due_on'),
    status: column('status'),
    effect: column('effect'),
    reason: words('reason_text_id'),
    decidedAt: instant('decided_at'),
  },
};
