import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { negotiate } from '@fastify/accept-negotiator';
import { budgets } from '../config.js';

/** A request that is refused before anybody looks at what it asks. */
export class RequestRefused extends Error {
  constructor(
    readonly status: 400 | 413 | 415,
    message: string,
  ) {
    super(message);
  }
}

/** Text comes back byte-equal or is refused: what is not UTF-8 must not turn into replacement characters. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a request's JSON body; RequestRefused for another type, for more than 64 KiB and for what is not UTF-8. */
export async function receiveJson(request: IncomingMessage): Promise<string> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json *(;|$)/i.test(type))
    throw new RequestRefused(415, 'send JSON, and say so: application/json');
  const { bodyBytes } = budgets.http;
  if (Number(request.headers['content-length']) > bodyBytes) throw tooLarge;
  const bytes = await bytesOf(request, bodyBytes);
  try {
    return utf8.decode(bytes);
  } catch {
    throw new RequestRefused(400, 'the body is not UTF-8');
  }
}

const tooLarge = new RequestRefused(413, `the body is larger than ${budgets.http.bodyBytes} bytes`);

/** All bytes of a request; RequestRefused once they are too many. */
function bytesOf(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size > limit) reject(tooLarge);
      else parts.push(part);
    });
    request.on('end', () => resolve(parts.length === 1 ? parts[0]! : Buffer.concat(parts)));
    request.on('error', reject);
  });
}

/** What an answer is packed with, the best first; quality 4 is near gzip's speed, and still smaller. */
export const brotliQuality = { [constants.BROTLI_PARAM_QUALITY]: 4 };
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
const packings = {
  br: (bytes: Buffer) => brotli(bytes, { params: brotliQuality }),
  gzip: (bytes: Buffer) => zip(bytes),
};
/** Below it packing saves nothing that a network would notice. */
const worthPackingBytes = 1024;
const packingNames = Object.keys(packings) as (keyof typeof packings)[];

/** Sends an answer, packed where the client takes that and it is worth it. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  text: string,
): Promise<void> {
  const bytes = Buffer.from(text);
  const isLarge = bytes.length >= worthPackingBytes;
  const packing = isLarge ? negotiate(request.headers['accept-encoding'] ?? '', packingNames) : null;
  const head = {
    ...headers,
    ...(isLarge ? { vary: 'accept-encoding' } : {}),
    ...(packing ? { 'content-encoding': packing } : {}),
  };
  const sent = packing ? await packings[packing](bytes) : bytes;
  response.writeHead(status, { ...head, 'content-length': sent.length }).end(sent);
}
