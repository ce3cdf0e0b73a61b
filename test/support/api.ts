import type { App } from '@accord/server/app';
import type { Person } from '@accord/server/domain/permission';

/** What a request over HTTP was answered with. */
export interface ApiAnswer<Data> {
  status: number;
  headers: Headers;
  text: string;
  data: Data;
  /** `extensions` of the first error; undefined without one. */
  error: Record<string, unknown> | undefined;
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** A client of the API for every person there is. */
export interface Api {
  token(person: Person): string;
  /** Asks as a person, or as nobody. */
  ask<Data = Record<string, unknown>>(
    person: Person | null,
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<ApiAnswer<Data>>;
  post(body: string, headers?: Record<string, string>): Promise<Response>;
}

/** Reads everybody's token from the demo page. */
export async function openApi({ url }: Pick<App, 'url'>): Promise<Api> {
  const response = await fetch(`${url}/demo`, { headers: { accept: 'application/json' } });
  const { people } = (await response.json()) as { people: { id: string; token: string }[] };
  const tokens = new Map(people.map(({ id, token }) => [id, token]));
  const token = ({ id }: Person) => tokens.get(`person_${id}`)!;
  const post: Api['post'] = (body, headers = {}) =>
    fetch(`${url}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  return {
    token,
    post,
    async ask<Data>(
      person: Person | null,
      query: string,
      variables: object = {},
      headers: Record<string, string> = {},
    ) {
      const authorization: Record<string, string> = person ? { authorization: `Bearer ${token(person)}` } : {};
      const accept = 'application/graphql-response+json';
      const answer = await post(JSON.stringify({ query, variables }), { accept, ...authorization, ...headers });
      const text = await answer.text();
      const { data, errors = [] } = JSON.parse(text) as { data: Data; errors?: ApiAnswer<Data>['errors'] };
      return { status: answer.status, headers: answer.headers, text, data, errors, error: errors[0]?.extensions };
    },
  };
}

/** A case's id as the API shows it. */
export const caseIdOf = ({ caseId }: { caseId: string }) => `case_${caseId}`;
