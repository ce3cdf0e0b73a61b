import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { unknownId } from '../support/refusal.js';
import { handClock, road } from '../support/road.js';
import { announce, png, put, submitFile, uploaded } from '../support/upload.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
let walk: ReturnType<typeof road>;
let caseId: string;

type Who = Exclude<keyof Cast, 'teamId' | 'otherTeamId'>;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  walk = await caseOf(cast.complainant);
  caseId = caseIdOf(walk);
});
afterAll(() => app.close());
beforeEach(() => {
  clock.set('2026-03-02T10:00:00');
  return app.database.pool.query('delete from evidence_upload where evidence_id is null');
});

async function caseOf(person: Person) {
  const made = await road(app.runtime).submit(person, { respondentIds: [cast.respondent.id] });
  await made.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
  return made;
}

describe('who may announce a file', () => {
  // Of the page "Who may do what": parties own, handler own; on a case one cannot see NOT_FOUND, on one that one can FORBIDDEN.
  it.each<[Who, string | null]>([
    ['complainant', null],
    ['respondent', null],
    ['handler', null],
    ['supervisor', 'FORBIDDEN'],
    ['manager', 'FORBIDDEN'],
    ['colleague', 'NOT_FOUND'],
    ['otherHandler', 'NOT_FOUND'],
    ['expertA', 'NOT_FOUND'],
    ['stranger', 'NOT_FOUND'],
  ])('%s: %s', async (who, code) => {
    const { upload, error } = await announce(api, cast[who], png(), { caseId });
    expect(error?.['code'] ?? null).toBe(code);
    expect(upload !== undefined).toBe(code === null);
    if (code === 'NOT_FOUND') expect(error).toEqual({ code, path: 'input.caseId' });
  });

  it('is anybody signed in who is about to file', async () => {
    expect((await announce(api, cast.stranger, png())).upload).toBeDefined();
    expect((await announce(api, null, png())).error).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is nobody once the case takes no evidence', async () => {
    const ended = await caseOf(cast.complainant);
    await ended.act(cast.handler, 'rejectCase', { reasonCode: 'NO_GROUNDS', reason: '没有依据' });
    const { error } = await announce(api, cast.complainant, png(), { caseId: caseIdOf(ended) });
    expect(error).toMatchObject({ code: 'GUARD_FAILED', blockedBy: [{ code: 'WRONG_STAGE' }] });
  });

  it('is nobody who has twenty waiting, until one is evidence or its address has expired', async () => {
    const first = await uploaded(api, cast.complainant, png(), { caseId });
    for (let count = 1; count < 20; count += 1) await announce(api, cast.complainant, png(), { caseId });
    const refused = await announce(api, cast.complainant, png(), { caseId });
    expect(refused.error).toEqual({ code: 'RATE_LIMITED', retryAfterMs: 3_600_000 });
    expect((await announce(api, cast.respondent, png(), { caseId })).upload).toBeDefined();
    await submitFile(api, cast.complainant, caseId, first.uploadId);
    expect((await announce(api, cast.complainant, png(), { caseId })).upload).toBeDefined();
    expect((await announce(api, cast.complainant, png(), { caseId })).error).toMatchObject({ code: 'RATE_LIMITED' });
    clock.set('2026-03-02T11:00:01');
    expect((await announce(api, cast.complainant, png(), { caseId })).upload).toBeDefined();
  });
});

