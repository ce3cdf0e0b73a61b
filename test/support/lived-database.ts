import { deliverNotifications, remindOfClocks } from '@accord/server/commands/notification';
import { actOnDeadlines } from '@accord/server/commands/deadlines';
import { importCases } from '@accord/server/commands/import-cases';
import { loadCases } from '@accord/server/commands/load-cases';
import { readImportMap } from '@accord/server/commands/import-map';
import type { Person } from '@accord/server/domain/permission';
import { reviewCriteria } from '@accord/server/domain/review';
import type { App } from '@accord/server/app';
import type { Runtime } from '@accord/server/commands/runtime';
import { monthlyInstalments, yuan } from '@accord/seeds/builders';
import { Random } from '@accord/seeds/random';
import { experts, insertPeople, people } from '@accord/seeds/scenarios/people';
import { expect } from 'vitest';
import { openApi, type Api } from './api.js';
import { importMap } from './import-map.js';
import { liveAtRandom } from './random-life.js';
import { road } from './road.js';
import { png, submitFile, uploaded } from './upload.js';

/** Somebody of each kind, as they stand to the cases of the database. */
export const viewers = {
  complainant: people.xiaoming,
  respondent: people.chengzi,
  handler: people.wanghaiyan,
  'handler of the other team': people.zhaomin,
  supervisor: people.hezhiqiang,
  expert: people.fangzhengming,
  manager: people.guomingyuan,
  admin: people.yangfan,
  stranger: people.wufang,
  integration: {
    id: '01920000-0000-7000-8000-200000000900',
    name: '商户系统',
    roles: ['INTEGRATION'],
    partyKind: 'PERSON',
    teamIds: [],
  },
} satisfies Record<string, Person>;

export const troupe = {
  complainant: people.xiaoming,
  respondent: people.chengzi,
  platform: people.platform,
  handlers: [people.wanghaiyan, people.lijianguo, people.zhaomin, people.sunhao],
  supervisors: [people.hezhiqiang, people.linjing],
  experts: experts.slice(0, 4),
};

/** Fills a database with sixty lives of the weeks before, a case that a system filed, an imported one, a file and what people are told. */
export async function fillWithLives(app: App, now: Date, seed: string): Promise<void> {
  const { runtime } = app;
  const { pool } = runtime;
  await insertPeople(runtime.orm);
  const { id, name, roles } = viewers.integration;
  await pool.query(
    `insert into person (id, name, subject, roles, party_kind) values ($1, $2, 'system', $3, 'PERSON')`,
    [id, name, roles],
  );
  const { calendar, benchmarks } = await runtime.published.inForce(pool);
  const { rows: routes } = await pool.query<{ id: string }>('select id from referral_route order by rank');
  const published = { calendar, benchmarks, routeIds: routes.map((route) => route.id) };
  const chance = new Random(`lives ${seed}`);
  const bornAt = (index: number) => new Date(now.getTime() - (100 - index) * 86_400_000).toISOString();
  const lives = Array.from({ length: 60 }, (_, index) =>
    liveAtRandom(published, chance, bornAt(index), troupe, now.toISOString()),
  );
  await loadCases(runtime, lives, calendar.version);
  await liveByHand(app, now);
  await bringIn(app);
  await settle(app);
}

