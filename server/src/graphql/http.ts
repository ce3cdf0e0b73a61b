import { ApolloServer, HeaderMap } from '@apollo/server';
import type { ApolloServerOptionsWithGateway, ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, Kind, OperationTypeNode } from 'graphql';
import type {
  DocumentNode,
  FormattedExecutionResult,
  GraphQLFormattedError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { originOf } from './context.js';
import type { Context, Services } from './context.js';
import { codedError, errorCodes, explain } from './errors.js';
import { JsonText, answerPrepared } from './execute.js';
import type { Answer } from './execute.js';
import type { Admission, CostTold, Gate } from './gate.js';
import { bearerToken, localeOf } from './identity.js';
import type { Identity } from './identity.js';
import { kindOf, outcomeOf } from './operation-seen.js';
import type { OperationSeen } from './operation-seen.js';
import { nameIn } from './trusted-documents.js';

export interface HttpOptions {
  schema: GraphQLSchema;
  services: Services;
  identity: Identity;
  gate: Gate;
  path: string;
  seen: (operation: OperationSeen) => void;
}

/** One request over HTTP. */
interface HttpContext extends Context {
  /** Who pays where nobody is signed in. */
  address: string;
  /** What the gate said. */
  admission?: Admission | GraphQLError[];
  /** What becomes of it; one for all copies that the library makes of this. */
  sight: OperationSeen;
}

/** What tells by its status. */
const strictType = 'application/graphql-response+json';

/** An answer is no page: nothing may load from it, frame it or take it for anything else. Pages have a policy of their own, worked out for each. */
const protection = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

/** Text comes back byte-equal or is refused: what is not UTF-8 must not turn into replacement characters. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Serves queries and mutations per GraphQL over HTTP. */
export async function serveHttp(server: FastifyInstance, options: HttpOptions): Promise<void> {
  const apollo = createApollo(options);
  await apollo.start();
  server.addHook('onClose', () => apollo.stop());
  await server.register((scope, _options, done) => {
    // The body is read as text: a body that is no JSON is answered as every other bad request.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, parsed) => {
      try {
        parsed(null, utf8.decode(body as Buffer));
      } catch {
        parsed(Object.assign(new Error('the body is not UTF-8'), { statusCode: 400 }));
      }
    });
    scope.setErrorHandler((error: { statusCode?: number; message: string }, _request, reply) => {
      const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
      const told = status < 500 ? codedError('BAD_REQUEST', error.message) : explain(error, 'en', options.services.log);
      return reply
        .code(status)
        .type('application/json; charset=utf-8')
        .send({ errors: [told] });
    });
    scope.addHook('onRequest', (_request, reply, next) => {
      reply.headers(protection);
      next();
    });
    scope.post(options.path, { helmet: false }, async (request, reply) => {
      const began = performance.now();
      const asked = parseBody(request.body as string);
      // What never comes to the gate was no request that the library understood.
      const sight: OperationSeen = { kind: 'unknown', outcome: 'BAD_REQUEST' };
      const name = nameIn(asked);
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: 'POST',
          headers: headersOf(request),
          search: new URL(request.url, 'http://local').search,
          // To the library a name is a document like any other: the gate knows it.
          body: name === undefined ? asked : { ...(asked as object), query: name, extensions: {} },
        },
        context: async () => ({ ...(await contextOf(request, options)), sight }),
      });
      options.seen({ ...sight, ms: performance.now() - began });
      for (const [name, value] of headers) reply.header(name, value);
      reply.code(status ?? 200);
      return body.kind === 'complete' ? body.string : reply;
    });
    scope.route({
      method: ['GET', 'PUT', 'PATCH', 'DELETE'],
      url: options.path,
      helmet: false,
      handler: (_request, reply) =>
        reply
          .code(405)
          .header('allow', 'POST')
          .send({ errors: [codedError('BAD_REQUEST', 'send the operation by POST')] }),
    });
    done();
  });
}

