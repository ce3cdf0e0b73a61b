import { AwsV4Signer } from 'aws4fetch';
import type { Id } from '../domain/case.js';
import type { FileFacts } from '../domain/evidence-file.js';
import type { EvidenceStore } from './evidence-store.js';

/** How to reach an S3-compatible bucket. */
export interface S3Options {
  /** What ids are appended to, with a slash at its end: the bucket as a path or as a host, and any prefix. */
  url: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Objects in a bucket. The store is told their digest beforehand and checks it too; to S3 what breaks off is no object. */
export class S3Store implements EvidenceStore {
  constructor(readonly options: S3Options) {}

  async put(id: Id, bytes: AsyncIterable<Uint8Array>, { contentType, sizeBytes, sha256 }: FileFacts): Promise<void> {
    const headers = {
      'content-type': contentType,
      'content-length': String(sizeBytes),
      'x-amz-content-sha256': sha256,
    };
    const response = await this.#send('PUT', id, headers, bytes);
    await requireDone(response, [200, 201, 204]);
  }

  async get(id: Id): Promise<AsyncIterable<Uint8Array> | null> {
    // As it is: nothing on the way may compress it.
    const response = await this.#send('GET', id, { 'accept-encoding': 'identity' });
    if (response.status === 404) {
      await response.body?.cancel();
      return null;
    }
    if (response.status !== 200) await requireDone(response, [200]);
    return response.body;
  }

  async remove(id: Id): Promise<void> {
    await requireDone(await this.#send('DELETE', id), [200, 204, 404]);
  }

  /** An upload that breaks off leaves nothing in a bucket. */
  tidy(): Promise<void> {
    return Promise.resolve();
  }

  async #send(
    method: string,
    id: Id,
    headers: Record<string, string> = {},
    bytes?: AsyncIterable<Uint8Array>,
  ): Promise<Response> {
    const { url, ...keys } = this.options;
    const signed = await new AwsV4Signer({ ...keys, service: 's3', method, url: url + id, headers }).sign();
    // Sent as they come, in the memory of one chunk.
    const body = bytes && { body: ReadableStream.from(bytes), duplex: 'half' as const };
    try {
      return await fetch(signed.url, { method, headers: signed.headers, redirect: 'error', ...body });
    } catch (error) {
      // What broke the bytes off, rather than that they broke off.
      throw error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
    }
  }
}

async function requireDone(response: Response, statuses: number[]): Promise<void> {
  const text = await response.text();
  if (statuses.includes(response.status)) return;
  throw new Error(`S3 answered ${response.status} ${/<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ''}`.trim());
}