async function bringIn(app: App): Promise<void> {
  const { runtime } = app;
  const { complainant, respondent, supervisor } = viewers;
  const walk = await road(runtime).submit(viewers.integration, {
    channel: 'INTEGRATION',
    onBehalfOfId: complainant.id,
    respondentIds: [respondent.id],
  });
  await walk.act(viewers.integration, 'submitEvidence', { type: 'LOGISTICS_RECORD', title: '物流' });
  await walk.act(supervisor, 'assignCase', { handlerId: viewers.handler.id });
  const map = readImportMap(importMap('helpdesk'));
  const row = (line: number, activity: string, time: string) => ({ line, case: 'T-1', activity, time, person: '坐席' });
  const report = await importCases(runtime, map, [
    row(2, 'take', '2026-04-01T10:00:00+08:00'),
    row(3, 'solve', '2026-04-03T10:00:00+08:00'),
  ]);
  expect(report).toMatchObject({ caseCount: 1, eventCount: 2 });
  const api = await openApi(app);
  const saving = 'mutation ($input: SaveViewInput!) { saveView(input: $input) { savedView { id } } }';
  for (const viewer of Object.values(viewers)) {
    const { errors } = await api.ask(viewer, saving, {
      input: { name: '常用', page: 'CASES', query: '?stage=IMPASSE' },
    });
    expect(errors).toEqual([]);
  }
  await reportPayments(app, api);
  const { uploadId } = await uploaded(api, complainant, png(), { caseId: `case_${walk.caseId}` });
  await submitFile(api, complainant, `case_${walk.caseId}`, uploadId);
  const sample = 'mutation ($input: SampleCasesInput!) { sampleCases(input: $input) { cases { id } } }';
  const drawn = await api.ask<{ sampleCases: { cases: { id: string }[] } }>(supervisor, sample, {
    input: { from: '2026-01-01', to: '2026-12-31', count: 3 },
  });
  const review = 'mutation ($input: RecordReviewInput!) { recordReview(input: $input) { case { id } } }';
  const scores = reviewCriteria.map((criterion) => ({ criterion, score: 4 }));
  const [first] = drawn.data.sampleCases.cases;
  await api.ask(supervisor, review, { input: { caseId: first!.id, verdict: 'GOOD', scores, text: '处理得当' } });
  await settle(app);
  const read =
    'mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { viewer { id } } }';
  await api.ask(viewers.handler, read, { input: {} });
}

/** A charge that the channel reports twice: the platform checks and gives it back as soon as the case is accepted. */
async function reportPayments({ runtime }: App, api: Api): Promise<void> {
  const { complainant, handler, integration } = viewers;
  const transaction = { reference: 'P-1', paidAt: '2026-06-01T02:00:00.000Z', amount: yuan(99) };
  const walk = await road(runtime).submit(complainant, {
    type: 'PAYMENT_ANOMALY',
    reason: 'DUPLICATE_CHARGE',
    transaction,
  });
  const report = 'mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) { record { reference } } }';
  for (const externalId of ['one', 'two']) {
    const { reference, paidAt: at, amount } = transaction;
    const payerId = `person_${complainant.id}`;
    const { errors } = await api.ask(integration, report, {
      input: { reference, kind: 'CHARGE', at, amount, externalId, payerId },
    });
    expect(errors).toEqual([]);
  }
  await walk.act(people.lijianguo, 'assignCase', { handlerId: people.lijianguo.id });
  await walk.act(viewers.supervisor, 'assignCase', { handlerId: handler.id, reason: '调整' });
  await walk.act(handler, 'requestClarification', { question: '哪一笔是重复的?' });
  await walk.act(complainant, 'answerClarification', { text: '后一笔' });
  const accept = 'mutation ($input: AcceptCaseInput!) { acceptCase(input: $input) { case { stage } } }';
  const { errors } = await api.ask(handler, accept, { input: { caseId: `case_${walk.caseId}`, complexity: 'LOW' } });
  expect(errors).toEqual([]);
}