describe('what is announced', () => {
  it.each<[string, object, string]>([
    ['a path', { fileName: '../../etc/passwd' }, 'input.fileName'],
    ['a path of Windows', { fileName: 'C:\\凭证.png' }, 'input.fileName'],
    ['two lines', { fileName: '凭证\n.png' }, 'input.fileName'],
    ['no name', { fileName: '' }, 'input.fileName'],
    ['a blank name', { fileName: '  ' }, 'input.fileName'],
    ['two dots', { fileName: '..' }, 'input.fileName'],
    ['a name of 256 characters', { fileName: '证'.repeat(256) }, 'input.fileName'],
    ['a NUL', { fileName: '凭证\0.png' }, 'input.fileName'],
    ['a name that reads otherwise than it is', { fileName: '凭证\u202egnp.exe' }, 'input.fileName'],
    ['SVG', { contentType: 'image/svg+xml' }, 'input.contentType'],
    ['HTML', { contentType: 'text/html' }, 'input.contentType'],
    ['no type', { contentType: '' }, 'input.contentType'],
    ['no bytes', { sizeBytes: 0 }, 'input.sizeBytes'],
    ['fewer than none', { sizeBytes: -1 }, 'input.sizeBytes'],
    ['more than 20 MiB', { sizeBytes: 20 * 1024 * 1024 + 1 }, 'input.sizeBytes'],
    ['very many', { sizeBytes: Number.MAX_SAFE_INTEGER }, 'input.sizeBytes'],
    ['a digest cut short', { sha256: 'a'.repeat(63) }, 'input.sha256'],
    ['a digest of other digits', { sha256: 'g'.repeat(64) }, 'input.sha256'],
  ])('is refused: %s', async (_name, over, path) => {
    const { error } = await announce(api, cast.complainant, png(), { caseId, ...over });
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });

  it.each(['证'.repeat(255), '“引号” \'n\' "x".png', '😀.png', 'a'])('keeps the name %j as it is', async (fileName) => {
    const { uploadId } = await uploaded(api, cast.complainant, png(fileName), { caseId });
    const { evidence } = await submitFile(api, cast.complainant, caseId, uploadId);
    expect(evidence!.file.name).toBe(fileName);
    const saved = (await fetch(evidence!.file.url)).headers.get('content-disposition')!;
    expect(decodeURIComponent(saved.split(`UTF-8''`)[1]!)).toBe(
      fileName.endsWith('.png') ? fileName : `${fileName}.png`,
    );
  });
});

describe('evidence is made', () => {
  const notFound = { code: 'NOT_FOUND', path: 'input.uploadId' };

  it('of one’s own upload, for this case, once, and once its bytes are there', async () => {
    const other = caseIdOf(await caseOf(cast.complainant));
    const file = png();
    const { uploadId } = await uploaded(api, cast.complainant, file, { caseId });
    const submit = (person: Person, id = uploadId, inCase = caseId) => submitFile(api, person, inCase, id);
    expect((await submit(cast.respondent)).error).toEqual(notFound);
    expect((await submit(cast.handler)).error).toEqual(notFound);
    expect((await submit(cast.complainant, uploadId, other)).error).toEqual(notFound);
    expect((await submit(cast.complainant, `upload_${unknownId}`)).error).toEqual(notFound);
    expect((await submit(cast.complainant, uploadId.replace('upload', 'evidence'))).error).toEqual(notFound);
    const unbound = await uploaded(api, cast.complainant, file);
    expect((await submit(cast.complainant, unbound.uploadId)).error).toEqual(notFound);
    const query = `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { case { id } } }`;
    const filed = await api.ask(cast.complainant, query, {
      input: {
        type: 'SERVICE_COMPLAINT',
        reason: 'POOR_SERVICE',
        description: '客服多次没有回复,也不解释原因。',
        requestedRemedy: '书面说明',
        truthDeclared: true,
        channel: 'WEB',
        evidenceUploadIds: [unbound.uploadId, uploadId],
      },
    });
    expect(filed.error).toEqual({ code: 'NOT_FOUND', path: 'input.evidenceUploadIds.1' });
    const { upload: empty } = await announce(api, cast.complainant, file, { caseId });
    expect((await submit(cast.complainant, empty!.uploadId)).error).toMatchObject({
      blockedBy: [{ code: 'UPLOAD_INCOMPLETE', subjectIds: [empty!.uploadId] }],
    });
    const answers = await Promise.all([1, 2, 3].map(() => submit(cast.complainant)));
    expect(answers.filter(({ evidence }) => evidence)).toHaveLength(1);
    const refused = answers.flatMap(({ error }) => (error ? [error] : []));
    for (const error of refused) expect(error).toMatchObject({ blockedBy: [{ code: 'UPLOAD_USED' }] });
  });

  it('never by who lost the case meanwhile', async () => {
    const lost = await caseOf(cast.complainant);
    const { upload } = await announce(api, cast.handler, png(), { caseId: caseIdOf(lost) });
    await lost.act(cast.supervisor, 'assignCase', { handlerId: cast.colleague.id, reason: '轮换' });
    expect((await put(upload!, png().bytes)).status).toBe(201);
    expect((await submitFile(api, cast.handler, caseIdOf(lost), upload!.uploadId)).error).toEqual({
      code: 'NOT_FOUND',
      path: 'input.caseId',
    });
  });
});
