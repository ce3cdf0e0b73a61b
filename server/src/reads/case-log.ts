import { instantText } from './field.js';
import { isAudible, scopeOf, visibleAmong } from './scope.js';
import { Statement } from './statement.js';
import type { Viewer } from './viewer.js';

/** One entry of the log as its hash covers it; without content where it would name whom the viewer knows by a pseudonym. */
export interface LogLink {
  audience: string;
  number: number;
  hash: string;
  content: Record<string, unknown> | null;
}

/** The words behind a digest that an entry holds: sha256(salt ‖ words) is the digest. */
export interface LogText {
  id: string;
  salt: string;
  words: string;
}

export interface CaseLog {
  links: LogLink[];
  texts: LogText[];
}

/** The statement that reads the log of a case in the viewer's scope: the entries that they may see, in their order, each with the words that it refers to. */
export function caseLogStatement(viewer: Viewer, caseId: string): { name: string; text: string; values: unknown[] } {
  const scope = scopeOf(viewer);
  const statement = new Statement();
  const id = statement.value('caseId', 'uuid');
  const isTheirs = `c.id = ${id}`;
  const audible = isAudible(scope, 'k', 'e');
  // Experts act under pseudonyms towards parties, and parties towards experts.
  const isHidden = `not k.is_staff and e.actor->>'personId' is distinct from ${statement.viewerId()}::text
    and (e.actor->>'role' = 'EXPERT' or k.is_expert)`;
  const text = `
    with heard as (
      select e.*, ${isHidden} as is_hidden
      from ${visibleAmong(statement, scope, 'k', isTheirs)} join case_event e on e.case_id = k.id
      where ${audible}
    )
    select coalesce(json_agg(json_build_object('audience', e.audience, 'number', e.number, 'hash', e.hash, 'content',
        case when not e.is_hidden then json_build_object(
          'type', e.type, 'payload', e.payload, 'audience', e.audience, 'deadline', e.deadline, 'id', e.id, 'caseId', e.case_id,
          'number', e.number, 'caseVersion', e.case_version, 'at', ${instantText('e.at')}, 'effectiveOn', e.effective_on,
          'actor', e.actor, 'clocks', e.clocks) end) order by e.epoch, e.xid, e.seq), '[]') as links,
      (select coalesce(json_agg(json_build_object('id', t.id, 'salt', t.salt, 'words', t.words) order by t.id), '[]')
        from case_text t where t.case_id = ${id} and exists (
          select from heard h where not h.is_hidden and h.payload::text like '%' || t.id || '%')) as texts
    from heard e`;
  const values = statement.slots.map((slot) => slot({ viewer, values: { caseId } }));
  return { name: `case-log-${Object.values(scope).map(Number).join('')}`, text, values };
}
