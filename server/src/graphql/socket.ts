import type { IncomingMessage } from 'node:http';
import { CloseCode } from 'graphql-ws';
import type { Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { budgets } from '../config.js';
import type { ErrorLog } from './errors.js';

/** Reasons to close a socket beside those of the protocol. */
export const socketClose = {
  /** Against the rules of this server; a client does not try again. */
  policyViolation: 1008,
  /** The server is going away: a client reconnects, to another one. */
  serviceRestart: 1012,
  /** Too slow, or too early: a client reconnects and resumes. */
  tryAgainLater: 1013,
} as const;

/** What the protocol is told of a socket. */
export interface SocketExtra {
  socket: WebSocket;
  request: IncomingMessage;
}

/**
 * Carries the protocol over a socket: within its message budget, only as fast as it is read, and as long as it answers pings.
 * What goes wrong with a socket ends that socket, silently.
 */
export function carryProtocol(protocol: Server<SocketExtra>, { socket, request }: SocketExtra, log: ErrorLog): void {
  const { keepAliveMs, messages, bufferedBytes } = budgets.socket;
  // A frame that is too large or malformed has its close code from the library already.
  socket.on('error', () => {});
  let isAlive = true;
  socket.on('pong', () => (isAlive = true));
  const heartbeat = setInterval(() => {
    if (!isAlive) return giveUp(socket);
    isAlive = false;
    socket.ping();
  }, keepAliveMs);
  const allowance = createAllowance(messages);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (data) => {
        if (socket.bufferedAmount > bufferedBytes) socket.close(socketClose.tryAgainLater, 'read faster, and resume');
        if (socket.readyState !== socket.OPEN) return Promise.resolve();
        return new Promise((resolve) => socket.send(data, () => resolve()));
      },
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) =>
        socket.on('message', (data: Buffer) => {
          if (socket.readyState !== socket.OPEN) return;
          if (!allowance()) return socket.close(socketClose.policyViolation, 'too many messages');
          handle(data.toString()).catch((error: unknown) => {
            const isForeign = error instanceof Error && error.message.startsWith('Unexpected message of type');
            if (!isForeign) log.error({ err: error }, 'A message of a socket could not be handled.');
            if (isForeign) socket.close(CloseCode.BadRequest, 'Invalid message received');
            else socket.close(CloseCode.InternalServerError, 'Internal server error');
          });
        }),
    },
    { socket, request },
  );
  socket.once('close', (code, reason) => {
    clearInterval(heartbeat);
    void closed(code, reason.toString());
  });
}

/** Who reads nothing is told so when it reads again; who is not there at all is let go. */
function giveUp(socket: WebSocket): void {
  if (socket.bufferedAmount > 0) socket.close(socketClose.tryAgainLater, 'read faster, and resume');
  else socket.terminate();
}

/** So many at once, and so many more each second: false when there is none left. */
function createAllowance({ burst, perSecond }: { burst: number; perSecond: number }): () => boolean {
  let left: number = burst;
  let countedAt = performance.now();
  return () => {
    const now = performance.now();
    left = Math.min(burst, left + ((now - countedAt) / 1000) * perSecond);
    countedAt = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
