import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { caseIdOf, openApi } from '../support/api.js';
import { startApp } from '../support/app.js';
import { openPage } from '../support/browser.js';
import { createCast, type Cast } from '../support/cast.js';
import { handClock, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
});
afterAll(() => app.close());

const folder = join(dirname(fileURLToPath(import.meta.resolve('@accord/schema/schema.graphql'))), 'examples');

/** A page that mounts the hook, bundled as a frontend would bundle it. */
async function bundle(): Promise<string> {
  const entry = join(folder, 'page.js');
  const source = `
    import { createClient } from 'graphql-ws';
    import { createElement } from 'react';
    import { createRoot } from 'react-dom/client';
    import { useCase } from './use-case.tsx';
    const asked = new URL(location.href).searchParams;
    const socket = createClient({ url: asked.get('api'), connectionParams: { authorization: 'Bearer ' + asked.get('token') } });
    function Page() {
      const { shown, error } = useCase(socket, asked.get('case'));
      return createElement('p', null, error ?? (shown ? shown.stage + ' ' + (shown.outcome ?? shown.nextDue?.dueOn) : '…'));
    }
    createRoot(document.getElementById('root')).render(createElement(Page));`;
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === entry ? entry : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
    build: { write: false, minify: false, rollupOptions: { input: entry } },
  });
  const [made] = Array.isArray(built) ? built : [built];
  if (!made || !('output' in made)) throw new Error('nothing was built');
  return made.output[0].code;
}

/** Serves the page from another origin than the API. */
async function servePage(code: string): Promise<string> {
  const page =
    '<!doctype html><link rel="icon" href="data:,"><div id="root"></div><script type="module" src="/page.js"></script>';
  const server = createServer(({ url }, response) => {
    const isCode = url === '/page.js';
    response.setHeader('content-type', isCode ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isCode ? code : page);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('the React hook shows a case as it stands, and after every change', async () => {
  const api = await openApi(app);
  const walk = await road(app.runtime).submit(cast.complainant);
  const asked = new URLSearchParams({
    api: `${app.url.replace('http', 'ws')}/graphql`,
    token: api.token(cast.complainant),
    case: caseIdOf(walk),
  });
  const page = await openPage(`${await servePage(await bundle())}/?${asked}`, { peers: [new URL(app.url).host] });
  const shown = () => page.locator('p').innerText();
  await expect.poll(shown).toBe('SUBMITTED 2026-03-09');
  await walk.act(cast.complainant, 'withdrawCase', { reason: '问题已自行解决' });
  await expect.poll(shown).toBe('WITHDRAWN WITHDRAWN');
});

it('the React hook says why a case cannot be followed', async () => {
  const api = await openApi(app);
  const walk = await road(app.runtime).submit(cast.complainant);
  const asked = new URLSearchParams({
    api: `${app.url.replace('http', 'ws')}/graphql`,
    token: api.token(cast.stranger),
    case: caseIdOf(walk),
  });
  const page = await openPage(`${await servePage(await bundle())}/?${asked}`, { peers: [new URL(app.url).host] });
  await expect.poll(() => page.locator('p').innerText()).toBe('nothing found for id');
});
