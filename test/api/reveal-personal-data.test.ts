import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { expectRebuilt, storedEvents } from '../support/rebuild.js';
import { counts } from '../support/refusal.js';
import { handClock, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
let walk: ReturnType<typeof road>;

type Who = Exclude<keyof Cast, 'teamId' | 'otherTeamId'>;
const phone = '13800005678';
const idOf = ({ id }: Person) => `person_${id}`;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  await api.ask(cast.complainant, `mutation { updateContactData(input: { phone: "${phone}" }) { viewer { id } } }`);
});
afterAll(() => app.close());
beforeEach(async () => {
  walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
  await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
  await walk.act(cast.handler, 'acceptCase', { complexity: 'LOW' });
});

interface Payload {
  case: { version: number } | null;
  revelation: { person: { contact: { phone: object } | null } } | null;
}
const mutation = `mutation ($input: RevealPersonalDataInput!) { revealPersonalData(input: $input) {
  case { version } revelation { reason at author { role person { name } } person { id contact { phone { shown isMasked } } } } } }`;
const reveal = (who: Person, over: object = {}) =>
  api.ask<{ revealPersonalData: Payload } | null>(who, mutation, {
    input: { caseId: caseIdOf(walk), personId: idOf(cast.complainant), reason: '需电话核实收货地址', ...over },
  });
const seen = async (who: Person, of = walk) => {
  const query = 'query ($id: ID!) { case(id: $id) { parties { side members { contact { phone { shown } } } } } }';
  const { data } = await api.ask<{
    case: { parties: { side: string; members: { contact: { phone: { shown: string } } | null }[] }[] };
  } | null>(who, query, { id: caseIdOf(of) });
  return data?.case.parties.find(({ side }) => side === 'COMPLAINANT')!.members[0]!.contact?.phone.shown ?? null;
};

