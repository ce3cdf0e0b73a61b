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
    const limits = limitsIn(locale);
    const page =
      pages.get(locale) ?? referencePage({ schema, errors: readFileSync(errorCodes, 'utf8'), limits }, locale);
    pages.set(locale, page);
    return page;
  };
  server.get('/docs.js', (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(script),
  );
  server.get<{ Querystring: { lang?: unknown } }>('/docs', (request, reply) => {
    const locale = localeOf(request.query.lang) ?? localeOf(request.headers['accept-language']) ?? 'en';
    return reply
      .header('vary', 'accept-language')
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(render(locale));
  });
}

/** The limits of an operation, a socket and a person, in one language. */
function limitsIn(locale: Locale): (readonly [name: string, value: string])[] {
  const { http, document, rate, exports, socket } = budgets;
  const kib = (bytes: number) => `${bytes / 1024} KiB`;
  const told: [name: [chinese: string, english: string], value: [chinese: string, english: string] | string][] = [
    [['请求体', 'body'], `${kib(http.bodyBytes)}, UTF-8`],
    [
      ['文档', 'document'],
      [`${document.characters} 个字符`, `${document.characters} characters`],
    ],
    [['词元', 'tokens'], String(document.tokens)],
    [['层数', 'depth'], String(document.depth)],
    [['别名', 'aliases'], String(document.aliases)],
    [['指令', 'directives'], String(document.directives)],
    [['根字段', 'root fields'], String(document.rootFields)],
    [
      ['变更', 'mutations'],
      [`每次请求 ${document.mutations} 个`, `${document.mutations} a request`],
    ],
    [
      ['成本', 'cost'],
      [`每次操作 ${document.cost} 个值`, `${document.cost} values an operation`],
    ],
    [
      ['点数', 'points'],
      [`每秒 ${rate.perSecond} 点`, `${rate.perSecond} a second`],
    ],
    [
      ['导出', 'exports'],
      [`同时 ${exports} 个`, `${exports} at a time`],
    ],
    [['分页', 'page'], 'first, last ≤ 100'],
    [['WebSocket 帧', 'WebSocket frame'], kib(socket.frameBytes)],
    [
      ['订阅', 'subscriptions'],
      [`每个连接 ${socket.subscriptions} 个`, `${socket.subscriptions} a socket`],
    ],
  ];
  const inLanguage = (saying: readonly string[]) => saying[locale === 'en' ? 1 : 0]!;
  return told.map(([name, value]) => [inLanguage(name), typeof value === 'string' ? value : inLanguage(value)]);
}
