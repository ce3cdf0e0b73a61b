import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { filing, handClock, road } from '../support/road.js';
import { unknownId } from '../support/refusal.js';
import { text, uploaded } from '../support/upload.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

type Who = Exclude<keyof Cast, 'teamId' | 'otherTeamId'>;
const data = { phone: '13800005678', email: 'zhang@example.com', idNumber: '99999919900101001X' };
const masked = {
  phone: { shown: '138****5678', isMasked: true },
  email: { shown: 'z***@example.com', isMasked: true },
  idNumber: { shown: '9****************X', isMasked: true },
};
const whole = {
  phone: { shown: data.phone, isMasked: false },
  email: { shown: data.email, isMasked: false },
  idNumber: { shown: data.idNumber, isMasked: false },
};
const contact = 'contact { phone { shown isMasked } email { shown isMasked } idNumber { shown isMasked } }';

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  for (const who of [cast.complainant, cast.handler]) expect((await update(who, data)).error).toBeUndefined();
});
afterAll(() => app.close());

const idOf = ({ id }: Person) => `person_${id}`;

async function update(who: Person, input: object) {
  const query = `mutation ($input: UpdateContactDataInput!) { updateContactData(input: $input) { viewer { ${contact} } } }`;
  const { data: answer, error } = await api.ask<{ updateContactData: { viewer: { contact: object } } } | null>(
    who,
    query,
    {
      input,
    },
  );
  return { contact: answer?.updateContactData.viewer.contact, error };
}

describe('one’s own contact data', () => {
  it('is read by oneself, wherever one meets oneself', async () => {
    const asked = `{ viewer { ${contact} } node(id: "${idOf(cast.complainant)}") { ... on Person { ${contact} } } }`;
    expect((await api.ask(cast.complainant, asked)).data).toEqual({
      viewer: { contact: whole },
      node: { contact: whole },
    });
    expect((await api.ask(cast.stranger, `{ viewer { ${contact} } }`)).data).toEqual({ viewer: { contact: null } });
  });

  it('changes in what is given, and null takes away', async () => {
    const first = await update(cast.stranger, { phone: '+86 139-0000-0001', email: 'a@example.com' });
    expect(first.contact).toMatchObject({ phone: { shown: '+86 139-0000-0001' }, idNumber: null });
    const second = await update(cast.stranger, { email: null, idNumber: 'E00000001' });
    expect(second.contact).toEqual({
      phone: { shown: '+86 139-0000-0001', isMasked: false },
      email: null,
      idNumber: { shown: 'E00000001', isMasked: false },
    });
  });

  it('is changed once a key', async () => {
    const input = { phone: '13900000002', idempotencyKey: 'phone' };
    await update(cast.stranger, input);
    await update(cast.stranger, { phone: '13900000003' });
    expect((await update(cast.stranger, input)).contact).toMatchObject({ phone: { shown: '13900000003' } });
    expect((await update(cast.stranger, { ...input, email: 'b@example.com' })).error).toEqual({
      code: 'IDEMPOTENCY_MISMATCH',
    });
  });

  it.each([
    [{ phone: '12345' }, 'phone'],
    [{ phone: 'call me' }, 'phone'],
    [{ phone: '' }, 'phone'],
    [{ phone: '1'.repeat(21) }, 'phone'],
    [{ email: 'nobody' }, 'email'],
    [{ email: 'a b@example.com' }, 'email'],
    [{ email: `${'a'.repeat(65)}@example.com` }, 'email'],
    [{ idNumber: '12 34' }, 'idNumber'],
    [{ idNumber: '1'.repeat(33) }, 'idNumber'],
  ])('is refused as %j, by its path, and nothing changes', async (input, field) => {
    const refused = { code: 'BAD_USER_INPUT', fields: [{ path: `input.${field}` }] };
    expect((await update(cast.complainant, input)).error).toMatchObject(refused);
    expect((await api.ask(cast.complainant, `{ viewer { ${contact} } }`)).data).toEqual({ viewer: { contact: whole } });
  });

  it('is set by an administrator too, who does not read it', async () => {
    const query = 'mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { person { id } } }';
    const set = (who: Person, phone: string) =>
      api.ask(who, query, { input: { personId: idOf(cast.respondent), contact: { phone } } });
    expect((await set(cast.supervisor, '057100000000')).error).toEqual({ code: 'FORBIDDEN' });
    expect((await set(cast.admin, 'none')).error).toMatchObject({ fields: [{ path: 'input.contact.phone' }] });
    expect((await set(cast.admin, '057100000000')).errors).toEqual([]);
    const asked = `{ viewer { ${contact} } }`;
    expect((await api.ask(cast.respondent, asked)).data).toMatchObject({
      viewer: { contact: { phone: { shown: '057100000000' } } },
    });
    const { data: seen } = await api.ask(
      cast.admin,
      `{ node(id: "${idOf(cast.respondent)}") { ... on Person { ${contact} } } }`,
    );
    expect(seen).toEqual({ node: { contact: null } });
  });
});

