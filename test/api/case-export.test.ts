import type { Person } from '@accord/server/domain/permission';
import pg from 'pg';
import { parse } from 'csv-parse/sync';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { handClock, investigated, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  await investigated(app.runtime, cast, { disputedAmount: { amountMinor: 123_456, currency: 'CNY' } });
  clock.set('2026-03-02T23:30:00');
  await road(app.runtime).submit(cast.stranger, {
    description: '=HYPERLINK("http://example.org","点我") 请核实',
    respondentIds: [cast.respondent.id],
  });
  clock.set('2026-03-30T10:00:00');
});
afterAll(() => app.close());

function fetchExport(
  person: Person | null,
  format: 'csv' | 'ndjson',
  filter?: unknown,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Response> {
  const query =
    filter === undefined
      ? ''
      : `?filter=${encodeURIComponent(typeof filter === 'string' ? filter : JSON.stringify(filter))}`;
  const authorization: Record<string, string> = person ? { authorization: `Bearer ${api.token(person)}` } : {};
  return fetch(`${app.url}/export/cases.${format}${query}`, {
    headers: { ...authorization, ...headers },
    ...(signal ? { signal } : {}),
  });
}

describe('an export', () => {
  it('is a CSV that a spreadsheet opens: marked as UTF-8, in words, without formulas', async () => {
    const answer = await fetchExport(cast.supervisor, 'csv');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="cases.csv"');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...rows] = parse(bytes, { bom: true }) as string[][];
    const cell = (row: number, name: string) => rows[row]![head!.indexOf(name)];
    expect(rows).toHaveLength(2);
    expect(cell(0, '案件阶段')).toBe('调查中');
    expect(cell(0, '争议金额')).toBe('1234.56');
    expect(cell(0, '申请时间')).toBe('2026-03-02 10:00');
    expect(cell(1, '申请时间')).toBe('2026-03-02 23:30');
    expect([cell(0, '申请人'), cell(0, '被申请人'), cell(0, '经办人')]).toEqual(['小明', '优品商家', '经办人甲']);
    expect(cell(1, '情况说明')).toBe(`'=HYPERLINK("http://example.org","点我") 请核实`);
    // Twenty working days after the day of filing, of which five were in time: a number, not a formula.
    expect(cell(1, '剩余工作日')).toBe('-15');
    expect(cell(0, '全流程计入工作日')).toBe('20');
  });

  it('speaks the language of the request', async () => {
    const answer = await fetchExport(cast.supervisor, 'csv', { stage: ['INVESTIGATING'] }, { 'accept-language': 'en' });
    const rows = parse(await answer.text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ Stage: 'Investigating', Reason: expect.any(String) as string });
  });

  it('is NDJSON with the fields as the API names them', async () => {
    const answer = await fetchExport(cast.supervisor, 'ndjson', { type: ['TRADE_DISPUTE'] });
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const lines = (await answer.text()).trimEnd().split('\n');
    const cases = lines.map((line) => JSON.parse(line) as { stage: string; clocks: object[]; description: string });
    expect(cases.map(({ stage }) => stage)).toEqual(['INVESTIGATING', 'SUBMITTED']);
    expect(cases[1]!.description).toMatch(/^=HYPERLINK/);
  });

  it('shows each what they may see', async () => {
    const count = async (person: Person, filter?: unknown) => {
      const text = await (await fetchExport(person, 'ndjson', filter)).text();
      return text === '' ? 0 : text.trimEnd().split('\n').length;
    };
    expect(await count(cast.complainant)).toBe(1);
    expect(await count(cast.respondent)).toBe(2);
    expect(await count(cast.expertA)).toBe(0);
    expect(await count(cast.otherSupervisor)).toBe(0);
    const outline = await (await fetchExport(cast.manager, 'ndjson')).text();
    expect(outline).not.toMatch(/HYPERLINK|小明|经办人甲|123456/);
    expect(outline.trimEnd().split('\n')).toHaveLength(2);
    expect(await (await fetchExport(cast.manager, 'csv')).text()).not.toMatch(/HYPERLINK|小明|经办人甲|1234/);
    expect(await (await fetchExport(cast.stranger, 'csv', { stage: ['CLOSED'] })).text()).toMatch(/^.?案件编号.*\n$/);
  });

  it.each([
    [null, undefined, 401, { code: 'UNAUTHENTICATED' }],
    ['supervisor', '{', 400, { code: 'BAD_USER_INPUT', fields: [{ path: 'filter' }] }],
    ['supervisor', { stage: ['NOWHERE'] }, 400, { code: 'BAD_USER_INPUT' }],
    ['supervisor', { text: 'x' }, 400, { code: 'BAD_USER_INPUT', fields: [{ path: 'filter.text' }] }],
    ['supervisor', { handler: ['case_1'] }, 404, { code: 'NOT_FOUND', path: 'filter.handler.0' }],
    ['manager', { isUnassigned: true }, 403, { code: 'FORBIDDEN' }],
  ] as const)('refuses %s with %j by %i', async (who, filter, status, refusal) => {
    for (const format of ['csv', 'ndjson'] as const) {
      const answer = await fetchExport(who && cast[who], format, filter);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-disposition')).toBeNull();
      expect(await answer.json()).toMatchObject(refusal);
    }
  });
});

