import { column, globalId, instant, requiredWords, words } from './field.js';
import type { TypeRead } from './field.js';

export const clarificationRead: TypeRead = {
  name: 'Clarification',
  fields: {
    id: globalId('clarification'),
    question: requiredWords('question_text_id'),
    answer: words('answer_text_id'),
    dueOn: column('due_on'),
    onLapse: column('on_lapse'),
    status: column('status'),
    askedAt: instant('asked_at'),
    closedAt: instant('closed_at'),
  },
};
