import type { Id, TextRef } from './case.js';
import type { Deciding } from './decision.js';
import { badInput, blocked, notFound } from './domain-error.js';
import type { EvidenceType } from './evidence.js';

/** What a file may be, as its bytes say; never SVG or HTML, which act where they are opened. */
export const fileTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'video/mp4',
  'text/plain',
] as const;
export type FileType = (typeof fileTypes)[number];

/** What is said of the bytes of a file before they arrive, and holds once they have. */
export interface FileFacts {
  contentType: FileType;
  sizeBytes: number;
  /** Of the bytes, lower-case hex. */
  sha256: string;
}

/** The file of a piece of evidence. */
export interface EvidenceFile extends FileFacts {
  /** Where its bytes lie. */
  id: Id;
  name: TextRef;
}

/** Bytes that a person announced, as far as that person may make evidence of them. */
export interface EvidenceUpload extends FileFacts {
  id: Id;
  /** Null: for a case yet to be filed. */
  caseId: Id | null;
  type: EvidenceType | null;
  /** Null once claimed. */
  fileName: string | null;
  /** Null until the bytes are there. */
  fileId: Id | null;
  isClaimed: boolean;
}

export interface CreateEvidenceUpload {
  caseId?: Id | null;
  type?: EvidenceType | null;
  fileName: string;
  contentType: string;
  sizeBytes: number;
  sha256: string;
}

const longestFileName = 255;

/** Checks what is announced of a file and answers its facts. */
export function announcedFile(input: CreateEvidenceUpload, maxBytes: number): FileFacts {
  requireFileName(input.fileName);
  const contentType = fileTypes.find((each) => each === input.contentType);
  if (!contentType) throw badInput('input.contentType', `must be one of ${fileTypes.join(', ')}`);
  if (!Number.isSafeInteger(input.sizeBytes) || input.sizeBytes < 1 || input.sizeBytes > maxBytes) {
    throw badInput('input.sizeBytes', `must be from 1 to ${maxBytes}`);
  }
  if (!/^[0-9a-f]{64}$/i.test(input.sha256)) throw badInput('input.sha256', 'must be 64 hexadecimal digits');
  return { contentType, sizeBytes: input.sizeBytes, sha256: input.sha256.toLowerCase() };
}

/** A name as a file can have it: of one line, and no path. */
function requireFileName(name: string): void {
  const length = [...name].length;
  const isName = length <= longestFileName && name.trim().length > 0 && !/[\p{Cc}/\\]/u.test(name);
  if (!isName || name === '.' || name === '..') {
    throw badInput('input.fileName', `must be a file name of 1 to ${longestFileName} characters, without a path`);
  }
}

/** The file of evidence made of a claimed upload; its name is kept apart like all words. */
export function fileOfUpload(upload: EvidenceUpload, deciding: Deciding): EvidenceFile {
  const { fileId, fileName, contentType, sizeBytes, sha256 } = upload;
  return { id: fileId!, name: deciding.text(fileName!), contentType, sizeBytes, sha256 };
}

/** The person's own upload for this case (null: for the one being filed), whose bytes are there and nobody's evidence yet. */
export function claimedUpload(uploadId: Id, caseId: Id | null, path: string, { uploads }: Deciding): EvidenceUpload {
  const upload = uploads.get(uploadId);
  if (!upload || (upload.caseId !== caseId && !upload.isClaimed)) throw notFound(path);
  if (upload.isClaimed) throw blocked('UPLOAD_USED', [upload.id]);
  if (!upload.fileId) throw blocked('UPLOAD_INCOMPLETE', [upload.id]);
  return upload;
}
