import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { Provider } from 'oidc-provider';

/** A key that an OpenID provider signs with. */
export interface SigningKey {
  readonly id: string;
  readonly private: CryptoKey;
  readonly public: CryptoKey;
  readonly jwk: JWK;
}

export async function createSigningKey(id: string, alg: 'RS256' | 'ES256' = 'RS256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: id, alg, use: 'sig' };
  return { id, private: privateKey, public: publicKey, jwk };
}

/** Somebody whom the provider knows. */
export interface Account {
  readonly subject: string;
  readonly name?: string;
  /** How long a token is good, in seconds; an hour by default. */
  readonly lifetime?: number;
}

/** A certified OpenID provider that listens on this machine. */
export interface OpenidProvider {
  readonly issuer: string;
  /** A token of the token endpoint, for an audience. */
  token(account: Account, audience?: string): Promise<string>;
  /** Any claims, signed with a key of the provider. */
  forge(claims: JWTPayload, key?: SigningKey): Promise<string>;
  close(): Promise<void>;
}

export const audience = 'https://accord.example';

/** Starts a provider of these accounts and keys, on a port of its own or on the one it had before. */
export async function startOpenidProvider(
  accounts: readonly Account[],
  keys: readonly SigningKey[],
  port = 0,
): Promise<OpenidProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accountOf = (subject: string | undefined) => accounts.find((account) => account.subject === subject);
  const provider = new Provider(issuer, {
    jwks: { keys: keys.map(({ jwk }) => jwk) },
    clients: accounts.map(({ subject }) => ({
      client_id: subject,
      client_secret: 'secret',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
    extraTokenClaims: (_context, token) => {
      const { name } = accountOf(token.clientId) ?? {};
      return { ...(name ? { name } : {}), roles: ['ADMIN'] };
    },
    ttl: { ClientCredentials: (_context, { resourceServer }) => resourceServer?.accessTokenTTL ?? 3600 },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context, resource, client) => ({
          scope: '',
          audience: resource,
          accessTokenFormat: 'jwt',
          accessTokenTTL: accountOf(client.clientId)?.lifetime ?? 3600,
          jwt: { sign: { alg: keys[0]!.jwk.alg as 'RS256' } },
        }),
      },
    },
  });
  const handle = provider.callback();
  server.on('request', (request, response) => {
    // Whoever asks again after a restart must not hold an old connection.
    response.setHeader('connection', 'close');
    void handle(request, response);
  });
  return {
    issuer,
    async token({ subject }, resource = audience) {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${encodeURIComponent(subject)}:secret`)}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', resource }),
      });
      const answer = (await response.json()) as { access_token?: string };
      if (!answer.access_token) throw new Error(JSON.stringify(answer));
      return answer.access_token;
    },
    forge: (claims, key = keys[0]!) =>
      new SignJWT(claims).setProtectedHeader({ alg: key.jwk.alg!, kid: key.id }).sign(key.private),
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
