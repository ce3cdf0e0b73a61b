import type { Pool } from 'pg';
import { newId } from './case-transaction.js';

/** Whom an issuer of tokens vouches for. */
export interface Newcomer {
  issuer: string;
  subject: string;
  /** Null when the issuer does not tell. */
  name: string | null;
}

/** Makes a newcomer a person who may file and answer; whoever is known stays as they are. */
export async function signIn(pool: Pool, { issuer, subject, name }: Newcomer): Promise<void> {
  const id = newId(Date.now());
  await pool.query(
    `insert into person (id, name, issuer, subject) values ($1, $2, $3, $4) on conflict (issuer, subject) do nothing`,
    [id, name ?? `用户 ${id.slice(-6)}`, issuer, subject],
  );
}

/** Makes sure that a subject is an administrator from now on, whether they ever signed in or not. */
export async function appointAdministrator(pool: Pool, issuer: string, subject: string): Promise<void> {
  await pool.query(
    `insert into person (id, name, issuer, subject, roles) values ($1, '管理员', $2, $3, '{USER,ADMIN}')
     on conflict (issuer, subject) do update set roles = person.roles || '{ADMIN}'
     where not 'ADMIN' = any(person.roles)`,
    [newId(Date.now()), issuer, subject],
  );
}
