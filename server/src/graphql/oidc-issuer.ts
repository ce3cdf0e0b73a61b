import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { CryptoKey, FlattenedJWSInput, JWTHeaderParameters, JWTPayload } from 'jose';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { budgets } from '../config.js';
import type { OidcConfig } from '../config.js';
import { badTextReason } from './clean-text.js';
import { unauthenticated, unexpected } from './errors.js';
import type { ErrorLog } from './errors.js';
import type { TokenIssuer, VerifiedToken } from './token-issuer.js';

/** Signatures that need a key only the issuer has; one by a shared secret could be made of the public key. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const longestName = 100;
const longestSubject = 255;

const discovered = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

/** What keys may be told of a token: it is of no key of the issuer's. */
const ofNoKey = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

/** Checks tokens of an OpenID provider by the keys that it publishes; while it cannot be reached, by those it published last. */
export class OidcIssuer implements TokenIssuer {
  readonly admitsAnyone = true;
  #keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  #discovery: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;
  #refreshedAt = 0;
  #failure: { at: number; cause: unknown } | undefined;

  constructor(
    private readonly config: OidcConfig,
    private readonly log: ErrorLog,
  ) {}

  async verify(token: string): Promise<VerifiedToken> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, (header, jws) => this.#keyOf(header, jws), {
        issuer: this.config.issuer,
        audience: this.config.audience,
        algorithms,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: budgets.identity.clockToleranceMs / 1000,
      });
      return this.#verified(payload, protectedHeader.kid ?? null);
    } catch (error) {
      if (error instanceof GraphQLError) throw error;
      if (!(error instanceof errors.JOSEError)) throw unexpected(error, this.log, issuerIsAway);
      throw unauthenticated(reasonOf(error));
    }
  }

  stands({ keyId }: VerifiedToken): boolean {
    this.#refresh();
    return keyId === null || (this.#keys?.jwks()?.keys.some(({ kid }) => kid === keyId) ?? false);
  }

  /** The issuer's clock may be ahead of ours, so a token is good a little early; it is never good after its end. */
  #verified({ sub, exp, ...claims }: JWTPayload, keyId: string | null): VerifiedToken {
    const expiresAt = exp! * 1000;
    if (expiresAt <= Date.now()) throw unauthenticated('the token has expired');
    if (typeof sub !== 'string' || sub === '' || sub.length > longestSubject || badTextReason(sub))
      throw unauthenticated('the token names no subject');
    return { issuer: this.config.issuer, subject: sub, name: nameIn(claims), expiresAt, keyId };
  }

  async #keyOf(header: JWTHeaderParameters, jws: FlattenedJWSInput): Promise<CryptoKey> {
    const { at = 0, cause } = this.#failure ?? {};
    const isCoolingDown = this.#failure && Date.now() < at + budgets.identity.retryAfterMs;
    if (isCoolingDown && !this.#keys) throw new IssuerError(cause);
    try {
      this.#keys ??= await (this.#discovery ??= this.#discover().finally(() => (this.#discovery = undefined)));
      this.#refresh();
      const key = await this.#keys(header, jws);
      this.#failure = undefined;
      return key;
    } catch (error) {
      if (ofNoKey.some((type) => error instanceof type)) throw error;
      this.#failure = { at: Date.now(), cause: error };
      throw new IssuerError(error);
    }
  }

  async #discover(): Promise<ReturnType<typeof createRemoteJWKSet>> {
    const { issuer } = this.config;
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(budgets.identity.timeoutMs),
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`the issuer answers discovery with ${response.status}`);
    const document = discovered.parse(await response.json());
    if (document.issuer !== issuer) throw new Error(`the issuer calls itself ${document.issuer}, not ${issuer}`);
    this.#refreshedAt = Date.now();
    // Keys do not age here: a provider that is away must not lock everybody out.
    return createRemoteJWKSet(new URL(document.jwks_uri), {
      cacheMaxAge: Number.POSITIVE_INFINITY,
      cooldownDuration: budgets.identity.keyCooldownMs,
      timeoutDuration: budgets.identity.timeoutMs,
    });
  }

  /** Asks for the keys anew from time to time, so that one that was taken back is good no longer; nobody waits for it. */
  #refresh(): void {
    if (!this.#keys || Date.now() < this.#refreshedAt + budgets.identity.keyAgeMs) return;
    this.#refreshedAt = Date.now();
    this.#keys
      .reload()
      .catch((error: unknown) => this.log.error({ err: error }, 'The keys of the issuer cannot be read.'));
  }
}

const issuerIsAway = {
  message: 'the issuer of tokens cannot be asked for its keys; try again in a moment',
  status: 503,
};

/** The provider does not answer, or nothing that can be read. */
class IssuerError extends Error {
  override name = 'IssuerError';

  constructor(cause: unknown) {
    super('The OpenID provider cannot be reached.', { cause });
  }
}

function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'the token is for another audience';
    if (error.claim === 'iss') return 'the token is of another issuer';
    if (error.claim === 'nbf') return 'the token is not valid yet';
    return `the claim ${error.claim} of the token is missing or wrong`;
  }
  return 'the token is not good';
}

function nameIn({ name, preferred_username: username }: Record<string, unknown>): string | null {
  for (const each of [name, username]) {
    if (typeof each !== 'string') continue;
    const trimmed = each.trim();
    if (trimmed && trimmed.length <= longestName && !badTextReason(trimmed)) return trimmed;
  }
  return null;
}