describe('the contact data of who acts for a party', () => {
  const members = `query ($id: ID!) { case(id: $id) { handler { ${contact} } parties { side members { id ${contact} } } } }`;
  interface Read {
    case: {
      handler: { contact: object | null } | null;
      parties: { side: string; members: { contact: object | null }[] }[];
    };
  }
  let walk: ReturnType<typeof road>;
  let queued: ReturnType<typeof road>;
  const ofComplainant = async (who: Person, of = walk) => {
    const { data: answer, error } = await api.ask<Read | null>(who, members, { id: caseIdOf(of) });
    if (!answer) return error?.['code'];
    return answer.case.parties.find(({ side }) => side === 'COMPLAINANT')?.members[0]?.contact;
  };

  beforeAll(async () => {
    walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    await walk.act(cast.handler, 'acceptCase', { complexity: 'LOW' });
    queued = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    await app.database.pool.query(
      `insert into expert_seat (id, case_id, number, expert_id, status) values ($1, $2, 1, $3, 'CLEAR')`,
      [unknownId, walk.caseId, cast.expertA.id],
    );
  });

  // Of the page: e-mail, phone and id numbers never reach the other party; a handler sees them for a reason, which is logged.
  it.each<[Who, unknown, unknown]>([
    ['complainant', whole, whole],
    ['handler', masked, masked],
    ['supervisor', masked, masked],
    ['colleague', 'NOT_FOUND', masked],
    ['respondent', null, null],
    ['manager', undefined, undefined],
    ['expertA', undefined, 'NOT_FOUND'],
    ['admin', 'NOT_FOUND', 'NOT_FOUND'],
    ['otherHandler', 'NOT_FOUND', 'NOT_FOUND'],
    ['otherSupervisor', 'NOT_FOUND', 'NOT_FOUND'],
    ['stranger', 'NOT_FOUND', 'NOT_FOUND'],
    ['integration', 'NOT_FOUND', 'NOT_FOUND'],
  ])('is, for the %s of the case, %j, and %j while it waits in the queue', async (who, assigned, waiting) => {
    expect(await ofComplainant(cast[who])).toEqual(assigned);
    expect(await ofComplainant(cast[who], queued)).toEqual(waiting);
  });

  it('is nobody’s outside a case, and that of the handler nobody’s within', async () => {
    for (const who of [cast.handler, cast.supervisor, cast.manager, cast.respondent]) {
      const { data: answer } = await api.ask<{ people: { id: string; contact: object | null }[] }>(
        who,
        `{ people { id ${contact} } }`,
      );
      const others = answer.people.filter(({ id }) => id !== idOf(who));
      expect(others.map((each) => each.contact)).toEqual(others.map(() => null));
      const { data: seen } = await api.ask<Read>(who, members, { id: caseIdOf(walk) });
      expect(seen.case.handler?.contact ?? null).toEqual(who === cast.handler ? whole : null);
    }
  });

  it('says of nobody whether there is any', async () => {
    const before = (await api.ask(cast.respondent, members, { id: caseIdOf(walk) })).text;
    await app.database.pool.query('delete from contact_data where person_id = $1', [cast.complainant.id]);
    expect((await api.ask(cast.respondent, members, { id: caseIdOf(walk) })).text).toBe(before);
    await update(cast.complainant, data);
  });

  it('shows no length where it is masked', async () => {
    const shown = async (change: object) => {
      await update(cast.complainant, change);
      const seen = (await ofComplainant(cast.handler)) as Record<string, { shown: string } | null>;
      return Object.values(seen).map((each) => each?.shown ?? null);
    };
    expect(await shown({ phone: '+86 13800005678', email: 'zhangsan@example.com', idNumber: '9123456X' })).toEqual([
      '+86****5678',
      'z***@example.com',
      '9****************X',
    ]);
    // Spaces are no digits to hide.
    expect((await shown({ phone: '1 2 3 4 5 6' }))[0]).toBe('****56');
    expect(await shown({ phone: '010-0007', email: 'z@example.com', idNumber: null })).toEqual([
      '****07',
      '***@example.com',
      null,
    ]);
    await update(cast.complainant, data);
  });
});

