import { SignJWT, errors, jwtVerify } from 'jose';
import { unauthenticated } from './errors.js';
import type { TokenIssuer, VerifiedToken } from './token-issuer.js';

/** What the people of the demo, and those of seeds and tests, have as their issuer. */
export const demoIssuerName = 'accord-demo';

/** Signs and checks the tokens of the demo with a key that never leaves its database. */
export class DemoIssuer implements TokenIssuer {
  readonly admitsAnyone = false;

  constructor(private readonly key: Buffer) {}

  /** A token for a subject, good for 30 days. */
  sign(subject: string): Promise<string> {
    return new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(demoIssuerName)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime('30d')
      .sign(this.key);
  }

  async verify(token: string): Promise<VerifiedToken> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        issuer: demoIssuerName,
        algorithms: ['HS256'],
        requiredClaims: ['sub', 'exp'],
      });
      const { sub, exp } = payload as { sub: string; exp: number };
      return { issuer: demoIssuerName, subject: sub, name: null, expiresAt: exp * 1000, keyId: null };
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      throw unauthenticated(error instanceof errors.JWTExpired ? 'the token has expired' : 'the token is not good');
    }
  }

  stands(): boolean {
    return true;
  }
}
