import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '@accord/server/app';
import { sweepUploads } from '@accord/server/commands/upload-ledger';
import { readConfig, type Config } from '@accord/server/config';
import { openEvidenceStore } from '@accord/server/files/evidence-store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { createCast, type Cast } from '../support/cast.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { handClock, road } from '../support/road.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';
import { announce, png, put, refusalOf, sha256, submitFile, uploaded } from '../support/upload.js';

const clock = handClock('2026-03-02T10:00:00');
let place: TestDatabase;
let folder: string;
let config: Config;
let app: App;
let cast: Cast;
let api: Api;
let caseId: string;

beforeEach(async () => {
  clock.set('2026-03-02T10:00:00');
  place = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'accord-sweep-'));
  config = readConfig({ PORT: '0', DATABASE_URL: place.url, DATA_DIR: folder, ACCORD_DEMO: 'on' });
  app = await createApp(config, { now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  caseId = caseIdOf(await road(app.runtime).submit(cast.complainant));
});
afterEach(async () => {
  await app.close();
  await place.drop();
  rmSync(folder, { recursive: true });
});

const filesKept = () =>
  readdirSync(join(folder, 'evidence'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
const sweep = async () => sweepUploads(app.runtime, await openEvidenceStore(config));
async function rowsOf(table: string): Promise<number> {
  const { rows } = await app.database.pool.query<{ count: number }>(`select count(*)::integer as count from ${table}`);
  return rows[0]!.count;
}

describe('an upload', () => {
  it('vanishes after 24 hours, bytes and row, unless evidence was made of it', async () => {
    const kept = await uploaded(api, cast.complainant, png('留下.png', 10), { caseId });
    const { evidence } = await submitFile(api, cast.complainant, caseId, kept.uploadId);
    const lost = await uploaded(api, cast.complainant, png('忘了.png', 20), { caseId });
    await announce(api, cast.complainant, png('没传.png'), { caseId });
    expect([filesKept().length, await rowsOf('evidence_upload')]).toEqual([2, 3]);
    clock.set('2026-03-03T10:00:00');
    // Gone for whoever would use it from the last second on; its bytes a little later.
    expect((await submitFile(api, cast.complainant, caseId, lost.uploadId)).error).toEqual({
      code: 'NOT_FOUND',
      path: 'input.uploadId',
    });
    await sweep();
    expect(filesKept()).toHaveLength(2);
    clock.set('2026-03-03T10:00:21');
    await sweep();
    expect([filesKept().length, await rowsOf('evidence_upload')]).toEqual([1, 1]);
    expect(await refusalOf(await put(lost, png('忘了.png', 20).bytes))).toEqual([410, 'EXPIRED']);
    const read = `query ($id: ID!) { node(id: $id) { ... on Evidence { file { url } } } }`;
    const { data } = await api.ask<{ node: { file: { url: string } } }>(cast.complainant, read, { id: evidence!.id });
    expect((await fetch(data.node.file.url)).status).toBe(200);
  });

  it('is swept by a server that starts, and repeats of its key answer the address that has expired', async () => {
    const over = { caseId, idempotencyKey: 'upload' };
    const upload = await uploaded(api, cast.complainant, png(), over);
    clock.set('2026-03-05T10:00:00');
    await app.close();
    app = await createApp(config, { now: clock.now });
    api = await openApi(app);
    await expect.poll(() => rowsOf('evidence_upload')).toBe(0);
    expect(filesKept()).toEqual([]);
    const repeated = await announce(api, cast.complainant, png(), over);
    expect(repeated.upload).toMatchObject({ uploadId: upload.uploadId, expiresAt: upload.expiresAt });
  });

  it('is what it was after a restart: to be sent, to be submitted, to be fetched', async () => {
    const [toSend, sent, submitted] = [
      (await announce(api, cast.complainant, png(), { caseId })).upload!,
      await uploaded(api, cast.complainant, png('已传.png'), { caseId }),
      await uploaded(api, cast.complainant, png('已交.png'), { caseId }),
    ];
    const { evidence } = await submitFile(api, cast.complainant, caseId, submitted.uploadId);
    await app.close();
    app = await createApp(config, { now: clock.now });
    api = await openApi(app);
    const here = (url: string) => app.url + new URL(url).pathname + new URL(url).search;
    expect((await put({ ...toSend, url: here(toSend.url) }, png().bytes)).status).toBe(201);
    expect((await submitFile(api, cast.complainant, caseId, sent.uploadId)).evidence).toBeDefined();
    const bytes = Buffer.from(await (await fetch(here(evidence!.file.url))).arrayBuffer());
    expect(sha256(bytes)).toBe(sha256(png().bytes));
  });
});

describe('a server that is killed', () => {
  const inPlace = { PORT: '0', ACCORD_DEMO: 'on' };
  let servers: ServerProcess[];
  beforeEach(() => {
    servers = [];
  });
  afterEach(async () => {
    for (const server of servers) server.kill('SIGTERM');
    await Promise.all(servers.map(({ ended }) => ended));
  });

  it('in the middle of an upload leaves nothing to be seen, and what it left is swept', async () => {
    const server = startServerProcess({ ...inPlace, DATABASE_URL: place.url, DATA_DIR: folder });
    servers.push(server);
    const url = await server.ready;
    const file = png('断电.png', 200_000);
    const other = await openApi({ url });
    const upload = (await announce(other, cast.complainant, file, { caseId })).upload!;
    const sending = request(upload.url, {
      method: 'PUT',
      headers: { 'content-type': 'image/png', 'content-length': String(file.bytes.length) },
    });
    sending.on('error', () => {});
    sending.write(file.bytes.subarray(0, 100_000));
    await expect.poll(() => filesKept().length).toBe(1);
    server.kill('SIGKILL');
    await server.ended;
    expect((await submitFile(api, cast.complainant, caseId, upload.uploadId)).error).toMatchObject({
      code: 'GUARD_FAILED',
      blockedBy: [{ code: 'UPLOAD_INCOMPLETE' }],
    });
    expect([filesKept().length, await rowsOf('evidence_attempt')]).toEqual([1, 1]);
    // Two days later by the clock of the database, by which the killed server wrote, and by that of the files.
    clock.set(new Date(Date.now() + 172_800_000).toISOString().slice(0, 19));
    const unfinished = join(folder, 'evidence', 'unfinished');
    const before = Date.now() / 1000 - 172_800;
    utimesSync(join(unfinished, readdirSync(unfinished)[0]!), before, before);
    await sweep();
    expect([filesKept(), await rowsOf('evidence_attempt'), await rowsOf('evidence_upload')]).toEqual([[], 0, 0]);
  });

  it('between the last byte and the commit leaves bytes that nobody sees, and they are swept', async () => {
    const file = png('断电.png', 30);
    const { uploadId } = (await announce(api, cast.complainant, file, { caseId })).upload!;
    const { pool } = app.database;
    // As the killed server leaves it: an attempt on record, its bytes in place, and no commit.
    const attemptId = '01930000-0000-4000-8000-0000000000aa';
    await pool.query(
      `insert into evidence_attempt (id, upload_id, ends_at) values ($1, $2, '2026-03-02T10:11:00+08')`,
      [attemptId, uploadId.slice('upload_'.length)],
    );
    const store = await openEvidenceStore(config);
    const whole = (async function* () {
      yield await Promise.resolve(file.bytes);
    })();
    const facts = { contentType: 'image/png', sizeBytes: file.bytes.length, sha256: sha256(file.bytes) } as const;
    await store.put(attemptId, whole, facts);
    expect((await submitFile(api, cast.complainant, caseId, uploadId)).error).toMatchObject({ code: 'GUARD_FAILED' });
    await sweep();
    expect(filesKept()).toEqual([attemptId]);
    clock.set('2026-03-02T10:11:01');
    await sweep();
    expect([filesKept(), await rowsOf('evidence_attempt'), await rowsOf('evidence_upload')]).toEqual([[], 0, 1]);
  });
});
