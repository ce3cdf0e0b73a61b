import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '../domain/case.js';

/** How long a link works, in milliseconds. */
const lifeMs = 15 * 60_000;

/** An address that works for a while without a token, for whom it was made; rights are judged anew when it is used. */
export interface SignedLink {
  url: string;
  expiresAt: string;
}

/** Makes and checks links that a browser can follow: path, person and last moment are part of the signature. */
export class LinkSigner {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** Signs a path that has no query of its own for a person. */
  sign(path: string, personId: Id, now: Date): SignedLink {
    const expires = now.getTime() + lifeMs;
    const query = new URLSearchParams({ for: personId, until: String(expires) });
    query.set('signature', this.#signature(path, personId, String(expires)));
    return { url: `${path}?${query.toString()}`, expiresAt: new Date(expires).toISOString() };
  }

  /** For whom a link was made; null when it is not as it was made, or its time has passed. */
  personOf(url: string, now: Date): Id | null {
    const { pathname, searchParams } = new URL(url, 'http://local');
    const [personId, until, signature] = ['for', 'until', 'signature'].map((name) => searchParams.get(name) ?? '');
    const expected = Buffer.from(this.#signature(pathname, personId!, until!));
    const given = Buffer.from(signature!);
    const isGood = given.length === expected.length && timingSafeEqual(given, expected);
    return isGood && Number(until) > now.getTime() ? personId! : null;
  }

  #signature(path: string, personId: Id, until: string): string {
    return createHmac('sha256', this.#key).update(`${path}\n${personId}\n${until}`).digest('base64url');
  }
}
