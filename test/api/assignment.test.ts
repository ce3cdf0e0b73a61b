import { offerCases, releaseCases } from '@accord/server/commands/assignment';
import type { Person } from '@accord/server/domain/permission';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { caseIdOf, openApi, type Api, type ApiAnswer } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { blocked, code } from '../support/refusal.js';
import { expectRebuilt } from '../support/rebuild.js';
import { handClock, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  clock.set('2026-03-02T10:00:00');
  // Every test begins with an empty queue and nobody away.
  await app.database.pool.query(`update person set is_active = true, away_through = null, employer = null`);
  await app.database.pool.query(`update team set assignment = 'QUEUE'`);
  for (const each of await queue()) await take(each);
});

interface Queued {
  id: string;
}
interface Paged {
  cases: { nodes: Queued[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
}
const queueQuestion =
  '{ cases(filter: { isUnassigned: true }, orderBy: { field: QUEUE, direction: ASC }) { nodes { id } } }';
async function queue(who: Person = cast.supervisor): Promise<string[]> {
  const { data, errors } = await api.ask<{ cases: { nodes: Queued[] } }>(who, queueQuestion);
  expect(errors).toEqual([]);
  return data.cases.nodes.map(({ id }) => id);
}
const assign = `mutation ($input: AssignCaseInput!) { assignCase(input: $input) { case { handler { id } } } }`;
const take = (caseId: string) => api.ask(cast.colleague, assign, { input: { caseId } });
const update = (who: Person, input: object) =>
  api.ask(who, 'mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { person { isActive roles } } }', {
    input,
  });
const idOf = ({ id }: Person) => `person_${id}`;

async function filed(at: string, isUrgent = false, taker: Person | null = null) {
  clock.set(at);
  const urgent = { type: 'RIGHTS_PROTECTION', reason: 'FAKE_TRANSACTION' } as const;
  const walk = await road(app.runtime).submit(cast.complainant, {
    respondentIds: [cast.respondent.id],
    ...(isUrgent && urgent),
  });
  if (taker) await walk.act(taker, 'assignCase', {});
  return walk;
}

describe('a handler who leaves', () => {
  it.each<[string, object]>([
    ['is no longer active', { isActive: false }],
    ['handles no cases any more', { roles: ['USER'] }],
    ['changes the team', { teamIds: [] }],
  ])('and %s: open cases wait at the top of the queue, before urgent ones, and rebuild', async (_why, change) => {
    const early = await filed('2026-03-02T09:00:00');
    const urgent = await filed('2026-03-02T09:10:00', true);
    const held = await filed('2026-03-02T09:20:00', false, cast.handler);
    const dueBefore = (await held.clock('RESPONSE'))!.dueOn;
    expect((await update(cast.admin, { personId: idOf(cast.handler), ...change })).errors).toEqual([]);
    expect(await queue()).toEqual([held, urgent, early].map(caseIdOf));
    expect(await queue(cast.colleague)).toEqual([held, urgent, early].map(caseIdOf));
    expect((await held.clock('RESPONSE'))!.dueOn).toBe(dueBefore);
    expect((await expectRebuilt(app.database.pool, held.caseId)).handlerId).toBeNull();
    const back = { isActive: true, roles: ['HANDLER'], teamIds: [`team_${cast.teamId}`] };
    await update(cast.admin, { personId: idOf(cast.handler), ...back });
    expect(await queue()).toContain(caseIdOf(held));
  });

  it('is noticed by the sweep when the record changes behind the API, once', async () => {
    const held = await filed('2026-03-02T09:20:00', false, cast.handler);
    await app.database.pool.query('update person set is_active = false where id = $1', [cast.handler.id]);
    expect(await releaseCases(app.runtime)).toBeGreaterThan(0);
    expect(await releaseCases(app.runtime)).toBe(0);
    expect(await held.eventTypes()).toEqual(['CaseSubmitted', 'CaseAssigned', 'CaseAssigned']);
    const history = await api.ask(
      cast.supervisor,
      `query ($id: ID!) { case(id: $id) { assignments { handler { name } by { role } reason } } }`,
      { id: caseIdOf(held) },
    );
    expect(history.data).toEqual({
      case: {
        assignments: [
          { handler: { name: '经办人甲' }, by: { role: 'HANDLER' }, reason: null },
          { handler: null, by: { role: 'SYSTEM' }, reason: null },
        ],
      },
    });
    const seen = await api.ask(cast.complainant, `query ($id: ID!) { case(id: $id) { assignments { at } } }`, {
      id: caseIdOf(held),
    });
    expect(seen.data).toEqual({ case: { assignments: [] } });
  });

  it('loses open streams within five seconds', async () => {
    const held = await filed('2026-03-02T09:20:00', false, cast.handler);
    const client = createClient({
      url: `${app.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${api.token(cast.handler)}` },
      retryAttempts: 0,
    });
    const ended = new Promise<unknown>((resolve) => {
      let isFirst = true;
      client.subscribe(
        { query: 'subscription ($id: ID!) { caseUpdated(id: $id) { id } }', variables: { id: caseIdOf(held) } },
        {
          next(value) {
            if (value.errors) resolve(value.errors);
            if (!isFirst) return;
            isFirst = false;
            void update(cast.admin, { personId: idOf(cast.handler), isActive: false });
          },
          error: resolve,
          complete: () => resolve('complete'),
        },
      );
    });
    // The test's own time limit is the promise: it hangs unless the stream ends.
    expect(await ended).toBeDefined();
    await client.dispose();
  }, 10_000);

  it('is sent away by an administrator only, who cannot lock themselves out', async () => {
    const refused = async (who: Person, input: object) => (await update(who, input)).error;
    const gone = { personId: idOf(cast.handler), isActive: false };
    for (const who of [cast.supervisor, cast.manager, cast.colleague, cast.complainant]) {
      expect(await refused(who, gone)).toMatchObject({ code: 'FORBIDDEN' });
    }
    const own = { personId: idOf(cast.admin) };
    expect(await refused(cast.admin, { ...own, isActive: false })).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await refused(cast.admin, { ...own, roles: ['USER'] })).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await refused(cast.admin, { ...gone, roles: [] })).toMatchObject({ code: 'BAD_USER_INPUT' });
    const unknown = 'person_01930000-0000-7000-8000-00000000ffff';
    expect(await refused(cast.admin, { personId: unknown })).toMatchObject({
      code: 'NOT_FOUND',
      path: 'input.personId',
    });
    const teamIds = ['team_01930000-0000-7000-8000-00000000ffff'];
    expect(await refused(cast.admin, { ...gone, teamIds })).toMatchObject({
      code: 'NOT_FOUND',
      path: 'input.teamIds.0',
    });
    const { rows } = await app.database.pool.query('select is_active from person where id = $1', [cast.handler.id]);
    expect(rows).toEqual([{ is_active: true }]);
  });
});