/** What chance seldom brings about: two cases with money booked, terms contested, reasons given, people who leave or are silent. */
async function liveByHand({ runtime }: App, now: Date): Promise<void> {
  const { complainant, respondent, handler, supervisor, stranger } = viewers;
  let time = now;
  const within = { ...runtime, now: () => time };
  const daysAgo = (days: number) => (time = new Date(now.getTime() - days * 86_400_000));
  daysAgo(9);
  const paid = { reference: 'H-1', paidAt: '2026-05-20T02:00:00.000Z', amount: yuan(259), counterparty: '橙子家居' };
  const walk = await road(within).submit(complainant, { respondentIds: [respondent.id], transaction: paid });
  // Of the same payment, and with other words for it.
  await road(within).submit(complainant, {
    respondentIds: [respondent.id],
    reason: 'POOR_QUALITY',
    transaction: { ...paid, counterparty: '橙子家居旗舰店' },
  });
  // And perhaps of it: nothing but its reference is told.
  await road(within).submit(stranger, { respondentIds: [respondent.id], transaction: { reference: paid.reference } });
  await walk.act(supervisor, 'assignCase', { handlerId: people.lijianguo.id });
  await walk.act(supervisor, 'assignCase', { handlerId: handler.id, reason: '原经办人休假' });
  await walk.act(handler, 'acceptCase', { complexity: 'LOW' });
  await walk.act(handler, 'startInvestigation', { steps: [{ kind: 'OTHER', note: '核对' }] });
  const { parties, investigations } = await walk.state();
  const [buyer, seller] = parties;
  const asked = await walk.act(handler, 'requestEvidence', {
    fromPartyId: buyer!.id,
    types: ['CHAT_RECORD'],
    isMandatory: true,
  });
  await walk.act(complainant, 'submitEvidence', {
    type: 'CHAT_RECORD',
    title: '聊天记录',
    requestId: asked.ids['requestId']!,
  });
  await walk.act(handler, 'addParty', { side: 'COMPLAINANT', personId: stranger.id });
  await walk.act(stranger, 'withdrawCase', { reason: '不再争议' });
  await walk.act(handler, 'completeInvestigationStep', { stepId: investigations[0]!.steps[0]!.id, result: '属实' });
  await walk.act(handler, 'recordFinding', { rootCause: 'MERCHANT_FAILURE', text: '商家责任' });
  await walk.act(handler, 'concludeInvestigation', {});
  const pair = { obligorId: seller!.id, beneficiaryId: buyer!.id };
  await walk.act(complainant, 'makeProposal', {
    terms: [
      { kind: 'PARTIAL_REFUND', ...pair, amount: yuan(99) },
      { kind: 'APOLOGY', ...pair, text: '书面致歉' },
    ],
  });
  const { id: proposalId, hash: contentHash } = (await walk.state()).proposals[0]!;
  await walk.act(respondent, 'acceptProposal', { proposalId, contentHash });
  const [refund, apology] = (await walk.state()).terms;
  await walk.act(handler, 'recordMovement', { termId: refund!.id, amount: yuan(50), reference: 'R-50' });
  await walk.act(handler, 'updateOrderStatus', { orderStatus: 'SHIPPED' });
  await walk.act(respondent, 'fulfilTerm', { termId: apology!.id, reference: 'F-1' });
  await walk.act(complainant, 'contestTerm', { termId: apology!.id, reason: '没有收到' });
  await repay(within);
  const silent = await road(within).submit(complainant, { respondentIds: [respondent.id] });
  await silent.act(handler, 'assignCase', { handlerId: handler.id });
  const [party] = (await silent.state()).parties;
  for (const [days, channel] of [
    [8, 'PHONE'],
    [7, 'EMAIL'],
    [6, 'PHONE'],
  ] as const) {
    daysAgo(days);
    await silent.act(handler, 'recordContactAttempt', { partyId: party!.id, channel, isReached: false });
  }
  // Shown to the handler, masked to the supervisor.
  await silent.act(handler, 'revealPersonalData', { personId: complainant.id, reason: '联系不上,核对号码' });
}

/** A debt that is paid back by instalments, the first of them already. */
async function repay(runtime: Runtime): Promise<void> {
  const { complainant } = viewers;
  const [, , credit] = troupe.handlers;
  const walk = await road(runtime).submit(complainant, { type: 'REPAYMENT', reason: 'CANNOT_REPAY_ON_TIME' });
  await walk.act(credit!, 'assignCase', { handlerId: credit!.id });
  await walk.act(credit!, 'acceptCase', { complexity: 'LOW' });
  await walk.act(credit!, 'startInvestigation', { steps: [{ kind: 'OTHER' }] });
  const { investigations, parties } = await walk.state();
  await walk.act(credit!, 'completeInvestigationStep', { stepId: investigations[0]!.steps[0]!.id, result: '属实' });
  await walk.act(credit!, 'recordFinding', { rootCause: 'UNKNOWN', text: '收入下降' });
  await walk.act(credit!, 'concludeInvestigation', {});
  const plan = { kind: 'INSTALMENT_PLAN' as const, obligorId: parties[0]!.id, beneficiaryId: parties[1]!.id };
  const instalments = monthlyInstalments('2026-06-01', 3, yuan(300));
  await walk.act(people.platform, 'makeProposal', { terms: [{ ...plan, amount: yuan(300), instalments }] });
  const { id: proposalId, hash: contentHash } = (await walk.state()).proposals[0]!;
  await walk.act(complainant, 'acceptProposal', { proposalId, contentHash });
  await walk.act(credit!, 'recordInstalment', { termId: (await walk.state()).terms[0]!.id, number: 1 });
}

/** Lets everything act and be told that is due, so that nothing changes by itself any more. */
export async function settle({ runtime }: App): Promise<void> {
  await actOnDeadlines(runtime);
  while ((await remindOfClocks(runtime)) + (await deliverNotifications(runtime)) > 0);
}
