import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { limitAnswers, type LimitViewer } from './limit.ts';
import { obey } from './served.ts';

/** What one hand-written statement behind bare `node:http` reaches: the same token check, the same rows, nothing else. */
const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL']!,
  max: 20,
  options: '-c jit=off -c timezone=UTC',
});
const key = (await pool.query<{ value: Buffer }>(`select value from secret where name = 'demo-token'`)).rows[0]!.value;
const answers = await limitAnswers(pool);
const known = new Map<string, { viewer: LimitViewer; expiresAt: number }>();

/** Checks a token once, and knows it by its hash from then on. */
async function viewerOf({ headers }: IncomingMessage): Promise<LimitViewer> {
  const token = headers.authorization!.slice('Bearer '.length);
  const digest = createHash('sha256').update(token).digest('base64url');
  const found = known.get(digest);
  if (found && found.expiresAt > Date.now()) return found.viewer;
  const [head, payload, signature] = token.split('.');
  const isGood = createHmac('sha256', key).update(`${head}.${payload}`).digest('base64url') === signature;
  if (!isGood) throw new Error('The token is not good.');
  const { sub, exp } = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as { sub: string; exp: number };
  const { rows } = await pool.query<LimitViewer>(
    `select id, array(select team_id from team_member where person_id = id) as "teamIds" from person where subject = $1`,
    [sub],
  );
  known.set(digest, { viewer: rows[0]!, expiresAt: exp * 1000 });
  return rows[0]!;
}

async function bodyOf(request: IncomingMessage): Promise<never> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString()) as never;
}

const server = createServer((request, response) => {
  const answer = async () => {
    const viewer = await viewerOf(request);
    return answers[request.url!.slice(1)]!(viewer, await bodyOf(request));
  };
  answer().then(
    (json) => {
      const body = Buffer.from(`{"data":${json}}`);
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
      response.end(body);
    },
    (error: Error) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => {
  obey(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => {
    server.close();
    await pool.end();
  });
});
