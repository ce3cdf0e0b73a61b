import { updatePerson, type PersonChange } from '@accord/server/commands/administration';
import { releaseCases } from '@accord/server/commands/assignment';
import type { Runtime } from '@accord/server/commands/runtime';
import type { Person } from '@accord/server/domain/permission';
import { Identity } from '@accord/server/graphql/identity';
import type { ModelCase } from './case.js';
import type { Dice } from './days.js';
import type { Sequence } from './sequence.js';
import { open } from './table.js';

const handlers = ['handler', 'colleague', 'relief'] as const;
const teamId = '01930000-0000-7000-8000-000000000901';

const leavings = ['AWAY', 'OF_ANOTHER_TEAM', 'NO_HANDLER'] as const;
export type Leaving = (typeof leavings)[number];

/** What an administrator says of who handles cases no longer, in one of three ways, and of who does again. */
const changes: Record<Leaving | 'BACK', Omit<PersonChange, 'personId'>> = {
  AWAY: { isActive: false },
  OF_ANOTHER_TEAM: { teamIds: [] },
  NO_HANDLER: { roles: ['USER'] },
  BACK: { isActive: true, teamIds: [teamId], roles: ['HANDLER'] },
};

/** A handler leaves now and then, mostly the one of the case, or comes back; whatever is open and was theirs is unassigned. */
export async function changeStaff({ runtime, stagecraft, c }: Sequence, dice: Dice): Promise<string | null> {
  if (dice.chance(0.88)) {
    await releaseCases(runtime);
    release(c);
    return null;
  }
  const { persons } = stagecraft;
  const own = handlers.find((name) => persons[name]!.id === c.handlerId);
  const name = own && dice.chance(0.7) ? own : dice.pick(handlers);
  const { id } = persons[name]!;
  const change = c.left.has(id) ? 'BACK' : dice.pick(leavings);
  await updatePerson(runtime, persons['admin']!, null, { personId: id, ...changes[change] });
  if (change === 'BACK') c.left.delete(id);
  else c.left.set(id, change);
  release(c);
  return `${name} ${change}`;
}

function release(c: ModelCase): void {
  if (c.handlerId !== null && c.left.has(c.handlerId) && open.includes(c.stage)) c.handlerId = null;
}

/** Somebody as the server knows them at the door; null when it knows nobody active. */
export function atTheDoor({ pool }: Runtime, { id }: Person): Promise<Person | null> {
  return new Identity(pool, null).personWithId(id);
}
