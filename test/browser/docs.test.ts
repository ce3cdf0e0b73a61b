import { createSchema } from '@accord/server/graphql/schema';
import { isEnumType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { openPage } from '../support/browser.js';

let app: Awaited<ReturnType<typeof startApp>>;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

describe('the reference at /docs', () => {
  it('has a place for everything in the contract, and no link that leads nowhere', async () => {
    const page = await openPage(`${app.url}/docs`);
    const ids = new Set(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id)));
    const schema = createSchema();
    const roots = {
      query: schema.getQueryType(),
      mutation: schema.getMutationType(),
      subscription: schema.getSubscriptionType(),
    };
    for (const [kind, type] of Object.entries(roots))
      for (const name of Object.keys(type!.getFields())) expect(ids).toContain(`${kind}.${name}`);
    for (const type of Object.values(schema.getTypeMap())) {
      const isShown = !type.name.startsWith('__') && !['Query', 'Mutation', 'Subscription'].includes(type.name);
      if (!isShown || ['ID', 'String', 'Int', 'Float', 'Boolean'].includes(type.name)) continue;
      expect(ids).toContain(type.name);
      if (!isEnumType(type)) continue;
      const shown = await page.locator(`[id="${type.name}"] dt code`).allInnerTexts();
      expect(shown).toEqual(type.getValues().map(({ name }) => name));
    }
    const targets = await page
      .locator('main a[href^="#"], nav a[href^="#"]')
      .evaluateAll((all) => all.map((each) => decodeURIComponent(each.getAttribute('href')!.slice(1))));
    const standard = new Set(['ID', 'String', 'Int', 'Float', 'Boolean']);
    expect(targets.filter((target) => !ids.has(target) && !standard.has(target))).toEqual([]);
    expect(await page.locator('#errors ~ div').innerText()).toContain('IDEMPOTENCY_MISMATCH');
  });

  it('speaks the language that is asked for', async () => {
    const page = await openPage(`${app.url}/docs?lang=zh-CN`);
    expect(await page.locator('h1').innerText()).toBe('接口参考');
    expect(await page.locator('#CaseStage').innerText()).toContain('协商中');
    await page.getByRole('link', { name: 'English' }).click();
    await expect.poll(() => page.locator('h1').innerText()).toBe('API reference');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('finds a name, narrow or wide', async () => {
    const page = await openPage(`${app.url}/docs?lang=en`, { viewport: { width: 390, height: 800 } });
    await page.getByRole('searchbox').fill('makeprop');
    await expect.poll(() => page.locator('main section:visible').count()).toBe(3);
    expect(await page.locator('main section:visible h3 code').allInnerTexts()).toContain('makeProposal');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