describe('a large export', () => {
  const many = 12_000;
  beforeAll(async () => {
    const { pool } = app.database;
    const { rows } = await pool.query<{ id: string; columns: string[] }>(
      `select c.id, array(select column_name::text from information_schema.columns where table_name = 'dispute_case' and column_name not in ('id', 'number')) as columns
       from dispute_case c order by c.filed_at limit 1`,
    );
    const { id, columns } = rows[0]!;
    await pool.query(
      `update case_text set words = repeat('长', 4000), search_audience = null where id = (select description_text_id from dispute_case where id = $1)`,
      [id],
    );
    for (let from = 1; from < many; from += 2_000) {
      await pool.query(
        `insert into dispute_case (id, number, ${columns.join(', ')}) select gen_random_uuid(), 'AC2026' || n, ${columns.map((name) => `c.${name}`).join(', ')}
         from dispute_case c cross join generate_series($2::int, $3::int) n where c.id = $1`,
        [id, from, from + 1_999],
      );
    }
  }, 60_000);

  it('is whole', { timeout: 120_000 }, async () => {
    const numbers = new Set<string>();
    let text = '';
    const answer = await fetchExport(cast.supervisor, 'ndjson', { stage: ['INVESTIGATING'] });
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const lines = text.split('\n');
      text = lines.pop()!;
      for (const line of lines) numbers.add((JSON.parse(line) as { number: string }).number);
    }
    expect(numbers.size).toBe(many + 1);
  });

  it(
    'is read from the database as fast as the client reads, and no further when it goes away',
    { timeout: 120_000 },
    async () => {
      const pages = () =>
        spy.mock.calls.filter(([query]) => /order_|filed_at/.test((query as { text?: string }).text ?? '')).length;
      const spy = vi.spyOn(pg.Client.prototype, 'query');
      const leaving = new AbortController();
      const identity = { 'accept-encoding': 'identity' };
      const answer = await fetchExport(
        cast.supervisor,
        'ndjson',
        { stage: ['INVESTIGATING'] },
        identity,
        leaving.signal,
      );
      expect(answer.status).toBe(200);
      const settled = async () => {
        let last = -1;
        while (pages() !== last) {
          last = pages();
          await sleep(1_000);
        }
        return last;
      };
      // What fits into the buffers of two sockets, far from all.
      const held = await settled();
      expect(held).toBeGreaterThan(0);
      expect(held).toBeLessThan(many / 100 / 2);
      leaving.abort();
      expect(await settled()).toBeLessThanOrEqual(held + 1);
      spy.mockRestore();
    },
  );

  it('is one of two that a person has on their way; others are not held up', { timeout: 60_000 }, async () => {
    const filter = { stage: ['INVESTIGATING'] };
    const identity = { 'accept-encoding': 'identity' };
    const leaving = new AbortController();
    const begin = (person: Person, signal?: AbortSignal) => fetchExport(person, 'ndjson', filter, identity, signal);
    const two = [await begin(cast.supervisor, leaving.signal), await begin(cast.supervisor, leaving.signal)];
    expect(two.map(({ status }) => status)).toEqual([200, 200]);
    const third = await begin(cast.supervisor);
    expect([third.status, await third.json()]).toMatchObject([429, { code: 'RATE_LIMITED' }]);
    const { status, body } = await begin(cast.manager);
    expect(status).toBe(200);
    await body!.cancel();
    leaving.abort();
    await expect
      .poll(async () => {
        const again = await begin(cast.supervisor);
        await again.body!.cancel();
        return again.status;
      })
      .toBe(200);
  });
});
