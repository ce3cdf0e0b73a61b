import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { handClock, road } from '../support/road.js';
import { announce, png } from '../support/upload.js';

let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
let caseId: string;

beforeAll(async () => {
  app = await startApp({ now: handClock('2026-03-02T10:00:00').now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  caseId = caseIdOf(await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] }));
});
afterAll(() => app.close());

describe('an upload for a version of the case', () => {
  const versionNow = async () => {
    const read = 'query ($id: ID!) { case(id: $id) { version } }';
    return (await api.ask<{ case: { version: number } }>(cast.complainant, read, { id: caseId })).data.case.version;
  };
  const uploadCount = async () => {
    const { rows } = await app.database.pool.query<{ count: number }>(
      'select count(*)::int as count from evidence_upload',
    );
    return rows[0]!.count;
  };

  it('is made for the one that stands, which it leaves as it is', async () => {
    const expectedVersion = await versionNow();
    expect((await announce(api, cast.complainant, png(), { caseId, expectedVersion })).errors).toEqual([]);
    expect(await versionNow()).toBe(expectedVersion);
  });

  it('is refused for another, for who may see the case and before the bounds of a file, and makes nothing', async () => {
    const currentVersion = await versionNow();
    const before = await uploadCount();
    for (const expectedVersion of [currentVersion - 1, currentVersion + 1]) {
      const over = { caseId, expectedVersion, sizeBytes: 0 };
      const { error } = await announce(api, cast.complainant, png(), over);
      expect(error).toEqual({ code: 'VERSION_CONFLICT', currentVersion });
      expect((await announce(api, cast.stranger, png(), over)).error).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await uploadCount()).toBe(before);
  });

  it('is answered to a repeated key whatever has happened to the case since', async () => {
    const over = { caseId, expectedVersion: await versionNow(), idempotencyKey: 'upload-at-version' };
    const first = await announce(api, cast.complainant, png(), over);
    expect(first.errors).toEqual([]);
    const message = 'mutation ($input: PostMessageInput!) { postMessage(input: $input) { case { version } } }';
    await api.ask(cast.complainant, message, { input: { caseId, text: '请看附件' } });
    expect((await announce(api, cast.complainant, png(), over)).upload).toEqual(first.upload);
  });

  it('cannot be told for a case yet to be filed', async () => {
    expect((await announce(api, cast.complainant, png(), { expectedVersion: 1 })).error).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.expectedVersion' }],
    });
  });
});
