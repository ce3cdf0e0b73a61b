import { readConfig } from '@accord/server/config';
import { watchFeed } from '@accord/server/feed/watch-feed';
import { errorCodes } from '@accord/server/graphql/errors';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { road } from '../support/road.js';

let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());

/** Every sample, by its name and labels as they are written. */
async function samples(url = app.url): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

/** By how much these samples grow while something is done. */
async function growth(names: string[], done: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await samples();
  await done();
  const after = await samples();
  return Object.fromEntries(names.map((name) => [name, (after.get(name) ?? 0) - (before.get(name) ?? 0)]));
}

const operation = (kind: string, outcome: string) => `accord_operations_total{kind="${kind}",outcome="${outcome}"}`;

describe('the figures of the process', () => {
  it('come in the text format of Prometheus, each with its meaning, and are kept by nobody', async () => {
    const response = await fetch(`${app.url}/metrics`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const text = await response.text();
    for (const name of [
      'process_cpu_seconds_total',
      'nodejs_eventloop_lag_seconds',
      'accord_operations_total',
      'accord_operation_duration_seconds',
      'accord_statement_duration_seconds',
      'accord_pool_busy_connections',
      'accord_pool_idle_connections',
      'accord_pool_waiting_requests',
      'accord_sockets',
      'accord_subscriptions',
      'accord_feed_horizon_age_seconds',
      'accord_deadline_sweep_duration_seconds',
    ]) {
      expect(text).toMatch(new RegExp(`^# HELP ${name} \\S`, 'm'));
    }
  });

  it('count operations by kind and outcome, however they were refused', async () => {
    const walk = await road(app.runtime).submit(cast.complainant);
    const expected = {
      [operation('query', 'OK')]: 2,
      [operation('query', 'NOT_FOUND')]: 1,
      [operation('mutation', 'FORBIDDEN')]: 1,
      [operation('subscription', 'BAD_REQUEST')]: 1,
      [operation('unknown', 'GRAPHQL_PARSE_FAILED')]: 1,
      [operation('unknown', 'GRAPHQL_VALIDATION_FAILED')]: 1,
      [operation('unknown', 'UNAUTHENTICATED')]: 1,
      [operation('unknown', 'BAD_REQUEST')]: 1,
      'accord_operation_duration_seconds_count{kind="query"}': 3,
      'accord_operation_duration_seconds_count{kind="mutation"}': 1,
    };
    const grown = await growth(Object.keys(expected), async () => {
      for (let time = 0; time < 2; time += 1) await api.ask(cast.complainant, '{ viewer { id } }');
      await api.ask(cast.stranger, `{ case(id: "case_${walk.caseId}") { id } }`);
      const accept = `mutation { acceptCase(input: { caseId: "case_${walk.caseId}", complexity: LOW }) { case { id } } }`;
      await api.ask(cast.complainant, accept);
      await api.ask(cast.complainant, `subscription { caseUpdated(id: "case_${walk.caseId}") { id } }`);
      await api.ask(cast.complainant, '{ viewer {');
      await api.ask(cast.complainant, '{ nothing }');
      await api.ask(null, '{ viewer { id } }');
      await api.post('no JSON');
    });
    expect(grown).toEqual(expected);
  });

  it('time statements that succeed and that fail, told by promise or callback', async () => {
    const { pool } = app.database;
    const [ok, failed] = ['OK', 'FAILED'].map(
      (outcome) => `accord_statement_duration_seconds_count{outcome="${outcome}"}`,
    );
    const grown = await growth([ok!, failed!], async () => {
      await pool.query('select 1');
      await expect(pool.query('select 1 / 0')).rejects.toThrow('division by zero');
      const client = await pool.connect();
      await client.query('select 1');
      await expect(client.query('select no_such_column')).rejects.toThrow('no_such_column');
      client.release();
    });
    // The server looks at the feed meanwhile.
    expect(grown[ok!]).toBeGreaterThanOrEqual(2);
    expect(grown[failed!]).toBe(2);
  });

  it('tell the pool, and what waits for it', async () => {
    const { pool } = app.database;
    const clients = await Promise.all(Array.from({ length: 20 }, () => pool.connect()));
    const waiting = pool.connect();
    const held = await samples();
    expect(held.get('accord_pool_busy_connections')).toBe(20);
    expect(held.get('accord_pool_waiting_requests')).toBeGreaterThanOrEqual(1);
    for (const client of clients) client.release();
    (await waiting).release();
  });

  it('count open sockets and what is subscribed to over them', async () => {
    const open = async () => {
      const seen = await samples();
      return [seen.get('accord_sockets'), seen.get('accord_subscriptions')];
    };
    const client = createClient({
      url: `${app.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${api.token(cast.complainant)}` },
    });
    const grown = await growth([operation('subscription', 'OK'), operation('subscription', 'NOT_FOUND')], async () => {
      const stop = client.subscribe(
        { query: 'subscription { notificationAdded { id } }' },
        { next() {}, error() {}, complete() {} },
      );
      const unknown = `subscription { caseUpdated(id: "case_01930000-0000-7000-8000-00000000ffff") { id } }`;
      await new Promise<void>((resolve) => {
        client.subscribe({ query: unknown }, { next() {}, error: () => resolve(), complete() {} });
      });
      await expect.poll(open).toEqual([1, 1]);
      stop();
      await expect.poll(open).toEqual([1, 0]);
    });
    expect(Object.values(grown)).toEqual([1, 1]);
    await client.dispose();
    await expect.poll(open).toEqual([0, 0]);
  });

  it('count the sweeps of the deadlines', async () => {
    const count = async () => (await samples()).get('accord_deadline_sweep_duration_seconds_count{outcome="OK"}');
    await expect.poll(count).toBeGreaterThanOrEqual(1);
  });

  it('name nobody and nothing: every label is of a closed list', async () => {
    const walk = await road(app.runtime).submit(cast.complainant, { description: '绝密暗号,不得出现在任何指标里。' });
    await api.ask(cast.complainant, `query Secret { case(id: "case_${walk.caseId}") { id number } }`);
    const seen = await samples();
    const labels = [...seen.keys()]
      .filter((name) => name.startsWith('accord_'))
      .flatMap((name) => [...name.matchAll(/(\w+)="([^"]*)"/g)]);
    const allowed: Record<string, readonly string[]> = {
      kind: ['query', 'mutation', 'subscription', 'unknown'],
      outcome: ['OK', 'FAILED', ...errorCodes],
    };
    expect(labels.length).toBeGreaterThan(10);
    for (const [, label, value] of labels) {
      if (label !== 'le') expect(allowed[label!]).toContain(value);
    }
    const text = [...seen.keys()].join('\n');
    for (const told of [walk.caseId, cast.complainant.id, '小明', '绝密暗号', 'Secret'])
      expect(text).not.toContain(told);
  });
});

describe('the horizon of the feed', () => {
  it('ages while a transaction is open, and who holds it for ten seconds is told once', async () => {
    const client = await app.database.pool.connect();
    const holders: { pid?: number }[] = [];
    const watch = watchFeed(
      app.runtime,
      (holder) => holders.push(holder),
      () => {},
    );
    try {
      await client.query('begin; set local idle_in_transaction_session_timeout = 0; select pg_current_xact_id()');
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const { pid } = rows[0]!;
      // What commits later is what it holds back.
      await road(app.runtime).submit(cast.complainant);
      const age = async () => (await samples()).get('accord_feed_horizon_age_seconds');
      await expect.poll(age).toBeGreaterThan(0);
      await expect.poll(() => watch.horizonAgeMs()).toBeGreaterThan(0);
      expect(holders).toEqual([]);
      const now = performance.now.bind(performance);
      let ahead = 0;
      vi.spyOn(performance, 'now').mockImplementation(() => now() + ahead);
      // Transactions of other tests may have begun before, and hold it until they end.
      await expect
        .poll(
          () => {
            ahead += 11_000;
            return holders.filter((holder) => holder.pid === pid);
          },
          { timeout: 20_000, interval: 300 },
        )
        .toEqual([expect.objectContaining({ pid, application_name: 'accord', state: 'idle in transaction' })]);
      expect(JSON.stringify(holders)).not.toContain('pg_current_xact_id');
      const asked = vi.spyOn(app.runtime.pool, 'query');
      await expect.poll(() => asked.mock.calls.length, { timeout: 10_000 }).toBeGreaterThan(8);
      expect(holders.filter((holder) => holder.pid === pid)).toHaveLength(1);
    } finally {
      vi.restoreAllMocks();
      await watch.close();
      await client.query('rollback');
      client.release();
    }
  }, 30_000);
});

describe('who reads them', () => {
  const statusOf = async (url: string, headers: Record<string, string> = {}) =>
    (await fetch(`${url}/metrics`, { headers })).status;

  it('is this machine where no token is set, and nobody through a proxy on it', async () => {
    expect(await statusOf(app.url)).toBe(200);
    expect(await statusOf(app.url, { 'x-forwarded-for': '203.0.113.9' })).toBe(404);
    expect(await statusOf(app.url, { forwarded: 'for=203.0.113.9' })).toBe(404);
  });

  it('is nobody in production, unless a token is set', async () => {
    const production = await startApp({}, { NODE_ENV: 'production' });
    expect(await statusOf(production.url)).toBe(404);
    expect(await statusOf(production.url, { authorization: 'Bearer ' })).toBe(404);
    await production.close();
  });

  it('is who brings the token, and it alone', async () => {
    const METRICS_TOKEN = 'only-for-the-scraper';
    const guarded = await startApp({}, { NODE_ENV: 'production', METRICS_TOKEN });
    for (const authorization of ['', 'Bearer', 'Bearer only-for-the-scrape', `Basic ${METRICS_TOKEN}`, METRICS_TOKEN]) {
      expect(await statusOf(guarded.url, { authorization }), authorization).toBe(401);
    }
    expect(await statusOf(guarded.url)).toBe(401);
    expect(await statusOf(guarded.url, { authorization: `Bearer ${METRICS_TOKEN}` })).toBe(200);
    // Through a proxy too: it is the token that counts.
    const forwarded = { authorization: `Bearer ${METRICS_TOKEN}`, 'x-forwarded-for': '203.0.113.9' };
    expect(await statusOf(guarded.url, forwarded)).toBe(200);
    await guarded.close();
  });

  it.each(['short', 'with a space in it, and long'])(
    'is nobody by the token %j, which the server does not start with',
    (METRICS_TOKEN) => {
      expect(() => readConfig({ METRICS_TOKEN })).toThrow(/^METRICS_TOKEN must be 16 to 200/);
    },
  );
});
