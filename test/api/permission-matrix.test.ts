import type { ChangingCommand } from '@accord/server/domain/command';
import type { Role } from '@accord/server/domain/permission';
import { createSchema } from '@accord/server/graphql/schema';
import { getNamedType, type GraphQLInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { kinds, twoSurrounded, type Kind, type Surrounded } from '../support/every-kind.js';
import { globalInput } from '../support/global-input.js';
import { handClock, road } from '../support/road.js';
import { wellFormed } from '../support/well-formed.js';
import { everythingWritten } from '../support/written.js';

const clock = handClock('2026-03-02T10:00:00');
const mutations = createSchema().getMutationType()!.getFields();
let app: Awaited<ReturnType<typeof startApp>>;
let api: Api;
/** A case that somebody of each kind is part of, and one of somebody else. */
let own: Surrounded;
let other: Surrounded;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  [own, other] = await twoSurrounded(app.runtime);
  api = await openApi(app);
});
afterAll(() => app.close());

// The page "Who may do what", line by line; whoever is not named may not.
const parties: Kind[] = ['complainant', 'respondent', 'third party'];
/** A party that has left still does, and is owed, what was agreed with it. */
const bound: Kind[] = [...parties, 'former party'];
/** A supervisor in the handler's place says why. */
const handling: Kind[] = ['handler', 'supervisor', 'supervisor who handled it'];
const impartial: Kind[] = ['supervisor'];
const table: [commands: string[], who: Kind[]][] = [
  [['answerClarification', 'amendCase', 'withdrawCase'], ['complainant']],
  [
    ['postMessage', 'createEvidenceUpload', 'submitEvidence'],
    [...parties, 'handler', 'integration'],
  ],
  [
    ['makeProposal', 'withdrawProposal'],
    [...parties, 'handler'],
  ],
  [
    ['acceptProposal', 'declineProposal', 'requestSecondNegotiation', 'withdrawSecondNegotiation', 'raiseObjection'],
    parties,
  ],
  [['withdrawObjection', 'confirmResult', 'statePosition', 'respondToMeeting', 'rateCase'], parties],
  [['confirmTerm', 'contestTerm'], bound],
  [
    ['fulfilTerm', 'recordInstalment', 'reportDefault'],
    [...bound, 'handler'],
  ],
  [
    ['recordMovement', 'updateOrderStatus'],
    ['handler', 'integration'],
  ],
  [
    ['acceptCase', 'rejectCase', 'requestClarification', 'reclassifyCase', 'fastTrack', 'leaveFastTrack', 'addParty'],
    handling,
  ],
  [['startInvestigation', 'planInvestigationStep', 'completeInvestigationStep', 'waiveInvestigationStep'], handling],
  [['concludeInvestigation', 'deepenInvestigation', 'recordFinding', 'requestEvidence', 'reviewEvidence'], handling],
  [['scheduleMeeting', 'rescheduleMeeting', 'recordMeeting', 'cancelMeeting', 'openRound', 'declareImpasse'], handling],
  [['referCase', 'closeCase', 'closeCases', 'closeUnresolved', 'addNote', 'recordContactAttempt'], handling],
  [['revealPersonalData'], handling],
  [['takeMeasure', 'liftMeasure'], handling],
  [
    ['assignCase', 'assignCases'],
    ['supervisor', 'supervisor who handled it'],
  ],
  [
    ['appointExpert', 'replaceExpert', 'admitSecondNegotiation', 'refuseSecondNegotiation', 'revealOpinions'],
    impartial,
  ],
  [['decideObjection', 'reopenCase', 'recordReview', 'allowCompensation'], impartial],
  [['declareConflict', 'submitOpinion'], ['expert']],
];
const allowed = new Map(table.flatMap(([commands, who]) => commands.map((command) => [command, who])));
/** Who reads the case at all: the page "What is seen". */
const seeing: Kind[] = [...bound, ...handling, 'expert', 'manager', 'integration'];
/** What only adds never conflicts, so what is allowed is judged by its rule. */
const additive = ['postMessage', 'submitEvidence', 'addNote', 'rateCase', 'submitOpinion', 'recordContactAttempt'];

/** Too short to be filed by anybody. */
const unfit = {
  type: 'TRADE_DISPUTE',
  reason: 'POOR_QUALITY',
  description: '',
  requestedRemedy: '',
  truthDeclared: true,
  channel: 'WEB',
};

