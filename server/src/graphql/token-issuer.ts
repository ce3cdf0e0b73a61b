/** A token that was found good. */
export interface VerifiedToken {
  issuer: string;
  subject: string;
  /** What the issuer calls this person; null when the token does not say, or says what no text may. */
  name: string | null;
  /** Milliseconds since 1970. */
  expiresAt: number;
  /** Which of the issuer's keys signed it; null when it has one only. */
  keyId: string | null;
}

/** Who signs the tokens that are good here. */
export interface TokenIssuer {
  /** Whether whoever has a good token is somebody here, known before or not. */
  readonly admitsAnyone: boolean;
  /** Checks a token; UNAUTHENTICATED says why it is not good. */
  verify(token: string): Promise<VerifiedToken>;
  /** Whether the key that signed a good token is still one of the issuer's. */
  stands(token: VerifiedToken): boolean;
}
