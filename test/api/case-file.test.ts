import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { handClock, investigated, proposed, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00');
let app: Awaited<ReturnType<typeof startApp>>;
let api: Api;
let cast: Cast;
beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());

interface Links {
  url: string;
  jsonUrl: string;
  expiresAt: string;
}
interface FileContent {
  language: string;
  case: Record<string, unknown> & { version: number; messages: { text: string }[]; evidence: { type: string }[] };
  log: { audience: string; number: number; hash: string; content: { payload: object } | null }[];
  texts: { id: string; words: string }[];
}

const asking = `query ($id: ID!, $language: String) { case(id: $id) { caseFile(language: $language) { url jsonUrl expiresAt } } }`;

async function linksOf(person: Person, caseId: string, language: string | null = null): Promise<Links> {
  const { data } = await api.ask<{ case: { caseFile: Links } }>(person, asking, { id: caseIdOf({ caseId }), language });
  return data.case.caseFile;
}

/** Follows an address, as a browser does that has no token. */
const open = (url: string) => fetch(new URL(url, app.url));

async function fileOf(person: Person, caseId: string): Promise<FileContent> {
  return (await (await open((await linksOf(person, caseId)).jsonUrl)).json()) as FileContent;
}

/** Runs the published verifier on a file and answers what it says. */
function verify(file: FileContent) {
  const folder = mkdtempSync(join(tmpdir(), 'accord-case-file-'));
  try {
    const path = join(folder, 'file.json');
    writeFileSync(path, JSON.stringify(file));
    const script = fileURLToPath(import.meta.resolve('@accord/schema/examples/verify-case-file.js'));
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, path], { encoding: 'utf8' });
    return { isGood: status === 0, said: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a case file', () => {
  it('is a page that can be read, in the language that was asked for', async () => {
    const { caseId } = await proposed(app.runtime, cast);
    const chinese = await open((await linksOf(cast.complainant, caseId, 'zh-CN')).url);
    expect(chinese.status).toBe(200);
    expect(chinese.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(chinese.headers.get('cache-control')).toBe('private, no-store');
    const chinesePage = await chinese.text();
    expect(chinesePage).toContain('案件卷宗');
    expect(chinesePage).toContain('协商中');
    expect(chinesePage).toContain('收到的商品与页面描述不符');
    const englishPage = await (await open((await linksOf(cast.complainant, caseId, 'en')).url)).text();
    expect(englishPage).toContain('Case file');
    expect(englishPage).toContain('Negotiating');
    // Words stay as they were written.
    expect(englishPage).toContain('收到的商品与页面描述不符');
    expect(englishPage).not.toMatch(/undefined|\[object/);
  });

  it('comes in the language of the request where none is asked for, and in no other than the two', async () => {
    const { caseId } = await investigated(app.runtime, cast);
    const { data } = await api.ask<{ case: { caseFile: Links } }>(
      cast.complainant,
      asking,
      { id: caseIdOf({ caseId }) },
      { 'accept-language': 'en' },
    );
    expect(data.case.caseFile.url).toContain('/en.html?');
    const { error } = await api.ask(cast.complainant, asking, { id: caseIdOf({ caseId }), language: 'fr' });
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'language' }] });
  });

  it('holds every message, however many pages of them there are', async () => {
    const walk = await investigated(app.runtime, cast);
    const words = Array.from({ length: 205 }, (_, index) => `第 ${index} 条`);
    for (const text of words) await walk.act(cast.complainant, 'postMessage', { text });
    const file = await fileOf(cast.respondent, walk.caseId);
    expect(file.case.messages.map(({ text }) => text)).toEqual(words);
    expect(file.log.filter(({ audience }) => audience === 'PARTIES')).toHaveLength(file.case.version);
  });

  it('holds what GraphQL shows of every field of the case', async () => {
    const { caseId } = await proposed(app.runtime, cast);
    const { data } = await api.ask<{ __type: { fields: { name: string }[] } }>(
      cast.complainant,
      '{ __type(name: "Case") { fields { name } } }',
    );
    const about = ['availableActions', 'relatedCases', 'caseFile'];
    const names = data.__type.fields.map(({ name }) => name).filter((name) => !about.includes(name));
    expect(Object.keys((await fileOf(cast.complainant, caseId)).case).sort()).toEqual(names.sort());
  });

  it('shows a party nothing that is for another one’s eyes', async () => {
    const walk = await investigated(app.runtime, cast, { type: 'REPAYMENT', reason: 'CANNOT_REPAY_ON_TIME' });
    await walk.act(cast.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '三月工资单' });
    await walk.act(cast.handler, 'addNote', { text: '先不要承诺' });
    // A finding that rests on it tells nobody else that it is there.
    const evidenceId = (await walk.state()).evidence[0]!.id;
    const finding = { rootCause: 'HARDSHIP' as const, text: '收入下降' };
    await walk.act(cast.handler, 'recordFinding', { ...finding, evidenceIds: [evidenceId] });
    const own = await fileOf(cast.complainant, walk.caseId);
    expect(own.case.evidence.map(({ type }) => type)).toEqual(['PAYSLIP']);
    const other = JSON.stringify(await fileOf(cast.respondent, walk.caseId));
    for (const secret of ['三月工资单', '先不要承诺', 'NoteAdded', 'FindingSupported', evidenceId])
      expect(other).not.toContain(secret);
    expect(JSON.stringify(own)).toContain('FindingSupported');
    expect((await walk.state()).investigations[0]!.findings).toMatchObject([{ evidenceIds: [evidenceId] }]);
    expect(JSON.stringify(own)).not.toContain('先不要承诺');
    expect(JSON.stringify(await fileOf(cast.handler, walk.caseId))).toContain('先不要承诺');
  });

  it('verifies offline, for each who may have it, and not once a word, an entry or an order was changed', async () => {
    const walk = await proposed(app.runtime, cast);
    await walk.act(cast.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单' });
    for (const person of [cast.complainant, cast.respondent, cast.handler, cast.supervisor]) {
      const { isGood, said } = verify(await fileOf(person, walk.caseId));
      expect(isGood, said).toBe(true);
    }
    const good = await fileOf(cast.complainant, walk.caseId);
    const tampered: [string, (file: FileContent) => void][] = [
      ['a word', (file) => void (file.texts[0]!.words += '!')],
      ['an amount', (file) => void Object.assign(file.log[0]!.content!.payload, { urgency: 'URGENT' })],
      ['an entry less', (file) => void file.log.splice(2, 1)],
      [
        'the last one less',
        (file) =>
          void file.log.splice(
            file.log.findLastIndex((link) => link.audience === 'PARTIES'),
            1,
          ),
      ],
      ['an order', (file) => void ([file.log[2], file.log[3]] = [file.log[3]!, file.log[2]!])],
    ];
    for (const [what, tamper] of tampered) {
      const file = structuredClone(good);
      tamper(file);
      expect(verify(file).isGood, what).toBe(false);
    }
  });

  it('escapes what people wrote', async () => {
    const walk = await road(app.runtime).submit(cast.complainant, {
      description: '<script>alert("1")</script><img src=x onerror=alert(1)> 这是说明',
      respondentIds: [cast.respondent.id],
    });
    const page = await (await open((await linksOf(cast.complainant, walk.caseId)).url)).text();
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  });

  it('has no address for whom the case is not theirs to read whole', async () => {
    const { caseId } = await investigated(app.runtime, cast);
    const { error } = await api.ask(cast.stranger, asking, { id: caseIdOf({ caseId }) });
    expect(error).toMatchObject({ code: 'NOT_FOUND' });
    expect(await linksOf(cast.manager, caseId)).toBeNull();
  });

  it('opens for whom its address was made, for this case, until it expires', async () => {
    const { caseId } = await investigated(app.runtime, cast);
    const { caseId: otherCase } = await investigated(app.runtime, cast);
    const { url, expiresAt } = await linksOf(cast.complainant, caseId);
    expect(Date.parse(expiresAt) - clock.now().getTime()).toBe(15 * 60_000);
    const wrong = [
      url.replace(caseId, otherCase),
      url.replace('.html', '.json'),
      url.replace(cast.complainant.id, cast.stranger.id),
      url.replace(/until=\d+/, `until=${Date.now() + 9e9}`),
      url.slice(0, -2),
      url.replace('zh-CN.html', 'constructor.html'),
      url.slice(0, url.indexOf('?')),
      `${url.slice(0, url.indexOf('?'))}?for=&until=&signature=`,
    ];
    for (const each of wrong) {
      const refused = await open(each);
      expect([refused.status, await refused.text()], each).toEqual([404, '此链接已失效。']);
    }
    expect((await open(url)).status).toBe(200);
    clock.set('2026-03-02T10:15');
    expect((await open(url)).status).toBe(404);
    clock.set('2026-03-02T10:00');
  });

  it('does not open once the right to see the case is lost', async () => {
    const walk = await investigated(app.runtime, cast);
    const { url } = await linksOf(cast.handler, walk.caseId);
    await walk.act(cast.supervisor, 'assignCase', { handlerId: cast.colleague.id, reason: '换人' } as never);
    expect((await open(url)).status).toBe(404);
  });
});
