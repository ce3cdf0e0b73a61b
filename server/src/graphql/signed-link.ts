import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '../domain/case.js';

/** How long a link works, in milliseconds. */
const lifeMs = 15 * 60_000;
/** Addresses are paths; the signature is of nothing else. */
const local = 'http://local';

/** An address that works for a while without a token, for whom it was made; rights are judged anew when it is used. */
export interface SignedLink {
  url: string;
  expiresAt: string;
}

/** Makes and checks links that a browser can follow: path, query, person and last moment are part of the signature. */
export class LinkSigner {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** Signs an address of this server, with the query that it has, for a person. */
  sign(address: string, personId: Id, now: Date): SignedLink {
    const expires = now.getTime() + lifeMs;
    const url = new URL(address, local);
    url.searchParams.set('for', personId);
    url.searchParams.set('until', String(expires));
    url.searchParams.set('signature', this.#signature(url));
    return { url: url.pathname + url.search, expiresAt: new Date(expires).toISOString() };
  }

  /** For whom a link was made; null when it is not as it was made, or its time has passed. */
  personOf(address: string, now: Date): Id | null {
    const url = new URL(address, local);
    const given = Buffer.from(url.searchParams.get('signature') ?? '');
    url.searchParams.delete('signature');
    const expected = Buffer.from(this.#signature(url));
    const isGood = given.length === expected.length && timingSafeEqual(given, expected);
    return isGood && Number(url.searchParams.get('until')) > now.getTime() ? url.searchParams.get('for') : null;
  }

  #signature({ pathname, searchParams }: URL): string {
    return createHmac('sha256', this.#key).update(`${pathname}\n${searchParams.toString()}`).digest('base64url');
  }
}
