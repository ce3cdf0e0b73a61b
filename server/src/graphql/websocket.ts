import type { Server } from 'node:http';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { ExecutionArgs, GraphQLSchema } from 'graphql';
import { CloseCode, MessageType, handleProtocols, makeServer, stringifyMessage } from 'graphql-ws';
import type { SubscribePayload } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { budgets } from '../config.js';
import { originOf } from './context.js';
import type { Context, Services } from './context.js';
import { codedError, explain } from './errors.js';
import type { ErrorLog } from './errors.js';
import type { CostTold, Gate } from './gate.js';
import { kindOf, outcomeOf } from './operation-seen.js';
import type { OperationSeen } from './operation-seen.js';
import { nameIn } from './trusted-documents.js';
import { bearerToken, localeOf } from './identity.js';
import type { Identity } from './identity.js';
import { carryProtocol, socketClose } from './socket.js';
import type { SocketExtra } from './socket.js';
import { openStream } from './stream.js';
import type { StreamAnswer } from './stream.js';
import type { VerifiedToken } from './token-issuer.js';

/** A timer holds 24.8 days at most; a token that outlives it is looked at again then. */
const longestTimerMs = 2 ** 31 - 1;

/** Who is at the other end of a socket. */
interface Session {
  token: VerifiedToken;
  locale: Context['locale'] | null;
  origin: string;
  address: string;
  /** Those that run, by their ids. */
  subscriptions: Readonly<Record<string, unknown>>;
  forget: () => void;
}

function runningOn(session: Session | undefined): number {
  return session ? Object.keys(session.subscriptions).length : 0;
}

export interface WebSocketOptions {
  schema: GraphQLSchema;
  services: Services;
  identity: Identity;
  gate: Gate;
  path: string;
  seen: (operation: OperationSeen) => void;
}

/** Serves subscriptions, and nothing else, over graphql-transport-ws; `close` ends every socket with 1012, `counts` tells what is open. */
export function serveWebSocket(
  server: Server,
  { schema, services, identity, gate, path, seen }: WebSocketOptions,
): { counts(): { sockets: number; subscriptions: number }; close(): Promise<void> } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: budgets.socket.frameBytes,
    perMessageDeflate: false,
    handleProtocols,
  });
  const sessions = new WeakMap<WebSocket, Session>();
  server.on('upgrade', (request, socket, head) => {
    if (new URL(request.url ?? '', 'http://local').pathname === path) {
      sockets.handleUpgrade(request, socket, head, (opened) =>
        carryProtocol(protocol, { socket: opened, request }, services.log),
      );
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
    const { query, operationName, variables } = payload;
    const context = await contextOf(session);
    const admission = gate.admit(
      { source: nameIn(payload) ?? query, operationName, variables },
      context,
      session.address,
    );
    const refused = (errors: readonly GraphQLError[]) => {
      const told = errors.map((error) => explain(error, context.locale, services.log));
      seen({ kind: kindOf(admission), outcome: outcomeOf(told) });
      return told;
    };
    if (Array.isArray(admission)) return refused(admission);
    const { prepared, cost } = admission;
    if (prepared.node.operation !== OperationTypeNode.SUBSCRIPTION)
      return refused([codedError('BAD_REQUEST', 'queries and mutations are served over HTTP')]);
    const controller = new AbortController();
    const stream = await openStream(prepared, {
      ...context,
      renew: () => contextOf(session),
      signal: controller.signal,
    });
    seen({ kind: 'subscription', outcome: Array.isArray(stream) ? outcomeOf(stream) : 'OK' });
    if (Array.isArray(stream)) return stream;
    return {
      schema,
      document: prepared.request.document,
      operationName: operationName ?? null,
      contextValue: closable(withCost(stream, cost), controller),
    };
  };

  const protocol = makeServer<{ authorization?: unknown; locale?: unknown }, SocketExtra>({
    schema,
    connectionInitWaitTimeout: budgets.socket.initTimeoutMs,
    onConnect: async ({ connectionParams, subscriptions, extra: { socket, request } }) => {
      const token = await tokenOf(identity, connectionParams?.authorization, services.log);
      if (token === 'LATER') socket.close(socketClose.tryAgainLater, 'who you are cannot be told now');
      if (typeof token !== 'object') return false;
      sessions.set(socket, {
        token,
        origin: originOf(services, request.headers),
        address: request.socket.remoteAddress ?? '',
        locale: localeOf(connectionParams?.locale),
        subscriptions,
        forget: followToken(socket, token),
      });
      return true;
    },
    onSubscribe: async ({ extra, subscriptions }, _id, payload) => {
      if (Object.keys(subscriptions).length > budgets.socket.subscriptions)
        return [codedError('RATE_LIMITED', `a socket carries ${budgets.socket.subscriptions} subscriptions`)];
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
    onClose: ({ extra }) => sessions.get(extra.socket)?.forget(),
  });
  return {
    counts: () => ({
      sockets: sockets.clients.size,
      subscriptions: [...sockets.clients].reduce((sum, socket) => sum + runningOn(sessions.get(socket)), 0),
    }),
    close() {
      for (const socket of sockets.clients) socket.close(socketClose.serviceRestart, 'the server restarts');
      const timer = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, budgets.socket.closeTimeoutMs);
      return new Promise((resolve) =>
        sockets.close(() => {
          clearTimeout(timer);
          resolve();
        }),
      );
    },
  };
}

/** Why a token is not good is nothing for whoever has no good one; whether it is may have to be asked later. */
async function tokenOf(
  identity: Identity,
  authorization: unknown,
  log: ErrorLog,
): Promise<VerifiedToken | 'REFUSED' | 'LATER'> {
  try {
    const given = bearerToken(authorization);
    if (!given) return 'REFUSED';
    const token = await identity.verify(given);
    await identity.person(token);
    return token;
  } catch (error) {
    return explain(error, 'zh-CN', log).extensions['code'] === 'UNAUTHENTICATED' ? 'REFUSED' : 'LATER';
  }
}

/** Tells a socket a minute before its token expires, in time for a new connection, and closes it then; gives the way to stop. */
function followToken(socket: WebSocket, { expiresAt }: VerifiedToken): () => void {
  const { warningMs } = budgets.socket;
  let timer: NodeJS.Timeout;
  let isWarned = false;
  const look = () => {
    const leftMs = expiresAt - Date.now();
    if (leftMs <= 0) return socket.close(CloseCode.Forbidden, 'the token has expired');
    if (leftMs <= warningMs && !isWarned) {
      isWarned = true;
      const inMs = Math.min(Math.ceil(leftMs / 1000) * 1000, warningMs);
      socket.send(stringifyMessage({ type: MessageType.Ping, payload: { reason: 'TOKEN_EXPIRES', inMs } }));
    }
    later(isWarned ? leftMs : leftMs - warningMs);
  };
  const later = (inMs: number) => (timer = setTimeout(look, Math.min(Math.max(inMs, 0), longestTimerMs)));
  // Not before the connection is acknowledged.
  later(expiresAt - Date.now() - warningMs);
  return () => clearTimeout(timer);
}

/** The first answer says what the stream costs. */
async function* withCost(stream: AsyncGenerator<StreamAnswer>, cost: CostTold): AsyncGenerator<StreamAnswer> {
  let extensions: StreamAnswer['extensions'] = { cost };
  for await (const answer of stream) {
    yield extensions ? { ...answer, extensions } : answer;
    extensions = undefined;
  }
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
