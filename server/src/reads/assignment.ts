import { actor } from './actor.js';
import { instant, sql, wordsOf } from './field.js';
import type { ListRead, TypeRead } from './field.js';
import { personRead } from './person.js';

const assignmentRead: TypeRead = {
  name: 'Assignment',
  fields: {
    handler: {
      kind: 'object',
      of: () => personRead,
      source: (alias, row) => ({
        from: `person ${alias}`,
        where: `${alias}.id = (${row}.payload->>'handlerId')::uuid`,
      }),
    },
    by: actor,
    reason: sql((row) => wordsOf(`(${row}.payload->'reason'->>'id')::uuid`)),
    at: instant('at'),
  },
};

/** From whom to whom the case went, for staff: parties read who handles it now. */
export const assignmentsOfCase: ListRead = {
  kind: 'list',
  of: () => assignmentRead,
  source: (alias, row, { caseAlias }) => ({
    from: `case_event ${alias}`,
    where: `${alias}.case_id = ${row}.id and ${alias}.type = 'CaseAssigned' and ${caseAlias}.is_staff`,
  }),
  order: (alias) => `${alias}.seq`,
};
