import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '../domain/case.js';

/** Makes addresses for bytes that nobody can guess or alter, signed by this database's key, and reads them again. */
export class UploadAddresses {
  constructor(readonly key: Buffer) {}

  pathOf(uploadId: Id): string {
    return `/evidence-upload/upload_${uploadId}?signature=${this.#signature(uploadId)}`;
  }

  /** The id of the upload; null for an address that was never given. */
  read(globalId: string, signature: unknown): Id | null {
    const id = /^upload_([0-9a-f-]{36})$/.exec(globalId)?.[1];
    if (!id) return null;
    const expected = Buffer.from(this.#signature(id));
    const given = Buffer.from(typeof signature === 'string' ? signature : '');
    return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
  }

  #signature(uploadId: Id): string {
    return createHmac('sha256', this.key).update(`upload ${uploadId}`).digest('base64url');
  }
}
