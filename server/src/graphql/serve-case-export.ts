import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parse } from 'graphql';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { exportedFields, headOfCsv, linesOfCsv } from './case-export-row.js';
import type { ExportedCase } from './case-export-row.js';
import type { Services } from './context.js';
import { codedError, explain } from './errors.js';
import type { ErrorCode } from './errors.js';
import { answer } from './execute.js';
import { contextOf } from './http.js';
import type { Identity } from './identity.js';

export interface CaseExportOptions {
  schema: GraphQLSchema;
  services: Services;
  identity: Identity;
}

/** One page at a time, in an order in which nothing that is filed meanwhile comes before what was read. */
const exported = parse(`query ($filter: CaseFilter, $after: String) {
  cases(filter: $filter, orderBy: { field: FILED_AT, direction: ASC }, first: 100, after: $after) {
    nodes { ${exportedFields} } pageInfo { hasNextPage endCursor } } }`);

interface Page {
  nodes: ExportedCase[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const formats = {
  csv: {
    type: 'text/csv; charset=utf-8',
    head: headOfCsv,
    lines: linesOfCsv,
  },
  ndjson: {
    type: 'application/x-ndjson; charset=utf-8',
    head: () => '',
    lines: (cases: readonly ExportedCase[]) => cases.map((each) => `${JSON.stringify(each)}\n`).join(''),
  },
} as const;

/**
 * Serves `cases(filter)` as a file, page by page as fast as it is read: neither is more than a page held in memory nor a
 * transaction kept open. Rights are judged anew for each page; a file that ends early is an aborted answer.
 */
export function serveCaseExport(server: FastifyInstance, options: CaseExportOptions): void {
  for (const [name, { type, head, lines }] of Object.entries(formats)) {
    server.get(`/export/cases.${name}`, async (request, reply) => {
      try {
        const filter = filterOf(request);
        const { locale } = await contextOf(request, options);
        const first = await readPage(request, options, filter, null);
        const pages = followingPages(request, options, filter, first);
        reply.header('cache-control', 'private, no-store').header('vary', 'accept-language, authorization');
        reply.header('content-disposition', `attachment; filename="cases.${name}"`).type(type);
        return await reply.send(Readable.from(text(head(locale), pages, (cases) => lines(cases, locale))));
      } catch (error) {
        return refuse(reply, explain(error, 'en', options.services.log));
      }
    });
  }
}

async function* text(head: string, pages: AsyncIterable<Page>, lines: (cases: ExportedCase[]) => string) {
  if (head) yield head;
  for await (const { nodes } of pages) if (nodes.length > 0) yield lines(nodes);
}

async function* followingPages(request: FastifyRequest, options: CaseExportOptions, filter: unknown, first: Page) {
  let page = first;
  yield page;
  while (page.pageInfo.hasNextPage) {
    page = await readPage(request, options, filter, page.pageInfo.endCursor);
    yield page;
  }
}

async function readPage(
  request: FastifyRequest,
  options: CaseExportOptions,
  filter: unknown,
  after: string | null,
): Promise<Page> {
  const context = await contextOf(request, options);
  const asked = { schema: options.schema, document: exported, variables: { filter, after } };
  const { data, errors } = await answer(asked, context);
  if (errors?.[0]) throw errors[0];
  return (JSON.parse(data!.text) as { cases: Page }).cases;
}

function filterOf({ query }: FastifyRequest): unknown {
  const { filter } = query as { filter?: unknown };
  if (filter === undefined) return null;
  try {
    return JSON.parse(filter as string) as unknown;
  } catch {
    const message = 'must be the CaseFilter as JSON';
    throw codedError('BAD_USER_INPUT', `filter ${message}`, { fields: [{ path: 'filter', message }] });
  }
}

const statusOf: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
};

function refuse(reply: FastifyReply, { message, extensions }: GraphQLError): FastifyReply {
  return reply
    .code(statusOf[extensions['code'] as ErrorCode] ?? 500)
    .header('cache-control', 'no-store')
    .send({ ...extensions, message });
}