describe('revealing contact data', () => {
  it('shows it to who gave the reason, in this case, and to nobody else', async () => {
    const other = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    await other.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    const { version } = await walk.state();
    const { data, errors } = await reveal(cast.handler, { expectedVersion: version });
    expect(errors).toEqual([]);
    expect(data!.revealPersonalData).toEqual({
      case: { version },
      revelation: {
        reason: '需电话核实收货地址',
        at: '2026-03-02T02:00:00.000Z',
        author: { role: 'HANDLER', person: { name: '经办人甲' } },
        person: { id: idOf(cast.complainant), contact: { phone: { shown: phone, isMasked: false } } },
      },
    });
    expect(await seen(cast.handler)).toBe(phone);
    expect(await seen(cast.handler, other)).toBe('138****5678');
    expect(await seen(cast.supervisor)).toBe('138****5678');
    expect(await seen(cast.respondent)).toBeNull();
  });

  it('ends with the right to the case, and is not inherited', async () => {
    await reveal(cast.handler);
    await walk.act(cast.supervisor, 'assignCase', { handlerId: cast.colleague.id, reason: '轮换' });
    expect(await seen(cast.handler)).toBeNull();
    expect(await seen(cast.colleague)).toBe('138****5678');
  });

  // Of the page "Who may do what": handler own, supervisor; on a case one cannot see NOT_FOUND, on one that one can FORBIDDEN.
  it.each<[Who, string | null]>([
    ['handler', null],
    ['supervisor', null],
    ['complainant', 'FORBIDDEN'],
    ['respondent', 'FORBIDDEN'],
    ['manager', 'FORBIDDEN'],
    ['colleague', 'NOT_FOUND'],
    ['otherHandler', 'NOT_FOUND'],
    ['otherSupervisor', 'NOT_FOUND'],
    ['admin', 'NOT_FOUND'],
    ['expertA', 'NOT_FOUND'],
    ['integration', 'NOT_FOUND'],
    ['stranger', 'NOT_FOUND'],
  ])('is for the %s: %s', async (who, code) => {
    const before = await counts(app.database.pool);
    const { error, text } = await reveal(cast[who]);
    expect(error?.['code'] ?? null).toBe(code);
    if (code) {
      expect(text).not.toContain('5678');
      expect(await counts(app.database.pool)).toEqual(before);
    }
  });

  it('is not for a handler who might take the case from the queue', async () => {
    const queued = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    expect((await reveal(cast.colleague, { caseId: caseIdOf(queued) })).error).toEqual({ code: 'FORBIDDEN' });
  });

  it('needs a reason, a member of a party, and the version that stands', async () => {
    const before = await counts(app.database.pool);
    for (const reason of ['', ' \n ']) {
      expect((await reveal(cast.handler, { reason })).error).toMatchObject({ fields: [{ path: 'input.reason' }] });
      expect((await reveal(cast.supervisor, { reason })).error).toMatchObject({ fields: [{ path: 'input.reason' }] });
    }
    for (const whose of [cast.stranger, cast.handler, cast.platform]) {
      const { error } = await reveal(cast.handler, { personId: idOf(whose) });
      expect(error).toEqual({ code: 'NOT_FOUND', path: 'input.personId' });
    }
    const { version } = await walk.state();
    const stale = await reveal(cast.handler, { expectedVersion: version - 1 });
    expect(stale.error).toEqual({ code: 'VERSION_CONFLICT', currentVersion: version });
    expect(await counts(app.database.pool)).toEqual(before);
  });

  it('is put on record once a key, and answered again under the rights of then', async () => {
    const key = { idempotencyKey: 'reveal' };
    const twins = await Promise.all([reveal(cast.handler, key), reveal(cast.handler, key)]);
    expect(twins[0].errors).toEqual([]);
    expect(twins[1].data).toEqual(twins[0].data);
    const revealed = (await walk.eventTypes()).filter((type) => type === 'PersonalDataRevealed');
    expect(revealed).toHaveLength(1);
    expect((await reveal(cast.handler, { ...key, reason: '另有原因' })).error).toEqual({
      code: 'IDEMPOTENCY_MISMATCH',
    });
    await walk.act(cast.supervisor, 'assignCase', { handlerId: cast.colleague.id, reason: '轮换' });
    const { error, text } = await reveal(cast.handler, key);
    expect(error).toEqual({ code: 'NOT_FOUND', path: 'input.caseId' });
    expect(text).not.toContain(phone);
  });

  it('is logged for staff in words that can be erased, and holds nothing of the data', async () => {
    await reveal(cast.supervisor);
    const events = await storedEvents(app.database.pool, walk.caseId);
    const revealed = events.find(({ type }) => type === 'PersonalDataRevealed')!;
    expect(revealed).toMatchObject({
      audience: 'STAFF',
      payload: { personId: cast.complainant.id, reason: { id: expect.any(String), digest: expect.any(String) } },
    });
    expect(JSON.stringify(events)).not.toContain('5678');
    await expectRebuilt(app.database.pool, walk.caseId);
    const query = `query ($id: ID!) { case(id: $id) { version revelations { reason person { name } author { role } }
      events(first: 50) { nodes { type } } } }`;
    const read = async (who: Person) =>
      (
        await api.ask<{ case: { revelations: object[]; events: { nodes: { type: string }[] } } }>(who, query, {
          id: caseIdOf(walk),
        })
      ).data.case;
    for (const who of [cast.handler, cast.supervisor]) {
      expect((await read(who)).revelations).toEqual([
        { reason: '需电话核实收货地址', person: { name: '小明' }, author: { role: 'SUPERVISOR' } },
      ]);
    }
    for (const who of [cast.complainant, cast.respondent, cast.manager]) {
      const { revelations, events: heard } = await read(who);
      expect(revelations).toEqual([]);
      expect(heard.nodes.map(({ type }) => type)).not.toContain('PERSONAL_DATA_REVEALED');
    }
  });

  it('is offered as long as the case is worked on, and refused once it is not', async () => {
    const query = 'query ($id: ID!) { case(id: $id) { availableActions { command isAvailable } } }';
    const offered = async (who: Person) => {
      const { data } = await api.ask<{ case: { availableActions: { command: string; isAvailable: boolean }[] } }>(
        who,
        query,
        {
          id: caseIdOf(walk),
        },
      );
      return data.case.availableActions.find(({ command }) => command === 'revealPersonalData')?.isAvailable;
    };
    expect([await offered(cast.handler), await offered(cast.supervisor)]).toEqual([true, true]);
    expect(await offered(cast.complainant)).toBeUndefined();
    await walk.act(cast.complainant, 'withdrawCase', { reason: '不再需要' });
    expect(await offered(cast.handler)).toBeUndefined();
    expect((await reveal(cast.handler)).error).toMatchObject({
      code: 'GUARD_FAILED',
      blockedBy: [{ code: 'WRONG_STAGE' }],
    });
  });
});
