import type { Pool } from 'pg';

/** Of every table how many rows it has, and the transactions that wrote them, added up: equal as long as nothing was written. */
export async function everythingWritten(pool: Pool): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`,
  );
  const versions = ({ name }: { name: string }) =>
    `select '${name}' as name, count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) as rows from ${name}`;
  const { rows } = await pool.query<{ name: string; rows: string }>(tables.map(versions).join(' union all '));
  return Object.fromEntries(rows.map(({ name, rows: written }) => [name, written]));
}
