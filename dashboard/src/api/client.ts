import { cacheExchange } from '@urql/exchange-graphcache';
import { persistedExchange } from '@urql/exchange-persisted';
import { createClient as createSocket } from 'graphql-ws';
import { Client, fetchExchange, mapExchange, subscriptionExchange } from 'urql';
import { codeOf } from './error-code.js';

/** How the live connection stands. */
export type SocketState = 'quiet' | 'live' | 'lost';

/** One person's connection to the API in one language. */
export interface Api {
  token: string;
  client: Client;
  /** The state of the live connection, for `useSyncExternalStore`. */
  socket: { read: () => SocketState; subscribe: (listener: () => void) => () => void };
  close: () => void;
}

const pongTimeoutMs = 5_000;
const longestRetryMs = 10_000;
const embedded = () => null;

/** The name under which the server knows a document; it is generated with the document. */
const nameOf = (document: unknown) => (document as { __meta__: { hash: string } }).__meta__.hash;

/** Opens the API for a bearer token; requests go to this page's own host, subscriptions over one socket that reconnects for ever. `onUnauthenticated` is called whenever an answer refuses the token. */
export function openApi(token: string, language: string, onUnauthenticated: () => void): Api {
  const authorization = `Bearer ${token}`;
  const listeners = new Set<() => void>();
  let state: SocketState = 'quiet';
  const become = (next: SocketState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  const socket = createSocket({
    url: new URL('/graphql', location.href.replace(/^http/, 'ws')).href,
    connectionParams: { authorization, locale: language },
    keepAlive: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) =>
      new Promise((done) =>
        setTimeout(done, Math.min(longestRetryMs, 500 * 2 ** retries) * (0.75 + Math.random() / 2)),
      ),
    on: {
      connected: () => become('live'),
      closed: (event) => {
        clearTimeout(pongTimer);
        become((event as CloseEvent).code === 1000 ? 'quiet' : 'lost');
      },
      // A half-open connection answers no ping: cut it, so that the retry begins.
      ping: (received) => {
        if (!received) pongTimer = setTimeout(() => socket.terminate(), pongTimeoutMs);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimer);
      },
    },
  });

  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { headers: { authorization, 'accept-language': language } },
    exchanges: [
      cacheExchange({
        keys: {
          Analytics: embedded,
          AnalyticsSource: embedded,
          ResolutionTime: embedded,
          Excluded: embedded,
          Band: embedded,
          HistogramBar: embedded,
          TrendPoint: embedded,
          Benchmark: embedded,
          Clock: embedded,
          NextDue: embedded,
          CaseConnection: embedded,
        },
      }),
      mapExchange({
        onError: (error) => {
          if (codeOf(error) === 'UNAUTHENTICATED') onUnauthenticated();
        },
      }),
      persistedExchange({
        enforcePersistedQueries: true,
        enableForMutation: true,
        enableForSubscriptions: true,
        preferGetForPersistedQueries: false,
        generateHash: (_text, document) => Promise.resolve(nameOf(document)),
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              {
                query: request.query ?? '',
                variables: request.variables as Record<string, unknown>,
                extensions: request.extensions,
              },
              sink,
            ),
          }),
        }),
      }),
    ],
  });

  return {
    token,
    client,
    socket: {
      read: () => state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    close: () => void socket.dispose(),
  };
}
