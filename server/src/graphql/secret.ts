import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';

/** A key of 32 random bytes that this database keeps under a name, made the first time it is asked for. */
export async function readSecret(pool: Pool, name: string): Promise<Buffer> {
  await pool.query('insert into secret (name, value) values ($1, $2) on conflict do nothing', [name, randomBytes(32)]);
  const { rows } = await pool.query<{ value: Buffer }>('select value from secret where name = $1', [name]);
  return rows[0]!.value;
}
