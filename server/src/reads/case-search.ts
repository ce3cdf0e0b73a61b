import type { Place } from './field.js';

/** Number, description and requested remedy: what all who may read the case may read. */
export function textCondition(row: string, { statement }: Place): string {
  const text = statement.value('text', 'text');
  return `(position(upper(${text}) in ${row}.number) > 0 or exists (select from case_text t
    where t.id in (${row}.description_text_id, ${row}.requested_remedy_text_id) and position(lower(${text}) in lower(t.words)) > 0))`;
}
