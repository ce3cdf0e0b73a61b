import { hash } from 'node:crypto';
import type { Pool } from 'pg';
import { personJson } from '../commands/case-transaction.js';
import { signIn } from '../commands/sign-in.js';
import type { Id } from '../domain/case.js';
import type { Person } from '../domain/permission.js';
import { locales } from '../reads/viewer.js';
import type { Locale } from '../reads/viewer.js';
import { unauthenticated } from './errors.js';
import type { TokenIssuer, VerifiedToken } from './token-issuer.js';

/** A person and the language they prefer. */
export interface KnownPerson extends Person {
  locale: Locale;
}

/** Rights change within this time, wherever a request or a subscription is: with two seconds of silence before a stream judges anew, a lost right ends everything within five. */
const personIsFreshMs = 2_500;
const mostRemembered = 10_000;

const personBySubject = {
  name: 'person-by-subject',
  text: `select ${personJson} as person, p.locale from person p where p.issuer = $1 and p.subject = $2 and p.is_active`,
};

const personById = {
  name: 'person-by-id',
  text: `select ${personJson} as person, p.locale from person p where p.id = $1 and p.is_active`,
};

/** Tells from a bearer token who somebody is. */
export class Identity {
  readonly #verified = new Map<string, VerifiedToken>();
  readonly #persons = new Map<string, { person: KnownPerson | null; readAt: number }>();

  /** Without an issuer no token is good. */
  constructor(
    readonly pool: Pool,
    readonly issuer: TokenIssuer | null,
  ) {}

  /** Checks a token, once for as long as it is good; UNAUTHENTICATED says why it is not. */
  async verify(token: string): Promise<VerifiedToken> {
    const digest = hash('sha256', token, 'base64url');
    const known = this.#verified.get(digest);
    if (known && known.expiresAt > Date.now()) return known;
    this.#verified.delete(digest);
    if (!this.issuer) throw unauthenticated('no issuer of tokens is configured');
    const verified = await this.issuer.verify(token);
    remember(this.#verified, digest, verified);
    return verified;
  }

  /** The person of a token with roles and teams as they stand, a few seconds old at most; UNAUTHENTICATED when there is none. */
  async person(token: VerifiedToken): Promise<KnownPerson> {
    if (!this.issuer?.stands(token)) throw unauthenticated('the issuer took back the key that signed the token');
    let known = this.#persons.get(token.subject);
    if (!known || performance.now() - known.readAt > personIsFreshMs) {
      const readAt = performance.now();
      known = { person: (await this.#read(token)) ?? (await this.#welcome(token)), readAt };
      remember(this.#persons, token.subject, known);
    }
    if (!known.person) throw unauthenticated('nobody active has this token');
    return known.person;
  }

  /** The person of an id with roles and teams as they stand now; null when nobody active has it. */
  async personWithId(id: Id): Promise<KnownPerson | null> {
    const { rows } = await this.pool.query<{ person: Person; locale: Locale }>({ ...personById, values: [id] });
    return rows[0] ? { ...rows[0].person, locale: rows[0].locale } : null;
  }

  async #read({ issuer, subject }: VerifiedToken): Promise<KnownPerson | null> {
    const values = [issuer, subject];
    const { rows } = await this.pool.query<{ person: Person; locale: Locale }>({ ...personBySubject, values });
    return rows[0] ? { ...rows[0].person, locale: rows[0].locale } : null;
  }

  /** Anyone may file: whom the issuer vouches for is a person from the first time on. */
  async #welcome(token: VerifiedToken): Promise<KnownPerson | null> {
    if (!this.issuer?.admitsAnyone) return null;
    await signIn(this.pool, token);
    return this.#read(token);
  }
}

/** The token of an `Authorization: Bearer` value; null without one. */
export function bearerToken(authorization: unknown): string | null {
  if (authorization === undefined || authorization === null || authorization === '') return null;
  const [, token] = (typeof authorization === 'string' && /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)) || [];
  if (!token) throw unauthenticated('authorization must be a bearer token');
  return token;
}

/** The language of a request that the API speaks and the request likes best, the first named of equals; null when it names none. */
export function localeOf(languages: unknown): Locale | null {
  if (typeof languages !== 'string') return null;
  const wanted = languages
    .split(',')
    .map((part) => {
      const [language = '', quality] = part.toLowerCase().split(';');
      const liking = quality === undefined ? 1 : Number(/^\s*q=([\d.]+)\s*$/.exec(quality)?.[1]);
      return { language: language.trim(), liking };
    })
    // Not wanted, or no number.
    .filter(({ liking }) => liking > 0)
    .toSorted((one, other) => other.liking - one.liking);
  for (const { language } of wanted) {
    const locale = locales.find((each) => each.slice(0, 2).toLowerCase() === language.slice(0, 2));
    if (locale) return locale;
  }
  return null;
}

/** Maps keep the order in which they were filled: the oldest goes first. */
function remember<K, V>(memory: Map<K, V>, key: K, value: V): void {
  memory.delete(key);
  memory.set(key, value);
  if (memory.size > mostRemembered) memory.delete(memory.keys().next().value!);
}
