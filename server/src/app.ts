import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { sweepUploads } from './commands/upload-ledger.js';
import { createRuntime, type Runtime } from './commands/runtime.js';
import { sweepDeadlines } from './commands/sweep.js';
import { appointAdministrator } from './commands/sign-in.js';
import { watchNotices } from './commands/notification.js';
import { budgets, StartError, type Config } from './config.js';
import { openDatabase, type Database } from './database.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { currentPosition } from './feed/feed-position.js';
import { watchFeed } from './feed/watch-feed.js';
import { openEvidenceStore, type EvidenceStore } from './files/evidence-store.js';
import type { Answering } from './graphql/http.js';
import { serveGraphql } from './graphql/serve.js';
import { createMetrics, serveMetrics } from './metrics.js';
import { serverLog } from './server-log.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of a route whose body takes longer than others. */
    bodyTimeoutMs?: number;
  }
}

const dashboard = fileURLToPath(new URL('../../dashboard/dist/', import.meta.url));

/** What a caller may put in the place of the real world. */
export interface AppOptions {
  /** The clock of commands and reads; the database's by default. */
  readonly now?: () => Date;
  /** Told one line a finished step of the start. */
  readonly report?: (line: string) => void;
  /** Fills the database before anybody is served; what it rejects with stops the start. */
  readonly prepare?: (parts: Pick<App, 'runtime' | 'store'>) => Promise<unknown>;
}

/** A listening server with its database. */
export interface App {
  readonly url: string;
  readonly database: Database;
  /** What commands run on. */
  readonly runtime: Runtime;
  /** Where the bytes of evidence lie. */
  readonly store: EvidenceStore;
  /** Is not ready from now on, lets requests finish for up to ten seconds, then closes the database and stops a Postgres of its own. */
  close(): Promise<void>;
}

/** Wires and starts everything; when a part cannot start, the parts before it are stopped again and a StartError says why. */
export async function createApp(config: Config, { now, report = () => {}, prepare }: AppOptions = {}): Promise<App> {
  await using cleanup = new AsyncDisposableStack();
  const databaseUrl = config.databaseUrl ?? (await startPostgres(config, report, cleanup));
  const database = await openDatabase({ url: databaseUrl, report });
  cleanup.defer(() => database.close());
  const { pool } = database;
  const metrics = createMetrics();
  metrics.timeStatements(pool);
  const runtime = createRuntime(database, now);
  const { oidc } = config;
  if (oidc?.administrator) await appointAdministrator(pool, oidc.issuer, oidc.administrator);
  if (!oidc && !config.isDemo) report('Nobody can sign in: set OIDC_ISSUER and OIDC_AUDIENCE, or ACCORD_DEMO=on.');
  const store = await openEvidenceStore(config);
  if (prepare) {
    // Whoever must choose another port learns it before the work, not after it.
    await requirePort(config);
    await prepare({ runtime, store });
  }
  let answersOperation: Answering = () => false;
  const server = createFramework((...asked) => answersOperation(...asked), database);
  cleanup.defer(() => drain(server));
  const api = await serveGraphql(server, {
    runtime,
    isDemo: config.isDemo,
    isProduction: config.isProduction,
    rates: config.rates,
    trustedDocuments: config.trustedDocuments,
    oidc,
    publicUrl: config.publicUrl,
    store,
    maxUploadBytes: config.evidence.maxBytes,
    seen: metrics.seeOperation,
    currentPosition: () => currentPosition(pool),
  });
  ({ answersOperation } = api);
  serveMetrics(server, metrics, config);
  const url = await listen(server, config);
  const sweep = sweepDeadlines(
    runtime,
    (error) => server.log.error(error, 'A sweep of the deadlines failed.'),
    metrics.timeSweep,
  );
  cleanup.defer(() => sweep.close());
  const uploads = everyTenMinutes(
    () => sweepUploads(runtime, store),
    (error) => server.log.error(error, 'A sweep of the uploads failed.'),
  );
  cleanup.defer(() => uploads.close());
  const notices = watchNotices(runtime, (error) => server.log.error(error, 'Notifications could not be delivered.'));
  cleanup.defer(() => notices.close());
  const watch = watchFeed(
    runtime,
    (holder) => server.log.warn({ holder }, 'A transaction holds the feed back.'),
    (error) => server.log.error(error, 'The feed could not be looked at.'),
  );
  cleanup.defer(() => watch.close());
  metrics.gauge({ pool, sockets: api.counts, horizonAgeMs: watch.horizonAgeMs });
  const started = cleanup.move();
  return { url, database, runtime, store, close: () => started.disposeAsync() };
}

