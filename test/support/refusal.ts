import type { Pool } from 'pg';
import { expect } from 'vitest';

/** A refusal with this code and at least these details. */
export const code = (expected: string, details: object = {}) =>
  expect.objectContaining({ code: expected, details: expect.objectContaining(details) });
/** GUARD_FAILED by exactly this blocker. */
export const blocked = (blocker: string) =>
  code('GUARD_FAILED', { blockedBy: [expect.objectContaining({ code: blocker })] });
/** BAD_USER_INPUT for exactly this field. */
export const badField = (path: string) => code('BAD_USER_INPUT', { fields: [expect.objectContaining({ path })] });
/** An id that nothing has. */
export const unknownId = '01930000-0000-7000-8000-00000000ffff';

/** Every table that a command can write, counted. */
export async function counts(pool: Pool): Promise<unknown> {
  const tables = [
    'case_event',
    'case_text',
    'case_snapshot',
    'dispute_case',
    'clock',
    'clock_fact',
    'deadline',
    'command_effect',
    'party',
    'payment_transaction',
  ];
  const { rows } = await pool.query(
    `select ${tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}`,
  );
  return rows[0];
}
