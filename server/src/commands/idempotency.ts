import type { PoolClient } from 'pg';
import type { Id, Instant } from '../domain/case.js';
import { canonicalJson, sha256 } from '../domain/canonical-json.js';
import { DomainError, badInput } from '../domain/domain-error.js';
import type { Person } from '../domain/permission.js';
import type { FeedPosition } from '../feed/feed-position.js';
import { transact } from './case-transaction.js';
import type { Changed } from './case-transaction.js';
import type { Runtime } from './runtime.js';
import type { CommandEffect } from './write-cases.js';

/** What is remembered of a key's first use, with the place in the feed that it got. */
export interface RememberedEffect extends Pick<CommandEffect, 'input_digest' | 'answer' | 'case_id'> {
  position: FeedPosition;
}

/** The effect of person, command and key digest, as JSON. */
export function effectJson(person: string, command: string, keyDigest: string): string {
  return `
    (select json_build_object('input_digest', f.input_digest, 'answer', f.answer, 'case_id', f.case_id, 'position',
      (select json_build_object('epoch', e.epoch, 'xid', e.xid::text, 'seq', e.seq::text)
         from case_event e where e.case_id = f.case_id and e.command_key = f.key_digest
           and e.id = coalesce((f.answer->>'eventId')::uuid, e.id) order by e.seq desc limit 1))
    from command_effect f
    where f.person_id = ${person} and f.command = ${command} and f.key_digest = ${keyDigest})`;
}

/** Uses of one key wait for each other, whatever they are used for; it is taken before a case's lock, so nothing waits in a ring. */
export const keyLock = (personId: Id, { key }: { key: string }) => `key ${personId} ${key}`;

/** The digests of an idempotency key and of the input that it stands for; null without a key. */
export function keyOf(idempotencyKey: string | null | undefined, input: object): { key: string; input: string } | null {
  if (idempotencyKey === null || idempotencyKey === undefined) return null;
  if (idempotencyKey.length === 0 || idempotencyKey.length > 200) {
    throw badInput('input.idempotencyKey', 'must have 1 to 200 characters');
  }
  return { key: sha256(idempotencyKey), input: sha256(canonicalJson(input)) };
}

/** The first answer again, unless the key came with another input. */
export function repeated(effect: RememberedEffect, inputDigest: string): Changed {
  requireSameInput(effect, inputDigest);
  return { caseId: effect.case_id, ids: effect.answer.ids, position: effect.position };
}

export function requireSameInput({ input_digest }: Pick<RememberedEffect, 'input_digest'>, inputDigest: string): void {
  if (input_digest === inputDigest) return;
  throw new DomainError('IDEMPOTENCY_MISMATCH', 'this idempotency key was used with another input');
}

/**
 * Does once a key what concerns no case, in one transaction that holds these locks, and answers the ids that `work` made;
 * a repeat does nothing and answers those of the first time. Without a key it is done each time.
 */
export async function once(
  runtime: Runtime,
  person: Person,
  { command, idempotencyKey, input }: { command: string; idempotencyKey: string | null; input: object },
  locks: string[],
  work: (client: PoolClient, now: Instant) => Promise<Record<string, Id>>,
): Promise<Record<string, Id>> {
  const key = keyOf(idempotencyKey, input);
  if (!key) return transact(runtime, { locks }, work);
  const load = {
    name: 'done-before',
    text: `select ${effectJson('$1', '$2', '$3')} as effect`,
    values: [person.id, command, key.key],
  };
  const opening = { locks: [keyLock(person.id, key), ...locks], load };
  type Loaded = { effect: RememberedEffect | null };
  return transact<Record<string, Id>, Loaded>(runtime, opening, async (client, now, [loaded]) => {
    const { effect } = loaded!;
    if (effect) {
      requireSameInput(effect, key.input);
      return effect.answer.ids;
    }
    const ids = await work(client, now);
    await client.query({
      name: 'remember-effect',
      text: `insert into command_effect (person_id, command, key_digest, input_digest, answer, at) values ($1, $2, $3, $4, $5, $6)`,
      values: [person.id, command, key.key, key.input, { ids }, now],
    });
    return ids;
  });
}

/** Forgets the keys of effects older than 30 days; a repeat after that is a new command. */
export async function forgetOldEffects({ pool, now }: Pick<Runtime, 'pool' | 'now'>): Promise<void> {
  await pool.query({
    name: 'forget-effects',
    text: `delete from command_effect where at < coalesce($1::timestamptz, clock_timestamp()) - interval '30 days'`,
    values: [now?.() ?? null],
  });
}