describe('a key of an administrator', () => {
  const updateTeam = (input: object) =>
    api.ask(cast.admin, 'mutation ($input: UpdateTeamInput!) { updateTeam(input: $input) { assignment } }', { input });

  it('changes a person once, and answers how they stand now', async () => {
    const input = { personId: idOf(cast.handler), isActive: false, idempotencyKey: 'person-1' };
    expect((await update(cast.admin, input)).data).toMatchObject({ updatePerson: { person: { isActive: false } } });
    await update(cast.admin, { personId: idOf(cast.handler), isActive: true });
    expect((await update(cast.admin, input)).data).toMatchObject({ updatePerson: { person: { isActive: true } } });
    expect((await update(cast.admin, { ...input, employer: '银行' })).error).toEqual({ code: 'IDEMPOTENCY_MISMATCH' });
    expect((await update(cast.admin, { ...input, idempotencyKey: '' })).error).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.idempotencyKey' }],
    });
    expect((await update(cast.supervisor, input)).error).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('changes a team once, and answers how it stands now', async () => {
    const input = { teamId: `team_${cast.teamId}`, assignment: 'RULE', idempotencyKey: 'team-1' };
    expect((await updateTeam(input)).data).toEqual({ updateTeam: { assignment: 'RULE' } });
    await updateTeam({ teamId: input.teamId, assignment: 'QUEUE' });
    expect((await updateTeam(input)).data).toEqual({ updateTeam: { assignment: 'QUEUE' } });
    expect((await updateTeam({ ...input, assignment: 'QUEUE' })).error).toEqual({ code: 'IDEMPOTENCY_MISMATCH' });
  });
});