/** The library speaks HTTP; what is asked is judged by the gate and answered by the reads. */
function createApollo({ schema, services, gate }: HttpOptions): ApolloServer<HttpContext> {
  const gateway: ApolloServerOptionsWithGateway<HttpContext>['gateway'] = {
    load: () =>
      Promise.resolve({
        executor: async ({ context }) => {
          const { data, ...answer } = await answerAdmitted(context as HttpContext);
          (context as HttpContext).sight.outcome = outcomeOf(answer.errors);
          return { ...(data === undefined ? {} : { data: data as never }), ...answer };
        },
      }),
    onSchemaLoadOrUpdate(update) {
      update({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    stop: () => Promise.resolve(),
  };
  return new ApolloServer<HttpContext>({
    gateway,
    // The gate parses and validates, and keeps the good documents.
    documentStore: null,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => toldByHttp(formatted, error, services),
    stringifyResult,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      admittedBy(gate),
      plainJsonIs200,
    ],
    logger: {
      debug() {},
      info() {},
      warn: (message) => services.log.error({}, String(message)),
      error: (message) => services.log.error({}, String(message)),
    },
  });
}

async function answerAdmitted(context: HttpContext): Promise<Answer & { extensions?: { cost: CostTold } }> {
  const { admission } = context;
  const refused = (errors: readonly GraphQLError[]) => ({
    errors: errors.map((error) => withHttp(error, explain(error, context.locale, context.services.log))),
  });
  if (!admission || Array.isArray(admission)) return refused(admission ?? []);
  const { prepared, cost } = admission;
  if (prepared.node.operation === OperationTypeNode.SUBSCRIPTION)
    return refused([codedError('BAD_REQUEST', 'subscriptions are served over WebSocket')]);
  return { ...(await answerPrepared(prepared, context)), extensions: { cost } };
}

/** What the HTTP head is to say survives the telling. */
function withHttp(error: GraphQLError, told: GraphQLError): GraphQLError {
  const { http } = error.extensions;
  if (!http) return told;
  const { source, positions } = told;
  return new GraphQLError(told.message, { source, positions, extensions: { ...told.extensions, http } });
}

/** Asks the gate before the library parses anything; what is refused it is given as an operation without meaning. */
function admittedBy(gate: Gate): ApolloServerPlugin<HttpContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveSource(given) {
          const { source, contextValue } = given;
          const { operationName, variables } = given.request;
          const admission = gate.admit({ source, operationName, variables }, contextValue, contextValue.address);
          contextValue.admission = admission;
          contextValue.sight.kind = kindOf(admission);
          const document = Array.isArray(admission)
            ? emptyDocument(operationName)
            : admission.prepared.request.document;
          (given as { document?: DocumentNode }).document = document;
          return Promise.resolve();
        },
      }),
  };
}

function emptyDocument(name: string | undefined): DocumentNode {
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
    ...(typeof name === 'string' ? { name: { kind: Kind.NAME, value: name } } : {}),
  };
  return { kind: Kind.DOCUMENT, definitions: [operation] };
}

/** What is no word about the request: come back later. */
const laterStatuses: readonly (number | undefined)[] = [429, 503];

/** `application/json` says 200 to every well-formed request; only `application/graphql-response+json` tells by its status. */
const plainJsonIs200: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ request, response }) {
        const accepts = request.http?.headers.get('accept') ?? '';
        const isPlain = request.query && !accepts.includes(strictType);
        if (isPlain && !laterStatuses.includes(response.http.status)) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};

/** Our own errors as they are, the library's by the closed set of codes. */
function toldByHttp(formatted: GraphQLFormattedError, error: unknown, { log }: Services): GraphQLFormattedError {
  const code = formatted.extensions?.['code'];
  if (!(error instanceof GraphQLError)) return explain(error, 'en', log).toJSON();
  if (code === 'INTERNAL_SERVER_ERROR') return explain(error.originalError ?? error, 'en', log).toJSON();
  return errorCodes.some((each) => each === code) ? formatted : codedError('BAD_REQUEST', formatted.message).toJSON();
}

/** Puts the answer together around the text that the database wrote. */
function stringifyResult({ errors, data, extensions }: FormattedExecutionResult): string {
  const parts = errors ? [`"errors":${JSON.stringify(errors)}`] : [];
  if (data !== undefined) parts.push(`"data":${data instanceof JsonText ? data.text : JSON.stringify(data)}`);
  if (extensions) parts.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${parts.join(',')}}`;
}

/** Who asks, by the token of the request, and in which language. */
export async function contextOf(
  { headers, ip: address }: FastifyRequest,
  { services, identity }: Pick<HttpOptions, 'services' | 'identity'>,
): Promise<Omit<HttpContext, 'sight'>> {
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

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
}

/** Not JSON is nothing at all to what reads it next, which says so. */
function parseBody(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '') as unknown;
  } catch {
    return undefined;
  }
}
