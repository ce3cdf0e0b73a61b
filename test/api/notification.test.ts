import { deliverNotifications, forgetReadNotifications } from '@accord/server/commands/notification';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { emptyInbox, inboxes, kindsOf } from '../support/inbox.js';
import { unknownId } from '../support/refusal.js';
import { handClock, investigated, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
let inbox: ReturnType<typeof inboxes>;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  inbox = inboxes(app, api, cast);
});
beforeEach(async () => {
  clock.set('2026-03-02T10:00:00');
  await inbox.empty();
});
afterAll(() => app.close());

describe('who is told', () => {
  it('is everyone whom it concerns, and never who did it', async () => {
    const walk = await inbox.filed();
    await walk.act(cast.handler, 'acceptCase', { complexity: 'LOW' });
    expect(kindsOf(await inbox.told(cast.respondent)).toSorted()).toEqual(['CASE_ACCEPTED', 'CASE_FILED']);
    expect(kindsOf(await inbox.told(cast.complainant))).toEqual(['CASE_ACCEPTED']);
    expect(kindsOf(await inbox.told(cast.handler))).toEqual(['CASE_ASSIGNED']);
    for (const nobody of [cast.supervisor, cast.stranger, cast.colleague, cast.manager])
      expect(await inbox.told(nobody)).toEqual(emptyInbox);
  });

  it('is the party alone that is asked for evidence, in the language of the request', async () => {
    const walk = await investigated(app.runtime, cast);
    const [buyer] = (await walk.state()).parties;
    await inbox.told(cast.complainant);
    await inbox.mark(cast.complainant, {});
    await inbox.mark(cast.respondent, {});
    await walk.act(cast.handler, 'requestEvidence', { fromPartyId: buyer!.id, types: ['OTHER'], isMandatory: true });
    const { number } = await walk.state();
    const { notifications } = await inbox.told(cast.complainant, { unreadOnly: true, locale: 'zh-CN' });
    // Five working days after Monday 03-02.
    expect(notifications.nodes).toMatchObject([
      { kind: 'EVIDENCE_REQUESTED', dueOn: '2026-03-09', text: `请补充材料：案件 ${number}，2026-03-09` },
    ]);
    const english = await inbox.told(cast.complainant, { unreadOnly: true });
    expect(english.notifications.nodes[0]!.text).toBe(`Evidence requested: case ${number}, 2026-03-09`);
    expect(kindsOf(await inbox.told(cast.respondent, { unreadOnly: true }))).toEqual([]);
  });

  it('is not the other party of a piece of evidence for one’s own eyes', async () => {
    const walk = await inbox.filed();
    await walk.act(cast.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单' });
    expect(kindsOf(await inbox.told(cast.handler))).toContain('EVIDENCE_SUBMITTED');
    expect(kindsOf(await inbox.told(cast.respondent))).toEqual(['CASE_FILED']);
  });

  it('is who joins a case', async () => {
    const walk = await inbox.filed();
    await walk.act(cast.handler, 'addParty', { personId: cast.stranger.id, side: 'THIRD_PARTY' });
    expect(kindsOf(await inbox.told(cast.stranger))).toEqual(['CASE_FILED']);
  });

  it('is a supervisor who may decide, of an objection', async () => {
    const walk = await inbox.filed();
    await walk.act(cast.complainant, 'raiseObjection', { against: 'CONDUCT', grounds: '处理人员态度不好' });
    expect(kindsOf(await inbox.told(cast.supervisor))).toEqual(['OBJECTION_RAISED']);
    expect(kindsOf(await inbox.told(cast.otherSupervisor))).toEqual([]);
    expect(kindsOf(await inbox.told(cast.respondent))).toEqual(['CASE_FILED']);
  });
});

describe('delivery', () => {
  // Friday evening counts, whatever the hour; Saturday waits for Monday; before nine waits for nine; the holiday for its end.
  it.each([
    ['2026-03-06T21:30:00', '2026-03-06T21:30:00'],
    ['2026-03-07T10:00:00', '2026-03-09T09:00:00'],
    ['2026-03-09T08:59:59', '2026-03-09T09:00:00'],
    ['2026-03-09T09:00:00', '2026-03-09T09:00:00'],
    // Spring Festival 2025: 01-28 to 02-04 off, Sunday 01-26 and Saturday 02-08 worked.
    ['2025-01-26T07:00:00', '2025-01-26T09:00:00'],
    ['2025-01-27T23:59:59', '2025-01-27T23:59:59'],
    ['2025-01-28T00:00:00', '2025-02-05T09:00:00'],
    ['2026-09-19T12:00:00', '2026-09-20T09:00:00'],
  ])('of what happens at %s is at %s', async (happened, delivered) => {
    clock.set(happened);
    const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    const due = new Date(`${delivered}+08:00`);
    clock.set(new Date(due.getTime() - 1 + 8 * 3_600_000).toISOString().slice(0, -1));
    if (happened !== delivered) expect(kindsOf(await inbox.told(cast.respondent))).toEqual([]);
    clock.set(delivered);
    const { notifications } = await inbox.told(cast.respondent);
    expect(notifications.nodes).toMatchObject([
      { kind: 'CASE_FILED', createdAt: due.toISOString(), cases: [{ id: caseIdOf(walk) }] },
    ]);
  });

  it('of an urgent case is at once, by night and on a day off', async () => {
    clock.set('2025-01-29T03:00:00');
    await inbox.filed({ type: 'RIGHTS_PROTECTION', reason: 'FAKE_TRANSACTION' });
    expect(kindsOf(await inbox.told(cast.respondent))).toEqual(['CASE_FILED']);
    expect(kindsOf(await inbox.told(cast.handler))).toEqual(['CASE_ASSIGNED']);
  });

  it('happens once, however many deliver at the same moment', async () => {
    const { caseId } = await inbox.filed();
    await inbox.told(cast.respondent);
    const { pool } = app.database;
    // Written past the doorbell, so that nobody is at it already.
    await pool.query(
      `insert into notice (recipient_id, kind, case_id, is_gathered, created_at, deliver_at)
       select $1, 'MESSAGE_POSTED', $2, n % 2 = 0, $3, $3 from generate_series(1, 1000) n`,
      [cast.respondent.id, caseId, clock.now()],
    );
    await Promise.all(Array.from({ length: 6 }, () => deliverNotifications(app.runtime)));
    const { rows } = await pool.query(
      `select count(*)::int as notifications, (select count(*)::int from notice where notification_id is null) as waiting
       from notification where kind = 'MESSAGE_POSTED'`,
    );
    expect(rows).toEqual([{ notifications: 501, waiting: 0 }]);
  });
});

describe('what is read', () => {
  it('stays read, and counts no more', async () => {
    const walk = await inbox.filed();
    await walk.act(cast.complainant, 'postMessage', { text: '您好' });
    const { viewer, notifications } = await inbox.told(cast.respondent);
    expect(viewer.unreadCount).toBe(2);
    const { id } = notifications.nodes.find(({ kind }) => kind === 'MESSAGE_POSTED')!;
    clock.set('2026-03-02T11:00:00');
    const { data } = await inbox.mark(cast.respondent, { notificationIds: [id] });
    const readAt = '2026-03-02T03:00:00.000Z';
    expect(data.markNotificationsRead).toEqual({ notifications: [{ id, readAt }], viewer: { unreadCount: 1 } });
    clock.set('2026-03-02T12:00:00');
    await inbox.mark(cast.respondent, { notificationIds: [id] });
    expect((await inbox.told(cast.respondent)).notifications.nodes.find((each) => each.id === id)).toMatchObject({
      readAt,
    });
    expect(kindsOf(await inbox.told(cast.respondent, { unreadOnly: true }))).toEqual(['CASE_FILED']);
    expect((await inbox.mark(cast.respondent, {})).data.markNotificationsRead.viewer.unreadCount).toBe(0);
  });

  it('is one’s own: another’s id, an unknown one and one of another kind are NOT_FOUND, and nothing is marked', async () => {
    const walk = await inbox.filed();
    const [own] = (await inbox.told(cast.respondent)).notifications.nodes;
    const [theirs] = (await inbox.told(cast.handler)).notifications.nodes;
    for (const id of [theirs!.id, `notification_${unknownId}`, caseIdOf(walk), 'nonsense']) {
      const { error } = await inbox.mark(cast.respondent, { notificationIds: [own!.id, id] });
      expect(error).toEqual({ code: 'NOT_FOUND', path: 'input.notificationIds.1' });
      const { data } = await api.ask(cast.respondent, `query ($id: ID!) { node(id: $id) { id } }`, { id: theirs!.id });
      expect(data).toEqual({ node: null });
    }
    expect((await inbox.told(cast.respondent)).viewer.unreadCount).toBe(1);
    expect((await inbox.told(cast.handler)).viewer.unreadCount).toBe(1);
    const { data } = await api.ask(cast.respondent, `query ($id: ID!) { node(id: $id) { id __typename } }`, {
      id: own!.id,
    });
    expect(data).toEqual({ node: { id: own!.id, __typename: 'Notification' } });
  });

  it('is remembered under an idempotency key', async () => {
    const walk = await inbox.filed();
    const [first] = (await inbox.told(cast.respondent)).notifications.nodes;
    await inbox.mark(cast.respondent, { notificationIds: [first!.id], idempotencyKey: 'k' });
    await walk.act(cast.complainant, 'postMessage', { text: '您好' });
    await inbox.told(cast.respondent);
    const { error } = await inbox.mark(cast.respondent, { idempotencyKey: 'k' });
    expect(error).toEqual({ code: 'IDEMPOTENCY_MISMATCH' });
    const { data } = await inbox.mark(cast.respondent, { notificationIds: [first!.id], idempotencyKey: 'k' });
    expect(data.markNotificationsRead.viewer.unreadCount).toBe(1);
  });

  it('is gone with the right to see the case, and back with it', async () => {
    const walk = await inbox.filed();
    const { number } = await walk.state();
    const [first] = (await inbox.told(cast.handler)).notifications.nodes;
    await walk.act(cast.supervisor, 'assignCase', { handlerId: cast.colleague.id, reason: '换人办理' });
    expect(await inbox.told(cast.handler)).toEqual({
      viewer: { unreadCount: 0 },
      notifications: { totalCount: 0, nodes: [] },
    });
    const query = `query ($id: ID!) { node(id: $id) { id } cases(filter: { notification: $id }) { totalCount } }`;
    const { data, text } = await api.ask(cast.handler, query, { id: first!.id });
    expect(data).toEqual({ node: null, cases: { totalCount: 0 } });
    expect(text).not.toContain(number);
    await walk.act(cast.supervisor, 'assignCase', { handlerId: cast.handler.id, reason: '换回' });
    expect(kindsOf(await inbox.told(cast.handler))).toEqual(['CASE_ASSIGNED', 'CASE_ASSIGNED']);
  });

  it('comes in pages', async () => {
    const walk = await inbox.filed();
    for (const text of ['一', '二', '三']) await walk.act(cast.complainant, 'postMessage', { text });
    const all = kindsOf(await inbox.told(cast.respondent)).length;
    const seen: string[] = [];
    let after: string | null = null;
    for (let hasNextPage = true; hasNextPage;) {
      const query = `query ($after: String) { notifications(first: 1, after: $after) {
        nodes { id } pageInfo { hasNextPage endCursor } } }`;
      const page: {
        data: { notifications: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
      } = await api.ask(cast.respondent, query, { after });
      seen.push(...page.data.notifications.nodes.map(({ id }) => id));
      ({ hasNextPage, endCursor: after } = page.data.notifications.pageInfo);
    }
    expect(new Set(seen).size).toBe(all);
    const { error } = await api.ask(cast.respondent, `{ notifications(first: 101) { totalCount } }`);
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'first' }] });
  });
});

describe('what was read', () => {
  it('is forgotten after ninety days, with its lines; what is unread stays', async () => {
    const walk = await inbox.filed();
    await walk.act(cast.handler, 'acceptCase', { complexity: 'LOW' });
    await inbox.told(cast.complainant);
    await inbox.told(cast.respondent);
    await inbox.mark(cast.complainant, {});
    const count = async (table: string) =>
      (await app.database.pool.query<{ count: number }>(`select count(*)::int from ${table}`)).rows[0]!.count;
    const [notifications, lines] = [await count('notification'), await count('notice')];
    clock.set('2026-05-31T10:00:00');
    await forgetReadNotifications(app.runtime);
    expect([await count('notification'), await count('notice')]).toEqual([notifications, lines]);
    clock.set('2026-05-31T10:00:01');
    await forgetReadNotifications(app.runtime);
    expect([await count('notification'), await count('notice')]).toEqual([notifications - 1, lines - 1]);
    expect(kindsOf(await inbox.told(cast.complainant))).toEqual([]);
    expect(kindsOf(await inbox.told(cast.respondent)).toSorted()).toEqual(['CASE_ACCEPTED', 'CASE_FILED']);
  });
});
