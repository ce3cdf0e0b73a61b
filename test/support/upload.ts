import { createHash } from 'node:crypto';
import type { Person } from '@accord/server/domain/permission';
import { expect } from 'vitest';
import type { Api } from './api.js';

/** A file as a client has it. */
export interface Sample {
  fileName: string;
  contentType: string;
  bytes: Buffer;
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The smallest PNG there is, and more bytes behind it to tell files apart. */
export function png(fileName = '凭证.png', extra = 0): Sample {
  const one = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return {
    fileName,
    contentType: 'image/png',
    bytes: Buffer.concat([Buffer.from(one, 'base64'), Buffer.alloc(extra, 7)]),
  };
}

export function text(words: string, fileName = '说明.txt'): Sample {
  return { fileName, contentType: 'text/plain', bytes: Buffer.from(words) };
}

export interface Upload {
  uploadId: string;
  url: string;
  method: string;
  headers: { name: string; value: string }[];
  expiresAt: string;
  maxBytes: number;
}

const creation = `mutation ($input: CreateEvidenceUploadInput!) { createEvidenceUpload(input: $input) {
  uploadId url method headers { name value } expiresAt maxBytes } }`;

/** What createEvidenceUpload answers for a file; `over` changes its input. */
export async function announce(api: Api, person: Person | null, { fileName, contentType, bytes }: Sample, over = {}) {
  const input = { fileName, contentType, sizeBytes: bytes.length, sha256: sha256(bytes), ...over };
  const { data, error, errors } = await api.ask<{ createEvidenceUpload: Upload } | null>(person, creation, { input });
  return { upload: data?.createEvidenceUpload, error, errors };
}

/** Sends bytes to an address the way it says, and nothing else. */
export function put({ url, method, headers }: Upload, bytes: Buffer | string, over: Record<string, string> = {}) {
  const told = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
  return fetch(url, { method, headers: { ...told, ...over }, body: bytes as BodyInit });
}

/** The status and the code of a refusal. */
export async function refusalOf(response: Response): Promise<[number, string]> {
  return [response.status, ((await response.json()) as { code: string }).code];
}

/** Announces a file and brings its bytes. */
export async function uploaded(api: Api, person: Person, file: Sample, over: object = {}): Promise<Upload> {
  const { upload, errors } = await announce(api, person, file, over);
  expect(errors).toEqual([]);
  expect((await put(upload!, file.bytes)).status).toBe(201);
  return upload!;
}

/** A file as the API shows it. */
export interface ShownFile {
  name: string;
  contentType: string;
  sizeBytes: number;
  sha256: string;
  url: string;
  urlExpiresAt: string;
}

const submission = `mutation ($input: SubmitEvidenceInput!) { submitEvidence(input: $input) {
  evidence { id title file { name contentType sizeBytes sha256 url urlExpiresAt } } } }`;

/** Submits evidence made of an upload. */
export async function submitFile(api: Api, person: Person, caseId: string, uploadId: string, over: object = {}) {
  const input = { caseId, type: 'TRANSACTION_VOUCHER', title: '交易凭证', uploadId, ...over };
  const { data, error } = await api.ask<{ submitEvidence: { evidence: { id: string; file: ShownFile } } } | null>(
    person,
    submission,
    { input },
  );
  return { evidence: data?.submitEvidence?.evidence, error };
}
