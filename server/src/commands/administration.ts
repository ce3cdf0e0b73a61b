import type { Id } from '../domain/case.js';
import { badInput, notFound, requireText } from '../domain/domain-error.js';
import { requireContactData } from '../domain/contact-data.js';
import type { ContactData } from '../domain/contact-data.js';
import type { Person, Role } from '../domain/permission.js';
import type { LocalDate } from '../domain/working-calendar.js';
import { releaseCases } from './assignment.js';
import { writeContactData } from './contact-data.js';
import { once } from './idempotency.js';
import type { Runtime } from './runtime.js';

/** What an administrator says of a person; what is not given stays. */
export interface PersonChange {
  personId: Id;
  isActive?: boolean | null;
  roles?: Role[] | null;
  teamIds?: Id[] | null;
  /** Null is no employer. */
  employer?: string | null;
  /** Null ends an absence. */
  awayThrough?: LocalDate | null;
  contact?: ContactData | null;
}

/** A person as administrators know them. */
export interface PersonRecord {
  id: Id;
  name: string;
  roles: Role[];
  isActive: boolean;
  employer: string | null;
  awayThrough: LocalDate | null;
  teams: { id: Id; name: string }[];
}

const recordOf = `select p.id, p.name, p.roles, p.is_active as "isActive", p.employer, p.away_through::text as "awayThrough",
  coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name, t.id)
    from team_member m join team t on t.id = m.team_id where m.person_id = p.id), '[]') as teams
  from person p where p.id = $1`;

/** Changes roles, teams or absence of a person; who handles cases no longer loses the open ones at once. */
export async function updatePerson(
  runtime: Runtime,
  administrator: Person,
  idempotencyKey: string | null,
  change: PersonChange,
): Promise<PersonRecord> {
  const { personId, isActive = null, teamIds = null } = change;
  const roles = change.roles ? [...new Set(change.roles)] : null;
  if (roles?.length === 0) throw badInput('input.roles', 'must not be empty');
  const isOneself = personId === administrator.id;
  if (isOneself && isActive === false) throw badInput('input.isActive', 'must not lock yourself out');
  if (isOneself && roles && !roles.includes('ADMIN')) throw badInput('input.roles', 'must not lock yourself out');
  if (change.employer) requireText('input.employer', change.employer, 1, 200);
  if (change.contact) requireContactData('input.contact', change.contact);
  const use = { command: 'updatePerson', idempotencyKey, input: change };
  await once(runtime, administrator, use, [], async (client) => {
    const { rowCount } = await client.query(
      `update person set is_active = coalesce($2, is_active), roles = coalesce($3, roles),
         employer = case when $4 then $5 else employer end,
         away_through = case when $6 then $7::date else away_through end
       where id = $1`,
      [
        personId,
        isActive,
        roles,
        change.employer !== undefined,
        change.employer ?? null,
        change.awayThrough !== undefined,
        change.awayThrough ?? null,
      ],
    );
    if (rowCount === 0) throw notFound('input.personId');
    if (change.contact) await writeContactData(client, personId, change.contact);
    if (teamIds) {
      const { rows: known } = await client.query<{ id: Id }>('select id from team where id = any($1)', [teamIds]);
      const unknown = teamIds.findIndex((id) => !known.some((team) => team.id === id));
      if (unknown >= 0) throw notFound(`input.teamIds.${unknown}`);
      await client.query('delete from team_member where person_id = $1 and not team_id = any($2)', [personId, teamIds]);
      await client.query(
        'insert into team_member (person_id, team_id) select $1, unnest($2::uuid[]) on conflict do nothing',
        [personId, teamIds],
      );
    }
    return {};
  });
  await releaseCases(runtime);
  const { rows } = await runtime.pool.query<PersonRecord>(recordOf, [personId]);
  return rows[0]!;
}

/** How a team's cases find their handlers. */
export const assignmentModes = ['QUEUE', 'RULE'] as const;

export interface TeamRecord {
  id: Id;
  name: string;
  assignment: (typeof assignmentModes)[number];
}

/** Says how the cases of a team find their handlers from now on. */
export async function updateTeam(
  runtime: Runtime,
  administrator: Person,
  idempotencyKey: string | null,
  change: { teamId: Id; assignment: TeamRecord['assignment'] },
): Promise<TeamRecord> {
  const { teamId, assignment } = change;
  const use = { command: 'updateTeam', idempotencyKey, input: change };
  await once(runtime, administrator, use, [], async (client) => {
    const { rowCount } = await client.query('update team set assignment = $2 where id = $1', [teamId, assignment]);
    if (rowCount === 0) throw notFound('input.teamId');
    return {};
  });
  const { rows } = await runtime.pool.query<TeamRecord>('select id, name, assignment from team where id = $1', [
    teamId,
  ]);
  return rows[0]!;
}