/** Of no one case: who has the right by their role; null is everybody. */
const byRole: Record<string, { roles: Role[] | null; input: object }> = {
  submitCase: { roles: null, input: unfit },
  saveView: { roles: null, input: { name: '', page: 'CASES', query: '' } },
  deleteView: { roles: null, input: { id: 'view_none' } },
  updateContactData: { roles: null, input: { email: 'nowhere' } },
  markNotificationsRead: { roles: null, input: { notificationIds: [] } },
  sampleCases: { roles: ['SUPERVISOR'], input: { from: '2026-03-02', to: '2026-03-01', count: 1 } },
  recordPayment: {
    roles: ['INTEGRATION'],
    input: { reference: '', kind: 'CHARGE', at: '2026-03-01T00:00:00Z', externalId: '' },
  },
  updatePerson: { roles: ['ADMIN'], input: { personId: 'person_none' } },
  updateTeam: { roles: ['ADMIN'], input: { teamId: 'team_none', assignment: 'QUEUE' } },
  publishCalendar: {
    roles: ['ADMIN'],
    input: { announcedThrough: '2026-01-01', days: [], source: '', publishedAt: '2026-03-01T00:00:00Z' },
  },
  setBenchmark: { roles: ['ADMIN'], input: { clock: 'SIMPLE', minWorkingDays: 0, maxWorkingDays: 0 } },
};

/** Filed by somebody of the other crew with the first team, and not taken by anybody. */
let queue: Surrounded | undefined;
async function queuedCase(): Promise<Surrounded> {
  if (!queue) {
    const walk = await road(app.runtime).submit(other.crew.stranger);
    // What inputs name is of the own case: it is not looked at before the role.
    queue = { ...own, caseId: walk.caseId };
  }
  return queue;
}

const inputType = (name: string) => getNamedType(mutations[name]!.args[0]!.type) as GraphQLInputObjectType;

/** The code that a mutation is refused with, if it is; of many cases that of the one. */
async function refusal(name: string, kind: Kind | null, input: object): Promise<string | undefined> {
  const isBulk = 'caseIds' in inputType(name).getFields();
  const selection = isBulk ? '{ results { error { code } } }' : '{ __typename }';
  const query = `mutation ($input: ${inputType(name).name}!) { ${name}(input: $input) ${selection} }`;
  const person = kind && own.crew[kind];
  interface Results {
    results: { error: { code: string } | null }[];
  }
  const { data, error } = await api.ask<Record<string, Results> | null>(person, query, { input });
  const path = error?.['path'];
  // Of a thing in the case, the case itself was found.
  if (error?.['code'] === 'NOT_FOUND' && path !== 'input.caseId') return `NOT_FOUND ${String(path)}`;
  return (isBulk && data?.[name]?.results[0]?.error?.code) || (error?.['code'] as string | undefined);
}

/** A well-formed input on a case; with another version than the case has, so that what is allowed does nothing. */
function inputFor(name: string, { caseId, state, crew }: Surrounded): object {
  if (name === 'assignCases')
    return { caseIds: [`case_${caseId}`], handlerId: `person_${crew['handler of the team'].id}` };
  if (name === 'closeCases') return { caseIds: [`case_${caseId}`], reason: '结案' };
  const upload = { fileName: '凭证.png', contentType: 'image/png', sizeBytes: 9, sha256: '0'.repeat(64) };
  const nameable = {
    person: crew.supervisor,
    handlers: [crew['handler of the team']],
    experts: [crew.expert],
    routeIds: ['01900000-0000-7000-8000-000000012378'],
    later: '2026-03-04T02:00:00.000Z',
  };
  const [input] = name === 'createEvidenceUpload' ? [upload] : wellFormed(name as ChangingCommand, state, nameable);
  return globalInput(inputType(name), { caseId, expectedVersion: 999, ...input }) as object;
}

const names = Object.keys(mutations);
// What only adds is done last: who does it in the handler's place is impartial no longer.
const ofOneCase = names
  .filter((name) => !byRole[name])
  .toSorted((one, another) => Number(additive.includes(one)) - Number(additive.includes(another)));

it('names every mutation of the contract once, and every kind', () => {
  const named = table.flatMap(([commands]) => commands);
  expect([...named, ...Object.keys(byRole)].toSorted()).toEqual(names.toSorted());
  expect(new Set([...table.flatMap(([, who]) => who), ...seeing, 'handler of the team', 'admin', 'stranger'])).toEqual(
    new Set(kinds),
  );
});

