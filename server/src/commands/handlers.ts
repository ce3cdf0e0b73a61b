import { openStages } from '../domain/stage.js';
import { personJson } from './case-transaction.js';

const open = `array[${openStages.map((stage) => `'${stage}'`).join(', ')}]`;

/** The handlers of the team of a case with what they carry, as JSON. */
export const teamHandlers = (caseId: string) => `
  (select json_agg(json_build_object('person', ${personJson}, 'openCount', carried.open, 'urgentCount', carried.urgent))
  from person p
  cross join lateral (select count(*)::int as open, count(*) filter (where o.urgency = 'URGENT')::int as urgent
    from dispute_case o where o.handler_id = p.id and o.stage = any(${open})) carried
  where ${isOfTeamOf(caseId)})`;

/** Whether person `p` is an active handler of the team of a case. */
function isOfTeamOf(caseId: string): string {
  return `p.is_active and 'HANDLER' = any(p.roles) and exists (select from team_member of_team
    join dispute_case of_case on of_case.team_id = of_team.team_id
    where of_case.id = ${caseId} and of_team.person_id = p.id)`;
}

/** Whether case `c` is open and somebody handles it. */
export const isHeld = `(c.handler_id is not null and c.stage = any(${open}))`;

/** Whether case `c` is open and held by somebody who no longer handles cases of its team. */
export const isLeft = `(${isHeld} and not exists (select from person p
  where p.id = c.handler_id and p.is_active and 'HANDLER' = any(p.roles)
    and (c.team_id is null or exists (select from team_member m where m.person_id = p.id and m.team_id = c.team_id))))`;

/** Whether case `c` is open and waits for a handler of its team. */
export const isQueued = `(c.handler_id is null and c.team_id is not null and c.source is null and c.stage = any(${open}))`;
