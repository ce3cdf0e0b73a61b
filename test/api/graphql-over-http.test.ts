import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';

let app: Awaited<ReturnType<typeof startApp>>;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** By GET any page of any origin could ask without asking first: CSRF. Only POST is served. */
const unsafe = ['5A70', 'D6D5', '6A70'];

describe('GraphQL over HTTP, by the audits of graphql-http', () => {
  const audits = serverAudits({ url: () => `${app.url}/graphql` });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    const status = unsafe.includes(audit.id) ? 'notice' : 'ok';
    expect(result).toMatchObject({ status });
  });

  it('ask nothing optional of us beside GET that we do not do', () => {
    expect(audits.filter(({ id }) => unsafe.includes(id)).map(({ name }) => name)).toEqual([
      'MAY accept application/x-www-form-urlencoded formatted GET requests',
      'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
      'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
    ]);
  });
});
