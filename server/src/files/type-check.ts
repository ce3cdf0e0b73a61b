import { TextDecoder } from 'node:util';
import type { FileType } from '../domain/evidence-file.js';

/** As far as one has to look to tell what a file is. */
const headBytes = 4096;
/** Brands of ISO media files that are MP4 (and neither HEIC, AVIF nor QuickTime). */
const mp4Brands = /^(isom|iso[2-9]|mp4[12]|avc1|M4V[ HP]|MSNV|dash)$/;
/** A browser that guessed would take a text with one of these at its beginning for a page or a drawing. */
const markup = /<(?:!doctype|!--|\?xml|(?:html|head|body|title|meta|script|style|iframe|svg|object|embed|form)[\s>/])/i;

const signatures: Record<Exclude<FileType, 'text/plain'>, (head: Buffer) => boolean> = {
  'application/pdf': (head) => startsWith(head, '%PDF-'),
  'image/jpeg': (head) => startsWith(head, '\xff\xd8\xff'),
  'image/png': (head) => startsWith(head, '\x89PNG\r\n\x1a\n'),
  'image/webp': (head) => startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8),
  'video/mp4': (head) => startsWith(head, 'ftyp', 4) && mp4Brands.test(head.toString('latin1', 8, 12)),
};

function startsWith(head: Buffer, text: string, offset = 0): boolean {
  return head.toString('latin1', offset, offset + text.length) === text;
}

/** What the first bytes of a file say that it is; null when it is none of what a file may be. */
export function sniffedType(head: Buffer): FileType | null {
  for (const [type, isIt] of Object.entries(signatures)) if (isIt(head)) return type as FileType;
  return markup.test(head.toString('utf8')) ? null : 'text/plain';
}

/** Tells, chunk by chunk, whether bytes are of the type that was announced; a text is UTF-8 without NUL to its end. */
export class TypeCheck {
  #head: Buffer | null = Buffer.alloc(0);
  readonly #decoder: TextDecoder | null;

  constructor(readonly expected: FileType) {
    this.#decoder = expected === 'text/plain' ? new TextDecoder('utf-8', { fatal: true }) : null;
  }

  /** False as soon as it is clear that they are not. */
  accepts(chunk: Uint8Array): boolean {
    if (this.#decoder && (chunk.includes(0) || !this.#decodes(chunk))) return false;
    if (!this.#head) return true;
    this.#head = Buffer.concat([this.#head, chunk.subarray(0, headBytes)]);
    return this.#head.length < headBytes || this.#acceptsHead(this.#head);
  }

  acceptsEnd(): boolean {
    return this.#decodes() && (!this.#head || this.#acceptsHead(this.#head));
  }

  #acceptsHead(head: Buffer): boolean {
    this.#head = null;
    return sniffedType(head) === this.expected;
  }

  #decodes(chunk?: Uint8Array): boolean {
    try {
      this.#decoder?.decode(chunk, { stream: chunk !== undefined });
      return true;
    } catch {
      return false;
    }
  }
}
