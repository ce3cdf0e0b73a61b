import { commandOfMany } from '@accord/server/commands/many-cases';
import { commandNames, rolesOfCommand } from '@accord/server/domain/permission';
import { createSchema } from '@accord/server/graphql/schema';
import type { Person } from '@accord/server/domain/permission';
import { isNonNullType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { counts } from '../support/refusal.js';
import { filing, handClock } from '../support/road.js';

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

const idOf = (person: Person) => `person_${person.id}`;

/** Sends a mutation; gives its payload, or fails with what was refused. */
async function act<Payload>(person: Person, name: string, input: object, selection = 'case { version stage }') {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
  const { data, errors } = await api.ask<Record<string, Payload>>(person, query, { input });
  expect(errors).toEqual([]);
  return data[name]!;
}

interface Filed {
  case: { id: string; parties: { id: string }[] };
}

const submit = (over: object = {}) =>
  act<Filed>(
    cast.complainant,
    'submitCase',
    { ...filing, respondentIds: [idOf(cast.respondent)], ...over },
    'case { id parties { id } }',
  );

describe('the contract', () => {
  it('has a mutation for every command and none beside', () => {
    const schema = createSchema();
    const { updateContactData, markNotificationsRead, saveView, deleteView, ...mutations } = schema
      .getMutationType()!
      .getFields();
    for (const ofOneself of [updateContactData, markNotificationsRead, saveView, deleteView])
      expect(ofOneself).toBeDefined();
    const ofNoCase = Object.keys(rolesOfCommand);
    const ofMany = Object.keys(commandOfMany);
    expect(Object.keys(mutations).toSorted()).toEqual([...commandNames, ...ofNoCase, ...ofMany].toSorted());
    for (const { name, type, args } of Object.values(mutations)) {
      expect(args.map((arg) => arg.name)).toEqual(['input']);
      // Bytes on their way change no case yet, and a sample is drawn of many.
      if (ofNoCase.includes(name) || name === 'createEvidenceUpload' || name === 'sampleCases') continue;
      if (ofMany.includes(name)) continue;
      const payload = isNonNullType(type) ? type.ofType : type;
      expect(isObjectType(payload) && Object.keys(payload.getFields()).slice(0, 2)).toEqual(['case', 'eventCursor']);
    }
  });

  it('describes every type, field, argument and input', () => {
    const undescribed: string[] = [];
    for (const type of Object.values(createSchema().getTypeMap())) {
      if (type.name.startsWith('__') || ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name)) continue;
      if (!type.description && !['Query', 'Mutation', 'Subscription'].includes(type.name)) undescribed.push(type.name);
      if (!('getFields' in type)) continue;
      for (const field of Object.values(type.getFields()))
        for (const each of [field, ...('args' in field ? field.args : [])])
          if (!each.description && each.name !== 'input') undescribed.push(`${type.name}.${field.name} ${each.name}`);
    }
    expect(undescribed).toEqual([]);
  });
});

describe('the main road', () => {
  it('is walked from filing to RESOLVED by mutations alone', async () => {
    const { case: filed } = await submit();
    const [buyer, seller] = filed.parties;
    const caseId = filed.id;
    await act(cast.handler, 'assignCase', { caseId, handlerId: idOf(cast.handler), expectedVersion: 1 });
    await act(cast.handler, 'acceptCase', { caseId, complexity: 'LOW' });
    const begun = await act<{ case: { investigations: { steps: { id: string }[] }[] } }>(
      cast.handler,
      'startInvestigation',
      { caseId, steps: [{ kind: 'CONTACT_MERCHANT', note: '致电商家' }] },
      'case { investigations { steps { id } } }',
    );
    const stepId = begun.case.investigations[0]!.steps[0]!.id;
    await act(cast.handler, 'completeInvestigationStep', { caseId, stepId, result: '商家承认发错货' });
    const { request } = await act<{ request: { id: string } }>(
      cast.handler,
      'requestEvidence',
      { caseId, fromPartyId: buyer!.id, types: ['GOODS_PHOTO'], isMandatory: true },
      'request { id from { side } status dueOn isMandatory }',
    );
    expect(request).toMatchObject({
      from: { side: 'COMPLAINANT' },
      status: 'OPEN',
      dueOn: '2026-03-09',
      isMandatory: true,
    });
    expect(
      await act(
        cast.complainant,
        'submitEvidence',
        { caseId, type: 'GOODS_PHOTO', title: '商品照片', requestId: request.id },
        'evidence { title request { status } }',
      ),
    ).toEqual({ evidence: { title: '商品照片', request: { status: 'ANSWERED' } } });
    expect(
      await act(
        cast.respondent,
        'postMessage',
        { caseId, text: '同意退款' },
        'message { text author { role person { name } } }',
      ),
    ).toEqual({
      message: { text: '同意退款', author: { role: 'RESPONDENT', person: { name: '优品商家' } } },
    });
    expect(
      await act(
        cast.handler,
        'recordFinding',
        { caseId, rootCause: 'MERCHANT_FAILURE', text: '商家发错货' },
        'finding { rootCause text }',
      ),
    ).toEqual({ finding: { rootCause: 'MERCHANT_FAILURE', text: '商家发错货' } });
    await act(cast.handler, 'concludeInvestigation', { caseId });
    expect(
      await act(
        cast.handler,
        'scheduleMeeting',
        { caseId, mode: 'ONLINE', scheduledAt: '2026-03-03T10:00:00+08:00' },
        'meeting { status scheduledAt }',
      ),
    ).toEqual({ meeting: { status: 'SCHEDULED', scheduledAt: '2026-03-03T02:00:00.000Z' } });
    const terms = [{ kind: 'APOLOGY', obligorId: seller!.id, beneficiaryId: buyer!.id, text: '书面致歉' }];
    const { proposal } = await act<{ proposal: { id: string; hash: string; terms: { id: string }[] } }>(
      cast.respondent,
      'makeProposal',
      { caseId, terms },
      'proposal { id hash terms { id } responses { party { name } answer } status }',
    );
    expect(proposal).toMatchObject({
      status: 'LIVE',
      responses: [{ party: { name: '优品商家' }, answer: 'ACCEPTED' }],
    });
    const accepted = { caseId, proposalId: proposal.id, contentHash: proposal.hash };
    expect(await act(cast.complainant, 'acceptProposal', accepted, 'case { stage } proposal { status }')).toEqual({
      case: { stage: 'EXECUTING' },
      proposal: { status: 'ACCEPTED' },
    });
    await act(cast.respondent, 'fulfilTerm', { caseId, termId: proposal.terms[0]!.id });
    expect(
      await act(
        cast.complainant,
        'confirmTerm',
        { caseId, termId: proposal.terms[0]!.id },
        'case { stage outcome settlement { terms { status } } }',
      ),
    ).toEqual({ case: { stage: 'RESOLVED', outcome: 'SETTLED', settlement: { terms: [{ status: 'FULFILLED' }] } } });
  });
});

