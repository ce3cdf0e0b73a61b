import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sampleOperations } from './explorer-samples.js';

/** Whose token is sent: a choice of the demo's people, or a field to paste one into. */
const chooser = `
<style>
  body { display: grid; grid-template-rows: auto 1fr; height: 100vh; margin: 0 }
  #root { min-height: 0; overflow: hidden }
  #root .graphiql-container { height: 100% }
  #who { display: flex; gap: .5rem; align-items: center; padding: .4rem .75rem; font: 14px system-ui, sans-serif;
    background: #1f2937; color: #fff }
  #who select, #who input { font: inherit; padding: .15rem .3rem; max-width: min(24rem, 100%) }
  #who { flex-wrap: wrap }
  #choice { min-width: 0 }
  #who a { color: inherit; margin-left: auto }
  /* Narrow, what stands side by side stands one below the other, each high enough to work in, and the page scrolls. */
  @media (max-width: 48rem) {
    body { display: block; height: auto }
    #root .graphiql-container { height: auto }
    #root :is(.graphiql-container, .graphiql-main, #graphiql-session) { flex-direction: column }
    #root .graphiql-sidebar { flex-direction: row; width: auto }
    #root .graphiql-sidebar > button { margin: 0 !important }
    #root .graphiql-sessions { margin: 0 8px 8px }
    #root :is(.graphiql-editors, .graphiql-response) { flex: none !important; height: 24rem }
    #root .graphiql-plugin { max-width: none !important; max-height: 24rem; overflow: auto }
    #root :is(.graphiql-horizontal-drag-bar, .graphiql-logo) { display: none }
  }
</style>
<form id="who"><label for="token">身份 Signed in as</label><span id="choice"></span><a href="/">看板 Dashboard</a></form>
<script>
  const tokenKey = 'accord.explorer.token';
  const personKey = 'accord.explorer.person';
  const use = (token) => { sessionStorage.setItem(tokenKey, token); location.replace(location.pathname); };
  const choice = document.getElementById('choice');
  document.getElementById('who').addEventListener('submit', (event) => event.preventDefault());
  function offerField() {
    const field = Object.assign(document.createElement('input'), { id: 'token', type: 'password', placeholder: 'JWT', autocomplete: 'off' });
    field.addEventListener('change', () => use(field.value.trim()));
    choice.replaceChildren(field);
  }
  function offer(people) {
    const select = Object.assign(document.createElement('select'), { id: 'token' });
    for (const { id, name, roles } of people) select.append(new Option(name + ' · ' + roles.join(', '), id));
    const asked = new URL(location.href).searchParams.get('person');
    const known = sessionStorage.getItem(personKey);
    const person = people.find(({ id }) => id === (asked ?? known)) ?? people.find(({ roles }) => roles.includes('COMPLAINANT')) ?? people[0];
    if (!person) return offerField();
    select.value = person.id;
    const become = ({ id, token }) => { sessionStorage.setItem(personKey, id); sessionStorage.setItem(tokenKey, token); };
    become(person);
    select.addEventListener('change', () => become(people.find(({ id }) => id === select.value)));
    choice.replaceChildren(select);
  }
  const readPeople = () => fetch('/demo', { headers: { accept: 'application/json' } }).then((answer) => answer.json());
  const signedIn = DEMO ? readPeople().then(({ people }) => offer(people)) : Promise.resolve(offerField());
  // Drawn once somebody is signed in: a page that is drawn and left at once keeps tabs without text.
  async function openExplorer(root, options) {
    await signedIn;
    const identity = { get authorization() { return 'Bearer ' + (sessionStorage.getItem(tokenKey) ?? ''); } };
    YogaGraphiQL.renderYogaGraphiQL(root, { ...options, additionalHeaders: identity, connectionParams: identity });
  }
</script>`;

async function renderPage(path: string, isDemo: boolean): Promise<string> {
  // Nine megabytes: loaded when somebody asks for the page.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const options = {
    title: 'Accord 协商台',
    endpoint: path,
    subscriptionsProtocol: 'WS',
    defaultTabs: sampleOperations,
  };
  const html = renderGraphiQL(options as Parameters<typeof renderGraphiQL>[0]);
  return html
    .replace('YogaGraphiQL.renderYogaGraphiQL(', 'openExplorer(')
    .replace('<div id="root">', () => `${chooser.replace('DEMO', String(isDemo))}\n<div id="root">`);
}

/** GraphiQL comes as one page: its scripts lie in it, and its editor makes workers and fonts out of them. */
const explorerPolicy = {
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", "'unsafe-inline'", "'unsafe-eval'", 'blob:'],
    workerSrc: ["'self'", 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'", 'data:'],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'", 'ws:', 'wss:'],
    upgradeInsecureRequests: null,
  },
};

/** Serves `/explorer`: GraphiQL that needs nothing from elsewhere, signed in as whoever is chosen. */
export function serveExplorer(server: FastifyInstance, { path, isDemo }: { path: string; isDemo: boolean }): void {
  let rendered: Promise<{ html: string; etag: string }> | undefined;
  const render = async () => {
    const html = await renderPage(path, isDemo);
    return { html, etag: `"${createHash('sha256').update(html).digest('base64url')}"` };
  };
  server.get('/explorer', { helmet: { contentSecurityPolicy: explorerPolicy } }, async (request, reply) => {
    const { html, etag } = await (rendered ??= render());
    reply.header('etag', etag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
    return reply.type('text/html; charset=utf-8').send(html);
  });
}
