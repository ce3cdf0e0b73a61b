import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { budgets } from '../config.js';
import type { Locale } from '../reads/viewer.js';
import { referencePage, script } from './docs-page.js';
import { localeOf } from './identity.js';

const errorCodes = new URL('../../../schema/error-codes.md', import.meta.url);

/** Serves `/docs`: the reference of the API, written from the contract that is running, in Chinese or English. */
export function serveDocs(server: FastifyInstance, schema: GraphQLSchema): void {
  const pages = new Map<Locale, string>();
  const render = (locale: Locale) => {
    const page =
      pages.get(locale) ?? referencePage({ schema, errors: readFileSync(errorCodes, 'utf8'), limits: told }, locale);
    pages.set(locale, page);
    return page;
  };
  server.get('/docs.js', (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(script),
  );
  server.get<{ Querystring: { lang?: unknown } }>('/docs', (request, reply) => {
    const locale = localeOf(request.query.lang) ?? localeOf(request.headers['accept-language']) ?? 'zh-CN';
    return reply
      .header('vary', 'accept-language')
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(render(locale));
  });
}

const told: readonly (readonly [string, string])[] = [
  ['body', `${budgets.http.bodyBytes / 1024} KiB, UTF-8`],
  ['document', `${budgets.document.characters} characters`],
  ['tokens', String(budgets.document.tokens)],
  ['depth', String(budgets.document.depth)],
  ['aliases', String(budgets.document.aliases)],
  ['directives', String(budgets.document.directives)],
  ['root fields', String(budgets.document.rootFields)],
  ['mutations', `${budgets.document.mutations} a request`],
  ['cost', `${budgets.document.cost} values an operation`],
  ['points', `${budgets.rate.perSecond} a second`],
  ['exports', `${budgets.exports} at a time`],
  ['page', 'first, last ≤ 100'],
  ['WebSocket frame', `${budgets.socket.frameBytes / 1024} KiB`],
  ['subscriptions', `${budgets.socket.subscriptions} a socket`],
];