describe('a payload', () => {
  it('answers the same ids to a repeated key, read anew, and refuses another input', async () => {
    const { case: filed } = await submit();
    const input = { caseId: filed.id, text: '请回复', idempotencyKey: 'message-1' };
    const first = await act<{ message: { id: string }; case: object }>(
      cast.complainant,
      'postMessage',
      input,
      'message { id text } case { version }',
    );
    await act(cast.respondent, 'postMessage', { caseId: filed.id, text: '收到' });
    const before = await counts(app.database.pool);
    const again = await act<{ message: { id: string }; case: object }>(
      cast.complainant,
      'postMessage',
      input,
      'message { id text } case { version }',
    );
    expect(again.message).toEqual(first.message);
    expect([first.case, again.case]).toEqual([{ version: 2 }, { version: 3 }]);
    expect(await counts(app.database.pool)).toEqual(before);
    const query = `mutation ($input: PostMessageInput!) { postMessage(input: $input) { case { id } } }`;
    const { error } = await api.ask(cast.complainant, query, { input: { ...input, text: '另一条' } });
    expect(error).toEqual({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  it('shows no case to who may not see it after the change', async () => {
    const input = { ...filing, channel: 'PHONE', onBehalfOfId: idOf(cast.stranger) };
    const answer = await act(cast.otherHandler, 'submitCase', input, 'case { id } eventCursor');
    expect(answer).toEqual({ case: null, eventCursor: expect.any(String) });
  });

  it('gives a cursor that figures and nothing else of this database accept', async () => {
    const { eventCursor } = await act<{ eventCursor: string }>(
      cast.complainant,
      'submitCase',
      { ...filing },
      'eventCursor',
    );
    const query = `query ($atLeast: EventCursor) { analytics(atLeast: $atLeast) { sources { caseCount } } }`;
    expect((await api.ask(cast.manager, query, { atLeast: eventCursor })).errors).toEqual([]);
    const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    const foreign = Buffer.alloc(48).toString('base64url');
    const altered = [0, 20, 40, 63].map((at) => flip(eventCursor, at));
    for (const atLeast of ['', 'x', `${eventCursor}A`, eventCursor.slice(1), foreign, ...altered]) {
      const { error } = await api.ask(cast.manager, query, { atLeast });
      expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'atLeast' }] });
    }
  });

  it('of one of several at the same version is an answer, of the others a conflict', async () => {
    const { case: filed } = await submit();
    const query = `mutation ($input: AssignCaseInput!) { assignCase(input: $input) { case { version } } }`;
    const input = { caseId: filed.id, handlerId: idOf(cast.handler), expectedVersion: 1 };
    const answers = await Promise.all([1, 2, 3].map(() => api.ask(cast.supervisor, query, { input })));
    const codes = answers.map(({ error }) => error?.['code'] ?? 'done').toSorted();
    expect(codes).toEqual(['VERSION_CONFLICT', 'VERSION_CONFLICT', 'done']);
  });
});
