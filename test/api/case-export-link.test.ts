import type { Person } from '@accord/server/domain/permission';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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

function fetchExport(person: Person, format: 'csv' | 'ndjson', filter?: object, language = 'zh-CN'): Promise<Response> {
  const query = filter ? `?filter=${encodeURIComponent(JSON.stringify(filter))}` : '';
  const headers = { authorization: `Bearer ${api.token(person)}`, 'accept-language': language };
  return fetch(`${app.url}/export/cases.${format}${query}`, { headers });
}

describe('a link to an export', () => {
  const linking = `query ($filter: CaseFilter, $format: CaseExportFormat, $language: String) {
    caseExport(filter: $filter, format: $format, language: $language) { url expiresAt } }`;
  interface Link {
    caseExport: { url: string; expiresAt: string };
  }
  const linkOf = async (person: Person, variables = {}) => {
    const { data, errors } = await api.ask<Link>(person, linking, variables);
    expect(errors).toEqual([]);
    return data.caseExport;
  };
  afterEach(() => clock.set('2026-03-30T10:00:00'));

  it('gives a browser, without a token, the very file that its person would get', async () => {
    const filter = { stage: ['INVESTIGATING'], filedOn: { from: '2026-03-01', to: '2026-03-31' } };
    for (const [format, name] of [
      ['CSV', 'csv'],
      ['NDJSON', 'ndjson'],
    ] as const) {
      const { url, expiresAt } = await linkOf(cast.supervisor, { filter, format, language: 'en' });
      expect(url).toMatch(new RegExp(`^${app.url}/export/cases\\.${name}\\?`));
      expect(expiresAt).toBe('2026-03-30T02:15:00.000Z');
      const answer = await fetch(url, { headers: { 'accept-language': 'zh-CN' } });
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="cases.${name}"`);
      const asked = await fetchExport(cast.supervisor, name, filter, 'en');
      expect(await answer.text()).toBe(await asked.text());
    }
  });

  it('is in the language of who asked for it, a CSV of all that they see, when nothing is said', async () => {
    const { url } = await linkOf(cast.complainant);
    expect(await (await fetch(url)).text()).toBe(await (await fetchExport(cast.complainant, 'csv')).text());
  });

  it('is good for what it was made for, for whom, and for fifteen minutes', async () => {
    const { url } = await linkOf(cast.complainant, { filter: { stage: ['INVESTIGATING'] } });
    const altered = (change: (query: URLSearchParams) => void) => {
      const other = new URL(url);
      change(other.searchParams);
      return other.href;
    };
    const refused = [
      altered((query) => query.delete('filter')),
      altered((query) => query.set('filter', '{}')),
      altered((query) => query.append('filter', '{}')),
      altered((query) => query.set('for', cast.supervisor.id)),
      altered((query) => query.set('until', '9999999999999')),
      altered((query) => query.set('signature', '')),
      url.replace('cases.csv', 'cases.ndjson'),
    ];
    for (const each of refused) expect([each, (await fetch(each)).status]).toEqual([each, 401]);
    clock.set('2026-03-30T10:14:59');
    expect((await fetch(url)).status).toBe(200);
    clock.set('2026-03-30T10:15:00');
    expect(await (await fetch(url)).json()).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('shows what its person may see when it is followed, and nothing once they are gone', async () => {
    const { url } = await linkOf(cast.otherSupervisor, { format: 'NDJSON' });
    expect(await (await fetch(url)).text()).toBe('');
    const { pool } = app.database;
    const move = 'update team_member set team_id = $2 where person_id = $1';
    await pool.query(move, [cast.otherSupervisor.id, cast.teamId]);
    expect((await (await fetch(url)).text()).trimEnd().split('\n')).toHaveLength(2);
    await pool.query(move, [cast.otherSupervisor.id, cast.otherTeamId]);
    await pool.query('update person set is_active = false where id = $1', [cast.otherSupervisor.id]);
    expect((await fetch(url)).status).toBe(401);
    await pool.query('update person set is_active = true where id = $1', [cast.otherSupervisor.id]);
  });

  it.each([
    [{ filter: { text: 'x' } }, { code: 'BAD_USER_INPUT', fields: [{ path: 'filter.text' }] }],
    [{ filter: { handler: ['case_1'] } }, { code: 'NOT_FOUND', path: 'filter.handler.0' }],
    [{ filter: { isUnassigned: true } }, { code: 'FORBIDDEN' }],
    [{ language: 'fr' }, { code: 'BAD_USER_INPUT', fields: [{ path: 'language' }] }],
    [{ filter: { product: Array(900).fill('PAYMENT') } }, { code: 'BAD_USER_INPUT', fields: [{ path: 'filter' }] }],
  ])('is refused for %j, as the file would be', async (variables, refusal) => {
    expect((await api.ask(cast.manager, linking, variables)).error).toMatchObject(refusal);
  });
});

describe('the share of a person', () => {
  it('is spent by exports as by operations', async () => {
    const limited = await startApp({}, { RATE_LIMIT: '100' });
    const theirs = await createCast(limited.database.pool);
    const asking = await openApi(limited);
    const headers = { authorization: `Bearer ${asking.token(theirs.supervisor)}` };
    const answers: Response[] = [];
    const fetchOne = () => fetch(`${limited.url}/export/cases.csv`, { headers });
    for (let count = 0; count < 5; count += 1) {
      const answer = await fetchOne();
      answers.push(answer);
      if (answer.status === 429) break;
      await answer.text();
    }
    const last = answers.at(-1)!;
    expect([last.status, await last.json()]).toMatchObject([429, { code: 'RATE_LIMITED' }]);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    const { error } = await asking.ask(
      theirs.supervisor,
      '{ cases(first: 100) { nodes { id number parties { id } } } }',
    );
    expect(error).toMatchObject({ code: 'RATE_LIMITED' });
    expect((await asking.ask(theirs.complainant, '{ viewer { id } }')).errors).toEqual([]);
    await limited.close();
  });
});
