import type { CaseState, Id, Instant } from '../domain/case.js';
import { authorize, requireVersion } from '../domain/command.js';
import { DomainError, badInput, blocked } from '../domain/domain-error.js';
import { announcedFile } from '../domain/evidence-file.js';
import type { CreateEvidenceUpload, EvidenceUpload } from '../domain/evidence-file.js';
import type { Person } from '../domain/permission.js';
import { capacitiesIn } from '../domain/permission.js';
import { stagesOfCommand } from '../domain/stage.js';
import { budgets } from '../config.js';
import { newId, transact } from './case-transaction.js';
import { effectJson, keyLock, keyOf, requireSameInput } from './idempotency.js';
import type { Runtime } from './runtime.js';

const { addressTtlMs, unclaimedTtlMs, mostUnclaimed } = budgets.upload;

/** An upload that waits for its bytes. */
export interface CreatedUpload {
  uploadId: Id;
  /** Until when they may begin to arrive. */
  expiresAt: Instant;
}

export interface CreateUploadRequest {
  expectedVersion?: number | null;
  idempotencyKey?: string | null;
  maxBytes: number;
  input: CreateEvidenceUpload;
}

interface Loaded {
  state: CaseState | null;
  effect: { input_digest: string; answer: { ids: { uploadId: Id }; expiresAt: Instant } } | null;
  pending: { count: number; nextFreeAt: string | null };
}

/** An upload weighs on its person while bytes of it lie here, or may still arrive. */
const load = {
  name: 'load-upload',
  text: `
    select (select state from case_snapshot where case_id = $1) as state,
      ${effectJson('$2', `'createEvidenceUpload'`, '$3')} as effect,
      (select json_build_object('count', count(*), 'nextFreeAt', min(u.until)) from (
        select case when file_id is null then expires_at else created_at + $5::integer * interval '1 ms' end as until
        from evidence_upload where person_id = $2 and evidence_id is null) u where u.until > coalesce($4::timestamptz, clock_timestamp())) as pending`,
};

/** Announces a file: for a case that one may add evidence to, or for one yet to be filed. Nobody keeps more than 20 waiting. */
export function createEvidenceUpload(
  runtime: Runtime,
  person: Person,
  { expectedVersion = null, idempotencyKey, maxBytes, input }: CreateUploadRequest,
): Promise<CreatedUpload> {
  const caseId = input.caseId ?? null;
  if (!caseId && expectedVersion !== null) throw badInput('input.expectedVersion', 'is that of a case');
  const key = keyOf(idempotencyKey, input);
  const locks = [...(key ? [keyLock(person.id, key)] : []), `uploads of ${person.id}`];
  const values = [caseId, person.id, key?.key ?? '', runtime.now?.() ?? null, unclaimedTtlMs];
  const opening = { locks, load: { ...load, values } };
  return transact<CreatedUpload, Loaded>(runtime, opening, async (client, now, [loaded]) => {
    const { state, effect, pending } = loaded!;
    if (caseId && (!state || capacitiesIn(state, person).length === 0)) {
      throw new DomainError('NOT_FOUND', 'no such case', { path: 'input.caseId' });
    }
    if (effect) {
      requireSameInput(effect, key!.input);
      return { ...effect.answer.ids, expiresAt: effect.answer.expiresAt };
    }
    if (state) {
      authorize(state, 'createEvidenceUpload', person);
      requireVersion(state, 'createEvidenceUpload', expectedVersion);
      if (!stagesOfCommand.createEvidenceUpload.includes(state.stage)) throw blocked('WRONG_STAGE', [state.id]);
    }
    const file = announcedFile(input, maxBytes);
    if (pending.count >= mostUnclaimed) {
      const retryAfterMs = Date.parse(pending.nextFreeAt!) - Date.parse(now);
      throw new DomainError('RATE_LIMITED', `${mostUnclaimed} uploads wait to become evidence`, { retryAfterMs });
    }
    const uploadId = newId(Date.parse(now));
    const expiresAt = new Date(Date.parse(now) + addressTtlMs).toISOString();
    await client.query(
      `insert into evidence_upload (id, person_id, case_id, type, file_name, content_type, size_bytes, sha256, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        uploadId,
        person.id,
        caseId,
        input.type ?? null,
        input.fileName,
        file.contentType,
        file.sizeBytes,
        file.sha256,
        now,
        expiresAt,
      ],
    );
    if (key) {
      await client.query(
        `insert into command_effect (person_id, command, key_digest, input_digest, case_id, answer, at)
         values ($1, 'createEvidenceUpload', $2, $3, $4, $5, $6)`,
        [person.id, key.key, key.input, caseId, { ids: { uploadId }, expiresAt }, now],
      );
    }
    return { uploadId, expiresAt };
  });
}

/** A person's uploads among these, as JSON; those that are about to vanish are gone already. `now` may be null for the database's own. */
export function namedUploads(ids: string, personId: string, now: string): string {
  return `
    (select json_agg(json_build_object('id', u.id, 'caseId', u.case_id, 'type', u.type, 'fileName', u.file_name,
      'contentType', u.content_type, 'sizeBytes', u.size_bytes, 'sha256', u.sha256,
      'fileId', u.file_id, 'isClaimed', u.evidence_id is not null))
    from evidence_upload u where u.id = any(${ids}::uuid[]) and u.person_id = ${personId}
      and (u.evidence_id is not null or u.created_at > coalesce(${now}::timestamptz, clock_timestamp()) - ${unclaimedTtlMs} * interval '1 ms'))`;
}

export function uploadsById(uploads: EvidenceUpload[] | null): ReadonlyMap<Id, EvidenceUpload> {
  return new Map((uploads ?? []).map((upload) => [upload.id, upload]));
}

/** Claims of one upload wait for each other; taken after all other locks and in one order, so nothing waits in a ring. */
export function uploadLocks(ids: readonly Id[]): string[] {
  return [...new Set(ids)].sort().map((id) => `upload ${id}`);
}
