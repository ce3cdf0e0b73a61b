import type { Person, Role } from '@accord/server/domain/permission';
import type { Pool } from 'pg';

/** Who appears in tests; every test file has its own database with them in it. */
export interface Cast {
  teamId: string;
  otherTeamId: string;
  complainant: Person;
  respondent: Person;
  platform: Person;
  handler: Person;
  colleague: Person;
  otherHandler: Person;
  supervisor: Person;
  otherSupervisor: Person;
  manager: Person;
  admin: Person;
  stranger: Person;
  expertA: Person;
  expertB: Person;
  expertC: Person;
  expertD: Person;
  integration: Person;
  otherIntegration: Person;
}

const uuid = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Inserts two teams, each with its handlers and supervisor, and the people around one dispute. */
export async function createCast(pool: Pool): Promise<Cast> {
  const teamId = uuid(901);
  const otherTeamId = uuid(902);
  await pool.query('insert into team (id, name, case_types) values ($1, $2, $3), ($4, $5, $6)', [
    teamId,
    '交易组',
    ['TRADE_DISPUTE', 'PAYMENT_ANOMALY', 'RIGHTS_PROTECTION', 'REPAYMENT', 'SERVICE_COMPLAINT'],
    otherTeamId,
    '信贷组',
    [],
  ]);
  let number = 0;
  const person = async (name: string, roles: Role[], team?: string, partyKind: Person['partyKind'] = 'PERSON') => {
    number += 1;
    const id = uuid(number);
    await pool.query('insert into person (id, name, subject, roles, party_kind) values ($1, $2, $3, $4, $5)', [
      id,
      name,
      `test|${number}`,
      roles,
      partyKind,
    ]);
    if (team) await pool.query('insert into team_member (team_id, person_id) values ($1, $2)', [team, id]);
    return { id, name, roles, partyKind, teamIds: team ? [team] : [] };
  };
  return {
    teamId,
    otherTeamId,
    complainant: await person('小明', ['USER']),
    respondent: await person('优品商家', ['USER'], undefined, 'MERCHANT'),
    platform: await person('平台代表', ['USER'], undefined, 'PLATFORM'),
    handler: await person('经办人甲', ['HANDLER'], teamId),
    colleague: await person('经办人乙', ['HANDLER'], teamId),
    otherHandler: await person('经办人丙', ['HANDLER'], otherTeamId),
    supervisor: await person('监督员甲', ['SUPERVISOR'], teamId),
    otherSupervisor: await person('监督员乙', ['SUPERVISOR'], otherTeamId),
    manager: await person('经理', ['MANAGER']),
    admin: await person('管理员', ['ADMIN']),
    stranger: await person('路人', ['USER']),
    expertA: await person('专家甲', ['EXPERT']),
    expertB: await person('专家乙', ['EXPERT']),
    expertC: await person('专家丙', ['EXPERT']),
    expertD: await person('专家丁', ['EXPERT']),
    integration: await person('商户系统甲', ['INTEGRATION']),
    otherIntegration: await person('商户系统乙', ['INTEGRATION']),
  };
}