describe('a filing for somebody', () => {
  const file = (who: Person, over: object) =>
    api.ask(who, 'mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { eventCursor } }', {
      input: { ...filing, channel: 'PHONE', onBehalfOfId: idOf(cast.platform), ...over },
    });

  it('notes how they are reached, once, and changes nothing that they said themselves', async () => {
    await update(cast.platform, { email: 'own@example.com' });
    const onBehalfOfContact = { phone: '13800000009', email: 'told@example.com' };
    const input = { onBehalfOfContact, idempotencyKey: 'by-phone' };
    for (let time = 0; time < 2; time += 1) expect((await file(cast.handler, input)).errors).toEqual([]);
    await file(cast.handler, { onBehalfOfContact: { phone: '13800000010' } });
    expect((await api.ask(cast.platform, `{ viewer { ${contact} } }`)).data).toEqual({
      viewer: {
        contact: {
          phone: { shown: '13800000009', isMasked: false },
          email: { shown: 'own@example.com', isMasked: false },
          idNumber: null,
        },
      },
    });
  });

  it('refuses what cannot be a contact, and contact data of nobody', async () => {
    const bad = await file(cast.handler, { onBehalfOfContact: { phone: 'x' } });
    expect(bad.error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'input.onBehalfOfContact.phone' }] });
    const own = { channel: 'WEB', onBehalfOfId: null, onBehalfOfContact: { phone: '13800000009' } };
    expect((await file(cast.complainant, own)).error).toMatchObject({ fields: [{ path: 'input.onBehalfOfContact' }] });
  });

  it('keeps the payslip that comes with it from the other party', async () => {
    const payslip = await uploaded(api, cast.complainant, text('工资 8,000 元', '工资单.txt'), { type: 'PAYSLIP' });
    const input = { ...filing, respondentIds: [idOf(cast.respondent)], evidenceUploadIds: [payslip.uploadId] };
    const { data: filed } = await api.ask<{
      submitCase: { case: { id: string; evidence: { nodes: { id: string }[] } } };
    }>(
      cast.complainant,
      'mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { case { id evidence { nodes { id } } } } }',
      { input },
    );
    const { id, evidence } = filed.submitCase.case;
    const query =
      'query ($id: ID!, $piece: ID!) { case(id: $id) { evidence { totalCount nodes { id } } } node(id: $piece) { id } }';
    const piece = evidence.nodes[0]!.id;
    expect((await api.ask(cast.respondent, query, { id, piece })).data).toEqual({
      case: { evidence: { totalCount: 0, nodes: [] } },
      node: null,
    });
    const headers = { authorization: `Bearer ${api.token(cast.respondent)}` };
    expect((await fetch(`${app.url}/evidence/${piece}`, { headers })).status).toBe(404);
  });
});