async function startPostgres(
  { dataDirectory }: Config,
  report: (line: string) => void,
  cleanup: AsyncDisposableStack,
): Promise<string> {
  const began = performance.now();
  const postgres = await startEmbeddedPostgres({ dataDirectory, report });
  cleanup.defer(() => postgres.stop());
  report(`Postgres 18 runs on the data in ${postgres.home} (${((performance.now() - began) / 1000).toFixed(1)} s).`);
  return postgres.url;
}

/** A server that asks for each request whether an operation is in it before the framework sees it. */
function createFramework(answersOperation: Answering, { pool }: Database): FastifyInstance {
  const { bodyBytes, headersTimeoutMs, requestTimeoutMs, keepAliveTimeoutMs } = budgets.http;
  const timeouts = {
    headersTimeout: headersTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    // Node knows one limit for all requests: the longest. Everything but an upload is held to its own below.
    requestTimeout: budgets.upload.timeoutMs,
  };
  const server = fastify({
    logger: serverLog,
    bodyLimit: bodyBytes,
    forceCloseConnections: 'idle',
    serverFactory: (answer) =>
      createHttpServer(timeouts, (request, response) => {
        if (answersOperation(request, response)) endLateBody(request, requestTimeoutMs);
        else answer(request, response);
      }),
  });
  server.addHook('onRequest', ({ raw, routeOptions }, _reply, next) => {
    if (!routeOptions.config.bodyTimeoutMs) endLateBody(raw, requestTimeoutMs);
    next();
  });
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    try {
      await pool.query('select 1');
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'not ready', reason: 'the database does not answer' });
    }
  });
  if (existsSync(dashboard)) serveDashboard(server);
  return server;
}

/** Ends the connection of a client whose body does not come in time. */
function endLateBody(request: IncomingMessage, timeoutMs: number): void {
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, timeoutMs);
  request.once('close', () => clearTimeout(timer));
}

/** Files by their hashed names for ever, every other page is the dashboard's own to route. */
function serveDashboard(server: FastifyInstance): void {
  server.register(fastifyStatic, {
    root: dashboard,
    cacheControl: false,
    setHeaders: (response, path) => {
      response.setHeader(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  server.setNotFoundHandler((request, reply) => {
    if (request.method === 'GET' && request.headers.accept?.includes('text/html')) return reply.sendFile('index.html');
    return reply.code(404).send({ status: 'not found' });
  });
}

async function listen(server: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    const address = await server.listen({ host, port });
    return host === 'localhost' ? `http://localhost:${new URL(address).port || '80'}` : address;
  } catch (error) {
    throw explainPort(error as NodeJS.ErrnoException, { host, port });
  }
}

/** Opens the port for a moment. */
async function requirePort({ host, port }: Config): Promise<void> {
  const probe = createServer();
  try {
    probe.listen({ host, port });
    await once(probe, 'listening');
  } catch (error) {
    throw explainPort(error as NodeJS.ErrnoException, { host, port });
  } finally {
    probe.close();
  }
}

function explainPort({ code, message }: NodeJS.ErrnoException, { host, port }: Pick<Config, 'host' | 'port'>) {
  if (code === 'EADDRINUSE')
    return new StartError(`Port ${port} is in use: stop the program that uses it, or set PORT to another number.`);
  if (code === 'EACCES')
    return new StartError(`Port ${port} may not be opened by this user: set PORT to a number above 1023.`);
  return new StartError(`The address ${host}:${port} cannot be opened (${message}): correct HOST or PORT.`);
}

/** Works now and every ten minutes until closed; what fails is reported and tried again. */
function everyTenMinutes(work: () => Promise<unknown>, onError: (error: unknown) => void): { close(): Promise<void> } {
  let working = work().catch(onError);
  const timer = setInterval(() => {
    working = working.then(work).catch(onError);
  }, 600_000);
  return {
    async close() {
      clearInterval(timer);
      await working;
    },
  };
}

async function drain(server: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), budgets.drainTimeoutMs);
  await server.close();
  clearTimeout(timer);
}
