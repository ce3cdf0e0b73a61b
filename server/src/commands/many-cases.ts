import type { Id } from '../domain/case.js';
import { sha256 } from '../domain/canonical-json.js';
import type { InputOf } from '../domain/command.js';
import { badInput } from '../domain/domain-error.js';
import type { Person } from '../domain/permission.js';
import type { FeedPosition } from '../feed/feed-position.js';
import { clockOf } from './case-transaction.js';
import { changeCase } from './change-case.js';
import { keyOf, requireSameInput } from './idempotency.js';
import type { RememberedEffect } from './idempotency.js';
import type { Runtime } from './runtime.js';

/** The commands that can be given for many cases at once, by the name they have then. */
export const commandOfMany = { assignCases: 'assignCase', closeCases: 'closeCase' } as const;
export type ManyCommand = keyof typeof commandOfMany;

export interface ManyRequest<M extends ManyCommand> {
  name: M;
  caseIds: readonly Id[];
  idempotencyKey?: string | null;
  input: InputOf<(typeof commandOfMany)[M]>;
}

/** What became of one of the cases: where in the feed its change stands, or why it was refused. */
export type Outcome = { caseId: Id } & ({ position: FeedPosition } | { error: unknown });

const mostCases = 100;

/**
 * Gives one command for each of up to 100 cases, one after the other, each in a transaction of its own and with the
 * checks of the single command; what is refused stands in the way of nothing else. A repeat of the key changes nothing that
 * the first has changed, and tries again what was refused or broken off.
 */
export async function changeCases<M extends ManyCommand>(
  runtime: Runtime,
  person: Person,
  { name, caseIds, idempotencyKey, input }: ManyRequest<M>,
): Promise<Outcome[]> {
  const distinct = [...new Set(caseIds)];
  const key = keyOf(idempotencyKey, { caseIds: distinct, ...input });
  if (key) await claimKey(runtime, person, name, key);
  const outcomes: Outcome[] = [];
  for (const caseId of distinct) {
    const ofCase = key && `${name} ${sha256(`${key.key} ${caseId}`)}`;
    try {
      const request = { command: commandOfMany[name], caseId, idempotencyKey: ofCase, input };
      const { position } = await changeCase(runtime, person, request);
      outcomes.push({ caseId, position });
    } catch (error) {
      outcomes.push({ caseId, error });
    }
  }
  return outcomes;
}

/** Refuses none, and more than 100; counted as they were given. */
export function requireMany(ids: readonly string[]): void {
  if (ids.length === 0 || ids.length > mostCases) throw badInput('input.caseIds', `must be 1 to ${mostCases}`);
}

/** Keeps what the key was first used for, before anything is changed under it. */
async function claimKey(
  runtime: Runtime,
  person: Person,
  name: ManyCommand,
  { key, input }: NonNullable<ReturnType<typeof keyOf>>,
): Promise<void> {
  const { pool } = runtime;
  await pool.query(
    `insert into command_effect (person_id, command, key_digest, input_digest, answer, at)
     values ($1, $2, $3, $4, '{"ids":{}}', $5) on conflict do nothing`,
    [person.id, name, key, input, await clockOf(runtime)],
  );
  const { rows } = await pool.query<Pick<RememberedEffect, 'input_digest'>>(
    'select input_digest from command_effect where person_id = $1 and command = $2 and key_digest = $3',
    [person.id, name, key],
  );
  // Forgotten between the two statements: nothing to compare with.
  if (rows[0]) requireSameInput(rows[0], input);
}
