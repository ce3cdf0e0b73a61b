import { buffer } from 'node:stream/consumers';
import { people } from '@accord/seeds/scenarios/people';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi } from '../support/api.js';
import { openPage } from '../support/browser.js';
import { handClock } from '../support/road.js';
import { startStoriedApp } from '../support/storied-app.js';

const clock = handClock('2026-03-31T10:00:00');
let app: Awaited<ReturnType<typeof startStoriedApp>>;
beforeAll(async () => {
  app = await startStoriedApp(clock.now);
});
afterAll(() => app.close());

it('saves the cases that the overview is about as the very CSV of the API', async () => {
  const api = await openApi(app);
  const page = await openPage(`${app.url}/?types=PAYMENT_ANOMALY`, { now: clock.now() });
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '全部导出为 CSV' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('cases.csv');
  const filter = JSON.stringify({ type: ['PAYMENT_ANOMALY'], isImported: false });
  const answer = await fetch(`${app.url}/export/cases.csv?filter=${encodeURIComponent(filter)}`, {
    headers: { authorization: `Bearer ${api.token(people.guomingyuan)}`, 'accept-language': 'zh-CN' },
  });
  const expected = Buffer.from(await answer.arrayBuffer());
  expect(expected.toString().trimEnd().split('\n').length).toBeGreaterThan(1);
  expect(await buffer(await download.createReadStream())).toEqual(expected);
});
