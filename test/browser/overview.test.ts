import type { Page } from 'playwright-core';
import { people } from '@accord/seeds/scenarios/people';
import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { openPage } from '../support/browser.js';
import { filing, handClock } from '../support/road.js';
import { startStoriedApp } from '../support/storied-app.js';

// A Tuesday: five stories ended in its month, the unsolved one in January, none in February.
const clock = handClock('2026-03-31T10:00:00');
let app: Awaited<ReturnType<typeof startStoriedApp>>;
let api: Api;
beforeAll(async () => {
  app = await startStoriedApp(clock.now);
  api = await openApi(app);
});
afterAll(() => app.close());

const open = (path = '/') => openPage(app.url + path, { now: clock.now(), viewport: { width: 1440, height: 1200 } });

/** Everything a panel says of its clock, as it is read. */
async function readPanel(page: Page, clockKind: string) {
  const panel = page.locator(`section:has(dl[data-clock=${clockKind}])`);
  return {
    title: await panel.locator('h2').innerText(),
    figures: await figures(page, clockKind),
    verdicts: await panel.locator('.legend .figure').allInnerTexts(),
    excluded: await panel.locator('.excluded').innerText(),
    days: await panel.locator('tbody td:first-child').allTextContents(),
    barCount: await panel.locator('.recharts-bar-rectangle path').count(),
  };
}

/** P50, P90, on-time rate and n. */
const figures = (page: Page, clockKind: string) => page.locator(`dl[data-clock=${clockKind}] dd`).allInnerTexts();

/** The stage of the listed cases by their numbers, in their order. */
const listed = (page: Page) =>
  page
    .locator('.newest li')
    .evaluateAll((rows: HTMLElement[]) => rows.map(({ dataset: { number, stage } }) => [number, stage]));

