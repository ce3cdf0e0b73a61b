import { request } from 'node:http';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { expectRebuilt, storedEvents } from '../support/rebuild.js';
import { filing, handClock, road } from '../support/road.js';
import { announce, png, put, refusalOf, sha256, submitFile, text, uploaded, type Upload } from '../support/upload.js';

const clock = handClock('2026-03-02T10:00:00');
const maxBytes = 300_000;
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
let folder: string;
let caseId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-evidence-'));
  app = await startApp({ now: clock.now }, { DATA_DIR: folder, EVIDENCE_MAX_BYTES: String(maxBytes) });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
  await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
  caseId = caseIdOf(walk);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await app.database.pool.query('delete from evidence_upload where evidence_id is null');
});

/** Every file below the folder of evidence. */
const filesKept = () =>
  readdirSync(join(folder, 'evidence'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

async function announced(file = png(), over: object = { caseId }): Promise<Upload> {
  return (await announce(api, cast.complainant, file, over)).upload!;
}

describe('an upload', () => {
  it('becomes evidence with the very bytes, whose digest the log holds', async () => {
    const file = png('转账 "凭证" 2026.png', 100_000);
    const upload = await announced(file);
    expect(upload).toEqual({
      uploadId: expect.stringMatching(/^upload_/),
      url: expect.stringMatching(new RegExp(`^${app.url}/evidence-upload/${upload.uploadId}\\?signature=[\\w-]{43}$`)),
      method: 'PUT',
      headers: [{ name: 'content-type', value: 'image/png' }],
      expiresAt: '2026-03-02T03:00:00.000Z',
      maxBytes,
    });
    const response = await put(upload, file.bytes);
    expect([response.status, await response.json()]).toEqual([
      201,
      { sizeBytes: file.bytes.length, sha256: sha256(file.bytes) },
    ]);
    const { evidence } = await submitFile(api, cast.complainant, caseId, upload.uploadId);
    const facts = { contentType: 'image/png', sizeBytes: file.bytes.length, sha256: sha256(file.bytes) };
    expect(evidence!.file).toMatchObject({ name: file.fileName, ...facts });
    const fetched = await fetch(evidence!.file.url);
    expect(Buffer.from(await fetched.arrayBuffer()).equals(file.bytes)).toBe(true);
    const id = caseId.slice('case_'.length);
    const events = await storedEvents(app.database.pool, id);
    const { payload } = events.findLast(({ type }) => type === 'EvidenceSubmitted')!;
    expect(payload).toMatchObject({ file: { id: expect.stringMatching(/^[0-9a-f-]{36}$/), ...facts } });
    expect(JSON.stringify(payload)).not.toContain('凭证');
    await expectRebuilt(app.database.pool, id);
  });

  it('is made for a case yet to be filed, and each becomes evidence of the complainant, of the type that was said', async () => {
    const voucher = await uploaded(api, cast.complainant, png());
    const payslip = await uploaded(api, cast.complainant, text('三月工资', '工资单.txt'), { type: 'PAYSLIP' });
    const input = { ...filing, respondentIds: [`person_${cast.respondent.id}`] };
    const query = `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { case { id evidence { nodes { type title
      submittedBy { side } file { name } } } } } }`;
    const evidenceUploadIds = [voucher.uploadId, payslip.uploadId];
    const key = { idempotencyKey: 'filing-with-files' };
    const ask = () =>
      api.ask<{ submitCase: { case: { id: string; evidence: { nodes: object[] } } } }>(cast.complainant, query, {
        input: { ...input, evidenceUploadIds, ...key },
      });
    const { data } = await ask();
    const submittedBy = { side: 'COMPLAINANT' };
    expect(data.submitCase.case.evidence.nodes).toHaveLength(2);
    expect(data.submitCase.case.evidence.nodes).toEqual(
      expect.arrayContaining([
        { type: 'OTHER', title: '凭证.png', submittedBy, file: { name: '凭证.png' } },
        { type: 'PAYSLIP', title: '工资单.txt', submittedBy, file: { name: '工资单.txt' } },
      ]),
    );
    expect((await ask()).data.submitCase.case.id).toBe(data.submitCase.case.id);
    const again = await api.ask(cast.complainant, query, { input: { ...input, evidenceUploadIds } });
    expect(again.error).toMatchObject({
      code: 'GUARD_FAILED',
      blockedBy: [{ code: 'UPLOAD_USED', subjectIds: [voucher.uploadId] }],
    });
    const twice = { ...input, evidenceUploadIds: [voucher.uploadId, voucher.uploadId] };
    expect((await api.ask(cast.complainant, query, { input: twice })).error).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.evidenceUploadIds' }],
    });
    await expectRebuilt(app.database.pool, data.submitCase.case.id.slice('case_'.length));
  });

  it('filed by a handler for somebody is evidence of that party', async () => {
    const { uploadId } = await uploaded(api, cast.handler, text('工资 8,000 元', '工资单.txt'), { type: 'PAYSLIP' });
    const input = {
      ...filing,
      channel: 'PHONE',
      onBehalfOfId: `person_${cast.stranger.id}`,
      evidenceUploadIds: [uploadId],
    };
    const query = `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { case { id } } }`;
    const { data } = await api.ask<{ submitCase: { case: { id: string } } }>(cast.handler, query, { input });
    const read = `query ($id: ID!) { case(id: $id) { evidence { nodes { submittedBy { side } file { name } } } } }`;
    expect((await api.ask(cast.stranger, read, { id: data.submitCase.case.id })).data).toEqual({
      case: { evidence: { nodes: [{ submittedBy: { side: 'COMPLAINANT' }, file: { name: '工资单.txt' } }] } },
    });
  });

  it('answers a repeated key the same address, and refuses another input', async () => {
    const over = { caseId, idempotencyKey: 'upload-1' };
    const first = await announced(png(), over);
    clock.set('2026-03-02T10:30:00');
    expect(await announced(png(), over)).toEqual(first);
    clock.set('2026-03-02T10:00:00');
    expect((await announce(api, cast.complainant, png('别的.png'), over)).error).toEqual({
      code: 'IDEMPOTENCY_MISMATCH',
    });
    expect((await announce(api, cast.respondent, png(), over)).upload!.uploadId).not.toBe(first.uploadId);
  });
});

