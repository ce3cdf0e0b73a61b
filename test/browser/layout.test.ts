import axe from 'axe-core';
import { people } from '@accord/seeds/scenarios/people';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, type PageOptions } from '../support/browser.js';
import { layoutFaults } from '../support/layout.js';
import { startStoriedApp } from '../support/storied-app.js';

const now = new Date('2026-03-31T10:00:00+08:00');
let app: Awaited<ReturnType<typeof startStoriedApp>>;
beforeAll(async () => {
  app = await startStoriedApp(() => now);
});
afterAll(() => app.close());

/** Opens the overview and waits until everything is drawn. */
async function open(search: string, options: PageOptions): Promise<Page> {
  const page = await openPage(`${app.url}/${search}`, { now, ...options });
  await page.locator('.newest li').nth(5).waitFor();
  await page.locator('.recharts-line-curve').first().waitFor({ state: 'attached' });
  return page;
}

/** What axe finds, each with the place where it finds it. */
async function accessFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe.each(['zh-CN', 'en'])('in %s the overview', (lang) => {
  it('neither scrolls sideways nor cuts words off nor lays them on others, however narrow', async () => {
    const page = await open(`?lang=${lang}`, { viewport: { width: 1440, height: 900 } });
    for (const width of [1440, 1200, 768, 375]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => layoutFaults(page), { message: `${width} px` }).toEqual([]);
    }
    // Cut off it would lie on nothing: at the narrowest every number is there to be read.
    for (const number of await page.locator('.newest-case > :first-child').all()) {
      const { x, width } = (await number.boundingBox())!;
      expect(x + width).toBeLessThan(375);
    }
  });
});

describe('the overview', () => {
  it.each([
    ['zh-CN', 'light'],
    ['en', 'dark'],
  ] as const)('is accessible in %s and %s colours', async (lang, colorScheme) => {
    const page = await open(`?lang=${lang}`, { viewport: { width: 1440, height: 1200 }, colorScheme });
    expect(await accessFaults(page)).toEqual([]);
    await page.locator('summary').first().click();
    await page.locator('.person').click();
    await page.getByRole('menuitem').first().waitFor();
    // It fades in, and halfway its words have no contrast yet.
    await expect.poll(() => page.locator('.people').evaluate((menu) => getComputedStyle(menu).opacity)).toBe('1');
    expect(await accessFaults(page)).toEqual([]);
  });
});

describe('somebody without the right to figures', () => {
  it.each([
    ['zh-CN', '您没有权限查看或执行此操作。', '人员菜单中改选一位经理'],
    ['en', 'You are not allowed to see or do this.', 'Choose a manager in the person menu'],
  ])('is told so in words (%s), and how to see them', async (lang, sentence, hint) => {
    const page = await open(`?lang=${lang}`, { viewport: { width: 1440, height: 1200 } });
    await page.locator('.person').click();
    await page.getByRole('menuitem', { name: people.xiaoming.name }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain(sentence);
    expect(await alert.innerText()).toContain(hint);
    expect(await page.locator('dl.figures').count()).toBe(0);
    await page.locator('.person').click();
    await page.getByRole('menuitem', { name: people.guomingyuan.name }).click();
    await page.locator('dl.figures').first().waitFor();
    expect(await alert.count()).toBe(0);
  });
});
