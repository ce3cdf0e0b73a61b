import { randomUUID } from 'node:crypto';
import type { Id } from '../domain/case.js';
import type { FileFacts } from '../domain/evidence-file.js';
import { StartError } from '../config.js';
import type { Config } from '../config.js';
import { DiskStore } from './disk-store.js';
import { S3Store } from './s3-store.js';
import { sha256OfBytes } from './checked-bytes.js';

/** Where the bytes of evidence lie, each under a random id; what was put never changes. */
export interface EvidenceStore {
  /** Keeps the bytes once all of them have come; when they break off nothing is kept, and what broke them off is thrown. */
  put(id: Id, bytes: AsyncIterable<Uint8Array>, file: FileFacts): Promise<void>;
  /** Null when nothing lies under the id. */
  get(id: Id): Promise<AsyncIterable<Uint8Array> | null>;
  /** Removes what lies under the id; nothing there is fine. */
  remove(id: Id): Promise<void>;
  /** Clears away what crashes broke off. */
  tidy(): Promise<void>;
}

/** Opens the configured store and tries it; one that cannot be written is a StartError. */
export async function openEvidenceStore({ evidence }: Pick<Config, 'evidence'>): Promise<EvidenceStore> {
  const { s3, directory } = evidence;
  const store = s3 ? new S3Store(s3) : new DiskStore(directory);
  const probe = Buffer.from('accord');
  const file: FileFacts = { contentType: 'text/plain', sizeBytes: probe.length, sha256: sha256OfBytes(probe) };
  const id = randomUUID();
  try {
    await store.put(id, one(probe), file);
    await store.remove(id);
  } catch (error) {
    const { message } = error as Error;
    throw new StartError(
      s3
        ? `The store of evidence at ${s3.url} cannot be written (${message}): correct S3_URL, S3_REGION or its keys.`
        : `Evidence cannot be kept in ${directory} (${message}): let DATA_DIR name a folder that can be written.`,
    );
  }
  return store;
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