describe('an address', () => {
  it('takes the bytes once', async () => {
    const upload = await announced();
    expect((await put(upload, png().bytes)).status).toBe(201);
    expect(await refusalOf(await put(upload, png().bytes))).toEqual([409, 'UPLOAD_USED']);
    await submitFile(api, cast.complainant, caseId, upload.uploadId);
    expect(await refusalOf(await put(upload, png().bytes))).toEqual([409, 'UPLOAD_USED']);
  });

  it('takes one of several that come at once', async () => {
    const file = png('大.png', 200_000);
    const upload = await announced(file);
    const before = filesKept().length;
    const statuses = await Promise.all([1, 2, 3, 4].map(async () => (await put(upload, file.bytes)).status));
    expect(statuses.toSorted()).toEqual([201, 409, 409, 409]);
    expect(filesKept()).toHaveLength(before + 1);
  });

  it('is good for an hour', async () => {
    const upload = await announced();
    clock.set('2026-03-02T11:00:00');
    expect(await refusalOf(await put(upload, png().bytes))).toEqual([410, 'EXPIRED']);
    clock.set('2026-03-02T10:59:59');
    expect((await put(upload, png().bytes)).status).toBe(201);
    clock.set('2026-03-02T10:00:00');
  });

  it('cannot be guessed or altered', async () => {
    const [one, other] = [await announced(), await announced()];
    const [path, signature] = one.url.split('signature=') as [string, string];
    const urls = [
      path,
      `${path}signature=`,
      `${path}signature=${signature.slice(1)}A`,
      other.url.replace(other.uploadId, one.uploadId),
      `${app.url}/evidence-upload/upload_01930000-0000-7000-8000-00000000ffff?signature=${signature}`,
      `${app.url}/evidence-upload/..%2f..%2fetc?signature=${signature}`,
    ];
    for (const url of urls) {
      expect(await refusalOf(await put({ ...one, url }, png().bytes)), url).toEqual([403, 'BAD_SIGNATURE']);
    }
  });

  it('may be tried again after a try that failed', async () => {
    const upload = await announced();
    await put(upload, Buffer.alloc(png().bytes.length, 1));
    expect((await put(upload, png().bytes)).status).toBe(201);
  });

  it('can be asked by any page, as the API can', async () => {
    const preflight = await fetch((await announced()).url, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT');
  });
});

describe('bytes that are not what was announced', () => {
  const html = '<!DOCTYPE html><html><script>alert(1)</script></html>';
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  const dressed = (bytes: string | Buffer, contentType: string) => ({
    fileName: '文件',
    contentType,
    bytes: Buffer.from(bytes as string),
  });

  it.each([
    ['HTML as a text', dressed(html, 'text/plain')],
    ['SVG as a text', dressed(svg, 'text/plain')],
    ['HTML as a PNG', dressed(html, 'image/png')],
    ['SVG as a JPEG', dressed(svg, 'image/jpeg')],
    ['a PNG as a PDF', dressed(png().bytes, 'application/pdf')],
    ['a text in GBK', dressed(Buffer.from([0xc4, 0xe3, 0xba, 0xc3]), 'text/plain')],
    ['a text with a NUL far behind', dressed(`${'好'.repeat(30_000)}\0`, 'text/plain')],
  ])('are refused: %s', async (_name, file) => {
    const before = filesKept();
    expect(await refusalOf(await put(await announced(file), file.bytes))).toEqual([415, 'WRONG_TYPE']);
    expect(filesKept()).toEqual(before);
  });

  it('are refused: the same size, another digest', async () => {
    const upload = await announced(text('一样长'));
    expect(await refusalOf(await put(upload, '不一样'))).toEqual([422, 'WRONG_CONTENT']);
  });

  it.each([
    ['none', ''],
    ['too few', '太'],
  ])('are refused: %s', async (_name, bytes) => {
    expect(await refusalOf(await put(await announced(text('太短了')), bytes))).toEqual([422, 'WRONG_CONTENT']);
  });

  it('are refused: too many, whether or not they say how many', async () => {
    const upload = await announced(text('短'));
    expect(await refusalOf(await put(upload, '太长了'))).toEqual([413, 'TOO_LARGE']);
    const chunks = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let count = 0; count < 100; count += 1) controller.enqueue(Buffer.from('还有更多'));
        controller.close();
      },
    });
    const options = { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: chunks, duplex: 'half' as const };
    expect(await refusalOf(await fetch(upload.url, options))).toEqual([413, 'TOO_LARGE']);
  });

  it('are refused: with another content type', async () => {
    const upload = await announced();
    const told = { 'content-type': 'text/plain' };
    expect(await refusalOf(await put(upload, png().bytes, told))).toEqual([415, 'WRONG_TYPE']);
  });

  it('leave no file, nor does a client that goes away', async () => {
    const kept = filesKept();
    const file = png('断线.png', 100_000);
    const upload = await announced(file);
    const { pool } = app.database;
    const attempt = async () => {
      const { rows } = await pool.query<{ isOpen: boolean }>(
        'select attempt_ends_at is not null as "isOpen" from evidence_upload where id = $1',
        [upload.uploadId.slice('upload_'.length)],
      );
      return rows[0]!.isOpen;
    };
    const sending = request(upload.url, {
      method: 'PUT',
      headers: { 'content-type': 'image/png', 'content-length': String(file.bytes.length) },
    });
    sending.on('error', () => {});
    sending.write(file.bytes.subarray(0, 50_000));
    await expect.poll(() => filesKept().length).toBe(kept.length + 1);
    expect(await attempt()).toBe(true);
    expect(await refusalOf(await put(upload, file.bytes))).toEqual([409, 'UPLOAD_USED']);
    sending.destroy();
    await expect.poll(attempt).toBe(false);
    expect(filesKept()).toEqual(kept);
    expect((await put(upload, file.bytes)).status).toBe(201);
  });
});
