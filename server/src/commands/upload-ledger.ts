import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Id } from '../domain/case.js';
import type { Begun, UploadLedger } from '../files/receive-upload.js';
import type { EvidenceStore } from '../files/evidence-store.js';
import { budgets } from '../config.js';
import type { Runtime } from './runtime.js';

const { unclaimedTtlMs, attemptMs } = budgets.upload;

/** What the receiver of bytes asks and tells of uploads. */
export function uploadLedger({ pool, now }: Runtime): UploadLedger {
  const clock = () => now?.() ?? null;
  return {
    async begin(uploadId) {
      const attemptId = randomUUID();
      const { rows } = await pool.query<Begun['file'] & { isMine: boolean; isExpired: boolean }>({
        name: 'begin-upload',
        text: `
          with moment as (select coalesce($3::timestamptz, clock_timestamp()) as now),
          mine as (
            update evidence_upload u set attempt_ends_at = moment.now + ${attemptMs} * interval '1 ms' from moment
            where u.id = $1 and u.file_id is null and u.expires_at > moment.now
              and (u.attempt_ends_at is null or u.attempt_ends_at <= moment.now)
            returning u.id, u.attempt_ends_at),
          begun as (
            insert into evidence_attempt (id, upload_id, ends_at) select $2, mine.id, mine.attempt_ends_at from mine)
          select u.content_type as "contentType", u.size_bytes::double precision as "sizeBytes", u.sha256,
            exists (select from mine) as "isMine", u.file_id is null and u.expires_at <= moment.now as "isExpired"
          from evidence_upload u, moment where u.id = $1`,
        values: [uploadId, attemptId, clock()],
      });
      const [found] = rows;
      // Who holds a good address of an upload that is gone comes too late.
      if (!found || found.isExpired) return 'EXPIRED';
      const { contentType, sizeBytes, sha256, isMine } = found;
      return isMine ? { attemptId, file: { contentType, sizeBytes, sha256 } } : 'USED';
    },
    async finish({ attemptId }) {
      const { rowCount } = await pool.query({
        name: 'finish-upload',
        text: `
          with attempt as (delete from evidence_attempt where id = $1 returning id, upload_id)
          update evidence_upload u set file_id = attempt.id, attempt_ends_at = null from attempt
          where u.id = attempt.upload_id and u.file_id is null`,
        values: [attemptId],
      });
      return rowCount === 1;
    },
    async giveUp({ attemptId }, isRemoved) {
      await pool.query({
        name: 'give-up-upload',
        text: `
          with gone as (delete from evidence_attempt where id = $1 and $2)
          update evidence_upload u set attempt_ends_at = null from evidence_attempt attempt
          where attempt.id = $1 and u.id = attempt.upload_id and u.attempt_ends_at = attempt.ends_at`,
        values: [attemptId, isRemoved],
      });
    },
  };
}

/** Rows whose bytes are to vanish: their ids are answered, null where no bytes ever lay. */
type Vanishing = (client: PoolClient, now: Date | null) => Promise<{ fileId: Id | null }[]>;

/** An upload of which no evidence was made in time; a claim that is being written is over by then. */
const unclaimed: Vanishing = async (client, now) => {
  const { rows } = await client.query<{ fileId: Id | null }>(
    `delete from evidence_upload where id = (
       select u.id from evidence_upload u where u.evidence_id is null
         and u.created_at < coalesce($1::timestamptz, clock_timestamp()) - $2::integer * interval '1 ms'
         and not exists (select from evidence e where e.file_id = u.file_id)
       order by u.created_at limit 1 for update skip locked)
     returning file_id as "fileId"`,
    [now, unclaimedTtlMs + budgets.database.transactionTimeoutMs],
  );
  return rows;
};

/** A try that a crash broke off. */
const brokenOff: Vanishing = async (client, now) => {
  const { rows } = await client.query<{ fileId: Id }>(
    `delete from evidence_attempt where id = (
       select a.id from evidence_attempt a where a.ends_at < coalesce($1::timestamptz, clock_timestamp())
       order by a.ends_at limit 1 for update skip locked)
     returning id as "fileId"`,
    [now],
  );
  return rows;
};

/** Uploads of which no evidence was made in time vanish, bytes and rows, and what crashes broke off. */
export async function sweepUploads(runtime: Runtime, store: EvidenceStore): Promise<void> {
  for (const vanishing of [unclaimed, brokenOff]) while (await vanish(runtime, store, vanishing));
  await store.tidy();
}

/** Removes the bytes while the row is locked, then the row: what a crash leaves in between is found again. */
async function vanish({ pool, now }: Runtime, store: EvidenceStore, vanishing: Vanishing): Promise<boolean> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query('begin');
    const [row] = await vanishing(client, now?.() ?? null);
    if (row?.fileId) await store.remove(row.fileId);
    await client.query('commit');
    return row !== undefined;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (failure = lost));
    throw error;
  } finally {
    client.release(failure);
  }
}
