import type { FastifyReply, FastifyRequest } from 'fastify';

/** Every refusal of a file, with its status; `schema/error-codes.md` says what to do about each. */
const statusOfRefusal = {
  UNAUTHENTICATED: 401,
  BAD_SIGNATURE: 403,
  NOT_FOUND: 404,
  UPLOAD_USED: 409,
  EXPIRED: 410,
  TOO_LARGE: 413,
  WRONG_TYPE: 415,
  WRONG_CONTENT: 422,
  STORE_UNAVAILABLE: 503,
} as const;
export type FileRefusalCode = keyof typeof statusOfRefusal;

/** Who is refused has so long to stop sending; then the connection ends. */
const lingerMs = 5_000;

/** Answers that nothing was done; a client that has not sent everything still hears it. */
export function refuse(request: FastifyRequest, reply: FastifyReply, code: FileRefusalCode, message: string) {
  if (!request.raw.complete) {
    const timer = setTimeout(() => request.raw.destroy(), lingerMs);
    request.raw.once('close', () => clearTimeout(timer));
    request.raw.resume();
    reply.header('connection', 'close');
  }
  return reply.code(statusOfRefusal[code]).header('cache-control', 'no-store').send({ code, message });
}
