import { createHash } from 'node:crypto';
import { loadDemo } from '@accord/seeds/demo';
import { everybody, people } from '@accord/seeds/scenarios/people';
import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { statutoryCalendar } from '@accord/seeds/calendars/statutory-calendar';

// A Friday evening.
const today = '2026-11-20';
const app = await startApp({ now: () => new Date(`${today}T20:00:00+08:00`) });
let api: Api;
beforeAll(async () => {
  await loadDemo(app.runtime, { asOf: today, cases: 150, seed: 5, store: app.store });
  api = await openApi(app);
}, 120_000);
afterAll(() => app.close());

const everyone = Object.values(people);

interface File {
  name: string;
  contentType: string;
  sizeBytes: number;
  sha256: string;
  url: string;
}
interface Piece {
  id: string;
  type: string;
  title: string | null;
  file: File | null;
}
interface Shown {
  stage: string;
  evidence: { nodes: Piece[] };
}

async function casesOf(person: Person): Promise<Shown[]> {
  const query = `{ cases(first: 40, orderBy: { field: FILED_AT, direction: DESC }) { nodes {
    stage evidence(first: 9) { nodes { id type title file { name contentType sizeBytes sha256 url } } } } } }`;
  const { data, errors } = await api.ask<{ cases: { nodes: Shown[] } }>(person, query);
  expect(errors).toEqual([]);
  return data.cases.nodes;
}

describe('the files of the demo', () => {
  it('can all be downloaded by whoever is shown them, byte for byte', async () => {
    const types = new Set<string>();
    for (const person of [people.xiaoming, people.xiaoli, people.linyue, people.zhouqiang, people.wufang]) {
      const pieces = (await casesOf(person)).flatMap(({ evidence }) => evidence.nodes);
      expect(pieces.length).toBeGreaterThan(1);
      for (const { file, title } of pieces) {
        const answer = await fetch(file!.url);
        expect(answer.status).toBe(200);
        const bytes = Buffer.from(await answer.arrayBuffer());
        expect(bytes).toHaveLength(file!.sizeBytes);
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(file!.sha256);
        expect(answer.headers.get('content-type')!.split(';')[0]).toBe(file!.contentType);
        expect(file!.name).toContain(title);
        types.add(file!.contentType);
      }
    }
    expect([...types].sort()).toEqual(['application/pdf', 'image/png', 'text/plain']);
  });

  it('lie with dozens of the generated cases too, and no case leads to one that is not there', async () => {
    const files = new Map<string, File>();
    let named = 0;
    for (const handler of everyone.filter(({ roles }) => roles.includes('HANDLER'))) {
      for (const { id, file } of (await casesOf(handler)).flatMap(({ evidence }) => evidence.nodes)) {
        if (file) files.set(id, file);
        else named += 1;
      }
    }
    expect(files.size).toBeGreaterThan(40);
    expect(named).toBeGreaterThan(0);
    for (const { url } of files.values()) expect((await fetch(url)).status).toBe(200);
    const { rows } = await app.database.pool.query<{ of: number; lost: number }>(
      `select count(*)::int as of, (select count(*)::int from evidence_upload where evidence_id is null) as lost
       from evidence where file_id is not null`,
    );
    expect(rows[0]!.of).toBeGreaterThanOrEqual(files.size);
    expect(rows[0]!.lost).toBe(0);
  });
});

describe('the notifications of the demo', () => {
  interface Told {
    unread: number;
    all: { createdAt: string; readAt: string | null }[];
  }
  const toldTo = new Map<string, Told>();
  beforeAll(async () => {
    for (const person of everyone) {
      const { data, errors } = await api.ask<{
        viewer: { unreadCount: number };
        notifications: { nodes: Told['all'] };
      }>(person, '{ viewer { unreadCount } notifications(first: 100) { nodes { createdAt readAt } } }');
      expect(errors).toEqual([]);
      toldTo.set(person.id, { unread: data.viewer.unreadCount, all: data.notifications.nodes });
    }
  });

  it('are there for everyone who is part of cases, what is new unread, the rest read within the day', () => {
    const involved = everyone.filter(({ roles }) => roles.some((role) => /USER|HANDLER|SUPERVISOR/.test(role)));
    for (const { id, name } of involved) {
      const { unread, all } = toldTo.get(id)!;
      expect(unread, name).toBeGreaterThan(0);
      expect(all.length, name).toBeGreaterThan(1);
      for (const { createdAt, readAt } of all) {
        if (readAt === null) continue;
        expect(Date.parse(readAt) - Date.parse(createdAt)).toBeGreaterThan(0);
        expect(Date.parse(readAt) - Date.parse(createdAt)).toBeLessThan(86_400_000);
        expect(createdAt < '2026-11-19T').toBe(true);
      }
    }
    expect([...toldTo.values()].some(({ unread }) => unread > 3)).toBe(true);
    expect([...toldTo.values()].some(({ all }) => all.some(({ readAt }) => readAt !== null))).toBe(true);
  });

  it('came on working days from 09:00 in Shanghai, but for urgent cases', async () => {
    const { rows } = await app.database.pool.query<{ date: string; time: string; isUrgent: boolean }>(
      `select (x.created_at at time zone 'Asia/Shanghai')::date::text as date, to_char(x.created_at at time zone 'Asia/Shanghai', 'HH24:MI') as time,
         bool_or(c.urgency = 'URGENT') as "isUrgent"
       from notification x join notice n on n.notification_id = x.id join dispute_case c on c.id = n.case_id group by x.id`,
    );
    expect(rows.length).toBeGreaterThan(300);
    const named = new Map(statutoryCalendar().days.map(({ date, kind }) => [date, kind]));
    const works = (date: string) => {
      const kind = named.get(date);
      return kind ? kind === 'MAKE_UP' : new Date(date).getUTCDay() % 6 !== 0;
    };
    for (const { date, time, isUrgent } of rows) {
      if (!isUrgent) expect(works(date) && time >= '09:00', `${date} ${time}`).toBe(true);
    }
    expect(rows.some(({ date }) => date === today)).toBe(true);
  });

  it('leave nothing waiting whose hour has come, and hold each line of the clockwork once a person, kind and day', async () => {
    const { rows } = await app.database.pool.query<{ waiting: number; doubled: number }>(
      `select (select count(*)::int from notice where notification_id is null and deliver_at <= $1) as waiting,
         (select count(*)::int from (select from notification where gathered_on is not null
           group by recipient_id, kind, gathered_on having count(*) > 1) d) as doubled`,
      [new Date(`${today}T20:00:00+08:00`)],
    );
    expect(rows[0]).toEqual({ waiting: 0, doubled: 0 });
    const { rows: strangers } = await app.database.pool.query<{ recipient_id: string }>(
      'select distinct recipient_id from notification',
    );
    for (const { recipient_id: id } of strangers) expect(everybody.has(id)).toBe(true);
  });
});