describe('the overview', () => {
  it('shows the stories in figures that can be worked out by hand', async () => {
    const page = await open();
    const nothingElse = '未计入：不予受理 0 · 撤回 0 · 取消 0 · 转出通道 0';
    // A 5, 小李 7, 小红 9, B 10, 小明 11; the unsolved one 48, experts and last round included.
    await expect
      .poll(() => readPanel(page, 'OVERALL'))
      .toEqual({
        title: '全流程',
        figures: ['9.5', '29.5', '83.3%', '6'],
        verdicts: ['3', '2', '1'],
        excluded: nothingElse,
        days: ['5', '7', '9', '10', '11', '48'],
        barCount: 6,
      });
    // From the end of the investigation to the agreement: A 1, 小李 1, 小红 2, 小明 3, B 7; to the impasse 15.
    expect(await readPanel(page, 'FIRST_NEGOTIATION')).toEqual({
      title: '首次协商',
      figures: ['2.5', '11.0', '100%', '6'],
      verdicts: ['4', '2', '0'],
      excluded: nothingElse,
      days: ['1', '2', '3', '7', '15'],
      barCount: 5,
    });
    // A began on the simple track and left it on the day it was accepted.
    expect(await readPanel(page, 'SIMPLE')).toEqual({
      title: '快速处理',
      figures: ['–', '–', '–', '0'],
      verdicts: ['0', '0', '0'],
      excluded: '未计入：不予受理 0 · 撤回 0 · 取消 0 · 转出通道 1',
      days: [],
      barCount: 0,
    });
  });

  it('groups them, and tells what is open and how cases ended', async () => {
    const page = await open();
    const bars = (panel: string, part = 'name') =>
      page.locator(`section:has(h2:text-is("${panel}")) .bars .bar-${part}`).allInnerTexts();
    const told = (name: string) => page.locator(`dl[data-figures=${name}] dd`).allInnerTexts();
    // Two of the six stories are of one type, and all but one were settled.
    await expect.poll(() => bars('分组对比', 'value')).toEqual(['2', '1', '1', '1', '1']);
    expect((await bars('分组对比'))[0]).toBe('交易纠纷');
    expect((await bars('分组对比', 'note'))[0]).toBe('P50 29.5 · 按时率 50.0%');
    expect(await told('outcomes')).toEqual(['83.3%\n5 / 6', '0%\n0 / 6', '0%\n0 / 6']);
    expect(await bars('处理结果')).toEqual(['协商一致', '未达成一致']);
    expect(await bars('处理结果', 'value')).toEqual(['5', '1']);
    expect(await told('backlog')).toEqual(['0', '0', '0', '0']);
    expect(await page.locator('section:has(h2:text-is("在办案件"))').innerText()).toContain('没有在办案件');
    await page.getByRole('combobox', { name: '分组' }).click();
    await page.getByRole('option', { name: '处理结果' }).click();
    await expect.poll(() => bars('分组对比')).toEqual(['协商一致', '未达成一致']);
    expect(new URL(page.url()).searchParams.get('by')).toBe('OUTCOME');
  });

  it('draws the trend by the month a case ended in, and February as a gap', async () => {
    const page = await open('/?from=2026-01-01');
    const rows = page.locator('section:has-text("时限走势") tbody tr');
    const read = () =>
      rows.evaluateAll((all) => all.map((row) => [...row.children].slice(1, 5).map((cell) => cell.textContent)));
    await expect.poll(read).toEqual([
      ['–', '–', '–', '0'],
      ['–', '–', '–', '0'],
      ['9.5', '29.5', '83.3%', '6'],
    ]);
    await page.getByRole('combobox', { name: '时限计时' }).click();
    await page.getByRole('option', { name: '首次协商' }).click();
    await expect.poll(read).toEqual([
      ['15.0', '15.0', '100%', '1'],
      // 小明 agreed three working days before 4 March: on Saturday 28 February, which was worked.
      ['3.0', '3.0', '100%', '1'],
      ['1.5', '5.5', '100%', '4'],
    ]);
    expect(new URL(page.url()).searchParams.get('clock')).toBe('FIRST_NEGOTIATION');
  });

  it('speaks Chinese, English on demand, and Chinese again', async () => {
    const page = await open();
    const said = async () => ({
      lang: await page.locator('html').getAttribute('lang'),
      title: await page.title(),
      heading: await page.locator('h1').innerText(),
      panels: await page.locator('section h2').allInnerTexts(),
      stages: await page.locator('.newest-stage > :first-child').allInnerTexts(),
    });
    const chinese = {
      lang: 'zh-CN',
      title: '办理时限总览 · 协商台 Accord',
      heading: '办理时限总览',
      panels: ['快速处理', '首次协商', '全流程', '时限走势', '最新动态', '分组对比', '在办案件', '处理结果'],
      stages: ['已解决', '已解决', '已解决', '已解决', '已结案', '未能解决'],
    };
    await expect.poll(said).toEqual(chinese);
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(said).toEqual({
      lang: 'en',
      title: 'Resolution times · 协商台 Accord',
      heading: 'Resolution times',
      panels: [
        'Simple',
        'First negotiation',
        'Overall',
        'Trend',
        'Latest activity',
        'Breakdown',
        'Open now',
        'Outcomes',
      ],
      stages: ['Resolved', 'Resolved', 'Resolved', 'Resolved', 'Closed', 'Unresolved'],
    });
    await page.getByRole('button', { name: '中文' }).click();
    await expect.poll(said).toEqual(chinese);
  });

  it('keeps its filters in the address, over a reload and the back button', async () => {
    const page = await open();
    await expect.poll(() => figures(page, 'OVERALL')).toEqual(['9.5', '29.5', '83.3%', '6']);
    await page.locator('label', { hasText: /^交易纠纷$/ }).click();
    // 小明 and the unsolved one.
    const trade = ['29.5', '44.3', '50.0%', '2'];
    await expect.poll(() => figures(page, 'OVERALL')).toEqual(trade);
    expect(new URL(page.url()).search).toBe('?types=TRADE_DISPUTE');
    await page.reload();
    await expect.poll(() => figures(page, 'OVERALL')).toEqual(trade);
    await page.locator('label', { hasText: /^还款协商$/ }).click();
    await expect.poll(() => figures(page, 'OVERALL')).toEqual(['11.0', '40.6', '66.7%', '3']);
    expect(new URL(page.url()).search).toBe('?types=TRADE_DISPUTE,REPAYMENT');
    await page.goBack();
    await expect.poll(() => figures(page, 'OVERALL')).toEqual(trade);
    expect(await page.getByLabel('交易纠纷').isChecked()).toBe(true);
    expect(await page.getByLabel('还款协商').isChecked()).toBe(false);
  });

  it('falls back where the address makes no sense', async () => {
    const page = await open(
      '/?cohort=SOMETIMES&from=2026-02-30&types=NOTHING&lang=xx&theme=pink&clock=NOON&bucket=DAY&period=7d',
    );
    await expect.poll(() => figures(page, 'OVERALL')).toEqual(['9.5', '29.5', '83.3%', '6']);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });

  it('follows a case from filing to RESOLVED while one looks', async () => {
    const page = await open();
    await expect.poll(() => listed(page)).toHaveLength(6);
    const road = await walk();
    const { number } = road;
    // Somebody files after it, so that it has a way to go.
    clock.set('2026-03-31T10:01:00');
    const other = await submit();
    await expect
      .poll(async () => (await listed(page)).slice(0, 2))
      .toEqual([
        [other.number, 'SUBMITTED'],
        [number, 'SUBMITTED'],
      ]);
    expect(await figures(page, 'OVERALL')).toEqual(['9.5', '29.5', '83.3%', '6']);
    // From here on the list is asked for in vain: what the listed cases say themselves has to do.
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('OverviewCases') ? undefined : route.continue(),
    );
    clock.set('2026-04-01T10:00:00');
    await road.accept();
    await expect
      .poll(async () => (await listed(page)).slice(0, 2))
      .toEqual([
        [number, 'INVESTIGATING'],
        [other.number, 'SUBMITTED'],
      ]);
    await road.resolve();
    await expect.poll(async () => (await listed(page))[0]).toEqual([number, 'RESOLVED']);
    // Filed yesterday: one working day, of 1, 5, 7, 9, 10, 11 and 33 the fourth is in the middle.
    await expect.poll(() => figures(page, 'OVERALL')).toEqual(['9.0', '25.8', '85.7%', '7']);
    await expect.poll(() => readPanel(page, 'OVERALL')).toMatchObject({ verdicts: ['4', '2', '1'], barCount: 7 });
  });
});

