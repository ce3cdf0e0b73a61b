import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { createApollo } from './apollo.js';
import type { ApolloOptions, HttpContext } from './apollo.js';
import { RequestRefused, receiveJson, send } from './body.js';
import { originOf } from './context.js';
import { codedError, explain } from './errors.js';
import { bearerToken, localeOf } from './identity.js';
import type { Identity } from './identity.js';
import type { OperationSeen } from './operation-seen.js';
import { nameIn } from './trusted-documents.js';

export interface HttpOptions extends ApolloOptions {
  identity: Identity;
  path: string;
  seen: (operation: OperationSeen) => void;
}

/** Answers a request that is its own, and tells whether it is. */
export type Answering = (request: IncomingMessage, response: ServerResponse) => boolean;

/** An answer is no page: nothing may load from it, frame it or take it for anything else. Pages have a policy of their own, worked out for each. */
const protection = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

/** What an answer tells the pages of other hosts, which may all ask. */
export const exposedHeaders = ['retry-after'];

const everyAnswer = {
  ...protection,
  'access-control-allow-origin': '*',
  'access-control-expose-headers': exposedHeaders.join(', '),
};

/**
 * Serves queries and mutations per GraphQL over HTTP. Operations are answered straight from `node:http`: the routes and hooks of
 * the framework, which answers everything else at the path, took about a third of the CPU of a read in the server.
 */
export async function serveHttp(server: FastifyInstance, options: HttpOptions): Promise<Answering> {
  const apollo = createApollo(options);
  await apollo.start();
  server.addHook('onClose', () => apollo.stop());
  const stopping = new AbortController();
  server.addHook('preClose', (done) => {
    stopping.abort();
    done();
  });
  const answering: Answerer = { ...options, apollo, stopping: stopping.signal };
  server.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE'],
    url: options.path,
    helmet: false,
    handler: (_request, reply) =>
      reply
        .code(405)
        .headers({ ...protection, allow: 'POST' })
        .send({ errors: [codedError('BAD_REQUEST', 'send the operation by POST')] }),
  });
  return (request, response) => {
    const isOperation = request.method === 'POST' && pathOf(request) === options.path;
    if (isOperation) void answer(answering, request, response);
    return isOperation;
  };
}

interface Answerer extends HttpOptions {
  apollo: ApolloServer<HttpContext>;
  /** Aborted once the server stops. */
  stopping: AbortSignal;
}

async function answer(answering: Answerer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const asked = parse(await receiveJson(request));
    const began = performance.now();
    // What never comes to the gate was no request that the library understood.
    const sight: OperationSeen = { kind: 'unknown', outcome: 'BAD_REQUEST' };
    const name = nameIn(asked);
    const { status, headers, body } = await answering.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: 'POST',
        headers: headersOf(request),
        search: '',
        // To the library a name is a document like any other: the gate knows it.
        body: name === undefined ? asked : { ...(asked as object), query: name, extensions: {} },
      },
      context: async () => ({ ...(await contextOf(request, answering)), sight }),
    });
    answering.seen({ ...sight, ms: performance.now() - began });
    const text = body.kind === 'complete' ? body.string : '';
    // Whoever asks while the server stops is answered, and asks no more.
    if (answering.stopping.aborted) response.setHeader('connection', 'close');
    await send(request, response, status ?? 200, { ...everyAnswer, ...Object.fromEntries(headers) }, text);
  } catch (error) {
    await refuse(error as Error, answering, request, response);
  }
}

/** Says what is wrong with a request that was not answered; a client that left before its body had come is told nothing. */
async function refuse(
  error: Error,
  { services }: HttpOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (response.destroyed || response.headersSent) return;
  const isRefused = error instanceof RequestRefused;
  const told = isRefused ? codedError('BAD_REQUEST', error.message) : explain(error, 'en', services.log);
  // The rest of a body that nobody reads.
  if (!request.complete) response.setHeader('connection', 'close');
  const headers = { ...everyAnswer, 'content-type': 'application/json; charset=utf-8' };
  await send(request, response, isRefused ? error.status : 500, headers, JSON.stringify({ errors: [told] }));
}

/** Who asks, by the token of the request, and in which language. */
export async function contextOf(
  { headers, socket }: IncomingMessage,
  { services, identity }: Pick<HttpOptions, 'services' | 'identity'>,
): Promise<Omit<HttpContext, 'sight'>> {
  const address = socket.remoteAddress ?? '';
  const asked = localeOf(headers['accept-language']);
  const origin = originOf(services, headers);
  try {
    const token = bearerToken(headers.authorization);
    const viewer = token ? await identity.person(await identity.verify(token)) : null;
    return { services, viewer, origin, address, locale: asked ?? viewer?.locale ?? 'zh-CN' };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { services, viewer: null, refusal: error, origin, address, locale: asked ?? 'zh-CN' };
  }
}

function pathOf({ url = '' }: IncomingMessage): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
}

/** Not JSON is nothing at all to what reads it next, which says so. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
