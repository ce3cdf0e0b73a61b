import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { readConfig } from '@accord/server/config';
import { openEvidenceStore, type EvidenceStore } from '@accord/server/files/evidence-store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi } from '../support/api.js';
import { startApp } from '../support/app.js';
import { openBucket } from '../support/bucket.js';
import { createCast } from '../support/cast.js';
import { road } from '../support/road.js';
import { announce, png, put, refusalOf, sha256, submitFile, uploaded } from '../support/upload.js';

let folder: string;
let bucket: Awaited<ReturnType<typeof openBucket>>;
let stores: Record<'disk' | 'S3', EvidenceStore>;
const kept: Record<'disk' | 'S3', () => string[]> = {
  disk: () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => name.split('/')[2] ?? []),
  S3: () => bucket.objects(),
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-store-'));
  bucket = await openBucket();
  stores = {
    disk: await openEvidenceStore(readConfig({ DATA_DIR: folder })),
    S3: await openEvidenceStore(readConfig(bucket.environment)),
  };
});
afterAll(async () => {
  await bucket.close();
  rmSync(folder, { recursive: true });
});

async function* chunks(...parts: (Buffer | Error)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Error) throw part;
    yield await Promise.resolve(part);
  }
}

async function read(store: EvidenceStore, id: string): Promise<Buffer | null> {
  const bytes = await store.get(id);
  if (!bytes) return null;
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

describe.each(['disk', 'S3'] as const)('the store on %s', (kind) => {
  const bytes = Buffer.concat([Buffer.from('协商'), Buffer.alloc(200_000, 9)]);
  const file = { contentType: 'text/plain', sizeBytes: bytes.length, sha256: sha256(bytes) } as const;

  it('gives back what was put, and nothing once it is removed', async () => {
    const store = stores[kind];
    const id = randomUUID();
    await store.put(id, chunks(bytes.subarray(0, 7), bytes.subarray(7)), file);
    expect((await read(store, id))!.equals(bytes)).toBe(true);
    expect(kept[kind]()).toContain(id);
    await store.remove(id);
    expect(await read(store, id)).toBeNull();
    expect(kept[kind]()).not.toContain(id);
    await store.remove(id);
  });

  it('keeps nothing of bytes that break off, and says what broke them off', async () => {
    const id = randomUUID();
    const failure = new Error('the client went away');
    await expect(stores[kind].put(id, chunks(bytes.subarray(0, 100_000), failure), file)).rejects.toBe(failure);
    // To S3 an object that broke off is none; the peer of this test keeps half of it, which whoever put it removes.
    if (kind === 'S3') await stores[kind].remove(id);
    expect(await stores[kind].get(id)).toBeNull();
    expect(kept[kind]()).not.toContain(id);
  });
});

describe('the store on disk', () => {
  it('is closed to other users, and knows no path but those of ids', async () => {
    const id = randomUUID();
    const path = join(folder, 'evidence', id.slice(-2), id);
    const bytes = Buffer.from('机密');
    const file = { contentType: 'text/plain', sizeBytes: 6, sha256: sha256(bytes) } as const;
    await stores.disk.put(id, chunks(bytes), file);
    expect(readFileSync(path, 'utf8')).toBe('机密');
    expect([path, join(path, '..'), join(path, '../..')].map((each) => statSync(each).mode & 0o077)).toEqual([0, 0, 0]);
    for (const wrong of ['../escape', `${id}/..`, '', id.toUpperCase()]) {
      await expect(stores.disk.put(wrong, chunks(bytes), file)).rejects.toThrow('not the id of a file');
      await expect(stores.disk.get(wrong)).rejects.toThrow('not the id of a file');
    }
  });

  it('clears away what a crash broke off a day ago, and nothing that may still be written', async () => {
    const unfinished = join(folder, 'evidence', 'unfinished');
    for (const name of ['old', 'new']) writeFileSync(join(unfinished, name), '半');
    const yesterday = Date.now() / 1000 - 86_460;
    utimesSync(join(unfinished, 'old'), yesterday, yesterday);
    await stores.disk.tidy();
    expect(readdirSync(unfinished)).toEqual(['new']);
  });
});

describe('evidence in S3', () => {
  it('is uploaded, submitted and fetched, and what is refused is no object', async () => {
    const app = await startApp({}, bucket.environment);
    try {
      const cast = await createCast(app.database.pool);
      const api = await openApi(app);
      const walk = await road(app.runtime).submit(cast.complainant);
      const file = png('凭证.png', 150_000);
      const over = { caseId: caseIdOf(walk) };
      const { upload: refused } = await announce(api, cast.complainant, file, over);
      const before = bucket.objects();
      const altered = Buffer.from(file.bytes);
      altered[altered.length - 1]! ^= 1;
      // The peer of this test does not compare digests itself: it is never sent the last bytes.
      expect(await refusalOf(await put(refused!, altered))).toEqual([422, 'WRONG_CONTENT']);
      expect(bucket.objects()).toEqual(before);
      const { uploadId } = await uploaded(api, cast.complainant, file, over);
      expect(bucket.objects()).toHaveLength(before.length + 1);
      const { evidence } = await submitFile(api, cast.complainant, caseIdOf(walk), uploadId);
      const fetched = await fetch(evidence!.file.url);
      expect(sha256(Buffer.from(await fetched.arrayBuffer()))).toBe(sha256(file.bytes));
    } finally {
      await app.close();
    }
  });

  it('answers 503 while the bucket cannot be reached, and the address stays good', async () => {
    const gone = await openBucket();
    const app = await startApp({}, gone.environment);
    try {
      const cast = await createCast(app.database.pool);
      const api = await openApi(app);
      const { upload } = await announce(api, cast.complainant, png());
      await gone.close();
      for (let time = 0; time < 2; time += 1)
        expect(await refusalOf(await put(upload!, png().bytes))).toEqual([503, 'STORE_UNAVAILABLE']);
    } finally {
      await app.close();
    }
  });
});

describe('a wrong setting', () => {
  it.each([
    ['a key is missing', { S3_SECRET_ACCESS_KEY: '' }, 'S3_SECRET_ACCESS_KEY must be set where S3_URL is.'],
    ['no address', { S3_URL: 'evidence' }, 'S3_URL must look like https://host/path.'],
    ['a wrong key', { S3_SECRET_ACCESS_KEY: 'wrong' }, /cannot be written \(S3 answered 403 SignatureDoesNotMatch\)/],
    [
      'another bucket',
      { S3_URL: undefined as unknown as string },
      /cannot be written \(S3 answered 404 NoSuchBucket\)/,
    ],
    ['a folder that is a file', { S3_URL: '', DATA_DIR: import.meta.filename }, /Evidence cannot be kept in/],
  ])('is told at the start: %s', async (name, over, message) => {
    const other = bucket.environment.S3_URL.replace('/evidence/', '/missing/');
    const environment = { ...bucket.environment, ...over, ...(name === 'another bucket' ? { S3_URL: other } : {}) };
    await expect((async () => openEvidenceStore(readConfig(environment)))()).rejects.toThrow(message);
  });
});
