import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GraphQLError } from 'graphql';
import { z } from 'zod';
import { StartError } from '../config.js';
import type { Config } from '../config.js';
import { codedError } from './errors.js';

const ofDashboard = fileURLToPath(
  new URL('../../../dashboard/src/api/generated/persisted-documents.json', import.meta.url),
);
const manifest = z.record(z.string(), z.string());
const naming = z.object({
  query: z.string().optional(),
  documentId: z.string().optional(),
  extensions: z.object({ persistedQuery: z.object({ sha256Hash: z.string() }).optional() }).optional(),
});

/** Documents that clients name instead of sending them, and whether any others are served at all. */
export class TrustedDocuments {
  readonly #texts = new Map<string, string>();
  readonly #isOnly: boolean;

  /** Reads the dashboard's documents and those of the configured file; StartError where a name is not the digest of its document. */
  constructor({ file, isOnly }: Config['trustedDocuments']) {
    this.#isOnly = isOnly;
    for (const path of [ofDashboard, ...(file ? [file] : [])])
      for (const [name, text] of Object.entries(readManifest(path))) {
        if (name !== nameOf(text))
          throw new StartError(`${path} names a document ${name}, which by its text is ${nameOf(text)}.`);
        this.#texts.set(name, text);
      }
  }

  /** Whether a document is served. */
  admits(source: string): boolean {
    return !this.#isOnly || this.#texts.has(nameOf(source));
  }

  /** The document that a request names in place of one, by `documentId` or as persisted queries are named; null when nobody knows it, undefined when it names none. */
  named(request: unknown): string | null | undefined {
    const { data } = naming.safeParse(request);
    if (!data || data.query) return undefined;
    const name = data.documentId ?? data.extensions?.persistedQuery?.sha256Hash;
    if (name === undefined) return undefined;
    return this.#texts.get(name.startsWith('sha256:') ? name : `sha256:${name}`) ?? null;
  }
}

function readManifest(path: string): Record<string, string> {
  try {
    return manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new StartError(`TRUSTED_DOCUMENTS: ${path} holds no documents by their names (${(error as Error).message}).`);
  }
}

function nameOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** Says that a name is not known: the document must be sent, or registered. */
export function unknownDocument(): GraphQLError {
  return codedError('PERSISTED_QUERY_REQUIRED', 'no document is registered under this name');
}