interface Filed {
  id: string;
  number: string;
  parties: { id: string }[];
}

const idOf = (person: Person) => `person_${person.id}`;

/** Sends a mutation; gives its payload, or fails with what was refused. */
async function act<Payload>(person: Person, name: string, input: object, selection = 'case { id }') {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
  const { data, errors } = await api.ask<Record<string, Payload>>(person, query, { input });
  expect(errors).toEqual([]);
  return data[name]!;
}

async function submit(): Promise<Filed> {
  const input = { ...filing, respondentIds: [idOf(people.youpin)] };
  const filed = await act<{ case: Filed }>(people.xiaoming, 'submitCase', input, 'case { id number parties { id } }');
  return filed.case;
}

/** Files a case, and walks it on when told to. */
async function walk() {
  const { xiaoming, youpin, wanghaiyan: handler } = people;
  const { id: caseId, number, parties } = await submit();
  const [buyer, seller] = parties;
  return {
    number,
    async accept() {
      await act(handler, 'assignCase', { caseId, handlerId: idOf(handler) });
      await act(handler, 'acceptCase', { caseId, complexity: 'LOW' });
      await act(handler, 'startInvestigation', { caseId, steps: [{ kind: 'CONTACT_MERCHANT' }] });
    },
    async resolve() {
      const query = `query ($id: ID) { case(id: $id) { investigations { steps { id } } } }`;
      const { data } = await api.ask<{ case: { investigations: { steps: { id: string }[] }[] } }>(handler, query, {
        id: caseId,
      });
      const stepId = data.case.investigations[0]!.steps[0]!.id;
      await act(handler, 'completeInvestigationStep', { caseId, stepId, result: '商家承认发错货' });
      await act(handler, 'recordFinding', { caseId, rootCause: 'MERCHANT_FAILURE', text: '商家发错货' });
      await act(handler, 'concludeInvestigation', { caseId });
      const terms = [{ kind: 'APOLOGY', obligorId: seller!.id, beneficiaryId: buyer!.id, text: '书面致歉' }];
      const { proposal } = await act<{ proposal: { id: string; hash: string; terms: { id: string }[] } }>(
        youpin,
        'makeProposal',
        { caseId, terms },
        'proposal { id hash terms { id } }',
      );
      await act(xiaoming, 'acceptProposal', { caseId, proposalId: proposal.id, contentHash: proposal.hash });
      const termId = proposal.terms[0]!.id;
      await act(youpin, 'fulfilTerm', { caseId, termId });
      await act(xiaoming, 'confirmTerm', { caseId, termId });
    },
  };
}
