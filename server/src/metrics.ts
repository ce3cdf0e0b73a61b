import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Pool, PoolClient } from 'pg';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Config } from './config.js';
import type { OperationSeen } from './graphql/operation-seen.js';

/** What is read off the running parts when somebody asks. */
export interface Gauged {
  pool: Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>;
  /** Open sockets, and what is subscribed to over them. */
  sockets: () => { sockets: number; subscriptions: number };
  /** How long one transaction has held the feed back. */
  horizonAgeMs: () => number;
}

/** Figures of one server, none of which names anybody or anything: labels come from closed lists. */
export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const operations = new Counter({
    name: 'accord_operations_total',
    help: 'GraphQL operations by kind (unknown where a document was refused unread) and by OK or the code of the first error.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const operationSeconds = new Histogram({
    name: 'accord_operation_duration_seconds',
    help: 'From the request to the whole answer; of a subscription nothing is timed.',
    labelNames: ['kind'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const statementSeconds = new Histogram({
    name: 'accord_statement_duration_seconds',
    help: 'Round trips to Postgres by outcome, OK or FAILED.',
    labelNames: ['outcome'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 10],
    registers,
  });
  const sweepSeconds = new Histogram({
    name: 'accord_deadline_sweep_duration_seconds',
    help: 'Sweeps of the deadlines, one a minute, by outcome, OK or FAILED.',
    labelNames: ['outcome'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300],
    registers,
  });
  const timed = async <T>(histogram: Histogram<'outcome'>, work: () => Promise<T>): Promise<T> => {
    const end = histogram.startTimer();
    try {
      const result = await work();
      end({ outcome: 'OK' });
      return result;
    } catch (error) {
      end({ outcome: 'FAILED' });
      throw error;
    }
  };
  return {
    seeOperation({ kind, outcome, ms }: OperationSeen): void {
      operations.inc({ kind, outcome });
      if (ms !== undefined) operationSeconds.observe({ kind }, ms / 1000);
    },
    timeSweep: (sweep: () => Promise<void>) => timed(sweepSeconds, sweep),
    /** Times every statement of the pool, whoever sends it. */
    timeStatements(pool: Pool): void {
      const known = new WeakSet<PoolClient>();
      pool.on('acquire', (client) => {
        if (known.has(client)) return;
        known.add(client);
        timeQueries(client, () => statementSeconds.startTimer());
      });
    },
    /** Reads these whenever somebody asks. */
    gauge({ pool, sockets, horizonAgeMs }: Gauged): void {
      const gauge = (name: string, help: string, value: () => number) =>
        new Gauge({
          name,
          help,
          registers,
          collect() {
            this.set(value());
          },
        });
      gauge('accord_pool_busy_connections', 'Connections to Postgres in use.', () => pool.totalCount - pool.idleCount);
      gauge('accord_pool_idle_connections', 'Connections to Postgres that wait for work.', () => pool.idleCount);
      gauge('accord_pool_waiting_requests', 'Work that waits for a connection to Postgres.', () => pool.waitingCount);
      gauge('accord_sockets', 'Open WebSockets.', () => sockets().sockets);
      gauge('accord_subscriptions', 'Running subscriptions.', () => sockets().subscriptions);
      gauge(
        'accord_feed_horizon_age_seconds',
        'How long one transaction has held the feed back; over 10 s its holder is logged.',
        () => horizonAgeMs() / 1000,
      );
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

/** Puts a timer around each query of a connection, whether its end is told by a promise or a callback. */
function timeQueries(client: PoolClient, start: () => (labels: { outcome: string }) => void): void {
  // Looked up at each call: whoever else watches the driver goes on seeing what is asked.
  const driver = Object.getPrototypeOf(client) as PoolClient;
  const query = (...given: unknown[]): unknown => Reflect.apply(driver.query, client, given);
  client.query = ((...given: unknown[]) => {
    const end = start();
    const callback = given.at(-1);
    if (typeof callback === 'function') {
      const ended = (error: unknown, ...rest: unknown[]): unknown => {
        end({ outcome: error ? 'FAILED' : 'OK' });
        return Reflect.apply(callback, undefined, [error, ...rest]);
      };
      return query(...given.slice(0, -1), ended);
    }
    const answer = query(...given);
    if (answer instanceof Promise)
      answer.then(
        () => end({ outcome: 'OK' }),
        () => end({ outcome: 'FAILED' }),
      );
    return answer;
  }) as PoolClient['query'];
}

/**
 * Serves the figures in the text format of Prometheus: to whoever brings METRICS_TOKEN; without one to this machine alone,
 * and in production to nobody.
 */
export function serveMetrics(server: FastifyInstance, metrics: Metrics, config: Config): void {
  server.get('/metrics', async (request, reply) => {
    const { metricsToken: token } = config;
    if (token === undefined && (config.isProduction || !isFromHere(request)))
      return reply.code(404).send({ status: 'not found' });
    if (token !== undefined && !bears(request, token))
      return reply.code(401).header('www-authenticate', 'Bearer').send({ status: 'unauthenticated' });
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text());
  });
}

/** A proxy on this machine asks for others, and says so. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const isForwarded = headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined;
  return !isForwarded && /^(::1|(::ffff:)?127(\.\d+){3})$/.test(socket.remoteAddress ?? '');
}

function bears({ headers }: FastifyRequest, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}
