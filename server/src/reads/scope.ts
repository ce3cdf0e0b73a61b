import { openStages } from '../domain/stage.js';
import { literal } from './statement.js';
import type { Statement } from './statement.js';
import type { Viewer } from './viewer.js';

/** What kind of viewer a statement is compiled for; ids and teams are its parameters. */
export interface Scope {
  isHandler: boolean;
  isSupervisor: boolean;
  isManager: boolean;
  isAdministrator: boolean;
  isExpert: boolean;
  isIntegration: boolean;
}

export function scopeOf({ roles }: Viewer): Scope {
  return {
    isHandler: roles.includes('HANDLER'),
    isSupervisor: roles.includes('SUPERVISOR'),
    isManager: roles.includes('MANAGER'),
    isAdministrator: roles.includes('ADMIN'),
    isExpert: roles.includes('EXPERT'),
    isIntegration: roles.includes('INTEGRATION'),
  };
}

/** The part of a plan's key that says for whom it was compiled. */
export function scopeKey(scope: Scope): string {
  return Object.values(scope).map(Number).join('');
}

/** The open stages, as an array of text. */
export const openStageList = `array[${openStages.map(literal).join(', ')}]`;

/** The cases one is a member of, as a scalar that Postgres works out once a statement. */
function ownCases(statement: Statement): string {
  return `array(select m.case_id from party_member m where m.person_id = ${statement.viewerId()})`;
}

/** The cases in which one holds a seat. */
function reviewedCases(statement: Statement): string {
  return `array(select s.case_id from expert_seat s where s.expert_id = ${statement.viewerId()} and s.status in ('APPOINTED', 'CLEAR'))`;
}

function staffTerms(statement: Statement, scope: Scope, row: string): string[] {
  const terms: string[] = [];
  if (scope.isHandler) {
    // Who left the team has lost the case, before it is taken from them.
    terms.push(
      `(${row}.handler_id = ${statement.viewerId()} and (${row}.team_id is null or ${row}.team_id = any(${statement.teamIds()})))`,
    );
    terms.push(
      `(${row}.team_id = any(${statement.teamIds()}) and ${row}.handler_id is null and ${row}.stage = any(${openStageList}))`,
    );
  }
  if (scope.isSupervisor) terms.push(`${row}.team_id = any(${statement.teamIds()})`);
  return terms;
}

/** The audiences of the parties that one acts for in the case `c`. */
function ownParties(statement: Statement): string {
  return `array(select 'PARTY:' || m.party_id from party_member m where m.case_id = c.id and m.person_id = ${statement.viewerId()})`;
}

/**
 * The cases that the viewer may see, as a FROM item: every column of `dispute_case`, `is_party`, `is_staff`, `is_expert`, and
 * `is_inside` where a manager sees the outline only; a system that filed a case reads it as all parties do. Who is a party of a case reads it as a party, whatever else they are.
 * `own_audiences` are those that the viewer belongs to beside all parties.
 */
export function visibleCases(statement: Statement, scope: Scope, alias: string, condition = 'true'): string {
  const own = { isParty: `c.id = any(${ownCases(statement)})`, audiences: ownParties(statement) };
  return `(${seenCases(statement, scope, condition, own)}) as ${alias}`;
}

/** The same of cases that the condition finds by their ids: each is looked up, however many the viewer has. */
export function visibleAmong(statement: Statement, scope: Scope, alias: string, condition: string): string {
  const own = { isParty: `own.audiences <> '{}'`, audiences: 'own.audiences' };
  // OFFSET keeps both apart from what is around them: asked once a case, not wherever a row below asks who may read it.
  const joined = `cross join lateral (select ${ownParties(statement)} as audiences offset 0) as own`;
  return `(${seenCases(statement, scope, condition, own, joined)} offset 0) as ${alias}`;
}

function seenCases(
  statement: Statement,
  scope: Scope,
  condition: string,
  { isParty, audiences }: { isParty: string; audiences: string },
  joined = '',
): string {
  const staff = staffTerms(statement, scope, 'c');
  const isStaff = staff.length > 0 ? `coalesce(${staff.join(' or ')}, false)` : 'false';
  const isExpert = scope.isExpert ? `c.id = any(${reviewedCases(statement)})` : 'false';
  const isFiler = scope.isIntegration ? `coalesce(c.integration_id = ${statement.viewerId()}, false)` : 'false';
  const isVisible = scope.isManager ? 'true' : `(${[isParty, ...staff, isExpert, isFiler].join(' or ')})`;
  const ownSeats = `array(select 'SEAT:' || s.id from expert_seat s where s.case_id = c.id and s.expert_id = ${statement.viewerId()})`;
  const ofSeats = scope.isExpert ? ` || case when not ${isParty} and ${isExpert} then ${ownSeats} else '{}' end` : '';
  return `select c.*, ${isParty} as is_party, (not ${isParty} and ${isStaff}) as is_staff, (${isParty} or ${isStaff} or ${isFiler}) as is_inside,
    (not ${isParty} and ${isExpert}) as is_expert, ${audiences}${ofSeats} as own_audiences
    from dispute_case c ${joined} where ${isVisible} and (${condition})`;
}

/** The WHERE of a row with an audience: staff read all but sealed seats, a party or an expert what is for all parties or its own. */
export function isAudible(scope: Scope, caseAlias: string, row: string): string {
  const isForAll = `${row}.audience = 'PARTIES'`;
  const terms = [
    // Nobody else sees a case without reading it.
    scope.isManager ? `(${caseAlias}.is_inside or ${caseAlias}.is_expert) and ${isForAll}` : isForAll,
    `${row}.audience = any(${caseAlias}.own_audiences)`,
  ];
  if (scope.isHandler || scope.isSupervisor) terms.push(`${caseAlias}.is_staff and ${row}.audience not like 'SEAT:%'`);
  return `(${terms.join(' or ')})`;
}
