import { badInput } from '../domain/domain-error.js';
import type { SearchAudience } from '../domain/searched-text.js';
import type { Place } from './field.js';

const leastCharacters = 2;
const mostCharacters = 100;

/** The words to search for; null when there are none. */
export function requireSearch(text: string | null | undefined): string | null {
  const words = text?.trim() ?? '';
  if (words === '') return null;
  const { length } = [...words];
  if (length >= leastCharacters && length <= mostCharacters) return words;
  throw badInput('filter.text', `must have ${leastCharacters} to ${mostCharacters} characters`);
}

/**
 * The cases found by a text that the viewer may read: everybody by the number, who reads what it is about by that, and
 * parties and staff by the names of parties. Grams choose from an index, and what they chose is compared.
 */
export function textCondition(row: string, { statement, scope }: Place): string {
  const text = statement.value('text', 'text');
  const holds = (alias: string, column: string) =>
    `search_grams(${alias}.${column}) @> search_grams(${text}) and strpos(search_form(${alias}.${column}), search_form(${text})) > 0`;
  const texts = (audience: SearchAudience) =>
    `select t.case_id from case_text t where t.search_audience = '${audience}' and ${holds('t', 'words')}`;
  const byNumber = `select n.case_id from case_number n where ${holds('n', 'number')}`;
  // An amended text is on record still, and describes nothing any more.
  const byMatter = `${texts('REVIEWED')} and exists (select from dispute_case d
    where d.id = t.case_id and t.id in (d.description_text_id, d.requested_remedy_text_id))`;
  const byParty = `${texts('INSIDE')} union all select m.case_id from person p join party_member m on m.person_id = p.id where ${holds('p', 'name')}`;
  // Arrays, so that Postgres begins with what was found.
  const isFound = (...found: string[]) => `${row}.id = any(array(${found.join(' union all ')}))`;
  if (!(scope.isManager || scope.isExpert)) return isFound(byNumber, byMatter, byParty);
  return `(${isFound(byNumber)} or (${row}.is_inside or ${row}.is_expert) and ${isFound(byMatter)}
    or ${row}.is_inside and ${isFound(byParty)})`;
}
