import type { CombinedError } from 'urql';

/** The `extensions.code` of the first error; NETWORK when no answer came. */
export function codeOf(error: CombinedError): string {
  const code = error.graphQLErrors[0]?.extensions.code;
  if (typeof code === 'string') return code;
  return error.networkError ? 'NETWORK' : 'INTERNAL';
}
