import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from '../support/browser.js';
import { startStoriedApp } from '../support/storied-app.js';

let app: Awaited<ReturnType<typeof startStoriedApp>>;
beforeAll(async () => {
  app = await startStoriedApp(() => new Date('2026-03-31T10:00:00+08:00'));
});
afterAll(() => app.close());

/** The language that a page says it is in, and its title. */
async function spoken(page: Page): Promise<[lang: string | null, title: string]> {
  const title = page.locator('h1');
  await title.waitFor();
  return [await page.locator('html').getAttribute('lang'), await title.innerText()];
}

const overview = { 'zh-CN': ['zh-CN', '办理时限总览'], en: ['en', 'Resolution times'] };
const reference = { 'zh-CN': ['zh-CN', '接口参考'], en: ['en', 'API reference'] };

describe.each([
  ['/', overview],
  ['/docs', reference],
])('%s', (path, words) => {
  it.each([
    ['en-US', 'en'],
    ['zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['fr-FR', 'en'],
  ] as const)('opens for a browser of %s in %s', async (locale, language) => {
    expect(await spoken(await openPage(app.url + path, { locale }))).toEqual(words[language]);
  });

  it('speaks the language of the address whatever the browser', async () => {
    expect(await spoken(await openPage(`${app.url}${path}?lang=zh-CN`, { locale: 'en-US' }))).toEqual(words['zh-CN']);
    expect(await spoken(await openPage(`${app.url}${path}?lang=en`, { locale: 'zh-CN' }))).toEqual(words.en);
  });
});

describe('the language that was chosen', () => {
  it('is the one of later visits, the address still first; going back takes it back', async () => {
    const page = await openPage(app.url, { locale: 'en-US' });
    await page.getByRole('button', { name: '中文' }).click();
    await expect.poll(() => spoken(page)).toEqual(overview['zh-CN']);
    await page.goBack();
    await expect.poll(() => spoken(page)).toEqual(overview.en);
    await page.goto(`${app.url}/?period=30d`);
    expect(await spoken(page)).toEqual(overview['zh-CN']);
    await page.goto(`${app.url}/?lang=en`);
    expect(await spoken(page)).toEqual(overview.en);
  });
});
