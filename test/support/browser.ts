import { chromium, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect, inject, onTestFinished } from 'vitest';

/** What a test wants of its page beside the address; the browser is Chinese unless told otherwise. */
export interface PageOptions extends Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'locale'> {
  /** What the page takes for now. */
  now?: Date;
  /** Other servers that the page may ask. */
  peers?: string[];
}

/**
 * Opens an address in a browser of its own until the test ends. The test fails when the page warns or fails in its console,
 * or asks anything of a server it has no business with.
 */
export async function openPage(url: string, { now, peers = [], ...options }: PageOptions = {}): Promise<Page> {
  const browser = await chromium.connect(inject('browserUrl'));
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const problems = problemsOf(page, [new URL(url).host, ...peers]);
  onTestFinished(async () => {
    await browser.close();
    expect(problems).toEqual([]);
  });
  page.setDefaultTimeout(20_000);
  if (now) await page.clock.setFixedTime(now);
  await page.goto(url);
  return page;
}

function problemsOf(page: Page, hosts: readonly string[]): string[] {
  const problems: string[] = [];
  const note = (url: string) => {
    const { protocol, host: asked } = new URL(url);
    if (!['data:', 'blob:'].includes(protocol) && !hosts.includes(asked)) problems.push(`asks ${url}`);
  };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(String(error.stack)));
  page.on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => note(socket.url()));
  return problems;
}
