import type { FastifyInstance, FastifyReply } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { locales } from '../reads/viewer.js';
import type { Locale } from '../reads/viewer.js';
import { caseFileDocuments } from './case-file-document.js';
import { gatherCaseFile } from './case-file-gather.js';
import { caseFilePage } from './case-file-page.js';
import { caseFileFormats } from './case-file-path.js';
import type { CaseFileFormat } from './case-file-path.js';
import { speechOf } from './case-file-words.js';
import { originOf } from './context.js';
import type { Services } from './context.js';
import type { Identity } from './identity.js';

export interface CaseFileOptions {
  schema: GraphQLSchema;
  services: Services;
  identity: Identity;
}

/** Serves case files to whom their links were made for, as far as they may see the case now. */
export function serveCaseFile(server: FastifyInstance, { schema, services, identity }: CaseFileOptions): void {
  const documents = caseFileDocuments(schema);
  server.get<{ Params: { caseId: string; file: string } }>('/case-file/:caseId/:file', async (request, reply) => {
    const now = (services.now ?? (() => new Date()))();
    const [language, format] = request.params.file.split('.') as [Locale, CaseFileFormat];
    const personId = services.links.personOf(request.url, now);
    const isKnown = locales.includes(language) && caseFileFormats.includes(format);
    const viewer = personId && isKnown ? await identity.personWithId(personId) : null;
    if (!viewer) return refused(reply, language);
    const context = { services, viewer, locale: language, origin: originOf(services, request.headers) };
    const file = await gatherCaseFile(schema, documents, context, request.params.caseId);
    if (!file) return refused(reply, language);
    reply.header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer');
    if (format === 'html') return reply.type('text/html; charset=utf-8').send(caseFilePage(file, language));
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${file.case.number}-${language}.json"`)
      .send(JSON.stringify(file, null, 1));
  });
}

/** Whether there is such a case is nothing for whoever has no good link. */
function refused(reply: FastifyReply, language: Locale): FastifyReply {
  // Whatever stands in the address: `constructor` is no language either.
  const { say } = speechOf[locales.includes(language) ? language : 'zh-CN'];
  return reply.code(404).type('text/plain; charset=utf-8').send(say('expired'));
}