describe('on a case that one is part of', () => {
  it.each(ofOneCase)('%s is for whom the table names, and nothing is written for others', async (name) => {
    const input = inputFor(name, own);
    const isAllowed = (kind: Kind) => allowed.get(name)!.includes(kind);
    const before = await everythingWritten(app);
    for (const kind of kinds.filter((each) => !isAllowed(each)))
      expect([kind, await refusal(name, kind, input)]).toEqual([
        kind,
        seeing.includes(kind) ? 'FORBIDDEN' : 'NOT_FOUND',
      ]);
    expect(await everythingWritten(app)).toEqual(before);
    for (const kind of kinds.filter(isAllowed)) {
      const code = await refusal(name, kind, input);
      if (additive.includes(name) || !('expectedVersion' in input))
        expect([kind, code]).not.toEqual([kind, expect.stringMatching(/^(FORBIDDEN|NOT_FOUND|VERSION_CONFLICT)$/)]);
      else expect([kind, code]).toEqual([kind, 'VERSION_CONFLICT']);
    }
  });
});

describe('on a case that one is no part of', () => {
  it.each(ofOneCase)('%s finds nothing, and is forbidden to a manager', async (name) => {
    const input = inputFor(name, other);
    const before = await everythingWritten(app);
    for (const kind of kinds)
      expect([kind, await refusal(name, kind, input)]).toEqual([kind, kind === 'manager' ? 'FORBIDDEN' : 'NOT_FOUND']);
    expect(await everythingWritten(app)).toEqual(before);
  });
});

describe('on a case in the queue', () => {
  const takers: Kind[] = ['handler', 'handler of the team'];

  it.each(ofOneCase)('%s is for the handlers of its team only to take it', async (name) => {
    const queued = await queuedCase();
    const input = inputFor(name, queued);
    const seers: Kind[] = [...takers, 'supervisor', 'supervisor who handled it'];
    // Of many cases each is taken as the one is; that would take it.
    if (name !== 'assignCases')
      for (const kind of takers)
        expect([kind, await refusal(name, kind, input)]).toEqual([
          kind,
          name === 'assignCase' ? 'VERSION_CONFLICT' : 'FORBIDDEN',
        ]);
    for (const kind of kinds.filter((each) => !seers.includes(each) && each !== 'manager'))
      expect([kind, await refusal(name, kind, input)]).toEqual([kind, 'NOT_FOUND']);
  });
});

describe('what is one’s own in a case', () => {
  // The page: who owes it, who is owed it, who asked, objected or proposed; whose it is not is told so.
  const theirs: [name: string, blocker: string, others: Kind[]][] = [
    ['fulfilTerm', 'NOT_THE_OBLIGOR', ['complainant', 'third party', 'former party']],
    ['confirmTerm', 'NOT_THE_BENEFICIARY', ['respondent', 'third party', 'former party']],
    ['contestTerm', 'NOT_THE_BENEFICIARY', ['respondent', 'third party', 'former party']],
    ['withdrawSecondNegotiation', 'NOT_THE_REQUESTER', ['respondent', 'third party']],
    ['withdrawObjection', 'NOT_THE_OBJECTOR', ['respondent', 'third party']],
  ];

  it.each(theirs)('%s is refused by %s to others', async (name, blocker, others) => {
    const { expectedVersion, ...input } = inputFor(name, own) as Record<string, unknown>;
    expect(expectedVersion).toBe(999);
    const before = await everythingWritten(app);
    const query = `mutation ($input: ${inputType(name).name}!) { ${name}(input: $input) { __typename } }`;
    for (const kind of others) {
      const { error } = await api.ask(own.crew[kind], query, { input });
      expect([kind, error]).toMatchObject([kind, { code: 'GUARD_FAILED', blockedBy: [{ code: blocker }] }]);
    }
    expect(await everythingWritten(app)).toEqual(before);
  });
});

describe('of no one case', () => {
  it.each(Object.keys(byRole))('%s is judged for who has the role, and forbidden to others', async (name) => {
    const { roles, input } = byRole[name]!;
    const before = await everythingWritten(app);
    for (const kind of kinds) {
      const code = await refusal(name, kind, input);
      const mayAsk = roles === null || roles.some((role) => own.crew[kind].roles.includes(role));
      if (mayAsk) expect([kind, code]).not.toEqual([kind, 'FORBIDDEN']);
      else expect([kind, code]).toEqual([kind, 'FORBIDDEN']);
    }
    expect(await everythingWritten(app)).toEqual(before);
  });
});

it.each(names)('%s is for nobody without a token', async (name) => {
  const input = byRole[name]?.input ?? inputFor(name, own);
  expect(await refusal(name, null, input)).toBe('UNAUTHENTICATED');
});
