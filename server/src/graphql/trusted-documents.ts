import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { StartError } from '../config.js';
import type { Config } from '../config.js';

const ofDashboard = fileURLToPath(
  new URL('../../../dashboard/src/api/generated/persisted-documents.json', import.meta.url),
);
const manifest = z.record(z.string(), z.string());
const naming = z.object({
  query: z.string().optional(),
  documentId: z.string().optional(),
  extensions: z.object({ persistedQuery: z.object({ sha256Hash: z.string() }).optional() }).optional(),
});

/** No document of GraphQL begins so. */
const prefix = 'sha256:';

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

  /** The text of a document that is asked for by its text or its name; null when it is not served. */
  textOf(source: string): string | null {
    if (source.startsWith(prefix)) return this.#texts.get(source) ?? null;
    return this.#isOnly && !this.#texts.has(nameOf(source)) ? null : source;
  }
}

/** The name that a request gives in place of a document, by `documentId` or as persisted queries are named. */
export function nameIn(request: unknown): string | undefined {
  // Most bring their document, and are not looked at twice.
  if ((request as { query?: unknown } | null | undefined)?.query) return undefined;
  const { data } = naming.safeParse(request);
  if (!data) return undefined;
  const name = data.documentId ?? data.extensions?.persistedQuery?.sha256Hash;
  return name === undefined || name.startsWith(prefix) ? name : prefix + name;
}

function readManifest(path: string): Record<string, string> {
  try {
    return manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new StartError(`TRUSTED_DOCUMENTS: ${path} holds no documents by their names (${(error as Error).message}).`);
  }
}

function nameOf(text: string): string {
  return prefix + createHash('sha256').update(text).digest('hex');
}
