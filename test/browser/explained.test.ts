import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi } from '../support/api.js';
import { openPage } from '../support/browser.js';
import { people } from '@accord/seeds/scenarios/people';
import { filing, handClock } from '../support/road.js';
import { startStoriedApp } from '../support/storied-app.js';

const clock = handClock('2026-03-31T10:00:00');
let app: Awaited<ReturnType<typeof startStoriedApp>>;
beforeAll(async () => {
  app = await startStoriedApp(clock.now);
  const api = await openApi(app);
  const text = 'mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { case { id } } }';
  expect((await api.ask(people.xiaoming, text, { input: filing })).errors).toEqual([]);
});
afterAll(() => app.close());

it.each([
  ['zh-CN', 'CLOSED', '在办 1 件', '不计入下方各项数据'],
  ['zh-CN', 'OPENED', '在办 1 件', '已超出基准的按未按时计算'],
  ['zh-CN', 'OPENED', '未定 1 件', '不计入按时率'],
  ['en', 'CLOSED', '1 open', 'not in the figures below'],
  ['en', 'OPENED', '1 open', 'already count as not on time'],
  ['en', 'OPENED', '1 undecided', 'leaves them out until they are decided'],
] as const)('in %s, by %s, “%s” says what it means to pointer and keyboard', async (lang, cohort, figure, meaning) => {
  const page = await openPage(`${app.url}/?lang=${lang}&cohort=${cohort}`, { now: clock.now() });
  const told = page.locator('section:has(dl[data-clock=OVERALL])').getByText(figure, { exact: true });
  const hint = page.getByRole('tooltip');
  await told.waitFor();
  expect(await hint.count()).toBe(0);
  await told.hover();
  await expect.poll(() => hint.innerText()).toContain(meaning);
  await page.mouse.move(0, 0);
  await expect.poll(() => hint.count()).toBe(0);
  // As the keyboard comes to it: from the control before it.
  await told.evaluate((element: HTMLElement) => element.focus());
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(await told.evaluate((element) => element === document.activeElement)).toBe(true);
  // The hint of the control before it may still be fading.
  const described = async () => page.locator(`[role=tooltip][id="${await told.getAttribute('aria-describedby')}"]`);
  await expect.poll(async () => (await described()).innerText()).toContain(meaning);
});
