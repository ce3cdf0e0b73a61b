import { createRuntime } from '@accord/server/commands/runtime';
import type { Runtime } from '@accord/server/commands/runtime';
import { openDatabase } from '@accord/server/database';
import type { Person, Role } from '@accord/server/domain/permission';
import { createCast } from '../support/cast.js';
import { createTestDatabase } from '../support/postgres.js';
import type { Player } from './part.js';
import type { World } from './rule.js';

/** Who is on stage, to the server and to the model. */
export interface Stagecraft {
  runtime: Runtime;
  world: World;
  persons: Record<string, Person>;
}

/** A database with everybody in it. No server runs: its sweep would let the deadlines of every sequence act by one clock. */
export async function setStage(): Promise<{ craft: Stagecraft; close: () => Promise<void> }> {
  const made = await createTestDatabase();
  const database = await openDatabase({ url: made.url });
  const { pool } = database;
  const { teamId, otherTeamId: _, ...cast } = await createCast(pool);
  let number = 800;
  const join = async (name: string, roles: Role[], isOfTeam: boolean): Promise<Person> => {
    const id = `01930000-0000-7000-8000-${String((number += 1)).padStart(12, '0')}`;
    await pool.query('insert into person (id, name, subject, roles) values ($1, $2, $2, $3)', [id, name, roles]);
    if (isOfTeam) await pool.query('insert into team_member (team_id, person_id) values ($1, $2)', [teamId, id]);
    return { id, name, roles, partyKind: 'PERSON', teamIds: isOfTeam ? [teamId] : [] };
  };
  const persons: Record<string, Person> = {
    ...cast,
    relief: await join('经办人丁', ['HANDLER'], true),
    chief: await join('监督员丙', ['SUPERVISOR'], true),
    neighbour: await join('邻居', ['USER'], false),
    cousin: await join('表亲', ['USER'], false),
    expertE: await join('专家戊', ['EXPERT'], false),
    expertF: await join('专家己', ['EXPERT'], false),
    expertG: await join('专家庚', ['EXPERT'], false),
  };
  const { rows: routes } = await pool.query<World['routes'][number]>(
    'select id, case_types as types from referral_route order by rank',
  );
  const players = Object.fromEntries(Object.entries(persons).map(([name, person]) => [name, playerOf(person, teamId)]));
  const close = async () => {
    await database.close();
    await made.drop();
  };
  return { craft: { runtime: createRuntime(database), persons, world: { players, routes } }, close };
}

function playerOf({ id, roles, teamIds }: Person, teamId: string): Player {
  const role = roles[0]!;
  const isOurs = teamIds.includes(teamId);
  if (role === 'HANDLER' || role === 'SUPERVISOR') return { id, as: isOurs ? role : 'NOBODY' };
  if (role === 'EXPERT' || role === 'MANAGER' || role === 'INTEGRATION') return { id, as: role };
  return { id, as: role === 'USER' ? 'PARTY' : 'NOBODY' };
}
