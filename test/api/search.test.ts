import type { Person } from '@accord/server/domain/permission';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { handClock, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());

const searching = 'query ($filter: CaseFilter) { cases(filter: $filter) { totalCount nodes { id number } } }';
interface Found {
  cases: { totalCount: number; nodes: { id: string; number: string }[] };
}

async function find(viewer: Person, text: string): Promise<string[]> {
  const { data, errors } = await api.ask<Found>(viewer, searching, { filter: { text } });
  expect(errors).toEqual([]);
  expect(data.cases.totalCount).toBe(data.cases.nodes.length);
  return data.cases.nodes.map(({ id }) => id);
}

describe('a search', () => {
  let id: string;
  let walk: ReturnType<typeof road>;
  beforeAll(async () => {
    walk = await road(app.runtime).submit(cast.complainant, {
      reason: 'DELIVERY_DELAY',
      description: '蓝牙耳机 AirTune Pro 迟迟未发货,客服说“满100%_减50\\优惠”已失效。',
      requestedRemedy: '全额退款并道歉',
      respondentIds: [cast.respondent.id],
    });
    id = caseIdOf(walk);
    await road(app.runtime).submit(cast.complainant, { description: '与前述无关的另一件事情,字数也够。' });
  });

  it.each([
    '蓝牙',
    '发货',
    '迟迟未发货',
    '蓝牙耳机 AirTune Pro 迟迟',
    'airtune',
    'AIRTUNE pro',
    'Pr',
    'tu',
    'ro 迟',
    'AirTune Pro',
    '100%_减50\\优惠',
    '%_',
    '50\\',
    '全额退款',
    '道歉',
    '优品',
    '优品商家',
    ' 耳机 ',
  ])('finds %j, and one case only', async (text) => {
    expect(await find(cast.handler, text)).toEqual([id]);
  });

  it.each(['蓝耳', '牙蓝', '货发', '100%减', '__', '%%', 'a_r', '\\\\', `' or true --`, '蓝牙 耳机', 'airtunepro'])(
    'does not find %j',
    async (text) => {
      expect(await find(cast.handler, text)).toEqual([]);
    },
  );

  it('finds full-width letters by narrow ones, and the other way round', async () => {
    const wide = await road(app.runtime).submit(cast.complainant, { description: '购买的ＱＺＸ路由器无法联网使用' });
    expect(await find(cast.handler, 'qzx路由')).toEqual([caseIdOf(wide)]);
    expect(await find(cast.handler, 'ＡＩＲＴＵＮＥ')).toEqual([id]);
  });

  it('finds by any part of the number', async () => {
    const { data } = await api.ask<Found>(cast.handler, searching, { filter: { text: '蓝牙' } });
    const { number } = data.cases.nodes[0]!;
    for (const part of [number, number.toLowerCase(), number.slice(0, -1), number.slice(-6), number.slice(4, 13)]) {
      expect(await find(cast.handler, part), part).toContain(id);
    }
    expect(await find(cast.handler, number)).toEqual([id]);
  });

  it('takes blank as no filter, and refuses one character and more than a hundred', async () => {
    expect(await find(cast.handler, ' \n')).toHaveLength((await find(cast.handler, '')).length);
    for (const text of ['货', ' a ', '𠮷', '长'.repeat(101)]) {
      const { error } = await api.ask(cast.handler, searching, { filter: { text } });
      expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'filter.text' }] });
    }
    expect(await find(cast.handler, '𠮷𠮷')).toEqual([]);
  });

  it('finds what a case is about now: no message, and not what was amended', async () => {
    await walk.act(cast.complainant, 'postMessage', { text: '请看我的留言' });
    expect(await find(cast.handler, '留言')).toEqual([]);
    await walk.act(cast.complainant, 'amendCase', { description: '扫地机器人迟迟未发货,请尽快核实处理。' });
    expect(await find(cast.handler, '扫地机')).toEqual([id]);
    expect(await find(cast.handler, '蓝牙')).toEqual([]);
  });

  it('finds no erased words, and a person by the name they bear now', async () => {
    const erased = await road(app.runtime).submit(cast.stranger, { description: '金丝楠木书桌有裂痕,要求更换。' });
    expect(await find(cast.handler, '金丝楠木')).toEqual([caseIdOf(erased)]);
    const { description } = await erased.state();
    await app.database.pool.query(`update case_text set words = '' where id = $1`, [description!.id]);
    expect(await find(cast.handler, '金丝楠木')).toEqual([]);
    expect(await find(cast.handler, '路人')).toEqual([caseIdOf(erased)]);
    await app.database.pool.query(`update person set name = '欧阳修' where id = $1`, [cast.stranger.id]);
    expect(await find(cast.handler, '路人')).toEqual([]);
    expect(await find(cast.handler, '欧阳')).toEqual([caseIdOf(erased)]);
  });
});

