import { deliverNotifications } from '@accord/server/commands/notification';
import type { InputOf } from '@accord/server/domain/command';
import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { livedThrough } from '../support/dispute.js';
import { handClock, road } from '../support/road.js';
import { wholeAnswer } from '../support/whole-answer.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
/** Of the complainant and the respondent, in negotiation, and settled. */
let negotiated: ReturnType<typeof road>;
let lived: Awaited<ReturnType<typeof livedThrough>>;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  lived = await livedThrough(app.runtime, cast);
  negotiated = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
  await negotiated.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
  await negotiated.act(cast.handler, 'acceptCase', { complexity: 'LOW' });
});
afterAll(() => app.close());

const word = '绝密暗号';
let numberOfHidden = 0;

/** Somebody else's case, with words in it that nobody else has. */
async function anotherCase(): Promise<ReturnType<typeof road>> {
  numberOfHidden += 1;
  const walk = await road(app.runtime).submit(cast.stranger, {
    type: 'SERVICE_COMPLAINT',
    reason: 'POOR_SERVICE',
    description: `${word}:客服未按承诺回电,第 ${numberOfHidden} 次。`,
  });
  await walk.act(cast.stranger, 'postMessage', { text: word });
  return walk;
}

/** Things done that some do not see, each with who does not: told by everybody whom it must not change anything for. */
const changes: Record<string, { unseenBy: (keyof Cast)[]; done: () => Promise<unknown> }> = {
  'a case of others': {
    unseenBy: ['complainant', 'respondent', 'expertA', 'integration', 'otherHandler', 'otherSupervisor'],
    done: anotherCase,
  },
  'a note': {
    unseenBy: ['complainant', 'respondent', 'manager', 'stranger', 'expertA', 'otherHandler', 'otherSupervisor'],
    done: () => negotiated.act(cast.handler, 'addNote', { text: word }),
  },
  'a contact attempt': {
    unseenBy: ['complainant', 'respondent', 'manager', 'stranger', 'expertA', 'otherHandler'],
    done: async () =>
      negotiated.act(cast.handler, 'recordContactAttempt', {
        partyId: (await negotiated.state()).parties[0]!.id,
        channel: 'PHONE',
        isReached: true,
      } as InputOf<'recordContactAttempt'>),
  },
  'a payslip of the complainant': {
    unseenBy: ['respondent', 'manager', 'stranger', 'expertA', 'otherHandler'],
    done: () => negotiated.act(cast.complainant, 'submitEvidence', { type: 'PAYSLIP', title: word }),
  },
  'a payslip of the respondent': {
    unseenBy: ['complainant', 'manager', 'stranger', 'expertA', 'otherHandler'],
    done: () => negotiated.act(cast.respondent, 'submitEvidence', { type: 'PAYSLIP', title: word }),
  },
  'contact data of the complainant': {
    unseenBy: [
      'respondent',
      'manager',
      'stranger',
      'expertA',
      'integration',
      'otherHandler',
      'otherSupervisor',
      'admin',
    ],
    done: async () => {
      numberOfHidden += 1;
      const phone = `138000${10_000 + numberOfHidden}`;
      const mutation = `mutation { updateContactData(input: { phone: "${phone}", email: "a@example.com" }) { viewer { id } } }`;
      expect((await api.ask(cast.complainant, mutation)).errors).toEqual([]);
    },
  },
  'contact data that is revealed': {
    unseenBy: ['complainant', 'respondent', 'manager', 'stranger', 'expertA', 'otherHandler', 'otherSupervisor'],
    done: () =>
      negotiated.act(cast.handler, 'revealPersonalData', { personId: cast.complainant.id, reason: `${word},需核实` }),
  },
  'a file that is announced': {
    unseenBy: ['respondent', 'handler', 'supervisor', 'manager', 'stranger', 'expertA', 'otherHandler'],
    done: async () => {
      const input = { caseId: caseIdOf(negotiated), fileName: `${word}.png`, contentType: 'image/png', sizeBytes: 9 };
      const mutation = `mutation ($input: CreateEvidenceUploadInput!) { createEvidenceUpload(input: $input) { uploadId } }`;
      const { errors } = await api.ask(cast.complainant, mutation, { input: { ...input, sha256: '0'.repeat(64) } });
      expect(errors).toEqual([]);
    },
  },
  'a message between the parties': {
    unseenBy: ['stranger', 'expertA', 'otherHandler', 'otherSupervisor', 'integration'],
    done: () => negotiated.act(cast.complainant, 'postMessage', { text: word }),
  },
};

const viewers = [...new Set(Object.values(changes).flatMap(({ unseenBy }) => unseenBy))];

describe('what somebody may not see', () => {
  it.each(viewers)('changes no byte of any answer to the %s', async (who) => {
    const viewer = cast[who] as Person;
    const beside = [
      '{ cases(first: 50) { totalCount edges { cursor node { id number } } } }',
      `{ cases(filter: { text: "${word}" }) { totalCount nodes { id } } }`,
      `{ node(id: "${caseIdOf(lived)}") { id } }`,
    ];
    // What waits to be told is told first: afterwards nothing comes but what the changes cause.
    await deliverNotifications(app.runtime);
    const before = await wholeAnswer(api, viewer, beside);
    for (const answer of before) expect(answer).not.toMatch(/QUERY_TOO_COMPLEX|RATE_LIMITED|GRAPHQL_|INTERNAL/);
    for (const { unseenBy, done } of Object.values(changes)) if (unseenBy.includes(who)) await done();
    await deliverNotifications(app.runtime);
    const after = await wholeAnswer(api, viewer, beside);
    expect(after).toEqual(before);
  });

  it('is seen to change something for who may see it, or the test would see nothing', async () => {
    for (const [what, who] of [
      ['a case of others', 'stranger'],
      ['a note', 'handler'],
      ['a contact attempt', 'supervisor'],
      ['contact data of the complainant', 'supervisor'],
      ['contact data that is revealed', 'supervisor'],
      ['a payslip of the complainant', 'complainant'],
      ['a payslip of the respondent', 'handler'],
      ['a message between the parties', 'respondent'],
    ] as const) {
      const viewer = cast[who];
      const beside = [`{ cases(filter: { text: "${word}" }) { totalCount } }`];
      const before = await wholeAnswer(api, viewer, beside);
      await changes[what]!.done();
      expect(await wholeAnswer(api, viewer, beside), what).not.toEqual(before);
    }
  });
});
