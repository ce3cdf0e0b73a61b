import { caseRead } from './case.js';
import { column, sql } from './field.js';
import type { TypeRead } from './field.js';
import { Read } from './read.js';
import { visibleAmong } from './scope.js';

/** What became of one case, as the API tells it; `id` is null where the given id names no case. */
export interface ToldOutcome {
  caseId: string;
  id: string | null;
  error: { code: string; message: string; blockedBy: object[]; fields: object[] } | null;
}

const blockerRead: TypeRead = {
  name: 'Blocker',
  fields: { code: column('code'), message: column('message'), subjectIds: column('"subjectIds"') },
};

const fieldErrorRead: TypeRead = { name: 'FieldError', fields: { path: column('path'), message: column('message') } };

const errorRead: TypeRead = {
  name: 'CaseError',
  fields: {
    code: sql((row) => `${row}.error->>'code'`),
    message: sql((row) => `${row}.error->>'message'`),
    blockedBy: {
      kind: 'list',
      of: () => blockerRead,
      source: (alias, row) => ({
        from: `rows from (json_to_recordset(${row}.error->'blockedBy') as (code text, message text, "subjectIds" json)) with ordinality as ${alias}(code, message, "subjectIds", n)`,
        where: 'true',
      }),
      order: (alias) => `${alias}.n`,
    },
    fields: {
      kind: 'list',
      of: () => fieldErrorRead,
      source: (alias, row) => ({
        from: `rows from (json_to_recordset(${row}.error->'fields') as (path text, message text)) with ordinality as ${alias}(path, message, n)`,
        where: 'true',
      }),
      order: (alias) => `${alias}.n`,
    },
  },
};

const resultRead: TypeRead = {
  name: 'CaseResult',
  fields: {
    caseId: column('"caseId"'),
    case: {
      kind: 'object',
      of: () => caseRead,
      source: (alias, row, { statement, scope }) => ({
        from: visibleAmong(statement, scope, alias, `c.id = ${row}.id`),
        where: 'true',
      }),
    },
    error: { kind: 'object', of: () => errorRead, isThere: (row) => `${row}.error is not null` },
  },
};

const payloadOf = (name: string): TypeRead => ({
  name,
  fields: {
    results: {
      kind: 'list',
      of: () => resultRead,
      source: (alias, _row, { statement }) => ({
        from: `rows from (json_to_recordset(${statement.value('results', 'json')}) as ("caseId" text, id uuid, error json))
          with ordinality as ${alias}("caseId", id, error, n)`,
        where: 'true',
      }),
      order: (alias) => `${alias}.n`,
    },
    eventCursor: sql((_row, { statement }) => statement.value('eventCursor', 'text')),
  },
});

const payloads = {
  assignCases: payloadOf('AssignCasesPayload'),
  closeCases: payloadOf('CloseCasesPayload'),
} as const;

/** What became of many cases, each as the viewer may see it now. */
export const readOutcomes = (
  name: keyof typeof payloads,
  results: readonly ToldOutcome[],
  eventCursor: string | null,
) => new Read({ kind: 'object', of: () => payloads[name] }, { results: JSON.stringify(results), eventCursor }, name);
