import type { AnyNewCaseEvent } from './case-event.js';
import type { Id } from './case.js';
import type { Deciding } from './decision.js';
import { badInput } from './domain-error.js';
import { claimedUpload } from './evidence-file.js';
import { evidenceSubmitted } from './evidence.js';

const mostUploads = 20;
const longestTitle = 200;

/** Not too many uploads, and each once. */
export function requireUploads(uploadIds: readonly Id[]): void {
  if (uploadIds.length > mostUploads) throw badInput('input.evidenceUploadIds', `must be at most ${mostUploads}`);
  if (new Set(uploadIds).size < uploadIds.length)
    throw badInput('input.evidenceUploadIds', 'must not repeat an upload');
}

/**
 * What a case is filed with: evidence of the complainant, whoever files for them, of the type said with the upload and
 * titled by its file name.
 */
export function evidenceOfFiling(uploadIds: readonly Id[], partyId: Id, deciding: Deciding): AnyNewCaseEvent[] {
  return uploadIds.map((id, index) => {
    const upload = claimedUpload(id, null, `input.evidenceUploadIds.${index}`, deciding);
    const title = [...upload.fileName!].slice(0, longestTitle).join('');
    return evidenceSubmitted(
      { type: upload.type ?? 'OTHER', title, partyId, isLate: false, answerDueOn: null },
      upload,
      deciding,
    );
  });
}
