import { createHash } from 'node:crypto';
import type { FileFacts } from '../domain/evidence-file.js';
import { TypeCheck } from './type-check.js';

/** Why bytes are not what was announced. */
export class FileRefusal extends Error {
  constructor(
    readonly code: 'TOO_LARGE' | 'WRONG_TYPE' | 'WRONG_CONTENT',
    message: string,
  ) {
    super(message);
  }
}

/**
 * Passes bytes on in the memory of two chunks, and the last one only when size, type and digest are those announced:
 * whoever reads a wrong file never reads it whole.
 */
export async function* checkedBytes(
  source: AsyncIterable<Uint8Array>,
  { contentType, sizeBytes, sha256 }: FileFacts,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const type = new TypeCheck(contentType);
  let size = 0;
  let held: Uint8Array | null = null;
  for await (const chunk of source) {
    if (chunk.length === 0) continue;
    size += chunk.length;
    if (size > sizeBytes) throw new FileRefusal('TOO_LARGE', `more than the ${sizeBytes} bytes that were announced`);
    if (!type.accepts(chunk)) throw wrongType(contentType);
    hash.update(chunk);
    if (held) yield held;
    held = chunk;
  }
  if (size < sizeBytes) throw new FileRefusal('WRONG_CONTENT', `${size} of ${sizeBytes} bytes came`);
  if (!type.acceptsEnd()) throw wrongType(contentType);
  if (hash.digest('hex') !== sha256) throw new FileRefusal('WRONG_CONTENT', 'the sha256 is not the one announced');
  if (held) yield held;
}

function wrongType(contentType: string): FileRefusal {
  return new FileRefusal('WRONG_TYPE', `the bytes are not ${contentType}`);
}

export function sha256OfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
