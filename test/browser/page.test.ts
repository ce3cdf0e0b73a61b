import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCases } from '@accord/server/commands/import-cases';
import { readImportMap } from '@accord/server/commands/import-map';
import { readLog } from '@accord/seeds/import/read-log';
import { people } from '@accord/seeds/scenarios/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from '../support/browser.js';
import { importMap } from '../support/import-map.js';
import { startStoriedApp } from '../support/storied-app.js';

const now = new Date('2026-03-31T10:00:00+08:00');
let app: Awaited<ReturnType<typeof startStoriedApp>>;
beforeAll(async () => {
  app = await startStoriedApp(() => now);
});
afterAll(() => app.close());

const open = (path: string) => openPage(app.url + path, { now, viewport: { width: 1440, height: 1000 } });

describe('an imported log', () => {
  it('is charted apart, over all its time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'accord-log-'));
    const file = join(folder, 'log.csv');
    // Mon 2024-09-09 to Sun 09-29: mid-autumn is off from 09-15 to 09-17, Sat 09-14 and Sun 09-29 are worked.
    writeFileSync(
      file,
      'ticket,what,when,who\nA,open,2024-09-09T09:00:00+08:00,x\nA,solve,2024-09-29T17:00:00+08:00,y\nB,open,2024-09-10T09:00:00+08:00,x\n',
    );
    const map = readImportMap(importMap('old desk'));
    await importCases(app.runtime, map, readLog(file, map));
    rmSync(folder, { recursive: true });

    const page = await open('/');
    const figures = () => page.locator('dl[data-clock=OVERALL] dd').allInnerTexts();
    const numbers = () => page.locator('.newest li').count();
    await expect.poll(figures).toEqual(['9.5', '29.5', '83.3%', '6']);
    expect(await numbers()).toBe(6);
    await page.getByRole('combobox', { name: '数据来源' }).click();
    await page.getByRole('option', { name: '导入：old desk（2）' }).click();
    // 09-10 … 09-14 five, 09-18 … 09-20 three, 09-23 … 09-27 five, and 09-29.
    await expect.poll(figures).toEqual(['14.0', '14.0', '100%', '1']);
    await expect.poll(numbers).toBe(2);
    expect(await page.locator('.imported').innerText()).toContain('old desk');
    expect(new URL(page.url()).searchParams.get('source')).toBe('old desk');
    await page.getByRole('button', { name: '返回本平台案件' }).click();
    await expect.poll(figures).toEqual(['9.5', '29.5', '83.3%', '6']);
  });
});

describe('the people of the demo', () => {
  it('are shown in both languages, each with a token that works', async () => {
    const page = await open('/demo');
    expect(await page.locator('h1').innerText()).toBe('演示人员 Demo people');
    expect(await page.locator('p:not([lang])').innerText()).toContain('令牌');
    expect(await page.locator('p[lang=en]').innerText()).toContain('token');
    const row = page.locator('tr', { hasText: people.guomingyuan.name });
    expect(await row.innerText()).toContain('MANAGER');
    const viewer = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await row.locator('textarea').inputValue()}`,
      },
      body: JSON.stringify({ query: '{ viewer { name roles } }' }),
    });
    expect(await viewer.json()).toMatchObject({
      data: { viewer: { name: people.guomingyuan.name, roles: ['MANAGER'] } },
    });
  });
});

describe('the explorer', () => {
  it('asks no other server and answers its first operation as who was chosen', async () => {
    const page = await open('/demo');
    const { linyue } = people;
    const token = await page.getByRole('textbox', { name: linyue.name }).inputValue();
    await page.evaluate(
      (chosen) => Object.entries(chosen).forEach(([key, value]) => sessionStorage.setItem(key, value)),
      {
        'accord.explorer.person': `person_${linyue.id}`,
        'accord.explorer.token': token,
      },
    );
    await page.goto(`${app.url}/explorer`);
    await page.locator('.graphiql-editor', { hasText: 'dueDate' }).waitFor();
    await page.getByRole('button', { name: /execute/i }).click();
    // The editor draws the lines in view alone, with spaces that do not break.
    const answer = async () => (await page.locator('.result-window').innerText()).replaceAll(/\s+/g, ' ');
    await expect.poll(answer).toContain(`"name": "${linyue.name}"`);
    expect(await answer()).toContain('"track": "SIMPLE", "minWorkingDays": 1, "maxWorkingDays": 2');
  });

  it('stands in one column on a narrow screen', async () => {
    const page = await openPage(`${app.url}/explorer`, { viewport: { width: 375, height: 800 } });
    const [editor, answer, reference] = ['.graphiql-query-editor', '.result-window', '.graphiql-plugin'].map((part) =>
      page.locator(part),
    );
    await editor!.filter({ hasText: 'dueDate' }).waitFor();
    await page.getByRole('button', { name: /execute/i }).click();
    await expect.poll(() => answer!.innerText()).toContain('benchmarks');
    const [above, below] = [(await editor!.boundingBox())!, (await answer!.boundingBox())!];
    expect(Math.min(above.width, below.width)).toBeGreaterThan(300);
    expect(Math.min(above.height, below.height)).toBeGreaterThan(200);
    expect(below.y).toBeGreaterThanOrEqual(above.y + above.height);
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await reference!.getByRole('link', { name: 'Query', exact: true }).waitFor();
    const open = (await reference!.boundingBox())!;
    expect(open.width).toBeGreaterThan(300);
    expect(open.y + open.height).toBeLessThanOrEqual((await editor!.boundingBox())!.y);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  });
});