describe('giving cases away by the rule', () => {
  it('gives away what waits in a team that works so, urgent at any hour, the rest in working hours', async () => {
    await app.database.pool.query(`update team set assignment = 'RULE' where id = $1`, [cast.teamId]);
    const normal = await filed('2026-03-07T10:00:00');
    const urgent = await filed('2026-03-07T10:00:00', true);
    expect(await offerCases(app.runtime)).toBe(1);
    expect((await urgent.state()).handlerId).not.toBeNull();
    expect((await normal.state()).handlerId).toBeNull();
    clock.set('2026-03-09T09:00:00');
    expect(await offerCases(app.runtime)).toBe(1);
    expect((await normal.state()).handlerId).not.toBeNull();
    expect(await offerCases(app.runtime)).toBe(0);
    await expectRebuilt(app.database.pool, normal.caseId);
  });

  it('gives away an urgent case that nobody took within the hour; any other waits in the queue', async () => {
    const urgent = await filed('2026-03-03T10:00:00', true);
    const normal = await filed('2026-03-03T10:00:00');
    clock.set('2026-03-03T10:59:59');
    expect(await offerCases(app.runtime)).toBe(0);
    clock.set('2026-03-03T11:00:00');
    expect(await offerCases(app.runtime)).toBe(1);
    expect((await urgent.state()).handlerId).not.toBeNull();
    clock.set('2026-03-06T11:00:00');
    expect(await offerCases(app.runtime)).toBe(0);
    expect((await normal.state()).handlerId).toBeNull();
  });
});

describe('the queue', () => {
  it('is hidden from who may not know who handles a case', async () => {
    for (const question of [
      queueQuestion,
      '{ cases(orderBy: { field: QUEUE, direction: ASC }) { nodes { id } } }',
      '{ cases(filter: { isUnassigned: false }) { nodes { id } } }',
    ]) {
      expect((await api.ask(cast.manager, question)).error).toMatchObject({ code: 'FORBIDDEN' });
      expect((await api.ask<{ cases: object }>(cast.expertA, question)).data.cases).toEqual({ nodes: [] });
    }
  });

  it('pages without losing a case', async () => {
    const all = [];
    for (const at of ['09:00:00', '09:00:01', '09:00:02']) all.push(caseIdOf(await filed(`2026-03-02T${at}`)));
    const page = `query ($after: String) { cases(filter: { isUnassigned: true }, orderBy: { field: QUEUE, direction: ASC }, first: 1, after: $after) {
      nodes { id } pageInfo { endCursor hasNextPage } } }`;
    const found: string[] = [];
    for (let after: string | null = null, isMore = true; isMore;) {
      const answer: ApiAnswer<Paged> = await api.ask<Paged>(cast.supervisor, page, { after });
      const { nodes, pageInfo } = answer.data.cases;
      found.push(...nodes.map(({ id }) => id));
      after = pageInfo.endCursor;
      isMore = pageInfo.hasNextPage;
    }
    expect(found).toEqual(all);
  });

  it('is taken from by one of two at the same moment', async () => {
    const walk = await filed('2026-03-02T09:00:00');
    const answers = await Promise.allSettled(
      [cast.handler, cast.colleague].map((who) => walk.act(who, 'assignCase', {})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: code('NOT_FOUND') });
  });
});

// Last, because whoever met a party in another case is kept from all its cases afterwards.
describe('the rule on the real database', () => {
  it('picks who carries least, and never who is away, works for a party or met one in another case', async () => {
    const ofTeam = async (handler: Person) =>
      (await road(app.runtime).submit(handler, { respondentIds: [cast.respondent.id] })).caseId;
    const walk = await filed('2026-03-02T10:00:00');
    // The colleague has taken what earlier tests left, so the handler carries less.
    const byRule = () => walk.act(cast.supervisor, 'assignCase', { reason: '重新分派' });
    await byRule();
    expect((await walk.state()).handlerId).toBe(cast.handler.id);
    await app.database.pool.query('update person set away_through = $1 where id = $2', [
      '2026-03-02',
      cast.colleague.id,
    ]);
    await expect(byRule()).rejects.toEqual(blocked('NO_HANDLER_FREE'));
    const named = () => walk.act(cast.supervisor, 'assignCase', { handlerId: cast.colleague.id, reason: '换人' });
    await expect(named()).rejects.toEqual(blocked('HANDLER_AWAY'));
    await app.database.pool.query('update person set away_through = null');
    await app.database.pool.query('update person set employer = $1 where id = any($2)', [
      '优品公司',
      [cast.colleague.id, cast.respondent.id],
    ]);
    await expect(named()).rejects.toEqual(blocked('HANDLER_CONFLICT'));
    await app.database.pool.query('update person set employer = null');
    await ofTeam(cast.colleague);
    await expect(named()).rejects.toEqual(blocked('HANDLER_CONFLICT'));
    await expectRebuilt(app.database.pool, walk.caseId);
  });
});
