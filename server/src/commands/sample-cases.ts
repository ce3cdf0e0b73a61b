import type { Id } from '../domain/case.js';
import { canonicalJson, sha256 } from '../domain/canonical-json.js';
import type { CaseType } from '../domain/classification.js';
import { DomainError, badInput, requireText } from '../domain/domain-error.js';
import type { Person } from '../domain/permission.js';
import type { LocalDate } from '../domain/working-calendar.js';
import { newId } from './case-transaction.js';
import { changeCase } from './change-case.js';
import type { Runtime } from './runtime.js';

/** Which closed cases to draw from, and how many. */
export interface SampleCases {
  /** When they were resolved: Shanghai dates, both ends in. */
  from: LocalDate;
  to: LocalDate;
  count: number;
  types?: CaseType[] | null;
  /** The same seed draws the same cases out of the same ones. */
  seed?: string | null;
}

export interface Sample {
  seed: string;
  caseIds: Id[];
}

const mostSampled = 100;

const draw = `
  select c.id from dispute_case c join case_snapshot s on s.case_id = c.id
  where c.stage = 'CLOSED' and c.source is null and c.team_id = any($2::uuid[])
    and (c.resolved_at at time zone 'Asia/Shanghai')::date between $3::date and $4::date
    and ($5::text[] is null or c.type = any($5::text[]))
    and not jsonb_exists((s.state->'handledBy')::jsonb, $1::uuid::text)
    and not exists (select from party_member m where m.case_id = c.id and m.person_id = $1::uuid)
    and not exists (select from case_review r where r.case_id = c.id)
  order by sha256(convert_to($6::text || c.id::text, 'UTF8')), c.id limit $7`;

/**
 * Draws closed cases of the own teams for review, none that one handled and none that was drawn before, and answers which.
 * The draw is kept first, so that a repeat of its key finishes it and draws nothing anew.
 */
export async function sampleCases(
  runtime: Runtime,
  person: Person,
  input: SampleCases,
  idempotencyKey: string | null,
): Promise<Sample> {
  if (!person.roles.includes('SUPERVISOR')) throw new DomainError('FORBIDDEN', 'only a supervisor draws a sample');
  const { from, to, count, types = null } = input;
  if (from > to) throw badInput('input.to', 'must not be before from');
  if (count < 1 || count > mostSampled) throw badInput('input.count', `must be from 1 to ${mostSampled}`);
  if (input.seed) requireText('input.seed', input.seed, 1, 64);
  if (idempotencyKey !== null) requireText('input.idempotencyKey', idempotencyKey, 1, 200);
  const now = runtime.now?.() ?? new Date();
  const id = newId(now.getTime());
  const key = sha256(idempotencyKey ?? id);
  const { pool } = runtime;
  const digest = sha256(canonicalJson(input));
  const known =
    'select id, seed, case_ids as "caseIds", input_digest from case_sample where supervisor_id = $1 and key_digest = $2';
  const seed = input.seed ?? id;
  await pool.query(
    `insert into case_sample (id, supervisor_id, key_digest, input_digest, seed, drawn_at, case_ids)
     select $8::uuid, $1::uuid, $9, $10, $6::text, $11::timestamptz, array(${draw}) on conflict (supervisor_id, key_digest) do nothing`,
    [person.id, person.teamIds, from, to, types, seed, count, id, key, digest, now],
  );
  const { rows } = await pool.query<Sample & { id: Id; input_digest: string }>(known, [person.id, key]);
  const sample = rows[0]!;
  if (sample.input_digest !== digest) {
    throw new DomainError('IDEMPOTENCY_MISMATCH', 'this idempotency key was used with another input');
  }
  const drawn: Id[] = [];
  for (const caseId of sample.caseIds) if (await drawOne(runtime, person, sample.id, caseId)) drawn.push(caseId);
  return { seed: sample.seed, caseIds: drawn };
}

/** False for a case that meanwhile was reopened, or drawn by somebody else. */
async function drawOne(runtime: Runtime, person: Person, sampleId: Id, caseId: Id): Promise<boolean> {
  if (await isDrawn(runtime, sampleId, caseId)) return true;
  try {
    await changeCase(runtime, person, { command: 'sampleCases', caseId, input: { sampleId } });
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // A twin of this request may have come first.
    return isDrawn(runtime, sampleId, caseId);
  }
}

async function isDrawn({ pool }: Runtime, sampleId: Id, caseId: Id): Promise<boolean> {
  const { rowCount } = await pool.query('select from case_review where case_id = $1 and sample_id = $2', [
    caseId,
    sampleId,
  ]);
  return rowCount! > 0;
}
