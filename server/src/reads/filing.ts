import { openStages } from '../domain/stage.js';
import { sql } from './field.js';
import { visibleCases } from './scope.js';
import { literal } from './statement.js';

/**
 * Warns of an earlier open case of the same complainant, type and reason where neither names a transaction, as far as the
 * viewer may see that case: who files for somebody learns of no case that is hidden from them.
 */
export const warningsOfFiling = sql((_row, { statement, scope }) => {
  const caseId = statement.value('caseId', 'uuid');
  const earlier = statement.alias('c');
  const isOpen = `c.transaction_id is null and c.stage in (${openStages.map(literal).join(', ')})`;
  const others = visibleCases(statement, scope, earlier, isOpen);
  const complainants = (caseId: string) =>
    `select m.person_id from party p join party_member m on m.party_id = p.id where p.case_id = ${caseId} and p.side = 'COMPLAINANT'`;
  return `(select case when exists (select from ${others}
    where ${earlier}.type = filed.type and ${earlier}.reason = filed.reason
      and (${earlier}.filed_at, ${earlier}.id) < (filed.filed_at, filed.id)
      and exists (${complainants(`${earlier}.id`)} and m.person_id in (${complainants('filed.id')})))
    then '["POSSIBLE_DUPLICATE"]'::json else '[]'::json end
    from (select id, type, reason, filed_at from dispute_case where id = ${caseId} and transaction_id is null
      union all select null, null, null, null limit 1) as filed)`;
});
