import { ApolloServer, HeaderMap } from '@apollo/server';
import type { GraphQLRequestListener, HTTPGraphQLHead } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, Kind, OperationTypeNode } from 'graphql';
import type {
  DocumentNode,
  FormattedExecutionResult,
  GraphQLFormattedError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { Context, Services } from './context.js';
import { codedError, errorCodes, explain } from './errors.js';
import { JsonText, answerPrepared } from './execute.js';
import type { Answer } from './execute.js';
import type { Admission, CostTold, Gate } from './gate.js';
import { kindOf, outcomeOf } from './operation-seen.js';
import type { OperationSeen } from './operation-seen.js';

/** One request over HTTP. */
export interface HttpContext extends Context {
  /** Who pays where nobody is signed in. */
  address: string;
  /** What the gate said. */
  admission?: Admission | GraphQLError[];
  /** What becomes of it; one for all copies that the library makes of this. */
  sight: OperationSeen;
}

/** Says by its status what happened; plain `application/json` says 200 to every well-formed request. */
const strictType = 'application/graphql-response+json';

export interface ApolloOptions {
  schema: GraphQLSchema;
  services: Services;
  gate: Gate;
}

/** The library speaks GraphQL over HTTP; what is asked is judged by the gate and answered by the reads. */
export function createApollo({ schema, services, gate }: ApolloOptions): ApolloServer<HttpContext> {
  return new ApolloServer<HttpContext>({
    schema,
    // The gate parses and validates, and keeps the good documents.
    documentStore: null,
    // What is no JSON by its own type, which no page sends without asking first, never comes here.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => toldByHttp(formatted, error, services),
    stringifyResult,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      { requestDidStart: () => Promise.resolve(answeredBy(gate)) },
    ],
    logger: {
      debug() {},
      info() {},
      warn: (message) => services.log.error({}, String(message)),
      error: (message) => services.log.error({}, String(message)),
    },
  });
}

/** Asks the gate before the library parses anything, and answers in the place of its executor. */
function answeredBy(gate: Gate): GraphQLRequestListener<HttpContext> {
  return {
    didResolveSource(given) {
      const { source, contextValue } = given;
      const { operationName, variables } = given.request;
      const admission = gate.admit({ source, operationName, variables }, contextValue, contextValue.address);
      contextValue.admission = admission;
      contextValue.sight.kind = kindOf(admission);
      // What is refused the library is given as an operation without meaning.
      const document = Array.isArray(admission) ? emptyDocument(operationName) : admission.prepared.request.document;
      (given as { document?: DocumentNode }).document = document;
      return Promise.resolve();
    },
    async responseForOperation({ contextValue }) {
      const { errors, data, extensions } = await answerAdmitted(contextValue);
      contextValue.sight.outcome = outcomeOf(errors);
      const singleResult: FormattedExecutionResult = {
        ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}),
        ...(data === undefined ? {} : { data: data as never }),
        ...(extensions ? { extensions: { ...extensions } } : {}),
      };
      return { http: headOf(contextValue.admission, data !== undefined), body: { kind: 'single', singleResult } };
    },
    willSendResponse({ request, response }) {
      const accepts = request.http?.headers.get('accept') ?? '';
      const isPlain = request.query && !accepts.includes(strictType);
      if (isPlain && !laterStatuses.includes(response.http.status)) response.http.status = 200;
      return Promise.resolve();
    },
  };
}

async function answerAdmitted(context: HttpContext): Promise<Answer & { extensions?: { cost: CostTold } }> {
  const { admission = [] } = context;
  const refused = (errors: readonly GraphQLError[]) => ({
    errors: errors.map((error) => explain(error, context.locale, context.services.log)),
  });
  if (Array.isArray(admission)) return refused(admission);
  const { prepared, cost } = admission;
  if (prepared.node.operation === OperationTypeNode.SUBSCRIPTION)
    return refused([codedError('BAD_REQUEST', 'subscriptions are served over WebSocket')]);
  return { ...(await answerPrepared(prepared, context)), extensions: { cost } };
}

/** What the head says: of a refusal what its error asks for, 400 otherwise where nothing was executed. */
function headOf(admission: HttpContext['admission'], isExecuted: boolean): HTTPGraphQLHead {
  const [error] = Array.isArray(admission) ? admission : [];
  const asked = error?.extensions['http'] as Partial<HTTPGraphQLHead> | undefined;
  const status = asked?.status ?? (isExecuted ? 200 : 400);
  return { status, headers: new HeaderMap(asked?.headers) };
}

/** What is no word about the request: come back later. */
const laterStatuses: readonly (number | undefined)[] = [429, 503];

function emptyDocument(name: string | undefined): DocumentNode {
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
    ...(typeof name === 'string' ? { name: { kind: Kind.NAME, value: name } } : {}),
  };
  return { kind: Kind.DOCUMENT, definitions: [operation] };
}

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