describe('who finds a case by what', () => {
  it('is who may read it: a manager by the number alone, an expert by the matter and not by a name', async () => {
    const walk = await road(app.runtime).submit(cast.complainant, {
      description: '乌木筷子礼盒与描述不符,颜色和材质都不对。',
      respondentIds: [cast.respondent.id],
    });
    const id = caseIdOf(walk);
    const { number } = await walk.state();
    // A seat is all that makes somebody an expert of a case.
    await app.database.pool.query(
      `insert into expert_seat (id, case_id, number, expert_id, status) values (gen_random_uuid(), $1, 1, $2, 'CLEAR')`,
      [walk.caseId, cast.expertA.id],
    );
    // By number, by matter, by the name of the respondent.
    const cells: [keyof Cast, boolean, boolean, boolean][] = [
      ['complainant', true, true, true],
      ['respondent', true, true, true],
      ['handler', true, true, true],
      ['supervisor', true, true, true],
      ['expertA', true, true, false],
      ['manager', true, false, false],
      ['expertB', false, false, false],
      ['otherSupervisor', false, false, false],
      ['stranger', false, false, false],
      ['admin', false, false, false],
    ];
    for (const [who, byNumber, byMatter, byName] of cells) {
      const viewer = cast[who] as Person;
      expect((await find(viewer, number)).includes(id), `${who} by number`).toBe(byNumber);
      expect((await find(viewer, '乌木筷')).includes(id), `${who} by matter`).toBe(byMatter);
      expect((await find(viewer, '优品')).includes(id), `${who} by name`).toBe(byName);
    }
  });

  it('of a manager who handles too is more where they handle', async () => {
    await app.database.pool.query(`update person set roles = '{MANAGER,HANDLER}' where id = $1`, [cast.colleague.id]);
    const mine = await road(app.runtime).submit(cast.complainant, { description: '琉璃花瓶到货时已经碎裂。' });
    await mine.act(cast.handler, 'assignCase', {});
    expect(await find(cast.colleague, '琉璃')).toEqual([]);
    const queued = await road(app.runtime).submit(cast.complainant, { description: '琉璃花瓶颜色与图片不同。' });
    expect(await find(cast.colleague, '琉璃')).toEqual([caseIdOf(queued)]);
    expect(await find(cast.handler, '琉璃')).toHaveLength(2);
  });
});

describe('grams', () => {
  it('of any part of a text are among those of the text', async () => {
    const characters = [...'货退款订单ab1Ｚ -_%\\e\u0301ſß한あ🙂𠮷'];
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const pairs = Array.from({ length: 400 }, () => {
      const text = Array.from({ length: 3 + next(40) }, () => characters[next(characters.length)]!);
      const from = next(text.length - 1);
      return { text: text.join(''), part: text.slice(from, from + 2 + next(8)).join('') };
    });
    const { rows } = await app.database.pool.query(
      `select text, part from json_to_recordset($1) as p(text text, part text)
       where strpos(search_form(text), search_form(part)) > 0 and not search_grams(text) @> search_grams(part)`,
      [JSON.stringify(pairs)],
    );
    expect(rows).toEqual([]);
  });
});

describe('among many cases', () => {
  it('reads the index, not the texts', { timeout: 60_000 }, async () => {
    const { pool } = app.database;
    for (let from = 1; from < 2_000; from += 1_000) {
      const numbers = [from, from + 999];
      await pool.query(
        `insert into case_text (id, case_id, salt, words, search_audience) select gen_random_uuid(), gen_random_uuid(), 's',
           '第' || n || '件商品与描述不符,编号' || md5(n::text), 'REVIEWED' from generate_series($1::int, $2::int) n`,
        numbers,
      );
      await pool.query(
        `insert into case_number (case_id, number) select gen_random_uuid(), 'AC2025' || md5(n::text)
         from generate_series($1::int, $2::int) n`,
        numbers,
      );
      await pool.query(
        `insert into person (id, name, subject) select gen_random_uuid(), '顾客' || md5(n::text), 'many|' || n
         from generate_series($1::int, $2::int) n`,
        numbers,
      );
    }
    for (const table of ['case_text', 'case_number', 'person']) await pool.query(`analyze ${table}`);
    const spy = vi.spyOn(pg.Client.prototype, 'query');
    await find(cast.supervisor, '机器人');
    const asked = spy.mock.calls
      .map(([query]) => query as unknown as { text?: string; values?: unknown[] })
      .find(({ text }) => text?.includes('search_grams'))!;
    spy.mockRestore();
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain ${asked.text!}`, asked.values);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    for (const index of ['case_text_search', 'case_number_search', 'person_search']) expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on (case_text|case_number|person)\b/);
  });
});
