import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { demoIssuerName } from './demo-issuer.js';
import type { DemoIssuer } from './demo-issuer.js';
import { html } from './html.js';

/** Somebody whom the demo lets one be. */
export interface DemoPerson {
  id: string;
  name: string;
  roles: string[];
  token: string;
}

/** Who files or answers, in the last of their cases, is that in the demo beside being a user; whoever works on cases comes first, then the people of the stories. */
const demoPeople = `
  select 'person_' || p.id as id, p.name, p.subject, p.roles || array(
    select distinct q.side from party q join (select m.party_id from party_member m
      where m.person_id = p.id order by m.case_id desc limit 20) last on last.party_id = q.id
    where p.roles = '{USER}' and q.side in ('COMPLAINANT', 'RESPONDENT') order by 1) as roles
  from person p where p.is_active and p.issuer = $1
  order by p.roles = '{USER}', p.subject not like 'demo|%', p.roles, p.name, p.id limit 500`;

export async function readDemoPeople(pool: Pool, issuer: DemoIssuer): Promise<DemoPerson[]> {
  const { rows } = await pool.query<Omit<DemoPerson, 'token'> & { subject: string }>(demoPeople, [demoIssuerName]);
  return Promise.all(rows.map(async ({ subject, ...person }) => ({ ...person, token: await issuer.sign(subject) })));
}

/** Serves `/demo`: everybody one can be, with a token, as a page or as JSON. */
export function serveDemo(server: FastifyInstance, { pool, issuer }: { pool: Pool; issuer: DemoIssuer }): void {
  server.get('/demo', async (request, reply) => {
    const people = await readDemoPeople(pool, issuer);
    reply.header('cache-control', 'no-store').header('vary', 'accept');
    if (request.headers.accept?.includes('application/json')) return { people };
    return reply.type('text/html; charset=utf-8').send(page(people));
  });
}

function page(people: readonly DemoPerson[]): string {
  const rows = people.map(
    ({ id, name, roles, token }) =>
      html`<tr>
        <td>${name}<br /><small>${id}</small></td>
        <td>${roles.map((role) => html`${role}<br />`)}</td>
        <td><textarea readonly rows="2" aria-label="${name}">${token}</textarea></td>
        <td><a href="/explorer?person=${id}">探索 Explore</a></td>
      </tr>`,
  );
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <link rel="icon" href="/icon.svg" />
        <title>演示人员 · Demo people</title>
        <style>
          :root {
            color-scheme: light dark;
            font:
              15px/1.5 system-ui,
              sans-serif;
          }
          body {
            max-width: 62rem;
            margin: 2rem auto;
            padding: 0 1rem;
          }
          table {
            border-collapse: collapse;
            width: 100%;
          }
          th,
          td {
            text-align: left;
            vertical-align: top;
            padding: 0.5rem;
            border-bottom: 1px solid #8885;
          }
          textarea {
            width: 100%;
            min-width: min(16rem, 20vw);
            box-sizing: border-box;
            font:
              12px/1.4 ui-monospace,
              monospace;
          }
          small {
            opacity: 0.7;
            overflow-wrap: anywhere;
          }
        </style>
      </head>
      <body>
        <h1>演示人员 <span lang="en">Demo people</span></h1>
        <p>
          以任意一人身份试用：请求时带上 <code>Authorization: Bearer …</code>。令牌仅在本演示数据库有效，30 天后过期。
        </p>
        <p lang="en">
          Be anyone of these: send <code>Authorization: Bearer …</code> with a request. A token is good in this demo
          database only, for 30 days.
        </p>
        <table>
          <thead>
            <tr>
              <th>姓名 Name</th>
              <th>角色 Roles</th>
              <th>令牌 Token</th>
              <th></th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </body>
    </html> `.text;
}
