import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { unknownId } from '../support/refusal.js';
import { handClock, road } from '../support/road.js';
import { png, refusalOf, sha256, submitFile, text, uploaded, type ShownFile } from '../support/upload.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

type Who = Exclude<keyof Cast, 'teamId' | 'otherTeamId'>;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());
beforeEach(() => clock.set('2026-03-02T10:00:00'));

describe('who fetches a file', () => {
  const query = `query ($id: ID!) { case(id: $id) { evidence { nodes { id title file { name url urlExpiresAt sizeBytes } } } } }`;
  const payslip = text('三月工资 8,000 元', '工资单.txt');
  const photo = png('照片.png', 70_000);
  let lived: ReturnType<typeof road>;
  let ids: { photo: string; payslip: string };

  /** The files that somebody reads in the case, by the names of their evidence. */
  async function shown(person: Person): Promise<Record<string, ShownFile>> {
    const { data } = await api.ask<{ case: { evidence: { nodes: { title: string; file: ShownFile }[] } } } | null>(
      person,
      query,
      { id: caseIdOf(lived) },
    );
    return Object.fromEntries((data?.case.evidence.nodes ?? []).map(({ title, file }) => [title, file]));
  }
  const bearer = (person: Person) => ({ authorization: `Bearer ${api.token(person)}` });
  const fetchById = (id: string, headers: Record<string, string> = {}) =>
    fetch(`${app.url}/evidence/${id}`, { headers });

  beforeAll(async () => {
    lived = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    await lived.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    const submit = async (file: typeof photo, over: object) => {
      const { uploadId } = await uploaded(api, cast.complainant, file, { caseId: caseIdOf(lived) });
      return (await submitFile(api, cast.complainant, caseIdOf(lived), uploadId, over)).evidence!.id;
    };
    ids = {
      photo: await submit(photo, { type: 'GOODS_PHOTO', title: '照片' }),
      payslip: await submit(payslip, { type: 'PAYSLIP', title: '工资单' }),
    };
  });

  it.each<[Who, boolean, boolean]>([
    ['complainant', true, true],
    ['respondent', true, false],
    ['handler', true, true],
    ['supervisor', true, true],
    ['manager', false, false],
    ['colleague', false, false],
    ['otherSupervisor', false, false],
    ['admin', false, false],
    ['stranger', false, false],
    ['expertA', false, false],
  ])('%s: the photo %s, the payslip %s', async (who, hasPhoto, hasPayslip) => {
    const files = await shown(cast[who]);
    for (const [name, id, isTheirs, file] of [
      ['照片', ids.photo, hasPhoto, photo],
      ['工资单', ids.payslip, hasPayslip, payslip],
    ] as const) {
      expect(files[name] !== undefined).toBe(isTheirs);
      const answers = [await fetchById(id, bearer(cast[who])), ...(isTheirs ? [await fetch(files[name]!.url)] : [])];
      for (const answer of answers) {
        if (isTheirs) expect(sha256(Buffer.from(await answer.arrayBuffer()))).toBe(sha256(file.bytes));
        else expect(await refusalOf(answer)).toEqual([404, 'NOT_FOUND']);
      }
    }
  });

  it('gets it to save, never to show', async () => {
    const { headers } = await fetch((await shown(cast.respondent))['照片']!.url);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(photo.bytes.length),
      'content-disposition': `attachment; filename="__.png"; filename*=UTF-8''%E7%85%A7%E7%89%87.png`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'repr-digest': `sha-256=:${Buffer.from(sha256(photo.bytes), 'hex').toString('base64')}:`,
    });
    const asked = await fetchById(ids.payslip, { ...bearer(cast.complainant), 'accept-encoding': 'gzip, br' });
    expect(asked.headers.get('content-encoding')).toBeNull();
  });

  it('is known by a token or an unaltered address that has not expired', async () => {
    const { url, urlExpiresAt } = (await shown(cast.complainant))['工资单']!;
    expect(await refusalOf(await fetchById(ids.payslip))).toEqual([401, 'UNAUTHENTICATED']);
    const forged = { authorization: 'Bearer x.y.z' };
    expect(await refusalOf(await fetchById(ids.payslip, forged))).toEqual([401, 'UNAUTHENTICATED']);
    const altered = [
      url.replace(cast.complainant.id, cast.respondent.id),
      url.replace(ids.payslip, ids.photo),
      url.replace(/until=(\d+)/, (_all, until: string) => `until=${Number(until) + 600}`),
      url.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      url.replace('signature=', 'signature=&signature='),
    ];
    for (const each of altered) expect(await refusalOf(await fetch(each)), each).toEqual([403, 'BAD_SIGNATURE']);
    clock.set('2026-03-02T10:14:59');
    expect((await fetch(url)).status).toBe(200);
    expect(urlExpiresAt).toBe('2026-03-02T02:15:00.000Z');
    clock.set('2026-03-02T10:15:00');
    expect(await refusalOf(await fetch(url))).toEqual([403, 'BAD_SIGNATURE']);
  });

  it('loses it with the right to see it, whatever address they hold', async () => {
    const { url } = (await shown(cast.handler))['照片']!;
    const { pool } = app.database;
    await lived.act(cast.supervisor, 'assignCase', { handlerId: cast.colleague.id, reason: '轮换' });
    expect(await refusalOf(await fetch(url))).toEqual([404, 'NOT_FOUND']);
    expect((await fetch((await shown(cast.colleague))['照片']!.url)).status).toBe(200);
    await lived.act(cast.supervisor, 'assignCase', { handlerId: cast.handler.id, reason: '轮换' });
    expect((await fetch(url)).status).toBe(200);
    await pool.query('update person set is_active = false where id = $1', [cast.handler.id]);
    expect(await refusalOf(await fetch(url))).toEqual([404, 'NOT_FOUND']);
    await pool.query('update person set is_active = true where id = $1', [cast.handler.id]);
  });

  it('never gets it whole when it is not what was submitted', async () => {
    const { pool } = app.database;
    const { url } = (await shown(cast.complainant))['照片']!;
    await pool.query(`update evidence set sha256 = repeat('0', 64) where id = $1`, [
      ids.photo.slice('evidence_'.length),
    ]);
    await expect((async () => (await fetch(url)).arrayBuffer())()).rejects.toThrow();
    await pool.query(`update evidence set sha256 = $2 where id = $1`, [
      ids.photo.slice('evidence_'.length),
      sha256(photo.bytes),
    ]);
  });

  it('is an expert too while seated, for what all parties read', async () => {
    const { pool } = app.database;
    const seat = { id: unknownId, caseId: lived.caseId, expertId: cast.expertA.id };
    await pool.query(
      `insert into expert_seat (id, case_id, number, expert_id, status) values ($1, $2, 1, $3, 'CLEAR')`,
      [seat.id, seat.caseId, seat.expertId],
    );
    const files = await shown(cast.expertA);
    expect(Object.keys(files)).toEqual(['照片']);
    expect((await fetch(files['照片']!.url)).status).toBe(200);
    expect((await fetchById(ids.payslip, bearer(cast.expertA))).status).toBe(404);
    await pool.query(`update expert_seat set status = 'REPLACED' where id = $1`, [seat.id]);
    expect((await fetch(files['照片']!.url)).status).toBe(404);
    await pool.query('delete from expert_seat where id = $1', [seat.id]);
  });
});
