import { ApolloServer, HeaderMap } from '@apollo/server';
import type { ApolloServerOptionsWithGateway, ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, NoSchemaIntrospectionCustomRule } from 'graphql';
import type { FormattedExecutionResult, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { originOf } from './context.js';
import type { Context, Services } from './context.js';
import { codedError, explain } from './errors.js';
import { JsonText, answer } from './execute.js';
import { ownRules, parseError, parseOptions, validationError } from './gate.js';
import { bearerToken, localeOf } from './identity.js';
import type { Identity } from './identity.js';

export interface HttpOptions {
  schema: GraphQLSchema;
  services: Services;
  identity: Identity;
  path: string;
  /** Introspection and hints in messages are for the demo; in production the contract is the committed SDL. */
  isDemo: boolean;
}

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
    scope.post(options.path, async (request, reply) => {
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: 'POST',
          headers: headersOf(request),
          search: new URL(request.url, 'http://local').search,
          body: parseBody(request.body as string),
        },
        context: () => contextOf(request, options),
      });
      for (const [name, value] of headers) reply.header(name, value);
      reply.code(status ?? 200);
      return body.kind === 'complete' ? body.string : reply;
    });
    scope.route({
      method: ['GET', 'PUT', 'PATCH', 'DELETE'],
      url: options.path,
      handler: (_request, reply) =>
        reply
          .code(405)
          .header('allow', 'POST')
          .send({ errors: [codedError('BAD_REQUEST', 'send the operation by POST')] }),
    });
    done();
  });
}

function createApollo({ schema, services, isDemo }: HttpOptions): ApolloServer<Context> {
  const gateway: ApolloServerOptionsWithGateway<Context>['gateway'] = {
    load: () =>
      Promise.resolve({
        executor: async ({ document, request, context }) => {
          const { data, errors } = await answer(
            { schema, document, operationName: request.operationName, variables: request.variables },
            context as Context,
          );
          return { ...(data === undefined ? {} : { data: data as never }), ...(errors ? { errors } : {}) };
        },
      }),
    onSchemaLoadOrUpdate(update) {
      update({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    stop: () => Promise.resolve(),
  };
  return new ApolloServer<Context>({
    gateway,
    parseOptions,
    validationRules: isDemo ? ownRules : [...ownRules, NoSchemaIntrospectionCustomRule],
    hideSchemaDetailsFromClientErrors: !isDemo,
    introspection: isDemo,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => toldByHttp(formatted, error, services),
    stringifyResult,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
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

/** `application/json` says 200 to every well-formed request; only `application/graphql-response+json` tells by its status. */
const plainJsonIs200: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ request, response }) {
        const accepts = request.http?.headers.get('accept') ?? '';
        if (request.query && !accepts.includes('application/graphql-response+json')) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};

/** Our own errors as they are, the library's by the closed set of codes. */
function toldByHttp(formatted: GraphQLFormattedError, error: unknown, { log }: Services): GraphQLFormattedError {
  const code = formatted.extensions?.['code'];
  if (!(error instanceof GraphQLError)) return explain(error, 'en', log).toJSON();
  if (code === 'GRAPHQL_PARSE_FAILED') return parseError(error).toJSON();
  if (code === 'GRAPHQL_VALIDATION_FAILED') return validationError(error).toJSON();
  if (code === 'INTERNAL_SERVER_ERROR') return explain(error.originalError ?? error, 'en', log).toJSON();
  const isForeign = code === 'OPERATION_RESOLUTION_FAILURE' || code === 'PERSISTED_QUERY_NOT_SUPPORTED';
  return isForeign ? codedError('BAD_REQUEST', formatted.message).toJSON() : formatted;
}

/** Puts the answer together around the text that the database wrote. */
function stringifyResult({ errors, data }: FormattedExecutionResult): string {
  const parts = errors ? [`"errors":${JSON.stringify(errors)}`] : [];
  if (data !== undefined) parts.push(`"data":${data instanceof JsonText ? data.text : JSON.stringify(data)}`);
  return `{${parts.join(',')}}`;
}

async function contextOf({ headers }: FastifyRequest, { services, identity }: HttpOptions): Promise<Context> {
  const asked = localeOf(headers['accept-language']);
  const origin = originOf(services, headers);
  try {
    const token = bearerToken(headers.authorization);
    const viewer = token ? await identity.person(await identity.verify(token)) : null;
    return { services, viewer, origin, locale: asked ?? viewer?.locale ?? 'zh-CN' };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { services, viewer: null, refusal: error, origin, locale: asked ?? 'zh-CN' };
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
