import type { Pool } from 'pg';
import type { EvidenceFile } from '../domain/evidence-file.js';
import type { Id } from '../domain/case.js';
import { column, computed, requiredWords } from './field.js';
import type { ObjectRead, TypeRead } from './field.js';
import { isAudible, scopeOf, visibleAmong } from './scope.js';
import { Statement } from './statement.js';
import type { Viewer } from './viewer.js';

const evidenceFileRead: TypeRead = {
  name: 'EvidenceFile',
  fields: {
    name: requiredWords('file_name_text_id'),
    contentType: column('content_type'),
    sizeBytes: column('size_bytes'),
    sha256: column('sha256'),
    url: computed,
    urlExpiresAt: computed,
  },
  hidden: (row) => `${row}.id`,
  complete: (evidenceId, { addressOf }) => ({ ...addressOf(evidenceId as Id) }),
};

/** The file of a piece of evidence, for whoever reads the piece. */
export const fileOfEvidence: ObjectRead = {
  kind: 'object',
  of: () => evidenceFileRead,
  isThere: (row) => `${row}.file_id is not null`,
};

/** The file of a piece of evidence that the viewer may see by the rights of this moment; null when there is none. */
export async function evidenceFileFor(
  pool: Pool,
  viewer: Viewer,
  evidenceId: Id,
): Promise<(Pick<EvidenceFile, 'contentType' | 'sizeBytes' | 'sha256'> & { fileId: Id; name: string }) | null> {
  const statement = new Statement();
  const scope = scopeOf(viewer);
  const id = statement.value('evidenceId', 'uuid');
  const isTheirs = `c.id = (select x.case_id from evidence x where x.id = ${id})`;
  const { rows } = await pool.query<{ fileId: Id; name: string } & Omit<EvidenceFile, 'id' | 'name'>>(
    `select e.file_id as "fileId", coalesce(t.words, '') as name, e.content_type as "contentType",
       e.size_bytes::double precision as "sizeBytes", e.sha256
     from ${visibleAmong(statement, scope, 'c0', isTheirs)}
     join evidence e on e.case_id = c0.id left join case_text t on t.id = e.file_name_text_id
     where e.id = ${id} and e.file_id is not null and ${isAudible(scope, 'c0', 'e')}`,
    statement.slots.map((slot) => slot({ viewer, values: { evidenceId } })),
  );
  return rows[0] ?? null;
}
