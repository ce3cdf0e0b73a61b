import { evidenceOfFinding } from './evidence.js';
import { children, column, globalId, instant, requiredWords, words } from './field.js';
import type { TypeRead } from './field.js';

export const investigationStepRead: TypeRead = {
  name: 'InvestigationStep',
  fields: {
    id: globalId('step'),
    kind: column('kind'),
    status: column('status'),
    note: words('note_text_id'),
    result: words('result_text_id'),
    doneAt: instant('done_at'),
  },
};

export const findingRead: TypeRead = {
  name: 'Finding',
  fields: {
    id: globalId('finding'),
    rootCause: column('root_cause'),
    text: requiredWords('text_id'),
    evidence: evidenceOfFinding,
    recordedAt: instant('recorded_at'),
  },
};

export const investigationRead: TypeRead = {
  name: 'Investigation',
  fields: {
    id: globalId('investigation'),
    cycle: column('cycle'),
    startedAt: instant('started_at'),
    concludedAt: instant('concluded_at'),
    steps: children(() => investigationStepRead, 'investigation_step', 'investigation_id', 'ordinal'),
    findings: children(() => findingRead, 'finding', 'investigation_id', 'ordinal'),
  },
};
