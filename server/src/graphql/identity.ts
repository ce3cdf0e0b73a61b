import { createHash } from 'node:crypto';
import { SignJWT, errors, jwtVerify } from 'jose';
import type { Pool } from 'pg';
import { personJson } from '../commands/case-transaction.js';
import type { Id } from '../domain/case.js';
import type { Person } from '../domain/permission.js';
import { locales } from '../reads/viewer.js';
import type { Locale } from '../reads/viewer.js';
import { unauthenticated } from './errors.js';

/** A token that was found good. */
export interface VerifiedToken {
  subject: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** A person and the language they prefer. */
export interface KnownPerson extends Person {
  locale: Locale;
}

/** Rights change within this time, wherever a request or a subscription is. */
/** With two seconds of silence before a stream judges anew, a lost right ends everything within five. */
const personIsFreshMs = 2_500;
const mostRemembered = 10_000;
const issuer = 'accord-demo';

const personBySubject = {
  name: 'person-by-subject',
  text: `select ${personJson} as person, p.locale from person p where p.subject = $1 and p.is_active`,
};

const personById = {
  name: 'person-by-id',
  text: `select ${personJson} as person, p.locale from person p where p.id = $1 and p.is_active`,
};

/** Tells from a bearer token who somebody is. */
export class Identity {
  readonly #verified = new Map<string, VerifiedToken>();
  readonly #persons = new Map<string, { person: KnownPerson | null; readAt: number }>();

  /** `demoKey` signs and checks demo tokens; without it no token is good. */
  constructor(
    readonly pool: Pool,
    readonly demoKey: Buffer | null,
  ) {}

  /** Checks a token, once for as long as it is good; UNAUTHENTICATED says why it is not. */
  async verify(token: string): Promise<VerifiedToken> {
    const digest = createHash('sha256').update(token).digest('base64url');
    const known = this.#verified.get(digest);
    if (known && known.expiresAt > Date.now()) return known;
    this.#verified.delete(digest);
    const verified = await this.#check(token);
    remember(this.#verified, digest, verified);
    return verified;
  }

  /** The person of a subject with roles and teams as they stand, at most five seconds old; UNAUTHENTICATED when there is none. */
  async person({ subject }: VerifiedToken): Promise<KnownPerson> {
    let known = this.#persons.get(subject);
    if (!known || performance.now() - known.readAt > personIsFreshMs) {
      const readAt = performance.now();
      const { rows } = await this.pool.query<{ person: Person; locale: Locale }>({
        ...personBySubject,
        values: [subject],
      });
      known = { person: rows[0] ? { ...rows[0].person, locale: rows[0].locale } : null, readAt };
      remember(this.#persons, subject, known);
    }
    if (!known.person) throw unauthenticated('nobody active has this token');
    return known.person;
  }

  /** The person of an id with roles and teams as they stand now; null when nobody active has it. */
  async personWithId(id: Id): Promise<KnownPerson | null> {
    const { rows } = await this.pool.query<{ person: Person; locale: Locale }>({ ...personById, values: [id] });
    return rows[0] ? { ...rows[0].person, locale: rows[0].locale } : null;
  }

  /** A token of the demo for a subject; null when the demo is off. */
  async demoToken(subject: string): Promise<string | null> {
    if (!this.demoKey) return null;
    return new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime('30d')
      .sign(this.demoKey);
  }

  async #check(token: string): Promise<VerifiedToken> {
    if (!this.demoKey) throw unauthenticated('no issuer of tokens is configured');
    try {
      const { payload } = await jwtVerify(token, this.demoKey, {
        issuer,
        algorithms: ['HS256'],
        requiredClaims: ['sub', 'exp'],
      });
      return { subject: payload.sub!, expiresAt: payload.exp! * 1000 };
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      throw unauthenticated(error instanceof errors.JWTExpired ? 'the token has expired' : 'the token is not good');
    }
  }
}

/** The token of an `Authorization: Bearer` value; null without one. */
export function bearerToken(authorization: unknown): string | null {
  if (authorization === undefined || authorization === null || authorization === '') return null;
  const [, token] = (typeof authorization === 'string' && /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)) || [];
  if (!token) throw unauthenticated('authorization must be a bearer token');
  return token;
}

/** The first language of a request that the API speaks; null when it names none. */
export function localeOf(languages: unknown): Locale | null {
  if (typeof languages !== 'string') return null;
  const wanted = languages.split(',').map((part) => part.trim().split(';')[0]!.toLowerCase());
  for (const language of wanted) {
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
