import { offerCases } from '@accord/server/commands/assignment';
import { reviseCases } from '@accord/server/commands/revise-cases';
import type { App } from '@accord/server/app';
import { settle } from './lived-database.js';

/**
 * Once whatever was still to act has acted: of every table how many rows it has, and the transactions that wrote them, added up.
 * Equal as long as nothing was written.
 */
export async function everythingWritten(app: App): Promise<Record<string, string>> {
  const { pool } = app.runtime;
  while ((await reviseCases(app.runtime)) > 0);
  await offerCases(app.runtime);
  await settle(app);
  const { rows: tables } = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`,
  );
  const versions = ({ name }: { name: string }) =>
    `select '${name}' as name, count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) as rows from ${name}`;
  const { rows } = await pool.query<{ name: string; rows: string }>(tables.map(versions).join(' union all '));
  return Object.fromEntries(rows.map(({ name, rows: written }) => [name, written]));
}
