import compress from '@fastify/compress';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Changed } from '../commands/case-transaction.js';
import { uploadLedger } from '../commands/upload-ledger.js';
import type { Runtime } from '../commands/runtime.js';
import type { Config, OidcConfig } from '../config.js';
import type { EvidenceStore } from '../files/evidence-store.js';
import { receiveUploads } from '../files/receive-upload.js';
import { serveFiles } from '../files/serve-file.js';
import { UploadAddresses } from '../files/upload-address.js';
import { brotliQuality } from './body.js';
import type { Services } from './context.js';
import { DemoIssuer } from './demo-issuer.js';
import { serveDemo } from './demo.js';
import { serveDocs } from './docs.js';
import { CursorCipher } from './event-cursor.js';
import { serveExplorer } from './explorer.js';
import { exposedHeaders, serveHttp } from './http.js';
import type { Answering } from './http.js';
import type { OperationSeen } from './operation-seen.js';
import { fileReaders } from './file-readers.js';
import { Gate } from './gate.js';
import { Identity } from './identity.js';
import { OidcIssuer } from './oidc-issuer.js';
import { createSchema } from './schema.js';
import { readSecret } from './secret.js';
import { serveCaseExport } from './serve-case-export.js';
import { serveCaseFile } from './serve-case-file.js';
import { LinkSigner } from './signed-link.js';
import { TrustedDocuments } from './trusted-documents.js';
import { serveWebSocket } from './websocket.js';

const path = '/graphql';

/** Everything on a page comes from here; the dashboard's components write styles into their elements. */
const contentPolicy = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'", 'ws:', 'wss:'],
  upgradeInsecureRequests: null,
};

export interface ServeOptions {
  runtime: Runtime;
  isDemo: boolean;
  /** Introspection and hints in messages are for the demo; in production the contract is the committed SDL. */
  isProduction: boolean;
  rates: Config['rates'];
  trustedDocuments: Config['trustedDocuments'];
  /** Who signs tokens where the demo does not. */
  oidc: OidcConfig | undefined;
  publicUrl: string | undefined;
  /** Where files of evidence are kept. */
  store: EvidenceStore;
  maxUploadBytes: number;
  /** Told of each operation once it is answered or refused. */
  seen: (operation: OperationSeen) => void;
  /** Where the feed stands. */
  currentPosition: () => Promise<Changed['position']>;
}

/** What runs now. */
interface Served {
  /** Answers operations; asked of every request before the framework is. */
  answersOperation: Answering;
  counts: () => { sockets: number; subscriptions: number };
}

/** Adds the API to a server that does not listen yet: GraphQL over HTTP and WebSocket, files, the explorer, and in the demo its people; `counts` tells what is open. */
export async function serveGraphql(
  server: FastifyInstance,
  {
    runtime,
    isDemo,
    isProduction,
    rates,
    trustedDocuments,
    oidc,
    publicUrl,
    store,
    maxUploadBytes,
    seen,
    currentPosition,
  }: ServeOptions,
): Promise<Served> {
  const { pool } = runtime;
  const demo = isDemo ? new DemoIssuer(await readSecret(pool, 'demo-token')) : null;
  const identity = new Identity(pool, demo ?? (oidc ? new OidcIssuer(oidc, server.log) : null));
  const cursors = new CursorCipher(await readSecret(pool, 'event-cursor'));
  const links = new LinkSigner(await readSecret(pool, 'link'));
  const addresses = new UploadAddresses(await readSecret(pool, 'upload-address'));
  const services: Services = {
    ...runtime,
    cursors,
    links,
    currentPosition,
    addresses,
    publicUrl: publicUrl ?? null,
    maxUploadBytes,
    log: server.log,
  };
  const schema = createSchema();
  await server.register(compress, { brotliOptions: { params: brotliQuality } });
  // Whoever asks brings a token and no cookie, so any page may ask; it is the token that counts.
  await server.register(cors, {
    origin: '*',
    methods: ['GET', 'POST', 'PUT'],
    exposedHeaders,
    maxAge: 86_400,
  });
  // Whether a page is served over TLS is for the proxy in front to enforce.
  await server.register(helmet, {
    contentSecurityPolicy: { directives: contentPolicy },
    crossOriginResourcePolicy: false,
    strictTransportSecurity: false,
  });
  const trusted = new TrustedDocuments(trustedDocuments);
  const gate = new Gate({ schema, isOpen: isDemo && !isProduction, trusted, rates });
  const answersOperation = await serveHttp(server, { schema, services, identity, gate, path, seen });
  const sockets = serveWebSocket(server.server, { schema, services, identity, gate, path, seen });
  server.addHook('preClose', () => sockets.close());
  serveCaseExport(server, { schema, services, identity, gate });
  serveCaseFile(server, { schema, services, identity });
  receiveUploads(server, { store, addresses, ledger: uploadLedger(runtime) });
  serveFiles(server, { store, ...fileReaders(services, identity) });
  serveExplorer(server, { path, isDemo });
  serveDocs(server, schema);
  if (demo) serveDemo(server, { pool, issuer: demo });
  return { answersOperation, counts: sockets.counts };
}
