import { GraphQLError } from 'graphql';
import type { ServeFileOptions } from '../files/serve-file.js';
import { evidenceFileFor } from '../reads/evidence-file.js';
import type { Services } from './context.js';
import { bearerToken } from './identity.js';
import type { Identity } from './identity.js';

/** Who fetches a file of evidence, by a signed link or a bearer token, and which file they may have now. */
export function fileReaders(
  { pool, links, now = () => new Date() }: Services,
  identity: Identity,
): Pick<ServeFileOptions, 'readerOf' | 'fileFor'> {
  return {
    async readerOf({ url, headers }, isSigned) {
      if (isSigned) return links.personOf(url, now());
      try {
        const token = bearerToken(headers.authorization);
        return token ? (await identity.person(await identity.verify(token))).id : null;
      } catch (error) {
        if (error instanceof GraphQLError) return null;
        throw error;
      }
    },
    async fileFor(viewerId, evidenceId) {
      const viewer = await identity.personWithId(viewerId);
      return viewer && evidenceFileFor(pool, viewer, evidenceId);
    },
  };
}
