import type { Server } from 'node:http';
import { GraphQLError } from 'graphql';
import type { DocumentNode, ExecutionArgs, GraphQLSchema } from 'graphql';
import { CloseCode, handleProtocols } from 'graphql-ws';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { originOf } from './context.js';
import type { Context, Services } from './context.js';
import { codedError, explain } from './errors.js';
import { checkDocument } from './gate.js';
import { bearerToken, localeOf } from './identity.js';
import type { Identity, VerifiedToken } from './identity.js';
import { openStream } from './stream.js';
import type { StreamAnswer, StreamContext } from './stream.js';

export const socketLimits = {
  frameBytes: 64 * 1024,
  initTimeoutMs: 3_000,
  keepAliveMs: 12_000,
  subscriptions: 20,
} as const;
/** The server is going away: a client reconnects, to another one. */
const serviceRestart = 1012;
/** A timer holds 24.8 days at most; a token that outlives it is looked at again then. */
const longestTimerMs = 2 ** 31 - 1;

/** Who is at the other end of a socket. */
interface Session {
  token: VerifiedToken;
  locale: Context['locale'] | null;
  origin: string;
  expiry: NodeJS.Timeout;
}

export interface WebSocketOptions {
  schema: GraphQLSchema;
  services: Services;
  identity: Identity;
  path: string;
}

/** Serves subscriptions, and nothing else, over graphql-transport-ws; `close` ends every socket with 1012. */
export function serveWebSocket(
  server: Server,
  { schema, services, identity, path }: WebSocketOptions,
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: socketLimits.frameBytes,
    perMessageDeflate: false,
    handleProtocols,
  });
  const sessions = new WeakMap<WebSocket, Session>();
  server.on('upgrade', (request, socket, head) => {
    if (new URL(request.url ?? '', 'http://local').pathname === path) {
      sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
    } else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
  });

  const contextOf = async ({ token, locale, origin }: Session): Promise<Context> => {
    const viewer = await identity.person(token);
    return { services, viewer, origin, locale: locale ?? viewer.locale };
  };

  const subscribe = async (
    session: Session,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> => {
    const document = checkDocument(schema, payload.query);
    if (Array.isArray(document)) return document;
    const controller = new AbortController();
    const context: StreamContext = {
      ...(await contextOf(session)),
      renew: () => contextOf(session),
      signal: controller.signal,
    };
    const stream = await openStream(
      { schema, document, operationName: payload.operationName, variables: payload.variables },
      context,
    );
    if (Array.isArray(stream)) return stream;
    return {
      schema,
      document: document as DocumentNode,
      operationName: payload.operationName ?? null,
      contextValue: closable(stream, controller),
    };
  };

  const service = useServer(
    {
      schema,
      connectionInitWaitTimeout: socketLimits.initTimeoutMs,
      onConnect: async ({ connectionParams, extra }) => {
        const token = await tokenOf(identity, connectionParams?.['authorization']);
        if (!token) return false;
        const { socket, request } = extra;
        sessions.set(socket, {
          token,
          origin: originOf(services, request.headers),
          locale: localeOf(connectionParams?.['locale']),
          expiry: closeAtExpiry(socket, token),
        });
        return true;
      },
      onSubscribe: async ({ extra, subscriptions }, _id, payload) => {
        if (Object.keys(subscriptions).length > socketLimits.subscriptions) {
          return [codedError('RATE_LIMITED', `a socket carries ${socketLimits.subscriptions} subscriptions`)];
        }
        try {
          return await subscribe(sessions.get(extra.socket)!, payload);
        } catch (error) {
          return [explain(error, 'zh-CN', services.log)];
        }
      },
      subscribe: ({ contextValue }) => contextValue as AsyncGenerator<StreamAnswer>,
      // A stream that ends by an error has told it already; the library wraps it.
      onError: (_context, _id, _payload, errors) =>
        errors.map((error) => (error.originalError instanceof GraphQLError ? error.originalError : error).toJSON()),
      onClose: ({ extra }) => clearTimeout(sessions.get(extra.socket)?.expiry),
      isProd: true,
    },
    sockets,
    socketLimits.keepAliveMs,
  );
  return {
    async close() {
      for (const socket of sockets.clients) socket.close(serviceRestart, 'the server restarts');
      await service.dispose();
    },
  };
}

/** Why a token is not good is nothing for whoever has no good one: null. */
async function tokenOf(identity: Identity, authorization: unknown): Promise<VerifiedToken | null> {
  try {
    const given = bearerToken(authorization);
    if (!given) return null;
    const token = await identity.verify(given);
    await identity.person(token);
    return token;
  } catch {
    return null;
  }
}

function closeAtExpiry(socket: WebSocket, token: VerifiedToken): NodeJS.Timeout {
  const timer = setTimeout(
    () => {
      if (token.expiresAt <= Date.now()) socket.close(CloseCode.Forbidden, 'the token has expired');
      else timer.refresh();
    },
    Math.min(Math.max(token.expiresAt - Date.now(), 0), longestTimerMs),
  );
  return timer;
}

/** A generator that waits for a wake-up cannot be closed from outside; this one aborts the wait first. */
function closable(stream: AsyncGenerator<StreamAnswer>, controller: AbortController): AsyncGenerator<StreamAnswer> {
  const end = (): Promise<IteratorResult<StreamAnswer>> => {
    controller.abort();
    return stream.return(undefined);
  };
  const closed: AsyncGenerator<StreamAnswer> = {
    next: () => stream.next(),
    return: end,
    throw: end,
    [Symbol.asyncIterator]: () => closed,
    [Symbol.asyncDispose]: async () => void (await end()),
  };
  return closed;
}
