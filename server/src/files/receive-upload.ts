import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Id } from '../domain/case.js';
import type { FileFacts } from '../domain/evidence-file.js';
import { budgets } from '../config.js';
import { FileRefusal, checkedBytes } from './checked-bytes.js';
import type { EvidenceStore } from './evidence-store.js';
import { refuse } from './file-answer.js';
import type { UploadAddresses } from './upload-address.js';

/** One try to bring the bytes of an upload. */
export interface Begun {
  /** Under which the bytes lie. */
  attemptId: Id;
  file: FileFacts;
}

/** Where it is written down which uploads there are and how they stand. */
export interface UploadLedger {
  /** One try at a time: USED while another one runs or once one succeeded, EXPIRED when the address has. */
  begin(uploadId: Id): Promise<Begun | 'USED' | 'EXPIRED'>;
  /** From now on the bytes are there; false when another try was faster. */
  finish(begun: Begun): Promise<boolean>;
  /** The address may be tried again; what could not be removed now is removed later. */
  giveUp(begun: Begun, isRemoved: boolean): Promise<void>;
}

export interface ReceiveOptions {
  store: EvidenceStore;
  addresses: UploadAddresses;
  ledger: UploadLedger;
}

/**
 * Serves the one-time addresses of uploads: whoever has one may PUT the bytes that were announced, and nothing else.
 * They stream to the store; a try that fails leaves nothing, and the address stays good.
 */
export function receiveUploads(server: FastifyInstance, options: ReceiveOptions): void {
  server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    // Left unread: the bytes go to the store as they come.
    scope.addContentTypeParser('*', (_request, _body, parsed) => parsed(null));
    scope.put<{ Params: { id: string }; Querystring: Record<string, unknown> }>(
      '/evidence-upload/:id',
      { config: { bodyTimeoutMs: budgets.upload.timeoutMs } },
      async (request, reply) => {
        const uploadId = options.addresses.read(request.params.id, request.query['signature']);
        if (!uploadId) return refuse(request, reply, 'BAD_SIGNATURE', 'this address was never given');
        const begun = await options.ledger.begin(uploadId);
        if (begun === 'EXPIRED') return refuse(request, reply, 'EXPIRED', 'the address has expired');
        if (begun === 'USED') return refuse(request, reply, 'UPLOAD_USED', 'the bytes are there, or on their way');
        return receive(request, reply, begun, options);
      },
    );
    done();
  });
}

async function receive(
  request: FastifyRequest,
  reply: FastifyReply,
  begun: Begun,
  { store, ledger }: ReceiveOptions,
): Promise<FastifyReply> {
  const { attemptId, file } = begun;
  const giveUp = async () => {
    const isRemoved = await store.remove(attemptId).then(
      () => true,
      () => false,
    );
    await ledger.giveUp(begun, isRemoved);
  };
  try {
    requireAnnounced(request, file);
    // Not destroyed when a check fails: the client is still to be answered.
    const source = request.raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
    await store.put(attemptId, checkedBytes(source, file), file);
  } catch (error) {
    await giveUp();
    if (error instanceof FileRefusal) return refuse(request, reply, error.code, error.message);
    // Who went away is not answered.
    if (!request.raw.readableAborted) request.log.error(error, 'A file could not be kept.');
    return refuse(request, reply, 'STORE_UNAVAILABLE', 'the file could not be kept');
  }
  if (await ledger.finish(begun)) return reply.code(201).send({ sizeBytes: file.sizeBytes, sha256: file.sha256 });
  await giveUp();
  return refuse(request, reply, 'UPLOAD_USED', 'another try was faster');
}

/** What the head of a request says already. */
function requireAnnounced({ headers }: FastifyRequest, { contentType, sizeBytes }: FileFacts): void {
  if (headers['content-type']?.toLowerCase() !== contentType || headers['content-encoding']) {
    throw new FileRefusal('WRONG_TYPE', `send the bytes as they are, as ${contentType}`);
  }
  if (Number(headers['content-length'] ?? 0) > sizeBytes) {
    throw new FileRefusal('TOO_LARGE', `more than the ${sizeBytes} bytes that were announced`);
  }
}
