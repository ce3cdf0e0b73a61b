import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Id } from '../domain/case.js';
import type { FileFacts, FileType } from '../domain/evidence-file.js';
import { checkedBytes } from './checked-bytes.js';
import type { EvidenceStore } from './evidence-store.js';
import { refuse } from './file-answer.js';

/** A file that somebody may read now. */
export interface ReadableFile extends FileFacts {
  fileId: Id;
  name: string;
}

export interface ServeFileOptions {
  store: EvidenceStore;
  /** Who asks, known by the signature of a link or else by a bearer token; null when that is not good, or missing. */
  readerOf(request: FastifyRequest, isSigned: boolean): Promise<Id | null>;
  /** The file of a piece of evidence, by the viewer's rights of this moment; null when there is none for them. */
  fileFor(viewerId: Id, evidenceId: Id): Promise<ReadableFile | null>;
}

/** Where the file of a piece of evidence is served. */
export function evidencePath(evidenceId: Id): string {
  return `/evidence/evidence_${evidenceId}`;
}

/**
 * Serves the files of evidence to whoever may see it at this moment. A file is only ever saved, never shown, and breaks off
 * before its end when it is not, byte for byte, what was submitted.
 */
export function serveFiles(server: FastifyInstance, { store, readerOf, fileFor }: ServeFileOptions): void {
  server.get<{ Params: { id: string }; Querystring: { signature?: unknown } }>(
    '/evidence/:id',
    { compress: false },
    async (request, reply) => {
      const isSigned = request.query.signature !== undefined;
      const reader = await readerOf(request, isSigned);
      if (!reader && isSigned)
        return refuse(request, reply, 'BAD_SIGNATURE', 'the link was never given, or has expired');
      if (!reader) return refuse(request, reply, 'UNAUTHENTICATED', 'a signed link or a bearer token is needed');
      const evidenceId = /^evidence_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(request.params.id)?.[1];
      const file = evidenceId && (await fileFor(reader, evidenceId));
      if (!file) return refuse(request, reply, 'NOT_FOUND', 'no such file');
      const bytes = await store.get(file.fileId).catch((error: unknown) => {
        request.log.error(error, 'The store of evidence cannot be read.');
      });
      if (!bytes) return refuse(request, reply, 'STORE_UNAVAILABLE', 'the file cannot be read now');
      return reply
        .headers({
          'content-type': file.contentType === 'text/plain' ? 'text/plain; charset=utf-8' : file.contentType,
          'content-length': file.sizeBytes,
          'content-disposition': attachment(file.name, file.contentType),
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, no-store',
          'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
        })
        .send(Readable.from(checkedBytes(bytes, file), { objectMode: false }));
    },
  );
}

/** Endings under which a file of each type is saved; the first is added to a name that has none of them. */
const endings: Record<FileType, readonly [string, ...string[]]> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'video/mp4': ['.mp4', '.m4v'],
  'text/plain': ['.txt'],
};

/** `Content-Disposition` of a file by any name (RFC 6266, RFC 5987); no text is saved as something that runs when it is opened. */
export function attachment(fileName: string, type: FileType): string {
  const hasEnding = endings[type].some((ending) => fileName.toLowerCase().endsWith(ending));
  const name = hasEnding ? fileName : `${fileName}${endings[type][0]}`;
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
