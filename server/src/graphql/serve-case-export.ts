import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parse } from 'graphql';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { budgets } from '../config.js';
import type { Id } from '../domain/case.js';
import { exportedFields, headOfCsv, linesOfCsv } from './case-export-row.js';
import type { ExportedCase } from './case-export-row.js';
import { viewerOf } from './context.js';
import type { Context, Services } from './context.js';
import { costsOf } from './cost.js';
import { codedError, explain } from './errors.js';
import type { ErrorCode } from './errors.js';
import { answer } from './execute.js';
import { contextOf } from './http.js';
import type { Gate } from './gate.js';
import { localeOf } from './identity.js';
import type { Identity } from './identity.js';

export interface CaseExportOptions {
  schema: GraphQLSchema;
  services: Services;
  identity: Identity;
  gate: Gate;
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

/** Who asks as things stand now, each time it is called. */
type Asker = () => Promise<Context>;

/**
 * Serves `cases(filter)` as a file, page by page as fast as it is read: neither is more than a page held in memory nor a
 * transaction kept open. Rights are judged anew for each page; a file that ends early is an aborted answer.
 */
export function serveCaseExport(server: FastifyInstance, options: CaseExportOptions): void {
  const { schema, services, gate } = options;
  const [price] = costsOf(schema, exported).values();
  const running = new Places();
  for (const [name, { type, head, lines }] of Object.entries(formats)) {
    server.get(`/export/cases.${name}`, { exposeHeadRoute: false }, async (request, reply) => {
      let leave = () => {};
      try {
        const asker = askerOf(request, options);
        const context = await asker();
        const viewer = viewerOf(context);
        const filter = filterOf(request);
        gate.charge(viewer, price!({}));
        leave = running.take(viewer.id);
        if (reply.raw.destroyed) leave();
        else reply.raw.once('close', leave);
        const first = await readPage(schema, context, filter, null);
        const pages = followingPages(schema, asker, filter, first);
        reply.header('cache-control', 'private, no-store').header('vary', 'accept-language, authorization');
        reply.header('content-disposition', `attachment; filename="cases.${name}"`).type(type);
        reply.header('referrer-policy', 'no-referrer');
        const { locale } = context;
        const file = Readable.from(text(head(locale), pages, (cases) => lines(cases, locale)));
        return await reply.send(file);
      } catch (error) {
        leave();
        return refuse(reply, explain(error, 'en', services.log));
      }
    });
  }
}

/** A signed link says for whom it was made, whoever follows it; else it is the token that counts. */
function askerOf(request: FastifyRequest, options: CaseExportOptions): Asker {
  const { services, identity } = options;
  const { signature, language } = request.query as Record<string, unknown>;
  const spoken = localeOf(language);
  const personId =
    signature === undefined ? null : services.links.personOf(request.url, services.now?.() ?? new Date());
  return async () => {
    const context = await contextOf(request.raw, options);
    const locale = spoken ?? context.locale;
    if (signature === undefined) return { ...context, locale };
    const viewer = personId && (await identity.personWithId(personId));
    if (!viewer) throw codedError('UNAUTHENTICATED', 'the link is not as it was made, or has expired');
    return { ...context, viewer, locale };
  };
}

/** Exports that are on their way, by person. */
class Places {
  readonly #taken = new Map<Id, number>();

  /** Gives the way to leave; RATE_LIMITED for who has as many as anybody may. */
  take(personId: Id): () => void {
    const taken = this.#taken.get(personId) ?? 0;
    if (taken >= budgets.exports) throw codedError('RATE_LIMITED', `${budgets.exports} exports are on their way`);
    this.#taken.set(personId, taken + 1);
    let isLeft = false;
    return () => {
      if (isLeft) return;
      isLeft = true;
      const left = this.#taken.get(personId)! - 1;
      if (left > 0) this.#taken.set(personId, left);
      else this.#taken.delete(personId);
    };
  }
}

async function* text(head: string, pages: AsyncIterable<Page>, lines: (cases: ExportedCase[]) => string) {
  if (head) yield head;
  for await (const { nodes } of pages) if (nodes.length > 0) yield lines(nodes);
}

async function* followingPages(schema: GraphQLSchema, asker: Asker, filter: unknown, first: Page) {
  let page = first;
  yield page;
  while (page.pageInfo.hasNextPage) {
    page = await readPage(schema, await asker(), filter, page.pageInfo.endCursor);
    yield page;
  }
}

async function readPage(schema: GraphQLSchema, context: Context, filter: unknown, after: string | null): Promise<Page> {
  const { data, errors } = await answer({ schema, document: exported, variables: { filter, after } }, context);
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
  RATE_LIMITED: 429,
};

function refuse(reply: FastifyReply, { message, extensions }: GraphQLError): FastifyReply {
  const { retryAfterMs } = extensions as { retryAfterMs?: number };
  if (retryAfterMs !== undefined) reply.header('retry-after', String(Math.ceil(retryAfterMs / 1000)));
  return reply
    .code(statusOf[extensions['code'] as ErrorCode] ?? 500)
    .header('cache-control', 'no-store')
    .send({ ...extensions, message });
}
