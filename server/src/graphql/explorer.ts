import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';

/** Serves `/explorer`: GraphiQL with nothing from elsewhere. */
export function serveExplorer(server: FastifyInstance, { path }: { path: string; isDemo: boolean }): void {
  const page = renderGraphiQL({ title: 'Accord', endpoint: path, subscriptionsProtocol: 'WS' } as Parameters<
    typeof renderGraphiQL
  >[0]);
  server.get('/explorer', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
}
