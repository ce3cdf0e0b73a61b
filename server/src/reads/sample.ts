import { caseRead } from './case.js';
import { sql } from './field.js';
import { Read } from './read.js';
import { payloadRoot } from './root.js';
import { visibleAmong } from './scope.js';

const sampleRoot = payloadRoot({
  name: 'SampleCasesPayload',
  fields: {
    seed: sql((_row, { statement }) => statement.value('seed', 'text')),
    cases: {
      kind: 'list',
      of: () => caseRead,
      source: (alias, _row, { statement, scope }) => ({
        from: visibleAmong(statement, scope, alias, `c.id = any(${statement.value('caseIds', 'uuid[]')})`),
        where: 'true',
      }),
      order: (alias) => `${alias}.number`,
    },
  },
});

/** What was drawn, as the viewer may see it. */
export const readSample = (seed: string, caseIds: string[]) => new Read(sampleRoot, { seed, caseIds });
